/** husky 9 and older: a script for each hook in .husky/, run with `sh -e` and node_modules/.bin on the path. */
import { join } from "node:path";
import { UsageError } from "../errors.js";
import { dependsOn, packageJson } from "./package-json.js";
import { type Hook, type Place, type Plan, withoutBlock } from "./plan.js";
import { intoScript, shellBlock } from "./shell.js";

const FOLDER = ".husky";

/** In front of what is there, which may end with `exit` or `exec`. */
export function husky(place: Place, hook: Hook): Plan {
  if (hook === "pre-receive") throw new UsageError("husky does not run on servers: leaklint init --hook pre-receive --tool git");
  const file = `${FOLDER}/${hook}`;
  const old = place.read(file);
  const text = intoScript(withoutBlock(old ?? ""), shellBlock(hook, place.command));
  const notes = dependsOn(packageJson(place), "husky") ? [] : [NOT_INSTALLED];
  return { changes: text === old ? [] : [{ kind: "write", path: join(place.top, file), text, isExecutable: true }], notes };
}

export function withoutHusky(place: Place, hook: Hook): Plan {
  const file = `${FOLDER}/${hook}`;
  const old = place.read(file);
  if (old === undefined) return { changes: [], notes: [] };
  const text = withoutBlock(old);
  const path = join(place.top, file);
  return { changes: text === old ? [] : text.trim() === "" ? [{ kind: "remove", path }] : [{ kind: "write", path, text, isExecutable: true }], notes: [] };
}

const NOT_INSTALLED = { en: "husky is not in package.json: run npx husky init, or nothing runs these hooks.", ja: "package.jsonにhuskyがありません。npx husky init を実行しないとフックは動きません。" };

/** What runs hooks in a repository, and how each of them is told of leaklint. */
import { join } from "node:path";
import { gitHook, withoutGitHook } from "./git-hook.js";
import { husky, withoutHusky } from "./husky.js";
import { lefthook, lefthookFile, withoutLefthook } from "./lefthook.js";
import { dependsOn, lintStaged, packageJson, simpleGitHooks, withoutLintStaged, withoutSimpleGitHooks } from "./package-json.js";
import type { Hook, Place, Plan, Tool } from "./plan.js";
import { PRE_COMMIT_FILE, preCommit, withoutPreCommit } from "./pre-commit.js";

interface HookTool {
  /** The repository uses it. */
  isUsed(place: Place): boolean;
  add(place: Place, hook: Hook): Plan;
  remove(place: Place, hook: Hook): Plan;
}

/** In the order they are looked for. lint-staged is started by one of the others: what is staged is checked beside it, not in it. */
export const TOOLS: Readonly<Record<Tool, HookTool>> = {
  husky: { isUsed: (place) => place.kindOf(join(place.top, ".husky")) === "folder" || dependsOn(packageJson(place), "husky"), add: husky, remove: withoutHusky },
  lefthook: { isUsed: (place) => lefthookFile(place) !== undefined, add: lefthook, remove: withoutLefthook },
  "pre-commit": { isUsed: (place) => place.kindOf(join(place.top, PRE_COMMIT_FILE)) === "file", add: preCommit, remove: (place) => withoutPreCommit(place) },
  "simple-git-hooks": {
    isUsed: (place) => packageJson(place)?.["simple-git-hooks"] !== undefined || dependsOn(packageJson(place), "simple-git-hooks"),
    add: simpleGitHooks, remove: withoutSimpleGitHooks,
  },
  "lint-staged": { isUsed: () => false, add: lintStaged, remove: (place) => withoutLintStaged(place) },
  git: { isUsed: () => true, add: gitHook, remove: withoutGitHook },
};

export function toolOf(place: Place, hook: Hook): Tool {
  if (hook === "pre-receive" || place.isBare) return "git";
  const [found] = (Object.keys(TOOLS) as Tool[]).filter((tool) => TOOLS[tool].isUsed(place)); // the table's own keys
  return found ?? "git";
}

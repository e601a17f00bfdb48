/** `leaklint init`: a config and the git hook, by whatever the repository uses for hooks. */
import { lstatSync, readFileSync } from "node:fs";
import { chmod, mkdir, rename, rm } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import type { Language } from "../../contract.js";
import { UsageError } from "../../errors.js";
import { dependsOn, packageJson } from "../../init/package-json.js";
import { type Change, type Hook, HOOKS, type Place, type Plan, type Tool } from "../../init/plan.js";
import { TOOLS, toolOf } from "../../init/tools.js";
import { openRepository } from "../../sources/git/repository.js";
import { runGit } from "../../sources/git/process.js";
import { parseOptions } from "../command-options.js";
import { findConfig } from "../config-file.js";
import { COMMAND_WORDS, COMMON_OPTIONS, EXIT } from "../interface.js";
import { languageOf } from "../language.js";
import { writeReport } from "../write-file.js";
import type { Command } from "./index.js";

const CONFIG_FILE = "leaklint.config.json";
const SCHEMA = "node_modules/leaklint/schema/config.schema.json";

/** @throws UsageError */
export const init: Command = async (words) => {
  const { values, positionals } = parseOptions(words, { ...COMMAND_WORDS.init.options, ...COMMON_OPTIONS });
  const lang = languageOf(process.env);
  if (values.help === true) {
    process.stdout.write((await import("../help.js")).help(lang));
    return EXIT.clean;
  }
  if (positionals.length > 0) throw new UsageError("leaklint init takes no paths: run it in the repository");
  const place = await placeOf(process.cwd());
  const hook = values.hook ?? (place.isBare ? "pre-receive" : "pre-commit");
  const plan = values.uninstall === true ? removal(place, values.hook, values.tool) : addition(place, hook, values.tool ?? toolOf(place, hook), await configChange(place));
  const phrases = PHRASES[lang];
  if (plan.changes.length === 0) process.stdout.write(values.uninstall === true ? phrases.notThere : phrases.done);
  for (const change of plan.changes) process.stdout.write(phrases[change.kind](...shown(change, place.top)));
  if (values["dry-run"] === true) process.stdout.write(phrases.dryRun);
  else await carryOut(plan.changes);
  for (const note of plan.notes) process.stdout.write(`${note[lang]}\n`);
  return EXIT.clean;
};

const addition = (place: Place, hook: Hook, tool: Tool, config: readonly Change[]): Plan => {
  const { changes, notes } = TOOLS[tool].add(place, hook);
  return { changes: [...config, ...changes], notes };
};

/** Wherever leaklint is found: what was set up by one tool may be run by another today. */
function removal(place: Place, hook: Hook | undefined, tool: Tool | undefined): Plan {
  const tools = (Object.keys(TOOLS) as Tool[]).filter((one) => tool === undefined || one === tool); // the table's own keys
  const written = new Map<string, string>();
  // Two hooks may stand in one file: the second is taken out of what the first has left.
  const now: Place = { ...place, read: (path) => written.get(resolve(place.top, path)) ?? place.read(path) };
  const changes = new Map<string, Change>();
  for (const one of tools) {
    for (const each of hook === undefined ? HOOKS : [hook]) {
      for (const change of TOOLS[one].remove(now, each).changes) {
        changes.set(change.kind === "rename" ? change.to : change.path, change);
        if (change.kind === "write") written.set(change.path, change.text);
      }
    }
  }
  return { changes: [...changes.values()], notes: [] };
}

/** A config that says what git's commands go by anyway, so that other scans in this folder go by it too. */
async function configChange({ top, isBare }: Place): Promise<Change[]> {
  if (isBare || (await findConfig(top)) !== undefined) return [];
  const config = { ...(kindOf(join(top, SCHEMA)) === "file" && { $schema: `./${SCHEMA}` }), profile: "repo" };
  return [{ kind: "write", path: join(top, CONFIG_FILE), text: `${JSON.stringify(config, null, 2)}\n` }];
}

/** @throws UsageError where the folder is in no repository */
async function placeOf(cwd: string): Promise<Place> {
  const { isBare, gitDir } = await openRepository(cwd);
  const ask = async (...words: readonly string[]): Promise<string> => (await runGit(["rev-parse", ...words], { cwd })).toString("utf8").replace(/\n$/u, "");
  const top = isBare ? gitDir : await ask("--show-toplevel");
  const hooksFolder = resolve(cwd, await ask("--git-path", "hooks"));
  const place = { top, isBare, hooksFolder, command: "leaklint", read: (path: string) => readText(resolve(top, path)), kindOf };
  const isLocal = kindOf(join(top, LOCAL)) !== undefined || dependsOn(packageJson(place), "leaklint");
  return isLocal && !isBare ? { ...place, command: LOCAL } : place;
}

/** Hooks run in the top folder. npx would cost each commit half a second. */
const LOCAL = "node_modules/.bin/leaklint";

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return undefined;
    throw error;
  }
}

function kindOf(path: string): ReturnType<Place["kindOf"]> {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found === undefined ? undefined : found.isSymbolicLink() ? "link" : found.isDirectory() ? "folder" : "file";
}

/** All of it or, where a step fails, nothing of what went before that could not stand alone: a hook put aside is put back. */
async function carryOut(changes: readonly Change[]): Promise<void> {
  const aside: (readonly [from: string, to: string])[] = [];
  try {
    for (const change of changes) {
      if (change.kind === "remove") await rm(change.path);
      else if (change.kind === "rename") {
        await rename(change.from, change.to);
        aside.push([change.from, change.to]);
      } else {
        await mkdir(dirname(change.path), { recursive: true });
        await writeReport(change.path, change.text);
        if (change.isExecutable === true) await chmod(change.path, 0o755);
      }
    }
  } catch (error) {
    for (const [from, to] of aside.reverse()) await rename(to, from);
    if (error instanceof Error && "code" in error) throw new UsageError(`the hook cannot be written (${String(error.code)})`);
    throw error;
  }
}

const shown = (change: Change, top: string): [string, string] => {
  const name = (path: string): string => (relative(top, path).startsWith("..") ? path : relative(top, path));
  return change.kind === "rename" ? [name(change.from), name(change.to)] : [name(change.path), ""];
};

const PHRASES = {
  en: {
    write: (path: string) => `write   ${path}\n`,
    rename: (from: string, to: string) => `rename  ${from} to ${to}\n`,
    remove: (path: string) => `remove  ${path}\n`,
    done: "The hook is there already; nothing to do.\n",
    notThere: "There is no hook of leaklint here; nothing to do.\n",
    dryRun: "Nothing was written (--dry-run).\n",
  },
  ja: {
    write: (path: string) => `書き込み    ${path}\n`,
    rename: (from: string, to: string) => `名前の変更  ${from} → ${to}\n`,
    remove: (path: string) => `削除        ${path}\n`,
    done: "フックはすでに設定されています。\n",
    notThere: "leaklintのフックは設定されていません。\n",
    dryRun: "何も書き込んでいません（--dry-run）。\n",
  },
} as const satisfies Record<Language, object>;

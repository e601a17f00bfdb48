/** The framework pre-commit (https://pre-commit.com): .pre-commit-config.yaml. */
import { join } from "node:path";
import { UsageError } from "../errors.js";
import { type Hook, type Place, type Plan, type Words, withoutBlock } from "./plan.js";
import { block, blockOf, childIndent, insert, refuseTabs } from "./yaml-lines.js";

export const PRE_COMMIT_FILE = ".pre-commit-config.yaml";

/** The framework tells a push by variables, and nothing on standard input; a push of all there is has none of them. */
const ENTRIES: Readonly<Record<Exclude<Hook, "pre-receive">, (command: string) => readonly string[]>> = {
  "pre-commit": (command) => [`entry: ${command} staged`],
  "pre-push": (command) => [
    `entry: sh -c 'if [ -n "$PRE_COMMIT_FROM_REF" ]; then exec ${command} range "$PRE_COMMIT_FROM_REF..$PRE_COMMIT_TO_REF"; fi; exec ${command} history'`,
    // "pre-push" is not known before 3.2, "push" is understood by every version.
    "stages: [push]",
  ],
};

export function preCommit(place: Place, hook: Hook): Plan {
  if (hook === "pre-receive") throw new UsageError("pre-commit does not run on servers: leaklint init --hook pre-receive --tool git");
  const old = place.read(PRE_COMMIT_FILE);
  const clean = withoutBlock(old ?? "repos:\n");
  refuseTabs(clean, PRE_COMMIT_FILE);
  const id = hook === "pre-commit" ? "leaklint" : "leaklint-push";
  // Hooks of both kinds stand in one block: what was there for the other kind is written again.
  const others = old === undefined ? [] : (["pre-commit", "pre-push"] as const).filter((one) => one !== hook && old.includes(`- id: ${one === "pre-commit" ? "leaklint" : "leaklint-push"}\n`) && old !== clean);
  const wanted = (["pre-commit", "pre-push"] as const).filter((one) => one === hook || others.includes(one));
  const lines = clean.split("\n");
  const repos = blockOf(lines, "repos", 0, lines.length, 0);
  if (repos === undefined || (repos.rest !== "" && repos.rest !== "[]")) throw new UsageError(`${PRE_COMMIT_FILE} has no list of repos that leaklint can add to: add the hook ${id} by hand (docs/hooks.md)`);
  if (repos.rest === "[]") lines[repos.at] = "repos:";
  const indent = repos.end === repos.at + 1 ? 2 : childIndent(lines, repos);
  const added = block(indent, ["- repo: local", "  hooks:", ...wanted.flatMap((one) => hookLines(one, place.command))]);
  const text = insert(lines, repos.end, added).join("\n");
  return { changes: text === old ? [] : [{ kind: "write", path: join(place.top, PRE_COMMIT_FILE), text }], notes: [INSTALL[hook]] };
}

const hookLines = (hook: keyof typeof ENTRIES, command: string): string[] =>
  [
    `- id: ${hook === "pre-commit" ? "leaklint" : "leaklint-push"}`,
    "  name: leaklint",
    ...ENTRIES[hook](command).map((line) => `  ${line}`),
    "  language: system",
    "  pass_filenames: false",
    "  always_run: true",
  ].map((line) => `    ${line}`);

const INSTALL: Readonly<Record<keyof typeof ENTRIES, Words>> = {
  "pre-commit": { en: "Run pre-commit install in each clone, if nobody has.", ja: "各クローンで pre-commit install を実行してください（済みなら不要）。" },
  "pre-push": { en: "Run pre-commit install --hook-type pre-push in each clone.", ja: "各クローンで pre-commit install --hook-type pre-push を実行してください。" },
};

export function withoutPreCommit(place: Place): Plan {
  const old = place.read(PRE_COMMIT_FILE);
  const text = withoutBlock(old ?? "");
  if (old === undefined || text === old) return { changes: [], notes: [] };
  const path = join(place.top, PRE_COMMIT_FILE);
  return { changes: [text.trim() === "repos:" ? { kind: "remove", path } : { kind: "write", path, text }], notes: [] };
}

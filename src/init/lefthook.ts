/** lefthook (https://lefthook.dev): lefthook.yml. */
import { join } from "node:path";
import { UsageError } from "../errors.js";
import { type Hook, HOOK_WORDS, type Place, type Plan, withoutBlock } from "./plan.js";
import { block, blockOf, childIndent, insert, refuseTabs } from "./yaml-lines.js";

const FILES = ["lefthook.yml", "lefthook.yaml", ".lefthook.yml", ".lefthook.yaml"];
const OTHER_FILES = ["lefthook.toml", "lefthook.json", ".lefthook.toml", ".lefthook.json"];

export const lefthookFile = (place: Place): string | undefined => [...FILES, ...OTHER_FILES].find((file) => place.kindOf(join(place.top, file)) === "file");

export function lefthook(place: Place, hook: Hook): Plan {
  if (hook === "pre-receive") throw new UsageError("lefthook does not run on servers: leaklint init --hook pre-receive --tool git");
  const file = lefthookFile(place) ?? "lefthook.yml";
  if (OTHER_FILES.includes(file)) throw new UsageError(`${file}: leaklint adds to YAML only; add a command that runs leaklint ${HOOK_WORDS[hook]} by hand (docs/hooks.md)`);
  const old = place.read(file);
  const clean = withoutHook(old ?? "", hook);
  refuseTabs(clean, file);
  const text = added(clean, hook, place.command, file);
  return { changes: text === old ? [] : [{ kind: "write", path: join(place.top, file), text }], notes: [INSTALL] };
}

export function withoutLefthook(place: Place, hook: Hook): Plan {
  const file = lefthookFile(place);
  const old = file === undefined ? undefined : place.read(file);
  if (file === undefined || old === undefined) return { changes: [], notes: [] };
  const text = withoutHook(old, hook);
  const path = join(place.top, file);
  return { changes: text === old ? [] : [text.trim() === "" ? { kind: "remove", path } : { kind: "write", path, text }], notes: [] };
}

/** lefthook puts the hook's first argument in the place of {1}. */
const runOf = (hook: Hook, command: string): string[] => [`run: ${command} ${HOOK_WORDS[hook].replace('"$1"', "{1}")}`, ...(hook === "pre-push" ? ["use_stdin: true"] : [])];

function added(text: string, hook: Hook, command: string, file: string): string {
  const run = runOf(hook, command);
  const lines = text.split("\n");
  const own = blockOf(lines, hook, 0, lines.length, 0);
  if (own === undefined) {
    const head = text === "" || text.endsWith("\n") ? text : `${text}\n`;
    return `${head}${block(0, [`${hook}:`, "  commands:", "    leaklint:", ...run.map((line) => `      ${line}`)]).join("\n")}\n`;
  }
  const indent = childIndent(lines, own);
  for (const [key, first] of [["commands", "leaklint:"], ["jobs", "- name: leaklint"]] as const) {
    const list = blockOf(lines, key, own.at + 1, own.end, indent);
    if (list === undefined) continue;
    if (own.rest !== "" || list.rest !== "") break;
    return insert(lines, list.at + 1, block(childIndent(lines, list), [first, ...run.map((line) => `  ${line}`)])).join("\n");
  }
  if (own.rest !== "") throw new UsageError(`${file} has a ${hook} that leaklint cannot add to: add a command that runs leaklint ${HOOK_WORDS[hook]} by hand (docs/hooks.md)`);
  return insert(lines, own.at + 1, block(indent, ["commands:", "  leaklint:", ...run.map((line) => `    ${line}`)])).join("\n");
}

/** Blocks of the two hooks are told apart by what they run. */
function withoutHook(text: string, hook: Hook): string {
  const first = HOOK_WORDS[hook].replace('"$1"', "{1}");
  const parts = text.split(/^(?=[^\S\n]*# leaklint: begin)/mu);
  return parts.map((part) => (part.slice(0, part.indexOf("# leaklint: end")).includes(` ${first}\n`) ? withoutBlock(part) : part)).join("");
}

const INSTALL = { en: "Run lefthook install in each clone, if nobody has.", ja: "各クローンで lefthook install を実行してください（済みなら不要）。" };

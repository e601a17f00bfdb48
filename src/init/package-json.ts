/** lint-staged and simple-git-hooks: what package.json says. */
import { join } from "node:path";
import { UsageError } from "../errors.js";
import { type Hook, HOOK_WORDS, type Place, type Plan } from "./plan.js";

type Json = Record<string, unknown>;
const FILE = "package.json";
const SIMPLE = "simple-git-hooks";
const STAGED = "lint-staged";
/** lint-staged gives it the names of the files, as they are to be committed. */
const FILES_COMMAND = (command: string): string => `${command} --profile repo`;

const SCRIPTS = ["js", "cjs", "mjs", "ts", "cts", "mts"];
/** Where their settings may be instead, by their own documentation. */
const OWN_FILES = {
  [SIMPLE]: [".simple-git-hooks", "simple-git-hooks"].flatMap((name) => ["json", ...SCRIPTS].map((extension) => `${name}.${extension}`)),
  [STAGED]: [".lintstagedrc", ...["json", "yaml", "yml", ...SCRIPTS].map((extension) => `.lintstagedrc.${extension}`), ...SCRIPTS.map((extension) => `lint-staged.config.${extension}`), "package.yaml"],
} as const satisfies Record<string, readonly string[]>;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

/** @throws UsageError where it is no object */
export function packageJson(place: Place): Json | undefined {
  const text = place.read(FILE);
  if (text === undefined) return undefined;
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/u, ""));
    if (isObject(json)) return json;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new UsageError(`${FILE} is not a JSON object`);
}

export function dependsOn(json: Json | undefined, name: string): boolean {
  return ["dependencies", "devDependencies", "optionalDependencies"].some((kind) => isObject(json?.[kind]) && Object.hasOwn(json[kind], name));
}

export function simpleGitHooks(place: Place, hook: Hook): Plan {
  if (hook === "pre-receive") throw new UsageError("simple-git-hooks does not run on servers: leaklint init --hook pre-receive --tool git");
  const { json, settings: hooks } = settingsIn(place, SIMPLE);
  const call = `${place.command} ${HOOK_WORDS[hook]}`;
  const old = hooks[hook];
  if (old !== undefined && typeof old !== "string") throw new UsageError(`${FILE}: ${SIMPLE}.${hook} is not a command`);
  if (old?.startsWith(call) === true) return { changes: [], notes: [] };
  return { changes: [written(place, { ...json, [SIMPLE]: { ...hooks, [hook]: old === undefined || old === "" ? call : `${call} && ${old}` } })], notes: [APPLY] };
}

export function withoutSimpleGitHooks(place: Place, hook: Hook): Plan {
  const json = packageJson(place);
  const hooks = json?.[SIMPLE];
  const call = `${place.command} ${HOOK_WORDS[hook]}`;
  const old = isObject(hooks) ? hooks[hook] : undefined;
  if (json === undefined || !isObject(hooks) || typeof old !== "string" || !old.startsWith(call)) return { changes: [], notes: [] };
  const rest = old.slice(call.length).replace(/^ && /u, "");
  return { changes: [written(place, { ...json, [SIMPLE]: rest === "" ? without(hooks, hook) : { ...hooks, [hook]: rest } })], notes: [APPLY] };
}

export function lintStaged(place: Place, hook: Hook): Plan {
  if (hook !== "pre-commit") throw new UsageError("lint-staged is about commits only: leaklint init --hook HOOK --tool git");
  const { json, settings } = settingsIn(place, STAGED);
  const call = FILES_COMMAND(place.command);
  const old = settings["*"];
  const commands = old === undefined ? [] : Array.isArray(old) ? (old as unknown[]) : [old];
  if (commands.includes(call)) return { changes: [], notes: [] };
  const all = [...commands, call];
  return { changes: [written(place, { ...json, [STAGED]: { ...settings, "*": all.length === 1 ? call : all } })], notes: [] };
}

export function withoutLintStaged(place: Place): Plan {
  const json = packageJson(place);
  const settings = json?.[STAGED];
  if (json === undefined || !isObject(settings)) return { changes: [], notes: [] };
  const old = settings["*"];
  const call = FILES_COMMAND(place.command);
  const all = Array.isArray(old) ? (old as unknown[]) : [old];
  if (!all.includes(call)) return { changes: [], notes: [] };
  const left = all.filter((one) => one !== call);
  return { changes: [written(place, { ...json, [STAGED]: left.length === 0 ? without(settings, "*") : { ...settings, "*": left.length === 1 ? left[0] : left } })], notes: [] };
}

const without = (json: Json, key: string): Json => Object.fromEntries(Object.entries(json).filter(([name]) => name !== key));

/** @throws UsageError where these settings are in a file of their own */
function settingsIn(place: Place, key: keyof typeof OWN_FILES): { readonly json: Json; readonly settings: Json } {
  const json = packageJson(place);
  if (json === undefined) throw new UsageError(`there is no ${FILE} here for ${key}`);
  const settings = json[key] ?? {};
  const isElsewhere = json[key] === undefined && OWN_FILES[key].some((file) => place.kindOf(join(place.top, file)) !== undefined);
  if (!isObject(settings) || isElsewhere) throw new UsageError(`the settings of ${key} are not in ${FILE}: add leaklint there by hand (docs/hooks.md)`);
  return { json, settings };
}

/** Indented as it was. */
function written(place: Place, json: Json): Plan["changes"][number] {
  const old = place.read(FILE) ?? "";
  const indent = /^[\t ]+(?=")/mu.exec(old)?.[0] ?? "  ";
  const text = JSON.stringify(json, null, indent).replaceAll("\n", old.includes("\r\n") ? "\r\n" : "\n");
  return { kind: "write", path: join(place.top, FILE), text: `${text}${/\r?\n?$/u.exec(old)?.[0] ?? "\n"}` };
}

const APPLY = { en: "Run npx simple-git-hooks in each clone.", ja: "各クローンで npx simple-git-hooks を実行してください。" };

/** What the configuration is checked with: each check throws a ConfigError that names the path where the value is not what it must be. */
import { ConfigError } from "./errors.js";
import { nearest } from "../detectors/shared/nearest.js";

/** A part of a JSON Schema (draft 7). */
export type Schema = Readonly<Record<string, unknown>>;

export interface Check {
  (value: unknown, path: string): void;
  /** What of it a schema can say: schema/config.schema.json is made of these, so that the two cannot differ. */
  readonly schema?: Schema;
}

export const described = (schema: Schema, check: (value: unknown, path: string) => void): Check => Object.assign(check, { schema });

export const fail = (path: string, expected: string): never => {
  throw new ConfigError(`${path} must be ${expected}`);
};
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

export const oneOf = (words: readonly string[]): Check =>
  described({ type: "string", enum: words }, (value, path) => {
    if (typeof value === "string" && words.includes(value)) return;
    const hint = typeof value === "string" ? nearestHint(value, words) : "";
    fail(path, `one of ${words.map((word) => JSON.stringify(word)).join(", ")}${hint}`);
  });
/** @param schema what a schema can say of it: at most as strict as the check */
export const must = (expected: string, isRight: (value: unknown) => boolean, schema: Schema = {}): Check =>
  described(schema, (value, path) => {
    if (!isRight(value)) fail(path, expected);
  });
export const text = must("a non-empty string", (value) => typeof value === "string" && value !== "", { type: "string", minLength: 1 });
export const flag = must("true or false", (value) => typeof value === "boolean", { type: "boolean" });
export const texts: Check = described({ type: "array", items: text.schema }, (value, path) => {
  if (!Array.isArray(value)) return void fail(path, "a list of strings");
  for (const [i, one] of value.entries()) text(one, `${path}[${i}]`);
});
export const positive = must("a number above 0", (value) => typeof value === "number" && Number.isFinite(value) && value > 0, { type: "number", exclusiveMinimum: 0 });
export const count = must("a whole number, 0 or above", (value) => Number.isSafeInteger(value) && Number(value) >= 0, { type: "integer", minimum: 0 });
export const members = (checks: Readonly<Record<string, Check>>): Check => {
  const properties = Object.fromEntries(Object.entries(checks).map(([key, { schema = {} }]) => [key, schema]));
  return described({ type: "object", additionalProperties: false, properties }, (value, path) => {
    if (!isObject(value)) return void fail(path, "an object");
    refuseUnknownKeys(value, Object.keys(checks), path);
    for (const [key, one] of Object.entries(value)) if (one !== undefined) checks[key](one, path === "config" ? key : `${path}.${key}`);
  });
};
export const every = (check: Check): Check =>
  described({ type: "object", additionalProperties: check.schema ?? {} }, (value, path) => {
    if (!isObject(value)) return void fail(path, "an object");
    for (const [key, one] of Object.entries(value)) check(one, `${path}[${JSON.stringify(key)}]`);
  });

/** @throws ConfigError for the first key that is not one of `known` */
export function refuseUnknownKeys(value: object, known: readonly string[], path: string): void {
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) throw new ConfigError(`${path} has no key ${JSON.stringify(key)}${nearestHint(key, known)}`);
  }
}

export function nearestHint(word: string, known: readonly string[]): string {
  const best = nearest(word, known, Math.max(2, Math.floor(word.length / 3)));
  return best === undefined ? "" : `; did you mean ${JSON.stringify(best)}?`;
}

/** The schemas that reports are held against. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv, type ErrorObject } from "ajv";
import AjvDraft04 from "ajv-draft-04";
import addFormats from "ajv-formats";

/** What is wrong with a JSON text by a schema; empty where nothing is. */
export type SchemaCheck = (json: string) => readonly ErrorObject[];

/** OASIS's own, as Microsoft's package for tests brings it; its pattern for languages is no Unicode expression. */
export function sarifSchema(): SchemaCheck {
  const path = createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  const ajv = new AjvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  return checkOf(ajv.compile(JSON.parse(readFileSync(path, "utf8")) as object));
}

/** One of the schemas this package publishes: "report" or "config". */
export function ownSchema(name: string): SchemaCheck {
  return checkOf(new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync(`schema/${name}.schema.json`, "utf8")) as object));
}

interface Validator {
  (value: unknown): boolean;
  errors?: readonly ErrorObject[] | null;
}

function checkOf(validate: Validator): SchemaCheck {
  return (json) => (validate(JSON.parse(json)) ? [] : (validate.errors ?? []));
}

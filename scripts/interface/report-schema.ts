/** schema/report.schema.json: the JSON report as other programs may rely on it. Keys may be added to it: none is refused for being new. */
import type { Accepted, Evidence, Exposure, Finding, Reason, Remedy, SheetState, Step, Unscanned } from "../../src/contract.js";
import type { Schema } from "../../src/checks.js";
import { VERDICT_LEVELS } from "../../src/policy.js";
import type { JsonResult, JsonSummary } from "../../src/reporters/json.js";
import { CONCEALMENT_WORDS, ENTITY_WORDS, EVIDENCE_WORDS, SEVERITY_WORDS, SHEET_STATE_WORDS, UNSCANNED_WORDS } from "../../src/reporters/words.js";

const text: Schema = { type: "string" };
const count: Schema = { type: "integer", minimum: 0 };
const list = (items: Schema): Schema => ({ type: "array", items });
const oneOf = (words: Readonly<Record<string, string>>): Schema => ({ type: "string", enum: Object.keys(words) });
const verdict: Schema = { type: "string", enum: VERDICT_LEVELS };
const at = list({ $ref: "#/definitions/step" });

/** An object of a type: every key of the type must be said, which is what keeps this true when the type grows. */
function object<Type>(properties: Readonly<Record<keyof Type & string, Schema>>, optional: readonly (keyof Type & string)[] = []): Schema {
  return { type: "object", required: Object.keys(properties).filter((key) => !(optional as readonly string[]).includes(key)), properties };
}

type StepOf<Kind extends Step["kind"]> = Omit<Extract<Step, { kind: Kind }>, "kind">;
const STEPS: { readonly [Kind in Step["kind"]]: Schema } = {
  file: object<StepOf<"file">>({ path: text }),
  commit: object<StepOf<"commit">>({ id: text }),
  part: object<StepOf<"part">>({ path: text, name: text }, ["name"]),
  header: object<StepOf<"header">>({ name: text }),
  entry: object<StepOf<"entry">>({ name: text }),
  sheet: object<StepOf<"sheet">>({ name: text, state: oneOf(SHEET_STATE_WORDS.en satisfies Record<SheetState, string>) }),
  cell: object<StepOf<"cell">>({ ref: text }),
  page: object<StepOf<"page">>({ number: count, last: count, box: { type: "object" } }, ["last", "box"]),
  property: object<StepOf<"property">>({ name: text }),
  "package-part": object<StepOf<"package-part">>({ path: text }),
  span: object<StepOf<"span">>({ line: count, column: count, offset: count, length: count }),
};

const place = { field: text, occurrence: count, position: count };
const REMEDIES: { readonly [Kind in Remedy["kind"]]: Schema } = {
  "move-to-bcc": object<Omit<Extract<Remedy, { kind: "move-to-bcc" }>, "kind">>({ recipients: list(object(place)) }),
  "replace-recipient": object<Omit<Extract<Remedy, { kind: "replace-recipient" }>, "kind">>({ recipient: object(place), domain: text }),
  "delete-sheet": object<Omit<Extract<Remedy, { kind: "delete-sheet" }>, "kind">>({ sheet: at }),
  remove: object<Omit<Extract<Remedy, { kind: "remove" }>, "kind">>({ at }),
};

/** One of several objects, told apart by `kind`. */
const byKind = (kinds: Readonly<Record<string, Schema>>): Schema => ({
  type: "object",
  required: ["kind"],
  properties: { kind: { type: "string", enum: Object.keys(kinds) } },
  allOf: Object.entries(kinds).map(([kind, schema]) => ({ if: { type: "object", properties: { kind: { const: kind } } }, then: schema })),
});

const exposure = object<Exposure>({ identified: count, reachable: count, concealed: count });
const accepted = object<Accepted>({ by: { type: "string", enum: ["marker", "entry", "baseline"] satisfies Accepted["by"][] }, reason: text, owner: text, expires: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" } }, ["reason", "owner", "expires"]);
const finding = object<JsonResult["findings"][number]>(
  {
    detector: text, code: text, severity: oneOf(SEVERITY_WORDS.en satisfies Record<Finding["severity"], string>), confidence: { type: "number", minimum: 0, maximum: 1 },
    count, people: count,
    entities: { type: "object", propertyNames: oneOf(ENTITY_WORDS.en), additionalProperties: count },
    evidence: list(object<Finding["evidence"][number]>({ kind: oneOf(EVIDENCE_WORDS.en satisfies Record<Evidence, string>), count })),
    concealment: { ...oneOf(CONCEALMENT_WORDS.en), description: "Why a reader would not see this place. Absent: it is in plain view." },
    at, location: text, message: text, help: text, excerpt: { ...text, description: "Masked." },
    fingerprint: { type: "string", pattern: "^[0-9a-f]{32}$" }, remedies: list({ $ref: "#/definitions/remedy" }), accepted,
  },
  ["concealment", "excerpt", "accepted"],
);
const unscanned = object<JsonResult["unscanned"][number]>(
  { at, location: text, reason: oneOf(UNSCANNED_WORDS.en satisfies Record<Unscanned["reason"], string>), detail: text, format: text, accepted: { const: true } },
  ["format", "accepted"],
);
const result = object<JsonResult>(
  {
    path: text, commit: text, format: text, verdict, people: count, exposure,
    open: { ...object<NonNullable<JsonResult["open"]>>({ people: count, exposure }), description: "The same without what was accepted." },
    reasons: list(object<Reason>({ rule: text, level: verdict, count })),
    findings: list({ $ref: "#/definitions/finding" }), unscanned: list({ $ref: "#/definitions/unscanned" }), remedies: list({ $ref: "#/definitions/remedy" }),
  },
  ["commit", "open"],
);
const summary = {
  tool: object<JsonSummary["tool"]>({ name: { const: "leaklint" }, version: text }),
  verdict: { ...verdict, description: "The worst of the results." },
  summary: object<JsonSummary["summary"]>({ results: count, findings: count, people: count, unscanned: count }),
};

export function reportSchemaFile(): object {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "leaklint's JSON report (--format json)",
    ...object<JsonSummary & { schemaVersion: number; results: readonly JsonResult[] }>({ schemaVersion: { const: 1 }, ...summary, results: list({ $ref: "#/definitions/result" }) }),
    definitions: { result, finding, unscanned, step: byKind(STEPS), remedy: byKind(REMEDIES) },
  };
}

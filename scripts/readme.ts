/**
 * `npm run readme`: puts the real output of each command shown in README into its block. tests/readme.test.ts fails where a block
 * is not what the command prints.
 *
 *     <!-- output: leaklint fixtures/xlsx/flag.hidden-sheet.xlsx -->
 *     ```text
 *     …
 *     ```
 */
import { writeFileSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { leaklint } from "../tests/support/cli.js";
import { withPlaces } from "./places.js";

const BLOCK = /(<!-- output: leaklint ([^\n]*?) -->\n```\w*\n)([\s\S]*?)(```\n)/gu;

export function withRealOutput(readme: string): string {
  return readme.replace(BLOCK, (_, head: string, args: string, __: string, tail: string) => `${head}${leaklint(args.split(" ")).stdout}${tail}`);
}

export function outputBlocks(readme: string): string[] {
  return [...readme.matchAll(BLOCK)].map((match) => match[2]);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync("README.md", await withPlaces(withRealOutput(readFileSync("README.md", "utf8"))));

import { describe, expect, it } from "vitest";
import { scan } from "../../../../src/index.js";
import { csv, gather, padded, type Row, type Shape, widthsOf } from "./gathering.js";
import { NOBODY } from "./nobody.js";
import { RECORD_SHAPES } from "./records.js";
import { SHEET_SHAPES } from "./sheets.js";
import { TEXT_SHAPES } from "./texts.js";

/** Of so many people, so many more or fewer may be counted. */
const ALLOWED = 0.02;
const COUNTS = [10, 40, 200];
/** Shapes that are counted less exactly, and why. */
const ALLOWED_FOR: Readonly<Record<string, number>> = {
  // One table has addresses, the other dates of birth: who has no telephone shares nothing but the name.
  "two tables of the same people": 0.45,
  // Read as prose, where one name in ten is in no dictionary.
  "two lines a person": 0.15,
  "name and address in one cell": 0.15,
  "address labels, three across": 0.15,
  "a zip of a page a person": 0.15,
};

async function countIn(shape: Shape, count: number, seed: number): Promise<{ counted: number; people: number }> {
  const gathering = gather(count, seed);
  const bytes = await shape.write(gathering);
  const { reports } = await scan({ name: shape.name, bytes: typeof bytes === "string" ? Buffer.from(bytes) : bytes });
  return { counted: reports[0].result.people, people: shape.people?.(gathering) ?? gathering.people };
}

describe.each([["texts", TEXT_SHAPES], ["sheets", SHEET_SHAPES], ["records", RECORD_SHAPES]] as const)("people are counted in %s", (_, shapes) => {
  it.each(shapes.map((shape) => [shape.kind, shape] as const))("%s", async (__, shape) => {
    for (const [seed, count] of COUNTS.entries()) {
      const { counted, people } = await countIn(shape, count, seed);
      expect(Math.abs(counted - people) / people, `${counted} counted of ${people}`).toBeLessThanOrEqual(ALLOWED_FOR[shape.kind] ?? ALLOWED);
    }
  });
});

const aligned = (rows: readonly Row[]): string => {
  const widths = widthsOf(rows);
  return rows.map((row) => row.map((cell, i) => padded(cell, widths[i])).join("  ").trimEnd()).join("\n");
};
const markdown = ([header, ...rows]: readonly Row[]): string => [header, header.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
const WAYS: Readonly<Record<string, readonly [name: string, write: (rows: readonly Row[]) => string]>> = {
  "a sheet": ["a.csv", csv],
  "a sheet on its side": ["a.csv", (rows) => csv(rows[0].map((_, column) => rows.map((row) => row[column])))],
  "Markdown": ["a.md", (rows) => `# 資料\n\n${markdown(rows)}\n`],
  "columns": ["a.txt", (rows) => `資料\n\n${aligned(rows)}\n`],
  "tabs": ["a.txt", (rows) => `下記のとおりです。\n\n${rows.map((row) => row.join("\t")).join("\n")}\n\n以上\n`],
  "objects": ["a.js", ([header, ...rows]) => `export const rows = ${JSON.stringify(rows.map((row) => Object.fromEntries(header.map((key, i) => [key, row[i]]))), null, 2)};\n`],
  "labels": ["a.txt", ([header, ...rows]) => rows.map((row) => header.map((label, i) => `${label}：${row[i]}`).join("\n")).join("\n\n")],
};

describe.each(Object.entries(NOBODY))("nobody is counted in a table of %s", (_, rows) => {
  it.each(Object.entries(WAYS))("written as %s", async (__, [name, write]) => {
    const { reports } = await scan({ name, bytes: Buffer.from(write(rows)) });
    expect(reports.map(({ result }) => ({ people: result.people, records: result.findings.filter(({ detector, code }) => detector === "personal-records" && code !== "public-contact").map(({ count }) => count) }))).toEqual([{ people: 0, records: [] }]);
  });
});

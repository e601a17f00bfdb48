import { describe, expect, it } from "vitest";
import { scan } from "../src/index.js";
import { inventPeople } from "./support/people.js";

const rows = (count: number, cell: (row: number) => string): string => Array.from({ length: count }, (_, row) => `${row + 1},${cell(row)},${row * 37 + 5}\n`).join("");

async function found(csv: string): Promise<Record<string, number>> {
  const { reports } = await scan({ name: "table.csv", bytes: Buffer.from(csv) }, { profile: "publish" });
  const counts: Record<string, number> = {};
  for (const { entities } of reports[0].result.findings) for (const [entity, count] of Object.entries(entities)) counts[entity] = (counts[entity] ?? 0) + count;
  return counts;
}

describe("values that do not belong to their column", () => {
  it.each([
    ["one stock number of thirty that begins like a mobile telephone's", rows(30, (row) => (row === 7 ? "09012345067" : `7${String(row * 7919 + 1_000_000_000)}`)), {}],
    ["thirty mobile telephones", rows(30, (row) => `0901234${1000 + row * 31}`), { "phone-number": 30 }],
    ["one mobile telephone among fourteen numbers", rows(14, (row) => (row === 7 ? "09012345067" : `7${String(row * 7919 + 1_000_000_000)}`)), { "phone-number": 1 }],
    ["one sure telephone in a column of remarks", rows(30, (row) => (row === 7 ? "090-1234-5067" : `在庫${row}個`)), { "phone-number": 1 }],
    ["a stock number in a sentence of its cell", rows(30, (row) => (row === 7 ? "連絡は09012345067まで" : `在庫${row}個`)), { "phone-number": 1 }],
    ["one surely known name in a column of remarks", rows(30, (row) => (row === 7 ? "渡辺美咲" : `在庫${row}個`)), { "person-name": 1 }],
  ])("%s", async (_case, csv, expected) => {
    expect(await found(csv)).toEqual(expected);
  });

  it("leaves a column of names as it is", async () => {
    const people = inventPeople(30);
    expect((await found(rows(30, (row) => people[row].name)))["person-name"]).toBeGreaterThan(25);
  });
});

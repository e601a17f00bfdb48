/** Personal data in the names of things: whatever is printed of a place, no value is. */
import { describe, expect, it } from "vitest";
import type { Reporter } from "../../src/contract.js";
import { createLinter } from "../../src/index.js";
import { jsonReporter } from "../../src/reporters/json.js";
import { prettyReporter } from "../../src/reporters/pretty.js";
import { zip } from "../support/archives.js";
import { packageOf } from "../support/package.js";
import { inventPeople, type InventedPerson } from "../support/people.js";

const people = inventPeople(12);
const values = people.flatMap(({ name, surname, given, phone, email, address }) => [name, `${surname} ${given}`, phone, email, address]);
const REPORTERS: readonly Reporter[] = [jsonReporter, prettyReporter];

/** How many of the values some report shows: a failing test must not print what it guards. */
async function shown(name: string, bytes: Uint8Array): Promise<number> {
  const linter = createLinter();
  const { reports } = await linter.scan({ name, bytes });
  expect(reports[0]?.result.findings.length ?? 0).toBeGreaterThan(0);
  const options = { color: false, width: Infinity, messages: linter.messages };
  const outputs = [JSON.stringify(reports), ...REPORTERS.flatMap((reporter) => [reporter(reports, { ...options, lang: "en" }), reporter(reports, { ...options, lang: "ja" })])];
  return values.filter((value) => outputs.some((output) => output.includes(value))).length;
}

const CSV = Buffer.from(["氏名,電話番号", ...people.map(({ name, phone }) => `${name},${phone}`)].join("\n"));
const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");

const NAMINGS: readonly [string, (person: InventedPerson) => string][] = [
  ["names", ({ name }) => name],
  ["names with a space", ({ surname, given }) => `${surname} ${given}`],

  ["names with a title", ({ name }) => `${name}様`],
  ["mail addresses", ({ email }) => email],
  ["phone numbers", ({ phone }) => phone],
];

describe.each(NAMINGS)("things called by %s are not printed by them", (_, call) => {
  it("as files in folders", async () => {
    const [first, second] = people;
    expect(await shown(`out/${call(first)}/${call(second)}.csv`, CSV)).toBe(0);
  });

  it.each(["/", "\\"])("as entries under %s", async (slash) => {
    expect(await shown("a.zip", zip(people.map((person) => ({ name: `d${slash}${call(person)}${slash}${call(person)}.csv`, content: CSV }))))).toBe(0);
  });

  it("as entries that are not read", async () => {
    expect(await shown("a.zip", zip([{ name: "list.csv", content: CSV }, ...people.map((person) => ({ name: `${call(person)}.csv`, content: CSV, encrypted: true })), ...people.map((person) => ({ name: `${call(person)}.png`, content: PNG }))]))).toBe(0);
  });

  it("as hidden sheets, which the remedies name too", async () => {
    const rows = (phone: string): string => `<row r="1"><c r="A1" t="inlineStr"><is><t>${phone}</t></is></c></row>`;
    expect(await shown("a.xlsx", packageOf({ sheets: people.map((person) => ({ name: call(person), state: "hidden", rows: rows(person.phone) })) }))).toBe(0);
  });

  it("as keys of JSON", async () => {
    expect(await shown("a.json", Buffer.from(JSON.stringify(Object.fromEntries(people.map((person) => [call(person), { memo: { text: [`${person.phone} です`] } }])))))).toBe(0);
  });
});

it("leaves names alone that hold nothing personal", async () => {
  const { reports } = await createLinter().scan({ name: "広報/令和6年度 団体一覧 (2024-04-01).csv", bytes: CSV });
  expect(reports[0]?.result.path).toBe("広報/令和6年度 団体一覧 (2024-04-01).csv");
});

it.each([
  ["a file's", { name: `${"x".repeat(100_000)}.csv`, bytes: CSV }],
  ["a key's", { name: "a.json", bytes: Buffer.from(JSON.stringify({ ["x".repeat(100_000)]: { memo: `${people[0]?.phone ?? ""} です` } })) }],
])("does not repeat %s name of 100,000 characters", async (_case, input) => {
  const { reports } = await createLinter().scan(input);
  expect(reports[0]?.result.findings.length).toBeGreaterThan(0);
  expect(JSON.stringify(reports).length).toBeLessThan(10_000);
});

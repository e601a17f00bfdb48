/** What a fingerprint tells apart, and what it does not: a baseline rests on it. */
import { describe, expect, it } from "vitest";
import { createLinter, type Finding } from "../../src/index.js";
import { inventPeople, type InventedPerson } from "../support/people.js";
import { formWorkbook } from "../support/workbook.js";

const linter = createLinter({ fingerprintKey: "a key for tests", profile: "repo" });

async function findings(name: string, content: string | Uint8Array, by = linter): Promise<readonly Finding[]> {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return (await by.scan({ name, bytes })).reports[0].result.findings;
}
const prints = async (name: string, content: string | Uint8Array, detector: string, by = linter): Promise<string[]> =>
  (await findings(name, content, by)).filter((finding) => finding.detector === detector).map(({ fingerprint }) => fingerprint).sort();

const people = inventPeople(40);
const row = ({ name, address, phone, email }: InventedPerson): string => [name, address, phone, email].join(",");
const csv = (list: readonly InventedPerson[], head = "氏名,住所,電話番号,メールアドレス"): string => `${head}\n${list.map(row).join("\n")}\n`;
const table = (content: string, name = "a.csv"): Promise<string[]> => prints(name, content, "personal-records");

describe("a table's fingerprint is the same", () => {
  it("in another file, under another name, in another order, and with lines above it", async () => {
    const [print] = await table(csv(people));
    expect(print).toMatch(/^[\da-f]{32}$/u);
    expect(await table(csv(people), "other/b.txt.csv")).toEqual([print]);
    expect(await table(csv([...people].reverse()))).toEqual([print]);
    expect(await table(`\n\n${csv(people)}`)).toEqual([print]);
  });

  it("in another run and another linter with the same key, and only there", async () => {
    const [print] = await table(csv(people));
    expect(await prints("a.csv", csv(people), "personal-records", createLinter({ fingerprintKey: "a key for tests" }))).toEqual([print]);
    expect(await prints("a.csv", csv(people), "personal-records", createLinter({ fingerprintKey: "another key" }))).not.toEqual([print]);
  });
});

describe("a table's fingerprint is another one", () => {
  const changed = (change: Partial<InventedPerson>): InventedPerson[] => people.map((person, i) => (i === 20 ? { ...person, ...change } : person));
  it.each<[string, readonly InventedPerson[]]>([
    ["when a person is added", [...people, inventPeople(1, 40)[0]]],
    ["when a person is taken away", people.slice(1)],
    ["when a person is written twice", [...people, people[0]]],
    ["when a person is replaced", [...people.slice(1), inventPeople(1, 40)[0]]],
    ["when a name changes", changed({ name: "山田千尋" })],
    ["when an address changes", changed({ address: "香川県高松市番町5丁目9番9号" })],
    ["when a telephone changes", changed({ phone: "090-2345-9876" })],
    ["when two people swap their telephones", people.map((person, i) => (i > 1 ? person : { ...person, phone: people[1 - i].phone }))],
    ["when two people swap their names", people.map((person, i) => (i > 1 ? person : { ...person, name: people[1 - i].name }))],
  ])("%s", async (_, list) => {
    expect(await table(csv(list))).not.toEqual(await table(csv(people)));
  });

  it.each([
    ["a second telephone", "氏名,住所,電話番号,携帯電話", (p: InventedPerson, i: number) => `${p.name},${p.address},087-${100 + i}-${2000 + i},${p.phone}`],
    ["a postal code", "氏名,郵便番号,住所,電話番号", (p: InventedPerson) => `${p.name},${p.postalCode},${p.address},${p.phone}`],
    ["a bank account", "氏名,住所,銀行名,支店名,口座番号", (p: InventedPerson, i: number) => `${p.name},${p.address},みずほ銀行,高松支店,${1234567 + i * 11}`],
  ])("when %s changes", async (_, head, write) => {
    const text = (list: readonly string[]): string => `${head}\n${list.join("\n")}\n`;
    const rows = people.map(write);
    const last = rows[20].replace(/(\d)(\D*)$/u, (_all, digit: string, rest: string) => `${(Number(digit) + 1) % 10}${rest}`);
    const other = head.includes("郵便番号") ? rows[20].replace(people[20].postalCode, people[21].postalCode) : head.includes("携帯") ? rows[20].replace(/087-\d+/u, "087-399") : last;
    expect(other).not.toBe(rows[20]);
    expect(await table(text(rows.with(20, other)))).not.toEqual(await table(text(rows)));
  });

  it("when it is a column of other passwords", async () => {
    const text = (seed: string): string => `id,password\n${people.map(({ romaji }, i) => `${romaji.split(" ")[0]}${i},${seed}${i}xK9!q`).join("\n")}\n`;
    const [one, two] = [await prints("a.csv", text("Tr0ub"), "secrets"), await prints("a.csv", text("Zw4ng"), "secrets")];
    expect(one.length).toBeGreaterThan(0);
    expect(two).not.toEqual(one);
  });

  it("when its sheet is hidden", async () => {
    const [seen, hidden] = await Promise.all((["visible", "hidden"] as const).map(async (state) => prints("a.xlsx", await formWorkbook({ people: 20, state }), "personal-records")));
    expect(seen).toHaveLength(1);
    expect(hidden).not.toEqual(seen);
  });
});

describe("a text's fingerprints", () => {
  const line = (i: number): string => `TEL: ${people[i].phone}`;
  it("stay when lines move, when a notation changes, and when the file is renamed", async () => {
    const [print] = await prints("a.txt", line(0), "phone-number");
    expect(await prints("b/c.md", `a\n\nb\n${line(0)}\n`, "phone-number")).toEqual([print]);
    expect(await prints("a.txt", line(0).replaceAll("-", ""), "phone-number")).toEqual([print]);
  });

  it("tell values and codes apart, and say nothing of the order of many", async () => {
    const one = await prints("a.txt", `${line(0)}\n\n${line(1)}`, "phone-number");
    expect(new Set(one).size).toBe(2);
    const many = people.slice(0, 20).map((_, i) => line(i));
    expect(await prints("a.txt", many.join("\n\n"), "phone-number")).toEqual(await prints("a.txt", [...many].reverse().join("\n\n"), "phone-number"));
    expect(await prints("a.txt", many.join("\n\n"), "phone-number")).not.toEqual(await prints("a.txt", many.with(3, line(30)).join("\n\n"), "phone-number"));
  });
});

describe("what has no value is known by its names", () => {
  it("a hidden sheet of another name is another finding, in another folder the same", async () => {
    const bytes = await formWorkbook({ people: 5, state: "hidden" });
    const [print] = await prints("x/form.xlsx", bytes, "concealed-sheet");
    expect(await prints("y/form.xlsx", bytes, "concealed-sheet")).toEqual([print]);
  });

  it("a mislabelled file of another name is another finding", async () => {
    const pdf = Buffer.from("%PDF-1.4\n%%EOF\n");
    const [print] = await prints("x/a.txt", pdf, "mislabelled-file");
    expect(print).toBeDefined();
    expect(await prints("y/a.txt", pdf, "mislabelled-file")).toEqual([print]);
    expect(await prints("x/b.txt", pdf, "mislabelled-file")).not.toEqual([print]);
  });
});

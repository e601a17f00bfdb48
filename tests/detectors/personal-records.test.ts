import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { personalRecords } from "../../detectors/personal-records.js";
import { type Explained, explainedBy } from "../../detectors/personal-records/explained.js";
import type { Identity } from "../../src/contract.js";
import { inventPeople } from "../support/people.js";
import { identitiesIn, matchesIn, PEOPLE_HEADER, readCsv, rowOf, sheetOf, summaries, type Summary } from "./personal-records/support.js";

const FIXTURES = new URL("../../fixtures/personal-records/", import.meta.url);
const fixture = (name: string): string[][] => readCsv(readFileSync(new URL(name, FIXTURES), "utf8"));
const people = inventPeople(40);
const everyEntity = (count: number): Summary["entities"] => ({
  "person-name": count, "postal-code": count, "postal-address": count, "phone-number": count, "email-address": count, "date-of-birth": count,
});

const FLAGGED: Readonly<Record<string, readonly Summary[]>> = {
  "groups-and-representatives": [{ code: "table", range: "A3:H10", people: 8, entities: { "person-name": 8, "postal-code": 8, "postal-address": 8, "phone-number": 8, "email-address": 8 } }],
  "two-row-header": [{ code: "table", range: "A5:L10", people: 6, entities: { ...everyEntity(6), "user-id": 6 } }],
  "children-and-guardians": [{ code: "table", range: "A2:G6", people: 10, entities: { "person-name": 10, "date-of-birth": 5, "postal-address": 5, "phone-number": 5 } }],
  "spreadsheet-export": [{ code: "table", range: "A2:D6", people: 5, entities: { "person-name": 5, "phone-number": 5, "postal-code": 5, "date-of-birth": 5 } }],
  "survey-export": [{ code: "table", range: "A2:G5", people: 4, entities: { "person-name": 4, "email-address": 4, "phone-number": 4, "postal-address": 4 } }],
  "english-crm": [{ code: "table", range: "A2:H5", people: 4, entities: { ...everyEntity(4), "user-id": 4 } }],
  "without-header": [{ code: "table", range: "B1:F6", people: 6, entities: { "person-name": 6, "postal-code": 6, "postal-address": 6, "phone-number": 6 } }],
  "account-dump": [{ code: "table", range: "A2:E5", people: 4, entities: { "user-id": 4, "email-address": 4 } }],
  "my-numbers": [{ code: "table", range: "A2:C4", people: 3, entities: { "my-number": 3 } }],
  "no-names": [{ code: "table", range: "A2:D4", people: 3, entities: { "user-id": 3, "date-of-birth": 3, "postal-code": 3 } }],
  "two-tables-below": [
    { code: "table", range: "A3:B5", people: 3, entities: { "person-name": 3, "phone-number": 3 } },
    { code: "table", range: "A8:B9", people: 2, entities: { "person-name": 2, "postal-address": 2 } },
  ],
  "two-tables-beside": [
    { code: "table", range: "A2:C5", people: 4, entities: { "person-name": 4, "phone-number": 4 } },
    { code: "table", range: "E2:G4", people: 3, entities: { "person-name": 3, "postal-address": 3 } },
  ],
  "members-only": [{ code: "table", range: "A2:A6", people: 5, entities: { "person-name": 5 } }],
  "roster-with-example": [{ code: "table", range: "A3:D5", people: 3, entities: { "person-name": 3, "date-of-birth": 3, "phone-number": 3 } }],
  "turned-on-its-side": [{ code: "table", range: "B1:D3", people: 3, entities: { "person-name": 3, "postal-address": 3, "phone-number": 3 } }],
  "filled-form": [{ code: "record", range: "B2:E4", people: 1, entities: { "person-name": 1, "postal-address": 1, "phone-number": 1, "date-of-birth": 1 } }],
  "cards": [{ code: "table", range: "A1:B11", people: 3, entities: { "person-name": 3, "postal-address": 3, "phone-number": 3 } }],
  "one-record": [{ code: "record", range: "A2:C2", people: 1, entities: { "person-name": 1, "postal-address": 1, "phone-number": 1 } }],
};

describe("personal-records", () => {
  it.each(Object.entries(FLAGGED))("finds the people of flag.%s.csv", (name, expected) => {
    expect(summaries(fixture(`flag.${name}.csv`))).toEqual(expected);
  });

  it("has an expectation for every flagged fixture", () => {
    const names = readdirSync(FIXTURES).filter((name) => name.startsWith("flag."));
    expect(names.sort()).toEqual(Object.keys(FLAGGED).map((name) => `flag.${name}.csv`).sort());
  });

  it.each(readdirSync(FIXTURES).filter((name) => name.startsWith("pass.")))("finds nobody in %s", (name) => {
    const rows = fixture(name);
    expect(rows.length).toBeGreaterThan(2);
    // Offices' contacts are listed.
    expect(summaries(rows).filter(({ code }) => code !== "public-contact")).toEqual([]);
  });

  it("accounts for the header and for cells that a proven column explains, and for no others", () => {
    const [match] = matchesIn(sheetOf(fixture("flag.groups-and-representatives.csv")));
    expect(match?.accountsFor?.(1, 2)).toBe(true);
    expect(match?.accountsFor?.(0, 0)).toBe(false);
    // The name of a group, and the serial number beside it.
    expect(match?.accountsFor?.(2, 1)).toBe(true);
    expect(match?.accountsFor?.(2, 0)).toBe(false);
    expect(match?.accountsFor?.(2, 2)).toBe(true);
    expect(match?.accountsFor?.(9, 7)).toBe(true);
    expect(match?.accountsFor?.(10, 2)).toBe(false);
  });
});

describe("personal-records: what a cell holds besides", () => {
  it.each([
    ["a telephone with a note", 1, "090-1234-5678（夜間は不可）"],
    ["two mail addresses", 2, "a.sato@provider.example, b.sato@provider.example"],
    ["an address with a telephone", 3, "香川県高松市番町1-2-3 087-000-1234"],
  ])("counts %s and leaves the cell to the text detectors", (_, column, value) => {
    const header = ["氏名", "電話番号", "メールアドレス", "住所"];
    const rows = people.slice(0, 3).map(({ name, phone, email, address }) => [name, phone, email, address]);
    rows[1][column] = value;
    const [match] = matchesIn(sheetOf([header, ...rows]));
    expect(match?.entities).toEqual({ "person-name": 3, "phone-number": 3, "email-address": 3, "postal-address": 3 });
    expect([1, 2, 3].map((row) => match?.accountsFor?.(row, column))).toEqual([true, false, true]);
  });

  it.each(["なし", "-", "未定", "同上", "合計", "", "　", "〃", "N/A"])("takes %j in the name column for nobody", (filler) => {
    const rows = people.slice(0, 3).map(rowOf);
    expect(summaries([PEOPLE_HEADER, ...rows, [filler, "", "", "", "", "", ""]])).toEqual([{ code: "table", range: "A2:G4", people: 3, entities: everyEntity(3) }]);
  });

  it("counts a name once with its reading and its romanised form", () => {
    const rows = people.slice(0, 4).map(({ name, kana, romaji, phone }) => [name, kana, romaji, phone]);
    expect(summaries([["氏名", "フリガナ", "氏名（ローマ字）", "電話"], ...rows])[0]?.entities).toEqual({ "person-name": 4, "phone-number": 4 });
  });

  it("counts two names in one cell once and leaves both to the text detectors", () => {
    const rows = [["氏名", "電話番号"], ["佐藤 花子\n鈴木 次郎", "087-000-1111"], ["サトウ ハナコ\n佐藤 花子", "087-000-1112"]];
    const [match] = matchesIn(sheetOf(rows));
    expect(match?.entities).toEqual({ "person-name": 2, "phone-number": 2 });
    expect([1, 2].map((row) => match?.accountsFor?.(row, 0))).toEqual([false, true]);
    expect([...(match?.identities ?? [])].map((identity) => identity["person-name"])).toEqual(["佐藤花子", "佐藤花子"]);
  });

  it("takes names that no dictionary holds where the header says what they are", () => {
    const rows = ["グエン ヴァン アン", "金 哲洙", "王 小明", "Ａｎｎａ Ｋｏｗａｌｓｋａ", "ミラー・ジョン"].map((name, i) => [name, `087-000-123${i}`]);
    expect(summaries([["氏名", "電話番号"], ...rows])[0]?.entities).toEqual({ "person-name": 5, "phone-number": 5 });
  });

  it.each([
    ["departments", ["総務課", "市民課", "環境業務課", "窓口係"]],
    ["organisations", ["讃岐醸造株式会社", "番町自治会", "学校法人栄学園", "高松市役所"]],
    ["numbers", ["1", "2", "3", "4"]],
    ["instructions", ["戸籍に記載のとおり", "自署してください", "押印は不要です", "省略できます"]],
  ])("does not take %s under 担当者 for people", (_, values) => {
    expect(summaries([["担当者", "電話番号"], ...values.map((value, i) => [value, `087-000-123${i}`])])).toEqual([]);
  });

  it("says who they are in one form each", () => {
    const rows = [
      ["氏名", "電話番号", "メール", "生年月日", "〒", "住所"],
      ["佐藤　花子", "９０１２３４５６７８", "Hanako.Sato@Provider.example", "昭和55年4月1日", "7600017", "香川県高松市 番町1-1"],
      ["鈴木 次郎", "+81 90-1234-9999", "", "1990/01/02", "", ""],
    ];
    expect(identitiesIn(sheetOf(rows))).toEqual<Identity[]>([
      {
        "person-name": "佐藤花子", "phone-number": "09012345678", "email-address": "hanako.sato@provider.example", "date-of-birth": "1980-04-01",
        "postal-code": "760-0017", "postal-address": "香川県高松市番町1-1",
      },
      { "person-name": "鈴木次郎", "phone-number": "09012349999", "date-of-birth": "1990-01-02" },
    ]);
  });

  it("can say who they are more than once", () => {
    const [match] = matchesIn(sheetOf([PEOPLE_HEADER, ...people.slice(0, 5).map(rowOf)]));
    expect([...(match?.identities ?? [])]).toEqual([...(match?.identities ?? [])]);
    expect([...(match?.identities ?? [])]).toHaveLength(5);
  });
});

describe("personal-records: concealment", () => {
  const rows = [PEOPLE_HEADER, ...people.slice(0, 6).map(rowOf)];

  it("tells hidden rows from plain ones", () => {
    expect(summaries(rows, { rows: new Set([2, 4]) })).toEqual([
      { code: "table", range: "A2:G7", people: 4, entities: everyEntity(4) },
      { code: "table", range: "A3:G5", people: 2, entities: everyEntity(2), concealment: "hidden-row" },
    ]);
  });

  it("tells hidden columns from plain ones", () => {
    expect(summaries(rows, { columns: new Set([4, 5]) })).toEqual([
      { code: "table", range: "A2:G7", people: 6, entities: { "person-name": 6, "postal-code": 6, "postal-address": 6, "date-of-birth": 6 } },
      { code: "table", range: "E2:F7", people: 6, entities: { "phone-number": 6, "email-address": 6 }, concealment: "hidden-column" },
    ]);
  });

  it("calls the whole table hidden where the names are", () => {
    expect(summaries(rows, { columns: new Set([0, 1]) })).toEqual([{ code: "table", range: "A2:G7", people: 6, entities: everyEntity(6), concealment: "hidden-column" }]);
  });

  it("does not count rows of a hidden sheet apart", () => {
    expect(summaries(rows, { sheet: "very-hidden-sheet", rows: new Set([3]) })).toEqual([
      { code: "table", range: "A2:G7", people: 6, entities: everyEntity(6), concealment: "very-hidden-sheet" },
    ]);
  });

  it("says where a filled-in form is hidden", () => {
    expect(summaries(fixture("flag.filled-form.csv"), { sheet: "hidden-sheet" }).map(({ concealment }) => concealment)).toEqual(["hidden-sheet"]);
  });
});

describe("personal-records: large and odd tables", () => {
  it("finds a table that begins at row 5,001 below notes", () => {
    const notes = Array.from({ length: 5_000 }, (_, i) => [`${i}`, "注意事項を読んでください"]);
    expect(summaries([...notes, PEOPLE_HEADER, ...people.map(rowOf)])).toEqual([{ code: "table", range: "A5002:G5041", people: 40, entities: everyEntity(40) }]);
  });

  it("finds people at the far end of a table of 16,384 columns", () => {
    const far = (cells: readonly string[]): string[] => [...new Array<string>(16_384 - cells.length).fill(""), ...cells];
    const rows = people.slice(0, 3).map(({ name, phone }) => far([name, phone]));
    expect(summaries([["あ"], far(["氏名", "電話番号"]), ...rows])).toEqual([
      { code: "table", range: "XFC3:XFD5", people: 3, entities: { "person-name": 3, "phone-number": 3 } },
    ]);
  });

  it("takes rows of any length", () => {
    const rows = people.slice(0, 4).map((person, i) => rowOf(person).slice(0, i === 1 ? 1 : 7));
    expect(summaries([PEOPLE_HEADER, ...rows])[0]).toMatchObject({ range: "A2:G5", people: 4 });
  });

  it.each([0, 1, 2])("has nothing to say of a table of %i empty rows", (count) => {
    expect(summaries(Array.from({ length: count }, () => ["", ""]))).toEqual([]);
  });

  it.each([
    ["header words everywhere", (row: number, column: number) => ["氏名", "住所", "電話番号", "生年月日"][(row + column) % 4]],
    ["names everywhere", (row: number, column: number) => people[(row + column) % 40].name],
    ["brackets", () => "（".repeat(50)],
    ["a label in every row", (row: number, column: number) => (column > 1 ? "" : column === 0 ? ["氏名", "電話"][row % 2] : row % 2 === 0 ? people[row % 40].name : people[row % 40].phone)],
    ["a table in every fourth row", (row: number, column: number) => [["氏名", "電話番号"], [people[row % 40].name, "087-000-1234"], [people[(row + 1) % 40].name, ""], ["本日", "氏名"]][row % 4][column] ?? ""],
    ["name labels down and across", (_: number, column: number) => (column % 2 === 0 ? "氏名" : "佐藤花子")],
  ])("reads each cell a bounded number of times: %s", (_, cell) => {
    const reads = (rowCount: number): number => {
      let count = 0;
      const rows = Array.from({ length: rowCount }, (_row, row) => Array.from({ length: 40 }, (_cell, column) => cell(row, column)));
      const table = sheetOf(rows);
      for (const match of matchesIn({ ...table, text: (row, column) => (count++, table.text(row, column)) })) expect([...match.identities].length).toBeGreaterThan(0);
      return count;
    };
    const [once, twice] = [reads(300), reads(600)];
    expect(twice).toBeLessThan(once * 2.5);
    expect(once / (300 * 40)).toBeLessThan(20);
  });
});

describe("explainedBy", () => {
  const part = (firstRow: number, end: number, column: number): Explained => ({ firstRow, end, has: (row, at) => row >= firstRow && row < end && at === column });
  const parts = [part(5, 8, 1), part(0, 3, 0), part(6, 7, 4), part(2, 2, 9)];
  const expected = (row: number, column: number): boolean => parts.some((one) => one.has(row, column));
  const cells = Array.from({ length: 60 }, (_, i) => [Math.floor(i / 6), i % 6] as const);

  it.each([
    ["ascending", cells],
    ["descending", [...cells].reverse()],
    ["no", [...cells].sort(([a, b], [c, d]) => ((a * 7 + b * 3) % 11) - ((c * 7 + d * 3) % 11))],
  ])("answers for all parts, asked in %s order", (_, asked) => {
    const isExplained = explainedBy(parts);
    for (const [row, column] of asked) expect(isExplained(row, column)).toBe(expected(row, column));
  });

  it("asks only the parts of a row", () => {
    let asked = 0;
    const many = Array.from({ length: 1_000 }, (_, i): Explained => ({ firstRow: i, end: i + 1, has: () => (asked++, false) }));
    const isExplained = explainedBy(many);
    for (let row = 0; row < 1_000; row++) isExplained(row, 0);
    expect(asked).toBe(1_000);
  });
});

describe("personal-records: messages", () => {
  it("has all its messages in both languages", () => {
    for (const message of Object.values(personalRecords.messages)) {
      expect(message.en).not.toBe("");
      expect(message.ja).toMatch(/\p{Script=Han}/u);
      expect(message.fix.en).not.toBe("");
      expect(message.fix.ja).not.toBe("");
    }
  });

  it("reads numbers of another country where it is set up there", () => {
    const rows = [["Name", "Phone", "Email"], ["John Carpenter", "(415) 555-2671", "john@provider.example"], ["Mary Hughes", "(415) 555-0182", "mary@provider.example"]];
    const [match] = matchesIn(sheetOf(rows), "US");
    expect(match?.entities).toEqual({ "person-name": 2, "phone-number": 2, "email-address": 2 });
  });
});

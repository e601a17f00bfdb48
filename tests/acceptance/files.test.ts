/** The files that people write and merge: the accept file and the baseline. */
import { describe, expect, it } from "vitest";
import { formatBaseline, keyCheckOf, parseBaseline } from "../../src/acceptance/baseline-file.js";
import { parseEntries } from "../../src/acceptance/entries.js";
import { ConfigError } from "../../src/errors.js";

const PRINT = "0123456789abcdef0123456789abcdef";
const ENTRY = { place: "book.xlsx › 名簿 › C5:C90", code: "personal-records/table", values: PRINT, owner: "総務課", reason: "役員名簿", expires: "2027-03-31" };
const parse = (entries: unknown, rules = {}) => parseEntries(JSON.stringify({ entries }), "leaklint.accept.json", "2026-11-22", rules);

describe("the accept file", () => {
  it("is read", () => {
    expect(parse([ENTRY])).toEqual([ENTRY]);
    expect(parse([])).toEqual([]);
    expect(parseEntries(`\uFEFF${JSON.stringify({ $schema: "x", entries: [] })}`, "f", "2026-11-22")).toEqual([]);
  });

  it.each<[string, unknown, object?]>([
    ["entries must be a list of entries", "all"],
    ["entries[0] must be an object", ["book.xlsx"]],
    ['entries[0] has no key "until"', [{ ...ENTRY, until: "2027-03-31" }]],
    ['entries[0] has no key "ower"; did you mean "owner"?', [{ ...ENTRY, ower: "x" }]],
    ['entries[0] has no "owner"', [{ ...ENTRY, owner: undefined }]],
    ['entries[1] has no "reason"', [ENTRY, { ...ENTRY, reason: undefined }]],
    ["entries[0].reason must be a non-empty string", [{ ...ENTRY, reason: "" }]],
    ["entries[0].values must be a fingerprint of 32 characters", [{ ...ENTRY, values: PRINT.slice(0, 12) }]],
    ["entries[0].expires must be a day such as 2027-03-31", [{ ...ENTRY, expires: "2027-02-30" }]],
    ["entries[0].expires must be a day such as 2027-03-31", [{ ...ENTRY, expires: "2027/03/31" }]],
    ["entries[0].expires must be at most 90 days ahead", [ENTRY], { maxDays: 90 }],
    ["entries[0].values must be a fingerprint: acceptance.anyValue is false", [{ ...ENTRY, values: "any" }], { anyValue: false }],
    ["entries[0].values must be a fingerprint: a place with ● in its name", [{ ...ENTRY, values: "any", place: "佐●●●.xlsx" }]],
  ])("is refused: %s", (message, entries, rules = {}) => {
    expect(() => parse(entries, rules)).toThrow(ConfigError);
    expect(() => parse(entries, rules)).toThrow(`leaklint.accept.json: ${message}`);
  });

  it("is refused without being quoted where it is no JSON", () => {
    expect(() => parseEntries('{"entries": [佐藤', "f.json", "2026-11-22")).toThrow(new ConfigError("f.json is not valid JSON"));
    expect(() => parseEntries("{\n<<<<<<< HEAD\n", "f.json", "2026-11-22")).toThrow(new ConfigError("f.json has an unresolved merge conflict"));
  });
});

const line = (n: number, path = `f${n}.xlsx`) => ({ fingerprint: n.toString(16).padStart(32, "0"), code: "personal-records/table", path });

describe("the baseline", () => {
  it("is sorted, each line once, and reads as it was written", () => {
    const lines = [line(3), line(1), line(2, "a b/日本語 ファイル.xlsx"), line(1), line(1, "copy.xlsx")];
    const text = formatBaseline({ keyCheck: "0123456789abcdef", lines });
    expect(text.split("\n")).toEqual([
      "# leaklint baseline 1, key 0123456789abcdef",
      `${line(1).fingerprint} personal-records/table copy.xlsx`,
      `${line(1).fingerprint} personal-records/table f1.xlsx`,
      `${line(2).fingerprint} personal-records/table a b/日本語 ファイル.xlsx`,
      `${line(3).fingerprint} personal-records/table f3.xlsx`,
      "",
    ]);
    expect(formatBaseline(parseBaseline(text, "f"))).toBe(text);
  });

  it.each(["a\nb.txt", "a\r.txt", '"quoted".txt', " leading", "trailing ", "tab\t.txt", "sep\u2028.txt", "back\\slash", "#hash"])("keeps the path %j", (path) => {
    const text = formatBaseline({ keyCheck: "k", lines: [line(1, path)] });
    expect(text.split("\n")).toHaveLength(3);
    expect(parseBaseline(text, "f").lines).toEqual([line(1, path)]);
  });

  it("is read in any order, with CRLF, comments and repeated heads, as merges leave it", () => {
    const head = "# leaklint baseline 1, key k";
    const rows = [2, 1].map((n) => `${line(n).fingerprint} personal-records/table f${n}.xlsx`);
    expect(parseBaseline([head, rows[0], "# a remark", head, "", rows[1]].join("\r\n"), "f")).toEqual({ keyCheck: "k", lines: [line(2), line(1)] });
  });

  it.each([
    ["f does not begin with", ""],
    ["f, line 2: its lines were made with two keys", "# leaklint baseline 1, key a\n# leaklint baseline 1, key b"],
    ["f, line 1: a baseline of another version", "# leaklint baseline 2, key a"],
    ["f, line 2: an unresolved merge conflict", "# leaklint baseline 1, key a\n<<<<<<< HEAD"],
    ['f, line 2 is not "fingerprint code path"', "# leaklint baseline 1, key a\n0123 personal-records/table x"],
    ['f, line 2 is not "fingerprint code path"', `# leaklint baseline 1, key a\n${PRINT} personal-records x`],
    ['f, line 2 is not "fingerprint code path"', `# leaklint baseline 1, key a\n${PRINT} personal-records/table`],
    ['f, line 2 is not "fingerprint code path"', `# leaklint baseline 1, key a\n${PRINT} personal-records/table "broken`],
  ])("is refused: %s", (message, text) => {
    expect(() => parseBaseline(text, "f")).toThrow(message);
  });

  it("says which key it was made with, and nothing else of it", () => {
    expect(keyCheckOf("one")).toMatch(/^[\da-f]{16}$/u);
    expect(keyCheckOf("one")).toBe(keyCheckOf(Buffer.from("one")));
    expect(keyCheckOf("one")).not.toBe(keyCheckOf("two"));
  });
});

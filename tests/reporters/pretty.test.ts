import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Finding, Report } from "../../src/contract.js";
import { createLinter } from "../../src/index.js";
import { jsonReporter } from "../../src/reporters/json.js";
import { prettyReporter } from "../../src/reporters/pretty.js";
import { stringWidth, wrap } from "../../src/reporters/width.js";
import { entityList, fill, grouped } from "../../src/reporters/words.js";

const linter = createLinter();
const options = { lang: "en", color: false, width: Infinity, messages: linter.messages } as const;
const finding = (changes: Partial<Finding> = {}): Finding => ({
  detector: "phone-number", code: "number", severity: "warning", confidence: 0.9, count: 1, people: 1, entities: { "phone-number": 1 },
  at: [{ kind: "file", path: "a.txt" }, { kind: "span", line: 3, column: 5, offset: 40, length: 12 }], fingerprint: "f", remedies: [], evidence: [], ...changes,
});
const report = (findings: Finding[], changes: Partial<Report["result"]> = {}): Report => ({
  result: { path: "a.txt", format: "text", findings, people: findings.length, exposure: { identified: 0, reachable: 0, concealed: 0 }, unscanned: [], ...changes },
  verdict: { level: findings.length > 0 ? "warn" : "pass", reasons: [], remedies: [] },
});

describe("the pretty reporter", () => {
  it("lines columns up where names are full-width", () => {
    const sheets = ["団体一覧", "List", "ﾒｲﾎﾞ"].map((name) =>
      finding({ at: [{ kind: "file", path: "a.xlsx" }, { kind: "sheet", name, state: "visible" }, { kind: "cell", ref: "A1" }] }),
    );
    const lines = prettyReporter([report(sheets)], options).split("\n").filter((line) => line.includes("telephone"));
    const columns = lines.map((line) => stringWidth(line.slice(0, line.indexOf("1 telephone"))));
    expect([lines.length, new Set(columns).size]).toEqual([3, 1]);
  });

  it("stays within the terminal's width in both languages", () => {
    const long = finding({ at: [{ kind: "file", path: "a" }, { kind: "entry", name: "とても長い名前の資料.zip" }, { kind: "entry", name: "list.csv" }, { kind: "cell", ref: "A2:H874" }], concealment: "very-hidden-sheet" });
    for (const lang of ["en", "ja"] as const) {
      const lines = prettyReporter([report([long, finding()])], { ...options, lang, width: 72 }).split("\n");
      expect(lines.filter((line) => stringWidth(line) > 72)).toEqual([]);
    }
  });

  it("says what was not read, and does not call it clean", () => {
    const unread = report([], { unscanned: [{ kind: "unscanned", at: [{ kind: "file", path: "a.zip" }, { kind: "entry", name: "b.xlsx" }], reason: "encrypted", detail: "needs a password" }] });
    const text = prettyReporter([unread], options);
    expect(text).toContain("NOT READ  b.xlsx: encrypted (needs a password)");
    expect(text).toContain("1 place was NOT read");
    expect(text).not.toContain("no personal data found");
  });

  it("does not say that everything was read where something may go unread", () => {
    const accepted = report([], { unscanned: [{ kind: "unscanned", at: [{ kind: "file", path: ".git" }], reason: "unsupported", detail: "x", accepted: true }] });
    expect(prettyReporter([accepted, report([])], options)).toContain("2 files: 2 PASS, all was read but 1 place that may go unread by the config\n");
    expect(prettyReporter([accepted, accepted], { ...options, lang: "ja" })).toContain("設定により読まない箇所2件を除き");
  });

  it("counts clean files where there are many, and lists what there is to see", () => {
    const clean = Array.from({ length: 31 }, (_, i) => report([], { path: `clean-${i}.txt` }));
    expect(prettyReporter(clean.slice(1), options).match(/clean-/gu)).toHaveLength(30);
    const text = prettyReporter([...clean, report([finding()])], options);
    expect(text).not.toContain("clean-");
    expect(text).toMatch(/^WARN {2}a\.txt {2}about 1 person\n[^]*31 files in which no personal data was found are not listed[^]*32 files: 1 WARN, 31 PASS, everything was read/u);
    expect(prettyReporter(clean, { ...options, brief: true })).toBe("\n31 files: 31 PASS, everything was read\n");
  });

  it("colours only when asked", () => {
    expect(prettyReporter([report([finding()])], options)).not.toContain("\x1b");
    expect(prettyReporter([report([finding()])], { ...options, color: true })).toContain("\x1b[33m");
  });

  it("keeps long lists short and says so", () => {
    const text = prettyReporter([report(Array.from({ length: 100 }, () => finding()))], options);
    expect(text.split("\n").filter((line) => line.includes("telephone number")).length).toBeLessThan(60);
    expect(text).toContain("and 70 more");
  });
});

describe("the JSON reporter", () => {
  it("has the keys that other programs hold on to", async () => {
    const { reports } = await linter.scan({ name: "form.xlsx", bytes: readFileSync("fixtures/xlsx/flag.hidden-sheet.xlsx") });
    const parsed = JSON.parse(jsonReporter(reports, options)) as { results: { findings: object[] }[] };
    expect(Object.keys(parsed)).toEqual(["schemaVersion", "tool", "verdict", "summary", "results"]);
    expect(parsed).toMatchObject({ schemaVersion: 1, tool: { name: "leaklint" }, verdict: "block", summary: { results: 1, people: 872, unscanned: 0 } });
    expect(parsed.results[0]).toMatchObject({ path: "form.xlsx", format: "xlsx", verdict: "block", people: 872, unscanned: [] });
    expect(parsed.results[0].findings[0]).toMatchObject({
      detector: "personal-records", code: "table", severity: "error", count: 872, people: 872, concealment: "hidden-sheet",
      at: [{ kind: "file", path: "form.xlsx" }, { kind: "sheet", name: "団体一覧", state: "hidden" }, { kind: "cell", ref: "A3:H874" }],
      location: "form.xlsx › 団体一覧 (hidden) › A3:H874",
    });
  });

  it("is pass for no reports", () => {
    expect(JSON.parse(jsonReporter([], options))).toMatchObject({ verdict: "pass", summary: { results: 0 } });
  });
});

describe("words", () => {
  it.each([[0, "0"], [999, "999"], [1148, "1,148"], [1234567, "1,234,567"]])("groups %i as %s", (count, text) => {
    expect(grouped(count)).toBe(text);
  });

  it("fills in counts and the right number of the noun", () => {
    const counts = { count: 1, people: 2000, entities: { "person-name": 1, "phone-number": 3 } } as const;
    expect(fill("{count} {one:name|names} of {people}: {entities}", counts, "en")).toBe("1 name of 2,000: phone number 3, name 1");
    expect(fill("{one:name|names}", { ...counts, count: 2 }, "en")).toBe("names");
    expect(entityList(counts.entities, "ja")).toBe("電話番号3件、氏名1件");
  });

  it.each([
    ["one two three", 8, ["one two", "three"]],
    ["氏名と住所を削除する。", 12, ["氏名と住所を", "削除する。"]],
    ["abcdefghij k", 4, ["abcdefghij", "k"]],
    ["short", 80, ["short"]],
  ])("wraps %j to %i columns", (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });
});

/** What the formats of build servers and editors ask for. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Report } from "../../src/contract.js";
import { githubReporter } from "../../src/reporters/github.js";
import { gitlabReporter } from "../../src/reporters/gitlab.js";
import { jsonReporter } from "../../src/reporters/json.js";
import { jsonlReporter, resultLine, summaryLine } from "../../src/reporters/jsonl.js";
import { junitReporter } from "../../src/reporters/junit.js";
import { jobSummary, markdownReporter } from "../../src/reporters/markdown.js";
import { unixReporter } from "../../src/reporters/unix.js";
import { finding, OPTIONS, report, variedReports } from "../support/reports.js";
import { toolForTests } from "../support/tools.js";

const lines = (text: string): string[] => text.trimEnd().split("\n");
const exitStatusOf = ({ verdict }: Report): number => (verdict.level === "block" || verdict.level === "hold" ? 1 : 0);

describe("the jsonl report", () => {
  it("is a line for each result as it comes, and a summary without which it was cut off", () => {
    const reports = variedReports();
    const all = lines(jsonlReporter(reports, OPTIONS)).map((line) => JSON.parse(line) as { type: string; path?: string; summary?: object });
    expect(all.map(({ type, path }) => [type, path])).toEqual([["result", "公開/form.xlsx"], ["result", "a.txt"], ["summary", undefined]]);
    expect(jsonlReporter(reports, OPTIONS)).toBe(reports.map((one) => resultLine(one, OPTIONS)).join("") + summaryLine(reports));
  });

  it("holds what the JSON report holds", () => {
    const json = JSON.parse(jsonReporter(variedReports(), OPTIONS)) as { results: object[]; summary: object };
    const [first, , last] = lines(jsonlReporter(variedReports(), OPTIONS)).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(first).toMatchObject(json.results[0]);
    expect(last["summary"]).toEqual(json.summary);
  });
});

describe("the unix report", () => {
  it("is one line a finding, with its line and column where it has them and its place where it has not", () => {
    const output = lines(unixReporter([variedReports()[0], report([finding()])], OPTIONS));
    expect(output.map((line) => line.replace(/: [^:→]*→.*(?= \[)/u, ""))).toEqual([
      "公開/form.xlsx:1:1: error: 団体一覧 (hidden) › A2:H873 (hidden sheet) [personal-records/table]",
      "公開/form.xlsx:1:1: warning: list.zip › a/list.csv › B2 [phone-number/number]",
      "公開/form.xlsx:1:1: warning: locked.zip: encrypted (needs a password) [unscanned/encrypted]",
      "公開/form.xlsx:1:1: info: logo.png: format not supported (a picture) [unscanned/unsupported]",
      "a.txt:3:5: warning [phone-number/number]",
      "leaklint checked 2 files: 1 place was NOT read (1 more may go unread by the config)",
    ]);
  });

  it("is what the published problem matcher takes", () => {
    const [{ pattern: [{ regexp, file, line, column, severity, message, code }] }] = (JSON.parse(readFileSync("editors/problem-matcher.json", "utf8")) as { problemMatcher: { pattern: { regexp: string; file: number; line: number; column: number; severity: number; message: number; code: number }[] }[] }).problemMatcher;
    const found = new RegExp(regexp, "u").exec(lines(unixReporter([report([finding()], { path: "C:\\odd: name.txt" })], OPTIONS))[0]) ?? [];
    expect([file, line, column, severity, code].map((group) => found[group])).toEqual(["C:\\odd: name.txt", "3", "5", "warning", "phone-number/number"]);
    expect(found[message]).toMatch(/telephone/u);
    expect(new RegExp(regexp, "u").test("leaklint checked 2 files: everything was read")).toBe(false);
  });
});

describe("GitHub's annotations", () => {
  it("stand in their file and line, with what to do", () => {
    const [first] = lines(githubReporter([report([finding()])], OPTIONS));
    expect(first).toMatch(/^::warning file=a\.txt,line=3,col=5,title=leaklint%3A phone-number\/number::.*%0A→ /u);
  });

  it("escape what would end a property or a line", () => {
    const [first] = lines(githubReporter([report([finding({ at: [{ kind: "file", path: "x" }, { kind: "entry", name: "50%,a:b" }] })], { path: "a,b:c%.zip", format: "zip" })], OPTIONS));
    expect(first.startsWith("::warning file=a%2Cb%3Ac%25.zip,title=")).toBe(true);
    expect(first).toContain("::50%25,a:b: ");
  });

  it("are as many of a kind as GitHub shows, and the others are listed and counted", () => {
    const many = githubReporter([report(Array.from({ length: 25 }, () => finding()))], OPTIONS);
    expect(lines(many).filter((line) => line.startsWith("::warning ")).length).toBe(10);
    expect(lines(many).filter((line) => line.startsWith("- a.txt:3:5: warning")).length).toBe(25);
    expect(many).toContain("15 more stand in the list above only");
  });

  it("show errors before warnings of earlier files, and nothing that was accepted", () => {
    const output = lines(githubReporter([report([finding()]), report([finding({ severity: "error" }), finding({ severity: "error", accepted: { by: "marker" } })], { path: "b.txt" })], OPTIONS));
    expect(output.filter((line) => /^::(?:error|warning|notice) /u.test(line)).map((line) => line.slice(0, 18))).toEqual(["::error file=b.txt", "::warning file=a.t"]);
  });
});

describe("GitLab's code quality report", () => {
  interface Issue {
    readonly check_name: string;
    readonly description: string;
    readonly fingerprint: string;
    readonly severity: string;
    readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
  }
  const issues = (reports: readonly Report[], options = OPTIONS): Issue[] => JSON.parse(gitlabReporter(reports, options)) as Issue[];

  it("has what GitLab requires of an issue", () => {
    for (const issue of issues(variedReports())) {
      expect(issue).toMatchObject({ check_name: expect.stringMatching(/^leaklint\//u) as string, description: expect.stringMatching(/./u) as string, fingerprint: expect.stringMatching(/^[\da-f]{64}$/u) as string });
      expect(["info", "minor", "major", "critical", "blocker"]).toContain(issue.severity);
      expect(issue.location.lines.begin).toBeGreaterThan(0);
    }
  });

  it("names paths as the repository does", () => {
    expect(issues([report([finding()], { path: "./docs/a.txt" })])[0].location.path).toBe("docs/a.txt");
  });

  it("has fingerprints that are unique, and without a key the same for the same places", () => {
    const reports = (fingerprint: string): Report[] => [report([finding({ fingerprint }), finding({ fingerprint })]), report([finding({ fingerprint })], { path: "b.txt" })];
    const [once, again] = [issues(reports("a".repeat(32))), issues(reports("b".repeat(32)))].map((list) => list.map(({ fingerprint }) => fingerprint));
    expect(new Set(once).size).toBe(once.length);
    expect(again).toEqual(once);
  });

  it("has, with a key, other fingerprints for other values at the same place, and the same for values that moved", () => {
    const of = (changes: object): string => issues([report([finding(changes)])], { ...OPTIONS, hasStableFingerprints: true })[0].fingerprint;
    expect(of({ fingerprint: "b".repeat(32) })).not.toBe(of({}));
    expect(of({ at: [{ kind: "file", path: "a.txt" }, { kind: "span", line: 9, column: 1, offset: 99, length: 1 }] })).toBe(of({}));
  });

  it("weighs by the verdict and by who answers for it", () => {
    const list = issues([report([finding({ severity: "error" })], {}, "block"), report([finding({ severity: "error" })], {}, "hold"), report([finding({ severity: "error", accepted: { by: "entry" } })])]);
    expect(list.map(({ severity }) => severity)).toEqual(["blocker", "critical", "info", "info"]);
  });
});

describe("the Markdown report", () => {
  it("keeps the bars of its tables, whatever names hold", () => {
    const bars = (text: string): number => text.replace(/\\\|/gu, "").split("|").length;
    const named = report([finding({ at: [{ kind: "file", path: "x" }, { kind: "entry", name: "a|b`c``d|" }] })], { path: "p|q", format: "zip" });
    const rows = lines(markdownReporter([named], OPTIONS)).filter((line) => line.startsWith("| "));
    expect(rows.map(bars)).toEqual(rows.map((row) => ({ 5: 5, 7: 7 })[bars(row)] ?? -1));
    expect(rows.some((row) => row.includes("```a\\|b`c``d\\|```"))).toBe(true);
  });

  it("says which thresholds of law would be crossed, and of which kind of body", () => {
    expect(markdownReporter(variedReports(), OPTIONS)).toContain("If this got out, it would have to be reported.");
    const many = (people: number): Report[] => [report([finding({ people })])];
    expect(markdownReporter(many(101), OPTIONS)).toContain("If a public body let this out");
    expect(markdownReporter(many(101), { ...OPTIONS, publicBody: false })).toContain("No threshold of law is crossed");
    expect(markdownReporter(many(101), { ...OPTIONS, publicBody: true, lang: "ja" })).toContain("報告が必要になる基準を超えています");
    expect(markdownReporter(many(100), OPTIONS)).toContain("No threshold of law is crossed");
    expect(markdownReporter([report([])], OPTIONS)).not.toContain("law");
  });

  it("is short enough for GitHub as a job's summary, and says what it leaves out", () => {
    const many = Array.from({ length: 9000 }, (_, i) => report([finding()], { path: `${"x".repeat(100)}/${i}.txt` }));
    const summary = jobSummary(many, OPTIONS);
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    expect(summary).toMatch(/\d files do not fit in here/u);
    expect(Buffer.byteLength(markdownReporter(many, OPTIONS))).toBeGreaterThan(1024 * 1024);
  });
});

const xmllint = toolForTests("xmllint");
describe.skipIf(xmllint === undefined)("the JUnit report", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "leaklint-junit-"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const check = (xml: string): string => {
    const file = join(folder, "report.xml");
    writeFileSync(file, xml);
    execFileSync(xmllint ?? "", ["--noout", "--nonet", "--schema", "tests/support/junit.xsd", file], { stdio: "pipe" });
    return xml;
  };

  it("is valid, with nothing, everything and names that XML has no characters for", () => {
    check(junitReporter([], OPTIONS));
    check(junitReporter(variedReports(), { ...OPTIONS, time: new Date(0), exitStatusOf }));
    check(junitReporter([report([finding({ at: [{ kind: "file", path: "x" }, { kind: "entry", name: "\ufffe\u0001\ud800]]>&<\"'" }] })], { path: "\u0000<&>\"" })], OPTIONS));
  });

  it("refuses what is not as the schema says", () => {
    expect(() => check("<testsuites><testsuite/></testsuites>")).toThrow();
  });

  it.each<[string, Report, number, string]>([
    ["a verdict at the threshold", report([finding({ severity: "error" }), finding({ severity: "info" })], {}, "block"), 1, 'tests="3" failures="1" errors="0" skipped="0"'],
    ["a verdict below it", report([finding()]), 0, 'tests="2" failures="0" errors="0" skipped="0"'],
    ["a verdict that no finding explains", report([], {}, "hold"), 1, 'tests="1" failures="1" errors="0" skipped="0"'],
    ["something that was not read and must be", report([], { unscanned: variedReports()[0].result.unscanned }), 3, 'tests="3" failures="0" errors="1" skipped="1"'],
    ["something that was not read and may be", report([], { unscanned: variedReports()[0].result.unscanned }), 0, 'tests="3" failures="0" errors="0" skipped="2"'],
    ["what was accepted", report([finding({ accepted: { by: "marker" } })], {}, "pass"), 0, 'tests="2" failures="0" errors="0" skipped="1"'],
  ])("counts failures and errors as the exit status does: %s", (_, one, status, counts) => {
    expect(check(junitReporter([one], { ...OPTIONS, exitStatusOf: () => status }))).toContain(`<testsuites name="leaklint" ${counts}`);
  });
});

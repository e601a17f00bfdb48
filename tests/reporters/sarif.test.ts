import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createLinter } from "../../src/index.js";
import { sarifReporter } from "../../src/reporters/sarif.js";
import { finding, OPTIONS, report, variedReports } from "../support/reports.js";
import { sarifSchema } from "../support/schemas.js";

const errorsOf = sarifSchema();

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly help: { readonly text: string }; readonly properties: { readonly tags: readonly string[] } }[] } };
      readonly artifacts: readonly { readonly location: { readonly uri: string }; readonly parentIndex?: number }[];
      readonly logicalLocations: readonly { readonly name: string; readonly kind: string; readonly parentIndex?: number; readonly fullyQualifiedName: string }[];
      readonly invocations: readonly { readonly exitCode?: number; readonly toolExecutionNotifications: readonly { readonly level: string; readonly message: { readonly text: string } }[] }[];
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string; readonly index: number }; readonly region: object }; readonly logicalLocations?: readonly { readonly index: number }[] }[];
        readonly relatedLocations?: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string; readonly index: number } } }[];
        readonly partialFingerprints?: Readonly<Record<string, string>>;
        readonly suppressions: readonly object[];
      }[];
    },
  ];
}
const parse = (text: string): Log["runs"][0] => (JSON.parse(text) as Log).runs[0];

describe("the SARIF report", () => {
  it("has a schema to be held against", () => {
    expect(errorsOf('{ "version": "2.1.0", "runs": [{}] }').length).toBeGreaterThan(0);
  });

  it.each(["en", "ja"] as const)("is valid in %s, empty or full, with everything it may hold", (lang) => {
    const all = { ...OPTIONS, lang, hasStableFingerprints: true, exitStatusOf: () => 1, time: new Date(0) };
    expect(errorsOf(sarifReporter(variedReports(), all))).toEqual([]);
    expect(errorsOf(sarifReporter([], OPTIONS))).toEqual([]);
  });

  it("is valid for what small fixtures hold (tests/leak.test.ts has them all)", async () => {
    const linter = createLinter();
    const files = readdirSync("fixtures", { recursive: true, encoding: "utf8" }).map((name) => join("fixtures", name)).filter((path) => statSync(path).isFile() && statSync(path).size < 1500);
    expect(files.length).toBeGreaterThan(20);
    const { reports } = await linter.scan(files);
    expect(errorsOf(sarifReporter(reports, OPTIONS))).toEqual([]);
  }, 120_000);

  it("names each finding's rule by its code, and holds help in both languages", () => {
    const run = parse(sarifReporter(variedReports(), OPTIONS));
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
    const help = run.tool.driver.rules.find(({ id }) => id === "personal-records/table")?.help.text ?? "";
    expect(help).toMatch(/people's records/u);
    expect(help).toMatch(/個人情報/u);
    expect(help).not.toMatch(/[{}]/u);
  });

  it("puts a finding in a line of text there, and any other into the first line of the outermost file, which is all that GitHub shows", () => {
    const [inSheet, nested, inLine] = [
      finding({ severity: "error", at: [{ kind: "file", path: "a.xlsx" }, { kind: "sheet", name: "名簿", state: "visible" }, { kind: "cell", ref: "A1" }] }),
      finding({ at: [{ kind: "file", path: "a.zip" }, { kind: "entry", name: "b.txt" }, { kind: "span", line: 7, column: 2, offset: 0, length: 1 }] }),
      finding({}),
    ];
    const run = parse(sarifReporter([report([inSheet], { path: "a.xlsx", format: "xlsx" }), report([nested], { path: "a.zip", format: "zip" }), report([inLine])], OPTIONS));
    expect(run.results.map(({ locations }) => [locations[0].physicalLocation.artifactLocation.uri, locations[0].physicalLocation.region])).toEqual([
      ["a.xlsx", { startLine: 1 }],
      ["a.zip", { startLine: 1 }],
      ["a.txt", { startLine: 3, startColumn: 5 }],
    ]);
    expect(run.results[0].message.text).toContain("名簿 › A1: ");
  });

  it("nests what is inside a file as artifacts and logical locations", () => {
    const run = parse(sarifReporter(variedReports(), OPTIONS));
    const result = run.results.find(({ relatedLocations }) => relatedLocations !== undefined);
    const chain: string[] = [];
    for (let i = result?.relatedLocations?.[0].physicalLocation.artifactLocation.index; i !== undefined; i = run.artifacts[i].parentIndex) chain.unshift(run.artifacts[i].location.uri);
    expect(chain).toEqual(["%E5%85%AC%E9%96%8B/form.xlsx", "list.zip", "a/list.csv"]);
    const places: string[] = [];
    for (let i = result?.locations[0].logicalLocations?.[0].index; i !== undefined; i = run.logicalLocations[i].parentIndex) places.unshift(`${run.logicalLocations[i].kind} ${run.logicalLocations[i].name}`);
    expect(places).toEqual(["entry list.zip", "entry a/list.csv", "cell B2"]);
  });

  it("tells what was not read as notifications, and what may go unread as a note", () => {
    const [{ toolExecutionNotifications }] = parse(sarifReporter(variedReports(), OPTIONS)).invocations;
    expect(toolExecutionNotifications.map(({ level, message }) => [level, message.text])).toEqual([
      ["warning", "locked.zip: encrypted (needs a password)"],
      ["note", "logo.png: format not supported (a picture)"],
    ]);
  });

  it("gives fingerprints only where they are the same in the next run, and tells repetitions apart", () => {
    const twice = [report([finding(), finding()])];
    expect(parse(sarifReporter(twice, OPTIONS)).results.map(({ partialFingerprints }) => partialFingerprints)).toEqual([undefined, undefined]);
    const hashes = parse(sarifReporter(twice, { ...OPTIONS, hasStableFingerprints: true })).results.map(({ partialFingerprints }) => partialFingerprints?.["primaryLocationLineHash"]);
    expect(hashes).toEqual(["0123456789abcdef0123456789abcdef:1", "0123456789abcdef0123456789abcdef:2"]);
  });

  it("marks what was accepted as suppressed", () => {
    const run = parse(sarifReporter(variedReports(), OPTIONS));
    expect(run.results.filter(({ suppressions }) => suppressions.length > 0).map(({ suppressions }) => suppressions)).toEqual([
      [{ kind: "external", justification: "accepted (by the baseline): our own number – desk, until 2099-01-01" }],
    ]);
  });

  it("keeps to what GitHub takes in one run, worst first, and says how many are left out", () => {
    const many = report([...Array.from({ length: 25_000 }, () => finding()), ...Array.from({ length: 3 }, () => finding({ severity: "error" }))]);
    const run = parse(sarifReporter([many], OPTIONS));
    expect(run.results.length).toBe(25_000);
    expect(run.results.slice(0, 4).map(({ level }) => level)).toEqual(["error", "error", "error", "warning"]);
    expect(run.invocations[0].toolExecutionNotifications.map(({ level, message }) => [level, message.text.slice(0, 23)])).toEqual([["error", "3 findings are left out"]]);
    expect(Math.max(...run.tool.driver.rules.map(({ properties }) => properties.tags.length))).toBeLessThanOrEqual(20);
  });

  it.each([
    ["a b#c?.xlsx", "a%20b%23c%3F.xlsx"],
    ["./docs/名簿.csv", "docs/%E5%90%8D%E7%B0%BF.csv"],
    ["/srv/x.csv", "file:///srv/x.csv"],
    ["C:\\x\\y.csv", "file:///C:/x/y.csv"],
    ["a\ud800b", "a%EF%BF%BDb"],
    ["-", "-"],
  ])("writes the path %j as %s", (path, uri) => {
    expect(parse(sarifReporter([report([finding({ at: [{ kind: "file", path }] })], { path })], OPTIONS)).results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
  });

  it("makes no link and no placeholder of a name", () => {
    const named = finding({ at: [{ kind: "file", path: "a.zip" }, { kind: "entry", name: "[x](https://evil.example) {0}" }] });
    expect(parse(sarifReporter([report([named], { path: "a.zip", format: "zip" })], OPTIONS)).results[0].message.text).toContain("\\[x\\](https://evil.example) {{0}}: ");
  });
});

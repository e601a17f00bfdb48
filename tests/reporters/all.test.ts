/** What holds of every reporter: coverage, names that attack, what was accepted. */
import { describe, expect, it } from "vitest";
import type { Report, Step } from "../../src/contract.js";
import { ALL_REPORTERS, finding, OPTIONS, report, variedReports } from "../support/reports.js";

/** Names that a file, an entry or a sheet may have. Each holds MARK, by which its line is found again. */
const MARK = "quinceMARK";
const HOSTILE_NAMES: readonly string[] = [
  `line\n::error::${MARK}`,
  `cr\r\n::stop-commands::${MARK}`,
  `::stop-commands::${MARK}`,
  `  ::error file=x::${MARK}`,
  `##[stop-commands]${MARK}`,
  `x##vso[task.complete result=Succeeded]${MARK}`,
  `##teamcity[buildStatus]${MARK}`,
  `esc\u001b[2J\u001b]0;${MARK}\u0007`,
  `c1\u009b31m${MARK}`,
  `bidi\u202e${MARK}\u2066`,
  `ls\u2028${MARK}\u2029`,
  `nul\u0000${MARK}`,
  `surrogate\ud800${MARK}`,
  `<script>alert("${MARK}")</script>`,
  `"><img src=x onerror=alert(1)>${MARK}`,
  `]]>${MARK}<!--`,
  `| a | \`${MARK}\` | \`\`\` |`,
  `[${MARK}](https://evil.example) ![x](y)`,
  `@everyone #1 ${MARK} {0} {{1}}`,
  `\ufffe\uffff${MARK}`,
];

function hostileReport(name: string): Report {
  const file: Step = { kind: "file", path: name };
  const steps: Step[] = [
    { kind: "entry", name }, { kind: "sheet", name, state: "hidden" }, { kind: "part", path: "1", name }, { kind: "header", name },
    { kind: "property", name }, { kind: "package-part", path: name }, { kind: "cell", ref: name }, { kind: "commit", id: name },
  ];
  const findings = steps.map((step) => finding({ at: [file, step], severity: "error", accepted: { by: "entry", reason: name, owner: name } }));
  findings.push(...steps.map((step) => finding({ at: [file, step], severity: "error" })));
  return report(findings, { path: name, format: name, unscanned: [{ kind: "unscanned", at: [file, steps[0]], reason: "failed", detail: name }] }, "block");
}

describe.each(Object.entries(ALL_REPORTERS))("the %s report", (format, reporter) => {
  it.each(HOSTILE_NAMES.map((name) => [JSON.stringify(name), name]))("of a name such as %s keeps its lines and holds no control character", (_, name) => {
    for (const lang of ["en", "ja"] as const) {
      const output = reporter([hostileReport(name)], { ...OPTIONS, lang });
      // As long as the other: the pretty report gives long places a line of their own.
      const harmless = reporter([hostileReport("p".repeat(Array.from(name).length))], { ...OPTIONS, lang });
      expect(output.split("\n").length).toBe(harmless.split("\n").length);
      expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])/u);
    }
  });

  it.each(HOSTILE_NAMES.map((name) => [JSON.stringify(name), name]))("of a name such as %s gives no command to a build server", (_, name) => {
    const lines = reporter([hostileReport(name)], OPTIONS).split("\n");
    // The runner takes the first anywhere in a line, the second where the line begins with it.
    expect(lines.filter((line) => /##(?:vso|teamcity)?\[/iu.test(line))).toEqual([]);
    const commands = lines.filter((line) => line.trimStart().startsWith("::"));
    expect(commands.filter((line) => format !== "github" || !/^::(?:error|warning|notice) file=|^::(?:group|endgroup)::/u.test(line))).toEqual([]);
  });

  it("says what was not read, in both languages", () => {
    for (const lang of ["en", "ja"] as const) {
      const output = reporter(variedReports(), { ...OPTIONS, lang });
      expect(output).toContain("locked.zip");
      expect(output).toContain("needs a password");
    }
  });

  it("says that everything was read, or how many files were checked, where nothing was found", () => {
    const output = reporter([report([]), report([], { path: "b.txt" })], OPTIONS);
    expect(output).toMatch(/2 files|"results": ?2|<dt>Files checked<\/dt><dd>2<\/dd>/u);
  });

  it("shows what was accepted, and who answers for it", () => {
    const output = reporter(variedReports(), OPTIONS);
    expect(output).toContain("our own number");
    expect(output).toContain("desk");
  });

  it("is the same for the same reports", () => {
    expect(reporter(variedReports(), OPTIONS)).toBe(reporter(variedReports(), OPTIONS));
  });

  it("stands for no reports at all", () => {
    expect(reporter([], OPTIONS)).toMatch(/\n$/u);
  });

  it("ends with a newline", () => {
    expect(reporter(variedReports(), OPTIONS).endsWith("\n")).toBe(true);
  });
});

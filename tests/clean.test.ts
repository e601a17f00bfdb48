/** Papers that every office publishes and that are about nobody: any alarm here is one that makes people switch the tool off. */
import { describe, expect, it } from "vitest";
import { scan } from "../src/index.js";
import { fixtureNames, readFixture } from "./support/fixture.js";
import { formWorkbook, newWorkbook, workbookBytes } from "./support/workbook.js";

const names = fixtureNames("clean");
const kindOf = (name: string): string => name.replace(/\.\w+$/u, "").replaceAll("-", " ");

async function judged(name: string, bytes: Uint8Array): Promise<unknown> {
  const { reports } = await scan({ name, bytes }, { profile: "publish" });
  return reports.map(({ result, verdict }) => ({
    verdict: verdict.level,
    people: result.people,
    unscanned: result.unscanned.length,
    alarms: result.findings.filter(({ severity }) => severity !== "info").map(({ detector, code, count }) => `${detector}/${code} ${count}`),
  }));
}

const PASS = [{ verdict: "pass", people: 0, unscanned: 0, alarms: [] }];

describe("documents about nobody pass when published", () => {
  it.each(names.map((name) => [kindOf(name), name] as const))("%s", async (_kind, name) => {
    expect(await judged(name, readFixture("clean", name))).toEqual(PASS);
  });

  it.each(names.filter((name) => name.endsWith(".csv")).map((name) => [kindOf(name), name] as const))("%s as a workbook", async (_kind, name) => {
    const workbook = newWorkbook();
    const sheet = workbook.addWorksheet("Sheet1");
    for (const line of readFixture("clean", name).toString("utf8").trimEnd().split("\n")) sheet.addRow(cellsOf(line));
    expect(await judged(name.replace(".csv", ".xlsx"), await workbookBytes(workbook))).toEqual(PASS);
  });

  it("a blank form as a workbook", async () => {
    expect(await judged("form.xlsx", await formWorkbook({ people: 0 }))).toEqual(PASS);
  });

  it("covers at least thirty kinds of document", () => {
    expect(names.length).toBeGreaterThanOrEqual(30);
  });
});

/** Numbers as spreadsheets hold them; none of the fixtures has a quotation mark inside a cell. */
function cellsOf(line: string): (string | number)[] {
  return Array.from(line.matchAll(/"([^"]*)"|([^,]+)|(?<=^|,)(?=,|$)/gu), ([, quoted, plain]) => {
    const text = quoted ?? plain ?? "";
    return /^[1-9]\d*$/u.test(text) ? Number(text) : text;
  });
}

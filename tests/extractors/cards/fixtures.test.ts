import { describe, expect, it } from "vitest";
import { createLinter } from "../../../src/linter.js";
import { fixtureNames, readFixture } from "../../support/fixture.js";

const linter = createLinter();
const scan = async (name: string) => (await linter.scan({ name, bytes: readFixture("cards", name) })).reports[0];

describe("address books, calendars and directories from end to end", () => {
  it.each([["flag.vcf", "vcard"], ["flag.shift-jis.vcf", "vcard"], ["flag.ics", "ical"], ["flag.ldif", "ldif"]])("%s: six people in one table", async (name, format) => {
    const { result } = await scan(name);
    expect([result.format, result.people, result.findings.map(({ detector }) => detector)]).toEqual([format, 6, ["personal-records"]]);
  });
  it.each(fixtureNames("cards").filter((name) => name.startsWith("pass.")))("%s passes", async (name) => {
    const { result, verdict } = await scan(name);
    expect([result.findings, result.unscanned, verdict.level]).toEqual([[], [], "pass"]);
  });
});

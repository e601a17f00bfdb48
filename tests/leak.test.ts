/**
 * No raw value leaves the core: over every fixture, what detectors matched and what fixtures' people are made of is looked for in
 * the output of every reporter, in results and in verdicts. Reports with a schema are held against it on the way: scanning every fixture
 * once is dear enough.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { allDetectors } from "../detectors/index.js";
import type { Checks, Detector } from "../src/contract.js";
import { createLinter } from "../src/index.js";
import { inventPeople } from "./support/people.js";
import { ALL_REPORTERS } from "./support/reports.js";
import { ownSchema, sarifSchema } from "./support/schemas.js";

/** Shorter values stand in ordinary words. */
const MIN_LENGTH = 4;

/** The built-in detectors, each writing down what it matched. */
function listening(seen: Set<string>): Detector[] {
  const note = (value: string | undefined): void => {
    if (value !== undefined && value.length >= MIN_LENGTH) seen.add(value);
  };
  return allDetectors.map((detector) => ({
    ...detector,
    create(options, site) {
      const checks = detector.create(options, site);
      const heard: { -readonly [K in keyof Checks<string>]: Checks<string>[K] } = { ...checks };
      const { text, table, message } = checks;
      if (text !== undefined) {
        heard.text = {
          ...text,
          check(given, start, end) {
            const result = text.check(given, start, end);
            for (const match of result === undefined ? [] : "code" in result ? [result] : result) {
              if (match.confidence >= 0.7) note(given.slice(match.at.start, match.at.end));
            }
            return result;
          },
        };
      }
      if (table !== undefined) {
        heard.table = function* (given) {
          for (const match of table(given)) {
            if ("kind" in match) {
              yield match;
              continue;
            }
            const identities = [...match.identities];
            for (const identity of identities) for (const value of Object.values(identity)) note(value);
            yield { ...match, identities };
          }
        };
      }
      if (message !== undefined) {
        heard.message = function* (given) {
          for (const { address, name } of [...given.visible, ...given.from, ...given.bcc]) for (const value of [address, name]) note(value);
          yield* message(given);
        };
      }
      return heard;
    },
  }));
}

const fixtures = readdirSync("fixtures", { recursive: true, encoding: "utf8" })
  .map((name) => join("fixtures", name))
  .filter((path) => statSync(path).isFile());
const SCHEMAS = { json: ownSchema("report"), sarif: sarifSchema() };
const invented = inventPeople(1000).flatMap(({ name, phone, address, email }) => [name, phone, address, email]);

/** Thousands of values are looked for in a hundred kilobytes: most are ruled out by how they begin. */
function valuesIn(text: string, values: ReadonlySet<string>): string[] {
  const beginnings = new Set<string>();
  for (let i = 0; i + MIN_LENGTH <= text.length; i++) beginnings.add(text.slice(i, i + MIN_LENGTH));
  return [...values].filter((value) => beginnings.has(value.slice(0, MIN_LENGTH)) && text.includes(value));
}

describe("no reporter prints a raw value", () => {
  it("has fixtures to try", () => {
    expect(fixtures.length).toBeGreaterThan(50);
  });

  it("finds a value in an output that holds one", () => {
    expect(valuesIn("a 山田太郎 b", new Set(["山田太郎", "山田花子", "太郎 b x"]))).toEqual(["山田太郎"]);
  });

  it.each(fixtures.map((path) => [path.replaceAll("\\", "/"), path]))("of %s", async (_, path) => {
    const seen = new Set(invented);
    const linter = createLinter({ detectors: listening(seen), limits: { timeMs: 60_000 } });
    // Under another name: a fixture's own name may hold words that its content holds.
    const extension = /\.[^.]*$/u.exec(path)?.[0] ?? "";
    const { reports } = await linter.scan({ name: `given${extension}`, bytes: readFileSync(path) });
    const outputs = [JSON.stringify(reports)];
    // Texts of what was found: those of everything else are the same in every report.
    const detectors = new Set(reports.flatMap(({ result }) => result.findings.map(({ detector }) => detector)));
    const messages = Object.fromEntries(Object.entries(linter.messages).filter(([detector]) => detectors.has(detector)));
    for (const [format, reporter] of Object.entries(ALL_REPORTERS)) {
      for (const lang of ["en", "ja"] as const) {
        const output = reporter(reports, { lang, color: false, width: Infinity, messages, hasStableFingerprints: true, exitStatusOf: () => 1, time: new Date(0) });
        outputs.push(output);
        if (format === "json" || format === "sarif") expect(SCHEMAS[format](output)).toEqual([]);
      }
    }
    const leaked = valuesIn([...new Set(outputs.flatMap((output) => output.split("\n")))].join("\n"), seen);
    // The count alone: a failing test must not print what it guards either.
    expect(leaked.length).toBe(0);
  });
});

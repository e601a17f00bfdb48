/** The published JSON schemas say what the code does. tests/leak.test.ts holds every fixture's report against schema/report.schema.json. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../src/cli/config-file.js";
import type { Config } from "../src/config.js";
import { createLinter } from "../src/index.js";
import { jsonReporter } from "../src/reporters/json.js";
import { OPTIONS, variedReports } from "./support/reports.js";
import { ownSchema } from "./support/schemas.js";

const isRefused = (config: unknown): boolean => {
  try {
    createLinter(config as Config);
    return false;
  } catch {
    return true;
  }
};

describe("schema/config.schema.json", () => {
  const errorsOf = ownSchema("config");

  it.each<[string, unknown]>([
    ["nothing", {}],
    ["every kind of key", {
      $schema: "./node_modules/leaklint/schema/config.schema.json", profile: "publish", lang: "ja", ignore: ["**/x/**"], limits: { depth: 4, timeMs: 1000 }, ownDomains: ["corp.example"],
      knownGroups: { board: ["@partner.example"] }, country: "JP", detectors: { "postal-code": "off", "recipient-exposure": { threshold: 10 } },
      policy: { people: { warn: 1 }, severities: { error: "block" }, findings: { "concealed-sheet": "hold" }, entities: { "special-care": "block" }, unscanned: "hold" },
      failOn: "warn", failOnUnscanned: true, acceptUnread: ["png"], passwords: ["x"], ocr: false, fingerprintKey: "k", publicBody: true,
      acceptance: { markers: true, entries: false, baseline: "b", maxDays: 90, never: ["my-number"] },
      gateway: { milter: ["unix:/run/x.sock"], check: "inet:1@127.0.0.1", socketMode: "660", actions: { hold: "warn" }, limits: { workers: 2 }, audit: { file: "/var/log/x" } },
    }],
  ])("takes %s, as leaklint does", (_, config) => {
    expect([errorsOf(JSON.stringify(config)), isRefused(config)]).toEqual([[], false]);
  });

  it.each<[string, unknown]>([
    ["a list", []],
    ["a key that is none", { profiles: "publish" }],
    ["a profile that is none", { profile: "public" }],
    ["an empty text", { fingerprintKey: "" }],
    ["a country of three letters", { country: "JPN" }],
    ["a limit of nothing", { limits: { depth: 0 } }],
    ["a limit that is none", { limits: { dept: 3 } }],
    ["texts that are none", { ignore: [1] }],
    ["a text for a list", { ignore: "x" }],
    ["a detector that is none", { detectors: { "phone-numbers": "off" } }],
    ["an option that is none", { detectors: { "recipient-exposure": { treshold: 10 } } }],
    ["an option of another type", { detectors: { "recipient-exposure": { threshold: "ten" } } }],
    ["a rule that is none", { policy: { person: { warn: 1 } } }],
    ["a verdict that is none", { policy: { unscanned: "stop" } }],
    ["a flag that is none", { ocr: "yes" }],
    ["an audit log without its file", { gateway: { audit: { passes: true } } }],
    ["a mode that is none", { gateway: { socketMode: "rw" } }],
    ["a day that is none", { acceptance: { maxDays: -1 } }],
  ])("refuses %s, as leaklint does", (_, config) => {
    expect([errorsOf(JSON.stringify(config)).length > 0, isRefused(config)]).toEqual([true, true]);
  });

  it("says of every key what it is for", () => {
    const { properties } = JSON.parse(readFileSync("schema/config.schema.json", "utf8")) as { properties: Record<string, { description?: string }> };
    expect(Object.entries(properties).filter(([, { description = "" }]) => description.length < 20).map(([key]) => key)).toEqual([]);
  });

  it("may be named in the config itself", async () => {
    const folder = mkdtempSync(join(tmpdir(), "leaklint-schema-"));
    try {
      writeFileSync(join(folder, "leaklint.config.json"), '{ "$schema": "https://example.test/config.schema.json", "lang": "ja" }');
      expect(await loadConfig(folder)).toMatchObject({ lang: "ja" });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("schema/report.schema.json", () => {
  const errorsOf = ownSchema("report");

  it("takes a report with everything it may hold, and an empty one", () => {
    expect(errorsOf(jsonReporter(variedReports(), OPTIONS))).toEqual([]);
    expect(errorsOf(jsonReporter([], OPTIONS))).toEqual([]);
  });

  it.each<[string, (report: { results: Record<string, unknown>[]; schemaVersion: number }) => void]>([
    ["another version", (one) => (one.schemaVersion = 2)],
    ["a result without its verdict", (one) => delete one.results[0]["verdict"]],
    ["an unknown verdict", (one) => (one.results[0]["verdict"] = "maybe")],
    ["a step of an unknown kind", (one) => (one.results[0]["unscanned"] = [{ at: [{ kind: "planet" }], location: "", reason: "limit", detail: "" }])],
    ["a step without what its kind has", (one) => (one.results[0]["unscanned"] = [{ at: [{ kind: "cell" }], location: "", reason: "limit", detail: "" }])],
    ["a reason that is none", (one) => (one.results[0]["unscanned"] = [{ at: [], location: "", reason: "tired", detail: "" }])],
  ])("refuses %s", (_, spoil) => {
    const given = JSON.parse(jsonReporter(variedReports(), OPTIONS)) as { results: Record<string, unknown>[]; schemaVersion: number };
    spoil(given);
    expect(errorsOf(JSON.stringify(given)).length).toBeGreaterThan(0);
  });

  it("takes keys that a later version adds", () => {
    const given = JSON.parse(jsonReporter(variedReports(), OPTIONS)) as { results: Record<string, unknown>[] };
    given.results[0]["new"] = 1;
    expect(errorsOf(JSON.stringify(given))).toEqual([]);
  });
});

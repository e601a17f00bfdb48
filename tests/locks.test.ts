import { describe, expect, it } from "vitest";
import type { Config } from "../src/config.js";
import { ConfigError } from "../src/errors.js";
import { createLinter } from "../src/linter.js";
import { checkPolicy, enforcePolicy } from "../src/locks.js";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { underPolicy } from "../src/cli/settle.js";
import { phoneNumber } from "../detectors/phone-number.js";

const FILE = "/etc/leaklint/policy.json";
const hold = (config: Config, locked: object, more = {}): Config => enforcePolicy(config, checkPolicy({ locked, ...more }), FILE);

describe("a locked setting", () => {
  it.each<[string, object, Config, Config]>([
    ["holds where nothing is said", { failOn: "hold", acceptance: { markers: false } }, {}, { failOn: "hold", acceptance: { markers: false } }],
    ["may be said again", { profile: "publish" }, { profile: "publish" }, { profile: "publish" }],
    ["may be tightened: a verdict sooner reached", { failOn: "hold" }, { failOn: "warn" }, { failOn: "warn" }],
    ["may be tightened: failOnUnscanned", { failOnUnscanned: false }, { failOnUnscanned: true }, { failOnUnscanned: true }],
    ["may be tightened: a shorter list", { acceptUnread: ["png", "emf"] }, { acceptUnread: ["emf"] }, { acceptUnread: ["emf"] }],
    ["may be tightened: larger limits", { limits: { depth: 8 } }, { limits: { depth: 9, pages: 5 } }, { limits: { depth: 9, pages: 5 } }],
    ["may be tightened: lower thresholds", { policy: { people: { hold: 50 } } }, { policy: { people: { hold: 10, block: 20 }, unscanned: "hold" } }, { policy: { people: { hold: 10, block: 20 }, unscanned: "hold" } }],
    ["may be tightened: a finding costs more", { policy: { findings: { "my-number": "block" }, unscanned: "warn" } }, { policy: { unscanned: "block" } }, { policy: { findings: { "my-number": "block" }, unscanned: "block" } }],
    ["may be tightened: entries that expire sooner, more that nobody accepts", { acceptance: { maxDays: 90, never: ["my-number"] } }, { acceptance: { maxDays: 30, never: ["iban"] } }, { acceptance: { maxDays: 30, never: ["iban", "my-number"] } }],
    ["may be tightened: no baseline at all", { acceptance: { baseline: "b" } }, { acceptance: { baseline: false } }, { acceptance: { baseline: false } }],
    ["leaves what is not locked", { failOn: "hold" }, { lang: "ja", ignore: ["x/**"] }, { lang: "ja", ignore: ["x/**"], failOn: "hold" }],
    ["leaves a detector its options", { detectors: { "my-number": "on" } }, { detectors: { iban: "off" } }, { detectors: { iban: "off", "my-number": {} } }],
    ["lets known groups shrink", { knownGroups: { board: ["a@x.test", "b@x.test"] } }, { knownGroups: { board: ["a@x.test"] } }, { knownGroups: { board: ["a@x.test"] } }],
  ])("%s", (_, locked, config, expected) => {
    expect(hold(config, locked)).toEqual(expected);
  });

  it.each<[string, object, Config]>([
    ["profile", { profile: "publish" }, { profile: "repo" }],
    ["failOn", { failOn: "hold" }, { failOn: "block" }],
    ["failOnUnscanned", { failOnUnscanned: true }, { failOnUnscanned: false }],
    ["ocr", { ocr: true }, { ocr: false }],
    ["ignore", { ignore: [] }, { ignore: ["secret/**"] }],
    ["acceptUnread", { acceptUnread: ["emf"] }, { acceptUnread: ["emf", "pdf"] }],
    ["ownDomains", { ownDomains: ["corp.test"] }, { ownDomains: ["corp.test", "provider.example"] }],
    ["knownGroups.board", { knownGroups: { board: ["a@x.test"] } }, { knownGroups: { board: ["a@x.test", "@x.test"] } }],
    ["knownGroups.all", { knownGroups: {} }, { knownGroups: { all: ["@x.test"] } }],
    ["limits.timeMs", { limits: { timeMs: 1000 } }, { limits: { timeMs: 1 } }],
    ["policy.people.hold", { policy: { people: { hold: 50 } } }, { policy: { people: { hold: 51 } } }],
    ["policy.findings.my-number", { policy: { findings: { "my-number": "block" } } }, { policy: { findings: { "my-number": "hold" } } }],
    ["policy.unscanned", { policy: { unscanned: "warn" } }, { policy: { unscanned: "pass" } }],
    ["policy", { policy: { unscanned: "warn" } }, { policy: () => ({ level: "pass", reasons: [], remedies: [] }) }],
    ["detectors.my-number", { detectors: { "my-number": "on" } }, { detectors: { "my-number": "off" } }],
    ["detectors.phone-number", { detectors: { "phone-number": "on" } }, { detectors: { "phone-number": phoneNumber } }],
    ["detectors.phone-number", { detectors: { "phone-number": "on" } }, { detectors: [phoneNumber] }],
    ["acceptance.markers", { acceptance: { markers: false } }, { acceptance: { markers: true } }],
    ["acceptance.baseline", { acceptance: { baseline: false } }, { acceptance: { baseline: "leaklint.baseline" } }],
    ["acceptance.entries", { acceptance: { entries: "security/accept.json" } }, { acceptance: { entries: "mine.json" } }],
    ["acceptance.anyValue", { acceptance: { anyValue: false } }, { acceptance: { anyValue: true } }],
    ["acceptance.maxDays", { acceptance: { maxDays: 90 } }, { acceptance: { maxDays: 365 } }],
  ])("cannot be relaxed: %s", (path, locked, config) => {
    expect(() => hold(config, locked, { contact: "情報セキュリティ室" })).toThrow(ConfigError);
    expect(() => hold(config, locked, { contact: "情報セキュリティ室" })).toThrow(new RegExp(`^${path.replaceAll(".", "\\.")} is locked by your organisation \\(${FILE}\\) and must be .*; ask 情報セキュリティ室`, "u"));
  });
});

it.each<[string, object]>([
  ['has no detector "my-numbr"; did you mean "my-number"?', { detectors: { "my-numbr": "on" } }],
  ['acceptance.never has no code "my-numbers"', { acceptance: { never: ["my-numbers"] } }],
  ['acceptance.never has no code "my-number/none"', { acceptance: { never: ["my-number/none"] } }],
])("a lock on what there is not is an error, not silence: %s", (message, locked) => {
  expect(() => createLinter(hold({}, locked))).toThrow(message);
});

describe("the policy's file", () => {
  it("gives defaults that a repository may change", () => {
    const defaults: Config = { failOn: "warn", lang: "ja" };
    expect(hold({ lang: "en" }, {}, { defaults })).toEqual({ failOn: "warn", lang: "en" });
  });

  it("holds its own locks against its own defaults", () => {
    expect(() => hold({}, { failOn: "warn" }, { defaults: { failOn: "block" } })).toThrow("failOn is locked");
  });

  it.each([
    ["policy has no key", { lock: {} }],
    ["failOn must be one of", { locked: { failOn: "never" } }],
    ["config has no key", { locked: { failOnn: "hold" } }],
    ["locked.lang cannot be locked", { locked: { lang: "ja" } }],
    ["policy must be an object", []],
  ])("is refused: %s", (message, policy) => {
    expect(() => checkPolicy(policy)).toThrow(message);
  });

  it("is found by LEAKLINT_POLICY before its usual place, and never left out because it cannot be read", async () => {
    const folder = mkdtempSync(join(tmpdir(), "leaklint-policy-"));
    try {
      const [named, usual, broken] = ["named.json", "usual.json", "broken.json"].map((name) => join(folder, name));
      writeFileSync(named, JSON.stringify({ locked: { failOn: "warn" } }));
      writeFileSync(usual, JSON.stringify({ locked: { ocr: true } }));
      writeFileSync(broken, "{");
      expect(await underPolicy({}, named, usual)).toEqual({ failOn: "warn" });
      expect(await underPolicy({}, undefined, usual)).toEqual({ ocr: true });
      expect(await underPolicy({}, "", usual)).toEqual({ ocr: true });
      expect(await underPolicy({ failOn: "block" }, undefined, join(folder, "none.json"))).toEqual({ failOn: "block" });
      await expect(underPolicy({}, join(folder, "none.json"), usual)).rejects.toThrow("cannot be read: ENOENT");
      await expect(underPolicy({}, broken, usual)).rejects.toThrow("it is not valid JSON");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

import { describe, expect, it } from "vitest";
import { checkConfig, optionsOf } from "../src/config.js";
import { ConfigError } from "../src/errors.js";

const detector = { id: "some", messages: {}, defaults: { threshold: 15, words: ["a"], strict: false }, create: () => ({}) };

describe("checkConfig", () => {
  it.each<[object]>([
    [{}],
    [{ profile: "mail", lang: "ja", ignore: ["**/node_modules/**"], country: "US", failOn: "warn", failOnUnscanned: false }],
    [{ limits: { depth: 3 }, ownDomains: ["corp.test"], knownGroups: { board: ["a@b.test"] } }],
    [{ policy: { identified: { hold: 2 }, findings: { "person-name": "pass" }, unscanned: "block" }, detectors: { "my-number": "off" } }],
    [{ policy: () => ({ level: "pass", reasons: [], remedies: [] }) }],
  ])("accepts %j", (config) => {
    expect(checkConfig(config)).toBe(config);
  });

  it.each<[unknown, string]>([
    [{ profil: "mail" }, 'config has no key "profil"; did you mean "profile"?'],
    [{ owndomains: [] }, 'config has no key "owndomains"; did you mean "ownDomains"?'],
    [{ limits: { dept: 1 } }, 'limits has no key "dept"; did you mean "depth"?'],
    [{ policy: { identified: { hodl: 1 } } }, 'policy.identified has no key "hodl"; did you mean "hold"?'],
    [{ profile: "publsh" }, 'profile must be one of "publish", "mail", "repo"; did you mean "publish"?'],
    [{ xyzzyplugh: 1 }, 'config has no key "xyzzyplugh"'],
    [{ limits: { depth: 0 } }, "limits.depth must be a number above 0"],
    [{ ignore: "x" }, "ignore must be a list of strings"],
    [{ ignore: [1] }, "ignore[0] must be a non-empty string"],
    [{ knownGroups: { board: "a@b" } }, 'knownGroups["board"] must be a list of strings'],
    [{ policy: { findings: { x: "stop" } } }, 'policy.findings["x"] must be one of "pass", "warn", "hold", "block"'],
    [{ country: "jp" }, 'country must be two capital letters such as "JP"'],
    [[], "config must be an object"],
    [null, "config must be an object"],
  ])("refuses %j and says what is right", (config, message) => {
    expect(() => checkConfig(config)).toThrow(new ConfigError(message));
  });
});

describe("optionsOf", () => {
  it("puts the user's options in the place of defaults", () => {
    expect(optionsOf(detector, { threshold: 3 })).toEqual({ threshold: 3, words: ["a"], strict: false });
  });

  it.each([
    [{ treshold: 3 }, 'detectors["some"] has no key "treshold"; did you mean "threshold"?'],
    [{ threshold: "3" }, 'detectors["some"].threshold must be a number'],
    [{ threshold: -1 }, 'detectors["some"].threshold must be a number above 0'],
    [{ words: "a" }, 'detectors["some"].words must be a list of strings'],
  ])("refuses %j", (given, message) => {
    expect(() => optionsOf(detector, given)).toThrow(new ConfigError(message));
  });
});

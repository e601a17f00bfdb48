import { describe, expect, it } from "vitest";
import type { Finding, ScanResult } from "../src/contract.js";
import { rulesOf } from "../src/config.js";
import { createPolicy, type ProfileName, PROFILES, severityOf, worstOf } from "../src/policy.js";

const result = (changes: Partial<ScanResult>): ScanResult => ({
  path: "x", format: "text", findings: [], people: 0, exposure: { identified: 0, reachable: 0, concealed: 0 }, unscanned: [], ...changes,
});
const finding = (detector: string, code: string, severity: Finding["severity"]): Finding => ({
  detector, code, severity, confidence: 1, count: 1, people: 0, entities: {}, evidence: [], at: [], fingerprint: "", remedies: [],
});
const exposed = (identified: number, reachable: number, concealed: number): Partial<ScanResult> => ({
  people: Math.max(identified, reachable, concealed), exposure: { identified, reachable, concealed },
});

describe("the profiles", () => {
  it.each<[string, ProfileName, Partial<ScanResult>, string]>([
    ["nothing found passes", "publish", {}, "pass"],
    ["872 people's records are blocked", "publish", exposed(872, 870, 0), "block"],
    ["one person with an address is held", "publish", exposed(1, 0, 0), "hold"],
    ["a contact person with a telephone is a warning", "publish", exposed(0, 1, 0), "warn"],
    ["one person in a hidden place is held", "publish", exposed(0, 0, 1), "hold"],
    ["a list of fifty names is held", "publish", { people: 50 }, "hold"],
    ["a few names are a warning", "publish", { people: 3 }, "warn"],
    ["357 visible recipients are blocked", "mail", { findings: [finding("recipient-exposure", "visible-recipients", "error")] }, "block"],
    ["a reply whose thread is unproven is held", "mail", { findings: [finding("recipient-exposure", "reply-recipients", "error")] }, "hold"],
    ["a signature in a mail passes", "mail", exposed(1, 1, 0), "pass"],
    ["the name and telephone in it too", "mail", { ...exposed(1, 1, 0), findings: [finding("person-name", "name", "warning"), finding("phone-number", "number", "warning")] }, "pass"],
    ["two people's addresses in a mail are a warning", "mail", exposed(2, 2, 0), "warn"],
    ["five people's addresses in a mail are held", "mail", exposed(5, 5, 0), "hold"],
    ["a date of birth in a mail is a warning", "mail", { ...exposed(1, 1, 0), findings: [finding("date-of-birth", "date", "warning")] }, "warn"],
    ["a My Number is blocked wherever it stands", "repo", { findings: [finding("my-number", "number", "error")] }, "block"],
    ["a table with one person's illness is held", "mail", { ...exposed(1, 0, 0), findings: [{ ...finding("personal-records", "table", "warning"), entities: { "special-care": 1 } }] }, "hold"],
    ["a table without any is not", "mail", { ...exposed(1, 0, 0), findings: [{ ...finding("personal-records", "table", "warning"), entities: { "person-name": 1 } }] }, "warn"],
    ["something unread is a warning", "publish", { unscanned: [{ kind: "unscanned", at: [], reason: "encrypted", detail: "" }] }, "warn"],
    ["a hidden sheet without people is a warning", "publish", { findings: [finding("concealed-sheet", "hidden", "warning")] }, "warn"],
    ["info passes", "publish", { findings: [finding("postal-code", "code", "info")] }, "pass"],
  ])("%s (%s)", (_, profile, changes, level) => {
    expect(createPolicy(PROFILES[profile])(result(changes)).level).toBe(level);
  });

  it("says which rule decided, worst first", () => {
    expect(createPolicy(PROFILES.publish)(result(exposed(872, 3, 0))).reasons).toEqual([
      { rule: "identified", level: "block", count: 872 },
      { rule: "people", level: "hold", count: 872 },
      { rule: "reachable", level: "warn", count: 3 },
    ]);
  });

  it("gives a kind of data as its own reason where the finding by itself costs less", () => {
    const table = { ...finding("personal-records", "table", "warning"), entities: { "person-name": 9, "special-care": 4 } };
    const sentence = { ...finding("special-care", "said", "error"), entities: { "special-care": 1 } };
    expect(createPolicy(PROFILES.mail)(result({ findings: [sentence, table, table] })).reasons).toEqual([
      { rule: "special-care/said", level: "hold", count: 1 },
      { rule: "special-care", level: "hold", count: 8 },
      { rule: "personal-records/table", level: "warn", count: 2 },
    ]);
    const lenient = rulesOf("mail", { entities: { "special-care": "pass" } });
    expect(createPolicy(lenient)(result({ findings: [table] })).level).toBe("warn");
  });

  it("is changed by the config, key by key", () => {
    const rules = rulesOf("publish", { identified: { block: 1000 }, findings: { "concealed-sheet": "block" } });
    expect(createPolicy(rules)(result(exposed(872, 0, 0))).level).toBe("hold");
    expect(createPolicy(rules)(result({ findings: [finding("concealed-sheet", "hidden", "warning")] })).level).toBe("block");
    expect(rules.findings["my-number"]).toBe("block");
  });
});

describe("severityOf", () => {
  it.each([
    ["warning", undefined, "warning"],
    ["warning", "hidden-sheet", "error"],
    ["warning", "property", "warning"],
    ["info", "hidden-sheet", "info"],
    ["error", undefined, "error"],
  ] as const)("a personal %s in %s is %s", (declared, concealment, expected) => {
    expect(severityOf(declared, concealment, { "phone-number": 1 }, 1)).toBe(expected);
  });

  it.each([
    ["an address and a telephone that are nobody's", undefined, { "postal-address": 1, "phone-number": 1 }, "info"],
    ["the same in a hidden sheet", "hidden-sheet", { "postal-address": 1, "phone-number": 1 }, "warning"],
    ["a name that could not be counted", undefined, { "person-name": 1, "phone-number": 1 }, "warning"],
    ["a name in the path Excel saved", "package-data", { "person-name": 1 }, "warning"],
    ["a mail address", undefined, { "email-address": 1 }, "warning"],
  ] as const)("weighs %s (%s)", (_case, concealment, entities, expected) => {
    expect(severityOf("warning", concealment, entities, 0)).toBe(expected);
  });

  it("leaves findings that are not about personal data as they are", () => {
    expect(severityOf("warning", "hidden-sheet", {}, 0)).toBe("warning");
  });
});

describe("worstOf", () => {
  it("is pass for nothing", () => {
    expect([worstOf([]), worstOf(["warn", "block", "hold"])]).toEqual(["pass", "block"]);
  });
});

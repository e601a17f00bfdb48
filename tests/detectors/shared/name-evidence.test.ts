import { describe, expect, it } from "vitest";
import { isLabelled } from "../../../detectors/shared/name-evidence.js";

const NAME = "佐藤花子";

describe("isLabelled", () => {
  it.each([
    ["a label", "氏名:佐藤花子"],
    ["an attendee of a calendar", "ATTENDEE;CN=佐藤花子:mailto:a@provider.example"],
    ["a quoted attendee", 'ORGANIZER;CN="佐藤花子":mailto:a@provider.example'],
    ["an entry of a directory", "dn: cn=佐藤花子,ou=people,dc=provider"],
    ["a card", "FN:佐藤花子"],
    ["a card with its character set", "N:1\nFN;CHARSET=UTF-8:佐藤花子"],
  ])("knows what announces a name: %s", (_case, text) => {
    expect(isLabelled(text, text.indexOf(NAME))).toBe(true);
  });

  it.each([
    ["letters that end another word", "ICN=佐藤花子"],
    ["a function", "defn:佐藤花子"],
    ["a domain", "https://provider.cn 佐藤花子"],
    ["a comparison", "cn == 佐藤花子"],
    ["nothing", "佐藤花子"],
    ["another attribute", "ou=佐藤花子"],
  ])("takes nothing else for an announcement: %s", (_case, text) => {
    expect(isLabelled(text, text.indexOf(NAME))).toBe(false);
  });

  it("looks at a few characters only, however long the parameters are", () => {
    const text = `FN${";X=".repeat(10_000)}:${NAME}`;
    expect(isLabelled(text, text.indexOf(NAME))).toBe(false);
  });
});

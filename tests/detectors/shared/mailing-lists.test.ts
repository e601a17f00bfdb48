import { describe, expect, it } from "vitest";
import { isListAddress, listNames, listsOf } from "../../../detectors/shared/mailing-lists.js";

const header = (name: string, value: string): { headers: { name: string; value: string }[] } => ({ headers: [{ name, value }] });

describe("addresses that a header calls a list's", () => {
  it.each([
    ["List-Post", "<mailto:team@partner.example>", ["team@partner.example"]],
    ["List-Id", "Team <team.partner.example>", ["team@partner.example"]],
    ["LIST-ID", "<team.lists.partner.example>", ["team@lists.partner.example"]],
    ["X-BeenThere", "Team@Partner.example", ["team@partner.example"]],
    ["Mailing-List", "contact team-help@partner.example; run by ezmlm", ["team-help@partner.example"]],
    ["To", "team@partner.example", []],
    ["X-List", "team@partner.example", []],
    ["List-Post", Array.from({ length: 6 }, (_, i) => `<mailto:p${i}@partner.example>`).join(", "), []],
    ["List-Id", "<".repeat(100_000), []],
    ["List-Post", `${"a".repeat(100_000)}@`, []],
  ])("%s: %j", (name, value, expected) => {
    expect([...listsOf(header(name, value))]).toEqual(expected);
  });

  it("and what people call it", () => {
    expect(listNames(header("List-Id", "患者会 <kanja.partner.example>"))).toEqual(["患者会 <kanja.partner.example>"]);
    expect(listNames(header("Subject", "x"))).toEqual([]);
  });
});

describe("addresses that are a list's by their form", () => {
  it.each(["members@lists.partner.example", "kaiin@ml.city.example", "team@googlegroups.com", "team-ml@partner.example", "ml_team@partner.example", "x@groups.io"])("%s is", (address) => {
    expect(isListAddress(address, new Set())).toBe(true);
  });

  it.each(["taro@partner.example", "taro@list.ru", "taro@ml.com", "emily@partner.example", "html@partner.example", "taro@lists", "x@googlegroups.com.attacker.test"])("%s is not", (address) => {
    expect(isListAddress(address, new Set())).toBe(false);
  });
});

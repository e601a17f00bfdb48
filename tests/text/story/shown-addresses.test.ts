import { describe, expect, it } from "vitest";
import { addShownAddresses, leadsToShown } from "../../../src/text/story/shown-addresses.js";

const addresses = (text: string): string[] => {
  const shown = new Set<string>();
  addShownAddresses(text, shown);
  return [...shown];
};

describe("addShownAddresses", () => {
  it.each<[string, readonly string[]]>([
    ["お問い合わせはInfo@Corp.exampleまで。", ["info@corp.example"]],
    ["a@b.example, c..d.@e.example.", ["a@b.example", "c..d.@e.example"]],
    ["@ a@ @b", []],
  ])("finds in %j %j", (text, expected) => {
    expect(addresses(text)).toEqual(expected);
  });

  it("looks no further around an @ than an address may reach", () => {
    const found = addresses("a".repeat(1000) + "@" + "b".repeat(1000));
    expect(found.map((one) => one.length)).toEqual([64 + 1 + 255]);
    expect(addresses("@".repeat(100_000))).toEqual([]);
  });
});

describe("leadsToShown", () => {
  const shown = new Set(["a@b.example"]);
  it.each(["mailto:a@b.example", "MAILTO:A@B.example", ' HYPERLINK "mailto:a@b.example" '])("knows %j", (link) => {
    expect(leadsToShown(link, shown)).toBe(true);
  });

  it.each(["mailto:x@b.example", "mailto:a@b.example?cc=x@b.example", "a@b.example", "https://b.example/?a@b.example", `mailto:${"x".repeat(100_000)}`])("lets %.60j be reported", (link) => {
    expect(leadsToShown(link, shown)).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { isQuoted } from "../../../detectors/shared/attribution.js";

const QUOTES = "Every leak began as a convenience.\n    -- Rosalind Achterkamp\n%\nWho checks twice sends once.\n    -- Viktor Szabolcsi\n";

describe("isQuoted: who has said what is quoted", () => {
  it.each([
    ["hyphens", QUOTES],
    ["dashes", QUOTES.replaceAll("--", "—")],
    ["Japanese sentences and bars", "漏れは便利から始まる。\n――川鍋由美子\n\n二度見て一度送る。\n――板倉慎一\n"],
  ])("with %s", (_case, text) => {
    const names = [...text.matchAll(/(?:-- |— |――)(?<name>[^\n]+)/gu)].map(({ index, 0: whole, groups }) => index + whole.length - (groups?.name.length ?? 0));
    expect(names.map((start) => isQuoted(text, start))).toEqual([true, true]);
  });

  it.each([
    ["a signature", "Please send the list again.\n-- Rosalind Achterkamp\n", "Rosalind"],
    ["a list", "Absent today:\n- Rosalind Achterkamp\n- Viktor Szabolcsi\n", "Rosalind"],
    ["a separator of a mail", "See you.\n-- \nRosalind Achterkamp\n", "Rosalind"],
    ["a name in the same sentence", "The list -- Rosalind Achterkamp has it -- is old.\nSecond. -- Viktor Szabolcsi\n", "Rosalind"],
  ])("not %s", (_case, text, name) => {
    expect(isQuoted(text, text.indexOf(name))).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { phoneNumber } from "../../detectors/phone-number.js";
import { detectText, markFound, REPORTED } from "../support/detect-text.js";

describe("phone-number: rarer notations, cells and countries", () => {
  it.each([
    "韓国 «010-1234-5678»",
    "米国：«212-555-0123»",
    "(UK) «020 7946 0958»",
    "中国　«138 0013 8000»",
    "台湾オフィス «02-2345-6789»",
    "電話番号\t«03\t1234\t5678»\t担当",
    "電話\t«090\t-\t1234\t-\t5678»",
    "«090-1234-5678»\t«03-1234-5678»",
    "«〇三-一二三四-五六七八»",
    "電話«〇九〇ー一二三四ー五六七八»",
    "«[03]1234-5678»",
    "«03・1234・5678»",
    "TEL «03/1234/5678»",
    "«+81.312345678»",
    "電話 «03-1234\n-5678»",
    "TEL «0081-3-1234-5678»",
    "TEL «010-81-3-1234-5678»",
    "«090の1234の5678»ではない",
    "携帯（«09012345678»）に",
    "海外（«+819012345678»）に",
    "FAX専用 «03-1234-5678»",
    "ＦＡＸのみ：«０３－１２３４－５６７８»",
    "代表«03-1234-5678»(内線 1234)",
    "«03-1234-5678»内線1234",
    "«050-1234-5678»",
    "«0422(21)3456»",
    "市外局番«(0422) 21-3456»",
    "«（0422）21-3456»",
    "tel «090 1234 5678»",
  ])("is exact: %j", (marked) => {
    expect(markFound(phoneNumber, marked.replaceAll(/[«»]/gu, ""))).toBe(marked);
  });
  it.each([
    "列\t03\t1234\t5678",
    "03/04/2024/01",
    "2024/01/03/1234",
    "《03》1234",
    "1・2・3",
    "+35.68951234,+139.69171234",
    "+35.68951234",
    "0・1・2・3・4・5・6・7・8・9",
    "03\t12\t34\t56\t78",
    "1\t090\t1234\t5678\t9",
    "10.0.0.1/24 03.1234",
    "[0] [1] 0312",
    "a[03]1234-5678",
    "M0 3 1234 5678",
    "03:12 34:5678",
    "version 03.1234.5678",
    "注文番号 090-1234-5678",
    "電話 090-0000-0000",
    "図面 045-12-34567",
    "受注No.03-1234-5678-01",
    "¥03,1234,5678",
    "<td>090</td><td>1234</td>",
  ])("reports nothing: %j", (text) => {
    expect(markFound(phoneNumber, text)).toBe(text);
  });
});

/** Digits of area code, exchange and subscriber of every length. */
const NUMBERS = [["03", "1234", "5678"], ["0422", "21", "3456"], ["04992", "2", "3456"], ["045", "123", "4567"], ["0993", "22", "3456"], ["090", "1234", "5678"], ["050", "1234", "5678"]] as const;
const fullWidth = (text: string): string => text.replaceAll(/[!-~]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
type Groups = readonly [string, string, string];
const NOTATIONS: Readonly<Record<string, (groups: Groups) => string>> = {
  "hyphens": (g) => g.join("-"),
  "full width": (g) => fullWidth(g.join("-")),
  "brackets around the area": ([a, b, c]) => `(${a})${b}-${c}`,
  "brackets around the exchange": ([a, b, c]) => `${a}(${b})${c}`,
  "full-width brackets": ([a, b, c]) => fullWidth(`${a}(${b})${c}`),
  "square brackets": ([a, b, c]) => `[${a}]${b}-${c}`,
  "spaces": (g) => g.join(" "),
  "full-width spaces": (g) => fullWidth(g.join("　")),
  "dots": (g) => g.join("."),
  "middle dots": (g) => g.join("・"),
  "hyphens in spaces": (g) => g.join(" - "),
  "long vowel marks": (g) => fullWidth(g.join("ー")),
  "minus signs": (g) => g.join("−"),
  "dashes": (g) => g.join("―"),
  "the country": ([a, b, c]) => `+81-${a.slice(1)}-${b}-${c}`,
  "the country and a trunk zero": ([a, b, c]) => `+81 (0)${a.slice(1)} ${b} ${c}`,
  "a prefix for calls abroad": ([a, b, c]) => `TEL 010-81-${a.slice(1)}-${b}-${c}`,
  "a label and no hyphens": (g) => `電話番号：${g.join("")}`,
  "kanji": (g) => `電話 ${g.join("ー").replaceAll(/\d/gu, (digit) => "〇一二三四五六七八九".charAt(Number(digit)))}`,
  "a cell each": (g) => `電話\t${g.join("\t")}`,
  "a digit a cell": (g) => `電話番号\t${Array.from(g.join("")).join("\t")}`,
  "zero-width spaces": (g) => Array.from(g.join("-")).join("\u200b"),
};

describe("phone-number: one number in every notation", () => {
  it.each(Object.entries(NOTATIONS))("is known with %s", (_name, write) => {
    for (const groups of NUMBERS) {
      const found = detectText(phoneNumber, write(groups)).filter(({ confidence }) => confidence >= REPORTED);
      expect(found.map(({ value }) => value)).toEqual([`+81${groups.join("").slice(1)}`]);
    }
  });
});

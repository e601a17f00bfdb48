import { describe, expect, it } from "vitest";
import { phoneNumber } from "../../detectors/phone-number.js";
import { detectText, JAPAN, markFound, REPORTED } from "../support/detect-text.js";
import { codeText } from "../support/generated-text.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(phoneNumber);

describe("phone-number: where a number begins and ends", () => {
  it.each([
    ["brackets around the area code", "電話«(03)1234-5678»です"],
    ["brackets around the whole number", "本社(«03-1234-5678»)"],
    ["brackets inside", "電話«03(1234)5678»です"],
    ["full-width", "電話：«（０３）１２３４－５６７８»、内線５"],
    ["a long vowel mark for a hyphen", "«０３ー１２３４ー５６７８»"],
    ["a plus sign", "海外から«+81-3-1234-5678»へ"],
    ["a plus sign in brackets", "«(+81)3-1234-5678»"],
    ["a trunk zero in brackets", "«+81 (0)3-1234-5678»"],
    ["an extension", "«03-1234-5678»(内線12)"],
    ["two numbers and a slash", "TEL «03-1234-5678»/«090-1234-5678»"],
    ["two numbers and a space", "«03-1234-5678» «090-1234-5678»"],
    ["two numbers and a comma", "«03-1234-5678»,«090-1234-5678»"],
    ["three fields run together", "TEL«03-1234-5678»FAX«03-1234-5679»MAILx"],
    ["a date before it", "2024-01-03 «090-1234-5678»"],
    ["a time before it", "9:00-17:00 «03-1234-5678»"],
    ["a count in brackets before it", "(1) «090-1234-5678» (2) «090-1234-5679»"],
    ["a line broken behind a hyphen", "電話 «03-1234-\n5678» まで"],
    ["a digit in each box", "電話 «0 9 0 - 1 2 3 4 - 5 6 7 8»（自宅）"],
    ["a cell on each side", "1\t«09012345678»\t2"],
  ])("is exact: %s", (_case, marked) => {
    expect(markFound(phoneNumber, marked.replaceAll(/[«»]/gu, ""))).toBe(marked);
  });
});

describe("phone-number: value, country and confidence", () => {
  const first = (text: string, country = "JP") => detectText(phoneNumber, text, { ...JAPAN, country })[0];
  it("knows one number in every notation", () => {
    const notations = ["03-1234-5678", "03(1234)5678", "(03)1234-5678", "TEL 0312345678", "+81-3-1234-5678", "+81 (0)3-1234-5678", "０３ー１２３４ー５６７８"];
    expect(new Set(notations.map((text) => first(text)?.value))).toEqual(new Set(["+81312345678"]));
  });
  it.each([
    ["US", "(212) 555-0123", "+12125550123"],
    ["US", "212-555-0123", "+12125550123"],
    ["GB", "020 7946 0958", "+442079460958"],
    ["DE", "Tel. 030 901820", "+4930901820"],
    ["FR", "01 23 45 67 89", "+33123456789"],
    ["KR", "010-1234-5678", "+821012345678"],
    ["JP", "+44 20 7946 0958", "+442079460958"],
  ])("reads numbers as dialled in %s: %s", (country, text, value) => {
    expect(first(text, country)?.value).toBe(value);
  });
  it("does not read another country's numbers as its own without a label", () => {
    expect(markFound(phoneNumber, "212-555-0123")).toBe("212-555-0123");
    expect(markFound(phoneNumber, "020 7946 0958")).toBe("020 7946 0958");
  });
  it("does not take the words of code for labels of bare digits, in a country without a prefix least of all", () => {
    const code = "e.call(this),this.table=[2124567890,3125550123]";
    expect(markFound(phoneNumber, code, { ...JAPAN, country: "US" })).toBe(code);
  });
  it("is surer with a label than without, and of groups than of bare digits", () => {
    const sure = ["TEL 03-1234-5678", "03-1234-5678", "03 1234 5678", "09012345678", "0312345678"].map((text) => first(text)?.confidence ?? 0);
    expect(sure).toEqual([...sure].sort((a, b) => b - a));
    expect(new Set(sure).size).toBe(sure.length);
  });
  it.each(["0120-123-456", "TEL 0120-123-456", "0800-123-4567", "0570-012-345", "+81-120-123-456"])("keeps free and shared lines under the threshold: %s", (text) => {
    expect(first(text)?.confidence).toBeLessThan(REPORTED);
  });
  it.each(["電話", "電　話", "ＴＥＬ", "Ｔ Ｅ Ｌ", "tel.", "Phone:", "phoneNumber=", "user_phone_number: ", "携帯：", "連絡先 ", "☎"])("takes %s for a label", (label) => {
    expect(first(`${label}0312345678`)?.confidence).toBeGreaterThan(0.9);
  });
  it.each(["hotel ", "telnet ", "excellent ", "microphones0 ", "受付番号 ", "ID: "])("does not take %s for a label", (label) => {
    expect(first(`${label}0312345678`)?.confidence ?? 0).toBeLessThan(REPORTED);
  });
});

describe("phone-number: code", () => {
  it("finds none in ten million characters of code, data, logs and markup", { timeout: 120_000 }, () => {
    for (let seed = 1; seed <= 10; seed++) {
      const found = detectText(phoneNumber, codeText(1_000_000, seed)).filter(({ confidence }) => confidence >= REPORTED);
      expect(found).toEqual([]);
    }
  });
});

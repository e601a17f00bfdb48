import { describe, expect, it } from "vitest";
import { creditCard } from "../../detectors/credit-card.js";
import { detectText, markFound } from "../support/detect-text.js";
import { codeText } from "../support/generated-text.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(creditCard);

describe("credit-card", () => {
  it.each([
    ["behind a label", "カード番号：«4539148803436467»"],
    ["embossed, without a label", "«5351 8920 7712 3457»"],
    ["American Express", "Card number «3782 917465 03811»"],
    ["Diners Club", "クレジットカード番号 «3625 197384 0264»"],
    ["a digit to a box", "カード番号 «4 5 3 9 1 4 8 8 0 3 4 3 6 4 6 7»"],
    ["a list of cards", "«5351 8920 7712 3457»\n«4539 1488 0343 6467»"],
    ["where an expiry date stands near", "«3529866401729355» 有効期限 12/27"],
    ["nineteen digits", "card no. «6229183746502918358»"],
    ["a JSON key", '{"cardNumber": "«6011729384650196»"}'],
    ["Maestro, by its label", "Card number: «6759 4118 2736 4505»"],
  ])("is exact: %s", (_case, marked) => {
    expect(markFound(creditCard, marked.replaceAll(/[«»]/gu, ""))).toBe(marked);
  });
  it.each([
    ["sixteen digits without label", "4539148803436467"],
    ["a wrong check digit", "カード番号 4539148803436468"],
    ["a number of no network", "9539 1488 0343 6462"],
    ["test numbers", "カード番号 4111 1111 1111 1111、5555555555554444、378282246310005"],
    ["a member card", "会員カード番号 4539-1488-0343-6467"],
    ["a parcel", "お問い合わせ伝票番号 4539-1488-0343-6467"],
    ["a list of numbers most of which are no cards", "4539-1488-0343-6467\n4539-1488-0343-6478\n4539-1488-0343-6489"],
    ["a dump of bytes", "00000010: 4539 1488 0343 6467 0a0b 4539"],
    ["part of a longer number", "カード番号 4539-1488-0343-6467-01"],
    ["a decimal", "VISA 0.4539148803436467"],
    ["nanoseconds", "exp 1699999999999999990"],
  ])("leaves %s", (_case, text) => {
    expect(markFound(creditCard, text)).toBe(text);
  });

  it("finds none in a million characters of code", () => {
    expect(detectText(creditCard, codeText(1_000_000))).toEqual([]);
  });
});

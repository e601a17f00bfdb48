import { describe, expect, it } from "vitest";
import { bankAccount } from "../../detectors/bank-account.js";
import { detectText, markFound } from "../support/detect-text.js";
import { codeText } from "../support/generated-text.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(bankAccount);

describe("bank-account", () => {
  it.each([
    ["bank, branch, kind", "みずほ銀行 高松支店 普通 «1357902»"],
    ["a label", "口座番号：«１３５７９０２»"],
    ["label and kind", "口座番号 普通 «1357902» 名義 サトウ ハナコ"],
    ["in cells", "銀行名\t百十四銀行\t支店\t本店\t普通\t«1357902»"],
    ["below the label", "口座番号\n«1357902»"],
    ["a digit to a box", "口座番号\t«1\t3\t5\t7\t9\t0\t2»\t口座名義"],
    ["a branch between", "振込先口座 百十四 本店 «1357902»"],
    ["symbol and number", "ゆうちょ銀行 記号 «14370 番号 13579241»"],
    ["the same with a hyphen", "口座番号 «14370-13579241»"],
    ["a transfer account", "郵便振替 口座番号 «01690-3-135792»"],
    ["in English", "Account number: «1357902» (ordinary), branch 011"],
  ])("is exact: %s", (_case, marked) => {
    expect(markFound(bankAccount, marked.replaceAll(/[«»]/gu, ""))).toBe(marked);
  });
  it.each([
    ["the kind alone", "普通 1357902"],
    ["amounts", "普通預金 1357902円、口座残高 1,357,902"],
    ["counts", "口座数 1357902、普通会員 1357902名"],
    ["codes", "金融機関コード 0173 支店コード 011"],
    ["filler", "口座番号 1234567、口座番号 0000000"],
    ["an insured person", "健康保険 記号 2107 番号 358"],
    ["a date", "振込先 2024年4月1日"],
    ["a telephone", "口座のお問い合わせ 電話 0878392011"],
  ])("leaves %s", (_case, text) => {
    expect(markFound(bankAccount, text)).toBe(text);
  });
  it("tells an organisation's account from a person's by its holder", () => {
    const codes = ["口座番号 1357902 名義 サトウ ハナコ", "口座番号 1357902 口座名義：カ）ヤシマショウジ", "口座名義 高松市会計管理者 普通 1357902 百十四銀行", "普通預金 1357902 名義人 屋島クラブ", "普通\t0173\t口座番号\t1357902\tカ）ヤシマ"].map((text) => detectText(bankAccount, text)[0]?.code);
    expect(codes).toEqual(["account", "organisation", "organisation", "organisation", "organisation"]);
  });

  it("finds none in a million characters of code", () => {
    expect(detectText(bankAccount, codeText(1_000_000))).toEqual([]);
  });
});

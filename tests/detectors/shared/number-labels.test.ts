import { describe, expect, it } from "vitest";
import { isTight, numberLabelBefore } from "../../../detectors/shared/number-labels.js";
import { normalize } from "../../../src/text/normalize.js";
import { countSteps } from "../../support/steps.js";

/** The label of the number that stands where "#" does. */
function labelOf(marked: string): string | undefined {
  const text = normalize(marked).text;
  const start = text.indexOf("#");
  const label = numberLabelBefore(text.replace("#", "9"), start);
  return label && (label.country === "" ? label.kind : `${label.kind} ${label.country}`);
}

describe("the label before a number", () => {
  it.each([
    ["口座番号：#", "bank-account"],
    ["口 座 番 号　#", "bank-account"],
    ["accountNumber: #", "bank-account"],
    ["ACCOUNT_NUMBER=#", "bank-account"],
    ['{"card-number": "#', "credit-card"],
    ["カード番号\t#", "credit-card"],
    ["カード番号\n#", "credit-card"],
    ["会員カード番号 #", "other"],
    ["介護保険被保険者番号 #", "care-insured"],
    ["被保険者番号 #", "insured"],
    ["旅券（パスポート）番号：#", "passport"],
    ["運転免許証の番号 #", "drivers-license"],
    ["在留カード（裏面）の番号 #", "residence-card"],
    ["Passport No. #", "passport"],
    ["SSN: #", "national-id us.ssn"],
    ["SIN #", "national-id ca.sin"],
    ["個人番号 受付番号 #", "other"],
    ["受付番号 個人番号 #", "my-number"],
    ["番号 #", "generic"],
  ])("in %j is %s", (text, kind) => {
    expect(labelOf(text)).toBe(kind);
  });

  it.each([
    "口座番号は後日お知らせします。詳しくは次のページをご覧ください #",
    "口座番号\t氏名\n#",
    "口座番号\t\t氏名\t#",
    "口座番号\n\n#",
    "口座番号, 12, #",
    "口座番号\t12\t#",
    "Math.sin #",
    "hotel #",
    "口座番号A#",
    "#",
  ])("is not there in %j", (text) => {
    expect(labelOf(text)).toBeUndefined();
  });

  it.each([
    ["口座番号（7桁）は、#", true],
    ["口座番号: No. #", true],
    ["口座番号を書く欄 #", false],
    ["口座数 #", false],
  ])("and the number belong together in %j: %s", (marked, tight) => {
    const text = normalize(marked).text;
    const start = text.indexOf("#");
    const label = numberLabelBefore(text.replace("#", "9"), start);
    expect(label !== undefined && isTight(text, label, start)).toBe(tight);
  });

  it("takes no more steps however long the text before it is", () => {
    const steps = (before: string): number => {
      const text = `${before} 9`;
      return countSteps(() => numberLabelBefore(text, text.length - 1));
    };
    for (const unit of ["番", "号", "number ", "番 号 ", "の番号", "口座番"]) expect(steps(unit.repeat(20_000))).toBeLessThan(steps(unit.repeat(200)) + 200);
  });
});

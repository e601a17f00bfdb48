/** All detectors of numbers together: what they owe to texts full of numbers that are nobody's. */
import { describe, expect, it } from "vitest";
import type { Detector } from "../../src/contract.js";
import { allDetectors } from "../../detectors/index.js";
import { matchRuns } from "../../src/text/runs.js";
import { JAPAN, REPORTED } from "../support/detect-text.js";
import { randomFrom } from "../support/generated-text.js";
import { countSteps } from "../support/steps.js";

const IDS = new Set([
  "my-number", "resident-record-code", "drivers-license", "passport", "residence-card", "basic-pension-number", "health-insurance",
  "disability-certificate", "bank-account", "credit-card", "iban", "national-id",
]);
const detectors: readonly Detector[] = allDetectors.filter(({ id }) => IDS.has(id));
const checks = detectors.flatMap((detector, owner) => {
  const { text } = detector.create(detector.defaults, JAPAN);
  return text === undefined ? [] : [{ owner, check: text }];
});
const found = (text: string): string[] =>
  matchRuns(text, checks).filter(({ match }) => match.confidence >= REPORTED).map(({ owner, match }) => `${detectors[owner].id} ${text.slice(match.at.start, match.at.end)}`);

const random = randomFrom(7);
function randomNumber(length: number): string {
  let digits = "";
  for (let i = 0; i < length; i++) digits += String(random(10));
  return digits;
}

describe("numbers without labels", () => {
  it("knows all twelve detectors", () => {
    expect(checks.length).toBe(IDS.size);
  });
  it.each([7, 8, 9, 10, 11, 12, 13, 16])("are nobody's: fifty thousand of %i digits in lines, cells and words", (length) => {
    for (const separator of ["\n", "\t", " ", ","]) {
      const numbers = Array.from({ length: 12_500 }, () => randomNumber(length));
      expect(found(numbers.join(separator))).toEqual([]);
    }
  });
  it.each([
    "法人番号 7000012050002", "登録番号 T7000012050002", "ISBN 978-4-00-310101-8", "JAN 4901234567894", "全国地方公共団体コード 372013",
    "型番 TR8890123-UF46280175EA", "単価 1357902円 金額 13,579,020", "注文番号 250-1357902-4821390", "2024-11-22T13:24:43.123Z 1732281883123",
    "3f2504e0-4f89-11d3-9a0c-0305e82c3301", "commit 9e107d9d372bb6826bd81d3542a419d6e5f0a123", "TEL 090-1234-5678 FAX 087-839-2011",
    "お問い合わせ伝票番号 4821-3907-5561", "EE123456789JP 1Z999AA10123456784", "3.141592653589793 6.62607015e-34", "M12.5 34.25c1.5-2 3.25-4 5-6z",
    "請求書番号 INV-2024-000123 ご請求額 1,357,902円", "口座振替のご案内（2024年11月22日引落） 会員番号 48213907", "192.168.100.200:8080", "受付 13時 受付番号 1357",
  ])("are nobody's: %s", (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("texts of nothing but numbers", () => {
  it.each(["1357902\t", "1357902,", "4821 ", "1-", "4821-3907-", "1 ", "口座番号", "番号 1 ", "普通 1357902 ", "AB12", "<<<<8504010F", "記号1番号1"])("take twice the steps for twice the %j", (unit) => {
    const text = unit.repeat(Math.ceil(20_000 / unit.length));
    matchRuns(text.slice(0, 1_000), checks);
    const steps = (given: string): number => countSteps(() => matchRuns(given, checks));
    expect(steps(text + text)).toBeLessThan(steps(text) * 2.1 + 2_000);
  });
});

import { describe, expect, it } from "vitest";
import { fitGate, gateSums, passRates } from "../../scripts/train/gate.js";
import { normalised, type Labelled } from "../../scripts/train/labels.js";
import { inventPeople } from "../support/people.js";

const about = (name: string): Labelled => normalised(`後任に${name}さんが就任した。`, [{ start: 3, end: 3 + name.length }], []);
const FOREIGN = ["ジョン・スミス", "メアリー・ブラウン", "ピーター・ウィルソン"];
const NOBODY = ["資料を会議に提出した。", "東京都の予算は来年度に決定する。", "サーバーのデータをコピーする。", "データベースの設定を変更する。"].map((text) => normalised(text, [], []));
const known = [...inventPeople(150).map(({ name }) => about(name)), ...FOREIGN.flatMap((name) => Array.from({ length: 10 }, () => about(name))), ...Array.from({ length: 20 }, () => NOBODY).flat()];

describe("fitGate", () => {
  const gate = fitGate(known);

  it("lets people through whom it was not shown, and less of the rest", () => {
    const { kanji } = gateSums(gate, [...inventPeople(40, 900).map(({ name }) => about(name)), ...NOBODY]);
    expect(kanji.people).toHaveLength(40);
    expect(passRates(kanji, gate.kanji).people).toBe(1);
    expect(passRates(kanji, gate.kanji).others).toBeLessThan(0.2);
  });

  it("tells names from words in katakana by what stands around them", () => {
    const { katakana } = gateSums(gate, [about("スコット・ミラー"), ...NOBODY]);
    expect(passRates(katakana, gate.katakana)).toEqual({ people: 1, others: 0 });
  });

  it("gives the same weights for the same texts", () => {
    const bytes = (): Buffer => Buffer.from(fitGate(known.slice(0, 60)).weights);
    expect(bytes().equals(bytes())).toBe(true);
  });
});

describe("passRates", () => {
  it("counts what reaches the threshold", () => {
    expect(passRates({ people: [-5, 0, 5, 7], others: [-9, -5, 0] }, 0)).toEqual({ people: 0.75, others: 1 / 3 });
  });
  it("is none of none", () => {
    expect(passRates({ people: [], others: [] }, 0)).toEqual({ people: 0, others: 0 });
  });
});

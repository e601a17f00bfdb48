import { describe, expect, it } from "vitest";
import { Label } from "../../detectors/shared/names/labels.js";
import { readModel, writeModel, type NameModel } from "../../detectors/shared/names/model.js";
import { nameScanner } from "../../detectors/shared/names/scanner.js";
import { fit } from "../../scripts/train/fit.js";
import { labelsOf, normalised, type Labelled } from "../../scripts/train/labels.js";
import { inventPeople } from "../support/people.js";

const SENTENCES = ["昨日の会議には«»が出席した。", "担当は«»です。", "この件は«»に確認してください。", "«»は東京都で働いている。", "後任に«»が就任した。"];
const NOBODY = ["資料を会議に提出した。", "東京都の予算は来年度に決定する。", "申請書を窓口で確認してください。", "大阪府では工事が始まる。"];

function sentence(name: string, i: number): Labelled {
  const [before, behind] = SENTENCES[i % SENTENCES.length].split("«»");
  return normalised(before + name + behind, [{ start: before.length, end: before.length + name.length }], []);
}

const texts: readonly Labelled[] = [...inventPeople(120).map(({ name }, i) => sentence(name, i)), ...Array.from({ length: 120 }, (_, i) => normalised(NOBODY[i % NOBODY.length], [], []))];
const OPTIONS = { bits: 12, kept: 2500, epochs: 4, seed: 7 };

const bytesOf = (model: NameModel): Buffer => writeModel(model);

describe("fit", () => {
  const model = fit(texts, OPTIONS);

  it("gives the same bytes for the same texts and seed", () => {
    expect(bytesOf(fit(texts, OPTIONS)).equals(bytesOf(model))).toBe(true);
  });

  it("finds people that it was not shown, where they begin and end, and nobody elsewhere", () => {
    const read = readModel(bytesOf(model));
    const found = (text: string): string[] => nameScanner(read)(text, 0, text.length).filter(({ odds }) => odds > 0).map(({ start, end }) => text.slice(start, end));
    const strangers = inventPeople(20, 500).map(({ name }) => name);
    expect(strangers.flatMap((name, i) => found(sentence(name, i).text))).toEqual(strangers);
    expect(NOBODY.flatMap(found)).toEqual([]);
  });
});

describe("labelsOf", () => {
  it("tells surname from given name, and people win over what they stand in", () => {
    const labels = labelsOf({ text: "株式会社佐藤花子事務所", people: [{ start: 4, end: 8 }], things: [{ start: 0, end: 11 }] });
    const { SurnameBegin, SurnameInside, GivenBegin, GivenInside, Thing } = Label;
    expect(Array.from(labels)).toEqual([Thing, Thing, Thing, Thing, SurnameBegin, SurnameInside, GivenBegin, GivenInside, Thing, Thing, Thing]);
  });
});

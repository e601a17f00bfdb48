/** What the first look turns away, none of the questions behind it would have taken for a name. */
import { describe, expect, it } from "vitest";
import { ANY, KANA_GIVEN, lookAtKanji, lookAtKatakana, NOTHING } from "../../../detectors/shared/name-first-look.js";
import { nameWithKanaGiven } from "../../../detectors/shared/kana-given.js";
import { katakanaName } from "../../../detectors/shared/kana-names.js";
import { spacedName } from "../../../detectors/shared/spaced-name.js";
import { nameBehindKey } from "../../../detectors/shared/name-attributes.js";
import { kanaHonorificAt, titleAt, titleBefore } from "../../../detectors/shared/name-cues.js";
import { fillsField, isLabelled } from "../../../detectors/shared/name-evidence.js";
import { nameInContext } from "../../../detectors/shared/name-in-context.js";
import { randomFrom } from "../../support/generated-text.js";

/** Runs of one script with the text around them. */
function* runsOf(text: string, script: RegExp): Generator<readonly [start: number, end: number]> {
  for (const { index, 0: run } of text.matchAll(script)) yield [index, index + run.length];
}

const PIECES =
  "佐藤|花子|山田|太郎|林|森|高橋|設定|値|様|殿|氏|君|先生|課長|部長補佐|妻|母|氏名|担当|名前|の|は|が|を|に|で|と|です|と申します|でございます|ともうします|さん|さま|くん|ちゃん|せんせい|さくら|ひなた|えり子|とも子|あきら|スミス|ジョン|サトウ|ハナコ|コンポーネント|・|=|:|：| |  |\n|\t|,|、|。|「|」|(|)|<|>|\"|'|@||ab|Vue|12|〒|印|lastName|sei".split("|");
const texts = (seed: number, count: number): string[] => {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => Array.from({ length: 8 }, () => PIECES[random(PIECES.length)]).join(""));
};

describe("a run of kanji that the first look turns away", () => {
  it("is no name by any question, over ten thousand mixtures", () => {
    let turnedAway = 0;
    for (const text of texts(1, 10_000)) {
      for (const [start, end] of runsOf(text, /[\u4e00-\u9fff]+/gu)) {
        const look = lookAtKanji(text, start, end);
        if (look === ANY) continue;
        turnedAway++;
        const place = `${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`;
        if (look === NOTHING) expect(nameWithKanaGiven(text, start, end), place).toBeUndefined();
        expect(text.charCodeAt(end) === 0x20 ? spacedName(text, start, end) : undefined, place).toBeUndefined();
        expect(nameBehindKey(text, start), place).toBeUndefined();
        expect(kanaHonorificAt(text, end) || titleBefore(text, end) !== undefined || isLabelled(text, start) || fillsField(text, start, end), place).toBe(false);
        // 佐藤とるねさん: a given name that begins with a particle and that nobody knows.
        if (!"でと".includes(text.charAt(end))) expect(nameInContext(text, start, end), place).toBeUndefined();
      }
    }
    expect(turnedAway).toBeGreaterThan(2_000);
  });
  it.each([["これは佐藤なつみです", KANA_GIVEN], ["この設定を", NOTHING], ["という山田さん", ANY], ["は山田と申します", ANY], ["これは設定へは", NOTHING]])("%#", (text, expected) => {
    const [run] = runsOf(text, /[\u4e00-\u9fff]+/gu);
    expect(lookAtKanji(text, ...run)).toBe(expected);
  });
});

describe("a run of katakana that the first look turns away", () => {
  it("is no name by any question, over ten thousand mixtures", () => {
    let turnedAway = 0;
    for (const text of texts(2, 10_000)) {
      for (const [start, end] of runsOf(text, /[\u30a1-\u30fa\u30fc]+/gu)) {
        if (lookAtKatakana(text, start, end) === ANY) continue;
        turnedAway++;
        const place = `${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`;
        expect(katakanaName(text, start, end), place).toBeUndefined();
        expect(nameBehindKey(text, start), place).toBeUndefined();
        expect(nameInContext(text, start, end), place).toBeUndefined();
        expect(titleAt(text, end) !== undefined || isLabelled(text, start), place).toBe(false);
      }
    }
    expect(turnedAway).toBeGreaterThan(1_000);
  });
});

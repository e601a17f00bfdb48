/** Kana as the Latin letters they are read as, in the one romanisation of surname-readings.ts. */
import { toKatakana } from "../../src/text/characters.js";
import { plainReading } from "./surname-readings.js";

const SYLLABLES =
  "アa イi ウu エe オo カka キki クku ケke コko サsa シsi スsu セse ソso タta チti ツtu テte トto ナna ニni ヌnu ネne ノno ハha ヒhi フhu ヘhe ホho マma ミmi ムmu メme モmo ヤya ユyu ヨyo ラra リri ルru レre ロro ワwa ヲo ンn " +
  "ガga ギgi グgu ゲge ゴgo ザza ジzi ズzu ゼze ゾzo ダda ヂzi ヅzu デde ドdo バba ビbi ブbu ベbe ボbo パpa ピpi プpu ペpe ポpo ヴvu ァa ィi ゥu ェe ォo";
const SMALL_Y: Readonly<Record<string, string>> = { ャ: "ya", ュ: "yu", ョ: "yo" };

let syllables: ReadonlyMap<string, string> | undefined;

/** "" where something other than kana stands in it. @param kana hiragana or katakana */
export function readingOfKana(kana: string): string {
  syllables ??= new Map(SYLLABLES.split(" ").map((one) => [one.charAt(0), one.slice(1)]));
  let out = "";
  let doubled = false;
  for (const char of toKatakana(kana)) {
    if (char === "ッ") {
      doubled = true;
      continue;
    }
    if (char === "ー") continue;
    if (Object.hasOwn(SMALL_Y, char)) {
      out = out.replace(/i$/u, "") + SMALL_Y[char];
      continue;
    }
    const syllable = syllables.get(char);
    if (syllable === undefined) return "";
    out += (doubled ? syllable.charAt(0) : "") + syllable;
    doubled = false;
  }
  return plainReading(out);
}

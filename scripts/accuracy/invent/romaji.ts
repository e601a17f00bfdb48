/** Katakana in Hepburn romanisation as on Japanese passports: long vowels unmarked (Order for Enforcement of the Passport Act, form). */

const TWO = "キャkya キュkyu キョkyo シャsha シュshu ショsho チャcha チュchu チョcho ニャnya ニュnyu ニョnyo ヒャhya ヒュhyu ヒョhyo ミャmya ミュmyu ミョmyo リャrya リュryu リョryo ギャgya ギュgyu ギョgyo ジャja ジュju ジョjo ビャbya ビュbyu ビョbyo ピャpya ピュpyu ピョpyo フィfi ファfa ヴァva ェe ジェje シェshe チェche";
const ONE = "アa イi ウu エe オo カka キki クku ケke コko サsa シshi スsu セse ソso タta チchi ツtsu テte トto ナna ニni ヌnu ネne ノno ハha ヒhi フfu ヘhe ホho マma ミmi ムmu メme モmo ヤya ユyu ヨyo ラra リri ルru レre ロro ワwa ヲo ンn ガga ギgi グgu ゲge ゴgo ザza ジji ズzu ゼze ゾzo ダda ヂji ヅzu デde ドdo バba ビbi ブbu ベbe ボbo パpa ピpi プpu ペpe ポpo ヴvu";
const SYLLABLES = new Map<string, string>();
for (const entry of `${TWO} ${ONE}`.split(" ")) {
  const [, kana, latin] = /^(\P{ASCII}+)(\w+)$/u.exec(entry) ?? [];
  if (kana !== undefined && latin !== undefined) SYLLABLES.set(kana, latin);
}

/** @param reading katakana @returns "Ono" for オオノ */
export function romanised(reading: string): string {
  let latin = "";
  let isDoubled = false;
  for (let i = 0; i < reading.length; ) {
    const two = SYLLABLES.get(reading.slice(i, i + 2));
    const syllable = reading[i] === "ッ" || reading[i] === "ー" ? "" : (two ?? SYLLABLES.get(reading[i]) ?? "");
    latin += isDoubled ? (syllable.startsWith("ch") ? `t${syllable}` : `${syllable.slice(0, 1)}${syllable}`) : syllable;
    isDoubled = reading[i] === "ッ";
    i += two === undefined ? 1 : 2;
  }
  const plain = latin.replace(/ou|oo/gu, "o").replace(/uu/gu, "u").replace(/n(?=[bmp])/gu, "m");
  return plain.slice(0, 1).toUpperCase() + plain.slice(1);
}

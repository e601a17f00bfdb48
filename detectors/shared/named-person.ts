/**
 * What somebody is called in one place (a display name, the first line of a letter), and whether two such names can be one person's. Names
 * are held apart only where both are clear: a different script, a rare surname or a shop's name say nothing.
 */
import { toKatakana } from "../../src/text/characters.js";
import { normalize } from "../../src/text/normalize.js";
import { readingOfKana } from "./kana-reading.js";
import { latinParts } from "./latin-name.js";
import { givenTier, nameTrie, surnameTier } from "./name-dictionary.js";
import { bestSplit } from "./name-split.js";
import { isSurnameReading, plainReading, readingsOf } from "./surname-readings.js";
import { lookUp } from "./trie.js";

export interface NamedPerson {
  readonly script: "kanji" | "kana" | "latin";
  /** Of kanji with variants folded, of kana as katakana; of Latin letters "": either word may be it. */
  readonly surname: string;
  readonly given: string;
  /** Each word as it is read: of kanji every known reading of the surname. */
  readonly readings: readonly string[];
}

export type Comparison =
  | "same"
  | "different"
  /** They are written in two scripts, and no known reading of the one is the other. */
  | "read-differently"
  | "unknown";

const KANJI = /^[\p{Script=Han}々ヶ]+$/u;
const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;
const LATIN = /^[\p{Script=Latin}'’.-]+$/u;
/** Longer ones are no names. */
const LONGEST = 60;
/** Log odds from which an unbroken run of kanji is taken for surname and given name. */
const SURE_SPLIT = 0.5;
const COMMON = 2;

/** What an organisation's name has and a person's has not. */
const ORGANISATION =
  /会社|法人|[(]株[)]|㈱|[(]有[)]|組合|協会|連盟|財団|商店|商会|商事|工業|産業|製作所|事務所|事務局|営業所|出張所|支店|本店|支社|本社|工場|店舗|窓口|受付|総務|営業|経理|人事|広報|担当|係$|課$|部$|室$|局$|庁$|省$|店$|館$|園$|院$|校$|寺$|社$|会$|大学|学校|学園|病院|医院|歯科|クリニック|薬局|銀行|保険|市役所|役場|センター|ショップ|サポート|お客様|チーム|家族|\b(?:inc|ltd|llc|co|corp|company|team|support|sales|office|info|group|shop|store|service|services|center|centre|university|school|hospital|clinic|bank|admin|contact|desk|list|members?)\b/iu;
const SEPARATORS = /[ \t,、，;/／|｜・「」『』【】［］()（）<>"“”]+/u;
const HONORIFIC = /(?:様|さま|さん|殿|先生|氏)$/u;
/** 斎 and 斉 are taken for each other by everybody but their owners, as 渡辺's and 沢's variants are (src/text/normalize.ts folds those). */
export const foldKanji = (kanji: string): string => kanji.replace(/斉/gu, "斎").replace(/ヶ/gu, "ケ");

/**
 * The one person that a name is, or undefined where it is an organisation's, several people's, or unclear.
 * @param name as written, without an address
 */
export function namedPerson(name: string): NamedPerson | undefined {
  if (name.length > LONGEST) return undefined;
  const text = normalize(name).text.trim();
  if (text === "" || text.includes("@") || ORGANISATION.test(text)) return undefined;
  const words = text.split(SEPARATORS).map((word) => word.replace(HONORIFIC, "")).filter((word) => word !== "");
  if (words.length === 0 || words.length > 4) return undefined;
  if (words.every((word) => KANJI.test(word))) return inKanji(words);
  if (words.every((word) => KANA.test(word))) return inKana(words);
  return words.every((word) => LATIN.test(word)) ? inLatin(words) : mixed(words);
}

function inKanji(words: readonly string[]): NamedPerson | undefined {
  if (words.length === 2 && tierOfSurname(words[0]) >= COMMON) return kanji(words[0], words[1]);
  if (words.length !== 1) return undefined;
  const [word] = words;
  const whole = lookUp(nameTrie(), word, 0, word.length);
  if (surnameTier(whole) >= COMMON && word.length <= 3) return kanji(word, "");
  const { at, odds } = bestSplit(word, 0, word.length);
  return odds >= SURE_SPLIT && at > 0 ? kanji(word.slice(0, at), word.slice(at)) : undefined;
}

const kanji = (surname: string, given: string): NamedPerson => ({ script: "kanji", surname: foldKanji(surname), given, readings: readingsOf(surname) ?? readingsOf(foldKanji(surname)) ?? [] });

function inKana(words: readonly string[]): NamedPerson | undefined {
  const [surname, given = ""] = words.map(toKatakana);
  if (words.length > 2 || !isSurnameReading(readingOfKana(surname))) return undefined;
  return { script: "kana", surname, given, readings: [readingOfKana(surname)] };
}

function inLatin(words: readonly string[]): NamedPerson | undefined {
  const names = words.filter((word) => !TITLE.test(word) && plainReading(word).length > 1);
  if (names.length === 0 || names.length > 3 || !names.every((word) => CAPITAL.test(word))) return undefined;
  const parts = names.map(latinParts);
  const isName = parts.some(({ surname, given }) => surname > KNOWN || given > KNOWN);
  if (!isName) return undefined;
  return { script: "latin", surname: "", given: "", readings: names.map(plainReading) };
}

const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof)\.?$/iu;
const CAPITAL = /^\p{Lu}/u;
const KNOWN = 0.3;

/** "佐藤 花子 Hanako Sato", "佐藤花子 サトウハナコ": the part in kanji says most. */
function mixed(words: readonly string[]): NamedPerson | undefined {
  const first = inKanji(words.filter((word) => KANJI.test(word)));
  if (first === undefined) return undefined;
  const read = words.filter((word) => LATIN.test(word)).map(plainReading);
  const kana = words.filter((word) => KANA.test(word)).map(readingOfKana);
  return { ...first, readings: [...first.readings, ...read, ...kana] };
}

const tierOfSurname = (word: string): number => surnameTier(lookUp(nameTrie(), word, 0, word.length));
const isGivenName = (word: string): boolean => givenTier(lookUp(nameTrie(), word, 0, word.length)) >= COMMON;

export function compareNames(a: NamedPerson, b: NamedPerson): Comparison {
  if (a.script !== b.script) return acrossScripts(a, b);
  if (a.script === "latin") return inLetters(a.readings, b.readings);
  if (a.surname === b.surname || (a.given !== "" && a.given === b.given)) return "same";
  // 佐 and 佐藤, 長谷 and 長谷川: where the surname ends may have been taken wrongly.
  if ([a.surname + a.given, b.surname].every((one, _, [x, y]) => one !== "" && (x.startsWith(y) || y.startsWith(x)))) return "same";
  if ((b.surname + b.given).startsWith(a.surname) || (a.surname + a.given).startsWith(b.surname)) return "same";
  // A given name by itself may be the other one's: 花子様, to 佐藤 花子.
  if (a.given === "" && isGivenName(a.surname) && b.given === "") return "unknown";
  return "different";
}

function inLetters(a: readonly string[], b: readonly string[]): Comparison {
  if (a.some((one) => b.some((other) => isLike(one, other)))) return "same";
  // One word each may be a given name and a surname of one person.
  return b.length > 1 ? "different" : "unknown";
}

/** Ken and Kenichi, Sato and Satoh. */
const isLike = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

function acrossScripts(a: NamedPerson, b: NamedPerson): Comparison {
  if (a.readings.length === 0 || b.readings.length === 0) return "unknown";
  if (a.readings.some((one) => b.readings.some((other) => isLike(one, other)))) return "same";
  const [letters, other] = a.script === "latin" ? [a, b] : [b, a];
  if (letters.script !== "latin") return "read-differently";
  // The surname among the words must be known, and be a Japanese one: a wife may be Sato in the register and Smith in her mail.
  return other.script !== "latin" && letters.readings.length > 1 && letters.readings.some(isSurnameReading) ? "read-differently" : "unknown";
}

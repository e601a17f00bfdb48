/** Whether a table's cell is one person's name. Text is judged in detectors/person-name.ts by the same dictionaries. */
import { toKatakana } from "../../src/text/characters.js";
import { judgeLatinName } from "./latin-name.js";
import { givenTier, isPlace, nameTrie, surnameTier, wordTier } from "./name-dictionary.js";
import { bestSplit, LONGEST_FULL_NAME, oddsOfSplit, probability } from "./name-split.js";
import { lookUp } from "./trie.js";

const LONGEST_CELL = 48;
const MAX_REMEMBERED = 4096;
const remembered = new Map<string, number>();

/** Honorifics that a cell may end with, and a reading or a note in brackets. */
const TAIL = /(?: ?(?:様|さん|氏|殿|先生|君|ちゃん|くん))?(?: ?[(（][ァ-ヶーぁ-ゖ・ ]{2,20}[)）])?$/u;
/** No person is called so, whatever the dictionary splits it into. */
const NOT_A_PERSON = /株式|有限|合同会|会社|法人|組合|協会|学校|大学|高校|病院|医院|銀行|商店|工業|商事|不動産|支店|営業|本部|事務|委員|様式|合計|小計|未定|不明|該当|記入/u;
/** Odds that a cell whose parts a space sets apart is a name, above those of one without a space. */
const SPACE_ODDS = 0.8;

/**
 * 0 to 1 that a whole cell is one person's name: 佐藤花子, 佐藤 花子, サトウ ハナコ, さとう はなこ, 佐藤さくら, Hanako Sato, SATO Hanako.
 * A lone surname or given name stays under 0.5.
 * @param value normalised (src/text/normalize.ts) and trimmed
 */
export function judgePersonName(value: string): number {
  if (value.length < 2 || value.length > LONGEST_CELL) return 0;
  const first = value.charCodeAt(0);
  // Digits, punctuation and most of what tables hold never begin a name.
  if (first < 0x41 || hasDigitOrAt(value)) return 0;
  const known = remembered.get(value);
  if (known !== undefined) return known;
  const judged = first < 0x250 ? judgeLatinCell(value) : judgeJapaneseCell(value);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(value, judged);
  return judged;
}

/**
 * 0 to 1 that a whole cell is a surname, or a given name, on its own: for tables with a column for each.
 * @param value as for `judgePersonName`
 */
export function judgeNamePart(value: string, part: "surname" | "given"): number {
  if (value.length < 1 || value.length > 12) return 0;
  if (value.charCodeAt(0) < 0x250) {
    // A lone Latin word is a name only by its list; the pair shows which lists it is in.
    return /^\p{L}+$/u.test(value) ? judgeLatinName(part === "given" ? [value, "Smith"] : ["James", value]) : 0;
  }
  const payload = lookUp(nameTrie(), value, 0, value.length);
  const tier = part === "surname" ? surnameTier(payload) : givenTier(payload);
  return Math.max(0, [0, 0.4, 0.75, 0.95][tier] - 0.12 * wordTier(payload));
}

function hasDigitOrAt(value: string): boolean {
  for (let i = 1; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if ((code >= 0x30 && code <= 0x39) || code === 0x40) return true;
  }
  return false;
}

function judgeLatinCell(value: string): number {
  if (!/^[\p{L} .,'’-]+$/u.test(value)) return 0;
  // Sato, Hanako
  const comma = /^([^,]+), ([^,]+)$/u.exec(value);
  const words = (comma === null ? value : `${comma[2]} ${comma[1]}`).split(/ +/u);
  if (value.includes(",") && comma === null) return 0;
  return judgeLatinName(words);
}

function judgeJapaneseCell(value: string): number {
  if (NOT_A_PERSON.test(value)) return 0;
  const bare = value.slice(0, value.length - (TAIL.exec(value)?.[0].length ?? 0));
  let body = bare.length >= 2 ? bare : value;
  let parts = body.split(/[ ・=]+/u);
  // 佐 藤 太 郎, and 備 考
  if (parts.length > 1 && parts.every((part) => part.length === 1)) {
    body = parts.join("");
    if (parts.length > 2 || isWord(body)) parts = [body];
  }
  if (parts.length > 3 || parts.some((part) => !ONE_SCRIPT_OR_NAME.test(part))) return 0;
  if (parts.length === 3) return parts.every((part) => KATAKANA.test(part)) && surnameOrGiven(parts[0]) ? 0.6 : 0;
  if (parts.length === 2) {
    const [surname, given] = parts;
    if (surname.length > 8 || given.length > 8) return 0;
    const joined = HIRAGANA.test(surname) && HIRAGANA.test(given) ? toKatakana(surname + given) : surname + given;
    const odds = oddsOfSplit(joined, 0, surname.length, surname.length, joined.length);
    if (odds > -9) return probability(odds + SPACE_ODDS);
    // Foreign names in katakana: the given name first.
    return KATAKANA.test(joined) ? probability(oddsOfSplit(given + surname, 0, given.length, given.length, joined.length) + SPACE_ODDS) : 0;
  }
  if (KATAKANA.test(body) || HIRAGANA.test(body)) return kanaWithoutSpace(body);
  if (body.length > LONGEST_FULL_NAME) return 0;
  const split = probability(bestSplit(body, 0, body.length).odds);
  if (split >= 0.5) return split;
  const alone = lookUp(nameTrie(), body, 0, body.length);
  return Math.max(split, wordTier(alone) > 0 ? 0 : Math.max(0.15 * surnameTier(alone), 0.12 * givenTier(alone)));
}

const ONE_SCRIPT_OR_NAME = /^(?:[\u3400-\u9fff々〆ヶ]+[ァ-ヴー]*|[\u3400-\u9fff々ヶ]+[ぁ-ゖ]+[\u3400-\u9fff]?|[ァ-ヴー]+|[ぁ-ゖー]+[\u3400-\u9fff]?)$/u;
const KATAKANA = /^[ァ-ヴー]+$/u;
const HIRAGANA = /^[ぁ-ゖ]+$/u;

function isWord(value: string): boolean {
  const payload = lookUp(nameTrie(), value, 0, value.length);
  return wordTier(payload) > 0 || isPlace(payload);
}

function surnameOrGiven(word: string): boolean {
  const payload = lookUp(nameTrie(), word, 0, word.length);
  return surnameTier(payload) > 0 || givenTier(payload) > 0;
}

/** サトウハナコ: the longest readings that fit, with nothing left over. */
function kanaWithoutSpace(value: string): number {
  const kana = HIRAGANA.test(value) ? toKatakana(value) : value;
  if (kana.length < 4 || kana.length > 10) return 0;
  let best = -9;
  for (let at = 2; at <= kana.length - 2; at++) best = Math.max(best, oddsOfSplit(kana, 0, at, at, kana.length));
  const whole = lookUp(nameTrie(), kana, 0, kana.length);
  return whole === 0 ? probability(best - 0.8) : 0;
}


/** Header words ready to be looked up, and the filter that most cells of values fail. Words are in header-words.ts. */
import { isDigit } from "../../src/text/characters.js";
import { HEADER_WORDS, type HeaderWord, ORGANISATION_PREFIXES, PERSON_WORDS } from "./header-words.js";
import { romajiHeaderWords, romajiPeople } from "./romaji-headers.js";
import { worldHeaderWords, worldPeople } from "./world-headers.js";

/** UTF-16 units; survey questions used as headers are this long, values are not asked for. */
export const MAX_LENGTH = 60;
/** What stands between several headers in one cell. */
export const SEPARATOR = /[\n・/／|,、&＆]+|及び|または|又は|もしくは|ならびに/u;

export interface Vocabulary {
  readonly words: ReadonlyMap<string, HeaderWord>;
  /** Words that head names by themselves, with whether their cells must prove it. */
  readonly people: ReadonlyMap<string, { readonly ambiguous: boolean }>;
  readonly personPrefixes: ReadonlySet<string>;
  readonly englishPrefixes: ReadonlySet<string>;
  readonly organisations: ReadonlySet<string>;
  /**
   * By hash of the last two characters of all words: the length of the longest word, or `ANY_LENGTH` where the word may follow
   * another. Most cells of values fail this.
   */
  readonly endings: Uint8Array;
  /** By last unit: 0 where no header ends so. */
  readonly lastUnits: Uint8Array;
}

const ANY_LENGTH = 255;
/** What may stand before a whole word and leave it one: "(12) ", "お". */
const MARKS_LENGTH = 6;

let vocabulary: Vocabulary | undefined;

const pairSlot = (last: number, previous: number): number => ((previous * 31) ^ (last * 7)) & 0xffff;

function buildVocabulary(): Vocabulary {
  const words = new Map<string, HeaderWord>();
  for (const entry of [...HEADER_WORDS, ...romajiHeaderWords(), ...worldHeaderWords()]) for (const word of list(entry.words)) if (!words.has(word)) words.set(word, entry);
  const people = new Map<string, { ambiguous: boolean }>();
  for (const word of list(PERSON_WORDS.alone)) people.set(word, { ambiguous: false });
  for (const word of [...list(PERSON_WORDS.counted), ...list(worldPeople())]) people.set(word, { ambiguous: true });
  const endings = new Uint8Array(0x10000);
  const addEnding = (word: string, length: number): void => {
    if (word.length < 2) return;
    const slot = pairSlot(word.charCodeAt(word.length - 1), word.charCodeAt(word.length - 2));
    endings[slot] = Math.max(endings[slot], length);
  };
  const OTHER_ENDINGS = [
    ..."区分 種別 日時 時間 金額 内容 番号 コード 年月日 者数 員数 会数 人数 件数 回数 戸数 台数 個数 帯数 童数 徒数 担当者 代表者 責任者 申込者 申請者 保護者 利用者 契約者 連絡者 管理人 委員 役員 講師 選手 者さん 徒さん 童さん 園児さん 員さん".split(" "),
  ];
  for (const [word, { suffix }] of words) addEnding(word, suffix === true ? ANY_LENGTH : word.length);
  for (const word of people.keys()) addEnding(word.replace(/様$/u, ""), word.length);
  for (const word of OTHER_ENDINGS) addEnding(word, ANY_LENGTH);
  const personPrefixes = new Set([...people.keys(), ...list(PERSON_WORDS.prefix)]);
  return {
    words, people, endings, personPrefixes, lastUnits: lastUnitsOf([...words.keys(), ...people.keys(), ...OTHER_ENDINGS]),
    englishPrefixes: new Set([...list(PERSON_WORDS.en), ...list(romajiPeople())]),
    organisations: new Set(list(ORGANISATION_PREFIXES)),
  };
}

function lastUnitsOf(words: readonly string[]): Uint8Array {
  const table = markTable().map((kind) => (kind === OPENING ? 0 : kind === 0 ? 0 : 1));
  for (const word of words) {
    const last = word.charCodeAt(word.length - 1);
    table[last] = 1;
    const upper = word[word.length - 1].toUpperCase();
    if (last >= BEYOND_ASCII && upper.length === 1) table[upper.charCodeAt(0)] = 1;
    if (last >= 0x61 && last <= 0x7a) table[last - 0x20] = table[last + 0xfee0] = table[last + 0xfee0 - 0x20] = 1;
  }
  for (const char of HALF_WIDTH_ENDINGS) table[char.charCodeAt(0)] = 1;
  table[NAME_ENDING] = table[0x3044] = 1;
  return table;
}

const list = (words: string): string[] => words.split(/ +/u);

const NAME_ENDING = "名".charCodeAt(0);
/** Last units of Japanese header words in half-width kana. */
const HALF_WIDTH_ENDINGS = "ﾅｽﾙﾐｲﾞｰﾌｺﾖｶﾘﾑﾒ";

const SKIPPED = 1;
const CLOSING = 2;
const OPENING = 4;
const SEPARATING = 8;
let marks: Uint8Array | undefined;

/** What a header word may stand before (電話番号1, 氏名※, 住所(必須)) and what may stand inside it. */
function markTable(): Uint8Array {
  if (marks !== undefined) return marks;
  const table = new Uint8Array(0x10000);
  const set = (chars: string, kind: number): void => {
    for (const char of chars) table[char.charCodeAt(0)] = kind;
  };
  set("0123456789０１２３４５６７８９#＃欄様*※:?;.,、。＊：？；．，①②③④⑤⑥⑦⑧⑨⑩", SKIPPED);
  set(" \t\n\v\f\r\u00a0\u3000-_・", SKIPPED | SEPARATING);
  set(")]>】〕》」』）］＞", CLOSING);
  set("(（[［<＜【〔《「『", OPENING);
  return (marks = table);
}

/** Where the part of a cell ends that a header word may close: what stands in brackets behind it, numbers and marks are left out. */
function significantEnd(text: string, start: number, whole: number, table: Uint8Array): number {
  let end = whole;
  while (end > start) {
    const kind = table[text.charCodeAt(end - 1)];
    if ((kind & SKIPPED) !== 0) end--;
    else if (kind === CLOSING) {
      let open = end - 2;
      while (open > start && table[text.charCodeAt(open)] !== OPENING) open--;
      end = open > start ? open : end - 1;
    } else break;
  }
  return end;
}


/** Half-width, lower-case form of one unit, for the filter only. */
const folded = (code: number): number => {
  const half = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  if (half < BEYOND_ASCII) return half >= 0x41 && half <= 0x5a ? half + 0x20 : half;
  return half < NO_CASE ? String.fromCharCode(half).toLowerCase().charCodeAt(0) : half;
};
/** Alphabets with capitals lie between. */
const [BEYOND_ASCII, NO_CASE] = [0xc0, 0x530];

/** Whether a cell is worth reading as a header: cheap, and true of every cell that `readHeader` understands. */
export const mayBeHeader = (cell: string): boolean => mayHead(cell, 0, cell.length);

/** The same for a stretch of a text: of most values no string is made. */
export function mayHead(text: string, start: number, whole: number): boolean {
  if (whole === start || whole - start > MAX_LENGTH) return false;
  const { endings, lastUnits } = vocabulary ?? words();
  const written = text.charCodeAt(whole - 1);
  // Numbers, dates, telephones: most cells of most tables begin and end with a digit.
  if (lastUnits[written] !== 1 || (isDigit(written) && isDigit(text.charCodeAt(start)))) return false;
  const table = marks ?? markTable();
  const end = significantEnd(text, start, whole, table);
  let i = end - 1;
  if (i < start) return whole - start === 1 && text[start] === "#";
  const last = folded(text.charCodeAt(i));
  if (last === NAME_ENDING) return true;
  if (last >= 0xff61 && last <= 0xff9f) return HALF_WIDTH_ENDINGS.includes(text[i]);
  while (--i >= start && (table[text.charCodeAt(i)] & SEPARATING) !== 0);
  if (i < start || table[text.charCodeAt(i)] === OPENING) return isShortHeader(last);
  const longest = endings[pairSlot(last, folded(text.charCodeAt(i)))];
  if (longest === 0) return end - start >= 6 && text.charCodeAt(end - 1) <= 0x309f && text.charCodeAt(end - 1) >= 0x3041 && isQuestion(text.slice(start, whole));
  const cell = text.slice(start, whole);
  if (longest !== ANY_LENGTH && end - start > longest + MARKS_LENGTH && !SEPARATOR.test(cell)) return false;
  return !cell.includes("@");
}

const isShortHeader = (last: number): boolean => {
  const word = String.fromCharCode(last);
  return vocabulary !== undefined && (vocabulary.words.has(word) || vocabulary.people.has(word));
};

/** お名前を教えてください, 住所をご記入ください: how survey tools head their columns. */
const isQuestion = (cell: string): boolean => cell.includes("を") && /を(?:お|ご|教|記|入|書|選)/u.test(cell);

export function words(): Vocabulary {
  return (vocabulary ??= buildVocabulary());
}

/** Cells as they are compared and judged: normalised, and whether anything was filled in. */
import { normalize } from "../../src/text/normalize.js";
import { PLACEHOLDERS } from "../shared/header-words.js";

let placeholders: ReadonlySet<string> | undefined;
/** Units that a placeholder may begin with, brackets and spaces before it included. */
let fillerStarts: Uint8Array | undefined;

function fillerStartTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const word of placeholderWords()) for (const form of [word, word.toUpperCase()]) table[form.charCodeAt(0)] = 1;
  for (const char of " \u3000(（[［【－―ー—") table[char.charCodeAt(0)] = 1;
  table.fill(1, 0xff01, 0xff5f).fill(1, 0xff61, 0xffa0);
  return (fillerStarts = table);
}

const placeholderWords = (): ReadonlySet<string> => (placeholders ??= new Set(PLACEHOLDERS.split(" ")));

/** Of placeholders that begin with two kana or kanji. */
let fillerPairs: Uint8Array | undefined;
const MAX_PLACEHOLDER = 8;
/** Neither Latin nor a long vowel's mark, which may be a dash. */
const isLetter = (unit: number): boolean => unit >= 0x3041 && unit !== 0x30fc;
const pairSlot = (first: number, second: number): number => ((first * 31) ^ second) & 0xffff;

function fillerPairTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const word of placeholderWords()) if (word.length > 1) table[pairSlot(word.charCodeAt(0), word.charCodeAt(1))] = 1;
  return (fillerPairs = table);
}

const mayBegin = (unit: number): boolean => (fillerStarts ?? fillerStartTable())[unit] === 1;

/** Whether a cell may be a placeholder, of whose units none would be changed by the normaliser: few surnames begin like one (小林, 長谷川). */
export function mayBePlaceholder(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  if (end - start > MAX_PLACEHOLDER || !mayBegin(first)) return false;
  const second = text.charCodeAt(start + 1);
  return end - start < 2 || !isLetter(first) || !isLetter(second) || (fillerPairs ?? fillerPairTable())[pairSlot(first, second)] === 1;
}

/** 日勤計, ＜部門計＞, 会員名簿, 座席表: a sum of the rows above, or the title over those below. No given name ends so. */
export const isSumOrTitle = (cell: string): boolean => SUM_OR_TITLE.test(cell);
const SUM_OR_TITLE = /^[\s(（＜<【[〔]*[\p{L}\p{N}ー・　 ]{1,16}(?:計|表|簿|帳|一覧)[\s)）>＞】\]〕]*$/u;

/** 未定, -, 同上, 合計: nothing was filled in. */
export function isPlaceholder(cell: string): boolean {
  if (cell.length > MAX_PLACEHOLDER || !mayBegin(cell.charCodeAt(0))) return false;
  const words = placeholderWords();
  return words.has(cell) || words.has(plainOf(cell).replace(/[\s()[\]【】]/gu, "").toLowerCase());
}

const SETTLED = 1;
const SETTLED_SPACE = 2;
let settledUnits: Uint8Array | undefined;

/** What the normaliser leaves as it is: ASCII, kana, and kanji without variants. "ー" between digits is a hyphen. */
function settledTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  table.fill(SETTLED, 0x21, 0x7f).fill(SETTLED, 0x3041, 0x3097).fill(SETTLED, 0x30a1, 0x30fb).fill(SETTLED, 0x4e00, 0xa000);
  table[0x3005] = SETTLED;
  table[0x20] = SETTLED_SPACE;
  for (const char of "髙﨑嵜濵濱邊邉齋齊澤櫻國廣眞學惠榮嶋嶌冨瀨德淵槇靜龍瀧") table[char.charCodeAt(0)] = 0;
  return (settledUnits = table);
}

/** Whether the normaliser would change nothing; `SETTLED | SETTLED_SPACE` if there are spaces, 0 if it might. */
function settledness(cell: string): number {
  const table = settledUnits ?? settledTable();
  let seen = SETTLED;
  for (let i = 0; i < cell.length; i++) {
    const kind = table[cell.charCodeAt(i)];
    if (kind === 0) return 0;
    seen |= kind;
  }
  return seen;
}

/** A cell normalised and trimmed, as the judges take it. */
export function plainOf(cell: string): string {
  const seen = settledness(cell);
  if (seen === 0) return normalize(cell).text.trim();
  return seen === SETTLED ? cell : cell.trim();
}

const SPACES = /\s+/gu;

/** A cell normalised, without any space. */
export const withoutSpaces = (cell: string): string => (settledness(cell) === SETTLED ? cell : plainOf(cell).replace(SPACES, ""));

/**
 * The stretch of text under the scorer, character by character: scratch arrays, made once and written over for each window. Index `i`
 * stands for the offset `start - PAD + i` of the text.
 */

/** How far beyond a window its neighbours are looked at. */
export const PAD = 8;
/** Longest window that is scored at once. */
export const LONGEST_WINDOW = 1024;
/** Behind the last character stand some that are none. */
const TAIL = 4;
export const SIZE = LONGEST_WINDOW + 2 * PAD + TAIL;

export const OTHER = 0;
export const KANJI = 1;
export const HIRAGANA = 2;
export const KATAKANA = 3;
const UPPER = 4;
const LOWER = 5;
const DIGIT = 6;
export const SPACE = 7;
/** ・ and =, between the parts of foreign names. */
export const JOINER = 8;
const OPEN = 9;
const CLOSE = 10;
const COMMA = 11;
const STOP = 12;
const CELL = 13;

let classes: Uint8Array | undefined;

/** The class of each UTF-16 unit. */
export const characterClasses = (): Uint8Array => (classes ??= buildClasses());

function buildClasses(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const set = (chars: string, klass: number): void => {
    for (const char of chars) table[char.charCodeAt(0)] = klass;
  };
  table.fill(KANJI, 0x3400, 0xa000);
  table.fill(KANJI, 0xf900, 0xfb00);
  // Supplementary ideographs come as surrogate pairs.
  table.fill(KANJI, 0xd840, 0xd880);
  table.fill(KANJI, 0xdc00, 0xe000);
  table.fill(HIRAGANA, 0x3041, 0x3097);
  table.fill(KATAKANA, 0x30a1, 0x30fb);
  set("々〆〇ヶヵ", KANJI);
  set("ー", KATAKANA);
  table.fill(UPPER, 0x41, 0x5b);
  table.fill(LOWER, 0x61, 0x7b);
  table.fill(DIGIT, 0x30, 0x3a);
  set(" ", SPACE);
  set("・=", JOINER);
  set("([「『【〈《〔<“\"'", OPEN);
  set(")]」』】〉》〕>”", CLOSE);
  set("、,;", COMMA);
  set("。.!?\n", STOP);
  set("\t|:", CELL);
  return table;
}

/** UTF-16 units, all digits as 0. */
export const units = new Uint16Array(SIZE);
export const klass = new Uint8Array(SIZE);
/** Bounds of the run of one class that a character is in. */
export const runStart = new Int32Array(SIZE);
export const runEnd = new Int32Array(SIZE);

/** Reads the window from `start` to `end` and its surroundings. @returns how many entries are filled */
export function readWindow(text: string, start: number, end: number): number {
  const table = characterClasses();
  const size = end - start + 2 * PAD;
  for (let i = 0; i < size; i++) {
    const at = start - PAD + i;
    const isInText = at >= 0 && at < text.length;
    const code = isInText ? text.charCodeAt(at) : 0;
    const of = isInText ? table[code] : STOP;
    klass[i] = of;
    units[i] = of === DIGIT ? 0x30 : code;
  }
  units.fill(0, size, size + TAIL);
  klass.fill(OTHER, size, size + TAIL);
  for (let i = 0; i < size; ) {
    let stop = i + 1;
    while (stop < size && klass[stop] === klass[i]) stop++;
    // Runs are short: a call for each would cost more than the loop.
    for (let at = i; at < stop; at++) {
      runStart[at] = i;
      runEnd[at] = stop;
    }
    i = stop;
  }
  return size;
}

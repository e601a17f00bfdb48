/**
 * Normalised text with a map back to the original. Detectors see one way of writing each thing: half-width ASCII, full-width
 * kana, one hyphen, one space, nothing invisible, common variant kanji in their dictionary form.
 *
 * Every mapping is one UTF-16 unit to one, except removal (one or two to none), and composition of a kana with its voicing mark and of
 * the two halves of a mathematical letter (two to one), so the map back is a short list of breakpoints and is empty for most text.
 */
import { isDigit } from "./characters.js";
import { countAtMost } from "./search.js";

export interface NormalizedText {
  readonly text: string;
  /** The same text, unit by unit; not there where a short text needed no look at its units. */
  readonly units: Uint16Array | undefined;
  /** Where a half-open range of `text` begins in the original. */
  readonly originalStart: (offset: number) => number;
  /** Where it ends there: what was removed before or after it is left out. */
  readonly originalEnd: (offset: number) => number;
}

/** What one UTF-16 unit becomes. 0: itself. Negative values are the cases that look at neighbours. */
const REMOVED = -1;
const VOICED_MARK = -2;
const SEMI_VOICED_MARK = -3;
const LONG_VOWEL = -4;
const VARIATION_HIGH = -5;
const COMBINING_MARK = -6;
const RARE_KANJI_HIGH = -7;
const MATHEMATICAL_HIGH = -8;
const WIDE_LOW_LINE = -9;

const HALF_WIDTH_KANA =
  "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
/** Characters that a voicing mark can follow; the voiced one is the next code point. */
const VOICEABLE = "かきくけこさしすせそたちつてとはひふへほカキクケコサシスセソタチツテトハヒフヘホ";
const SEMI_VOICEABLE = "はひふへほハヒフヘホ";
/** Variants that Japanese names are registered in, each followed by the form dictionaries hold. */
export const VARIANT_KANJI = "髙高﨑崎嵜崎濵浜濱浜邊辺邉辺齋斎齊斉澤沢櫻桜國国廣広眞真學学惠恵榮栄嶋島嶌島冨富瀨瀬德徳淵渕槇槙靜静龍竜瀧滝黑黒增増曻昇昻昂桒桑栁柳郞郎敎教髮髪賴頼淸清溫温緖緒靑青鄕郷吳呉尙尚戶戸涉渉戾戻靏鶴鷗鴎";
/** The same outside the first plane. */
const RARE_KANJI: ReadonlyMap<number, string> = new Map([[0x20bb7, "吉"], [0x2123d, "土"], [0x2363a, "橋"], [0x266b0, "脇"]]);
const HYPHENS = "\u02d7\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\u30a0\ufe31\ufe58\ufe63\u2500\u2501";
const INVISIBLE = "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u180f\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2065\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f\u20e3\u3164\ufeff\uffa0\ufff9\ufffa\ufffb";
/** Where the ten digits of other scripts begin: Arabic, Indian, Thai, Lao, Tibetan, Burmese, Khmer, Mongolian. */
const DIGITS_FROM = "\u0660\u06f0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0e50\u0ed0\u0f20\u1040\u17e0\u1810";
const SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000";

let mapping: Int32Array | undefined;

function buildMapping(): Int32Array {
  const map = new Int32Array(0x10000);
  const unit = (char: string): number => char.charCodeAt(0);
  for (let code = 0xff01; code <= 0xff5e; code++) map[code] = code - 0xfee0;
  map[0xff3f] = WIDE_LOW_LINE;
  for (const char of HYPHENS) map[unit(char)] = unit("-");
  for (const char of INVISIBLE) map[unit(char)] = REMOVED;
  // Control characters but for the white space among them: "山\0田" is drawn as 山田.
  for (let code = 0; code < 0x20; code++) if (code < 0x09 || code > 0x0d) map[code] = REMOVED;
  map[0x7f] = REMOVED;
  for (let code = 0xfe00; code <= 0xfe0f; code++) map[code] = REMOVED;
  for (const char of SPACES) map[unit(char)] = unit(" ");
  // CJK compatibility ideographs and Kangxi radicals: the one-to-one part of NFKC.
  for (const [first, last] of [[0x2f00, 0x2fd5], [0xf900, 0xfaff]] as const) {
    for (let code = first; code <= last; code++) {
      const plain = String.fromCharCode(code).normalize("NFKC");
      if (plain.length === 1 && unit(plain) !== code) map[code] = unit(plain);
    }
  }
  for (let i = 0; i < VARIANT_KANJI.length; i += 2) map[VARIANT_KANJI.charCodeAt(i)] = VARIANT_KANJI.charCodeAt(i + 1);
  for (let i = 0; i < HALF_WIDTH_KANA.length; i++) map[0xff61 + i] = HALF_WIDTH_KANA.charCodeAt(i);
  map[0xff70] = LONG_VOWEL;
  map[0x30fc] = LONG_VOWEL;
  map[0xff9e] = map[0x3099] = VOICED_MARK;
  map[0xff9f] = map[0x309a] = SEMI_VOICED_MARK;
  map.fill(COMBINING_MARK, 0x300, 0x34f).fill(COMBINING_MARK, 0x350, 0x370);
  map[0x301c] = unit("~");
  map[0xffe5] = unit("¥");
  for (const zero of DIGITS_FROM) for (let digit = 0; digit < 10; digit++) map[unit(zero) + digit] = 0x30 + digit;
  map[0xdb40] = VARIATION_HIGH;
  map[0xd835] = MATHEMATICAL_HIGH;
  for (const code of RARE_KANJI.keys()) map[unit(String.fromCodePoint(code))] = RARE_KANJI_HIGH;
  map[unit("\r")] = unit("\n");
  map[unit("\u2028")] = map[unit("\u2029")] = map[unit("\u0085")] = unit("\n");
  return map;
}


/** Up to this length characters are read from the string: a cell of a table. */
const SHORT = 64;

/**
 * Linear in the text; a text that needs no change is returned as it is, without a copy.
 * @param isSlice of a longer text: V8 makes a slice a pointer into the whole, and every look at a character of it then takes two steps more,
 *   so that a string of its own is given back in any case
 */
export function normalize(original: string, isSlice = false): NormalizedText {
  mapping ??= buildMapping();
  const map = mapping;
  const length = original.length;
  let first = 0;
  if (length <= SHORT) {
    while (first < length && map[original.charCodeAt(first)] === 0) first++;
    if (first === length && !original.includes("_")) return { text: original, units: undefined, originalStart: same, originalEnd: same };
    first = 0;
  }
  // Written over as it is read: nothing becomes longer.
  const out = unitsOf(original);
  let all = 0;
  while (first < length && map[out[first]] === 0) all |= out[first++];
  if (first === length) {
    const isFilled = all > 0xff && original.includes("_") && clearFillers(out);
    return { text: isFilled ? stringOf(out) : isSlice ? ownString(original, all) : original, units: out, originalStart: same, originalEnd: same };
  }

  let size = first;
  // From normalised offset `cuts[i]` on, the original offset is `resumes[i]` + the distance from the cut.
  const cuts: number[] = [];
  const resumes: number[] = [];
  const composed: boolean[] = [];
  const cut = (resume: number, isComposed: boolean): void => {
    if (cuts.length > 0 && cuts[cuts.length - 1] === size) {
      resumes[resumes.length - 1] = resume;
      composed[composed.length - 1] ||= isComposed;
    } else {
      cuts.push(size);
      resumes.push(resume);
      composed.push(isComposed);
    }
  };
  for (let i = first; i < length; i++) {
    const code = out[i];
    const to = map[code];
    if (to === 0) out[size++] = code;
    else if (to > 0) {
      if (code === 0x0d && i + 1 < length && out[i + 1] === 0x0a) cut(i + 1, false);
      else out[size++] = to;
    } else if (to === REMOVED) cut(i + 1, false);
    else if (to === LONG_VOWEL) {
      const next = original.charCodeAt(i + 1);
      const between = size > 0 && isDigit(out[size - 1]) && (isDigit(next) || isDigit(map[next]));
      out[size++] = between ? 0x2d : 0x30fc;
    } else if (to === VARIATION_HIGH) {
      // Selectors for variants of ideographs, and tags that spell text nobody sees.
      const low = original.charCodeAt(i + 1);
      if ((low >= 0xdd00 && low <= 0xddef) || (low >= 0xdc00 && low <= 0xdc7f)) cut(++i + 1, false);
      else out[size++] = code;
    } else if (to === RARE_KANJI_HIGH) {
      const plain = RARE_KANJI.get(original.codePointAt(i) ?? 0);
      out[size++] = plain === undefined ? code : plain.charCodeAt(0);
      if (plain !== undefined) cut(++i + 1, true);
    } else if (to === MATHEMATICAL_HIGH) {
      // Bold, script and double-struck letters and digits, with which people set words apart where a program has no bold.
      const plain = original.slice(i, i + 2).normalize("NFKC");
      out[size++] = plain.length === 1 ? plain.charCodeAt(0) : code;
      if (plain.length === 1 && i + 1 < length) cut(++i + 1, true);
    } else if (to === WIDE_LOW_LINE) {
      // ｔａｒｏ＿ｙ＠…; else it is a form's blank, or fills it up: 相談者＿佐藤花子＿＿＿.
      const next = original.charCodeAt(i + 1);
      const isInWord = size > 0 && isAsciiWord(out[size - 1]) && isAsciiWord(map[next] > 0 ? map[next] : next);
      out[size++] = isInWord ? LOW_LINE : SPACE;
    } else if (to === COMBINING_MARK) {
      const joined = size === 0 ? "" : String.fromCharCode(out[size - 1], code).normalize("NFC");
      if (joined.length === 1) {
        out[size - 1] = joined.charCodeAt(0);
        cut(i + 1, true);
      } else out[size++] = code;
    } else {
      const base = size > 0 ? String.fromCharCode(out[size - 1]) : "";
      const voiced = to === VOICED_MARK;
      if (base !== "" && (voiced ? VOICEABLE : SEMI_VOICEABLE).includes(base)) {
        out[size - 1] += voiced ? 1 : 2;
        cut(i + 1, true);
      } else if (voiced && (base === "う" || base === "ウ")) {
        out[size - 1] = base === "う" ? 0x3094 : 0x30f4;
        cut(i + 1, true);
      } else out[size++] = voiced ? 0x309b : 0x309c;
    }
  }
  const units = out.subarray(0, size);
  clearFillers(units);
  const text = stringOf(units);
  if (cuts.length === 0) return { text, units, originalStart: same, originalEnd: same };

  const indexOf = (offset: number): number => {
    return countAtMost(cuts, offset) - 1;
  };
  const originalStart = (offset: number): number => {
    const at = indexOf(offset);
    return at < 0 ? offset : resumes[at] + offset - cuts[at];
  };
  const originalEnd = (offset: number): number => {
    if (offset === 0) return 0;
    const at = indexOf(offset);
    return at >= 0 && cuts[at] === offset && composed[at] ? resumes[at] : originalStart(offset - 1) + 1;
  };
  return { text, units, originalStart, originalEnd };
}

const [LOW_LINE, SPACE] = [0x5f, 0x20];
const isAsciiWord = (code: number): boolean => isDigit(code) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
const isJapanese = (code: number): boolean => code >= 0x3005 && code <= 0x9fff;
const isSpace = (code: number): boolean => code === SPACE || (code >= 0x09 && code <= 0x0d) || Number.isNaN(code);

/**
 * Low lines beside Japanese part or fill, and are no part of a word as they are of an identifier: 氏名____佐藤花子____, __佐藤花子__ as Markdown's bold,
 * 20240401_佐藤花子_履歴書.pdf. Two and more do so before and behind a number.
 * @returns whether there were any; they are spaces now
 */
function clearFillers(units: Uint16Array): boolean {
  let isAny = false;
  for (let at = units.indexOf(LOW_LINE); at >= 0; at = units.indexOf(LOW_LINE, at)) {
    let end = at + 1;
    while (end < units.length && units[end] === LOW_LINE) end++;
    const [before, behind] = [at > 0 ? units[at - 1] : NaN, end < units.length ? units[end] : NaN];
    const isFiller = isJapanese(before) || isJapanese(behind) || (end - at > 1 && ((isSpace(before) && isDigit(behind)) || (isDigit(before) && isSpace(behind))));
    if (isFiller) {
      units.fill(SPACE, at, end);
      isAny = true;
    }
    at = end;
  }
  return isAny;
}

const stringOf = (units: Uint16Array): string => Buffer.from(units.buffer, units.byteOffset, units.length * 2).toString("utf16le");

const same = (offset: number): number => offset;

/** The UTF-16 units of a text, in memory of their own. Looked at one by one they take a third of the time that a string's characters do. */
export function unitsOf(text: string): Uint16Array {
  const bytes = Buffer.from(text, "utf16le");
  return new Uint16Array(bytes.buffer, bytes.byteOffset, text.length);
}

/** @param all bits of all of its units together */
function ownString(slice: string, all: number): string {
  const encoding = all <= 0xff ? "latin1" : "utf16le";
  return Buffer.from(slice, encoding).toString(encoding);
}

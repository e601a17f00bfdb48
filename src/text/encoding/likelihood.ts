/**
 * How likely a decoded text is, as a length: the bits that a model of each language would take to write it. The encoding under
 * which the same bytes are shortest to write is the one they were written in (the principle of minimum description length).
 * The figures are rough frequencies: what matters is that a wrong reading costs 5 to 10 bits a character more than the right one.
 */
import { COMMON_HANGUL, COMMON_KANJI, COMMON_SIMPLIFIED, COMMON_TRADITIONAL, FURTHER_KANJI, NAME_KANJI } from "./common-characters.js";
import { ALPHABETS } from "./scripts.js";

/** One byte for each UTF-16 unit: its cost in eighths of a bit. */
export type Model = Uint8Array;

export type Family = "japanese" | "simplified" | "traditional" | "korean" | "alphabet";

const EIGHTHS = 8;
const MALFORMED_BITS = 24;
/** The first half-width kana, and each later run of them: lists hold many, prose hardly any. */
const FIRST_HALF_KANA_BITS = 2;
const HALF_KANA_RUN_BITS = 1.5;
const MISPLACED_BITS = 12;
/** An ideograph right beside a small Latin letter: it happens, but an accented letter's byte makes it happen always. */
const MIXED_WORD_BITS = 4;
/** Letters at the head of a non-Latin alphabet that make up most of a text. */
const MOST_FREQUENT = 14;

const models = new Map<Family, readonly Model[]>();

/** The models of one family, built when first asked for. */
export function modelsOf(family: Family): readonly Model[] {
  let found = models.get(family);
  if (found === undefined) {
    found = family === "alphabet" ? ALPHABETS.map(alphabetModel) : [eastAsianModel(family)];
    models.set(family, found);
  }
  return found;
}

/** Bits to write `text`, under the model that takes the fewest. */
export function costInBits(text: string, family: Family): number {
  return (family === "alphabet" ? leastOfAlphabets(text) : costOfIdeographs(text, modelsOf(family)[0], family === "japanese")) / EIGHTHS;
}

function costOfIdeographs(text: string, model: Model, isJapanese: boolean): number {
  let cost = 0;
  let previous = 0;
  let hasHalfKana = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    cost += model[code];
    if (code >= 0x3400 ? isSmallLetter(previous) : previous >= 0x3400 && isSmallLetter(code)) cost += MIXED_WORD_BITS * EIGHTHS;
    if (isJapanese && isHalfKana(code)) {
      if (!isHalfKana(previous)) cost += (hasHalfKana ? HALF_KANA_RUN_BITS : FIRST_HALF_KANA_BITS) * EIGHTHS;
      hasHalfKana = true;
      // A voicing mark follows カ to ト, ハ to ホ (or ウ); after anything else these bytes are not kana.
      if (code >= 0xff9e && !((previous >= 0xff76 && previous <= 0xff84) || (previous >= 0xff8a && previous <= 0xff8e) || previous === 0xff73)) {
        cost += MISPLACED_BITS * EIGHTHS;
      }
    }
    previous = code;
  }
  return cost;
}

/** ASCII costs the same in every alphabet's model, and most of a text is ASCII: it is counted once. */
function leastOfAlphabets(text: string): number {
  const models = modelsOf("alphabet");
  const beyondAscii: number[] = [];
  let shared = 0;
  let previous = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) beyondAscii.push(code);
    else shared += models[0][code];
    // One word is in one script, and capitals begin it or make it up.
    if (code > 0x7f ? isAsciiLetter(previous) && isOtherScript(code) : isAsciiLetter(code) && isOtherScript(previous)) shared += MISPLACED_BITS * EIGHTHS;
    else if (code > 0xbf && isLowerCase(previous) && isUpperCase(code)) shared += MISPLACED_BITS * EIGHTHS;
    previous = code;
  }
  let least = Infinity;
  for (const model of models) {
    let cost = 0;
    for (const code of beyondAscii) cost += model[code];
    least = Math.min(least, cost);
  }
  return shared + least;
}

const isHalfKana = (code: number): boolean => code >= 0xff61 && code <= 0xff9f;
const isSmallLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a;
const isAsciiLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
/** Greek to Thai: the non-Latin alphabets that have single-byte encodings. */
const isOtherScript = (code: number): boolean => code >= 0x370 && code <= 0xe7f;
const isLowerCase = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0xff) || (code >= 0x430 && code <= 0x45f);
const isUpperCase = (code: number): boolean => (code >= 0xc0 && code <= 0xde) || (code >= 0x400 && code <= 0x42f);

function baseModel(): Model {
  const model = new Uint8Array(0x10000).fill(18 * EIGHTHS);
  const set = (bits: number, first: number, last = first): void => {
    model.fill(bits * EIGHTHS, first, last + 1);
  };
  set(20, 0x00, 0x1f);
  set(22, 0x00);
  for (const white of [0x09, 0x0a, 0x0d]) set(6, white);
  // Backspace, form feed, the end-of-file mark of CP/M and terminal colours do stand in texts.
  for (const control of [0x08, 0x0b, 0x0c, 0x1a, 0x1b]) set(9, control);
  set(6, 0x20, 0x7e);
  set(20, 0x7f, 0x9f);
  set(14, 0xa0, 0xff);
  for (const code of [0xa0, 0xab, 0xb0, 0xb7, 0xbb, 0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2026, 0x20ac]) set(10, code);
  set(14, 0xd800, 0xdfff);
  set(22, 0xe000, 0xf8ff);
  set(MALFORMED_BITS, 0xfffd, 0xffff);
  return model;
}

/** ASCII keeps its cost: ß and ı have ASCII capitals. */
const setAll = (model: Model, characters: string, bits: number): void => {
  for (let i = 0; i < characters.length; i++) if (characters.charCodeAt(i) > 0x7f) model[characters.charCodeAt(i)] = bits * EIGHTHS;
};

function eastAsianModel(family: Exclude<Family, "alphabet">): Model {
  const model = baseModel();
  const set = (bits: number, first: number, last = first): void => {
    model.fill(bits * EIGHTHS, first, last + 1);
  };
  set(19, 0x4e00, 0x9fff);
  set(12, 0xff01, 0xff5e);
  setAll(model, "、。，：「」（）　", 8);
  if (family === "japanese") {
    setAll(model, levelOneKanji(), 15);
    setAll(model, FURTHER_KANJI, 13);
    setAll(model, NAME_KANJI, 10.5);
    setAll(model, COMMON_KANJI, 10.5);
    set(7.5, 0x3041, 0x3096);
    set(9.5, 0x30a1, 0x30fc);
    set(10, 0xff10, 0xff19);
    set(11, 0xff21, 0xff5a);
    setAll(model, "・ー〜～…※○◯●◎△▲□■☆★→←↑↓①②③④⑤⑥⑦⑧⑨⑩々〒－―『』【】〔〕", 11);
    set(8, 0xff61, 0xff9f);
    set(10, 0xff61, 0xff65);
    setAll(model, "ｱｲｳｵｶｷｸｺｻｼｽﾀﾁﾄﾅﾆﾉﾊﾋﾌﾏﾐﾑﾔﾕﾖﾗﾘﾛﾝﾞ", 5.5);
    return model;
  }
  if (family === "korean") {
    set(14, 0xac00, 0xd7a3);
    setAll(model, COMMON_HANGUL, 8);
    return model;
  }
  set(14, 0x4e00, 0x9fff);
  setAll(model, family === "simplified" ? COMMON_SIMPLIFIED : COMMON_TRADITIONAL, 9.5);
  return model;
}

/** JIS X 0208 level 1: rows 16 to 47, which is where EUC-JP's lead bytes B0 to CF point. */
function levelOneKanji(): string {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xcf; row++) for (let cell = 0xa1; cell <= (row === 0xcf ? 0xd3 : 0xfe); cell++) bytes.push(row, cell);
  return new TextDecoder("euc-jp").decode(Uint8Array.from(bytes));
}

function alphabetModel({ letters, latin }: (typeof ALPHABETS)[number]): Model {
  const model = baseModel();
  if (latin) {
    setAll(model, letters.toUpperCase(), 10);
    setAll(model, letters, 8);
  } else {
    setAll(model, letters.toUpperCase(), 9);
    setAll(model, letters, 7.5);
    setAll(model, letters.slice(0, MOST_FREQUENT), 4.5);
  }
  return model;
}

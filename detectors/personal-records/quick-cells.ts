/**
 * Cells in their plainest form, judged and hashed in one pass over their units and without a string for any: most cells of most
 * registers. Whatever is not plain is left to cells.ts and identity.ts, and these agree with them on what is: a cell taken here fits
 * its header wholly, and its hash is that of its canonical value (a test compares the two).
 */
import { isDigit } from "../../src/text/characters.js";
import type { TextSlice } from "../../src/contract.js";
import { finishHash, startHigh, startLow, stirHigh, stirLow } from "../../src/text/hashes.js";
import { VARIANT_KANJI } from "../../src/text/normalize.js";
import type { Role } from "../shared/header-words.js";
import { isOrganisationEnding, mayBeOrganisation } from "./organisation-cells.js";
import { mayBePlaceholder } from "./plain.js";

/** A hash of 52 bits; `FITS` where a value of that kind is nobody's own; `UNSURE` where the cell must be read with care. */
export type QuickReader = (slice: TextSlice) => number;
export const UNSURE = 0;
export const FITS = 1;

/** What a unit becomes in the value that is hashed; `SKIP` what is not part of it, 0 what is not plain. */
const SKIP = 1;
type UnitMap = Uint16Array;

const mapped = (...ranges: readonly (readonly [first: string, last: string])[]): UnitMap => {
  const map = new Uint16Array(0x10000);
  for (const [first, last] of ranges) for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code++) map[code] = code;
  return map;
};
const set = (map: UnitMap, chars: string, to: (code: number) => number): UnitMap => {
  for (const char of chars) map[char.charCodeAt(0)] = to(char.charCodeAt(0));
  return map;
};
const skipped = (): number => SKIP;

const HYPHEN = 0x2d;

/** Kanji and kana that the normaliser leaves alone. */
function plainLetters(): UnitMap {
  const map = mapped(["\u3041", "\u3096"], ["\u30a1", "\u30fa"], ["\u4e00", "\u9fff"], ["々", "々"]);
  for (let i = 0; i < VARIANT_KANJI.length; i += 2) map[VARIANT_KANJI.charCodeAt(i)] = 0;
  return map;
}

/** 佐藤花子, 佐藤　花子. */
function nameReader(kind: number): QuickReader {
  const map = set(plainLetters(), " \u3000", skipped);
  // Ends of honorifics, 佐藤花子様, and of sums and titles: 夜勤計, 名簿.
  const isMarkedEnd = set(new Uint16Array(0x10000), "様ん殿氏生計表簿帳覧", () => 1);
  return ({ text, start, end }) => {
    const length = end - start;
    if (length < 2 || length > 6) return UNSURE;
    const last = text.charCodeAt(end - 1);
    if (isMarkedEnd[last] === 1 || isOrganisationEnding(last) || mayBePlaceholder(text, start, end)) return UNSURE;
    let letters = 0;
    let hasKana = false;
    let low = startLow(kind);
    let high = startHigh(kind);
    for (let i = start; i < end; i++) {
      const code = text.charCodeAt(i);
      const unit = map[code];
      if (unit === 0 || mayBeOrganisation(code)) return UNSURE;
      if (unit === SKIP) continue;
      letters++;
      if (code >= 0x3041 && code <= 0x30fa) hasKana = true;
      low = stirLow(low, unit);
      high = stirHigh(high, unit);
    }
    // Kana between and after kanji may be grammar.
    return letters < 2 || map[last] === SKIP || (hasKana && letters > 3) ? UNSURE : finishHash(high, low);
  };
}

/** サトウ ハナコ. */
function readingReader(): QuickReader {
  const map = set(mapped(["\u3041", "\u3096"], ["\u30a1", "\u30fa"], ["ー", "ー"]), " \u3000", (code) => code);
  return ({ text, start, end }) => {
    if (end === start || end - start > 20 || mayBePlaceholder(text, start, end)) return UNSURE;
    for (let i = start; i < end; i++) if (map[text.charCodeAt(i)] === 0) return UNSURE;
    return FITS;
  };
}

/** 100-0001. */
const readPostalCode: QuickReader = ({ text, start, end }) => {
  if (end - start !== 8 || text.charCodeAt(start + 3) !== HYPHEN) return UNSURE;
  const first = text.charCodeAt(start);
  let areAlike = true;
  for (let i = start; i < end; i++) {
    if (i === start + 3) continue;
    const code = text.charCodeAt(i);
    if (!isDigit(code)) return UNSURE;
    if (code !== first) areAlike = false;
  }
  return areAlike ? UNSURE : FITS;
};

/** Digits and hyphens that may be a telephone's. */
const LONG_NUMBER = 10;

/** 香川県高松市番町1丁目2番3号, 香川県高松市番町1-2-3 コーポ番町101. */
function addressReader(kind: number): QuickReader {
  const letters = plainLetters();
  const map = set(plainLetters(), " \u3000", skipped);
  set(map, "0123456789-", (code) => code);
  set(map, "０１２３４５６７８９", (code) => code - 0xfee0);
  return ({ text, start, end }) => {
    if (end - start < 9 || end - start > 200 || letters[text.charCodeAt(start)] === 0 || letters[text.charCodeAt(start + 1)] === 0) return UNSURE;
    let run = 0;
    let low = startLow(kind);
    let high = startHigh(kind);
    for (let i = start; i < end; i++) {
      const unit = map[text.charCodeAt(i)];
      if (unit <= SKIP) {
        if (unit === 0) return UNSURE;
        run = 0;
        continue;
      }
      run = unit === HYPHEN || isDigit(unit) ? run + 1 : 0;
      if (run >= LONG_NUMBER) return UNSURE;
      low = stirLow(low, unit);
      high = stirHigh(high, unit);
    }
    return finishHash(high, low);
  };
}

let isLastMobile = false;
/** Whether the telephone that was read last is a mobile one: 060, 070, 080, 090 and eight digits. */
export const wasMobile = (): boolean => isLastMobile;

/** 090-1234-5678, 0312345678. */
function phoneReader(kind: number): QuickReader {
  return ({ text, start, end }) => {
    if (end - start < 10 || end - start > 13 || text.charCodeAt(start) !== 0x30) return UNSURE;
    let low = startLow(kind);
    let high = startHigh(kind);
    let digits = 0;
    let areAlike = true;
    isLastMobile = true;
    for (let i = start; i < end; i++) {
      const code = text.charCodeAt(i);
      if (code === HYPHEN) continue;
      if (!isDigit(code)) return UNSURE;
      digits++;
      if (code !== 0x30) areAlike = false;
      if (digits === 2 ? code < 0x36 : digits === 3 && code !== 0x30) isLastMobile = false;
      low = stirLow(low, code);
      high = stirHigh(high, code);
    }
    if (digits !== 11) isLastMobile = false;
    return areAlike || digits < 10 || digits > 11 ? UNSURE : finishHash(high, low);
  };
}

/** hanako.sato@provider.example. */
function emailReader(kind: number): QuickReader {
  const map = mapped(["!", "'"], ["*", "+"], [".", "9"], [":", ":"], ["=", "="], ["?", "?"], ["A", "~"], ["-", "-"]);
  set(map, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", (code) => code + 0x20);
  map[0x40] = 0x40;
  return ({ text, start, end }) => {
    if (end - start < 5 || end - start > 200) return UNSURE;
    let at = -1;
    let dot = -1;
    let low = startLow(kind);
    let high = startHigh(kind);
    for (let i = start; i < end; i++) {
      const unit = map[text.charCodeAt(i)];
      if (unit === 0) return UNSURE;
      if (unit === 0x40) {
        if (at >= 0) return UNSURE;
        at = i;
      } else if (unit === 0x2e) dot = i;
      low = stirLow(low, unit);
      high = stirHigh(high, unit);
    }
    return at > start && dot > at + 1 && dot < end - 1 ? finishHash(high, low) : UNSURE;
  };
}

/** 1980-04-01, as dates of spreadsheets are read. */
function birthDateReader(kind: number): QuickReader {
  return ({ text, start, end }) => {
    if (end - start !== 10) return UNSURE;
    let low = startLow(kind);
    let high = startHigh(kind);
    for (let i = 0; i < 10; i++) {
      const code = text.charCodeAt(start + i);
      if (i === 4 || i === 7 ? code !== HYPHEN : !isDigit(code)) return UNSURE;
      low = stirLow(low, code);
      high = stirHigh(high, code);
    }
    const century = text.charCodeAt(start) * 100 + text.charCodeAt(start + 1);
    // 1900 to 2029: "19", "20" and a third digit below 3.
    const isPlausible = century === 0x31 * 100 + 0x39 || (century === 0x32 * 100 + 0x30 && text.charCodeAt(start + 2) <= 0x32);
    return isPlausible ? finishHash(high, low) : UNSURE;
  };
}

const READERS: Partial<Record<Role, (kind: number) => QuickReader>> = {
  "name": nameReader, "reading": readingReader, "address": addressReader, "phone": phoneReader, "email": emailReader, "birth-date": birthDateReader,
  "postal-code": () => readPostalCode,
};
const made = new Map<string, QuickReader>();

/** @param kind what hashes of the role's entity are salted with */
export function quickReaderFor(role: Role, kind: number): QuickReader | undefined {
  const key = `${role} ${kind}`;
  let reader = made.get(key);
  if (reader === undefined) {
    reader = READERS[role]?.(kind);
    if (reader !== undefined) made.set(key, reader);
  }
  return reader;
}

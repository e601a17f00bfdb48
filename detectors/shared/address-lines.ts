/** Addresses written over two lines or cells, or with a space between all characters: read on a copy without what is between. */
import { isDigit } from "../../src/text/characters.js";
import { readJapaneseAddress, type JapaneseAddress } from "./address-grammar.js";
import { MUNICIPALITY, placeEnd, PREFECTURE, WARD } from "./gazetteer.js";

const LONGEST = 120;
const MAX_BREAKS = 2;
/** How far behind what is read already the break may stand. */
const NEAR = 12;
const LONGEST_LINE = 60;
const ENDS_BUILDING = "号室階棟館荘寮邸内F)";
const LINE_FEED = 0x0a;
const TAB = 0x09;
const SPACE = 0x20;

/** A postal code, a telephone number, a date: another field. */
const OTHER_FIELD = /^[ (]*(?:〒|0\d|\d{3}-\d{4}(?!\d)|(?:19|20)\d\d[-/年])/u;

/** Kana, ideographs and their marks. */
const isJapanese = (code: number): boolean => code >= 0x3005 && code <= 0x9fff;
const isBreak = (code: number): boolean => code === LINE_FEED || code === TAB;

interface Joined {
  readonly text: string;
  /** Offset in the source of each unit, and behind the last. */
  readonly sources: readonly number[];
}

/** What stands from `start` on without its first breaks, or without the spaces between its characters. */
function join(text: string, start: number, spaced: boolean): Joined {
  let joined = "";
  const sources: number[] = [];
  let breaks = 0;
  let i = start;
  for (; i < text.length && joined.length < LONGEST; i++) {
    const code = text.charCodeAt(i);
    const before = text.charCodeAt(i - 1);
    if (isBreak(code)) {
      if (spaced || ++breaks > MAX_BREAKS || isBreak(before)) break;
      while (text.charCodeAt(i + 1) === SPACE) i++;
      // 1-2-3 and 203 in the line below are not 1-2-3203.
      if (!isDigit(before) || !isDigit(text.charCodeAt(i + 1))) continue;
    } else if (code === SPACE && spaced && (isJapanese(before) || isJapanese(text.charCodeAt(i + 1)))) continue;
    joined += isBreak(code) ? " " : text.charAt(i);
    sources.push(i);
  }
  return { text: joined, sources };
}

/** The offset behind the unit before `end`. */
const sourceEnd = ({ sources }: Joined, end: number): number => (end === 0 ? sources[0] : sources[end - 1] + 1);

function inSource(joined: Joined, address: JapaneseAddress): JapaneseAddress {
  return {
    ...address,
    start: sourceEnd(joined, 0),
    prefectureEnd: sourceEnd(joined, address.prefectureEnd),
    municipalityEnd: sourceEnd(joined, address.municipalityEnd),
    townEnd: sourceEnd(joined, address.townEnd),
    blockStart: sourceEnd(joined, address.blockStart),
    blockEnd: sourceEnd(joined, address.blockEnd),
    end: sourceEnd(joined, address.end),
  };
}

/** 香 川 県 高 松 市 番 町 1-2-3, where `start` is a character of its own. */
export function readSpacedAddress(text: string, start: number): JapaneseAddress | undefined {
  if (text.charCodeAt(start + 3) !== SPACE || !isJapanese(text.charCodeAt(start + 2)) || !isJapanese(text.charCodeAt(start + 4))) return undefined;
  const joined = join(text, start, true);
  const address = readJapaneseAddress(joined.text, 0);
  return address === undefined || address.blockNumbers === 0 ? undefined : inSource(joined, address);
}

/**
 * The address that begins as `read` does and goes on behind a break; `read` itself where none does. What crosses a break must be
 * sure: 高松市番町 over a column of figures has no block, and two cells' numbers are not one.
 */
export function acrossBreaks(text: string, read: JapaneseAddress): JapaneseAddress {
  let at = read.end;
  while (at < read.end + NEAR && at < text.length && !isBreak(text.charCodeAt(at))) at++;
  const code = text.charCodeAt(at);
  if (!isBreak(code)) return read;
  const isCell = code === TAB;
  const hasBlock = read.blockNumbers > 0 && !read.quarterOnly;
  // A cell is a part of its own: it ends where a part of the address does. A block in one cell is not gone on with in the next.
  if (at > read.end && (isCell || read.blockNumbers > 0)) return read;
  if (isCell && read.blockNumbers > 0) return read;
  if (OTHER_FIELD.test(text.slice(at + 1, at + 12)) || (hasBlock && !mayGoOn(text, at + 1))) return read;
  const joined = join(text, read.start, false);
  const longer = readJapaneseAddress(joined.text, 0);
  if (longer === undefined || longer.blockNumbers === 0) return read;
  const address = inSource(joined, longer);
  if (address.end <= at) return read;
  if (hasBlock) return goesOn(text, at, read, address) ? address : read;
  const strong = longer.blockUnits || longer.blockNumbers > 1;
  return strong && !endsInLoneNumber(text, at, address) ? address : read;
}

/** 一丁目 in one cell and 111 in the next: the next column's figure. */
function endsInLoneNumber(text: string, firstBreak: number, { blockEnd }: JapaneseAddress): boolean {
  const lastBreak = Math.max(text.lastIndexOf("\n", blockEnd - 1), text.lastIndexOf("\t", blockEnd - 1));
  return lastBreak >= firstBreak && /^[ \d]*$/u.test(text.slice(lastBreak + 1, blockEnd));
}

/** Cheap: whether the line begins with a number or ends as a building or a room does. */
function mayGoOn(text: string, lineStart: number): boolean {
  if (isDigit(text.charCodeAt(lineStart))) return true;
  // The next address of a list.
  if (placeEnd(text, lineStart, PREFECTURE | MUNICIPALITY | WARD) > lineStart) return false;
  let end = lineStart;
  while (end < lineStart + LONGEST_LINE && end < text.length && !isBreak(text.charCodeAt(end))) end++;
  const last = text.charCodeAt(end - 1);
  return isDigit(last) || (last >= 0x30a1 && last <= 0x30fc) || ENDS_BUILDING.includes(text.charAt(end - 1));
}

/** Whether the line below belongs to an address that is whole without it: more of its block, or a building and nothing else. */
function goesOn(text: string, lineBreak: number, read: JapaneseAddress, longer: JapaneseAddress): boolean {
  if (longer.blockNumbers > read.blockNumbers) return longer.blockUnits && !isDigit(text.charCodeAt(lineBreak - 1));
  const after = text.charCodeAt(longer.end);
  if (longer.end < text.length && !isBreak(after)) return false;
  const line = text.slice(lineBreak + 1, longer.end);
  return /[^\d\s#A-Z-]/u.test(line);
}

/** Which label stands before a number: the nearest says what it is. One look back for all detectors of numbers. */
import { normalize } from "../../src/text/normalize.js";
import { isLetter, isLower, isUpper, isWord } from "./labels.js";
import { NATIONAL_ID_LABELS, NUMBER_LABELS, type NumberKind } from "./number-label-words.js";

export type { NumberKind };

export interface NumberLabel {
  readonly kind: NumberKind;
  /** For `national-id`, which one: "us.ssn". */
  readonly country: string;
  /** Half-open, in the text. */
  readonly start: number;
  readonly end: number;
}

/** How far before a number its label may end: "個人番号（マイナンバー）の記入欄（12桁）: ". */
const MAX_DISTANCE = 24;
/** More than the longest label with a space between all of its characters. */
const LONGEST_LABEL = 64;
const TAB = 0x09;
const LINE_FEED = 0x0a;
const SPACE = 0x20;
/** 第 */
const ORDINAL = 0x7b2c;

/** Words by their characters from the last to the first. */
interface Node {
  readonly next: Map<number, Node>;
  kind?: NumberKind;
  country?: string;
  /** Written in capitals only: SIN is a number, sin is not. */
  isCapital?: boolean;
}

let root: Node | undefined;
/** Whether a label may end with a character: most are turned away here. */
const lasts = new Uint8Array(0x10000);
const ENDS = 1;
/** One of that character alone. */
const WHOLE = 2;
/** 1 where a label may end with two characters of this hash, of the rest most. */
const PAIR_MASK = 0x1fff;
const lastPairs = new Uint8Array(PAIR_MASK + 1);
const pairHash = (before: number, last: number): number => (Math.imul(before, 0x9e37) ^ last) & PAIR_MASK;

function buildTrie(): Node {
  const top: Node = { next: new Map() };
  const add = (words: string, kind: NumberKind, country: string): void => {
    for (const written of words.split(" ")) {
      const word = normalize(written).text.toLowerCase();
      let node = top;
      for (let i = word.length - 1; i >= 0; i--) {
        const code = word.charCodeAt(i);
        let next = node.next.get(code);
        if (next === undefined) node.next.set(code, (next = { next: new Map() }));
        node = next;
      }
      node.kind ??= kind;
      node.country ??= country;
      if (word !== written) node.isCapital = true;
      const last = word.charCodeAt(word.length - 1);
      for (const code of [last, word.slice(-1).toUpperCase().charCodeAt(0)]) lasts[code] |= word.length === 1 ? WHOLE : ENDS;
      if (word.length > 1) lastPairs[pairHash(word.charCodeAt(word.length - 2), last)] = 1;
    }
  };
  for (const [country, words] of Object.entries(NATIONAL_ID_LABELS)) add(words, "national-id", country);
  for (const [kind, words] of Object.entries(NUMBER_LABELS)) add(words, kind as NumberKind, ""); // the record's own keys
  return top;
}

const folded = (code: number): number =>
  isUpper(code) ? code + 0x20 : code >= 0xc0 && code < 0x530 ? String.fromCharCode(code).toLowerCase().charCodeAt(0) : code;
/** One of these may stand between any two characters of a label. */
const isGap = (code: number): boolean => code === SPACE || code === 0x5f || code === 0x2d;

/** By its last two characters. */
function mayEnd(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  const known = lasts[last];
  if (known === 0 || (known & WHOLE) !== 0) return known !== 0;
  const before = text.charCodeAt(end - 2);
  if (before >= 0x530) return lastPairs[pairHash(before, folded(last))] !== 0;
  return isGap(before) || lastPairs[pairHash(folded(before), folded(last))] !== 0;
}

/** The longest label that ends at `end`. */
function labelEndingAt(text: string, end: number, top: Node): NumberLabel | undefined {
  let node: Node | undefined = top;
  let found: NumberLabel | undefined;
  const stop = Math.max(0, end - LONGEST_LABEL);
  for (let i = end - 1; i >= stop; i--) {
    const code = text.charCodeAt(i);
    let next: Node | undefined = node.next.get(folded(code));
    if (next === undefined && i < end - 1 && isGap(code) && i > stop) next = node.next.get(folded(text.charCodeAt(--i)));
    if (next === undefined) break;
    node = next;
    if (node.kind !== undefined && isWord(text, i, end) && (node.isCapital !== true || isUpper(code))) found = { kind: node.kind, country: node.country ?? "", start: i, end };
  }
  return found;
}

/** What may stand between a document's name and the word for number: 免許証の番号, 旅券（パスポート）番号. */
const LINKS = /^[ \tの・:/(]{0,4}(?:\([^()]{0,8}\))?[ \tの)・:/]{0,4}$/u;
const MAX_LINK = 12;

/** A word for number takes its meaning from the document named right before it. */
function specific(text: string, label: NumberLabel, top: Node): NumberLabel {
  if (label.kind !== "generic") return label;
  for (let end = label.start; end > label.start - MAX_LINK && end > 0; end--) {
    const before = labelEndingAt(text, end, top);
    if (before !== undefined && before.kind !== "generic") return LINKS.test(text.slice(end, label.start)) ? { ...before, end: label.end } : label;
  }
  return label;
}

let seenText = "";
let seenStart = -1;
let seen: NumberLabel | undefined;

/**
 * The nearest label before a number: on its line or in the cell before, or alone on the line above where the number begins its
 * own. Remembered for the next detector that asks about the same place.
 * @param text normalised
 */
export function numberLabelBefore(text: string, start: number): NumberLabel | undefined {
  if (start === seenStart && text === seenText) return seen;
  seenText = text;
  seenStart = start;
  return (seen = find(text, start));
}

/** For `TextCheck.onlyIf`: whether a label that may be a number's of somebody stands before. */
export function standsBehindNumberLabel(text: string, start: number): boolean {
  const kind = numberLabelBefore(text, start)?.kind;
  return kind !== undefined && kind !== "other";
}

/** Whether a tab stands before on the line. */
function isInRow(text: string, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - LONGEST_LABEL); i--) {
    const code = text.charCodeAt(i);
    if (code === LINE_FEED) return false;
    if (code === TAB) return true;
  }
  return false;
}

/**
 * What no label is for: part of a word (utf8), or one of a row of numbers, as most in tables and in code are, with nothing but a
 * comma, a tab or the like to the number before.
 */
function isUnlabelled(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (isLetter(before) || before === 0x5f) return true;
  for (let i = start - 1; i >= start - 4; i--) {
    const code = text.charCodeAt(i);
    if (code >= 0x30 && code <= 0x39) return true;
    if (code !== SPACE && code !== TAB && code !== 0x2c && code !== LINE_FEED && code !== 0x22 && code !== 0x2d && code !== 0x2e) return false;
  }
  return false;
}

function find(text: string, start: number): NumberLabel | undefined {
  if (isUnlabelled(text, start)) return undefined;
  const top = (root ??= buildTrie());
  const label = nearest(text, start, Math.max(0, start - MAX_DISTANCE), top);
  if (label === undefined) return undefined;
  let crossed = 0;
  let blank = true;
  for (let at = start - 1; at >= label.end; at--) {
    const code = text.charCodeAt(at);
    if (code === TAB || code === LINE_FEED) {
      // One cell or one line back, and only where nothing else stands between.
      if (!blank || crossed !== 0) return undefined;
      crossed = code;
      blank = true;
    } else if (code !== SPACE && code !== ORDINAL) blank = false; // 第810357284650号 fills a cell of its own.
  }
  // A row of cells is no heading: "氏名\t口座番号\n1234567".
  if (crossed === LINE_FEED && isInRow(text, label.start)) return undefined;
  return specific(text, label, top);
}

/** No label ends behind `clearFrom` and up to `clearTo` in the text: what stands before one number is not read again for the next. */
let clearText = "";
let clearFrom = 0;
let clearTo = 0;

/** The label that ends last, behind `stop` and no later than `start`. */
function nearest(text: string, start: number, stop: number, top: Node): NumberLabel | undefined {
  if (text !== clearText) clearFrom = clearTo = 0;
  clearText = text;
  let found: NumberLabel | undefined;
  let end = start;
  while (end > stop) {
    if (end <= clearTo && end > clearFrom) {
      end = clearFrom;
      continue;
    }
    if (mayEnd(text, end) && !(isLower(text.charCodeAt(end - 1)) && isLower(text.charCodeAt(end))) && (found = labelEndingAt(text, end, top)) !== undefined) break;
    end--;
  }
  clearFrom = Math.min(end, start);
  clearTo = start;
  return found;
}

/** What may stand between a label and its number without making it another thing's: marks, a note in brackets, は. */
const MARKS = "[\\s:=>|\"'`,、.・/#*[\\]【】「」『』<〈〉()_-]{0,24}";
/** </th><td> */
const TAGS = "(?:<\\/?[a-z]{1,8}>){0,4}";
const TIGHT = new RegExp(`^${TAGS}${MARKS}(?:\\([^()]{0,15}\\))?${MARKS}(?:は|が|is|was|no\\.?|nr\\.?|num\\.?|number|第)?${MARKS}$`, "iu");

/** Whether the label says it of this number and nothing else stands between. */
export const isTight = (text: string, label: NumberLabel, start: number): boolean => TIGHT.test(text.slice(label.end, start));

/** Whether one of some words stands within so many characters before a place, whatever lies between. */
export function hasContext(text: string, at: number, pattern: RegExp, size: number, after = 0): boolean {
  return pattern.test(text.slice(Math.max(0, at - size), at + after));
}

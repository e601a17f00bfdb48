/**
 * People who stand in a list with people: 出席者：佐藤花子、谷進、孫磊 and a name a line. What the dictionaries doubt is somebody where its
 * neighbours are certain, for lists are of one kind.
 */
import type { NameCandidate } from "./kanji-names.js";
import { kanaHonorificAt, titleAt } from "./name-cues.js";
import { givenTier, isForeignName, isPlace, katakanaTrie, nameTrie, surnameTier, wordTier } from "./name-dictionary.js";
import { oddsOfShape } from "./name-shape.js";
import { lookUp } from "./trie.js";

/** UTF-16 units of a line that are looked at; longer ones are tables or prose. */
const LONGEST_LINE = 600;
const MOST_ITEMS = 64;
/** Log odds that each certain neighbour is worth, and the most of them. */
const BESIDE = 1.1;
const ON_BOTH_SIDES = 1.9;
/** As many lines that begin in the same way say less: headings stand among them. */
const ABOVE_OR_BELOW = 0.9;
const ABOVE_AND_BELOW = 1.6;
const LEAST = 1;
/** Gained in a roster: a list of so many certain names. */
const ROSTER = 5;
const IN_A_ROSTER = 0.8;

const isKatakana = (code: number): boolean => code >= 0x30a1 && code <= 0x30fa;

interface Item {
  readonly start: number;
  readonly end: number;
  /** Log odds by its form. NaN: not judged yet. */
  shape: number;
  isName: boolean;
}

const SEPARATOR = /[、,・/&;|\t。:「」→⇒]|\.{3,}|…+|‥+|-{2,}| と | {2,}| ?\d{1,3}(?:位|等|着|席) ?| ?[①-⑳] ?/gu;
const LEADING = /^(?: *(?:[○◎●◇◆■□△▲※*+>・-]|\(?\d{1,3}[.):]?|[①-⑳]|[一二三四五六七八九十]{1,2}[.、])(?= |[^\d ])){0,2} */u;
const TRAILING = /(?: ?(?:さん|さま|くん|ちゃん|各氏|両氏|様|氏|殿|君|先生|委員|ほか|他|印|ら))?(?: ?\([^()\n]{1,24}\)?|の(?:\d{1,2}|[二三四五六七八九十両])[人名氏].*)?[ )]*$/u;
const LETTERS = /[\p{Script=Han}ぁ-ゖァ-ヴー々]/u;

/**
 * @param text normalised
 * @param known certain names in order, not overlapping
 * @param isFree whether nothing was found there yet
 */
export function neighboursOf(text: string, known: readonly NameCandidate[], isFree: (start: number, end: number) => boolean): NameCandidate[] {
  const found: NameCandidate[] = [];
  let doneUpTo = -1;
  for (let i = 0; i < known.length; i++) {
    const { start } = known[i];
    if (start < doneUpTo) continue;
    const from = lineStart(text, start, LONGEST_LINE);
    const to = lineEnd(text, start, LONGEST_LINE);
    doneUpTo = to < 0 ? start + LONGEST_LINE : to;
    if (from < 0 || to < 0 || to - from > LONGEST_LINE) continue;
    let last = i;
    while (last + 1 < known.length && known[last + 1].start < to) last++;
    inLine(text, from, to, known.slice(i, last + 1), isFree, found);
  }
  linesAround(text, known, isFree, found);
  return found;
}

function inLine(text: string, from: number, to: number, known: readonly NameCandidate[], isFree: (start: number, end: number) => boolean, found: NameCandidate[]): void {
  const items = itemsOf(text, from, to, known);
  if (items.length < 2 || items.length > MOST_ITEMS) return;
  const inARoster = known.length >= ROSTER && known.length * 2 >= items.length ? IN_A_ROSTER : 0;
  const judge = (i: number): void => {
    const item = items[i];
    if (item.isName) return;
    const before = i > 0 && items[i - 1].isName;
    const behind = i + 1 < items.length && items[i + 1].isName;
    if (!before && !behind) return;
    if (Number.isNaN(item.shape)) {
      const beside = before ? items[i - 1] : items[i + 1];
      item.shape = before && isFamily(text, item, items[i - 1]) ? OF_THE_FAMILY : isLoneSurname(text, item) && (isLoneSurname(text, beside) || isJoined(text, item, beside)) ? OF_SURNAMES : oddsOfShape(text.slice(item.start, item.end));
    }
    const odds = item.shape + (before && behind ? ON_BOTH_SIDES : BESIDE) + inARoster;
    if (odds < LEAST || !isFree(item.start, item.end)) return;
    item.isName = true;
    found.push({ start: item.start, end: item.end, odds });
  };
  for (let i = 0; i < items.length; i++) judge(i);
  for (let i = items.length - 1; i >= 0; i--) judge(i);
}

/** 当番：佐藤、鈴木、高橋: a list of surnames goes on as one. */
const OF_SURNAMES = 0.6;

/** 見守り　佐藤花子・鈴木: the one in full, the other not. */
function isJoined(text: string, item: Item, beside: Item): boolean {
  const between = beside.end <= item.start ? text.slice(beside.end, item.start) : text.slice(item.end, beside.start);
  return JOINED.test(between) && !isPlace(lookUp(nameTrie(), text, item.start, item.end)) && ENDS_OF_PAIR.has(text[item.end] ?? "\n");
}
const JOINED = /^(?:[・、/&]|→)$/u;
const ENDS_OF_PAIR = new Set("\n、・/&→)の 。");

/** サントス beside them: what people abroad are called, and nothing else. */
function isLoneSurname(text: string, { start, end }: Item): boolean {
  if (isKatakana(text.charCodeAt(start))) return isForeignName(lookUp(katakanaTrie(), text, start, end));
  const payload = end - start > 3 ? 0 : lookUp(nameTrie(), text, start, end);
  return surnameTier(payload) === 3 || (surnameTier(payload) === 2 && wordTier(payload) < 2 && !isPlace(payload));
}

const OF_THE_FAMILY = 0.5;
const SHORTEST_FULL_NAME = 3;

/** 佐藤健一・花子様: the surname once for both. */
function isFamily(text: string, { start, end }: Item, before: Item): boolean {
  return text[start - 1] === "・" && before.end === start - 1 && before.end - before.start >= SHORTEST_FULL_NAME && isGivenOnly(lookUp(nameTrie(), text, start, end));
}

/** 和江 is rare, and nothing else. */
const isGivenOnly = (payload: number): boolean => givenTier(payload) >= 2 || (givenTier(payload) === 1 && surnameTier(payload) === 0 && wordTier(payload) === 0);


/** What stands between the separators, less marks in front, titles, honorifics and notes. Known names are items of their own. */
function itemsOf(text: string, from: number, to: number, known: readonly NameCandidate[]): Item[] {
  const items: Item[] = [];
  let next = 0;
  const add = (start: number, end: number): void => {
    let at = start;
    let isFirst = true;
    while (next < known.length && known[next].start < end) {
      const name = known[next++];
      if (name.start < at) continue;
      if (name.start - at > 1) push(at, name.start, name, false);
      items.push({ start: name.start, end: name.end, shape: 0, isName: true });
      at = name.end;
      isFirst = false;
      // さん, (高松市) and a particle belong to the name before.
      at += TAIL_OF_A_NAME.exec(text.slice(at, end))?.[0].length ?? 0;
    }
    if (end - at > 1) push(at, end, isFirst ? undefined : items[items.length - 1], true);
  };
  const push = (start: number, end: number, beside: { start: number; end: number } | undefined, isLast: boolean): void => {
    const raw = text.slice(start, end);
    const first = start + (LEADING.exec(raw)?.[0].length ?? 0);
    const last = withoutTitle(text, first, end - (TRAILING.exec(raw)?.[0].length ?? 0));
    if (last - first < 2 || !LETTERS.test(text.slice(first, last))) return;
    // 松岡 和也 市橋 源太郎 新垣 学: as many words each as the name that is known.
    const parts = partsOf(text, first, last);
    const size = beside === undefined ? 0 : partsOf(text, beside.start, beside.end).length;
    if (size > 0 && parts.length > size && parts.length % size === 0) {
      for (let i = 0; i < parts.length; i += size) items.push({ start: parts[i].start, end: parts[i + size - 1].end, shape: NaN, isName: false });
    } else if (parts.length > 2 && isLast) items.push({ start: first, end: parts[0].end, shape: NaN, isName: false });
    else items.push({ start: first, end: last, shape: NaN, isName: false });
  };
  SEPARATOR.lastIndex = 0;
  let at = from;
  const line = text.slice(from, to);
  for (const match of line.matchAll(SEPARATOR)) {
    const stop = from + match.index;
    // ・ and spaces inside a known name part nothing.
    if (next < known.length && known[next].start < stop && known[next].end > stop) continue;
    add(at, stop);
    at = stop + match[0].length;
  }
  add(at, to);
  return items;
}

const TAIL_OF_A_NAME = /^(?: ?(?:さん|さま|くん|ちゃん|各氏|両氏|様|氏|殿|君|先生|委員|部長|課長|係長|会長|副会長))?(?: ?\([^()\n]{1,24}\))?[はがのにをとも]?/u;

function withoutTitle(text: string, start: number, end: number): number {
  for (let at = Math.max(start + 2, end - 6); at < end; at++) if (titleAt(text, at)?.length === end - at || (kanaHonorificAt(text, at) && end - at <= 4)) return at;
  return end;
}

function partsOf(text: string, start: number, end: number): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  for (const match of text.slice(start, end).matchAll(/[^ ]+/gu)) parts.push({ start: start + match.index, end: start + match.index + match[0].length });
  return parts;
}

/** Lines that begin as a known name's line does: "1. 佐藤花子", "・佐藤花子", "受付……佐藤花子", "佐藤花子". */
function linesAround(text: string, known: readonly NameCandidate[], isFree: (start: number, end: number) => boolean, found: NameCandidate[]): void {
  // Starts of lines with a name, by how they begin; names that are found on the way count as well.
  const beginnings = new Map<number, string>();
  const queue: number[] = [];
  const counts = new Map<string, number>();
  const note = ({ start, end }: NameCandidate): void => {
    const line = lineStart(text, start, LONGEST_BEGINNING);
    if (line < 0 || beginnings.has(line) || !ENDS_ITEM.test(text.slice(end, end + 8))) return;
    const pattern = patternOf(text.slice(line, start));
    beginnings.set(line, pattern);
    counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
    queue.push(line);
  };
  for (const one of known) note(one);
  for (const one of found) note(one);
  while (queue.length > 0) {
    const line = queue.shift() ?? 0;
    const pattern = beginnings.get(line) ?? "";
    for (const other of [lineAbove(text, line), lineBelow(text, line)]) {
      if (other < 0 || beginnings.has(other)) continue;
      const item = itemOfLine(text, other, pattern);
      if (item === undefined || !isFree(item.start, item.end)) continue;
      const isBetween = isLike(beginnings, lineAbove(text, other), pattern) && isLike(beginnings, lineBelow(text, other), pattern);
      const odds = oddsOfShape(text.slice(item.start, item.end)) + (isBetween ? ABOVE_AND_BELOW : ABOVE_OR_BELOW) + ((counts.get(pattern) ?? 0) >= ROSTER ? IN_A_ROSTER : 0);
      if (odds < LEAST) continue;
      const candidate = { ...item, odds };
      found.push(candidate);
      note(candidate);
    }
  }
}

const LONGEST_BEGINNING = 24;
const ENDS_ITEM = /^(?: ?(?:さん|さま|くん|ちゃん|様|氏|殿|君|先生|委員))? ?(?:$|[\n\t,、()|/;:"…]| {1,}|-{2,}|\.{3,})/u;
const isLike = (beginnings: ReadonlyMap<number, string>, line: number, pattern: string): boolean => line >= 0 && beginnings.get(line) === pattern;

/** Words, numbers and spaces as one sign each: 受付…… and 駐車場…… are alike, "9. " and "10. " too. */
const patternOf = (beginning: string): string => beginning.replace(/\d+/gu, "0").replace(/[\p{L}\p{M}々ー・]+/gu, "W").replace(/[①-⑳]/gu, "①").replace(/ +/gu, " ").replace(/…+|‥+|\.{3,}/gu, "…");

const LINE_FEED = 0x0a;

/** -1 where it is further than `reach`. */
function lineStart(text: string, at: number, reach: number): number {
  for (let i = at; at - i <= reach; i--) if (i === 0 || text.charCodeAt(i - 1) === LINE_FEED) return i;
  return -1;
}

/** As `lineStart`. */
function lineEnd(text: string, at: number, reach: number): number {
  for (let i = at; i - at <= reach; i++) if (i >= text.length || text.charCodeAt(i) === LINE_FEED) return i;
  return -1;
}

const lineAbove = (text: string, line: number): number => (line === 0 ? -1 : lineStart(text, line - 1, LONGEST_LINE));

function lineBelow(text: string, line: number): number {
  const end = lineEnd(text, line, LONGEST_LINE);
  return end < 0 || end + 1 >= text.length ? -1 : end + 1;
}

/** The term at the place where the line has begun as the pattern says. */
function itemOfLine(text: string, line: number, pattern: string): { start: number; end: number } | undefined {
  const stop = lineEnd(text, line, LONGEST_BEGINNING * 3);
  const whole = text.slice(line, stop < 0 ? line + LONGEST_BEGINNING * 3 : stop);
  for (const match of whole.slice(0, LONGEST_BEGINNING + 1).matchAll(/(?<![\p{Script=Han}ァ-ヴー])[\p{Script=Han}ァ-ヴーぁ-ゖ]/gu)) {
    if (patternOf(whole.slice(0, match.index)) !== pattern) continue;
    TERM.lastIndex = match.index;
    const term = TERM.exec(whole)?.[0].trimEnd();
    if (term === undefined || !ENDS_ITEM.test(whole.slice(match.index + term.length))) return undefined;
    return { start: line + match.index, end: withoutTitle(text, line + match.index, line + match.index + term.length) };
  }
  return undefined;
}

const TERM = /[\p{Script=Han}ァ-ヴーぁ-ゖ々]{1,10}(?:[・ ][\p{Script=Han}ァ-ヴーぁ-ゖ々]{1,8}){0,3}(?! ?[\p{L}])/uy;

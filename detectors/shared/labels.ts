/** Words that say what a value is, standing before it: on the same line, in the cell to its left, or alone on the line above. */

/** More than the longest label with a space between all of its characters. */
const LONGEST_LABEL = 40;
const TAB = 0x09;
const LINE_FEED = 0x0a;
const SPACE = 0x20;

/** Prepared when it is first asked for: a file without digits needs no label of a number. */
export class Labels {
  /** No label begins from `clearFrom` on and before `clearTo` in the text: what stands before one place is not read again for the next. */
  clearText = "";
  clearFrom = 0;
  clearTo = 0;
  private single: readonly string[] | undefined;
  private ones: Uint8Array | undefined;
  private ends: Uint8Array | undefined;
  private groups: Beginnings | undefined;

  constructor(private readonly labels: readonly string[]) {}

  /** Labels of one character. */
  get ofOne(): readonly string[] {
    return (this.single ??= this.labels.filter(({ length }) => length === 1).map((label) => label.toLowerCase()));
  }

  /** At the low bits of every character that a label begins with: BEGINS, and WHOLE where it is all of one. */
  get firsts(): Uint8Array {
    return (this.ones ??= firstsOf(this.labels));
  }

  /** 1 at the low bits of every character that a label ends with. */
  get lasts(): Uint8Array {
    return (this.ends ??= lastsOf(this.labels));
  }

  /** Labels by the two characters they begin with. */
  get beginnings(): Beginnings {
    return (this.groups ??= grouped(this.labels));
  }
}

interface Beginnings {
  /** By the hash of two characters: whether a label begins with them, and which ones do, in small letters and the longest first. */
  readonly pairs: Uint8Array;
  readonly groups: ReadonlyMap<number, readonly string[]>;
}

const BEGINS = 1;
const WHOLE = 2;
const FIRST_BITS = 0xfff;
const PAIR_BITS = 0x1fff;
const pairHash = (first: number, second: number): number => (Math.imul(first, 0x9e37) ^ second) & PAIR_BITS;

/** How a label's run can begin, for `RunEdges`: "電話", "電 話" and what stands behind; "tel", "t el". */
export function beginningsOf(labels: readonly string[]): string[] {
  const beginnings = new Set<string>();
  for (const label of labels) addBeginnings(label.toLowerCase(), 0, "", beginnings);
  return [...beginnings];
}

/** All ways in which a label's pattern can go on from its character `i` to the third: `gap` where a space may stand there. */
function addBeginnings(label: string, i: number, prefix: string, into: Set<string>, gap = i > 0): void {
  if (prefix.length === 3) into.add(prefix);
  else if (i === label.length) for (const written of [prefix, prefix.toUpperCase(), prefix[0].toUpperCase() + prefix.slice(1), prefix[0] + prefix.slice(1).toUpperCase()]) into.add(written);
  else {
    if (gap) addBeginnings(label, i, `${prefix} `, into, false);
    if (label[i] !== " ") addBeginnings(label, i + 1, prefix + label[i], into);
    else for (const mark of ["", " ", "_", "-"]) addBeginnings(label, i + 1, prefix + mark, into);
  }
}

/** Labels by how they begin, so that a place is tried for the two or three that can stand there and not for all. */
function grouped(labels: readonly string[]): Beginnings {
  const groups = new Map<number, string[]>();
  const pairs = new Uint8Array(PAIR_BITS + 1);
  for (const label of labels.map((one) => one.toLowerCase()).sort((a, b) => b.length - a.length)) {
    for (const beginning of pairsOf(label)) {
      const hash = pairHash(beginning.charCodeAt(0), beginning.charCodeAt(1));
      pairs[hash] = 1;
      const group = groups.get(hash);
      if (group === undefined) groups.set(hash, [label]);
      else if (group[group.length - 1] !== label) group.push(label);
    }
  }
  return { pairs, groups };
}

/** The first two characters of a label as it may be written: "電話", "電 話"; "Tel", "TEL", "tel". */
function pairsOf(label: string): string[] {
  const cases = (char: string): string[] => [...new Set([char.toLowerCase(), char.toUpperCase()])];
  const [first, second] = label;
  return cases(first).flatMap((a) => (second === undefined ? [a] : [" ", ...cases(second)].map((b) => a + b)));
}

/**
 * Prepares a list of labels. Letters and kanji may be set apart by a space ("電 話", "T E L"); a space in a label may be a space,
 * "_", "-" or nothing ("phone number" is phone_number and phoneNumber too).
 */
export const labelPattern = (labels: readonly string[]): Labels => new Labels(labels);

function firstsOf(labels: readonly string[]): Uint8Array {
  const firsts = new Uint8Array(FIRST_BITS + 1);
  for (const label of labels) for (const first of [label.toLowerCase(), label.toUpperCase()]) firsts[first.charCodeAt(0) & FIRST_BITS] |= label.length === 1 ? WHOLE : BEGINS;
  return firsts;
}

/** With the two characters beyond ASCII that an expression takes for letters of it where case does not count: ſ and the Kelvin sign. */
function lastsOf(labels: readonly string[]): Uint8Array {
  const lasts = new Uint8Array(FIRST_BITS + 1);
  for (const label of labels) for (const written of [label.toLowerCase(), label.toUpperCase()]) lasts[written.charCodeAt(written.length - 1) & FIRST_BITS] = 1;
  for (const [letter, other] of [[0x73, 0x17f], [0x6b, 0x212a]] as const) lasts[other & FIRST_BITS] |= lasts[letter];
  return lasts;
}

/**
 * Where the text begins that may hold a value's label: its line and the cell before it, or the line above where the value stands
 * first on its own and that line is no row of cells.
 */
function windowStart(text: string, start: number, size: number): number {
  const stop = Math.max(0, start - size);
  let crossed = false;
  let lineStart = -1;
  let blank = true;
  for (let i = start; i > stop; i--) {
    const code = text.charCodeAt(i - 1);
    if (code === LINE_FEED || code === TAB) {
      if (code === TAB && lineStart >= 0) return lineStart;
      if (!blank && (crossed || code === LINE_FEED)) return i;
      if (code === LINE_FEED && lineStart < 0) lineStart = i;
      crossed = true;
      blank = true;
    } else if (code !== SPACE) blank = false;
  }
  return stop;
}

export const isUpper = (code: number): boolean => code >= 0x41 && code <= 0x5a;
export const isLower = (code: number): boolean => code >= 0x61 && code <= 0x7a;
export const isLetter = (code: number): boolean => isUpper(code) || isLower(code);

/** "tel" in "hotel" and "telnet" is no label; in "homeTel" and "telNumber" it is. */
export function isWord(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  const last = text.charCodeAt(end - 1);
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  if (isLetter(first) && isLetter(before) && !(isUpper(first) && isLower(before))) return false;
  return !(isLetter(last) && isLetter(after) && !(isUpper(after) && isLower(last)));
}

/**
 * How far before `start` the nearest label ends, in characters.
 * @param text normalised
 * @param maxDistance between the label's end and `start`
 */
export function labelBefore(text: string, start: number, labels: Labels, maxDistance: number): number | undefined {
  if (!mayEndNear(text, start, labels.lasts, maxDistance)) return undefined;
  if (text !== labels.clearText) labels.clearFrom = labels.clearTo = 0;
  // The same text may be another string: the next comparison is then one of addresses.
  labels.clearText = text;
  const { clearFrom, clearTo } = labels;
  const stop = Math.max(0, start - maxDistance - LONGEST_LABEL);
  let distance: number | undefined;
  let isClear = true;
  let i = start;
  while (i > stop) {
    if (i <= clearTo && i > clearFrom) {
      i = clearFrom;
      continue;
    }
    const end = labelEnd(text, --i, labels);
    if (end < 0) continue;
    if (isClear) setClear(labels, i + 1, start);
    isClear = false;
    if (end > start || start - end > maxDistance) continue;
    if (i >= windowStart(text, start, maxDistance + LONGEST_LABEL)) distance = start - end;
    break;
  }
  if (isClear) setClear(labels, i, start);
  return distance;
}

/** Whether a character that labels end with is as near as a label has to be: before most places none is. */
function mayEndNear(text: string, start: number, lasts: Uint8Array, maxDistance: number): boolean {
  const stop = Math.max(0, start - maxDistance - 1);
  for (let i = start - 1; i >= stop; i--) if (lasts[text.charCodeAt(i) & FIRST_BITS] !== 0) return true;
  return false;
}

function setClear(labels: Labels, from: number, to: number): void {
  // What is known already goes further on.
  if (to <= labels.clearTo && from >= labels.clearFrom) return;
  labels.clearFrom = from;
  labels.clearTo = to;
}

/** Where the label ends that begins at `start`, as a word of its own; -1 where none does. */
function labelEnd(text: string, start: number, labels: Labels): number {
  const code = text.charCodeAt(start);
  const first = labels.firsts[code & FIRST_BITS];
  if (first === 0) return -1;
  const longer = longestAt(text, start, labels);
  if (longer >= 0) return isWord(text, start, longer) ? longer : -1;
  if ((first & WHOLE) === 0) return -1;
  for (const label of labels.ofOne) if (endOfLabel(text, start, label) >= 0) return isWord(text, start, start + 1) ? start + 1 : -1;
  return -1;
}

/** Where the longest label of two or more characters ends that begins at `start`, -1 where none does. An expression of all labels would take milliseconds to compile. */
function longestAt(text: string, start: number, { beginnings: { pairs, groups } }: Labels): number {
  const hash = pairHash(text.charCodeAt(start), text.charCodeAt(start + 1));
  if (pairs[hash] === 0) return -1;
  for (const label of groups.get(hash) ?? []) {
    const end = endOfLabel(text, start, label);
    if (end >= 0) return end;
  }
  return -1;
}

/** Where a label ends that is written at `start`, -1 where it is not: a space may part any two of its characters, and a space of its own may be written in four ways. */
function endOfLabel(text: string, start: number, label: string): number {
  let at = start;
  for (let i = 0; i < label.length; i++) {
    if (i > 0 && text.charCodeAt(at) === SPACE) at++;
    const wanted = label.charCodeAt(i);
    const code = text.charCodeAt(at);
    if (wanted === SPACE) {
      if (code === SPACE || code === 0x5f || code === 0x2d) at++;
    } else if (code === wanted || folded(code) === wanted) at++;
    else return -1;
  }
  return at;
}

/** A small letter for a letter's every form, as expressions fold them where case does not count: of ASCII, ſ and the Kelvin sign, and others' capitals. */
function folded(code: number): number {
  if (code < 0x80) return isUpper(code) ? code + 0x20 : code;
  if (code >= 0x2c00) return code;
  return code === 0x17f ? 0x73 : String.fromCharCode(code).toLowerCase().charCodeAt(0);
}

/** Where the label of two or more characters ends that begins exactly at `start`, as a word of its own. */
export function labelAt(text: string, start: number, labels: Labels): number | undefined {
  const end = longestAt(text, start, labels);
  return end >= 0 && isWord(text, start, end) ? end : undefined;
}

/** Words that say what a value is, standing before it: on the same line, in the cell to its left, or alone on the line above. */

/** More than the longest label with a space between all of its characters. */
const LONGEST_LABEL = 40;
const TAB = 0x09;
const LINE_FEED = 0x0a;
const SPACE = 0x20;

/** Prepared when it is first asked for: a file without digits needs no label of a number. */
export interface Labels {
  /** Sticky: one attempt at one offset. */
  readonly pattern: RegExp;
  /** 1 at the low bits of every character that a label begins with. */
  readonly firsts: Uint8Array;
  /** Labels by the two characters they begin with. */
  readonly beginnings: Beginnings;
}

interface Beginnings {
  /** By the hash of two characters: whether a label begins with them, which ones do, and their pattern once it was asked for. */
  readonly pairs: Uint8Array;
  readonly groups: ReadonlyMap<number, readonly string[]>;
  readonly patterns: Map<number, RegExp>;
}

const FIRST_BITS = 0x3ff;
const PAIR_BITS = 0x1fff;
const pairHash = (first: number, second: number): number => (Math.imul(first, 0x9e37) ^ second) & PAIR_BITS;

/** How a label's run can begin, for `RunEdges`: "電話", "電 話"; "Tel", "TEL", "tel". */
export function beginningsOf(labels: readonly string[]): string[] {
  const beginnings = new Set<string>();
  for (const label of labels) {
    const [first, second] = label;
    for (const a of [first.toLowerCase(), first.toUpperCase()]) {
      if (second === undefined) beginnings.add(a);
      else for (const b of [" ", second.toLowerCase(), second.toUpperCase()]) beginnings.add(a + b);
    }
  }
  return [...beginnings];
}

const sourceOf = (label: string): string =>
  Array.from(label, (char) => (char === " " ? "[ _-]?" : char.replace(/[.*+?^${}()|[\]\\/]/u, "\\$&"))).join(" ?");
const patternOf = (labels: readonly string[]): RegExp => new RegExp([...labels].sort((a, b) => b.length - a.length).map(sourceOf).join("|"), "iuy");

/** Labels by how they begin, so that a place is tried for the two or three that can stand there and not for all. */
function grouped(labels: readonly string[]): Beginnings {
  const groups = new Map<number, string[]>();
  for (const label of labels) {
    for (const hash of new Set(beginningsOf([label]).map((beginning) => pairHash(beginning.charCodeAt(0), beginning.charCodeAt(1))))) {
      const group = groups.get(hash);
      if (group === undefined) groups.set(hash, [label]);
      else group.push(label);
    }
  }
  const pairs = new Uint8Array(PAIR_BITS + 1);
  for (const hash of groups.keys()) pairs[hash] = 1;
  return { pairs, groups, patterns: new Map() };
}

/**
 * Prepares a list of labels. Letters and kanji may be set apart by a space ("電 話", "T E L"); a space in a label may be a space,
 * "_", "-" or nothing ("phone number" is phone_number and phoneNumber too). Linear: every repetition is of at most one.
 */
export function labelPattern(labels: readonly string[]): Labels {
  let pattern: RegExp | undefined;
  let firsts: Uint8Array | undefined;
  let beginnings: Beginnings | undefined;
  return {
    get pattern() {
      return (pattern ??= patternOf(labels));
    },
    get firsts() {
      return (firsts ??= firstsOf(labels));
    },
    get beginnings() {
      return (beginnings ??= grouped(labels));
    },
  };
}

function firstsOf(labels: readonly string[]): Uint8Array {
  const firsts = new Uint8Array(FIRST_BITS + 1);
  for (const label of labels) for (const first of [label.toLowerCase(), label.toUpperCase()]) firsts[first.charCodeAt(0) & FIRST_BITS] = 1;
  return firsts;
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
  const { firsts } = labels;
  let from = -1;
  const stop = Math.max(0, start - maxDistance - LONGEST_LABEL);
  for (let i = start - 1; i >= stop; i--) {
    if (firsts[text.charCodeAt(i) & FIRST_BITS] === 0) continue;
    const { pattern } = labels;
    pattern.lastIndex = i;
    if (!pattern.test(text)) continue;
    const end = pattern.lastIndex;
    if (end > start || start - end > maxDistance || !isWord(text, i, end)) continue;
    if (from < 0) from = windowStart(text, start, maxDistance + LONGEST_LABEL);
    return i >= from ? start - end : undefined;
  }
  return undefined;
}

/** Where the label of two or more characters ends that begins exactly at `start`, as a word of its own. */
export function labelAt(text: string, start: number, { beginnings: { pairs, groups, patterns } }: Labels): number | undefined {
  const hash = pairHash(text.charCodeAt(start), text.charCodeAt(start + 1));
  if (pairs[hash] === 0) return undefined;
  let pattern = patterns.get(hash);
  if (pattern === undefined) patterns.set(hash, (pattern = patternOf(groups.get(hash) ?? [])));
  pattern.lastIndex = start;
  return pattern.test(text) && isWord(text, start, pattern.lastIndex) ? pattern.lastIndex : undefined;
}

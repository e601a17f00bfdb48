/** Words that say what a value is, standing before it: on the same line, in the cell to its left, or alone on the line above. */

/** More than the longest label with a space between all of its characters. */
const LONGEST_LABEL = 40;
const TAB = 0x09;
const LINE_FEED = 0x0a;
const SPACE = 0x20;

/**
 * One expression for a list of labels. Letters and kanji may be set apart by a space ("電 話", "T E L"); a space in a label may be
 * a space, "_", "-" or nothing ("phone number" is phone_number and phoneNumber too). Linear: every repetition is of at most one.
 */
export function labelPattern(labels: readonly string[]): RegExp {
  const sources = [...labels]
    .sort((a, b) => b.length - a.length)
    .map((label) => [...label].map((char) => (char === " " ? "[ _-]?" : char.replace(/[.*+?^${}()|[\]\\/-]/u, "\\$&"))).join(" ?"));
  return new RegExp(sources.join("|"), "giu");
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

const isUpper = (code: number): boolean => code >= 0x41 && code <= 0x5a;
const isLower = (code: number): boolean => code >= 0x61 && code <= 0x7a;
const isLetter = (code: number): boolean => isUpper(code) || isLower(code);

/** "tel" in "hotel" and "telnet" is no label; in "homeTel" and "telNumber" it is. */
function isWord(text: string, start: number, end: number): boolean {
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
 * @param labels made by `labelPattern`
 * @param maxDistance between the label's end and `start`
 */
export function labelBefore(text: string, start: number, labels: RegExp, maxDistance: number): number | undefined {
  const from = windowStart(text, start, maxDistance + LONGEST_LABEL);
  const window = text.slice(from, start);
  let nearest: number | undefined;
  labels.lastIndex = 0;
  for (let match = labels.exec(window); match !== null; match = labels.exec(window)) {
    const end = match.index + match[0].length;
    if (window.length - end <= maxDistance && isWord(window, match.index, end)) nearest = window.length - end;
    // Labels that share characters ("番号" in "電話番号") are found in turn.
    else labels.lastIndex = match.index + 1;
  }
  return nearest;
}

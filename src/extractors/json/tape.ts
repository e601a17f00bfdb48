/**
 * JSON as a tape: its values in document order in flat arrays, so that depth costs no stack and size no objects. Reads whatever
 * stands there (comments, JSON5, several values, missing brackets) and counts what a strict parser would refuse.
 */

export const OBJECT = 1;
export const ARRAY = 2;
export const KEY = 3;
export const STRING = 4;
/** A number, a literal, or a word that should not be there. */
export const SCALAR = 5;
export const COMMENT = 6;

export interface Tape {
  readonly source: string;
  readonly length: number;
  readonly kinds: Uint8Array;
  /** Where node i stands in the source: containers with their brackets, strings without their quotes. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** The node after node i and all that is in it. */
  readonly nexts: Uint32Array;
  /** The container that node i is in, -1 at the top. */
  readonly parents: Int32Array;
  readonly errors: number;
}

export interface TapeOptions {
  readonly maxNodes: number;
  readonly tick?: () => void;
}

const NODES_BETWEEN_TICKS = 2 ** 18;

/** Undefined where the source has more than `maxNodes` values. Linear in the source. */
export function parseTape(source: string, { maxNodes, tick }: TapeOptions): Tape | undefined {
  const { length } = source;
  let capacity = Math.max(64, Math.min(maxNodes, length >>> 4));
  let kinds = new Uint8Array(capacity);
  let starts = new Uint32Array(capacity);
  let ends = new Uint32Array(capacity);
  let nexts = new Uint32Array(capacity);
  let parents = new Int32Array(capacity);
  let count = 0;
  let current = -1;
  let errors = 0;
  let hasMoreQuotes = true;

  const add = (kind: number, start: number, end: number): void => {
    if (count === capacity) {
      capacity *= 2;
      const larger = <T extends Uint8Array | Uint32Array | Int32Array>(old: T, next: T): T => {
        next.set(old);
        return next;
      };
      kinds = larger(kinds, new Uint8Array(capacity));
      starts = larger(starts, new Uint32Array(capacity));
      ends = larger(ends, new Uint32Array(capacity));
      nexts = larger(nexts, new Uint32Array(capacity));
      parents = larger(parents, new Int32Array(capacity));
    }
    kinds[count] = kind;
    starts[count] = start;
    ends[count] = end;
    parents[count] = current;
    nexts[count] = ++count;
    if (count % NODES_BETWEEN_TICKS === 0) tick?.();
  };
  const closeContainer = (end: number): void => {
    ends[current] = end;
    nexts[current] = count;
    current = parents[current];
  };

  let lineBreak = -1;
  /** -1 where there is none; `lineBreak` is the first one before it. */
  const closingQuote = (from: number): number => {
    for (let at = from; at < length; at++) {
      const code = source.charCodeAt(at);
      if (code === BACKSLASH) at++;
      else if (code === QUOTE) return at;
      else if (code === LF && lineBreak < 0) lineBreak = at;
    }
    return -1;
  };

  for (let at = 0; at < length; ) {
    if (count >= maxNodes) return undefined;
    const code = source.charCodeAt(at);
    if (code <= 0x20 || code === COMMA || code === 0xfeff) at++;
    else if (code === QUOTE) {
      lineBreak = -1;
      const close = hasMoreQuotes ? closingQuote(at + 1) : -1;
      if (close < 0) hasMoreQuotes = false;
      if (close >= 0 && (lineBreak < 0 || isFollowedByPunctuation(source, close + 1))) {
        if (lineBreak >= 0) errors++;
        add(STRING, at + 1, close);
        at = close + 1;
      } else {
        // Never closed, or closed where the next string begins: it ends with its line.
        errors++;
        const end = lineBreak >= 0 ? lineBreak : endOfLine(source, at);
        add(STRING, at + 1, end);
        at = end;
      }
    } else if (code === COLON) {
      if (count > 0 && parents[count - 1] === current && (kinds[count - 1] === STRING || kinds[count - 1] === SCALAR)) kinds[count - 1] = KEY;
      else errors++;
      at++;
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      add(code === OPEN_BRACE ? OBJECT : ARRAY, at, at);
      current = count - 1;
      at++;
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      at++;
      if (current < 0 || (kinds[current] === OBJECT) !== (code === CLOSE_BRACE)) errors++;
      if (current >= 0) closeContainer(at);
    } else if (code === SLASH && (source.charCodeAt(at + 1) === SLASH || source.charCodeAt(at + 1) === STAR)) {
      const isLine = source.charCodeAt(at + 1) === SLASH;
      const close = isLine ? endOfLine(source, at) : source.indexOf("*/", at + 2);
      const end = close < 0 ? length : close;
      add(COMMENT, Math.min(at + 2, end), end);
      at = isLine || close < 0 ? end : end + 2;
    } else if (code === APOSTROPHE) {
      errors++;
      let end = at + 1;
      while (end < length && source.charCodeAt(end) !== APOSTROPHE && source.charCodeAt(end) !== LF) end++;
      add(STRING, at + 1, end);
      at = source.charCodeAt(end) === APOSTROPHE ? end + 1 : end;
    } else {
      let end = at + 1;
      while (end < length && !ENDS_WORD[Math.min(source.charCodeAt(end), 0x7f)]) end++;
      if (!isValidScalar(source, at, end)) errors++;
      add(SCALAR, at, end);
      at = end;
    }
  }
  if (current >= 0) errors++;
  while (current >= 0) closeContainer(length);
  return { source, length: count, kinds, starts, ends, nexts, parents, errors };
}

const LF = 0x0a;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const COMMA = 0x2c;
const COLON = 0x3a;
const SLASH = 0x2f;
const STAR = 0x2a;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

const ENDS_WORD = Uint8Array.from({ length: 0x80 }, (_, code) => Number(code <= 0x20 || ',:{}[]"'.includes(String.fromCharCode(code))));

function endOfLine(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) return at;
  }
  return source.length;
}

function isFollowedByPunctuation(source: string, from: number): boolean {
  let at = from;
  while (at < from + 64 && source.charCodeAt(at) <= 0x20) at++;
  return at >= source.length || ",:}]".includes(source.charAt(at));
}

const SCALAR_FORM = /^(?:-?\d{1,400}(?:\.\d{1,400})?(?:[eE][+-]?\d{1,9})?|true|false|null)$/u;

function isValidScalar(source: string, start: number, end: number): boolean {
  return end - start <= 900 && SCALAR_FORM.test(source.slice(start, end));
}

/** Rich Text, cut into its smallest pieces (RTF 1.9.1, "RTF Syntax"). Any bytes give tokens: nothing throws, nothing runs back. */

export type RtfToken =
  | "open"
  | "close"
  /** `\word` or `\word-12`: `word` and `parameter`. */
  | "word"
  /** `\~`, `\*`, ...: `word` is the character. */
  | "symbol"
  /** `\'hh`: `byte`. */
  | "byte"
  /** Bytes [start, end) as they are. */
  | "text"
  /** What follows `\binN`: bytes [start, end) of any value. */
  | "binary"
  | "end";

export interface RtfTokens {
  next(): RtfToken;
  readonly word: string;
  readonly parameter: number | undefined;
  readonly byte: number;
  readonly start: number;
  readonly end: number;
  /** Where the next token begins. */
  readonly position: number;
}

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const MINUS = 0x2d;
/** The specification's limit; longer words are read to their end all the same. */
const MAX_DIGITS = 10;

const isLetter = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

export function readTokens(bytes: Uint8Array): RtfTokens {
  const b = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let p = 0;
  let binary = 0;
  const tokens = {
    next, word: "", parameter: undefined as number | undefined, byte: 0, start: 0, end: 0,
    get position() {
      return p;
    },
  };
  return tokens;

  function next(): RtfToken {
    if (binary > 0) {
      tokens.start = p;
      p = tokens.end = Math.min(b.length, p + binary);
      binary = 0;
      return "binary";
    }
    // Line ends are no text: writers break lines anywhere.
    while (p < b.length && (b[p] === 0x0d || b[p] === 0x0a)) p++;
    if (p >= b.length) return "end";
    switch (b[p]) {
      case OPEN:
        p++;
        return "open";
      case CLOSE:
        p++;
        return "close";
      case BACKSLASH:
        return control();
      default:
        return text();
    }
  }

  function text(): RtfToken {
    tokens.start = p;
    while (p < b.length && b[p] !== OPEN && b[p] !== CLOSE && b[p] !== BACKSLASH && b[p] !== 0x0d && b[p] !== 0x0a) p++;
    tokens.end = p;
    return "text";
  }

  function control(): RtfToken {
    const first = b[++p];
    if (first === undefined) return "end";
    if (first === 0x27) {
      const value = Number.parseInt(b.toString("latin1", p + 1, p + 3), 16);
      tokens.byte = Number.isNaN(value) ? 0x20 : value;
      p = Math.min(b.length, p + 3);
      return "byte";
    }
    if (!isLetter(first)) {
      p++;
      // A line end behind a backslash ends the paragraph.
      if (first === 0x0d && b[p] === 0x0a) p++;
      tokens.word = first === 0x0d || first === 0x0a ? "\n" : String.fromCharCode(first);
      tokens.parameter = undefined;
      return "symbol";
    }
    const wordStart = p;
    while (p < b.length && isLetter(b[p])) p++;
    tokens.word = b.toString("latin1", wordStart, p);
    const numberStart = p;
    if (b[p] === MINUS && isDigit(b[p + 1])) p++;
    while (p < b.length && isDigit(b[p])) p++;
    tokens.parameter = p === numberStart ? undefined : Number(b.toString("latin1", numberStart, Math.min(p, numberStart + MAX_DIGITS + 1)));
    if (b[p] === 0x20) p++;
    if (tokens.word === "bin" && tokens.parameter !== undefined && tokens.parameter > 0) binary = tokens.parameter;
    return "word";
  }
}

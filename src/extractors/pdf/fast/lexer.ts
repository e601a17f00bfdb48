/** Tokens of PDF (ISO 32000-1, 7.2 and 7.3), of files and of content streams alike. */

/** The document is not plain enough for this reader: another one must read it. Never seen outside this folder. */
export class NotPlain extends Error {
  override readonly name = "NotPlain";
}

export interface Ref {
  readonly ref: number;
}
export interface Keyword {
  readonly keyword: string;
}
export type Dict = ReadonlyMap<string, Value>;
/** Names are strings; strings are their bytes. */
export type Value = null | boolean | number | string | Uint8Array | Ref | readonly Value[] | Dict;
export type Token = Value | Keyword;

export interface Lexer {
  /** Offset of the next byte to be looked at. */
  position: number;
  /** The next object or keyword; undefined at the end. `10 0 R` is one token where references are allowed. */
  next(): Token | undefined;
}

export const isKeyword = (token: Token | undefined): token is Keyword => typeof token === "object" && token !== null && "keyword" in token;
export const isRef = (value: Value | undefined): value is Ref => typeof value === "object" && value !== null && "ref" in value;
export const isDict = (value: Value | undefined): value is Dict => value instanceof Map;
export const isArray = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);
export const isBytes = (value: Value | undefined): value is Uint8Array => value instanceof Uint8Array;

const MAX_NESTING = 64;
const MAX_NAME_BYTES = 512;

// Classes of bytes (7.2.2): regular, white space, delimiter.
const REGULAR = 0;
const SPACE = 1;
const DELIMITER = 2;
const CLASSES = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) CLASSES[byte] = SPACE;
for (const char of "()<>[]{}/%") CLASSES[char.charCodeAt(0)] = DELIMITER;
const HEX = new Int8Array(256).fill(-1);
for (let i = 0; i < 22; i++) HEX["0123456789abcdefABCDEF".charCodeAt(i)] = i < 16 ? i : i - 6;

export const isSpace = (byte: number): boolean => CLASSES[byte] === SPACE;

/** Operators by their bytes. */
const shortKeywords = new Map<number, Keyword>();
const MAX_KEYWORDS = 4096;

/** @throws NotPlain where the bytes are no well-formed token */
export function createLexer(bytes: Uint8Array, start: number, end: number, allowRefs: boolean): Lexer {
  const lexer: Lexer = { position: start, next: () => read(0) };
  return lexer;

  function skip(): void {
    let at = lexer.position;
    while (at < end) {
      const byte = bytes[at];
      if (byte === 0x25) while (at < end && bytes[at] !== 10 && bytes[at] !== 13) at++;
      else if (CLASSES[byte] === SPACE) at++;
      else break;
    }
    lexer.position = at;
  }

  function read(depth: number): Token | undefined {
    skip();
    if (lexer.position >= end) return undefined;
    const byte = bytes[lexer.position];
    if ((byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2b || byte === 0x2e) return numberOrRef();
    if (CLASSES[byte] === REGULAR) return keyword();
    if (byte === 0x2f) return name();
    if (byte === 0x28) return literal();
    if (byte === 0x3c) return bytes[lexer.position + 1] === 0x3c ? dictionary(depth + 1) : hexadecimal();
    if (byte === 0x5b) return array(depth + 1);
    throw new NotPlain("an unexpected delimiter");
  }

  function numberOrRef(): number | Ref {
    const first = number();
    if (!allowRefs || !Number.isInteger(first) || first < 0) return first;
    const back = lexer.position;
    skip();
    const generation = digits();
    if (generation >= 0) {
      skip();
      if (bytes[lexer.position] === 0x52 && lexer.position < end && (lexer.position + 1 >= end || CLASSES[bytes[lexer.position + 1]] !== REGULAR)) {
        lexer.position++;
        if (generation !== 0) throw new NotPlain("a generation number");
        return { ref: first };
      }
    }
    lexer.position = back;
    return first;
  }

  /** Unsigned digits at the position, else -1. */
  function digits(): number {
    let at = lexer.position;
    let value = 0;
    while (at < end && bytes[at] >= 0x30 && bytes[at] <= 0x39 && at - lexer.position < 10) value = value * 10 + bytes[at++] - 0x30;
    if (at === lexer.position) return -1;
    lexer.position = at;
    return value;
  }

  function number(): number {
    let at = lexer.position;
    const negative = bytes[at] === 0x2d;
    if (negative || bytes[at] === 0x2b) at++;
    let value = 0;
    let scale = 0;
    let count = 0;
    for (; at < end; at++) {
      const byte = bytes[at];
      if (byte >= 0x30 && byte <= 0x39) {
        value = value * 10 + byte - 0x30;
        scale *= 10;
        count++;
      } else if (byte === 0x2e && scale === 0) scale = 1;
      else break;
    }
    if (count === 0 || count > 20 || (at < end && CLASSES[bytes[at]] === REGULAR)) throw new NotPlain("a malformed number");
    lexer.position = at;
    if (scale > 1) value /= scale;
    return negative ? -value : value;
  }

  function keyword(): Token {
    const from = lexer.position;
    let at = from;
    while (at < end && CLASSES[bytes[at]] === REGULAR) at++;
    lexer.position = at;
    const length = at - from;
    const short = length > 3 ? -1 : bytes[from] | (length > 1 ? bytes[from + 1] << 8 : 0) | (length > 2 ? bytes[from + 2] << 16 : 0);
    const known = short < 0 ? undefined : shortKeywords.get(short);
    if (known !== undefined) return known;
    if (length > 32) throw new NotPlain("an overlong keyword");
    let word = "";
    for (let i = from; i < at; i++) word += String.fromCharCode(bytes[i]);
    if (word === "true") return true;
    if (word === "false") return false;
    if (word === "null") return null;
    // A property's name is kept once by the engine, so that operators compare as pointers.
    const [keyword] = Object.keys({ [word]: 0 });
    const made = { keyword };
    if (short >= 0 && shortKeywords.size < MAX_KEYWORDS) shortKeywords.set(short, made);
    return made;
  }

  function name(): string {
    let at = lexer.position + 1;
    let text = "";
    while (at < end && CLASSES[bytes[at]] === REGULAR) {
      let byte = bytes[at++];
      if (byte === 0x23) {
        const high = HEX[bytes[at]];
        const low = HEX[bytes[at + 1]];
        if (at + 1 >= end || high < 0 || low < 0) throw new NotPlain("a malformed name");
        byte = high * 16 + low;
        at += 2;
      }
      text += String.fromCharCode(byte);
      if (text.length > MAX_NAME_BYTES) throw new NotPlain("an overlong name");
    }
    lexer.position = at;
    return text;
  }

  function literal(): Uint8Array {
    const from = lexer.position + 1;
    let at = from;
    // Most strings hold neither escapes nor parentheses nor line ends that must be rewritten.
    while (at < end && bytes[at] !== 0x29 && bytes[at] !== 0x5c && bytes[at] !== 0x28 && bytes[at] !== 13) at++;
    if (at < end && bytes[at] === 0x29) {
      lexer.position = at + 1;
      return bytes.subarray(from, at);
    }
    const out: number[] = [];
    for (let i = from; i < at; i++) out.push(bytes[i]);
    let open = 1;
    while (at < end) {
      const byte = bytes[at++];
      if (byte === 0x29 && --open === 0) {
        lexer.position = at;
        return Uint8Array.from(out);
      }
      if (byte === 0x28) open++;
      if (byte === 13) {
        if (bytes[at] === 10) at++;
        out.push(10);
      } else if (byte !== 0x5c) out.push(byte);
      else {
        const escaped = bytes[at++];
        if (escaped >= 0x30 && escaped <= 0x37) {
          let code = escaped - 0x30;
          for (let i = 0; i < 2 && bytes[at] >= 0x30 && bytes[at] <= 0x37; i++) code = code * 8 + bytes[at++] - 0x30;
          out.push(code & 255);
        } else if (escaped === 13) {
          if (bytes[at] === 10) at++;
        } else if (escaped !== 10) {
          const index = "nrtbf".indexOf(String.fromCharCode(escaped));
          out.push(index >= 0 ? [10, 13, 9, 8, 12][index] : escaped);
        }
      }
    }
    throw new NotPlain("a string without an end");
  }

  function hexadecimal(): Uint8Array {
    let at = lexer.position + 1;
    const close = bytes.indexOf(0x3e, at);
    if (close < 0 || close >= end) throw new NotPlain("a string without an end");
    const out = new Uint8Array((close - at + 1) >> 1);
    let size = 0;
    let high = -1;
    for (; at < close; at++) {
      const digit = HEX[bytes[at]];
      if (digit < 0) {
        if (CLASSES[bytes[at]] !== SPACE) throw new NotPlain("a malformed string");
      } else if (high < 0) high = digit;
      else {
        out[size++] = high * 16 + digit;
        high = -1;
      }
    }
    if (high >= 0) out[size++] = high * 16;
    lexer.position = close + 1;
    return size === out.length ? out : out.subarray(0, size);
  }

  function array(depth: number): readonly Value[] {
    if (depth > MAX_NESTING) throw new NotPlain("nested too deep");
    lexer.position++;
    const values: Value[] = [];
    for (;;) {
      skip();
      if (lexer.position >= end) throw new NotPlain("an array without an end");
      if (bytes[lexer.position] === 0x5d) break;
      values.push(value(depth));
    }
    lexer.position++;
    return values;
  }

  function dictionary(depth: number): Dict {
    if (depth > MAX_NESTING) throw new NotPlain("nested too deep");
    lexer.position += 2;
    const entries = new Map<string, Value>();
    for (;;) {
      skip();
      if (lexer.position >= end) throw new NotPlain("a dictionary without an end");
      if (bytes[lexer.position] === 0x3e) break;
      if (bytes[lexer.position] !== 0x2f) throw new NotPlain("a dictionary's key is no name");
      const key = name();
      // Of two entries with one key, readers differ in which they take.
      if (entries.has(key)) throw new NotPlain("a key twice");
      entries.set(key, value(depth));
    }
    if (bytes[lexer.position + 1] !== 0x3e) throw new NotPlain("a dictionary without an end");
    lexer.position += 2;
    return entries;
  }

  function value(depth: number): Value {
    const token = read(depth);
    if (token === undefined || isKeyword(token)) throw new NotPlain("a keyword where a value should be");
    return token;
  }
}

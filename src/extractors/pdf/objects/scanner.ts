/**
 * Tokens of PDF for files that are broken or made to look so (ISO 32000-1, 7.2 and 7.3). Nothing is refused: what is no token is stepped over,
 * what has no end ends with its object. The fast reader's lexer proves; this one finds.
 */
import type { Value } from "../fast/lexer.js";

const REGULAR = 0;
const SPACE = 1;
const CLASSES = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) CLASSES[byte] = SPACE;
for (const char of "()<>[]{}/%") CLASSES[char.charCodeAt(0)] = 2;

export const isRegular = (byte: number): boolean => CLASSES[byte] === REGULAR;
export const isWhite = (byte: number): boolean => CLASSES[byte] === SPACE;

/** Position behind the literal string that begins at `at`, or `end`. */
export function literalEnd(bytes: Uint8Array, at: number, end: number): number {
  let open = 0;
  for (let i = at; i < end; i++) {
    const byte = bytes[i];
    if (byte === 0x5c) i++;
    else if (byte === 0x28) open++;
    else if (byte === 0x29 && --open === 0) return i + 1;
  }
  return end;
}

/** A value, or a keyword where one stands. */
export type LooseToken = { readonly value: Value } | { readonly keyword: string };

/** Deeper nesting is read as if it were flat. */
const MAX_NESTING = 64;
const MAX_KEYWORD = 64;

export interface LooseScanner {
  position: number;
  /** Undefined at the end. */
  next(): LooseToken | undefined;
}

/** @param onComment is given each comment's bytes */
export function createScanner(bytes: Uint8Array, start: number, end: number, onComment?: (from: number, to: number) => void): LooseScanner {
  const scanner: LooseScanner = { position: start, next: () => read(0) };
  return scanner;

  function skip(): void {
    let at = scanner.position;
    while (at < end) {
      if (bytes[at] === 0x25) {
        const from = at;
        while (at < end && bytes[at] !== 10 && bytes[at] !== 13) at++;
        onComment?.(from + 1, at);
      } else if (isWhite(bytes[at])) at++;
      else break;
    }
    scanner.position = at;
  }

  function read(depth: number): LooseToken | undefined {
    for (;;) {
      skip();
      const at = scanner.position;
      if (at >= end) return undefined;
      const byte = bytes[at];
      if (byte === 0x2f) return { value: name() };
      if (byte === 0x28) return { value: literal() };
      if (byte === 0x3c && bytes[at + 1] !== 0x3c) return { value: hexadecimal() };
      if (byte === 0x3c || byte === 0x5b) {
        scanner.position += byte === 0x3c ? 2 : 1;
        if (depth < MAX_NESTING) return { value: byte === 0x3c ? dictionary(depth + 1) : array(depth + 1) };
        continue;
      }
      if (isRegular(byte)) return word();
      if (byte === 0x5d || (byte === 0x3e && depth > 0)) return { keyword: byte === 0x5d ? "]" : ">>" };
      scanner.position++; // a brace, or a bracket that closes nothing
    }
  }

  function word(): LooseToken {
    const from = scanner.position;
    let at = from;
    while (at < end && isRegular(bytes[at])) at++;
    scanner.position = at;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.min(at - from, MAX_KEYWORD)).toString("latin1");
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/u.test(text)) {
      const number = Number(text);
      return { value: reference(number) ?? number };
    }
    if (text === "true" || text === "false") return { value: text === "true" };
    return text === "null" ? { value: null } : { keyword: text };
  }

  /** "12 0 R" behind its first number. */
  function reference(number: number): { ref: number } | undefined {
    if (!Number.isInteger(number) || number < 0) return undefined;
    const match = /^[\s\0]+\d{1,5}[\s\0]+R(?![^\s\0()<>[\]{}/%])/u.exec(Buffer.from(bytes.buffer, bytes.byteOffset + scanner.position, Math.min(24, end - scanner.position)).toString("latin1"));
    if (match === null) return undefined;
    scanner.position += match[0].length;
    return { ref: number };
  }

  function name(): string {
    let at = scanner.position + 1;
    const from = at;
    while (at < end && isRegular(bytes[at])) at++;
    scanner.position = at;
    const raw = Buffer.from(bytes.buffer, bytes.byteOffset + from, at - from).toString("latin1");
    return raw.includes("#") ? raw.replace(/#([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : raw;
  }

  function literal(): Uint8Array {
    const from = scanner.position + 1;
    const after = literalEnd(bytes, scanner.position, end);
    scanner.position = after;
    const to = bytes[after - 1] === 0x29 && after > from ? after - 1 : after;
    const raw = bytes.subarray(from, to);
    if (!raw.includes(0x5c) && !raw.includes(13)) return raw;
    const out: number[] = [];
    for (let i = 0; i < raw.length; i++) {
      const byte = raw[i];
      if (byte === 13) {
        out.push(10);
        if (raw[i + 1] === 10) i++;
      } else if (byte !== 0x5c) out.push(byte);
      else {
        const escaped = raw[++i];
        if (escaped >= 0x30 && escaped <= 0x37) {
          let code = escaped - 0x30;
          for (let digits = 1; digits < 3 && raw[i + 1] >= 0x30 && raw[i + 1] <= 0x37; digits++) code = code * 8 + raw[++i] - 0x30;
          out.push(code & 255);
        } else if (escaped === 13) {
          if (raw[i + 1] === 10) i++;
        } else if (escaped !== 10 && escaped !== undefined) {
          const index = "nrtbf".indexOf(String.fromCharCode(escaped));
          out.push(index >= 0 ? [10, 13, 9, 8, 12][index] : escaped);
        }
      }
    }
    return Uint8Array.from(out);
  }

  function hexadecimal(): Uint8Array {
    const close = bytes.indexOf(0x3e, scanner.position);
    const to = close < 0 || close > end ? end : close;
    const digits = Buffer.from(bytes.buffer, bytes.byteOffset + scanner.position + 1, Math.max(0, to - scanner.position - 1)).toString("latin1").replace(/[^0-9a-f]/giu, "");
    scanner.position = Math.min(end, to + 1);
    return new Uint8Array(Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, "hex"));
  }

  function array(depth: number): readonly Value[] {
    const values: Value[] = [];
    for (let token = read(depth); token !== undefined; token = read(depth)) {
      if ("value" in token) values.push(token.value);
      else if (token.keyword === "]") {
        scanner.position++;
        break;
      } else if (token.keyword === ">>") break;
    }
    return values;
  }

  function dictionary(depth: number): ReadonlyMap<string, Value> {
    const entries = new Map<string, Value>();
    let key: string | undefined;
    for (let token = read(depth); token !== undefined; token = read(depth)) {
      if ("keyword" in token) {
        if (token.keyword === ">>") {
          scanner.position += 2;
          break;
        }
        if (token.keyword === "]") scanner.position++;
        key = undefined;
      } else if (key !== undefined) {
        // A key may come twice: readers differ in which they take, and this one takes both.
        entries.set(entries.has(key) ? `${key} (${entries.size})` : key, token.value);
        key = undefined;
      } else if (typeof token.value === "string") key = token.value;
    }
    return entries;
  }
}

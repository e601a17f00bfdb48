/** What the two scanners that see millions of tags (cells and shared strings) have in common. */

export const LESS = 0x3c;
export const GREATER = 0x3e;
export const SLASH = 0x2f;
export const COLON = 0x3a;
export const EQUALS = 0x3d;
export const BANG = 0x21;
export const QUESTION = 0x3f;
export const QUOTE = 0x22;
export const APOSTROPHE = 0x27;

export const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** The byte after a tag's name. */
export const endsName = (byte: number): boolean => byte === GREATER || byte === SLASH || isSpace(byte);

/** Where the tag's ">" stands, not one inside a quoted value; -1 if not before `end`. */
export function tagClose(b: Buffer, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const byte = b[at];
    if (byte === GREATER) return at;
    if (byte === QUOTE || byte === APOSTROPHE) {
      at++;
      while (at < end && b[at] !== byte) at++;
    }
  }
  return -1;
}

/** Local name of the tag whose name begins at `from`: the bytes in [localStart, nameEnd). */
export function localName(b: Buffer, from: number, end: number): string {
  let start = from;
  let at = from;
  while (at < end && !endsName(b[at]) && b[at] !== LESS) if (b[at++] === COLON) start = at;
  return b.toString("latin1", start, at);
}

const CDATA = "<![CDATA[";

export interface Aside {
  /** Of the content of a CDATA section; start = end for comments, processing instructions and document types. */
  readonly start: number;
  readonly stop: number;
  /** Behind the whole construct. */
  readonly end: number;
}

/** The construct that begins with "<!" or "<?" at `from`; undefined if it does not end before `end`. */
export function asideAt(b: Buffer, from: number, end: number): Aside | undefined {
  const isCdata = b.toString("latin1", from, from + CDATA.length) === CDATA;
  const mark = isCdata ? "]]>" : b[from + 1] === QUESTION ? "?>" : b[from + 2] === 0x2d ? "-->" : ">";
  const at = b.indexOf(mark, from + (isCdata ? CDATA.length : mark === "-->" ? 4 : 2), "latin1");
  if (at < 0 || at + mark.length > end) return undefined;
  return isCdata ? { start: from + CDATA.length, stop: at, end: at + mark.length } : { start: from, stop: from, end: at + mark.length };
}

/**
 * A pull reader of XML bytes: no tree, no DTD, no names resolved, and nothing that well-formed or broken input can make it throw.
 * Namespace prefixes are ignored, because a workbook written with `x:` before every name opens in Excel like any other.
 */
import { bufferOf } from "./zip-format.js";
import { toUtf8 } from "./xml-encoding.js";
import { decodeText } from "./xml-entities.js";

export { toUtf8 } from "./xml-encoding.js";

export type XmlToken =
  | "open"
  /** Follows every "open", also that of `<a/>`. */
  | "close"
  /** Character data or one CDATA section, entities resolved. Neighbouring pieces come one by one. */
  | "text"
  /** A comment, a processing instruction or a document type: what no reader of the document is shown. */
  | "aside"
  | "end";

export interface XmlReader {
  /** Moves on. */
  next(): XmlToken;
  /** Of the last open or close: the local name, without its prefix. */
  readonly name: string;
  /** Of the last text or aside. */
  readonly text: string;
  /** Open elements around the last token, itself included after "open" and "close". */
  readonly depth: number;
  /**
   * Of the last open: the attribute's value by local name. Where there are both (`id` and `r:id`), the one without prefix;
   * `attribute("id", true)` is the one with a prefix.
   */
  attribute(name: string, prefixed?: boolean): string | undefined;
  /** Of the last open: every attribute but namespace declarations, by local name. */
  attributes(): readonly (readonly [name: string, value: string])[];
  /** After "open": all text inside the element, moving past its "close". */
  innerText(): string;
}

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** @param bytes in any encoding an XML declaration or mark can name; taken as UTF-8 where that is unknown */
export function readXml(bytes: Uint8Array): XmlReader {
  const b = bufferOf(toUtf8(bytes));
  const end = b.length;
  const names = nameCache();
  let p = 0;
  let closePending = false;
  let lastWasClose = false;
  let attributesStart = 0;
  let attributesEnd = 0;

  const reader = { name: "", text: "", depth: 0, next, attribute, attributes, innerText };

  function next(): XmlToken {
    if (closePending) {
      closePending = false;
      return "close";
    }
    if (lastWasClose) reader.depth = Math.max(0, reader.depth - 1);
    lastWasClose = false;
    if (p >= end) return "end";
    if (b[p] !== LESS) {
      const start = p;
      p = b.indexOf(LESS, p);
      if (p < 0) p = end;
      reader.text = decodeText(b, start, p);
      return "text";
    }
    const second = b[p + 1];
    if (second === SLASH) {
      const close = find(GREATER, p + 2);
      readName(p + 2);
      p = Math.min(end, close + 1);
      lastWasClose = true;
      return "close";
    }
    if (second === 0x21 || second === 0x3f) return aside(second);
    const nameEnd = readName(p + 1);
    attributesStart = nameEnd;
    const close = tagEnd(nameEnd);
    attributesEnd = close;
    if (close > nameEnd && b[close - 1] === SLASH) {
      attributesEnd--;
      closePending = true;
      lastWasClose = true;
    }
    p = Math.min(end, close + 1);
    reader.depth++;
    return "open";
  }

  function aside(second: number): XmlToken {
    const until = (mark: string, skip: number): void => {
      const from = Math.min(end, p + skip);
      const at = b.indexOf(mark, from);
      const stop = at < 0 ? end : at;
      reader.text = b.toString("utf8", from, stop);
      p = at < 0 ? end : at + mark.length;
    };
    if (second === 0x3f) until("?>", 2);
    else if (b[p + 2] === 0x2d && b[p + 3] === 0x2d) until("-->", 4);
    else if (b.toString("latin1", p, p + 9) === "<![CDATA[") {
      until("]]>", 9);
      return "text";
    } else {
      // A document type. Its entities are never expanded: that is how a kilobyte becomes a billion laughs.
      const from = p;
      p = doctypeEnd(p + 2);
      reader.text = b.toString("utf8", from, p);
    }
    return "aside";
  }

  function find(byte: number, from: number): number {
    const at = b.indexOf(byte, from);
    return at < 0 ? end : at;
  }

  /** Sets `name` to the local name that begins at `from`; gives the position behind it. */
  function readName(from: number): number {
    let at = from;
    let start = from;
    for (; at < end; at++) {
      const byte = b[at];
      if (byte === COLON) start = at + 1;
      else if (byte === GREATER || byte === SLASH || byte === LESS || isSpace(byte)) break;
    }
    reader.name = names(b, start, at);
    return at;
  }

  /** Where the tag's ">" stands: not one inside a quoted value. */
  function tagEnd(from: number): number {
    let at = from;
    while (at < end) {
      const byte = b[at];
      if (byte === GREATER) return at;
      if (byte === QUOTE || byte === APOSTROPHE) at = find(byte, at + 1);
      at++;
    }
    return end;
  }

  function doctypeEnd(from: number): number {
    let nested = 0;
    for (let at = from; at < end; at++) {
      const byte = b[at];
      if (byte === QUOTE || byte === APOSTROPHE) at = find(byte, at + 1);
      else if (byte === LESS && b[at + 1] === 0x21 && b[at + 2] === 0x2d) at = Math.max(at, b.indexOf("-->", at) + 1);
      else if (byte === LESS || byte === 0x5b) nested++;
      else if (byte === 0x5d) nested--;
      else if (byte === GREATER && nested-- <= 0) return at + 1;
    }
    return end;
  }

  /** Calls `visit` for each attribute until it returns true. */
  function eachAttribute(visit: (start: number, local: number, nameEnd: number, valueStart: number, valueEnd: number) => boolean): void {
    let at = attributesStart;
    while (at < attributesEnd) {
      while (at < attributesEnd && isSpace(b[at])) at++;
      const start = at;
      let local = at;
      while (at < attributesEnd && b[at] !== EQUALS && !isSpace(b[at])) if (b[at++] === COLON) local = at;
      const nameEnd = at;
      while (at < attributesEnd && isSpace(b[at])) at++;
      if (b[at] !== EQUALS) continue;
      at++;
      while (at < attributesEnd && isSpace(b[at])) at++;
      const quote = b[at];
      if (quote !== QUOTE && quote !== APOSTROPHE) continue;
      let valueEnd = at + 1;
      while (valueEnd < attributesEnd && b[valueEnd] !== quote) valueEnd++;
      if (visit(start, local, nameEnd, at + 1, valueEnd)) return;
      at = valueEnd + 1;
    }
  }

  function attribute(wanted: string, prefixed?: boolean): string | undefined {
    let found: string | undefined;
    eachAttribute((start, local, nameEnd, valueStart, valueEnd) => {
      const hasPrefix = local > start;
      if (nameEnd - local !== wanted.length || (prefixed === true && !hasPrefix) || (hasPrefix && found !== undefined)) return false;
      for (let i = 0; i < wanted.length; i++) if (b[local + i] !== wanted.charCodeAt(i)) return false;
      if (hasPrefix && b.toString("latin1", start, local) === "xmlns:") return false;
      found = decodeText(b, valueStart, valueEnd);
      return prefixed === true || !hasPrefix;
    });
    return found;
  }

  function attributes(): readonly (readonly [string, string])[] {
    const list: (readonly [string, string])[] = [];
    eachAttribute((start, local, nameEnd, valueStart, valueEnd) => {
      const name = b.toString("utf8", local, nameEnd);
      if (b.toString("latin1", start, Math.min(nameEnd, start + 5)) !== "xmlns") list.push([name, decodeText(b, valueStart, valueEnd)]);
      return false;
    });
    return list;
  }

  function innerText(): string {
    const outer = reader.depth;
    let text = "";
    for (;;) {
      const token = next();
      if (token === "text") text += reader.text;
      else if (token === "end" || (token === "close" && reader.depth <= outer)) return text;
    }
  }

  return reader;
}

/** Elements have few names: each becomes a string once. */
function nameCache(): (b: Buffer, start: number, end: number) => string {
  const slots = new Array<string>(256).fill("");
  return (b, start, end) => {
    const length = end - start;
    let hash = length;
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + b[i]) | 0;
    const slot = hash & 255;
    const cached = slots[slot];
    if (cached.length === length) {
      let i = 0;
      while (i < length && cached.charCodeAt(i) === b[start + i]) i++;
      if (i === length) return cached;
    }
    return (slots[slot] = b.toString("utf8", start, end));
  };
}

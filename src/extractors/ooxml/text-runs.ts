/** The text of a rich-text element, `<si>` or `<is>` (CT_Rst, ECMA-376 part 1, 18.4.8): runs joined, phonetic runs kept apart. */
import { decodeText } from "../../bytes/xml-entities.js";
import { asideAt, BANG, isSpace, LESS, localName, SLASH, tagClose } from "./tags.js";
import type { StringPool } from "../cells/string-pool.js";

export interface TextRuns {
  /**
   * Reads from behind the opening tag. `false` if the element does not end before `end` and `final` is not set. Nothing is
   * written anywhere before `write` is called.
   */
  read(b: Buffer, from: number, end: number, element: string, final: boolean): boolean;
  /** After `read`: behind the closing tag. */
  readonly next: number;
  readonly hasPhonetic: boolean;
  /** Adds the runs' text to the pool's current string. */
  write(b: Buffer, pool: StringPool): void;
  text(b: Buffer): string;
  phonetic(b: Buffer): string;
}

export function createTextRuns(): TextRuns {
  const starts: number[] = [];
  const ends: number[] = [];
  /** Bit 0: CDATA. Bit 1: phonetic. */
  const kinds: number[] = [];
  const runs = { next: 0, hasPhonetic: false, read, write, text: (b: Buffer) => joined(b, 0), phonetic: (b: Buffer) => joined(b, 2) };

  function read(b: Buffer, from: number, end: number, element: string, final: boolean): boolean {
    starts.length = ends.length = kinds.length = 0;
    runs.hasPhonetic = false;
    let phonetic = 0;
    let inText = false;
    let p = from;
    const add = (start: number, stop: number, cdata: number): void => {
      if (!inText && isBlank(b, start, stop)) return;
      starts.push(start);
      ends.push(stop);
      kinds.push(cdata | phonetic);
      if (phonetic !== 0) runs.hasPhonetic = true;
    };
    for (;;) {
      const gap = p;
      while (p < end && b[p] !== LESS) p++;
      if (p >= end && !final) return false;
      if (p > gap) add(gap, p, 0);
      if (p >= end) break;
      const second = b[p + 1];
      if (second === BANG) {
        const aside = asideAt(b, p, end);
        if (aside === undefined) {
          if (!final) return false;
          p = end;
          break;
        }
        if (aside.stop > aside.start) add(aside.start, aside.stop, 1);
        p = aside.end;
        continue;
      }
      const close = tagClose(b, p, end);
      if (close < 0) {
        if (!final) return false;
        p = end;
        break;
      }
      const isClosing = second === SLASH;
      const name = localName(b, p + (isClosing ? 2 : 1), close + 1);
      p = close + 1;
      if (isClosing && name === element) break;
      if (name === "t") inText = !isClosing && b[close - 1] !== SLASH;
      else if (name === "rPh") phonetic = isClosing || b[close - 1] === SLASH ? 0 : 2;
    }
    runs.next = p;
    return true;
  }

  function write(b: Buffer, pool: StringPool): void {
    for (let i = 0; i < starts.length; i++) {
      if (kinds[i] === 0) pool.addBytes(b, starts[i], ends[i]);
      else if (kinds[i] === 1) pool.addText(b.toString("utf8", starts[i], ends[i]));
    }
  }

  function joined(b: Buffer, bit: number): string {
    let text = "";
    for (let i = 0; i < starts.length; i++) {
      if ((kinds[i] & 2) === bit) text += (kinds[i] & 1) === 0 ? decodeText(b, starts[i], ends[i]) : b.toString("utf8", starts[i], ends[i]);
    }
    return text;
  }

  return runs;
}

function isBlank(b: Buffer, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isSpace(b[i])) return false;
  return true;
}

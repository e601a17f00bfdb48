/** Styles of a Word document ([MS-DOC] 2.9.271 STSH): which of them hide their text. */
import { readSprms } from "./sprms.js";

export interface WordStyles {
  /** Of a paragraph or character style, by its index. */
  isHidden(index: number): boolean;
}

const PARAGRAPH_STYLE = 1;
const CHARACTER_STYLE = 2;
const HIDDEN = 0x083c;
/** A chain of styles based on each other that is longer is a ring. */
const MAX_BASES = 16;

export function readWordStyles(bytes: Uint8Array): WordStyles {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const styles: { base: number; hidden: boolean | undefined }[] = [];
  if (bytes.length >= 6) {
    const baseSize = view.getUint16(4, true);
    let at = 2 + view.getUint16(0, true);
    while (at + 2 <= bytes.length) {
      const size = view.getUint16(at, true);
      styles.push(size < 10 ? { base: 0xfff, hidden: undefined } : readStyle(bytes, at + 2, Math.min(bytes.length, at + 2 + size), baseSize));
      // Styles stand at even offsets.
      at += 2 + size + (size & 1);
    }
  }
  return {
    isHidden(index) {
      let at = index;
      for (let steps = 0; steps < MAX_BASES; steps++) {
        const style = styles[at] as (typeof styles)[number] | undefined; // any number may be asked for
        if (style === undefined) return false;
        if (style.hidden !== undefined) return style.hidden;
        at = style.base;
      }
      return false;
    },
  };
}

/** 2.9.260 STD: a fixed part, the name, then the properties: of the paragraph, where it is a paragraph style, and of its characters. */
function readStyle(bytes: Uint8Array, start: number, end: number, baseSize: number): { base: number; hidden: boolean | undefined } {
  const uint16 = (at: number): number => (at + 2 <= end ? bytes[at] | (bytes[at + 1] << 8) : 0);
  const kind = uint16(start + 2) & 0xf;
  const base = uint16(start + 2) >>> 4;
  let at = start + baseSize;
  at += 2 + uint16(at) * 2 + 2;
  if (kind === PARAGRAPH_STYLE) at += 2 + uint16(at) + (uint16(at) & 1);
  else if (kind !== CHARACTER_STYLE) return { base, hidden: undefined };
  let hidden: boolean | undefined;
  for (const { code, operand } of readSprms(bytes, at + 2, Math.min(end, at + 2 + uint16(at)))) if (code === HIDDEN) hidden = operand === 1;
  return { base, hidden };
}

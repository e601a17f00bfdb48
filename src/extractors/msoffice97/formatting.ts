/**
 * Which characters of a Word document are hidden, deleted or invisible, and which paragraphs stand in tables: formatted pages of 512
 * bytes ([MS-DOC] 2.9.33 ChpxFkp, 2.9.175 PapxFkp), found by the tables of them (2.8.5, 2.8.6).
 */
import type { Budget } from "../../contract.js";
import { readSprms } from "./sprms.js";
import type { WordStyles } from "./word-styles.js";

export interface CharacterRun {
  /** Bytes of the WordDocument stream. */
  readonly start: number;
  readonly end: number;
  readonly hidden: boolean;
  readonly deleted: boolean;
  readonly white: boolean;
  readonly tiny: boolean;
  readonly shaded: boolean;
  /** A character that stands for something: a picture, a mark, a symbol. */
  readonly special: boolean;
  /** The character of a symbol font that is drawn, 0 where there is none. */
  readonly symbol: number;
  /** Where in the Data stream its picture stands, -1 where there is none. */
  readonly picture: number;
}

export interface ParagraphRun {
  readonly start: number;
  readonly end: number;
  readonly style: number;
  /** In how many tables it stands. */
  readonly level: number;
  readonly endsRow: boolean;
  readonly endsInnerCell: boolean;
}

export interface FormattedPages<Run> {
  /** In the order of the bytes. */
  readonly runs: readonly Run[];
  /** Where the pages stand, for whoever asks what of the stream has been read. */
  readonly pages: readonly number[];
}

const PAGE_BYTES = 512;
const PAGE_MASK = 0x3fffff;
const PAPX_ENTRY_BYTES = 13;
const UNREADABLE_HALF_POINTS = 2;
const WHITE_INDEX = 8;
const WHITE = 0xffffff;

/** 2.6.1: those that say whether a character is seen, or what it is. */
const CHAR = {
  deleted: 0x0800, special: 0x0855, hidden: 0x083c, colourIndex: 0x2a42, highlight: 0x2a0c, size: 0x4a43, style: 0x4a30, colour: 0x6870, shading: 0x4866, wideShading: 0xca71, picture: 0x6a03,
  symbol: 0x6a09,
} as const;
/** 2.6.2. */
const PARAGRAPH = { inTable: 0x2416, endsRow: 0x2417, level: 0x6649, endsInnerCell: 0x244b, endsInnerRow: 0x244c } as const;

export function readCharacterRuns(document: Uint8Array, table: Uint8Array, styles: WordStyles, budget: Budget): FormattedPages<CharacterRun> {
  const runs: CharacterRun[] = [];
  const pages = pageOffsets(table, document.length);
  for (const page of pages) {
    budget.tick();
    const count = document[page + PAGE_BYTES - 1];
    for (let i = 0; i < count; i++) {
      const [start, end] = bounds(document, page, i);
      const offset = document[page + (count + 1) * 4 + i] * 2;
      runs.push({ start, end, ...characterFormat(document, offset === 0 ? 0 : page + offset, page + PAGE_BYTES, styles) });
    }
  }
  return { runs: inOrder(runs), pages };
}

function characterFormat(document: Uint8Array, at: number, pageEnd: number, styles: WordStyles): Omit<CharacterRun, "start" | "end"> {
  const run = { hidden: false, deleted: false, white: false, tiny: false, shaded: false, special: false, symbol: 0, picture: -1 };
  if (at === 0) return run;
  let ofStyle = false;
  let toggle: number | undefined;
  for (const { code, operand } of readSprms(document, at + 1, Math.min(pageEnd, at + 1 + document[at]))) {
    switch (code) {
      case CHAR.style:
        ofStyle = styles.isHidden(operand);
        break;
      case CHAR.hidden:
        toggle = operand;
        break;
      case CHAR.deleted:
        run.deleted = operand === 1;
        break;
      case CHAR.special:
        run.special = operand !== 0;
        break;
      case CHAR.colourIndex:
        run.white = operand === WHITE_INDEX;
        break;
      case CHAR.colour:
        run.white = operand === WHITE;
        break;
      case CHAR.size:
        run.tiny = operand <= UNREADABLE_HALF_POINTS;
        break;
      case CHAR.highlight:
      case CHAR.shading:
      case CHAR.wideShading:
        run.shaded = operand !== 0 && operand !== 0xffff;
        break;
      case CHAR.symbol:
        run.symbol = operand >>> 16;
        break;
      case CHAR.picture:
        run.picture = operand;
        break;
    }
  }
  // 2.6.1, ToggleOperand: 0x80 is as the style says, 0x81 the opposite.
  run.hidden = toggle === undefined || toggle === 0x80 ? ofStyle : toggle === 0x81 ? !ofStyle : toggle === 1;
  return run;
}

export function readParagraphRuns(document: Uint8Array, table: Uint8Array, budget: Budget): FormattedPages<ParagraphRun> {
  const runs: ParagraphRun[] = [];
  const pages = pageOffsets(table, document.length);
  for (const page of pages) {
    budget.tick();
    const count = document[page + PAGE_BYTES - 1];
    for (let i = 0; i < count; i++) {
      const [start, end] = bounds(document, page, i);
      const offset = document[page + (count + 1) * 4 + i * PAPX_ENTRY_BYTES] * 2;
      runs.push({ start, end, ...paragraphFormat(document, offset === 0 ? 0 : page + offset, page + PAGE_BYTES) });
    }
  }
  return { runs: inOrder(runs), pages };
}

function paragraphFormat(document: Uint8Array, at: number, pageEnd: number): Omit<ParagraphRun, "start" | "end"> {
  if (at === 0) return { style: 0, level: 0, endsRow: false, endsInnerCell: false };
  // 2.9.176 PapxInFkp: a zero is followed by the count itself; otherwise the count is short by one byte.
  const isLong = document[at] === 0;
  const from = isLong ? at + 2 : at + 1;
  const size = isLong ? 2 * document[at + 1] : 2 * document[at] - 1;
  const style = document[from] | (document[from + 1] << 8);
  let isIn = false;
  let level: number | undefined;
  let endsRow = false;
  let endsInnerCell = false;
  for (const { code, operand } of readSprms(document, from + 2, Math.min(pageEnd, from + size))) {
    if (code === PARAGRAPH.inTable) isIn = operand !== 0;
    else if (code === PARAGRAPH.level) level = operand;
    else if (code === PARAGRAPH.endsRow || code === PARAGRAPH.endsInnerRow) endsRow ||= operand !== 0;
    else if (code === PARAGRAPH.endsInnerCell) endsInnerCell = operand !== 0;
  }
  return { style, level: isIn ? Math.max(1, level ?? 1) : (level ?? 0), endsRow, endsInnerCell };
}

/** Offsets of the pages that a PlcBte names and that lie in the stream. */
function pageOffsets(table: Uint8Array, size: number): number[] {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const count = Math.max(0, Math.floor((table.length - 4) / 8));
  const offsets = new Set<number>();
  for (let i = 0; i < count; i++) {
    const page = (view.getUint32((count + 1) * 4 + i * 4, true) & PAGE_MASK) * PAGE_BYTES;
    if (page + PAGE_BYTES <= size) offsets.add(page);
  }
  return [...offsets];
}

function bounds(document: Uint8Array, page: number, index: number): [number, number] {
  const view = new DataView(document.buffer, document.byteOffset, document.byteLength);
  const at = page + index * 4;
  return at + 8 > document.length ? [0, 0] : [view.getUint32(at, true), view.getUint32(at + 4, true)];
}

function inOrder<Run extends { start: number; end: number }>(runs: Run[]): Run[] {
  return runs.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
}

/** The run that holds this byte, asked for in any order. */
export function runAt<Run extends { start: number; end: number }>(runs: readonly Run[], position: number): Run | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (runs[middle].start <= position) low = middle;
    else high = middle - 1;
  }
  const run = runs[low] as Run | undefined; // there may be none at all
  return run !== undefined && run.start <= position && position < run.end ? run : undefined;
}

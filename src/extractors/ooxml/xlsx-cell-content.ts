/** What stands between `<c>` and `</c>` where it is more than a value: formulas, inline strings, prefixes, CDATA, strangers. */
import { decodeText } from "../../bytes/xml-entities.js";
import type { CellHead } from "./xlsx-cell-head.js";
import { INLINE, type CellValues } from "./xlsx-cell-values.js";
import type { StringPool } from "../cells/string-pool.js";
import { asideAt, BANG, LESS, localName, QUESTION, SLASH, tagClose } from "./tags.js";
import { createTextRuns } from "./text-runs.js";

export interface CellContentOptions {
  readonly local: StringPool;
  /** Bytes that belong to no cell. */
  readonly stray: (b: Buffer, start: number, end: number) => void;
  readonly formula: (row: number, column: number, text: string) => void;
  /** Text in a cell that the cell does not show: a reading, or a second value beside the one its type selects. */
  readonly extra: (row: number, column: number, text: string) => void;
}

/** Reads from behind `<c …>`; gives the position behind `</c>`, or -1 if the cell is not complete and more is to come. */
export type CellContent = (head: CellHead, b: Buffer, from: number, end: number, final: boolean) => number;

export function createCellContent(values: CellValues, { local, stray, formula, extra }: CellContentOptions): CellContent {
  const runs = createTextRuns();

  return ({ row, column, style, type }, b, from, end, final) => {
    let p = from;
    let field: "v" | "f" | undefined;
    const texts = { v: "", f: "" };
    let hasValue = false;
    let hasInline = false;
    // Passed on at the end only: until then the cell may turn out incomplete, and be read again.
    const strangers: [start: number, end: number][] = [];
    for (;;) {
      const gap = p;
      while (p < end && b[p] !== LESS) p++;
      if (p >= end && !final) return -1;
      if (p > gap) {
        if (field === undefined) strangers.push([gap, p]);
        else texts[field] += decodeText(b, gap, p);
      }
      if (p >= end) break;
      const second = b[p + 1];
      if (second === BANG || second === QUESTION) {
        const aside = asideAt(b, p, end);
        if (aside === undefined && !final) return -1;
        if (aside !== undefined && aside.stop > aside.start && field !== undefined) texts[field] += b.toString("utf8", aside.start, aside.stop);
        else strangers.push([p, aside?.end ?? end]);
        p = aside?.end ?? end;
        continue;
      }
      const close = tagClose(b, p, end);
      if (close < 0) {
        if (!final) return -1;
        strangers.push([p, end]);
        p = end;
        break;
      }
      const start = p;
      const isClosing = second === SLASH;
      const isEmpty = b[close - 1] === SLASH;
      const name = localName(b, p + (isClosing ? 2 : 1), close + 1);
      p = close + 1;
      if (isClosing) {
        if (name === "c") break;
        field = undefined;
      } else if (name === "is" && !isEmpty && !hasInline) {
        if (!runs.read(b, p, end, "is", final)) return -1;
        hasInline = true;
        p = runs.next;
      } else if (name === "v" || name === "f") {
        if (!isEmpty) field = name;
        if (name === "v") hasValue = true;
      } else strangers.push([start, p]);
    }

    for (const [start, stop] of strangers) stray(b, start, stop);
    if (texts.f !== "") formula(row, column, texts.f);
    if (hasInline && (type === INLINE || !hasValue)) {
      runs.write(b, local);
      values.putLocal(row, column, style);
      if (hasValue) extra(row, column, texts.v);
    } else {
      if (hasInline) extra(row, column, runs.text(b));
      if (hasValue) values.putText(row, column, style, type, texts.v);
    }
    if (hasInline && runs.hasPhonetic) extra(row, column, runs.phonetic(b));
    return p;
  };
}

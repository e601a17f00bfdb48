/** Pages and what goes with them -> segments. A table that goes on over pages is one table: its heading stands on the first. */
import type { Concealment, Location, Place, Range, Segment, TableSegment, TextSegment } from "../../contract.js";
import { tableOf } from "../../text/table.js";
import { blocksOf } from "./blocks.js";
import type { DocumentExtras, NamedText, PageContent, PageNote } from "./document.js";
import { linesOf, type Piece } from "./lines.js";
import { boxOf, createTextBuilder, type TextBuilder } from "./page-text.js";

export interface PageReader {
  /** What is complete once this page has been seen. */
  page(number: number, content: PageContent): Segment[];
  /** What waited for a next page. */
  end(): Segment[];
  /** Texts outside the pages, but for form values that were on a page. */
  extras(extras: DocumentExtras): Segment[];
}

interface Row {
  readonly page: number;
  readonly text: readonly string[];
  /** What the page's cells were written into, and where in it each one stands. */
  readonly builder: TextBuilder;
  readonly ranges: readonly Range[];
}

interface OpenTable {
  readonly edges: readonly number[];
  readonly rows: Row[];
  lastPage: number;
}

/** Columns of two pages are the same where none begins further apart than this. */
const SAME_EDGE_POINTS = 6;

export function createPageReader(at: Location): PageReader {
  let open: OpenTable | undefined;
  const noted = new Set<string>();
  const close = (): Segment[] => {
    const table = open;
    open = undefined;
    return table === undefined ? [] : [tableSegment(at, table.rows)];
  };
  return {
    page(number, content) {
      const segments: Segment[] = [];
      const text = createTextBuilder(content);
      for (const lines of linesOf(content.runs)) {
        const blocks = blocksOf(lines);
        // A heading, a footer: that much may stand between the halves of a table.
        let before = 0;
        for (const block of blocks) {
          if (block.kind === "table") {
            const builder = createTextBuilder(content, { wide: " " });
            const rows = block.rows.map((row) => readRow(number, row, builder));
            if (open !== undefined && open.lastPage === number - 1 && before <= 3 && isContinued(open.edges, block.edges)) {
              open.rows.push(...rows);
              open.lastPage = number;
            } else {
              segments.push(...close());
              open = { edges: block.edges, rows, lastPage: number };
            }
            before = Infinity;
            continue;
          }
          for (const group of block.kind === "columns" ? block.columns : [block.lines]) {
            for (const line of group) {
              text.add(line.pieces);
              text.newline();
              before++;
            }
          }
        }
      }
      if (open !== undefined && open.lastPage < number) segments.push(...close());
      if (text.text !== "") segments.push(textSegment(at, number, text));
      for (const note of content.notes) noted.add(note.text);
      for (const note of content.notes) segments.push(noteSegment(at, number, note, content));
      return segments;
    },
    end: close,
    extras: (extras) => extrasSegments(at, { ...extras, fields: extras.fields.filter(({ text }) => !noted.has(text)) }),
  };
}

function isContinued(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((edge, i) => Math.abs(edge - b[i]) <= SAME_EDGE_POINTS);
}

function readRow(page: number, cells: readonly (readonly Piece[])[], builder: TextBuilder): Row {
  const text: string[] = [];
  const ranges: Range[] = [];
  for (const pieces of cells) {
    const cell = builder.add(pieces);
    const end = builder.length;
    text.push(cell.trim());
    ranges.push({ start: end - cell.length, end });
    builder.newline();
  }
  return { page, text, builder, ranges };
}

function tableSegment(at: Location, rows: readonly Row[]): TableSegment {
  const first = rows[0].page;
  const last = rows[rows.length - 1].page;
  return tableOf(
    rows.map((row) => row.text),
    {
      at: [...at, { kind: "page", number: first, ...(last === first ? {} : { last }) }],
      place({ firstRow, lastRow, firstColumn, lastColumn }) {
        const from = rows[Math.max(0, firstRow)]?.page ?? first;
        const to = rows[Math.min(rows.length - 1, lastRow)]?.page ?? last;
        if (from !== to) return { at: [...at, { kind: "page", number: from, last: to }] };
        let bounds: readonly number[] = [Infinity, Infinity, -Infinity, -Infinity];
        for (const row of rows.slice(Math.max(0, firstRow), lastRow + 1)) {
          const start = row.ranges[Math.max(0, firstColumn)]?.start;
          const end = row.ranges[Math.min(row.ranges.length - 1, lastColumn)]?.end;
          if (start === undefined || end === undefined) continue;
          const box = row.builder.box({ start, end });
          if (box === undefined) continue;
          bounds = [Math.min(bounds[0], box.x), Math.min(bounds[1], box.y), Math.max(bounds[2], box.x + box.width), Math.max(bounds[3], box.y + box.height)];
        }
        if (bounds[0] > bounds[2]) return { at: [...at, { kind: "page", number: from }] };
        const round = (number: number): number => Math.round(number * 100) / 100;
        const [x, y, right, top] = bounds;
        return { at: [...at, { kind: "page", number: from, box: { x, y, width: round(right - x), height: round(top - y) } }] };
      },
    },
  );
}

function textSegment(at: Location, number: number, builder: TextBuilder): TextSegment {
  const place = (range: Range): Place => {
    const box = builder.box(range);
    return { at: [...at, { kind: "page", number, ...(box === undefined ? {} : { box }) }] };
  };
  return { kind: "text", layout: "prose", text: builder.text, place };
}

const NOTE_CONCEALMENT: Readonly<Record<PageNote["kind"], Concealment | undefined>> = {
  shown: undefined,
  comment: "comment",
  hidden: "hidden-text",
  "off-page": "off-page",
  "package-data": "package-data",
};

function noteSegment(at: Location, number: number, { kind, text, rect }: PageNote, { view }: PageContent): TextSegment {
  const box = rect === undefined ? undefined : boxOf(rect, view);
  return constantText(text, [...at, { kind: "page", number, ...(box === undefined ? {} : { box }) }], NOTE_CONCEALMENT[kind]);
}

/** Attachments are the caller's. */
function extrasSegments(at: Location, { properties, outline, scripts, fields }: DocumentExtras): Segment[] {
  const named = (name: string): Location => [...at, { kind: "property", name }];
  const list = (entries: readonly NamedText[], concealment: Concealment): Segment[] =>
    entries.map(({ name, text }) => constantText(text, named(name), concealment));
  return [
    ...list(properties, "metadata"),
    ...(outline.length > 0 ? [constantText(outline.join("\n"), named("Outlines"))] : []),
    ...list(fields, "package-data"),
    ...scripts.map((script) => constantText(script, named("JavaScript"), "package-data")),
  ];
}

function constantText(text: string, at: Location, concealment?: Concealment): TextSegment {
  const place: Place = { at, ...(concealment === undefined ? {} : { concealment }) };
  return { kind: "text", layout: "lines", text, place: () => place };
}

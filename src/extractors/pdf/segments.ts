/** Pages and what goes with them -> segments. A table that goes on over pages is one table: its heading stands on the first. */
import type { Concealment, Location, Place, Range, Segment, TextSegment } from "../../contract.js";
import { blocksOf } from "./blocks.js";
import type { DocumentExtras, NamedText, PageContent, PageNote } from "./document.js";
import { linesOf, type Piece } from "./lines.js";
import type { Said } from "./objects/said.js";
import { boxOf, createTextBuilder, type TextBuilder } from "./page-text.js";
import { tableSegment, type Row } from "./page-table.js";

export interface PageReader {
  /** What is complete once this page has been seen. */
  page(number: number, content: PageContent): Segment[];
  /** What waited for a next page. */
  end(): Segment[];
  /** Texts outside the pages, but for form values that were on a page. */
  extras(extras: DocumentExtras): Segment[];
}

interface OpenTable {
  readonly edges: readonly number[];
  readonly rows: Row[];
  lastPage: number;
}

/** Columns of two pages are the same where none begins further apart than this. */
const SAME_EDGE_POINTS = 6;

/** @param said is told each text beside the pages, and keeps one that was told before from being told again */
export function createPageReader(at: Location, said?: Said): PageReader {
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
      const aside = content.aside.map(({ runs }) => textAside({ runs, view: content.view }));
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
      for (const one of aside) segments.push(textSegment(at, number, one));
      for (const note of content.notes) noted.add(note.text);
      for (const note of content.notes) if (said?.add(note.text, NOTE_CONCEALMENT[note.kind]) !== false) segments.push(noteSegment(at, number, note, content));
      return segments;
    },
    end: close,
    extras: (extras) => extrasSegments(at, { ...extras, fields: extras.fields.filter(({ text }) => !noted.has(text)) }, said),
  };
}

/** Text that nobody sees, in lines of its own. */
function textAside(content: Pick<PageContent, "runs" | "view">): TextBuilder {
  const text = createTextBuilder(content);
  for (const lines of linesOf(content.runs)) {
    for (const line of lines) {
      text.add(line.pieces);
      text.newline();
    }
  }
  return text;
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

function textSegment(at: Location, number: number, builder: TextBuilder): TextSegment {
  const place = (range: Range): Place => {
    const box = builder.box(range);
    const concealment = builder.concealment(range);
    return { at: [...at, { kind: "page", number, ...(box === undefined ? {} : { box }) }], ...(concealment === undefined ? {} : { concealment }) };
  };
  return { kind: "text", layout: "prose", text: builder.text, place };
}

const NOTE_CONCEALMENT: Readonly<Record<PageNote["kind"], Concealment | undefined>> = {
  shown: undefined,
  comment: "comment",
  hidden: "hidden-text",
  "package-data": "package-data",
  "off-page": "off-page",
  "invisible-text": "invisible-text",
  "covered-text": "covered-text",
  "hidden-layer": "hidden-layer",
};

function noteSegment(at: Location, number: number, { kind, text, rect }: PageNote, { view }: PageContent): TextSegment {
  const box = rect === undefined ? undefined : boxOf(rect, view);
  return constantText(text, [...at, { kind: "page", number, ...(box === undefined ? {} : { box }) }], NOTE_CONCEALMENT[kind]);
}

/** Attachments are the caller's. */
function extrasSegments(at: Location, { properties, outline, scripts, fields }: DocumentExtras, said: Said | undefined): Segment[] {
  const named = (name: string): Location => [...at, { kind: "property", name }];
  const list = (entries: readonly NamedText[], concealment: Concealment): Segment[] =>
    entries.map(({ name, text }) => {
      said?.add(text, concealment);
      return constantText(text, named(name), concealment);
    });
  for (const title of outline) {
    // A title, or where one leads: which of them it was is not known any more.
    said?.add(title, undefined);
    said?.add(title, "package-data");
  }
  return [
    ...list(properties, "metadata"),
    ...(outline.length > 0 ? [constantText(outline.join("\n"), named("Outlines"))] : []),
    ...list(fields, "package-data"),
    ...list(scripts.filter((text) => said?.has(text) !== true).map((text) => ({ name: "JavaScript", text })), "package-data"),
  ];
}

function constantText(text: string, at: Location, concealment?: Concealment): TextSegment {
  const place: Place = { at, ...(concealment === undefined ? {} : { concealment }) };
  return { kind: "text", layout: "lines", text, place: () => place };
}

/**
 * Puts the text of runs together: words that Word split among runs, paragraphs, cells, tables, and alternatives said twice. One file,
 * because all of them nest in each other in any order: where a finished line goes depends on every one that is open.
 */
import type { Concealment } from "../../contract.js";
import type { Cell, Line, Row, Story } from "./lines.js";
import { addShownAddresses, leadsToShown } from "./shown-addresses.js";

/** Word allows 63 columns; a made-up span must not make a made-up table. */
const MAX_SPAN = 63;

export interface Collector {
  openParagraph(): void;
  closeParagraph(): void;
  write(text: string, concealment: Concealment | undefined): void;
  /** Furigana: beside the paragraph, so that it does not cut the word it stands over. */
  ruby(text: string, concealment: Concealment | undefined): void;
  endRuby(): void;
  /** A piece of a field code. */
  instruct(text: string): void;
  endInstruction(): void;
  /** A line of its own beside the current paragraph. */
  side(text: string, concealment: Concealment | undefined): void;
  openTable(): void;
  closeTable(): void;
  openRow(): void;
  indentRow(columns: number): void;
  concealRow(concealment: Concealment): void;
  closeRow(): void;
  openCell(columns: number): void;
  widenCell(columns: number): void;
  closeCell(): void;
  inTable(): boolean;
  openAlternatives(): void;
  openFallback(): void;
  closeFallback(): void;
  closeAlternatives(): void;
  finish(): Story;
}

interface Paragraph {
  readonly number: number;
  readonly texts: Map<Concealment | undefined, string>;
  readonly beside: Line[];
  instruction: string;
  ruby: { text: string; concealment: Concealment | undefined } | undefined;
}

interface OpenCell {
  readonly lines: Line[];
  columns: number;
}

interface OpenRow {
  paragraph: number;
  readonly cells: Cell[];
  concealment: Concealment | undefined;
}

interface OpenTable {
  readonly rows: Row[];
  row: OpenRow | undefined;
  cell: OpenCell | undefined;
}

/** Where finished lines and tables go: the part, or the fallback of an alternative until it is known to say something else. */
interface Sink {
  readonly lines: Line[];
  readonly tables: (readonly Row[])[];
  /** Tables that were open when the sink began: their cells are not its own. */
  readonly outerTables: number;
}

export function createCollector(): Collector {
  let sink: Sink = { lines: [], tables: [], outerTables: 0 };
  let paragraphs = 0;
  const open: Paragraph[] = [];
  const tables: OpenTable[] = [];
  /** One for each open `mc:AlternateContent`: whether its choices say anything, and what lies behind its fallback. */
  const alternatives: { spoke: boolean; behind: Sink | undefined }[] = [];
  /** Runs and lines of the choices so far, without spaces. */
  const said = new Set<string>();

  const currentCell = (): OpenCell | undefined => (tables.length > sink.outerTables ? tables[tables.length - 1].cell : undefined);
  const emit = (line: Line): void => {
    hear(line.text);
    (currentCell()?.lines ?? sink.lines).push(line);
  };
  const begin = (): Paragraph => {
    const paragraph: Paragraph = { number: paragraphs, texts: new Map(), beside: [], instruction: "", ruby: undefined };
    open.push(paragraph);
    return paragraph;
  };
  const end = (): void => {
    const paragraph = open.pop();
    if (paragraph === undefined) return;
    endInstruction(paragraph);
    const { number, texts, beside } = paragraph;
    for (const [concealment, text] of texts) if (/\S/u.test(text)) emit({ text, paragraph: number, concealment });
    const shown = new Set<string>();
    if (beside.some(({ text }) => text.includes("mailto:"))) addShownAddresses(texts.get(undefined) ?? "", shown);
    for (const line of beside) if (!leadsToShown(line.text, shown)) emit(line);
  };
  const endInstruction = (paragraph: Paragraph): void => {
    // Bookmarks that Word names itself are ten digits of nobody's.
    const text = paragraph.instruction.replace(/(?<!\S)_(?:Ref|Toc|Hlk)\d+/gu, "").trim();
    paragraph.instruction = "";
    if (text !== "") paragraph.beside.push({ text, paragraph: paragraph.number, concealment: "hidden-text" });
  };
  const hear = (text: string): void => {
    const alternative = alternatives[alternatives.length - 1];
    if (alternative === undefined || alternative.behind !== undefined) return;
    alternative.spoke = true;
    said.add(withoutSpace(text));
  };
  /** Text outside of any paragraph, as charts and diagrams have it, is a paragraph of its own. */
  const beside = (text: string, concealment: Concealment | undefined): void => {
    const line = { text, paragraph: Math.max(1, open[open.length - 1]?.number ?? paragraphs), concealment };
    const around = open[open.length - 1];
    if (around === undefined) emit(line);
    else around.beside.push(line);
  };

  const collector: Collector = {
    openParagraph() {
      paragraphs++;
      begin();
    },
    closeParagraph: end,
    write(text, concealment) {
      hear(text);
      const paragraph = open[open.length - 1];
      if (paragraph === undefined) beside(text, concealment);
      else paragraph.texts.set(concealment, (paragraph.texts.get(concealment) ?? "") + text);
    },
    ruby(text, concealment) {
      hear(text);
      const paragraph = open[open.length - 1];
      if (paragraph === undefined) beside(text, concealment);
      else paragraph.ruby = { text: (paragraph.ruby?.text ?? "") + text, concealment };
    },
    endRuby() {
      const paragraph = open[open.length - 1];
      if (paragraph?.ruby === undefined) return;
      paragraph.beside.push({ ...paragraph.ruby, paragraph: paragraph.number });
      paragraph.ruby = undefined;
    },
    instruct(text) {
      const paragraph = open[open.length - 1];
      if (paragraph === undefined) beside(text, "hidden-text");
      else paragraph.instruction += text;
    },
    endInstruction() {
      const paragraph = open[open.length - 1];
      if (paragraph !== undefined) endInstruction(paragraph);
    },
    side: beside,
    openTable() {
      tables.push({ rows: [], row: undefined, cell: undefined });
    },
    closeTable() {
      if (tables.length <= sink.outerTables) return;
      collector.closeRow();
      const rows = (tables.pop()?.rows ?? []).filter(({ cells }) => cells.some(({ text }) => text !== ""));
      const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
      if (width > 1) sink.tables.push(rows);
      // A frame of one column is layout, not a table.
      else for (const { cells, paragraph, concealment } of rows) emit({ text: cells[0].text, paragraph, concealment: concealment ?? cells[0].concealment });
    },
    openRow() {
      const table = tables[tables.length - 1];
      if (table === undefined || tables.length <= sink.outerTables) return;
      collector.closeRow();
      table.row = { paragraph: paragraphs + 1, cells: [], concealment: undefined };
    },
    indentRow(columns) {
      const row = tables[tables.length - 1]?.row;
      for (let i = 0; i < Math.min(columns, MAX_SPAN); i++) row?.cells.push({ text: "", concealment: undefined });
    },
    concealRow(concealment) {
      const row = tables[tables.length - 1]?.row;
      if (row !== undefined) row.concealment = concealment;
    },
    closeRow() {
      const table = tables[tables.length - 1];
      if (table?.row === undefined) return;
      collector.closeCell();
      table.rows.push(table.row);
      table.row = undefined;
    },
    openCell(columns) {
      const table = tables[tables.length - 1];
      if (table === undefined || tables.length <= sink.outerTables) return;
      table.row ??= { paragraph: paragraphs + 1, cells: [], concealment: undefined };
      collector.closeCell();
      table.cell = { lines: [], columns: 1 };
      collector.widenCell(columns);
    },
    widenCell(columns) {
      const cell = tables[tables.length - 1]?.cell;
      if (cell !== undefined && columns >= 1) cell.columns = Math.min(columns, MAX_SPAN);
    },
    closeCell() {
      const table = tables[tables.length - 1];
      if (table?.cell === undefined || table.row === undefined || tables.length <= sink.outerTables) return;
      const { lines, columns } = table.cell;
      table.cell = undefined;
      // What the cell shows is its text; with nothing to show, what it conceals. The rest stands beside the table.
      const shown = lines.some(({ concealment }) => concealment === undefined) ? undefined : lines[0]?.concealment;
      const isShown = ({ concealment }: Line): boolean => concealment === shown;
      table.row.cells.push({ text: lines.filter(isShown).map(({ text }) => text).join("\n"), concealment: shown });
      for (let i = 1; i < columns; i++) table.row.cells.push({ text: "", concealment: undefined });
      for (const line of lines) if (!isShown(line)) sink.lines.push(line);
    },
    inTable: () => tables.length > 0,
    openAlternatives() {
      alternatives.push({ spoke: false, behind: undefined });
    },
    openFallback() {
      const alternative = alternatives[alternatives.length - 1];
      // A choice without a word (an emoji given by its number) leaves the word to its fallback.
      if (alternative === undefined || alternative.behind !== undefined || !alternative.spoke) return;
      alternative.behind = sink;
      sink = { lines: [], tables: [], outerTables: tables.length };
      begin();
    },
    closeFallback() {
      const alternative = alternatives[alternatives.length - 1];
      if (alternative?.behind === undefined) return;
      end();
      const { lines, tables: grids } = sink;
      sink = alternative.behind;
      alternative.behind = undefined;
      // The same drawing for programs that do not know the newer form; what only they would show, readers today do not see.
      const isNew = (text: string): boolean => text.split("\n").some((one) => !said.has(withoutSpace(one)));
      for (const line of lines) if (isNew(line.text)) emit({ ...line, concealment: line.concealment ?? "hidden-text" });
      for (const grid of grids) if (grid.some(({ cells }) => cells.some(({ text }) => text !== "" && isNew(text)))) sink.tables.push(grid);
    },
    closeAlternatives() {
      if (alternatives[alternatives.length - 1]?.behind !== undefined) collector.closeFallback();
      const spoke = alternatives.pop()?.spoke === true;
      const around = alternatives[alternatives.length - 1];
      if (around !== undefined) around.spoke ||= spoke;
    },
    finish() {
      // Broken markup leaves things open.
      while (open.length > 0) end();
      while (tables.length > sink.outerTables) collector.closeTable();
      while (alternatives.length > 0) {
        collector.closeAlternatives();
        while (tables.length > sink.outerTables) collector.closeTable();
      }
      return { lines: sink.lines, tables: sink.tables };
    },
  };
  return collector;
}

const withoutSpace = (text: string): string => text.replace(/\s+/gu, "");

/** Spreadsheets (ODF 1.3 part 3, 9): each sheet's cells as a table, and what hangs on sheets and cells without being one. */
import type { XmlReader } from "../../bytes/xml.js";
import type { Concealment, Location, Segment, SheetState, SheetSummary } from "../../contract.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import { createCollector } from "../../text/story/collector.js";
import { segmentsOf } from "../../text/story/lines.js";
import { cellRef } from "../../text/table.js";
import { printedDotted } from "../cells/print-area.js";
import { readCell } from "./cells.js";
import type { Drawing } from "./drawings.js";
import { createGrid } from "./grid.js";
import { createLayout } from "./sheet-layout.js";
import { readStory, type StoryContext } from "./story.js";

/** LibreOffice reads no column further on. A cell there is still told, in the last one and those behind it. */
const MAX_COLUMNS = 16_384;
const CELLS_A_TICK = 20_000;
/** Lists about the whole workbook, and what a reader of the sheets does not see of them. */
const LISTS: Readonly<Record<string, Concealment>> = {
  "tracked-changes": "deleted-revision", "content-validations": "hidden-text", "named-expressions": "defined-name", "database-ranges": "package-data",
  "data-pilot-tables": "pivot-cache", "dde-links": "external-link-cache", consolidation: "package-data", "label-ranges": "package-data", scenario: "hidden-text",
};

/** Everything in `office:spreadsheet`, whose start the reader has just passed. */
export function* readSpreadsheet(reader: XmlReader, at: Location, context: StoryContext, whole?: Concealment): Generator<Segment> {
  const outer = reader.depth;
  const sheets: SheetSummary[] = [];
  const beside = createCollector();
  for (let token = reader.next(); token !== "end" && !(token === "close" && reader.depth <= outer); token = reader.next()) {
    if (token === "aside") beside.side(reader.text, "markup-comment");
    if (token === "text" && /\S/u.test(reader.text)) beside.side(reader.text.trim(), "package-data");
    if (token !== "open") continue;
    if (reader.name === "table") {
      const sheet = yield* readSheet(reader, at, context, whole);
      sheets.push(sheet);
    } else readStory(reader, context, { out: beside, concealment: whole ?? LISTS[reader.name] ?? "package-data" });
  }
  yield { kind: "workbook", at, sheets };
  yield* segmentsOf(beside.finish(), at, whole);
}

function* readSheet(reader: XmlReader, at: Location, context: StoryContext, whole: Concealment | undefined): Generator<Segment, SheetSummary> {
  const { budget, styles } = context;
  const outer = reader.depth;
  const name = reader.attribute("name") ?? "";
  // Sheets of other files that formulas point at are kept under a name of this form (LibreOffice).
  let isCache = name.startsWith("'file:") || name.startsWith("'http");
  let state: SheetState = isCache || styles.look("table", reader.attribute("style-name")).absent ? "hidden" : "visible";
  const printed = printedDotted(reader.attribute("print-ranges") ?? "");
  const grid = createGrid();
  const hidden = new Map<number, Concealment>();
  const shapes = createCollector();
  /** What stands beside cells: comments, hidden parts of them, choices. */
  const beside: { ref: string; text: string; concealment: Concealment | undefined }[] = [];
  let row = -1;
  let nextRow = 0;
  let column = 0;
  let nextColumnStyle = 0;
  /** Styles of cells that name none (19.615): by row, or else by column up to the ends of these. */
  let rowStyle: string | undefined;
  const columnStyles: { readonly end: number; readonly style: string | undefined }[] = [];
  let stretch = 0;
  let cells = 0;
  const layout = createLayout();
  const onSheet = (drawing: Drawing): void => {
    layout.draw(drawing, undefined);
  };
  const inCell = (drawing: Drawing): void => {
    layout.draw(drawing, { row, column });
  };

  for (let token = reader.next(); token !== "end" && !(token === "close" && reader.depth <= outer); token = reader.next()) {
    if (token === "aside") shapes.side(reader.text, "markup-comment");
    if (token === "text" && /\S/u.test(reader.text)) shapes.side(reader.text.trim(), "package-data");
    if (token !== "open") continue;
    switch (reader.name) {
      case "table-column":
        readColumn();
        break;
      case "table-row": {
        row = nextRow;
        nextRow += repeated("number-rows-repeated");
        column = 0;
        stretch = 0;
        rowStyle = reader.attribute("default-cell-style-name");
        const look = styles.look("table-row", reader.attribute("style-name"));
        layout.addRows(nextRow, isCollapsed() ? 0 : look.extent);
        grid.beginRow(row, isCollapsed() || look.absent ? "hidden-row" : undefined);
        break;
      }
      case "table-cell":
      case "covered-table-cell":
        if (++cells % CELLS_A_TICK === 0) budget.tick();
        addCell();
        break;
      case "table-source":
        isCache = true;
        readStory(reader, context, { out: shapes, concealment: "external-link-cache" });
        break;
      case "scenario":
        state = "hidden";
        readStory(reader, context, { out: shapes, concealment: "hidden-text" });
        break;
      case "shapes":
        readStory(reader, context, { out: shapes, drawn: onSheet });
        break;
      // They only group rows and columns: what is in them is the sheet's own.
      case "table-header-rows":
      case "table-header-columns":
      case "table-row-group":
      case "table-column-group":
      case "table-rows":
      case "table-columns":
        break;
      default:
        readStory(reader, context, { out: shapes, concealment: LISTS[reader.name] ?? (reader.name === "forms" ? undefined : "package-data") });
    }
  }

  const sheetAt: Location = [...at, { kind: "sheet", name, state }];
  const concealment = isCache ? "external-link-cache" : state === "hidden" ? "hidden-sheet" : whole;
  if (grid.cells > 0) yield grid.table(sheetAt, concealment, hidden, { printed, covered: layout.covered() });
  yield* remarksOf(beside, sheetAt, concealment);
  yield* segmentsOf(shapes.finish(), sheetAt, concealment);
  return { at: sheetAt, name, state, cells: grid.cells };

  function repeated(attribute: string): number {
    const times = Number(reader.attribute(attribute) ?? 1);
    return Number.isSafeInteger(times) && times > 0 ? times : 1;
  }

  function isCollapsed(): boolean {
    const visibility = reader.attribute("visibility");
    return visibility === "collapse" || visibility === "filter";
  }

  function readColumn(): void {
    const count = Math.min(repeated("number-columns-repeated"), MAX_COLUMNS);
    const look = styles.look("table-column", reader.attribute("style-name"));
    const isHidden = isCollapsed() || look.absent;
    const end = Math.min(MAX_COLUMNS, nextColumnStyle + count);
    if (isHidden) for (let i = nextColumnStyle; i < end; i++) hidden.set(i, "hidden-column");
    nextColumnStyle = end;
    layout.addColumns(end, isCollapsed() ? 0 : look.extent);
    const style = reader.attribute("default-cell-style-name");
    // No sheet has more of them than columns.
    if (columnStyles.length < MAX_COLUMNS) columnStyles.push({ end, style });
  }

  function addCell(): void {
    const isCovered = reader.name === "covered-table-cell";
    const width = repeated("number-columns-repeated");
    while (stretch < columnStyles.length - 1 && columnStyles[stretch].end <= column) stretch++;
    const cell = readCell(reader, context, rowStyle ?? columnStyles.at(stretch)?.style, inCell);
    if (cell !== undefined) {
      // The same text in each of a thousand repeated cells is said once: where it begins.
      const text = cell.text.trim();
      if (text !== "") grid.add(column, text, cell.concealment ?? (isCovered ? "covered-text" : undefined));
      if (cell.beside.length > 0) {
        const ref = cellRef({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column });
        for (const line of cell.beside) beside.push({ ref, ...line });
      }
    }
    column = column + width < MAX_COLUMNS ? column + width : Math.max(column + 1, MAX_COLUMNS);
  }
}

function* remarksOf(lines: readonly { ref: string; text: string; concealment: Concealment | undefined }[], sheetAt: Location, whole: Concealment | undefined): Generator<Segment> {
  const groups = new Map<Concealment | undefined, Remark[]>();
  for (const { ref, text, concealment } of lines) {
    const reason = whole ?? concealment;
    const remark: Remark = { text, at: [...sheetAt, { kind: "cell", ref }] };
    const group = groups.get(reason);
    if (group === undefined) groups.set(reason, [remark]);
    else group.push(remark);
  }
  for (const [reason, remarks] of groups) yield remarksSegment(remarks, reason);
}

/** Lists of alike objects as tables: what `SELECT *` or an export gives. */
import type { CellRange, Location, Place, TableSegment } from "../../contract.js";
import type { placeByLine } from "../../text/lines.js";
import { ARRAY, KEY, OBJECT, type Tape } from "./tape.js";
import { escapeStep, isContainer, isValue, keyOf, type Pointer, textOf } from "./values.js";

/** Objects in objects up to this depth are columns: "address.city". */
const MAX_FLATTENED = 2;
const MAX_COLUMNS = 1000;
/** Lists side by side that are shorter are as long as each other by chance. */
const MIN_LISTED = 3;
/** Below this share of cells filled the objects are not alike. */
const MIN_DENSITY = 0.25;

export interface JsonTable {
  /** Nodes inside the rows that are no cells: lists of objects, what is nested deeper, a key given twice. */
  readonly leftovers: readonly number[];
  readonly segment: TableSegment;
}

interface Column {
  /** Path from the row, as a header shows it: "address.city". */
  readonly name: string;
  readonly pointer: string;
  /** Node of the key where it stands first, -1 for the columns of lists of lists. */
  readonly key: number;
}

export interface TableContext {
  readonly at: Location;
  readonly tape: Tape;
  readonly spanOf: ReturnType<typeof placeByLine>;
  readonly pointerOf: Pointer;
}

/**
 * The container as a table, if its values are alike: objects of plain values in an array (or at the top, one a line), in an object
 * under any keys, or arrays of plain values of which the first has words in it.
 * @param container -1 for the top
 */
export function tableOfContainer(context: TableContext, container: number): JsonTable | undefined {
  const { tape } = context;
  const end = container < 0 ? tape.length : tape.nexts[container];
  const rows: number[] = [];
  let others = 0;
  for (let at = container + 1; at < end; at = tape.nexts[at]) {
    if (isContainer(tape, at)) rows.push(at);
    else if (isValue(tape, at)) others++;
  }
  const isMap = container >= 0 && tape.kinds[container] === OBJECT;
  const byColumn = isMap ? ofColumns(context, container) : undefined;
  if (byColumn !== undefined) return byColumn;
  if (rows.length < (isMap ? 3 : 2) || others > 0) return undefined;
  if (rows.every((row) => tape.kinds[row] === OBJECT)) return ofObjects(context, container, rows, isMap);
  return !isMap && rows.every((row) => tape.kinds[row] === ARRAY) ? ofArrays(context, container, rows) : undefined;
}

interface Cells {
  readonly columns: Column[];
  /** Cell c is in column `columnOf[c]` and is node `nodes[c]`; row r has the cells from `firsts[r]` on. */
  readonly firsts: number[];
  columnOf: number[];
  nodes: number[];
}

function ofObjects(context: TableContext, container: number, rows: readonly number[], isMap: boolean): JsonTable | undefined {
  const { tape } = context;
  const cells: Cells = { columns: [], firsts: [], columnOf: [], nodes: [] };
  const leftovers: number[] = [];
  // For each path of keys, the columns and paths that follow from it.
  const paths: { name: string; pointer: string; next: Map<string, number> }[] = [{ name: "", pointer: "", next: new Map() }];
  const columnOfPath: number[] = [-1];
  const pathAfter = (path: number, key: number): number => {
    const written = tape.source.slice(tape.starts[key], tape.ends[key]);
    const known = paths[path].next.get(written);
    if (known !== undefined) return known;
    const step = textOf(tape, key);
    const { name, pointer } = paths[path];
    paths.push({ name: name === "" ? step : `${name}.${step}`, pointer: `${pointer}/${escapeStep(step)}`, next: new Map() });
    columnOfPath.push(-1);
    paths[path].next.set(written, paths.length - 1);
    return paths.length - 1;
  };
  if (isMap) cells.columns.push({ name: "", pointer: "", key: -1 });

  for (const row of rows) {
    const first = cells.nodes.length;
    cells.firsts.push(first);
    if (isMap) {
      cells.columnOf.push(0);
      cells.nodes.push(row - 1);
    }
    const inside: { end: number; path: number }[] = [{ end: tape.nexts[row], path: 0 }];
    const used = new Set<number>();
    for (let at = row + 1; at < tape.nexts[row]; ) {
      while (at >= inside[inside.length - 1].end) inside.pop();
      const value = at + 1;
      if (tape.kinds[at] !== KEY || value >= tape.nexts[row] || tape.kinds[value] === KEY) {
        if (tape.kinds[at] !== KEY) leftovers.push(at);
        at = tape.nexts[at];
        continue;
      }
      const path = pathAfter(inside[inside.length - 1].path, at);
      if (tape.kinds[value] === OBJECT && inside.length <= MAX_FLATTENED) {
        inside.push({ end: tape.nexts[value], path });
        at = value + 1;
        continue;
      }
      let column = columnOfPath[path];
      if (column < 0 && isCell(tape, value) && cells.columns.length < MAX_COLUMNS) {
        column = columnOfPath[path] = cells.columns.length;
        cells.columns.push({ name: paths[path].name, pointer: paths[path].pointer, key: at });
      }
      if (column < 0 || !isCell(tape, value) || used.has(column)) leftovers.push(value);
      else {
        used.add(column);
        cells.columnOf.push(column);
        cells.nodes.push(value);
      }
      at = tape.nexts[value];
    }
    sortRow(cells, first);
  }
  cells.firsts.push(cells.nodes.length);
  if (cells.columns.length === 0 || cells.nodes.length < rows.length * cells.columns.length * MIN_DENSITY) return undefined;
  return { leftovers, segment: segmentOf(context, container, rows, cells, true) };
}

/** DataTables and spreadsheets' own exports: the first list is the header, if anything is. */
function ofArrays(context: TableContext, container: number, rows: readonly number[]): JsonTable | undefined {
  const { tape } = context;
  const cells: Cells = { columns: [], firsts: [], columnOf: [], nodes: [] };
  let words = 0;
  for (const row of rows) {
    cells.firsts.push(cells.nodes.length);
    let column = 0;
    for (let at = row + 1; at < tape.nexts[row]; at = tape.nexts[at]) {
      if (!isValue(tape, at) || column >= MAX_COLUMNS) return undefined;
      if (row === rows[0] && tape.source.charCodeAt(tape.starts[at] - 1) === 0x22) words++;
      cells.columnOf.push(column);
      cells.nodes.push(at);
      if (++column > cells.columns.length) cells.columns.push({ name: "", pointer: `/${column - 1}`, key: -1 });
    }
  }
  cells.firsts.push(cells.nodes.length);
  if (words === 0 || cells.columns.length < 2) return undefined;
  return { leftovers: [], segment: segmentOf(context, container, rows, cells, false) };
}

/** {"names": [...], "phones": [...]}: lists of as many plain values each, side by side. What else the object holds is no part of it. */
function ofColumns(context: TableContext, container: number): JsonTable | undefined {
  const { tape } = context;
  const cells: Cells = { columns: [], firsts: [], columnOf: [], nodes: [] };
  const lists: number[][] = [];
  const leftovers: number[] = [];
  for (let key = container + 1; key < tape.nexts[container]; ) {
    const node = key + 1;
    if (tape.kinds[key] !== KEY || keyOf(tape, node) !== key) return undefined;
    key = tape.nexts[node];
    const list = tape.kinds[node] === ARRAY && lists.length < MAX_COLUMNS ? plainValues(tape, node) : undefined;
    if (list === undefined || list.length < MIN_LISTED || list.length !== (lists[0]?.length ?? list.length)) {
      leftovers.push(node);
      continue;
    }
    lists.push(list);
    cells.columns.push({ name: textOf(tape, node - 1), pointer: "", key: node - 1 });
  }
  if (lists.length < 2) return undefined;
  const rows = lists[0];
  for (let row = 0; row < rows.length; row++) {
    cells.firsts.push(cells.nodes.length);
    lists.forEach((list, column) => {
      cells.columnOf.push(column);
      cells.nodes.push(list[row]);
    });
  }
  cells.firsts.push(cells.nodes.length);
  return { leftovers, segment: segmentOf(context, container, rows, cells, true) };
}

function plainValues(tape: Tape, list: number): number[] | undefined {
  const values: number[] = [];
  for (let at = list + 1; at < tape.nexts[list]; at++) {
    if (!isValue(tape, at)) return undefined;
    values.push(at);
  }
  return values;
}

/** A plain value, or a list of them. */
function isCell(tape: Tape, node: number): boolean {
  if (isValue(tape, node)) return true;
  if (tape.kinds[node] !== ARRAY) return false;
  for (let at = node + 1; at < tape.nexts[node]; at++) if (!isValue(tape, at)) return false;
  return true;
}

/** Keys come in another order in some rows. */
function sortRow(cells: Cells, first: number): void {
  let isSorted = true;
  for (let cell = first + 1; cell < cells.nodes.length; cell++) if (cells.columnOf[cell] < cells.columnOf[cell - 1]) isSorted = false;
  if (isSorted) return;
  const order = Array.from({ length: cells.nodes.length - first }, (_, i) => first + i).sort((a, b) => cells.columnOf[a] - cells.columnOf[b]);
  const columnOf = order.map((cell) => cells.columnOf[cell]);
  const nodes = order.map((cell) => cells.nodes[cell]);
  for (let i = 0; i < order.length; i++) {
    cells.columnOf[first + i] = columnOf[i];
    cells.nodes[first + i] = nodes[i];
  }
}

function segmentOf({ at, tape, spanOf, pointerOf }: TableContext, container: number, rows: readonly number[], cells: Cells, hasHeader: boolean): TableSegment {
  const { columns, firsts, columnOf, nodes } = cells;
  const above = hasHeader ? 1 : 0;
  /** The first cell of row `row` (without the header) at or after a column. */
  const cellFrom = (row: number, column: number): number => {
    let low = firsts[row];
    let high = firsts[row + 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (columnOf[middle] < column) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const cellAt = (row: number, column: number): number => {
    if (row < 0 || row >= rows.length) return -1;
    const cell = cellFrom(row, column);
    return cell < firsts[row + 1] && columnOf[cell] === column ? cell : -1;
  };
  const place = (name: string, start: number, end: number): Place => {
    const span = spanOf({ start, end }).at.slice(at.length);
    return { at: name === "" ? [...at, ...span] : [...at, { kind: "property", name }, ...span] };
  };
  return {
    kind: "table",
    at,
    rowCount: rows.length + above,
    columnCount: columns.length,
    text(row, column) {
      if (row < above) return columns[column]?.name ?? "";
      const cell = cellAt(row - above, column);
      return cell < 0 ? "" : cellText(tape, nodes[cell]);
    },
    nextColumn(row, column) {
      if (row < above) return columns.findIndex(({ name }, i) => i >= column && name !== "");
      const end = firsts[row - above + 1];
      for (let cell = cellFrom(row - above, column); cell < end; cell++) if (cellText(tape, nodes[cell]) !== "") return columnOf[cell];
      return -1;
    },
    place({ firstRow, lastRow, firstColumn, lastColumn }: CellRange) {
      if (lastRow < above) {
        const key = columns[firstColumn]?.key ?? -1;
        return key < 0 ? place("", 0, 0) : place(pointerOf(key + 1), tape.starts[key], tape.ends[key]);
      }
      const first = Math.max(firstRow, above) - above;
      const last = lastRow - above;
      if (first === last && firstColumn === lastColumn) {
        const cell = cellAt(first, firstColumn);
        if (cell >= 0) return place(pointerOf(nodes[cell]), tape.starts[nodes[cell]], tape.ends[nodes[cell]]);
      }
      // Where columns are lists, a row's last cell stands far behind its first.
      const end = Math.max(tape.ends[rows[last]], tape.ends[nodes[firsts[last + 1] - 1] ?? rows[last]]);
      return place(container < 0 ? "" : pointerOf(container), tape.starts[rows[first]], end);
    },
  };
}

function cellText(tape: Tape, node: number): string {
  if (tape.kinds[node] !== ARRAY) return tape.source.charCodeAt(tape.starts[node]) === 0x6e && isNull(tape, node) ? "" : textOf(tape, node);
  const texts: string[] = [];
  for (let at = node + 1; at < tape.nexts[node]; at++) texts.push(textOf(tape, at));
  return texts.join(", ");
}

/** `null`, not "null". */
function isNull({ source, starts, ends }: Tape, node: number): boolean {
  return source.charCodeAt(starts[node] - 1) !== 0x22 && source.slice(starts[node], ends[node]) === "null";
}

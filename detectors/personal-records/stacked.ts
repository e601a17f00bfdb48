/** Labels for envelopes: a postal code, an address and 佐藤花子 様 below each other, several across a sheet. Each becomes a row. */
import type { TableSegment } from "../../src/contract.js";
import { judgeAddress } from "../shared/address.js";
import { judgePersonName } from "../shared/person-name.js";
import { nextFilled } from "./clusters.js";
import type { Explained } from "./explained.js";
import { plainOf } from "./plain.js";

const MAX_ROWS = 20_000;
const MAX_COLUMNS = 64;
const FEWEST_LABELS = 2;
/** Rows above the name that are its label's. */
const REACH = 3;
const ADDRESSED = /[ 　]*(?:様|殿)\s*$/u;
const POSTAL_CODE = /^\s*〒?\s*[\d０-９]{3}[-－ー]?[\d０-９]{4}\s*$/u;
/** What the view's columns are. */
const HEADER = ["郵便番号", "住所", "氏名"];
const [CODE, ADDRESS, NAME] = [0, 1, 2];

interface Label {
  readonly column: number;
  /** Rows of the postal code, the address and the name; -1 where there is none. */
  readonly rows: readonly number[];
}

export interface StackedSheet {
  readonly table: TableSegment;
  explained(inView: Explained): Explained;
}

export function stackedLabels(table: TableSegment): StackedSheet | undefined {
  if (table.rowCount > MAX_ROWS) return undefined;
  const labels: Label[] = [];
  for (let row = 1; row < table.rowCount; row++) {
    for (let column = nextFilled(table, row, 0); column >= 0 && column < MAX_COLUMNS; column = nextFilled(table, row, column + 1)) {
      const label = labelAt(table, row, column);
      if (label !== undefined) labels.push(label);
    }
  }
  if (labels.length < FEWEST_LABELS) return undefined;
  const firstRow = Math.min(...labels[0].rows.filter((row) => row >= 0));
  const owners = new Map<number, readonly [label: number, part: number]>();
  labels.forEach(({ column, rows }, i) => { rows.forEach((row, part) => row >= 0 && owners.set(row * table.columnCount + column, [i, part])); });
  const text = (row: number, part: number): string => {
    if (row === 0) return HEADER[part] ?? "";
    const { column, rows } = labels[row - 1];
    return rows[part] >= 0 ? table.text(rows[part], column) : "";
  };
  return {
    explained: (inView) => ({
      firstRow,
      end: table.rowCount,
      has(row, column) {
        const owner = owners.get(row * table.columnCount + column);
        return owner !== undefined && owner[0] + 1 >= inView.firstRow && owner[0] + 1 < inView.end && inView.has(owner[0] + 1, owner[1]);
      },
    }),
    table: {
      kind: "table",
      at: table.at,
      rowCount: labels.length + 1,
      columnCount: HEADER.length,
      text,
      nextColumn(row, column) {
        for (let part = column; part < HEADER.length; part++) if (text(row, part) !== "") return part;
        return -1;
      },
      place(range) {
        const some = labels.slice(Math.max(0, range.firstRow - 1), Math.max(1, range.lastRow));
        const rows = some.flatMap((label) => label.rows.filter((row) => row >= 0));
        const columns = some.map(({ column }) => column);
        return table.place({ firstRow: least(rows), lastRow: most(rows), firstColumn: least(columns), lastColumn: most(columns) });
      },
    },
  };
}

const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b), Infinity);
const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), 0);

/** The label whose name stands in a cell. */
function labelAt(table: TableSegment, row: number, column: number): Label | undefined {
  const cell = table.text(row, column);
  if (cell.length > 24 || !ADDRESSED.test(cell)) return undefined;
  const rows = [-1, -1, row];
  for (let above = row - 1; above >= Math.max(0, row - REACH); above--) {
    const other = table.text(above, column);
    if (other.trim() === "" || ADDRESSED.test(other)) break;
    if (POSTAL_CODE.test(other)) {
      rows[CODE] = above;
      break;
    }
    if (rows[ADDRESS] < 0 && judgeAddress(plainOf(other)) >= 0.5) rows[ADDRESS] = above;
  }
  const isLabel = rows[ADDRESS] >= 0 || (rows[CODE] >= 0 && judgePersonName(plainOf(cell).replace(ADDRESSED, "")) >= 0.5);
  return isLabel && rows[NAME] >= 0 ? { column, rows } : undefined;
}

/** Links and rules of cells: HLINK and DV records ([MS-XLS] 2.4.140, 2.4.93). */
import type { Location } from "../../contract.js";
import { cellRef } from "../../text/table.js";
import type { Remark } from "../../text/remarks.js";
import type { FormulaReader } from "./formulas.js";
import { continuedReader } from "./records.js";
import { readable, readString, type Script } from "./strings.js";

const placed = (at: Location, firstRow: number, lastRow: number, firstColumn: number, lastColumn: number): Location => [
  ...at,
  { kind: "cell", ref: cellRef({ firstRow, lastRow, firstColumn, lastColumn }) },
];

/** The range, 16 bytes of a class and the link: its address, a place in it and the words it shows are all wide strings. */
export function hyperlink(bytes: Uint8Array, script: Script, at: Location): Remark {
  const reader = continuedReader([bytes]);
  const [firstRow, lastRow, firstColumn, lastColumn] = [reader.uint16(), reader.uint16(), reader.uint16(), reader.uint16()];
  return { text: readable(bytes.subarray(24), script), at: placed(at, firstRow, lastRow, firstColumn, lastColumn) };
}

/** What is shown when the cell is entered or entered wrongly, and the list it chooses from. */
export function validation(bytes: Uint8Array, script: Script, formulas: FormulaReader, at: Location): Remark {
  const reader = continuedReader([bytes]);
  reader.uint32();
  // An absent text is one NUL.
  const texts = [1, 2, 3, 4].map(() => readString(reader, script).text.replaceAll("\0", ""));
  for (let i = 0; i < 2 && reader.left >= 4; i++) {
    const size = reader.uint16();
    reader.uint16();
    const start = bytes.length - reader.left;
    texts.push(formulas.literals(bytes.subarray(0, start + size), start, size));
    reader.take(Math.min(size, reader.left));
  }
  const text = texts.filter((one) => one !== "").join("\n");
  if (reader.left < 10) return { text, at };
  reader.uint16();
  const [firstRow, lastRow, firstColumn, lastColumn] = [reader.uint16(), reader.uint16(), reader.uint16(), reader.uint16()];
  return { text, at: placed(at, firstRow, lastRow, firstColumn, lastColumn) };
}

/** Copies of other workbooks' cells that links leave behind: SUPBOOK, XCT and CRN records ([MS-XLS] 2.4.271, 2.4.351, 2.4.63). */
import type { Location, TableSegment } from "../../contract.js";
import type { Remark } from "../../text/remarks.js";
import { cachedTables } from "../cells/cached-table.js";
import { shortest } from "../cells/number-format.js";
import { createCellRows, type CellRowsBuilder } from "../cells/rows.js";
import { createStringPool } from "../cells/string-pool.js";
import { continuedReader, type ContinuedReader } from "./records.js";
import { charactersIn, readString, type Script } from "./strings.js";

const SUPBOOK = 0x1ae;
const EXTERNSHEET = 0x17;
const XCT = 0x59;
const CRN = 0x5a;
/** Instead of a length: the workbook itself, and functions of add-ins. */
const NO_BOOK: ReadonlySet<number> = new Set([0x0401, 0x3a01]);
/** Marks of a drive, a folder, a parent in the path to another file ([MS-XLS] 2.5.277): between names, where a separator stands else. */
const PATH_MARKS = /[\x00-\x08]+/gu;

export interface ExternalCaches {
  readonly links: readonly Remark[];
  /** @returns whether the record is one of these */
  read(type: number, bytes: Uint8Array): boolean;
  tables(): TableSegment[];
}

export function createExternalCaches(at: Location, script: () => Script): ExternalCaches {
  const links: Remark[] = [];
  const local = createStringPool();
  const caches: CellRowsBuilder[] = [];

  const addLink = (texts: readonly string[]): void => {
    const text = texts.map((one) => one.replace(PATH_MARKS, "/")).filter((one) => one !== "").join("\n");
    if (text !== "") links.push({ text, at });
  };
  function book(reader: ContinuedReader): void {
    const sheets = reader.uint16();
    const length = reader.uint16();
    if (NO_BOOK.has(length)) return;
    const texts = [charactersIn(reader, script(), length)];
    for (let i = 0; i < sheets && reader.left > 2; i++) texts.push(readString(reader, script()).text);
    addLink(texts);
  }
  function cells(reader: ContinuedReader): void {
    const last = reader.uint8();
    const first = reader.uint8();
    const row = reader.uint16();
    const rows = caches.at(-1) ?? startCache();
    for (let column = first; column <= last && reader.left > 0; column++) {
      const text = constant(reader, script());
      if (text === "") continue;
      local.addText(text);
      rows.put(row, column, ~local.finishString(), false);
    }
  }
  function startCache(): CellRowsBuilder {
    const rows = createCellRows();
    caches.push(rows);
    return rows;
  }

  return {
    links,
    read(type, bytes) {
      const reader = continuedReader([bytes]);
      if (type === SUPBOOK) book(reader);
      // Before BIFF8 the path itself stands here, behind its length and a mark.
      else if (type === EXTERNSHEET && script().biff < 8) addLink([script().decode(bytes.subarray(1))]);
      else if (type === EXTERNSHEET) return true;
      else if (type === XCT) startCache();
      else if (type === CRN) cells(reader);
      else return false;
      return true;
    },
    tables() {
      local.seal();
      return cachedTables(caches, local, at, "external-link-cache");
    },
  };
}

/** SerAr ([MS-XLS] 2.5.237): its type in a byte, its value in eight bytes or as a string. */
function constant(reader: ContinuedReader, script: Script): string {
  const type = reader.uint8();
  if (type === 2) return readString(reader, script, script.biff < 8).text;
  const bytes = Buffer.from(reader.take(8));
  if (bytes.length < 8) return "";
  if (type === 1) return shortest(bytes.readDoubleLE());
  return type === 4 ? (bytes[0] === 0 ? "FALSE" : "TRUE") : "";
}

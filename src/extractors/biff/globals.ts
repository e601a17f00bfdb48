/** What a workbook says of itself before its sheets: [MS-XLS] 2.1.7.20.3. */
import type { CellRange, ExtractContext, Location, SheetState, TableSegment } from "../../contract.js";
import { codePageDecoder } from "../../text/code-pages.js";
import type { Remark } from "../../text/remarks.js";
import type { CellStyles } from "../cells/binary.js";
import { printedTokens } from "../cells/print-area.js";
import { createExternalCaches } from "./external.js";
import { formulaReader } from "./formulas.js";
import { continuedPieces, continuedReader, RECORD, recordsOf, type Biff } from "./records.js";
import { charactersIn, readable, readSharedTexts, readString, type Script, type SharedTexts } from "./strings.js";
import { collectStyles } from "./styles.js";

export interface ListedSheet {
  readonly name: string;
  readonly state: SheetState;
  /** Where its part of the stream begins. */
  readonly position: number;
  /** What is printed of it; none: all. */
  readonly printed: readonly CellRange[];
}

export interface Globals {
  readonly script: Script;
  readonly styles: CellStyles;
  readonly shared: SharedTexts;
  readonly sheets: readonly ListedSheet[];
  readonly names: readonly Remark[];
  /** Copies of the cells of other workbooks, and where those are. */
  readonly externalTables: readonly TableSegment[];
  readonly externalLinks: readonly Remark[];
  /** Readable stretches of every other record. */
  readonly other: readonly string[];
  /** Bytes of pictures and shapes that sheets share ([MS-XLS] 2.4.170). */
  readonly drawings: readonly Uint8Array[];
}

const CODE_PAGE = 0x42;
const DATE_MODE = 0x22;
const SST = 0xfc;
const NAMES: ReadonlySet<number> = new Set([0x18, 0x218]);
const DRAWING_GROUP = 0xeb;
const UNICODE = 1200;

/** Their bytes are numbers and switches: reading them as text would only find chance. */
export const NO_TEXT: ReadonlySet<number> = new Set([
  ...[0x0c, 0x0d, 0x0e, 0x0f, 0x10, 0x11, 0x12, 0x13, 0x19, 0x1a, 0x1b, 0x1d, 0x22, 0x26, 0x27, 0x28, 0x29, 0x2a, 0x2b, 0x3c, 0x3d, 0x40, 0x41, 0x42, 0x55, 0x63, 0x64, 0x7d, 0x80, 0x81, 0x43, 0x92, 0xe0, 0x243, 0x443],
  ...[0x82, 0x83, 0x84, 0x8c, 0x8d, 0x99, 0x9c, 0xa0, 0xa1, 0xbe, 0xd3, 0xd7, 0xda, 0xdd, 0xe1, 0xe2, 0xe5, 0xef, 0xff, 0x13d, 0x15f, 0x160, 0x161, 0x1af, 0x1b7, 0x1bc, 0x1c0, 0x1c1],
  ...[0x200, 0x201, 0x20b, 0x225, 0x23e, 0x862, 0x863, 0x87c, 0x87d, 0x88b, 0x88c, 0x892, 0x896, 0x89b],
]);

export interface GlobalsSource {
  readonly stream: Uint8Array;
  readonly biff: Biff;
  readonly start: number;
  readonly end: number;
  /** Of the stream. */
  readonly at: Location;
  readonly context: ExtractContext;
  /** False where a sheet stands in the same part, as it did before BIFF5: the sheet's reader takes what is left here. */
  readonly isWhole: boolean;
}

export function readGlobals({ stream, biff, start, end, at, isWhole, context: { budget } }: GlobalsSource): Globals {
  let script: Script = { biff, decode: codePageDecoder(0) };
  const styles = collectStyles(() => script);
  const external = createExternalCaches(at, () => script);
  const sheets: Omit<ListedSheet, "printed">[] = [];
  const printed = new Map<number, CellRange[]>();
  const names: Remark[] = [];
  const other = new Set<string>();
  const drawings: Uint8Array[] = [];
  let strings: Uint8Array[] = [];
  let date1904 = false;

  const cursor = recordsOf(stream, start, end);
  while (cursor.next()) {
    const { type } = cursor;
    const bytes = stream.subarray(cursor.start, cursor.end);
    if (type === CODE_PAGE && bytes.length >= 2) {
      const codePage = bytes[0] | (bytes[1] << 8);
      if (codePage !== UNICODE) script = { biff, decode: codePageDecoder(codePage) };
    } else if (type === DATE_MODE) date1904 = bytes[0] === 1;
    else if (type === SST) strings = continuedPieces(stream, cursor);
    else if (type === RECORD.BOUNDSHEET && bytes.length >= 6) sheets.push(listedSheet(bytes, script));
    else if (NAMES.has(type)) {
      const { text, printedSheet, ranges } = definedName(bytes, script);
      names.push({ text, at });
      if (printedSheet > 0) printed.set(printedSheet, ranges);
    }
    else if (type === DRAWING_GROUP) drawings.push(...continuedPieces(stream, cursor));
    else if (!external.read(type, bytes)) {
      styles.read(type, bytes);
      // A number's format may have words in it, and fonts are called as anybody likes.
      if (isWhole && !NO_TEXT.has(type)) addLines(readable(bytes, script), other);
    }
  }
  budget.tick();
  return {
    script,
    styles: styles.finish(date1904),
    shared: readSharedTexts(strings, budget),
    sheets: sheets.map((sheet, i) => ({ ...sheet, printed: printed.get(i + 1) ?? [] })),
    names: names.filter(({ text }) => text !== ""),
    externalTables: external.tables(),
    externalLinks: external.links,
    other: [...other],
    drawings,
  };
}

export function addLines(text: string, to: Set<string>): void {
  for (const line of text.split("\n")) if (line !== "") to.add(line);
}

const STATES: readonly SheetState[] = ["visible", "hidden", "very-hidden"];

function listedSheet(bytes: Uint8Array, script: Script): Omit<ListedSheet, "printed"> {
  const reader = continuedReader([bytes]);
  const position = reader.uint32();
  // Two bits ([MS-XLS] 2.4.28); Excel shows no sheet of the fourth value.
  const state = STATES[reader.uint8() & 3] ?? "very-hidden";
  reader.uint8();
  return { name: readString(reader, script, true).text, state, position };
}

/** [MS-XLS] 2.5.198.98 and 2.5.66: the built-in name of what is printed. */
const PRINT_AREA = "\u0006";

interface DefinedName {
  readonly text: string;
  /** The sheet, from 1, whose printed cells the name stands for; 0 where it stands for anything else. */
  readonly printedSheet: number;
  readonly ranges: CellRange[];
}

/** A defined name, the texts in what it stands for, and what its author wrote about it ([MS-XLS] 2.4.150). */
function definedName(bytes: Uint8Array, script: Script): DefinedName {
  if (bytes.length < 15 || script.biff < 5) return { text: readable(bytes, script), printedSheet: 0, ranges: [] };
  const reader = continuedReader([bytes]);
  const isBuiltIn = (reader.uint16() & 0x20) !== 0;
  reader.uint8();
  const length = reader.uint8();
  const size = reader.uint16();
  reader.take(2);
  const sheet = reader.uint16();
  const hasTexts = reader.uint32() !== 0;
  const name = charactersIn(reader, script, length);
  const start = bytes.length - reader.left;
  const texts = [isBuiltIn ? "" : name, formulaReader(script).literals(bytes, start, size), hasTexts ? readable(bytes.subarray(start + size), script) : ""];
  const isPrinted = isBuiltIn && name === PRINT_AREA;
  return {
    text: texts.filter((text) => text !== "").join("\t"),
    printedSheet: isPrinted ? sheet : 0,
    ranges: isPrinted ? printedTokens(bytes, start, start + size, script.biff === 8 ? "biff8" : "biff5") : [],
  };
}

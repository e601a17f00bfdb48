/** Which character separates the cells of a text, if it is a table at all. */
import { parseRecords } from "./records.js";

export interface Sniffed {
  readonly delimiter: number;
  /** Columns of most records. */
  readonly columnCount: number;
  /** Share of the records that have as many. */
  readonly agreement: number;
  readonly recordCount: number;
}

const COMMA = 0x2c;
const TAB = 0x09;
const DELIMITERS = [COMMA, TAB, 0x3b, 0x7c];
const SAMPLE_UNITS = 64 * 1024;
const SAMPLE_RECORDS = 200;

/** "sep=;" in the first line, as spreadsheets write it to say so. */
const SEPARATOR_LINE = /^(?:"sep=(.)"|sep=(.))\r?\n/iu;

/** The delimiter that a first line "sep=;" declares, and the length of that line. */
export function declaredDelimiter(text: string): { delimiter: number; length: number } | undefined {
  const match = SEPARATOR_LINE.exec(text.slice(0, 16));
  return match === null ? undefined : { delimiter: (match[1] ?? match[2]).charCodeAt(0), length: match[0].length };
}

/** @param preferred the delimiter that the file's name promises */
export function sniffDelimiter(text: string, preferred = COMMA): Sniffed {
  let best: Sniffed | undefined;
  let bestScore = -1;
  for (const delimiter of [preferred, ...DELIMITERS.filter((one) => one !== preferred)]) {
    const sniffed = measure(text.slice(0, SAMPLE_UNITS), delimiter);
    const score = sniffed.columnCount < 2 ? 0 : sniffed.agreement * Math.log2(sniffed.columnCount + 1);
    if (score > bestScore) {
      bestScore = score;
      best = sniffed;
    }
  }
  return best ?? measure("", preferred);
}

function measure(sample: string, delimiter: number): Sniffed {
  const { recordCount, firstCells } = parseRecords(sample, { delimiter, isLast: sample.length < SAMPLE_UNITS, maxCells: Infinity, maxRecords: SAMPLE_RECORDS });
  const byWidth = new Map<number, number>();
  for (let record = 0; record < recordCount; record++) {
    const width = firstCells[record + 1] - firstCells[record];
    byWidth.set(width, (byWidth.get(width) ?? 0) + 1);
  }
  let columnCount = 0;
  let most = 0;
  for (const [width, count] of byWidth) if (count > most || (count === most && width > columnCount)) [columnCount, most] = [width, count];
  return { delimiter, columnCount, agreement: recordCount === 0 ? 0 : most / recordCount, recordCount };
}

/** Fewer lines agree by chance. */
const MIN_RECORDS = 3;
const MIN_AGREEMENT = 0.9;
/** Above this many units a cell the text is prose with commas in it. */
const MAX_MEAN_CELL = 40;

/** Whether a text whose name does not say so is a table: the same number of cells line after line, without the spaces of prose. */
export function looksTabular(text: string): boolean {
  const sample = text.slice(0, SAMPLE_UNITS);
  const { delimiter, columnCount, agreement, recordCount } = sniffDelimiter(sample);
  if (recordCount < MIN_RECORDS || agreement < MIN_AGREEMENT || columnCount < (delimiter === TAB ? 2 : 3)) return false;
  if (delimiter === TAB) return true;
  const separator = String.fromCharCode(delimiter);
  const pieces = sample.split(separator);
  const followedBySpace = pieces.filter((piece, i) => i > 0 && piece.startsWith(" ")).length;
  return sample.length / pieces.length <= MAX_MEAN_CELL && followedBySpace * 2 < pieces.length;
}

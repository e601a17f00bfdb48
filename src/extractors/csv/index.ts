/** Tables as text: comma, tab, semicolon or bar between the cells. */
import type { Artifact, ExtractContext, Extractor, Segment, Unscanned } from "../../contract.js";
import { HEAD_BYTES, isText, textHead } from "../../text/decode.js";
import { countLines, lossesOf, openArtifactText, piecesOf } from "../../text/source.js";
import { parseRecords } from "./records.js";
import { declaredDelimiter, looksTabular, sniffDelimiter } from "./sniff.js";
import { headerOf, type HeaderRow, tableOfRecords } from "./table.js";

const COMMA = 0x2c;
const TAB = 0x09;
/** A longer table comes in pieces, each under the header row again. Most are far shorter and come as one. */
const PIECE_UNITS = 32 * 2 ** 20;
const PIECE_CELLS = 8 * 2 ** 20;

/** Names that say nothing about the content: any other extension is believed when it does not say "table". */
const SAYS_NOTHING = /(?:^|[/\\])[^./\\]*$|\.(?:txt|text|dat|out|asc|bak|old|\d+)$/iu;

function identify(bytes: Uint8Array, name: string): string | undefined {
  if (bytes.length === 0) return undefined;
  const extension = /\.(csv|tsv|tab)$/iu.exec(name)?.[1].toLowerCase();
  if (extension !== undefined) return isText(bytes) ? (extension === "csv" ? "csv" : "tsv") : undefined;
  if (!SAYS_NOTHING.test(name) || !isText(bytes)) return undefined;
  const head = textHead(bytes).text;
  // The last line of a cut head would be a short record.
  const whole = bytes.length <= HEAD_BYTES ? head : head.slice(0, head.lastIndexOf("\n") + 1);
  return looksTabular(whole) ? "csv" : undefined;
}

export const csvExtractor: Extractor = { id: "csv", identify, extract };

function* extract(artifact: Artifact, context: ExtractContext): Iterable<Segment | Unscanned> {
  const { at, name } = artifact;
  const reader = openArtifactText(artifact, context);
  const source = piecesOf(reader, context);
  let delimiter: number | undefined;
  let header: HeaderRow | undefined;
  let records = 0;
  let text = "";
  let base = { line: 1, offset: 0 };
  for (let isLast = false; !isLast; ) {
    while (text.length < PIECE_UNITS) {
      const { done, value } = source.next();
      if (done === true) {
        yield* lossesOf(at, reader, value);
        isLast = true;
        break;
      }
      text += value.text;
    }
    let start = 0;
    if (delimiter === undefined) {
      const declared = declaredDelimiter(text);
      delimiter = declared?.delimiter ?? sniffDelimiter(text, /\.(?:tsv|tab)$/iu.test(name) ? TAB : COMMA).delimiter;
      start = declared?.length ?? 0;
    }
    // As often as the room for cells ends before the text does.
    for (let rest = true; rest; ) {
      const parsed = parseRecords(text, { delimiter, start, isLast, maxCells: PIECE_CELLS, tick: () => { context.budget.tick(); } });
      if (parsed.recordCount > 0) {
        const table = tableOfRecords(at, { piece: { text, base }, records: parsed, recordBase: records }, header);
        if (table.rowCount > 0) yield table;
        if (!isLast || parsed.consumed < text.length) header ??= headerOf(table);
      }
      records += parsed.recordCount;
      base = { line: base.line + countLines(text.slice(0, parsed.consumed)), offset: base.offset + parsed.consumed };
      text = text.slice(parsed.consumed);
      start = 0;
      rest = isLast && text.length > 0;
    }
  }
}

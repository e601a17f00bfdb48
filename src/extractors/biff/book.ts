/** A workbook stream: what it says of itself, then its sheets, wherever in the stream they stand ([MS-XLS] 2.1.7.20). */
import type { BlockKeys } from "../../bytes/office97-crypto.js";
import type { Artifact, ExtractContext, Location, Segment, SheetSummary, Unscanned } from "../../contract.js";
import { strayArtifact } from "../../bytes/stray.js";
import { Unreadable } from "../../errors.js";
import { remarksSegment } from "../../text/remarks.js";
import { unusedStrings } from "../cells/unused-strings.js";
import { openStream } from "./crypt.js";
import { readDrawing } from "./drawing.js";
import { readGlobals, type Globals } from "./globals.js";
import { beginningAt, CONTENT, RECORD, recordsOf, type Beginning } from "./records.js";
import { readSheet, type SheetPart } from "./sheet.js";

interface Part extends Beginning {
  readonly start: number;
  readonly end: number;
  /** Its last record is no end, or reaches past the stream's. */
  readonly isCut: boolean;
}

export interface ReadBook {
  /** What the workbook writes its text in. */
  readonly script: Globals["script"];
  /** Of what else the same password seals. */
  readonly keys: BlockKeys | undefined;
}

/**
 * @param at of the workbook
 * @returns undefined where it is encrypted
 * @throws Unreadable "limit", or "corrupt" where no workbook begins
 */
export function* readBook(bytes: Uint8Array, at: Location, context: ExtractContext): Generator<Segment | Artifact | Unscanned, ReadBook | undefined> {
  const { budget } = context;
  budget.expand(bytes.length);
  const { stream, isSealed, keys } = openStream(bytes, context.passwords);
  if (isSealed) {
    yield { kind: "unscanned", at, reason: "encrypted", detail: "The workbook is encrypted with a password." };
    return undefined;
  }
  const first = beginningAt(stream, 0);
  if (first === undefined) throw new Unreadable("corrupt", "the workbook stream does not begin as one");
  const isWhole = first.content === CONTENT.GLOBALS;
  const start = partAt(stream, 0, first);
  const globals = readGlobals({ stream, biff: first.biff, start: 0, end: isWhole ? start.end : stream.length, at, context, isWhole });
  if (globals.shared.isShort) yield { kind: "unscanned", at, reason: "corrupt", detail: "the table of shared strings breaks off" };

  const { parts, gaps } = partsOf(stream, isWhole ? start : undefined, globals, context);
  const summaries: SheetSummary[] = [];
  let stop: Unreadable | undefined;
  try {
    for (const part of parts) {
      const cells = yield* readSheet(stream, part, globals, at, context);
      const { name, state } = part;
      const sheetAt: Location = [...at, { kind: "sheet", name, state }];
      summaries.push({ at: sheetAt, name, state, cells });
      if (part.isCut) yield { kind: "unscanned", at: sheetAt, reason: "corrupt", detail: "the workbook stream breaks off in this sheet" };
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    stop = error;
  }
  yield { kind: "workbook", at, sheets: summaries };
  if (stop !== undefined) throw stop;
  if (isWhole && start.isCut) yield { kind: "unscanned", at, reason: "corrupt", detail: "the workbook stream breaks off before its sheets" };
  const starts = new Set(parts.map((part) => part.start));
  for (const { name, state, position } of globals.sheets) {
    if (starts.has(position)) continue;
    budget.entry();
    yield { kind: "unscanned", at: [...at, { kind: "sheet", name, state }], reason: "corrupt", detail: "the workbook lists the sheet, but nothing begins where it should stand" };
  }
  yield* globalSegments(globals, at, context);
  for (const [from, to] of gaps) {
    const stray = strayArtifact(at, stream, from, to);
    if (stray !== undefined) yield stray;
  }
  return { script: globals.script, keys };
}

function* globalSegments(globals: Globals, at: Location, { budget }: ExtractContext): Generator<Segment | Artifact> {
  const { names, externalTables, externalLinks, other, drawings, shared } = globals;
  if (names.length > 0) yield remarksSegment(names, "defined-name");
  yield* externalTables;
  if (externalLinks.length > 0) yield remarksSegment(externalLinks, "external-link-cache");
  if (other.length > 0) yield remarksSegment(other.map((text) => ({ text, at })), "package-data");
  yield* unusedStrings(shared, at);
  yield* readDrawing(drawings, at, undefined, budget);
}

/** From a BOF record to the EOF that belongs to it. */
function partAt(stream: Uint8Array, start: number, beginning: Beginning): Part {
  const cursor = recordsOf(stream, start);
  let depth = 0;
  while (cursor.next()) {
    if (beginningAt(stream, cursor.at) !== undefined) {
      // The workspace of BIFF4 is a list before the sheets, and ends after them.
      if (depth === 1 && beginning.content === CONTENT.WORKSPACE) return { ...beginning, start, end: cursor.at, isCut: false };
      depth++;
    } else if (cursor.type === RECORD.EOF && --depth <= 0) return { ...beginning, start, end: cursor.end, isCut: cursor.isCut };
  }
  return { ...beginning, start, end: stream.length, isCut: true };
}

interface SheetOfStream extends SheetPart {
  readonly isCut: boolean;
}

/** Sheets in the stream's order, those that nothing lists among them, and the stretches between that belong to none. */
function partsOf(stream: Uint8Array, head: Part | undefined, { sheets, script }: Globals, { budget }: ExtractContext): { parts: SheetOfStream[]; gaps: [number, number][] } {
  const listed = new Map(sheets.map((sheet) => [sheet.position, sheet]));
  const positions = [...listed.keys()].sort((a, b) => a - b);
  const parts: SheetOfStream[] = [];
  const gaps: [number, number][] = [];
  const read = new Set<number>();
  const take = (part: Part): void => {
    read.add(part.start);
    const sheet = listed.get(part.start);
    const lone = script.biff < 5 ? "visible" : "orphaned";
    parts.push({ name: sheet?.name ?? `sheet ${parts.length + 1}`, state: sheet?.state ?? lone, start: part.start, end: part.end, isCut: part.isCut, printed: sheet?.printed ?? [] });
  };
  let coming = 0;
  for (let at = head?.end ?? 0; at < stream.length; ) {
    const beginning = beginningAt(stream, at);
    if (beginning !== undefined) {
      const part = partAt(stream, at, beginning);
      take(part);
      at = part.end;
      continue;
    }
    while (coming < positions.length && positions[coming] <= at) coming++;
    const next = Math.min(stream.length, positions[coming] ?? stream.length);
    const last = gaps.at(-1);
    // Positions where nothing begins part no gap.
    if (last?.[1] === at) last[1] = next;
    else gaps.push([at, next]);
    at = next;
  }
  // A listed sheet may stand inside another one's bytes, where no walk along the stream comes by.
  for (const position of positions) {
    const beginning = read.has(position) ? undefined : beginningAt(stream, position);
    if (beginning === undefined) continue;
    const part = partAt(stream, position, beginning);
    budget.expand(part.end - part.start);
    take(part);
  }
  return { parts, gaps };
}

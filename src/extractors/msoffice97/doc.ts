/** Word 97-2003 documents ([MS-DOC]): every story, what is hidden or deleted in it, who wrote it where, and what earlier saves left behind. */
import { type CompoundEntry, type CompoundFile, isCompoundFile, readCompoundFile } from "../../bytes/cfb.js";
import { printableRuns } from "../../bytes/printable-runs.js";
import type { Artifact, Concealment, ExtractContext, Extractor, Location } from "../../contract.js";
import { Unreadable } from "../../errors.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import { segmentsOf, type Story } from "../../text/story/lines.js";
import { type Piece, readContainer, readSealedProperties, readStream } from "./container.js";
import { type DocumentKey, openDocument, PLAIN_HEAD } from "./doc-crypt.js";
import { type Fib, readFib, SLOT, STORIES } from "./fib.js";
import { readCharacterRuns, readParagraphRuns } from "./formatting.js";
import { delayedPictures, readDrawings, readPictures } from "./pictures.js";
import { readPieces } from "./pieces.js";
import { remnantsOf, type Stretch } from "./remnants.js";
import { readStory, type WordText } from "./stories.js";
import { readStrings, readStringTable } from "./string-tables.js";
import { readWordStyles } from "./word-styles.js";

const MAIN = "WordDocument";
const OBJECTS: ReadonlySet<string> = new Set(["ObjectPool"]);

export const docExtractor: Extractor = {
  id: "doc",
  identify(bytes) {
    if (!isCompoundFile(bytes)) return undefined;
    const { root } = readCompoundFile(bytes);
    return root.find("EncryptedPackage") === undefined && root.find(MAIN)?.kind === "stream" ? "doc" : undefined;
  },
  extract: readDocument,
};

function* readDocument({ at, bytes }: Artifact, context: ExtractContext): Generator<Piece> {
  const file = readCompoundFile(bytes);
  const main = file.root.find(MAIN);
  const done = new Set<CompoundEntry>();
  if (main !== undefined) done.add(main);
  const document = yield* readStream(main, at, context);
  let fib: Fib | undefined;
  try {
    fib = readFib(document);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    yield { kind: "unscanned", at, reason: error.reason, detail: error.message, ...(error.reason === "unsupported" && { format: "doc" }) };
    const text = printableRuns(document);
    if (text !== "") yield { kind: "text", text, layout: "prose", place: () => ({ at }) };
  }
  if (fib !== undefined) yield* readText(file, document, fib, done, at, context);
  yield* readContainer(file, done, OBJECTS, at, context);
}

/** What the text is made of, opened first where it is sealed. */
function* readText(file: CompoundFile, document: Uint8Array, fib: Fib, done: Set<CompoundEntry>, at: Location, context: ExtractContext): Generator<Piece> {
  const table = file.root.find(fib.tableName);
  const other = file.root.find(fib.tableName === "0Table" ? "1Table" : "0Table");
  const data = file.root.find("Data");
  for (const entry of [table, other, data]) if (entry !== undefined) done.add(entry);
  if (table === undefined) yield { kind: "unscanned", at, reason: "corrupt", detail: "doc: the table stream is missing; the text cannot be found" };
  const tableBytes = yield* readStream(table, at, context);
  const key = fib.isEncrypted ? openDocument(fib, tableBytes, context.passwords ?? []) : undefined;
  if (fib.isEncrypted) yield* readSealedProperties(file, key?.keys, done, at, context);
  if (fib.isEncrypted && key === undefined) {
    yield { kind: "unscanned", at, reason: "encrypted", detail: "doc: the document is sealed with a password" };
    return;
  }
  const [otherBytes, dataBytes] = [yield* readStream(other, at, context), yield* readStream(data, at, context)];
  if (key === undefined) yield* readContent({ at, context, document, fib, table: tableBytes, former: otherBytes, data: dataBytes });
  else yield* readSealed(key, { at, context, document, fib, table: tableBytes, former: otherBytes, data: dataBytes });
}

function* readSealed(key: DocumentKey, sealed: Content): Generator<Piece> {
  const { at, context, fib } = sealed;
  const head = fib.isObfuscated ? 0 : fib.sealing;
  // What the keys are made of is no text.
  const table = key.open(sealed.table, head).fill(0, 0, head);
  const document = key.open(sealed.document, PLAIN_HEAD);
  // The former save had keys of its own, and may have had another password.
  if (sealed.former.length > 0) {
    const former: Location = [...at, { kind: "entry", name: fib.tableName === "0Table" ? "1Table" : "0Table" }];
    yield { kind: "unscanned", at: former, reason: "encrypted", detail: "doc: what an earlier save has left is sealed" };
  }
  yield* readContent({ at, context, document, fib: readFib(document), table, former: new Uint8Array(0), data: key.open(sealed.data, 0) });
}

interface Content {
  readonly at: Location;
  readonly context: ExtractContext;
  readonly document: Uint8Array;
  readonly fib: Fib;
  readonly table: Uint8Array;
  /** The table stream of the save before, where one is left. */
  readonly former: Uint8Array;
  readonly data: Uint8Array;
}

/** Structures of the table stream that are strings, and what is in them. */
const NAMED: readonly (readonly [slot: number, name: string, concealment: Concealment])[] = [
  [SLOT.SttbfRMark, "author", "property"],
  [SLOT.SttbSavedBy, "saved by", "property"],
  [SLOT.SttbfAssoc, "association", "property"],
  [SLOT.SttbfBkmk, "bookmark", "hidden-text"],
  [SLOT.SttbfAtnBkmk, "bookmark", "hidden-text"],
  [SLOT.SttbfGlsy, "autotext", "package-data"],
  [SLOT.SttbfCaption, "caption", "package-data"],
  [SLOT.SttbFnm, "file", "package-data"],
  [SLOT.SttbfMcr, "macro", "package-data"],
];
/** Of which only the readable stretches are told: document variables, form fields, printers, mail routes. */
const READABLE: readonly (readonly [slot: number, name: string])[] = [
  [SLOT.StwUser, "variables"], [SLOT.FormFldSttbs, "form fields"], [SLOT.PrDrvr, "printer"], [SLOT.RouteSlip, "route"], [SLOT.AutosaveSource, "autosave"], [SLOT.Cmds, "commands"], [SLOT.CookieData, "cookies"],
];

function* readContent({ at, context, document, fib, table, former, data }: Content): Generator<Piece> {
  const { budget } = context;
  const slot = (position: number): Uint8Array => {
    const { start, end } = fib.slot(position);
    return table.subarray(start, Math.max(start, end));
  };
  const { pieces, damaged } = readPieces(slot(SLOT.Clx), document.length);
  if (damaged) yield { kind: "unscanned", at, reason: "corrupt", detail: "doc: the table of the text's pieces is damaged; some of the text is not read" };
  const styles = readWordStyles(slot(SLOT.Stshf));
  const characters = readCharacterRuns(document, slot(SLOT.PlcfBteChpx), styles, budget);
  const paragraphs = readParagraphRuns(document, slot(SLOT.PlcfBtePapx), budget);
  const text: WordText = { document, pieces, characters: characters.runs, paragraphs: paragraphs.runs, styles };
  const told: Story[] = [];
  let first = 0;
  for (const [i, name] of STORIES.entries()) {
    const count = fib.counts[i];
    // Behind the last story stands one more paragraph mark, and behind that what a damaged count leaves out.
    const last = i === STORIES.length - 1 ? Math.max(first + count, pieces[pieces.length - 1]?.last ?? 0) : first + count;
    const story = readStory(text, first, last, !name.startsWith("text boxes"), budget).finish();
    told.push(story);
    yield* segmentsOf(story, name === "" ? at : [...at, { kind: "package-part", path: name }], name === "comments" ? "comment" : undefined);
    first += count;
  }
  yield* readNames(slot, at);
  yield* readDrawings(slot(SLOT.DggInfo), document, at, context);
  const offsets = [...new Set(characters.runs.map(({ picture }) => picture))].filter((offset) => offset >= 0);
  yield* readPictures(data, offsets, at, context);
  yield* readRemnants();

  function* readRemnants(): Generator<Piece> {
    const lines = told.flatMap((story) => [...story.lines.map((line) => line.text), ...story.tables.flatMap((rows) => rows.flatMap(({ cells }) => cells.map((cell) => cell.text)))]);
    const all = lines.join("\n");
    const isKnown = (line: string): boolean => all.includes(line);
    const used: Stretch[] = [{ start: 0, end: Math.max(fib.end, FIRST_TEXT) }];
    for (const { start, first: from, last, bytesPerCharacter } of pieces) used.push({ start, end: start + (last - from) * bytesPerCharacter });
    for (const page of [...characters.pages, ...paragraphs.pages]) used.push({ start: page, end: page + 512 });
    used.push(...sectionStretches(slot(SLOT.PlcfSed), document));
    used.push(...delayedPictures(slot(SLOT.DggInfo)).map(({ offset, size }) => ({ start: offset, end: offset + size })));
    const partAt = (path: string): Location => [...at, { kind: "entry", name: path }];
    const left: [string, string][] = [
      [MAIN, remnantsOf(document, used, isKnown)],
      [fib.tableName, remnantsOf(table, Array.from({ length: fib.slotCount }, (_, i) => fib.slot(i)).filter(({ start, end }) => end > start), isKnown)],
      [fib.tableName === "0Table" ? "1Table" : "0Table", remnantsOf(former, [], isKnown)],
    ];
    for (const [name, lost] of left) if (lost !== "") yield remarksSegment([{ text: lost, at: partAt(name) }], "previous-revision");
  }
}

/** The fixed part of the block and the rest of its sector. */
const FIRST_TEXT = 0x200;

function* readNames(slot: (position: number) => Uint8Array, at: Location): Generator<Piece> {
  const groups = new Map<Concealment, Remark[]>();
  const add = (texts: readonly string[], name: string, concealment: Concealment): void => {
    const remarks = groups.get(concealment) ?? [];
    groups.set(concealment, remarks);
    const seen = new Set<string>();
    for (const one of texts) {
      const text = one.trim();
      if (text === "" || text === "Unknown" || text.startsWith("_") || seen.has(text)) continue;
      seen.add(text);
      remarks.push({ text, at: [...at, { kind: "property", name }] });
    }
  };
  for (const [position, name, concealment] of NAMED) add(readStringTable(slot(position)), name, concealment);
  add(readStrings(slot(SLOT.GrpXstAtnOwners)), "author", "property");
  for (const [position, name] of READABLE) add(printableRuns(slot(position)).split("\n"), name, "package-data");
  for (const [concealment, remarks] of groups) if (remarks.length > 0) yield remarksSegment(remarks, concealment);
}

/** Properties of sections stand between the text (2.8.26 PlcfSed, 2.9.233 Sepx). */
function sectionStretches(plc: Uint8Array, document: Uint8Array): Stretch[] {
  const view = new DataView(plc.buffer, plc.byteOffset, plc.byteLength);
  const count = Math.max(0, Math.floor((plc.length - 4) / 16));
  const found: Stretch[] = [];
  for (let i = 0; i < count; i++) {
    const start = view.getUint32((count + 1) * 4 + i * 12 + 2, true);
    if (start + 2 <= document.length) found.push({ start, end: start + 2 + (document[start] | (document[start + 1] << 8)) });
  }
  return found;
}

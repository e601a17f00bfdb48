/** PowerPoint 97-2003 presentations ([MS-PPT]): slides with notes and comments, masters, objects, pictures, and what earlier saves left. */
import { inflateSync } from "node:zlib";
import { type CompoundEntry, isCompoundFile, readCompoundFile } from "../../bytes/cfb.js";
import { readOfficeArt } from "../../bytes/office-art.js";
import { printableRuns } from "../../bytes/printable-runs.js";
import type { Artifact, Concealment, ExtractContext, Extractor, Location } from "../../contract.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import { segmentsOf } from "../../text/story/lines.js";
import { type Piece, readContainer, readSealedProperties, readStream } from "./container.js";
import { readArt } from "./pictures.js";
import { decryptedPictures, decryptedRecords, openPresentation } from "./ppt-crypt.js";
import { type Edits, readEdits } from "./ppt-edits.js";
import { type Record, recordAt, recordsIn, TYPE, walkRecords } from "./ppt-records.js";
import { outlineSight, readSlideSight, slideSize, type SlideSight } from "./ppt-shapes.js";
import { readSheetText, type SheetTextOptions } from "./ppt-texts.js";

const MAIN = "PowerPoint Document";
const CURRENT_USER = "Current User";
const PICTURES = "Pictures";

export const pptExtractor: Extractor = {
  id: "ppt",
  identify(bytes) {
    if (!isCompoundFile(bytes)) return undefined;
    const { root } = readCompoundFile(bytes);
    return root.find("EncryptedPackage") === undefined && root.find(MAIN)?.kind === "stream" ? "ppt" : undefined;
  },
  extract: readPresentation,
};

function* readPresentation({ at, bytes }: Artifact, context: ExtractContext): Generator<Piece> {
  const file = readCompoundFile(bytes);
  const [main, user, pictures] = [MAIN, CURRENT_USER, PICTURES].map((name) => file.root.find(name));
  const done = new Set<CompoundEntry>();
  for (const entry of [main, user, pictures]) if (entry?.kind === "stream") done.add(entry);
  const stream = yield* readStream(main, at, context);
  const edits = readEdits(yield* readStream(user, at, context), stream);
  if (edits.userName !== "") yield remarksSegment([{ text: edits.userName, at: [...at, { kind: "property", name: "current user" }] }], "property");
  const keys = edits.isEncrypted ? openPresentation(stream, edits, context.passwords ?? []) : undefined;
  if (edits.isEncrypted && keys === undefined) {
    yield { kind: "unscanned", at, reason: "encrypted", detail: "ppt: the presentation is sealed with a password" };
  } else {
    if (edits.damaged) yield { kind: "unscanned", at, reason: "corrupt", detail: "ppt: the list of saves breaks off; all records that can be found are read" };
    const opened = keys === undefined ? { bytes: stream, isWhole: true } : decryptedRecords(stream, edits, keys);
    if (!opened.isWhole) yield { kind: "unscanned", at, reason: "corrupt", detail: "ppt: records are sealed over one another or past the end; some cannot be read" };
    yield* readContent(opened.bytes, edits, at, context);
    const drawn = yield* readStream(pictures, at, context);
    yield* readArt(readOfficeArt(keys === undefined ? drawn : decryptedPictures(drawn, keys), context.budget), [...at, { kind: "entry", name: PICTURES }], context);
  }
  if (edits.isEncrypted) yield* readSealedProperties(file, keys, done, at, context);
  yield* readContainer(file, done, new Set(), at, context);
}

/** The three lists of a document (2.4.14.3): by the record's instance. */
const LISTS = ["slides", "masters", "notes"] as const;

interface Listed {
  readonly list: (typeof LISTS)[number];
  /** From 1, in its list. */
  readonly number: number;
}

function* readContent(stream: Uint8Array, edits: Edits, at: Location, context: ExtractContext): Generator<Piece> {
  const { budget } = context;
  const known = new Set<string>();
  const authors = new Set<string>();
  const document = edits.document === undefined ? undefined : recordAt(stream, edits.objects.get(edits.document) ?? -1, stream.length);
  const listed = document === undefined ? new Map<number, Listed>() : readLists(stream, document, edits);
  const current = new Set(edits.objects.values());
  const left: Record[] = [];
  const size = slideSize(stream, document);
  const sights = new Map<number, SlideSight>();
  let read = 0;
  for (const [offset, { list, number }] of [...listed].sort(([a], [b]) => a - b)) {
    const slide = list === "slides" ? recordAt(stream, offset, stream.length) : undefined;
    // Slides inside each other are no producer's, and would cost their number times the stream.
    if (slide?.type !== TYPE.Slide || offset < read) continue;
    budget.tick();
    read = slide.end;
    sights.set(number, readSlideSight(stream, slide, size));
  }

  function* tell(record: Record, place: Location, concealment: Concealment | undefined, options?: SheetTextOptions): Generator<Piece> {
    budget.entry();
    const { story, authors: named, isHidden } = readSheetText(stream, record.start, record.end, budget, options);
    for (const author of named) authors.add(author);
    for (const { text } of story.lines) known.add(text);
    yield* segmentsOf(story, place, concealment ?? (isHidden ? "hidden-slide" : undefined));
    yield* readObjects(stream, record, place, context);
    yield* readSheetArt(stream, record, place, context);
  }

  const records = recordsIn(stream, 0, stream.length);
  let next = records.next();
  for (; next.done !== true; next = records.next()) {
    const record = next.value;
    if (record.type === TYPE.UserEditAtom || record.type === TYPE.PersistDirectoryAtom || record.type === TYPE.CryptSession10) continue;
    if (!edits.damaged && !current.has(record.at)) {
      left.push(record);
      continue;
    }
    const owner = listed.get(record.at);
    // Texts of placeholders stand in the document's own lists, and belong to the slides.
    if (record.type === TYPE.Document) yield* tellDocument(stream, record, at, tell, sights);
    else if (owner === undefined) yield* tell(record, at, record.type === TYPE.Notes ? "speaker-notes" : record.type === TYPE.Slide ? "orphaned-part" : undefined);
    else if (owner.list === "masters") yield* tell(record, [...at, { kind: "package-part", path: `master ${owner.number}` }], undefined);
    else if (owner.list === "notes") yield* tell(record, [...at, { kind: "page", number: owner.number }], "speaker-notes");
    else yield* tell(record, [...at, { kind: "page", number: owner.number }], undefined, sightOf(sights.get(owner.number)?.at));
  }
  const stop = next.value;
  // A save that only adds leaves the former state of every slide it changed.
  for (const record of left) yield* tell(record, at, "previous-revision", { isNew: (text) => !known.has(text) });
  if (stream.length - stop >= 8 && stream.subarray(stop).some((byte) => byte !== 0)) {
    yield { kind: "unscanned", at, reason: "corrupt", detail: "ppt: the records break off before the stream's end; of the rest only readable stretches are read" };
    const text = printableRuns(stream.subarray(stop));
    if (text !== "") yield remarksSegment([{ text, at }], "orphaned-part");
  }
  if (authors.size > 0) yield remarksSegment([...authors].map((text): Remark => ({ text, at: [...at, { kind: "property", name: "author" }] })), "property");
}

const sightOf = (sight: SheetTextOptions["sight"] | undefined): SheetTextOptions => (sight === undefined ? {} : { sight });

type Teller = (record: Record, place: Location, concealment: Concealment | undefined, options?: SheetTextOptions) => Generator<Piece>;

/** The document's lists hold the text of placeholders, slide by slide (2.4.14.3); everything else in it is told as the document's. */
function* tellDocument(stream: Uint8Array, document: Record, at: Location, tell: Teller, sights: ReadonlyMap<number, SlideSight>): Generator<Piece> {
  function* tellOutline(list: Record, number: number, start: number, end: number): Generator<Piece> {
    const slide = sights.get(number);
    yield* tell({ ...list, start, end }, [...at, { kind: "page", number }], slide?.isHidden === true ? "hidden-slide" : undefined, sightOf(slide && outlineSight(stream, start, end, slide)));
  }
  for (const record of recordsIn(stream, document.start, document.end)) {
    if (record.type !== TYPE.SlideListWithText || record.instance !== 0) {
      yield* tell({ ...record, start: record.at }, at, record.type === TYPE.SlideListWithText && record.instance === 2 ? "speaker-notes" : undefined);
      continue;
    }
    let number = 0;
    let from = record.start;
    for (const entry of recordsIn(stream, record.start, record.end)) {
      if (entry.type !== TYPE.SlidePersistAtom) continue;
      if (number > 0) yield* tellOutline(record, number, from, entry.at);
      number++;
      from = entry.end;
    }
    if (number > 0) yield* tellOutline(record, number, from, record.end);
  }
}

/** Where the records of slides, masters and notes stand, and which each is. Notes go by the place of their slide where it can be told. */
function readLists(stream: Uint8Array, document: Record, { objects }: Edits): Map<number, Listed> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const found = new Map<number, Listed>();
  const slides = new Map<number, number>();
  for (const record of recordsIn(stream, document.start, document.end)) {
    const list = record.type === TYPE.SlideListWithText ? LISTS[record.instance === 0 ? 0 : record.instance === 1 ? 1 : 2] : undefined;
    if (list === undefined) continue;
    let number = 0;
    for (const entry of recordsIn(stream, record.start, record.end)) {
      if (entry.type !== TYPE.SlidePersistAtom || entry.end - entry.start < 16) continue;
      number++;
      const offset = objects.get(view.getUint32(entry.start, true));
      if (list === "slides") slides.set(view.getUint32(entry.start + 12, true), number);
      if (offset === undefined) continue;
      // 2.5.6 NotesAtom: which slide the notes are of.
      const atom = list === "notes" ? recordAt(stream, offset + 8, stream.length) : undefined;
      const slide = atom !== undefined && atom.end - atom.start >= 4 ? slides.get(view.getUint32(atom.start, true)) : undefined;
      found.set(offset, { list, number: slide ?? number });
    }
  }
  return found;
}

/** Embedded objects, macro projects (2.10.34) and sounds; deflated ones begin with their size. */
function* readObjects(stream: Uint8Array, within: Record, at: Location, { budget }: ExtractContext): Generator<Piece> {
  for (const { record } of walkRecords(stream, within.at, within.end)) {
    if (record.type !== TYPE.ExOleObjStg && record.type !== TYPE.SoundData) continue;
    budget.entry();
    const content = stream.subarray(record.start, record.end);
    const name = `object at ${record.at}`;
    const objectAt: Location = [...at, { kind: "entry", name }];
    if (record.type === TYPE.SoundData || record.instance === 0) {
      budget.expand(content.length);
      yield { kind: "artifact", at: objectAt, name, bytes: content, concealment: "package-data" };
      continue;
    }
    const bytes = inflated(content, budget.remainingBytes);
    if (bytes === undefined) {
      yield { kind: "unscanned", at: objectAt, reason: "corrupt", detail: "ppt: the object's data cannot be unpacked" };
      continue;
    }
    budget.expand(bytes.length, content.length);
    yield { kind: "artifact", at: objectAt, name, bytes, concealment: "package-data" };
  }
}

function inflated(content: Uint8Array, most: number): Uint8Array | undefined {
  if (content.length < 4) return undefined;
  const size = new DataView(content.buffer, content.byteOffset, content.byteLength).getUint32(0, true);
  try {
    return inflateSync(content.subarray(4), { maxOutputLength: Math.max(1, Math.min(size + 1, most, 2 ** 32 - 1)) });
  } catch (error) {
    if (error instanceof Error && "code" in error && /^(?:Z_|ERR_BUFFER_TOO_LARGE)/u.test(String(error.code))) return undefined;
    throw error;
  }
}

const FIRST_ART = 0xf000;
const LAST_ART = 0xf200;

/** WordArt and alternative texts stand in the properties of shapes. */
function* readSheetArt(stream: Uint8Array, within: Record, at: Location, context: ExtractContext): Generator<Piece> {
  const shown: string[] = [];
  const properties: string[] = [];
  for (const { record } of walkRecords(stream, within.at, within.end)) {
    if (record.isContainer || record.type < FIRST_ART || record.type > LAST_ART || record.type === TYPE.OfficeArtClientTextbox) continue;
    const art = readOfficeArt(stream.subarray(record.at, record.end), context.budget);
    shown.push(...art.shown);
    properties.push(...art.properties);
  }
  yield* readArt({ shown, properties, pictures: [], rest: new Uint8Array(0) }, at, context);
}

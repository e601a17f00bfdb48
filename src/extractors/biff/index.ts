/** Binary workbooks of Excel 2.0 to 2003: a compound file with a workbook stream, or before 5.0 the stream alone. */
import { type CompoundEntry, type CompoundFile, type CompoundStorage, type CompoundStream, isCompoundFile, readCompoundFile } from "../../bytes/cfb.js";
import { compoundFileOf } from "../../bytes/cfb-writer.js";
import { type BlockKeys, SEALED_PROPERTIES, sealedStreams } from "../../bytes/office97-crypto.js";
import { readPropertySet } from "../../bytes/ole-properties.js";
import { printableRuns } from "../../bytes/printable-runs.js";
import { isNegligible } from "../../bytes/stray.js";
import type { Artifact, ExtractContext, Extractor, Location, Segment, Unscanned } from "../../contract.js";
import { codePageDecoder } from "../../text/code-pages.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import { Unreadable } from "../../errors.js";
import { readBook } from "./book.js";
import { readPivotCache } from "./pivot.js";
import { beginningAt, recordsOf } from "./records.js";
import { readable, type Script } from "./strings.js";

type Extracted = Segment | Artifact | Unscanned;

/** The stream's name in BIFF8, and in BIFF5 and 7. Files for both generations have both. */
const BOOKS = ["Workbook", "Book"];

export const xlsExtractor: Extractor = {
  id: "xls",
  identify(bytes) {
    if (!isCompoundFile(bytes)) return isBareStream(bytes) ? "xls" : undefined;
    const { root } = readCompoundFile(bytes);
    // Sealed packages may keep a stream of that name for programs that cannot open them.
    return root.find("EncryptedPackage") === undefined && BOOKS.some((name) => root.find(name)?.kind === "stream") ? "xls" : undefined;
  },
  *extract({ at, bytes }, context) {
    if (isCompoundFile(bytes)) yield* readFile(readCompoundFile(bytes), at, context);
    else yield* readBook(bytes, at, context);
  },
};

/** A BOF record, and a record behind it that is as long as it says. */
function isBareStream(bytes: Uint8Array): boolean {
  if (beginningAt(bytes, 0) === undefined) return false;
  const cursor = recordsOf(bytes, 0);
  for (let i = 0; i < 3; i++) if (!cursor.next() || cursor.isCut) return false;
  return true;
}

function* readFile(file: CompoundFile, at: Location, context: ExtractContext): Generator<Extracted> {
  const { root } = file;
  if (file.damaged) yield { kind: "unscanned", at, reason: "corrupt", detail: "compound file: the directory is broken; what it still lists is read" };
  let script: Script | undefined;
  let keys: BlockKeys | undefined;
  for (const child of BOOKS.map((name) => root.find(name))) {
    if (child?.kind !== "stream") continue;
    const bookAt: Location = script === undefined ? at : [...at, { kind: "package-part", path: child.name }];
    const { bytes, isWhole } = child.read();
    if (!isWhole) yield { kind: "unscanned", at: bookAt, reason: "corrupt", detail: "compound file: the workbook stream breaks off" };
    try {
      const book = yield* readBook(bytes, bookAt, context);
      script = book?.script ?? script;
      keys ??= book?.keys;
    } catch (error) {
      if (!(error instanceof Unreadable) || error.reason === "limit") throw error;
      yield { kind: "unscanned", at: bookAt, reason: error.reason, detail: error.message };
    }
  }
  const known = script ?? { biff: 8, decode: codePageDecoder(0) };
  for (const child of root.children) {
    if (BOOKS.includes(child.name)) continue;
    context.budget.entry();
    yield* child.kind === "stream" ? rootStream(child, known, keys, at, context) : rootStorage(child, known, at, context);
  }
  for (const stream of file.orphans) yield* asArtifact(stream, at, context, "orphaned-part");
  for (const stretch of file.unreached()) {
    context.budget.expand(stretch.length);
    context.budget.tick();
    const text = readable(stretch, known);
    if (text !== "") yield remarksSegment([{ text, at }], "orphaned-part");
  }
}

/** Property sets begin with this character ([MS-OLEPS] 2.25), descriptions of objects with one of the others. */
const PROPERTIES = "\u0005";
const ABOUT = /^[\u0001\u0003]/u;
/** [MS-OFFCRYPTO] 1.3.2: workbooks under rights management. */
const RIGHTS_MANAGED = "\u0009DRMContent";
/** What was changed, cell by cell, by whom ([MS-XLS] 2.1.7.15 and 2.1.7.18). */
const REVISIONS: ReadonlySet<string> = new Set(["Revision Log", "User Names"]);

function* rootStream(stream: CompoundStream, script: Script, keys: BlockKeys | undefined, at: Location, context: ExtractContext): Generator<Extracted> {
  const { name } = stream;
  const partAt: Location = [...at, { kind: "package-part", path: name.replace(/^[\u0000-\u001f]/u, "") }];
  if (SEALED_PROPERTIES.includes(name)) {
    yield* sealedProperties(stream, keys, partAt, at, context);
    return;
  }
  if (name === RIGHTS_MANAGED) {
    yield { kind: "unscanned", at: partAt, reason: "encrypted", detail: "The workbook is under rights management." };
    return;
  }
  if (!name.startsWith(PROPERTIES) && !ABOUT.test(name) && !REVISIONS.has(name)) {
    yield* asArtifact(stream, at, context, "package-data");
    return;
  }
  const { bytes, isWhole } = stream.read();
  context.budget.expand(bytes.length);
  if (!isWhole) yield broken(partAt);
  if (name.startsWith(PROPERTIES)) {
    yield* properties(bytes, at);
    return;
  }
  const text = REVISIONS.has(name) ? recordTexts(bytes, script) : printableRuns(bytes);
  if (text !== "") yield remarksSegment([{ text, at: partAt }], REVISIONS.has(name) ? "previous-revision" : "package-data");
}

function* properties(bytes: Uint8Array, at: Location): Generator<Segment> {
  const remarks = readPropertySet(bytes).map(({ name, value }): Remark => ({ text: value, at: [...at, { kind: "property", name }] }));
  if (remarks.length > 0) yield remarksSegment(remarks, "property");
}

function* sealedProperties(stream: CompoundStream, keys: BlockKeys | undefined, partAt: Location, at: Location, { budget }: ExtractContext): Generator<Extracted> {
  const { bytes, isWhole } = stream.read();
  budget.expand(bytes.length);
  if (keys === undefined) {
    yield { kind: "unscanned", at: partAt, reason: "encrypted", detail: "The workbook's properties are encrypted." };
    return;
  }
  const streams = sealedStreams(bytes, keys, budget);
  if (streams === undefined || !isWhole) yield broken(partAt);
  for (const one of streams ?? []) yield* properties(one.bytes, at);
}

function recordTexts(bytes: Uint8Array, script: Script): string {
  const texts = new Set<string>();
  const cursor = recordsOf(bytes, 0);
  while (cursor.next()) texts.add(readable(bytes.subarray(cursor.start, cursor.end), script));
  texts.delete("");
  return [...texts].join("\n");
}

const PIVOT_CACHES = "_SX_DB_CUR";

function* rootStorage(storage: CompoundStorage, script: Script, at: Location, context: ExtractContext): Generator<Extracted> {
  if (storage.name !== PIVOT_CACHES) {
    // An embedded object, a macro project, or XML of other programs: a file of its own.
    const bytes = compoundFileOf(storage, context.budget);
    yield { kind: "artifact", at: [...at, { kind: "entry", name: storage.name }], name: storage.name, bytes, ...(isDrawn(storage) ? {} : { concealment: "package-data" as const }) };
    return;
  }
  for (const child of storage.children) {
    if (child.kind !== "stream") continue;
    const partAt: Location = [...at, { kind: "package-part", path: `${storage.name}/${child.name}` }];
    const { bytes, isWhole } = child.read();
    context.budget.entry();
    context.budget.expand(bytes.length);
    if (!isWhole) yield broken(partAt);
    yield* readPivotCache(bytes, script, partAt, context.budget);
  }
}

/** Embedded and linked objects ([MS-XLS] 2.1.7.4 and 2.1.7.10) show a picture of themselves on their sheet. */
const isDrawn = ({ name }: CompoundEntry): boolean => /^(?:MBD|LNK)[\dA-F]{8}$/iu.test(name);

const broken = (at: Location): Unscanned => ({ kind: "unscanned", at, reason: "corrupt", detail: "compound file: the stream breaks off" });

function* asArtifact(stream: CompoundStream, at: Location, { budget }: ExtractContext, concealment: "package-data" | "orphaned-part"): Generator<Extracted> {
  const { bytes, isWhole } = stream.read();
  const place: Location = [...at, { kind: "entry", name: stream.name }];
  budget.expand(bytes.length);
  if (!isNegligible(bytes)) yield { kind: "artifact", at: place, name: stream.name, bytes, concealment };
  if (!isWhole) yield broken(place);
}

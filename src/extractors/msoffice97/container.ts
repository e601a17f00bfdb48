/** What old Office documents of every kind keep beside their own streams: properties, macros, embedded objects, what was deleted. */
import { type CompoundEntry, type CompoundFile, type CompoundStorage, type CompoundStream } from "../../bytes/cfb.js";
import { compoundFileOf } from "../../bytes/cfb-writer.js";
import { packagedFile } from "../../bytes/ole-native.js";
import { type BlockKeys, SEALED_PROPERTIES, sealedStreams } from "../../bytes/office97-crypto.js";
import { readPropertySet } from "../../bytes/ole-properties.js";
import { printableRuns } from "../../bytes/printable-runs.js";
import { isNegligible } from "../../bytes/stray.js";
import { macroStorage, readMacros } from "../../bytes/vba.js";
import type { Artifact, Concealment, ExtractContext, Location, Segment, Unscanned } from "../../contract.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import { remnantsOf } from "./remnants.js";

export type Piece = Segment | Artifact | Unscanned;

const PROPERTIES = new Set(["\u0005SummaryInformation", "\u0005DocumentSummaryInformation"]);
/** [MS-OFFCRYPTO] 2.2: the sealed document; the one around it only says that it is. */
const RIGHTS_MANAGED = "\tDRMContent";
const NATIVE = "\u0001Ole10Native";
/** What OLE keeps about an object: its program, where it came from, how it was drawn; names of macros' modules; formulas. */
const ABOUT = /^(?:[\u0001\u0003]|PROJECTwm$|PROJECTlk$|Equation Native$|DataSpaceMap$|Version$|\tDRMDataSpace$)/u;
/** What an embedded object has that is a document, a packaged file or a project of macros; other storages only hold streams. */
const TELLING = [NATIVE, "WordDocument", "Workbook", "Book", "PowerPoint Document", "Package", "CONTENTS", "EncryptedPackage", "VisioDocument", "__properties_version1.0", "Quill", "VBA"];

/** A stream's bytes, or none and why. */
export function* readStream(entry: CompoundEntry | undefined, at: Location, { budget }: ExtractContext): Generator<Unscanned, Uint8Array> {
  if (entry?.kind !== "stream") return new Uint8Array(0);
  const { bytes, isWhole } = entry.read();
  budget.entry();
  budget.expand(bytes.length);
  if (!isWhole) yield { kind: "unscanned", at: [...at, { kind: "entry", name: entry.name }], reason: "corrupt", detail: "compound file: the stream breaks off" };
  return bytes;
}

/** Everything of the file but the streams in `done`. @param pools names of storages whose own storages are embedded objects */
export function* readContainer(file: CompoundFile, done: ReadonlySet<CompoundEntry>, pools: ReadonlySet<string>, at: Location, context: ExtractContext): Generator<Piece> {
  if (file.damaged) yield { kind: "unscanned", at, reason: "corrupt", detail: "compound file: the directory is broken; what it still lists is read" };
  for (const entry of file.root.children) {
    if (done.has(entry)) continue;
    context.budget.tick();
    if (entry.kind === "stream") yield* readBeside(entry, at, context);
    else if (pools.has(entry.name)) for (const object of entry.children) yield* readObject(object, [...at, { kind: "entry", name: entry.name }], context);
    else yield* readStorage(entry, at, context);
  }
  for (const stream of file.orphans) yield* readBeside(stream, at, context, "orphaned-part");
  for (const stretch of file.unreached()) {
    context.budget.tick();
    context.budget.expand(stretch.length);
    const text = remnantsOf(stretch, [], () => false);
    if (text !== "") yield remarksSegment([{ text, at }], "orphaned-part");
  }
}

function* readStorage(storage: CompoundStorage, at: Location, context: ExtractContext): Generator<Piece> {
  const vba = macroStorage(storage);
  const storageAt: Location = [...at, { kind: "entry", name: storage.name }];
  if (vba === undefined) {
    yield* readObject(storage, at, context);
    return;
  }
  for (const { name, text, isWhole } of readMacros(vba)) {
    context.budget.entry();
    context.budget.expand(text.length);
    const place = { at: [...storageAt, { kind: "entry", name } as const], concealment: "package-data" as const };
    if (text !== "") yield { kind: "text", text, layout: "lines", place: () => place };
    if (!isWhole) yield { kind: "unscanned", at: place.at, reason: "corrupt", detail: "the macro's source could not be unpacked to its end" };
  }
  for (const child of storage.children) if (child !== vba) yield* child.kind === "stream" ? readBeside(child, storageAt, context) : readObject(child, storageAt, context);
}

/** An embedded object: its storage as a file of its own, or the one file that is packaged in it. */
export function* readObject(object: CompoundEntry, at: Location, context: ExtractContext): Generator<Piece> {
  const objectAt: Location = [...at, { kind: "entry", name: object.name }];
  if (object.kind === "stream") {
    yield* readBeside(object, at, context);
    return;
  }
  if (TELLING.some((name) => object.find(name) !== undefined)) {
    yield { kind: "artifact", at: objectAt, name: object.name, bytes: compoundFileOf(object, context.budget), concealment: "package-data" };
    return;
  }
  // Without recursion: storages may be nested as deep as there are entries.
  const waiting: [Location, CompoundEntry][] = object.children.map((child) => [objectAt, child]);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [place, entry] = next;
    if (entry.kind === "stream") yield* readBeside(entry, place, context);
    else for (const child of entry.children) waiting.push([[...place, { kind: "entry", name: entry.name }], child]);
  }
}

function* readBeside(stream: CompoundStream, at: Location, context: ExtractContext, concealment: Concealment = "package-data"): Generator<Piece> {
  if (stream.name === RIGHTS_MANAGED) {
    yield { kind: "unscanned", at, reason: "encrypted", detail: "The document is protected by rights management; what it shows without is not its content." };
    return;
  }
  const bytes = yield* readStream(stream, at, context);
  if (isNegligible(bytes)) return;
  const streamAt: Location = [...at, { kind: "entry", name: stream.name }];
  if (PROPERTIES.has(stream.name)) yield* readProperties(bytes, at, concealment === "package-data" ? "property" : concealment);
  else if (stream.name === NATIVE) {
    const file = packagedFile(bytes);
    const remarks = (file?.paths ?? []).map((text): Remark => ({ text, at: [...streamAt, { kind: "property", name: "path" }] }));
    if (remarks.length > 0) yield remarksSegment(remarks, concealment);
    yield { kind: "artifact", at: streamAt, name: file?.name ?? stream.name, bytes: file?.bytes ?? bytes, concealment };
  } else if (ABOUT.test(stream.name)) {
    const text = printableRuns(bytes);
    if (text !== "") yield remarksSegment([{ text, at: streamAt }], concealment);
  } else yield { kind: "artifact", at: streamAt, name: stream.name, bytes, concealment };
}

function* readProperties(bytes: Uint8Array, at: Location, concealment: Concealment): Generator<Segment> {
  const remarks = readPropertySet(bytes).map(({ name, value }): Remark => ({ text: value, at: [...at, { kind: "property", name }] }));
  if (remarks.length > 0) yield remarksSegment(remarks, concealment);
}

/**
 * Properties under the document's password, which become `done`.
 * @param keys undefined where no password fits, which the document's own reader reports
 */
export function* readSealedProperties(file: CompoundFile, keys: BlockKeys | undefined, done: Set<CompoundEntry>, at: Location, context: ExtractContext): Generator<Piece> {
  for (const entry of SEALED_PROPERTIES.map((name) => file.root.find(name))) {
    if (entry?.kind !== "stream") continue;
    done.add(entry);
    if (keys === undefined) continue;
    const streams = sealedStreams(yield* readStream(entry, at, context), keys, context.budget);
    if (streams === undefined) yield { kind: "unscanned", at: [...at, { kind: "entry", name: entry.name }], reason: "corrupt", detail: "the list of sealed properties is broken" };
    for (const { bytes } of streams ?? []) yield* readProperties(bytes, at, "property");
  }
}

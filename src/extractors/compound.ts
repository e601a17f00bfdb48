/**
 * Compound files that are no document by themselves: macro projects, and what is embedded in documents by OLE. A packaged file becomes
 * an artifact of its own.
 */
import { type CompoundEntry, type CompoundStorage, type CompoundStream, isCompoundFile, readCompoundFile } from "../bytes/cfb.js";
import { packagedFile } from "../bytes/ole-native.js";
import { printableRuns } from "../bytes/printable-runs.js";
import { isNegligible } from "../bytes/stray.js";
import { macroStorage, readMacros } from "../bytes/vba.js";
import type { Artifact, ExtractContext, Extractor, Location, Segment, Unscanned } from "../contract.js";
import { remarksSegment } from "../text/remarks.js";

type Extracted = Segment | Artifact | Unscanned;

/** Streams at the root that only embedded objects have: [MS-OLEDS] 2.3.6; an embedded package, and a control's or another program's own data. */
const NATIVE = "\u0001Ole10Native";
const CONTENTS = ["Package", "CONTENTS"];
/** What documents have, which are read as such or named as what they are. */
const DOCUMENTS = ["EncryptedPackage", "WordDocument", "Workbook", "Book", "PowerPoint Document", "__properties_version1.0", "VisioDocument", "Quill", "BodyText", "JSRV_SegmentInformation", "MatOST"];

export const compoundExtractor: Extractor = {
  id: "compound",
  identify(bytes) {
    if (!isCompoundFile(bytes)) return undefined;
    const { root } = readCompoundFile(bytes);
    if (DOCUMENTS.some((name) => root.find(name) !== undefined)) return undefined;
    if (macroStorage(root) !== undefined) return "vba";
    if (root.find(NATIVE) !== undefined) return "ole-package";
    return CONTENTS.some((name) => root.find(name) !== undefined) ? "ole-object" : undefined;
  },
  *extract({ at, bytes }, context) {
    const file = readCompoundFile(bytes);
    if (file.damaged) yield { kind: "unscanned", at, reason: "corrupt", detail: "compound file: the directory is broken; what it still lists is read" };
    const vba = macroStorage(file.root);
    if (vba !== undefined) yield* macros(vba, at, context);
    for (const [place, stream] of streamsOf(file.root, at)) if (vba?.children.includes(stream) !== true) yield* streamContent(place, stream, context);
    for (const stream of file.orphans) yield* asChild([...at, { kind: "entry", name: stream.name }], stream, context, true);
    for (const stretch of file.unreached()) {
      context.budget.expand(stretch.length);
      const text = printableRuns(stretch);
      if (text !== "") yield remarksSegment([{ text, at }], "orphaned-part");
    }
  },
};

/** Without recursion: storages may be nested as deep as an attacker likes. */
function* streamsOf(root: CompoundStorage, at: Location): Generator<[Location, CompoundStream]> {
  const waiting: [Location, CompoundEntry][] = [...root.children].reverse().map((entry) => [at, entry]);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [where, entry] = next;
    const place: Location = [...where, { kind: "entry", name: entry.name }];
    if (entry.kind === "stream") yield [place, entry];
    else for (const child of [...entry.children].reverse()) waiting.push([place, child]);
  }
}

/** Each module's lines as they stand in the macro editor, which no reader of the document sees. */
export function* macros(vba: CompoundStorage, at: Location, { budget }: ExtractContext): Generator<Extracted> {
  for (const { name, text, isWhole } of readMacros(vba)) {
    budget.entry();
    budget.expand(text.length);
    const place = { at: [...at, { kind: "entry", name } as const], concealment: "package-data" as const };
    if (text !== "") yield { kind: "text", text, layout: "lines", place: () => place };
    if (!isWhole) yield { kind: "unscanned", at: place.at, reason: "corrupt", detail: "the macro's source could not be unpacked to its end" };
  }
}

/** What OLE keeps about an object: which program it is of, where it came from. */
const ABOUT = /^[\u0001\u0003]/u;

function* streamContent(place: Location, stream: CompoundStream, context: ExtractContext): Generator<Extracted> {
  if (stream.name === NATIVE) {
    const { bytes } = stream.read();
    context.budget.expand(bytes.length);
    const file = packagedFile(bytes);
    if (file === undefined) yield* asChild(place, stream, context);
    else {
      const paths = file.paths.map((text) => ({ text, at: [...place, { kind: "property", name: "path" } as const] }));
      if (paths.length > 0) yield remarksSegment(paths, "package-data");
      yield { kind: "artifact", at: [...place, { kind: "entry", name: file.name }], name: file.name, bytes: file.bytes };
    }
  } else if (ABOUT.test(stream.name)) {
    const { bytes } = stream.read();
    context.budget.expand(bytes.length);
    const text = printableRuns(bytes);
    if (text !== "") yield remarksSegment([{ text, at: place }], "package-data");
  } else yield* asChild(place, stream, context);
}

function* asChild(at: Location, stream: CompoundStream, { budget }: ExtractContext, isOrphan = false): Generator<Extracted> {
  const { bytes, isWhole } = stream.read();
  budget.entry();
  budget.expand(bytes.length);
  if (!isNegligible(bytes)) yield { kind: "artifact", at, name: stream.name, bytes, ...(isOrphan && { concealment: "orphaned-part" as const }) };
  if (!isWhole) yield { kind: "unscanned", at, reason: "corrupt", detail: "compound file: the stream breaks off" };
}

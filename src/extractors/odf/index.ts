/** OpenDocument: texts, spreadsheets, presentations, drawings and their templates, as packages and as flat XML. */
import { strayArtifact } from "../../bytes/stray.js";
import { layoutOf } from "../../bytes/zip-layout.js";
import { isZip, readEntry, readZipDirectory, type ZipEntry } from "../../bytes/zip.js";
import type { Artifact, Concealment, ExtractContext, Extractor, Location, Segment, Unscanned } from "../../contract.js";
import { Unreadable } from "../../errors.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import { createDocument, type OdfDocument, readDocumentXml } from "./document.js";
import { readOtherEntry } from "./entries.js";
import { identifyFlat } from "./flat.js";
import { identifyOdfPackage, MANIFEST, type OdfPackage, openOdfPackage } from "./package.js";
import { type Decipher, isBlowfish, unseal } from "./sealed.js";
import { unsealWhole, WHOLE } from "./sealed-whole.js";

export const odfExtractor: Extractor = {
  id: "odf",
  identify: (bytes) => identifyOdfPackage(bytes) ?? identifyFlat(bytes),
  extract(artifact, context) {
    if (identifyFlat(artifact.bytes) !== undefined) return readFlat(artifact, context);
    return isSealedWhole(artifact.bytes) ? readWhole(artifact, context) : readPackage(artifact, context);
  },
};

type Piece = Segment | Artifact | Unscanned;

/** Streams of a document in the order they are read: what styles hide must be known before the text. */
const STREAMS = ["styles.xml", "content.xml", "meta.xml", "settings.xml"];

function* readFlat({ at, bytes }: Artifact, { budget }: ExtractContext): Generator<Piece> {
  const document = createDocument(budget);
  yield* readDocumentXml(bytes, document, at, at);
  yield* leftovers(document, at);
}

/** `identify` has read the directory, so it can be read. */
const isSealedWhole = (bytes: Uint8Array): boolean => isZip(bytes) && readZipDirectory(bytes).entries.some(({ name }) => name === WHOLE);

/** The document inside becomes an artifact of its own; what lies around it is read as of any package. */
async function* readWhole(artifact: Artifact, context: ExtractContext): AsyncGenerator<Piece> {
  const { at, name, bytes } = artifact;
  const pkg = openOdfPackage(bytes, context.budget);
  const sealing = pkg.sealed.get(WHOLE);
  for (const entry of pkg.entries) {
    if (entry.name !== WHOLE) continue;
    context.budget.entry();
    const inside = sealing && (await openedBy(context, (password) => unsealWhole(bytes, entry, sealing, password, context.budget)));
    if (inside === undefined) yield { kind: "unscanned", at, reason: "encrypted", detail: "The document is sealed with a password." };
    else yield { kind: "artifact", at: [...at, { kind: "entry", name: WHOLE }], name, bytes: inside };
  }
  yield* readPackage(artifact, context, true);
}

async function openedBy({ passwords = [], budget }: ExtractContext, open: (password: string) => Promise<Uint8Array | undefined>): Promise<Uint8Array | undefined> {
  for (const password of passwords) {
    budget.tick();
    const inside = await open(password);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** @param isWhole the document itself is sealed in one entry, which is left out here */
async function* readPackage({ at, bytes }: Artifact, context: ExtractContext, isWhole = false): AsyncGenerator<Piece> {
  const { budget } = context;
  const opened = openOdfPackage(bytes, budget);
  const pkg = isWhole ? { ...opened, sealed: new Map([...opened.sealed].filter(([name]) => name !== WHOLE)) } : opened;
  if (pkg.damaged) yield { kind: "unscanned", at, reason: "corrupt", detail: "zip: the directory is missing or incomplete; parts were searched for" };
  const isOld = (context.passwords ?? []).length > 0 && [...pkg.sealed.values()].some(isBlowfish);
  const blowfish = isOld ? (await import("./blowfish.js")).decryptBlowfish : undefined;
  const password = passwordOf(pkg, context, blowfish);
  if (pkg.sealed.size > 0 && password === undefined) {
    yield { kind: "unscanned", at, reason: "encrypted", detail: `The document is sealed with a password: ${pkg.sealed.size} of its parts cannot be read.` };
  }
  if (!isWhole && !pkg.entries.some(({ name }) => name === "content.xml")) yield { kind: "unscanned", at, reason: "corrupt", detail: "the package has no content.xml" };
  const done = new Set<ZipEntry>(pkg.entries.filter(({ name, directory }) => directory || name === MANIFEST || name === "mimetype" || (isWhole && name === WHOLE) || (password === undefined && pkg.sealed.has(name))));
  const references = new Set<string>();
  for (const folder of folders(pkg)) yield* readFolder({ ...pkg, password, blowfish }, folder, at, context, done, references);
  for (const entry of pkg.entries) {
    if (done.has(entry)) continue;
    budget.tick();
    budget.entry();
    const read = yield* readStream({ ...pkg, password, blowfish }, entry, at, context);
    if (read !== undefined) yield* readOtherEntry(entry, read, at, pkg.mediaTypes.get(entry.name), references);
  }
  yield* readOutside(pkg, at, context);
}

interface OpenedPackage extends OdfPackage {
  readonly password: string | undefined;
  readonly blowfish: Decipher | undefined;
}

/** The one of those that are known which opens the smallest sealed part. */
function passwordOf({ bytes, entries, sealed }: OdfPackage, { passwords = [], budget }: ExtractContext, blowfish: Decipher | undefined): string | undefined {
  const [smallest] = entries.filter(({ name, directory }) => sealed.has(name) && !directory).sort((a, b) => a.compressedSize - b.compressedSize);
  const sealing = smallest === undefined ? undefined : sealed.get(smallest.name);
  if (sealing === undefined) return undefined;
  for (const password of passwords) {
    budget.tick();
    if (unseal(bytes, smallest, sealing, password, budget, blowfish) !== undefined) return password;
  }
  return undefined;
}

/** "" for the document itself, "Object 1/" for those embedded in it. */
function folders({ entries }: OdfPackage): string[] {
  const found = new Set([""]);
  for (const { name } of entries) if (name.endsWith("/content.xml")) found.add(name.slice(0, -"content.xml".length));
  return [...found];
}

function* readFolder(pkg: OpenedPackage, folder: string, at: Location, context: ExtractContext, done: Set<ZipEntry>, references: Set<string>): Generator<Piece> {
  const document = createDocument(context.budget);
  // The page shows a picture of what is embedded, and not all of it.
  const whole = folder === "" ? undefined : embedded(pkg, folder);
  const folderAt: Location = folder === "" ? at : [...at, { kind: "package-part", path: folder.slice(0, -1) }];
  for (const stream of STREAMS) {
    for (const entry of pkg.entries) {
      // Two entries of one name: programs read one of them, we read both.
      if (entry.name !== folder + stream || done.has(entry)) continue;
      done.add(entry);
      context.budget.entry();
      const xml = yield* readStream(pkg, entry, at, context);
      if (xml === undefined) continue;
      const partAt: Location = stream === "content.xml" ? folderAt : [...at, { kind: "package-part", path: entry.name }];
      const isThere = yield* readDocumentXml(xml, document, folderAt, partAt, entry.unlisted ? "orphaned-part" : whole);
      if (!isThere && xml.length > 0) yield { kind: "unscanned", at: partAt, reason: "corrupt", detail: "the part is no XML" };
    }
  }
  yield* leftovers(document, folderAt);
  for (const reference of document.references) references.add(folder + reference);
}

/** Charts and formulas draw what they say; of a sheet or text in a frame only a part is drawn. */
function embedded({ mediaTypes }: OdfPackage, folder: string): Concealment | undefined {
  const type = mediaTypes.get(folder) ?? mediaTypes.get(folder.slice(0, -1)) ?? "";
  return /\.(?:chart|formula)/u.test(type) ? undefined : "package-data";
}

function* leftovers({ authors, binaries }: OdfDocument, at: Location): Generator<Piece> {
  if (authors.size > 0) {
    const authorAt: Location = [...at, { kind: "property", name: "author" }];
    yield remarksSegment([...authors].map((text): Remark => ({ text, at: authorAt })), "property");
  }
  for (const [index, bytes] of binaries.entries()) {
    const name = `binary data ${index + 1}`;
    yield { kind: "artifact", at: [...at, { kind: "entry", name }], name, bytes };
  }
}

function* readStream({ bytes, sealed, password, blowfish }: OpenedPackage, entry: ZipEntry, at: Location, { budget }: ExtractContext): Generator<Unscanned, Uint8Array | undefined> {
  const entryAt: Location = [...at, { kind: "package-part", path: entry.name }];
  const sealing = sealed.get(entry.name);
  try {
    if (sealing !== undefined && password !== undefined) {
      budget.tick();
      const content = unseal(bytes, entry, sealing, password, budget, blowfish);
      if (content === undefined) yield { kind: "unscanned", at: entryAt, reason: "encrypted", detail: "The part is sealed with another password than the rest." };
      return content;
    }
    const { bytes: content, problem } = readEntry(bytes, entry, budget);
    if (problem !== undefined) yield { kind: "unscanned", at: entryAt, reason: problem.reason, detail: problem.message };
    return content;
  } catch (error) {
    if (!(error instanceof Unreadable) || error.reason === "limit") throw error;
    yield { kind: "unscanned", at: entryAt, reason: error.reason, detail: error.message };
    return undefined;
  }
}

/** Comments of the zip file, and bytes that belong to no entry. */
function* readOutside({ bytes, entries }: OdfPackage, at: Location, { budget }: ExtractContext): Generator<Piece> {
  const { comments, strays } = layoutOf(bytes, entries, budget);
  const remarks = comments.map(({ text, entry }): Remark => {
    const owner: Location = entry === undefined ? at : [...at, { kind: "package-part", path: entry }];
    return { text, at: [...owner, { kind: "property", name: "comment" }] };
  });
  if (remarks.length > 0) yield remarksSegment(remarks, "metadata");
  for (const { start, end } of strays) {
    const stray = strayArtifact(at, bytes, start, end);
    if (stray !== undefined) yield stray;
  }
}

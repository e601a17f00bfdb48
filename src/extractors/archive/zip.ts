/** Zip archives, and packages in zip form that have no extractor of their own. */
import { strayArtifact } from "../../bytes/stray.js";
import { layoutOf } from "../../bytes/zip-layout.js";
import { openEntry } from "../../bytes/zip-crypto.js";
import { isZip, readEntry, readZipDirectory, type ZipEntry } from "../../bytes/zip.js";
import type { Artifact, Budget, ExtractContext, Extractor, Location, Segment, Unscanned } from "../../contract.js";
import { Unreadable } from "../../errors.js";
import { collectNames, type Remark, remarksSegment } from "../../text/remarks.js";
import { packageName } from "./zip-package.js";
import { sealedNames } from "./zip-sealed.js";

/** Stands after the extractors of Office packages, which are zip files too. */
export const zipExtractor: Extractor = {
  id: "archive-zip",
  identify: (bytes) => (isZip(bytes) ? packageName(bytes) : undefined),
  extract: readArchive,
};

/**
 * Entries may share bytes (as in D. Fifield, "A better zip bomb", 2019, where each of 250 entries holds all that follow). Honest
 * archives read every byte at most once; this leaves room for damaged ones.
 */
const MAX_READINGS = 2;
const READINGS_SLACK = 2 ** 16;
/** Entries that are unread for the same reason: a list of thousands helps nobody. */
const LISTED_ONE_BY_ONE = 20;

function* readArchive({ at, bytes }: Artifact, { budget, passwords = [] }: ExtractContext): Generator<Segment | Artifact | Unscanned> {
  const { entries, damaged } = readZipDirectory(bytes);
  if (damaged) yield { kind: "unscanned", at, reason: "corrupt", detail: "zip: the directory is missing or incomplete; entries were searched for" };
  const sealed = sealedNames(bytes, entries, budget);
  const names = collectNames();
  const unread = new Map<string, { one: Unscanned; count: number }>();
  let packed = 0;
  for (const entry of entries) {
    budget.tick();
    const entryAt: Location = [...at, { kind: "entry", name: entry.name }];
    packed += Math.min(entry.compressedSize, bytes.length);
    const pieces = packed > MAX_READINGS * bytes.length + READINGS_SLACK ? [overlapping(entryAt)] : sealed.has(entry.name) ? [sealedEntry(entryAt)] : readOne(bytes, entry, entryAt, budget, passwords);
    const isRead = pieces.some(({ kind }) => kind === "artifact");
    names.add(entry.name, entryAt, isRead);
    // The core counts artifacts; what becomes none is counted here.
    if (!isRead) budget.entry();
    for (const piece of pieces) {
      if (piece.kind === "unscanned") {
        const alike = unread.get(piece.detail) ?? { one: piece, count: 0 };
        unread.set(piece.detail, alike);
        if (++alike.count > LISTED_ONE_BY_ONE) continue;
      }
      yield piece;
    }
  }
  for (const { one, count } of unread.values()) {
    if (count > LISTED_ONE_BY_ONE) yield { ...one, at, detail: `${one.detail} (${count - LISTED_ONE_BY_ONE} more entries)` };
  }
  yield* names.segments();
  yield* readRest(at, bytes, entries, budget);
}

const overlapping = (at: Location): Unscanned => ({
  kind: "unscanned", at, reason: "limit", detail: "zip: entries overlap and add up to more than twice the archive",
});

const sealedEntry = (at: Location): Unscanned => ({ kind: "unscanned", at, reason: "encrypted", detail: "zip: the package's manifest says that the entry is encrypted" });

function readOne(bytes: Uint8Array, entry: ZipEntry, at: Location, budget: Budget, passwords: readonly string[]): (Artifact | Unscanned)[] {
  if (entry.directory) return [];
  const unread = ({ reason, message }: Unreadable): Unscanned => ({ kind: "unscanned", at, reason, detail: message });
  try {
    const { bytes: content, problem } = readEntry(bytes, entry, budget);
    const concealment = entry.unlisted ? { concealment: "orphaned-part" as const } : {};
    const artifact: Artifact = { kind: "artifact", at, name: baseName(entry.name), bytes: content, ...concealment };
    if (problem === undefined) return [artifact];
    // What is damaged is worth reading as far as it goes; nothing at all is not an empty file.
    return content.length > 0 ? [artifact, unread(problem)] : [unread(problem)];
  } catch (error) {
    // Once nothing may be expanded any more, the rest of the archive is past the limit too.
    if (!(error instanceof Unreadable) || budget.remainingBytes <= 0) throw error;
    for (const password of error.reason === "encrypted" ? passwords : []) {
      const content = openEntry(bytes, entry, password, budget);
      if (content !== undefined) return [{ kind: "artifact", at, name: baseName(entry.name), bytes: content }];
    }
    return [unread(error)];
  }
}

function* readRest(at: Location, bytes: Uint8Array, entries: readonly ZipEntry[], budget: Budget): Generator<Segment | Artifact> {
  const { comments, strays } = layoutOf(bytes, entries, budget);
  const remarks = comments.map(({ text, entry }): Remark => {
    const owner: Location = entry === undefined ? at : [...at, { kind: "entry", name: entry }];
    return { text, at: [...owner, { kind: "property", name: "comment" }] };
  });
  if (remarks.length > 0) yield remarksSegment(remarks, "metadata");
  for (const { start, end } of strays) {
    const stray = strayArtifact(at, bytes, start, end);
    if (stray === undefined) continue;
    budget.entry();
    yield stray;
  }
}

/** Windows writers use "\" against the specification. */
const baseName = (name: string): string => name.replace(/^.*[/\\]/su, "") || name;

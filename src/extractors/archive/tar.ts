/** tar: ustar, pax, GNU and v7, read by tar-stream; its only importer. */
import { strayArtifact } from "../../bytes/stray.js";
import { entryName } from "../../bytes/zip-format.js";
import type { Artifact, ExtractContext, Extractor, Location, Segment, Unscanned } from "../../contract.js";
import { collectNames, type Remark, remarksSegment } from "../../text/remarks.js";
import { BLOCK, findHeader, isHeader, pastLongHeaders, type TarHeader } from "./tar-blocks.js";
import { readSparse } from "./tar-sparse.js";

export const tarExtractor: Extractor = {
  id: "archive-tar",
  identify: (bytes, name) => (isHeader(bytes, 0) || isEmptyTar(bytes, name) ? "tar" : undefined),
  extract: readTar,
};

/** `tar -T /dev/null` writes zeros only: nothing tells them apart from other zeros but the name. */
function isEmptyTar(bytes: Uint8Array, name: string): boolean {
  return /\.tar$/iu.test(name) && bytes.length >= 2 * BLOCK && bytes.length % BLOCK === 0 && bytes.every((byte) => byte === 0);
}

async function* readTar({ at, bytes }: Artifact, { budget }: ExtractContext): AsyncGenerator<Segment | Artifact | Unscanned> {
  const names = collectNames();
  const remarks: Remark[] = [];
  const owners = new Set<string>();
  let from = 0;
  while (from < bytes.length) {
    /** End of the last whole entry: where the next header stands. */
    let next = from;
    let restart: number | undefined;
    for await (const header of headersFrom(bytes, from)) {
      budget.tick();
      const path = header.pax?.["GNU.sparse.name"] ?? header.pax?.path ?? decoded(header.name);
      const entryAt: Location = [...at, { kind: "entry", name: path }];
      const isRead = header.size > 0 && header.type !== "directory";
      names.add(path, entryAt, isRead);
      // The core counts artifacts; what becomes none is counted here.
      if (!isRead) budget.entry();
      remarks.push(...remarksOn(header, entryAt, owners));
      const start = header.byteOffset;
      const { content, end, problem } = readSparse(bytes, header, budget);
      if (problem !== undefined) yield { kind: "unscanned", at: entryAt, reason: problem.reason, detail: problem.message };
      if (isRead) {
        yield { kind: "artifact", at: entryAt, name: baseName(path), bytes: content ?? bytes.subarray(start, Math.min(end, bytes.length)) };
      }
      if (end > bytes.length) {
        yield { kind: "unscanned", at: entryAt, reason: "corrupt", detail: "tar: the entry is cut off" };
        restart = bytes.length;
        break;
      }
      next = header.type === "directory" ? start : Math.ceil((end - from) / BLOCK) * BLOCK + from;
      const slack = strayArtifact(entryAt, bytes, end, next);
      if (slack !== undefined && header.type !== "directory") yield slack;
      // tar-stream does not know the blocks an old GNU sparse file puts between header and data.
      if (header.type === null && end !== start + header.size) {
        restart = next;
        break;
      }
    }
    if (restart === undefined) {
      const broken = pastLongHeaders(bytes, next);
      restart = broken >= bytes.length ? bytes.length : findHeader(bytes, broken + 1, next);
      const stray = strayArtifact(at, bytes, broken, restart);
      if (stray !== undefined) {
        yield { kind: "unscanned", at, reason: "corrupt", detail: `tar: no entry header at byte ${broken}` };
        yield stray;
      }
    }
    from = restart;
  }
  yield* names.segments();
  if (remarks.length > 0) yield remarksSegment(remarks, "metadata");
}

/** Entries until the end, or until tar-stream meets what it cannot read; the caller sees from the last entry's end where that was. */
async function* headersFrom(bytes: Uint8Array, from: number): AsyncGenerator<TarHeader> {
  const { extract } = await import("tar-stream");
  // Latin 1 keeps the bytes of a name; which encoding they are in is ours to find out. The types leave the option out.
  const options: object = { filenameEncoding: "latin1", allowUnknownFormat: true };
  const unpacker = extract(options);
  let failed = false;
  unpacker.on("error", () => {
    failed = true;
  });
  unpacker.end(Buffer.from(bytes.buffer, bytes.byteOffset + from, bytes.length - from));
  try {
    for await (const source of unpacker) {
      // See TarHeader: the fields are there at run time (tar-stream 3.2, headers.js and extract.js).
      const header = source.header as unknown as TarHeader;
      yield { ...header, byteOffset: header.byteOffset + from };
      source.resume();
    }
  } catch (error) {
    // Bad headers and a premature end are this archive's fault, and all that tar-stream throws are plain errors.
    if (!failed && !(error instanceof Error)) throw error;
  } finally {
    unpacker.destroy();
  }
}

const decoded = (latin1: string): string => entryName(Buffer.from(latin1, "latin1"), 0);
const baseName = (path: string): string => path.replace(/\/+$/u, "").replace(/^.*\//su, "") || path;

/** Owners once each, link targets, and what pax records say beyond the fields that have their own place. */
function remarksOn(header: TarHeader, at: Location, owners: Set<string>): Remark[] {
  const remarks: Remark[] = [];
  const remark = (name: string, text: string): void => {
    if (text !== "") remarks.push({ text, at: [...at, { kind: "property", name }] });
  };
  for (const owner of [header.pax?.uname ?? decoded(header.uname), header.pax?.gname ?? decoded(header.gname)]) {
    if (owners.has(owner)) continue;
    owners.add(owner);
    remark("owner", owner);
  }
  if (header.linkname !== null) remark("link", header.pax?.linkpath ?? decoded(header.linkname));
  for (const [name, text] of Object.entries(header.pax ?? {})) {
    if (!PLACED_ELSEWHERE.test(name)) remark(name, text);
  }
  return remarks;
}

const PLACED_ELSEWHERE = /^(?:path|linkpath|uname|gname|size|[acm]time|uid|gid|hdrcharset|LIBARCHIVE\.creationtime|GNU\.sparse\..*)$/u;

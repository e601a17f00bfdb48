/** gzip, RFC 1952: members one after the other, each with its own name, comment and extra field. */
import type { TransformOptions } from "node:stream";
import { constants, crc32, createInflateRaw, type ZlibOptions } from "node:zlib";
import { strayArtifact } from "../../bytes/stray.js";
import { entryName } from "../../bytes/zip-format.js";
import type { Artifact, ExtractContext, Extractor, Location, Segment, Unscanned } from "../../contract.js";
import { Unreadable } from "../../errors.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";

const HAS_CRC = 2;
const HAS_EXTRA = 4;
const HAS_NAME = 8;
const HAS_COMMENT = 16;
const TRAILER_BYTES = 8;
/** As in limits.ts: this little cannot harm. */
const RATIO_FREE_BYTES = 2 ** 24;
/** zlib's streams are Transforms and take their options: room for two pieces keeps its thread busy while one is read. */
const CHUNKED: ZlibOptions & TransformOptions = { chunkSize: 2 ** 18, readableHighWaterMark: 2 ** 19 };

export const gzipExtractor: Extractor = {
  id: "archive-gzip",
  identify: (bytes) => (isMember(bytes, 0) ? "gz" : undefined),
  extract: readMembers,
};

const isMember = (bytes: Uint8Array, at: number): boolean => bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8;

/**
 * Members without a name of their own continue the one before, as `gunzip` has it (parallel and block compressors cut one file
 * into many members); a member with another name is another file.
 */
async function* readMembers({ at, name, bytes }: Artifact, context: ExtractContext): AsyncGenerator<Segment | Artifact | Unscanned> {
  let current: { name: string; pieces: Uint8Array[] } | undefined;
  const child = ({ name: entry, pieces }: { name: string; pieces: Uint8Array[] }): Artifact => ({
    kind: "artifact",
    at: [...at, { kind: "entry", name: entry }],
    name: entry,
    bytes: pieces.length === 1 ? pieces[0] : Buffer.concat(pieces),
  });
  let offset = 0;
  let problem: Unreadable | undefined;
  while (problem === undefined && isMember(bytes, offset)) {
    // One member may be as short as 20 bytes and all of them one artifact, so each is counted.
    context.budget.entry();
    const header = readHeader(bytes, offset);
    if (header === undefined) {
      problem = new Unreadable("corrupt", "gzip: the header is cut off");
      break;
    }
    if (current === undefined || (header.name !== undefined && header.name !== current.name)) {
      if (current !== undefined) yield child(current);
      current = { name: header.name ?? innerName(name), pieces: [] };
    }
    yield* remarksOf([...at, { kind: "entry", name: current.name }], header, bytes);
    const body = await inflateBody(bytes, header.end, context);
    // Not spread: a member may be thousands of pieces.
    for (const piece of body.pieces) current.pieces.push(piece);
    problem = body.problem;
    offset = body.end;
  }
  if (current !== undefined) yield child(current);
  if (problem !== undefined) {
    yield { kind: "unscanned", at, reason: problem.reason, detail: problem.message };
    return;
  }
  const rest = strayArtifact(at, bytes, offset, bytes.length);
  if (rest === undefined) return;
  yield { kind: "unscanned", at, reason: "corrupt", detail: `gzip: ${rest.bytes.length} bytes follow the last member` };
  yield rest;
}

interface Header {
  readonly name: string | undefined;
  readonly comment: string | undefined;
  readonly extra: { readonly start: number; readonly end: number } | undefined;
  /** Where the compressed data begins. */
  readonly end: number;
}

/** RFC 1952 section 2.3; undefined when the bytes end within it. */
function readHeader(bytes: Uint8Array, offset: number): Header | undefined {
  const flags = bytes[offset + 3] ?? 0;
  let at = offset + 10;
  let extra: Header["extra"];
  if ((flags & HAS_EXTRA) !== 0) {
    const start = at + 2;
    at = start + (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256;
    extra = { start, end: at };
  }
  const text = (): string | undefined => {
    const end = bytes.indexOf(0, at);
    if (end < 0) at = bytes.length + 1;
    else {
      const start = at;
      at = end + 1;
      return entryName(bytes.subarray(start, end), 0);
    }
    return undefined;
  };
  const name = (flags & HAS_NAME) === 0 ? undefined : text();
  const comment = (flags & HAS_COMMENT) === 0 ? undefined : text();
  if ((flags & HAS_CRC) !== 0) at += 2;
  return at > bytes.length ? undefined : { name: name === "" ? undefined : name, comment, extra, end: at };
}

/** Block gzip (SAM specification 4.1) puts six bytes of block size into every member. */
const isBlockSize = (extra: Uint8Array): boolean => extra.length === 6 && extra[0] === 0x42 && extra[1] === 0x43;

function* remarksOf(at: Location, { comment, extra }: Header, bytes: Uint8Array): Generator<Segment | Artifact> {
  const remarks: Remark[] = [];
  if (comment !== undefined && comment !== "") remarks.push({ text: comment, at: [...at, { kind: "property", name: "comment" }] });
  if (remarks.length > 0) yield remarksSegment(remarks, "metadata");
  if (extra === undefined || isBlockSize(bytes.subarray(extra.start, extra.end))) return;
  const stray = strayArtifact(at, bytes, extra.start, extra.end);
  if (stray !== undefined) yield stray;
}

/** What could be inflated stands even when there is a problem. Throws `Unreadable` ("limit") only. */
async function inflateBody(bytes: Uint8Array, start: number, { budget, limits }: ExtractContext): Promise<{ pieces: Uint8Array[]; end: number; problem?: Unreadable }> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let sum = 0;
  let problem: Unreadable | undefined;
  const inflater = createInflateRaw({ ...CHUNKED, finishFlush: constants.Z_FINISH });
  try {
    inflater.end(bytes.subarray(start));
    for await (const piece of inflater) {
      // A readable stream that is not in object mode yields buffers.
      const chunk = piece as Buffer;
      budget.expand(chunk.length);
      budget.tick();
      size += chunk.length;
      if (size > RATIO_FREE_BYTES && size > (bytes.length - start) * limits.expansionRatio) {
        throw new Unreadable("limit", `expansionRatio: expands more than ${limits.expansionRatio} times`);
      }
      sum = crc32(chunk, sum);
      pieces.push(chunk);
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("Z_"))) throw error;
    problem = new Unreadable("corrupt", "gzip: the compressed data is damaged or cut off");
  } finally {
    inflater.destroy();
  }
  const trailer = start + inflater.bytesWritten;
  const end = trailer + TRAILER_BYTES;
  if (problem === undefined) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (end > bytes.length) problem = new Unreadable("corrupt", "gzip: the data is cut off");
    else if (view.getUint32(trailer, true) !== sum) problem = new Unreadable("corrupt", "gzip: wrong CRC-32");
    else if (view.getUint32(trailer + 4, true) !== size % 2 ** 32) problem = new Unreadable("corrupt", "gzip: another size than the trailer says");
  }
  return problem === undefined ? { pieces, end } : { pieces, end, problem };
}

/** What gunzip(1) would call the file. */
function innerName(name: string): string {
  if (/\.t[ag]z$/iu.test(name)) return name.replace(/\.t[ag]z$/iu, ".tar");
  if (/\.svgz$/iu.test(name)) return name.slice(0, -1);
  return name.replace(/\.gz$/iu, "");
}

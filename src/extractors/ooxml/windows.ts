/** Large parts are scanned as they are inflated, in windows that never cut what a scanner treats as one piece. */
import { inflateChunks, readEntry } from "../../bytes/zip.js";
import { foreignEncoding, toUtf8 } from "../../bytes/xml-encoding.js";
import type { ExtractContext } from "../../contract.js";
import { Unreadable } from "../../errors.js";
import type { PackagePart } from "./package.js";

/**
 * Reads what is complete in [0, end) of `b` and says how many bytes that was; it is given the rest again, with more behind it.
 * @param final nothing follows: what is incomplete will not become complete
 */
export type Scan = (b: Buffer, end: number, final: boolean) => number;

/** Below this a part is inflated in one go: a stream costs more than it saves. */
const WHOLE_BYTES = 2 ** 17;
export const FIRST_WINDOW_BYTES = 2 ** 20;

/** Zero bytes behind the window's end, so that looking a few bytes ahead needs no check. */
const SLACK = 64;

/** Whether a part is scanned as it is inflated. */
export const isLarge = ({ entry }: PackagePart): boolean => entry.compressedSize > WHOLE_BYTES || entry.size > FIRST_WINDOW_BYTES;

/**
 * Scans a part's XML as UTF-8 from its first byte to its last.
 * @param window of `FIRST_WINDOW_BYTES`, to be scanned in unless it turns out too small
 * @returns why not all of it could be read; what came before has been scanned
 * @throws Unreadable "limit"
 */
export async function scanPart(zip: Uint8Array, part: PackagePart, context: ExtractContext, scan: Scan, window?: Buffer): Promise<Unreadable | undefined> {
  const { entry } = part;
  try {
    if (!isLarge(part)) {
      const { bytes, problem } = readEntry(zip, entry, context.budget);
      scanWhole(bytes, scan);
      return problem;
    }
    return await scanChunks(inflateChunks(zip, entry, context), scan, window);
  } catch (error) {
    if (error instanceof Unreadable && error.reason !== "limit") return error;
    throw error;
  }
}

export function scanWhole(xml: Uint8Array, scan: Scan): void {
  const bytes = toUtf8(xml);
  const padded = Buffer.alloc(bytes.length + SLACK);
  padded.set(bytes);
  scan(padded, bytes.length, true);
}

/**
 * The same for XML that comes in pieces of any size.
 * @returns the `Unreadable` that the pieces ended in; what came before has been scanned
 */
export async function scanChunks(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, scan: Scan, given?: Buffer): Promise<Unreadable | undefined> {
  let window = given ?? Buffer.alloc(FIRST_WINDOW_BYTES);
  let end = 0;
  /** A piece that fills the window is looked at again when there is twice as much: else one endless cell costs quadratic time. */
  let enough = 0;
  let first = true;
  let foreign: Uint8Array[] | undefined;
  let problem: Unreadable | undefined;
  try {
    for await (const piece of chunks) {
      let chunk = piece;
      if (first) {
        first = false;
        // Not UTF-8: rare, and recoded in one go rather than in pieces that cut characters.
        if (foreignEncoding(piece) !== undefined) foreign = [];
        else chunk = toUtf8(piece);
      }
      if (foreign !== undefined) {
        foreign.push(piece);
        continue;
      }
      if (end + chunk.length + SLACK > window.length) {
        const larger = Buffer.alloc(Math.max(window.length * 2, end + chunk.length + SLACK));
        window.copy(larger, 0, 0, end);
        window = larger;
      }
      window.set(chunk, end);
      end += chunk.length;
      window.fill(0, end, end + SLACK);
      if (end < enough) continue;
      const used = scan(window, end, false);
      window.copyWithin(0, used, end);
      end -= used;
      enough = end * 2;
    }
  } catch (error) {
    if (!(error instanceof Unreadable) || error.reason === "limit") throw error;
    problem = error;
  }
  if (foreign !== undefined) scanWhole(Buffer.concat(foreign), scan);
  else {
    window.fill(0, end, end + SLACK);
    scan(window, end, true);
  }
  return problem;
}

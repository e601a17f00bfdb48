/**
 * The message as the second reader gets it: all of it, save what reads the same to everyone and costs it most.
 * - Lines inside large base64 bodies that are all of one length and nothing but the alphabet: no delimiter, no header and only
 *   one decoding can hide there. Measured here: mailparser decodes 35 MB/s, base64.ts 300.
 * - Long lists of recipients: nodemailer's address parser is quadratic (11 ms for 500). They are checked another way (compare.ts).
 */
import { regularLines } from "./base64.js";
import { ADDRESS_FIELDS } from "./fields.js";
import type { HeaderBlock } from "./headers.js";
import type { MimePart } from "./part.js";

/** Base64 bodies below this go to the second reader whole. */
const SMALL_BODY_BYTES = 64 * 1024;
/** So much stays at both ends of a body, for what looks at its first bytes. */
const KEPT_LINES = 16;
/** About 100 recipients. */
const SHORT_LIST_BYTES = 8 * 1024;

export interface ReducedMessage {
  readonly pieces: readonly Uint8Array[];
  readonly bytes: number;
  /** Of bodies with lines left out: what was given of them. They decode to the ends of the whole, because a cut is whole lines of whole groups. */
  readonly shortened: ReadonlyMap<MimePart, Uint8Array>;
  readonly hasRecipients: boolean;
}

export function reduceMessage(bytes: Uint8Array, head: HeaderBlock, leaves: readonly MimePart[]): ReducedMessage {
  const cuts: { start: number; end: number }[] = [];
  const addressFields = head.fields.filter(({ lowerName }) => ADDRESS_FIELDS.has(lowerName));
  const hasRecipients = addressFields.reduce((sum, { start, next }) => sum + next - start, 0) <= SHORT_LIST_BYTES;
  if (!hasRecipients) for (const { start, next } of addressFields) cuts.push({ start, end: next });
  const shortened = new Map<MimePart, Uint8Array>();
  for (const leaf of leaves) {
    const { encoding, otherEncodings, bodyStart, bodyEnd } = leaf;
    if (encoding !== "base64" || otherEncodings.length > 0 || bodyEnd - bodyStart < SMALL_BODY_BYTES) continue;
    const regular = regularLines(bytes, bodyStart, bodyEnd);
    const lines = regular.lineBytes === 0 ? 0 : Math.floor(regular.bytes / regular.lineBytes) - 2 * KEPT_LINES;
    if (lines <= 0) continue;
    const start = bodyStart + KEPT_LINES * regular.lineBytes;
    const end = start + lines * regular.lineBytes;
    cuts.push({ start, end });
    shortened.set(leaf, Buffer.concat([bytes.subarray(bodyStart, start), bytes.subarray(end, bodyEnd)]));
  }
  const pieces: Uint8Array[] = [];
  let at = 0;
  let size = 0;
  for (const { start, end } of [...cuts, { start: bytes.length, end: bytes.length }]) {
    pieces.push(bytes.subarray(at, start));
    size += start - at;
    at = end;
  }
  return { pieces, bytes: size, shortened, hasRecipients };
}

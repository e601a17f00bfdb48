/**
 * Presentations under a password ([MS-PPT] 2.3.7 and [MS-OFFCRYPTO] 2.3.5; PowerPoint 97 and 2000 had none): each record at the top of the
 * stream under a key by its number, each field of a picture under the first one.
 */
import { type BlockKeys, rc4Keys } from "../../bytes/office97-crypto.js";
import { rc4, rc4Apply } from "../../bytes/rc4.js";
import type { Edits } from "./ppt-edits.js";
import { recordAt, TYPE } from "./ppt-records.js";

const HEAD_BYTES = 8;

/** @returns undefined where no password fits, or nothing tells how the presentation is sealed */
export function openPresentation(stream: Uint8Array, edits: Edits, passwords: readonly string[]): BlockKeys | undefined {
  const session = edits.session === undefined ? undefined : recordAt(stream, edits.objects.get(edits.session) ?? -1, stream.length);
  if (session?.type !== TYPE.CryptSession10) return undefined;
  for (const password of passwords) {
    const keys = rc4Keys(stream.subarray(session.start, session.end), password);
    if (keys !== undefined) return keys;
  }
  return undefined;
}

/**
 * The stream in plain, records of all saves. Where two claim the same bytes, which would be a way to have them decrypted over and over, the
 * first has them, and `isWhole` is false.
 */
export function decryptedRecords(stream: Uint8Array, { places, session }: Edits, keys: BlockKeys): { readonly bytes: Uint8Array; readonly isWhole: boolean } {
  const out = Uint8Array.from(stream);
  let free = 0;
  let isWhole = true;
  for (const [at, id] of [...places].sort(([a], [b]) => a - b)) {
    if (id === session) continue;
    if (at < free || at + HEAD_BYTES > out.length) {
      isWhole = false;
      continue;
    }
    const next = rc4(keys(id));
    const apply = (from: number, to: number): void => {
      for (let i = from; i < to; i++) out[i] ^= next();
    };
    apply(at, at + HEAD_BYTES);
    const end = at + HEAD_BYTES + sizeAt(out, at);
    isWhole &&= end <= out.length;
    free = Math.min(out.length, end);
    apply(at + HEAD_BYTES, free);
  }
  return { bytes: out, isWhole };
}

const sizeAt = (bytes: Uint8Array, at: number): number => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at + 4, true);

/** [MS-ODRAW] 2.2.23 to 2.2.31: pictures, whose instance tells whether they have a second checksum. */
const METAFILES: ReadonlySet<number> = new Set([0xf01a, 0xf01b, 0xf01c]);
const TWO_CHECKSUMS: ReadonlySet<number> = new Set([0x217, 0x3d5, 0x46b, 0x543, 0x6e1, 0x6e3, 0x6e5, 0x7a9]);
const CHECKSUM_BYTES = 16;
const METAFILE_HEAD_BYTES = 34;

/** The Pictures stream in plain. The cipher begins anew with each field, under the key of block 0. */
export function decryptedPictures(stream: Uint8Array, keys: BlockKeys): Uint8Array {
  const out = Uint8Array.from(stream);
  const key = keys(0);
  let at = 0;
  while (at + HEAD_BYTES <= out.length) {
    rc4Apply(key, out, at, at + HEAD_BYTES);
    const [instance, type] = [(out[at] | (out[at + 1] << 8)) >> 4, out[at + 2] | (out[at + 3] << 8)];
    const end = Math.min(out.length, at + HEAD_BYTES + sizeAt(out, at));
    const fields = [...(TWO_CHECKSUMS.has(instance) ? [CHECKSUM_BYTES] : []), CHECKSUM_BYTES, METAFILES.has(type) ? METAFILE_HEAD_BYTES : 1, Number.MAX_SAFE_INTEGER];
    at += HEAD_BYTES;
    for (const bytes of fields) {
      const stop = Math.min(end, at + bytes);
      rc4Apply(key, out, at, stop);
      at = stop;
    }
  }
  return out;
}

/**
 * Workbooks under a password: each record is encrypted where it stands ([MS-XLS] 2.2.10), and a FILEPASS record says how. Excel tries a
 * password of its own before it asks (2.2.9), and writes with it what is only protected against change.
 */
import { type BlockKeys, rc4Blocks, rc4Keys } from "../../bytes/office97-crypto.js";
import { turned, TURN, xorCode } from "../../bytes/xor-obfuscation.js";
import { beginningAt, RECORD, recordsOf } from "./records.js";

const DEFAULT_PASSWORD = "VelvetSweatshop";
const BLOCK_BYTES = 1024;

/** Decrypts `length` bytes of the output, which stand at `at` of the stream and belong to a record of `size` bytes. */
type Cipher = (out: Uint8Array, at: number, length: number, size: number) => void;

export interface Opened {
  /** With every record in plain, or as it was where it could not be decrypted. */
  readonly stream: Uint8Array;
  /** Other passwords, or methods that nobody here knows. */
  readonly isSealed: boolean;
  /** Of the properties too, where those are sealed. */
  readonly keys?: BlockKeys;
}

/** Records that stay as they are ([MS-XLS] 2.2.10). */
const PLAIN: ReadonlySet<number> = new Set([RECORD.BOF, RECORD.FILEPASS, 0x194, 0x195, 0xe1, 0x196, 0x138]);
/** Only the first four bytes of a BOUNDSHEET, where its sheet begins, stay as they are. */
const PLAIN_HEAD = 4;

/** @param passwords tried after Excel's own */
export function openStream(stream: Uint8Array, passwords: readonly string[] = []): Opened {
  const cursor = recordsOf(stream, 0);
  while (cursor.next()) {
    if (cursor.type === RECORD.EOF) break;
    if (cursor.type !== RECORD.FILEPASS) continue;
    const pass = stream.subarray(cursor.start, cursor.end);
    const isBiff8 = beginningAt(stream, 0)?.biff === 8;
    for (const password of [DEFAULT_PASSWORD, ...passwords]) {
      const found = cipherOf(pass, isBiff8, password);
      if (found !== undefined) return { stream: decrypted(stream, cursor.end, found.cipher), isSealed: false, ...(found.keys && { keys: found.keys }) };
    }
    return { stream, isSealed: true };
  }
  return { stream, isSealed: false };
}

function decrypted(stream: Uint8Array, from: number, cipher: Cipher): Uint8Array {
  const out = Uint8Array.from(stream);
  const cursor = recordsOf(stream, from);
  while (cursor.next()) {
    if (PLAIN.has(cursor.type)) continue;
    const skipped = cursor.type === RECORD.BOUNDSHEET ? PLAIN_HEAD : 0;
    const at = Math.min(cursor.start + skipped, cursor.end);
    cipher(out, at, cursor.end - at, cursor.end - cursor.start);
  }
  return out;
}

/** By the word that FILEPASS begins with in BIFF8 ([MS-XLS] 2.4.117); older ones know one way only. */
function cipherOf(pass: Uint8Array, isBiff8: boolean, password: string): { cipher: Cipher; keys?: BlockKeys } | undefined {
  const isXor = !isBiff8 || (pass.length >= 2 && pass[0] === 0 && pass[1] === 0);
  if (isXor) {
    const cipher = xorCipher(isBiff8 ? pass.subarray(2) : pass, password);
    return cipher && { cipher };
  }
  const keys = rc4Keys(pass.subarray(2), password);
  return keys && { cipher: rc4Blocks(keys, BLOCK_BYTES), keys };
}

/** [MS-OFFCRYPTO] 2.3.7.3: where a record ends decides which of the pads its bytes begin with. */
function xorCipher(pass: Uint8Array, password: string): Cipher | undefined {
  const code = pass.length < 4 ? undefined : xorCode(password, TURN.excel);
  if (code === undefined || code.key !== (pass[0] | (pass[1] << 8)) || code.verifier !== (pass[2] | (pass[3] << 8))) return undefined;
  return (out, at, length, size) => {
    for (let i = at; i < at + length; i++) out[i] = turned(out[i], 3) ^ code.pads[(i + size) & 15];
  };
}

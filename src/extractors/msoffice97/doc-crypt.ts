/** Word documents under a password ([MS-DOC] 2.2.6): the three streams of the text are sealed, all other streams and storages never. */
import { type BlockKeys, rc4Blocks, rc4Keys } from "../../bytes/office97-crypto.js";
import { TURN, xorCode } from "../../bytes/xor-obfuscation.js";
import type { Fib } from "./fib.js";

export interface DocumentKey {
  /** A stream in plain; its first `plainBytes` were never sealed. */
  open(stream: Uint8Array, plainBytes: number): Uint8Array;
  /** Of the properties too, where those are sealed. */
  readonly keys?: BlockKeys;
}

/** The head of the WordDocument stream that tells how the rest is sealed. */
export const PLAIN_HEAD = 68;
const BLOCK_BYTES = 512;

/** @param table stream, which begins with what the keys are made of @returns undefined where no password fits */
export function openDocument(fib: Fib, table: Uint8Array, passwords: readonly string[]): DocumentKey | undefined {
  for (const password of passwords) {
    const key = fib.isObfuscated ? xorKey(fib.sealing, password) : rc4Key(table.subarray(0, fib.sealing), password);
    if (key !== undefined) return key;
  }
  return undefined;
}

function rc4Key(header: Uint8Array, password: string): DocumentKey | undefined {
  const keys = rc4Keys(header, password);
  return keys && {
    keys,
    open(stream, plainBytes) {
      const out = Uint8Array.from(stream);
      const start = Math.min(plainBytes, out.length);
      rc4Blocks(keys, BLOCK_BYTES)(out, start, out.length - start);
      return out;
    },
  };
}

/** [MS-OFFCRYPTO] 2.3.7.4 to 2.3.7.6: bytes that are zero, and those that would become it, are left as they are. */
function xorKey(sealing: number, password: string): DocumentKey | undefined {
  const code = xorCode(password, TURN.word);
  if (code === undefined || code.key !== sealing >>> 16 || code.verifier !== (sealing & 0xffff)) return undefined;
  return {
    open: (stream, plainBytes) => stream.map((byte, i) => (i < plainBytes || byte === 0 ? byte : byte ^ code.pads[i & 15] || byte)),
  };
}

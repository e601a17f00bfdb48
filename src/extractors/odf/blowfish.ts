/**
 * Blowfish in cipher feedback mode, by which OpenOffice sealed documents up to 3.3 and LibreOffice seals those of ODF 1.0 and 1.1. The
 * standard names a feedback of 8 bits (ODF 1.2 part 3, 4.8.1); the programs feed back whole blocks of 64. Node's OpenSSL has no Blowfish
 * any more, so egoroof-blowfish's is taken (MIT, one file of 13 KB without dependencies), and loaded where such a document comes with passwords.
 */
import { Blowfish } from "egoroof-blowfish";
import type { Budget } from "../../contract.js";

const BLOCK_BYTES = 8;
const BLOCKS_A_TICK = 10_000;

export function decryptBlowfish(sealed: Uint8Array, key: Uint8Array, iv: Uint8Array, budget: Budget): Uint8Array {
  const cipher = new Blowfish(key, Blowfish.MODE.ECB, Blowfish.PADDING.NULL);
  const plain = new Uint8Array(sealed.length);
  let feedback = iv;
  for (let at = 0; at < sealed.length; at += BLOCK_BYTES) {
    if ((at / BLOCK_BYTES) % BLOCKS_A_TICK === 0) budget.tick();
    const stream = cipher.encode(feedback);
    const end = Math.min(sealed.length, at + BLOCK_BYTES);
    for (let i = at; i < end; i++) plain[i] = sealed[i] ^ stream[i - at];
    feedback = sealed.subarray(at, end);
  }
  return plain;
}

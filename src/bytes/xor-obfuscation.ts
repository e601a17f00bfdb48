/** The oldest way to seal a document, up to Office 95 and in some locales later: bytes exclusive-ored with the password ([MS-OFFCRYPTO] 2.3.7). */

export interface XorCode {
  /** Of 16 bits each; files keep both, which tells a right password from a wrong one. */
  readonly key: number;
  readonly verifier: number;
  /** What the bytes are exclusive-ored with in turn. */
  readonly pads: Uint8Array;
}

/** How far a byte of the pads is turned: the specification says one bit to the right for both, files of Excel say otherwise. */
export const TURN = { excel: 2, word: 7 } as const;

const MOST_BYTES = 15;
const PAD_BYTES = 16;
/** What fills a password up (2.3.7.2). */
const PADDING = [0xbb, 0xff, 0xff, 0xba, 0xff, 0xff, 0xb9, 0x80, 0x00, 0xbe, 0x0f, 0x00, 0xbf, 0x0f, 0x00];

/** @returns undefined for a password that is empty */
export function xorCode(password: string, turn: (typeof TURN)[keyof typeof TURN]): XorCode | undefined {
  const bytes = singleBytes(password);
  if (bytes.length === 0) return undefined;
  const key = keyOf(bytes);
  const pads = Uint8Array.from({ length: PAD_BYTES }, (_, i) => turned((bytes[i] ?? PADDING[i - bytes.length]) ^ (i % 2 === 0 ? key & 0xff : key >> 8), turn));
  return { key, verifier: verifierOf(bytes), pads };
}

/** Bits of a byte to the left, and around. */
export const turned = (byte: number, bits: number): number => ((byte << bits) | (byte >> (8 - bits))) & 0xff;

/** 2.3.7.4: the lower half of each character, or the upper one where that is nothing. */
function singleBytes(password: string): number[] {
  const bytes: number[] = [];
  for (let i = 0; i < password.length && bytes.length < MOST_BYTES; i++) bytes.push(password.charCodeAt(i) & 0xff || password.charCodeAt(i) >> 8);
  return bytes;
}

/** 2.3.7.1 CreatePasswordVerifier_Method1. */
function verifierOf(bytes: readonly number[]): number {
  const verifier = [bytes.length, ...bytes].reduceRight((sum, byte) => (((sum << 1) & 0x7fff) | ((sum >> 14) & 1)) ^ byte, 0);
  return verifier ^ 0xce4b;
}

/**
 * 2.3.7.2 CreateXorKey_Method1. Its two tables are what a shift register with feedback goes through: from 0x8000 a word of the matrix each bit,
 * from 0xffff the initial code, a byte's eighth bit being stepped over.
 */
function keyOf(bytes: readonly number[]): number {
  const step = (word: number): number => {
    const next = ((word << 1) | (word >> 15)) & 0xffff;
    return (next & 1) === 1 ? next ^ 0x1020 : next;
  };
  let key = 0;
  let word = 0x8000;
  let code = 0xffff;
  for (const byte of bytes.toReversed()) {
    for (let bit = 0; bit < 8; bit++) {
      word = step(word);
      code = step(code);
      if (bit < 7 && (byte >> bit) & 1) key ^= word;
    }
  }
  return key ^ code;
}

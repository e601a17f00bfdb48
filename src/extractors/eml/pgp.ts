/** What PGP has encrypted (RFC 9580): in armour, or as packets. */
const ARMOUR = "-----BEGIN PGP MESSAGE-----";
const RULE = "-----";
const HYPHEN = 0x2d;
const LETTER_B = 0x42;

/** A session key packet (sections 5.1, 5.3), or a whole encrypted packet (5.7, 5.13). */
const ENCRYPTED: ReadonlySet<number> = new Set([1, 3, 9, 18, 20]);

export function isPgpEncrypted(bytes: Uint8Array): boolean {
  return hasPgpArmour(bytes) || beginsWithPackets(bytes);
}

/** The armour may stand below other text, or in a page. Of every attachment it is asked, and five signs are looked for in half the time. */
function hasPgpArmour(bytes: Uint8Array): boolean {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = source.indexOf(RULE, 0, "latin1"); at >= 0; at = source.indexOf(RULE, at + RULE.length, "latin1")) {
    while (source[at + RULE.length] === HYPHEN) at++;
    if (source[at + RULE.length] === LETTER_B && source.toString("latin1", at, at + ARMOUR.length) === ARMOUR) return true;
  }
  return false;
}

/** Two packets in a row that an encrypted message begins with, and a first one of a version that there is: chance writes neither. */
function beginsWithPackets(bytes: Uint8Array): boolean {
  const first = packetAt(bytes, 0);
  if (first === undefined || (first.tag !== 1 && first.tag !== 3)) return false;
  if (![3, 4, 5, 6].includes(bytes[first.start])) return false;
  const second = packetAt(bytes, first.next);
  return second !== undefined && ENCRYPTED.has(second.tag);
}

/** Section 4.2: old and new headers; only lengths that a session key may have. */
function packetAt(bytes: Uint8Array, at: number): { tag: number; start: number; next: number } | undefined {
  const head = bytes[at] ?? 0;
  if (at >= bytes.length || (head & 0x80) === 0) return undefined;
  if ((head & 0x40) === 0) {
    const type = head & 3;
    const size = type === 3 ? 0 : 1 << type;
    if (at + 1 + size > bytes.length) return undefined;
    let length = 0;
    for (let i = 0; i < size; i++) length = length * 256 + bytes[at + 1 + i];
    return { tag: (head >> 2) & 15, start: at + 1 + size, next: at + 1 + size + length };
  }
  const one = bytes[at + 1] ?? 0;
  const tag = head & 63;
  if (one < 192) return { tag, start: at + 2, next: at + 2 + one };
  if (one < 224) return { tag, start: at + 3, next: at + 3 + ((one - 192) << 8) + (bytes[at + 2] ?? 0) + 192 };
  return { tag, start: at + 2, next: bytes.length };
}

/** Strings in DER (X.690): signatures hold certificates, and those their holders' names. */

const MAX_DEPTH = 24;
const MAX_STRINGS = 2000;
const DECODERS: Readonly<Record<number, "utf8" | "latin1" | "utf16be">> = { 12: "utf8", 18: "latin1", 19: "latin1", 20: "latin1", 22: "latin1", 26: "latin1", 30: "utf16be" };

/** In order, each once. Linear in the bytes; ends quietly where they are no DER. */
export function derStrings(bytes: Uint8Array): string[] {
  const found = new Set<string>();
  walk(0, bytes.length, 0);
  return [...found];

  function walk(start: number, end: number, depth: number): void {
    for (let at = start; at + 1 < end && found.size < MAX_STRINGS;) {
      const tag = bytes[at++];
      let length = bytes[at++];
      if ((tag & 31) === 31 || length === 0x80) return;
      if (length > 0x80) {
        let count = length & 127;
        if (count > 4 || at + count > end) return;
        for (length = 0; count > 0; count--) length = length * 256 + bytes[at++];
      }
      const to = Math.min(end, at + length);
      if ((tag & 0x20) !== 0) {
        if (depth < MAX_DEPTH) walk(at, to, depth + 1);
      } else {
        const decoder = tag < 64 && Object.hasOwn(DECODERS, tag) ? DECODERS[tag] : undefined;
        const text = decoder === undefined ? "" : new TextDecoder(decoder === "utf16be" ? "utf-16be" : decoder).decode(bytes.subarray(at, to));
        if (text.trim().length > 1) found.add(text);
      }
      at = to;
    }
  }
}

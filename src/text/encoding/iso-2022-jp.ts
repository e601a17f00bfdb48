/**
 * ISO-2022-JP as it is met: RFC 1468, half-width kana (CP50221, by escape sequence or by SO and SI), JIS X 0212 (RFC 2237), the
 * rows vendors added. The platform's decoder reads only the first of these, so the bytes are rewritten as EUC-JP, which has all.
 */

const ESC = 0x1b;
const SO = 0x0e;
const SI = 0x0f;

type CharacterSet = "ascii" | "jis-x-0208" | "jis-x-0212" | "half-kana";

/** After ESC: the bytes that name a character set (ISO/IEC 2022; the registry numbers are 6, 14, 13, 42, 87, 159 and 168). */
const DESIGNATIONS: readonly (readonly [bytes: string, set: CharacterSet])[] = [
  ["(B", "ascii"],
  ["(J", "ascii"],
  ["(H", "ascii"],
  ["(I", "half-kana"],
  ["$@", "jis-x-0208"],
  ["$B", "jis-x-0208"],
  ["$(@", "jis-x-0208"],
  ["$(B", "jis-x-0208"],
  ["$(D", "jis-x-0212"],
  ["&@", "jis-x-0208"],
];

/** True if the bytes hold an escape sequence that only Japanese text has. */
export function hasJapaneseEscape(bytes: Buffer): boolean {
  return ["\x1b$B", "\x1b$@", "\x1b(I", "\x1b$(D", "\x1b$(B"].some((sequence) => bytes.includes(sequence, 0, "latin1"));
}

/** A decoder that keeps its character set from one chunk to the next; chunks end at line ends or anywhere outside a character. */
export function createIso2022JpDecoder(): (bytes: Uint8Array) => string {
  let set: CharacterSet = "ascii";
  let shifted = false;
  const eucJp = new TextDecoder("euc-jp");
  return (bytes) => {
    // Two bytes become three in JIS X 0212, one becomes two in half-width kana.
    const out = new Uint8Array(bytes.length * 2);
    let size = 0;
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i];
      if (byte === ESC) {
        const designation = designationAt(bytes, i + 1);
        if (designation !== undefined) {
          set = designation[1];
          i += designation[0].length;
          continue;
        }
      }
      if (byte === SO || byte === SI) shifted = byte === SO;
      // Each line begins in ASCII (RFC 1468): one lost escape sequence does not spoil the rest.
      else if (byte === 0x0a || byte === 0x0d) {
        set = "ascii";
        shifted = false;
        out[size++] = byte;
      } else if (byte >= 0xa1 && byte <= 0xdf) {
        out[size++] = 0x8e;
        out[size++] = byte;
      } else if (byte < 0x21 || byte > 0x7e) out[size++] = byte;
      else if (shifted || set === "half-kana") {
        out[size++] = 0x8e;
        out[size++] = byte | 0x80;
      } else if (set === "ascii") out[size++] = byte;
      else {
        const next = bytes[i + 1];
        if (next < 0x21 || next > 0x7e || next === undefined) {
          out[size++] = 0xff;
          continue;
        }
        if (set === "jis-x-0212") out[size++] = 0x8f;
        out[size++] = byte | 0x80;
        out[size++] = next | 0x80;
        i++;
      }
    }
    return eucJp.decode(out.subarray(0, size));
  };
}

function designationAt(bytes: Uint8Array, at: number): (typeof DESIGNATIONS)[number] | undefined {
  return DESIGNATIONS.find(([sequence]) => {
    for (let i = 0; i < sequence.length; i++) if (bytes[at + i] !== sequence.charCodeAt(i)) return false;
    return true;
  });
}

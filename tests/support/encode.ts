/**
 * Text to bytes in encodings that Node only decodes: the decoder is asked for the text of every byte sequence, once. Throws for
 * text the encoding has no bytes for.
 */

export type LegacyEncoding = "shift_jis" | "euc-jp" | "iso-2022-jp" | "gb18030" | "big5" | "euc-kr" | "windows-1252" | "windows-1251" | "koi8-r";
export type UnicodeEncoding = "utf-8" | "utf-16le" | "utf-16be" | "utf-32le" | "utf-32be";

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

export function encode(text: string, encoding: LegacyEncoding | UnicodeEncoding): Buffer {
  if (encoding === "utf-8") return Buffer.from(text, "utf8");
  if (encoding === "utf-16le") return Buffer.from(text, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(text, "utf16le").swap16();
  if (encoding === "utf-32le" || encoding === "utf-32be") return encodeUtf32(text, encoding === "utf-32le");
  if (encoding === "iso-2022-jp") return encodeIso2022Jp(text);
  const table = tableOf(encoding);
  return Buffer.from(Array.from(text).flatMap((char) => bytesOf(char, table, encoding)));
}

function bytesOf(char: string, table: ReadonlyMap<string, readonly number[]>, encoding: string): readonly number[] {
  const bytes = table.get(char);
  if (bytes === undefined) throw new Error(`U+${char.codePointAt(0)?.toString(16)} is not in ${encoding}`);
  return bytes;
}

function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  let table = tables.get(encoding);
  if (table !== undefined) return table;
  const building = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding, { fatal: true });
  const add = (...bytes: number[]): boolean => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      // The first sequence stays: NEC row 13 before IBM's extensions, as CP932 writes them.
      if (Array.from(text).length === 1 && !building.has(text)) building.set(text, bytes);
      return Array.from(text).length === 1;
    } catch {
      return false;
    }
  };
  const leads: number[] = [];
  for (let byte = 0; byte < 0x100; byte++) if (!add(byte)) leads.push(byte);
  if (!encoding.startsWith("windows") && encoding !== "koi8-r") {
    for (const lead of leads) for (let trail = 0x40; trail < 0x100; trail++) add(lead, trail);
    if (encoding === "euc-jp") for (let trail = 0xa1; trail < 0xe0; trail++) add(0x8e, trail);
  }
  tables.set(encoding, building);
  table = building;
  return table;
}

/** RFC 1468, with half-width kana by ESC ( I as CP50221 has them. */
function encodeIso2022Jp(text: string): Buffer {
  const table = tableOf("euc-jp");
  const out: number[] = [];
  let set = "(B";
  const select = (next: string): void => {
    if (next !== set) out.push(0x1b, ...Buffer.from(next, "latin1"));
    set = next;
  };
  for (const char of text) {
    const bytes = bytesOf(char, table, "iso-2022-jp");
    select(bytes.length === 1 ? "(B" : bytes[0] === 0x8e ? "(I" : "$B");
    out.push(...(bytes[0] === 0x8e ? [bytes[1] & 0x7f] : bytes.map((byte) => byte & 0x7f)));
  }
  select("(B");
  return Buffer.from(out);
}

function encodeUtf32(text: string, littleEndian: boolean): Buffer {
  const points = Array.from(text).map((char) => char.codePointAt(0) ?? 0);
  const out = Buffer.alloc(points.length * 4);
  points.forEach((point, i) => (littleEndian ? out.writeUInt32LE(point, i * 4) : out.writeUInt32BE(point, i * 4)));
  return out;
}

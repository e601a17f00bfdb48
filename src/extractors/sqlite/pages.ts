/** A database file's pages ("Database File Format", sqlite.org/fileformat2.html, section 1). */
import { Unreadable } from "../../errors.js";

export const SIGNATURE = "SQLite format 3\0";
const HEADER_BYTES = 100;

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be";

export interface Pages {
  readonly count: number;
  /** Bytes of a page that the format uses. */
  readonly usable: number;
  readonly encoding: TextEncoding;
  /** The first page of the list of free ones, 0 where there is none. */
  readonly freeList: number;
  /** The file ends within a page, or the header speaks of more pages than there are. */
  readonly isCut: boolean;
  /** Counted from 1; undefined where there is no such page. A page that is cut off is as if filled with zeros. */
  page(number: number): Uint8Array | undefined;
}

/** @throws Unreadable */
export function openPages(bytes: Uint8Array): Pages {
  if (bytes.length < HEADER_BYTES + 8) throw new Unreadable("corrupt", "SQLite: the header is cut off");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const written = view.getUint16(16);
  const pageBytes = written === 1 ? 65_536 : written;
  const usable = pageBytes - bytes[20];
  if (pageBytes < 512 || (pageBytes & (pageBytes - 1)) !== 0 || usable < 480) throw new Unreadable("corrupt", "SQLite: the page size is impossible");
  // Encryption extensions leave the signature, or the whole header, as it is.
  if (![0x02, 0x05, 0x0a, 0x0d].includes(bytes[HEADER_BYTES])) throw new Unreadable("encrypted", "SQLite: its pages are encrypted or destroyed");
  const count = Math.ceil(bytes.length / pageBytes);
  const encodings: Readonly<Record<number, TextEncoding>> = { 2: "utf-16le", 3: "utf-16be" };
  return {
    count,
    usable,
    encoding: encodings[view.getUint32(56)] ?? "utf-8",
    freeList: view.getUint32(32),
    isCut: bytes.length % pageBytes !== 0 || (view.getUint32(24) === view.getUint32(92) && view.getUint32(28) > count),
    page(number) {
      if (number < 1 || number > count) return undefined;
      const page = bytes.subarray((number - 1) * pageBytes, number * pageBytes);
      if (page.length === pageBytes) return page;
      const filled = new Uint8Array(pageBytes);
      filled.set(page);
      return filled;
    },
  };
}

/** Where a page's b-tree begins: behind the file's header on the first one. */
export const treeStart = (number: number): number => (number === 1 ? HEADER_BYTES : 0);

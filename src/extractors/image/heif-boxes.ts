/** Boxes (ISO/IEC 14496-12, 4.2) and the items that "iinf" and "iloc" list (8.11). */
import { ascii, bufferOf } from "./bytes.js";

export interface Box {
  readonly type: string;
  /** Of the content, behind size and type. */
  readonly start: number;
  readonly end: number;
}

export interface Item {
  readonly type: string;
  readonly name: Uint8Array;
  readonly contentType: string;
  readonly isProtected: boolean;
  readonly extents: readonly Uint8Array[];
}

const MAX_BOXES = 10_000;

/** @returns the boxes in [from, to), where they end, and whether the last one is longer than what is there */
export function boxesOf(bytes: Uint8Array, from: number, to: number): { boxes: Box[]; end: number; isCut: boolean } {
  const view = bufferOf(bytes);
  const boxes: Box[] = [];
  let at = from;
  while (at + 8 <= to && boxes.length < MAX_BOXES) {
    let size = view.readUInt32BE(at);
    let head = 8;
    if (size === 1 && at + 16 <= to) {
      size = Number(view.readBigUInt64BE(at + 8));
      head = 16;
    } else if (size === 0) size = to - at;
    const type = ascii(bytes, at + 4, 4);
    if (size < head || !/^[\x20-\x7e\xa9]{4}$/u.test(type)) break;
    const end = Math.min(at + size, to);
    boxes.push({ type, start: at + head, end });
    if (at + size > to) return { boxes, end, isCut: true };
    at = end;
  }
  return { boxes, end: at, isCut: false };
}

/** Reads big-endian numbers one after the other; past the end they are 0 and `isPast` is true. */
function cursorOf(bytes: Uint8Array, { start, end }: Box): { number(length: number): number; string(): Uint8Array; isPast(): boolean } {
  let at = start;
  return {
    number(length) {
      let value = 0;
      for (let i = 0; i < length; i++, at++) value = value * 256 + (at < end ? bytes[at] : 0);
      return value;
    },
    string() {
      const zero = bytes.indexOf(0, at);
      const stop = zero < 0 || zero > end ? end : zero;
      const text = bytes.subarray(Math.min(at, stop), stop);
      at = stop + 1;
      return text;
    },
    isPast: () => at > end,
  };
}

interface Info {
  readonly type: string;
  readonly name: Uint8Array;
  readonly contentType: string;
  readonly isProtected: boolean;
}

/** @param boxes those inside "meta" */
export function readItems(bytes: Uint8Array, boxes: readonly Box[]): { items: Item[]; isDamaged: boolean } {
  const infos = new Map<number, Info>();
  const find = (type: string): Box | undefined => boxes.find((box) => box.type === type);
  const listing = find("iinf");
  if (listing !== undefined) {
    const skip = 4 + (bytes[listing.start] === 0 ? 2 : 4);
    for (const box of boxesOf(bytes, listing.start + skip, listing.end).boxes) {
      const version = bytes[box.start];
      if (box.type !== "infe" || version < 2) continue;
      const cursor = cursorOf(bytes, { ...box, start: box.start + 4 });
      const id = cursor.number(version === 2 ? 2 : 4);
      const isProtected = cursor.number(2) !== 0;
      const type = String.fromCharCode(cursor.number(1), cursor.number(1), cursor.number(1), cursor.number(1));
      const name = cursor.string();
      infos.set(id, { type, name, isProtected, contentType: type === "mime" ? bufferOf(cursor.string()).toString("latin1") : "" });
    }
  }
  const locations = find("iloc");
  if (locations === undefined) return { items: [...infos.values()].map((info) => ({ ...info, extents: [] })), isDamaged: false };
  return readLocations(bytes, locations, find("idat"), infos);
}

/** ISO/IEC 14496-12, 8.11.3. Construction method 0: in the file; 1: in "idat"; 2: in another item, which no real file has. */
function readLocations(bytes: Uint8Array, box: Box, idat: Box | undefined, infos: ReadonlyMap<number, Info>): { items: Item[]; isDamaged: boolean } {
  const version = bytes[box.start];
  const cursor = cursorOf(bytes, { ...box, start: box.start + 4 });
  const sizes = cursor.number(1);
  const more = cursor.number(1);
  const [offsetBytes, lengthBytes, baseBytes, indexBytes] = [sizes >> 4, sizes & 15, more >> 4, version === 0 ? 0 : more & 15];
  const items: Item[] = [];
  const listed = new Set<number>();
  let isDamaged = false;
  const count = cursor.number(version < 2 ? 2 : 4);
  for (let i = 0; i < count && !cursor.isPast(); i++) {
    const id = cursor.number(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : cursor.number(2) & 15;
    cursor.number(2);
    const base = cursor.number(baseBytes);
    const extents: Uint8Array[] = [];
    const extentCount = cursor.number(2);
    for (let extent = 0; extent < extentCount && !cursor.isPast(); extent++) {
      cursor.number(indexBytes);
      const offset = base + cursor.number(offsetBytes);
      const length = cursor.number(lengthBytes);
      const start = method === 1 ? (idat?.start ?? 0) + offset : offset;
      const content = bytes.subarray(start, length === 0 ? bytes.length : start + length);
      if (method > 1 || content.length < length) isDamaged = true;
      else extents.push(content);
    }
    const info = infos.get(id);
    if (info === undefined || listed.has(id)) continue;
    listed.add(id);
    items.push({ ...info, extents });
  }
  return { items, isDamaged };
}

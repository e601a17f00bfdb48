/** B-trees of pages ("Database File Format", 1.6): cells in the order they were meant to be read, and what lies between them. */
import type { Budget } from "../../contract.js";
import { type Pages, treeStart } from "./pages.js";
import { varint } from "./records.js";

export interface Row {
  /** 0 in index trees. */
  readonly rowid: number;
  readonly payload: Uint8Array;
  /** An overflow page is missing: the payload is what there is. */
  readonly isCut: boolean;
}

export const [INDEX_INTERIOR, TABLE_INTERIOR, INDEX_LEAF, TABLE_LEAF] = [0x02, 0x05, 0x0a, 0x0d];

export interface TreeReader {
  /** Every row below a root page, in key order. Pages already read are not read again: rings end. */
  rows(root: number): Generator<Row>;
  /** Rows of one page, whatever tree it belongs or belonged to; none where it is no leaf. */
  rowsOfPage(page: Uint8Array, start: number): Row[];
  /** Pages reached so far, overflow pages among them. */
  readonly reached: ReadonlySet<number>;
  /** Trees led to pages that are not there or are of another kind. */
  isDamaged(): boolean;
}

export function createTreeReader(pages: Pages, budget: Budget): TreeReader {
  const reached = new Set<number>();
  let damaged = false;

  function* rows(root: number): Generator<Row> {
    const waiting: (number | Row[])[] = [root];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (typeof next !== "number") {
        yield* next;
        continue;
      }
      const page = pages.page(next);
      if (page === undefined || reached.has(next)) {
        damaged = true;
        continue;
      }
      reached.add(next);
      budget.tick();
      const start = treeStart(next);
      const kind = page[start];
      if (kind === TABLE_LEAF || kind === INDEX_LEAF) yield* rowsOfPage(page, start);
      else if (kind === TABLE_INTERIOR || kind === INDEX_INTERIOR) waiting.push(...inside(page, start, kind).reverse());
      else damaged = true;
    }
  }

  /** An interior page's children, and in index trees the rows that stand between them. */
  function inside(page: Uint8Array, start: number, kind: number): (number | Row[])[] {
    const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
    const found: (number | Row[])[] = [];
    for (const at of cells(page, start, 12)) {
      if (at + 4 > page.length) continue;
      found.push(view.getUint32(at));
      if (kind !== INDEX_INTERIOR) continue;
      const row = readCell(page, at + 4, false);
      if (row !== undefined) found.push([row]);
    }
    found.push(view.getUint32(start + 8));
    return found;
  }

  function rowsOfPage(page: Uint8Array, start: number): Row[] {
    const isTable = page[start] === TABLE_LEAF;
    if (!isTable && page[start] !== INDEX_LEAF) return [];
    return cells(page, start, 8).flatMap((at) => readCell(page, at, isTable) ?? []);
  }

  function readCell(page: Uint8Array, from: number, isTable: boolean): Row | undefined {
    const cursor = { at: from };
    const length = varint(page, cursor);
    const rowid = isTable ? varint(page, cursor) : 0;
    if (length < 0) return undefined;
    const local = localBytes(length, isTable);
    const first = page.subarray(cursor.at, Math.min(cursor.at + local, pages.usable));
    if (local === length) return { rowid, payload: first, isCut: first.length < length };
    const end = cursor.at + local;
    const overflow = end + 4 <= page.length ? new DataView(page.buffer, page.byteOffset + end, 4).getUint32(0) : 0;
    const { pieces, isCut } = chain(overflow, length - local);
    const payload = Buffer.concat([first, ...pieces]);
    return { rowid, payload, isCut };
  }

  /** Pages of a value that is too long for one; each begins with the number of the next. */
  function chain(first: number, length: number): { pieces: Uint8Array[]; isCut: boolean } {
    const pieces: Uint8Array[] = [];
    let left = length;
    let number = first;
    for (let hops = 0; left > 0 && hops <= pages.count; hops++) {
      const page = pages.page(number);
      if (page === undefined) return { pieces, isCut: true };
      reached.add(number);
      const piece = page.subarray(4, Math.min(pages.usable, 4 + left));
      // Chains may be shared by an attacker's cells, so what is read is counted.
      budget.expand(piece.length);
      pieces.push(piece);
      left -= piece.length;
      number = new DataView(page.buffer, page.byteOffset, 4).getUint32(0);
    }
    return { pieces, isCut: left > 0 };
  }

  /** Section 1.6: how much of a payload stands on the page itself. */
  function localBytes(length: number, isTable: boolean): number {
    const { usable } = pages;
    const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
    if (length <= most) return length;
    const least = Math.floor(((usable - 12) * 32) / 255) - 23;
    const fitting = least + ((length - least) % (usable - 4));
    return fitting <= most ? fitting : least;
  }

  return { rows, rowsOfPage, reached, isDamaged: () => damaged };
}

/** Where the cells of a page stand. @param headBytes 8 on leaves, 12 above them */
function cells(page: Uint8Array, start: number, headBytes: number): number[] {
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  const count = view.getUint16(start + 3);
  const found: number[] = [];
  for (let at = start + headBytes; found.length < count && at + 2 <= page.length; at += 2) found.push(view.getUint16(at));
  return found;
}

/** Stretches of a b-tree page that belong to no cell: the gap in its middle, and the blocks that deleted rows leave ("freeblocks"). */
export function* gapsOf(page: Uint8Array, start: number): Generator<Uint8Array> {
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  const head = page[start] === TABLE_INTERIOR || page[start] === INDEX_INTERIOR ? 12 : 8;
  const written = view.getUint16(start + 5);
  const contentStart = written === 0 ? 65_536 : written;
  const pointersEnd = start + head + view.getUint16(start + 3) * 2;
  if (contentStart > pointersEnd) yield page.subarray(pointersEnd, contentStart);
  let block = view.getUint16(start + 1);
  // Blocks are listed in the order in which they stand: anything else is a ring.
  for (let last = 0; block > last && block + 4 <= page.length; ) {
    // Four bytes of next and size have replaced the beginning of the row.
    yield page.subarray(block + 4, block + view.getUint16(block + 2));
    last = block;
    block = view.getUint16(block);
  }
}

/**
 * Records written as program text: objects of a script, tuples of Python, VALUES of SQL. One bracket is one record; those that follow
 * each other with nothing but commas and statement words between are one table.
 */
import { createGrid } from "./grid.js";
import type { Attempt } from "./kind.js";

interface Item {
  /** The path of keys it stands under, "" in a tuple. */
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly start: number;
  readonly end: number;
}

interface Literal {
  readonly start: number;
  readonly end: number;
  readonly items: readonly Item[];
}

/** Units of one record, of what stands between two, and how far before a value its bracket is looked for. */
const MAX_RECORD = 8_000;
const MAX_BETWEEN = 160;
const MAX_REACH = 400;
const MAX_ITEMS = 256;
/** Objects in objects are flattened so deep: address: { city: ... }. */
const MAX_DEPTH = 3;
/** Records before the first one in which something was found: the names of the columns, people nobody knows. */
const MAX_BACK = 50;
/** Brackets around a value that are tried, from the inside out. */
const MAX_TRIED = 3;
const FEWEST_RECORDS = 2;

const CLOSER: Readonly<Record<string, string>> = { "{": "}", "[": "]", "(": ")" };
const QUOTES = "'\"`";
const BARE = /[\p{L}\p{N}_$.+\-:#@/%*]+/uy;
const BLANK = /(?:\s|\/\/[^\n]{0,200}\n|\/\*[^*]{0,200}\*\/|--[^\n]{0,200}\n)*/uy;

export function literalTable(text: string, offset: number, floor: number): Attempt | undefined {
  const first = literalAround(text, offset, floor);
  if (first === undefined) return undefined;
  const records = [...before(text, first, floor).reverse(), first];
  let end = first.end;
  for (;;) {
    const open = nextOpener(text, end, text[first.start]);
    const next = open < 0 ? undefined : parseLiteral(text, open);
    if (next === undefined) break;
    records.push(next);
    end = next.end;
  }
  if (records.length < FEWEST_RECORDS) return { grid: undefined, end };
  const isKeyed = records.some(({ items }) => items.some(({ key }) => key !== ""));
  const columns = new Map<string, Item>();
  const grid = createGrid(text, isKeyed);
  if (isKeyed) {
    for (const { items } of records) for (const item of items) if (item.key !== "" && !columns.has(item.key) && columns.size < MAX_ITEMS) columns.set(item.key, item);
    grid.startRow();
    [...columns.values()].forEach(({ keyStart, keyEnd }, column) => {
      grid.cell(column, keyStart, keyEnd);
    });
  }
  const order = new Map([...columns.keys()].map((key, i) => [key, i]));
  for (const { items } of records) {
    grid.startRow();
    if (!isKeyed) items.forEach(({ start, end: to }, column) => { grid.cell(column, start, to); });
    else {
      const cells = items.flatMap(({ key, start, end: to }) => {
        const column = order.get(key);
        return column === undefined ? [] : [[column, start, to] as const];
      });
      for (const [column, start, to] of cells.sort((a, b) => a[0] - b[0])) grid.cell(column, start, to);
    }
  }
  return { grid: grid.finish(records[0].start, end), end };
}

/** 1 for a bracket that opens, -1 for one that closes. */
function bracketOf(code: number): number {
  if (code === 0x7b || code === 0x5b || code === 0x28) return 1;
  return code === 0x7d || code === 0x5d || code === 0x29 ? -1 : 0;
}

/** The innermost bracket around an offset that is a record. */
function literalAround(text: string, offset: number, floor: number): Literal | undefined {
  let depth = 0;
  let tried = 0;
  const lowest = Math.max(floor, offset - MAX_REACH);
  for (let at = offset - 1; at >= lowest && tried < MAX_TRIED; at--) {
    const bracket = bracketOf(text.charCodeAt(at));
    if (bracket === 0) continue;
    if (bracket < 0) depth++;
    else {
      if (depth-- > 0) continue;
      depth = 0;
      tried++;
      const literal = parseLiteral(text, at);
      if (literal !== undefined && literal.end > offset && literal.items.length > 1) return literal;
    }
  }
  return undefined;
}

/** Records right before one, nearest first. */
function before(text: string, first: Literal, floor: number): Literal[] {
  const found: Literal[] = [];
  const closer = CLOSER[text[first.start]];
  let start = first.start;
  while (found.length < MAX_BACK) {
    let close = start - 1;
    const lowest = Math.max(floor, start - MAX_BETWEEN);
    while (close >= lowest && text[close] !== closer && !"'\"{}".includes(text[close])) close--;
    if (close < lowest || text[close] !== closer) break;
    let depth = 0;
    let open = close;
    for (const least = Math.max(floor, close - MAX_RECORD); open >= least; open--) {
      const bracket = bracketOf(text.charCodeAt(open));
      depth -= bracket;
      if (bracket > 0 && depth === 0) break;
    }
    const literal = depth === 0 && open >= floor ? parseLiteral(text, open) : undefined;
    if (literal?.end !== close + 1 || literal.items.length < 2) break;
    found.push(literal);
    start = literal.start;
  }
  return found;
}

/** Where the next record opens: brackets of calls may stand between, strings and other records may not. */
function nextOpener(text: string, end: number, bracket: string): number {
  const stop = Math.min(text.length, end + MAX_BETWEEN);
  for (let at = end; at < stop; at++) {
    const char = text[at];
    if (char === bracket) return at;
    if (char === "'" || char === '"' || char === "{" || char === "}") return -1;
  }
  return -1;
}

/** @param open where its bracket stands. Linear in the record: nothing is read twice. */
function parseLiteral(text: string, open: number): Literal | undefined {
  const items: Item[] = [];
  const stop = Math.min(text.length, open + MAX_RECORD);
  const end = parseItems(text, open, stop, "", items, 0);
  return end < 0 || items.length === 0 ? undefined : { start: open, end, items };
}

function skipBlank(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code > 0x20 && code !== 0x2f && code !== 0x2d && code !== 0x3000 && code !== 0xa0) return at;
  BLANK.lastIndex = at;
  BLANK.test(text);
  return Math.max(at, BLANK.lastIndex);
}

/** Reads items up to the closing bracket; where it ends, -1 if this is no literal. */
function parseItems(text: string, open: number, stop: number, path: string, items: Item[], depth: number): number {
  const closer = CLOSER[text[open]];
  let at = open + 1;
  while (at < stop) {
    at = skipBlank(text, at);
    if (text[at] === closer) return at + 1;
    if (text[at] === ",") {
      // NULL may be written as nothing at all.
      at++;
      continue;
    }
    if (items.length >= MAX_ITEMS) return -1;
    let value = scalarAt(text, at, stop);
    let key = path;
    let [keyStart, keyEnd] = [at, at];
    if (value !== undefined) {
      const behind = skipBlank(text, value.next);
      const isArrow = text.startsWith("=>", behind);
      const isPaired = isArrow || text[behind] === ":" || (text[behind] === "=" && text[behind + 1] !== "=");
      const isKey = isPaired || text[value.end - 1] === ":";
      if (isKey) {
        [keyStart, keyEnd] = [value.start, text[value.end - 1] === ":" && !isPaired ? value.end - 1 : value.end];
        const own = text.slice(keyStart, keyEnd).replace(/^:/u, "");
        key = path === "" ? own : `${path}.${own}`;
        at = skipBlank(text, isArrow ? behind + 2 : isPaired ? behind + 1 : behind);
        value = scalarAt(text, at, stop);
      }
    }
    if (value === undefined) {
      if (CLOSER[text[at]] === undefined || depth >= MAX_DEPTH) return -1;
      const inside: Item[] = [];
      const after = parseItems(text, at, stop, key, inside, depth + 1);
      if (after < 0) return -1;
      // A list of plain values is one cell.
      if (text[at] === "{") items.push(...inside);
      else if (inside.length > 0) items.push({ key, keyStart, keyEnd, start: inside[0].start, end: inside[inside.length - 1].end });
      at = after;
    } else {
      items.push({ key, keyStart, keyEnd, start: value.start, end: value.end });
      at = value.next;
    }
    at = skipBlank(text, at);
    if (text[at] === ",") at++;
    else if (text[at] !== closer) return -1;
  }
  return -1;
}

/** A string without its quotes, or a bare word or number. */
function scalarAt(text: string, at: number, stop: number): { start: number; end: number; next: number } | undefined {
  let from = at;
  // N'...' and u'...'
  if (QUOTES.includes(text[from + 1] ?? " ") && /[A-Za-z]/u.test(text[from] ?? "")) from++;
  const quote = text[from] ?? "";
  if (quote !== "" && QUOTES.includes(quote)) {
    for (let end = from + 1; end < stop; end++) {
      const char = text[end];
      if (char === "\\") end++;
      else if (char === quote) {
        if (text[end + 1] === quote) end++;
        else return { start: from + 1, end, next: end + 1 };
      }
    }
    return undefined;
  }
  BARE.lastIndex = at;
  if (!BARE.test(text)) return undefined;
  const end = BARE.lastIndex;
  return text[end] === "(" ? undefined : { start: at, end, next: end };
}

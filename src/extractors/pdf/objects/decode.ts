/** Filters (ISO 32000-1, 7.4) of streams that nobody promised to be whole: what can be had of them is given. */
import { inflateRawSync, inflateSync, constants } from "node:zlib";
import type { Budget } from "../../../contract.js";
import { isArray, isDict, type Dict, type Value } from "../fast/lexer.js";
import { unpredict } from "../fast/filters.js";

const MAX_STREAM_BYTES = 64 * 2 ** 20;
type Resolve = (value: Value | undefined) => Value;

/** Names of the filters, in order, as they are applied to what is stored. */
export function filtersOf(dict: Dict, resolve: Resolve): string[] {
  const filter = resolve(dict.get("Filter") ?? dict.get("F"));
  return (isArray(filter) ? filter.map(resolve) : [filter]).filter((one) => typeof one === "string");
}

/** Filters whose output is pixels (7.4.6 to 7.4.9). */
const OF_PICTURES = new Set(["DCTDecode", "DCT", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "CCF"]);

/** A stream as far as filters of bytes go. */
export interface Unwrapped {
  readonly bytes: Uint8Array;
  /** Of pixels, and not applied. */
  readonly filter?: string;
  /** Of that filter. */
  readonly parameters?: Dict;
}

/** Undefined where a filter is not one for text, or nothing can be had. @throws Unreadable where the budget is spent */
export function decodeLoosely(dict: Dict, stored: Uint8Array, resolve: Resolve, budget: Budget): Uint8Array | undefined {
  const unwrapped = unwrap(dict, stored, resolve, budget);
  return unwrapped?.filter === undefined ? unwrapped?.bytes : undefined;
}

/** What stands before the first filter of pixels. Undefined where nothing can be had. @throws Unreadable where the budget is spent */
export function unwrap(dict: Dict, stored: Uint8Array, resolve: Resolve, budget: Budget): Unwrapped | undefined {
  const given = resolve(dict.get("DecodeParms") ?? dict.get("DP"));
  const listed = isArray(given) ? given.map(resolve) : [given];
  let bytes: Uint8Array | undefined = stored;
  for (const [i, filter] of filtersOf(dict, resolve).entries()) {
    const own = listed[i];
    const parameters = isDict(own) ? own : undefined;
    if (OF_PICTURES.has(filter)) return { bytes, filter, ...(parameters !== undefined && { parameters }) };
    bytes = apply(filter, bytes, parameters);
    if (bytes === undefined) return undefined;
  }
  return { bytes };

  function apply(filter: string, data: Uint8Array, own: Dict | undefined): Uint8Array | undefined {
    if (filter === "FlateDecode" || filter === "Fl") return unpredicted(inflate(data, budget), own);
    if (filter === "LZWDecode" || filter === "LZW") return unpredicted(lzw(data, own?.get("EarlyChange") !== 0, budget), own);
    if (filter === "ASCIIHexDecode" || filter === "AHx") return fromHexadecimal(data);
    if (filter === "ASCII85Decode" || filter === "A85") return fromAscii85(data);
    if (filter === "RunLengthDecode" || filter === "RL") return fromRunLengths(data, budget);
    return filter === "Crypt" ? data : undefined;
  }

  function unpredicted(data: Uint8Array | undefined, own: Dict | undefined): Uint8Array | undefined {
    if (data === undefined || own === undefined) return data;
    try {
      return unpredict(data, own, resolve);
    } catch {
      return data; // rows of another length, an unknown predictor: the bytes as they are
    }
  }
}

function inflate(data: Uint8Array, budget: Budget): Uint8Array | undefined {
  const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: Math.max(1, Math.min(MAX_STREAM_BYTES, budget.remainingBytes)) };
  for (const attempt of [() => inflateSync(data, options), () => inflateRawSync(data.subarray(2), options)]) {
    try {
      const out = attempt();
      budget.expand(out.length, data.length);
      return out;
    } catch (error) {
      if (error instanceof Error && error.name === "Unreadable") throw error;
      if (error instanceof RangeError) return undefined; // above the limit
      // zlib's errors: damaged, and perhaps only in its head
    }
  }
  return undefined;
}

/** 7.4.4.2; codes of 9 to 12 bits, the highest first. */
function lzw(data: Uint8Array, early: boolean, budget: Budget): Uint8Array {
  const out: number[] = [];
  let table: number[][] = [];
  let [bits, width, previous]: [number, number, number[] | undefined] = [0, 9, undefined];
  let held = 0;
  const reset = (): void => {
    table = [];
    width = 9;
    previous = undefined;
  };
  const most = Math.min(16 * 2 ** 20, budget.remainingBytes);
  for (const byte of data) {
    held = (held << 8) | byte;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >>> bits) & ((1 << width) - 1);
    held &= (1 << bits) - 1;
    if (code === 257 || out.length > most) break;
    if (code === 256) {
      reset();
      continue;
    }
    const known = code < 256 ? [code] : table[code - 258];
    const entry: number[] | undefined = known ?? (previous === undefined ? undefined : [...previous, previous[0]]);
    if (entry === undefined) break;
    for (const value of entry) out.push(value);
    if (previous !== undefined && table.length < 4096 - 258) table.push([...previous, entry[0]]);
    previous = entry;
    const next = table.length + 258 + (early ? 1 : 0);
    width = next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9;
  }
  budget.expand(out.length, data.length);
  return Uint8Array.from(out);
}

function fromHexadecimal(data: Uint8Array): Uint8Array {
  const text = Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString("latin1");
  const digits = text.slice(0, Math.max(0, text.includes(">") ? text.indexOf(">") : text.length)).replace(/[^0-9a-f]/giu, "");
  return new Uint8Array(Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, "hex"));
}

function fromAscii85(data: Uint8Array): Uint8Array {
  const out: number[] = [];
  let [value, count] = [0, 0];
  for (const byte of data) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && count === 0) out.push(0, 0, 0, 0);
    if (byte < 0x21 || byte > 0x75) continue;
    value = value * 85 + byte - 0x21;
    if (++count === 5) {
      out.push((value / 2 ** 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
      [value, count] = [0, 0];
    }
  }
  if (count > 1) {
    for (let i = count; i < 5; i++) value = value * 85 + 84;
    for (let i = 0; i < count - 1; i++) out.push(Math.floor(value / 2 ** (24 - 8 * i)) & 255);
  }
  return Uint8Array.from(out);
}

function fromRunLengths(data: Uint8Array, budget: Budget): Uint8Array {
  const out: number[] = [];
  for (let at = 0; at < data.length && data[at] !== 128;) {
    const length = data[at++];
    if (length < 128) {
      for (let i = 0; i <= length && at < data.length; i++) out.push(data[at++]);
    } else {
      for (let i = 0; i < 257 - length; i++) out.push(data[at]);
      at++;
    }
    if (out.length > budget.remainingBytes) break;
  }
  budget.expand(out.length, data.length);
  return Uint8Array.from(out);
}

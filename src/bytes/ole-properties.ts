/**
 * Property sets of compound files ([MS-OLEPS]): who wrote a document, for which company, and what its parts were called. They stand in
 * the streams "\x05SummaryInformation" and "\x05DocumentSummaryInformation".
 */
import { codePageText } from "../text/code-pages.js";
import { printableRuns } from "./printable-runs.js";

export interface OleProperty {
  /** As docProps of Office Open XML would call it ("creator"), a custom property's own name, or its number. */
  readonly name: string;
  readonly value: string;
}

/** [MS-OLEPS] 2.25.1 and [MS-OSHARED] 2.3.3.2.1.1. */
const SUMMARY_FORMAT = "e0859ff2f94f6810ab9108002b27b3d9";
const SUMMARY_NAMES: Readonly<Record<number, string>> = {
  2: "title", 3: "subject", 4: "creator", 5: "keywords", 6: "description", 7: "Template", 8: "lastModifiedBy", 9: "revision", 18: "Application",
};
/** [MS-OSHARED] 2.3.3.2.2.1. */
const DOCUMENT_FORMAT = "02d5cdd59c2e1b10939708002b2cf9ae";
const DOCUMENT_NAMES: Readonly<Record<number, string>> = {
  2: "category", 3: "PresentationFormat", 12: "HeadingPairs", 13: "TitlesOfParts", 14: "Manager", 15: "Company", 24: "DigSig", 26: "contentType", 27: "contentStatus",
  28: "language", 29: "version",
};
const USER_FORMAT = "05d5cdd59c2e1b10939708002b2cf9ae";

const DICTIONARY = 0;
const CODE_PAGE = 1;
const UNICODE = 1200;
const MAX_SETS = 16;

/** Of [MS-OLEPS] 2.15. */
const VT = { I2: 2, I4: 3, R8: 5, BSTR: 8, VARIANT: 12, UI4: 19, I8: 20, UI8: 21, LPSTR: 30, LPWSTR: 31, BLOB: 65, VECTOR: 0x1000 } as const;

interface PropertySet {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly codePage: number;
  /** Numbers are told: in custom properties they are somebody's, elsewhere counts of pages and minutes. */
  readonly tellsNumbers: boolean;
}

/**
 * Every property that is text, in the order of the file; custom ones are told where they are numbers too. A damaged stream gives fewer,
 * nothing is thrown.
 * @param bytes of one property set stream
 */
export function readPropertySet(bytes: Uint8Array): OleProperty[] {
  const found: OleProperty[] = [];
  if (bytes.length < 28) return found;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sets = Math.min(view.getUint32(24, true), MAX_SETS);
  for (let i = 0; i < sets && 28 + i * 20 + 20 <= bytes.length; i++) {
    const at = 28 + i * 20;
    const format = Buffer.from(bytes.subarray(at, at + 16)).toString("hex");
    found.push(...readSet(bytes, view.getUint32(at + 16, true), format));
  }
  return found;
}

function readSet(stream: Uint8Array, start: number, format: string): OleProperty[] {
  if (start + 8 > stream.length) return [];
  // The size field is not asked: programs get it wrong, and offsets are checked against the stream.
  const bytes = stream.subarray(start);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = Math.min(view.getUint32(4, true), Math.floor((bytes.length - 8) / 8));
  const offsets = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const id = view.getUint32(8 + i * 8, true);
    if (!offsets.has(id)) offsets.set(id, view.getUint32(12 + i * 8, true));
  }
  const codePageAt = offsets.get(CODE_PAGE);
  const codePage = codePageAt !== undefined && codePageAt + 6 <= bytes.length ? view.getUint16(codePageAt + 4, true) : 1252;
  const set: PropertySet = { bytes, view, codePage, tellsNumbers: format === USER_FORMAT };
  const custom = readDictionary(set, offsets.get(DICTIONARY));
  const known = format === SUMMARY_FORMAT ? SUMMARY_NAMES : format === DOCUMENT_FORMAT ? DOCUMENT_NAMES : {};
  const found: OleProperty[] = [];
  for (const [id, at] of offsets) {
    if (id === CODE_PAGE || id === DICTIONARY) continue;
    const value = readTyped(set, at);
    const name = custom.get(id) ?? known[id] ?? String(id);
    if (value !== "") found.push({ name, value });
    // Without a value the name still says something.
    else if (custom.has(id) && !name.startsWith("_")) found.push({ name, value: name });
  }
  return found;
}

/** Names of custom properties ([MS-OLEPS] 2.17). */
function readDictionary({ bytes, view, codePage }: PropertySet, start: number | undefined): Map<number, string> {
  const names = new Map<number, string>();
  if (start === undefined || start + 4 > bytes.length) return names;
  let at = start + 4;
  for (let left = view.getUint32(start, true); left > 0 && at + 8 <= bytes.length; left--) {
    const id = view.getUint32(at, true);
    const units = view.getUint32(at + 4, true);
    const size = codePage === UNICODE ? units * 2 : units;
    at += 8;
    if (size > bytes.length - at) break;
    names.set(id, textOf(bytes.subarray(at, at + size), codePage));
    at += codePage === UNICODE ? (size + 3) & ~3 : size;
  }
  return names;
}

function readTyped(set: PropertySet, at: number): string {
  if (at + 8 > set.bytes.length) return "";
  const type = set.view.getUint16(at, true);
  return (type & VT.VECTOR) === 0 ? (readValue(set, type, at + 4)?.text ?? "") : readVector(set, type & ~VT.VECTOR, at + 4);
}

function readVector(set: PropertySet, type: number, start: number): string {
  const { view, bytes } = set;
  const texts: string[] = [];
  let at = start + 4;
  // An element takes four bytes at least, so the count cannot outlast the bytes.
  for (let left = view.getUint32(start, true); left > 0 && at + 4 <= bytes.length; left--) {
    const isVariant = type === VT.VARIANT;
    const element = readValue(set, isVariant ? view.getUint16(at, true) : type, isVariant ? at + 4 : at);
    if (element === undefined) break;
    if (element.text !== "") texts.push(element.text);
    at = element.end;
  }
  return texts.join("\n");
}

/** Numbers of somebody are long: telephones, accounts, members. */
const longNumber = (digits: string): string => (digits.length > 5 ? digits : "");

/** One scalar; undefined where it is of a type that is no text or number, or reaches past the end. */
function readValue({ bytes, view, codePage, tellsNumbers }: PropertySet, type: number, at: number): { text: string; end: number } | undefined {
  const number = (size: number, read: () => number | bigint): { text: string; end: number } | undefined =>
    at + size > bytes.length ? undefined : { text: tellsNumbers ? longNumber(String(read())) : "", end: at + size };
  switch (type) {
    case VT.I2:
      return number(4, () => view.getInt16(at, true));
    case VT.I4:
      return number(4, () => view.getInt32(at, true));
    case VT.UI4:
      return number(4, () => view.getUint32(at, true));
    case VT.R8:
      return number(8, () => view.getFloat64(at, true));
    case VT.I8:
    case VT.UI8:
      return number(8, () => view.getBigInt64(at, true));
    case VT.BSTR:
    case VT.LPSTR:
    case VT.LPWSTR:
    case VT.BLOB:
      break;
    default:
      return undefined;
  }
  if (at + 4 > bytes.length) return undefined;
  const length = view.getUint32(at, true);
  const size = Math.min(type === VT.LPWSTR ? length * 2 : length, bytes.length - at - 4);
  const content = bytes.subarray(at + 4, at + 4 + size);
  const text = type === VT.BLOB ? printableRuns(content) : textOf(content, type === VT.LPWSTR ? UNICODE : codePage);
  return { text, end: paddedEnd(bytes, at + 4 + size) };
}

/** [MS-OLEPS] 2.5 aligns strings on four bytes, [MS-OSHARED] 2.3.3.2.2.2 does not: padding is what is zero, as no length or type begins. */
function paddedEnd(bytes: Uint8Array, end: number): number {
  let at = end;
  while ((at & 3) !== 0 && bytes[at] === 0) at++;
  return at;
}

/** Strings end with a NUL; what programs leave behind it is read too. */
function textOf(bytes: Uint8Array, codePage: number): string {
  return codePageText(codePage === UNICODE ? bytes.subarray(0, bytes.length & ~1) : bytes, codePage)
    .replace(/\0+/gu, "\n")
    .trim();
}

/** Objects as OLE 1 stores them ([MS-OLEDS] 2.2), and the files that its packager wraps ([MS-OLEDS] 2.3.6, "Package"). */
import { codePageText } from "../text/code-pages.js";

export interface OleObject {
  /** "Word.Document.8", "Package", ... */
  readonly className: string;
  /** Where a linked object lies, and which part of it. */
  readonly links: readonly string[];
  /** What its program stored; absent for a link. */
  readonly native?: Uint8Array;
}

export interface OlePackage {
  readonly name: string;
  /** Paths on the machine it was made on. */
  readonly paths: readonly string[];
  readonly bytes: Uint8Array;
}

const LINKED = 1;
const EMBEDDED = 2;

/** Undefined where the bytes are no such object. */
export function readOleObject(bytes: Uint8Array): OleObject | undefined {
  const reader = binaryReader(bytes);
  reader.skip(4);
  const kind = reader.uint32();
  if (kind !== LINKED && kind !== EMBEDDED) return undefined;
  const [className, topic, piece] = [reader.counted(), reader.counted(), reader.counted()];
  if (className === undefined || topic === undefined || piece === undefined) return undefined;
  const links = [topic, piece].filter((link) => link !== "");
  if (kind === LINKED) return { className, links };
  const size = reader.uint32();
  if (size === undefined) return undefined;
  return { className, links, native: reader.take(size) };
}

/**
 * The file inside the packager's native data, with or without the size that leads it in a stream "\x01Ole10Native". Undefined where it
 * is no package, or only a link or a command.
 */
export function readOlePackage(native: Uint8Array): OlePackage | undefined {
  for (const from of [4, 0]) {
    const reader = binaryReader(native.subarray(from));
    if (reader.uint16() !== 2) continue;
    const name = reader.terminated();
    const source = reader.terminated();
    if (name === undefined || source === undefined) continue;
    reader.skip(4);
    const copy = reader.counted();
    const size = reader.uint32();
    if (copy === undefined || size === undefined) continue;
    const content = reader.take(size);
    const paths = [source, copy, ...wideNames(reader.rest())].filter((path) => path !== "" && path !== name);
    return { name, paths: [...new Set(paths)], bytes: content };
  }
  return undefined;
}

/** The same three names once more in UTF-16, each with its length. */
function wideNames(bytes: Uint8Array): string[] {
  const names: string[] = [];
  const reader = binaryReader(bytes);
  for (let i = 0; i < 3; i++) {
    const units = reader.uint32();
    if (units === undefined || units * 2 > bytes.length) break;
    names.push(Buffer.from(reader.take(units * 2)).toString("utf16le"));
  }
  return names;
}

function binaryReader(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const ansi = (text: Uint8Array): string => codePageText(text, isJapanese(text) ? 932 : 1252);
  return {
    skip(count: number): void {
      at += count;
    },
    uint16(): number | undefined {
      if (at + 2 > bytes.length) return undefined;
      at += 2;
      return view.getUint16(at - 2, true);
    },
    uint32(): number | undefined {
      if (at + 4 > bytes.length) return undefined;
      at += 4;
      return view.getUint32(at - 4, true);
    },
    /** As many as there are of `count` bytes. */
    take(count: number): Uint8Array {
      const taken = bytes.subarray(at, Math.min(bytes.length, at + count));
      at += count;
      return taken;
    },
    /** A length, then that many bytes with a final NUL. */
    counted(): string | undefined {
      const length = this.uint32();
      if (length === undefined || length > bytes.length - at) return undefined;
      return ansi(this.take(length)).replace(/\0+$/u, "");
    },
    terminated(): string | undefined {
      const end = bytes.indexOf(0, at);
      if (end < 0) return undefined;
      const text = bytes.subarray(at, end);
      at = end + 1;
      return ansi(text);
    },
    rest: (): Uint8Array => bytes.subarray(Math.min(at, bytes.length)),
  };
}

/** The code page is the machine's own and stands nowhere. */
function isJapanese(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("shift_jis", { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Objects as OLE 1 stores them ([MS-OLEDS] 2.2). */
import { codePageText } from "../text/code-pages.js";

export interface OleObject {
  /** "Word.Document.8", "Package", ... */
  readonly className: string;
  /** Where a linked object lies, and which part of it. */
  readonly links: readonly string[];
  /** What its program stored; absent for a link. */
  readonly native?: Uint8Array;
  /** The same behind its four bytes of length, as a stream "\x01Ole10Native" begins. */
  readonly sized?: Uint8Array;
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
  const native = reader.take(size);
  return { className, links, native, sized: new Uint8Array(native.buffer, native.byteOffset - 4, native.length + 4) };
}

function binaryReader(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const ansi = (text: Uint8Array): string => codePageText(text, isJapanese(text) ? 932 : 1252);
  return {
    skip(count: number): void {
      at += count;
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

/** The file information block that a Word 97-2003 document begins with ([MS-DOC] 2.5). */
import { Unreadable } from "../../errors.js";

/** Positions in FibRgFcLcb97 (2.5.6): each names a structure of the table stream. */
export const SLOT = {
  Stshf: 1, PlcfandRef: 4, SttbfGlsy: 9, PlcfBteChpx: 12, PlcfBtePapx: 13, SttbfFfn: 15, SttbfBkmk: 21, PlcfSed: 6, Cmds: 24, SttbfMcr: 26, PrDrvr: 27, SttbfAssoc: 32, Clx: 33,
  AutosaveSource: 35, GrpXstAtnOwners: 36, SttbfAtnBkmk: 37, FormFldSttbs: 45, DggInfo: 50, SttbfRMark: 51, SttbfCaption: 52, SttbfAutoCaption: 53, StwUser: 60, CookieData: 62,
  RouteSlip: 70, SttbSavedBy: 71, SttbFnm: 72,
} as const;

/** The parts of the document in the order of their characters (2.4.1), with the counts that FibRgLw97 (2.5.4) gives them. */
export const STORIES = ["", "footnotes", "headers and footers", "macros", "comments", "endnotes", "text boxes", "text boxes in headers"] as const;

export interface Fib {
  readonly isEncrypted: boolean;
  /** In the oldest way ([MS-DOC] 2.2.6.1). */
  readonly isObfuscated: boolean;
  /** How many bytes of the table stream tell how the document is sealed; of an obfuscated one the password's verifier. */
  readonly sealing: number;
  /** Which of the two table streams counts. */
  readonly tableName: "0Table" | "1Table";
  /** Characters of each of `STORIES`. */
  readonly counts: readonly number[];
  /** Where a structure stands in the table stream; empty where the document has none. */
  slot(position: number): { readonly start: number; readonly end: number };
  readonly slotCount: number;
  /** Bytes of the block itself. */
  readonly end: number;
}

const WORD_97 = 193;
const IDENTIFIER = 0xa5ec;
const SLOTS_AT = 0x9a;

/** @throws Unreadable "corrupt", and "unsupported" for what Word 95 and older versions wrote */
export function readFib(bytes: Uint8Array): Fib {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < SLOTS_AT) throw new Unreadable("corrupt", "doc: the file information block is cut off");
  const version = view.getUint16(2, true);
  if (version < WORD_97) throw new Unreadable("unsupported", "doc: written by Word 95 or older");
  if (view.getUint16(0, true) !== IDENTIFIER) throw new Unreadable("corrupt", "doc: the file information block is damaged");
  const flags = view.getUint16(0x0a, true);
  const slotCount = Math.min(view.getUint16(0x98, true), Math.floor((bytes.length - SLOTS_AT) / 8));
  return {
    isEncrypted: (flags & 0x0100) !== 0,
    isObfuscated: (flags & 0x8000) !== 0,
    sealing: view.getUint32(0x0e, true),
    tableName: (flags & 0x0200) === 0 ? "0Table" : "1Table",
    counts: STORIES.map((_, i) => Math.max(0, view.getInt32(0x4c + i * 4, true))),
    slot(position) {
      if (position >= slotCount) return { start: 0, end: 0 };
      const start = view.getUint32(SLOTS_AT + position * 8, true);
      return { start, end: start + view.getUint32(SLOTS_AT + position * 8 + 4, true) };
    },
    slotCount,
    end: SLOTS_AT + slotCount * 8,
  };
}

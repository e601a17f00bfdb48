/** Shared strings (ECMA-376 part 1, 18.4.9): scanned once into one pool, whatever cells refer to them. */
import type { ExtractContext } from "../../contract.js";
import type { Unreadable } from "../../errors.js";
import type { PackagePart } from "./package.js";
import { createStringPool, type StringPool } from "../cells/string-pool.js";
import { asideAt, BANG, GREATER, LESS, localName, QUESTION, SLASH, tagClose } from "./tags.js";
import { createPace, type PlainRuns } from "./plain/runs.js";
import { createTextRuns } from "./text-runs.js";
import { type Scan, scanPart } from "./windows.js";

export interface SharedStrings {
  readonly pool: StringPool;
  /** Readings (furigana) of strings that have one. */
  readonly phonetics: ReadonlyMap<number, string>;
  /** Strings that a cell refers to are marked by their number. */
  readonly used: Uint8Array;
  readonly problem?: Unreadable;
}

const LOWER_S = 0x73;
const LOWER_I = 0x69;
const LOWER_T = 0x74;

/** @throws Unreadable "limit" */
export async function readSharedStrings(zip: Uint8Array, part: PackagePart | undefined, context: ExtractContext, runs?: PlainRuns): Promise<SharedStrings> {
  const pool = createStringPool(runs?.block);
  const phonetics = new Map<number, string>();
  const problem = part && (await scanPart(zip, part, context, createStringScan(pool, phonetics, runs), runs?.window));
  pool.seal();
  return { pool, phonetics, used: new Uint8Array(pool.count), ...(problem !== undefined && { problem }) };
}

/** A scan of a shared strings part: every `<si>` becomes the pool's next string. */
export function createStringScan(pool: StringPool, phonetics: Map<number, string>, plain?: PlainRuns): Scan {
  const runs = createTextRuns();
  const pace = createPace();
  return (b, end, final) => {
    let p = 0;
    for (;;) {
      if (b === plain?.window && pace.isTime()) p = pace.ran(p, plain.strings(pool, p, end));
      while (p < end && b[p] !== LESS) p++;
      if (p >= end) return end;
      const start = p;
      let content: number;
      if (b[p + 1] === LOWER_S && b[p + 2] === LOWER_I && b[p + 3] === GREATER) {
        content = p + 4;
        // <si><t>...</t></si>, which most strings are.
        if (b[content] === LESS && b[content + 1] === LOWER_T && b[content + 2] === GREATER) {
          let stop = content + 3;
          while (stop < end && b[stop] !== LESS) stop++;
          if (b[stop + 1] === SLASH && b[stop + 2] === LOWER_T && b[stop + 3] === GREATER && b[stop + 5] === SLASH && b[stop + 8] === GREATER && stop + 8 < end) {
            pool.addBytes(b, content + 3, stop);
            pool.finishString();
            p = stop + 9;
            continue;
          }
        }
      } else {
        if (b[p + 1] === BANG || b[p + 1] === QUESTION) {
          const aside = asideAt(b, p, end);
          if (aside === undefined) return final ? end : start;
          p = aside.end;
          continue;
        }
        const close = tagClose(b, p, end);
        if (close < 0) return final ? end : start;
        p = close + 1;
        if (b[start + 1] === SLASH || localName(b, start + 1, close + 1) !== "si") continue;
        if (b[close - 1] === SLASH) {
          pool.finishString();
          continue;
        }
        content = p;
      }
      if (!runs.read(b, content, end, "si", final)) return start;
      runs.write(b, pool);
      const index = pool.finishString();
      if (runs.hasPhonetic) phonetics.set(index, runs.phonetic(b));
      p = runs.next;
    }
  };
}

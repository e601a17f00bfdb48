/** Results of earlier runs, and of this one, by the bytes they are about. */
import { hash } from "node:crypto";
import type { Artifact, Known, ScanResult, Unscanned } from "../contract.js";
import { withoutPlace } from "../known.js";
import type { Memory } from "../sources/memory.js";
import { KEY_BYTES } from "./file.js";
import type { Store } from "./store.js";

export interface LearningMemory extends Memory {
  readonly learn: (piece: Artifact | Unscanned, result: ScanResult) => void;
}

/** As it is written: what was found, without its place. */
interface Kept {
  readonly result: ScanResult;
  /** The path with personal values masked, where that is another one. */
  readonly path?: string;
}

/** Reasons that say something of this run and nothing of the bytes. */
const PASSING: ReadonlySet<Unscanned["reason"]> = new Set(["limit", "failed", "encrypted"]);

/**
 * @param plan see `planId`
 * @param store what outlives the run; without one, results are known while it lasts
 * @param isUnreadPassing what was not read may be read tomorrow, with a program that is not installed today
 */
export function createMemory(plan: string, store: Store | undefined, { isUnreadPassing = false } = {}): LearningMemory {
  const expected = new WeakMap<Artifact | Unscanned, { readonly contents: readonly string[]; readonly path: string }>();
  const inRun = new Map<string, Kept>();

  const find = (key: Buffer): Kept | undefined => {
    // What stands in a store was put there by `keep`, under a key that only this version makes, and its checksum is right.
    const kept = store === undefined ? inRun.get(key.toString("latin1")) : (store.get(key) as Kept | undefined);
    return kept !== undefined && isHeld(kept.result) ? kept : undefined;
  };
  const keep = (key: Buffer, kept: Kept): void => {
    if (store === undefined) inRun.set(key.toString("latin1"), kept);
    else store.put(key, kept);
  };

  return {
    recall(content, path, at, also): Known | undefined {
      const here = find(keyOf(plan, content, path));
      if (here !== undefined) {
        if (also !== undefined) keep(keyOf(plan, also, path), here);
        return { kind: "known", at, result: here.result, path: here.path ?? path };
      }
      const elsewhere = find(keyOf(plan, content, nameOf(path), "moved"));
      return elsewhere === undefined ? undefined : { kind: "known", at, result: elsewhere.result };
    },
    expect(piece, contents, path) {
      expected.set(piece, { contents, path });
    },
    learn(piece, result) {
      const about = expected.get(piece);
      if (about === undefined || result.unscanned.some(({ reason }) => isUnreadPassing || PASSING.has(reason))) return;
      const moved = withoutPlace(result, piece.at);
      if (moved === undefined) return;
      const { path } = moved;
      const bare: ScanResult = { ...moved, path: "" };
      for (const content of about.contents) keep(keyOf(plan, content, about.path), { result: bare, ...(path !== about.path && { path }) });
      const lasting = about.contents.at(-1);
      if (lasting !== undefined) keep(keyOf(plan, lasting, nameOf(about.path), "moved"), { result: bare });
    },
  };
}

/** A mark in the text that accepts a finding may have ended since. */
function isHeld({ findings }: ScanResult): boolean {
  return findings.every(({ accepted }) => accepted?.expires === undefined || accepted.expires >= new Date().toISOString().slice(0, 10));
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

function keyOf(...parts: readonly string[]): Buffer {
  return hash("sha256", parts.join("\0"), "buffer").subarray(0, KEY_BYTES);
}

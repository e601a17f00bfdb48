/** What has been told of a document so far, so that nothing is told twice: readers see much of the same. */
import type { Concealment } from "../../../contract.js";

export interface Said {
  /** False where this text was told with this concealment before. */
  add(text: string, concealment: Concealment | undefined): boolean;
  /** Whether a text was told, however concealed. */
  has(text: string): boolean;
  /** Runs of text on pages. */
  addRuns(texts: readonly string[]): void;
}

/** Without white space, which each reader puts elsewhere. */
export function bare(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "");
}

export function createSaid(): Said {
  const told = new Set<string>();
  const texts = new Set<string>();
  /** Not looked at before somebody asks: most documents have nothing left over. */
  let waiting: (readonly string[])[] = [];
  return {
    add(text, concealment) {
      const own = bare(text);
      const key = `${concealment ?? ""}\u0000${own}`;
      if (told.has(key)) return false;
      told.add(key);
      texts.add(own);
      return true;
    },
    has(text) {
      for (const runs of waiting) for (const run of runs) texts.add(bare(run));
      waiting = [];
      return texts.has(bare(text));
    },
    addRuns(runs) {
      waiting.push(runs);
    },
  };
}

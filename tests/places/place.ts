/** A place where a document can hide text, with the word that stands there in the marker file. */
import type { Concealment } from "../../src/contract.js";

export interface Place {
  /** For README: short, in English. */
  readonly where: string;
  /** What a finding there says of it; undefined where a reader would see it. */
  readonly concealment: Concealment | undefined;
  /** Letters only, no other marker's beginning, so that it is found in any writing. */
  readonly marker: string;
}

/** Gives out markers, one for each place. */
export class Places {
  readonly all: Place[] = [];

  constructor(private readonly prefix: string) {}

  mark(where: string, concealment?: Concealment): string {
    const n = this.all.length;
    const marker = `${this.prefix}${String.fromCharCode(65 + Math.floor(n / 26))}${String.fromCharCode(65 + (n % 26))}q`;
    this.all.push({ where, concealment, marker });
    return marker;
  }
}

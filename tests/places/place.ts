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

/** A file with markers. */
export interface MarkedFile {
  /** For README: what kind of file it is, as in "document (odt)". */
  readonly kind: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly places: readonly Place[];
}

let files = 0;

/** @param make is given what marks a place and gives out its word */
export function marked(kind: string, name: string, make: (mark: Places["mark"]) => Uint8Array | string): MarkedFile {
  const places = new Places(`f${String.fromCharCode(97 + Math.floor(files / 26))}${String.fromCharCode(97 + (files++ % 26))}`);
  const bytes = make(places.mark.bind(places));
  return { kind, name, bytes: typeof bytes === "string" ? Buffer.from(bytes) : bytes, places: places.all };
}

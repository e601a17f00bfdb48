/** A template: one kind of document, written anew for each number. */
import type { EntityCounts } from "../../src/contract.js";
import { inventPeople, type Mix, type Person } from "./invent/person.js";
import { createRandom, type Random, seedOf } from "./random.js";
import type { Written } from "./written.js";

/** Rules are looked at and improved on `tune`; `test` is only measured, and so are the clean documents of `unseen`. */
export type Half = "tune" | "test" | "unseen";
/** `text`: prose, forms, messages. `table`: people in rows or records. `clean`: nobody's data, or only what is public. */
export type Genre = "text" | "table" | "clean";

export interface World {
  readonly random: Random;
  /** Which instance of the template it is, from 0. */
  readonly index: number;
  people(count: number, mix?: Mix): Person[];
  person(mix?: Mix): Person;
}

export interface Content {
  /** A name with the extension of the format: "a.csv". */
  readonly name: string;
  /** What a text tool sees; absent for workbooks. */
  readonly written?: Written;
  /** The file, where it is not the text in UTF-8. */
  readonly bytes?: Uint8Array;
  /** Distinct people; absent where it is a matter of opinion. */
  readonly people?: number;
  /** Values in the table by kind, where the table is not in `written`. */
  readonly entities?: EntityCounts;
}

export interface Template {
  /** Unique; it seeds the documents. */
  readonly id: string;
  readonly genre: Genre;
  /** What it is, for the reports. */
  readonly title: string;
  /** How many documents a run makes; default by genre. */
  readonly instances?: number;
  readonly make: (world: World) => Content | Promise<Content>;
}

export interface Sample extends Content {
  readonly template: Template;
  readonly half: Half;
  readonly index: number;
}

/** Checks that the ids are different: they seed the documents. */
export function defineTemplates(templates: readonly Template[]): readonly Template[] {
  if (new Set(templates.map(({ id }) => id)).size < templates.length) throw new Error("two templates have one id");
  return templates;
}

const INSTANCES: Readonly<Record<Genre, number>> = { text: 12, table: 6, clean: 6 };

export function worldOf(template: Template, index: number, seed = ""): World {
  const random = createRandom(seedOf(`${template.id}/${index}/${seed}`));
  return {
    random,
    index,
    people: (count, mix) => inventPeople(random, count, mix),
    person: (mix) => inventPeople(random, 1, mix)[0],
  };
}

/** @param seed other words give other documents from the same templates */
export async function makeSamples(templates: readonly Template[], half: Half, seed = ""): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const template of templates) {
    for (let index = 0; index < (template.instances ?? INSTANCES[template.genre]); index++) {
      samples.push({ ...(await template.make(worldOf(template, index, seed))), template, half, index });
    }
  }
  return samples;
}

export function bytesOf({ bytes, written }: Content): Uint8Array {
  return bytes ?? Buffer.from(written?.text ?? "");
}

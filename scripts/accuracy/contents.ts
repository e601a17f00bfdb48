/** Short ways to say what a template makes. The people of a document are those that its marks name. */
import { csv, entitiesOf, type Grid, type Merge, workbook } from "./grid.js";
import type { Person } from "./invent/person.js";
import type { Content, Template, World } from "./template.js";
import { concat, type Mark, marked, type Written } from "./written.js";

type Make = (world: World) => Content | Promise<Content>;
export const textual = (id: string, title: string, make: Make): Template => ({ id, genre: "text", title, make });
export const tabular = (id: string, title: string, make: Make): Template => ({ id, genre: "table", title, make });
export const clean = (id: string, title: string, make: Make): Template => ({ id, genre: "clean", title, make });

const peopleIn = (marks: readonly Mark[]): number => new Set(marks.flatMap(({ person }) => (person === undefined ? [] : [person]))).size;

/** A text whose people can be counted. */
export const counted = (written: Written, name = "a.txt"): Content => ({ name, written, people: peopleIn(written.marks) });
/** Nobody's data, or a text where how many people it tells of is a matter of opinion. */
export const uncounted = (written: Written, name = "a.txt"): Content => ({ name, written });

/** A table of people; those of the grid are counted. */
export function drawn(grid: Grid, written: Written = csv(grid), name = "a.csv"): Content {
  return { name, written, people: peopleIn(concat(grid.flat()).marks), entities: entitiesOf(grid) };
}

/** The same in a file that is not its text. */
export function packed(name: string, grid: Grid, bytes: Uint8Array): Content {
  return { name, bytes, people: peopleIn(concat(grid.flat()).marks), entities: entitiesOf(grid) };
}

export async function booked(grid: Grid, { sheet = "Sheet1", merges = [] }: { sheet?: string; merges?: readonly Merge[] } = {}): Promise<Content> {
  return packed("a.xlsx", grid, await workbook([{ name: sheet, grid, merges }]));
}

export const cleanTable = (grid: Grid): Content => ({ name: "a.csv", written: csv(grid) });
export async function cleanBook(grid: Grid): Promise<Content> {
  return { name: "a.xlsx", bytes: await workbook([{ name: "Sheet1", grid }]) };
}

export const sizeOf = (world: World): number => [6, 13, 21, 34, 52, 90][world.index % 6];
export const count = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
export const chunks = <T>(list: readonly T[], size: number): T[][] => count(Math.ceil(list.length / size)).map((i) => list.slice(i * size, (i + 1) * size));

/** The younger people of one household: the head's surname, home and landline, numbers of their own. */
export function familyOf(world: World, head: Person, size: number): Person[] {
  return world.people(size, { generations: ["new", "kirakira"] }).map((one, i) => ({
    ...one, n: 1000 + head.n * 10 + i, surname: head.surname, surnameKana: head.surnameKana, latinSurname: head.latinSurname, home: head.home, landline: head.landline,
  }));
}

/** A number that an office gives to a person: whether it is personal is a matter of opinion. */
export const serial = (text: string): Written => marked(text, { entity: "user-id", optional: true });

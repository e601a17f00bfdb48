/** The sheets of a workbook package, whether their parts are XML or binary: which there are, and reading one after the other. */
import type { Artifact, Location, Segment, SheetState, SheetSummary, Unscanned } from "../../contract.js";
import { Unreadable } from "../../errors.js";
import type { OoxmlPackage, PackagePart } from "./package.js";

export interface ListedSheet {
  readonly name: string;
  readonly state: SheetState;
  readonly relationship: string;
}

export interface PartOfSheet {
  readonly name: string;
  readonly state: SheetState;
  readonly part: PackagePart;
}

/** The sheets that the workbook lists, in its order, then parts with cells that it does not list. @param at of the workbook */
export function* sheetsOf(whole: OoxmlPackage, main: PackagePart, at: Location, all: readonly ListedSheet[], holdsCells: (part: PackagePart) => boolean): Generator<Unscanned, PartOfSheet[]> {
  const sheets: PartOfSheet[] = [];
  for (const { name, state, relationship } of all) {
    const part = main.relationships.find(({ id }) => id === relationship)?.part;
    if (part !== undefined) sheets.push({ name, state, part });
    else yield { kind: "unscanned", at: [...at, { kind: "sheet", name, state }], reason: "corrupt", detail: "the workbook lists the sheet, but its part is missing" };
  }
  const listed = new Set(sheets.map(({ part }) => part));
  for (const part of whole.parts) {
    if (!listed.has(part) && holdsCells(part)) sheets.push({ name: part.path.slice(part.path.lastIndexOf("/") + 1), state: "orphaned", part });
  }
  return sheets;
}

type Extracted = Segment | Artifact | Unscanned;

/**
 * What the sheets hold, and then the workbook they make up, also where a limit stops the reading.
 * @param read gives how many cells hold anything
 * @throws Unreadable what `read` throws
 */
export async function* readAll<S extends PartOfSheet>(at: Location, sheets: readonly S[], read: (sheet: S) => AsyncGenerator<Extracted, number> | Generator<Extracted, number>): AsyncGenerator<Extracted> {
  const summaries: SheetSummary[] = [];
  let stop: Unreadable | undefined;
  try {
    for (const sheet of sheets) {
      const cells = yield* read(sheet);
      const { name, state } = sheet;
      summaries.push({ at: [...at, { kind: "sheet", name, state }], name, state, cells });
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    stop = error;
  }
  yield { kind: "workbook", at, sheets: summaries };
  if (stop !== undefined) throw stop;
}

/** Documents and what was found in them -> counts. The same for the product and for its peers. */
import type { Entity } from "../../src/contract.js";
import { type Counts, type Judged, matchSpans, type Matching, NOTHING, type Span, sum } from "./metrics.js";
import type { Mark, NameForm } from "./written.js";

export interface FoundSpan extends Span {
  readonly entity: Entity;
  readonly confidence: number;
}

export interface Document {
  readonly id: string;
  readonly marks: readonly Mark[];
  readonly found: readonly FoundSpan[];
}

const agrees = (mark: Mark, found: FoundSpan): boolean => mark.entity === found.entity || mark.also?.includes(found.entity) === true;

export function countsOf({ marks, found }: Document, matching: Matching, entity?: Entity): Counts {
  if (entity === undefined) return sum(entitiesIn([{ id: "", marks, found }]).map((one) => countsOf({ id: "", marks, found }, matching, one)));
  // A find of another kind on a mark that allows it is the other kind's concern only where there is no such mark.
  const own = marks.filter((mark) => mark.entity === entity || mark.also?.includes(entity) === true);
  const relevant = found.filter((one) => one.entity === entity || own.some((mark) => mark.entity === entity && agrees(mark, one) && one.start < mark.end && mark.start < one.end));
  return matchSpans(own.map((mark) => (mark.entity === entity ? mark : { ...mark, optional: true as const })), relevant, matching, agrees);
}

export function entitiesIn(documents: readonly Document[]): Entity[] {
  return [...new Set(documents.flatMap(({ marks, found }) => [...marks.map(({ entity }) => entity), ...found.map(({ entity }) => entity)]))].sort();
}

export interface FormRecall {
  readonly expected: number;
  readonly overlap: number;
  readonly exact: number;
}

export const formsOf = ({ form }: Mark): readonly NameForm[] => (form === undefined ? [] : [form]);
export const traitsOf = ({ traits = [] }: Mark): readonly string[] => traits;

/** How many of the names of each group were found. @param groupsOf which groups a mark belongs to */
export function recallBy(documents: readonly Document[], groupsOf: (mark: Mark) => readonly string[]): Map<string, FormRecall> {
  const groups = new Map<string, { expected: number; overlap: number; exact: number }>();
  for (const { marks, found } of documents) {
    for (const mark of marks) {
      if (mark.optional === true) continue;
      const overlap = found.some((one) => agrees(mark, one) && one.start < mark.end && mark.start < one.end);
      const exact = found.some((one) => agrees(mark, one) && one.start === mark.start && one.end === mark.end);
      for (const group of groupsOf(mark)) {
        const counts = groups.get(group) ?? { expected: 0, overlap: 0, exact: 0 };
        groups.set(group, { expected: counts.expected + 1, overlap: counts.overlap + Number(overlap), exact: counts.exact + Number(exact) });
      }
    }
  }
  return groups;
}

/** Sums of each template's documents: errors go by template, so intervals are drawn over templates, not over values. */
export function byTemplate(documents: readonly Document[], count: (document: Document) => Counts): Counts[] {
  const sums = new Map<string, Counts>();
  for (const document of documents) sums.set(document.id, sum([sums.get(document.id) ?? NOTHING, count(document)]));
  return [...sums.values()];
}

/** Which finds are right, for calibration; finds on optional marks say nothing. */
export function judgedFinds({ marks, found }: Document): (Judged & { entity: Entity })[] {
  return found.flatMap((one) => {
    const touched = marks.filter((mark) => agrees(mark, one) && one.start < mark.end && mark.start < one.end);
    if (touched.length > 0 && touched.every(({ optional }) => optional === true)) return [];
    return [{ entity: one.entity, confidence: one.confidence, isRight: touched.length > 0 }];
  });
}

/** Finds that touch no mark of their kind. */
export function falseAlarms({ marks, found }: Document): FoundSpan[] {
  return found.filter((one) => !marks.some((mark) => agrees(mark, one) && one.start < mark.end && mark.start < one.end));
}

/** A person is reached where any value that is theirs was found. */
export function peopleReached({ marks, found }: Document): Counts {
  const people = new Map<number, boolean>();
  for (const mark of marks) {
    if (mark.person === undefined || mark.optional === true) continue;
    const isFound = found.some((one) => agrees(mark, one) && one.start < mark.end && mark.start < one.end);
    people.set(mark.person, isFound || people.get(mark.person) === true);
  }
  const hit = [...people.values()].filter(Boolean).length;
  return { ...NOTHING, expected: people.size, hit };
}

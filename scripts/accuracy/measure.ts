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

/** How many of the names written so were found. */
export function recallByForm(documents: readonly Document[]): Map<NameForm, FormRecall> {
  const forms = new Map<NameForm, { expected: number; overlap: number; exact: number }>();
  for (const { marks, found } of documents) {
    for (const mark of marks) {
      if (mark.form === undefined || mark.optional === true) continue;
      const counts = forms.get(mark.form) ?? { expected: 0, overlap: 0, exact: 0 };
      counts.expected++;
      counts.overlap += Number(found.some((one) => agrees(mark, one) && one.start < mark.end && mark.start < one.end));
      counts.exact += Number(found.some((one) => agrees(mark, one) && one.start === mark.start && one.end === mark.end));
      forms.set(mark.form, counts);
    }
  }
  return forms;
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

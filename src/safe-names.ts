/** Names of files, entries, sheets and fields with the personal values in them masked: places are printed, values never. */
import type { Accepted, Location, Remedy, Step } from "./contract.js";
import { detect } from "./detect.js";
import { type MaskedSpan, maskSpans } from "./mask.js";
import { recordsOf } from "./records.js";
import type { BoundCheck } from "./text/runs.js";

export interface SafeNames {
  /** A name with the personal values in it masked. */
  name(name: string): string;
  location(at: Location): Location;
  remedy(remedy: Remedy): Remedy;
  accepted(accepted: Accepted): Accepted;
}

/** Names that are remembered: a file's findings repeat them, and so do messages one after another. */
const MOST_KNOWN = 1_000;

/** @param minConfidence what is reported is never printed @param known what it has masked already, for whoever is made of the same checks */
export function createSafeNames(checks: readonly BoundCheck[], minConfidence: number, known = new Map<string, string>()): SafeNames {
  if (known.size > MOST_KNOWN) known.clear();
  const mask = (name: string): string => {
    let safe = known.get(name);
    if (safe === undefined) {
      const short = shortened(name);
      known.set(name, (safe = maskSpans(short, valuesIn(short, checks, minConfidence))));
    }
    return safe;
  };
  const location = (at: Location): Location => at.map((step) => maskStep(step, mask));
  return {
    name: mask,
    location,
    remedy(remedy) {
      if (remedy.kind === "delete-sheet") return { ...remedy, sheet: location(remedy.sheet) };
      return remedy.kind === "remove" ? { ...remedy, at: location(remedy.at) } : remedy;
    },
    accepted: ({ reason, owner, ...rest }) => ({
      ...rest,
      ...(reason !== undefined && { reason: mask(reason) }),
      ...(owner !== undefined && { owner: mask(owner) }),
    }),
  };
}

function maskStep(step: Step, mask: (name: string) => string): Step {
  // A part's path is its number.
  if ("path" in step && step.kind !== "part") return { ...step, path: mask(step.path) };
  return "name" in step && step.name !== undefined ? { ...step, name: mask(step.name) } : step;
}

/** No file system has longer names; a message's header may give its attachment one of 50,000, which every finding would repeat. */
const LONGEST_NAME = 1024;
const KEPT_END = 128;

function shortened(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - KEPT_END - 1)}…${name.slice(-KEPT_END)}`;
}

const SEGMENT = /[^/\\]+/gu;
const EXTENSION = /\.[^.]{1,10}$/u;

/**
 * What stands in a name is judged as a whole, by each segment of a path, and by each segment without its extension: neither "/"
 * nor ".csv" may hide what would be found without them (the core reads a file's base name as text).
 */
function valuesIn(name: string, checks: readonly BoundCheck[], minConfidence: number): MaskedSpan[] {
  const found: MaskedSpan[] = [];
  const look = (from: number, to: number): void => {
    const text = name.slice(from, to);
    const sure = [...detect(text, checks)].filter(({ match }) => match.confidence >= minConfidence);
    for (const { matches, aside = [] } of recordsOf(sure, { text, layout: "prose" })) {
      for (const { start, end, match } of [...matches, ...aside]) found.push({ entity: match.entity, start: from + start, end: from + end });
    }
  };
  look(0, name.length);
  for (const { index, 0: segment } of name.matchAll(SEGMENT)) {
    if (segment.length < name.length) look(index, index + segment.length);
    const extension = EXTENSION.exec(segment);
    if (extension !== null && extension.index > 0) look(index, index + extension.index);
  }
  return withoutOverlaps(found);
}

/** Of values that overlap, all of what they cover goes. */
function withoutOverlaps(spans: MaskedSpan[]): MaskedSpan[] {
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: MaskedSpan[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last === undefined || span.start >= last.end) merged.push(span);
    else if (span.end > last.end) merged[merged.length - 1] = { ...last, end: span.end };
  }
  return merged;
}

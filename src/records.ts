/** Matches of one text -> records: which values are about one person. */
import type { Entity, Identity, TextSegment } from "./contract.js";
import type { DetectedMatch } from "./detect.js";

/** Values further apart than this many UTF-16 units are not taken to be about one person. */
const MAX_GAP = 160;
/** A reading or a romanised form follows its name at most this far. */
const MAX_READING_GAP = 40;
/** One person may have several of these side by side (home and mobile, private and work). */
const SEVERAL: ReadonlySet<Entity> = new Set(["phone-number", "email-address", "postal-code", "special-care", "api-key"]);

const KANJI = /\p{Script=Han}/u;

export interface TextRecord {
  readonly identity: Identity;
  readonly matches: readonly DetectedMatch[];
}

/** Matches grouped in order; every match is in exactly one record. */
export function* recordsOf(matches: Iterable<DetectedMatch>, { text, layout }: Pick<TextSegment, "text" | "layout">): Iterable<TextRecord> {
  let current: DetectedMatch[] = [];
  let identity: Partial<Record<Entity, string>> = {};
  let end = 0;
  for (const found of matches) {
    const { entity } = found.match;
    const value = canonicalValue(entity, found.value);
    const known = identity[entity];
    const isReading = entity === "person-name" && known !== undefined && KANJI.test(known) && !KANJI.test(value) && found.start - end <= MAX_READING_GAP;
    const isAnother = known !== undefined && known !== value && !SEVERAL.has(entity) && !isReading;
    const isFar = layout === "lines" ? hasLineBreak(text, end, found.start) : found.start - end > MAX_GAP;
    if (current.length > 0 && (isAnother || isFar)) {
      yield { identity, matches: current };
      current = [];
      identity = {};
    }
    current.push(found);
    identity[entity] ??= value;
    end = found.end;
  }
  if (current.length > 0) yield { identity, matches: current };
}

function hasLineBreak(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 0x0a || text.charCodeAt(i) === 0x0d) return true;
  return false;
}

const SPACE = /\s/u;
const SPACES = /\s/gu;
const PLAIN_NUMBER = /^\d+$/u;
const NOT_DIALLED = /[^\d+]/gu;

/** One form for one value, so that a table's and a text's mention of it are known to be the same. */
export function canonicalValue(entity: Entity, value: string): string {
  switch (entity) {
    case "phone-number": {
      const dialled = PLAIN_NUMBER.test(value) ? value : value.replace(NOT_DIALLED, "");
      return dialled.startsWith("+81") ? `0${dialled.slice(3)}` : dialled;
    }
    case "email-address":
      return value.toLowerCase();
    default:
      return SPACE.test(value) ? value.replace(SPACES, "") : value;
  }
}

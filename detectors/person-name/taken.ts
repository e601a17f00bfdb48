/** Which stretches of a text are names' already. */
import type { TextMatch } from "../../src/contract.js";
import type { NameCandidate } from "../shared/kanji-names.js";
import { type Code, REPORTED } from "./standing.js";

/** A name that two rules find (by its shape, and before a mailbox) is the longer of the two. */
export function onceEach(matches: readonly TextMatch<Code>[]): TextMatch<Code>[] {
  const kept: TextMatch<Code>[] = [];
  for (const match of matches) {
    const last = kept.at(-1);
    if (last === undefined || match.at.start >= last.at.end) kept.push(match);
    else if (match.at.end - match.at.start > last.at.end - last.at.start) kept[kept.length - 1] = match;
  }
  return kept;
}

/** Which stretches are spoken for: one look-up for each character that is asked about. */
export function takenBy(matches: readonly TextMatch<Code>[]): { isFree: (start: number, end: number) => boolean; take: (one: NameCandidate) => boolean } {
  const taken = new Set<number>();
  const isFree = (start: number, end: number): boolean => {
    for (let at = start; at < end; at++) if (taken.has(at)) return false;
    return true;
  };
  const mark = (start: number, end: number): void => {
    for (let at = start; at < end; at++) taken.add(at);
  };
  for (const { at, confidence } of matches) if (confidence >= REPORTED) mark(at.start, at.end);
  return {
    isFree,
    take({ start, end }) {
      if (!isFree(start, end)) return false;
      mark(start, end);
      return true;
    },
  };
}

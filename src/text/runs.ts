/** Character classes and the one pass over a text that hands each run of a class to whoever asked for it. */
import type { RunClass, TextCheck, TextMatch } from "../contract.js";
import { unitsOf } from "./normalize.js";
import { asksFor, type Dispatch, dispatchOf, RUN_CLASSES } from "./dispatch.js";

const OTHER = 0;
let classes: Uint8Array | undefined;

function buildClasses(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(OTHER);
  const fill = (run: RunClass, first: number, last = first): void => {
    table.fill(RUN_CLASSES.indexOf(run) + 1, first, last + 1);
  };
  fill("digit", 0x30, 0x39);
  fill("latin", 0x41, 0x5a);
  fill("latin", 0x61, 0x7a);
  fill("latin", 0xc0, 0xd6);
  fill("latin", 0xd8, 0xf6);
  fill("latin", 0xf8, 0x24f);
  fill("latin", 0x1e00, 0x1eff);
  fill("kanji", 0x3400, 0x4dbf);
  fill("kanji", 0x4e00, 0x9fff);
  fill("kanji", 0xf900, 0xfaff);
  // Supplementary ideographs (𠮷) come as surrogate pairs, D840-D87F then DC00-DFFF; emoji's high halves are D83x.
  fill("kanji", 0xd840, 0xd87f);
  fill("hiragana", 0x3041, 0x3096);
  fill("katakana", 0x30a1, 0x30fa);
  fill("katakana", 0x30fc);
  for (const char of "々〆〇ヶヵ") fill("kanji", char.charCodeAt(0));
  fill("at", 0x40);
  fill("cyrillic", 0x400, 0x52f);
  fill("hangul", 0xac00, 0xd7a3);
  return table;
}

/** One detector's text check under the number the caller knows it by. */
export interface BoundCheck {
  readonly owner: number;
  readonly check: TextCheck<string>;
}

export interface OwnedMatch {
  readonly owner: number;
  readonly match: TextMatch;
}

/** Runs that are looked for before those who want them are asked: the two loops are compiled apart, and what one meets does not throw away the other. */
const MOST_RUNS = 1024;

/** Runs somebody may want, in the order of the text. */
class Runs {
  readonly starts = new Int32Array(MOST_RUNS);
  readonly ends = new Int32Array(MOST_RUNS);
  /** Class, counted from 1. */
  readonly classes = new Uint8Array(MOST_RUNS);
  /** Checks whose filters let the run through. */
  readonly meant = new Int32Array(MOST_RUNS);
  count = 0;

  /** @returns how far the text is read: to the end, or until there are as many as there may be */
  read(text: string, units: Uint16Array, from: number, table: Uint8Array, dispatch: Dispatch): number {
    const { starts, ends, classes, meant } = this;
    const isAsked = dispatch.overflow.length > 0;
    const length = units.length;
    let count = 0;
    let i = from;
    while (i < length && count < MOST_RUNS) {
      const run = table[units[i]];
      const start = i++;
      if (run === OTHER) continue;
      if (run === KANJI) i = endOfKanji(units, i, table);
      else if (run !== AT) while (i < length && table[units[i]] === run) i++;
      const bits = dispatch.meant(text, units, start, i, run);
      if (bits === 0 && !isAsked) continue;
      starts[count] = start;
      ends[count] = i;
      classes[count] = run;
      meant[count++] = bits;
    }
    this.count = count;
    return i;
  }
}

/** For the next text: most are as short as a cell, and 13 KB for each would be their greatest cost. Undefined while it is in use. */
let idle: Runs | undefined;

const KANJI = RUN_CLASSES.indexOf("kanji") + 1;
const AT = RUN_CLASSES.indexOf("at") + 1;

function endOfKanji(units: Uint16Array, from: number, table: Uint8Array): number {
  let i = from;
  while (i < units.length && (table[units[i]] === KANJI || (units[i] >= 0xdc00 && units[i] <= 0xdfff))) i++;
  return i;
}

/** Who is asked about runs, and what they have found. */
interface Asked {
  readonly checks: readonly BoundCheck[];
  /** Where each check's last match ended. */
  readonly resumes: Float64Array;
  readonly found: OwnedMatch[];
}

function ask({ checks, resumes, found }: Asked, index: number, text: string, start: number, end: number): void {
  if (start < resumes[index]) return;
  const { owner, check } = checks[index];
  const result = check.check(text, start, end);
  if (result === undefined) return;
  for (const match of isOne(result) ? [result] : result) {
    found.push({ owner, match });
    if (match.at.end > resumes[index]) resumes[index] = match.at.end;
  }
}

const isOne = (result: TextMatch | readonly TextMatch[]): result is TextMatch => !Array.isArray(result);

/**
 * All matches of all checks, in the order of their runs. Linear in the text as long as each check is linear in what it looks
 * at; a check is not called again before the end of its last match.
 * @param units of the text
 */
export function matchRuns(text: string, checks: readonly BoundCheck[], units = unitsOf(text)): OwnedMatch[] {
  classes ??= buildClasses();
  const dispatch = dispatchOf(checks);
  const asked: Asked = { checks, resumes: new Float64Array(checks.length), found: [] };
  const runs = idle ?? new Runs();
  idle = undefined;
  for (let from = 0; from < text.length; ) {
    from = runs.read(text, units, from, classes, dispatch);
    askOf(text, runs, dispatch, asked);
  }
  idle = runs;
  return finished(text, checks, asked.found);
}

function askOf(text: string, runs: Runs, dispatch: Dispatch, asked: Asked): void {
  const { overflow } = dispatch;
  for (let i = 0; i < runs.count; i++) {
    const start = runs.starts[i];
    const end = runs.ends[i];
    for (let bits = dispatch.answered(runs.meant[i], text, start, end); bits !== 0; bits &= bits - 1) ask(asked, 31 - Math.clz32(bits & -bits), text, start, end);
    for (const index of overflow) if (asksFor(asked.checks[index].check, RUN_CLASSES[runs.classes[i] - 1], end - start)) ask(asked, index, text, start, end);
  }
}

/** As each check that looks at all of its matches leaves them. */
function finished(text: string, checks: readonly BoundCheck[], found: OwnedMatch[]): OwnedMatch[] {
  let all = found;
  for (const { owner, check } of checks) {
    if (check.finish === undefined) continue;
    const own = all.filter((one) => one.owner === owner);
    const matches = check.finish(text, own.map(({ match }) => match));
    all = [...all.filter((one) => one.owner !== owner), ...matches.map((match) => ({ owner, match }))];
  }
  return all;
}

/**
 * Of matches that overlap, the surer one stays, then the longer one. The rest comes back in text order.
 */
export function withoutOverlaps(matches: readonly OwnedMatch[]): OwnedMatch[] {
  const sorted = [...matches].sort((a, b) => a.match.at.start - b.match.at.start || b.match.at.end - a.match.at.end);
  const kept: OwnedMatch[] = [];
  let cluster: OwnedMatch[] = [];
  let clusterEnd = -1;
  const settle = (): void => {
    if (cluster.length > 1) {
      cluster.sort((a, b) => b.match.confidence - a.match.confidence || lengthOf(b) - lengthOf(a));
      const winners: OwnedMatch[] = [];
      for (const one of cluster) if (!winners.some((other) => overlaps(one, other))) winners.push(one);
      winners.sort((a, b) => a.match.at.start - b.match.at.start);
      cluster = winners;
    }
    for (const one of cluster) kept.push(one);
    cluster = [];
  };
  for (const one of sorted) {
    // A cluster is capped, so that a text made of overlapping matches stays linear; beyond it the earlier match wins.
    if (one.match.at.start >= clusterEnd || cluster.length >= 64) {
      settle();
      if (one.match.at.start < clusterEnd) continue;
    }
    cluster.push(one);
    clusterEnd = Math.max(clusterEnd, one.match.at.end);
  }
  settle();
  return kept;
}

const lengthOf = (one: OwnedMatch): number => one.match.at.end - one.match.at.start;
const overlaps = (a: OwnedMatch, b: OwnedMatch): boolean => a.match.at.start < b.match.at.end && b.match.at.start < a.match.at.end;

/** Character classes and the one pass over a text that hands each run of a class to whoever asked for it. */
import type { RunClass, TextCheck, TextMatch } from "../contract.js";
import { asksFor, dispatchOf, RUN_CLASSES } from "./dispatch.js";

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

/**
 * All matches of all checks, in the order of their runs. Linear in the text as long as each check is linear in what it looks
 * at; a check is not called again before the end of its last match.
 */
export function matchRuns(text: string, checks: readonly BoundCheck[]): OwnedMatch[] {
  classes ??= buildClasses();
  const table = classes;
  const dispatch = dispatchOf(checks);
  const { overflow } = dispatch;
  const at = RUN_CLASSES.indexOf("at") + 1;
  const kanji = RUN_CLASSES.indexOf("kanji") + 1;
  /** Where each check's last match ended. */
  const resumes = new Float64Array(checks.length);
  const found: OwnedMatch[] = [];
  const ask = (index: number, start: number, end: number): void => {
    if (start < resumes[index]) return;
    const { owner, check } = checks[index];
    const result = check.check(text, start, end);
    if (result === undefined) return;
    const matches: readonly TextMatch[] = "code" in result ? [result] : result;
    for (const match of matches) {
      found.push({ owner, match });
      if (match.at.end > resumes[index]) resumes[index] = match.at.end;
    }
  };
  const length = text.length;
  let i = 0;
  while (i < length) {
    const run = table[text.charCodeAt(i)];
    const start = i++;
    if (run === OTHER) continue;
    if (run === kanji) {
      while (i < length) {
        const code = text.charCodeAt(i);
        if (table[code] !== kanji && !(code >= 0xdc00 && code <= 0xdfff)) break;
        i++;
      }
    } else if (run !== at) while (i < length && table[text.charCodeAt(i)] === run) i++;
    for (let asked = dispatch.meant(text, start, i, run); asked !== 0; asked &= asked - 1) ask(31 - Math.clz32(asked & -asked), start, i);
    for (const index of overflow) if (asksFor(checks[index].check, RUN_CLASSES[run - 1], i - start)) ask(index, start, i);
  }
  return finished(text, checks, found);
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

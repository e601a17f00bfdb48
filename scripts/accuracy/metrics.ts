/** Figures: span matching, precision, recall and F1, Wilson and bootstrap intervals, calibration. Nothing here reads or prints. */
import type { Random } from "./random.js";

export interface Span {
  /** Half-open. */
  readonly start: number;
  readonly end: number;
}

export interface Counts {
  /** What there is to find. */
  readonly expected: number;
  readonly found: number;
  /** Expected ones that were found. */
  readonly hit: number;
  /** Found ones that are right. */
  readonly right: number;
}

export const NOTHING: Counts = { expected: 0, found: 0, hit: 0, right: 0 };

export function sum(counts: Iterable<Counts>): Counts {
  const total = { ...NOTHING };
  for (const { expected, found, hit, right } of counts) {
    total.expected += expected;
    total.found += found;
    total.hit += hit;
    total.right += right;
  }
  return total;
}

export interface Scores {
  /** Each is NaN where there is nothing to judge by. */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function scores({ expected, found, hit, right }: Counts): Scores {
  const precision = found === 0 ? NaN : right / found;
  const recall = expected === 0 ? NaN : hit / expected;
  if (Number.isNaN(precision) || Number.isNaN(recall)) return { precision, recall, f1: expected === 0 ? NaN : 0 };
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

export type Matching = "exact" | "overlap";

/**
 * Counts for one text. One found span may hit one expected span and the other way round (exact), or any number (overlap).
 * Optional spans are neither missed nor wrong. Linear in the spans after sorting, as spans of one side do not overlap.
 */
export function matchSpans<E extends Span, F extends Span>(
  expected: readonly (E & { readonly optional?: true | undefined })[],
  found: readonly F[],
  matching: Matching,
  agrees: (expected: E, found: F) => boolean = () => true,
): Counts {
  const meets = (a: Span, b: Span): boolean => (matching === "exact" ? a.start === b.start && a.end === b.end : a.start < b.end && b.start < a.end);
  const required = expected.filter(({ optional }) => optional !== true);
  const isExcused = (one: F): boolean => expected.some((other) => other.optional === true && other.start < one.end && one.start < other.end && agrees(other, one));
  const isRight = (one: F): boolean => required.some((other) => meets(other, one) && agrees(other, one));
  const judged = found.filter((one) => isRight(one) || !isExcused(one));
  return {
    expected: required.length,
    found: judged.length,
    hit: required.filter((one) => judged.some((other) => meets(one, other) && agrees(one, other))).length,
    right: judged.filter(isRight).length,
  };
}

/** Counts where only totals are known, not which: what is found beyond the expected is wrong. */
export function matchTotals(expected: number, found: number): Counts {
  const both = Math.min(expected, found);
  return { expected, found, hit: both, right: both };
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** 95 % of a normal distribution. */
const Z = 1.959964;

/** Wilson's score interval for a share (E. B. Wilson, 1927): honest at 0 and 1, where most of these shares are. */
export function wilson(successes: number, trials: number): Interval {
  if (trials === 0) return { low: 0, high: 1 };
  const share = successes / trials;
  const squared = Z * Z;
  const centre = share + squared / (2 * trials);
  const spread = Z * Math.sqrt((share * (1 - share) + squared / (4 * trials)) / trials);
  const scale = 1 + squared / trials;
  return { low: successes === 0 ? 0 : (centre - spread) / scale, high: successes === trials ? 1 : (centre + spread) / scale };
}

/**
 * 95 % percentile interval of a figure over documents. Whole documents are drawn, because errors inside one are not independent.
 * @param draws 1,000 settle the second digit
 */
export function bootstrap<T>(documents: readonly T[], figure: (some: readonly T[]) => number, random: Random, draws = 1000): Interval {
  const values = Array.from({ length: draws }, () => figure(documents.map(() => random.pick(documents))))
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b);
  if (values.length === 0) return { low: NaN, high: NaN };
  return { low: values[Math.floor(values.length * 0.025)], high: values[Math.min(values.length - 1, Math.floor(values.length * 0.975))] };
}

export interface Judged {
  /** 0 to 1. */
  readonly confidence: number;
  readonly isRight: boolean;
}

export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly meanConfidence: number;
  /** Share that is right. */
  readonly accuracy: number;
  readonly interval: Interval;
}

export const CONFIDENCE_BINS: readonly number[] = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99];

/** A reliability table. @param edges lower ends, ascending; the last bin includes 1 */
export function calibrationBins(judged: readonly Judged[], edges: readonly number[] = CONFIDENCE_BINS): CalibrationBin[] {
  return edges.flatMap((from, i) => {
    const isLast = i === edges.length - 1;
    const to = isLast ? 1 : edges[i + 1];
    const inside = judged.filter(({ confidence }) => confidence >= from && (confidence < to || isLast));
    if (inside.length === 0) return [];
    const right = inside.filter(({ isRight }) => isRight).length;
    const meanConfidence = inside.reduce((total, { confidence }) => total + confidence, 0) / inside.length;
    return [{ from, to, count: inside.length, meanConfidence, accuracy: right / inside.length, interval: wilson(right, inside.length) }];
  });
}

/** Expected calibration error: how far confidence is from accuracy, weighted by the bins' sizes. */
export function calibrationError(bins: readonly CalibrationBin[]): number {
  const count = bins.reduce((total, bin) => total + bin.count, 0);
  if (count === 0) return NaN;
  return bins.reduce((total, bin) => total + bin.count * Math.abs(bin.accuracy - bin.meanConfidence), 0) / count;
}

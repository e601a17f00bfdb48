/** From features to names: the best path through the labels, and how probable each name on it is. */
import { LONGEST_WINDOW } from "./features.js";
import { continues, isInside, isPerson, Label, LABELS } from "./labels.js";
import { BIAS, type NameModel } from "./model.js";

const L = LABELS;
/** Added to people's labels on the way to candidates, so that what is nearly a name is weighed, too. */
const LEANING = 0.8;
/** How much less a name's first character may weigh than the same as none: transitions seldom make up for more. */
const HOPELESS = 5;

const score = new Float64Array(LONGEST_WINDOW * L);
const alpha = new Float64Array(LONGEST_WINDOW * L);
const beta = new Float64Array(LONGEST_WINDOW * L);
const back = new Uint8Array(LONGEST_WINDOW * L);
const path = new Uint8Array(LONGEST_WINDOW);
const inside = new Float64Array(L);
const sums = new Float64Array(LONGEST_WINDOW);
const next = new Float64Array(L);

/** Takes a name's place in the window and the probability that it is exactly one. */
export type Take = (start: number, end: number, probability: number) => void;

/** @param features, ends as `featurize` wrote them for `n` characters */
export function decode(model: NameModel, features: Int32Array, ends: Int32Array, n: number, take: Take): void {
  weigh(model, features, ends, n);
  if (!mayHoldName(n) || !bestPath(model, n)) return;
  forwardBackward(model, n);
  for (let i = 0; i < n; ) {
    if (!isPerson(path[i])) {
      i++;
      continue;
    }
    const start = i++;
    while (i < n && continues(path[i - 1], path[i])) i++;
    take(start, i, spanProbability(start, i, n));
  }
}

/** Two weights of eight bits at a time in the low bytes of 16-bit lanes: FEATURES of them never carry over. */
const LANES = 0x00ff00ff;

function weigh({ bits, fingerprints, packed, scale }: NameModel, features: Int32Array, ends: Int32Array, n: number): void {
  const mask = (1 << bits) - 1;
  let f = 0;
  for (let i = 0; i < n; i++) {
    let even = 0, odd = 0, later = 0, last = 0, count = 0;
    for (const stop = ends[i]; f < stop; f++) {
      const hash = features[f];
      const slot = hash & mask;
      if (fingerprints[slot] !== fingerprint(hash)) continue;
      const low = packed[slot * 2];
      const high = packed[slot * 2 + 1];
      even += low & LANES;
      odd += (low >>> 8) & LANES;
      later += high & LANES;
      last += (high >>> 8) & LANES;
      count++;
    }
    const bias = count * BIAS;
    const o = i * L;
    score[o] = ((even & 0xffff) - bias) * scale;
    score[o + 1] = ((odd & 0xffff) - bias) * scale;
    score[o + 2] = ((even >>> 16) - bias) * scale;
    score[o + 3] = ((odd >>> 16) - bias) * scale;
    score[o + 4] = ((later & 0xffff) - bias) * scale;
    score[o + 5] = ((last & 0xffff) - bias) * scale;
    score[o + 6] = ((later >>> 16) - bias) * scale;
    score[o + 7] = ((last >>> 16) - bias) * scale;
  }
}

/** Whether a name may begin anywhere: the best path is looked for only there. */
function mayHoldName(n: number): boolean {
  for (let i = 0; i < n; i++) {
    const o = i * L;
    const nobody = Math.max(score[o], score[o + Label.Thing]) - HOPELESS;
    if (score[o + Label.SurnameBegin] > nobody || score[o + Label.GivenBegin] > nobody || score[o + Label.OtherBegin] > nobody) return true;
  }
  return false;
}

/** 1 to 255. */
export const fingerprint = (hash: number): number => hash >>> 24 || 1;

/** Viterbi. False where no name is on the path. */
function bestPath({ transitions, starts }: NameModel, n: number): boolean {
  for (let y = 0; y < L; y++) alpha[y] = score[y] + starts[y] + (isPerson(y) ? LEANING : 0);
  for (let i = 1; i < n; i++) {
    const o = i * L;
    for (let y = 0; y < L; y++) {
      let best = -Infinity;
      let from = 0;
      for (let p = 0; p < L; p++) {
        const v = alpha[o - L + p] + transitions[p * L + y];
        if (v > best) {
          best = v;
          from = p;
        }
      }
      alpha[o + y] = best + score[o + y] + (isPerson(y) ? LEANING : 0);
      back[o + y] = from;
    }
  }
  let y = 0;
  for (let k = 1; k < L; k++) if (alpha[(n - 1) * L + k] > alpha[(n - 1) * L + y]) y = k;
  let any = false;
  for (let i = n - 1; i >= 0; i--) {
    path[i] = y;
    any ||= isPerson(y);
    y = back[i * L + y];
  }
  return any;
}

/** Weights of paths as numbers rather than logarithms, each character's scaled to sum to one: no logarithm in the inner loops. */
const expTransitions = new Float64Array(L * L);
let expOf: NameModel | undefined;

function forwardBackward(model: NameModel, n: number): void {
  const { transitions, starts } = model;
  if (expOf !== model) {
    for (let i = 0; i < L * L; i++) expTransitions[i] = Math.exp(Math.max(-40, transitions[i])) * (transitions[i] < -1e9 ? 0 : 1);
    expOf = model;
  }
  for (let i = 0; i < n; i++) {
    const o = i * L;
    let most = score[o];
    for (let y = 1; y < L; y++) if (score[o + y] > most) most = score[o + y];
    for (let y = 0; y < L; y++) score[o + y] = Math.exp(score[o + y] - most);
  }
  let sum = 0;
  for (let y = 0; y < L; y++) sum += alpha[y] = starts[y] < -1e9 ? 0 : score[y] * Math.exp(starts[y]);
  for (let y = 0; y < L; y++) alpha[y] /= sum;
  for (let i = 1; i < n; i++) {
    const o = i * L;
    sum = 0;
    for (let y = 0; y < L; y++) {
      let v = 0;
      for (let p = 0; p < L; p++) v += alpha[o - L + p] * expTransitions[p * L + y];
      sum += alpha[o + y] = v * score[o + y];
    }
    sums[i] = sum;
    for (let y = 0; y < L; y++) alpha[o + y] /= sum;
  }
  for (let y = 0; y < L; y++) beta[(n - 1) * L + y] = 1;
  for (let i = n - 2; i >= 0; i--) {
    const o = i * L;
    for (let y = 0; y < L; y++) {
      let v = 0;
      for (let q = 0; q < L; q++) v += expTransitions[y * L + q] * score[o + L + q] * beta[o + L + q];
      beta[o + y] = v / sums[i + 1];
    }
  }
}

/** Share of the weight of all paths that is on those on which the stretch is one whole name, whatever its parts. */
function spanProbability(start: number, end: number, n: number): number {
  for (let y = 0; y < L; y++) inside[y] = isPerson(y) && !isInside(y) ? alpha[start * L + y] : 0;
  for (let i = start + 1; i < end; i++) {
    for (let y = 0; y < L; y++) {
      let v = 0;
      for (let p = 0; p < L; p++) if (continues(p, y)) v += inside[p] * expTransitions[p * L + y];
      next[y] = (v * score[i * L + y]) / sums[i];
    }
    inside.set(next);
  }
  let total = 0;
  for (let y = 0; y < L; y++) {
    if (inside[y] === 0) continue;
    if (end === n) total += inside[y];
    else for (let q = 0; q < L; q++) if (!continues(y, q)) total += (inside[y] * expTransitions[y * L + q] * score[end * L + q] * beta[end * L + q]) / sums[end];
  }
  return total;
}

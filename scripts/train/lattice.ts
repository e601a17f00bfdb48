/** All paths of labels through one sentence, with their weights as logarithms: forward and backward sums (Rabiner 1989). */
import type { Crf } from "./crf.js";

export const LOG_ZERO = -1e30;
/** Differences beyond this add nothing. */
const NEGLIGIBLE = -30;

export class Lattice {
  private readonly score: Float64Array;
  private readonly alpha: Float64Array;
  private readonly beta: Float64Array;
  private readonly terms: Float64Array;
  private logZ = 0;

  constructor(
    size: number,
    private readonly labels: number,
  ) {
    this.score = new Float64Array(size * labels);
    this.alpha = new Float64Array(size * labels);
    this.beta = new Float64Array(size * labels);
    this.terms = new Float64Array(labels);
  }

  run(crf: Crf, features: Int32Array, n: number): void {
    const { labels, score, alpha, beta, terms } = this;
    const { transitions, starts } = crf;
    this.weigh(crf, features, n);
    for (let y = 0; y < labels; y++) alpha[y] = score[y] + starts[y];
    for (let i = 1; i < n; i++) {
      for (let y = 0; y < labels; y++) {
        for (let p = 0; p < labels; p++) terms[p] = alpha[(i - 1) * labels + p] + transitions[p * labels + y];
        alpha[i * labels + y] = logSum(terms) + score[i * labels + y];
      }
    }
    beta.fill(0, (n - 1) * labels, n * labels);
    for (let i = n - 2; i >= 0; i--) {
      const next = (i + 1) * labels;
      for (let y = 0; y < labels; y++) {
        for (let q = 0; q < labels; q++) terms[q] = transitions[y * labels + q] + score[next + q] + beta[next + q];
        beta[i * labels + y] = logSum(terms);
      }
    }
    for (let y = 0; y < labels; y++) terms[y] = alpha[(n - 1) * labels + y];
    this.logZ = logSum(terms);
  }

  /** Probability of a label at a character. */
  marginal(i: number, label: number): number {
    const at = i * this.labels + label;
    return Math.exp(this.alpha[at] + this.beta[at] - this.logZ);
  }

  /** Probability of two labels at a character and the one before. */
  pairMarginal({ transitions }: Crf, i: number, from: number, to: number): number {
    const at = i * this.labels + to;
    return Math.exp(this.alpha[(i - 1) * this.labels + from] + transitions[from * this.labels + to] + this.score[at] + this.beta[at] - this.logZ);
  }

  private weigh({ width, weights }: Crf, features: Int32Array, n: number): void {
    const { labels, score } = this;
    score.fill(0, 0, n * labels);
    for (let i = 0; i < n; i++) {
      for (let f = i * width, stop = f + width; f < stop; f++) {
        if (features[f] < 0) continue;
        const at = features[f] * labels;
        for (let y = 0; y < labels; y++) score[i * labels + y] += weights[at + y];
      }
    }
  }
}

function logSum(terms: Float64Array): number {
  let most = LOG_ZERO;
  for (const term of terms) if (term > most) most = term;
  let sum = 0;
  for (const term of terms) if (term - most > NEGLIGIBLE) sum += Math.exp(term - most);
  return most + Math.log(sum);
}

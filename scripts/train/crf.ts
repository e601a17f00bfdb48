/** A linear-chain CRF (Lafferty and others 2001) over hashed features, trained by AdaGrad, one sentence at a time. Deterministic for a seed. */
import { Lattice, LOG_ZERO } from "./lattice.js";

export interface Sequence {
  /** `width` feature numbers for each character; -1 where there is none. */
  readonly features: Int32Array;
  readonly labels: Uint8Array;
}

export interface Shape {
  readonly labels: number;
  readonly width: number;
  readonly mayFollow: (from: number, to: number) => boolean;
  readonly mayStart: (label: number) => boolean;
}

export interface Crf {
  readonly labels: number;
  readonly width: number;
  /** `[feature * labels + label]`. */
  readonly weights: Float32Array;
  /** `[from * labels + to]`; LOG_ZERO where forbidden. */
  readonly transitions: Float64Array;
  readonly starts: Float64Array;
}

export interface TrainingOptions {
  /** How many different features there are. */
  readonly size: number;
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  /** Share of the features that is hidden each time a sentence is learnt from. */
  readonly dropout: number;
  readonly seed: number;
}

/** What is nearly right is left as it is: most characters of most texts are, after an epoch. */
const NEARLY_RIGHT = 1e-3;
const TRANSITION_RATE = 0.1;
/** Share of the rate that is left at the last epoch. */
const LAST_RATE = 0.2;

/** Numbers from 0 up to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** @param before weights to go on from */
export function train(sequences: readonly Sequence[], shape: Shape, options: TrainingOptions, before?: Crf): Crf {
  const crf = begin(shape, options.size, before);
  const { weights } = crf;
  const learner = { crf, options, squares: new Float32Array(weights.length).fill(1), transitionSquares: new Float64Array(crf.transitions.length).fill(1), gradient: new Float64Array(shape.labels) };
  const lattice = new Lattice(sequences.reduce((most, { labels }) => Math.max(most, labels.length), 1), shape.labels);
  const random = randomFrom(options.seed);
  const order = Int32Array.from(sequences.keys());
  // The mean of the later epochs' weights errs less than the last ones.
  const sums = new Float32Array(weights.length);
  let summed = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    const rate = options.rate * (1 - (1 - LAST_RATE) * (epoch / options.epochs));
    for (const index of order) {
      const sequence = sequences[index];
      if (sequence.labels.length === 0) continue;
      const shown = thinned(sequence, options.dropout, random);
      lattice.run(crf, shown.features, sequence.labels.length);
      learnWeights(learner, lattice, shown, rate);
      learnTransitions(learner, lattice, sequence.labels);
    }
    if (epoch < Math.floor(options.epochs / 2)) continue;
    for (let i = 0; i < weights.length; i++) sums[i] += weights[i];
    summed++;
  }
  for (let i = 0; i < weights.length; i++) weights[i] = sums[i] / summed;
  return crf;
}

function thinned({ features, labels }: Sequence, share: number, random: () => number): Sequence {
  return { features: share === 0 ? features : features.map((feature) => (random() < share ? -1 : feature)), labels };
}

function begin({ labels, width, mayFollow, mayStart }: Shape, size: number, before: Crf | undefined): Crf {
  const transitions = before?.transitions.slice() ?? Float64Array.from({ length: labels * labels }, (_, i) => (mayFollow(Math.floor(i / labels), i % labels) ? 0 : LOG_ZERO));
  const starts = Float64Array.from({ length: labels }, (_, label) => (mayStart(label) ? 0 : LOG_ZERO));
  return { labels, width, weights: before?.weights.slice() ?? new Float32Array(size * labels), transitions, starts };
}

interface Learner {
  readonly crf: Crf;
  readonly options: TrainingOptions;
  readonly squares: Float32Array;
  readonly transitionSquares: Float64Array;
  readonly gradient: Float64Array;
}

function learnWeights({ crf, options, squares, gradient }: Learner, lattice: Lattice, { features, labels }: Sequence, rate: number): void {
  const { labels: count, width, weights } = crf;
  for (let i = 0; i < labels.length; i++) {
    let isRight = true;
    for (let y = 0; y < count; y++) {
      gradient[y] = lattice.marginal(i, y) - Number(labels[i] === y);
      if (Math.abs(gradient[y]) > NEARLY_RIGHT) isRight = false;
    }
    if (isRight) continue;
    for (let f = i * width, stop = f + width; f < stop; f++) {
      if (features[f] < 0) continue;
      const at = features[f] * count;
      for (let y = 0; y < count; y++) {
        const own = gradient[y];
        if (own < NEARLY_RIGHT && own > -NEARLY_RIGHT) continue;
        const step = own + options.l2 * weights[at + y];
        const square = (squares[at + y] += step * step);
        weights[at + y] -= (rate * step) / Math.sqrt(square);
      }
    }
  }
}

function learnTransitions({ crf, transitionSquares }: Learner, lattice: Lattice, labels: Uint8Array): void {
  const { labels: count, transitions } = crf;
  for (let i = 1; i < labels.length; i++) {
    if (lattice.pairMarginal(crf, i, labels[i - 1], labels[i]) > 1 - NEARLY_RIGHT) continue;
    for (let from = 0; from < count; from++) {
      for (let to = 0; to < count; to++) {
        const at = from * count + to;
        if (transitions[at] <= LOG_ZERO / 2) continue;
        const step = lattice.pairMarginal(crf, i, from, to) - Number(from === labels[i - 1] && to === labels[i]);
        if (Math.abs(step) < NEARLY_RIGHT / 10) continue;
        transitionSquares[at] += step * step;
        transitions[at] -= (TRANSITION_RATE * step) / Math.sqrt(transitionSquares[at]);
      }
    }
  }
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
}

import { describe, expect, it } from "vitest";
import { randomFrom, train, type Sequence, type Shape, type TrainingOptions } from "../../scripts/train/crf.js";
import { Lattice, LOG_ZERO } from "../../scripts/train/lattice.js";

/** Labels: 0 none, 1 begins, 2 goes on; 2 only behind 1 or 2. */
const SHAPE: Shape = { labels: 3, width: 2, mayFollow: (from, to) => to !== 2 || from > 0, mayStart: (label) => label !== 2 };
const OPTIONS: TrainingOptions = { size: 6, epochs: 6, rate: 0.1, l2: 1e-4, dropout: 0, seed: 3 };

/** The first feature tells the label: 0 none, 1 and 2 either part; the second is noise (3 to 5), or there is none. */
function sequences(count: number, seed: number): Sequence[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    const labels = Uint8Array.from({ length: 4 + Math.floor(random() * 5) }, () => Math.floor(random() * 2));
    for (let i = 1; i < labels.length; i++) if (labels[i - 1] === 1 && random() < 0.6) labels[i] = 2;
    return { labels, features: Int32Array.from({ length: labels.length * 2 }, (_, f) => (f % 2 === 0 ? labels[f >> 1] : random() < 0.3 ? -1 : 3 + Math.floor(random() * 3))) };
  });
}

function likeliest(crf: ReturnType<typeof train>, { features, labels }: Sequence): number[] {
  const lattice = new Lattice(labels.length, 3);
  lattice.run(crf, features, labels.length);
  return Array.from(labels, (_, i) => [0, 1, 2].reduce((best, label) => (lattice.marginal(i, label) > lattice.marginal(i, best) ? label : best), 0));
}

describe("train", () => {
  const learnt = sequences(200, 5);
  it.each([0, 0.2])("learns which features speak for a label, with %f of them hidden", (dropout) => {
    const crf = train(learnt, SHAPE, { ...OPTIONS, dropout });
    for (const one of sequences(30, 77)) expect(likeliest(crf, one)).toEqual(Array.from(one.labels));
  });

  it("keeps forbidden transitions forbidden", () => {
    const crf = train(learnt, SHAPE, OPTIONS);
    expect(crf.transitions[0 * 3 + 2]).toBe(LOG_ZERO);
    expect(crf.starts[2]).toBe(LOG_ZERO);
    const lattice = new Lattice(3, 3);
    lattice.run(crf, Int32Array.from([2, -1, 2, -1, 2, -1]), 3);
    expect(lattice.marginal(0, 2)).toBe(0);
  });

  it("gives the same weights for the same seed, and others for another", () => {
    const weights = (seed: number): number[] => Array.from(train(learnt.slice(0, 40), SHAPE, { ...OPTIONS, dropout: 0.2, seed }).weights);
    expect(weights(3)).toEqual(weights(3));
    expect(weights(3)).not.toEqual(weights(4));
  });

  it("goes on from weights that were learnt before, and leaves them as they are", () => {
    const before = train(learnt, SHAPE, OPTIONS);
    const copy = Array.from(before.weights);
    const after = train(learnt.slice(0, 5), SHAPE, { ...OPTIONS, epochs: 1 }, before);
    expect(Array.from(before.weights)).toEqual(copy);
    for (const one of sequences(10, 78)) expect(likeliest(after, one)).toEqual(Array.from(one.labels));
  });
});

describe("Lattice", () => {
  it("gives each character labels whose probabilities add up to one", () => {
    const crf = train(sequences(20, 9), SHAPE, OPTIONS);
    for (const { features, labels } of sequences(10, 10)) {
      const lattice = new Lattice(labels.length, 3);
      lattice.run(crf, features, labels.length);
      for (let i = 0; i < labels.length; i++) {
        expect(lattice.marginal(i, 0) + lattice.marginal(i, 1) + lattice.marginal(i, 2)).toBeCloseTo(1, 9);
        if (i === 0) continue;
        let pairs = 0;
        for (let from = 0; from < 3; from++) pairs += lattice.pairMarginal(crf, i, from, 1);
        expect(pairs).toBeCloseTo(lattice.marginal(i, 1), 9);
      }
    }
  });
});

import { describe, expect, it } from "vitest";
import { decode, fingerprint } from "../../../../detectors/shared/names/decode.js";
import { GATE_BITS, GATE_TABLES } from "../../../../detectors/shared/names/gate.js";
import { continues, isInside, isPerson, LABELS, mayFollow } from "../../../../detectors/shared/names/labels.js";
import { packWeights, readModel, writeModel, type NameModel } from "../../../../detectors/shared/names/model.js";
import { randomFrom as integersFrom } from "../../../support/generated-text.js";

const BITS = 8;

function randomFrom(seed: number): () => number {
  const below = integersFrom(seed);
  return () => below(1_000_000) / 1_000_000;
}

/** Weights drawn at random, as large as learnt ones are. */
function randomModel(seed: number): NameModel {
  const random = randomFrom(seed);
  const slots = 1 << BITS;
  const weights = Int8Array.from({ length: slots * LABELS }, () => Math.floor(random() * 120) - 60);
  const transitions = Float64Array.from({ length: LABELS * LABELS }, (_, i) => (mayFollow(Math.floor(i / LABELS), i % LABELS) ? Math.fround(random() * 2 - 1) : Math.fround(-1e30)));
  const starts = Float64Array.from({ length: LABELS }, (_, y) => (isInside(y) ? Math.fround(-1e30) : 0));
  const table = (): Int8Array => Int8Array.from({ length: GATE_TABLES << GATE_BITS }, () => Math.floor(random() * 100) - 50);
  const fingerprints = Uint8Array.from({ length: slots }, () => (random() < 0.3 ? 0 : 1 + Math.floor(random() * 255)));
  for (let slot = 0; slot < slots; slot++) if (fingerprints[slot] === 0) weights.fill(0, slot * LABELS, (slot + 1) * LABELS);
  return { bits: BITS, fingerprints, weights, packed: packWeights(weights), scale: Math.fround(0.04), transitions, starts, gate: { weights: table(), kanji: -33, katakana: -21 }, slope: Math.fround(0.9), offset: Math.fround(-0.1) };
}

/** Some features that the model knows and some that it does not. */
function randomFeatures(model: NameModel, n: number, seed: number): { features: Int32Array; ends: Int32Array } {
  const random = randomFrom(seed);
  const features: number[] = [];
  const ends = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    for (let k = Math.floor(random() * 4); k >= 0; k--) {
      const slot = Math.floor(random() * (1 << BITS));
      const print = random() < 0.7 ? model.fingerprints[slot] : 7;
      features.push((print << 24) | slot | 0x100);
    }
    ends[i] = features.length;
  }
  return { features: Int32Array.from(features), ends };
}

/** By going through every path. */
function exhaustive(model: NameModel, features: Int32Array, ends: Int32Array, n: number, start: number, end: number): number {
  const score = (i: number, y: number): number => {
    let sum = 0;
    for (let f = i === 0 ? 0 : ends[i - 1]; f < ends[i]; f++) {
      const slot = features[f] & ((1 << model.bits) - 1);
      if (model.fingerprints[slot] === fingerprint(features[f])) sum += model.weights[slot * LABELS + y];
    }
    return sum * model.scale;
  };
  let all = 0;
  let right = 0;
  const path: number[] = [];
  const walk = (weight: number): void => {
    const i = path.length;
    if (i === n) {
      all += Math.exp(weight);
      const begins = isPerson(path[start]) && !isInside(path[start]);
      let whole = begins;
      for (let k = start + 1; k < end; k++) whole &&= continues(path[k - 1], path[k]);
      if (whole && (end === n || !continues(path[end - 1], path[end]))) right += Math.exp(weight);
      return;
    }
    for (let y = 0; y < LABELS; y++) {
      if (i === 0 ? isInside(y) : !mayFollow(path[i - 1], y)) continue;
      path.push(y);
      walk(weight + score(i, y) + (i === 0 ? 0 : model.transitions[path[i - 1] * LABELS + y]));
      path.pop();
    }
  };
  walk(0);
  return right / all;
}

describe("decode", () => {
  it("gives each name the share of all paths that is on it, as counted one by one", () => {
    let names = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const model = randomModel(seed);
      const n = 1 + (seed % 5);
      const { features, ends } = randomFeatures(model, n, seed + 1000);
      decode(model, features, ends, n, (start, end, probability) => {
        names++;
        expect(end).toBeGreaterThan(start);
        expect(probability).toBeCloseTo(exhaustive(model, features, ends, n, start, end), 6);
      });
    }
    expect(names).toBeGreaterThan(20);
  });
  it("finds nobody where no feature speaks for anybody", () => {
    const model = { ...randomModel(1), starts: Float64Array.from({ length: LABELS }, (_, y) => (y === 0 ? 3 : 0)), transitions: new Float64Array(LABELS * LABELS).map((_, i) => (mayFollow(Math.floor(i / LABELS), i % LABELS) ? (i % LABELS === 0 ? 3 : 0) : -1e30)) };
    const found: number[] = [];
    decode(model, new Int32Array(0), new Int32Array(20), 20, (start) => void found.push(start));
    expect(found).toEqual([]);
  });
});

describe("the model's file", () => {
  it("holds all of the model", () => {
    const model = randomModel(5);
    const read = readModel(writeModel(model));
    const plain = ({ gate, fingerprints, weights, packed, transitions, starts, ...rest }: NameModel) => [rest, ...[fingerprints, weights, packed, transitions, starts, gate.weights].map((table) => Array.from(table)), gate.kanji, gate.katakana];
    expect(plain(read)).toEqual(plain(model));
  });
  it("is refused in another version", () => {
    const bytes = writeModel(randomModel(5));
    bytes.writeUInt32LE(7, 0);
    expect(() => readModel(bytes)).toThrow("npm run train");
  });
});

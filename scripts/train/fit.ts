/** From labelled texts to a model: features counted, weights learnt, the strongest kept and rounded to bytes. */
import { fingerprint } from "../../detectors/shared/names/decode.js";
import { FEATURES, featurize, LONGEST_WINDOW } from "../../detectors/shared/names/features.js";
import { isInside, LABELS, mayFollow } from "../../detectors/shared/names/labels.js";
import { packWeights, type NameModel } from "../../detectors/shared/names/model.js";
import { train, type Crf, type Sequence } from "./crf.js";
import { fitGate } from "./gate.js";
import { labelsOf, type Labelled } from "./labels.js";

export interface FitOptions {
  /** 2 to this many slots in the model. */
  readonly bits: number;
  /** How many features are kept. */
  readonly kept: number;
  readonly epochs: number;
  readonly seed: number;
}

/** Share of a character's features that is hidden at a time, so that no word is known by itself alone (measured on held-out folds: .1 to .2 are alike). */
const DROPOUT = 0.15;
/** Features seen less often are left out. */
const SELDOM = 2;

/** FEATURES for each character; 0 where it has none. */
interface Hashed {
  readonly hashes: Int32Array;
  readonly labels: Uint8Array;
}

const scratch = new Int32Array(LONGEST_WINDOW * FEATURES);
const ends = new Int32Array(LONGEST_WINDOW);

export function hashed(one: Labelled): Hashed {
  const length = Math.min(LONGEST_WINDOW, one.text.length);
  featurize(one.text, 0, length, scratch, ends);
  const hashes = new Int32Array(length * FEATURES);
  for (let i = 0, from = 0; i < length; i++) {
    hashes.set(scratch.subarray(from, ends[i]), i * FEATURES);
    from = ends[i];
  }
  return { hashes, labels: labelsOf(one).subarray(0, length) };
}

export function fit(data: readonly Labelled[], options: FitOptions): NameModel {
  const sequences = data.map(hashed);
  const ids = new Numbering(sequences);
  const numbered = sequences.map(({ hashes, labels }): Sequence => ({ features: hashes.map((hash) => ids.of(hash)), labels }));
  const shape = { labels: LABELS, width: FEATURES, mayFollow, mayStart: (label: number) => !isInside(label) };
  const first = train(numbered, shape, { size: ids.size, epochs: options.epochs, rate: 0.1, l2: 1e-4, dropout: DROPOUT, seed: options.seed });
  // What shares a slot with something stronger goes.
  const mask = (1 << options.bits) - 1;
  const strength = new Float32Array(ids.size);
  for (let id = 0; id < ids.size; id++) for (let y = 0; y < LABELS; y++) strength[id] = Math.max(strength[id], Math.abs(first.weights[id * LABELS + y]));
  const order = Array.from({ length: ids.size }, (_, id) => id).sort((a, b) => strength[b] - strength[a] || a - b);
  const slots = new Int32Array(1 << options.bits).fill(-1);
  const keep = new Uint8Array(ids.size);
  let kept = 0;
  for (const id of order) {
    const slot = ids.hashes[id] & mask;
    if (slots[slot] >= 0) continue;
    slots[slot] = id;
    keep[id] = 1;
    if (++kept >= options.kept) break;
  }
  for (const { features } of numbered) for (let i = 0; i < features.length; i++) if (features[i] >= 0 && keep[features[i]] === 0) features[i] = -1;
  const second = train(numbered, shape, { size: ids.size, epochs: Math.ceil(options.epochs / 2), rate: 0.05, l2: 1e-4, dropout: DROPOUT, seed: options.seed + 1 }, first);
  return pack(second, slots, ids.hashes, options.bits, data);
}

function pack(crf: Crf, slots: Int32Array, hashes: Int32Array, bits: number, data: readonly Labelled[]): NameModel {
  const weights = new Int8Array(slots.length * LABELS);
  const fingerprints = new Uint8Array(slots.length);
  let most = 0;
  for (const id of slots) if (id >= 0) for (let y = 0; y < LABELS; y++) most = Math.max(most, Math.abs(crf.weights[id * LABELS + y]));
  // A few weights are far out; they are cut rather than all others made coarse.
  const scale = Math.fround(Math.min(most, 2.5) / 127);
  for (const [slot, id] of slots.entries()) {
    if (id < 0) continue;
    fingerprints[slot] = fingerprint(hashes[id]);
    for (let y = 0; y < LABELS; y++) weights[slot * LABELS + y] = Math.max(-127, Math.min(127, Math.round(crf.weights[id * LABELS + y] / scale)));
  }
  return { bits, fingerprints, weights, packed: packWeights(weights), scale, transitions: crf.transitions, starts: crf.starts, gate: fitGate(data), slope: 1, offset: 0 };
}

/** Numbers hashes that were seen often enough, in the order of their first appearance. */
class Numbering {
  readonly hashes: Int32Array;
  readonly size: number;
  private readonly keys: Int32Array;
  private readonly values: Int32Array;
  private static readonly MASK = (1 << 23) - 1;

  constructor(sequences: readonly Hashed[]) {
    this.keys = new Int32Array(Numbering.MASK + 1);
    this.values = new Int32Array(Numbering.MASK + 1);
    for (const { hashes } of sequences) for (const hash of hashes) {
      if (hash === 0) continue;
      const at = this.find(hash);
      this.keys[at] = hash;
      this.values[at]++;
    }
    const found: number[] = [];
    for (let at = 0; at < this.values.length; at++) {
      if (this.values[at] >= SELDOM) {
        this.values[at] = found.length + 1;
        found.push(this.keys[at]);
      } else if (this.values[at] > 0) this.values[at] = -1;
    }
    this.hashes = Int32Array.from(found);
    this.size = found.length;
  }

  /** -1 where it is not numbered. */
  of(hash: number): number {
    const value = hash === 0 ? 0 : this.values[this.find(hash)];
    return value > 0 ? value - 1 : -1;
  }

  private find(hash: number): number {
    let at = Math.imul(hash, 0x9e3779b1) >>> 9;
    while (this.values[at] !== 0 && this.keys[at] !== hash) at = (at + 1) & Numbering.MASK;
    return at;
  }
}

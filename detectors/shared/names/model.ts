/** The scorer's weights, trained by scripts/train on UD_Japanese-GSD and on invented forms. Licence: detectors/shared/data/LICENCES.md. */
import { brotliDecompressSync } from "node:zlib";
import { modelFile } from "../name-dictionary.js";
import { GATE_BITS, GATE_TABLES, type Gate } from "./gate.js";
import { LABELS } from "./labels.js";

export interface NameModel {
  /** 2 to this many slots. */
  readonly bits: number;
  /** One byte of each slot's hash, 0 where it is empty: a feature that was not learnt seldom passes for one that was. */
  readonly fingerprints: Uint8Array;
  /** LABELS weights for each slot, in steps of `scale`. */
  readonly weights: Int8Array;
  /** The same, each with BIAS added, four to a number: labels 0-3, then 4-7 of each slot. */
  readonly packed: Int32Array;
  readonly scale: number;
  /** `[from * LABELS + to]`. */
  readonly transitions: Float64Array;
  readonly starts: Float64Array;
  readonly gate: Gate;
  /** Held-out frequency as a function of the model's log odds: probability = 1 / (1 + exp(-(slope * odds + offset))). */
  readonly slope: number;
  readonly offset: number;
}

export const BIAS = 128;

export function packWeights(weights: Int8Array): Int32Array {
  const packed = new Int32Array(weights.length / 4);
  for (let i = 0; i < packed.length; i++) {
    const w = i * 4;
    packed[i] = (weights[w] + BIAS) | ((weights[w + 1] + BIAS) << 8) | ((weights[w + 2] + BIAS) << 16) | ((weights[w + 3] + BIAS) << 24);
  }
  return packed;
}

/** Four weights of nothing. */
const EMPTY = BIAS | (BIAS << 8) | (BIAS << 16) | (BIAS << 24);
const MAGIC = 0x334d4e4c;
const HEAD_BYTES = 32;
const MATRIX_BYTES = LABELS * (LABELS + 1) * 4;

/** "LNM3", then bits, scale, slope, offset, the gate's two thresholds (4 bytes each), matrices, tables, and for each used slot its weights with BIAS added; in Brotli (RFC 7932). */
export function writeModel(model: NameModel): Buffer {
  const slots = 1 << model.bits;
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32LE(MAGIC, 0);
  head.writeUInt32LE(model.bits, 4);
  head.writeFloatLE(model.scale, 8);
  head.writeFloatLE(model.slope, 12);
  head.writeFloatLE(model.offset, 16);
  head.writeInt32LE(model.gate.kanji, 20);
  head.writeInt32LE(model.gate.katakana, 24);
  const matrices = Float32Array.from([...model.transitions, ...model.starts]);
  // Weights of empty slots are left out.
  const weights: number[] = [];
  for (let slot = 0; slot < slots; slot++) if (model.fingerprints[slot] !== 0) for (let y = 0; y < LABELS; y++) weights.push((model.weights[slot * LABELS + y] + BIAS) & 0xff);
  return Buffer.concat([head, Buffer.from(matrices.buffer), Buffer.from(model.gate.weights), Buffer.from(model.fingerprints), Buffer.from(weights)]);
}

export function readModel(bytes: Uint8Array): NameModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC) throw new Error("names.model is of another version; run npm run train");
  const bits = view.getUint32(4, true);
  const slots = 1 << bits;
  const matrices = new Float64Array(LABELS * (LABELS + 1));
  for (let i = 0; i < matrices.length; i++) matrices[i] = view.getFloat32(HEAD_BYTES + 4 * i, true);
  let at = HEAD_BYTES + MATRIX_BYTES;
  const take = (length: number): Uint8Array => bytes.subarray(at, (at += length));
  const gate = { weights: new Int8Array(take(GATE_TABLES << GATE_BITS)), kanji: view.getInt32(20, true), katakana: view.getInt32(24, true) };
  const fingerprints = take(slots);
  const packed = new Int32Array((slots * LABELS) / 4).fill(EMPTY);
  // Two numbers a slot. Int32Arrays stand in the machine's order, which is little-endian wherever Node runs.
  for (let slot = 0; slot < slots; slot++) {
    if (fingerprints[slot] === 0) continue;
    packed[2 * slot] = view.getInt32(at, true);
    packed[2 * slot + 1] = view.getInt32(at + 4, true);
    at += LABELS;
  }
  let weights: Int8Array | undefined;
  return {
    bits, fingerprints, packed, scale: view.getFloat32(8, true), slope: view.getFloat32(12, true), offset: view.getFloat32(16, true),
    transitions: matrices.subarray(0, LABELS * LABELS), starts: matrices.subarray(LABELS * LABELS), gate,
    // Only training asks for them.
    get weights() {
      return (weights ??= Int8Array.from(new Uint8Array(packed.buffer), (lane) => lane - BIAS));
    },
  };
}

/** A guess that holds it: zlib then fills one buffer and copies nothing. */
const READ_BYTES = 2 ** 21;
let loaded: NameModel | undefined;
export function nameModel(): NameModel {
  return (loaded ??= readModel(brotliDecompressSync(modelFile(), { chunkSize: READ_BYTES })));
}

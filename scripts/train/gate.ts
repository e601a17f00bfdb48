/** The gate before the scorer: a sum of three table entries for a character, learnt by logistic regression. */
import { isPerson } from "../../detectors/shared/names/labels.js";
import { GATE_BITS, gatePair, gateSingle, type Gate } from "../../detectors/shared/names/model.js";
import { labelsOf, type Labelled } from "./labels.js";

const EPOCHS = 6;
const RATE = 0.1;
/** Steps of the tables' weights. */
const STEPS = 24;
/** Set on held-out folds: a lower one finds a few more names and costs twice the time (npm run train -- --cross-validate prints what is lost). */
const THRESHOLD = -24;
const LOST = 0.004;
const isNameScript = (code: number): boolean => (code >= 0x3400 && code <= 0x9fff) || (code >= 0x30a1 && code <= 0x30fc) || code === 0x3005;

export function fitGate(data: readonly Labelled[]): Gate {
  const size = 1 << GATE_BITS;
  const single = new Float64Array(size);
  const pair = new Float64Array(size);
  const singleSquares = new Float64Array(size).fill(1);
  const pairSquares = new Float64Array(size).fill(1);
  const labelled = data.map((one) => ({ text: one.text, labels: labelsOf(one) }));
  const update = (table: Float64Array, squares: Float64Array, at: number, gradient: number): void => {
    squares[at] += gradient * gradient;
    table[at] -= RATE * gradient / Math.sqrt(squares[at]);
  };
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { text, labels } of labelled) {
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        if (!isNameScript(code)) continue;
        const s = gateSingle(code);
        const before = gatePair(i > 0 ? text.charCodeAt(i - 1) : 0, code);
        const behind = gatePair(code, i + 1 < text.length ? text.charCodeAt(i + 1) : 0);
        const gradient = 1 / (1 + Math.exp(-(single[s] + pair[before] + pair[behind]))) - Number(isPerson(labels[i]));
        update(single, singleSquares, s, gradient);
        update(pair, pairSquares, before, gradient);
        update(pair, pairSquares, behind, gradient);
      }
    }
  }
  const round = (table: Float64Array): Int8Array => Int8Array.from(table, (w) => Math.max(-127, Math.min(127, Math.round(w * STEPS))));
  const rounded = { single: round(single), pair: round(pair) };
  return { ...rounded, threshold: THRESHOLD };
}

/** The threshold that loses a given share of the people of texts that the tables were not learnt on. */
export function gateThreshold({ single, pair }: Pick<Gate, "single" | "pair">, data: readonly Labelled[], lost = LOST): number {
  const best: number[] = [];
  for (const { text, people } of data) {
    for (const { start, end } of people) {
      let most = -1000;
      for (let i = start; i < end; i++) {
        const code = text.charCodeAt(i);
        if (!isNameScript(code)) continue;
        most = Math.max(most, single[gateSingle(code)] + pair[gatePair(i > 0 ? text.charCodeAt(i - 1) : 0, code)] + pair[gatePair(code, i + 1 < text.length ? text.charCodeAt(i + 1) : 0)]);
      }
      if (most > -1000) best.push(most);
    }
  }
  best.sort((a, b) => a - b);
  return best[Math.floor(best.length * lost)];
}

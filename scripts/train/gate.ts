/** The gate before the scorer: logistic regression over characters of kanji and runs of katakana. */
import { isKatakana } from "../../src/text/characters.js";
import { nameTrie } from "../../detectors/shared/name-dictionary.js";
import { GATE_BITS, GATE_TABLES, GATE_WIDTH, isNameScript, kanjiSlots, katakanaSlots, runEnd, slots, wordAt, type Gate } from "../../detectors/shared/names/gate.js";
import { isPerson } from "../../detectors/shared/names/labels.js";
import { labelsOf, type Labelled, type Span } from "./labels.js";

const EPOCHS = 6;
const RATE = 0.1;
/** Steps of the tables' weights. */
const STEPS = 24;
/** Set on held-out folds: lower ones find a few more names and cost more time (npm run train -- --cross-validate prints what is lost). */
const KANJI_LEAST = -62;
const KATAKANA_LEAST = -54;

/** Calls back with `slots` filled for each character of kanji and each run of katakana. */
function visit(text: string, take: (start: number, end: number) => void): void {
  const trie = nameTrie();
  for (let start = 0; start < text.length; ) {
    const code = text.charCodeAt(start);
    if (!isNameScript(code)) {
      start++;
      continue;
    }
    const end = runEnd(text, start, code);
    if (isKatakana(code)) {
      katakanaSlots(text, start, end);
      take(start, end);
    } else {
      let wordBefore = 0;
      for (let at = start; at < end; at++) {
        const word = wordAt(trie, text, at);
        kanjiSlots(at > 0 ? text.charCodeAt(at - 1) : 0, text.charCodeAt(at), at + 1 < text.length ? text.charCodeAt(at + 1) : 0, word, wordBefore);
        take(at, at + 1);
        wordBefore = word;
      }
    }
    start = end;
  }
}

export function fitGate(data: readonly Labelled[]): Gate {
  const weights = new Float64Array(GATE_TABLES << GATE_BITS);
  const squares = new Float64Array(weights.length).fill(1);
  const labelled = data.map((one) => ({ text: one.text, labels: labelsOf(one) }));
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { text, labels } of labelled) {
      visit(text, (start, end) => {
        let sum = 0;
        for (const at of slots) sum += weights[at];
        const gradient = 1 / (1 + Math.exp(-sum)) - Number(labels.subarray(start, end).some(isPerson));
        for (const at of slots) {
          squares[at] += gradient * gradient;
          weights[at] -= (RATE * gradient) / Math.sqrt(squares[at]);
        }
      });
    }
  }
  return { weights: Int8Array.from(weights, (w) => Math.max(-127, Math.min(127, Math.round(w * STEPS)))), kanji: KANJI_LEAST, katakana: KATAKANA_LEAST };
}

export interface Sums {
  /** The most in each person's name that has any. */
  readonly people: number[];
  /** All others. */
  readonly others: number[];
}

/** What the gate says of texts that it was not learnt on, in kanji and in katakana. */
export function gateSums({ weights }: Gate, data: readonly Labelled[]): { kanji: Sums; katakana: Sums } {
  const sums = { kanji: { people: [] as number[], others: [] as number[] }, katakana: { people: [] as number[], others: [] as number[] } };
  for (const { text, people } of data) {
    const most = new Map<Span, number>();
    visit(text, (start, end) => {
      let sum = 0;
      for (let i = 0; i < GATE_WIDTH; i++) sum += weights[slots[i]];
      const person = people.find((one) => one.start < end && start < one.end);
      if (person !== undefined) most.set(person, Math.max(most.get(person) ?? -Infinity, sum));
      else sums[isKatakana(text.charCodeAt(start)) ? "katakana" : "kanji"].others.push(sum);
    });
    for (const [{ start }, sum] of most) sums[isKatakana(text.charCodeAt(start)) ? "katakana" : "kanji"].people.push(sum);
  }
  return sums;
}

/** Of the people, the share that passes the gate; of the rest, the share that passes as well. */
export function passRates({ people, others }: Sums, least: number): { people: number; others: number } {
  const share = (sums: readonly number[]): number => sums.filter((sum) => sum >= least).length / Math.max(1, sums.length);
  return { people: share(people), others: share(others) };
}

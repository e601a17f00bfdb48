/** What a run of kanji says in common words, places and titles: the explanation that a name has to be better than. Weights are log odds. */
import { titleAt } from "./name-cues.js";
import { isPlace, nameTrie, wordTier } from "./name-dictionary.js";
import { step } from "./trie.js";

/** Log odds of common words by tier, those of one character, and of a character that nothing explains. */
const WORD = [-9, -1.7, -1.1, -0.7];
const WORD_OF_ONE = [-9, -2.4, -2.1, -1.7];
const PLACE = -1.2;
const TITLE_WORD = -0.6;
const UNEXPLAINED = -3;
const LONGEST_WORD = 6;

/** Best explanation without a name of each beginning (`upTo`) and each end (`from`) of the run. */
export interface Plain {
  readonly upTo: Float64Array;
  readonly from: Float64Array;
}

/** Linear: at each character at most six words are tried. */
export function explainWithoutNames(text: string, start: number, end: number): Plain {
  const trie = nameTrie();
  const length = end - start;
  const upTo = new Float64Array(length + 1).fill(-Infinity);
  const from = new Float64Array(length + 1).fill(-Infinity);
  // weights[p * LONGEST_WORD + n - 1]: the word of n characters at p.
  const weights = new Float64Array(length * LONGEST_WORD).fill(-Infinity);
  for (let p = 0; p < length; p++) {
    weights[p * LONGEST_WORD] = UNEXPLAINED;
    let node = trie.roots[text.charCodeAt(start + p)];
    for (let n = 1; node !== 0 && n <= LONGEST_WORD && p + n <= length; n++) {
      const payload = trie.payload[node];
      const tier = wordTier(payload);
      let weight = tier > 0 ? (n === 1 ? WORD_OF_ONE : WORD)[tier] : -Infinity;
      if (isPlace(payload) && n >= 2) weight = Math.max(weight, PLACE);
      const at = p * LONGEST_WORD + n - 1;
      if (weight > weights[at]) weights[at] = weight;
      if (p + n < length) node = step(trie, node, text.charCodeAt(start + p + n));
    }
    const title = titleAt(text, start + p);
    if (title !== undefined && title.length >= 2 && title.length <= LONGEST_WORD && p + title.length <= length) {
      weights[p * LONGEST_WORD + title.length - 1] = TITLE_WORD;
    }
  }
  upTo[0] = 0;
  from[length] = 0;
  for (let p = 0; p < length; p++) {
    for (let n = 1; n <= LONGEST_WORD && p + n <= length; n++) {
      const total = upTo[p] + weights[p * LONGEST_WORD + n - 1];
      if (total > upTo[p + n]) upTo[p + n] = total;
    }
  }
  for (let p = length - 1; p >= 0; p--) {
    for (let n = 1; n <= LONGEST_WORD && p + n <= length; n++) {
      const total = from[p + n] + weights[p * LONGEST_WORD + n - 1];
      if (total > from[p]) from[p] = total;
    }
  }
  return { upTo, from };
}

/**
 * Names in one run of kanji. Every stretch that the dictionaries split into surname and given name competes with what the run says
 * as common words; titles, honorifics and the characters around the run add their evidence. All weights are log odds.
 */
import { labelBefore, labelPattern, type Labels } from "./labels.js";
import { bracketAfter, isHonorific, isOfficeOfAPlace, kanaHonorificAt, NAME_LABELS, titleAt, titleBefore } from "./name-cues.js";
import { givenTier, isPlace, isVerbalNoun, nameTrie, surnameTier, wordTier } from "./name-dictionary.js";
import { LONGEST_PART, oddsOfSplit } from "./name-split.js";
import { step } from "./trie.js";

export interface NameCandidate {
  readonly start: number;
  readonly end: number;
  readonly odds: number;
}

let labels: Labels | undefined;
const nameLabels = (): Labels => (labels ??= labelPattern(NAME_LABELS));
const LABEL_NEAR = 4;
/** Longer runs are taken in pieces; prose has none so long. */
export const LONGEST_RUN = 40;

/** Log odds of common words by tier, those of one character, and of a character that nothing explains. */
const WORD = [-9, -1.7, -1.1, -0.7];
const WORD_OF_ONE = [-9, -2.4, -2.1, -1.7];
const PLACE = -1.2;
const TITLE_WORD = -0.6;
const UNEXPLAINED = -3;
/** One stretch in some hundreds is a name, before anything is known of it. */
const PRIOR = -3;
/** Words that the dictionary lacks gain as much by being taken for a name as names do; no more than this counts. */
const MOST_GAIN = 3;
const LONGEST_WORD = 6;

/** Best explanation without a name of each beginning (`upTo`) and each end (`from`) of the run. */
interface Plain {
  readonly upTo: Float64Array;
  readonly from: Float64Array;
}

function explainWithoutNames(text: string, start: number, end: number): Plain {
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

/** Okurigana and する make the run a verb or an adjective; particles and full stops do not. */
const AFTER_A_NAME = new Set("はがをにのともへやでらかだ、。,.)」』】・\n\t:;/!?-\"'”’>|　＆&");

/** Log odds from what follows. @param given payload of the given name, where it may be a verbal noun */
export function evidenceBehind(text: string, end: number, given: number): number {
  if (end >= text.length) return 0.2;
  if (kanaHonorificAt(text, end)) return 3;
  const bracket = bracketAfter(text, end);
  if (bracket !== undefined) return bracket === "reading" ? 2.5 : 1.8;
  const char = text[end];
  const code = text.charCodeAt(end);
  if (code === 0x20) return titleAt(text, end + 1) !== undefined || kanaHonorificAt(text, end + 1) ? 1.5 : 0;
  if (code >= 0x3041 && code <= 0x3096) {
    if (isVerbalNoun(given) && (char === "さ" || char === "し" || char === "す" || char === "で")) return -2.5;
    if (char === "な") return text[end + 1] === "ど" ? 0.2 : -1.5;
    if (char === "さ" || char === "し" || char === "す") return -2;
    if (char === "た") return text[end + 1] === "ち" ? 0.5 : -1.5;
    return AFTER_A_NAME.has(char) ? 0.2 : -1.2;
  }
  if (code >= 0x30a1 && code <= 0x30fc) return char === "ら" ? 0 : -0.8;
  if (code >= 0x30 && code <= 0x39) return -0.6;
  return 0;
}

/** Whether a label such as 氏名: announces what begins at `start`. Cheap where a letter stands before, as it does in prose. */
export function isLabelled(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (!(before < 0x41 || before === 0x7c) || (before >= 0x30 && before <= 0x39)) return false;
  return labelBefore(text, start, nameLabels(), LABEL_NEAR) !== undefined;
}

/** Log odds from what stands before the run. */
export function evidenceBefore(text: string, start: number): number {
  if (start === 0) return 0.2;
  if (isLabelled(text, start)) return 3;
  const char = text[start - 1];
  const code = text.charCodeAt(start - 1);
  if (char === "の" || char === "、" || char === "・" || char === "は" || char === "(" || char === "\n" || char === "\t" || char === " ") return 0.2;
  if (char === "お" || char === "ご") return -2.5;
  if (isKanji(code) || titleBefore(text, start) !== undefined) return 0;
  if (code >= 0x30a1 && code <= 0x30fc) return -1;
  if (code >= 0x30 && code <= 0x39) return -1.2;
  return 0;
}

const isKanji = (code: number): boolean => code >= 0x3400 && code <= 0x9fff;

/** Inside the run: what the name is joined to on either side. */
function joinBefore(text: string, at: number): number {
  return titleBefore(text, at) !== undefined ? 1.2 : -2;
}

function joinBehind(text: string, at: number, end: number, place: boolean): number {
  const title = titleAt(text, at);
  if (title === undefined || at + title.length > end) return -3.2;
  // 日本医師会, 東京弁護士会
  if (text[at + title.length] === "会") return -3;
  if (place && (isOfficeOfAPlace(title) || !isHonorific(title))) return -1.5;
  return isHonorific(title) ? 3 : 1.4;
}

/** Stretches of the run that may be names, best first, with all evidence; none below even odds. */
export function kanjiNames(text: string, start: number, end: number): NameCandidate[] {
  const trie = nameTrie();
  const found: NameCandidate[] = [];
  let plain: Plain | undefined;
  const length = end - start;
  const total = (): number => (plain ??= explainWithoutNames(text, start, end)).upTo[length];
  let beforeRun: number | undefined;
  const consider = (from: number, at: number, to: number, own: number, given: number, place: boolean): void => {
    // 西武, 飛龍: two characters are a whole name only where something else says so.
    let odds = own + PRIOR - (to - from === 2 && at < to ? 2 : 0);
    if (odds < -3) return;
    odds += from === start ? (beforeRun ??= evidenceBefore(text, from)) : joinBefore(text, from);
    odds += to === end ? evidenceBehind(text, to, given) : joinBehind(text, to, end, place);
    if (odds < -2.5) return;
    const without = total();
    if (plain === undefined) return;
    odds += Math.min(MOST_GAIN, plain.upTo[from - start] + plain.from[to - start] - without);
    if (odds >= 0) found.push({ start: from, end: to, odds });
  };
  for (let from = start; from < end; from++) {
    let node = trie.roots[text.charCodeAt(from)];
    for (let at = from + 1; node !== 0 && at <= end && at - from <= LONGEST_PART; at++) {
      const surname = trie.payload[node];
      if (surnameTier(surname) > 0) {
        let given = at < end ? trie.roots[text.charCodeAt(at)] : 0;
        for (let to = at + 1; given !== 0 && to <= end && to - at <= LONGEST_PART; to++) {
          if (givenTier(trie.payload[given]) > 0) consider(from, at, to, oddsOfSplit(text, from, at, at, to), trie.payload[given], false);
          if (to < end) given = step(trie, given, text.charCodeAt(to));
        }
        const lone = loneOdds(text, from, at, end, surname);
        if (lone > -9) consider(from, at, at, lone, 0, isPlace(surname));
      }
      if (at < end) node = step(trie, node, text.charCodeAt(at));
    }
  }
  return withoutOverlaps(found);
}

/** A surname by itself is only looked at where somebody is addressed or named by it. */
function loneOdds(text: string, from: number, to: number, end: number, payload: number): number {
  const tier = surnameTier(payload);
  const addressed = to === end ? kanaHonorificAt(text, to) : titleAt(text, to) !== undefined;
  if (tier < 2 || !addressed) return -9;
  const length = to - from;
  return [0, 0, 1.4, 2.6][tier] - 0.8 * wordTier(payload) - (length === 1 ? 1.2 : 0) - (isPlace(payload) && to < end ? 0.4 : 0);
}

function withoutOverlaps(found: NameCandidate[]): NameCandidate[] {
  if (found.length < 2) return found;
  found.sort((a, b) => b.odds - a.odds);
  const kept: NameCandidate[] = [];
  for (const one of found) if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
}


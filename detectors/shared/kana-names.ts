/** Names in kana alone: foreign ones, readings, holders of accounts. */
import { isDigit, isHiragana, isKanji, isKatakana, toKatakana } from "../../src/text/characters.js";
import type { NameCandidate } from "./kanji-names.js";
import { bracketAfter, kanaHonorificAt, titleAt } from "./name-cues.js";
import { givenTier, isPlace, nameTrie, surnameTier, wordTier } from "./name-dictionary.js";
import { isLabelled } from "./name-evidence.js";
import { oddsOfSplit } from "./name-split.js";
import { afterSpaces } from "./spaced-name.js";
import { lookUp } from "./trie.js";
import { zenginHolderAt } from "./zengin.js";

/** The record's place for the holder of an account. */
const HOLDER_ODDS = 3.5;

/** What makes a foreign name the name of something else. */
const NOT_A_PERSON_AFTER = /^(?:社|賞|杯|島|山|川|湖|州|市|町|郡|県|国|大学|大統領選|学校|高校|病院|通り|駅|空港|橋|法|症|病|効果|製|号|級|型|城|家|店|部|系|式|語|人|派|座|線|戦|市場|王朝|帝国|教会|寺院|公園|スタジアム|銀行|財団|協会|研究所|事件|革命|時代|城|宮殿|聖堂|・)/u;
const KATAKANA_PARTS = /[ァ-ヴー]{2,12}(?:[・=＝][ァ-ヴー]{1,12}){1,3}/uy;

/** ジョン・スミス, サトウ ハナコ, スミス氏. */
export function katakanaName(text: string, start: number, end: number): NameCandidate | undefined {
  const length = end - start;
  if (length < 2 || length > 12) return undefined;
  if (isDigit(text.charCodeAt(start - 1))) {
    const holder = zenginHolderAt(text, start);
    if (holder !== undefined) return { ...holder, odds: HOLDER_ODDS };
  }
  const joiner = text[end];
  if (joiner === "・" || joiner === "=") return foreignName(text, start);
  if (text[start - 1] === "・" || text[start - 1] === "=") return undefined;
  const labelled = isLabelled(text, start);
  if (joiner === " ") {
    const reading = spacedReading(text, start, end, labelled);
    if (reading !== undefined) return reading;
  }
  if (isKanji(text.charCodeAt(start - 1))) return undefined;
  const title = titleAt(text, end);
  const addressed = title === "氏" || title === "様" || kanaHonorificAt(text, end) ? 1 : title !== undefined ? 0.5 : 0;
  // Most words of katakana are neither labelled nor addressed.
  if (addressed === 0 && !labelled) return undefined;
  const payload = lookUp(nameTrie(), text, start, end);
  const tier = Math.max(surnameTier(payload), givenTier(payload));
  if (labelled && length >= 4 && wordTier(payload) === 0) {
    let best = -9;
    for (let at = start + 2; at <= end - 2; at++) best = Math.max(best, oddsOfSplit(text, start, at, at, end));
    if (best > 0.5) return { start, end, odds: best + 1 };
  }
  if (addressed === 0 || wordTier(payload) > 0 || isPlace(payload)) return undefined;
  // 氏 is said of people only; companies, too, are called さん.
  if (tier === 0) return title === "氏" && length >= 3 ? { start, end, odds: 1.2 } : undefined;
  return { start, end, odds: [0, -0.4, 0.3, 0.7][tier] + addressed * 1.2 + (surnameTier(payload) >= 2 && givenTier(payload) >= 2 ? 0.4 : 0) };
}

function foreignName(text: string, start: number): NameCandidate | undefined {
  const before = text.charCodeAt(start - 1);
  if (text[start - 1] === "・" || text[start - 1] === "=" || isKanji(before)) return undefined;
  KATAKANA_PARTS.lastIndex = start;
  if (!KATAKANA_PARTS.test(text)) return undefined;
  const end = KATAKANA_PARTS.lastIndex;
  const parts = text.slice(start, end).split(/[・=＝]/u);
  const payloads = parts.map((part) => lookUp(nameTrie(), part, 0, part.length));
  const first = givenTier(payloads[0]);
  const last = payloads[payloads.length - 1];
  const lastTier = Math.max(surnameTier(last), givenTier(last));
  const words = payloads.filter((payload) => wordTier(payload) > 0 || isPlace(payload)).length;
  let odds = -0.9 + [0, 0.7, 1.5, 2][first] + [0, 0.6, 1.2, 1.6][lastTier] - 1.2 * words + (parts.length > 2 ? -0.3 : 0);
  const title = titleAt(text, end);
  if (title !== undefined || kanaHonorificAt(text, end)) odds += 2;
  else if (bracketAfter(text, end) === "years") odds += 2;
  else if (NOT_A_PERSON_AFTER.test(text.slice(end, end + 5))) odds -= 3;
  else if (isKanji(text.charCodeAt(end))) odds -= 1.5;
  return { start, end, odds };
}

/** サトウ ハナコ: Japanese names in their reading. */
function spacedReading(text: string, start: number, end: number, labelled: boolean): NameCandidate | undefined {
  const next = afterSpaces(text, end);
  let to = next;
  while (to < text.length && to - next <= 8 && isKatakana(text.charCodeAt(to))) to++;
  if (to - next < 2 || to - next > 8 || end - start > 8) return undefined;
  const written = oddsOfSplit(text, start, end, next, to);
  const parts = [text.slice(start, end), text.slice(next, to)].map(withSmallKana);
  const read = oddsOfSplit(parts.join(""), 0, parts[0].length, parts[0].length, parts.join("").length);
  const odds = Math.max(written, read) - 2 + (labelled ? 2.5 : 0);
  return odds > 0 ? { start, end: to, odds } : undefined;
}

/** シヨウタ, リヨウコ: banks' records have no small kana. */
const withSmallKana = (kana: string): string => kana.replace(/([キシチニヒミリギジビピ])([ヤユヨ])/gu, (_, first: string, second: string) => first + String.fromCharCode(second.charCodeAt(0) - 1));

/** さとう はなこ: only where a label announces it. */
export function hiraganaName(text: string, start: number, end: number): NameCandidate | undefined {
  if (end - start > 8 || end - start < 2 || !isLabelled(text, start)) return undefined;
  const next = afterSpaces(text, end);
  let to = next;
  if (next > end) while (to < text.length && to - next <= 8 && isHiragana(text.charCodeAt(to))) to++;
  const both = to > next ? text.slice(start, end) + text.slice(next, to) : text.slice(start, end);
  const kana = toKatakana(both);
  if (to > next) return { start, end: to, odds: oddsOfSplit(kana, 0, end - start, end - start, kana.length) + 0.5 };
  let best = -9;
  for (let at = 2; at <= kana.length - 2; at++) best = Math.max(best, oddsOfSplit(kana, 0, at, at, kana.length));
  return { start, end, odds: best };
}

/** Who stands right behind the word that says what he is to somebody: 長男叶羽（令和元年…）, 夫加賀徹, 保護者裕子, （妻・恵）, 祖父の弘が. */
import type { NameCandidate } from "./kanji-names.js";
import { givenTier, nameTrie, surnameTier, wordTier } from "./name-dictionary.js";
import { judgePersonName } from "./person-name.js";
import { lookUp } from "./trie.js";

const LONG = "長男 次男 二男 三男 四男 長女 次女 二女 三女 四女 祖父 祖母 実父 実母 養父 養母 義父 義母 義兄 義弟 保護者 配偶者 同居人".split(" ");
/** 父島, 母校, 弟子, 妻子: behind these a name has two characters and more, unless they begin a name themselves (妹尾, 妻木). */
const SHORT = "夫妻父母兄弟姉妹";
const A_NAME_ITSELF = 0.6;
const LONGEST_NAME = 6;
const BEHIND = /^(?:$|[(（)）、。・,/\t\n 」]|及び|および|と|の|は|が|を|に|も|へ|さん|ちゃん|くん|様|君)/u;
/** Log odds. */
const SURE = 3;
const LIKELY = 1.6;

/** By their first character. */
let relations: ReadonlyMap<number, readonly string[]> | undefined;

function relationsByFirst(): ReadonlyMap<number, readonly string[]> {
  const all = [...LONG, ...Array.from(SHORT)];
  return new Map(all.map((word) => [word.charCodeAt(0), all.filter((other) => other[0] === word[0])]));
}

/** The name in a run of kanji that begins with a relation. @param text normalised */
export function behindRelation(text: string, start: number, end: number): NameCandidate | undefined {
  relations ??= relationsByFirst();
  // Long ones come first.
  const relation = relations.get(text.charCodeAt(start))?.find((word) => text.startsWith(word, start));
  if (relation === undefined) return undefined;
  const at = start + relation.length;
  const isShort = relation.length === 1;
  if (end - at < (isShort ? 2 : 1) || end - at > LONGEST_NAME || !BEHIND.test(text.slice(end, end + 3))) return undefined;
  const payload = lookUp(nameTrie(), text, at, end);
  if (isShort && judgePersonName(text.slice(start, end)) >= A_NAME_ITSELF) return undefined;
  if (givenTier(payload) >= 2 && wordTier(payload) < 2) return { start: at, end, odds: end - at > 1 || givenTier(payload) === 3 ? SURE : LIKELY };
  return end - at > 2 && judgePersonName(text.slice(at, end)) >= 0.8 ? { start: at, end, odds: SURE } : undefined;
}

const RELATION_NO = /(?:祖父|祖母|父|母|夫|妻|息子|娘|長男|次男|三男|長女|次女|三女|兄|弟|姉|妹|孫|甥|姪)の$/u;
const IN_BRACKETS = /\((?:夫|妻|父|母|長男|次男|長女|次女|祖父|祖母|兄|弟|姉|妹|子|孫)[・:\/ ]$/u;
const FAMILY = /(?:ご家族|家族|同居家族|ごきょうだい|きょうだい|兄弟姉妹|お子様|お子さん|子ども|こども)[ :]{1,3}(?:[\p{Script=Han}々ぁ-ゖァ-ヴー]{1,5}[・、])?$/u;
const REACH = 20;
const [NO, DOT, COLON, SPACE, COMMA] = [0x306e, 0x30fb, 0x3a, 0x20, 0x3001];

/** A given name by itself that a relation stands before. @param text normalised; the run from `start` to `end` is all of it */
export function relativeAlone(text: string, start: number, end: number): NameCandidate | undefined {
  const before = text.charCodeAt(start - 1);
  if (before !== NO && before !== DOT && before !== COLON && before !== SPACE && before !== COMMA) return undefined;
  const payload = lookUp(nameTrie(), text, start, end);
  if (givenTier(payload) < 2 || wordTier(payload) >= 2 || !BEHIND.test(text.slice(end, end + 3))) return undefined;
  const front = text.slice(Math.max(0, start - REACH), start);
  // 娘の成人: what is said of relatives is a rare name as well.
  if (before === NO) return end - start > 1 && (givenTier(payload) === 3 || wordTier(payload) === 0) && RELATION_NO.test(front) && surnameTier(payload) < 3 ? { start, end, odds: LIKELY } : undefined;
  return IN_BRACKETS.test(front) || FAMILY.test(front) ? { start, end, odds: LIKELY } : undefined;
}

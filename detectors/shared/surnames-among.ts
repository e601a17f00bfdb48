/**
 * Surnames by themselves among private people: 田辺が保健室へ。, リーダー三浦に報告, お祝い金は早川まで, （承認 平井）. In a register, a report or a message a word that is
 * a common surname and nothing else is somebody; in an article it is as often a firm, a place or a work, so that there must be somebody private near.
 */
import { isKanji } from "../../src/text/characters.js";
import type { NameCandidate } from "./kanji-names.js";
import { isPlace, nameTrie, surnameTier, wordTier } from "./name-dictionary.js";
import { lookUp } from "./trie.js";

/** UTF-16 units from the next name of somebody private. */
const NEAR = 400;
const SHORTEST = 2;
const LONGEST = 3;
/** Log odds. Among private people nine in ten surnames were somebody in the tune half's documents. */
const SURE = 1.6;
const LIKELY = 1.2;

const SPACE = 0x20;
const ELSEWHERE = /[\p{Script=Latin}\dァ-ヴー々ヶ@_#%&*+=$<~-]/u;
/** Before a name without a space, as a title in kanji would be: リーダー三浦. */
const TITLE_IN_KATAKANA = /(?:^|[^ァ-ヴー])(?:リーダー|サブリーダー|フロント|レジ|オペレーター|トレーナー|コーチ|スタッフ|チーフ|マネージャー|マネジャー|サブ|ヘルパー|ドライバー|ケアマネ|ケアマネジャー|パート|バイト|アルバイト|キャプテン|メンバー)$/u;
/** Behind a surname in a sentence. */
const PARTICLE = /^(?:は|が|も|を|と(?!も|い)|に|へ|の|より|から|まで|宛|あて|です|でした|でございます|だ[。、]|って|、|。)/u;
/** Behind a surname that is a place's as well: who does something. */
const DOER = /^(?:が|も|より|まで(?:[。、)\n]|$|お?[連知問申]|ご[連報])|に(?:対|報告|確認|連絡|相談|提出|渡|依頼)|から(?:聴|聞|報|連|電話)|と同席)/u;
const ENDS_ITEM = /^(?: {0,3}$| {0,3}[\n\t→⇒/・)」』】|:]|[,、]| {2}| ?[(○×△◯])/u;
const OPENS_ITEM = /(?:^|[\n\t→⇒/・(「『【|:○×△◯、,])[ >]{0,4}$/u;
const OPENS_CLAUSE = /(?:^|[\n。、「(・\t ])$/u;
const KANA_BEFORE = /[ぁ-ゖ]$/u;
/** 谷口 クリニック, 松井(株): a firm is called so. */
const FIRM_BEHIND = /^ {0,2}(?:\(株\)|\(有\)|株式|有限|合同|合名|商店|商会|医院|病院|クリニック|歯科|薬局|建設|工業|産業|製作|電機|運輸|不動産|支店|営業所|事務所|証券|銀行|酒造|旅館|食堂|書店|ビル|ハイツ|コーポ|マンション|アパート|川|町|村|駅|線|店|家(?!族|内))/u;
const FIRM_BEFORE = /(?:\(株\)|\(有\)|株式会社|有限会社|合同会社|医療法人|学校法人) ?$/u;

/**
 * @param text normalised
 * @param people who are certain and private, in order
 * @param isFree whether nothing was found there yet
 */
export function surnamesAmong(text: string, people: readonly NameCandidate[], isFree: (start: number, end: number) => boolean): NameCandidate[] {
  const found: NameCandidate[] = [];
  let at = 0;
  for (const { start, end } of people) {
    at = Math.max(at, start - NEAR);
    const stop = Math.min(text.length, end + NEAR);
    while (at > 0 && at < stop && isKanji(text.charCodeAt(at - 1))) at++;
    while (at < stop) {
      if (!isKanji(text.charCodeAt(at))) {
        at++;
        continue;
      }
      const from = at;
      while (at < text.length && isKanji(text.charCodeAt(at))) at++;
      if (at - from < SHORTEST || at - from > LONGEST) continue;
      const odds = oddsAmong(text, from, at);
      if (odds > 0 && isFree(from, at)) found.push({ start: from, end: at, odds });
    }
  }
  return found;
}

function oddsAmong(text: string, start: number, end: number): number {
  const payload = lookUp(nameTrie(), text, start, end);
  if (surnameTier(payload) < 3 || wordTier(payload) > 1) return 0;
  const before = text.slice(Math.max(0, start - 10), start);
  const behind = text.slice(end, end + 10);
  if (ELSEWHERE.test(behind.slice(0, 1)) || FIRM_BEHIND.test(behind) || FIRM_BEFORE.test(before)) return 0;
  const isTitled = TITLE_IN_KATAKANA.test(before);
  if (!isTitled && ELSEWHERE.test(before.slice(-1))) return 0;
  const isItem = (isTitled || OPENS_ITEM.test(before)) && ENDS_ITEM.test(behind);
  if (isPlace(payload) || wordTier(payload) > 0) return isItem || ((isTitled || OPENS_CLAUSE.test(before) || KANA_BEFORE.test(before)) && DOER.test(behind)) ? LIKELY : 0;
  if (isItem) return SURE;
  if ((isTitled || OPENS_CLAUSE.test(before) || KANA_BEFORE.test(before)) && PARTICLE.test(behind)) return SURE;
  return before.charCodeAt(before.length - 1) === SPACE && ENDS_ITEM.test(behind) ? LIKELY : 0;
}

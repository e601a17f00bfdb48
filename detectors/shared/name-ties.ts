/**
 * What ties a name to somebody private, other than that it is a name. Articles, catalogues, programmes, histories and textbooks are full of
 * names, and have nothing of this: nobody is asked for his name there, addressed, told apart by age or reading, or to be reached. Forms,
 * letters, registers, minutes and messages have it sooner or later.
 */
import { isWholeInKana } from "./kana-roll.js";
import { bracketAfter, kanaHonorificAt } from "./name-cues.js";
import { contactBehind, isLabelled } from "./name-evidence.js";
import { bestSplit } from "./name-split.js";
import { surnameOnRoll } from "./surname-roll.js";
import { zenginHolderAt } from "./zengin.js";

/** 様 殿 君 先生 behind the name, and nothing that makes a word of it. */
const ADDRESSED = /^ {0,4}(?:様|殿|君|先生)(?![\p{Script=Han}ァ-ヴー])/u;
/** Where the title is taken for part of the name. */
const TITLED = /^(?:Mr|Mrs|Ms|Miss|Dr|MR|MRS|MS|DR)\.? /u;
/** 佐藤花子、45歳; 佐藤花子(女 35); 佐藤花子 印; 佐藤花子 昭和55年; 佐藤容疑者, 佐藤被告. */
const OF_SOMEBODY =
  /^ {0,6}(?:印(?!\p{Script=Han})|㊞|\((?:印|自署|署名)\)|[(、, ]{0,2}(?:満|当時)? ?\d{1,3}[歳才](?!以|未|児|か)|[(、, ]{1,2}[男女](?:性|子)?[、, )・]|容疑者|被告|受刑者|被害者|患者|と申します|といいます|と言います|(?:明治|大正|昭和|平成|令和)[元\d]{1,2}年(?:\d{1,2}月\d{1,2}日)?生|\d{4}年\d{1,2}月\d{1,2}日生)/u;

/** はい、佐藤です; 名前は佐藤花子です. */
const INTRODUCES = /^(?:です|でございます|と申|とい[いう]|と言)/u;
const OF_ONESELF = /(?:はい[、, ]?|もしもし[、, ]?|(?:私|わたし|わたくし)(?:は|、|,)?|(?:名前|氏名|本名|名字)は)$/u;

/** @param text normalised; the name stands in [start, end) */
export function isTied(text: string, start: number, end: number): boolean {
  if (isLabelled(text, start) || kanaHonorificAt(text, end) || bracketAfter(text, end) !== undefined || contactBehind(text, end) > 0) return true;
  if (FIXED_BEFORE.test(text.slice(start - 1, start)) && zenginHolderAt(text, start) !== undefined) return true;
  const behind = text.slice(end, end + 24);
  if (INTRODUCES.test(behind) && OF_ONESELF.test(text.slice(Math.max(0, start - 10), start))) return true;
  if (TITLED.test(text.slice(start, start + 8))) return true;
  return ADDRESSED.test(behind) || OF_SOMEBODY.test(behind) || surnameOnRoll(text, start, end) !== undefined;
}

/**
 * What private people do and have done to them, as headings and sentences beside their names say: they are on duty, come and stay away, owe, win
 * by lot, fall ill, move in. Organisers, makers and office holders do other things.
 */
const PRIVATE_LIFE =
  /当番|日直|係分担|入居|居住者|転入|転出|入室|退室|延滞|滞納|未納|未払|会費|集金|寄[付附]|香典|名札|迷子|欠席|出席者|遅刻|早退|出欠|名簿|部員|園児|児童|生徒|卒業生|在校生|保護者|同好会|サークル|少年団|自治会|町内会|隣組|子ども会|発表会|学芸会|運動会|劇「|配役|演劇部|合唱部|合奏部|当選|抽選|最優秀|入選|入賞|佳作|次点|合格者|内定|異動|シフト|出勤|休暇|有給|休職|面談|相談|通院|入院|退院|診察|患者|受診|検診|利用者|入所者|契約者|応募者|申込者|予約者|顧客|宿泊者|送迎|見舞|弔|葬|結婚|出産|ご報告|引き継ぎ|持ち回り|順番|割り当て|分担|アレルギー|除去食|エピペン|志望動機|志望校|面接官|進路希望|成績|給与|賞与|支給額|基本給|手当|扶養|源泉徴収|人事評価|支援会議|家庭訪問|不登校|生活保護|要介護|要支援|既往|服薬|処方|診断|ケアプラン|始末書|退職|採用|内々定|配属|職務経歴書|履歴書|エントリーシート|トーク履歴|座席表|席替え|班分け|部屋割|下駄箱|くつ箱|点呼|酒気|配員|人員配置|脱退届|退会届|未加入|カンパ/u;
const LIFE_BEFORE = 96;
const LIFE_BEHIND = 24;

/** Whether a sentence or a heading near a whole name is of private life. @param text normalised; the name stands in [start, end) */
export const isOfPrivateLife = (text: string, start: number, end: number): boolean => isWhole(text, start, end) && PRIVATE_LIFE.test(text.slice(Math.max(0, start - LIFE_BEFORE), end + LIFE_BEHIND));

/** What the different full names that are items of a list add up to where it is a roster: who takes part, is on duty or has won. */
export const ROSTER = 6;
const ITEM = 2;
/** 佐藤 花子: registers part surname and given name, articles do not. */
const PARTED_ITEM = 3;
const ITEM_BEFORE = /(?:^|[\n\t,、・/;:|…‥○●◎◆■※()「【】①-⑳㉑-㉟❶-❿]|\.\.|--| |(?:^|[ \n])\d{1,2})$/u;
const ITEM_BEHIND = /^(?: ?(?:さん|くん|ちゃん|氏|委員))?(?:$|[\n\t,、・/;|(…‥]| )/u;
/** Two of them beside each other. */
const LISTED_BEHIND = /^[、,・/] ?[\p{Script=Han}ァ-ヴ]/u;
const LISTED_BEFORE = /[\p{Script=Han}ぁ-ゖァ-ヴー][、,・/] ?$/u;
const FIXED_BEFORE = /\d$/u;
const FULL_IN_KANJI = 3;
const KANA_PAIR = /^[ァ-ヴーぁ-ゖ]{2,6} [ァ-ヴーぁ-ゖ]{2,6}$/u;
const KANA_RUN = /^(?:[ァ-ヴー]{5,12}|[ぁ-ゖー]{5,12})$/u;
const GIVEN_IN_KANA = /^[\p{Script=Han}々ヶ]{1,3} ?[ぁ-ん]{2,4}$/u;
const IN_KANJI = /^[\p{Script=Han}々ヶ]{1,4} ?[\p{Script=Han}々ぁ-ゖァ-ヴー]{1,5}$/u;
/** Log odds that the two parts are a surname and a given name. */
const IS_SPLIT = 0;

/** What a name adds to a roster: nothing where it is no whole Japanese name, or no item of a list. @param text normalised; the name stands in [start, end) */
export function shareOfRoster(text: string, start: number, end: number): number {
  if (!isWhole(text, start, end)) return 0;
  const before = text.slice(Math.max(0, start - 3), start);
  const behind = text.slice(end, end + 4);
  const share = text.slice(start, end).includes(" ") ? PARTED_ITEM : ITEM;
  if ((ITEM_BEFORE.test(before) && ITEM_BEHIND.test(behind)) || LISTED_BEHIND.test(behind) || LISTED_BEFORE.test(before)) return share;
  // The records of fixed width that banks exchange: 2017356ﾋｶﾞ ﾔｴｺ      0000.
  return FIXED_BEFORE.test(before) && behind.startsWith("  ") ? share : 0;
}

function isWhole(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end);
  if (name.length < FULL_IN_KANJI) return false;
  return KANA_PAIR.test(name) || (KANA_RUN.test(name) && isWholeInKana(name)) || GIVEN_IN_KANA.test(name) || (IN_KANJI.test(name) && (name.includes(" ") || bestSplit(text, start, end).odds > IS_SPLIT));
}

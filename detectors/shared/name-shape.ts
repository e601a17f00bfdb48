/**
 * How much a short term looks like one person's name, whoever's: for places where a label, an honorific or neighbours in a list have
 * said already that somebody is named there. So names that no dictionary has count too: 四月一日英明, 孫磊, ソムチャイ・ジャイディー.
 */
import { toKatakana } from "../../src/text/characters.js";
import { isPlace, katakanaTrie, isKatakanaWord, isPartOfNames, givenTier, nameTrie, surnameTier, wordTier } from "./name-dictionary.js";
import { titleAt } from "./name-cues.js";
import { bestSplit, oddsOfSplit } from "./name-split.js";
import { explainWithoutNames } from "./plain-words.js";
import { lookUp } from "./trie.js";

/** Nothing that looks like this is anybody. */
export const NOBODY = -9;
const LONGEST = 20;

/** Families of China and Korea, one character each. */
const CONTINENTAL = new Set("王李張劉陳楊黄趙周呉徐孫朱馬胡郭林何高羅鄭梁謝宋唐許鄧韓馮曹彭曾肖田董潘袁蔡蒋余于杜葉程魏蘇呂丁沈任姚盧傅鐘姜崔譚廖范汪陸金石戴賈韋夏邱方侯鄒熊孟秦白江閻薛尹段雷黎史陶賀顧毛郝龔邵万銭覃武莫孔向湯朴申権安柳洪全文裴南河兪成車具禹池元千玄咸廉辺秋都魯愼吉延表明奇房卞孙张刘陈杨赵吴马罗郑谢许邓韩冯苏吕卢姚谭陆贾邹闫龙");
/** Those of two. */
const CONTINENTAL_PAIRS = new Set("欧陽 司馬 諸葛 上官 南宮 皇甫 鮮于 独孤 夏侯 司徒 東方 西門 令狐 公孫 慕容 宇文 長孫".split(" "));

/** Ends of offices, bodies, works, places and notes. */
const ENDS_A_THING = /(?:[会部課室局所店社園院館団係者名長員師官士班組校区市町村県府省庁署隊党軍式書票類費額料代数率量品物器機材金券証版号級期度賞杯展祭的性用型製作業学科系線駅橋道港山川島丘岳城寺宮塔跡]|先|物件|一同|各位|御中|関係者|担当者|委員|職員|住民|会員|役員|名簿|一覧|以上|以下|合計|小計|不明|未定|欠席|出席|同上|該当|有無|本人|代理|家族|続柄|大人|子供|子ども|全員)$/u;
/** They end names as well, where a common given name stands. */
const ENDS_A_NAME_TOO = /(?:数|宮|里|山|川|島|丘|城|橋|港|道|武|金|級|期|代|岳|作|学|士|長)$/u;
/** Words of forms. */
export const HAS_A_THING = /架電|人宅$|株式|有限|建設|工務店|鉄工|製作所|酒造|薬局|歯科|合同会|法人|組合|協会|大学|高校|病院|医院|銀行|商店|工業|商事|不動産|支店|営業|本部|本社|事務|委員会|様式|住所|電話|氏名|名前|年齢|性別|生年|日付|記入|記載|必須|任意|別紙|添付|参照|予定|連絡|問合|受付|自治|教育|管理|総務|企画|経理|人事|広報|福祉|市役所|役場|町内|自署|署名|押印|捺印|印鑑|本籍|住居|職業|国籍|続柄|所在地|電話|勤務|学校|金額|日付|備考|摘要|全角|半角|大文字|小文字|漢字|楷書|英字|活字|自筆|直筆|代筆|省略|匿名|非公開|公開|可能|不可|希望|不要|なし|あり|有り|無し|ビル|ハイツ|コーポ|メゾン|ヴィラ|マンション|アパート|レジデンス|彗星|流星|惑星|定理|補題|百景|屏風|絵巻|人形|土師|須恵|瓦器|如来|菩薩|明王/u;

const KANJI_NAME = /^[\p{Script=Han}々ヶヵノ]+(?:[ぁ-ゖ]{1,5}|[ァ-ヴー]{1,5})?[\p{Script=Han}々]?$/u;
const SPACED_NAME = /^(?:[\p{Script=Han}々ヶノ]{1,5}|[ァ-ヴー]{2,8}|[ぁ-ゖ]{1,7}) {1,4}(?:[\p{Script=Han}々]{1,5}[ぁ-ゖァ-ヴー]{0,4}|[ぁ-ゖー]{1,6}[\p{Script=Han}]?|[ァ-ヴー]{1,8}[\p{Script=Han}]?)$/u;
const SPREAD_NAME = /^[\p{Script=Han}々ぁ-ゖァ-ヴー](?: {1,4}[\p{Script=Han}々ぁ-ゖァ-ヴー]){2,6}$/u;
/** 国 数 英, 月 火 水, 男 女 計: what heads narrow columns. */
export const IN_A_HEAD = /^[国数英理社算体音図美技家保道総外生物化地歴倫政情月火水木金土日男女計有無可否良優甲乙丙丁上中下左右東西南北春夏秋冬年前後正副大小 ]+$/u;
const FOREIGN_NAME = /^[ァ-ヴー]{1,12}(?:[・= ]{1,2}[ァ-ヴー]{1,12}){1,4}$/u;
const KANA = /^[ァ-ヴーぁ-ゖ]+$/u;

/** What common words lose, or win, to the name: nats, at most so many. */
const GAIN = 0.5;
const MOST_GAIN = 2.5;
/** What a stretch of words of two characters each costs by itself: no evidence either way. */
const USUAL_COST = 3;

/**
 * Log odds that the term is a person's name, where as many terms are names as are not.
 * @param term normalised, without honorific; spaces only between its parts
 */
export function oddsOfShape(term: string): number {
  if (term.length < 2 || term.length > LONGEST) return NOBODY;
  if (SPREAD_NAME.test(term)) return IN_A_HEAD.test(term) ? NOBODY : ofKanji(term.replaceAll(" ", "")) + 0.5;
  if (FOREIGN_NAME.test(term) && !isJapaneseReading(term)) return ofForeign(term);
  if (SPACED_NAME.test(term)) return ofParts(term);
  if (KANA.test(term)) return ofKana(term);
  return KANJI_NAME.test(term) ? ofKanji(term) : NOBODY;
}

const isTitle = (word: string): boolean => word.length > 1 && titleAt(word, 0) === word;
const payloadOf = (word: string): number => lookUp(nameTrie(), word, 0, word.length);

function ofKanji(term: string): number {
  const { length } = term;
  if (length > 8) return NOBODY;
  const whole = payloadOf(term);
  const kanaFrom = term.search(/[ぁ-ゖァ-ヴー]/u);
  let odds = length <= 7 ? bestSplit(term, 0, length).odds : NOBODY;
  if (kanaFrom > 0) odds = Math.max(odds, ofUnknownKana(term, kanaFrom));
  else odds = Math.max(odds, ofUnknownParts(term));
  if (HAS_A_THING.test(term) || NO_GIVEN_NAME.test(term)) return Math.min(odds, 0) - 4;
  if (ENDS_A_THING.test(term) && !(odds > 1 && ENDS_A_NAME_TOO.test(term))) odds = Math.min(odds, 1) - 3;
  if (odds < 1) odds -= (wordTier(whole) > 0 ? 2 + wordTier(whole) : 0) + (isPlace(whole) ? 2 : 0);
  const plain = explainWithoutNames(term, 0, length).upTo[length];
  return odds + GAIN * Math.max(-MOST_GAIN, Math.min(MOST_GAIN, -plain - USUAL_COST));
}

/** 山本まで, 佐藤です */
const NO_GIVEN_NAME = /(?:まで|から|より|など|です|だけ|ほか|さん|さま|くん|のみ|では|でも|には|とは|への|との|にて|ます|した|して|する|される|れる|られ|ない|たい|たち|ども|こと|もの|とき|ため|ごと|を)$/u;

/** 関口マリ, 首藤れい, 浜田えり子: a word in kana is a given name where a surname stands before it. */
function ofUnknownKana(term: string, from: number): number {
  if (NO_GIVEN_NAME.test(term)) return NOBODY;
  const kana = term.slice(from);
  const given = givenTier(payloadOf(kana));
  // 新規モジュール
  if (given === 0 && kana.length >= SHORTEST_WORD && isKatakanaWord(lookUp(katakanaTrie(), kana, 0, kana.length))) return NOBODY;
  return (surnameTier(payloadOf(term.slice(0, from))) > 0 ? 0 : -1.2) + [-1.6, 0.2, 0.6, 1][given];
}

const SHORTEST_WORD = 4;

/** A family of the continent, or one that no dictionary has before a given name that they have. */
function ofUnknownParts(term: string): number {
  const { length } = term;
  let odds = NOBODY;
  if (length === 2 || length === 3) odds = CONTINENTAL.has(term[0]) ? -0.2 : NOBODY;
  if (length >= 3 && length <= 4 && CONTINENTAL_PAIRS.has(term.slice(0, 2))) odds = 0.5;
  for (let at = 1; at <= Math.min(5, length - 1); at++) {
    const given = givenTier(payloadOf(term.slice(at)));
    if (given >= 2) odds = Math.max(odds, (given === 3 ? 0 : -0.6) - (length - at === 1 ? 1 : 0) - (at === 1 ? 0.6 : 0));
  }
  for (let at = 1; at <= Math.min(5, length - 1); at++) {
    const surname = surnameTier(payloadOf(term.slice(0, at)));
    if (surname >= 2 && length - at <= 3) odds = Math.max(odds, (surname === 3 ? -0.2 : -0.8) - (at === 1 ? 0.6 : 0));
  }
  return odds;
}

/** What somebody is, and not what somebody is called. */
const SAYS_WHO = /^(?:.+[者人主員客生]|[長次二三四][男女]|妻|夫|父|母|兄|弟|姉|妹|孫|祖父|祖母|叔父|叔母|伯父|伯母|配偶者)$/u;

/** 金参萬円　能見正一 */
const IN_YEN = /[円圓]也?$/u;

function ofParts(term: string): number {
  const [surname, given] = term.split(/ +/u);
  // 担当 山本, 佐藤 部長, 居住者 榎本, 長女 恵子
  if (IN_YEN.test(surname) || isTitle(surname) || isTitle(given) || (SAYS_WHO.test(surname) && surnameTier(payloadOf(surname)) === 0)) return NOBODY;
  const joined = KANA.test(term.replaceAll(" ", "")) ? toKatakana(surname + given) : surname + given;
  // 本 籍, 住 居: a label that is spread over its column.
  if (HAS_A_THING.test(joined) || (joined.length === 2 && wordTier(payloadOf(joined)) > 0)) return NOBODY;
  const odds = Math.max(-1.2, oddsOfSplit(joined, 0, surname.length, surname.length, joined.length), ofUnknownParts(joined) + 0.3);
  // 別紙 参照, 屋外 広場: two words.
  const words = (surname.length > 1 ? wordTier(payloadOf(surname)) : 0) + (given.length > 1 ? wordTier(payloadOf(given)) : 0);
  return odds + 0.8 - (odds < 1 ? 0.6 * words : 0) - (odds < 1 && ENDS_A_THING.test(given) && given.length > 1 ? 2 : 0);
}

const isJapaneseReading = (term: string): boolean => {
  const parts = term.split(" ");
  return parts.length === 2 && oddsOfSplit(parts.join(""), 0, parts[0].length, parts[0].length, parts.join("").length) > 0;
};

function ofForeign(term: string): number {
  let odds = -0.2;
  for (const part of term.split(/[・= ]+/u)) {
    const payload = lookUp(katakanaTrie(), part, 0, part.length);
    if (isPartOfNames(payload)) odds += 0.9;
    else if (isKatakanaWord(payload)) odds -= 1.6;
    else if (payload !== 0) odds -= 0.5;
  }
  return odds;
}

/** サトウハナコ, さとうはなこ: no space says where the one part ends. */
function ofKana(term: string): number {
  const kana = toKatakana(term);
  const payload = lookUp(katakanaTrie(), kana, 0, kana.length);
  if (isKatakanaWord(payload)) return NOBODY;
  let odds = kana.length < 4 ? NOBODY : -2.5;
  for (let at = 2; at <= kana.length - 2; at++) {
    const split = oddsOfSplit(kana, 0, at, at, kana.length);
    odds = Math.max(odds, split > NOBODY ? split : NOBODY);
  }
  return odds - (wordTier(payloadOf(term)) > 0 ? 3 : 0);
}

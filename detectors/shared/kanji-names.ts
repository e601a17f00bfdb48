/**
 * Names in one run of kanji. Every stretch that the dictionaries split into surname and given name competes with what the run says
 * as common words; titles, honorifics and the characters around the run add their evidence. All weights are log odds.
 */
import { isHonorific, kanaHonorificAt } from "./name-cues.js";
import { givenTier, isPlace, nameTrie, surnameTier, wordTier } from "./name-dictionary.js";
import { evidenceBefore, evidenceBehind, fillsField, honestTitleAt, isLabelled, joinBefore, joinBehind } from "./name-evidence.js";
import { LONGEST_PART } from "./name-split.js";
import { explainWithoutNames, type Plain } from "./plain-words.js";
import { step } from "./trie.js";

export interface NameCandidate {
  readonly start: number;
  readonly end: number;
  readonly odds: number;
  /** The whole name of whom a part of it names here. */
  readonly of?: string;
}

/** Longer runs are taken in pieces; prose has none so long. */
export const LONGEST_RUN = 40;

/** Log odds of a full name in running text by tier and length of its parts: one, two, three and more characters. */
const SURNAME = [[], [-0.8, -0.6, -0.1], [-0.7, 0.6, 0.3], [-0.6, 1.2, 1]];
const GIVEN = [[], [-1.4, -0.2, 0.1], [-1, 0, 0.4], [-0.6, 0.7, 0.6]];
const GIVEN_IS_WORD = [0.4, 0.1, -0.5, -2.2];
const WHOLE_IS_WORD = [0, -0.8, -1.6, -1.9];
const BY_LENGTH = [-9, -9, -3, -1.2, -0.9, 0.1, 0.5, 0.5, 0.5];
/** One stretch in some dozens that the dictionaries could split is a name, before anything else is known of it. */
const PRIOR = -3;
/** Each nat (log odds) that common words lose to the name counts so much, up to so many: words that the dictionary lacks lose as much. */
const GAIN = 0.78;
const MOST_GAIN = 6;
const FILLS_FIELD = 1.8;
/** Behind a cell that is a municipality stands its town, or somebody of a common name who lives there. */
const BEHIND_A_MUNICIPALITY = 2.5;
/** A given name known from one source, where it or the uncommon surname before it is a word of newspapers: 東山公園, 豚角煮. */
const RARE_PAIR_IS_WORD = 1.5;

function oddsInText(surname: number, surnameLength: number, given: number, givenLength: number, whole: number, firstChar: string, lastChar: string): number {
  const surnameIs = surnameTier(surname);
  const givenIs = givenTier(given);
  let odds = PRIOR + SURNAME[surnameIs][Math.min(3, surnameLength) - 1] + GIVEN[givenIs][Math.min(3, givenLength) - 1];
  odds += BY_LENGTH[surnameLength + givenLength] + WHOLE_IS_WORD[wordTier(whole)];
  const word = GIVEN_IS_WORD[wordTier(given)];
  odds += givenIs === 3 ? Math.max(-0.4, word) : word;
  if (givenIs === 1 && (wordTier(given) === 2 || (surnameIs < 3 && wordTier(surname) >= 2))) odds -= RARE_PAIR_IS_WORD;
  // 長谷川, 美智子: a surname or a given name by itself is also somebody.
  odds += 0.5 * Math.max(surnameTier(whole), givenTier(whole));
  if (LANDMARKS.has(lastChar)) odds -= givenLength === 1 ? (givenIs === 3 ? 1.2 : 2.5) : givenIs === 1 ? 1.5 : 0;
  if (surnameIs < 3 && HEADS_OF_COMPOUNDS.has(firstChar)) odds -= 1;
  return odds;
}

/** What a family's name is followed by over the door: 村尾酒造, 中村歯科. */
const TRADES = new Set(
  ("酒造 酒店 酒蔵 醸造 農園 農場 牧場 果樹 温泉 神社 公園 緑地 広場 城跡 古墳 遺跡 団地 会館 市場 工房 茶屋 茶舗 製菓 製麺 製茶 製紙 製薬 製材 書房 書店 文庫 産業 工業 工務 商事 商会 商店 物産 水産 " +
    "食品 交通 運輸 運送 建設 建築 建材 土木 造園 設備 電気 電機 電器 電工 塗装 板金 鉄工 金属 石材 石油 木材 家具 呉服 理容 美容 薬局 薬品 化学 鉄道 銀行 証券 保険 新聞 放送 出版 印刷 写真 病院 医院 歯科 眼科 内科 外科 " +
    "学園 学院 高校 教室 道場 体操 自動 観光 旅館 食堂 弁当 漆器 陶器 陶芸 味噌 醤油 養蜂 支店 本店 支部 本部 分館 別館").split(" "),
);

/** 松本城, 中野駅: as given names they are rare. */
const LANDMARKS = new Set("城駅川山島港橋寺社院店館園校部課町村市区県藩郡塚坂崎池谷沢浜湾峠岬滝湖沼森林原門宮堂閣荘邸家軍線道台丘");
const HEADS_OF_COMPOUNDS = new Set("第各全本同当旧約毎再未非無不最超総元現副前後翌昨今来対反被準");

/** Stretches of the run that may be names, in order, with all evidence; none below even odds. */
export function kanjiNames(text: string, start: number, end: number): NameCandidate[] {
  const trie = nameTrie();
  const found: NameCandidate[] = [];
  const length = end - start;
  let plain: Plain | undefined;
  let beforeRun: number | undefined;
  let fills: boolean | undefined;
  const consider = (from: number, to: number, own: number, given: number, place: boolean): void => {
    // No gain in the world would lift it.
    if (own < -6.5) return;
    if (given !== 0 && to - from > 3 && TRADES.has(text.slice(to - 2, to))) return;
    let odds = own + (from === start ? (beforeRun ??= evidenceBefore(text, from)) : joinBefore(text, from));
    if (odds < -7) return;
    if (from === start && givenTier(given) < 3 && isBehindMunicipality(text, from)) odds -= BEHIND_A_MUNICIPALITY;
    odds += to === end ? evidenceBehind(text, to, given) : joinBehind(text, to, end, place);
    if (from === start && to === end && given !== 0) odds += (fills ??= fillsField(text, start, end)) ? (wordTier(given) > 0 && givenTier(given) < 3 ? 0 : FILLS_FIELD) : 0;
    if (odds < -GAIN * MOST_GAIN) return;
    plain ??= explainWithoutNames(text, start, end);
    odds += GAIN * Math.min(MOST_GAIN, plain.upTo[from - start] + plain.from[to - start] - plain.upTo[length]);
    if (odds >= 0) found.push({ start: from, end: to, odds });
  };
  for (let from = start; from < end; from++) {
    let node = trie.roots[text.charCodeAt(from)];
    for (let at = from + 1; node !== 0 && at <= end && at - from <= LONGEST_PART; at++) {
      const surname = trie.payload[node];
      if (surnameTier(surname) > 0) {
        // Two characters are never taken for a surname and a given name: 西武, 飛竜.
        let given = length >= 3 && at < end ? trie.roots[text.charCodeAt(at)] : 0;
        // The stretch as a whole, along the same path.
        let whole = node;
        for (let to = at + 1; given !== 0 && to <= end && to - at <= LONGEST_PART; to++) {
          if (whole !== 0) whole = step(trie, whole, text.charCodeAt(to - 1));
          const payload = trie.payload[given];
          if (givenTier(payload) > 0) consider(from, to, oddsInText(surname, at - from, payload, to - at, trie.payload[whole], text[from], text[to - 1]), payload, false);
          if (to < end) given = step(trie, given, text.charCodeAt(to));
        }
        const lone = loneOdds(text, from, at, start, end, surname);
        if (lone > -9) consider(from, at, lone, 0, isPlace(surname));
      }
      if (at < end) node = step(trie, node, text.charCodeAt(at));
    }
  }
  return withoutOverlaps(found);
}

const isBehindMunicipality = (text: string, at: number): boolean => text[at - 1] === "\t" && at > 3 && "市区郡町村".includes(text[at - 2]);

/** 皆様, 神様, お客様, 奥さん, 王様: surnames to the dictionaries, nobody by name. */
export const ADDRESSED_BUT_UNNAMED = new Set("皆神仏王客奥姫殿爺婆父母兄姉嫁娘主貴何誰上下外内子孫君尼僧帝妃馬猫犬熊猿鬼象亀雀星月日雪山川海空木花虫魚鳥石車家町村人女男童店町長");

/** 大家さん, お地蔵さん, 阪神さん: what is spoken of so, though somebody is called it. */
export const SPOKEN_OF_WITH_SAN: ReadonlySet<string> = new Set(
  ("仲居 大家 元請 下請 石屋 畳屋 父母 仲間 上司 児童 新聞 阪神 中日 西武 楽天 日立 東芝 名無 匿名 行司 帽子 白髪 神主 宮司 地蔵 稲荷 天神 観音 弁天 恵比寿 庚申 氏神 荒神 聖天 祇園 不動 水神 薬師 番頭 家主 地主 亭主 女将 " +
    "若旦 下宿 役場 郵便 水道 相手 先方 当方 両親 親戚 親族 身内 近所 隣家 常連 新人 素人 玄人 達人 名人 職人 主役 脇役 裏方 黒子 黒衣").split(" "),
);

/** What people are called by what they do. */
const TRADE = /[屋工者員師官]/u;

/** A surname by itself is only looked at where somebody is addressed or named by it: 佐藤さん, 佐藤部長, 担当: 佐藤. */
function loneOdds(text: string, from: number, to: number, start: number, end: number, payload: number): number {
  const tier = surnameTier(payload);
  if (tier < 2 && !(tier === 1 && to - from >= 2 && wordTier(payload) <= (to - from > 2 ? 1 : 0) && kanaHonorificAt(text, to))) return -9;
  const title = to < end ? honestTitleAt(text, to, end) : undefined;
  const honoured = to === end ? kanaHonorificAt(text, to) : title !== undefined && isHonorific(title);
  const labelled = from === start && to === end && isLabelled(text, start);
  if (!honoured && !labelled && title === undefined) return -9;
  if (to - from === 1 ? ADDRESSED_BUT_UNNAMED.has(text[from]) : honoured && SPOKEN_OF_WITH_SAN.has(text.slice(from, to))) return -9;
  // 大工さん, 本屋さん; but 土屋さん.
  if (tier < 3 && honoured && wordTier(payload) > 0 && TRADE.test(text[to - 1])) return -9;
  const common = tier === 3 ? 0.5 : 1;
  let odds = [0, -1.2, -1.4, -0.2][tier] - 0.8 * common * wordTier(payload) - (to - from === 1 ? common : 0);
  if (isPlace(payload)) odds -= honoured ? 0 : labelled ? 1.5 : 0.4;
  return odds + (labelled && tier === 3 ? 0.6 : 0);
}

function withoutOverlaps(found: NameCandidate[]): NameCandidate[] {
  if (found.length < 2) return found;
  found.sort((a, b) => b.odds - a.odds);
  const kept: NameCandidate[] = [];
  for (const one of found) if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
}


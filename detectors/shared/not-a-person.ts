/** Names that are places, schools' teams or things, as lists and tables of those have them: what the dictionaries split into two parts of a name. */
import { isCalledAfterSomebody } from "./called-after.js";
import { headingsAbove } from "./column-heading.js";
import { placeEnd, TOWN, MUNICIPALITY } from "./gazetteer.js";
import { isMakeBelieve } from "./make-believe.js";
import { kanaHonorificAt, titleAt } from "./name-cues.js";
import { isPlace, nameTrie } from "./name-dictionary.js";
import { isLabelled } from "./name-evidence.js";
import { judgePersonName } from "./person-name.js";
import { thingOf } from "./thing-headings.js";
import { lookUp } from "./trie.js";

/** Where a cell, a quoted string or an item of a list begins. */
const FIELD = /["'\t\n,[、・]/u;
const LONGEST_TOWN = 8;
/** 丸亀城西, 観音寺一, 坂出商: a school is its town and the side, number or trade. */
const SIDE_OF_A_TOWN = /^(?:城[東西南北]|[東西南北中央]{1,2}|第?[一二三四五]|[商工農水]業?|高専|総合|中等)$/u;
const LONGEST_TOWN_OF_A_SCHOOL = 4;
/** 太郎, 花子 and what is called after them: by themselves they are in titles and on products. */
const FIGURES = new Set("太郎 花子 次郎 一太郎 桃太郎 金太郎 弥生 桜子 福子 佐藤錦 三郎 五郎 四郎 久方 伊藤忠 丸紅".split(" "));
const REGIONS_BEHIND = /^ ?(?:の?各?(?:地区|地域|校区|学区|集落|方面|沿岸|地方|支所|出張所)|の各[町村区地]|地内|付近|周辺|産(?![まむ業休婦後前科]))/u;

/** 純喫茶 由紀, らーめん 山岡家: a part of a name behind what a shop sells. */
const SHOP_BEFORE = /(?:喫茶|カフェ|珈琲|[らラ]ーめん|ラーメン|うどん|そば|蕎麦|居酒屋|食堂|スナック|バー|寿司|鮨|焼肉|焼鳥|焼き鳥|レストラン|ビストロ|酒場|割烹|料亭|旅館|民宿|ペンション|ホテル|ベーカリー|菓子|和菓子|洋菓子|美容室|理容|ヘアサロン|の店|亭|茶屋|屋台|弁当|定食|餃子|お好み焼き?|カレー|ピザ|鉄板焼き?|陶房|工房|窯|アトリエ|ギャラリー|画廊|サロン|写真館|生花|花店|農園|果樹園|牧場|パン|ケーキ|洋食|和食|中華|旅荘|ゲストハウス|キャンプ場|クラブ|パブ|スタジオ) ?$/u;
const SHOP_INSIDE = /^(?:店|館|亭|庵) /u;
/** The shop's kind taken for a surname: 陶房 美也子, バー マリコ. */
const IS_A_SHOP = /^(?:陶房|工房|喫茶|純喫茶|珈琲|バー|スナック|寿司|鮨|食堂|酒場|割烹|料亭|旅館|民宿|画廊|生花|農園|窯|焼肉|焼鳥|居酒屋|美容室|理容|カフェ|レストラン|パブ|クラブ|サロン|アトリエ|ギャラリー|スタジオ|ペンション|ホテル|民泊|ビストロ|パティスリー|ブーランジェリー|トラットリア|リストランテ|オステリア|ヘアー?サロン|ラウンジ|ベーカリー|ハウス|メゾン)[ ・]/u;
/** 津田の松原, 長谷川の滝: a place in the landscape. */
const LANDSCAPE_BEHIND = /^の(?:松原|浜|里|滝|丘|森|池|海|谷|湯|宿|湊|岬|渓谷|郷|杜|棚田|渡し|砂丘|洞窟|石垣|城|宮|大[木楠杉銀]|桜並木|名水|湧水|鼻|瀬戸)/u;
const IS_LANDSCAPE = /^(?:松原|浜|里|滝|丘|森|池|谷|湊|岬|郷|杜|松|桜|楠|杉)$/u;
/** 大島紬 龍郷, 佐賀錦: what a craft makes. */
const IS_A_CRAFT = /^(?:\p{Script=Han}{2,3}(?:紬|絣|漆器|和紙|茶碗|茶器|張子|提灯|団扇) |\p{Script=Han}{2}錦(?: |$)|(?:木目込|立雛|兜飾り|親王飾り|五月人形|羽子板|市松人形))/u;
/** 引田 アジ: a place and what is caught, grown or seen there. */
const PLACE_AND_WORD = /^(\p{Script=Han}{2,4}) {1,3}([ァ-ヴー]{2,8})$/u;
/** Of names that children are given, how many were: 第2位 陽葵 179人. */
const RANK_BEFORE = /(?:第?\d{1,3}位|No\.?\d{1,3}|^\d{1,3})[ ,\t:]{1,4}$/u;
const COUNT_BEHIND = /^[ ,\t(]{1,4}約?[\d,]{1,9} ?(?:人|名(?!様)|票|世帯)/u;
/** 福島 雪 in a forecast. */
const WEATHER = /^\p{Script=Han}{2,3} ?[雪雨晴曇]$/u;
const FORECAST = /晴れ|曇り|くもり|快晴|℃|降水|天気|予報|のち|時々/u;
/** 半沢直樹(再), 20:00 古畑任三郎[字]: a broadcast. */
const BROADCAST_BEHIND = /^(?: ?[([【](?:再|字|デ|二|解|新|終|吹|S|映|前編|後編|最終回|生|HV|多|手|天|スペシャル|再放送)[)\]】])/u;
/** Readings to be written into brackets, and what is said in examples: 山本さんちの犬(   ), 問1 佐藤さんは3個. */
const BLANK_BEHIND = /^[^\n]{0,30}(?:[(（][ 　]{2,}[)）]|_{3,})/u;
const EXERCISE = /(?:書きなさい|答えなさい|求めなさい|選びなさい|(?:^|\n)[ \t]{0,4}(?:問題?|例題|設問|演習|練習|例文|会話|Q)[ \t]?(?:\d{1,2}|[一二三四五六七八九十①-⑳])?[ \t.:)】、][^\n]{0,80}|例文[ :][^\n]{0,60})$/u;
const EXERCISE_ABOVE = /(?:書きなさい|答えなさい|求めなさい|選びなさい|読みを書|直しなさい)/u;
/** 【ヨコのカギ】 of a crossword, above its clues. */
const CLUES_ABOVE = /(?:タテ|ヨコ|縦|横)の?(?:カギ|かぎ|鍵)[^【]*$/u;
/** 係合孔(11) in a patent: the number is the part's. */
const REFERENCE_BEHIND = /^ ?\(\d{1,4}[a-z]?\)/u;
const OF_A_PATENT = /請求項|前記/u;
/** 豊田さんちの卵 10個 258円 */
const SOLD_BEHIND = /^さん[ちの家][^\n]{1,16} ?[^\n]{0,16}\d ?円/u;
const EXERCISE_REACH = 200;
/** 新婦友人 里中様, 原告訴訟代理人弁護士: what somebody is to another, whose name stands behind it. */
const RELATES_TO_A_PARTY = /^(?:新[郎婦](?:友|恩|兄|弟|姉|妹|父|母|叔|伯|祖|従|上司|同僚|親族|主賓|来賓|側|職場|勤務)|(?:原告|被告|被告人|申立人|相手方|債権者|債務者|抗告人|控訴人|被控訴人|上告人|請求人|被害者|加害者)(?:ら)?(?:訴訟|指定|代理|弁護|特別|法定|補助|参加))/u;
/** What forms call somebody. */
const IS_A_ROLE = /^(?:(?:申込|申請|届出|請求|契約|相続|被相続|代理|保証|連帯保証|後見|保佐|補助|管理|世話|申出|受取|差出|同居|同行|引受|仲介|紹介|通報|目撃|相談|来訪|発起|賛同)[人者]|きょうだい|長[男女]|[次二三四][男女]|保護者|北海道|東京都|(?:大阪|京都)府|\p{Script=Han}{2,3}県)$/u;
/** 空き, 聞き手, 何かあれば 090-…, 明日午前　着信, 大 昭 平 令: what stands where a name would, beside a number or in a list. */
const STANDS_FOR_NOBODY = /^(?:空き|空室|空車|満室|欠番|聞き手|語り手|話し手|[夫妻父母]の|[何誰]か?[ぁ-ゖ]{2,6}|[明大昭平令](?: [明大昭平令]){1,4}|(?:明日|本日|今日|昨日|翌日|当日|来週|今週)(?:午[前後]|[朝昼夕夜])? .*)$/u;
/** 株式会社　浦和精工: the company's own name. Behind 四国設備株式会社 stands somebody. */
const COMPANY_BEFORE = /(?<![\p{Script=Han}\p{Script=Katakana}ーA-Za-z])(?:(?:株式|有限|合同|合資|合名)会社|(?:社会福祉|医療|学校|宗教|一般社団|一般財団|公益社団|公益財団|特定非営利活動)法人|\((?:株|有|同|医|福)\)|㈱|㈲) {1,3}$/u;
const NEAR = 24;

/** @param text normalised; the name stands in [start, end), whatever label or honorific stands beside it */
export function isInExercise(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - EXERCISE_REACH), start);
  const behind = text.slice(end, end + NEAR * 2);
  return EXERCISE.test(before) || CLUES_ABOVE.test(before) || (EXERCISE_ABOVE.test(before) && (BLANK_BEHIND.test(behind) || (before.endsWith("(") && /^\)(?:\n|$)/u.test(behind))));
}

/** @param text normalised; the name stands in [start, end). Not asked where a label, a title or an honorific says that somebody is meant. */
export function isPlaceOrThing(text: string, start: number, end: number): boolean {
  if (isInExercise(text, start, end) || isMakeBelieve(text, start, end)) return true;
  // 川島 7:05 / 三谷 7:14: stops, each with its time.
  if (TIMES_BEHIND.test(text.slice(end, end + NEAR)) && isPlace(lookUp(nameTrie(), text, start, end))) return true;
  const near = text.slice(end, end + NEAR * 2);
  if (SOLD_BEHIND.test(near) || (REFERENCE_BEHIND.test(near) && OF_A_PATENT.test(text.slice(Math.max(0, start - EXERCISE_REACH), start)))) return true;
  // 連載 田中さんちの台所
  if (/^さん[ちの]/u.test(text.slice(end, end + 3)) && SERIES_BEFORE.test(text.slice(Math.max(0, start - NEAR), start))) return true;
  const found = text.slice(start, end);
  if (RELATES_TO_A_PARTY.test(found) || IS_A_ROLE.test(found) || STANDS_FOR_NOBODY.test(found) || (text[start - 1] === " " && COMPANY_BEFORE.test(text.slice(Math.max(0, start - NEAR), start)))) return true;
  if (kanaHonorificAt(text, end) || titleAt(text, end + (text[end] === " " ? 1 : 0)) !== undefined || isLabelled(text, start)) return false;
  // 田中 約6,300人
  if (/ [約計各全他外]$/u.test(found)) return true;
  if (FIGURES.has(found) || isCalledAfterSomebody(text, start, end)) return true;
  const behind = text.slice(end, end + NEAR);
  if (REGIONS_BEHIND.test(behind) || BROADCAST_BEHIND.test(behind)) return true;
  const before = text.slice(Math.max(0, start - NEAR), start);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  if (RANK_BEFORE.test(line) && COUNT_BEHIND.test(behind)) return true;
  if (WEATHER.test(found) && FORECAST.test(`${before}${behind}`)) return true;
  if ((SHOP_BEFORE.test(line) && judgePersonName(found) < WHOLE_NAME) || (SHOP_INSIDE.test(found) && line.endsWith("の"))) return true;
  if (IS_A_CRAFT.test(found) || LANDSCAPE_BEHIND.test(behind) || (IS_LANDSCAPE.test(found) && line.endsWith("の"))) return true;
  const parts = PLACE_AND_WORD.exec(found);
  if (parts !== null && isPlace(lookUp(nameTrie(), parts[1], 0, parts[1].length)) && CREATURES.has(parts[2])) return true;
  return IS_A_SHOP.test(found) || isTeam(found) || isTown(text, start, end) || isInColumnOfThings(text, start, end);
}

const CREATURES = new Set("アジ サバ タイ マダイ ブリ ハマチ イワシ サワラ キス タコ イカ カニ エビ チヌ メバル カサゴ カレイ ヒラメ アナゴ ハモ タチウオ スズキ クロダイ アユ ウナギ コイ フナ カキ ノリ ワカメ アサリ ハマグリ サザエ アワビ トマト ナス キュウリ イチゴ ミカン ブドウ モモ カキ ナシ リンゴ スイカ メロン レタス ネギ ニンニク サクラ ウメ モミジ ツツジ アジサイ ハス ホタル ツバメ サル シカ クマ イノシシ".split(" "));
const TIMES_BEHIND = /^ {1,4}\d{1,2}:\d{2}[^\n]{1,16}\d{1,2}:\d{2}/u;
const SERIES_BEFORE = /(?:連載|特集|コラム|シリーズ|エッセー|エッセイ|絵本|童話|小説|漫画|番組)[ 「『:]{0,3}$/u;
const WHOLE_NAME = 0.5;

/** A cell under 番組名 or 銘柄; under 会社名 a whole name may be somebody who trades under it. */
function isInColumnOfThings(text: string, start: number, end: number): boolean {
  return headingsAbove(text, start, end).some((heading) => {
    const kind = thingOf(heading);
    return kind === "thing" || (kind === "firm" && judgePersonName(text.slice(start, end)) < WHOLE_NAME);
  });
}

function isTeam(found: string): boolean {
  for (let at = 2; at <= Math.min(LONGEST_TOWN_OF_A_SCHOOL, found.length - 1); at++) {
    if (isPlace(lookUp(nameTrie(), found, 0, at)) && SIDE_OF_A_TOWN.test(found.slice(at))) return true;
  }
  return false;
}

/** "白井久保", "真田町長": a quoted string, or what stands in a cell, that is a town as a whole. A surname is a town's name as well: of those only what is quoted. */
function isTown(text: string, start: number, end: number): boolean {
  let field = start;
  while (field > 0 && start - field < LONGEST_TOWN && !FIELD.test(text[field - 1])) field--;
  const quote = text[field - 1];
  if (field > 0 && !FIELD.test(quote)) return false;
  if (end - start <= 2 && field === start && quote !== "\"" && quote !== "'") return false;
  const stop = placeEnd(text, field, TOWN | MUNICIPALITY);
  return stop >= end && stop > field;
}

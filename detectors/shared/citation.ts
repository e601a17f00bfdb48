/** Whether a name stands in a reference to a work: before or behind its title, with a year, in a line of a bibliography. */

import { standsWithin } from "./beginnings.js";
import { isTied } from "./name-ties.js";

/** Without と, which joins two of them. */
const NAME = "[\\p{Script=Han}\\p{Script=Katakana}ぁ-でどな-んー々. A-Za-z]{2,16}";
const AND = "[、,・/／&＆;；と]";
const AS = "(?:ほか|他|ら)?(?:著|編著|共著|編|訳|監修|作|絵|文)?";

/** 『遠野物語』柳田國男, 『書名』(佐藤花子, 出版社), 『老人と海』ヘミングウェイ、高見浩 */
const TITLE_BEFORE = new RegExp(`』 ?[(（、,/／:：・―—–-]{0,2} ?(?:${NAME}(?:[(（][^()（）\\n]{1,12}[)）])?${AND} ?){0,4}$`, "u");
/** 「題名」佐藤花子 作・絵, 『題名』A 作、B 訳: in the line of a title. */
const TITLE_ON_LINE = /[」』》][^\n「『]{0,48}$/u;
const MADE_BEHIND = /^ ?[/／(]? ?(?:作|絵|画|文|訳|写真|え|さく|ぶん|やく|再話|原作|作画)(?:・(?:作|絵|画|文|訳|写真|え|さく|ぶん|やく|再話))?(?=[・、,。\n )/／」]|\p{Script=Han}|$)/u;
/** 佐藤花子『書名』, 佐藤花子・鈴木一郎(編)『書名』, 佐藤花子(2019)『書名』 */
const TITLE_BEHIND = new RegExp(`^(?:${AND} ?${NAME}){0,5} ?${AS} ?(?:[(（](?:編|著|訳|編著|監修|[12]\\d{3}[a-z]?年?)[)）])? ?[.,、:：]? ?[『《〈]`, "u");
/** 映画『佐藤花子の休日』: part of a title. */
const IN_TITLE = /『[^『』\n]{0,40}$/u;
/** ドラマ「…」, 映画「…」 */
const IN_WORK = /(?:ドラマ|アニメ|映画|番組|小説|漫画|マンガ|楽曲|曲|舞台|ミュージカル|オペラ|絵本|童話|ゲーム|書籍|著書|戯曲|歌舞伎|落語|民話|昔話)[^\n「」]{0,8}(?:「[^「」\n]{0,30}」[、・ ]?){0,3}「[^「」\n]{0,30}$/u;
const IN_TITLE_BEHIND = /^[^『』\n]{0,40}』/u;
/** 佐藤花子(2019)「題名」, 佐藤花子・鈴木一郎: "題名" */
const YEAR_AND_TITLE = new RegExp(`^(?:(?:${AND}| and | & ) ?${NAME}){0,5} ?${AS} ?(?:[(（][12]\\d{3}[a-z]?年?(?:[.,/ ]\\d{1,2}月?)?[)）]|[.,、] ?[12]\\d{3}[a-z]?年?) ?[.,、:：]? ?[「『"“]`, "u");
/** John Smith (2020). Title */
const LATIN_YEAR = /^(?:,? (?:et al\.?|and \p{Lu}[\p{L} .'-]{1,30}|& \p{Lu}[\p{L} .'-]{1,30}))?,? [(（](?:1[89]|20)\d\d[a-z]?[)）]/u;
/** (佐藤花子, 2019; 鈴木一郎ほか, 2020: 12) */
const IN_BRACKETS = /[(（](?:[^()（）\n]{0,60}[;；,、] ?)?$/u;
const YEAR_IN_BRACKETS = /^ ?(?:ら|ほか|他|et al\.?)?[,、 ] ?(?:1[89]|20)\d\d[a-z]?(?:[;；,、:)）]|, ?p)/u;
/** 鈴木一郎ら(2020), 鈴木(2019)は: an age or a year of birth has no sentence behind it. */
const CITED_BY_YEAR = /^ ?(?:(?:ら|ほか|他) ?[(（](?:1[89]|20)\d\d[a-z]?[)）]|[(（](?:1[89]|20)\d\d[a-z]?[)）] ?(?:は|が|の|に|も|で|を|と|・))/u;
const ET_AL = /^,? (?:et al\b|ほか|他)[.,、 ]{0,2}[("「『\d]/u;
/** 佐藤花子「題名」『雑誌』, 佐藤花子「題名」岩波文庫: what a spoken sentence in quotation marks is not followed by. */
const ARTICLE = new RegExp(
  `^(?:${AND} ?${NAME}){0,5}${AS}[ :,、]{0,2}「[^」\\n]{1,90}」[^\\n「]{0,40}?(?:『|文庫|新書|選書|書店|書房|書院|出版|新聞|新潮|講談社|集英社|大学|論集|論文|論叢|紀要|学会|研究|雑誌|ジャーナル|pp?\\. ?\\d|[Vv]ol|第?\\d+[巻号]|(?:19|20)\\d\\d年?(?:[)、,.。\\n]|$))`,
  "u",
);
/** author = {佐藤花子 and 鈴木一郎}: BibTeX. */
const BIBTEX = /(?:^|[{, \t])(?:author|editor|translator) {0,6}= {0,2}[{"][^}"\n]{0,160}$/u;
/** What only a reference has. */
const REFERENCE = /ISBN|\bdoi\b|\bpp?\. ?\d|[Vv]ol\. ?\d|\bNo\. ?\d|\bPress\b|\bJournal\b|\bProceedings\b|\bIn Proc\b|\bUniversity Press\b|\bSpringer\b|\bElsevier\b|\bWiley\b|Addison-Wesley|O'Reilly|\bPenguin\b|arXiv|文庫|新書|書店|書房|出版(?:[、,会局]|社[、,])|論文集|学会誌|紀要|研究報告/u;
/** 佐藤花子:題名、青空社、2003 */
const TITLE_PUBLISHER_YEAR = /^ ?[:,、.] ?[^\n]{2,60}[、,] ?[^\n、,]{0,12}(?:社|書房|書店|出版|文庫|新書|書院|堂|館|会)[、,] ?(?:19|20)\d\d/u;
const SOURCE = /(?:出典|引用|引用元|参考|参照|原典|典拠|底本|初出|(?:参考|引用)(?:文献|図書|資料)) ?[:=)】] ?(?:[^\n:]{0,60}[、,・;])? ?$/u;
const IS_WORK = /[「『“"]|(?:19|20)\d\d/u;
/** A heading, and lines without an empty one between. */
const UNDER_REFERENCES = /(?:^|\n)[^\n]{0,6}(?:(?:参考|引用|主要|関連)(?:文献|図書)|文献一覧|References|REFERENCES|Bibliography)[^\n]{0,4}\n(?:[^\n]+\n)*[^\n]*$/u;
const REFERENCES_REACH = 1200;
const YEAR = /(?:^|\D)(?:1[5-9]|20)\d\d(?:\D|$)/u;
const ITEM = /^[ \t]*(?:\[[\p{L}\d]{1,8}\]|\(?\d{1,3}[.)）]|[・*•-])/u;
/** 予約者: and 利用者 of a library are no authors. */
const READER = /(?<![著作編訳筆演奏集修])者 ?[:=]? ?$/u;
const REACH = 200;

/** @param text normalised; the name stands in [start, end) */
export function isCited(text: string, start: number, end: number): boolean {
  const from = beginningOfLine(text, start);
  const isBefore = (expression: RegExp): boolean => standsWithin(text, from, start, expression);
  if (isBefore(READER)) return false;
  if (isBefore(BIBTEX)) return true;
  const to = endOfLine(text, end);
  const behind = text.slice(end, to);
  const before = text.slice(from, start);
  if (isBefore(TITLE_BEFORE) || TITLE_BEHIND.test(behind) || (IN_TITLE_BEHIND.test(behind) && IN_TITLE.test(before)) || isBefore(IN_WORK)) return true;
  if (MADE_BEHIND.test(behind) && TITLE_ON_LINE.test(before)) return true;
  if (YEAR_AND_TITLE.test(behind) || ET_AL.test(behind) || CITED_BY_YEAR.test(behind) || ARTICLE.test(behind)) return true;
  if (YEAR_IN_BRACKETS.test(behind) && IN_BRACKETS.test(before)) return true;
  if (text.charCodeAt(start) < 0x300 && LATIN_YEAR.test(behind)) return true;
  if (TITLE_PUBLISHER_YEAR.test(behind) || (IS_WORK.test(behind) && SOURCE.test(before))) return true;
  if (isLikeReference(before, behind) && !isTied(text, start, end) && isUnderReferences(text, start)) return true;
  if (!standsWithin(text, end, to, REFERENCE) || !YEAR.test(behind)) return false;
  return ITEM.test(before) || !/[^、,・&;と 　\p{L}.]/u.test(before);
}

/** The words before the expression: nearly no text has one of them. */
const REFERENCE_HEADINGS = /文献|図書|References|REFERENCES|Bibliography/u;

function isUnderReferences(text: string, start: number): boolean {
  const from = Math.max(0, start - REFERENCES_REACH);
  return standsWithin(text, from, start, REFERENCE_HEADINGS) && UNDER_REFERENCES.test(text.slice(from, start));
}

/** 佐藤花子 海の記憶 */
const TITLE_FROM_SPACE = /^[ :：.,、]{1,3}[^ :、,・\d]\S[^、,・]{0,60}$/u;
const isLikeReference = (before: string, behind: string): boolean => IS_WORK.test(before) || IS_WORK.test(behind) || ITEM.test(before) || REFERENCE.test(behind) || TITLE_FROM_SPACE.test(behind);

/** No further back than `REACH`. */
function beginningOfLine(text: string, start: number): number {
  let at = start;
  while (at > 0 && start - at < REACH && text.charCodeAt(at - 1) !== LINE_FEED) at--;
  return at;
}

function endOfLine(text: string, end: number): number {
  let at = end;
  while (at < text.length && at - end < REACH && text.charCodeAt(at) !== LINE_FEED) at++;
  return at;
}
const LINE_FEED = 0x0a;

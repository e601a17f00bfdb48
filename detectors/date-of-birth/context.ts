/** What stands around a date and says that somebody was born on it. */
import { ANIMALS, sceneAt } from "../shared/public-scene.js";
import { labelBefore, labelPattern } from "../shared/labels.js";
import { isAnswer, isBehindName, isBehindNameInList, isBehindReading, isUnderHeading, isWithContact, LAST_OF_THE_OLD } from "./beside-name.js";

export const BIRTH_LABELS = labelPattern([
  "生年月日", "誕生日", "誕生年月日", "出生日", "出生年月日", "出生:", "【出生】", "生誕:", "お生まれ:", "生まれ:", "生年", "生まれた日:", "seinengappi", "tanjoubi", "tanjobi", "生まれたとき", "うまれた日:", "たんじょうび", "せいねんがっぴ", "bday", "date of birth", "dob", "d.o.b.", "d.o.b", "birth date", "birthday",
  "birth day", "birth", "born", "born on", "出生日期", "생년월일", "date de naissance", "geburtsdatum", "fecha de nacimiento", "geb.", "geb", "geboren", "geboren am", "né le", "née le", "nacido el", "nacida el", "nato il", "nata il", "data di nascita", "data de nascimento", "nascido em",
  "nascida em", "geboortedatum", "geboren op", "født", "född", "urodzony", "urodzona",
  "né(e) le", "date naissance", "fecha nacimiento", "fecha de nac.", "f. nacimiento", "f. de nacimiento", "f. nac.", "data nascita", "nato/a il", "gebdatum", "geb.-datum", "geburtstag", "födelsedatum", "fødselsdato", "data urodzenia",
  "дата рождения", "родился", "родилась", "ngày sinh", "sinh ngày", "출생일", "출생", "出生年月", "doğum tarihi", "tanggal lahir",
]);
/** Labels of other dates: nearer to the date than a birth's, they win. */
const OTHER_LABELS = labelPattern([
  "発行日", "作成日", "提出日", "締切", "締切日", "期限", "施行", "公布", "改正", "登録日", "入社日", "入社", "退社", "入学", "卒業", "申込日", "受付日", "更新日", "記入日", "届出日", "開催日",
  "日時", "死亡日", "没年月日", "有効期限", "交付", "取得日", "設立", "創業", "issued", "expires", "expiry", "updated", "created", "due", "died", "death", "hired", "joined",
]);
/** "生年月日(西暦・和暦): ", "was born in Sapporo on ". */
export const NEAR = 24;
/** 生, 生まれ, 誕生, born behind the date, after at most the same date in the other calendar in brackets. 生産 and 生放送 are not births. */
const BORN_AFTER = /^(?: {0,2}[(（][^()（）\n\t]{2,24}[)）])? {0,2}(?:(?:午前|午後) ?\d{1,2}時(?:\d{1,2}分)? ?)?(?:[(（] {0,1})?(?:[^\s、。]{0,12}[にニ]於[てテ]出生|[生産](?:まれ|れ)|うまれ|誕生|ご?出生|生(?=[ \n\t、。,.()（）・/|]|$|の|で))/u;
/** "(45歳)", " 満45才", ", age 45". */
const AGE_AFTER = /^ {0,2}[(（,、]? {0,2}(?:(?:当時|現在)? {0,1}満? {0,1}\d{1,3} {0,1}[歳才]|(?:age|aged) {1,2}\d{1,3}(?!\d)|\d{1,3} years old)/iu;
/** 44歳（1980/4/1）, 満44歳 S55.4.1, 満3歳(R3.4.2). */
const AGE_BEFORE = /(?<!\d)(\d{1,3}) ?[歳才](?:\d{1,2}[かヶケカ]月)?(?:[ 、・,/]{0,2}(?:男性?|女性?|[♂♀]))?[)）]? ?[(（、,]? ?$/u;
/** The year that the two come to is one in which people wrote. */
const [FIRST_YEAR_OF_WRITING, LAST_YEAR_OF_WRITING] = [1990, 2045];
const AS_OF = /^[)）]? ?(?:現在|時点|付|以|[~〜]|から|まで|に|で|の)/u;
/** 男 or 女 in the next field or the one before: with a name on the line it is a person's row. */
const SEX_AFTER = /^(?: ?[\t,、・/|(] ?| {1,2})(?:男性?|女性?|male|female|[MF])(?=[\t\n ,、)・/|]|$)/u;
const SEX_BEFORE = /(?:^|[\t\n ,、・/(|])(?:男性?|女性?|male|female|[MF])(?: ?[\t,、・)/|] ?| {1,2})$/u;
/** 平成30年4月2日～平成31年4月1日生まれ, 1980年4月1日以前に生まれた方: who may apply, and nobody. */
const RANGE_BEFORE = /[~〜から]{1,2} ?$/u;
const RANGE_AFTER = /^(?:[生産]まれ|生)の(?:[人方者]|お子さ[んま]|子ども|児童)(?:は|が|なら|の場合|から|まで|を対象)|^(?:[生産]まれ|生)? ?(?:[~〜]|から|以前|以降|以後|まで|より前|の間)/u;
/** 【例】Aさん（昭和41年4月2日生まれ */
const OF_AN_EXAMPLE = /(?:【例\d?】|\(例\d?\)|[A-Z甲乙丙]さん ?[(、])[^\n]{0,16}$/u;
const NOTICE = 8;
/**
 * What may stand between a label and its date: its own note, a particle, the calendar or the era, other labels of a header row; in English
 * where and whether it was. 誕生日クーポンの配信 2020/01/01, 生年月日の入力欄を追加 2018/04/01 and "birthday job started 2020-01-01" are other dates.
 */
const JAPANESE_BETWEEN =
  /^(?:欄|等|など|及び|または|又は|・|,|、)?(?:$|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|は|が|年|西暦|和暦|満|性別|明|大|昭|平|令|元号|を?(?:お?知らせ|ご?記入|ご?入力))/u;
const OTHER_MATTER =
  /追加|変更|修正|対応|表示|更新|検証|作成|機能|不具合|リリース|特典|クーポン|キャンペーン|セール|パーティ|祭|記念|プレゼント|配信|イベント|ケーキ|割引|実施|開始|終了|開催|予定|以降|以前|により|によって|に(?:関|つ|よ|基)|を[^ごお知記入]/u;
const ENGLISH_BETWEEN = /^(?:[^\p{L}]|(?:is|was|were|on|in|at|of|the|a|new|date|day|field|value|jp|en|text|iso|from|utc|parse|local|string|input|type|format|y{2,4}|m{2}|d{2})(?!\p{Ll})|\p{Lu}\p{L}*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]){0,24}$/u;

/** Animals, machines and figures are born too. */
const NOT_HUMAN = /オス|メス|(?<![\u{1F300}-\u{1FAFF}\u26F9])[♂♀]|(?<!\p{Script=Han})[雄雌](?!\p{Script=Han})|犬種|猫種|毛色|品種|マスコット|キャラクター|ゆるキャラ|パンダ|ゾウ|キリン|ライオン|カバ|ペンギン|イルカ|チンパンジー|ゴリラ|種牡馬|栗毛|鹿毛|芦毛|仔馬|子牛|飼育/u;
const OF_A_KEEPER = /飼い?主|氏名|様|さん/u;
const ANIMALS_NEAR = 40;

/** 89歳♂ S10.10.8: no animal is so old. */
const isOfTheOld = (around: string, year: number): boolean => year <= LAST_OF_THE_OLD && !NOT_HUMAN.test(around.replace(/[♂♀]/gu, ""));

/** Most who stand in records are older; a later date beside "誕生日" is as likely a party's or a product's. */
const LAST_USUAL_YEAR = 2020;

/** How sure the neighbourhood makes it, 0 where nothing says so; `beside`: only with a name on the line. */
export interface Judged {
  readonly confidence: number;
  readonly beside: boolean;
}

const NOT_SAID: Judged = { confidence: 0, beside: false };

export function bornOn(confidence: number): Judged {
  return { confidence, beside: false };
}

const lineAround = (text: string, start: number, end: number): string =>
  `${text.slice(Math.max(0, start - ANIMALS_NEAR), start).split("\n").at(-1) ?? ""} ${text.slice(end, end + ANIMALS_NEAR).split("\n")[0] ?? ""}`;

/** Whether the line is of an animal or a figure. */
export const isOfNobody = (text: string, start: number, end: number): boolean => NOT_HUMAN.test(lineAround(text, start, end));

/** @param bare written without a separator: only a label makes it a date */
export function judgeContext(text: string, start: number, end: number, year: number, bare: boolean): Judged {
  const usual = year <= LAST_USUAL_YEAR;
  const after = text.slice(end, end + 48);
  if (RANGE_AFTER.test(after) || RANGE_BEFORE.test(text.slice(Math.max(0, start - NOTICE), start))) return NOT_SAID;
  const around = lineAround(text, start, end);
  if ((NOT_HUMAN.test(around) && !isOfTheOld(around, year)) || OF_AN_EXAMPLE.test(text.slice(Math.max(0, start - NEAR), start))) return NOT_SAID;
  const distance = labelBefore(text, start, BIRTH_LABELS, NEAR);
  if (distance !== undefined && isOf(text.slice(start - distance, start), text.charCodeAt(start - distance - 1))) {
    const other = labelBefore(text, start, OTHER_LABELS, distance);
    if (other === undefined || other >= distance) return bornOn(usual ? (distance <= 8 ? 0.97 : 0.85) : 0.6);
  }
  if (bare) return NOT_SAID;
  const said = saidBeside(text, start, after, year);
  return said !== NOT_SAID && sceneAt(text, start, ANIMALS) !== 0 && !OF_A_KEEPER.test(around) && !isOfTheOld(around, year) ? NOT_SAID : said;
}

/** 出生　昭和55年4月1日: alone the word stands in many others (出生地, 出生届). */
const BORN_BEFORE = /(?:^|[^\p{Script=Han}])出生[】)]?[ \t:]{1,8}$/u;
const BORN_REACH = 12;
/** 明・大・昭・平・令 S55.4.1: forms let one choose the era of births only, for dates of their own are of this one. */
const ERAS_TO_CHOOSE = /[明大昭M][・/、, ]{0,2}[大昭平S](?:[・/、, ]{0,2}[平令HR]){0,2}[)）]? {0,3}$|平[・/、, ]{0,2}令[)）]? {0,3}$/u;

function isBehindAge(text: string, start: number, after: string, year: number): boolean {
  const age = AGE_BEFORE.exec(text.slice(Math.max(0, start - BORN_REACH), start))?.[1];
  if (age === undefined || AS_OF.test(after)) return false;
  const then = Number(age) + year;
  return then >= FIRST_YEAR_OF_WRITING && then <= LAST_YEAR_OF_WRITING && Number(age) > 0;
}

function saidBeside(text: string, start: number, after: string, year: number): Judged {
  const usual = year <= LAST_USUAL_YEAR;
  if (usual && BORN_BEFORE.test(text.slice(Math.max(0, start - BORN_REACH), start))) return bornOn(0.9);
  if (usual && isBehindName(text, start, after)) return { confidence: 0.75, beside: true };
  if (BORN_AFTER.test(after)) return bornOn(usual ? 0.95 : 0.7);
  if (AGE_AFTER.test(after)) return bornOn(usual ? 0.8 : 0.5);
  if (isBehindAge(text, start, after, year)) return bornOn(0.8);
  if (usual && ERAS_TO_CHOOSE.test(text.slice(Math.max(0, start - BORN_REACH), start))) return bornOn(0.85);
  if (isAnswer(text, start)) return bornOn(0.9);
  if (usual && (isBehindReading(text, start, after) || isUnderHeading(text, start))) return { confidence: 0.75, beside: true };
  if (isBehindNameInList(text, start, after, year) || isWithContact(text, start, after, year)) return { confidence: 0.75, beside: true };
  if (!usual || !(SEX_AFTER.test(after) || SEX_BEFORE.test(text.slice(Math.max(0, start - NOTICE), start)))) return NOT_SAID;
  return { confidence: 0.75, beside: true };
}

/** 生年月日：1980-04-01, and the next line begins with the day of something else. */
const HAS_ITS_OWN = /^[^\n\d]{0,12}\d[\d./年月-]{5,}[^\n]*\n/u;

/** @param last character of the label */
function isOf(between: string, last: number): boolean {
  if (HAS_ITS_OWN.test(between)) return false;
  return last < LATIN_ENDS ? ENGLISH_BETWEEN.test(between) : JAPANESE_BETWEEN.test(between) && !OTHER_MATTER.test(between);
}
const LATIN_ENDS = 0x250;

/** Whether 生 or 生まれ follows and no range does. */
export function isBornAfter(text: string, end: number): boolean {
  const after = text.slice(end, end + 48);
  return BORN_AFTER.test(after) && !RANGE_AFTER.test(after);
}

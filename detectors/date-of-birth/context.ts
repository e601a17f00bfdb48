/** What stands around a date and says that somebody was born on it. */
import { labelBefore, labelPattern } from "../shared/labels.js";

export const BIRTH_LABELS = labelPattern([
  "生年月日", "誕生日", "誕生年月日", "出生日", "出生年月日", "出生:", "【出生】", "生誕:", "お生まれ:", "生まれ:", "生年", "date of birth", "dob", "d.o.b.", "birth date", "birthday",
  "birth day", "birth", "born", "born on", "出生日期", "생년월일", "date de naissance", "geburtsdatum", "fecha de nacimiento",
]);
/** Labels of other dates: nearer to the date than a birth's, they win. */
const OTHER_LABELS = labelPattern([
  "発行日", "作成日", "提出日", "締切", "締切日", "期限", "施行", "公布", "改正", "登録日", "入社日", "入社", "退社", "入学", "卒業", "申込日", "受付日", "更新日", "記入日", "届出日", "開催日",
  "日時", "死亡日", "没年月日", "有効期限", "交付", "取得日", "設立", "創業", "issued", "expires", "expiry", "updated", "created", "due", "died", "death", "hired", "joined",
]);
/** "生年月日(西暦・和暦): ", "was born in Sapporo on ". */
export const NEAR = 24;
/** 生, 生まれ, 誕生, born behind the date, after at most the same date in the other calendar in brackets. 生産 and 生放送 are not births. */
const BORN_AFTER = /^(?: {0,2}[(（][^()（）\n\t]{2,24}[)）])? {0,2}(?:[(（] {0,1})?(?:[生産](?:まれ|れ)|うまれ|誕生|ご?出生|生(?=[ \n\t、。,.()（）・/|]|$|の|で))/u;
/** "(45歳)", " 満45才", ", age 45". */
const AGE_AFTER = /^ {0,2}[(（,、]? {0,2}(?:(?:当時|現在)? {0,1}満? {0,1}\d{1,3} {0,1}[歳才]|(?:age|aged) {1,2}\d{1,3}(?!\d)|\d{1,3} years old)/iu;
/** 男 or 女 in the next field or the one before: with a name on the line it is a person's row. */
const SEX_AFTER = /^(?: ?[\t,、・/|(] ?| {1,2})(?:男性?|女性?)(?=[\t\n ,、)・/|]|$)/u;
const SEX_BEFORE = /(?:^|[\t\n ,、・/(|])(?:男性?|女性?)(?: ?[\t,、・)/|] ?| {1,2})$/u;
/** 平成30年4月2日～平成31年4月1日生まれ, 1980年4月1日以前に生まれた方: who may apply, and nobody. */
const RANGE_BEFORE = /[~〜から]{1,2} ?$/u;
const RANGE_AFTER = /^(?:[生産]まれ|生)? ?(?:[~〜]|から|以前|以降|以後|まで|より前|の間)/u;
const NOTICE = 8;
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

/** @param bare written without a separator: only a label makes it a date */
export function judgeContext(text: string, start: number, end: number, year: number, bare: boolean): Judged {
  const usual = year <= LAST_USUAL_YEAR;
  const after = text.slice(end, end + 48);
  if (RANGE_AFTER.test(after) || RANGE_BEFORE.test(text.slice(Math.max(0, start - NOTICE), start))) return NOT_SAID;
  const distance = labelBefore(text, start, BIRTH_LABELS, NEAR);
  if (distance !== undefined) {
    const other = labelBefore(text, start, OTHER_LABELS, distance);
    if (other === undefined || other >= distance) return bornOn(usual ? (distance <= 8 ? 0.97 : 0.85) : 0.6);
  }
  if (bare) return NOT_SAID;
  if (BORN_AFTER.test(after)) return bornOn(usual ? 0.95 : 0.7);
  if (AGE_AFTER.test(after)) return bornOn(usual ? 0.8 : 0.5);
  if (!usual || !(SEX_AFTER.test(after) || SEX_BEFORE.test(text.slice(Math.max(0, start - NOTICE), start)))) return NOT_SAID;
  return { confidence: 0.75, beside: true };
}

/** Whether 生 or 生まれ follows and no range does. */
export function isBornAfter(text: string, end: number): boolean {
  const after = text.slice(end, end + 48);
  return BORN_AFTER.test(after) && !RANGE_AFTER.test(after);
}

import type { Detector, TextMatch } from "../src/contract.js";
import { FIRST_BIRTH_YEAR, isoDate, LAST_BIRTH_YEAR, readDate } from "./shared/date.js";
import { readDateAround } from "./shared/date-in-text.js";
import type { DateInText } from "./shared/date-in-text.js";
import { kanjiDateStart } from "./shared/kanji-date.js";
import { labelBefore, labelPattern } from "./shared/labels.js";

const LABELS = labelPattern([
  "生年月日", "誕生日", "誕生年月日", "出生日", "出生年月日", "出生:", "【出生】", "生誕:", "お生まれ:", "生まれ:", "生年", "date of birth", "dob", "d.o.b.", "birth date", "birthday",
  "birth day", "birth", "born", "born on", "出生日期", "생년월일", "date de naissance", "geburtsdatum", "fecha de nacimiento",
]);
/** Labels of other dates: nearer to the date than a birth's, they win. */
const OTHER_LABELS = labelPattern([
  "発行日", "作成日", "提出日", "締切", "締切日", "期限", "施行", "公布", "改正", "登録日", "入社日", "入社", "退社", "入学", "卒業", "申込日", "受付日", "更新日", "記入日", "届出日", "開催日",
  "日時", "死亡日", "没年月日", "有効期限", "交付", "取得日", "設立", "創業", "issued", "expires", "expiry", "updated", "created", "due", "died", "death", "hired", "joined",
]);
/** "生年月日(西暦・和暦): ", "was born in Sapporo on ". */
const NEAR = 24;
/** 生, 生まれ, 誕生, born behind the date, after at most the same date in the other calendar in brackets. 生産 and 生放送 are not births. */
const BORN_AFTER = /^(?: {0,2}[(（][^()（）\n\t]{2,24}[)）])? {0,2}(?:[(（] {0,1})?(?:生(?:まれ|れ)|うまれ|誕生|ご?出生|生(?=[ \n\t、。,.()（）・/|]|$|の|で))/u;
/** "(45歳)", " 満45才", ", age 45". */
const AGE_AFTER = /^ {0,2}[(（,、]? {0,2}(?:(?:当時|現在)? {0,1}満? {0,1}\d{1,3} {0,1}[歳才]|(?:age|aged) {1,2}\d{1,3}(?!\d)|\d{1,3} years old)/iu;
const YEAR_OF_ERA = /(\d{1,2}) ?年 {0,2}(\d{1,2}) {0,2}月 {0,2}(\d{1,2}) {0,2}日/uy;
/** Two or more eras to choose from, directly before the year: 昭和・平成, 大・昭・平・令, S/H. */
const ERA_CHOICE = /(?:[明大昭平令][治正和成]?|[MTSHR])[・･/,、 ]{1,2}(?:[明大昭平令][治正和成]?|[MTSHR])[)）:：]? {0,4}$/u;
/** Most who stand in records are older; a later date beside "誕生日" is as likely a party's or a product's. */
const LAST_USUAL_YEAR = 2020;

export const dateOfBirth: Detector<"date"> = {
  id: "date-of-birth",
  messages: {
    date: {
      severity: "warning",
      en: "{count} {one:date|dates} of birth",
      ja: "生年月日が{count}件あります",
      fix: {
        en: "Delete them, or keep only the year or the age group.",
        ja: "削除するか、年または年代だけを残してください。",
      },
    },
  },
  defaults: {},
  create: () => ({
    text: {
      starts: ["digit", "kanji"],
      check(text, start, end) {
        const date = isDigit(text.charCodeAt(start)) ? readDateAround(text, start, end) : readInKanji(text, start, end);
        if (date === undefined) return end - start <= 2 && isYearMark(text, end) ? readChosenEra(text, start) : undefined;
        if (date.year < FIRST_BIRTH_YEAR || date.year > LAST_BIRTH_YEAR) return undefined;
        const confidence = judgeContext(text, date.start, date.end, date.year, date.bare);
        if (confidence === 0) return undefined;
        return { code: "date", at: { start: date.start, end: date.end }, entity: "date-of-birth", confidence, value: isoDate(date) };
      },
    },
  }),
};

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** 年, after a space perhaps. */
const isYearMark = (text: string, at: number): boolean => text.charCodeAt(text.charCodeAt(at) === 0x20 ? at + 1 : at) === 0x5e74;

/** 昭和五十五年四月一日, somewhere in a run of kanji. */
function readInKanji(text: string, runStart: number, end: number): DateInText | undefined {
  const start = kanjiDateStart(text, runStart, end);
  const date = start < 0 ? undefined : readDate(text, start);
  return date === undefined ? undefined : { ...date, start };
}

/** "昭和・平成　55年4月1日": the form lists the eras and one was circled on paper, so the year is not known. */
function readChosenEra(text: string, start: number): TextMatch<"date"> | undefined {
  YEAR_OF_ERA.lastIndex = start;
  const match = YEAR_OF_ERA.exec(text);
  if (match === null) return undefined;
  const [, year, month, day] = match.map(Number);
  if (year < 1 || year > 64 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  if (!ERA_CHOICE.test(text.slice(Math.max(0, start - 24), start)) || labelBefore(text, start, LABELS, NEAR) === undefined) return undefined;
  return { code: "date", at: { start, end: YEAR_OF_ERA.lastIndex }, entity: "date-of-birth", confidence: 0.85, value: `${year}-${month}-${day}` };
}

/** How sure the neighbourhood makes it that a date is one of birth; 0 where nothing says so. */
function judgeContext(text: string, start: number, end: number, year: number, bare: boolean): number {
  const usual = year <= LAST_USUAL_YEAR;
  const distance = labelBefore(text, start, LABELS, NEAR);
  if (distance !== undefined) {
    const other = labelBefore(text, start, OTHER_LABELS, distance);
    if (other === undefined || other >= distance) return usual ? (distance <= 8 ? 0.97 : 0.85) : 0.6;
  }
  if (bare) return 0;
  const after = text.slice(end, end + 48);
  if (BORN_AFTER.test(after)) return usual ? 0.95 : 0.7;
  return AGE_AFTER.test(after) ? (usual ? 0.8 : 0.5) : 0;
}

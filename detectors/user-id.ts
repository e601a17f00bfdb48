/** Numbers and names by which a service, an employer or a school knows somebody: ユーザーID, 会員番号, 社員番号, 学籍番号, login id. */
import type { Company, Detector, Range, TextMatch } from "../src/contract.js";
import { valueStart } from "./shared/labelled-field.js";
import { beginningsOf, type Labels, labelAt, labelPattern } from "./shared/labels.js";

/** The number is a person's. */
const NUMBER_LABELS =
  "会員番号 会員ID 会員No 会員コード 会員証番号 利用者番号 利用者ID 利用者コード 顧客番号 顧客ID 顧客コード 顧客No お客様番号 お客さま番号 お客様コード お客様ID 社員番号 社員ID 社員コード 社員No 職員番号 職員コード 職員ID 従業員番号 従業員コード 従業員No 学籍番号 学生番号 学生証番号 生徒番号 児童番号 患者番号 患者ID カルテ番号 診察券番号 診察番号 受験番号 選手番号 住民番号 宛名番号 世帯番号 組合員番号 契約者番号 登録者番号 ポイントカード番号 図書館カード番号 利用カード番号 マイページID"
    .split(" ");
const ENGLISH_NUMBER_LABELS =
  "member id,member number,member no,membership id,membership number,membership no,customer id,customer number,customer no,client id number,employee id,employee number,employee no,staff id,staff number,staff no,student id,student number,student no,matriculation number,patient id,patient number,patient no,medical record number,mrn,user number,user no,loyalty number,frequent flyer number,candidate number,badge number".split(",");
/** The value is a name that somebody logs in with; it need not hold a digit. */
const ACCOUNT_LABELS = "ユーザーID ユーザID ユーザー名 ユーザ名 ユーザーネーム ログインID ログイン名 アカウント アカウント名 アカウントID LINEのID SNSアカウント Xアカウント Twitterアカウント Instagramアカウント".split(" ");
const ENGLISH_ACCOUNT_LABELS = "user id,userid,user name,username,login id,login name,login,account id,account name,user account,screen name,line id".split(",");
/** Too short to say whose: a password beside it says that it is somebody's. */
const SHORT_LABELS = ["ID", "user"];

let numbers: Labels | undefined;
let accounts: Labels | undefined;
let short: Labels | undefined;

const NUMBER_SIGN = /(?:No\.? ?|№ ?|# ?)?/uy;
const NUMBER = /[A-Za-z]{0,6}[-_]?\d[\dA-Za-z]{1,15}(?:[-_ ][\dA-Za-z]{1,8}){0,4}(?![\dA-Za-z@])/uy;
const ACCOUNT = /[A-Za-z0-9][A-Za-z0-9._-]{2,40}(?:@[A-Za-z0-9.-]{3,60})?(?![A-Za-z0-9@])/uy;
const HAS_DIGITS = /\d.*\d.*\d/u;
const PLACEHOLDER = /^(?:0+|1234.*|9{3,}|x+|[-_.]+|id|user|username|users?[-_.]?(?:name|id)?|admin|administrator|root|guest|test.*|example.*|sample.*|your.*|my.*|name|null|undefined|none|nil|true|false|string|number|int|integer|text|required|optional|login|account|yes|no|varchar.*|uuid|email|mail|password|value|this.*|self.*|req.*|params?.*|data.*|www.*|https?|[0-9a-f]{8}-[0-9a-f]{4}-.*)$/iu;
/** A value that code computes, or that goes on as prose. */
const GOES_ON = /^(?:[[({]|\.[A-Za-z]| ?[=+*]| [a-z]{2,15} [a-z])/u;

/** An id is somebody's where something else of him stands: alone it is a row in a log. */
const WITH_PASSWORD: Company = { oneOf: ["password"], within: "record" };
const NEEDS: Company = {
  oneOf: ["person-name", "password", "email-address", "phone-number", "postal-address", "date-of-birth", "special-care", "bank-account", "credit-card", "my-number", "health-insurance", "registered-domicile"],
  within: "record",
};

export const userId: Detector<"id"> = {
  id: "user-id",
  messages: {
    id: {
      severity: "warning",
      en: "{count} {one:number or account name|numbers or account names} of {one:a person|people}",
      ja: "会員番号・社員番号・ユーザーIDなどが{count}件あります",
      fix: {
        en: "Delete them, or replace them by numbers that mean nothing outside this document.",
        ja: "削除するか、この文書の中だけで通じる番号に置き換えてください。",
      },
    },
  },
  defaults: {},
  create: () => ({
    text: {
      starts: ["kanji", "katakana", "hiragana", "latin"],
      runs: { beginnings: beginningsOf([...NUMBER_LABELS, ...ENGLISH_NUMBER_LABELS, ...ACCOUNT_LABELS, ...ENGLISH_ACCOUNT_LABELS, ...SHORT_LABELS]), endings: [] },
      check(text, start) {
        const named = readId(text, start, numbersOf(), NUMBER) ?? readId(text, start, accountsOf(), ACCOUNT);
        if (named !== undefined) return matchOf(text, named, NEEDS);
        // Every object of a program has an "id".
        if (text.startsWith("id", start)) return undefined;
        const beside = readId(text, start, shortOf(), ACCOUNT);
        return beside && matchOf(text, beside, WITH_PASSWORD);
      },
    },
  }),
};

function matchOf(text: string, at: Range, needs: Company): TextMatch<"id"> {
  return { code: "id", at, entity: "user-id", confidence: 0.85, value: text.slice(at.start, at.end).replace(/[\s-]+/gu, ""), needs, evidence: ["label", "company"] };
}

const shortOf = (): Labels => (short ??= labelPattern(SHORT_LABELS));
const numbersOf = (): Labels => (numbers ??= labelPattern([...NUMBER_LABELS, ...ENGLISH_NUMBER_LABELS]));
const accountsOf = (): Labels => (accounts ??= labelPattern([...ACCOUNT_LABELS, ...ENGLISH_ACCOUNT_LABELS]));

function readId(text: string, start: number, labels: Labels, pattern: RegExp): Range | undefined {
  const labelEnd = labelAt(text, start, labels);
  if (labelEnd === undefined) return undefined;
  const signed = valueStart(text, start, labelEnd);
  if (signed < 0) return undefined;
  NUMBER_SIGN.lastIndex = signed;
  NUMBER_SIGN.test(text);
  const from = NUMBER_SIGN.lastIndex;
  pattern.lastIndex = from;
  const value = pattern.exec(text)?.[0].replace(/[._ -]+$/u, "");
  if (value === undefined || PLACEHOLDER.test(value) || (pattern === NUMBER && !HAS_DIGITS.test(value))) return undefined;
  const end = from + value.length;
  // An address is told as what it is.
  return GOES_ON.test(text.slice(end, end + 20)) || value.includes("@") ? undefined : { start: from, end };
}

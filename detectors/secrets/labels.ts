/** Passwords and keys as documents and mails name them: パスワード：…, 初期パスワードは「…」です, 暗証番号 1234. */
import type { Secret } from "./assignments.js";
import { judgeKey, judgePassword } from "./values.js";

/** Words at the end of a run of katakana, or of Chinese, and what stands behind them. */
const PASSWORD_WORDS = ["パスワード", "パスフレーズ", "パスコード", "密码", "密碼"];
const KEY_WORDS = ["シークレット", "トークン", "アクセスキー", "シークレットキー", "キー"];
/** "キー" alone is on every keyboard: only these make it a secret's. */
const KEY_OWNER = /(?:API|シークレット|アクセス|秘密|アカウント|認証|暗号化?|署名|共有|Secret|Access) {0,1}$/iu;
const BETWEEN = /(?:[(（][^()（）\n\t]{1,20}[)）])?(?: {0,3}[:=] {0,3}| {0,2}\t|\n| {0,2}(?:は|が|を|→|⇒) {0,2}[:、]? {0,2}| {1,4}(?=[!-~])|(?=[「『【]))(?:["'「『【<[]{1,2} {0,2})?/uy;
const VALUE = /[!-~]{4,100}/uy;
const CLOSING = /["'」』】>\].,;:]+$/u;
/** Japanese text that goes on behind a value makes it a number of something: 8文字以上, 2回. */
const GOES_ON = /^(?: {0,1}(?:文字|桁|回|種類|以上|以下|以内|字|分|時間|日|か月|ヶ月|年|つ|個|番目|件|人|名|点|%|から|まで|の(?:い|よ|組|文|英|半))|[ーぁ-ん]{0,2}文字)/u;
const PIN = /(?:番号)?(?:[(（][^()（）\n\t]{1,12}[)）])?(?: {0,3}[:=] {0,3}| {0,2}\t| {0,2}は {0,2}| {1,2})["'「]?(\d{4,8})(?!\d|[-/.]\d| {0,1}(?:桁|年|円|人|件|文字|番|号|月|ケタ))/uy;

const endsWithAny = (run: string, words: readonly string[]): string | undefined => words.find((word) => run.endsWith(word));

/** @param start of a run of katakana or kanji */
export function readJapaneseLabel(text: string, start: number, end: number): Secret | undefined {
  // The longest of the words, and what may stand before it in its run: ログインパスワード.
  const run = text.slice(Math.max(start, end - 10), end);
  const isPassword = endsWithAny(run, PASSWORD_WORDS) !== undefined;
  if (!isPassword) {
    const word = endsWithAny(run, KEY_WORDS);
    if (word === undefined) return undefined;
    const before = text.slice(Math.max(0, end - word.length - 16), end - word.length);
    if (word === "キー" && !KEY_OWNER.test(before)) return undefined;
  }
  BETWEEN.lastIndex = end;
  if (!BETWEEN.test(text)) return undefined;
  const from = BETWEEN.lastIndex;
  // The last header of a row of cells is no label of the next row's first.
  if (text.charCodeAt(end) === 0x0a && isInRow(text, start)) return undefined;
  VALUE.lastIndex = from;
  const matched = VALUE.exec(text)?.[0];
  if (matched === undefined || GOES_ON.test(text.slice(from + matched.length, from + matched.length + 6))) return undefined;
  const value = matched.replace(CLOSING, "");
  const confidence = isPassword ? judgeLabelled(value) : judgeKey(value);
  return confidence === 0 ? undefined : { code: isPassword ? "password" : "key", start: from, end: from + value.length, confidence };
}

const LONGEST_LINE = 40;

function isInRow(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_LINE), start);
  return before.lastIndexOf("\t") > before.lastIndexOf("\n");
}

const HAS_LETTER = /[A-Za-z]/u;
const HAS_DIGIT = /\d/u;

/** Behind its Japanese name a password is shorter and plainer than in code, and still one. */
function judgeLabelled(value: string): number {
  const judged = judgePassword(value, true);
  if (judged > 0) return Math.max(judged, 0.8);
  return value.length >= 4 && value.length < 6 && HAS_LETTER.test(value) && HAS_DIGIT.test(value) ? 0.6 : 0;
}

/** 暗証. */
const DARK = 0x6697;
const PROOF = 0x8a3c;

/** 暗証番号：1234. @param start of a run of kanji */
export function readPin(text: string, start: number, end: number): Secret | undefined {
  let at = end - 2;
  while (at >= start && !(text.charCodeAt(at) === DARK && text.charCodeAt(at + 1) === PROOF)) at--;
  if (at < start) return undefined;
  PIN.lastIndex = at + 2;
  const match = PIN.exec(text);
  if (match === null || isSamplePin(match[1])) return undefined;
  return { code: "password", start: PIN.lastIndex - match[1].length, end: PIN.lastIndex, confidence: 0.8 };
}

const isSamplePin = (pin: string): boolean => new Set(pin).size === 1 || "0123456789".includes(pin);

/** What stands around a possible name, as log odds; weights from UD_Japanese-GSD's counts, rounded, and from forms. */
import { labelBefore, labelPattern, type Labels } from "./labels.js";
import { bracketAfter, CERTAIN_NAME_LABELS, isHonorific, isOfficeOfAPlace, kanaHonorificAt, NAME_LABELS, titleAt, titleBefore } from "./name-cues.js";
import { isVerbalNoun } from "./name-dictionary.js";

let labels: Labels | undefined;
const nameLabels = (): Labels => (labels ??= labelPattern(NAME_LABELS));
const LABEL_NEAR = 4;

/** What a particle or a sign behind the name says. Okurigana and する make the run a verb or an adjective. */
const BEHIND: Readonly<Record<string, number>> = {
  は: 1.2, が: 1, の: 0.6, と: 0.5, や: 0.3, を: 0.2, に: 0.1, も: 0, ら: 0.1, で: -1, か: -1.1, へ: -0.6, だ: 0,
  さ: -2.4, し: -2.4, す: -2.4, な: -0.5, た: -0.4, "。": 0.3, "、": 0.2, ",": 0.1, "・": 0.1, "\n": 0.2, "\t": 0.2,
};
const BEFORE: Readonly<Record<string, number>> = {
  ノ: -2, ケ: -2, ガ: -2, ツ: -2, は: 0.5, の: 0.25, と: 0.4, で: 0.5, も: -0.6, た: 0.4, る: 0.4, い: 0.4, お: -2.5, ご: -2.5, "、": 0.6, ",": 0.5, "・": 0.3, "「": -0.8, "『": -1, "(": -0.4, "\n": 0.3, "\t": 0.3, " ": 0.2,
};

/** A date of birth, a telephone number, a postal code: what rosters hold behind a name. */
const PERSONAL_BEHIND = /^ {1,4}(?:(?:明治|大正|昭和|平成|令和)|[MTSHR]\d|(?:19|20)\d\d[年/.-]|0\d{1,3}-|〒|TEL|電話)/u;

/** Log odds from what follows the run. @param given payload of the given name, where it may be a verbal noun */
export function evidenceBehind(text: string, end: number, given: number): number {
  if (end >= text.length) return 0.2;
  if (kanaHonorificAt(text, end)) return 2.4;
  const bracket = bracketAfter(text, end);
  if (bracket !== undefined) return bracket === "reading" ? 2.5 : 1.8;
  const char = text[end];
  const code = text.charCodeAt(end);
  const contact = contactBehind(text, end);
  if (contact !== 0) return contact;
  if (code === 0x20) {
    if (titleAt(text, end + 1) !== undefined || kanaHonorificAt(text, end + 1)) return 1.5;
    return PERSONAL_BEHIND.test(text.slice(end, end + 8)) ? 0.9 : 0;
  }
  if (code >= 0x30 && code <= 0x39) return -1.1;
  if (char === "で" && isVerbalNoun(given)) return -1.5;
  if (char === "な" && text[end + 1] === "ど") return 0.2;
  if (char === "た" && text[end + 1] === "ち") return 0.5;
  const known = BEHIND[char];
  if (known !== undefined) return known;
  return code >= 0x3041 && code <= 0x3096 ? -2.3 : code >= 0x30a1 && code <= 0x30fc ? -0.3 : 0;
}

/** What a list of contacts puts between a name and how to reach it: 佐藤花子 090-..., 佐藤花子(090-...), 佐藤花子 <hanako@...>, 佐藤花子,TEL:090-... */
const CONTACT = /[ \t,、'"|:;/<([=]{1,6}(?:(?:TEL|Tel|tel|携帯|電話|mail|mailto|MAILTO)[.:= ]{0,3})?(?:(0[6-9]0[- (.]?\d{4}[- ).]?\d{4}(?!\d)|[\w.+-]{1,64}@[\w-])|(〒\d{3}-|(?:東京都|北海道|(?:大阪|京都)府|\p{Script=Han}{2,3}県)\p{Script=Han}{1,6}[市区郡町村])|0\d{1,4}[-(]\d{1,4}[-)]\d{3,4}(?!\d))/uy;

/** A mobile number or a mail address is a person's; a line at a fixed place is as often a shop's or an office's. */
export function contactBehind(text: string, end: number): number {
  CONTACT.lastIndex = end;
  const found = CONTACT.exec(text);
  if (found === null) return 0;
  if (found[1] !== undefined) return 2.5;
  return found[2] === undefined ? 1 : 2;
}

/**
 * What programs write before the name of somebody: the common name of iCalendar (RFC 5545, 3.2.2) and of directories (RFC 4519, 2.3),
 * the formatted name of vCard (RFC 6350, 6.2.1).
 */
const NAME_ATTRIBUTE = /(?:^|[\n;,: "])(?:cn="?|fn(?:;[\w=."-]{1,40})?:)$/iu;
const LONGEST_ATTRIBUTE = 48;
const [EQUALS, COLON, QUOTE] = [0x3d, 0x3a, 0x22];

/** Whether a label such as 氏名: announces what begins at `start`. Cheap where a letter stands before, as it does in prose. */
export function isLabelled(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (!(before < 0x41 || before === 0x7c) || (before >= 0x30 && before <= 0x39)) return false;
  if ((before === EQUALS || before === COLON || before === QUOTE) && NAME_ATTRIBUTE.test(text.slice(Math.max(0, start - LONGEST_ATTRIBUTE), start))) return true;
  return isBehindNote(text, start) || isNear(text, start, labelBefore(text, start, nameLabels(), LABEL_NEAR));
}

const CLOSING_BRACKET = 0x29;
const FAR = 4;
/** 氏名(ふりがな) さとう はなこ, (通称) 佐藤花子: what the form asks for, in brackets. */
const NOTE_IN_FRONT = /\((?:[^()\n]{0,10}[・/ ])?(?:カナ|かな|ふりがな|フリガナ|よみ|ヨミ|よみかた|読み|読み方|よみがな|ヨミガナ|通称|通称名|本名|氏名|名前|漢字|自署|本人|全角|半角)\)[ :]{0,5}$/u;

function isBehindNote(text: string, start: number): boolean {
  let at = start;
  while (start - at <= FAR && (text.charCodeAt(at - 1) === 0x20 || text.charCodeAt(at - 1) === COLON)) at--;
  return text.charCodeAt(at - 1) === CLOSING_BRACKET && NOTE_IN_FRONT.test(text.slice(Math.max(0, start - 24), start));
}

/** No word stands between: 班長まで and a word on the next line. */
function isNear(text: string, start: number, distance: number | undefined): boolean {
  if (distance === undefined) return false;
  for (let at = start - distance; at < start; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x3041 && code <= 0x9fff && code !== 0x30fb) return false;
  }
  return true;
}

/** Whether what announces it is a label of names only: 氏名 and お名前, but not 担当 and 連絡先, behind which offices stand as well. */
export function isNameLabelled(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (!(before < 0x41 || before === 0x7c) || (before >= 0x30 && before <= 0x39)) return false;
  return isBehindNote(text, start) || isNear(text, start, labelBefore(text, start, (certainLabels ??= labelPattern(CERTAIN_NAME_LABELS)), LABEL_NEAR));
}
let certainLabels: Labels | undefined;

/** Log odds from what stands before the run. */
export function evidenceBefore(text: string, start: number): number {
  if (start === 0) return 0.3;
  if (isLabelled(text, start)) return 3;
  // 俳優の佐藤花子
  if (text[start - 1] === "の" && titleBefore(text, start - 1) !== undefined) return 1.4;
  const known = BEFORE[text[start - 1]];
  if (known !== undefined) return known;
  const code = text.charCodeAt(start - 1);
  if (code >= 0x30 && code <= 0x39) return -1.4;
  return 0.2;
}

/** Honorifics that also stand inside names of places and words: 竹殿町, 北師範. */
const ONLY_AT_THE_END = new Set("殿師君翁嬢");

/** As `titleAt`, in a run of kanji that ends at `end`. */
export function honestTitleAt(text: string, at: number, end: number): string | undefined {
  const title = titleAt(text, at);
  return title !== undefined && at + title.length < end && ONLY_AT_THE_END.has(title) ? undefined : title;
}

/** Inside the run: what the name is joined to on either side. */
export function joinBefore(text: string, at: number): number {
  const title = titleBefore(text, at);
  return title === undefined ? -4 : title.length >= 3 ? 1.5 : title.length === 2 ? 0.7 : -0.5;
}

export function joinBehind(text: string, at: number, end: number, place: boolean): number {
  const title = honestTitleAt(text, at, end);
  if (title === undefined || at + title.length > end) return -3.3;
  // 日本医師会, 山本歯科医院, 田中社会保険労務士事務所
  if (at + title.length < end && "会院所室部局課館団業法".includes(text[at + title.length])) return -4;
  if (place && isOfficeOfAPlace(title)) return -1.5;
  return isHonorific(title) ? 2.6 : at + title.length === end ? 1.6 : 0.2;
}

/** What stands directly before and behind a value: line breaks and cells, quotation marks, labels' colons. */
const FIELD_STARTS = codesOf("\n\t,|;\"':=");
const FIELD_ENDS = codesOf("\n\t,|、;\"'");
const SPACE = 0x20;
const MIDDLE_DOT = 0x30fb;
function codesOf(chars: string): ReadonlySet<number> {
  return new Set(Array.from(chars, (char) => char.charCodeAt(0)));
}
/** With spaces between: the pipes of a table in text, a label's colon, the end of an address that the name is written behind. */
const STARTS_BEFORE_SPACE = /(?:[|:=]|[号番地室階F]|\d-\d{1,4}) {1,4}$/u;
const ENDS_BEHIND_SPACE = /^ {1,4}(?:[|\n]|$)/u;

/** What fills a cell, a line or a list's item by itself is a name more often than what stands in a sentence. */
export function fillsField(text: string, start: number, end: number): boolean {
  return startsField(text, start) && endsField(text, end, text[start - 1] === "=");
}

function startsField(text: string, start: number): boolean {
  if (start === 0) return true;
  const before = text.charCodeAt(start - 1);
  if (before === SPACE) return isBullet(text, start) || STARTS_BEFORE_SPACE.test(text.slice(Math.max(0, start - 10), start));
  return before === MIDDLE_DOT ? isBullet(text, start) : before < 0x80 && FIELD_STARTS.has(before);
}

/** @param isAssigned "name=佐藤花子 tel=...": a space ends the value */
function endsField(text: string, end: number, isAssigned: boolean): boolean {
  if (end >= text.length) return true;
  const code = text.charCodeAt(end);
  return code === SPACE ? isAssigned || ENDS_BEHIND_SPACE.test(text.slice(end, end + 6)) : FIELD_ENDS.has(code);
}

/** "- 佐藤花子", "・佐藤花子", "1. 佐藤花子", "3年2組 佐藤花子" at the end of a line. */
const isBullet = (text: string, start: number): boolean => /(?:^|\n)[^\n、。]{0,12}$/u.test(text.slice(Math.max(0, start - 14), start));

/** Reads a cell as a header or label: 「※ 代表者の氏名（必須）」 is a name, the representative's. Words are in header-words.ts. */
import type { Entity } from "../../src/contract.js";
import { normalize } from "../../src/text/normalize.js";
import { HEADER_WORDS, type HeaderWord, ORGANISATION_PREFIXES, PERSON_WORDS, type Role } from "./header-words.js";

/** What one header or label cell says of the cells that belong to it. */
export interface HeaderField {
  readonly role: Role;
  readonly entity?: Entity;
  /** The word may head other things too: the cells must be of its kind by themselves. */
  readonly ambiguous: boolean;
  /** Somebody's own and not an office's. */
  readonly isPrivate: boolean;
  /** The name is that of someone in a public role. */
  readonly isPublicRole: boolean;
  /** Whose it is: "保護者", `ORGANISATION`, "" where the header does not say. */
  readonly subject: string;
  /** Several things stand in one cell ("住所・電話番号"); the field is the first of them. */
  readonly isComposite: boolean;
}

/** The subject of fields that belong to an organisation. */
export const ORGANISATION = "#organisation";

/** UTF-16 units; survey questions used as headers are this long, values are not asked for. */
const MAX_LENGTH = 60;
/** A word that says whose a field is: 緊急連絡先（保護者）. */
const MAX_SUBJECT = 12;

interface Vocabulary {
  readonly words: ReadonlyMap<string, HeaderWord>;
  /** Words that head names by themselves, with whether their cells must prove it. */
  readonly people: ReadonlyMap<string, { readonly ambiguous: boolean }>;
  readonly personPrefixes: ReadonlySet<string>;
  readonly englishPrefixes: ReadonlySet<string>;
  readonly organisations: ReadonlySet<string>;
  /**
   * By hash of the last two characters of all words: the length of the longest word, or `ANY_LENGTH` where the word may follow
   * another. Most cells of values fail this.
   */
  readonly endings: Uint8Array;
  /** By last unit: 0 where no header ends so. */
  readonly lastUnits: Uint8Array;
}

const ANY_LENGTH = 255;
/** What may stand before a whole word and leave it one: "(12) ", "お". */
const MARKS_LENGTH = 6;

let vocabulary: Vocabulary | undefined;

const pairSlot = (last: number, previous: number): number => ((previous * 31) ^ (last * 7)) & 0xffff;

function buildVocabulary(): Vocabulary {
  const words = new Map<string, HeaderWord>();
  for (const entry of HEADER_WORDS) for (const word of list(entry.words)) if (!words.has(word)) words.set(word, entry);
  const people = new Map<string, { ambiguous: boolean }>();
  for (const word of list(PERSON_WORDS.alone)) people.set(word, { ambiguous: false });
  for (const word of list(PERSON_WORDS.counted)) people.set(word, { ambiguous: true });
  const endings = new Uint8Array(0x10000);
  const addEnding = (word: string, length: number): void => {
    if (word.length < 2) return;
    const slot = pairSlot(word.charCodeAt(word.length - 1), word.charCodeAt(word.length - 2));
    endings[slot] = Math.max(endings[slot], length);
  };
  const OTHER_ENDINGS = ["区分", "種別", "日時", "時間", "金額", "内容", "番号", "コード", "人数", "件数", "年月日"];
  for (const [word, { suffix }] of words) addEnding(word, suffix === true ? ANY_LENGTH : word.length);
  for (const word of people.keys()) addEnding(word, word.length);
  for (const word of OTHER_ENDINGS) addEnding(word, ANY_LENGTH);
  const personPrefixes = new Set([...people.keys(), ...list(PERSON_WORDS.prefix)]);
  return {
    words, people, endings, personPrefixes, lastUnits: lastUnitsOf([...words.keys(), ...people.keys(), ...OTHER_ENDINGS]),
    englishPrefixes: new Set(list(PERSON_WORDS.en)),
    organisations: new Set(list(ORGANISATION_PREFIXES)),
  };
}

function lastUnitsOf(words: readonly string[]): Uint8Array {
  const table = markTable().map((kind) => (kind === OPENING ? 0 : kind === 0 ? 0 : 1));
  for (const word of words) {
    const last = word.charCodeAt(word.length - 1);
    table[last] = 1;
    if (last >= 0x61 && last <= 0x7a) table[last - 0x20] = table[last + 0xfee0] = table[last + 0xfee0 - 0x20] = 1;
  }
  for (const char of HALF_WIDTH_ENDINGS) table[char.charCodeAt(0)] = 1;
  table[NAME_ENDING] = table[0x3044] = 1;
  return table;
}

const list = (words: string): string[] => words.split(/ +/u);

const NAME_ENDING = "名".charCodeAt(0);
/** Last units of Japanese header words in half-width kana. */
const HALF_WIDTH_ENDINGS = "ﾅｽﾙﾐｲﾞｰﾌｺﾖｶﾘﾑﾒ";

const SKIPPED = 1;
const CLOSING = 2;
const OPENING = 4;
const SEPARATING = 8;
let marks: Uint8Array | undefined;

/** What a header word may stand before (電話番号1, 氏名※, 住所(必須)) and what may stand inside it. */
function markTable(): Uint8Array {
  if (marks !== undefined) return marks;
  const table = new Uint8Array(0x10000);
  const set = (chars: string, kind: number): void => {
    for (const char of chars) table[char.charCodeAt(0)] = kind;
  };
  set("0123456789０１２３４５６７８９*※:?;.,、。＊：？；．，①②③④⑤⑥⑦⑧⑨⑩", SKIPPED);
  set(" \t\n\v\f\r\u00a0\u3000-_・", SKIPPED | SEPARATING);
  set(")]>】〕》」』）］＞", CLOSING);
  set("(（[［<＜【〔《「『", OPENING);
  return (marks = table);
}

/** Where the part of a cell ends that a header word may close: what stands in brackets behind it, numbers and marks are left out. */
function significantEnd(cell: string, table: Uint8Array): number {
  let end = cell.length;
  while (end > 0) {
    const kind = table[cell.charCodeAt(end - 1)];
    if ((kind & SKIPPED) !== 0) end--;
    else if (kind === CLOSING) {
      let open = end - 2;
      while (open > 0 && table[cell.charCodeAt(open)] !== OPENING) open--;
      end = open > 0 ? open : end - 1;
    } else break;
  }
  return end;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Half-width, lower-case form of one unit, for the filter only. */
const folded = (code: number): number => {
  const half = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  return half >= 0x41 && half <= 0x5a ? half + 0x20 : half;
};

/** Whether a cell is worth reading as a header: cheap, and true of every cell that `readHeader` understands. */
export function mayBeHeader(cell: string): boolean {
  const { length } = cell;
  if (length === 0 || length > MAX_LENGTH) return false;
  const { endings, lastUnits } = vocabulary ?? words();
  if (lastUnits[cell.charCodeAt(length - 1)] === 0) return false;
  // Numbers, dates, telephones: most cells of most tables begin and end with a digit.
  if (isDigit(cell.charCodeAt(length - 1)) && isDigit(cell.charCodeAt(0))) return false;
  const table = marks ?? markTable();
  const end = significantEnd(cell, table);
  let i = end - 1;
  if (i < 0) return length === 1 && cell === "#";
  const last = folded(cell.charCodeAt(i));
  if (last === NAME_ENDING) return true;
  if (last >= 0xff61 && last <= 0xff9f) return HALF_WIDTH_ENDINGS.includes(cell[i]);
  while (--i >= 0 && (table[cell.charCodeAt(i)] & SEPARATING) !== 0);
  if (i < 0 || table[cell.charCodeAt(i)] === OPENING) return isShortHeader(last);
  const longest = endings[pairSlot(last, folded(cell.charCodeAt(i)))];
  if (longest === 0) return end >= 6 && cell.charCodeAt(end - 1) <= 0x309f && cell.charCodeAt(end - 1) >= 0x3041 && isQuestion(cell);
  if (longest !== ANY_LENGTH && end > longest + MARKS_LENGTH && !SEPARATOR.test(cell)) return false;
  return !cell.includes("@");
}

const isShortHeader = (last: number): boolean => {
  const word = String.fromCharCode(last);
  return vocabulary !== undefined && (vocabulary.words.has(word) || vocabulary.people.has(word));
};

/** お名前を教えてください, 住所をご記入ください: how survey tools head their columns. */
const isQuestion = (cell: string): boolean => cell.includes("を") && /を(?:お|ご|教|記|入|書|選)/u.test(cell);

const MAX_REMEMBERED = 4096;
const remembered = new Map<string, HeaderField | undefined>();

/** What a cell heads; undefined where it is no header word. @param cell as it stands in the document */
export function readHeader(cell: string): HeaderField | undefined {
  if (!mayBeHeader(cell)) return undefined;
  if (remembered.has(cell)) return remembered.get(cell);
  const field = read(normalize(cell).text.toLowerCase());
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(cell, field);
  return field;
}

const BRACKETED = /[(【[<〔《「『]([^()【】[\]<>〔〕《》「」『』]*)[)】\]>〕》」』]/gu;
const NOISE = /[\s\-_.'’・/／|,、&＆]+/gu;
const SEPARATOR = /[\n・/／|,、&＆]+|及び|または|又は|もしくは|ならびに/u;
const LEADING_MARKS = /^(?:[※*●○■□◆◇★☆▼▲▶>+]|(?:q|問)?\d{1,3}[.)、:]|[①-⑳]|必須|任意)+/u;
const TRAILING_MARKS = /(?:欄|必須|任意|[※*:?;.,、。\d①-⑳])+$/u;
const QUESTION = /を(?:お|ご|教|記|入|書|選).*$/u;
const READING = /カナ|かな|フリガナ|ふりがな|ヨミ|よみ|ローマ字|英字|英語表記|romaji|kana|セイ|メイ/u;

function read(text: string): HeaderField | undefined {
  const notes: string[] = [];
  let bare = text.replace(BRACKETED, (_, inside: string) => {
    notes.push(inside.trim());
    return "";
  });
  if (bare.replace(TRAILING_MARKS, "").trim() === "") bare = notes.splice(0).join("");
  const plain = bare.trim().replace(LEADING_MARKS, "").replace(QUESTION, "").replace(TRAILING_MARKS, "");
  const whole = known(bare) ?? known(plain);
  if (whole !== undefined) return annotated(whole, notes);
  const parts = plain.split(SEPARATOR).filter((part) => part.trim() !== "");
  // 氏名 Name, 電話TEL: two languages without a mark between them.
  const apart = parts.length === 1 ? scripts(parts[0]) : parts;
  const fields = apart.map((part) => known(part) ?? composed(part)).filter((field) => field !== undefined);
  const first = fields.find(({ ambiguous, role }) => !ambiguous && role !== "other") ?? fields[0] ?? composed(plain);
  if (first === undefined) return undefined;
  const isComposite = fields.some(({ role, ambiguous }) => role !== first.role && !(ambiguous && role === "name"));
  return { ...annotated(first, notes), isComposite };
}

function scripts(text: string): string[] {
  const latin = text.replace(/[^a-z ]/gu, "").trim();
  const japanese = text.replace(/[a-z ]/gu, "").trim();
  return latin === "" || japanese === "" ? [] : [japanese, latin];
}

/** 氏名（カナ）, 氏名（姓）, 氏名（保護者）, 電話番号（自宅）. */
function annotated(field: HeaderField, notes: readonly string[]): HeaderField {
  let said = field;
  const { personPrefixes, organisations } = words();
  for (const note of notes) {
    const key = note.replace(NOISE, "");
    if (isNameRole(said.role) && (key === "姓" || key === "氏" || key === "名")) said = { ...said, role: key === "名" ? "given-name" : "surname" };
    else if (isNameRole(said.role) && READING.test(key)) said = { ...said, role: readingOf(said.role, key) };
    else if (isReadingRole(said.role) && /^[姓氏名]$|^セイ$|^メイ$/u.test(key)) said = { ...said, role: key === "名" || key === "メイ" ? "given-name-reading" : "surname-reading" };
    else if (key === "自宅" || key === "携帯" || key === "個人") said = { ...said, isPrivate: true };
    else if (key.length <= MAX_SUBJECT && personPrefixes.has(key)) said = { ...said, subject: key };
    else if (key.length <= MAX_SUBJECT && organisations.has(key)) said = { ...said, subject: ORGANISATION };
  }
  return said;
}

export const isNameRole = (role: Role): boolean => role === "name" || role === "surname" || role === "given-name";
export const isReadingRole = (role: Role): boolean => role === "reading" || role === "surname-reading" || role === "given-name-reading";

const readingOf = (role: Role, note: string): Role =>
  role === "surname" || note === "セイ" ? "surname-reading" : role === "given-name" || note === "メイ" ? "given-name-reading" : "reading";

function words(): Vocabulary {
  return (vocabulary ??= buildVocabulary());
}

function fieldOf(word: HeaderWord, subject = "", ambiguous = word.ambiguous === true): HeaderField {
  return {
    role: word.role,
    ...(word.entity !== undefined && { entity: word.entity }),
    ambiguous,
    isPrivate: word.private === true,
    isPublicRole: word.publicRole === true,
    subject,
    isComposite: false,
  };
}

/** A header that is a word of the list. */
function known(text: string): HeaderField | undefined {
  const key = text.replace(NOISE, "");
  const honoured = /^[おご御]./u.test(key) ? key.slice(1) : undefined;
  const { words: all, people } = words();
  const word = all.get(key) ?? (honoured === undefined ? undefined : all.get(honoured));
  if (word !== undefined) return fieldOf(word);
  const person = people.get(key) ?? (honoured === undefined ? undefined : people.get(honoured));
  return person && { ...fieldOf({ role: "name" }, key.replace(/名$/u, "")), ambiguous: person.ambiguous };
}

/** Han and kana only: what a Japanese header is made of. */
const OTHER_HEADER = /^(?:\p{Script=Han}[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+(?:名|番号|コード|年月日|区分|種別|日時|時間|人数|件数|金額|内容)|[\p{Script=Katakana}ー]+名)$/u;

/** A header made of a word that says whose it is and one that says what. */
function composed(text: string): HeaderField | undefined {
  const key = text.replace(NOISE, "");
  const { words: all } = words();
  for (let at = 1; at < key.length; at++) {
    const suffix = all.get(key.slice(at));
    if (suffix?.suffix !== true) continue;
    const field = owned(key.slice(0, at), suffix, key.length - at);
    if (field !== undefined) return field;
  }
  return OTHER_HEADER.test(key) ? fieldOf({ role: "other" }) : undefined;
}

/** A word that follows another: 代表者 + の + 氏名. */
function owned(before: string, word: HeaderWord, length: number): HeaderField | undefined {
  const { personPrefixes, organisations, englishPrefixes } = words();
  const prefix = before.replace(/の$/u, "").replace(/^[おご御]/u, "");
  if (personPrefixes.has(prefix) || englishPrefixes.has(prefix)) {
    return { ...fieldOf(word, prefix, false), isPrivate: word.private === true || /^(?:home|personal|private|個人)$/u.test(prefix) };
  }
  if (organisations.has(prefix)) return isNameRole(word.role) || isReadingRole(word.role) ? fieldOf({ role: "organisation" }) : fieldOf(word, ORGANISATION);
  if (/[a-z]/u.test(prefix)) return undefined;
  if (prefix === "旧") return fieldOf({ role: "other" });
  if (word.role === "name" && word.ambiguous === true) return fieldOf({ role: "other" });
  // One character says too little behind a word nobody knows: 実施地区, 会社名.
  if (length < 2 || word.role === "trait" || word.role === "address-part" || word.role === "given-name-reading" || word.role === "surname-reading") return undefined;
  return fieldOf(word, isNameRole(word.role) ? prefix.slice(0, MAX_SUBJECT) : "");
}

/** A field under a wider header: 住所 over 番地, フリガナ over 姓, 代表者 over 電話番号. */
export function under(parent: HeaderField, child: HeaderField): HeaderField {
  let role = child.role;
  if (isReadingRole(parent.role) && isNameRole(role)) role = readingOf(role, "");
  if (parent.role === "birth-date" && role === "other") return child;
  const subject = child.subject !== "" ? child.subject : isContactRole(role) || isNameRole(role) || isReadingRole(role) ? subjectOf(parent) : "";
  return { ...child, role, subject, ambiguous: child.ambiguous && parent.role !== "name", isPrivate: child.isPrivate || parent.isPrivate };
}

const subjectOf = (parent: HeaderField): string => (parent.role === "organisation" ? ORGANISATION : parent.subject);

export const isContactRole = (role: Role): boolean =>
  role === "phone" || role === "email" || role === "address" || role === "address-part" || role === "postal-code" || role === "contact";

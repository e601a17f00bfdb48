/** Reads a cell as a header or label: 「※ 代表者の氏名（必須）」 is a name, the representative's. Words are in header-words.ts. */
import type { Entity } from "../../src/contract.js";
import { normalize } from "../../src/text/normalize.js";
import { mayBeHeader, mayHead, SEPARATOR, words } from "./header-vocabulary.js";
import type { HeaderWord, Role } from "./header-words.js";

export { mayBeHeader, mayHead };

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

/** A word that says whose a field is: 緊急連絡先（保護者）. */
const MAX_SUBJECT = 12;

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
const LEADING_MARKS = /^(?:[※*●○■□◆◇★☆▼▲▶>+]|(?:q|問)?\d{1,3}[.)、:]|[①-⑳]|必須|任意)+/u;
/** 電話1, 氏名※2; 内線2001 is a value. */
const TRAILING_MARKS = /(?:欄|必須|任意|(?<!\d)\d{1,2}(?!\d)|[※*#:?;.,、。①-⑳])+$/u;
const QUESTION = /を(?:お|ご|教|記|入|書|選).*$/u;
const READING = /カナ|かな|フリガナ|ふりがな|ヨミ|よみ|ローマ字|英字|英語表記|romaji|kana|セイ|メイ/u;

function read(text: string): HeaderField | undefined {
  const notes: string[] = [];
  let bare = text.replace(BRACKETED, (_, inside: string) => {
    notes.push(inside.trim());
    return "";
  });
  if (notes.length > 0 && bare.replace(TRAILING_MARKS, "").trim() === "") bare = notes.splice(0).join("");
  const plain = bare.trim().replace(LEADING_MARKS, "").replace(QUESTION, "").replace(TRAILING_MARKS, "");
  const whole = known(bare) ?? known(plain);
  if (whole !== undefined) return annotated(whole, notes);
  const parts = plain.split(SEPARATOR).filter((part) => part.trim() !== "");
  // 氏名 Name, 電話TEL: two languages without a mark between them.
  const apart = parts.length === 1 ? scripts(parts[0]) : parts;
  const fields = apart.map((part) => known(part) ?? composed(part)).filter((field) => field !== undefined);
  const first = fields.length === 0 ? undefined : fields.reduce((best, field) => (rankOf(field) < rankOf(best) ? field : best));
  if (first === undefined) {
    const joint = composed(plain);
    return joint && annotated(joint, notes);
  }
  // Kano, Mei and Kang, Ho are people, though mei and họ head names.
  if (fields.length === 1 && parts.length === 2 && SURNAME_FIRST.test(plain) && isNameRole(first.role)) return undefined;
  const isComposite = fields.some((field) => kindOf(field) !== kindOf(first)) || (parts.length > 1 && fields.length < parts.length);
  // 職・氏名: the cells hold more than a name, so they must be names by themselves to be taken for one.
  const field = annotated(first, notes);
  return isComposite ? { ...field, isComposite, ambiguous: field.ambiguous || isNameRole(field.role) } : field;
}

const SURNAME_FIRST = /^[\p{L}'’-]{2,}, \p{L}{2,3}$/u;

/** Of several things in one cell, the one that the column is judged by. */
const RANKS: readonly Role[] = ["name", "surname", "given-name", "reading", "address", "phone", "email", "birth-date", "postal-code", "fact", "contact", "trait", "organisation", "serial"];
const rankOf = ({ role, ambiguous }: HeaderField): number => {
  const rank = RANKS.indexOf(role);
  return (rank < 0 ? RANKS.length : rank) + (ambiguous ? 0.5 : 0);
};
/** A name and how it is read are one thing. */
const kindOf = ({ role }: HeaderField): string => (isNameRole(role) || isReadingRole(role) ? "name" : role);

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
  for (const form of [key, honoured]) {
    if (form === undefined) continue;
    const bare = form.replace(/(?:様|さま|さん)$/u, "").replace(/名$/u, "");
    const person = people.get(form) ?? people.get(bare);
    // 会員 may head a number of members, 会員名 does not.
    if (person !== undefined) return { ...fieldOf({ role: "name" }, bare), ambiguous: person.ambiguous && !form.endsWith("名") };
  }
  return undefined;
}

/** Han and kana only: what a Japanese header is made of. */
const OTHER_HEADER = /^(?:\p{Script=Han}[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+(?:名|番号|コード|年月日|区分|種別|日時|時間|金額|内容|[者員会人件回戸台個帯童徒]数)|[\p{Script=Katakana}ー]+名)$/u;

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
  // 取引先担当者, 施設代表者: whoever it is, if the cells are names.
  const person = /(?:担当者|代表者|責任者|申込者|申請者|保護者|利用者|契約者|連絡者|管理人|委員|役員|講師|選手)(?:様|名)?$/u.exec(key);
  if (person !== null && key.length <= MAX_SUBJECT) return { ...fieldOf({ role: "name" }, key.replace(/(?:様|名)$/u, "")), ambiguous: true };
  return OTHER_HEADER.test(key) ? fieldOf({ role: "other" }) : undefined;
}

/** A word that follows another: 代表者 + の + 氏名. */
function owned(before: string, word: HeaderWord, length: number): HeaderField | undefined {
  const { personPrefixes, organisations, englishPrefixes } = words();
  const said = before.replace(/[^\p{L}\p{N}]/gu, "").replace(/の$/u, "").replace(/(?:様|さま|さん)$/u, "");
  const bare = said.replace(/^[おご御]/u, "");
  const prefix = personPrefixes.has(`${said}様`) ? `${said}様` : bare;
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
  // 担当 under ■スタッフ is as little sure as without it.
  return { ...child, role, subject, ambiguous: child.ambiguous && (parent.role !== "name" || child.subject !== ""), isPrivate: child.isPrivate || parent.isPrivate };
}

const subjectOf = (parent: HeaderField): string => (parent.role === "organisation" ? ORGANISATION : parent.subject);

export const isContactRole = (role: Role): boolean =>
  role === "phone" || role === "email" || role === "address" || role === "address-part" || role === "postal-code" || role === "contact";

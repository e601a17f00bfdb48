/** Who a record is about: the values of one person's columns in one form each. */
import type { Entity, Identity } from "../../src/contract.js";
import { readBirthCell } from "./birth-cells.js";
import type { Column } from "./columns.js";
import { plainOf, withoutSpaces } from "./plain.js";

/** Cells of one record that fit their columns. */
export interface RecordCells {
  readonly names: readonly FittingCell[];
  readonly readings: readonly FittingCell[];
  readonly others: readonly FittingCell[];
}

export interface FittingCell {
  readonly column: Column;
  readonly text: string;
}

const SPACES = /\s+/gu;
const READING_IN_BRACKETS = /[(（][^)）]*[)）]$/u;
const HONORIFIC = /(?:様|さん|殿|氏|先生)$/u;
const KANJI = /\p{Script=Han}/u;
/** Last characters of honorifics and brackets. */
const MARKED_ENDS = "様ん殿氏生)）";

/** The first telephone number of a cell, as dialled in its country; a leading 0 that a spreadsheet dropped is given back. */
export function phoneDigits(value: string, country: string): string {
  if (isDialled(value)) return value.replaceAll("-", "");
  const plain = plainOf(value);
  const first = /\+?[\d() .-]{6,}\d/u.exec(plain)?.[0] ?? plain;
  const digits = first.replace(/\D/gu, "");
  if (first.startsWith("+")) return digits.startsWith("81") ? `0${digits.slice(2).replace(/^0/u, "")}` : `+${digits}`;
  return country !== "JP" || digits.startsWith("0") || digits.length < 9 ? digits : `0${digits}`;
}

/** 090-1234-5678 and the like: nothing to be read or given back. */
function isDialled(value: string): boolean {
  if (value.length > 13 || value.charCodeAt(0) !== 0x30) return false;
  for (let i = 1; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code !== 0x2d && (code < 0x30 || code > 0x39)) return false;
  }
  return true;
}

/** Hanako Sato <hanako@…> */
const IN_BRACKETS = /<([^<>@]+@[^<>@]+)>\s*$/u;

const isIsoDate = (value: string): boolean => value.length === 10 && value.charCodeAt(4) === 0x2d && value.charCodeAt(7) === 0x2d;

/** A value in one form, whichever a person wrote it in. */
export function valueOf(value: string, entity: Entity, country: string): string {
  switch (entity) {
    case "phone-number": return phoneDigits(value, country);
    case "email-address": return withoutSpaces(IN_BRACKETS.exec(value)?.[1] ?? value).toLowerCase();
    case "date-of-birth": {
      if (isIsoDate(value)) return value;
      return readBirthCell(plainOf(value))?.value ?? withoutSpaces(value);
    }
    case "postal-code": {
      if (value.length === 8 && value.charCodeAt(3) === 0x2d) return value;
      const digits = plainOf(value).replace(/\D/gu, "");
      return digits.length === 7 ? `${digits.slice(0, 3)}-${digits.slice(3)}` : withoutSpaces(value);
    }
    default: return withoutSpaces(value);
  }
}

const isLatin = (text: string): boolean => text.charCodeAt(0) < 0x250;

/** The name in a cell of its own, without reading, honorific and spaces that tell nothing. */
export function wholeName(text: string): string {
  if (!isLatin(text) && !text.includes("\n") && !MARKED_ENDS.includes(text[text.length - 1])) return withoutSpaces(text);
  // サトウ ハナコ over 佐藤花子 in one cell.
  const line = text.includes("\n") ? (text.split("\n").find((part) => KANJI.test(part)) ?? text) : text;
  const name = plainOf(line).replace(READING_IN_BRACKETS, "").trim().replace(HONORIFIC, "");
  // Words of a Latin name are told apart by their spaces only.
  return isLatin(name) ? name.replace(SPACES, " ") : name.replace(SPACES, "");
}

const isGiven = ({ column: { field } }: FittingCell): boolean => field.role.startsWith("given-name");

function nameOf(cells: readonly FittingCell[]): string {
  // 氏名 beside 姓 and 名 says it all.
  const whole = cells.length === 1 ? cells[0] : cells.find(({ column: { field } }) => field.role === "name");
  if (whole !== undefined) return wholeName(whole.text);
  // 佐藤 花子, but Hanako Sato, whichever column comes first.
  const ordered = [...cells].sort((a, b) => Number(isGiven(a) !== isLatin(a.text)) - Number(isGiven(b) !== isLatin(b.text)));
  return wholeName(ordered.map(({ text }) => text).join(" "));
}

/** Of several values of one kind the first stands for all, as a table writes a person's main telephone first. */
export function identityOf({ names, readings, others }: RecordCells, country: string): Identity {
  const identity: Partial<Record<Entity, string>> = {};
  if (names.length + readings.length > 0) identity["person-name"] = nameOf(names.length > 0 ? names : readings);
  for (const { column: { field, entity }, text } of others) {
    if (entity === undefined || field.role === "birth-month" || field.role === "birth-day") continue;
    const known = identity[entity];
    if (known === undefined) identity[entity] = valueOf(text, entity, country);
    // 住所1, 住所2: the parts of one address.
    else if (entity === "postal-address") identity[entity] = known + valueOf(text, entity, country);
  }
  return identity;
}

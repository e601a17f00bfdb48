/** Who a record is about: the values of one person's columns in one form each. */
import type { Entity, Identity } from "../../src/contract.js";
import { isoDate, parseDate } from "../shared/date.js";
import { fits, NOT, plainOf } from "./cells.js";
import type { Column, PersonColumns } from "./columns.js";

export type CellReader = (row: number, column: number) => string;

const SPACES = /\s+/gu;
const READING_IN_BRACKETS = /[(（][^)）]*[)）]$/u;
const HONORIFIC = /(?:様|さん|殿|氏|先生)$/u;

/** The first telephone number of a cell, as dialled in its country; a leading 0 that a spreadsheet dropped is given back. */
export function phoneDigits(value: string, country: string): string {
  const plain = plainOf(value);
  const first = /\+?[\d() .-]{6,}\d/u.exec(plain)?.[0] ?? plain;
  const digits = first.replace(/\D/gu, "");
  if (country !== "JP" || first.startsWith("+")) return first.startsWith("+") ? (digits.startsWith("81") ? `0${digits.slice(2).replace(/^0/u, "")}` : `+${digits}`) : digits;
  return digits.startsWith("0") || digits.length < 9 ? digits : `0${digits}`;
}

function valueOf(value: string, entity: Entity, country: string): string {
  switch (entity) {
    case "phone-number": return phoneDigits(value, country);
    case "email-address": return plainOf(value).toLowerCase();
    case "date-of-birth": {
      const date = parseDate(plainOf(value));
      return date === undefined ? plainOf(value).replace(SPACES, "") : isoDate(date);
    }
    case "postal-code": {
      const digits = plainOf(value).replace(/\D/gu, "");
      return digits.length === 7 ? `${digits.slice(0, 3)}-${digits.slice(3)}` : plainOf(value).replace(SPACES, "");
    }
    default: return plainOf(value).replace(SPACES, "");
  }
}

const isLatin = (text: string): boolean => text.charCodeAt(0) < 0x250;

function nameOf(read: CellReader, row: number, columns: readonly Column[], country: string): string {
  const parts = columns
    .map(({ column, field }) => ({ text: read(row, column), isGiven: field.role.startsWith("given-name"), field }))
    .filter(({ text, field }) => text !== "" && fits(text, field.role, field.entity, country) !== NOT)
    .map(({ text, isGiven }) => ({ text: plainOf(text).replace(READING_IN_BRACKETS, "").trim(), isGiven }))
    // 佐藤 花子, but Hanako Sato, whichever column comes first.
    .sort((a, b) => Number(a.isGiven !== isLatin(a.text)) - Number(b.isGiven !== isLatin(b.text)))
    .map(({ text }) => text);
  const name = parts.join(isLatin(parts[0] ?? "") ? " " : "").replace(HONORIFIC, "");
  // Words of a Latin name are told apart by their spaces only.
  return isLatin(name) ? name.replace(SPACES, " ") : name.replace(SPACES, "");
}

/** Of several values of one kind the first stands for all, as a table writes a person's main telephone first. */
export function identityOf(read: CellReader, row: number, { names, readings, others }: PersonColumns, country: string): Identity {
  const identity: Partial<Record<Entity, string>> = {};
  const name = nameOf(read, row, names, country) || nameOf(read, row, readings, country);
  if (name !== "") identity["person-name"] = name;
  for (const { column, field, entity } of others) {
    if (entity === undefined || field.role === "birth-month" || field.role === "birth-day") continue;
    const cell = read(row, column);
    if (cell === "" || fits(cell, field.role, field.entity, country) === NOT) continue;
    const value = valueOf(cell, entity, country);
    if (field.role === "address" || field.role === "address-part") identity[entity] = (identity[entity] ?? "") + value;
    else identity[entity] ??= value;
  }
  return identity;
}

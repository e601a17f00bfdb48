/** Which columns under a header hold what it says. */
import type { Entity, TableSegment } from "../../src/contract.js";
import { judgeAddress } from "../shared/address.js";
import { judgeEmail } from "../shared/email.js";
import { type HeaderField, isContactRole, isNameRole, isReadingRole, readHeader } from "../shared/header-field.js";
import type { Role } from "../shared/header-words.js";
import { latinParts } from "../shared/latin-name.js";
import { judgeNamePart, judgePersonName } from "../shared/person-name.js";
import { judgePhone } from "../shared/phone.js";
import { namesCondition } from "../shared/special-care-words.js";
import { judgePostalCode } from "../shared/postal-code.js";
import { nextFilled } from "./clusters.js";
import { fits, fitsName, fitsReading, NOT } from "./cells.js";
import { KANA, provenHalves, withHalves, withMoreNames, withNamesTwice, withRomanised } from "./name-columns.js";
import { isPlaceholder, plainOf } from "./plain.js";
import { areNames, shareOf } from "./shares.js";

export interface Column {
  readonly column: number;
  readonly field: HeaderField;
  /** What its cells count as; none for traits, readings and parts of names. */
  readonly entity: Entity | undefined;
  /** Share of sampled cells that are of its kind even without the header, 0 to 1. */
  readonly judged: number;
}

/** The columns about one person of a row. */
export interface PersonColumns {
  readonly subject: string;
  /** Name or surname and given name; readings where a table has nothing else. */
  readonly names: readonly Column[];
  readonly readings: readonly Column[];
  readonly others: readonly Column[];
}

/** Columns with a field that are judged in one table; beyond them cells are left to the text detectors. */
const MAX_COLUMNS = 256;
/** Cells of a column that are judged, spread over all its rows. */
const SAMPLE = 200;
/** Rows read from the top to fill the sample of a sparse column. */
const SAMPLE_ROWS = 4_000;
/** Share of cells that must fit, under a header that says what they are, under one that may say something else, and without one. */
const ENOUGH_PLAUSIBLE = 0.5;
const ENOUGH_JUDGED = 0.6;
const ENOUGH_UNNAMED = 0.8;

const ENTITY_OF: Partial<Readonly<Record<Role, Entity>>> = {
  "name": "person-name", "surname": "person-name", "given-name": "person-name",
  "address": "postal-address", "address-part": "postal-address", "postal-code": "postal-code",
  "phone": "phone-number", "email": "email-address", "birth-date": "date-of-birth", "birth-year": "date-of-birth",
};

/** A row of one cell in a wider table: a title, a note, the name of the next group. */
function standsAlone(table: TableSegment, row: number): boolean {
  const first = nextFilled(table, row, 0);
  return first >= 0 && nextFilled(table, row, first + 1) < 0;
}

/** Cells of a column that are filled in and no header words, spread over the rows [first, end). */
export function sampleColumn(table: TableSegment, column: number, first: number, end: number): string[] {
  const cells: string[] = [];
  const isWide = table.columnCount > 1;
  const take = (row: number): void => {
    const text = table.text(row, column);
    if (text.trim() !== "" && !isPlaceholder(text) && readHeader(text) === undefined && !(isWide && standsAlone(table, row))) cells.push(text);
  };
  const rows = end - first;
  const step = Math.max(1, rows / SAMPLE);
  for (let at = 0; at < rows; at += step) take(first + Math.floor(at));
  if (step > 1 && cells.length < SAMPLE / 4) {
    for (let row = first; row < Math.min(end, first + SAMPLE_ROWS) && cells.length < SAMPLE; row++) take(row);
  }
  return cells;
}

/** Whether a cell is of a kind by itself, whatever stands above it. */
function judges(cell: string, field: HeaderField, country: string): boolean {
  const plain = plainOf(cell);
  switch (field.role) {
    case "name":
      // A surname alone is enough where the header names a person (担当: 佐藤), not where it may name a place (名前: 石川).
      return judgePersonName(plain) >= 0.5 || (field.subject !== "" && judgeNamePart(plain, "surname") >= 0.7);
    case "reading": return judgePersonName(plain) >= 0.5;
    // SN is Senegal as well, and SV a code.
    case "surname": return judgeNamePart(plain, "surname") >= 0.3 && !(field.ambiguous && CODE.test(plain));
    case "given-name": return judgeNamePart(plain, "given") >= 0.3;
    case "phone": return judgePhone(plain, country) >= 0.3;
    case "email": return judgeEmail(plain) >= 0.9;
    case "address": return judgeAddress(plain) >= 0.5;
    case "postal-code": return judgePostalCode(plain) >= 0.5;
    default:
      if (field.entity === "special-care" && field.ambiguous) return namesCondition(plain);
      return fits(cell, field.role, field.entity, country) !== NOT;
  }
}

const CODE = /^[A-Z]{1,3}$/u;

function withRole(field: HeaderField, role: Role): HeaderField {
  return { ...field, role };
}

/** 連絡先 may be a telephone, a mail address or where someone lives, and 自宅 a telephone. */
function settleContact(field: HeaderField, cells: readonly string[], country: string): HeaderField | undefined {
  if (field.role === "address" && field.isPrivate && shareOf(cells, (cell) => fits(cell, "phone", undefined, country) !== NOT) >= ENOUGH_PLAUSIBLE) return withRole(field, "phone");
  if (field.role !== "contact") return field;
  const kinds: readonly Role[] = ["phone", "email", "address"];
  const role = kinds.find((kind) => shareOf(cells, (cell) => judges(cell, withRole(field, kind), country)) >= ENOUGH_PLAUSIBLE);
  return role && withRole(field, role);
}

/** 氏名（ふりがな） heads the reading beside a name, or names with their reading behind them. */
function settleReading(field: HeaderField, cells: readonly string[]): HeaderField {
  if (field.role !== "reading") return field;
  const isReading = shareOf(cells, (cell) => fitsReading(cell) !== NOT) >= ENOUGH_PLAUSIBLE;
  return isReading || shareOf(cells, (cell) => fitsName(cell, false) !== NOT) < ENOUGH_PLAUSIBLE ? field : withRole(field, "name");
}

/** The column, if its cells bear its header out. */
function prove(column: number, header: HeaderField, cells: readonly string[], country: string): Column | undefined {
  const field = settleContact(settleReading(header, cells), cells, country);
  if (field === undefined || (cells.length === 0 && field.ambiguous)) return undefined;
  const judged = shareOf(cells, (cell) => judges(cell, field, country));
  if (field.ambiguous && judged < ENOUGH_JUDGED && !(field.role === "name" && areNames(cells))) return undefined;
  const plausible = shareOf(cells, (cell) => fits(cell, field.role, field.entity, country) !== NOT);
  if (cells.length > 0 && plausible < ENOUGH_PLAUSIBLE) return undefined;
  return { column, field, entity: field.entity ?? ENTITY_OF[field.role], judged };
}

/** SANTOS MARIA, Nguyen Thi Hoa: two to four capitalised words, as passports have names. */
const PASSPORT_NAME = /^\p{Lu}[\p{L}'’.-]{1,24}(?:,? \p{Lu}[\p{L}'’.-]{0,24}){1,3}$/u;
const ENOUGH_WRITTEN = 0.8;
const SOME_KNOWN = 0.15;
/** The same under "Employee" and the like. */
const ENOUGH_KNOWN = 0.4;

/** Names that no dictionary knows, under "name" beside what only people have, or under a word for people. */
function proveLatin(column: number, field: HeaderField, cells: readonly string[], least: number): Column | undefined {
  if (shareOf(cells, (cell) => PASSPORT_NAME.test(plainOf(cell))) < ENOUGH_WRITTEN) return undefined;
  const judged = shareOf(cells, (cell) => judges(cell, field, ""));
  return judged < least ? undefined : { column, field: { ...field, ambiguous: false }, entity: ENTITY_OF[field.role], judged };
}

const UNNAMED: HeaderField = { role: "other", ambiguous: true, isPrivate: false, isPublicRole: false, subject: "", isComposite: false };

/** 杉本はな: as often a word as somebody, but not in a column most of which is people. */
const mayBeName = (cell: string): boolean => judgePersonName(plainOf(cell)) >= 0.3;

/** What a column without a known header holds, by a large majority of its cells. */
export function recognise(column: number, cells: readonly string[], country: string, roles: readonly Role[]): Column | undefined {
  if (cells.length < 2) return undefined;
  for (const role of roles) {
    const field = withRole(UNNAMED, role);
    const judged = shareOf(cells, (cell) => judges(cell, field, country));
    if (judged >= ENOUGH_UNNAMED || (role === "name" && ((judged >= ENOUGH_JUDGED && shareOf(cells, mayBeName) >= ENOUGH_UNNAMED) || areNames(cells)))) return { column, field, entity: ENTITY_OF[role], judged };
  }
  return undefined;
}

/** Share of the cells that are kana, and of those that read like a name, in a column of readings that nothing heads. */
const ENOUGH_KANA = 0.9;
const ENOUGH_READ = 0.3;

/** （サトウ　ハナコ） below or beside 佐藤花子. */
function recogniseReading(column: number, cells: readonly string[]): Column | undefined {
  if (cells.length < 2 || shareOf(cells, (cell) => KANA.test(plainOf(cell))) < ENOUGH_KANA) return undefined;
  const judged = shareOf(cells, (cell) => judgePersonName(plainOf(cell).replace(/[()[\]]/gu, "")) >= 0.5);
  return judged < ENOUGH_READ ? undefined : { column, field: withRole(UNNAMED, "reading"), entity: undefined, judged };
}

const isBeside = (fields: ReadonlyMap<number, HeaderField>, column: number, role: Role): boolean => fields.get(column - 1)?.role === role || fields.get(column + 1)?.role === role;

/** Name beside Vorname or Prénom is a surname, Nombre beside Apellidos a given name, where the cells are no whole names. */
function proveHalf(column: number, field: HeaderField, fields: ReadonlyMap<number, HeaderField>, cells: readonly string[], country: string): Column | undefined {
  if (field.role !== "name" || !field.ambiguous || field.subject !== "") return undefined;
  const role = isBeside(fields, column, "given-name") ? "surname" : isBeside(fields, column, "surname") ? "given-name" : undefined;
  return role && prove(column, { ...field, role, ambiguous: false }, cells, country);
}

const isUseful = (role: Role): boolean =>
  isNameRole(role) || isReadingRole(role) || isContactRole(role) || role.startsWith("birth-") || role === "fact" || role === "trait";

/** Proven columns of a block, in order. */
export function proveColumns(
  table: TableSegment,
  { fields, firstColumn, lastColumn }: { fields: ReadonlyMap<number, HeaderField>; firstColumn: number; lastColumn: number },
  rows: { first: number; end: number },
  country: string,
): Column[] {
  const proven: Column[] = [];
  const sample = (column: number): string[] => sampleColumn(table, column, rows.first, rows.end);
  const ordered = [...fields].sort(([a], [b]) => a - b);
  const isBesideTraits = ordered.some(([, { role, entity, isPrivate }]) => role === "trait" || role === "birth-date" || isPrivate || entity === "passport" || entity === "residence-card");
  const hasBothHalves = ["surname", "given-name"].every((role) => ordered.some(([, field]) => field.role === role));
  for (const [column, field] of ordered) {
    if (proven.length >= MAX_COLUMNS) break;
    if (!isUseful(field.role)) continue;
    // 名 by itself heads numbers of people; beside 姓 it is a given name. First and Last are halves of a name beside each other.
    if (field.ambiguous && (field.role === "given-name" || (field.role === "surname" && isBeside(fields, column, "given-name")))) {
      if (field.role === "given-name" && !isBeside(fields, column, "surname")) continue;
      const named = prove(column, { ...field, ambiguous: false }, sample(column), country);
      if (named !== undefined) proven.push(named);
      continue;
    }
    const found =
      prove(column, field, sample(column), country) ??
      (field.role === "name" && field.ambiguous && (isBesideTraits || field.subject !== "") ? proveLatin(column, field, sample(column), isBesideTraits ? SOME_KNOWN : ENOUGH_KNOWN) : undefined) ??
      (hasBothHalves ? undefined : proveHalf(column, field, fields, sample(column), country));
    proven.push(...(found === undefined ? provenHalves(table, column, field, fields, rows, sample) : [found]));
  }
  const named = withNamesTwice(table, withHalves(table, proven, fields, rows, sample), rows, sample);
  const all = withRomanised(table, withUnnamed(named, { fields, firstColumn, lastColumn }, sample, country), { fields, firstColumn, lastColumn }, rows, sample);
  const more = withMoreNames(table, all, { fields, firstColumn, lastColumn }, rows, sample);
  return withoutLoneLatin(more, sample, isOfThings(table, rows.first - 1));
}

/** Share of Latin names that must be known where nothing but an ambiguous header and they speak for people, and how many of them. */
const ENOUGH_LATIN = 0.8;
const FEWEST_LATIN = 3;

/** "name" heads functions, chapters and packages in every program's data: without anything else of a person, names must be sure. */
function withoutLoneLatin(columns: Column[], sample: (column: number) => string[], isOfThings: boolean): Column[] {
  if (columns.some(({ field, entity }) => field.role === "trait" || isReadingRole(field.role) || (entity !== undefined && entity !== "person-name" && !(isOfThings && field.role === "address-part")))) return columns;
  return columns.filter(({ column, field, judged }) => {
    // Employee, Attendee: the cells have shown that it heads people and not a number of them.
    if (field.role !== "name" || !field.ambiguous || field.subject !== "") return true;
    const cells = sample(column);
    return cells.some((cell) => JAPANESE.test(cell)) || (!isOfThings && cells.length >= FEWEST_LATIN && (judged >= ENOUGH_LATIN || areLatinNames(cells, judged)));
  });
}

/** What roses, wines, ships, streets and storms have, which are called by whole names of people. */
const OF_THINGS = /^(?:alpha[ _-]?[23]|iso[ _-]?(?:code|\d.*)|country[ _-]?code|numeric|official[ _-]?name|inverted[ _-]?name|scope|currency|capital|continent|tld|calling[ _-]?code|time[ _-]?zones?|constellation|magnitude|diameter|planet|orbit|price|cost|colou?r|length|width|vintage|flag|imo|mmsi|tonnage|season|category|genre|species|variety|cultivar|version|licen[cs]e|stock|qty|quantity|sku|unit|capacity|population|area|altitude|elevation|latitude|longitude|lat|lon|lng|opened|built|opening hours|sire|dam|jockey|trainer|composer|artist|director|isbn|abv|strength|material|calories)$/iu;

function isOfThings(table: TableSegment, row: number): boolean {
  for (let column = row < 0 ? -1 : nextFilled(table, row, 0); column >= 0; column = nextFilled(table, row, column + 1)) if (OF_THINGS.test(plainOf(table.text(row, column)))) return true;
  return false;
}

/** Nearly all are written as names, most have a part that is one, and some are known whole. */
const areLatinNames = (cells: readonly string[], judged: number): boolean =>
  judged >= SOME_WHOLE && shareOf(cells, (cell) => PASSPORT_NAME.test(plainOf(cell))) >= NEARLY_ALL && shareOf(cells, (cell) => plainOf(cell).split(/[ ,]+/u).some(isPartOfName)) >= MOST;
const SOME_WHOLE = 0.3;
const NEARLY_ALL = 0.9;
const MOST = 0.7;
const isPartOfName = (word: string): boolean => {
  const { given, surname } = latinParts(word);
  return Math.max(given, surname) >= 0.6;
};

const JAPANESE = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u;

/** Columns whose header nobody knows (メンバー紹介, an empty one) still tell what they are if the known ones leave it out. */
function withUnnamed(
  proven: Column[],
  { fields, firstColumn, lastColumn }: { fields: ReadonlyMap<number, HeaderField>; firstColumn: number; lastColumn: number },
  sample: (column: number) => string[],
  country: string,
): Column[] {
  const hasName = proven.some(({ field }) => isNameRole(field.role) || isReadingRole(field.role));
  const missing: Role[] = (["email", "phone", "address", "postal-code"] as const).filter((role) => !proven.some(({ field }) => field.role === role || (role === "address" && field.role === "address-part")));
  if (!hasName) missing.push("name");
  const isRead = proven.some(({ field }) => isReadingRole(field.role));
  if ((missing.length === 0 && isRead) || lastColumn - firstColumn >= MAX_COLUMNS) return proven;
  const added: Column[] = [];
  for (let column = firstColumn; column <= lastColumn; column++) {
    // A word that heads many things (宛先) was not borne out: the cells say what they are.
    const field = fields.get(column);
    if (field !== undefined && ((!field.ambiguous && field.role !== "contact") || proven.some((one) => one.column === column))) continue;
    const cells = sample(column);
    const found = (hasName && !isRead ? recogniseReading(column, cells) : undefined) ?? recognise(column, cells, country, missing);
    if (found !== undefined) added.push(found);
  }
  return added.length === 0 ? proven : [...proven, ...added].sort((a, b) => a.column - b.column);
}

/**
 * Records that stand upright: labels down a column or across a form, values to their right. One person a form, a card or (in a
 * table turned on its side) a column.
 */
import type { Concealment, Entity, Identity, RecordsMatch, TableSegment } from "../../src/contract.js";
import { judgeAddress } from "../shared/address.js";
import { isNameRole, isReadingRole } from "../shared/header-field.js";
import { judgeNamePart, judgePersonName } from "../shared/person-name.js";
import { isSamplePerson } from "../shared/sample-people.js";
import { fits, NOT, WHOLLY } from "./cells.js";
import { isExampleMark } from "./example-rows.js";
import { nextFilled } from "./clusters.js";
import type { LabelCell } from "./headers.js";
import { type FittingCell, identityOf } from "./identity.js";
import type { Explained } from "./explained.js";
import type { Code } from "./matches.js";
import { plainOf, withoutSpaces } from "./plain.js";
import type { Found } from "./records.js";

/** A value stands at most this many columns from its label: forms are drawn on grids of narrow columns. */
const MAX_DISTANCE = 40;
/** People in a table turned on its side. */
const MAX_VALUES = 1_000;

interface Value {
  readonly label: LabelCell;
  readonly row: number;
  readonly column: number;
}

/** The labels of one form or card. */
interface Form {
  readonly column: number;
  readonly values: Value[][];
  readonly labels: LabelCell[];
  /** Name labels it has, with and without their column. */
  readonly names: Set<string>;
}

/** Cards side by side. */
const MAX_OPEN = 32;

interface Person {
  readonly identity: Identity;
  readonly name: Value;
  readonly values: readonly Value[];
}

export function formRecords(table: TableSegment, labels: readonly LabelCell[], country: string): Found | undefined {
  const people: Person[] = [];
  for (const form of formsOf(table, labels)) people.push(...peopleIn(table, form, country));
  const kept = people.filter(({ identity }) => !isSamplePerson(identity["person-name"] ?? ""));
  if (kept.length === 0) return undefined;
  const groups = new Map<Concealment | undefined, Person[]>();
  for (const person of kept) {
    const { row, column } = person.name;
    const concealment = table.rowConcealment?.(row) ?? table.columnConcealment?.(column)
      ?? table.place({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column }).concealment;
    const group = groups.get(concealment);
    if (group === undefined) groups.set(concealment, [person]);
    else group.push(person);
  }
  const code = isSeveral(kept) ? "table" : "record";
  return { matches: [...groups].map(([concealment, list]) => matchOf(table, list, concealment, code)), explained: explainedIn(table, kept, country) };
}

/** An applicant and a guardian on one form are one form; two people under the same label are a list. */
const isSeveral = (people: readonly Person[]): boolean => new Set(people.map(({ name }) => name.label.field.subject)).size < people.length;

const nameKey = ({ field }: LabelCell): string => `${field.role} ${field.subject}`;
const placedKey = (label: LabelCell): string => `${label.column} ${nameKey(label)}`;

function formsOf(table: TableSegment, labels: readonly LabelCell[]): Form[] {
  const isLabel = new Set(labels.map(({ row, column }) => row * table.columnCount + column));
  const finished: Form[] = [];
  let open: Form[] = [];
  for (const label of labels) {
    const isName = isNameRole(label.field.role);
    const repeated = isName ? open.find(({ names }) => names.has(placedKey(label))) : undefined;
    const closed = repeated ?? (open.length >= MAX_OPEN ? open[0] : undefined);
    if (closed !== undefined) {
      finished.push(closed);
      open = open.filter((form) => form !== closed);
    }
    // A card beside another begins with the same name label.
    let form = isName ? open.find(({ names }) => !names.has(nameKey(label))) : open.findLast(({ column }) => column <= label.column) ?? open[0];
    if (form === undefined) {
      form = { column: label.column, values: [], labels: [], names: new Set() };
      open.push(form);
      open.sort((a, b) => a.column - b.column);
    }
    form.labels.push(label);
    form.values.push(valuesOf(table, label, isLabel));
    if (isName) form.names.add(nameKey(label)).add(placedKey(label));
  }
  return [...finished, ...open];
}

function valuesOf(table: TableSegment, label: LabelCell, isLabel: ReadonlySet<number>): Value[] {
  const { row } = label;
  const values: Value[] = [];
  let last = label.column;
  for (let column = nextFilled(table, row, last + 1); column >= 0 && column - last <= MAX_DISTANCE; column = nextFilled(table, row, column + 1)) {
    if (isLabel.has(row * table.columnCount + column) || values.length >= MAX_VALUES) break;
    // Programs write empty strings into cells nobody has filled.
    if (table.text(row, column).trim() === "") continue;
    values.push({ label, row, column });
    last = column;
  }
  return values;
}

/** What a company's profile has and an application form has not. */
const PROFILE_LABEL = /^(?:会社名|商号|社名|資本金|設立|設立年月日|創業|事業内容|従業員数|取引銀行|主要取引先|会社概要|法人番号)$/u;

/** 会社概要: its representative, address and telephone are published on purpose. */
const isProfile = (table: TableSegment, { labels }: Form): boolean =>
  labels.filter(({ row, column }) => PROFILE_LABEL.test(withoutSpaces(table.text(row, column)))).length > 1;

function peopleIn(table: TableSegment, form: Form, country: string): Person[] {
  if (isProfile(table, form)) return [];
  const nameValues = form.values.find((values, i) => form.labels[i].field.role === "name" && values.filter((value) => isName(table, value, false)).length > 1);
  if (nameValues !== undefined) {
    const byColumn = new Map<number, Value[][]>(nameValues.map(({ column }) => [column, []]));
    for (const values of form.values) for (const value of values) byColumn.get(value.column)?.push([value]);
    return [...byColumn.values()].flatMap((values) => personOf(table, values, country));
  }
  // Whose a value is: the nearest name above it, unless its label says.
  const bySubject = new Map<string, Value[][]>();
  // 申請者 over 住所 and 氏名 groups labels; a name label names someone only where a value stands.
  const isNaming = ({ field }: LabelCell, i: number): boolean => isNameRole(field.role) && form.values[i].length > 0;
  const subjects = new Set(form.labels.filter(isNaming).map(({ field }) => field.subject));
  let current: string = subjects.values().next().value ?? "";
  for (const [i, label] of form.labels.entries()) {
    const { field } = label;
    if (isNaming(label, i)) current = field.subject;
    const subject = subjects.has(field.subject) && field.subject !== "" ? field.subject : current;
    const values = bySubject.get(subject);
    if (values === undefined) bySubject.set(subject, [form.values[i]]);
    else values.push(form.values[i]);
  }
  return [...bySubject.values()].flatMap((values) => personOf(table, values, country));
}

/**
 * A form's name must be known for one, or a surname and given name apart: instructions stand in the same cells. Where the rest of the
 * form is filled in, a name that no dictionary knows is one too.
 */
function isName(table: TableSegment, { label: { field }, row, column }: Value, isFilled: boolean): boolean {
  const cell = table.text(row, column);
  if (fits(cell, field.role, field.entity, "") === NOT) return false;
  // varchar and 必須 stand beside 氏名 where fields are described.
  if (isFilled && !field.ambiguous && cell.length <= MAX_UNKNOWN_NAME && !LOWER_CASE.test(cell)) return true;
  const plain = plainOf(cell);
  return field.role === "name" ? judgePersonName(plain) >= 0.3 : judgeNamePart(plain, field.role === "surname" ? "surname" : "given") >= 0.3;
}

const LOWER_CASE = /^[a-z\d_() ]+$/u;

/** Longest name that is taken for one unknown, and how many other values must be proven beside it. */
const MAX_UNKNOWN_NAME = 12;
const ENOUGH_FILLED = 2;

function isProven(table: TableSegment, { label: { field }, row, column }: Value, country: string): boolean {
  const cell = table.text(row, column);
  if (fits(cell, field.role, field.entity, country) === NOT) return false;
  if (field.role === "address") return judgeAddress(plainOf(cell)) >= 0.5;
  return field.role === "phone" || field.role === "email" || field.role === "birth-date" || field.role === "postal-code" || field.role === "fact";
}

/** The person of some labels' values, if a name and one more kind of data stand there. */
function personOf(table: TableSegment, values: readonly (readonly Value[])[], country: string): Person[] {
  const readings: Value[] = [];
  const others: Value[] = [];
  for (const list of values) {
    const role = list[0]?.label.field.role;
    if (role === undefined || isNameRole(role)) continue;
    if (isReadingRole(role)) readings.push(...list.slice(0, 1));
    else if (!others.some(({ label }) => label.field.role === role && role !== "fact")) others.push(...list.filter((value) => isProven(table, value, country)).slice(0, 1));
  }
  // A column that shows how to fill in the one beside it.
  const top = Math.min(...values.flat().map(({ row }) => row));
  if (values.flat().some(({ column }) => isExampleMark(table.text(top - 1, column)))) return [];
  const isFilled = others.length >= ENOUGH_FILLED;
  const names = values.flatMap((list) => (list[0] !== undefined && isNameRole(list[0].label.field.role) ? list.filter((value) => isName(table, value, isFilled)).slice(0, 2) : []));
  if (names.length === 0 || others.length === 0) return [];
  const isOffice = names.every(({ label }) => label.field.isPublicRole) && !others.some(({ label: { field } }) => field.isPrivate || field.role === "birth-date");
  if (isOffice) return [];
  const asCell = (value: Value): FittingCell => {
    const { field } = value.label;
    return { column: { column: value.column, field, entity: field.entity ?? entityOf(value), judged: 1 }, text: table.text(value.row, value.column) };
  };
  const identity = identityOf({ names: names.map(asCell), readings: readings.map(asCell), others: others.map(asCell) }, country);
  return [{ identity, name: names[0], values: [...names, ...readings, ...others] }];
}

const entityOf = ({ label: { field } }: Value): Entity | undefined =>
  ({ "phone": "phone-number", "email": "email-address", "birth-date": "date-of-birth", "postal-code": "postal-code", "address": "postal-address" } as Partial<Record<string, Entity>>)[field.role];

function matchOf(table: TableSegment, people: readonly Person[], concealment: Concealment | undefined, code: Code): RecordsMatch<Code> {
  const counts: Partial<Record<Entity, number>> = {};
  // The only keys an Identity has are entities.
  for (const { identity } of people) for (const entity of Object.keys(identity) as Entity[]) counts[entity] = (counts[entity] ?? 0) + 1;
  const values = people.flatMap((person) => person.values);
  const rows = values.map(({ row }) => row);
  const columns = values.flatMap(({ column, label }) => [column, label.column]);
  return {
    code,
    at: table.place({ firstRow: min(rows), lastRow: max(rows), firstColumn: min(columns), lastColumn: max(columns) }).at,
    ...(concealment !== undefined && { concealment }),
    confidence: people.length > 1 ? 0.9 : 0.85,
    evidence: ["header", "company"],
    entities: counts,
    identities: people.map(({ identity }) => identity),
  };
}

/** Labels of people's values, and the values that are nothing else. */
function explainedIn(table: TableSegment, people: readonly Person[], country: string): Explained {
  const keys = new Set<number>();
  const keyOf = (row: number, column: number): number => row * table.columnCount + column;
  const values = people.flatMap((person) => person.values);
  for (const { label, row, column } of values) {
    keys.add(keyOf(label.row, label.column));
    if (fits(table.text(row, column), label.field.role, label.field.entity, country) === WHOLLY) keys.add(keyOf(row, column));
  }
  const rows = values.map(({ row }) => row);
  return { firstRow: min(rows), end: max(rows) + 1, has: (row, column) => keys.has(keyOf(row, column)) };
}

const min = (numbers: readonly number[]): number => numbers.reduce((least, number) => Math.min(least, number), Infinity);
const max = (numbers: readonly number[]): number => numbers.reduce((most, number) => Math.max(most, number), 0);

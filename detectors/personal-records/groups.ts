/** Whose the proven columns of a table are: one group of columns for each person in a row. */
import { isNameRole, isReadingRole, ORGANISATION } from "../shared/header-field.js";
import type { Role } from "../shared/header-words.js";
import type { Column, PersonColumns } from "./columns.js";

/** Share of readings that must read like names where nothing else names anybody. */
const ENOUGH_JUDGED = 0.6;

interface Group {
  subject: string;
  names: Column[];
  readings: Column[];
  others: Column[];
}

/** Shares the columns out among the people of a row. Without any name there is one group, of whoever the numbers belong to. */
export function groupColumns(columns: readonly Column[]): PersonColumns[] {
  const groups: Group[] = [];
  const has = (list: readonly Column[], ...roles: Role[]): boolean => list.some(({ field }) => roles.includes(field.role));
  for (const column of columns) {
    const { role, subject } = column.field;
    if (isNameRole(role)) {
      const group = groups.findLast((one) => (one.subject === subject || (one.names.length === 0 && one.subject === "")) && !isAnotherName(one, column, columns));
      if (group === undefined) groups.push({ subject, names: [column], readings: [], others: [] });
      else {
        group.subject = subject;
        group.names.push(column);
      }
    } else if (isReadingRole(role)) {
      const group = groups.findLast((one) => (one.subject === subject || subject === "") && !has(one.readings, role));
      if (group === undefined) groups.push({ subject, names: [], readings: [column], others: [] });
      else group.readings.push(column);
    }
  }
  // A table that gives only readings names people by them, if names are what they read: facilities have readings too. A lone
  // reading beside names is one of theirs, left over.
  const people = groups.some(({ names }) => names.length > 0)
    ? groups.filter(({ names }) => names.length > 0)
    : groups.filter(({ readings }) => readings.every(({ judged }) => judged >= ENOUGH_JUDGED));
  for (const group of people) if (group.names.length === 0) group.names = group.readings.splice(0).map((column) => ({ ...column, entity: "person-name" }));
  if (people.length === 0) people.push({ subject: "", names: [], readings: [], others: [] });
  for (const column of columns) if (!isNameRole(column.field.role) && !isReadingRole(column.field.role)) ownerOf(column, people).others.push(column);
  return people.map((group) => ({ ...group, others: withWholeAddress(group.others) }));
}

/** Whether a column names someone else than a group does. 氏名 | 姓 | 名 are one person, and so are given, middle and last name. */
function isAnotherName({ names, readings }: Group, { column, field: { role } }: Column, columns: readonly Column[]): boolean {
  const has = (...roles: Role[]): boolean => names.some(({ field }) => roles.includes(field.role));
  if (names.length === 0) return false;
  const isPart = role !== "name";
  if (!has(role) && has("name") !== isPart) return false;
  const last = Math.max(...[...names, ...readings].map((one) => one.column));
  const isBeside = !columns.some((one) => one.column > last && one.column < column);
  if (role === "given-name" && has(role)) return !isBeside || has("surname", "name");
  return has(role) || !isBeside;
}

/** The person a field belongs to: the one its header names, else the nearest name to its left. */
function ownerOf({ column, field }: Column, people: readonly Group[]): Group {
  const named = field.subject === "" || field.subject === ORGANISATION ? undefined : people.find(({ subject }) => subject === field.subject);
  if (named !== undefined) return named;
  return people.findLast(({ names }) => names.length > 0 && names[0].column < column) ?? people[0];
}

/** One part of an address by itself (地区, 市町村) is no address. */
function withWholeAddress(columns: readonly Column[]): Column[] {
  const isPart = ({ field }: Column): boolean => field.role === "address-part";
  const isAddress = columns.some(({ field }) => field.role === "address") || columns.filter(isPart).length > 1;
  return isAddress ? [...columns] : columns.filter((column) => !isPart(column));
}

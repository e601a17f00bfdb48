/**
 * Reads the records of a table's rows: which cells fit, and whose they are. Plain rows are read without a string for any cell
 * (quick-cells.ts), all others cell by cell.
 */
import type { Entity, TableSegment, TextSlice } from "../../src/contract.js";
import { canonicalValue, IdentityHashes, isMobile, KIND_OF, KINDS, MOBILE } from "../../src/text/identity-hashes.js";
import { addDigest, hashText } from "../../src/text/hashes.js";
import { sliceReader } from "../../src/text/table.js";
import { readHeader } from "../shared/header-field.js";
import type { Role } from "../shared/header-words.js";
import { judgeNamePart, judgePersonName } from "../shared/person-name.js";
import { fitsNamedEmail, fitterFor, NOT, WHOLLY } from "./cells.js";
import type { Column, PersonColumns } from "./columns.js";
import { isExampleMark, mayBeExampleMark } from "./example-rows.js";
import { childrenOf, type Household, householdOf } from "./households.js";
import { type FittingCell, identityOf, type RecordCells, valueOf, wholeName } from "./identity.js";
import type { Checked, FoundTable } from "./matches.js";
import { fitsOrganisation } from "./organisation-cells.js";
import { plainOf } from "./plain.js";
import { FITS, quickReaderFor, UNSURE, wasMobile } from "./quick-cells.js";

interface CheckedPerson {
  readonly names: readonly Checked[];
  readonly readings: readonly Checked[];
  readonly others: readonly Checked[];
  /** One name in one cell, and no value made of several: what the quick reader knows. */
  readonly isSimple: boolean;
  readonly household: Household | undefined;
}

export interface RowReader {
  /** What values count as; their places are the bits of the masks. */
  readonly entities: readonly Entity[];
  /** Bits of entities that do not make a record by themselves. */
  readonly weakBits: number;
  readonly columns: readonly Checked[];
  /** Persons that a row may tell of. */
  readonly people: number;
  /** Reads one person of one row; whether there is a record. The other members tell of the record last read. */
  read(row: number, person: number): boolean;
  /** The same, with the record's cells kept. */
  readCarefully(row: number, person: number): boolean;
  /** Bits of the entities that stand in columns that are shown, and in hidden ones. */
  shown(): number;
  hidden(): number;
  /** Notes the cells that are what their header says and nothing else. */
  explain(row: number): void;
  tell(list: IdentityHashes): void;
  /** A list with room for the rows from this one on. */
  listFrom(row: number): IdentityHashes;
  cells(): RecordCells;
  isExample(row: number): boolean;
  isExplained(row: number, column: number): boolean;
}

const NAME = 0;
const PHONE = KIND_OF.get("phone-number");
const BIRTH = KIND_OF.get("date-of-birth");

export function createRowReader(table: TableSegment, found: FoundTable, country: string): RowReader {
  const { rule, header, end, labelled } = found;
  const firstRow = header.last + 1;
  const rowCount = end - firstRow;
  const entities: Entity[] = [];
  const columns: Checked[] = [];
  /** By column: its slot among the explained bits, -1 where it has none. */
  const slots = new Int32Array(table.columnCount).fill(-1);
  let slotCount = 0;

  const checked = (column: Column, role: Role = column.field.role, check = fitterFor(role, column.field.entity, country)): Checked => {
    const { field, entity } = column;
    let bit = 0;
    if (entity !== undefined) {
      if (!entities.includes(entity)) entities.push(entity);
      bit = 1 << entities.indexOf(entity);
    }
    const slot = (slots[column.column] = slotCount++);
    const isPart = field.role === "birth-month" || field.role === "birth-day";
    const kind = entity === undefined || isPart ? -1 : (KIND_OF.get(entity) ?? -1);
    const one = {
      column, cell: { column, text: "" }, bit, slot, kind, check, quick: quickReaderFor(field.role, Math.max(0, kind)),
      isHidden: table.columnConcealment?.(column.column) !== undefined,
    };
    columns.push(one);
    return one;
  };
  const people: CheckedPerson[] = rule.people.map((person) => {
    const household = householdOf(table, person, { first: firstRow, end }) ?? childrenOf(table, person, rule.people, { first: firstRow, end });
    return {
      // 誠, 隆: a given name alone may be one character.
      names: person.names.map((column) => checked(column, household === undefined ? undefined : "given-name")),
      readings: person.readings.map((column) => checked(column)),
      others: person.others.map((column) => checked(column, undefined, column.field.role === "email" && person.names.length > 0 ? fitsNamedEmail : undefined)),
      isSimple: household === undefined && isSimple(person),
      household,
    };
  });
  const organisations = found.organisations.map((column) => ({ column, slot: (slots[column] = slotCount++) }));
  const nameBit = 1 << Math.max(0, entities.indexOf("person-name"));
  const weakBits = entities.includes("postal-code") ? 1 << entities.indexOf("postal-code") : 0;
  const explained = new Uint8Array((rowCount * slotCount + 7) >> 3);
  const isExplainedSlot = (slot: number, row: number): boolean => {
    const at = slot * rowCount + row - firstRow;
    return (explained[at >> 3] & (1 << (at & 7))) !== 0;
  };
  const explain = (slot: number, row: number): void => {
    const at = slot * rowCount + row - firstRow;
    explained[at >> 3] |= 1 << (at & 7);
  };

  let shownMask = 0;
  let hiddenMask = 0;
  const fitting = new Int32Array(slotCount);
  let fittingCount = 0;
  const hashes = new Float64Array(KINDS);
  const hashedKinds = [...new Set([NAME, ...columns.flatMap(({ kind }) => (kind >= 0 ? [kind] : []))])].sort((a, b) => a - b);
  let extra = 0;
  /** Sum of the hashes of values that tell nobody apart: they make no other person, but another record. */
  let rest = 0;
  let wasQuick = false;
  const cells: Record<"names" | "readings" | "others", FittingCell[]> = { names: [], readings: [], others: [] };
  const slice: TextSlice = { text: "", start: 0, end: 0 };

  const next = sliceReader(table, slice);
  const sliceAt = (row: number, column: number): boolean => next(row, column) === column;
  const take = (one: Checked, isWhole: boolean): void => {
    if (one.isHidden) hiddenMask |= one.bit;
    else shownMask |= one.bit;
    if (isWhole && !one.column.field.isComposite) fitting[fittingCount++] = one.slot;
  };
  /** Takes the cell at `slice` and gives the hash of its value, `FITS` where that is nobody's own; `UNSURE` where it does not fit. */
  const takeSlice = (one: Checked): number => {
    const quick = one.quick?.(slice) ?? UNSURE;
    if (quick !== UNSURE) {
      take(one, true);
      if (one.kind === PHONE && hashes[one.kind] === 0 && wasMobile()) extra |= MOBILE;
      return quick;
    }
    const text = slice.text.slice(slice.start, slice.end);
    const fit = one.check(text);
    if (fit === NOT) return UNSURE;
    take(one, fit === WHOLLY);
    const { entity } = one.column;
    if (one.kind < 0 || entity === undefined) return FITS;
    const value = canonicalValue(entity, valueOf(text, entity, country));
    if (one.kind === PHONE && hashes[one.kind] === 0 && isMobile(value)) extra |= MOBILE;
    return hashText(value, one.kind);
  };
  /** Whether the row is as plain as most are: a name, and something told of its bearer. */
  const readQuickly = (row: number, { names: [name], readings, others }: CheckedPerson): boolean => {
    shownMask = hiddenMask = fittingCount = extra = rest = 0;
    if (!sliceAt(row, name.column.column)) return false;
    let hash = name.quick?.(slice) ?? UNSURE;
    let isWhole = true;
    if (hash === UNSURE) {
      const text = slice.text.slice(slice.start, slice.end);
      const fit = name.check(text);
      if (fit === NOT) return false;
      isWhole = fit === WHOLLY;
      hash = hashText(canonicalValue("person-name", wholeName(text)), NAME);
    }
    take(name, isWhole);
    for (let i = 0; i < hashedKinds.length; i++) hashes[hashedKinds[i]] = 0;
    hashes[NAME] = hash;
    for (let i = 0; i < readings.length; i++) if (sliceAt(row, readings[i].column.column)) takeSlice(readings[i]);
    let isTold = false;
    for (let i = 0; i < others.length; i++) {
      const one = others[i];
      if (!sliceAt(row, one.column.column)) continue;
      const value = takeSlice(one);
      if (value === UNSURE) continue;
      isTold = true;
      // Of several values of one kind the first stands for all.
      if (one.kind < 0) rest = addDigest(rest, hashText(slice.text, KINDS, slice.start, slice.end));
      else if (hashes[one.kind] === 0) hashes[one.kind] = value;
      else rest = addDigest(rest, value);
    }
    return isTold;
  };

  const readCarefully = (row: number, person: CheckedPerson, isFirst: boolean): boolean => {
    shownMask = hiddenMask = fittingCount = 0;
    let isNamed = look(row, person.names, emptied(cells.names), person.household !== undefined);
    // The cell is the reader's own: what it holds is the name as it will be told.
    if (isNamed && person.household !== undefined) person.names[0].cell.text = person.household.wholeName(row, person.names[0].cell.text);
    if (look(row, person.readings, emptied(cells.readings)) && !isNamed) {
      isNamed = true;
      if (person.readings.every(({ isHidden }) => isHidden)) hiddenMask |= nameBit;
      else shownMask |= nameBit;
    }
    if (!isNamed && !isFirst) return false;
    const isTold = look(row, person.others, emptied(cells.others));
    // A name and nothing else is as often the title of the next table or a line that divides this one.
    if (isNamed) return isTold || person.others.length === 0 || isNameByItself(table, row, person) || person.household?.isMember(table.text(row, person.names[0].column.column)) === true;
    return bitCount((shownMask | hiddenMask) & ~weakBits) >= rule.entitiesWithoutName;
  };
  /** @param isFamily in a column of given names, 月 and 日 head nothing */
  const look = (row: number, list: readonly Checked[], kept: FittingCell[], isFamily = false): boolean => {
    for (let i = 0; i < list.length; i++) {
      const one = list[i];
      const text = table.text(row, one.column.column);
      if (text === "") continue;
      // It tells whose telephone is his, and is no second telephone.
      if (one.cell.text !== "" && isDitto(text)) {
        kept.push(one.cell);
        continue;
      }
      // What was found to fit when it was counted need not be judged again when it is told.
      const isKnown = isExplainedSlot(one.slot, row);
      const fit = isKnown ? WHOLLY : one.check(text);
      if (!isKnown && (fit === NOT || (labelled[row] === 1 && isLabel(text) && !(text.length === 1 && isFamily)))) continue;
      one.cell.text = text;
      kept.push(one.cell);
      take(one, fit === WHOLLY);
    }
    return kept.length > 0;
  };
  // The column before the table, which nothing heads, its first, and those of the names.
  const markColumns = [...new Set([found.firstColumn, found.firstColumn - 1, ...people.flatMap(({ names }) => names.slice(0, 1).map(({ column }) => column.column))])].filter((column) => column >= 0);
  const isExampleCell = (row: number, column: number): boolean =>
    sliceAt(row, column) && slice.end - slice.start <= 8 && mayBeExampleMark(slice.text.charCodeAt(slice.start)) && isExampleMark(slice.text.slice(slice.start, slice.end));

  return {
    entities,
    weakBits,
    columns,
    people: people.length,
    read(row, p) {
      const person = people[p];
      wasQuick = person.isSimple && labelled[row] === 0 && readQuickly(row, person);
      return wasQuick || readCarefully(row, person, p === 0);
    },
    readCarefully: (row, p) => readCarefully(row, people[p], p === 0),
    shown: () => shownMask,
    hidden: () => hiddenMask,
    explain(row) {
      for (let i = 0; i < fittingCount; i++) explain(fitting[i], row);
      for (let i = 0; i < organisations.length; i++) {
        const { column, slot } = organisations[i];
        if (sliceAt(row, column) && fitsOrganisation(slice) === WHOLLY) explain(slot, row);
      }
    },
    tell(list) {
      if (wasQuick) list.addHashes(hashes, extra, rest, hashedKinds);
      else list.add(identityOf(cells, country), 0, cells.others.reduce((sum, { text }) => addDigest(sum, hashText(text, KINDS)), 0));
    },
    listFrom(row) {
      const list = new IdentityHashes();
      list.reserve(end - row, hashedKinds.filter((kind) => kind !== NAME && kind !== BIRTH).length);
      return list;
    },
    cells: () => cells,
    isExample(row) {
      for (let i = 0; i < markColumns.length; i++) if (isExampleCell(row, markColumns[i])) return true;
      return false;
    },
    isExplained(row, column) {
      const slot = row >= firstRow && row < end ? slots[column] : -1;
      return slot >= 0 && isExplainedSlot(slot, row);
    },
  };
}

/** Whether every value that tells people apart is one cell's. */
function isSimple({ names, others }: PersonColumns): boolean {
  const isOwnCell = ({ entity }: Column): boolean => entity === undefined || entity === "postal-code" || KIND_OF.has(entity);
  return names.length === 1 && names[0].field.role === "name" && others.every(isOwnCell) && others.filter(({ entity }) => entity === "postal-address").length <= 1;
}

/** Identities are read one after the other: a table of a million cells needs one object a column. */
function emptied(cells: FittingCell[]): FittingCell[] {
  cells.length = 0;
  return cells;
}

function isNameByItself(table: TableSegment, row: number, { names, readings }: CheckedPerson): boolean {
  const filled = [...names, ...readings].map(({ column }) => table.text(row, column.column)).filter((text) => text !== "");
  if (filled.length !== 1) return true;
  const plain = plainOf(filled[0]);
  if (judgePersonName(plain) >= 0.3 || judgeNamePart(plain, "surname") >= 0.3) return true;
  // 大内 皇帝: a surname, and what no dictionary has for a given name.
  const space = plain.indexOf(" ");
  return space > 0 && plain.length - space <= MAX_GIVEN && judgeNamePart(plain.slice(0, space), "surname") >= 0.6;
}

const MAX_GIVEN = 5;

/** 同上: the value above once more. */
const isDitto = (text: string): boolean => text.length <= 4 && DITTO.test(text);
const DITTO = /^\s*(?:同上|〃|々|"|同じ)\s*$/u;

const COUNTRY_CODE = /^[A-Z]{2}$/u;

/** A header word among the values; 佐藤玲名 looks like one that ends in 名. */
function isLabel(text: string): boolean {
  // CN and ID are countries among values.
  if (COUNTRY_CODE.test(text) && text !== "NO") return false;
  const field = readHeader(text);
  return field !== undefined && (field.role !== "other" || judgePersonName(plainOf(text)) < 0.5);
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Counts the records of a proven table in one pass over its rows, and says who they are when asked. */
import type { Concealment, Entity, Identity, RecordsMatch, TableSegment } from "../../src/contract.js";
import { readHeader } from "../shared/header-field.js";
import { judgeNamePart, judgePersonName } from "../shared/person-name.js";
import { isSamplePerson } from "../shared/sample-people.js";
import { fitterFor, NOT, WHOLLY } from "./cells.js";
import type { Column } from "./columns.js";
import { isExampleMark } from "./example-rows.js";
import type { Explained } from "./explained.js";
import { type FittingCell, identityOf } from "./identity.js";
import { type Checked, type Code, type FoundTable, matchesOf, sheetConcealment, type Tally, together } from "./matches.js";
import { plainOf } from "./plain.js";

/** Matches of one table, and the cells they explain. */
export interface Found {
  readonly matches: readonly RecordsMatch<Code>[];
  readonly explained: Explained;
}

/** So few records may all be the people that forms are explained with. */
const MAX_SAMPLES = 5;

interface CheckedPerson {
  readonly names: readonly Checked[];
  readonly readings: readonly Checked[];
  readonly others: readonly Checked[];
}

export function recordsOf(table: TableSegment, found: FoundTable, country: string): Found | undefined {
  const { rule, header, end, labelled } = found;
  const firstRow = header.last + 1;
  const rowCount = end - firstRow;
  const entities: Entity[] = [];
  let slots = 0;
  const slotOf = new Map<number, number>();
  const checked = (column: Column): Checked => {
    const { field, entity } = column;
    let bit = 0;
    if (entity !== undefined) {
      if (!entities.includes(entity)) entities.push(entity);
      bit = 1 << entities.indexOf(entity);
    }
    const slot = slots++;
    slotOf.set(column.column, slot);
    return { column, bit, slot, check: fitterFor(field.role, field.entity, country), isHidden: table.columnConcealment?.(column.column) !== undefined };
  };
  const people: CheckedPerson[] = rule.people.map((columns) => ({
    names: columns.names.map(checked),
    readings: columns.readings.map(checked),
    others: columns.others.map(checked),
  }));
  const nameBit = 1 << Math.max(0, entities.indexOf("person-name"));
  /** Entities that do not make a record by themselves. */
  const weakBits = entities.includes("postal-code") ? 1 << entities.indexOf("postal-code") : 0;
  const explained = new Uint8Array((rowCount * slots + 7) >> 3);
  const isExplained = (slot: number, row: number): boolean => {
    const at = slot * rowCount + row - firstRow;
    return (explained[at >> 3] & (1 << (at & 7))) !== 0;
  };
  const fitting = new Int32Array(slots);

  let shownMask = 0;
  let hiddenMask = 0;
  let fittingCount = 0;
  const cells: Record<"names" | "readings" | "others", FittingCell[]> = { names: [], readings: [], others: [] };
  /**
   * Reads one person of one row; true if there is a record. The masks and `fitting` are its results, and `cells` if they are to be
   * kept: counting makes no object for a cell.
   */
  const read = (row: number, person: CheckedPerson, isFirst: boolean, keeps: boolean): boolean => {
    shownMask = hiddenMask = fittingCount = 0;
    let isNamed = look(row, person.names, keeps ? (cells.names = []) : undefined);
    if (look(row, person.readings, keeps ? (cells.readings = []) : undefined) && !isNamed) {
      isNamed = true;
      if (person.readings.every(({ isHidden }) => isHidden)) hiddenMask |= nameBit;
      else shownMask |= nameBit;
    }
    if (!isNamed && !isFirst) return false;
    const isTold = look(row, person.others, keeps ? (cells.others = []) : undefined);
    // A name and nothing else is as often the title of the next table or a line that divides this one.
    if (isNamed) return isTold || person.others.length === 0 || isNameByItself(table, row, person);
    return bitCount((shownMask | hiddenMask) & ~weakBits) >= rule.entitiesWithoutName;
  };
  const look = (row: number, list: readonly Checked[], kept: FittingCell[] | undefined): boolean => {
    let any = false;
    for (let i = 0; i < list.length; i++) {
      const one = list[i];
      const text = table.text(row, one.column.column);
      if (text === "") continue;
      // What was found to fit when it was counted need not be judged again when it is told.
      const isKnown = kept !== undefined && isExplained(one.slot, row);
      const fit = isKnown ? WHOLLY : one.check(text);
      if (!isKnown && (fit === NOT || (labelled[row] === 1 && isLabel(text)))) continue;
      any = true;
      kept?.push({ column: one.column, text });
      if (one.isHidden) hiddenMask |= one.bit;
      else shownMask |= one.bit;
      if (fit === WHOLLY && !one.column.field.isComposite) fitting[fittingCount++] = one.slot;
    }
    return any;
  };
  const isExample = (row: number): boolean =>
    isExampleMark(table.text(row, found.firstColumn)) || people.some(({ names }) => names.length > 0 && isExampleMark(table.text(row, names[0].column.column)));

  const tallies = new Map<Concealment | undefined, Tally>();
  let total = 0;
  for (let row = firstRow; row < end; row++) {
    let tally: Tally | undefined;
    for (let p = 0; p < people.length; p++) {
      if (!read(row, people[p], p === 0, false)) continue;
      if (tally === undefined) {
        if (isExample(row)) break;
        tally = tallyOf(tallies, table.rowConcealment?.(row), row, entities.length);
      }
      tally.records++;
      total++;
      for (let e = 0; e < entities.length; e++) {
        if ((shownMask & (1 << e)) !== 0) tally.shown[e]++;
        if ((hiddenMask & (1 << e)) !== 0) tally.hidden[e]++;
      }
      for (let i = 0; i < fittingCount; i++) {
        const at = fitting[i] * rowCount + row - firstRow;
        explained[at >> 3] |= 1 << (at & 7);
      }
    }
  }
  if (total === 0) return undefined;

  const identities = (rows: Tally, concealment: Concealment | undefined): Iterable<Identity> => ({
    *[Symbol.iterator]() {
      for (let row = rows.first; row <= rows.last; row++) {
        if (sheet === undefined && tallies.size > 1 && table.rowConcealment?.(row) !== concealment) continue;
        let isFirst = true;
        for (let p = 0; p < people.length; p++) {
          if (!read(row, people[p], p === 0, true)) continue;
          if (isFirst && isExample(row)) break;
          isFirst = false;
          yield identityOf(cells, country);
        }
      }
    },
  });
  // The sheet's own concealment covers whatever is hidden inside it.
  const apart = [...tallies.values()];
  const sheet = sheetConcealment(table, apart[0], found.firstColumn);
  const counted = sheet === undefined ? apart : [together(apart, sheet)];
  const code = codeOf(total, counted, entities, weakBits);
  if (code === undefined || (total <= MAX_SAMPLES && areSamples(counted.flatMap((tally) => [...identities(tally, tally.concealment)])))) return undefined;

  const has = (row: number, column: number): boolean => {
    if (row < firstRow) return column >= found.firstColumn && column <= found.lastColumn;
    const slot = row < end ? slotOf.get(column) : undefined;
    return slot !== undefined && isExplained(slot, row);
  };
  const all = people.flatMap(({ names, readings, others }) => [...names, ...readings, ...others]);
  return {
    matches: counted.flatMap((tally) => matchesOf({ table, found, tally, entities, columns: all, code, identities: identities(tally, tally.concealment) })),
    explained: { firstRow: Math.max(0, header.first), end, has },
  };
}

function isNameByItself(table: TableSegment, row: number, { names, readings }: CheckedPerson): boolean {
  const filled = [...names, ...readings].map(({ column }) => table.text(row, column.column)).filter((text) => text !== "");
  if (filled.length !== 1) return true;
  const plain = plainOf(filled[0]);
  return judgePersonName(plain) >= 0.3 || judgeNamePart(plain, "surname") >= 0.3;
}

/** A header word among the values; 佐藤玲名 looks like one that ends in 名. */
function isLabel(text: string): boolean {
  const field = readHeader(text);
  return field !== undefined && (field.role !== "other" || judgePersonName(plainOf(text)) < 0.5);
}

function tallyOf(tallies: Map<Concealment | undefined, Tally>, concealment: Concealment | undefined, row: number, entities: number): Tally {
  let tally = tallies.get(concealment);
  if (tally === undefined) {
    tally = { concealment, shown: new Int32Array(entities), hidden: new Int32Array(entities), records: 0, first: row, last: row };
    tallies.set(concealment, tally);
  }
  tally.last = row;
  return tally;
}

/** One record is worth saying only if it tells more than a name. */
function codeOf(total: number, tallies: readonly Tally[], entities: readonly Entity[], weakBits: number): Code | undefined {
  if (total > 1) return "table";
  const tells = entities.filter((_, e) => (weakBits & (1 << e)) === 0 && tallies.some(({ shown, hidden }) => shown[e] + hidden[e] > 0));
  return tells.length > 1 ? "record" : undefined;
}

const areSamples = (identities: readonly Identity[]): boolean =>
  identities.every((identity) => identity["person-name"] !== undefined && isSamplePerson(identity["person-name"]));

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Counts the records of a proven table in one pass over its rows, which also says who they are. */
import type { Concealment, Entity, Identity, RecordsMatch, TableSegment } from "../../src/contract.js";
import { isSamplePerson } from "../shared/sample-people.js";
import type { Explained } from "./explained.js";
import { identityOf } from "./identity.js";
import { type Code, type FoundTable, matchesOf, sheetConcealment, type Tally } from "./matches.js";
import { createRowReader } from "./row-reader.js";

/** Matches of one table, and the cells they explain. */
export interface Found {
  readonly matches: readonly RecordsMatch<Code>[];
  readonly explained: Explained;
}

/** So few records may all be the people that forms are explained with. */
const MAX_SAMPLES = 5;

export function recordsOf(table: TableSegment, found: FoundTable, country: string): Found | undefined {
  const { header, end } = found;
  const firstRow = header.last + 1;
  const reader = createRowReader(table, found, country);
  const { entities, weakBits } = reader;
  /** The sheet's own concealment covers whatever is hidden inside it. */
  let sheet: Concealment | undefined;
  const tallies = new Map<Concealment | undefined, Tally>();
  const tallyAt = (row: number): Tally => {
    if (tallies.size === 0) sheet = sheetConcealment(table, row, found.firstColumn);
    const concealment = sheet ?? table.rowConcealment?.(row);
    let tally = tallies.get(concealment);
    if (tally === undefined) {
      const counts = (): Int32Array => new Int32Array(entities.length);
      tallies.set(concealment, (tally = { concealment, shown: counts(), hidden: counts(), hashed: reader.listFrom(row), records: 0, first: row, last: row }));
    }
    tally.last = row;
    return tally;
  };

  let total = 0;
  for (let row = firstRow; row < end; row++) {
    let tally: Tally | undefined;
    for (let person = 0; person < reader.people; person++) {
      if (!reader.read(row, person)) continue;
      if (tally === undefined) {
        if (reader.isExample(row)) break;
        tally = tallyAt(row);
      }
      tally.records++;
      total++;
      const [shown, hidden] = [reader.shown(), reader.hidden()];
      for (let e = 0; e < entities.length; e++) {
        if ((shown & (1 << e)) !== 0) tally.shown[e]++;
        if ((hidden & (1 << e)) !== 0) tally.hidden[e]++;
      }
      reader.explain(row);
      reader.tell(tally.hashed);
    }
  }
  if (total === 0) return undefined;

  const identities = ({ first, last, concealment }: Tally): Iterable<Identity> => ({
    *[Symbol.iterator]() {
      for (let row = first; row <= last; row++) {
        if (tallies.size > 1 && table.rowConcealment?.(row) !== concealment) continue;
        let isFirst = true;
        for (let person = 0; person < reader.people; person++) {
          if (!reader.readCarefully(row, person)) continue;
          if (isFirst && reader.isExample(row)) break;
          isFirst = false;
          yield identityOf(reader.cells(), country);
        }
      }
    },
  });
  const counted = [...tallies.values()];
  const code = codeOf(total, counted, entities, weakBits);
  if (code === "record" && isDoubtful(found, counted, entities)) return undefined;
  if (code === undefined || (total <= MAX_SAMPLES && areSamples(counted.flatMap((tally) => [...identities(tally)])))) return undefined;

  const has = (row: number, column: number): boolean =>
    row < firstRow ? column >= found.firstColumn && column <= found.lastColumn : reader.isExplained(row, column);
  const { columns } = reader;
  return {
    matches: counted.flatMap((tally) => matchesOf({ table, found, tally, entities, columns, code, identities: identities(tally) })),
    explained: { firstRow: Math.max(0, header.first), end, has },
  };
}

/** One record is worth saying only if it tells more than a name. */
function codeOf(total: number, tallies: readonly Tally[], entities: readonly Entity[], weakBits: number): Code | undefined {
  if (total > 1) return "table";
  const tells = entities.filter((_, e) => (weakBits & (1 << e)) === 0 && tallies.some(({ shown, hidden }) => shown[e] + hidden[e] > 0));
  return tells.length > 1 ? "record" : undefined;
}

/** Under 氏名 and 住所 one row of words (varchar, 必須) may stand, which are no name; a telephone or a date is told by its form. */
function isDoubtful({ rule }: FoundTable, tallies: readonly Tally[], entities: readonly Entity[]): boolean {
  const isKnown = rule.people.some(({ names }) => names.some(({ judged }) => judged >= 0.3));
  return !isKnown && !entities.some((entity, e) => entity !== "person-name" && entity !== "postal-address" && tallies.some(({ shown, hidden }) => shown[e] + hidden[e] > 0));
}

const areSamples = (identities: readonly Identity[]): boolean =>
  identities.every((identity) => identity["person-name"] !== undefined && isSamplePerson(identity["person-name"]));

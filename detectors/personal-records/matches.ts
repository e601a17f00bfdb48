/** Counts of a table -> matches: where the records stand, and why a reader would not see them. */
import type { CellRange, Concealment, Entity, EntityCounts, Evidence, Identity, RecordsMatch, TableSegment } from "../../src/contract.js";
import type { Fit } from "./cells.js";
import type { IdentityHashes } from "../../src/text/identity-hashes.js";
import type { Column } from "./columns.js";
import type { QuickReader } from "./quick-cells.js";
import type { RecordRule } from "./people.js";

export type Code = "table" | "record" | "public-contact";

/** A table as found: where its header and rows are, and what its columns hold. Rows count as the segment's. */
export interface FoundTable {
  readonly rule: RecordRule;
  readonly header: { readonly first: number; readonly last: number };
  /** One more than the last row. */
  readonly end: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** Rows that hold a header word, by row. */
  readonly labelled: Uint8Array;
  /** Columns that name organisations. */
  readonly organisations: readonly number[];
}

export interface Checked {
  readonly column: Column;
  /** Its cell in the record that is being told. */
  readonly cell: { readonly column: Column; text: string };
  readonly check: (cell: string) => Fit;
  readonly quick: QuickReader | undefined;
  /** Of its values' hashes; -1 where they tell nobody apart. */
  readonly kind: number;
  /** Its bit in a record's mask, 0 where it counts as nothing. */
  readonly bit: number;
  readonly isHidden: boolean;
  readonly slot: number;
}

/** What was counted among the rows that are concealed in one way. */
export interface Tally {
  readonly concealment: Concealment | undefined;
  /** By entity: values in columns that are shown, and in hidden ones. */
  readonly shown: Int32Array;
  readonly hidden: Int32Array;
  readonly hashed: IdentityHashes;
  records: number;
  first: number;
  last: number;
}

/** What hides single rows, columns or cells; anything else covers the whole sheet. */
const PARTIAL: ReadonlySet<Concealment> = new Set(["hidden-row", "hidden-column", "invisible-format"]);

export function sheetConcealment(table: TableSegment, row: number, column: number): Concealment | undefined {
  const { concealment } = table.place({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column });
  return concealment === undefined || PARTIAL.has(concealment) ? undefined : concealment;
}

interface Counted {
  readonly table: TableSegment;
  readonly found: FoundTable;
  readonly tally: Tally;
  readonly entities: readonly Entity[];
  readonly columns: readonly Checked[];
  readonly code: Code;
  readonly identities: Iterable<Identity>;
}

/** One match, or two where some columns of people that are shown are hidden. */
export function matchesOf({ table, found, tally, entities, columns, code, identities }: Counted): RecordsMatch<Code>[] {
  const { firstColumn, lastColumn, rule } = found;
  const match = (counts: EntityCounts, range: Pick<CellRange, "firstColumn" | "lastColumn">, concealment: Concealment | undefined): RecordsMatch<Code> => ({
    code,
    at: table.place({ firstRow: tally.first, lastRow: tally.last, ...range }).at,
    ...(concealment !== undefined && { concealment }),
    confidence: rule.confidence,
    evidence: evidenceOf(columns, entities),
    entities: counts,
    identities,
    hashed: tally.hashed,
  });
  const countsOf = (...parts: readonly Int32Array[]): EntityCounts => {
    const counts: Partial<Record<Entity, number>> = {};
    for (const [e, entity] of entities.entries()) {
      const count = Math.max(...parts.map((part) => part[e]));
      if (count > 0) counts[entity] = count;
    }
    return counts;
  };
  const whole = { firstColumn, lastColumn };
  if (tally.concealment !== undefined) return [match(countsOf(tally.shown, tally.hidden), whole, tally.concealment)];
  const hidden = columns.filter((column) => column.isHidden && column.bit !== 0);
  const isTold = columns.some(({ bit, isHidden, column }) => bit !== 0 && !isHidden && (column.entity === "person-name" || rule.entitiesWithoutName === 1));
  if (hidden.length === 0) return [match(countsOf(tally.shown), whole, isInvisible(table, tally, columns) ? "invisible-format" : undefined)];
  const concealment = table.columnConcealment?.(hidden[0].column.column);
  if (!isTold) return [match(countsOf(tally.shown, tally.hidden), whole, concealment)];
  const at = hidden.map(({ column }) => column.column);
  return [
    match(countsOf(tally.shown), whole, undefined),
    match(countsOf(tally.hidden), { firstColumn: Math.min(...at), lastColumn: Math.max(...at) }, concealment),
  ];
}

function evidenceOf(columns: readonly Checked[], entities: readonly Entity[]): Evidence[] {
  const isHeaded = columns.some(({ column: { field } }) => !field.ambiguous);
  const isKnown = columns.some(({ column: { entity, judged } }) => entity === "person-name" && judged >= 0.5);
  return [isHeaded ? "header" : "column", ...(isKnown ? (["dictionary"] as const) : []), ...(entities.length > 1 ? (["company"] as const) : [])];
}

/** White on white: the numbers beside the people may be seen. */
function isInvisible(table: TableSegment, { first, last }: Tally, columns: readonly Checked[]): boolean {
  return columns.every(({ bit, column: { column } }) =>
    bit === 0 || table.place({ firstRow: first, lastRow: last, firstColumn: column, lastColumn: column }).concealment === "invisible-format");
}

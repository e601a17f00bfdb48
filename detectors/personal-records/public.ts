/**
 * Tables of offices: facilities, shops, schools with their heads, elected people. Their contacts are meant to be found: one match at
 * info level for the table, and nothing of it is shown to text detectors, but for what would be somebody's own even there.
 */
import type { Entity, RecordsMatch, TableSegment } from "../../src/contract.js";
import { canonicalValue, isHome, isMobile } from "../../src/text/identity-hashes.js";
import { isNameRole, isReadingRole, ORGANISATION } from "../shared/header-field.js";
import { fits, WHOLLY } from "./cells.js";
import type { Column } from "./columns.js";
import type { Explained } from "./explained.js";
import { groupColumns } from "./groups.js";
import type { HeaderBlock } from "./headers.js";
import { valueOf } from "./identity.js";
import type { Code } from "./matches.js";
import { isOffice } from "./people.js";

export interface PublicContacts {
  readonly matches: readonly RecordsMatch<Code>[];
  readonly explained: Explained;
}

const CONTACTS: ReadonlySet<Entity | undefined> = new Set(["postal-address", "postal-code", "phone-number", "email-address"]);

/**
 * @param columns proven ones of a table that is not of private people
 * @param arePublic its people are public by what the table is
 */
export function publicContacts(
  table: TableSegment, block: HeaderBlock, columns: readonly Column[], { country, arePublic }: { readonly country: string; readonly arePublic: boolean },
): PublicContacts | undefined {
  if (!arePublic && (!block.isSure || !isOfOffices(block, columns))) return undefined;
  const shown = columns.filter(({ field: { role }, entity }) => CONTACTS.has(entity) || isNameRole(role) || isReadingRole(role));
  if (shown.length === 0) return undefined;
  const first = block.lastRow + 1;
  const rows = block.end - first;
  const slots = new Map(shown.map(({ column }, slot) => [column, slot]));
  const cells = new Uint8Array(rows * shown.length);
  const counts: Partial<Record<Entity, number>> = {};
  for (const [slot, column] of shown.entries()) {
    for (let row = 0; row < rows; row++) {
      if (!isOfficial(table.text(first + row, column.column), column, country)) continue;
      cells[slot * rows + row] = 1;
      if (column.entity !== undefined) counts[column.entity] = (counts[column.entity] ?? 0) + 1;
    }
  }
  if (Object.keys(counts).length === 0) return undefined;
  const { firstColumn, lastColumn } = block;
  const place = table.place({ firstRow: first, lastRow: block.end - 1, firstColumn, lastColumn });
  return {
    matches: [{
      code: "public-contact", at: place.at, ...(place.concealment !== undefined && { concealment: place.concealment }), confidence: 0.9, evidence: ["header"], entities: counts, identities: [],
    }],
    explained: {
      firstRow: block.firstRow,
      end: block.end,
      has(row, column) {
        if (row < first) return column >= firstColumn && column <= lastColumn;
        const slot = slots.get(column);
        return slot !== undefined && cells[slot * rows + row - first] === 1;
      },
    },
  };
}

/** The header names organisations or public roles, and nothing that only a private person has. */
function isOfOffices({ fields }: HeaderBlock, columns: readonly Column[]): boolean {
  const all = [...fields.values()];
  if (columns.some(({ field, entity }) => field.isPrivate || field.role === "trait" || !(entity === undefined || entity === "person-name" || CONTACTS.has(entity)))) return false;
  const named = groupColumns(columns).filter(({ names }) => names.length > 0);
  if (named.length > 0) return named.every((group) => isOffice(group, all));
  return all.some(({ role, subject }) => role === "organisation" || subject === ORGANISATION);
}

/** Whether a cell is the office's: a flat and a mobile telephone are somebody's, whatever stands above them. */
function isOfficial(cell: string, { field, entity }: Column, country: string): boolean {
  if (cell === "" || fits(cell, field.role, field.entity, country) !== WHOLLY) return false;
  if (entity === "postal-address") return !isHome(canonicalValue(entity, cell));
  return entity !== "phone-number" || !isMobile(canonicalValue(entity, valueOf(cell, entity, country)));
}

/** Tables for tests of personal-records: rows written as they look, and what the detector says of them. */
import { personalRecords } from "../../../detectors/personal-records.js";
import type { CellRange, Concealment, Identity, Place, RecordsMatch, TableSegment } from "../../../src/contract.js";
import { cellRef, tableOf } from "../../../src/text/table.js";
import type { InventedPerson } from "../../support/people.js";

export const SITE = { ownDomains: [], knownGroups: {}, country: "JP" } as const;

export interface Hiding {
  readonly rows?: ReadonlySet<number>;
  readonly columns?: ReadonlySet<number>;
  readonly sheet?: Concealment;
}

/** Blank rows are left out, as extractors of workbooks do. */
export function sheetOf(rows: readonly (readonly string[])[], hiding: Hiding = {}): TableSegment {
  return tableOf(rows, {
    at: [{ kind: "file", path: "test.xlsx" }],
    place: (range: CellRange): Place => ({
      at: [{ kind: "file", path: "test.xlsx" }, { kind: "cell", ref: cellRef(range) }],
      ...(hiding.sheet !== undefined && { concealment: hiding.sheet }),
    }),
    rowConcealment: (row) => (hiding.rows?.has(row) === true ? "hidden-row" : undefined),
    columnConcealment: (column) => (hiding.columns?.has(column) === true ? "hidden-column" : undefined),
  });
}

export function matchesIn(table: TableSegment, country = "JP"): RecordsMatch[] {
  return [...(personalRecords.create({}, { ...SITE, country }).table?.(table) ?? [])].flatMap((match) => ("kind" in match ? [] : [match]));
}

/** What a match says, without its functions. */
export interface Summary {
  readonly code: string;
  readonly range: string;
  readonly people: number;
  readonly entities: RecordsMatch["entities"];
  readonly concealment?: Concealment;
}

export function summaryOf(match: RecordsMatch): Summary {
  const last = match.at.at(-1);
  return {
    code: match.code,
    range: last?.kind === "cell" ? last.ref : "",
    people: [...match.identities].length,
    entities: match.entities,
    ...(match.concealment !== undefined && { concealment: match.concealment }),
  };
}

export const summaries = (rows: readonly (readonly string[])[], hiding?: Hiding): Summary[] => matchesIn(sheetOf(rows, hiding)).map(summaryOf);
export const identitiesIn = (table: TableSegment): Identity[] => matchesIn(table).flatMap(({ identities }) => [...identities]);

/** A CSV file of quotes, commas and line feeds only, which is all the fixtures need. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n"]*))(,|\n|$)/gu)) {
    rows[rows.length - 1].push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\n") rows.push([]);
  }
  return rows.map((row) => (row.every((cell) => cell === "") ? [] : row)).filter((row) => row.length > 0);
}

export const PEOPLE_HEADER = ["氏名", "フリガナ", "郵便番号", "住所", "電話番号", "メールアドレス", "生年月日"];
export const rowOf = (person: InventedPerson): string[] => [person.name, person.kana, person.postalCode, person.address, person.phone, person.email, person.birthDate];

/** Tables of people: rosters, address books, application lists, in plain view or not. */
import type { CellRange, Detector, ExplainedCells, RecordsMatch, TableSegment } from "../src/contract.js";
import { exampleRows } from "./personal-records/example-rows.js";
import { type Explained, explainedBy } from "./personal-records/explained.js";
import { formRecords } from "./personal-records/forms.js";
import { nextFilled } from "./personal-records/clusters.js";
import { findHeaders, type HeaderBlock, type Headers } from "./personal-records/headers.js";
import { ruleWithoutHeader } from "./personal-records/headless.js";
import { type Column, proveColumns, sampleColumn } from "./personal-records/columns.js";
import { groupColumns } from "./personal-records/groups.js";
import { ruleFor } from "./personal-records/people.js";
import { foldingOf, sidewaysTables } from "./personal-records/layouts.js";
import type { Code } from "./personal-records/matches.js";
import { publicContacts } from "./personal-records/public.js";
import { isNameRole, isReadingRole } from "./shared/header-field.js";
import { thingOf } from "./shared/thing-headings.js";
import { isPublicHeading } from "./shared/public-role.js";
import { areKnown, isOfPublicPeople } from "./personal-records/public-people.js";
import { splitCells } from "./personal-records/split.js";
import { stackedLabels } from "./personal-records/stacked.js";
import { surnameGrid } from "./personal-records/surname-grid.js";
import { hasExampleColumn, thingCells } from "./personal-records/things.js";
import { plainOf } from "./personal-records/plain.js";
import { unfolded } from "./personal-records/unfold.js";
import { explainedInSheet, folded, turned, type View } from "./personal-records/views.js";
import { type Found, recordsOf } from "./personal-records/records.js";

export const personalRecords: Detector<Code> = {
  id: "personal-records",
  messages: {
    table: {
      severity: "error",
      en: "A table of {people} people's records ({entities}).",
      ja: "{people}人分の個人情報の一覧があります({entities})。",
      fix: {
        en: "Delete the rows, or the sheet, before the file leaves; hiding it or taking it out of the print area does not remove it.",
        ja: "外部に出す前に、行またはシートごと削除してください。非表示や印刷範囲の変更では消えません。",
      },
    },
    record: {
      severity: "warning",
      en: "One person's record ({entities}).",
      ja: "1人分の個人情報が記入されています({entities})。",
      fix: {
        en: "Clear the filled-in values if this is meant to be a blank form; else make sure that the recipient may have them.",
        ja: "空の様式として出すものであれば記入値を消してください。そうでなければ、渡してよい相手か確かめてください。",
      },
    },
    "public-contact": {
      severity: "info",
      en: "A table of offices or public roles ({entities}).",
      ja: "施設・事務所や公職者の一覧です({entities})。",
      fix: { en: "Nothing, if they mean to be found.", ja: "公開している連絡先であれば、そのままで構いません。" },
    },
  },
  defaults: {},
  create: (_, { country }) => ({ table: (table) => recordsIn(table, country) }),
};

/** The first match accounts for the cells of all, so that the core need ask once a cell. */
function* recordsIn(table: TableSegment, country: string): Iterable<RecordsMatch<Code> | ExplainedCells> {
  const headers = findHeaders(table);
  const examples = exampleRows(table, headers.blocks);
  if (examples.size > 0) yield { kind: "explained", accountsFor: (row) => examples.has(row) };
  const sheet = unfolded(table);
  const all = sheet === undefined ? [...findRecords(table, headers, country)] : foundIn(sheet, [...findRecords(sheet.table, findHeaders(sheet.table), country)]);
  const accountsFor = explainedBy(all.map(({ explained }) => explained));
  yield* all.flatMap(({ matches }) => matches).map((match, i) => (i === 0 ? { ...match, accountsFor } : match));
  // Asked last of all: it reads the cell.
  const things = thingCells(table);
  if (things !== undefined) yield { kind: "explained", accountsFor: things };
}

function* findRecords(table: TableSegment, headers: Headers, country: string, isSplit = false): Iterable<Found> {
  const { labels } = headers;
  const claimed: CellRange[] = [];
  for (const range of sidewaysTables(table, labels)) {
    const found = recordsInView(turned(table, range), country);
    if (found === undefined) continue;
    claimed.push(range);
    yield found;
  }
  const isClaimed = (row: number, column: number): boolean => claimed.some((range) => row >= range.firstRow && row <= range.lastRow && column >= range.firstColumn && column <= range.lastColumn);
  const blocks = claimed.length === 0 ? headers.blocks : headers.blocks.filter(({ firstRow, firstColumn }) => !isClaimed(firstRow, firstColumn));
  const sure = joined(table, blocks.filter(({ isSure }) => isSure));
  const proven: HeaderBlock[] = [];
  for (const [i, block] of sure.entries()) {
    const before = sure[i - 1];
    const isBelow = before?.end === block.firstRow && before.lastRow + 1 === block.firstRow;
    const folding = foldingOf(table, block, isBelow ? before : undefined);
    const found = (folding && recordsInView(folded(table, folding), country)) ?? recordsUnder(table, headers, block, country);
    if (found === undefined) continue;
    proven.push(block);
    yield found;
  }
  // Where a lone header word stands, the cells below must be names by themselves, and no table may be there already.
  const isTaken = coverageOf(proven, table.columnCount);
  const doubted: HeaderBlock[] = [];
  for (const block of blocks) {
    if (block.isSure || isTaken(block.firstRow, block.firstColumn, block.lastColumn)) continue;
    const fields = new Map([...block.fields].map(([column, field]) => [column, { ...field, ambiguous: true }]));
    const found = recordsUnder(table, headers, { ...block, fields }, country);
    if (found === undefined) continue;
    doubted.push(block);
    yield found;
  }
  proven.push(...doubted);
  const isInTable = coverageOf(proven, table.columnCount);
  const forms = hasExampleColumn(table) ? undefined : formRecords(table, labels.filter(({ row, column }) => !isInTable(row, column, column) && !isClaimed(row, column)), country);
  if (forms !== undefined) yield forms;
  const headless = proven.length > 0 || claimed.length > 0 || forms !== undefined ? undefined : recordsWithoutHeader(table, headers, sure[0]?.firstRow ?? table.rowCount, country);
  if (headless !== undefined) yield headless;
  // Only where nothing was found are cells taken apart: they hold several things in few sheets.
  const isEmpty = proven.length === 0 && claimed.length === 0 && forms === undefined && headless === undefined;
  if (!isEmpty || isSplit) return;
  const view = stackedLabels(table) ?? splitCells(table);
  const inView = view === undefined ? [] : foundIn(view, [...findRecords(view.table, findHeaders(view.table), country, true)]);
  yield* inView;
  const plan = inView.length > 0 ? undefined : surnameGrid(table);
  const planned = plan && recordsOf(plan.table, { rule: plan.rule, header: { first: -1, last: -1 }, end: table.rowCount, firstColumn: plan.firstColumn, lastColumn: plan.lastColumn, labelled: new Uint8Array(table.rowCount), organisations: [] }, country);
  if (planned !== undefined) yield planned;
}

/** What was found in a view of a sheet, as of the sheet. */
const foundIn = (view: { explained(inView: Explained): Explained }, all: readonly Found[]): Found[] => all.map((found) => ({ matches: found.matches, explained: view.explained(found.explained) }));

/** A part of the sheet seen upright: its first row is the header, all columns are its. */
function recordsInView(view: View, country: string): Found | undefined {
  const { table } = view;
  const headers = findHeaders(table);
  const block = headers.blocks.find(({ firstRow, isSure }) => firstRow === 0 && isSure);
  const found = block === undefined ? undefined : recordsUnder(table, headers, { ...block, lastColumn: table.columnCount - 1, end: table.rowCount }, country);
  return found && { matches: found.matches, explained: explainedInSheet(view, found.explained) };
}

/**
 * Whether a stretch of a row lies in one of some blocks, header or records. Rows must be asked for in ascending order: the answer
 * costs what the stretch is wide, however many blocks there are.
 */
function coverageOf(blocks: readonly HeaderBlock[], columnCount: number): (row: number, firstColumn: number, lastColumn: number) => boolean {
  const ordered = [...blocks].sort((a, b) => a.firstRow - b.firstRow);
  const ends = new Int32Array(columnCount);
  let next = 0;
  return (row, firstColumn, lastColumn) => {
    for (; next < ordered.length && ordered[next].firstRow <= row; next++) {
      const { end, firstColumn: first, lastColumn: last } = ordered[next];
      for (let column = first; column <= last; column++) if (ends[column] < end) ends[column] = end;
    }
    for (let column = firstColumn; column <= lastColumn; column++) if (ends[column] > row) return true;
    return false;
  };
}

/** Rows that stand under no header. */
function recordsWithoutHeader(table: TableSegment, { labelled }: Headers, end: number, country: string): Found | undefined {
  const rule = ruleWithoutHeader(table, { first: 0, end }, country);
  if (rule === undefined || rule.people.some(({ names }) => names.some(({ column }) => areKnown(sampleColumn(table, column, 0, end)) || isOverOthers(table, column, end)))) return undefined;
  const columns = rule.people.flatMap(({ names, readings, others }) => [...names, ...readings, ...others]).map(({ column }) => column);
  const [firstColumn, lastColumn] = [Math.min(...columns), Math.max(...columns)];
  const header = columns.some((column) => VOICE.test(plainOf(table.text(0, column)))) ? 0 : -1;
  return recordsOf(table, { rule, header: { first: header, last: header }, end, firstColumn, lastColumn, labelled, organisations: [] }, country);
}

/** A header that is printed again on every page divides no table: it stands right below a record, not below a title. */
function joined(table: TableSegment, blocks: readonly HeaderBlock[]): HeaderBlock[] {
  const last = new Map<number, HeaderBlock>();
  const kept: HeaderBlock[] = [];
  for (const block of blocks) {
    const before = last.get(block.firstColumn);
    if (before?.end === block.firstRow && isSameHeader(before, block) && filledCells(table, block.firstRow - 1, block) > 1) before.end = block.end;
    else {
      kept.push(block);
      last.set(block.firstColumn, block);
    }
  }
  return kept;
}

function isSameHeader(a: HeaderBlock, b: HeaderBlock): boolean {
  if (a.fields.size !== b.fields.size || a.lastColumn !== b.lastColumn) return false;
  for (const [column, field] of a.fields) {
    const other = b.fields.get(column);
    if (other?.role !== field.role || other.subject !== field.subject) return false;
  }
  return true;
}

function filledCells(table: TableSegment, row: number, { firstColumn, lastColumn }: HeaderBlock): number {
  let filled = 0;
  for (let column = nextFilled(table, row, firstColumn); column >= 0 && column <= lastColumn && filled < 2; column = nextFilled(table, row, column + 1)) filled++;
  return filled;
}

/** ソプラノ over five names heads a choir's singers, not a concert's soloist. */
const VOICE = /^(?:ソプラノ|メゾソプラノ|アルト|テノール|バリトン|バス|ピアノ|ギター|フルート|ヴァイオリン|バイオリン|チェロ|トランペット|ホルン|クラリネット)$/u;
const FEWEST_SINGERS = 3;

function isOverOthers(table: TableSegment, column: number, end: number): boolean {
  const heading = plainOf(table.text(0, column));
  return isHeadingOfOthers(heading) && !(VOICE.test(heading) && sampleColumn(table, column, 1, end).length >= FEWEST_SINGERS);
}

/** 作曲者, 名称: those below it are public, or things. */
const isHeadingOfOthers = (heading: string): boolean => isPublicHeading(heading) || thingOf(heading) === "thing";

/** 町名 | フリガナ, 駅名 | よみ: how a thing is read, whose heading stands to the left. */
function readsThing(table: TableSegment, { fields, lastRow }: HeaderBlock, { column, field }: Column): boolean {
  // 漢字 and カナ under 氏名.
  const left = fields.get(column - 1);
  return column > 0 && isReadingRole(field.role) && (left === undefined || !isNameRole(left.role)) && thingOf(plainOf(table.text(lastRow, column - 1))) === "thing";
}

/** A column that only its cells take for one of people, under a heading that says otherwise. */
function isOfOthers(table: TableSegment, { fields, lastRow }: HeaderBlock, { column, entity }: Column): boolean {
  return entity === "person-name" && !fields.has(column) && isHeadingOfOthers(plainOf(table.text(lastRow, column)));
}

function recordsUnder(table: TableSegment, { labelled }: Headers, block: HeaderBlock, country: string): Found | undefined {
  if (block.end <= block.lastRow + 1) return undefined;
  const columns = proveColumns(table, block, { first: block.lastRow + 1, end: block.end }, country).filter((column) => !readsThing(table, block, column) && !isOfOthers(table, block, column));
  const arePublic = isOfPublicPeople(table, block, columns);
  const rule = arePublic ? undefined : ruleFor(groupColumns(columns), block.fields.values());
  if (rule === undefined) return publicContacts(table, block, columns, { country, arePublic });
  const { firstRow, lastRow, firstColumn, lastColumn, end } = block;
  const organisations = [...block.fields].flatMap(([column, { role }]) => (role === "organisation" ? [column] : []));
  return recordsOf(table, { rule, header: { first: firstRow, last: lastRow }, end, firstColumn, lastColumn, labelled, organisations }, country);
}

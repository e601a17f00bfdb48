/** Lists of invented people as offices have them: families, namesakes, and people who are listed twice. */
import { type InventedPerson, inventPeople } from "../../../support/people.js";

export interface Gathering {
  /** In the order of the list; who is listed twice stands there twice. */
  readonly rows: readonly InventedPerson[];
  /** How many different people they are. */
  readonly people: number;
}

/** Of so many rows one is a relative of the one before, one a namesake of an earlier one, one the same person again. */
const FAMILY_EVERY = 9;
const NAMESAKE_EVERY = 29;
const TWICE_EVERY = 13;
/** Of so many rows one has a name that no dictionary splits, one no telephone, one no address. */
const UNCOMMON_EVERY = 10;
const NO_PHONE_EVERY = 8;
const NO_ADDRESS_EVERY = 12;

/** Invented like the others: rare, foreign and kana names, as every longer list has some. */
const UNCOMMON = "小鳥遊|凜々花|タカナシ リリカ 九|きらら|イチジク キララ 王|小明|オウ ショウメイ グエン|ティラン|グエン ティラン 月見里|るな|ヤマナシ ルナ 金|民俊|キム ミンジュン 栗花落|百々|ツユリ モモ リー|アンナ|リー アンナ 四月一日|心結|ワタヌキ ミユ 東風平|ジョン|コチンダ ジョン".replaceAll(/ (?=\S+\|)/gu, "\n").split("\n");

function uncommon(own: InventedPerson, i: number): InventedPerson {
  const [surname, given, kana] = UNCOMMON[(i / UNCOMMON_EVERY | 0) % UNCOMMON.length].split("|");
  return { ...own, surname, given, name: surname + given, kana };
}

/** @param seed other people for another number */
export function gather(count: number, seed: number): Gathering {
  const invented = inventPeople(count, seed * 37);
  const rows: InventedPerson[] = [];
  let people = 0;
  invented.forEach((own, i) => {
    const before = rows.at(-1);
    people++;
    if (before === undefined) rows.push(own);
    else if (i % FAMILY_EVERY === 4) {
      const { surname, postalCode, address, phone } = before;
      const kana = `${before.kana.split(" ")[0]} ${own.kana.split(" ")[1]}`;
      rows.push({ ...own, surname, name: surname + own.given, kana, postalCode, address, phone });
    } else if (i % NAMESAKE_EVERY === 7) {
      const { name, surname, given, kana } = rows[i >> 1];
      rows.push({ ...own, name, surname, given, kana });
    } else if (i % TWICE_EVERY === 11) {
      rows.push(rows[i >> 1]);
      people--;
    } else if (i % UNCOMMON_EVERY === 6) rows.push(uncommon(own, i));
    else if (i % NO_PHONE_EVERY === 3) rows.push({ ...own, phone: "" });
    else if (i % NO_ADDRESS_EVERY === 5) rows.push({ ...own, address: "" });
    else rows.push(own);
  });
  return { rows, people };
}

/** A list of the same people in another order: as another sheet or page has it. */
export const shuffled = (rows: readonly InventedPerson[]): InventedPerson[] => rows.map((_, i) => rows[(i * 7 + 3) % rows.length]);

/** One kind of table: how it is written, and what it is called as a file. */
export interface Shape {
  readonly kind: string;
  readonly name: string;
  write(gathering: Gathering): string | Uint8Array | Promise<Uint8Array>;
  /** Where the shape does not show every row once. */
  readonly people?: (gathering: Gathering) => number;
}

export type Row = readonly string[];

/** Columns of a terminal: full-width characters take two. */
export const widthOf = (text: string): number => Array.from(text).reduce((sum, char) => sum + (char >= "\u1100" ? 2 : 1), 0);
export const padded = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - widthOf(text)));
export const widthsOf = (rows: readonly Row[]): number[] => rows[0].map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ""))));

export const csv = (rows: readonly Row[]): string =>
  rows.map((row) => row.map((cell) => (/[",\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")).join("\n") + "\n";
export const inJapanese = (date: string): string => date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/u, "$1年$2月$3日");

/** Two columns that name the same people: 氏名 and 口座名義, as it is or in kana. */
import type { TableSegment } from "../../src/contract.js";
import { readingOfKana } from "../shared/kana-reading.js";
import { bestSplit } from "../shared/name-split.js";
import { plainReading, readingsOf } from "../shared/surname-readings.js";
import { plainOf, withoutSpaces } from "./plain.js";

/** Rows looked at, spread over all, and the share of those with both that must agree. */
const SAMPLE = 200;
const ENOUGH_SAME = 0.5;

export type Rows = { readonly first: number; readonly end: number };

function shareOfRows(table: TableSegment, a: number, b: number, { first, end }: Rows, agree: (one: string, other: string) => boolean | undefined): number {
  let compared = 0;
  let same = 0;
  const step = Math.max(1, (end - first) / SAMPLE);
  for (let at = first; at < end; at += step) {
    const [one, other] = [table.text(Math.floor(at), a), table.text(Math.floor(at), b)];
    const verdict = one === "" || other === "" ? undefined : agree(one, other);
    if (verdict === undefined) continue;
    compared++;
    if (verdict) same++;
  }
  return compared === 0 ? 0 : same / compared;
}

/** Whether most rows say the same in both columns. */
export const areSame = (table: TableSegment, a: number, b: number, rows: Rows): boolean =>
  shareOfRows(table, a, b, rows, (one, other) => withoutSpaces(one) === withoutSpaces(other)) >= ENOUGH_SAME;

/** Whether the names in kana or Latin letters read like those in kanji: by their surnames, of which the common ones' readings are known. */
export const areRead = (table: TableSegment, kanji: number, reading: number, rows: Rows): boolean => shareOfRows(table, kanji, reading, rows, isRead) >= ENOUGH_SAME;

const LATIN = /^\p{Script=Latin}/u;

/** undefined where nobody knows how the surname is read. */
function isRead(name: string, kana: string): boolean | undefined {
  const plain = plainOf(name);
  const space = plain.indexOf(" ");
  const surname = space > 0 ? plain.slice(0, space) : plain.slice(0, bestSplit(plain, 0, plain.length).at);
  const readings = readingsOf(surname);
  if (readings === undefined) return undefined;
  const other = plainOf(kana);
  if (LATIN.test(other)) return other.toLowerCase().split(/[^\p{L}]+/u).some((word) => word !== "" && readings.includes(plainReading(word)));
  const read = readingOfKana(other.replace(/ /gu, ""));
  return readings.some((reading) => read.startsWith(reading));
}

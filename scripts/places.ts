/** The README's table of places: what tests/places proves to be read, and how many of the same markers other readers show. */
import { markedDocument } from "../tests/places/document.js";
import { shownByExceljs, shownBySheetJs } from "../tests/places/peers.js";
import type { Place } from "../tests/places/place.js";
import { markedPresentation } from "../tests/places/presentation.js";
import { markedWorkbook } from "../tests/places/workbook.js";

const BEGIN = "<!-- places:begin -->";
const END = "<!-- places:end -->";

/** @throws where the README has no such block */
export async function withPlaces(readme: string): Promise<string> {
  const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`README.md has no ${BEGIN} … ${END}`);
  return `${readme.slice(0, from + BEGIN.length)}\n${await placesBlock()}\n${readme.slice(to)}`;
}

async function placesBlock(): Promise<string> {
  const workbook = markedWorkbook().places.all;
  const tidy = markedWorkbook(true);
  const [exceljs, sheetJs] = [await shownByExceljs(tidy.bytes, tidy.places.all), shownBySheetJs(tidy.bytes, tidy.places.all)];
  return [
    "| place | in a finding |",
    "|---|---|",
    ...rows("workbook", workbook),
    ...rows("document", markedDocument().places.all),
    ...rows("presentation", markedPresentation().places.all),
    "",
    `Of ${tidy.places.all.length} places of a marked workbook exceljs shows ${exceljs}, SheetJS ${sheetJs}, leaklint all; of the ${workbook.length - tidy.places.all.length} more that keep both from opening it (bytes around the package), leaklint all.`,
  ].join("\n");
}

/** One row for each way of being hidden, in the order of its first place. */
function rows(kind: string, places: readonly Place[]): string[] {
  const byWay = new Map<string, string[]>();
  for (const { where, concealment } of places) {
    const way = concealment ?? "in plain view";
    byWay.set(way, [...(byWay.get(way) ?? []), where]);
  }
  return [...byWay].map(([way, list]) => `| ${kind}: ${list.join("; ")} | ${way === "in plain view" ? way : `\`${way}\``} |`);
}

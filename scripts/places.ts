/** The README's table of places: what tests/places proves to be read, and how many of the same markers other readers show. */
import { markedFiles } from "../tests/places/all.js";
import { shownByExceljs, shownBySheetJs } from "../tests/places/peers.js";
import type { MarkedFile } from "../tests/places/place.js";
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
  const files = markedFiles();
  const tidy = markedWorkbook(true);
  const [exceljs, sheetJs] = [await shownByExceljs(tidy.bytes, tidy.places.all), shownBySheetJs(tidy.bytes, tidy.places.all)];
  const workbook = files[0].places.length;
  return [
    "| place | formats | in a finding |",
    "|---|---|---|",
    ...families(files).flatMap(([family, of]) => rows(family, of)),
    "",
    `They are ${files.reduce((sum, { places }) => sum + places.length, 0)} places in ${files.length} files. Of ${tidy.places.all.length} places of a marked workbook (xlsx) exceljs shows ${exceljs}, SheetJS ${sheetJs}, leaklint all; of the ${workbook - tidy.places.all.length} more that keep both from opening it (bytes around the package), leaklint all.`,
  ].join("\n");
}

/** "workbook (xls)" is of the family of workbooks. */
const partsOf = (kind: string): readonly [family: string, format: string] => {
  const match = /^(.*) \((.*)\)$/u.exec(kind);
  return match === null ? [kind, kind] : [match[1], match[2]];
};

function families(files: readonly MarkedFile[]): (readonly [string, readonly MarkedFile[]])[] {
  const names = [...new Set(files.map(({ kind }) => partsOf(kind)[0]))];
  return names.map((name) => [name, files.filter(({ kind }) => partsOf(kind)[0] === name)] as const);
}

/** One row for each way of being hidden that the same formats have, in the order of its first place. */
function rows(family: string, files: readonly MarkedFile[]): string[] {
  const formats = new Map<string, { readonly where: string; readonly way: string; readonly of: string[] }>();
  for (const { kind, places } of files) {
    for (const { where, concealment } of places) {
      const way = concealment ?? "in plain view";
      const key = `${way} ${where}`;
      const one = formats.get(key) ?? { where, way, of: [] };
      formats.set(key, one);
      if (!one.of.includes(partsOf(kind)[1])) one.of.push(partsOf(kind)[1]);
    }
  }
  const byWay = new Map<string, { readonly way: string; readonly of: string; readonly list: string[] }>();
  for (const { where, way, of } of formats.values()) {
    const key = `${way} ${of.join(", ")}`;
    const one = byWay.get(key) ?? { way, of: of.join(", "), list: [] };
    byWay.set(key, one);
    one.list.push(where);
  }
  const ways = [...new Set([...byWay.values()].map(({ way }) => way))];
  return ways.flatMap((wanted) => [...byWay.values()].filter(({ way }) => way === wanted).map(({ way, of, list }) => `| ${family}: ${list.join("; ")} | ${of} | ${way === "in plain view" ? way : `\`${way}\``} |`));
}

/** What a worksheet part says around its cells (ECMA-376 part 1, 18.3.1): hidden columns, links, validations, headers and footers. */
import { xmlText } from "../../bytes/xml-text.js";
import { readXml } from "../../bytes/xml.js";
import { withoutHeaderCodes } from "../cells/header-codes.js";
import { isHairWide } from "../cells/sight.js";
import type { ConditionalFormat } from "./xlsx-conditions.js";
import { isTrue } from "./xlsx-workbook.js";

interface ColumnRange {
  readonly first: number;
  readonly last: number;
}

export interface Margins {
  /** For so many columns from the first: 1 where the column is hidden. */
  hiddenColumns(count: number): Uint8Array;
  readonly hyperlinks: readonly { readonly ref: string; readonly relationship: string; readonly texts: readonly string[] }[];
  readonly validations: readonly { readonly ref: string; readonly texts: readonly string[] }[];
  /** Without formatting codes; printed, so in plain view. */
  readonly headersAndFooters: readonly string[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  /** Everything else. */
  readonly other: string;
}

const READ_HERE = new Set(["cols", "mergeCells", "hyperlinks", "dataValidations", "headerFooter", "sheetFormatPr", "dimension"]);
const HEADERS = new Set(["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"]);

export function readMargins(xml: Uint8Array): Margins {
  const hidden: ColumnRange[] = [];
  const shown: ColumnRange[] = [];
  const hyperlinks: Margins["hyperlinks"][number][] = [];
  const validations: Margins["validations"][number][] = [];
  const headersAndFooters: string[] = [];
  const conditionalFormats: (ConditionalFormat & { formulas: string[] })[] = [];
  let conditional = "";
  let othersHidden = false;
  const reader = readXml(xml);
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    if (token !== "open") continue;
    const { name } = reader;
    if (name === "col") {
      const columns = { first: Number(reader.attribute("min")) - 1, last: Number(reader.attribute("max")) - 1 };
      const width = reader.attribute("width");
      const isHidden = isTrue(reader.attribute("hidden")) || (width !== undefined && isHairWide(Number(width)));
      (isHidden ? hidden : shown).push(columns);
    } else if (name === "sheetFormatPr") {
      const width = reader.attribute("defaultColWidth");
      othersHidden = width !== undefined && isHairWide(Number(width));
    } else if (name === "hyperlink") {
      const texts = present([reader.attribute("location"), reader.attribute("display"), reader.attribute("tooltip")]);
      hyperlinks.push({ ref: reader.attribute("ref") ?? "", relationship: reader.attribute("id", true) ?? "", texts });
    } else if (name === "dataValidation") {
      const ref = (reader.attribute("sqref") ?? "").split(" ")[0];
      const texts = [reader.attribute("promptTitle"), reader.attribute("prompt"), reader.attribute("errorTitle"), reader.attribute("error"), reader.innerText().trim()];
      validations.push({ ref, texts: present(texts) });
    } else if (name === "conditionalFormatting") conditional = reader.attribute("sqref") ?? "";
    else if (name === "cfRule") {
      const [type = "", operator = "", text = ""] = [reader.attribute("type"), reader.attribute("operator"), reader.attribute("text")];
      conditionalFormats.push({ cells: conditional, type, operator, text, format: Number(reader.attribute("dxfId") ?? -1), formulas: [] });
    } else if (name === "formula" && conditionalFormats.length > 0) conditionalFormats[conditionalFormats.length - 1].formulas.push(reader.innerText());
    else if (HEADERS.has(name)) {
      const text = withoutHeaderCodes(reader.innerText());
      if (text !== "") headersAndFooters.push(text);
    }
  }
  const hiddenColumns = (count: number): Uint8Array => {
    const isHidden = covered(hidden, count);
    const isShown = covered(shown, count);
    return isHidden.map((covers, column) => covers | (othersHidden ? 1 - isShown[column] : 0));
  };
  return { hiddenColumns, hyperlinks, validations, headersAndFooters, conditionalFormats, other: xmlText(xml, READ_HERE) };
}

/** Costs what the ranges and the columns cost together: a sheet may describe 16,384 columns a million times. */
function covered(ranges: readonly ColumnRange[], count: number): Uint8Array {
  const changes = new Int32Array(count + 1);
  for (const { first, last } of ranges) {
    if (!(first >= 0 && first < count && last >= first)) continue;
    changes[first]++;
    changes[Math.min(last + 1, count)]--;
  }
  const covers = new Uint8Array(count);
  let depth = 0;
  for (let column = 0; column < count; column++) {
    depth += changes[column];
    if (depth > 0) covers[column] = 1;
  }
  return covers;
}

const present = (texts: readonly (string | undefined)[]): string[] => texts.filter((text) => text !== undefined && text !== "") as string[]; // just tested

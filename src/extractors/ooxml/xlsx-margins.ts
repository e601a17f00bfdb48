/** What a worksheet part says around its cells (ECMA-376 part 1, 18.3.1): hidden columns, links, validations, headers and footers. */
import { xmlText } from "../../bytes/xml-text.js";
import { readXml } from "../../bytes/xml.js";
import { isTrue } from "./xlsx-workbook.js";

export interface Margins {
  /** Counting from 0, both ends included. */
  readonly hiddenColumns: readonly { readonly first: number; readonly last: number }[];
  /** Columns that `hiddenColumns` and `shownColumns` do not name are hidden. */
  readonly othersHidden: boolean;
  readonly shownColumns: readonly { readonly first: number; readonly last: number }[];
  readonly hyperlinks: readonly { readonly ref: string; readonly relationship: string; readonly texts: readonly string[] }[];
  readonly validations: readonly { readonly ref: string; readonly texts: readonly string[] }[];
  /** Without formatting codes; printed, so in plain view. */
  readonly headersAndFooters: readonly string[];
  /** Everything else. */
  readonly other: string;
}

const READ_HERE = new Set(["cols", "mergeCells", "hyperlinks", "dataValidations", "headerFooter", "sheetFormatPr", "dimension"]);
const HEADERS = new Set(["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"]);

export function readMargins(xml: Uint8Array): Margins {
  const hiddenColumns: { first: number; last: number }[] = [];
  const shownColumns: { first: number; last: number }[] = [];
  const hyperlinks: Margins["hyperlinks"][number][] = [];
  const validations: Margins["validations"][number][] = [];
  const headersAndFooters: string[] = [];
  let othersHidden = false;
  const reader = readXml(xml);
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    if (token !== "open") continue;
    const { name } = reader;
    if (name === "col") {
      const columns = { first: Number(reader.attribute("min")) - 1, last: Number(reader.attribute("max")) - 1 };
      const width = reader.attribute("width");
      const isHidden = isTrue(reader.attribute("hidden")) || (width !== undefined && Number(width) === 0);
      (isHidden ? hiddenColumns : shownColumns).push(columns);
    } else if (name === "sheetFormatPr") {
      const width = reader.attribute("defaultColWidth");
      othersHidden = width !== undefined && Number(width) === 0;
    } else if (name === "hyperlink") {
      const texts = present([reader.attribute("location"), reader.attribute("display"), reader.attribute("tooltip")]);
      hyperlinks.push({ ref: reader.attribute("ref") ?? "", relationship: reader.attribute("id", true) ?? "", texts });
    } else if (name === "dataValidation") {
      const ref = (reader.attribute("sqref") ?? "").split(" ")[0];
      const texts = [reader.attribute("promptTitle"), reader.attribute("prompt"), reader.attribute("errorTitle"), reader.attribute("error"), reader.innerText().trim()];
      validations.push({ ref, texts: present(texts) });
    } else if (HEADERS.has(name)) {
      const text = withoutCodes(reader.innerText());
      if (text !== "") headersAndFooters.push(text);
    }
  }
  return { hiddenColumns, shownColumns, othersHidden, hyperlinks, validations, headersAndFooters, other: xmlText(xml, READ_HERE) };
}

const present = (texts: readonly (string | undefined)[]): string[] => texts.filter((text) => text !== undefined && text !== "") as string[]; // just tested

/** Codes of 18.3.1.46: sections begin lines, fonts, sizes, colours and fields go, "&&" is "&". */
function withoutCodes(text: string): string {
  return text
    .replace(/&(?:"[^"]*"|K[\dA-F]{6}|K\d\d[+-]\d{3}|\d{1,3}(?!\d)|&|\D)/gsu, (code) => (code === "&&" ? "&" : /^&[LCR]$/u.test(code) ? "\n" : ""))
    .trim();
}

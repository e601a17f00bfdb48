/** The workbook part (ECMA-376 part 1, 18.2): sheets in their order, defined names, the date system. */
import { readXml } from "../../bytes/xml.js";
import type { CellRange, SheetState } from "../../contract.js";
import { printedA1 } from "../cells/print-area.js";

export interface WorkbookPart {
  readonly sheets: readonly { readonly name: string; readonly state: SheetState; readonly relationship: string; readonly printed: readonly CellRange[] }[];
  readonly definedNames: readonly string[];
  readonly date1904: boolean;
}

/** Read here, so not to be read again among all other text of the part. */
export const WORKBOOK_ELEMENTS: ReadonlySet<string> = new Set(["sheets", "definedNames"]);

export function readWorkbook(xml: Uint8Array): WorkbookPart {
  const sheets: { name: string; state: SheetState; relationship: string; printed: readonly CellRange[] }[] = [];
  const definedNames: string[] = [];
  let date1904 = false;
  const reader = readXml(xml);
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    if (token !== "open") continue;
    if (reader.name === "sheet") {
      sheets.push({ name: reader.attribute("name") ?? "", state: stateOf(reader.attribute("state")), relationship: reader.attribute("id", true) ?? "", printed: [] });
    } else if (reader.name === "workbookPr") date1904 = isTrue(reader.attribute("date1904"));
    else if (reader.name === "definedName") {
      const [name, sheet] = [reader.attribute("name"), sheets[Number(reader.attribute("localSheetId") ?? -1)]];
      const texts = [name, reader.attribute("comment"), reader.attribute("description"), reader.innerText()];
      if (name === "_xlnm.Print_Area" && sheet !== undefined) sheet.printed = printedA1(texts[3] ?? "");
      definedNames.push(texts.filter((text) => text !== undefined && text !== "").join("\t"));
    }
  }
  return { sheets, definedNames, date1904 };
}

function stateOf(state: string | undefined): SheetState {
  if (state === "hidden") return "hidden";
  return state === "veryHidden" ? "very-hidden" : "visible";
}

/** xsd:boolean, and what older writers make of it. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}

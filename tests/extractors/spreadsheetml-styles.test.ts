/** Cells that name no style of their own take that of their row or column. */
import { describe, expect, it } from "vitest";
import { spreadsheetmlExtractor } from "../../src/extractors/spreadsheetml/index.js";
import { extract } from "../support/extract.js";

async function concealments(columns: string, row: string, cell = ""): Promise<(string | undefined)[]> {
  const text = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="white"><Font ss:Color="#FFFFFF"/></Style><Style ss:ID="s"/></Styles><Worksheet ss:Name="a"><Table>${columns}<Row${row}><Cell${cell}><Data ss:Type="String">一</Data></Cell><Cell${cell}><Data ss:Type="String">二</Data></Cell></Row></Table></Worksheet></Workbook>`;
  const { tables } = await extract(spreadsheetmlExtractor, Buffer.from(text), "a.xml");
  return [0, 1].map((column) => tables[0].place({ firstRow: 0, lastRow: 0, firstColumn: column, lastColumn: column }).concealment);
}

describe("a cell of a workbook as one XML document", () => {
  it.each<[string, string, string, readonly (string | undefined)[]]>([
    ["", "", "", [undefined, undefined]],
    ["", ' ss:StyleID="white"', "", ["invisible-format", "invisible-format"]],
    ['<Column ss:Index="2" ss:StyleID="white"/>', "", "", [undefined, "invisible-format"]],
    ['<Column ss:StyleID="white" ss:Span="1"/>', ' ss:StyleID="s"', "", [undefined, undefined]],
    ['<Column ss:StyleID="white" ss:Span="1"/>', ' ss:StyleID="white"', ' ss:StyleID="s"', [undefined, undefined]],
  ])("with columns %s, row %s and its own %s is seen or not: %j", async (columns, row, cell, expected) => {
    expect(await concealments(columns, row, cell)).toEqual(expected);
  });
});

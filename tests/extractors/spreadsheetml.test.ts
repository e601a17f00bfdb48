import { describe, expect, it } from "vitest";
import type { TableSegment } from "../../src/contract.js";
import { spreadsheetmlExtractor } from "../../src/extractors/spreadsheetml/index.js";
import { extract, type Extracted } from "../support/extract.js";

const NAMESPACES = 'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"';
const book = (content: string): Buffer => Buffer.from(`<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook ${NAMESPACES}>${content}</Workbook>`);
const sheet = (table: string, after = ""): string => `<Worksheet ss:Name="表"><Table>${table}</Table>${after}</Worksheet>`;
const cell = (text: string, attributes = "", type = "String"): string => `<Cell${attributes}><Data ss:Type="${type}">${text}</Data></Cell>`;
const read = (bytes: Uint8Array): Promise<Extracted> => extract(spreadsheetmlExtractor, bytes, "list.xml");
const cellsOf = (table: TableSegment): string[][] =>
  Array.from({ length: table.rowCount }, (_, row) => Array.from({ length: table.columnCount }, (__, column) => table.text(row, column)));
const concealmentOf = (table: TableSegment, row = 0, column = 0) => table.place({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column }).concealment;

describe("a workbook of one XML document", () => {
  it.each<[string, string | undefined]>([
    [`<Workbook ${NAMESPACES}/>`, "spreadsheetml"],
    [`\n<?xml version="1.0"?><ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">`, "spreadsheetml"],
    ['<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body/></html>', undefined],
    ["<Workbook><Worksheet/></Workbook>", undefined],
    ["Workbook urn:schemas-microsoft-com:office:spreadsheet", undefined],
  ])("is known by its root: %j", (text, format) => {
    expect(spreadsheetmlExtractor.identify(Buffer.from(text), "a.xml")).toBe(format);
  });

  it("places cells by their numbers and by what is merged before them", async () => {
    const { tables } = await read(book(sheet(`<Row>${cell("A")}${cell("D", ' ss:Index="4"')}</Row><Row ss:Index="7">${cell("wide", ' ss:MergeAcross="2"')}${cell("next")}</Row>`)));
    expect(cellsOf(tables[0])).toEqual([["A", "", "", "D"], ["wide", "", "", "next"]]);
    expect(tables[0].place({ firstRow: 1, lastRow: 1, firstColumn: 3, lastColumn: 3 }).at.at(-1)).toEqual({ kind: "cell", ref: "D7" });
  });

  it("shows dates, times, logical values, codes and formatted words", async () => {
    const styles = '<Styles><Style ss:ID="zip"><NumberFormat ss:Format="000\\-0000"/></Style></Styles>';
    const row = cell("2024-04-01T00:00:00.000", "", "DateTime") + cell("1899-12-31T09:30:00.000", "", "DateTime") + cell("1", "", "Boolean") + cell("600017", ' ss:StyleID="zip"', "Number") + cell("<B>山</B>田");
    const { tables } = await read(book(styles + sheet(`<Row>${row}</Row>`)));
    expect(cellsOf(tables[0])).toEqual([["2024-04-01", "09:30:00", "TRUE", "060-0017", "山田"]]);
  });

  it.each<[string, string, string | undefined]>([
    ["in plain view", sheet(`<Row>${cell("山田")}</Row>`), undefined],
    ["in a hidden row", sheet(`<Row ss:Hidden="1">${cell("山田")}</Row>`), "hidden-row"],
    ["in a row without height", sheet(`<Row ss:Height="0">${cell("山田")}</Row>`), "hidden-row"],
    ["in a hidden column", sheet(`<Column ss:Hidden="1"/><Row>${cell("山田")}</Row>`), "hidden-column"],
    ["in a column that a hidden one goes on to", sheet(`<Column ss:Hidden="1" ss:Span="3"/><Row>${cell("山田")}</Row>`), "hidden-column"],
    ["in a column as narrow as all are", sheet(`<Row>${cell("山田")}</Row>`).replace("<Table", '<Table ss:DefaultColumnWidth="1"'), "hidden-column"],
    ["in a column of its own where all others are narrow", sheet(`<Column ss:Width="50"/><Row>${cell("山田")}</Row>`).replace("<Table", '<Table ss:DefaultColumnWidth="1"'), undefined],
    ["in a row as low as all are", sheet(`<Row>${cell("山田")}</Row>`).replace("<Table", '<Table ss:DefaultRowHeight="0.75"'), "hidden-row"],
    ["in white", `<Styles><Style ss:ID="w"><Font ss:Color="#FFFFFF"/></Style></Styles>${sheet(`<Row>${cell("山田", ' ss:StyleID="w"')}</Row>`)}`, "invisible-format"],
    ["in white on blue", `<Styles><Style ss:ID="w"><Font ss:Color="#FFFFFF"/><Interior ss:Color="#0000FF" ss:Pattern="Solid"/></Style></Styles>${sheet(`<Row>${cell("山田", ' ss:StyleID="w"')}</Row>`)}`, undefined],
    ["under a format that shows nothing", `<Styles><Style ss:ID="n"><NumberFormat ss:Format=";;;"/></Style></Styles>${sheet(`<Row>${cell("山田", ' ss:StyleID="n"')}</Row>`)}`, "invisible-format"],
    ["on a hidden sheet", sheet(`<Row>${cell("山田")}</Row>`, "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"), "hidden-sheet"],
    ["on a very hidden sheet", sheet(`<Row>${cell("山田")}</Row>`, "<x:WorksheetOptions><x:Visible>SheetVeryHidden</x:Visible></x:WorksheetOptions>"), "very-hidden-sheet"],
  ])("tells cells %s", async (_, content, concealment) => {
    const { tables } = await read(book(content));
    expect(concealmentOf(tables[0])).toBe(concealment);
  });

  it.each<[string, string, string | undefined]>([
    ["a comment", sheet('<Row><Cell><Comment ss:Author="書いた人"><ss:Data>山田様</ss:Data></Comment></Cell></Row>'), "comment"],
    ["a formula", sheet('<Row><Cell ss:Formula="=IF(RC[1]=1,&quot;山田様&quot;,0)"/></Row>'), "package-data"],
    ["a link", sheet('<Row><Cell ss:HRef="mailto:山田様"/></Row>'), "package-data"],
    ["a reading", sheet(`<Row><Cell><Data ss:Type="String">x</Data><x:PhoneticText>山田様</x:PhoneticText></Cell></Row>`), "package-data"],
    ["a footer", sheet("", '<x:WorksheetOptions><x:PageSetup><x:Footer x:Data="&amp;C山田様"/></x:PageSetup></x:WorksheetOptions>'), undefined],
    ["a validation", sheet("", '<x:DataValidation><x:Range>R1C1</x:Range><x:Value>"山田様,佐藤"</x:Value></x:DataValidation>'), undefined],
    ["a name", '<Names><NamedRange ss:Name="担当" ss:RefersTo="=&quot;山田様&quot;" ss:Hidden="1"/></Names>', "defined-name"],
    ["a property", '<DocumentProperties xmlns="urn:schemas-microsoft-com:office:office"><LastAuthor>山田様</LastAuthor></DocumentProperties>', "property"],
    ["a remark in the markup", "<!-- 山田様 -->", "markup-comment"],
    ["a format", '<Styles><Style ss:ID="s"><NumberFormat ss:Format="&quot;山田様&quot;"/></Style></Styles>', "package-data"],
    ["an element nobody knows", "<x:Unknown x:Anything=\"山田様\"/>", "package-data"],
  ])("has what is written in %s", async (_, content, concealment) => {
    const { texts } = await read(book(content));
    const found = texts.find(({ text }) => text.includes("山田様"));
    expect(found).toBeDefined();
    expect(found?.place({ start: 0, end: 1 }).concealment).toBe(concealment);
  });

  it("gives a result wherever it breaks off", async () => {
    const whole = book(sheet(`<Row>${cell("山田")}</Row>`));
    for (let size = 200; size < whole.length; size++) await expect(read(whole.subarray(0, size))).resolves.toBeDefined();
  });

  it.each(["1e99", "-5", "x", "4294967296", "1.5"])("is not led astray by a place of %s", async (index) => {
    const { tables } = await read(book(sheet(`<Row ss:Index="${index}" ss:Span="${index}">${cell("山田", ` ss:Index="${index}" ss:MergeAcross="${index}"`)}${cell("佐藤")}</Row><Row>${cell("鈴木")}</Row>`)));
    expect(tables[0].rowCount).toBeLessThanOrEqual(2);
    expect(tables[0].columnCount).toBeLessThanOrEqual(16_384);
  });
});

/** Binary workbooks and those of one XML document, with a marker in every place that can hold text. */
import type { Concealment } from "../../src/contract.js";
import { f64, u16, u32 } from "../support/biff.js";
import { cell, EXCEL, type Part, record, row, wide, workbook } from "../support/xlsb.js";
import { compoundFile } from "../support/compound.js";
import { vbaProject } from "../support/vba.js";

import { marked, type MarkedFile, type Places } from "./place.js";

const literal = (text: string): Buffer => Buffer.concat([Buffer.of(0x17), u16(text.length), Buffer.from(text, "utf16le")]);
const XDR = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const OFFICE = "application/vnd.openxmlformats-officedocument.";

const xlsb = marked("workbook (xlsb)", "marked.xlsb", (m) => {
  const font = (size: number, colour: readonly number[]): Buffer => record(43, u16(size, 0, 400, 0), [0, 0, 0, 0], colour, [0, 0, 0, 0, 0], wide("Arial"));
  const black = [1 << 1, 8, 0, 0];
  const colours = [2 << 1, 0, 0, 0];
  const fill = (red: number): Buffer => record(45, u32(red === 0 ? 0 : 1), [...colours, red, 0, 0, 255], Buffer.alloc(52));
  const format = (number: number, of: number, filled = 0): Buffer => record(47, u16(0, number, of, filled, 0), Buffer.alloc(6));
  const styles: Part = {
    path: "xl/styles.bin", type: `${EXCEL}styles`, relationship: "styles",
    content: Buffer.concat([record(44, u16(165), wide(";;;")), font(200, black), font(200, [...colours, 255, 255, 255, 255]), font(20, black), font(200, [...colours, 255, 0, 0, 255]), fill(0), fill(255), record(617, u32(5)), format(0, 0), format(0, 1), format(0, 2), format(165, 0), format(0, 3, 1), record(618)]),
  };
  const styled = (style: number, text: string): Buffer => record(6, u32(0), u32(style), wide(text));
  const string = (text: string): Buffer => record(19, [0], wide(text));
  const strings: Part = { path: "xl/sharedStrings.bin", type: `${EXCEL}sharedStrings`, relationship: "sharedStrings", content: Buffer.concat([record(159, u32(1), u32(1)), string(m("string that no cell uses any more", "orphaned-part"))]) };
  const formula = literal(m("text in a formula", "package-data"));
  const list = literal(m("list of a validation"));
  const name = literal(m("defined name", "defined-name"));
  const low = (number: number): Buffer => record(0, u32(number), u32(0), u16(10), [0, 0x20, 0], u32(0));
  const sheet = [
    record(60, u32(3), u32(3), u32(2304), u32(0), u16(1)), record(60, u32(4), u32(4), u32(60), u32(0), u16(0)),
    row(0), cell(6, 0, wide(m("cell"))), cell(6, 3, wide(m("hidden column", "hidden-column"))), cell(6, 4, wide(m("column of hair width", "hidden-column"))), row(1, true), cell(6, 0, wide(m("hidden row", "hidden-row"))), low(2), cell(6, 0, wide(m("row of hair height", "hidden-row"))),
    row(3), styled(1, m("white text", "invisible-format")), row(4), styled(2, m("tiny font", "invisible-format")), row(5), styled(3, m("number format ;;;", "invisible-format")), row(6), styled(4, m("text in the colour of its background", "invisible-format")),
    row(7), cell(6, 0, wide(m("text behind an opaque shape", "covered-text"))), row(8), cell(9, 0, f64(1), u16(0), u32(formula.length), formula, u32(0)), row(900_000), cell(6, 900, wide(m("cell far from all others"))),
    record(64, u32(0), u32(1), u32(5), u32(5), u32(0), u32(0), wide(m("prompt of a validation")), wide(""), wide(""), wide(""), u32(list.length), list, u32(0), u32(0), u32(0)), record(479, u16(0), wide(m("header or footer"))),
  ];
  const field = (item: string): Buffer => Buffer.concat([record(183, u32(0), wide("f")), record(189, u16(1)), record(24, wide(item)), record(190), record(184)]);
  const anchor = `<xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>7</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>8</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:sp><xdr:spPr><a:prstGeom prst="rect"/><a:solidFill><a:srgbClr val="000000"/></a:solidFill></xdr:spPr><xdr:txBody><a:p><a:r><a:t>${m("text box")}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor>`;
  return workbook(sheet, [
    styles, strings,
    { path: "xl/drawings/drawing1.xml", type: `${OFFICE}drawing+xml`, relationship: "drawing", ofSheet: "1", content: Buffer.from(`<xdr:wsDr ${XDR}>${anchor}</xdr:wsDr>`) },
    { path: "xl/comments1.bin", type: `${EXCEL}comments`, relationship: "comments", ofSheet: "1", content: Buffer.concat([record(632, wide(m("author of a comment", "comment"))), record(635, u32(0), u32(2), u32(2), u32(1), u32(1), Buffer.alloc(16)), record(637, [0], wide(m("comment", "comment")))]) },
    { path: "xl/externalLinks/externalLink1.bin", type: `${EXCEL}externalLink`, relationship: "externalLink", content: Buffer.concat([record(363, u32(0)), record(366, u32(4)), record(371, u32(1), wide(m("values of a linked workbook", "external-link-cache")))]) },
    { path: "xl/pivotCache/d.bin", type: `${EXCEL}pivotCacheDefinition`, relationship: "pivotCacheDefinition", content: field(m("item of a pivot cache", "pivot-cache")) },
    { path: "xl/vbaProject.bin", type: "application/vnd.ms-office.vbaProject", relationship: "vbaProject", content: compoundFile(vbaProject(m("macro: strings and comments", "package-data"))) },
    { path: "xl/printerSettings/printerSettings1.bin", type: `${OFFICE}spreadsheetml.printerSettings`, relationship: "printerSettings", ofSheet: "1", content: Buffer.concat([Buffer.alloc(16), Buffer.from(m("printer settings", "package-data"), "utf16le"), Buffer.alloc(64)]) },
    { path: "xl/left-over.bin", type: "application/octet-stream", content: Buffer.from(`left over: ${m("part that nothing leads to", "orphaned-part")}`) },
    { path: "xl/worksheets/sheet9.bin", type: `${EXCEL}worksheet`, content: Buffer.concat([row(0), cell(6, 0, wide(m("sheet that the workbook does not list", "orphaned-part")))]) },
  ], { globals: [record(39, u32(0), [0], u32(0xffffffff), wide("n"), u32(name.length), name, u32(0))] });
});

const spreadsheetml = marked("workbook (SpreadsheetML 2003)", "marked.xml", (m) => {
  const data = (text: string, attributes = ""): string => `<Cell${attributes}><Data ss:Type="String">${text}</Data></Cell>`;
  const style = (id: string, inside: string): string => `<Style ss:ID="${id}">${inside}</Style>`;
  const sheet = (name: string, rows: string, options = "", names = ""): string => `<Worksheet ss:Name="${name}">${names}<Table>${rows}</Table><x:WorksheetOptions>${options}</x:WorksheetOptions></Worksheet>`;
  const rows =
    '<Column ss:Index="2" ss:Hidden="1"/><Column ss:Width="1"/>' +
    `<Row>${data(m("cell"))}${data(m("hidden column", "hidden-column"))}${data(m("column of hair width", "hidden-column"))}</Row><Row ss:Hidden="1">${data(m("hidden row", "hidden-row"))}</Row><Row ss:Height="0.75">${data(m("row of hair height", "hidden-row"))}</Row>` +
    `<Row>${data(m("white text", "invisible-format"), ' ss:StyleID="w"')}</Row><Row>${data(m("text in the colour of its background", "invisible-format"), ' ss:StyleID="r"')}</Row><Row>${data(m("tiny font", "invisible-format"), ' ss:StyleID="t"')}</Row><Row>${data(m("number format ;;;", "invisible-format"), ' ss:StyleID="n"')}</Row>` +
    `<Row><Cell ss:Formula="=IF(RC[1]=1,&quot;${m("text in a formula", "package-data")}&quot;,0)"/></Row><Row><Cell ss:HRef="mailto:${m("address of a link", "package-data")}" x:HRefScreenTip="${m("tooltip of a link", "package-data")}"/></Row>` +
    `<Row><Cell><Data ss:Type="String">字</Data><x:PhoneticText>${m("reading (furigana) of a cell", "package-data")}</x:PhoneticText></Cell></Row><Row><Cell><Comment ss:Author="${m("author of a comment", "comment")}"><ss:Data>${m("comment", "comment")}</ss:Data></Comment></Cell></Row>` +
    `<Row ss:Index="90000">${data(m("cell far from all others"), ' ss:Index="300"')}</Row>`;
  const page = `<x:PageSetup><x:Header x:Data="${m("header")}"/><x:Footer x:Data="${m("footer")}"/></x:PageSetup>`;
  return `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">` +
    `<DocumentProperties xmlns="urn:schemas-microsoft-com:office:office"><Author>${m("author", "property")}</Author><LastAuthor>${m("who saved it last", "property")}</LastAuthor><Company>${m("company", "property")}</Company></DocumentProperties>` +
    `<Styles>${style("w", '<Font ss:Color="#FFFFFF"/>')}${style("r", '<Font ss:Color="#FF0000"/><Interior ss:Color="#FF0000" ss:Pattern="Solid"/>')}${style("t", '<Font ss:Size="1"/>')}${style("n", '<NumberFormat ss:Format=";;;"/>')}${style("f", `<NumberFormat ss:Format="&quot;${m("text in a number format", "package-data")}&quot;"/>`)}</Styles>` +
    `<Names><NamedRange ss:Name="n" ss:RefersTo="=&quot;${m("defined name", "defined-name")}&quot;"/></Names><!-- ${m("comment in the XML", "markup-comment")} -->` +
    sheet(m("name of a sheet"), rows, page) + sheet("h", `<Row>${data(m("hidden sheet", "hidden-sheet"))}</Row>`, "<x:Visible>SheetHidden</x:Visible>") + sheet("v", `<Row>${data(m("very hidden sheet", "very-hidden-sheet"))}</Row>`, "<x:Visible>SheetVeryHidden</x:Visible>") +
    sheet("p", `<Row>${data("x")}</Row><Row ss:Index="9">${data(m("cell outside the print area", "outside-print-area"))}</Row>`, "", '<Names><NamedRange ss:Name="Print_Area" ss:RefersTo="=p!R1C1:R2C2"/></Names>') +
    sheet("d", "", `</x:WorksheetOptions><x:DataValidation><x:Range>R1C1</x:Range><x:Value>"${m("list of a validation")}"</x:Value><x:InputMessage>${m("prompt of a validation")}</x:InputMessage></x:DataValidation><x:AutoFilter><x:AutoFilterColumn x:Value="${m("criterion of a filter", "package-data")}"/></x:AutoFilter><x:WorksheetOptions>`) + "</Workbook>";
});

const only = (m: Places["mark"], where: string, concealment: Concealment): Buffer[] => [row(0), cell(6, 0, wide(m(where, concealment)))];
const hidden = marked("workbook (xlsb)", "hidden.xlsb", (m) => workbook(only(m, "hidden sheet", "hidden-sheet"), [], { state: 1 }));
const veryHidden = marked("workbook (xlsb)", "very-hidden.xlsb", (m) => workbook(only(m, "very hidden sheet", "very-hidden-sheet"), [], { state: 2 }));
/** [MS-XLSB] 2.5.97: a reference to a sheet's area, here A1, under the name that programs give to what is printed. */
const area = Buffer.concat([Buffer.of(0x3b), u16(0), u32(0), u32(0), u16(0, 0)]);
const printed = marked("workbook (xlsb)", "printed.xlsb", (m) =>
  workbook([row(0), cell(6, 0, wide("x")), row(5), cell(6, 5, wide(m("cell outside the print area", "outside-print-area")))], [], {
    globals: [record(357), record(362, u32(1), u32(0), u32(0), u32(0)), record(39, u32(0x20), [0], u32(0), wide("_xlnm.Print_Area"), u32(area.length), area, u32(0))],
  }));

export const binaryWorkbooks: readonly MarkedFile[] = [xlsb, hidden, veryHidden, printed, spreadsheetml];

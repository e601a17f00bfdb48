import exceljs from "exceljs";
import { describe, expect, it } from "vitest";
import { readCellMap } from "../../../src/extractors/ooxml/xlsx-cell-map.js";
import { readCovers } from "../../../src/extractors/ooxml/xlsx-covers.js";
import { readingOfBytes } from "../../../scripts/oracle/reading.js";
import { cellRef } from "../../../src/text/table.js";
import { png } from "../../support/pictures.js";

const EMU = 12_700;
const FILL = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>';
const corner = (name: string, column: number, row: number, offset = 0): string => `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>${offset}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${offset}</xdr:rowOff></xdr:${name}>`;
const xfrm = (place: string, more = "", inside = ""): string => `<a:xfrm${more}>${place}${inside}</a:xfrm>`;
const at = (x: number, y: number, cx: number, cy: number, prefix = ""): string => `<a:${prefix === "" ? "off" : "chOff"} x="${x}" y="${y}"/><a:${prefix === "" ? "ext" : "chExt"} cx="${cx}" cy="${cy}"/>`;
const sp = (fill: string, place = "", preset = "rect"): string => `<xdr:sp><xdr:spPr>${place}<a:prstGeom prst="${preset}"/>${fill}</xdr:spPr></xdr:sp>`;
const two = (content: string): string => `<xdr:twoCellAnchor>${corner("from", 1, 1)}${corner("to", 3, 4)}${content}</xdr:twoCellAnchor>`;
const one = (content: string, points: readonly [number, number], offset = 0): string => `<xdr:oneCellAnchor>${corner("from", 1, 1, offset)}<xdr:ext cx="${points[0] * EMU}" cy="${points[1] * EMU}"/>${content}</xdr:oneCellAnchor>`;
const group = (content: string, more = ""): string => `<xdr:grpSp><xdr:grpSpPr>${xfrm(at(0, 0, 900, 900), more, at(0, 0, 100, 100, "ch"))}</xdr:grpSpPr>${content}</xdr:grpSp>`;
const covers = (anchors: string, sheet = "<worksheet><sheetData/></worksheet>"): string[] =>
  readCovers(Buffer.from(`<xdr:wsDr xmlns:xdr="x" xmlns:a="a">${anchors}</xdr:wsDr>`), () => readCellMap(Buffer.from(sheet))).map((range) => cellRef(range));

describe("cells under drawings", () => {
  it.each<[string, string, string[]]>([
    ["a filled rectangle", two(sp(FILL)), ["B2:C4"]],
    ["a picture", two("<xdr:pic><xdr:spPr/></xdr:pic>"), ["B2:C4"]],
    ["an ellipse that a style fills", two(`<xdr:sp><xdr:spPr><a:prstGeom prst="ellipse"/></xdr:spPr><xdr:style><a:fillRef idx="1"/></xdr:style></xdr:sp>`), []],
    ["a rectangle that a style fills", two(`<xdr:sp><xdr:spPr><a:prstGeom prst="rect"/></xdr:spPr><xdr:style><a:fillRef idx="1"/></xdr:style></xdr:sp>`), ["B2:C4"]],
    ["a rectangle with a coloured edge only", two(sp(`<a:noFill/><a:ln>${FILL}</a:ln>`)), []],
    ["one that is seen through", two(sp(FILL.replace("/></a:s", '><a:alpha val="50000"/></a:srgbClr></a:s'))), []],
    ["one that is turned", two(sp(FILL, xfrm(at(0, 0, 1, 1), ' rot="2700000"'))), []],
    ["one that is turned upside down", two(sp(FILL, xfrm(at(0, 0, 1, 1), ' rot="10800000"'))), ["B2:C4"]],
    ["a group whose ground is filled", two(group(sp(FILL, xfrm(at(0, 0, 100, 100))) + sp("<a:noFill/>", xfrm(at(10, 10, 20, 20))))), ["B2:C4"]],
    ["a group of which a corner is filled", two(group(sp(FILL, xfrm(at(0, 0, 20, 20))) + sp("<a:noFill/>", xfrm(at(0, 0, 100, 100))))), []],
    ["a group in a group", two(group(group(sp(FILL, xfrm(at(0, 0, 100, 100)))))), []],
    ["a chart", two("<xdr:graphicFrame/>"), []],
  ])("%s", (_, anchors, expected) => {
    expect(covers(anchors)).toEqual(expected);
  });

  const sized = '<worksheet><sheetFormatPr defaultRowHeight="20"/><cols><col min="1" max="9" width="10"/></cols><sheetData><row r="3" ht="100"/><row r="4" hidden="1"/></sheetData></worksheet>';
  it.each<[string, string, string, string[]]>([
    ["its size, over cells of the usual size", one(sp(FILL), [150, 46]), "<worksheet/>", ["B2:C4"]],
    ["its size, where it ends in a column", one(sp(FILL), [80, 46]), "<worksheet/>", ["B2:B4"]],
    ["its size, where it begins in a cell", one(sp(FILL), [150, 46], 5 * EMU), "<worksheet/>", ["C3:C4"]],
    ["its size, over rows of their own heights, one of them hidden", one(sp(FILL), [64, 141]), sized, ["B2:B5"]],
    ["its size, less than a cell's", one(sp(FILL), [20, 10]), "<worksheet/>", []],
    ["its place on the sheet", `<xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="${130 * EMU}" cy="${41 * EMU}"/>${sp(FILL)}</xdr:absoluteAnchor>`, sized, ["A1:B2"]],
  ])("a drawing that tells %s", (_, anchor, sheet, expected) => {
    expect(covers(anchor, sheet)).toEqual(expected);
  });

  it("asks for the cells' places only where a drawing needs them", () => {
    const readSheet = (): never => {
      throw new Error("not needed");
    };
    expect(readCovers(Buffer.from(`<xdr:wsDr xmlns:xdr="x" xmlns:a="a">${two(sp(FILL))}</xdr:wsDr>`), readSheet)).toHaveLength(1);
  });

  it("are told of a picture that exceljs places by its size", async () => {
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet("S");
    sheet.addRow(["x"]);
    sheet.addRow(["under it"]);
    sheet.addRow(["beside it", "below"]);
    // exceljs's types want its own Buffer, which is Node's.
    const image = workbook.addImage({ buffer: png([]) as unknown as exceljs.Buffer, extension: "png" });
    sheet.addImage(image, { tl: { col: 0, row: 1 }, ext: { width: 110, height: 22 } });
    const reading = await readingOfBytes("a.xlsx", Buffer.from(await workbook.xlsx.writeBuffer()));
    const told = (text: string): unknown => reading.find((stretch) => stretch.text === text)?.concealment;
    expect([told("x"), told("underit"), told("besideit")]).toEqual([undefined, "covered-text", undefined]);
  });
});

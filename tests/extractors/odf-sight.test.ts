/** OpenDocument: text nobody sees for its colour, its size or what is drawn over it. */
import { describe, expect, it } from "vitest";
import { odfExtractor } from "../../src/extractors/odf/index.js";
import { extract, whereIs } from "../support/extract.js";
import { cell, flatOdf, type OdfKind, type OdfParts, p, row, sheet, span, textStyle } from "../support/odf.js";
import { inventPerson } from "../support/people.js";

const { name, phone } = inventPerson(4);
const flat = (kind: OdfKind, parts: OdfParts) => extract(odfExtractor, Buffer.from(flatOdf(kind, parts)), "a");
const cellStyle = (style: string, colour: string, ground: string, attributes = ""): string =>
  `<style:style style:name="${style}" style:family="table-cell" ${attributes}>${ground === "" ? "" : `<style:table-cell-properties fo:background-color="${ground}"/>`}${colour === "" ? "" : `<style:text-properties fo:color="${colour}"/>`}</style:style>`;
const graphic = (style: string, properties: string, text = ""): string => `<style:style style:name="${style}" style:family="graphic"><style:graphic-properties ${properties}/>${text}</style:style>`;

describe("sheets: text in the colour of its ground", () => {
  const told = async (body: string, automatic: string, styles = "") => whereIs(phone, await flat("spreadsheet", { body: sheet("s", body), automatic, styles }));
  const red = cellStyle("red", "#FF0000", "#ff0000");

  it.each<[string, string, string, string?]>([
    ["the cell's own style", row([cell(phone, 'table:style-name="red"')]), red],
    ["the row's default style", row([phone], 'table:default-cell-style-name="red"'), red],
    ["the column's default style", `<table:table-column table:default-cell-style-name="red"/>${row([phone])}`, red],
    ["a parent's ground and the style's own colour", row([cell(phone, 'table:style-name="c"')]), cellStyle("c", "#00ff00", "", 'style:parent-style-name="Good"'), cellStyle("Good", "", "#00FF00")],
    ["the default of cells that name no style", row([phone]), "", cellStyle("Default", "#123456", "#123456")],
    ["a span of its own", row([cell(`<text:p>${span(phone, "t")}</text:p>`, 'table:style-name="c"')]), cellStyle("c", "", "#0000ff") + textStyle("t", 'fo:color="#0000ff"')],
    ["a white span", row([cell(`<text:p>${span(phone, "t")}</text:p>`)]), textStyle("t", 'fo:color="#ffffff"')],
    ["a transparent font", row([cell(`<text:p>${span(phone, "t")}</text:p>`)]), textStyle("t", 'fo:color="#000000" loext:opacity="0%"')],
  ])("is not seen by %s", async (_, body, automatic, styles) => {
    expect(await told(body, automatic, styles)).toEqual(["a › s › A1 (invisible-format)"]);
  });

  it.each<[string, string, string, string?]>([
    ["a cell's own colour over its row's ground", row([cell(phone, 'table:style-name="c"')], 'table:default-cell-style-name="red"'), red + cellStyle("c", "#000000", "")],
    ["white on its parent's ground", row([cell(phone, 'table:style-name="c"')]), cellStyle("c", "#ffffff", "", 'style:parent-style-name="Bad"'), cellStyle("Bad", "", "#aa0000")],
    ["white on a ground that its style takes away", row([cell(phone, 'table:style-name="c"')]), cellStyle("c", "#aa0000", "transparent", 'style:parent-style-name="Bad"'), cellStyle("Bad", "", "#aa0000")],
    ["a black span in a white cell", row([cell(`<text:p>${span(phone, "t")}</text:p>`, 'table:style-name="c"')]), cellStyle("c", "#ffffff", "") + textStyle("t", 'fo:color="#000000"')],
    ["the automatic colour, whose opacity LibreOffice writes as none", row([cell(phone, 'table:style-name="c"')]), '<style:style style:name="c" style:family="table-cell"><style:text-properties style:use-window-font-color="true" loext:opacity="0%"/></style:style>'],
  ])("is not told of %s", async (_, body, automatic, styles) => {
    expect(await told(body, automatic, styles)).toEqual(["a › s › A1"]);
  });

  it("leaves a cell's visible words to the cell and tells its white ones beside it", async () => {
    const read = await flat("spreadsheet", { body: sheet("s", row([cell(`<text:p>備考 ${span(phone, "t")}</text:p>`)])), automatic: textStyle("t", 'fo:color="#ffffff"') });
    expect(read.tables[0].text(0, 0)).toBe("備考");
    expect(whereIs(phone, read)).toEqual(["a › s › A1 (invisible-format)"]);
  });
});

describe("fonts have sizes by script", () => {
  it.each<[string, string, string, boolean]>([
    ["Japanese in a tiny Asian font", name, 'style:font-size-asian="1pt"', true],
    ["Japanese in a tiny Western font", name, 'fo:font-size="1pt"', false],
    ["Japanese in a tiny Western and a usual Asian font", name, 'fo:font-size="1pt" style:font-size-asian="10pt"', false],
    ["digits in a tiny Western font", phone, 'fo:font-size="1pt" style:font-size-asian="10pt"', true],
    ["digits in a tiny Asian font", phone, 'style:font-size-asian="1pt"', false],
    ["both in fonts that are both tiny", `${name} ${phone}`, 'fo:font-size="1pt" style:font-size-asian="1pt"', true],
    ["both in fonts of which one is", `${name} ${phone}`, 'style:font-size-asian="1pt"', false],
    ["Hebrew in a tiny complex font", "שלום", 'style:font-size-complex="1pt"', true],
  ])("%s", async (_, content, properties, isUnseen) => {
    const mark = isUnseen ? " (invisible-format)" : "";
    const inText = await flat("text", { body: p(span(content, "s")), automatic: textStyle("s", properties) });
    expect(whereIs(content, inText)).toEqual([`a › 1:1${mark}`]);
    const inCell = await flat("spreadsheet", { body: sheet("s", row([cell(content, 'table:style-name="s"')])), automatic: textStyle("s", properties, "table-cell") });
    expect(whereIs(content, inCell)).toEqual([`a › s › A1${mark}`]);
  });

  it("a span may be readable in a tiny paragraph", async () => {
    const read = await flat("text", { body: p(span(phone, "s"), "tiny"), automatic: textStyle("tiny", 'fo:font-size="1pt"', "paragraph") + textStyle("s", 'fo:font-size="10pt"') });
    expect(whereIs(phone, read)).toEqual(["a › 1:1"]);
  });
});

describe("texts: the ground of cells, shapes and paper", () => {
  const blue = textStyle("t", 'fo:color="#0000ff"');
  const white = textStyle("t", 'fo:color="#ffffff"');
  const inTable = (style: string): string => `<table:table><table:table-row><table:table-cell table:style-name="${style}">${p(span(phone, "t"))}</table:table-cell></table:table-row></table:table>`;
  const framed = (style: string): string => p(`<draw:frame draw:style-name="${style}"><draw:text-box>${p(span(phone, "t"))}</draw:text-box></draw:frame>`);
  it.each<[string, string, string, boolean]>([
    ["blue in a blue cell", inTable("c"), blue + cellStyle("c", "", "#0000ff"), true],
    ["white in a cell on paper", inTable("c"), white + cellStyle("c", "", "transparent"), true],
    ["white in a blue cell", inTable("c"), white + cellStyle("c", "", "#0000ff"), false],
    ["blue in a blue shape", framed("g"), blue + graphic("g", 'draw:fill="solid" draw:fill-color="#0000ff"'), true],
    ["white in a shape without a fill", framed("g"), white + graphic("g", 'draw:fill="none"'), false],
    ["blue in a shape with a gradient", framed("g"), blue + graphic("g", 'draw:fill="gradient" draw:fill-color="#0000ff"'), false],
    ["blue in a shape one sees through", framed("g"), blue + graphic("g", 'draw:fill="solid" draw:fill-color="#0000ff" draw:opacity="30%"'), false],
    ["white on black paper", p(span(phone, "t")), `${white}<style:page-layout style:name="l"><style:page-layout-properties fo:background-color="#000000"/></style:page-layout>`, false],
    ["white on a black paragraph", p(span(phone, "t"), "b"), `${white}<style:style style:name="b" style:family="paragraph"><style:paragraph-properties fo:background-color="#000000"/></style:style>`, false],
  ])("%s", async (_, body, automatic, isUnseen) => {
    expect(whereIs(phone, await flat("text", { body, automatic })).every((one) => one.includes("(invisible-format)"))).toBe(isUnseen);
  });
});

describe("sheets: cells under shapes", () => {
  const opaque = graphic("g", 'draw:fill="solid" draw:fill-color="#000000"');
  const widths = '<style:style style:name="c" style:family="table-column"><style:table-column-properties style:column-width="2cm"/></style:style><style:style style:name="r" style:family="table-row"><style:table-row-properties style:row-height="1cm"/></style:style>';
  const book = async (shape: string, where: "sheet" | "A1", automatic = opaque) => {
    const inCell = where === "A1" ? `<table:table-cell>${shape}</table:table-cell>` : "x";
    const rows = `<table:table-column table:style-name="c" table:number-columns-repeated="5"/>${row([inCell, "x"], 'table:style-name="r"')}${row(["x", phone], 'table:style-name="r" ')}`;
    return whereIs(phone, await flat("spreadsheet", { body: sheet("s", `${where === "sheet" ? `<table:shapes>${shape}</table:shapes>` : ""}${rows}`), automatic: automatic + widths }));
  };
  const rect = (geometry: string, more = ""): string => `<draw:rect draw:style-name="g" ${geometry} ${more}/>`;
  const big = 'svg:x="0cm" svg:y="0cm" svg:width="8cm" svg:height="4cm"';

  it.each<[string, string, "sheet" | "A1"]>([
    ["a rectangle that stands in a cell", rect(`${big} table:end-cell-address="s.D5" table:end-x="1cm" table:end-y="0.1cm"`), "A1"],
    ["a rectangle that tells its size only", rect(big), "A1"],
    ["a rectangle placed on the page", rect('svg:x="2cm" svg:y="1cm" svg:width="2cm" svg:height="1cm"'), "sheet"],
    ["a picture", `<draw:frame ${big}><draw:image xlink:href="x"/></draw:frame>`, "sheet"],
    ["a filled text box", `<draw:frame draw:style-name="g" ${big}><draw:text-box/></draw:frame>`, "sheet"],
    ["a custom shape of the outline of a rectangle", `<draw:custom-shape draw:style-name="g" ${big}><draw:enhanced-geometry draw:type="rectangle"/></draw:custom-shape>`, "sheet"],
    ["one of a group", `<draw:g>${rect(big)}</draw:g>`, "sheet"],
  ])("are told by %s", async (_, shape, where) => {
    expect(await book(shape, where)).toEqual(["a › s › B2 (covered-text)"]);
  });

  it.each<[string, string, string?]>([
    ["one that covers half of the cell", rect('svg:x="3cm" svg:y="1cm" svg:width="4cm" svg:height="4cm"')],
    ["one beside it", rect('svg:x="4cm" svg:y="0cm" svg:width="4cm" svg:height="4cm"')],
    ["a frame without a fill", rect(big), graphic("g", 'draw:fill="none" draw:fill-color="#000000"')],
    ["one that one sees through", rect(big), graphic("g", 'draw:fill="solid" draw:fill-color="#000000" draw:opacity="50%"')],
    ["one behind the cells", rect(big, 'table:table-background="true"')],
    ["an ellipse", `<draw:ellipse draw:style-name="g" ${big}/>`],
    ["a turned one", rect(big, 'draw:transform="rotate (0.7) translate (1cm 1cm)"')],
    ["a hidden one", rect(big, 'draw:display="none"')],
    ["one whose size is not told", rect('svg:x="0cm" svg:y="0cm"')],
    ["a text box without a fill", `<draw:frame ${big}><draw:text-box>${p("x")}</draw:text-box></draw:frame>`, graphic("g", "")],
  ])("are not told by %s", async (_, shape, automatic) => {
    expect(await book(shape, "sheet", automatic)).toEqual(["a › s › B2"]);
  });

  it("below a million rows, a hidden one and those of another height", async () => {
    const tall = '<style:style style:name="h" style:family="table-row"><style:table-row-properties style:row-height="2cm"/></style:style>';
    const rows = (y: string): string => `<table:shapes>${rect(`svg:x="0cm" svg:y="${y}" svg:width="50cm" svg:height="2cm"`)}</table:shapes>${row([""], 'table:style-name="r" table:number-rows-repeated="1000"')}${row(["x"], 'table:visibility="collapse"')}${row([""], 'table:style-name="h" table:number-rows-repeated="10"')}${row([phone], 'table:style-name="h"')}`;
    const at = async (y: string) => whereIs(phone, await flat("spreadsheet", { body: sheet("s", rows(y)), automatic: opaque + widths + tall }));
    expect([await at("1020cm"), await at("1018cm")]).toEqual([["a › s › A1012 (covered-text)"], ["a › s › A1012"]]);
  });
});

describe("slides: text under shapes and beside the slide", () => {
  const styles = graphic("g", 'draw:fill="solid" draw:fill-color="#000000"') + graphic("n", 'draw:fill="none"');
  const layouts = '<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="28cm" fo:page-height="16cm"/></style:page-layout><style:page-layout style:name="N"><style:page-layout-properties fo:page-width="21cm" fo:page-height="30cm"/></style:page-layout>';
  const master = '<style:master-page style:name="M" style:page-layout-name="L"/>';
  const box = (content: string, geometry = 'svg:x="2cm" svg:y="2cm" svg:width="6cm" svg:height="2cm"', style = "n"): string => `<draw:frame draw:style-name="${style}" ${geometry}><draw:text-box>${p(content)}</draw:text-box></draw:frame>`;
  const cover = (more = ""): string => `<draw:rect draw:style-name="g" svg:x="1cm" svg:y="1cm" svg:width="10cm" svg:height="5cm" ${more}/>`;
  const told = async (shapes: string) => whereIs(phone, await flat("presentation", { body: `<draw:page>${box("x")}</draw:page><draw:page draw:master-page-name="M">${shapes}</draw:page>`, automatic: styles + layouts, master }));

  it.each<[string, string, string]>([
    ["under a rectangle", box(phone) + cover(), " (covered-text)"],
    ["in a group, under a rectangle", `<draw:g>${box("x")}${box(phone)}</draw:g>${cover()}`, " (covered-text)"],
    ["under a filled box in a group", `${box(phone)}<draw:g>${box("", 'svg:x="1cm" svg:y="1cm" svg:width="20cm" svg:height="10cm"', "g")}</draw:g>`, " (covered-text)"],
    ["over a rectangle", cover() + box(phone), ""],
    ["under a rectangle that is turned", box(phone) + cover('draw:transform="rotate (1)"'), ""],
    ["beside what covers another", box("x") + cover() + box(phone, 'svg:x="12cm" svg:y="2cm" svg:width="6cm" svg:height="2cm"') + box("x"), ""],
    ["below the slide, though not below its notes", box(phone, 'svg:x="2cm" svg:y="17cm" svg:width="6cm" svg:height="2cm"'), " (off-page)"],
    ["in notes, whose shapes are none of the slide's", `<presentation:notes>${box(phone)}</presentation:notes>${cover()}`, " (speaker-notes)"],
  ])("%s", async (_, shapes, mark) => {
    expect(await told(shapes)).toEqual([expect.stringMatching(new RegExp(`^a › page 2 › \\d:1${mark.replace(/[()]/gu, "\\$&")}$`, "u"))]);
  });
});

import { describe, expect, it } from "vitest";
import type { Concealment } from "../../../src/contract.js";
import { openPlain } from "../../../src/extractors/pdf/fast/index.js";
import { openWithPdfjs } from "../../../src/extractors/pdf/pdfjs/thread.js";
import { createPageReader } from "../../../src/extractors/pdf/segments.js";
import { createBudget, DEFAULT_LIMITS } from "../../../src/limits.js";
import { createPdf, type PdfWriter } from "../../support/pdf.js";

const WIDTHS = `/FirstChar 32 /LastChar 126 /Widths [${"500 ".repeat(95)}]`;
const FONT = `<< /Type /Font /Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding ${WIDTHS} /FontDescriptor << /Type /FontDescriptor /FontName /Arial /Flags 32 /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 /FontBBox [0 0 1000 1000] >> >>`;
const image = (more = ""): ((pdf: PdfWriter) => string) => (pdf) => `/XObject << /I ${pdf.add(`/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 ${more}`, "\0\x40\x80\xff")} >>`;
const state = (entries: string): ((pdf: PdfWriter) => string) => () => `/ExtGState << /G << ${entries} >> >>`;
const layer = (pdf: PdfWriter): string => {
  const group = pdf.add("<< /Type /OCG /Name (draft) >>");
  const shown = pdf.add("<< /Type /OCG /Name (shown) >>");
  pdf.catalog(`/OCProperties << /OCGs [${group} ${shown}] /D << /ON [${shown}] /OFF [${group}] >> >>`);
  return `/Properties << /L ${group} /S ${shown} >> /XObject << /X ${pdf.add(`/Type /XObject /Subtype /Form /BBox [0 0 600 800] /OC ${group} /Resources << /Font << /F ${FONT} >> >>`, "BT /F 12 Tf 200 700 Td (SECRET) Tj ET")} >>`;
};

interface Recipe {
  readonly content: string;
  readonly resources?: (pdf: PdfWriter) => string;
}

function make({ content, resources }: Recipe): Uint8Array {
  const pdf = createPdf();
  const more = resources?.(pdf) ?? "";
  pdf.page(content, { resources: `/Font << /F ${FONT} >> ${more}`, entries: "/MediaBox [0 0 600 800]" });
  return pdf.bytes();
}

const PLAIN = "BT /F 12 Tf 100 700 Td (shown) Tj ET\n";
const SECRET = "BT /F 12 Tf 200 700 Td (SECRET) Tj ET\n";
/** 36 points wide at 200, 700. */
const BOX = "195 695 50 20 re f\n";

const HIDDEN: readonly (readonly [string, Concealment, Recipe])[] = [
  ["a black box painted later", "covered-text", { content: `${PLAIN}${SECRET}${BOX}` }],
  ["a white box painted later", "covered-text", { content: `${PLAIN}${SECRET}1 g ${BOX}` }],
  ["two boxes, half each", "covered-text", { content: `${PLAIN}${SECRET}195 695 25 20 re 220 695 30 20 re f` }],
  ["a box made of lines", "covered-text", { content: `${PLAIN}${SECRET}195 695 m 245 695 l 245 715 l 195 715 l h f` }],
  ["a round blot", "covered-text", { content: `${PLAIN}${SECRET}170 703 m 170 740 270 740 270 703 c 270 660 170 660 170 703 c f` }],
  ["a thick line", "covered-text", { content: `${PLAIN}${SECRET}16 w 195 704 m 245 704 l S` }],
  ["an image", "covered-text", { content: `${PLAIN}${SECRET}q 50 0 0 20 195 695 cm /I Do Q`, resources: image() }],
  ["a box in a matrix", "covered-text", { content: `${PLAIN}${SECRET}q 50 0 0 20 195 695 cm 0 0 1 1 re f Q` }],
  ["white on white", "invisible-text", { content: `${PLAIN}1 1 1 rg ${SECRET}` }],
  ["nearly white on white", "invisible-text", { content: `${PLAIN}0 0.02 0 0 k ${SECRET}` }],
  ["no ink of a spot colour", "invisible-text", { content: `${PLAIN}/CS cs 0 scn ${SECRET}`, resources: () => "/ColorSpace << /CS [/Separation /Spot /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 1 1 0] /N 1 >>] >>" }],
  ["blue on blue", "invisible-text", { content: `${PLAIN}0 0 1 rg ${BOX}${SECRET}` }],
  ["rendering mode 3", "invisible-text", { content: `${PLAIN}3 Tr ${SECRET}` }],
  ["white strokes", "invisible-text", { content: `${PLAIN}1 Tr 1 G ${SECRET}` }],
  ["no opacity", "invisible-text", { content: `${PLAIN}/G gs ${SECRET}`, resources: state("/ca 0 /CA 0") }],
  ["half a point high", "invisible-text", { content: `${PLAIN}BT /F 0.5 Tf 200 700 Td (SECRET) Tj ET` }],
  ["off the page", "off-page", { content: `${PLAIN}BT /F 12 Tf 700 700 Td (SECRET) Tj ET` }],
  ["outside of the clip", "off-page", { content: `${PLAIN}q 0 0 150 800 re W n ${SECRET}Q` }],
  ["a layer that is off", "hidden-layer", { content: `${PLAIN}/OC /L BDC ${SECRET}EMC`, resources: layer }],
  ["a form on a layer that is off", "hidden-layer", { content: `${PLAIN}/X Do`, resources: layer }],
];

const SHOWN: readonly (readonly [string, Recipe])[] = [
  ["a box painted before", { content: `${PLAIN}1 g ${BOX}0 g ${SECRET}` }],
  ["white on black", { content: `${PLAIN}0 g ${BOX}1 g ${SECRET}` }],
  ["white on an image", { content: `${PLAIN}q 50 0 0 20 195 695 cm /I Do Q 1 g ${SECRET}`, resources: image() }],
  ["a frame around it", { content: `${PLAIN}${SECRET}195 695 50 20 re S` }],
  ["a frame of two boxes", { content: `${PLAIN}${SECRET}190 690 60 30 re 195 695 50 20 re f*` }],
  ["a line through it", { content: `${PLAIN}${SECRET}195 704 m 245 704 l S` }],
  ["a line under it, painted as a box", { content: `${PLAIN}${SECRET}195 697 50 1 re f` }],
  ["a text marker", { content: `${PLAIN}${SECRET}1 1 0 rg /G gs ${BOX}`, resources: state("/BM /Multiply") }],
  ["a veil", { content: `${PLAIN}${SECRET}1 g /G gs ${BOX}`, resources: state("/ca 0.4") }],
  ["a seal with a mask", { content: `${PLAIN}${SECRET}q 50 0 0 20 195 695 cm /I Do Q`, resources: image("/Mask [0 255]") }],
  ["a box beside it", { content: `${PLAIN}${SECRET}250 695 50 20 re f` }],
  ["a box that a clip cuts off", { content: `${PLAIN}${SECRET}q 0 0 150 800 re W n ${BOX}Q` }],
  ["a box on a layer that is off", { content: `${PLAIN}${SECRET}/OC /L BDC ${BOX}EMC`, resources: layer }],
  ["a layer that is on", { content: `${PLAIN}/OC /S BDC ${SECRET}EMC`, resources: layer }],
  ["mode 2 with black strokes", { content: `${PLAIN}2 Tr 1 g ${SECRET}` }],
  ["a clip around it", { content: `${PLAIN}q 190 690 60 30 re W n ${SECRET}Q` }],
];

/** For each stretch of the page that says SECRET or shown, why it is not seen. */
async function reasons(reader: "fast" | "pdfjs", recipe: Recipe): Promise<(string | undefined)[][]> {
  const bytes = make(recipe);
  const budget = createBudget(DEFAULT_LIMITS);
  const opaque = !bytes.includes(0) || !Buffer.from(bytes).includes("/Mask");
  const found: (string | undefined)[][] = [];
  const pdfjs = reader === "pdfjs" ? await openWithPdfjs(bytes, budget) : undefined;
  const page = pdfjs === undefined ? openPlain(bytes, budget)?.page(1) : await pdfjs.page(1, { opaque });
  await pdfjs?.close();
  if (page === undefined) throw new Error("the fast reader does not take this page");
  for (const segment of createPageReader([]).page(1, page)) {
    if (segment.kind !== "text") continue;
    for (const match of segment.text.matchAll(/SECRET|shown/gu)) found.push([match[0], segment.place({ start: match.index, end: match.index + match[0].length }).concealment]);
  }
  return found.sort();
}

describe.each(["fast", "pdfjs"] as const)("what the %s reader says of text that nobody sees", (reader) => {
  it.each(HIDDEN)("%s: %s", async (_, concealment, recipe) => {
    expect(await reasons(reader, recipe)).toEqual([["SECRET", concealment], ["shown", undefined]]);
  });

  it.each(SHOWN)("%s hides nothing", async (_, recipe) => {
    expect(await reasons(reader, recipe)).toEqual([["SECRET", undefined], ["shown", undefined]]);
  });
});

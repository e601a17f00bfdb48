import { describe, expect, it } from "vitest";
import { createPdf, identityFont, identityHex, japaneseFont, pdfString, shiftJisHex, utf16Hex } from "../../support/pdf.js";
import { readPdf, where } from "../../support/read-pdf.js";

const HELVETICA = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";

function onePage(content: string, { font = HELVETICA, entries = "/MediaBox [0 0 595 842]" } = {}): Uint8Array {
  const pdf = createPdf();
  pdf.page(content, { resources: `/Font << /F1 ${font} >>`, entries });
  return pdf.bytes();
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const { texts, unscanned, stopped } = await readPdf(bytes);
  expect({ unscanned, stopped }).toEqual({ unscanned: [], stopped: undefined });
  return texts.map((segment) => segment.text).join("---\n");
}

describe("lines come from positions", () => {
  it.each([
    ["one show operator is one line", "BT /F1 12 Tf 72 700 Td (Hello there) Tj ET", "Hello there\n"],
    ["lines come from top to bottom, whatever the order they are painted in", "BT /F1 12 Tf 72 600 Td (second) Tj ET BT /F1 12 Tf 72 700 Td (first) Tj ET", "first\nsecond\n"],
    ["runs on one baseline are joined in the order they stand", "BT /F1 12 Tf 97 700 Td (right) Tj ET BT /F1 12 Tf 72 700 Td (left) Tj ET", "left right\n"],
    ["a narrow gap is no space", "BT /F1 12 Tf 72 700 Td [(ta) -20 (ke)] TJ ET", "take\n"],
    ["a wide gap is a tab", "BT /F1 12 Tf 72 700 Td (name) Tj 200 0 Td (value) Tj ET", "name\tvalue\n"],
    ["a raised digit stays on its line", "BT /F1 12 Tf 72 700 Td (m) Tj 10.2 4 Td (2) Tj ET", "m2\n"],
    ["text painted twice for boldness is read once", "BT /F1 12 Tf 72 700 Td (Once) Tj ET BT /F1 12 Tf 72.3 700 Td (Once) Tj ET", "Once\n"],
    ["text turned by 90 degrees is read along itself", "BT /F1 12 Tf 0 1 -1 0 100 100 Tm (upwards) Tj ET BT /F1 12 Tf 0 1 -1 0 120 100 Tm (again) Tj ET", "upwards\nagain\n"],
  ])("%s", async (_, content, expected) => {
    expect(await textOf(onePage(content))).toBe(expected);
  });

  it("reads two columns of running text one after the other", async () => {
    const lines = (x: number, word: string): string =>
      Array.from({ length: 8 }, (_, i) => `BT /F1 10 Tf ${x} ${700 - i * 14} Td (${word} ${i} ${"running text ".repeat(2)}end.) Tj ET`).join("\n");
    const text = await textOf(onePage(lines(50, "left") + lines(320, "right")));
    expect(text.split("\n").slice(0, 16).map((line) => line.slice(0, 7).trim())).toEqual([
      ...Array.from({ length: 8 }, (_, i) => `left ${i}`), ...Array.from({ length: 8 }, (_, i) => `right ${i}`.slice(0, 7)),
    ]);
  });
});

describe("Japanese", () => {
  const NAME = "佐藤花子 様 (03-1234-5678)";

  it.each([
    ["90ms-RKSJ-H, not embedded", "90ms-RKSJ-H", shiftJisHex(NAME)],
    ["UniJIS-UTF16-H, not embedded", "UniJIS-UTF16-H", utf16Hex(NAME)],
    ["UniJIS-UCS2-H, not embedded", "UniJIS-UCS2-H", utf16Hex(NAME)],
  ])("reads %s", async (_, encoding, hex) => {
    const pdf = createPdf();
    const font = japaneseFont(pdf, encoding);
    pdf.page(`BT /F1 12 Tf 72 700 Td <${hex}> Tj ET`, { resources: `/Font << /F1 ${font} >>` });
    expect(await textOf(pdf.bytes())).toBe(`${NAME}\n`);
  });

  it("reads vertical writing column by column from the right", async () => {
    const pdf = createPdf();
    const font = japaneseFont(pdf, "UniJIS-UTF16-V");
    pdf.page(`BT /F1 12 Tf 1 0 0 1 500 700 Tm <${utf16Hex("一行目の文")}> Tj ET BT /F1 12 Tf 1 0 0 1 470 700 Tm <${utf16Hex("二行目の文")}> Tj ET`, { resources: `/Font << /F1 ${font} >>` });
    expect(await textOf(pdf.bytes())).toBe("一行目の文\n二行目の文\n");
  });

  it("reads a composite font through its ToUnicode map", async () => {
    const pdf = createPdf();
    const characters = "住所東京都千代田区0123456789-";
    const font = identityFont(pdf, characters);
    pdf.page(`BT /F1 12 Tf 72 700 Td <${identityHex(characters, "東京都千代田区1-2-3")}> Tj ET`, { resources: `/Font << /F1 ${font} >>` });
    expect(await textOf(pdf.bytes())).toBe("東京都千代田区1-2-3\n");
  });
});

describe("places", () => {
  const content = "BT /F1 10 Tf 100 700 Td (0123456789) Tj ET";
  it.each([
    ["upright", "/MediaBox [0 0 600 800]", "page 1 (128 698 11 11)"],
    ["with a crop box that does not begin at 0", "/MediaBox [0 0 600 800] /CropBox [50 100 500 780]", "page 1 (78 598 11 11)"],
    ["turned by 90", "/MediaBox [0 0 600 800] /Rotate 90", "page 1 (698 461 11 11)"],
    ["turned by 180", "/MediaBox [0 0 600 800] /Rotate 180", "page 1 (461 91 11 11)"],
    ["turned by 270", "/MediaBox [0 0 600 800] /Rotate 270", "page 1 (91 128 11 11)"],
    ["in units of 2 points", "/MediaBox [0 0 600 800] /UserUnit 2", "page 1 (256 1396 22 22)"],
  ])("a match's box is in points of the page as shown, %s", async (_, entries, expected) => {
    const { texts } = await readPdf(onePage(content, { entries }));
    const start = texts[0].text.indexOf("56");
    expect(where(texts[0].place({ start, end: start + 2 }))).toBe(expected);
  });

  it("a match over two lines has a box around both", async () => {
    const { texts } = await readPdf(onePage("BT /F1 10 Tf 100 700 Td (first) Tj 0 -20 Td (second) Tj ET"));
    expect(where(texts[0].place({ start: 0, end: 12 }))).toBe("page 1 (100 678 32 31)");
  });

  it("each page is a segment that knows its number", async () => {
    const pdf = createPdf();
    for (const word of ["one", "two", "three"]) pdf.page(`BT /F1 12 Tf 72 700 Td ${pdfString(word)} Tj ET`, { resources: `/Font << /F1 ${HELVETICA} >>` });
    const { texts } = await readPdf(pdf.bytes());
    expect(texts.map((segment) => [segment.text, where(segment.place({ start: 0, end: 1 })).slice(0, 6)])).toEqual([["one\n", "page 1"], ["two\n", "page 2"], ["three\n", "page 3"]]);
  });
});

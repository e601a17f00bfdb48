import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { PageContent } from "../../../src/extractors/pdf/document.js";
import { openPlain } from "../../../src/extractors/pdf/fast/index.js";
import { openWithPdfjs } from "../../../src/extractors/pdf/pdfjs/thread.js";
import { createPageReader } from "../../../src/extractors/pdf/segments.js";
import { createBudget, DEFAULT_LIMITS } from "../../../src/limits.js";
import { createPdf, identityFont, identityHex, japaneseFont, pdfString, type PdfFileOptions, type PdfWriter } from "../../support/pdf.js";
import { readPdf, where } from "../../support/read-pdf.js";

const CHARACTERS = "佐藤花子様住所東京都千代田区電話番号0123456789-";
const WIDTHS = `/FirstChar 32 /LastChar 126 /Widths [${Array.from({ length: 95 }, (_, i) => 400 + ((i * 37) % 300)).join(" ")}]`;
const DESCRIPTOR = "/FontDescriptor << /Type /FontDescriptor /FontName /Arial /Flags 32 /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 /FontBBox [0 0 1000 1000] >>";
const LATIN = `<< /Type /Font /Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding ${WIDTHS} ${DESCRIPTOR} >>`;

interface Recipe {
  readonly content: string;
  readonly entries?: string;
  readonly options?: PdfFileOptions;
  /** Adds objects, and gives the resources that name them. */
  readonly prepare?: (pdf: PdfWriter) => string;
  /** More fonts. */
  readonly fonts?: (pdf: PdfWriter) => string;
}

/** One page with a Japanese font /F1 and a Latin one /F2. */
function make({ content, entries = "/MediaBox [0 0 595 842]", options = {}, prepare, fonts }: Recipe): Uint8Array {
  const pdf = createPdf();
  const font = identityFont(pdf, CHARACTERS);
  const more = prepare?.(pdf) ?? "";
  pdf.page(content, { resources: `/Font << /F1 ${font} /F2 ${LATIN} ${fonts?.(pdf) ?? ""} >> ${more}`, entries });
  return pdf.bytes(options);
}

const japanese = (text: string): string => `<${identityHex(CHARACTERS, text)}>`;
const TEXT = `BT /F1 12 Tf 72 700 Td ${japanese("佐藤花子様")} Tj ET`;

const budget = (): ReturnType<typeof createBudget> => createBudget(DEFAULT_LIMITS);
const plainPage = (bytes: Uint8Array): PageContent | undefined => openPlain(bytes, budget())?.page(1);

/** Everything on the page but white space, put in order by the same layout for both readers. */
function textOf(number: number, page: PageContent): string {
  const reader = createPageReader([]);
  let text = "";
  for (const segment of [...reader.page(number, { ...page, notes: [] }), ...reader.end()]) {
    if (segment.kind === "text") text += segment.text;
    if (segment.kind === "table") {
      for (let row = 0; row < segment.rowCount; row++) for (let column = 0; column < segment.columnCount; column++) text += segment.text(row, column);
    }
  }
  return text.normalize("NFKC").replace(/\s+/gu, "");
}

/** Compares both readers on each page that is plain. */
async function agreement(bytes: Uint8Array): Promise<{ plain: number; differing: number[] }> {
  const plain = openPlain(bytes, budget());
  const differing: number[] = [];
  let count = 0;
  if (plain === undefined) return { plain: 0, differing };
  const pdfjs = await openWithPdfjs(bytes, budget());
  try {
    expect(pdfjs.pageCount).toBe(plain.pageCount);
    for (let number = 1; number <= plain.pageCount; number++) {
      const mine = plain.page(number);
      if (mine === undefined) continue;
      count++;
      const theirs = await pdfjs.page(number);
      expect(mine.view).toEqual(theirs.view);
      if (textOf(number, mine) !== textOf(number, theirs)) differing.push(number);
    }
  } finally {
    await pdfjs.close();
  }
  return { plain: count, differing };
}

const FOLDER = path.join(import.meta.dirname, "../../../fixtures/pdf");
const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(FOLDER, name)));

describe("plain pages read the same without pdfjs", () => {
  it.each(readdirSync(FOLDER).sort())("fixture %s", async (name) => {
    expect((await agreement(fixture(name))).differing).toEqual([]);
  });

  it("LibreOffice's files are plain on all pages", () => {
    const plain = ["flag.letter.pdf", "flag.list.pdf", "pass.notice.pdf", "pass.statistics.pdf"].map((name) => {
      const document = openPlain(fixture(name), budget());
      return [name, document !== undefined && Array.from({ length: document.pageCount }, (_, i) => document.page(i + 1)).every((page) => page !== undefined), document?.extras() !== undefined];
    });
    expect(plain).toEqual([["flag.letter.pdf", true, true], ["flag.list.pdf", true, true], ["pass.notice.pdf", true, true], ["pass.statistics.pdf", true, true]]);
  });

  it.each<[string, Recipe]>([
    ["a cross-reference stream and objects in streams", { content: TEXT, options: { xref: "stream" } }],
    ["kerning, spacing, scaling and rise", { content: `BT /F2 12 Tf 2 Tc 5 Tw 80 Tz 3 Ts 72 700 Td [(Hel) -120 (lo) 400 (there)] TJ 100 Tz (again and again) Tj ET` }],
    ["lines by leading and by quotes", { content: `BT /F2 10 Tf 14 TL 72 700 Td (one) Tj T* (two) Tj (three) ' 1 2 (four) " 0 -20 TD (five) Tj T* (six) Tj ET` }],
    ["turned and mirrored text", { content: "q 0 1 -1 0 500 100 cm BT /F2 12 Tf 10 10 Td (upwards) Tj ET Q BT /F2 -12 Tf -1 0 0 -1 200 600 Tm (twice turned) Tj ET" }],
    ["forms in forms", {
      content: `${TEXT} q 2 0 0 2 0 0 cm /X1 Do Q`,
      prepare: (pdf) => {
        const inner = pdf.add(`/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Matrix [1 0 0 1 30 0] /Resources << /Font << /F2 ${LATIN} >> >>`, "BT /F2 9 Tf 20 20 Td (inner) Tj ET");
        return `/XObject << /X1 ${pdf.add(`/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F2 ${LATIN} >> /XObject << /X2 ${inner} >> >>`, "BT /F2 9 Tf 20 40 Td (outer) Tj ET /X2 Do")} >>`;
      },
    }],
    ["octal escapes and parentheses in strings", { content: "BT /F2 12 Tf 72 700 Td (a\\(b\\)\\101(c)\\\nd) Tj ET" }],
    ["a crop box and a turned page", { content: TEXT, entries: "/MediaBox [0 0 595 842] /CropBox [20 20 500 800] /Rotate 90" }],
  ])("%s", async (_, recipe) => {
    expect(await agreement(make(recipe))).toEqual({ plain: 1, differing: [] });
  });

  it("with single bytes changed: what it still takes for plain, pdfjs reads the same, unless it lost a font", async () => {
    let state = 7;
    const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 8;
    const base = make({ content: `${TEXT} BT /F2 10 Tf 72 600 Td (Hello there) Tj ET` });
    let plainPages = 0;
    for (let round = 0; round < 400; round++) {
      const bytes = base.slice();
      for (let flips = 0; flips <= round % 3; flips++) bytes[next() % bytes.length] = next() & 255;
      const mine = plainPage(bytes);
      if (mine === undefined) continue;
      plainPages++;
      const pdfjs = await openWithPdfjs(bytes, budget());
      const theirs = await pdfjs.page(1);
      await pdfjs.close();
      // pdfjs drops a font whose dictionary is damaged anywhere; the text it does read is the same.
      if (theirs.gaps.length === 0 && theirs.runs.texts.length >= 2) expect(textOf(1, mine)).toBe(textOf(1, theirs));
    }
    expect(plainPages).toBeGreaterThan(20);
  });
});

describe("whatever is unusual is left to pdfjs", () => {
  it("the sample itself is plain", () => {
    expect(plainPage(make({ content: TEXT }))?.runs.texts).toEqual(["佐藤花子様"]);
  });

  it.each<[string, Recipe]>([
    ["a code that no map has", { content: "BT /F1 12 Tf 72 700 Td <7777> Tj ET" }],
    ["half a code", { content: "BT /F1 12 Tf 72 700 Td <00> Tj ET" }],
    ["a font that is not there", { content: "BT /F9 12 Tf 72 700 Td (x) Tj ET" }],
    ["an operator too many operands", { content: "BT /F1 12 Tf 5 72 700 Td <0001> Tj ET" }],
    ["an unknown operator", { content: `${TEXT} frobnicate` }],
    ["an image in the content", { content: `${TEXT} BI /W 1 /H 1 /CS /G /BPC 8 ID x EI` }],
    ["a font without a Unicode map", { content: "BT /F3 12 Tf 72 700 Td <0001> Tj ET", fonts: (pdf) => `/F3 ${identityFont(pdf)}` }],
    ["a predefined CMap", { content: "BT /F3 12 Tf 72 700 Td <8140> Tj ET", fonts: (pdf) => `/F3 ${japaneseFont(pdf, "90ms-RKSJ-H")}` }],
    ["encryption", { content: TEXT, options: { userPassword: "" } }],
    ["no cross-reference", { content: TEXT, options: { xref: "none" } }],
    ["junk before the header", { content: TEXT, options: { header: "junk\n%PDF-1.7\n" } }],
    ["annotations that are no links", { content: TEXT, entries: "/MediaBox [0 0 595 842] /Annots [<< /Type /Annot /Subtype /Text /Rect [1 1 2 2] /Contents (x) >>]" }],
    ["a pattern", { content: `/Pattern cs /P1 scn 0 0 9 9 re f ${TEXT}` }],
    ["a soft mask", { content: `/G1 gs ${TEXT}`, prepare: (pdf) => `/ExtGState << /G1 << /SMask << /S /Alpha /G ${pdf.add("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "")} >> >> >>` }],
    ["a form that draws itself", { content: `${TEXT} /X1 Do`, prepare: (pdf) => `/XObject << /X1 ${pdf.add("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X1 7 0 R >> >>", "/X1 Do")} >>` }],
  ])("%s", (_, recipe) => {
    expect(plainPage(make(recipe))).toBeUndefined();
  });

  it("a file with anything after its end, or with another offset, is not plain", () => {
    const bytes = make({ content: TEXT });
    const text = Buffer.from(bytes).toString("latin1");
    expect(openPlain(Buffer.from(`${text}more`, "latin1"), budget())).toBeUndefined();
    expect(openPlain(Buffer.from(text.replace(/startxref\n\d+/u, "startxref\n9"), "latin1"), budget())).toBeUndefined();
    expect(openPlain(Buffer.from(text.replace("/Count 1", "/Count 2"), "latin1"), budget())).toBeUndefined();
  });

  it.each(["EmbeddedFiles", "JavaScript"])("extras with %s are left to pdfjs", (kind) => {
    const pdf = createPdf();
    pdf.page("");
    pdf.catalog(`/Names << /${kind} << /Names [] >> >>`);
    expect(openPlain(pdf.bytes(), budget())?.extras()).toBeUndefined();
  });
});

describe("what only this reader sees", () => {
  it("text outside of what is shown is text, and concealed", async () => {
    const { texts, others } = await readPdf(make({ content: `${TEXT} BT /F1 12 Tf 72 2000 Td ${japanese("電話0123")} Tj ET` }));
    expect(texts.map(({ text }) => text)).toEqual(["佐藤花子様\n"]);
    expect(others.map(({ text, place }) => [where(place), text, place.concealment])).toEqual([["page 1 (72 1998 72 13)", "電話0123\n", "off-page"]]);
  });

  it("properties, outlines and links of a plain document", () => {
    const pdf = createPdf();
    const link = pdf.add("<< /Type /Annot /Subtype /Link /Rect [10 90 30 99] /A << /S /URI /URI (mailto:hanako@provider.example) >> >>");
    pdf.page("", { entries: `/MediaBox [0 0 595 842] /Annots [${link}]` });
    const outlines = pdf.add("");
    const second = pdf.add(`<< /Title (second) /Parent ${outlines} >>`);
    const inner = pdf.add(`<< /Title (inner) /Parent ${outlines} >>`);
    const first = pdf.add(`<< /Title ${pdfString("第一")} /Parent ${outlines} /Next ${second} /First ${inner} >>`);
    pdf.catalog(`/Outlines << /First ${first} /Last ${second} >>`);
    const document = openPlain(pdf.bytes({ info: pdf.add(`<< /Author ${pdfString("佐藤花子")} >>`) }), budget());
    expect(document?.extras()).toEqual({ properties: [{ name: "Author", text: "佐藤花子" }], outline: ["第一", "inner", "second"], scripts: [], fields: [], attachments: [], gaps: [] });
    expect(document?.page(1)?.notes).toEqual([{ kind: "package-data", text: "mailto:hanako@provider.example", rect: [10, 90, 30, 99] }]);
  });
});

import { spawnSync } from "node:child_process";
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { pdfExtractor } from "../../../src/extractors/pdf/index.js";
import { createPdf, japaneseFont, pdfString, utf16Hex } from "../../support/pdf.js";
import { readPdf } from "../../support/read-pdf.js";

const HELVETICA = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
const RESOURCES = `/Font << /F1 ${HELVETICA} >>`;
const TEXT = "BT /F1 12 Tf 72 700 Td (text) Tj ET";

function sample(xref: "table" | "stream" = "table"): Uint8Array {
  const pdf = createPdf();
  const font = japaneseFont(pdf, "UniJIS-UTF16-H");
  for (let page = 0; page < 3; page++) {
    pdf.page(`BT /F1 12 Tf 72 700 Td <${utf16Hex(`${page}頁目の文章`)}> Tj ET`, { resources: `/Font << /F1 ${font} >>`, flate: page > 0 });
  }
  return pdf.bytes({ info: pdf.add(`<< /Author ${pdfString("佐藤花子")} >>`), xref });
}

/** A small linear generator: the same bytes in every run. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0);
}

/** Everything was read, or it is said what was not. */
async function expectResult(bytes: Uint8Array): Promise<void> {
  const { texts, tables, others, unscanned, stopped } = await readPdf(bytes);
  expect(texts.length + tables.length + others.length + unscanned.length + (stopped === undefined ? 0 : 1)).toBeGreaterThan(0);
}

describe("damaged files end in a result", () => {
  it.each(["table", "stream"] as const)("cut off after each twentieth (cross-reference %s)", async (xref) => {
    const whole = sample(xref);
    for (let part = 0; part < 20; part++) await expectResult(whole.slice(0, Math.floor((whole.length * part) / 20)));
  });

  it.each(["table", "stream"] as const)("single bytes changed (cross-reference %s)", async (xref) => {
    const next = seeded(20_24);
    for (let round = 0; round < 60; round++) {
      const bytes = sample(xref);
      for (let flips = 0; flips <= round % 8; flips++) bytes[next() % bytes.length] = next() & 255;
      await expectResult(bytes);
    }
  });

  it.each([
    ["no cross-reference at all", sampleWith((pdf) => pdf.bytes({ xref: "none" }))],
    ["junk before the header", sampleWith((pdf) => pdf.bytes({ header: `${"junk\n".repeat(100)}%PDF-1.7\n` }))],
  ])("%s: readers recover, and so do we", async (_, bytes) => {
    const { texts, stopped } = await readPdf(bytes);
    expect([texts.map(({ text }) => text), stopped]).toEqual([["text\n"], undefined]);
  });
});

function sampleWith(finish: (pdf: ReturnType<typeof createPdf>) => Uint8Array): Uint8Array {
  const pdf = createPdf();
  pdf.page(TEXT, { resources: RESOURCES });
  return finish(pdf);
}

function raw(objects: readonly string[], trailer = "/Root 1 0 R"): Uint8Array {
  let text = "%PDF-1.4\n";
  const offsets = objects.map((body, i) => {
    const offset = text.length;
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("")}trailer\n<< ${trailer} /Size ${objects.length + 1} >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, "latin1"));
}

const PAGE = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << ${RESOURCES} >> >>`;

describe("loops and lies end in a result", () => {
  it.each<[string, Uint8Array, string[]?]>([
    ["a page tree that holds itself", raw(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"])],
    ["two page tree nodes that hold each other", raw(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"])],
    ["an object that is a reference to itself", raw(["<< /Type /Catalog /Pages 2 0 R >>", "2 0 R"])],
    ["a million pages claimed, none there", raw(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 1000000 >>"])],
    ["a million pages claimed, one there", raw(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>", PAGE, `<< /Length ${TEXT.length} >>\nstream\n${TEXT}\nendstream`]), ["text\n"]],
    ["a stream that claims 4 GB", raw(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", PAGE, `<< /Length 4294967295 >>\nstream\n${TEXT}\nendstream`]), ["text\n"]],
    ["a stream whose length is itself", raw(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", PAGE, `<< /Length 4 0 R >>\nstream\n${TEXT}\nendstream`]), ["text\n"]],
    ["arrays in arrays, 100,000 deep", raw(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", `${"[".repeat(100_000)}${"]".repeat(100_000)}`])],
    ["a previous cross-reference that is the same one", raw(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"], "/Root 1 0 R /Prev 9")],
    ["an outline whose item follows itself", raw(["<< /Type /Catalog /Pages 2 0 R /Outlines 3 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>", "<< /First 4 0 R /Last 4 0 R >>", "<< /Title (x) /Parent 3 0 R /Next 4 0 R >>"])],
  ])("%s", async (_, bytes, expected = []) => {
    const { stopped, unscanned, texts } = await readPdf(bytes, { timeMs: 10_000 });
    expect(texts.map(({ text }) => text)).toEqual(expected);
    expect(stopped?.reason ?? unscanned[0]?.reason).toBe(expected.length > 0 ? undefined : "corrupt");
  });

  it("forms that draw forms, ten times each and ten deep, are stopped by the clock", async () => {
    const pdf = createPdf();
    let inner = pdf.add("/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << >>", "BT /F1 9 Tf 9 9 Td (x) Tj ET");
    for (let level = 0; level < 10; level++) {
      inner = pdf.add(`/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X ${inner} >> >>`, "/X Do ".repeat(10));
    }
    pdf.page(`${TEXT} /X Do`, { resources: `${RESOURCES} /XObject << /X ${inner} >>` });
    const { stopped } = await readPdf(pdf.bytes(), { timeMs: 1500 });
    expect(stopped?.reason).toBe("limit");
  });

  it("a content stream that expands without end is stopped", async () => {
    const pdf = createPdf();
    const bomb = deflateSync(deflateSync(Buffer.alloc(300 * 2 ** 20, 0x20), { level: 9 }));
    const content = pdf.add("/Filter [/FlateDecode /FlateDecode]", bomb);
    const page = pdf.add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] /Contents [${`${content} `.repeat(50)}] >>`);
    const tree = pdf.add(`<< /Type /Pages /Kids [${page}] /Count 1 >>`);
    pdf.catalog(`/Pages ${tree}`);
    const { stopped, unscanned, texts } = await readPdf(pdf.bytes(), { timeMs: 15_000 });
    expect([stopped?.reason ?? unscanned[0]?.reason, texts]).toEqual(["limit", []]);
  });

  it("reads on after a document that had to be stopped", async () => {
    const { texts } = await readPdf(sample());
    expect(texts.map(({ text }) => text)).toEqual(["0頁目の文章\n", "1頁目の文章\n", "2頁目の文章\n"]);
  });
});

describe("a reader that goes away", () => {
  it("an aborted scan throws what the signal says", async () => {
    const controller = new AbortController();
    controller.abort(new Error("stop it"));
    await expect(readPdf(sample(), {}, controller.signal)).rejects.toThrow("stop it");
  });

  it("leaves nothing behind that keeps the process alive, and prints nothing", () => {
    const script = `
      import { pdfExtractor } from "./src/extractors/pdf/index.ts";
      import { createBudget, DEFAULT_LIMITS } from "./src/limits.ts";
      const bytes = new Uint8Array(Buffer.from(${JSON.stringify(Buffer.from(sample()).toString("base64"))}, "base64"));
      const artifact = { kind: "artifact", at: [], name: "a.pdf", bytes };
      for (let i = 0; i < 2; i++) for await (const piece of pdfExtractor.extract(artifact, { limits: DEFAULT_LIMITS, budget: createBudget(DEFAULT_LIMITS) })) if (i === 0) break;`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", script], { encoding: "utf8", timeout: 30_000 });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
  });
});

describe("what is taken for a PDF", () => {
  const body = "\n1 0 obj\n<< >>\nendobj\n";
  it.each([
    ["%PDF-1.4 at the beginning", `%PDF-1.4${body}`, "x", "pdf"],
    ["after junk", `\x1b%-12345X@PJL\r\n%PDF-1.4${body}`, "x", "pdf"],
    ["without a header, but named so and made of objects", body, "x.PDF", "pdf"],
    ["a text that names the header", "const header = '%PDF-1.7'; // 1 0 obj", "x.ts", undefined],
    ["a text that mentions PDFs", "A file begins with\n%PDF-1.7 and so on.", "x.txt", undefined],
    ["after more than 1024 bytes", `${" ".repeat(1025)}%PDF-1.4${body}`, "x", undefined],
    ["a text named .pdf", "hello", "x.pdf", undefined],
    ["nothing", "", "x.pdf", undefined],
  ])("%s", (_, text, name, expected) => {
    expect(pdfExtractor.identify(Buffer.from(text, "latin1"), name)).toBe(expected);
  });
});

describe("hostile files that the plain reader would take", () => {
  const WIDTHS = `/FirstChar 32 /LastChar 126 /Widths [${"500 ".repeat(95)}]`;
  const PLAIN = `/Font << /F1 << /Type /Font /Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding ${WIDTHS} /FontDescriptor << /Type /FontDescriptor /FontName /Arial /Flags 32 >> >> >>`;

  it("forms that draw forms are counted, not drawn for years", async () => {
    const pdf = createPdf();
    let inner = pdf.add(`/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << ${PLAIN} >>`, "BT /F1 9 Tf 9 9 Td (x) Tj ET");
    for (let level = 0; level < 10; level++) inner = pdf.add(`/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X ${inner} >> >>`, "/X Do ".repeat(10));
    pdf.page("/X Do", { resources: `/XObject << /X ${inner} >>` });
    const { stopped } = await readPdf(pdf.bytes());
    expect(stopped?.message).toMatch(/^(?:draws more than a page may hold|timeMs)/u);
  });

  it("many lines under one with very many cells are laid out without multiplying them", async () => {
    const pdf = createPdf();
    const cells = Array.from({ length: 20_000 }, (_, i) => `1 0 0 1 ${i * 20} 800 Tm (a) Tj`).join("\n");
    const lines = Array.from({ length: 20_000 }, (_, i) => `1 0 0 1 0 ${790 - i * 9} Tm (b) Tj 1 0 0 1 30 ${790 - i * 9} Tm (c) Tj`).join("\n");
    pdf.page(`BT /F1 9 Tf ${cells} ${lines} ET`, { resources: PLAIN, entries: "/MediaBox [0 -200000 400000 900]", flate: true });
    const { texts, tables, stopped } = await readPdf(pdf.bytes());
    expect([stopped, texts[0].text.length, tables.map(({ rowCount, columnCount }) => [rowCount, columnCount])]).toEqual([undefined, 40_000, [[20_000, 2]]]);
  });

  it("XMP of nothing but names, quotes or angle brackets is read in one pass", async () => {
    for (const filler of ["a", "<", '="', "<a ", "<!--", "&#x41;"]) {
      const pdf = createPdf();
      pdf.page("");
      pdf.catalog(`/Metadata ${pdf.add("/Type /Metadata /Subtype /XML", `<x ${filler.repeat(200_000)}`, { flate: true })}`);
      const { stopped, others } = await readPdf(pdf.bytes());
      expect([stopped, others.length <= 10_001]).toEqual([undefined, true]);
    }
  });
});

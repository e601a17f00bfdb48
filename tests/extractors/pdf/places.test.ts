import { readFileSync } from "node:fs";
import path from "node:path";
import { PDFParse } from "pdf-parse";
import { describe, expect, it } from "vitest";
import type { Artifact, Concealment, Segment, Unscanned } from "../../../src/contract.js";
import { Unreadable } from "../../../src/errors.js";
import { pdfExtractor } from "../../../src/extractors/pdf/index.js";
import { createBudget, DEFAULT_LIMITS } from "../../../src/limits.js";
import { PDF_PLACES, pdfWith } from "../../support/pdf-places.js";
import { hiddenPdf, markersPdf, markOf, twinPdf } from "../../../scripts/fixtures/pdf-places.js";

const FOLDER = path.join(import.meta.dirname, "../../../fixtures/pdf-places");

interface Found {
  readonly text: string;
  readonly concealment: Concealment | undefined;
}

/** Line by line, cell by cell, and attached files as their bytes. */
async function found(bytes: Uint8Array): Promise<{ found: Found[]; unscanned: string[] }> {
  const all: Found[] = [];
  const unscanned: string[] = [];
  const artifact: Artifact = { kind: "artifact", at: [], name: "a.pdf", bytes };
  for await (const piece of untilUnreadable(artifact, unscanned)) {
    if (piece.kind === "text") {
      for (let start = 0; start < piece.text.length;) {
        const line = piece.text.indexOf("\n", start);
        const end = line < 0 ? piece.text.length : line;
        all.push({ text: piece.text.slice(start, end), concealment: piece.place({ start, end }).concealment });
        start = end + 1;
      }
    } else if (piece.kind === "table") {
      for (let row = 0; row < piece.rowCount; row++) {
        for (let column = 0; column < piece.columnCount; column++) {
          all.push({ text: piece.text(row, column), concealment: piece.place({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column }).concealment });
        }
      }
    } else if (piece.kind === "artifact") all.push({ text: Buffer.from(piece.bytes).toString("latin1"), concealment: piece.concealment });
    else if (piece.kind === "unscanned") unscanned.push(piece.detail);
  }
  return { found: all, unscanned };
}

/** What stops the reading is listed, as the core lists it. */
async function* untilUnreadable(artifact: Artifact, unscanned: string[]): AsyncGenerator<Segment | Artifact | Unscanned> {
  try {
    yield* pdfExtractor.extract(artifact, { limits: DEFAULT_LIMITS, budget: createBudget(DEFAULT_LIMITS) });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    unscanned.push(error.reason);
  }
}

describe("each place of a PDF where a text can hide", () => {
  it.each(PDF_PLACES.map((place) => [place.id, place.concealment, place] as const))("%s is read, and told as %s", async (id, concealment) => {
    const reading = await found(pdfWith({ [id]: markOf(id) }));
    expect(reading.found.filter(({ text }) => text.includes(markOf(id))).map((one) => one.concealment)).toContain(concealment);
    expect(reading.unscanned).toEqual([]);
  });

  it("all of them in one document", async () => {
    const bytes = new Uint8Array(readFileSync(path.join(FOLDER, "markers.pdf")));
    expect(Buffer.from(bytes).equals(Buffer.from(markersPdf()))).toBe(true);
    const reading = await found(bytes);
    const wrong = PDF_PLACES.filter(({ id, concealment }) => !reading.found.some((one) => one.text.includes(markOf(id)) && one.concealment === concealment));
    expect(wrong.map(({ id }) => id)).toEqual([]);
    expect(reading.unscanned).toEqual([]);
  });

  it("of which pdf-parse's text has twelve", async () => {
    const parser = new PDFParse({ data: markersPdf() });
    const { text } = await parser.getText();
    await parser.destroy();
    // Not one of them with a word on how it is hidden.
    expect(PDF_PLACES.filter(({ id }) => text.includes(markOf(id))).map(({ id }) => id)).toHaveLength(12);
  });

  it.each(PDF_PLACES.map(({ id }) => id))("the fixtures of %s are what their script makes", (id) => {
    expect(readFileSync(path.join(FOLDER, `flag.${id}.pdf`)).equals(hiddenPdf(id))).toBe(true);
    expect(readFileSync(path.join(FOLDER, `pass.${id}.pdf`)).equals(twinPdf(id))).toBe(true);
  });
});

describe("a document that asks for a password", () => {
  it("tells what was left unencrypted, and that the rest was not read", async () => {
    const bytes = Buffer.from(pdfWith({ xmp: "open@marker.example", white: "shut@marker.example" })).toString("latin1")
      .replace(/trailer\n<< /u, "trailer\n<< /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 4 /R 4 /Length 128 /EncryptMetadata false /P -4 /O <00> /U <00> /CF << /StdCF << /CFM /AESV2 /Length 16 >> >> /StmF /StdCF /StrF /StdCF >> ");
    const texts: Found[] = [];
    const reading = (async (): Promise<void> => {
      for await (const piece of pdfExtractor.extract({ kind: "artifact", at: [], name: "a.pdf", bytes: new Uint8Array(Buffer.from(bytes, "latin1")) }, { limits: DEFAULT_LIMITS, budget: createBudget(DEFAULT_LIMITS) })) {
        if (piece.kind === "text") texts.push({ text: piece.text, concealment: piece.place({ start: 0, end: 1 }).concealment });
      }
    })();
    await expect(reading).rejects.toMatchObject({ reason: "encrypted" });
    expect(texts).toEqual([{ text: "open@marker.example", concealment: "metadata" }]);
  });
});

describe("a file that was cut off or damaged", () => {
  it("ends in a result wherever it is cut", async () => {
    const whole = markersPdf();
    for (let length = 0; length < whole.length; length += Math.ceil(whole.length / 24)) {
      const reading = await found(whole.subarray(0, length));
      // Cut before its last mark, a file is whole in what another reader would repair, or says that it is not.
      expect([length, reading.found.length + reading.unscanned.length > 0]).toEqual([length, true]);
    }
  });

  it("of what is cut off before its pages, the rest is read", async () => {
    const bytes = Buffer.from(pdfWith({ comment: markOf("comment"), information: markOf("information") })).toString("latin1").replaceAll("/Kids", "/Kinds").replace(/xref[^]*$/u, "");
    const reading = await found(new Uint8Array(Buffer.from(bytes, "latin1")));
    expect(reading.found.map(({ text }) => text)).toEqual(expect.arrayContaining([markOf("comment"), markOf("information")]));
  });
});

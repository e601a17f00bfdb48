import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { extractors } from "../../src/extractors/index.js";
import { tar, zip } from "../support/archives.js";
import { compoundFile, emptyStreams } from "../support/compound.js";
import { docx, paragraph, pptx, slide } from "../support/ooxml.js";

const formatOf = async (bytes: Uint8Array, name = "x"): Promise<string | undefined> => {
  for (const entry of extractors) {
    const format = entry.mayBe(bytes, name) ? (await entry.load()).identify(bytes, name) : undefined;
    if (format !== undefined) return format;
  }
  return undefined;
};

const pdf = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
const inner = zip([{ name: "a.txt", content: "x", stored: true }]);
const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

describe("the order of extractors", () => {
  it.each<[string, string, Uint8Array]>([
    ["a tar file that ends in a zip file", "tar", tar([{ name: "a.zip", content: inner }])],
    ["a tar file that ends in a document", "tar", tar([{ name: "a.docx", content: docx(paragraph("x")) }])],
    ["a tar file that begins with a PDF", "tar", tar([{ name: "a.pdf", content: pdf }])],
    ["a zip file that begins with a PDF, stored", "zip", zip([{ name: "a.pdf", content: pdf, stored: true }])],
    ["a compound file that holds a PDF", "doc", Buffer.concat([compoundFile(emptyStreams("WordDocument")).subarray(0, 1536), pdf])],
    ["a gzip file", "gz", gzipSync(pdf)],
    ["a PDF behind a line of junk", "pdf", Buffer.concat([Buffer.from("junk\n"), pdf])],
    ["a PDF that a zip file is appended to", "pdf", Buffer.concat([pdf, inner])],
    ["a zip file behind a program", "zip", Buffer.concat([Buffer.from("MZ\x90\0\x03\0\0\0".repeat(50), "latin1"), inner])],
    ["a Word document", "docx", docx(paragraph("x"))],
    ["a presentation", "pptx", pptx([slide("x")])],
    ["a small picture", "png", png],
    ["Rich Text", "rtf", Buffer.from("{\\rtf1 text}")],
    ["an empty file", "empty", new Uint8Array(0)],
    ["noise", "binary", Buffer.concat(Array.from({ length: 20 }, (_, i) => createHash("sha256").update(String(i)).digest()))],
    ["a text", "text", Buffer.from("PK, MZ and GIF89a begin other files.\n")],
  ])("takes %s for %s", async (_, format, bytes) => {
    expect(await formatOf(bytes)).toBe(format);
  });
});

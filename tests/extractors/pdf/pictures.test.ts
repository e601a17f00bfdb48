/** With `ocr: true` a page's pictures are handed on as files that a program can open, whatever way they are stored in. */
import { deflateSync, inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Artifact, ExtractContext } from "../../../src/contract.js";
import { pdfExtractor } from "../../../src/extractors/pdf/index.js";
import { createBudget, DEFAULT_LIMITS } from "../../../src/limits.js";
import { fileArtifact } from "../../support/extract.js";
import { createPdf } from "../../support/pdf.js";
import { jbig2, jbig2Page } from "../../support/pictures.js";

interface Read {
  readonly pictures: readonly Artifact[];
  readonly unread: readonly string[];
}

/** A page that is one picture. */
async function read(image: string, stored: Uint8Array, { ocr = true, extra, userPassword }: { ocr?: boolean; extra?: readonly [dict: string, bytes: Uint8Array]; userPassword?: string } = {}): Promise<Read> {
  const pdf = createPdf();
  const other = extra === undefined ? "" : pdf.add(extra[0], extra[1]);
  const picture = pdf.add(`/Type /XObject /Subtype /Image ${image.includes("/Width") ? "" : "/Width 4 /Height 2"} ${image.replace("@", other)}`, stored);
  pdf.page("q 500 0 0 700 0 0 cm /I Do Q", { resources: `/XObject << /I ${picture} >>` });
  const context: ExtractContext = { limits: DEFAULT_LIMITS, budget: createBudget(DEFAULT_LIMITS), ocr };
  const pictures: Artifact[] = [];
  const unread: string[] = [];
  for await (const piece of pdfExtractor.extract(fileArtifact(Buffer.from(pdf.bytes(userPassword === undefined ? {} : { userPassword })), "a.pdf"), context)) {
    if (piece.kind === "artifact") pictures.push(piece);
    else if (piece.kind === "unscanned") unread.push(piece.detail);
  }
  return { pictures, unread };
}

/** What a PNG says: width, height, bits, colour type, its palette, and its rows without their filter bytes. */
function png(bytes: Uint8Array): { head: number[]; palette: string; rows: string[] } {
  const file = Buffer.from(bytes);
  expect(file.toString("hex", 0, 8)).toBe("89504e470d0a1a0a");
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) chunks.set(file.toString("latin1", at + 4, at + 8), file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  const head = chunks.get("IHDR") ?? Buffer.alloc(13);
  const data = inflateSync(chunks.get("IDAT") ?? Buffer.alloc(0));
  const height = head.readUInt32BE(4);
  const rowBytes = data.length / height;
  return {
    head: [head.readUInt32BE(0), height, head[8], head[9]],
    palette: (chunks.get("PLTE") ?? Buffer.alloc(0)).toString("hex"),
    rows: Array.from({ length: height }, (_, row) => data.subarray(row * rowBytes + 1, (row + 1) * rowBytes).toString("hex")),
  };
}

const GRAY = Buffer.from("00112233445566ff", "hex");
const RGB = Buffer.alloc(24, "a0b0c0", "hex");

describe("a page's picture", () => {
  it.each<[string, string, Uint8Array, ReturnType<typeof png>]>([
    ["gray", "/ColorSpace /DeviceGray /BitsPerComponent 8", GRAY, { head: [4, 2, 8, 0], palette: "", rows: ["00112233", "445566ff"] }],
    ["deflated gray", "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode", deflateSync(GRAY), { head: [4, 2, 8, 0], palette: "", rows: ["00112233", "445566ff"] }],
    ["colour", "/ColorSpace /DeviceRGB /BitsPerComponent 8", RGB, { head: [4, 2, 8, 2], palette: "", rows: ["a0b0c0".repeat(4), "a0b0c0".repeat(4)] }],
    ["black and white", "/ColorSpace /DeviceGray /BitsPerComponent 1", Buffer.from([0xa0, 0x50]), { head: [4, 2, 1, 0], palette: "", rows: ["a0", "50"] }],
    ["a mask", "/ImageMask true", Buffer.from([0xa0, 0x50]), { head: [4, 2, 1, 0], palette: "", rows: ["a0", "50"] }],
    ["inverted", "/ColorSpace /DeviceGray /BitsPerComponent 8 /Decode [1 0]", GRAY, { head: [4, 2, 8, 0], palette: "", rows: ["ffeeddcc", "bbaa9900"] }],
    ["black ink", "/ColorSpace [/Separation /Black /DeviceGray 9 0 R] /BitsPerComponent 8", GRAY, { head: [4, 2, 8, 0], palette: "", rows: ["ffeeddcc", "bbaa9900"] }],
    ["four inks", "/ColorSpace /DeviceCMYK /BitsPerComponent 8", Buffer.alloc(32, "00ff0000", "hex"), { head: [4, 2, 8, 2], palette: "", rows: ["ff00ff".repeat(4), "ff00ff".repeat(4)] }],
    ["a palette", "/ColorSpace [/Indexed /DeviceRGB 1 <000000ffffff>] /BitsPerComponent 4", Buffer.from("01010101", "hex"), { head: [4, 2, 4, 3], palette: "000000ffffff", rows: ["0101", "0101"] }],
    ["cut short", "/ColorSpace /DeviceGray /BitsPerComponent 8", GRAY.subarray(0, 4), { head: [4, 2, 8, 0], palette: "", rows: ["00112233", "ffffffff"] }],
  ])("that is %s becomes a PNG file", async (_, image, stored, expected) => {
    const { pictures, unread } = await read(image, stored);
    expect(pictures.map(({ at }) => at.slice(1))).toEqual([[{ kind: "page", number: 1 }, { kind: "entry", name: expect.stringMatching(/^picture \d+$/u) as string }]]);
    expect(png(pictures[0].bytes)).toEqual(expected);
    expect(unread).toEqual([]);
  });

  it("with a colour profile has as many components as the profile", async () => {
    const { pictures } = await read("/ColorSpace [/ICCBased @] /BitsPerComponent 8", RGB, { extra: ["/N 3", Buffer.from("profile")] });
    expect(png(pictures[0].bytes).head).toEqual([4, 2, 8, 2]);
  });

  it.each<[string, string]>([["DCTDecode", "\xff\xd8\xff\xe0"], ["JPXDecode", "\0\0\0\x0cjP  \r\n\x87\n"]])("stored by %s is handed on as it is", async (filter, head) => {
    const stored = Buffer.from(`${head}...`, "latin1");
    const { pictures } = await read(`/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /${filter}`, stored);
    expect(Buffer.from(pictures[0].bytes).equals(stored)).toBe(true);
  });

  it.each<[string, number[]]>([["/K -1 /Columns 4", [259, 4]], ["/K 0 /Columns 4", [292, 0]], ["/K 4 /Columns 4 /EncodedByteAlign true", [292, 5]]])("stored as fax data (%s) becomes a TIFF file around it", async (parameters, [tag, value]) => {
    const stored = Buffer.from("fax data");
    const { pictures } = await read(`/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << ${parameters} >>`, stored);
    const file = Buffer.from(pictures[0].bytes);
    const tags = new Map(Array.from({ length: file.readUInt16LE(8) }, (_, i) => [file.readUInt16LE(10 + 12 * i), file.readUInt32LE(18 + 12 * i)]));
    expect(tags.get(tag)).toBe(value);
    expect([tags.get(256), tags.get(257)]).toEqual([4, 2]);
    expect(file.subarray(tags.get(273), (tags.get(273) ?? 0) + (tags.get(279) ?? 0)).toString()).toBe("fax data");
  });

  it("stored as JBIG2 becomes a file of the segments that pictures share, and its own", async () => {
    const [shared, own] = jbig2Page();
    const { pictures, unread } = await read("/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode /DecodeParms << /JBIG2Globals @ >>", own, { extra: ["", shared] });
    expect(Buffer.from(pictures[0].bytes).equals(jbig2([shared, own]).subarray(0, -11))).toBe(true);
    expect(unread).toEqual([]);
  });

  it.each<[string, (picture: Buffer) => Buffer]>([["FlateDecode", deflateSync], ["ASCIIHexDecode", (picture) => Buffer.from(`${picture.toString("hex")}>`)]])("wrapped in %s is unwrapped", async (filter, wrap) => {
    const stored = Buffer.from("\xff\xd8\xff\xe0...", "latin1");
    const { pictures } = await read(`/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter [/${filter} /DCTDecode]`, wrap(stored));
    expect(Buffer.from(pictures[0].bytes).equals(stored)).toBe(true);
  });

  it("of an encrypted document is deciphered before it is handed on", async () => {
    const stored = Buffer.from("\xff\xd8\xff\xe0...", "latin1");
    const { pictures } = await read("/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode", stored, { userPassword: "" });
    expect(Buffer.from(pictures[0].bytes).equals(stored)).toBe(true);
  });

  it.each([
    "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /NobodysDecode", "/ColorSpace /Pattern /BitsPerComponent 8", "/ColorSpace /DeviceGray /BitsPerComponent 7",
    "/ColorSpace /DeviceRGB /BitsPerComponent 4", "/ColorSpace [/Indexed /DeviceRGB 1 99 0 R] /BitsPerComponent 8", "/ColorSpace /DeviceGray /BitsPerComponent 8 /Width 1000000 /Height 1000000",
  ])("that cannot be handed on (%s) leaves the page unread", async (image) => {
    const { pictures, unread } = await read(image, GRAY);
    expect(pictures).toEqual([]);
    expect(unread).toEqual([expect.stringContaining("image-only")]);
  });

  it("is not taken apart, and the page is unread, without `ocr`", async () => {
    const { pictures, unread } = await read("/ColorSpace /DeviceGray /BitsPerComponent 8", GRAY, { ocr: false });
    expect(pictures).toEqual([]);
    expect(unread).toEqual([expect.stringContaining("image-only")]);
  });
});

describe("a page that is a picture but for a few words", () => {
  const SCAN = "/Width 1000 /Height 1000 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode";
  async function gapsOf(words: string, { image = SCAN, draw = "/I Do", ocr = false }: { image?: string; draw?: string; ocr?: boolean } = {}): Promise<string[]> {
    const pdf = createPdf();
    const picture = pdf.add(`/Type /XObject /Subtype /Image ${image}`, Buffer.from("fax data"));
    const font = pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    pdf.page(`q 500 0 0 700 0 0 cm ${draw} Q BT /F 9 Tf 20 20 Td (${words}) Tj ET`, { resources: `/XObject << /I ${picture} >> /Font << /F ${font} >>` });
    const context: ExtractContext = { limits: DEFAULT_LIMITS, budget: createBudget(DEFAULT_LIMITS), ocr };
    const unread: string[] = [];
    for await (const piece of pdfExtractor.extract(fileArtifact(Buffer.from(pdf.bytes()), "a.pdf"), context)) if (piece.kind === "unscanned") unread.push(piece.detail);
    return unread;
  }

  it("is told as unread: a stamped scan is no text", async () => {
    expect(await gapsOf("page 1 of 20")).toEqual(["page 1: image-only but for a few words, the text in the picture was not read"]);
  });
  it.each<[string, Parameters<typeof gapsOf>]>([
    ["has more words", ["word ".repeat(30)]], ["shows a small picture", ["page 1", { image: SCAN.replace("/Width 1000", "/Width 20") }]], ["does not draw the picture", ["page 1", { draw: "" }]],
    ["has its picture read", ["page 1", { ocr: true }]],
  ])("is not where it %s", async (_, parameters) => {
    expect(await gapsOf(...parameters)).toEqual([]);
  });
  it("is unread with `ocr`, too, where the picture stands in the content itself", async () => {
    const draw = "/I Do BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI";
    expect(await gapsOf("page 1", { draw, ocr: true })).toEqual([expect.stringContaining("image-only")]);
  });
});

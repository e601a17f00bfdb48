/** Pictures cut off at every place, and pictures made to be read for ever. */
import { describe, expect, it } from "vitest";
import { imageExtractor } from "../../../src/extractors/image/index.js";
import { extract } from "../../support/extract.js";
import { comment, exif, gif, gifComment, gps, heic, iptc, jpeg, photoshop, png, pngChunk, tiff, webp, xmpSegment } from "../../support/pictures.js";

const block = tiff([{ tag: 0x013b, type: 2, value: Buffer.from("Somebody\0") }, gps(35.1, 135.2)], { thumbnail: jpeg([]) });
const whole: readonly (readonly [string, Buffer])[] = [
  ["JPEG", jpeg([exif(block), xmpSegment("<a b='c'>d</a>"), photoshop(0x0404, iptc([80, Buffer.from("Somebody")])), comment("words")])],
  ["PNG", png([pngChunk("tEXt", "Author\0Somebody"), pngChunk("eXIf", block)])],
  ["GIF", gif([gifComment("words ".repeat(100))])],
  ["WebP", webp([["EXIF", block], ["XMP ", "<a>d</a>"]])],
  ["TIFF", block],
  ["HEIC", heic([{ type: "Exif", content: Buffer.concat([Buffer.alloc(4), block]) }, { type: "mime", contentType: "application/rdf+xml", content: Buffer.from("<a>d</a>") }])],
];

describe("imageExtractor, damaged pictures", () => {
  it.each(whole)("gives a result for a %s cut off anywhere, and says that its pixels are unread", async (_name, bytes) => {
    for (let length = 16; length < bytes.length; length++) {
      const { unscanned } = await extract(imageExtractor, bytes.subarray(0, length), "a");
      if (imageExtractor.identify(bytes.subarray(0, length), "a") !== undefined) expect(unscanned.some(({ reason }) => reason === "unsupported")).toBe(true);
    }
  });
  it.each(whole)("gives a result for a %s with any byte changed", async (_name, bytes) => {
    for (let at = 12; at < bytes.length; at++) {
      for (const value of [0, 0x7f, 0xff]) {
        const changed = Buffer.from(bytes);
        changed[at] = value;
        await expect(extract(imageExtractor, changed, "a")).resolves.toBeDefined();
      }
    }
  });
  it.each([["JPEG", 0], ["PNG", 1], ["GIF", 2]] as const)("says that a %s without its end is cut off", async (_name, index) => {
    const bytes = whole[index][1];
    const { unscanned } = await extract(imageExtractor, bytes.subarray(0, bytes.length - 3), "a");
    expect(unscanned).toContainEqual(expect.objectContaining({ reason: "corrupt" }));
  });
  it("follows a ring of directories once", async () => {
    const ring = tiff([{ tag: 0x013b, type: 2, value: Buffer.from("Somebody\0") }]);
    ring.writeUInt32LE(ring.readUInt32LE(4), ring.length - 4);
    const { texts } = await extract(imageExtractor, ring, "a");
    expect(texts.map(({ text }) => text)).toEqual(["Somebody"]);
  });
  it("stops at entries that all stand for the same bytes", async () => {
    const long = Buffer.alloc(40_000, 0x41);
    const first = tiff([{ tag: 0x010e, type: 2, value: long }]);
    const directory = first.readUInt32LE(4);
    const entry = first.subarray(directory + 2, directory + 14);
    const rows = Buffer.concat(Array.from({ length: 500 }, () => entry));
    const bytes = Buffer.concat([first.subarray(0, directory), Buffer.from([500 & 255, 500 >> 8]), rows, Buffer.alloc(4)]);
    const { unscanned } = await extract(imageExtractor, bytes, "a");
    expect(unscanned).toContainEqual(expect.objectContaining({ reason: "limit" }));
  });
  it("does not expand a text past the limit", async () => {
    const { deflateSync } = await import("node:zlib");
    const bomb = png([pngChunk("zTXt", Buffer.concat([Buffer.from("a\0\0"), deflateSync(Buffer.alloc(40_000_000))]))]);
    const { unscanned } = await extract(imageExtractor, bomb, "a");
    expect(unscanned).toContainEqual(expect.objectContaining({ reason: "limit" }));
  });
});

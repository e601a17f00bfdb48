/** Pictures that programs for reading text do not open become PNG files. */
import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { decodedPages } from "../../../src/extractors/image/pixels/index.js";
import { createBudget, DEFAULT_LIMITS } from "../../../src/limits.js";
import { codeStream, jbig2, jbig2Comment, jbig2Page, jbig2Segment, jp2 } from "../../support/pictures.js";

/** Width, height and colour type, and the samples of the rows. */
function decoded(png: Uint8Array): { head: number[]; rows: string[] } {
  const file = Buffer.from(png);
  const data = inflateSync(file.subarray(file.indexOf("IDAT") + 4, file.indexOf("IEND") - 8));
  const height = file.readUInt32BE(20);
  const rowBytes = data.length / height;
  return { head: [file.readUInt32BE(16), height, file[25]], rows: Array.from({ length: height }, (_, row) => data.toString("hex", row * rowBytes + 1, (row + 1) * rowBytes)) };
}

async function pages(format: "jbig2" | "jp2", bytes: Uint8Array, budget = createBudget(DEFAULT_LIMITS)): Promise<ReturnType<typeof decoded>[]> {
  const all: ReturnType<typeof decoded>[] = [];
  for await (const png of decodedPages(format, bytes, budget)) all.push(decoded(png));
  return all;
}

const HALF = { head: [8, 8, 0], rows: Array.from({ length: 8 }, () => "ffffffff00000000") };
/** OpenJPEG gives colours and opacity whatever there is. */
const GRAY = { head: [4, 4, 6], rows: Array.from({ length: 4 }, () => "c8c8c8ff".repeat(4)) };

describe("JBIG2", () => {
  it.each<[string, Buffer, (typeof HALF)[]]>([
    ["one page", jbig2(jbig2Page()), [HALF]],
    ["each of several pages", jbig2([...jbig2Page(1), ...jbig2Page(2)]), [HALF, HALF]],
    ["a page with a comment", jbig2([jbig2Comment("a", "b"), ...jbig2Page()]), [HALF]],
    // The height is that of the last stripe, counted from 0.
    ["a page whose height is known at its end", jbig2([...jbig2Page(1, 0xffffffff), jbig2Segment(13, 50, 1, Buffer.from([0, 0, 0, 7]))]), [HALF]],
    ["a file that is cut off behind its page", jbig2(jbig2Page()).subarray(0, -11), [HALF]],
  ])("of %s is decoded", async (_, bytes, expected) => {
    expect(await pages("jbig2", bytes)).toEqual(expected);
  });

  it("with all heads before all data is decoded", async () => {
    const segments = jbig2Page();
    const file = Buffer.concat([Buffer.from("974a42320d0a1a0a0000000001", "hex"), ...segments.map((one) => one.subarray(0, 11)), jbig2Segment(90, 51, 0, Buffer.alloc(0)), ...segments.map((one) => one.subarray(11))]);
    expect(await pages("jbig2", file)).toEqual([HALF]);
  });

  it.each<[string, Buffer, string]>([
    ["without a page", jbig2([]), "no page"],
    ["with a page that says no size", jbig2([jbig2Segment(1, 48, 1, Buffer.alloc(3))]), "no size"],
    ["with more pixels than anybody scans", jbig2([jbig2Segment(1, 48, 1, Buffer.from("00ffffff00ffffff0000000000000000000000", "hex"))]), "more pixels"],
    ["with a region of more pixels than anybody scans", jbig2([jbig2Page()[0], jbig2Segment(2, 38, 1, Buffer.from("00ffffff00ffffff00000000000000000001", "hex"))]), "more pixels"],
    ["with a region that cannot be decoded", jbig2([jbig2Page()[0], jbig2Segment(2, 22, 1, Buffer.alloc(40))]), "cannot be decoded"],
  ])("%s is refused", async (_, bytes, words) => {
    await expect(pages("jbig2", bytes)).rejects.toThrow(words);
  });
});

describe("JPEG 2000", () => {
  it.each<[string, Buffer]>([["in boxes", jp2([])], ["alone", codeStream()]])("%s is decoded", async (_, bytes) => {
    expect(await pages("jp2", bytes)).toEqual([GRAY]);
  });

  it("that says a size nobody scans is refused before it is decoded", async () => {
    const large = codeStream();
    large.writeUInt32BE(0x00ffffff, 8);
    large.writeUInt32BE(0x00ffffff, 12);
    await expect(pages("jp2", large)).rejects.toThrow("more pixels");
  });

  it("that is damaged is refused, and the next one is decoded", async () => {
    await expect(pages("jp2", codeStream().subarray(0, 60))).rejects.toThrow("cannot be decoded");
    expect(await pages("jp2", codeStream())).toEqual([GRAY]);
  });
});

describe("the decoders' thread", () => {
  it("is ended when time is up", async () => {
    let ticks = 0;
    const budget = { ...createBudget(DEFAULT_LIMITS), tick: () => { if (++ticks > 1) throw new Error("time is up"); } };
    // Sixty-seven million pixels, each of which an arithmetic decoder works out.
    const endless = jbig2([jbig2Page()[0], jbig2Segment(2, 38, 1, Buffer.concat([Buffer.from("00002000000020000000000000000000", "hex"), Buffer.from([0, 0]), Buffer.from("03fffdff02fefefe", "hex"), Buffer.alloc(64)]))]);
    await expect(pages("jbig2", endless, budget)).rejects.toThrow("time is up");
    expect(await pages("jbig2", jbig2(jbig2Page()))).toEqual([HALF]);
  });
});

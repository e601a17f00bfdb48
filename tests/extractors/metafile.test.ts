/** Metafiles: as LibreOffice draws them, and record by record as other programs do. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { metafileExtractor } from "../../src/extractors/metafile/index.js";
import { createLinter } from "../../src/index.js";
import { createBudget, DEFAULT_LIMITS } from "../../src/limits.js";
import { fileArtifact } from "../support/extract.js";

async function read(bytes: Uint8Array): Promise<string[]> {
  const out: string[] = [];
  for await (const piece of metafileExtractor.extract(fileArtifact(Buffer.from(bytes), "a"), { limits: DEFAULT_LIMITS, budget: createBudget(DEFAULT_LIMITS) })) {
    if (piece.kind === "text") out.push(piece.text);
    else if (piece.kind === "unscanned") out.push(`${piece.reason}: ${piece.detail}`);
    else if (piece.kind === "artifact") out.push(`artifact ${Buffer.from(piece.bytes).toString("latin1")}`);
  }
  return out;
}

const u16 = (...values: number[]): Buffer => Buffer.from(Uint16Array.from(values.map((value) => value & 0xffff)).buffer);
const u32 = (...values: number[]): Buffer => Buffer.from(Uint32Array.from(values.map((value) => value >>> 0)).buffer);
const f32 = (...values: number[]): Buffer => Buffer.from(Float32Array.from(values).buffer);
const padded = (bytes: Buffer, to = 4): Buffer => Buffer.concat([bytes, Buffer.alloc((to - (bytes.length % to)) % to)]);
const wide = (text: string): Buffer => Buffer.from(text, "utf16le");

const record = (type: number, content: Buffer): Buffer => Buffer.concat([u32(type, 8 + padded(content).length), padded(content)]);
/** EmrText: place, count, where the string stands, options. */
const emrText = (x: number, y: number, count: number, offset: number, options = 0): Buffer => Buffer.concat([u32(x, y, count, offset, options), Buffer.alloc(16), u32(0)]);
const textRecord = (x: number, y: number, text: Buffer, { type = 84, count = text.length / 2, options = 0 } = {}): Buffer => record(type, Buffer.concat([Buffer.alloc(16), u32(1), f32(1, 1), emrText(x, y, count, 76, options), text]));
const END = record(14, u32(0, 0, 20));

function emf(records: readonly Buffer[], description = ""): Buffer {
  const text = wide(description);
  const head = Buffer.alloc(100 - 8);
  u32(0, 0, 1000, 600).copy(head, 0);
  head.write(" EMF", 32, "latin1");
  u32(text.length / 2, 100).copy(head, 52);
  return Buffer.concat([record(1, Buffer.concat([head, text])), ...records]);
}

const comment = (data: Buffer): Buffer => record(70, Buffer.concat([u32(data.length), data]));
const plus = (type: number, content: Buffer): Buffer => Buffer.concat([u16(type, 0), u32(12 + content.length, content.length), content]);

const wmfRecord = (type: number, content: Buffer): Buffer => Buffer.concat([u32(3 + padded(content, 2).length / 2), u16(type), padded(content, 2)]);
const wmf = (records: readonly Buffer[]): Buffer => Buffer.concat([u16(1, 9, 0x300), u32(0), u16(0), u32(0), u16(0), ...records, wmfRecord(0, Buffer.alloc(0))]);
const JAPANESE = Buffer.from("8db293a1", "hex"); // 佐藤 in Shift_JIS

describe("a metafile that LibreOffice has drawn", () => {
  it.each([["flag.record.emf", "emf", 1], ["flag.record.wmf", "wmf", 1], ["pass.notice.emf", "emf", 0], ["pass.notice.wmf", "wmf", 0]])("%s is read in full", async (name, format, people) => {
    const { result } = (await createLinter().scan({ name, bytes: readFileSync(`fixtures/metafile/${name}`) })).reports[0];
    expect([result.format, result.people, result.unscanned]).toEqual([format, people, []]);
    expect(result.findings.map(({ detector }) => detector)).toEqual(people === 1 ? ["person-name", "postal-address", "phone-number"] : []);
  });
});

describe("the text of a metafile", () => {
  it.each<[string, Buffer, string[]]>([
    ["wide strings, in lines and cells as they stand", emf([textRecord(300, 100, wide("住所")), textRecord(0, 100, wide("氏名")), textRecord(0, 50, wide("名簿")), END]), ["名簿\n氏名\t住所"]],
    ["strings in a code page", emf([textRecord(0, 0, JAPANESE, { type: 83, count: 4 }), END]), ["佐藤"]],
    ["small strings", emf([record(108, Buffer.concat([u32(5, 5, 2, 0x100, 1), f32(1, 1), wide("佐藤")])), record(108, Buffer.concat([u32(5, 90, 4, 0x300, 1), f32(1, 1), JAPANESE])), END]), ["佐藤\n佐藤"]],
    ["several strings in one record", emf([record(97, Buffer.concat([Buffer.alloc(16), u32(1), f32(1, 1), u32(2), emrText(0, 0, 2, 120), emrText(0, 300, 1, 124), wide("佐藤様")])), END]), ["佐藤\n様"]],
    ["strings of EMF+", emf([comment(Buffer.concat([Buffer.from("EMF+"), plus(0x401c, Buffer.concat([u32(0, 0, 2), f32(10, 20, 0, 0), wide("佐藤")]))])), END]), ["佐藤"]],
    ["what EMF+ and plain records both say, once", emf([comment(Buffer.concat([Buffer.from("EMF+"), plus(0x401c, Buffer.concat([u32(0, 0, 2), f32(10, 20, 0, 0), wide("佐藤")]))])), textRecord(10, 20, wide("佐藤")), END]), ["佐藤"]],
    ["what its program wrote about it", emf([END], "Paint\0佐藤の顔写真\0\0"), ["Paint佐藤の顔写真"]],
    ["old strings", wmf([wmfRecord(0x0521, Buffer.concat([u16(4), JAPANESE, u16(10, 0)])), wmfRecord(0x0a32, Buffer.concat([u16(10, 40, 4, 0), JAPANESE]))]), ["佐藤\t佐藤"]],
    ["old strings with a rectangle", wmf([wmfRecord(0x0a32, Buffer.concat([u16(10, 40, 4, 4, 0, 0, 9, 9), JAPANESE]))]), ["佐藤"]],
    ["nothing", emf([END]), []],
  ])("holds %s", async (_, bytes, expected) => {
    expect(await read(bytes)).toEqual(expected);
  });

  it.each<[string, Buffer, string]>([
    ["with a picture", emf([record(81, Buffer.alloc(400)), END]), "with a picture in it"],
    ["with glyphs by number", emf([textRecord(0, 0, wide("ab"), { options: 0x10 }), END]), "numbers of glyphs"],
    ["that ends too early", emf([]), "ends too early"],
    ["with a picture, old", wmf([wmfRecord(0x0f43, Buffer.alloc(100))]), "with a picture in it"],
  ])("%s is listed as unread", async (_, bytes, words) => {
    expect(await read(bytes)).toEqual([expect.stringContaining(words)]);
  });

  it("does not hide what stands behind the end", async () => {
    expect(await read(Buffer.concat([emf([END]), Buffer.from("behind the end, hidden")]))).toEqual(["artifact behind the end, hidden"]);
  });

  it("is read as far as it goes, wherever the file is cut or damaged", async () => {
    for (const name of ["flag.record.emf", "flag.record.wmf"]) {
      const whole = readFileSync(`fixtures/metafile/${name}`);
      for (let at = 100; at < whole.length; at += 11) {
        expect((await read(whole.subarray(0, at))).at(-1)).toContain("ends too early");
        const broken = Buffer.from(whole);
        broken.fill(0xff, at, Math.min(at + 4, broken.length));
        await read(broken);
      }
    }
  });
});

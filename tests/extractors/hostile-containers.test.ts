import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { gzipExtractor } from "../../src/extractors/archive/gzip.js";
import { tarExtractor } from "../../src/extractors/archive/tar.js";
import { zipExtractor } from "../../src/extractors/archive/zip.js";
import { docxExtractor } from "../../src/extractors/ooxml/docx.js";
import { pptxExtractor } from "../../src/extractors/ooxml/pptx.js";
import { unsupportedExtractor } from "../../src/extractors/unsupported.js";
import type { Extractor } from "../../src/contract.js";
import { pax, tar, zip, type ZipFile } from "../support/archives.js";
import { compoundFile, emptyStreams } from "../support/compound.js";
import { docx, paragraph, pptx, run, slide, table, wordType, xml } from "../support/ooxml.js";
import { extract, extractAll, textOf } from "../support/extract.js";
import { inventPeople } from "../support/people.js";

/** Plain text is what these tests look for, so it is kept; everything else goes to the next extractor. */
const text: Extractor = {
  id: "text",
  identify: (bytes) => (bytes.length > 0 && bytes.every((byte) => byte >= 9 && byte < 127) ? "text" : undefined),
  *extract({ at, bytes }) {
    yield { kind: "text", text: Buffer.from(bytes).toString("latin1"), layout: "lines", place: () => ({ at }) };
  },
};
/** Formats whose mark stands at the beginning come before zip, whose mark stands at the end: a tar file may end in a zip file. */
const all = [gzipExtractor, tarExtractor, docxExtractor, pptxExtractor, zipExtractor, text, unsupportedExtractor];

const people = inventPeople(40);
const SENTINEL = people[39].phone;
const list = people.map(({ romaji, phone }) => `${romaji},${phone}`).join("\n");
const names = [["氏名", "電話番号"], ...people.map(({ name, phone }) => [name, phone])];
const samples: Readonly<Record<string, Buffer>> = {
  "nested.zip": zip([{ name: "a.tar.gz", content: gzipSync(tar([{ name: "d/", type: "5" }, pax({ path: "x" }), { name: "b.zip", content: zip([{ name: "list.csv", content: list }]) }])) }]),
  "list.tar": tar([{ name: "a", content: "x" }, { name: "list.csv", content: list }]),
  "list.csv.gz": gzipSync(list),
  "stored.zip": zip([{ name: "list.csv", content: list, stored: true }], { comment: "end" }),
  "a.docx": docx(paragraph("x") + table(names), [{ path: "word/comments.xml", content: xml("w:comments", paragraph(run(SENTINEL))), contentType: wordType("comments"), relationship: "comments" }]),
  "a.pptx": pptx([slide("x"), slide(list, 'show="0"')]),
  "a.doc": compoundFile(emptyStreams("WordDocument")),
};

/** A small linear congruential generator (Numerical Recipes): the same flips in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

const holds = ({ texts, tables }: Awaited<ReturnType<typeof extractAll>>): boolean =>
  texts.some((one) => one.text.includes(SENTINEL)) ||
  tables.some((one) => Array.from({ length: one.rowCount }, (_, row) => one.text(row, 1)).includes(SENTINEL));

describe("containers made to harm", () => {
  it.each(Object.keys(samples))("reads %s whole", async (name) => {
    const read = await extractAll(all, samples[name], name);
    expect(name === "a.doc" ? read.unscanned.length : holds(read) && read.unscanned.length === 0).toBe(name === "a.doc" ? 1 : true);
  });

  it.each(Object.keys(samples))("reads or lists what is lost when %s is cut off anywhere", async (name) => {
    const whole = samples[name];
    for (let part = 1; part < 20; part++) {
      const cut = whole.subarray(0, Math.floor((whole.length * part) / 20));
      const read = await extractAll(all, cut, name);
      const listedOrRead = holds(read) || read.unscanned.length > 0 || (name === "list.tar" && cut.length <= 1024);
      expect(`${part}/20: ${String(listedOrRead)}`).toBe(`${part}/20: true`);
    }
  });

  it.each(Object.keys(samples))("gives a result for %s whichever bytes are changed", async (name) => {
    const random = seeded(7);
    for (let round = 0; round < 150; round++) {
      const bytes = Buffer.from(samples[name]);
      for (let flips = 1 + random(4); flips > 0; flips--) bytes[random(bytes.length)] = random(256);
      const read = await extractAll(all, bytes, name);
      // Zip and gzip have check sums over all content: what was changed is found to be so.
      if (/zip|gz|docx|pptx/u.test(name)) expect(`${round}: ${String(holds(read) || read.unscanned.length > 0 || read.formats[0] === "text")}`).toBe(`${round}: true`);
    }
  });

  it("stops at the limit on depth in an archive that holds itself", async () => {
    // A true quine is a feat of compression (R. Cox, "Zip files all the way down", 2010); to a reader it is this extractor.
    const quine: Extractor = {
      id: "quine",
      identify: () => "zip",
      *extract(artifact) {
        yield { ...artifact, at: [...artifact.at, { kind: "entry", name: "r.zip" }] };
      },
    };
    const { formats, unscanned } = await extractAll([quine], Buffer.from("PK"), "r.zip", { depth: 5 });
    expect([formats.length, unscanned.map(({ reason }) => reason)]).toEqual([6, ["limit"]]);
  });

  it("stops at a named limit in archives that each hold many archives (42.zip)", async () => {
    let inner: Buffer = zip([{ name: "zeros", content: Buffer.alloc(2_000_000) }]);
    for (let level = 0; level < 4; level++) inner = zip(Array.from({ length: 16 }, (_, i): ZipFile => ({ name: `${level}-${i}.zip`, content: inner })));
    const { unscanned, artifacts } = await extractAll([zipExtractor, unsupportedExtractor], inner, "42.zip", { expandedBytes: 50_000_000 });
    expect(new Set(unscanned.filter(({ reason }) => reason === "limit").map(({ detail }) => detail.split(":")[0]))).toEqual(new Set(["expandedBytes"]));
    expect(artifacts.filter(({ name }) => name === "zeros").length).toBeLessThan(25);
  });

  it("stops at a named limit in a document of zeros and in one of endless markup", async () => {
    const zeros = docx(paragraph("x"), [{ path: "word/media/z.bin", content: Buffer.alloc(30_000_000), relationship: "image" }]);
    expect((await extract(docxExtractor, zeros, "a.docx", { expandedBytes: 5_000_000 })).unscanned).toEqual([expect.objectContaining({ reason: "limit" })]);
    const deep = docx("<w:sdt>".repeat(200_000) + paragraph(SENTINEL));
    const read = await extract(docxExtractor, deep, "a.docx");
    expect(read.texts.map((one) => one.text)).toEqual([SENTINEL]);
  });

  it("takes no more steps for alternatives and tables nested in each other than their number asks for", async () => {
    const depth = 3000;
    const nested = (open: string, close: string): Buffer => docx(open.repeat(depth) + paragraph(SENTINEL) + close.repeat(depth));
    for (const bytes of [
      nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
      nested("<mc:AlternateContent><mc:Choice>", "</mc:Choice></mc:AlternateContent>"),
      nested("<mc:AlternateContent><mc:Choice><w:p/></mc:Choice><mc:Fallback>", "</mc:Fallback></mc:AlternateContent>"),
      nested("<w:p><w:r>", "</w:r></w:p>"),
      nested("<w:del>", "</w:del>"),
    ]) {
      const read = await extract(docxExtractor, bytes, "a.docx");
      expect(read.texts.some((one) => one.text.includes(SENTINEL))).toBe(true);
    }
  });

  it("never repeats content in what it says of failures", async () => {
    for (const [name, whole] of Object.entries(samples)) {
      for (let part = 1; part < 20; part++) {
        const { unscanned } = await extractAll(all, whole.subarray(0, Math.floor((whole.length * part) / 20)), name);
        for (const { detail } of unscanned) expect(people.some(({ phone, romaji }) => detail.includes(phone) || detail.includes(romaji))).toBe(false);
      }
    }
  });

  it("keeps what it yielded before a limit stopped it", async () => {
    const { artifacts } = await extract(zipExtractor, zip([{ name: "a", content: list }, { name: "b", content: Buffer.alloc(9_000_000) }]), "a.zip", { expandedBytes: 1_000_000 });
    expect(artifacts.map(textOf)).toEqual([list]);
  });
});

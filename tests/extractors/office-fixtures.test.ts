/** OpenDocument, Rich Text, Word and PowerPoint 97-2003 as LibreOffice writes them, through the whole pipeline. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Concealment, Extractor } from "../../src/contract.js";
import { docExtractor } from "../../src/extractors/msoffice97/doc.js";
import { pptExtractor } from "../../src/extractors/msoffice97/ppt.js";
import { odfExtractor } from "../../src/extractors/odf/index.js";
import { rtfExtractor } from "../../src/extractors/rtf/index.js";
import { createLinter } from "../../src/index.js";
import { extract, show, whereIs } from "../support/extract.js";
import { inventPeople } from "../support/people.js";

const linter = createLinter();
const FOLDERS = ["odf", "rtf", "doc", "ppt"];
const files = (prefix: string): string[] => FOLDERS.flatMap((folder) => readdirSync(`fixtures/${folder}`).filter((name) => name.startsWith(prefix)).map((name) => `fixtures/${folder}/${name}`));
const EXTRACTORS: Readonly<Record<string, Extractor>> = { odf: odfExtractor, rtf: rtfExtractor, doc: docExtractor, ppt: pptExtractor };
const open = (path: string) => extract(EXTRACTORS[path.split("/")[1]], readFileSync(path), "a");
const phones = inventPeople(8).map(({ phone }) => phone);

describe("fixtures of office documents, through the whole pipeline", () => {
  it.each(files("flag."))("finds people in %s", async (path) => {
    const { reports } = await linter.scan(path);
    expect(reports[0].result.people).toBeGreaterThan(0);
  });

  it.each(files("pass."))("finds nobody in %s, and has read all of it but the picture of its first page", async (path) => {
    const { findings, unscanned } = (await linter.scan(path)).reports[0].result;
    expect([findings, unscanned.filter(({ at }) => !show(at).endsWith("Thumbnails/thumbnail.png"))]).toEqual([[], []]);
  });

  it.each(files(""))("knows what %s is, whatever it is called", async (path) => {
    const { result } = (await linter.scan(path)).reports[0];
    expect(result.format).toBe(path.slice(path.lastIndexOf(".") + 1));
  });
});

describe("sheets whose cells nobody sees", () => {
  it.each<[string, string, Concealment]>([
    ["hair-rows", "G5:G16", "hidden-row"], ["hair-column", "B1:B12", "hidden-column"], ["tiny", "G5:G16", "invisible-format"], ["same-colour", "G5:G16", "invisible-format"], ["covered", "A3:H14", "covered-text"], ["print-area", "A6:H17", "outside-print-area"],
  ])("of flag.%s.ods are told at %s: %s", async (name, ref, concealment) => {
    const { findings } = (await linter.scan(`fixtures/odf/flag.${name}.ods`)).reports[0].result;
    expect(findings.map((one) => [show(one.at).split(" › ").at(-1), one.concealment])).toContainEqual([ref, concealment]);
    expect(new Set(findings.map((one) => one.concealment)).size).toBe(1);
  });
});

describe("a slide", () => {
  it.each(["ppt/flag.covered.ppt", "odf/flag.covered.odp", "odf/flag.covered.fodp"])("of %s: what lies under a rectangle and what stands beside the slide is told from what a mere frame stands around", async (file) => {
    const { findings } = (await linter.scan(`fixtures/${file}`)).reports[0].result;
    const told = findings.filter(({ detector }) => detector === "phone-number").map((one) => [show(one.at).split(" › ").at(1), one.concealment]);
    expect(told).toEqual([["page 1", "covered-text"], ["page 1", undefined], ["page 1", "off-page"]]);
  });
});

describe("a slide with groups", () => {
  it.each(["ppt/flag.grouped.ppt", "odf/flag.grouped.odp", "odf/flag.grouped.fodp"])("of %s: what a shape of a group lies on is covered, and a group may stand beside the slide", async (file) => {
    const { findings } = (await linter.scan(`fixtures/${file}`)).reports[0].result;
    expect(findings.filter(({ detector }) => detector === "phone-number").map(({ concealment }) => concealment)).toEqual(["covered-text", "off-page"]);
  });
});

describe("the same letter in every format", () => {
  const LETTERS = ["fixtures/odf/flag.letter.fodt", "fixtures/odf/flag.letter.odt", "fixtures/rtf/flag.letter.rtf", "fixtures/doc/flag.letter.doc"];
  const HIDDEN: readonly [phone: number, concealment: Concealment][] = [[0, "deleted-revision"], [1, "hidden-text"], [2, "comment"], [4, "invisible-format"]];

  it.each(LETTERS)("hides in %s what it hides in the others, for the same reason", async (path) => {
    const read = await open(path);
    for (const [index, concealment] of HIDDEN) {
      const concealed = whereIs(phones[index], { texts: read.texts, tables: [] });
      expect(concealed.map((one) => /\(([\w-]+)\)$/u.exec(one)?.[1]), String(index)).toEqual([concealment]);
    }
    expect(whereIs(phones[3], { texts: read.texts, tables: [] }).filter((one) => one.includes("("))).toEqual([]);
  });

  it.each(LETTERS)("holds the list of people in %s as one table of all rows", async (path) => {
    const { tables } = await open(path);
    expect(tables.map(({ rowCount, columnCount }) => [rowCount, columnCount])).toEqual([[13, 4]]);
    expect(tables[0].text(0, 2)).toBe("電話番号");
    expect(tables[0].text(1, 2)).toBe(phones[0]);
  });
});

describe("the same talk in every format", () => {
  it.each(["fixtures/odf/flag.talk.fodp", "fixtures/odf/flag.talk.odp", "fixtures/ppt/flag.talk.ppt"])("tells the slide, the hidden slide and the notes of %s apart", async (path) => {
    const read = await open(path);
    const pages = (needle: string): string[] => whereIs(needle, read).map((one) => one.replace(/ › \d+:\d+/u, ""));
    expect(pages("本日の予定")).toEqual(["a › page 1"]);
    expect(pages(phones[0])).toEqual(["a › page 2 (hidden-slide)"]);
    expect(pages(phones[1])).toEqual(["a › page 1 (speaker-notes)"]);
  });
});

describe("office documents that are cut off", () => {
  it.each(files("flag."))("gives a result for every beginning of %s", async (path) => {
    const bytes = readFileSync(path);
    for (let i = 1; i < 24; i++) {
      const end = Math.floor((bytes.length * i) / 24);
      const read = await extract(EXTRACTORS[path.split("/")[1]], bytes.subarray(0, end), "a");
      // It never throws, and what is missing is told, except of XML, which may end anywhere.
      if (!path.includes(".fod")) expect(read.unscanned.length + read.texts.length + read.artifacts.length, `${end} bytes`).toBeGreaterThan(0);
    }
  });

  it.each(files("flag."))("gives a result for %s with any byte in 97 turned round", async (path) => {
    const bytes = readFileSync(path);
    for (let shift = 0; shift < 6; shift++) {
      const wrong = Buffer.from(bytes);
      for (let at = 600 + shift * 13; at < wrong.length; at += 97) wrong[at] ^= 0xff;
      await extract(EXTRACTORS[path.split("/")[1]], wrong, "a");
    }
  });
});

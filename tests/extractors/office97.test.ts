import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { docExtractor } from "../../src/extractors/msoffice97/doc.js";
import { pptExtractor } from "../../src/extractors/msoffice97/ppt.js";
import { compoundFile } from "../support/compound.js";
import { extract, show, textOf, whereIs } from "../support/extract.js";
import { cString, ppt97, record, slide, type SlidesSpec, sttb, textBytes, textChars, word97, type WordSpec } from "../support/office97.js";
import { inventPerson } from "../support/people.js";

const { name, phone, email } = inventPerson(4);
const word = (spec: WordSpec) => extract(docExtractor, word97(spec), "a.doc");
const slides = (spec: SlidesSpec) => extract(pptExtractor, ppt97(spec), "a.ppt");
const sprm = (code: number, ...operand: number[]): Buffer => Buffer.from([code & 0xff, code >> 8, ...operand]);
const HIDDEN = sprm(0x083c, 1);
const DELETED = sprm(0x0800, 1);
/** A style ([MS-DOC] 2.9.260) whose characters have this format, behind as many empty ones as it takes to be number 15. */
const styleSheet = (format: Buffer): Buffer => {
  const std = Buffer.concat([Buffer.from([0, 0, 2, 0xff, 0, 0, 0, 0, 0, 0]), Buffer.from([1, 0]), Buffer.from("x", "utf16le"), Buffer.from([0, 0]), Buffer.from([format.length, 0]), format]);
  return Buffer.concat([Buffer.from([4, 0, 16, 0, 10, 0]), Buffer.alloc(30), Buffer.from([std.length, 0]), std]);
};

describe("docExtractor: text", () => {
  it("joins pieces of either width in the order of the document, and counts paragraphs", async () => {
    const read = await word({ runs: [{ text: "Caf\xe9 \x93x\x94\r", compressed: true }, { text: "担当 " }, { text: `${phone}\r` }] });
    expect(read.texts.map(({ text }) => text)).toEqual([`Café “x”\n担当 ${phone}`]);
    expect(whereIs(phone, read)).toEqual(["a.doc › 2:4"]);
    expect(read.unscanned).toEqual([]);
  });

  it.each<[string, Buffer, string]>([
    ["hidden text", HIDDEN, "hidden-text"], ["deleted text", DELETED, "deleted-revision"], ["white text", sprm(0x6870, 0xff, 0xff, 0xff, 0), "invisible-format"], ["white text by its index", sprm(0x2a42, 8), "invisible-format"],
    ["tiny text", sprm(0x4a43, 2, 0), "invisible-format"], ["hidden text behind other formatting", Buffer.concat([sprm(0xca71, 2, 1, 1), sprm(0x0835, 1), HIDDEN]), "hidden-text"],
    ["text of a hidden style", sprm(0x4a30, 15, 0), "hidden-text"], ["text that is as hidden as its style", Buffer.concat([sprm(0x4a30, 15, 0), sprm(0x083c, 0x80)]), "hidden-text"], ["text unlike its style", sprm(0x083c, 0x81), "hidden-text"],
  ])("says so of %s", async (_, format, concealment) => {
    const read = await word({ runs: [{ text: "x" }, { text: phone, format }, { text: "\r" }], slots: { 1: styleSheet(HIDDEN) } });
    expect(whereIs(phone, read)).toEqual([`a.doc › 1:1 (${concealment})`]);
  });

  it.each<[string, Buffer]>([
    ["bold text", sprm(0x0835, 1)], ["text that is shown although its style hides it", Buffer.concat([sprm(0x4a30, 15, 0), sprm(0x083c, 0)])], ["white text on a ground", Buffer.concat([sprm(0x2a42, 8), sprm(0x2a0c, 1)])],
    ["the opposite of a hidden style", Buffer.concat([sprm(0x4a30, 15, 0), sprm(0x083c, 0x81)])],
  ])("does not say so of %s", async (_, format) => {
    const read = await word({ runs: [{ text: phone, format }, { text: "\r" }], slots: { 1: styleSheet(HIDDEN) } });
    expect(whereIs(phone, read)).toEqual(["a.doc › 1:1"]);
  });

  it("tells a field's instruction from its result, one field inside another", async () => {
    const read = await word({ runs: [{ text: `x\x13HYPERLINK \x13IF a\x14b\x15 "tel:${phone}"\x14${name}\x15y\r` }] });
    expect(read.texts.map(({ text }) => text)[0]).toBe(`x${name}y`);
    expect(whereIs(phone, read).map((one) => one.endsWith("(hidden-text)"))).toEqual([true]);
  });

  it("tells the stories apart", async () => {
    const texts = ["main\r", "foot\r", "head\r", "", `${phone}\r`, "end\r", "box\r"];
    const read = await word({ runs: [{ text: texts.join("") }], counts: texts.map(({ length }) => length) });
    expect(["main", "foot", "head", phone, "end", "box"].flatMap((needle) => whereIs(needle, read))).toEqual([
      "a.doc › 1:1", "a.doc › footnotes › 1:1", "a.doc › headers and footers › 1:1", "a.doc › comments › 1:1 (comment)", "a.doc › endnotes › 1:1", "a.doc › text boxes › 1:1",
    ]);
  });

  it("reads text that the counts leave out", async () => {
    expect(whereIs(phone, await word({ runs: [{ text: `x\r${phone}\r` }], counts: [2] }))).toHaveLength(1);
  });
});

describe("docExtractor: what stands beside the text", () => {
  it.each<[string, number, string, string]>([
    ["authors of changes", 51, "[author]", "property"], ["who saved it where", 71, "[saved by]", "property"], ["titles, templates and data sources", 32, "[association]", "property"], ["bookmarks", 21, "[bookmark]", "hidden-text"],
  ])("reads %s", async (_, slot, property, concealment) => {
    const read = await word({ runs: [{ text: "x\r" }], slots: { [slot]: sttb("Unknown", `${name} ${phone}`) } });
    expect(whereIs(phone, read)).toEqual([`a.doc › ${property} (${concealment})`]);
  });

  it("reads text that no piece points at any more, and only once what some piece does", async () => {
    const read = await word({ runs: [{ text: "shown text\r" }, { text: `former ${phone}`, lost: true }, { text: "more\r" }, { text: "shown text", lost: true }] });
    expect(whereIs(phone, read)).toEqual(["a.doc › WordDocument (previous-revision)"]);
    expect(whereIs("shown text", read)).toEqual(["a.doc › 1:1"]);
  });

  it("reads the table stream of the save before", async () => {
    const read = await word({ runs: [{ text: "x\r" }], beside: { "0Table": sttb(`former ${phone}`) } });
    expect(whereIs(phone, read)).toEqual(["a.doc › 0Table (previous-revision)"]);
  });

  it("gives embedded objects as files of their own, and other streams as they are", async () => {
    const read = await word({ runs: [{ text: "x\r" }], beside: { ObjectPool: { _1: { WordDocument: Buffer.from("object in the pool") } }, Strange: Buffer.from(`stream ${email}`) } });
    expect(read.artifacts.map((one) => [show(one.at), one.concealment])).toEqual([["a.doc › ObjectPool › _1", "package-data"], ["a.doc › Strange", "package-data"]]);
    expect(docExtractor.identify(read.artifacts[0].bytes, "_1")).toBe("doc");
    expect(textOf(read.artifacts[1])).toContain(email);
  });

  it("reads deleted streams and free sectors of the file", async () => {
    const read = await word({ runs: [{ text: "x\r" }], parts: { orphans: { Old: Buffer.from(`deleted ${email}`) }, free: Buffer.from(`free ${phone}`) } });
    expect(whereIs(phone, read)).toEqual(["a.doc (orphaned-part)"]);
    expect(read.artifacts.map((one) => [textOf(one), one.concealment])).toEqual([[`deleted ${email}`, "orphaned-part"]]);
  });
});

describe("docExtractor: what it cannot read", () => {
  it("says that a document is sealed, and reads nothing of it as text", async () => {
    const { unscanned, texts } = await word({ runs: [{ text: phone }], flags: 0x0300 });
    expect([unscanned.map(({ reason }) => reason), texts]).toEqual([["encrypted"], []]);
  });

  it("names Word 95, and tells what is readable of it", async () => {
    const read = await word({ runs: [{ text: phone, compressed: true }], version: 101 });
    expect([read.unscanned.map(({ reason }) => reason), whereIs(phone, read).length]).toEqual([["unsupported"], 1]);
  });

  it.each<[string, WordSpec]>([
    ["has no table of pieces", { runs: [{ text: "x" }], slots: { 33: Buffer.alloc(0) } }],
    ["has pieces outside of the stream", { runs: [{ text: "x" }], slots: { 33: Buffer.from("0210000000000000000a0000000000ffffff0f0000", "hex") } }],
  ])("says so of a document that %s", async (_, spec) => {
    expect((await word(spec)).unscanned.map(({ reason }) => reason)).toEqual(["corrupt"]);
  });

  it("leaves sealed packages and other compound files to others", () => {
    expect(docExtractor.identify(compoundFile({ WordDocument: Buffer.alloc(1), EncryptedPackage: Buffer.alloc(1) }), "a.doc")).toBeUndefined();
    expect(docExtractor.identify(compoundFile({ Workbook: Buffer.alloc(1) }), "a.doc")).toBeUndefined();
  });
});

describe("pptExtractor", () => {
  it("tells placeholders' texts under a picture, which stand in the document's list, from those beside it", async () => {
    const [u16, u32] = [2, 4].map((size) => (value: number) => Buffer.from(Array.from({ length: size }, (_, i) => (value >> (i * 8)) & 0xff)));
    const anchor = (...sides: readonly number[]): Buffer => record(0xf010, Buffer.concat(sides.map(u16)));
    const atom = (kind: number): Buffer => record(0xf00a, Buffer.concat([u32(1), u32(0xa00)]), kind);
    const placeholder = (index: number, top: number): Buffer => record(0xf004, [atom(1), anchor(top, 100, 900, top + 100), record(0xf00d, record(0x0f9e, u32(index)))]);
    const picture = record(0xf004, [atom(75), record(0xf00b, Buffer.concat([u16(0x104), u32(1)]), 1), anchor(0, 0, 1000, 250)]);
    const drawing = record(0x040c, [record(0xf002, [record(0xf003, [placeholder(0, 100), placeholder(1, 300), picture])])]);
    const header = record(0x0f9f, u32(0));
    const list = record(0x0ff0, [record(0x03f3, Buffer.concat([u32(2), u32(0), u32(0), u32(256), u32(0)])), header, textChars("下の文字"), header, textChars("横の文字")]);
    const read = await slides({ slides: [slide([drawing])], inDocument: [list] });
    expect([whereIs("下の文字", read), whereIs("横の文字", read)]).toEqual([["a.ppt › page 1 › 1:1 (covered-text)"], ["a.ppt › page 1 › 2:1"]]);
  });

  it("tells the texts that a hidden slide has in the document's list", async () => {
    const u32 = (value: number): Buffer => Buffer.from([0, 8, 16, 24].map((shift) => (value >> shift) & 0xff));
    const entry = (object: number): Buffer => record(0x03f3, Buffer.concat([u32(object), u32(0), u32(0), u32(255 + object), u32(0)]));
    const header = record(0x0f9f, u32(0));
    const list = record(0x0ff0, [entry(2), header, textChars("表の題"), entry(3), header, textChars(phone)]);
    const read = await slides({ slides: [slide([]), slide([], true)], inDocument: [list] });
    expect([whereIs("表の題", read), whereIs(phone, read)]).toEqual([["a.ppt › page 1 › 1:1"], ["a.ppt › page 2 › 1:1 (hidden-slide)"]]);
  });

  it("reads text of both widths, slide by slide", async () => {
    const read = await slides({ slides: [slide([textBytes("first\rsecond \x93x\x94")]), slide([textChars(`担当 ${phone}`)])] });
    expect(read.texts.filter(({ text }) => text !== "User").map(({ text }) => text)).toEqual(["first\nsecond “x”", `担当 ${phone}`]);
    expect(whereIs(phone, read)).toEqual(["a.ppt › page 2 › 1:4"]);
    expect(read.unscanned).toEqual([]);
  });

  it.each<[string, SlidesSpec, string]>([
    ["a hidden slide", { slides: [slide([]), slide([textChars(phone)], true)] }, "page 2 › 1:1 (hidden-slide)"],
    ["a comment", { slides: [slide([record(0x1388, [record(0x138a, [record(0x138b, record(0x2ee0, [cString(name, 0), cString(phone, 1)]))])])])] }, "page 1 › 1:1 (comment)"],
    ["a text that an earlier save left", { slides: [slide([textChars("now")])], former: [slide([textChars(`now\rthen ${phone}`)])] }, "1:6 (previous-revision)"],
    ["where a link leads", { slides: [slide([textChars("x")])], inDocument: [record(0x0409, [record(0x0fd7, [cString(`tel:${phone}`, 1)])])] }, "1:5 (hidden-text)"],
    ["a footer", { slides: [slide([record(0x0fd9, [cString(phone, 2)], 3)])] }, "page 1 › 1:1"],
    ["a slide that no list names", { slides: [slide([textChars("x")])], inDocument: [] , former: [record(0x03ee, [textChars(phone)])] }, "1:1 (previous-revision)"],
  ])("tells %s", async (_, spec, expected) => {
    expect(whereIs(phone, await slides(spec))).toEqual([`a.ppt › ${expected}`]);
  });

  it("tells who commented, and who saved it", async () => {
    const read = await slides({ slides: [slide([record(0x2ee0, [cString(name, 0), cString("x", 1)])])] });
    expect([whereIs(name, read), whereIs("User", read)]).toEqual([["a.ppt › [author] (property)"], ["a.ppt › [current user] (property)"]]);
  });

  it.each<[string, Buffer]>([
    ["as it is", record(0x1011, Buffer.from(email))],
    ["deflated", record(0x1011, Buffer.concat([Buffer.from([email.length, 0, 0, 0]), deflateSync(Buffer.from(email))]), 1)],
  ])("gives an object that is stored %s", async (_, object) => {
    const read = await slides({ slides: [slide([textChars("x")])], former: [object] });
    expect(read.artifacts.map((one) => [textOf(one), one.concealment])).toEqual([[email, "package-data"]]);
  });

  it("says so of an object that expands to more than it claims", async () => {
    const bomb = record(0x1011, Buffer.concat([Buffer.from([9, 0, 0, 0]), deflateSync(Buffer.alloc(2 ** 20))]), 1);
    expect((await slides({ slides: [slide([])], former: [bomb] })).unscanned.map(({ reason }) => reason)).toEqual(["corrupt"]);
  });

  it("says that a presentation is sealed, and reads nothing of it as text", async () => {
    const read = await slides({ slides: [slide([textChars(phone)])], token: 0xf3d1c4df });
    expect([read.unscanned.map(({ reason }) => reason), whereIs(phone, read)]).toEqual([["encrypted"], []]);
  });

  it("reads what stands behind the last record, and says that it is none", async () => {
    const read = await slides({ slides: [slide([])], behind: Buffer.from(`behind it ${phone}`) });
    expect([whereIs(phone, read), read.unscanned.map(({ reason }) => reason)]).toEqual([["a.ppt (orphaned-part)"], ["corrupt"]]);
  });

  it("reads every record where the list of saves is lost", async () => {
    const whole = ppt97({ slides: [slide([textChars(phone)])] });
    const at = whole.indexOf(Buffer.from([0xf6, 0x0f])) - 2;
    whole.writeUInt32LE(0x7fffffff, at + 16);
    const read = await extract(pptExtractor, whole, "a.ppt");
    expect([whereIs(phone, read).length, read.unscanned.map(({ reason }) => reason)]).toEqual([1, ["corrupt"]]);
  });
});

describe("documents of Office 97 made to harm", () => {
  it("reads what stands in containers in containers, however deep", async () => {
    let nested = textChars(phone);
    for (let i = 0; i < 200; i++) nested = record(0x03ea, [nested]);
    expect(whereIs(phone, await slides({ slides: [slide([nested])] }))).toEqual(["a.ppt › page 1 › 1:1"]);
  });

  it("takes a style that is based on itself for what it says", async () => {
    const ring = styleSheet(Buffer.alloc(0));
    ring.writeUInt16LE((15 << 4) | 2, 6 + 30 + 2 + 2);
    expect(whereIs(phone, await word({ runs: [{ text: phone, format: sprm(0x4a30, 15, 0) }, { text: "\r" }], slots: { 1: ring } }))).toEqual(["a.doc › 1:1"]);
  });
});

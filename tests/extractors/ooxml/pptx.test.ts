import { describe, expect, it } from "vitest";
import { pptxExtractor } from "../../../src/extractors/ooxml/pptx.js";
import { docx, type PackageFile, paragraph, pptx, slide, slideType, xml } from "../../support/ooxml.js";
import { extract, whereIs } from "../../support/extract.js";
import { inventPerson } from "../../support/people.js";

const { name, phone } = inventPerson(5);
const open = (slides: readonly string[], files: readonly PackageFile[] = []) => extract(pptxExtractor, pptx(slides, files), "a.pptx");
const sheet = (path: string, kind: string, root: string, relationship: string, owner: string): PackageFile => ({
  path, content: slide(phone).replaceAll("p:sld", root), contentType: slideType(kind), relationship, owner,
});

describe("pptxExtractor", () => {
  it("reads slides in the presentation's order, each at its page", async () => {
    expect(whereIs(phone, await open([slide("x"), slide(phone)]))).toEqual(["a.pptx › page 2 › 1:1"]);
  });

  it("knows a hidden slide", async () => {
    expect(whereIs(phone, await open([slide(phone, 'show="0"'), slide("x", 'show="1"')]))).toEqual(["a.pptx › page 1 › 1:1 (hidden-slide)"]);
  });

  it("reads notes as the speaker's, at their slide", async () => {
    const notes = sheet("ppt/notesSlides/notesSlide1.xml", "notesslide", "p:notes", "notesSlide", "ppt/slides/slide2.xml");
    expect(whereIs(phone, await open([slide("x"), slide("y")], [notes]))).toEqual(["a.pptx › page 2 › 1:1 (speaker-notes)"]);
  });

  it("reads comments, and the names of those who wrote them", async () => {
    const comments: PackageFile = { path: "ppt/comments/comment1.xml", content: xml("p:cmLst", `<p:cm><p:text>${phone}</p:text></p:cm>`), relationship: "comments", owner: "ppt/slides/slide1.xml" };
    const authors: PackageFile = { path: "ppt/commentAuthors.xml", content: xml("p:cmAuthorLst", `<p:cmAuthor id="0" name="${name}"/>`), relationship: "commentAuthors" };
    const read = await open([slide("x")], [comments, authors]);
    expect(whereIs(phone, read)).toEqual(["a.pptx › page 1 › 1:1 (comment)"]);
    expect(whereIs(name, read)).toEqual(["a.pptx › ppt/commentAuthors.xml (property)"]);
  });

  it("yields a table on a slide as a table", async () => {
    const cell = (text: string): string => `<a:tc><a:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></a:txBody></a:tc>`;
    const read = await open([xml("p:sld", `<a:tbl><a:tr>${cell("氏名")}${cell("電話")}</a:tr><a:tr>${cell(name)}${cell(phone)}</a:tr></a:tbl>`)]);
    expect(whereIs(phone, read)).toEqual(["a.pptx › page 1 › 3:1 › B2"]);
  });

  it("reads masters as shown with the slides, and slides that nothing leads to as orphans", async () => {
    const master = sheet("ppt/slideMasters/slideMaster1.xml", "slidemaster", "p:sldMaster", "slideMaster", "ppt/presentation.xml");
    const orphan: PackageFile = { path: "ppt/slides/slide9.xml", content: slide(phone), contentType: slideType("slide") };
    expect(whereIs(phone, await open([slide("x")], [master, orphan]))).toEqual([
      "a.pptx › ppt/slideMasters/slideMaster1.xml › 1:1", "a.pptx › ppt/slides/slide9.xml › 1:1 (orphaned-part)",
    ]);
  });

  it("knows alternative text and hidden shapes", async () => {
    const shape = (properties: string, text: string): string => `<p:sp><p:nvSpPr><p:cNvPr id="2" ${properties}/></p:nvSpPr><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;
    const read = await open([xml("p:sld", shape(`name="x" descr="${name}"`, "shown") + shape('name="y" hidden="1"', phone) + shape('name="z"', "behind"))]);
    expect([whereIs(name, read), whereIs(phone, read), whereIs("behind", read)]).toEqual([
      ["a.pptx › page 1 › 1:1 (property)"], ["a.pptx › page 1 › 2:1 (hidden-text)"], ["a.pptx › page 1 › 3:1"],
    ]);
  });

  const FILL = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>';
  const box = (x: number, y: number, size: number, fill = ""): string => `<p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${size}" cy="${size}"/></a:xfrm>${fill}</p:spPr>`;
  const placed = (place: string, text: string): string => `<p:sp><p:nvSpPr><p:cNvPr id="2" name="s"/></p:nvSpPr>${place}<p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;
  const group = (shapes: string, [x, y, size]: readonly number[], [insideX, insideY, insideSize]: readonly number[], more = ""): string =>
    `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="9" name="g"/></p:nvGrpSpPr><p:grpSpPr><a:xfrm${more}><a:off x="${x}" y="${y}"/><a:ext cx="${size}" cy="${size}"/><a:chOff x="${insideX}" y="${insideY}"/><a:chExt cx="${insideSize}" cy="${insideSize}"/></a:xfrm></p:grpSpPr>${shapes}</p:grpSp>`;
  it.each([
    ["in a group, under a box beside the group", group(placed(box(100, 100, 10), phone), [1000, 1000, 1000], [100, 100, 100]) + placed(box(900, 900, 300, FILL), ""), "(covered-text)"],
    ["in a group, beside what the same box would cover in the slide's coordinates", group(placed(box(190, 190, 10), phone), [1000, 1000, 1000], [100, 100, 100]) + placed(box(90, 90, 300, FILL), ""), ""],
    ["under a box of a group", placed(box(1000, 1000, 100), phone) + group(placed(box(100, 100, 100, FILL), ""), [900, 900, 300], [100, 100, 100]), "(covered-text)"],
    ["under a box of a group in a group", placed(box(1000, 1000, 100), phone) + group(group(placed(box(0, 0, 10, FILL), ""), [100, 100, 100], [0, 0, 10]), [900, 900, 300], [100, 100, 100]), "(covered-text)"],
    ["on the box that fills its group", group(placed(box(0, 0, 100, FILL), "") + placed(box(10, 10, 10), phone), [900, 900, 300], [0, 0, 100]), ""],
    ["of a group beside the slide", group(placed(box(10, 10, 10), phone), [20_000_000, 0, 300], [0, 0, 100]), "(off-page)"],
    ["under a box of a group that is turned", placed(box(1000, 1000, 100), phone) + group(placed(box(100, 100, 100, FILL), ""), [900, 900, 300], [100, 100, 100], ' rot="2700000"'), ""],
    ["under a box that is turned by an eighth", placed(box(1000, 1000, 1000), phone) + placed(box(0, 0, 3000, FILL).replace("<a:xfrm", '<a:xfrm rot="2700000"'), ""), ""],
    ["under a box that is turned upside down", placed(box(1000, 1000, 1000), phone) + placed(box(0, 0, 3000, FILL).replace("<a:xfrm", '<a:xfrm rot="10800000"'), ""), "(covered-text)"],
    ["under a filled box", placed(box(1000, 1000, 1000), phone) + placed(box(0, 0, 3000, FILL), ""), "(covered-text)"],
    ["on a filled box", placed(box(0, 0, 3000, FILL), "") + placed(box(1000, 1000, 1000), phone), ""],
    ["half under a filled box", placed(box(1000, 1000, 4000), phone) + placed(box(0, 0, 3000, FILL), ""), ""],
    ["under a box that one sees through", placed(box(1000, 1000, 1000), phone) + placed(box(0, 0, 3000, FILL.replace("/></a:solid", '><a:alpha val="40000"/></a:srgbClr></a:solid')), ""), ""],
    ["under an ellipse", placed(box(1000, 1000, 1000), phone) + placed(box(0, 0, 3000, `<a:prstGeom prst="ellipse"/>${FILL}`), ""), ""],
    ["under an empty frame", placed(box(1000, 1000, 1000), phone) + placed(box(0, 0, 3000, `<a:ln>${FILL}</a:ln>`), ""), ""],
    ["beside the slide", placed(box(20_000_000, 0, 1000), phone), "(off-page)"],
    ["over the slide's edge", placed(box(9_000_000, 0, 1_000_000), phone), ""],
    ["where the layout puts it", placed("<p:spPr/>", phone) + placed(box(0, 0, 9_000_000, FILL), ""), ""],
  ])("knows text %s", async (_, shapes, said) => {
    const [place] = whereIs(phone, await open([xml("p:sld", `<p:cSld><p:spTree>${shapes}</p:spTree></p:cSld>`)]));
    expect(place.replace(/^[^(]*/u, "")).toBe(said);
  });

  it("is known by its main part, not by its name", () => {
    expect([pptxExtractor.identify(pptx([slide("x")]), "a.zip"), pptxExtractor.identify(docx(paragraph("x")), "a.pptx")]).toEqual(["pptx", undefined]);
  });
});

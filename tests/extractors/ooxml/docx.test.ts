import { describe, expect, it } from "vitest";
import { docxExtractor } from "../../../src/extractors/ooxml/docx.js";
import { docx, type PackageFile, paragraph, run, table, wordType, xml } from "../../support/ooxml.js";
import { extract, show, textOf, whereIs } from "../../support/extract.js";
import { inventPerson } from "../../support/people.js";

const { name, phone, email } = inventPerson(4);
const open = (body: string, files: readonly PackageFile[] = []) => extract(docxExtractor, docx(body, files), "a.docx");
const story = (kind: string, root: string, content: string): PackageFile => ({
  path: `word/${kind}1.xml`, content: xml(root, content), contentType: wordType(kind), relationship: kind,
});

describe("docxExtractor: text in plain view", () => {
  it("joins the runs of a paragraph, and paragraphs by line breaks, into one segment with the paragraph as its line", async () => {
    const read = await open(paragraph("Tel: ") + paragraph(phone.slice(0, 3), phone.slice(3, 9), run(phone.slice(9), "<w:b/>")));
    expect(read.texts.map(({ text }) => text)).toEqual([`Tel: \n${phone}`]);
    expect(whereIs(phone, read)).toEqual(["a.docx › 2:1"]);
    expect(read.unscanned).toEqual([]);
  });

  it.each([
    ["a tab", "<w:tab/>", "\t"], ["a line break", "<w:br/>", "\n"], ["a hyphen that does not break", "<w:noBreakHyphen/>", "-"],
    ["a symbol", '<w:sym w:font="Symbol" w:char="F02D"/>', "-"], ["nothing for a picture", "<w:drawing/>", ""],
  ])("puts %s between the text before and behind it", async (_, element, expected) => {
    const { texts } = await open(`<w:p><w:r><w:t>090</w:t>${element}<w:t>1234</w:t></w:r></w:p>`);
    expect(texts.map(({ text }) => text)).toEqual([`090${expected}1234`]);
  });

  it("does not take the tab stops of a paragraph for tabs", async () => {
    expect((await open('<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr><w:r><w:t>x</w:t></w:r></w:p>')).texts.map(({ text }) => text)).toEqual(["x"]);
  });

  it("reads what was inserted with changes tracked, smart tags, links and content controls as any text", async () => {
    const wrapped = ['<w:ins w:id="1">', '<w:smartTag w:element="x">', '<w:hyperlink r:id="x">', "<w:sdt><w:sdtContent>"].map((tag) => `<w:p>${tag}${run("word")}</w:p>`);
    expect((await open(wrapped.join(""))).texts.map(({ text }) => text)).toEqual(["word\nword\nword\nword"]);
  });

  it("keeps furigana beside the word it stands over", async () => {
    const { texts } = await open(`<w:p>${run("担当")}<w:r><w:ruby><w:rt>${run("たかはし")}</w:rt><w:rubyBase>${run("高橋")}</w:rubyBase></w:ruby></w:r>${run("様")}</w:p>`);
    expect(texts.map(({ text }) => text)).toEqual(["担当高橋様\nたかはし"]);
  });

  it.each<[string, string]>([["header", "w:hdr"], ["footer", "w:ftr"], ["footnotes", "w:footnotes"], ["endnotes", "w:endnotes"]])("reads %s at the part", async (kind, root) => {
    const read = await open(paragraph("x"), [story(kind, root, paragraph(phone))]);
    expect(whereIs(phone, read)).toEqual([`a.docx › word/${kind}1.xml › 1:1`]);
  });

  it("finds the main part by what it is, whatever it is called, in strict documents too", async () => {
    const strict = xml("w:document", `<w:body>${paragraph(phone)}</w:body>`).replaceAll("schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml");
    expect(whereIs(phone, await extract(docxExtractor, docx(strict, [], { main: "x/y.bin" }), "a.docx"))).toEqual(["a.docx › 1:1"]);
  });

  it("reads a text box once, although it is written twice", async () => {
    const box = paragraph(phone);
    const read = await open(`<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${box}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${box}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent><w:t>around</w:t></w:r></w:p>`);
    expect(whereIs(phone, read)).toEqual(["a.docx › 2:1"]);
    expect(whereIs("around", read)).toEqual(["a.docx › 1:1"]);
  });

  it("says that a fallback which differs from what is shown is hidden", async () => {
    const read = await open(`<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>shown</w:t></mc:Choice><mc:Fallback><w:t>${phone}</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`);
    expect(whereIs(phone, read)).toEqual(["a.docx › 1:1 (hidden-text)"]);
  });

  it("takes the fallback for the text where the choice has none, as with emoji", async () => {
    const { texts } = await open(`<w:p><w:r><w:t>a</w:t><mc:AlternateContent><mc:Choice><x char="1F60A"/></mc:Choice><mc:Fallback><w:t>😊</w:t></mc:Fallback></mc:AlternateContent><w:t>b</w:t></w:r></w:p>`);
    expect(texts.map(({ text }) => text)).toEqual(["a😊b"]);
  });
});

describe("docxExtractor: tables", () => {
  const grid = (one: Awaited<ReturnType<typeof open>>, index = 0): string[][] => {
    const found = one.tables[index];
    return Array.from({ length: found.rowCount }, (_, row) => Array.from({ length: found.columnCount }, (__, column) => found.text(row, column)));
  };

  it("yields a table once as a table, and not as text", async () => {
    const read = await open(paragraph("before") + table([["氏名", "電話番号"], [name, phone]]) + paragraph("after"));
    expect(grid(read)).toEqual([["氏名", "電話番号"], [name, phone]]);
    expect(read.texts.map(({ text }) => text)).toEqual(["before\nafter"]);
    expect(whereIs(phone, read)).toEqual(["a.docx › 4:1 › B2"]);
  });

  it("keeps columns in line over merged cells, and leaves out rows that hold nothing", async () => {
    const wide = `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph("wide")}</w:tc>`;
    const body = `<w:tbl><w:tr>${wide}<w:tc>${paragraph("c")}</w:tc></w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>${paragraph("b")}</w:tc></w:tr><w:tr><w:tc>${paragraph("")}</w:tc></w:tr></w:tbl>`;
    expect(grid(await open(body))).toEqual([["wide", "", "c"], ["", "b", ""]]);
  });

  it("yields a table in a cell as a table of its own", async () => {
    const read = await open(table([["outer", `<w:tc>${table([["a", "b"]])}${paragraph("x")}</w:tc>`.slice(6, -7)], ["c", "d"]]));
    expect([grid(read, 0), grid(read, 1)]).toEqual([[["a", "b"]], [["outer", "x"], ["c", "d"]]]);
  });

  it("takes a frame of one column for layout", async () => {
    const read = await open(table([["boxed"], ["text"]]));
    expect([read.tables.length, read.texts.map(({ text }) => text)]).toEqual([0, ["boxed\ntext"]]);
  });

  it("says which cells are hidden, and keeps what a cell hides beside what it shows", async () => {
    const hidden = (text: string): string => paragraph(run(text, "<w:vanish/>"));
    const read = await open(table([["氏名", "電話番号"], [hidden(name), hidden(phone)], [`${paragraph("shown")}${hidden(email)}`, "x"]]));
    expect(whereIs(phone, read)).toEqual(["a.docx › 3:1 › B2 (hidden-text)"]);
    expect(whereIs("shown", read)).toEqual(["a.docx › 5:1 › A3"]);
    expect(whereIs(email, read)).toEqual(["a.docx › 6:1 (hidden-text)"]);
    expect([0, 1, 2].map((row) => read.tables[0].rowConcealment?.(row))).toEqual([undefined, "hidden-text", undefined]);
  });

  it.each([["<w:hidden/>", "hidden-text"], ['<w:del w:author="x"/>', "deleted-revision"]])("knows a row with %s as concealed", async (property, concealment) => {
    const read = await open(table([["a", "b"], [name, phone]]).replace(/<w:tr>(?=<w:tc><w:p><w:r><w:t xml:space="preserve">[^a])/u, `<w:tr><w:trPr>${property}</w:trPr>`));
    expect(whereIs(phone, read)).toEqual([`a.docx › 3:1 › B2 (${concealment})`]);
  });

  it("does not let a made-up span make a made-up table", async () => {
    const read = await open(`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>${paragraph("x")}</w:tc></w:tr></w:tbl>`);
    expect(read.tables[0].columnCount).toBe(63);
  });
});

describe("docxExtractor: what a reader does not see", () => {
  it.each<[string, string, string]>([
    ["deleted text", `<w:p><w:del w:author="x"><w:r><w:delText>${phone}</w:delText></w:r></w:del></w:p>`, "deleted-revision"],
    ["text moved away", `<w:p><w:moveFrom w:author="x">${run(phone)}</w:moveFrom></w:p>`, "deleted-revision"],
    ["hidden text", paragraph(run(phone, "<w:vanish/>")), "hidden-text"],
    ["text made white", paragraph(run(phone, '<w:color w:val="FFFFFF"/>')), "invisible-format"],
    ["text of half a point", paragraph(run(phone, '<w:sz w:val="1"/>')), "invisible-format"],
    ["a field code", `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPER</w:instrText></w:r><w:r><w:instrText>LINK "tel:${phone}"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("call")}</w:p>`, "hidden-text"],
    ["a simple field", `<w:p><w:fldSimple w:instr='FILLIN "${phone}"'/></w:p>`, "hidden-text"],
    ["a tooltip", `<w:p><w:hyperlink w:tooltip="${phone}">${run("x")}</w:hyperlink></w:p>`, "hidden-text"],
    ["alternative text", `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="${phone}"/></wp:inline></w:drawing></w:r></w:p>`, "property"],
    ["a choice of a list", `<w:p><w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="${phone}" w:value="1"/></w:dropDownList></w:sdtPr></w:sdt></w:p>`, "hidden-text"],
    ["an XML comment", `<!-- ${phone} --><w:p/>`, "markup-comment"],
    ["a hidden shape", `<w:p><w:r><w:drawing><wp:anchor><wp:docPr id="1" name="x" hidden="1"/><wps:txbx><w:txbxContent>${paragraph(phone)}</w:txbxContent></wps:txbx></wp:anchor></w:drawing></w:r></w:p>`, "hidden-text"],
  ])("%s", async (_, body, concealment) => {
    const found = whereIs(phone, await open(paragraph("shown") + body));
    expect(found).toEqual([expect.stringMatching(new RegExp(`^a\\.docx › \\d:\\d+ \\(${concealment}\\)$`, "u"))]);
  });

  it.each<[string, string]>([
    ["vanish that is off", paragraph(run(phone, '<w:vanish w:val="0"/>'))],
    ["vanish of the paragraph's end mark", `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run(phone)}</w:p>`],
    ["vanish as it was before a tracked change", paragraph(run(phone, "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"))],
    ["the paragraph's end mark deleted", `<w:p><w:pPr><w:rPr><w:del w:author="x"/></w:rPr></w:pPr>${run(phone)}</w:p>`],
    ["white on a dark background", paragraph(run(phone, '<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>'))],
    ["text hidden on web pages only", paragraph(run(phone, "<w:webHidden/>"))],
  ])("does not take %s for hiding", async (_, body) => {
    expect(whereIs(phone, await open(body))).toEqual(["a.docx › 1:1"]);
  });

  it.each<[string, string, string]>([
    ["of the paragraph", '<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr>@</w:p>', "hidden-text"],
    ["of the run", '<w:p><w:r><w:rPr><w:rStyle w:val="C"/></w:rPr><w:t>#</w:t></w:r></w:p>', "hidden-text"],
    ["that another is based on", '<w:p><w:pPr><w:pStyle w:val="Child"/></w:pPr>@</w:p>', "hidden-text"],
  ])("knows text hidden by the style %s", async (_, body, concealment) => {
    const styles = xml("w:styles", '<w:style w:type="paragraph" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="H"/></w:style><w:style w:type="character" w:styleId="C"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Ring"><w:basedOn w:val="Ring"/></w:style>');
    const read = await open(body.replace("@", run(phone)).replace("#", phone), [{ path: "word/styles.xml", content: styles, contentType: wordType("styles"), relationship: "styles" }]);
    expect(whereIs(phone, read)).toEqual([`a.docx › 1:1 (${concealment})`]);
  });

  it.each<[string, string, readonly PackageFile[]]>([
    ["a link", paragraph(`mail: ${email}`), [{ path: `mailto:${email}`, content: "", relationship: "hyperlink" }]],
    ["a field code", `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "mailto:${email}" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(email)}</w:p>`, []],
  ])("does not take %s from a shown address to itself for hiding, but one to another address", async (_, body, files) => {
    expect(whereIs(email, await open(body, files))).toEqual([expect.stringMatching(/^a\.docx › 1:\d$/u)]);
    const other = inventPerson(9).email;
    const shownOther = body.replaceAll(email, (found, at: number) => (body.slice(0, at).endsWith("mailto:") ? found : other));
    expect(whereIs(email, await open(shownOther, files))).toEqual([expect.stringMatching(/\(hidden-text\)$/u)]);
  });

  it("keeps a word whole that hidden text stands in the middle of", async () => {
    const read = await open(paragraph(phone.slice(0, 5), run("hidden", "<w:vanish/>"), phone.slice(5)));
    expect(whereIs(phone, read)).toEqual(["a.docx › 1:1"]);
  });

  it("reads comments as such, and names their authors once", async () => {
    const comment = (id: number): string => `<w:comment w:id="${id}" w:author="${name}" w:initials="x">${paragraph(`${phone} ${id}`)}</w:comment>`;
    const read = await open(paragraph("x"), [story("comments", "w:comments", comment(1) + comment(2))]);
    expect(whereIs(phone, read)).toEqual(["a.docx › word/comments1.xml › 1:1 (comment)", "a.docx › word/comments1.xml › 2:1 (comment)"]);
    expect(whereIs(name, read)).toEqual(["a.docx › word/comments1.xml › [author] (property)"]);
  });

  it("names the authors of tracked changes", async () => {
    expect(whereIs(name, await open(`<w:p><w:ins w:author="${name}">${run("x")}</w:ins></w:p>`))).toEqual(["a.docx › [author] (property)"]);
  });
});

describe("docxExtractor: every other part", () => {
  const properties = (content: string): PackageFile => ({
    path: "docProps/core.xml", content: xml("cp:coreProperties", content), contentType: "application/vnd.openxmlformats-package.core-properties+xml",
    owner: "", relationship: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
  });

  it.each<[string, PackageFile, string]>([
    ["core properties", properties(`<dc:creator>${name}</dc:creator><dcterms:created>2024-01-01T00:00:00Z</dcterms:created>`), "a.docx › [creator] (property)"],
    ["custom properties", { path: "docProps/custom.xml", content: `<Properties><property pid="2" name="Kunde"><vt:lpwstr>${name}</vt:lpwstr></property></Properties>`, contentType: "application/vnd.openxmlformats-officedocument.custom-properties+xml", owner: "", relationship: "custom-properties" }, "a.docx › [Kunde] (property)"],
    ["custom XML", { path: "customXml/item1.xml", content: `<kunde><name>${name}</name></kunde>`, relationship: "customXml" }, "a.docx › customXml/item1.xml (package-data)"],
    ["attributes of custom XML", { path: "customXml/item1.xml", content: `<kunde name="${name}"/>`, relationship: "customXml" }, "a.docx › customXml/item1.xml (package-data)"],
    ["variables in the settings", { path: "word/settings.xml", content: xml("w:settings", `<w:docVars><w:docVar w:name="x" w:val="${name}"/></w:docVars>`), contentType: wordType("settings"), relationship: "settings" }, "a.docx › word/settings.xml › 1:1 (package-data)"],
    ["the source of a mail merge", { path: "word/settings.xml", content: xml("w:settings", `<w:mailMerge><w:query w:val="SELECT * FROM '${name}'"/></w:mailMerge>`), contentType: wordType("settings"), relationship: "settings" }, "a.docx › word/settings.xml › 1:16 (package-data)"],
    ["people", { path: "word/people.xml", content: `<w15:people><w15:person w15:author="${name}"/></w15:people>`, relationship: "people" }, "a.docx › word/people.xml (property)"],
    ["charts", { path: "word/charts/chart1.xml", content: `<c:chart><c:pt><c:v>${name}</c:v></c:pt></c:chart>`, relationship: "chart" }, "a.docx › word/charts/chart1.xml › 1:1"],
    ["parts that nothing leads to", { path: "word/header9.xml", content: xml("w:hdr", paragraph(name)), contentType: wordType("header") }, "a.docx › word/header9.xml › 1:1 (orphaned-part)"],
    ["data that nothing leads to", { path: "old/data.xml", content: `<x>${name}</x>` }, "a.docx › old/data.xml (orphaned-part)"],
    ["building blocks", story("document.glossary", "w:glossaryDocument", paragraph(name)), "a.docx › word/document.glossary1.xml › 1:1 (package-data)"],
    ["targets of links", { path: `mailto:${name}`, content: "", relationship: "hyperlink" }, "a.docx › [link] (hidden-text)"],
  ])("reads %s", async (_, file, place) => {
    expect(whereIs(name, await open(paragraph("x"), [file]))).toEqual([place]);
  });

  it("does not read the fonts of the standard tables as words", async () => {
    const read = await open(paragraph("x"), [{ path: "word/fontTable.xml", content: xml("w:fonts", '<w:font w:name="游明朝"/>'), contentType: wordType("fontTable"), relationship: "fontTable" }]);
    expect(read.texts.map(({ text }) => text)).toEqual(["x"]);
  });

  it("hands on pictures, embedded files and inserted documents with what the package says they are", async () => {
    const { artifacts } = await open(paragraph("x"), [
      { path: "word/media/image1.png", content: "png", relationship: "image" },
      { path: "word/embeddings/book.xlsx", content: "PK", contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", relationship: "package" },
      { path: "word/part.xhtml", content: "<html/>", contentType: "application/xhtml+xml", relationship: "aFChunk" },
      { path: "word/no.xml", content: "\u0000\u0001 not markup", relationship: "customXml" },
    ]);
    expect(artifacts.map((one) => [show(one.at), one.name, one.mediaType, one.concealment])).toEqual([
      ["a.docx › word/media/image1.png", "image1.png", "image/png", undefined],
      ["a.docx › word/embeddings/book.xlsx", "book.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "package-data"],
      ["a.docx › word/part.xhtml", "part.xhtml", "application/xhtml+xml", undefined],
      ["a.docx › word/no.xml", "no.xml", "application/xml", "package-data"],
    ]);
  });

  it("reads bytes and comments that belong to no part", async () => {
    const bytes = docx(paragraph("x"), [], { zipOptions: { suffix: Buffer.from(`hidden ${phone}`) }, extra: [{ name: "x.xml", content: "<x/>", comment: name }] });
    const read = await extract(docxExtractor, bytes, "a.docx");
    expect(read.artifacts.map((one) => [textOf(one), one.concealment])).toEqual([[`hidden ${phone}`, "orphaned-part"]]);
    expect(whereIs(name, read)).toEqual(["a.docx › x.xml › [comment] (metadata)"]);
  });

  it("lists a part that is encrypted or damaged, and reads the others", async () => {
    const bytes = docx(paragraph(phone), [], { extra: [{ name: "word/a.xml", content: "sealed-sealed-sealed", encrypted: true }, { name: "word/b.xml", content: `<x>${name}</x>`, crc: 1 }] });
    const read = await extract(docxExtractor, bytes, "a.docx");
    expect(read.unscanned.map(({ at, reason }) => [show(at), reason])).toEqual([["a.docx › word/a.xml", "encrypted"], ["a.docx › word/b.xml", "corrupt"]]);
    expect([whereIs(phone, read), whereIs(name, read)]).toEqual([["a.docx › 1:1"], ["a.docx › word/b.xml (orphaned-part)"]]);
  });
});

describe("docxExtractor.identify", () => {
  it.each([["document.main", "docx"], ["template.main", "dotx"]])("knows %s as %s", (type, format) => {
    expect(docxExtractor.identify(docx(paragraph("x"), [], { type }), "a.bin")).toBe(format);
  });

  it("leaves workbooks and other packages to others", () => {
    expect(docxExtractor.identify(docx(paragraph("x"), [], { type: "nothing" }), "a.docx")).toBeUndefined();
    expect(docxExtractor.identify(Buffer.from("PK but no archive"), "a.docx")).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { odfExtractor } from "../../src/extractors/odf/index.js";
import { extract, show, textOf, whereIs } from "../support/extract.js";
import { cell, flatOdf, odf, type OdfKind, type OdfParts, p, row, sheet, span, textStyle } from "../support/odf.js";
import { inventPerson } from "../support/people.js";

const { name, phone, email } = inventPerson(4);
const flat = (kind: OdfKind, parts: OdfParts) => extract(odfExtractor, Buffer.from(flatOdf(kind, parts)), "a");
const text = (body: string, automatic = "") => flat("text", { body, automatic });
const book = (body: string, automatic = "") => flat("spreadsheet", { body, automatic });
const shape = (content: string, attributes = ""): string => `<draw:frame ${attributes}><draw:text-box>${p(content)}</draw:text-box></draw:frame>`;

describe("odfExtractor: what it takes for OpenDocument", () => {
  it.each<[OdfKind, string, string]>([["text", "odt", "fodt"], ["spreadsheet", "ods", "fods"], ["presentation", "odp", "fodp"], ["graphics", "odg", "fodg"]])("knows %s as %s and %s", (kind, packaged, single) => {
    expect(odfExtractor.identify(odf(kind, { body: "" }), "a.zip")).toBe(packaged);
    expect(odfExtractor.identify(Buffer.from(flatOdf(kind, { body: "" })), "a.xml")).toBe(single);
  });

  it.each(["<document><p>x</p></document>", '<office:document office:mimetype="text/plain"/>', "", "PK"])("leaves %j to others", (content) => {
    expect(odfExtractor.identify(Buffer.from(content), "a.odt")).toBeUndefined();
  });
});

describe("odfExtractor: text", () => {
  it("joins spans, links and fields of a paragraph, and says its number", async () => {
    const read = await text(p("担当") + p(`Tel ${span(phone.slice(0, 5), "b")}<text:a xlink:href="#x">${phone.slice(5)}</text:a><text:s/><text:user-defined>x</text:user-defined>`));
    expect(read.texts.map((one) => one.text)).toEqual([`担当\nTel ${phone} x`]);
    expect(whereIs(phone, read)).toEqual(["a › 2:5"]);
  });

  it.each<[string, string, string, string]>([
    ["text of a hidden style", p(span(phone, "s")), textStyle("s", 'text:display="none"'), "hidden-text"],
    ["text of a style based on a hidden one", p(span(phone, "t")), `${textStyle("s", 'text:display="none"')}<style:style style:name="t" style:family="text" style:parent-style-name="s"/>`, "hidden-text"],
    ["a hidden paragraph style", p(phone, "s"), textStyle("s", 'text:display="none"', "paragraph"), "hidden-text"],
    ["a hidden section", `<text:section text:display="none">${p(phone)}</text:section>`, "", "hidden-text"],
    ["a section hidden on a condition", `<text:section text:display="condition" text:is-hidden="true">${p(phone)}</text:section>`, "", "hidden-text"],
    ["a paragraph that a field hides", p(`${phone}<text:hidden-paragraph text:is-hidden="true"/>`), "", "hidden-text"],
    ["a field's hidden text", p(`<text:hidden-text text:string-value="${phone}" text:is-hidden="true"/>`), "", "hidden-text"],
    ["the other outcome of a condition", p(`<text:conditional-text text:current-value="true" text:string-value-if-true="a" text:string-value-if-false="${phone}">a</text:conditional-text>`), "", "hidden-text"],
    ["white text", p(span(phone, "s")), textStyle("s", 'fo:color="#ffffff"'), "invisible-format"],
    ["tiny text", p(span(phone, "s")), textStyle("s", 'fo:font-size="1pt"'), "invisible-format"],
    ["deleted text", `<text:tracked-changes><text:changed-region><text:deletion>${p(phone)}</text:deletion></text:changed-region></text:tracked-changes>`, "", "deleted-revision"],
    ["a comment", p(`x<office:annotation>${p(phone)}</office:annotation>`), "", "comment"],
    ["where a link leads", p(`<text:a xlink:href="tel:${phone}">x</text:a>`), "", "hidden-text"],
    ["an alternative text", p(`<draw:frame><svg:desc>${phone}</svg:desc></draw:frame>`), "", "property"],
    ["the name of a picture", p(`<draw:frame draw:name="写真 ${phone}"/>`), "", "property"],
    ["a variable", `<text:user-field-decls><text:user-field-decl text:name="x" office:value-type="string" office:string-value="${phone}"/></text:user-field-decls>`, "", "package-data"],
    ["what a form would send", `<office:forms><form:form><form:hidden form:value="${phone}"/></form:form></office:forms>`, "", "hidden-text"],
    ["an XML comment", `<!--${phone}-->${p("x")}`, "", "markup-comment"],
    ["text outside of any paragraph", `<text:section>${phone}</text:section>`, "", "package-data"],
  ])("says that %s is not seen", async (_, body, automatic, concealment) => {
    expect(whereIs(phone, await text(body, automatic)).map((one) => /\((.+)\)$/u.exec(one)?.[1])).toEqual([concealment]);
  });

  it.each<[string, string, string]>([
    ["white text on a ground", p(span(phone, "s")), textStyle("s", 'fo:color="#ffffff" fo:background-color="#000000"')],
    ["white text in a frame", p(shape(`<text:span text:style-name="s">${phone}</text:span>`)), textStyle("s", 'fo:color="#ffffff"')],
    ["a section that is shown", `<text:section text:display="condition" text:is-hidden="false">${p(phone)}</text:section>`, ""],
    ["a footnote", p(`x<text:note><text:note-citation>1</text:note-citation><text:note-body>${p(phone)}</text:note-body></text:note>`), ""],
    ["a drop-down's choice", p(`<text:drop-down>${phone}</text:drop-down>`), ""],
    ["small print", p(span(phone, "s")), textStyle("s", 'fo:font-size="6pt"')],
  ])("does not say so of %s", async (_, body, automatic) => {
    expect(whereIs(phone, await text(body, automatic)).filter((one) => !one.includes("("))).toHaveLength(1);
  });

  it("keeps a note's number out of the words around it", async () => {
    const read = await text(p(`${name}<text:note><text:note-citation>1</text:note-citation><text:note-body>${p("x")}</text:note-body></text:note>様`));
    expect(read.texts.flatMap((one) => one.text.split("\n"))).toContain(`${name}様`);
  });

  it("tells who commented and changed", async () => {
    const read = await text(p(`x<office:annotation><dc:creator>${name}</dc:creator>${p("y")}</office:annotation>`));
    expect(whereIs(name, read)).toEqual(["a › [author] (property)"]);
  });

  it("tells properties by their names, and no dates and counts", async () => {
    const read = await flat("text", { body: "", meta: `<meta:initial-creator>${name}</meta:initial-creator><meta:user-defined meta:name="連絡先">${phone}</meta:user-defined><dc:date>2024-01-01T00:00:00</dc:date><meta:document-statistic meta:page-count="1"/>` });
    expect([whereIs(name, read), whereIs(phone, read)]).toEqual([["a › [initial-creator] (property)"], ["a › [連絡先] (property)"]]);
    expect(read.texts.map((one) => one.text)).toEqual([`${name}\n${phone}`]);
  });
});

describe("odfExtractor: sheets", () => {
  const off = '<style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style>';
  const narrow = '<style:style style:name="c" style:family="table-column"><style:table-column-properties style:column-width="0.01cm"/></style:style>';
  it.each<[string, string, string, string]>([
    ["a hidden sheet", sheet("名簿", row([phone]), 'table:style-name="off"'), off, "a › 名簿 › A1 (hidden-sheet)"],
    ["a hidden row", sheet("s", row(["x"]) + row([phone], 'table:visibility="collapse"')), "", "a › s › A2 (hidden-row)"],
    ["a row that a filter leaves out", sheet("s", row(["x"]) + row([phone], 'table:visibility="filter"')), "", "a › s › A2 (hidden-row)"],
    ["a hidden column", sheet("s", `<table:table-column/><table:table-column table:visibility="collapse"/>${row(["x", phone])}`), "", "a › s › B1 (hidden-column)"],
    ["a column too narrow to see", sheet("s", `<table:table-column table:style-name="c"/>${row([phone])}`), narrow, "a › s › A1 (hidden-column)"],
    ["a cell under a merged one", sheet("s", row(["x", `<table:covered-table-cell>${p(phone)}</table:covered-table-cell>`])), "", "a › s › B1 (covered-text)"],
    ["a number whose format shows nothing", sheet("s", row([`<table:table-cell office:value-type="string" office:string-value="${phone}"/>`])), "", "a › s › A1 (invisible-format)"],
    ["white text", sheet("s", row([cell(phone, 'table:style-name="w"')])), textStyle("w", 'fo:color="#ffffff"', "table-cell"), "a › s › A1 (invisible-format)"],
    ["a comment", sheet("s", row([cell(`<office:annotation>${p(phone)}</office:annotation>${p("x")}`)])), "", "a › s › A1 (comment)"],
    ["a text in a formula", sheet("s", row([cell("x", `table:formula="of:=IF([.B1]=1;&quot;${phone}&quot;;&quot;&quot;)"`)])), "", "a › s › A1 (hidden-text)"],
    ["what is kept of another file", sheet("'file:///x.ods'#$s", `<table:table-source xlink:href="x.ods"/>${row([phone])}`), "", "a › 'file:///x.ods'#$s › A1 (external-link-cache)"],
  ])("says where %s stands, and that it is not seen", async (_, body, automatic, expected) => {
    expect(whereIs(phone, await book(body, automatic))).toEqual([expected]);
  });

  it("says nothing of the kind of a cell in plain view", async () => {
    expect(whereIs(phone, await book(sheet("s", row(["x", phone]))))).toEqual(["a › s › B1"]);
  });

  it.each<[string, string, string]>([
    ["defined names", `<table:named-expressions><table:named-range table:name="連絡先_${phone}" table:cell-range-address="s.A1"/></table:named-expressions>`, "defined-name"],
    ["lists of validation", `<table:content-validations><table:content-validation table:condition="cell-content-is-in-list(&quot;${phone}&quot;)"/></table:content-validations>`, "hidden-text"],
    ["help of validation", `<table:content-validations><table:content-validation><table:help-message>${p(phone)}</table:help-message></table:content-validation></table:content-validations>`, "hidden-text"],
    ["filters of database ranges", `<table:database-ranges><table:database-range><table:filter><table:filter-condition table:value="${phone}"/></table:filter></table:database-range></table:database-ranges>`, "package-data"],
    ["pivot tables", `<table:data-pilot-tables><table:data-pilot-table><table:data-pilot-member table:name="${phone}"/></table:data-pilot-table></table:data-pilot-tables>`, "pivot-cache"],
    ["former contents of cells", `<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell>${p(phone)}</table:change-track-table-cell></table:previous></table:cell-content-change></table:tracked-changes>`, "deleted-revision"],
  ])("reads %s", async (_, body, concealment) => {
    expect(whereIs(phone, await book(body + sheet("s", row(["x"])))).map((one) => /\((.+)\)$/u.exec(one)?.[1])).toEqual([concealment]);
  });

  it("counts rows and columns as the sheet does, and repeats nothing that is said once", async () => {
    const read = await book(
      sheet("s", `${row(["x"], 'table:number-rows-repeated="1000000"')}<table:table-row><table:table-cell table:number-columns-repeated="5"/>${cell(phone, 'table:number-columns-repeated="1000000000"')}${cell(email)}</table:table-row>`),
    );
    expect(whereIs(phone, read)).toEqual(["a › s › F1000001"]);
    expect(whereIs(email, read)).toEqual(["a › s › XFE1000001"]);
    expect(read.tables[0].rowCount).toBe(2);
  });

  it("costs no more for a sheet that claims to be endless", async () => {
    const many = `<table:table-row table:number-rows-repeated="99999999999999999999"><table:table-cell table:number-columns-repeated="-7"/>${cell(phone)}</table:table-row>`;
    expect(whereIs(phone, await book(sheet("s", many.repeat(3))))).toHaveLength(3);
  });
});

describe("odfExtractor: slides", () => {
  const styles = '<style:style style:name="off" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style><style:page-layout><style:page-layout-properties fo:page-width="28cm" fo:page-height="21cm"/></style:page-layout>';
  const slides = (body: string, master = "") => flat("presentation", { body, automatic: styles, master });
  it.each<[string, string, string, string]>([
    ["a hidden slide", `<draw:page/><draw:page draw:style-name="off">${shape(phone)}</draw:page>`, "", "page 2 › 1:1 (hidden-slide)"],
    ["notes", `<draw:page><presentation:notes>${shape(phone)}</presentation:notes></draw:page>`, "", "page 1 › 1:1 (speaker-notes)"],
    ["a shape beside the slide", `<draw:page>${shape(phone, 'svg:x="30cm" svg:y="1cm" svg:width="5cm" svg:height="2cm"')}</draw:page>`, "", "page 1 › 1:1 (off-page)"],
    ["a hidden layer", `<draw:page>${shape(phone, 'draw:layer="l"')}</draw:page>`, '<draw:layer-set><draw:layer draw:name="l" draw:display="none"/></draw:layer-set>', "page 1 › 1:1 (hidden-layer)"],
    ["a comment", `<draw:page><office:annotation>${p(phone)}</office:annotation></draw:page>`, "", "page 1 › 1:1 (comment)"],
    ["a footer", `<presentation:footer-decl presentation:name="f">${phone}</presentation:footer-decl><draw:page/>`, "", "1:1"],
    ["a shape on the slide", `<draw:page>${shape(phone, 'svg:x="20cm" svg:y="1cm" svg:width="15cm" svg:height="2cm"')}</draw:page>`, "", "page 1 › 1:1"],
  ])("tells %s", async (_, body, master, expected) => {
    expect(whereIs(phone, await slides(body, master))).toEqual([`a › ${expected}`]);
  });
});

describe("odfExtractor: packages", () => {
  const open = (files: Parameters<typeof odf>[2], sealed?: readonly string[]) => extract(odfExtractor, odf("text", { body: p("x") }, files, sealed), "a.odt");

  it.each<[string, string, string | undefined]>([
    ["former versions", "Versions/Version1", "previous-revision"], ["thumbnails", "Thumbnails/thumbnail.png", "metadata"], ["pictures that nothing shows", "Pictures/1.png", "orphaned-part"],
    ["scripts", "Scripts/python/x.py", "package-data"], ["objects of other programs", "Object 3", "package-data"],
  ])("gives %s as artifacts", async (_, path, concealment) => {
    const { artifacts } = await open([{ name: path, content: phone }]);
    expect(artifacts.map((one) => [show(one.at), one.concealment, textOf(one)])).toEqual([[`a.odt › ${path}`, concealment, phone]]);
  });

  it("gives a picture that the text shows without a word about it", async () => {
    const { artifacts } = await extract(odfExtractor, odf("text", { body: p('<draw:frame><draw:image xlink:href="Pictures/1.png"/></draw:frame>') }, [{ name: "Pictures/1.png", content: "x" }]), "a.odt");
    expect(artifacts.map(({ concealment }) => concealment)).toEqual([undefined]);
  });

  it.each<[string, string, string]>([
    ["macros", "Basic/Standard/Module1.xml", `<script:module>Sub Main\n' ${phone}\nEnd Sub</script:module>`], ["settings of programs", "Configurations2/menubar/menubar.xml", `<m v="${phone}"/>`],
    ["lists of versions", "VersionList.xml", `<v creator="${phone}"/>`], ["signatures", "META-INF/documentsignatures.xml", `<s><X509IssuerName>${phone}</X509IssuerName></s>`],
  ])("reads %s", async (_, path, content) => {
    const found = whereIs(phone, await open([{ name: path, content }]));
    expect(found.map((one) => one.replace(/ \(.+\)$/u, ""))).toEqual([`a.odt › ${path}`]);
    expect(found[0]).toMatch(/\(/u);
  });

  it("reads an embedded sheet and the data behind a chart as tables", async () => {
    const chart = `<?xml version="1.0"?><office:document-content><office:body><office:chart><chart:chart>${sheet("local-table", row([name, phone]) + row(["a", "b"]))}</chart:chart></office:chart></office:body></office:document-content>`;
    const read = await open([{ name: "Object 1/content.xml", content: chart }]);
    expect(whereIs(phone, read)).toEqual(["a.odt › Object 1 › 1:1 › B1 (package-data)"]);
  });

  it("says that a sealed document is encrypted, and does not call it damaged", async () => {
    const { unscanned, texts } = await open([{ name: "content.xml", content: Buffer.alloc(64, 7) }], ["content.xml", "styles.xml", "meta.xml"]);
    expect([unscanned.map(({ reason }) => reason), texts]).toEqual([["encrypted"], []]);
  });

  it.each<[string, Parameters<typeof odf>[2]]>([["is no XML", [{ name: "content.xml", content: "\u0001\u0002" }]], ["fails its checksum", [{ name: "content.xml", content: "<a/>", crc: 1 }]]])("says so where the text %s", async (_, files) => {
    expect((await open(files)).unscanned.map(({ reason }) => reason)).toEqual(["corrupt"]);
  });

  it("reads both of two entries of one name, and bytes before the archive", async () => {
    const second = `<office:document-content><office:body><office:text>${p(phone)}</office:text></office:body></office:document-content>`;
    const bytes = odf("text", { body: p(email) }, [{ name: "styles.xml", content: second }, { name: "styles.xml", content: `<a>${name}</a>` }]);
    const read = await extract(odfExtractor, Buffer.concat([Buffer.from("prefix of something"), bytes]), "a.odt");
    expect([phone, email].map((needle) => whereIs(needle, read).length)).toEqual([1, 1]);
    expect(read.artifacts.map(textOf)).toContain("prefix of something");
  });
});

describe("odfExtractor: made to harm", () => {
  it.each<[string, string]>([
    ["nested tables", "<table:table><table:table-row><table:table-cell>".repeat(20_000)],
    ["nested sections", '<text:section text:display="none">'.repeat(50_000)],
    ["spans that never end", `<text:p>${"<text:span>".repeat(50_000)}x`],
    ["a cell that claims a million columns, in a text", `<table:table><table:table-row>${'<table:table-cell table:number-columns-repeated="1000000"/>'.repeat(100)}</table:table-row></table:table>`],
  ])("reads %s to the end", async (_, body) => {
    const read = await text(`${body}${p(phone)}`);
    expect(whereIs(phone, read).length).toBeGreaterThan(0);
  });

  it("takes styles that are based on each other for what they say themselves", async () => {
    const ring = '<style:style style:name="a" style:family="text" style:parent-style-name="b"/><style:style style:name="b" style:family="text" style:parent-style-name="a"/>';
    expect(whereIs(phone, await text(p(span(phone, "a")), ring))).toEqual(["a › 1:1"]);
  });
});

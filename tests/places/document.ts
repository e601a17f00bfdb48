/** One Word document with a marker in every place where a document can hold text. */
import { compoundFile } from "../support/compound.js";
import { docx, paragraph, run, table, wordType, xml } from "../support/ooxml.js";
import { packageOf } from "../support/package.js";
import { Places } from "./place.js";

const T = "application/vnd.openxmlformats-officedocument.";

export function markedDocument(): { bytes: Buffer; places: Places } {
  const places = new Places("dc");
  const m = places.mark.bind(places);
  const box = (text: string): string => `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr id="1" name="${m("name of a drawing", "property")}" descr="${m("alternative text", "property")}"/><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${paragraph(text)}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>`;
  const field = (instruction: string, result: string): string =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const body = [
    paragraph(m("paragraph")),
    table([[m("cell of a table"), "x"]]),
    paragraph(`<w:ins w:id="1" w:author="${m("who inserted text", "property")}">${run(m("inserted text"))}</w:ins>`),
    paragraph(`<w:del w:id="2" w:author="a"><w:r><w:delText>${m("deleted text", "deleted-revision")}</w:delText></w:r></w:del>`),
    paragraph(`<w:moveFrom w:id="3" w:author="a">${run(m("text moved from here", "deleted-revision"))}</w:moveFrom>`),
    paragraph(run(m("hidden text", "hidden-text"), "<w:vanish/>")),
    paragraph(run(m("hidden on the web", "hidden-text"), "<w:webHidden/><w:vanish/>")),
    paragraph(run(m("text of a hidden style", "hidden-text"), '<w:rStyle w:val="Secret"/>')),
    paragraph(run(m("white text", "invisible-format"), '<w:color w:val="FFFFFF"/>')),
    paragraph(run(m("text in the colour of its shading", "invisible-format"), '<w:color w:val="C00000"/><w:shd w:val="clear" w:fill="C00000"/>')),
    paragraph(run(m("tiny text", "invisible-format"), '<w:sz w:val="2"/>')),
    paragraph(field(` MERGEFIELD ${m("instruction of a field", "hidden-text")} `, m("result of a field"))),
    paragraph(box(m("text box"))),
    `<w:sdt><w:sdtPr><w:alias w:val="${m("title of a content control", "hidden-text")}"/><w:tag w:val="${m("tag of a content control", "hidden-text")}"/><w:dropDownList w:lastValue="${m("last choice of a content control", "hidden-text")}"><w:listItem w:displayText="${m("choice of a content control", "hidden-text")}" w:value="1"/></w:dropDownList></w:sdtPr><w:sdtContent>${paragraph(m("content control"))}</w:sdtContent></w:sdt>`,
    paragraph(`<w:bookmarkStart w:id="0" w:name="${m("bookmark", "hidden-text")}"/>`),
    paragraph(`<w:hyperlink r:id="x" w:tooltip="${m("tooltip of a link", "hidden-text")}">${run(m("text of a link"))}</w:hyperlink>`),
    paragraph(run(m("white text on white marking", "invisible-format"), '<w:color w:val="FFFFFF"/><w:highlight w:val="white"/>')),
    paragraph(run(m("letters that nothing fills", "invisible-format"), '<w14:textFill xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:noFill/></w14:textFill>')),
    `<w:tbl><w:tblPr><w:tblCaption w:val="${m("title of a table", "property")}"/><w:tblDescription w:val="${m("alternative text of a table", "property")}"/></w:tblPr><w:tr><w:tc><w:tcPr><w:cellDel w:id="8" w:author="a"/></w:tcPr>${paragraph(m("cell that was deleted", "deleted-revision"))}</w:tc></w:tr></w:tbl>`,
    paragraph(`<w:permStart w:id="9" w:ed="${m("account that may edit", "property")}"/>`),
    paragraph(`<w:smartTag w:element="PersonName"><w:smartTagPr><w:attr w:name="n" w:val="${m("property of a smart tag", "hidden-text")}"/></w:smartTagPr>${run("x")}</w:smartTag>`),
    paragraph(`<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="${m("name of a form field", "hidden-text")}"/><w:helpText w:val="${m("help of a form field", "hidden-text")}"/><w:textInput><w:default w:val="${m("default of a form field", "hidden-text")}"/></w:textInput></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`),
    paragraph(`<w:r><w:pict><v:shape><v:textpath string="${m("WordArt")}"/></v:shape></w:pict></w:r>`),
    paragraph(`<w:r><w:ruby><w:rt>${run(m("reading (ruby)"))}</w:rt><w:rubyBase>${run("字")}</w:rubyBase></w:ruby></w:r>`),
    "<w:sectPr/>",
  ].join("");
  const story = (root: string, text: string): string => xml(root, paragraph(text));
  const chart = `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>${m("title of a chart")}</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser><c:cat><c:strRef><c:f>S</c:f><c:strCache><c:pt idx="0"><c:v>${m("values a chart keeps")}</c:v></c:pt></c:strCache></c:strRef></c:cat></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>`;
  const bytes = docx(body, [
    { path: "word/header1.xml", relationship: "header", contentType: wordType("header"), content: story("w:hdr", m("header")) },
    { path: "word/footer1.xml", relationship: "footer", contentType: wordType("footer"), content: story("w:ftr", m("footer")) },
    { path: "word/footnotes.xml", relationship: "footnotes", contentType: wordType("footnotes"), content: xml("w:footnotes", `<w:footnote w:id="2">${paragraph(m("footnote"))}</w:footnote>`) },
    { path: "word/endnotes.xml", relationship: "endnotes", contentType: wordType("endnotes"), content: xml("w:endnotes", `<w:endnote w:id="2">${paragraph(m("endnote"))}</w:endnote>`) },
    { path: "word/comments.xml", relationship: "comments", contentType: wordType("comments"), content: xml("w:comments", `<w:comment w:id="0" w:author="${m("author of a comment", "property")}">${paragraph(m("comment", "comment"))}</w:comment>`) },
    { path: "word/people.xml", relationship: "http://schemas.microsoft.com/office/2011/relationships/people", contentType: wordType("people"), content: `<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="${m("person of a comment", "property")}"/></w15:people>` },
    { path: "word/styles.xml", relationship: "styles", contentType: wordType("styles"), content: xml("w:styles", '<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>') },
    {
      path: "word/settings.xml", relationship: "settings", contentType: wordType("settings"),
      content: xml("w:settings", `<w:mailMerge><w:connectString w:val="${m("source of a mail merge", "package-data")}"/><w:query w:val="${m("query of a mail merge", "package-data")}"/></w:mailMerge><w:docVars><w:docVar w:name="v" w:val="${m("document variable", "package-data")}"/></w:docVars>`),
    },
    { path: "word/glossary/document.xml", relationship: "glossaryDocument", contentType: wordType("document.glossary"), content: xml("w:glossaryDocument", `<w:docParts><w:docPart><w:docPartPr><w:name w:val="${m("name of a building block", "package-data")}"/><w:description w:val="${m("description of a building block", "package-data")}"/></w:docPartPr><w:docPartBody>${paragraph(m("building block (glossary)", "package-data"))}</w:docPartBody></w:docPart></w:docParts>`) },
    { path: "word/inserted.html", relationship: "aFChunk", contentType: "text/html", content: `<html><body><p>${m("page inserted as a whole (altChunk)")}</p></body></html>` },
    { path: "word/diagrams/data1.xml", relationship: "diagramData", contentType: `${T}drawingml.diagramData+xml`, content: `<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>${m("SmartArt")}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>` },
    { path: "word/ink/ink1.xml", relationship: "customXml", contentType: "application/inkml+xml", content: `<inkml:ink xmlns:inkml="http://www.w3.org/2003/InkML"><inkml:annotation>${m("note of ink", "package-data")}</inkml:annotation></inkml:ink>` },
    { path: "word/charts/chart1.xml", relationship: "chart", contentType: `${T}drawingml.chart+xml`, content: chart },
    {
      path: "word/embeddings/workbook1.xlsx", relationship: "package", contentType: `${T}spreadsheetml.sheet`,
      content: packageOf({ sheets: [{ name: "S", rows: `<row r="1"><c r="A1" t="inlineStr"><is><t>${m("workbook behind a chart", "package-data")}</t></is></c></row>` }] }),
    },
    { path: "word/embeddings/oleObject1.bin", relationship: "oleObject", contentType: `${T}oleObject`, content: compoundFile({ CONTENTS: Buffer.from(m("embedded object", "package-data").padEnd(64)) }) },
    { path: "word/numbering.xml", relationship: "numbering", contentType: wordType("numbering"), content: xml("w:numbering", `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="${m("text of a numbering", "package-data")} %1."/></w:lvl></w:abstractNum>`) },
    { path: "word/attachedTemplate", relationship: "attachedTemplate", content: "" },
    { path: "customXml/item1.xml", relationship: "customXml", content: `<data><name>${m("data bound to content controls (custom XML)", "package-data")}</name></data>` },
    { path: "docProps/core.xml", owner: "", relationship: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", contentType: "application/vnd.openxmlformats-package.core-properties+xml", content: `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${m("author", "property")}</dc:creator><cp:lastModifiedBy>${m("who saved it last", "property")}</cp:lastModifiedBy></cp:coreProperties>` },
    { path: "docProps/app.xml", owner: "", relationship: "extended-properties", contentType: `${T}extended-properties+xml`, content: `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Template>${m("path of the template", "property")}</Template><Company>${m("company", "property")}</Company></Properties>` },
    { path: "word/left-over.xml", content: `<data>${m("part that nothing leads to", "orphaned-part")}</data>` },
  ], { zipOptions: { prefix: Buffer.from(`left here: ${m("bytes before the package", "orphaned-part")}`), comment: m("comment of the zip file", "metadata") } });
  return { bytes, places };
}

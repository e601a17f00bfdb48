/** One presentation with a marker in every place where a presentation can hold text. */
import { packageOf } from "../support/package.js";
import { pptx, slideType, xml } from "../support/ooxml.js";
import { Places } from "./place.js";

const T = "application/vnd.openxmlformats-officedocument.";
const EMU = 914_400;

export function markedPresentation(): { bytes: Buffer; places: Places } {
  const places = new Places("pr");
  const m = places.mark.bind(places);
  const body = (text: string, properties = ""): string => `<p:txBody><a:p><a:r><a:rPr>${properties}</a:rPr><a:t>${text}</a:t></a:r></a:p></p:txBody>`;
  const at = (x: number, y: number, width: number, height: number, fill = ""): string =>
    `<p:spPr><a:xfrm><a:off x="${x * EMU}" y="${y * EMU}"/><a:ext cx="${width * EMU}" cy="${height * EMU}"/></a:xfrm>${fill}</p:spPr>`;
  const shape = (text: string, place = "", attributes = ""): string => `<p:sp><p:nvSpPr><p:cNvPr id="2" name="s"${attributes}/></p:nvSpPr>${place}${text}</p:sp>`;
  const slide = (shapes: string, attributes = "", name = ""): string => xml(`p:sld${attributes}`, `<p:cSld name="${name}"><p:spTree>${shapes}</p:spTree></p:cSld>`);
  const first = slide([
    shape(body(m("text of a slide")), at(1, 1, 3, 1)),
    shape(body(m("text beside the slide", "off-page")), at(40, 1, 3, 1)),
    shape(body(m("text under a picture or an opaque shape", "covered-text")), at(1, 3, 2, 1)),
    shape("", at(0, 2.5, 5, 3, '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>')),
    shape(body(m("hidden shape", "hidden-text")), at(6, 1, 2, 1), ' hidden="1"'),
    shape(body(m("tiny text", "invisible-format")).replace("<a:rPr>", '<a:rPr sz="100">'), at(6, 3, 2, 1)),
    `<p:pic><p:nvPicPr><p:cNvPr id="5" name="p" descr="${m("alternative text", "property")}"/></p:nvPicPr></p:pic>`,
    `<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr><a:tc><a:txBody><a:p><a:r><a:t>${m("cell of a table")}</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>`,
    `<p:grpSp>${shape(body(m("shape in a group")))}</p:grpSp>`,
    shape(body(m("letters that nothing fills", "invisible-format"), "<a:noFill/>"), at(6, 5, 2, 1)),
  ].join(""), "", m("name of a slide", "property"));
  const bytes = pptx([first, slide(shape(body(m("hidden slide", "hidden-slide"))), ' show="0"')], [
    { path: "ppt/notesSlides/notesSlide1.xml", owner: "ppt/slides/slide1.xml", relationship: "notesSlide", contentType: slideType("notesSlide"), content: xml("p:notes", `<p:cSld><p:spTree>${shape(body(m("speaker notes", "speaker-notes")))}</p:spTree></p:cSld>`) },
    { path: "ppt/comments/comment1.xml", owner: "ppt/slides/slide1.xml", relationship: "comments", contentType: slideType("comments"), content: xml("p:cmLst", `<p:cm authorId="0"><p:text>${m("comment", "comment")}</p:text></p:cm>`) },
    { path: "ppt/commentAuthors.xml", relationship: "commentAuthors", contentType: slideType("commentAuthors"), content: xml("p:cmAuthorLst", `<p:cmAuthor id="0" name="${m("author of a comment", "property")}" initials="x"/>`) },
    { path: "ppt/slideMasters/slideMaster1.xml", relationship: "slideMaster", contentType: slideType("slideMaster"), content: xml("p:sldMaster", `<p:cSld><p:spTree>${shape(body(m("text of a master")))}</p:spTree></p:cSld>`) },
    { path: "ppt/slideLayouts/slideLayout1.xml", owner: "ppt/slideMasters/slideMaster1.xml", relationship: "slideLayout", contentType: slideType("slideLayout"), content: xml("p:sldLayout", `<p:cSld><p:spTree>${shape(body(m("text of a layout")))}</p:spTree></p:cSld>`) },
    { path: "ppt/notesMasters/notesMaster1.xml", relationship: "notesMaster", contentType: slideType("notesMaster"), content: xml("p:notesMaster", `<p:cSld><p:spTree>${shape(body(m("text of the notes master", "package-data")))}</p:spTree></p:cSld>`) },
    { path: "ppt/charts/chart1.xml", owner: "ppt/slides/slide1.xml", relationship: "chart", contentType: `${T}drawingml.chart+xml`, content: `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:barChart><c:ser><c:cat><c:strRef><c:f>S</c:f><c:strCache><c:pt idx="0"><c:v>${m("values a chart keeps")}</c:v></c:pt></c:strCache></c:strRef></c:cat></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>` },
    {
      path: "ppt/embeddings/workbook1.xlsx", owner: "ppt/charts/chart1.xml", relationship: "package", contentType: `${T}spreadsheetml.sheet`,
      content: packageOf({ sheets: [{ name: "S", rows: `<row r="1"><c r="A1" t="inlineStr"><is><t>${m("workbook behind a chart", "package-data")}</t></is></c></row>` }] }),
    },
    { path: "ppt/slides/slide9.xml", contentType: slideType("slide"), content: slide(shape(body(m("slide that the presentation does not list", "orphaned-part")))) },
    { path: "ppt/tags/tag1.xml", owner: "ppt/slides/slide1.xml", relationship: "tags", contentType: slideType("tags"), content: xml("p:tagLst", `<p:tag name="x" val="${m("tag", "package-data")}"/>`) },
    { path: "docProps/core.xml", owner: "", relationship: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", contentType: "application/vnd.openxmlformats-package.core-properties+xml", content: `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${m("author", "property")}</dc:creator></cp:coreProperties>` },
    { path: "ppt/presProps.xml", relationship: "presProps", contentType: slideType("presProps"), content: xml("p:presentationPr", `<p:htmlPubPr title="${m("title of a page it was published as", "package-data")}"/>`) },
    { path: "ppt/diagrams/data1.xml", owner: "ppt/slides/slide1.xml", relationship: "diagramData", contentType: `${T}drawingml.diagramData+xml`, content: `<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst><dgm:pt><dgm:prSet phldrT="${m("placeholder of SmartArt", "package-data")}"/><dgm:t><a:p><a:r><a:t>${m("SmartArt")}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>` },
    { path: "ppt/changesInfos/changesInfo1.xml", relationship: "http://schemas.microsoft.com/office/2016/11/relationships/changesInfo", contentType: "application/vnd.ms-powerpoint.changesinfo+xml", content: `<pc:chgInfo xmlns:pc="http://schemas.microsoft.com/office/powerpoint/2013/main/command"><pc:chgData name="${m("who changed slides", "package-data")}"/></pc:chgInfo>` },
    { path: "ppt/left-over.xml", content: `<data>${m("part that nothing leads to", "orphaned-part")}</data>` },
  ]);
  return { bytes, places };
}

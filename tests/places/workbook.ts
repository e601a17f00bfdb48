/** One workbook with a marker in every place where a workbook can hold text. */
import { compoundFile } from "../support/compound.js";
import { zip } from "../support/archives.js";
import { docx, paragraph } from "../support/ooxml.js";
import { packageOf, relationship } from "../support/package.js";
import { vbaProject } from "../support/vba.js";
import { Places } from "./place.js";

const T = "application/vnd.openxmlformats-officedocument.";
const SHEET_ML = `${T}spreadsheetml.`;
const S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const XDR = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"';

const cell = (ref: string, text: string, style = 0): string => `<c r="${ref}" s="${style}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (n: number, cells: string, attributes = ""): string => `<row r="${n}"${attributes}>${cells}</row>`;
const anchor = (from: [column: number, row: number], to: [column: number, row: number], content: string): string =>
  `<xdr:twoCellAnchor><xdr:from><xdr:col>${from[0]}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${from[1]}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>${to[0]}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${to[1]}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>${content}<xdr:clientData/></xdr:twoCellAnchor>`;
const shape = (name: string, text: string, properties = ""): string =>
  `<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="${name}"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr>${properties}</xdr:spPr>${text === "" ? "" : `<xdr:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></xdr:txBody>`}</xdr:sp>`;

/** @param isTidy without bytes around the package, which keep other readers from opening it */
export function markedWorkbook(isTidy = false): { bytes: Buffer; places: Places } {
  const places = new Places("wb");
  const m = places.mark.bind(places);
  const rows = [
    row(1, cell("A1", m("cell")) + cell("C1", m("hidden column", "hidden-column")) + cell("D1", m("column of hair width", "hidden-column"))),
    row(2, cell("A2", m("hidden row", "hidden-row")), ' hidden="1"'),
    row(3, cell("A3", m("row of no height", "hidden-row")), ' ht="0" customHeight="1"'),
    row(4, cell("A4", m("row of hair height", "hidden-row")), ' ht="0.75" customHeight="1"'),
    row(5, cell("A5", m("row collapsed in an outline", "hidden-row")), ' hidden="1" outlineLevel="1"'),
    row(6, cell("A6", m("row filtered out", "hidden-row")), ' hidden="1"'),
    row(7, cell("A7", m("white text", "invisible-format"), 1)),
    row(8, cell("A8", m("text in the colour of its background", "invisible-format"), 2)),
    row(9, `<c r="A9" s="3" t="str"><v>${m("number format ;;;", "invisible-format")}</v></c>`),
    row(10, cell("A10", m("tiny font", "invisible-format"), 4)),
    row(11, cell("A11", m("text behind a picture or an opaque shape", "covered-text"))),
    row(12, `<c r="A12" t="str"><f>IF(B1="","${m("text in a formula", "package-data")}","")</f><v></v></c>`),
    row(13, `<c r="A13" t="str"><v>${m("result of a formula")}</v></c>`),
    row(14, `<c r="A14" t="s"><v>0</v></c>${cell("H14", m("cell outside the print area", "outside-print-area"))}`),
    row(15, cell("A15", m("white by a conditional format", "invisible-format"))),
    row(900_000, cell("XFD900000", m("cell far from all others"))),
  ].join("");
  const strings = [
    `<t>山田</t><rPh sb="0" eb="2"><t>${m("reading (furigana) of a cell", "package-data")}</t></rPh>`,
    `<t>${m("string that no cell uses any more", "orphaned-part")}</t>`,
  ];
  const legacy = "xl/drawings/vmlDrawing1.vml";
  const embedded = docx(paragraph(m("document embedded in the workbook", "package-data")));
  const oleDocument = compoundFile({ "\u0001Ole10Native": oleNative("note.txt", m("file in an OLE package", "package-data")) });
  const mashup = dataMashup(m("Power Query", "package-data"));
  const bytes = packageOf({
    sheets: [
      {
        name: "Sheet1", rows,
        before: '<sheetPr/><cols><col min="3" max="3" width="9" hidden="1"/><col min="4" max="4" width="0.08" customWidth="1"/></cols>',
        after: [
          '<autoFilter ref="A5:A6"><filterColumn colId="0"><customFilters><customFilter val="', m("criterion of a filter", "package-data"), '"/></customFilters></filterColumn></autoFilter>',
          `<scenarios current="0"><scenario name="${m("scenario's name", "package-data")}" comment="${m("scenario's comment", "package-data")}" count="1"><inputCells r="A1" val="${m("scenario's value", "package-data")}"/></scenario></scenarios>`,
          `<customSheetViews><customSheetView guid="{00000000-0000-0000-0000-000000000001}"><headerFooter><oddHeader>${m("header of a custom view")}</oddHeader></headerFooter></customSheetView></customSheetViews>`,
          `<conditionalFormatting sqref="A1"><cfRule type="containsText" priority="1" text="${m("conditional format", "package-data")}"/></conditionalFormatting>`,
          '<conditionalFormatting sqref="A15:B16"><cfRule type="expression" dxfId="0" priority="2"><formula>LEN(A15)&gt;0</formula></cfRule></conditionalFormatting>',
          `<dataValidations count="1"><dataValidation type="list" sqref="B1" prompt="${m("prompt of a validation")}"><formula1>"${m("list of a validation")}"</formula1></dataValidation></dataValidations>`,
          `<hyperlinks><hyperlink ref="A1" r:id="link" tooltip="${m("tooltip of a link", "package-data")}"/></hyperlinks>`,
          `<headerFooter><oddHeader>&amp;C${m("header")}</oddHeader><oddFooter>&amp;R${m("footer")}</oddFooter></headerFooter>`,
          '<drawing r:id="drawing"/><legacyDrawing r:id="legacy"/>',
        ].join(""),
        relationships: [
          relationship("link", "hyperlink", `mailto:${m("address of a link", "package-data")}@provider.example`, true),
          relationship("drawing", "drawing", "../drawings/drawing1.xml"), relationship("legacy", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
          relationship("comments", "comments", "../comments1.xml"), relationship("threads", "threadedComment", "../threadedComments/threadedComment1.xml"),
          relationship("pivot", "pivotTable", "../pivotTables/pivotTable1.xml"), relationship("query", "queryTable", "../queryTables/queryTable1.xml"),
          relationship("printer", "printerSettings", "../printerSettings/printerSettings1.bin"), relationship("embedded", "package", "../embeddings/document1.docx"),
          relationship("ole", "oleObject", "../embeddings/oleObject1.bin"), relationship("slicer", "slicer", "../slicers/slicer1.xml"), relationship("timeline", "timeline", "../timelines/timeline1.xml"),
        ].join(""),
      },
      { name: "Hidden", state: "hidden", rows: row(1, cell("A1", m("hidden sheet", "hidden-sheet"))) },
      { name: "VeryHidden", state: "veryHidden", rows: row(1, cell("A1", m("very hidden sheet", "very-hidden-sheet"))) },
      { name: "Orphan", orphaned: true, rows: row(1, cell("A1", m("sheet that the workbook does not list", "orphaned-part"))) },
      { name: m("name of a sheet"), rows: "" },
    ],
    strings,
    styles: [
      '<numFmts count="2"><numFmt numFmtId="164" formatCode=";;;"/><numFmt numFmtId="165" formatCode="&quot;@&quot;0"/></numFmts>'.replace("@", m("text in a number format", "package-data")),
      '<fonts count="4"><font><sz val="11"/></font><font><color rgb="FFFFFFFF"/></font><font><color rgb="FFC00000"/></font><font><sz val="1"/></font></fonts>',
      '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFC00000"/></patternFill></fill></fills>',
      '<cellXfs count="5"><xf/><xf fontId="1" fillId="0"/><xf fontId="2" fillId="2"/><xf numFmtId="164"/><xf fontId="3"/></cellXfs>',
      `<dxfs count="1"><dxf><font><color theme="0"/></font></dxf></dxfs><tableStyles><tableStyle name="${m("name of a table style", "package-data")}"/></tableStyles>`,
    ].join(""),
    workbook: `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Sheet1!$A$1:$D$15,Sheet1!$XFD$900000</definedName><definedName name="list">"${m("defined name", "defined-name")}"</definedName><definedName name="secret" hidden="1" comment="${m("comment of a hidden defined name", "defined-name")}">1</definedName></definedNames><fileSharing userName="${m("who keeps the file locked", "package-data")}"/>`,
    workbookRelationships: [
      relationship("cache", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"), relationship("external", "externalLink", "externalLinks/externalLink1.xml"),
      relationship("connections", "connections", "connections.xml"), relationship("persons", "person", "persons/person.xml"), relationship("macros", "vbaProject", "vbaProject.bin"),
      relationship("custom", "customXml", "../customXml/item1.xml"), relationship("mashup", "customXml", "../customXml/item2.xml"), relationship("revisions", "revisionHeaders", "revisions/revisionHeaders.xml"),
      relationship("slicerCache", "slicerCache", "slicerCaches/slicerCache1.xml"), relationship("macrosheet", "xlMacrosheet", "macrosheets/sheet1.xml"), relationship("users", "usernames", "revisions/userNames.xml"),
    ].join(""),
    rootRelationships: relationship("core", "core-properties", "docProps/core.xml") + relationship("app", "extended-properties", "docProps/app.xml") + relationship("own", "custom-properties", "docProps/custom.xml") + relationship("thumb", "thumbnail", "docProps/thumbnail.txt"),
    parts: [
      { path: "xl/comments1.xml", type: `${SHEET_ML}comments+xml`, content: `<comments ${S}><authors><author>${m("author of a comment", "comment")}</author></authors><commentList><comment ref="A1" authorId="0"><text><t>${m("comment", "comment")}</t></text></comment></commentList></comments>` },
      { path: "xl/threadedComments/threadedComment1.xml", type: "application/vnd.ms-excel.threadedcomments+xml", content: `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A1" personId="{1}" id="{2}"><text>${m("threaded comment", "comment")}</text></threadedComment></ThreadedComments>` },
      { path: "xl/persons/person.xml", type: "application/vnd.ms-excel.person+xml", content: `<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="${m("person of a threaded comment", "property")}" id="{1}" userId="x"/></personList>` },
      {
        path: "xl/drawings/drawing1.xml", type: `${T}drawing+xml`,
        content: `<xdr:wsDr ${XDR} ${A} ${R}>${anchor([0, 10], [1, 11], shape("cover", "", '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'))}${anchor([5, 1], [8, 4], shape("box", m("text box")))}${anchor([5, 5], [8, 9], `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="4" name="Picture" descr="${m("alternative text")}" title="${m("title of a picture")}"/></xdr:nvPicPr></xdr:pic>`)}${anchor([5, 10], [8, 12], '<xdr:graphicFrame><a:graphic><a:graphicData uri="x"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="chart"/></a:graphicData></a:graphic></xdr:graphicFrame>')}</xdr:wsDr>`,
      },
      { path: "xl/drawings/_rels/drawing1.xml.rels", content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship("chart", "chart", "../charts/chart1.xml")}</Relationships>` },
      { path: "xl/charts/chart1.xml", type: `${T}drawingml.chart+xml`, content: `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ${A} ${R}><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>${m("title of a chart")}</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser><c:cat><c:strRef><c:f>Sheet9!A1</c:f><c:strCache><c:pt idx="0"><c:v>${m("values a chart keeps")}</c:v></c:pt></c:strCache></c:strRef></c:cat></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>` },
      { path: legacy, type: `${T}vmlDrawing`, content: `<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><div>${m("text of a form control or WordArt")}</div></v:textbox></v:shape></xml>` },
      { path: "xl/pivotTables/pivotTable1.xml", type: `${SHEET_ML}pivotTable+xml`, content: `<pivotTableDefinition ${S} name="p" dataCaption="${m("caption of a pivot table", "pivot-cache")}"/>` },
      { path: "xl/pivotCache/pivotCacheDefinition1.xml", type: `${SHEET_ML}pivotCacheDefinition+xml`, content: `<pivotCacheDefinition ${S} ${R} r:id="records" refreshedBy="${m("who refreshed a pivot cache", "pivot-cache")}"><cacheFields count="2"><cacheField name="氏名"><sharedItems><s v="${m("item of a pivot cache", "pivot-cache")}"/></sharedItems></cacheField><cacheField name="備考"/></cacheFields></pivotCacheDefinition>` },
      { path: "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels", content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship("records", "pivotCacheRecords", "pivotCacheRecords1.xml")}</Relationships>` },
      { path: "xl/pivotCache/pivotCacheRecords1.xml", type: `${SHEET_ML}pivotCacheRecords+xml`, content: `<pivotCacheRecords ${S} count="1"><r><x v="0"/><s v="${m("record of a pivot cache", "pivot-cache")}"/></r></pivotCacheRecords>` },
      { path: "xl/externalLinks/externalLink1.xml", type: `${SHEET_ML}externalLink+xml`, content: `<externalLink ${S} ${R}><externalBook r:id="book"><sheetNames><sheetName val="${m("sheet name of a linked workbook", "external-link-cache")}"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1" t="str"><v>${m("values of a linked workbook", "external-link-cache")}</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>` },
      { path: "xl/externalLinks/_rels/externalLink1.xml.rels", content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship("book", "externalLinkPath", `file:///C:/Users/${m("path of a linked workbook", "hidden-text")}/list.xlsx`, true)}</Relationships>` },
      { path: "xl/connections.xml", type: `${SHEET_ML}connections+xml`, content: `<connections ${S}><connection id="1" name="c" description="${m("data connection", "package-data")}" type="1"><dbPr connection="Provider=X;User ID=${m("user of a data connection", "package-data")}" command="select"/></connection></connections>` },
      { path: "xl/queryTables/queryTable1.xml", type: `${SHEET_ML}queryTable+xml`, content: `<queryTable ${S} name="${m("query table", "package-data")}"/>` },
      { path: "xl/slicers/slicer1.xml", type: "application/vnd.ms-excel.slicer+xml", content: `<slicers xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><slicer name="s" caption="${m("slicer", "package-data")}"/></slicers>` },
      { path: "xl/slicerCaches/slicerCache1.xml", type: "application/vnd.ms-excel.slicercache+xml", content: `<slicerCacheDefinition xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" name="${m("slicer cache", "package-data")}"/>` },
      { path: "xl/timelines/timeline1.xml", type: "application/vnd.ms-excel.timeline+xml", content: `<timelines xmlns="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><timeline name="t" caption="${m("timeline", "package-data")}"/></timelines>` },
      { path: "xl/macrosheets/sheet1.xml", type: "application/vnd.ms-excel.macrosheet+xml", content: `<xm:macrosheet xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" ${S}><sheetData>${row(1, cell("A1", m("Excel 4 macro sheet", "orphaned-part")))}</sheetData></xm:macrosheet>` },
      { path: "xl/revisions/revisionHeaders.xml", type: `${SHEET_ML}revisionHeaders+xml`, content: `<headers ${S} ${R} guid="{1}"><header guid="{1}" dateTime="2026-01-01T00:00:00Z" maxSheetId="2" userName="${m("who changed a shared workbook", "package-data")}" r:id="log"/></headers>` },
      { path: "xl/revisions/_rels/revisionHeaders.xml.rels", content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship("log", "revisionLog", "revisionLog1.xml")}</Relationships>` },
      { path: "xl/revisions/revisionLog1.xml", type: `${SHEET_ML}revisionLog+xml`, content: `<revisions ${S}><rcc rId="1" sId="1"><oc r="A1" t="inlineStr"><is><t>${m("old value in a revision log", "package-data")}</t></is></oc><nc r="A1"/></rcc></revisions>` },
      { path: "xl/revisions/userNames.xml", type: `${SHEET_ML}userNames+xml`, content: `<users ${S}><userInfo guid="{1}" name="${m("user of a shared workbook", "package-data")}" id="1" dateTime="2026-01-01T00:00:00Z"/></users>` },
      { path: "customXml/item1.xml", content: `<data><name>${m("custom XML", "package-data")}</name></data>` },
      { path: "customXml/item2.xml", content: `<DataMashup xmlns="http://schemas.microsoft.com/DataMashup">${mashup}</DataMashup>` },
      { path: "docProps/core.xml", type: "application/vnd.openxmlformats-package.core-properties+xml", content: `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${m("author", "property")}</dc:creator><cp:lastModifiedBy>${m("who saved it last", "property")}</cp:lastModifiedBy></cp:coreProperties>` },
      { path: "docProps/app.xml", type: `${T}extended-properties+xml`, content: `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Manager>${m("manager", "property")}</Manager><TitlesOfParts><vt:vector xmlns:vt="x"><vt:lpstr>${m("names of parts, old ones too", "property")}</vt:lpstr></vt:vector></TitlesOfParts></Properties>` },
      { path: "docProps/custom.xml", type: `${T}custom-properties+xml`, content: `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property pid="2" name="${m("name of a custom property", "property")}"><vt:lpwstr xmlns:vt="x">${m("custom property", "property")}</vt:lpwstr></property></Properties>` },
      { path: "docProps/thumbnail.txt", content: m("thumbnail", "package-data") },
      { path: "xl/printerSettings/printerSettings1.bin", type: `${SHEET_ML}printerSettings`, content: Buffer.concat([Buffer.alloc(16), Buffer.from(m("printer settings", "package-data"), "utf16le"), Buffer.alloc(64)]) },
      { path: "xl/embeddings/document1.docx", type: `${T}wordprocessingml.document`, content: embedded },
      { path: "xl/embeddings/oleObject1.bin", type: `${T}oleObject`, content: oleDocument },
      { path: "xl/vbaProject.bin", type: "application/vnd.ms-office.vbaProject", content: compoundFile(vbaProject(m("macro: strings and comments", "package-data"))) },
      { path: "xl/left-over.xml", content: `<data>${m("part that nothing leads to", "orphaned-part")}</data>` },
      { path: "xl/duplicate.xml", content: `<data>${m("first of two entries of one name", "orphaned-part")}</data>` },
      { path: "xl/duplicate.xml", content: `<data>${m("second of two entries of one name", "orphaned-part")}</data>` },
    ],
    zip: isTidy ? {} : { prefix: Buffer.from(`left here: ${m("bytes before the package", "orphaned-part")}\n`), suffix: Buffer.from(`\nleft there: ${m("bytes behind the package", "orphaned-part")}`), comment: m("comment of the zip file", "metadata") },
  });
  return { bytes, places };
}

/** [MS-OLEDS] 2.3.6, and inside it the packager's record: label, path, and the file. */
function oleNative(name: string, text: string): Buffer {
  const file = Buffer.from(text);
  const head = Buffer.from(`\u0002\0${name}\0C:\\${name}\0\0\0\u0003\0`, "latin1");
  const temporary = Buffer.from(`C:\\${name}\0`, "latin1");
  const body = Buffer.concat([head, uint32(temporary.length), temporary, uint32(file.length), file]);
  return Buffer.concat([uint32(body.length), body]);
}

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** [MS-QDEFF] 2.2: version, then the length of a package with the query's source and the package itself; in Base64. */
function dataMashup(text: string): string {
  const parts = zip([{ name: "Formulas/Section1.m", content: `section Section1; shared q = "${text}";` }]);
  return Buffer.concat([uint32(0), uint32(parts.length), parts, uint32(0)]).toString("base64");
}

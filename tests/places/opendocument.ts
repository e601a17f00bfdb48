/** OpenDocument files with a marker in every place that can hold text. */
import { cell, odf, type OdfParts, p, row, sheet, span, textStyle } from "../support/odf.js";
import { marked, type MarkedFile, type Places } from "./place.js";

type Mark = Places["mark"];

const graphic = (name: string, properties: string): string => `<style:style style:name="${name}" style:family="graphic"><style:graphic-properties ${properties}/></style:style>`;
const style = (name: string, family: string, properties: string): string => `<style:style style:name="${name}" style:family="${family}">${properties}</style:style>`;
const OPAQUE = graphic("opaque", 'draw:fill="solid" draw:fill-color="#000000"');
const TEXT_STYLES =
  textStyle("hidden", 'text:display="none"') + textStyle("white", 'fo:color="#ffffff"') + textStyle("tiny", 'fo:font-size="1pt" style:font-size-asian="1pt"') +
  textStyle("red", 'fo:color="#c00000" fo:background-color="#c00000"') + textStyle("clear", 'fo:color="#000000" loext:opacity="0%"');
const change = (m: Mark): string => `<office:change-info><dc:creator>${m("author of a change", "property")}</dc:creator></office:change-info>`;
const comment = (m: Mark): string => `<office:annotation><dc:creator>${m("author of a comment", "property")}</dc:creator>${p(m("comment", "comment"))}</office:annotation>`;
const metadata = (m: Mark): string => `<meta:initial-creator>${m("author", "property")}</meta:initial-creator><dc:creator>${m("who saved it last", "property")}</dc:creator><meta:printed-by>${m("who printed it", "property")}</meta:printed-by><meta:template xlink:href="${m("path of the template", "property")}"/><meta:user-defined meta:name="n">${m("custom property", "property")}</meta:user-defined>`;
const events = (m: Mark): string => `<office:scripts><office:script>${m("macro in the document", "package-data")}</office:script></office:scripts>`;

/** What any package may hold beside its document. */
const beside = (m: Mark) => [
  { name: "Basic/Standard/Module1.xml", content: `<script:module xmlns:script="x">' ${m("macro: strings and comments", "package-data")}</script:module>` },
  { name: "Configurations2/accelerator/current.xml", content: `<a b="${m("settings of the program", "package-data")}"/>` },
  { name: "Object 1/content.xml", content: `<office:document-content xmlns:office="x" xmlns:text="y"><office:body><office:text><text:p>${m("embedded document", "package-data")}</text:p></office:text></office:body></office:document-content>` },
  { name: "settings.xml", content: `<office:document-settings xmlns:office="x" xmlns:config="y"><office:settings><config:config-item config:name="PrinterSetup" config:type="base64Binary">${Buffer.from(`\0\0printer of ${m("printer settings", "package-data")}\0`).toString("base64")}</config:config-item></office:settings></office:document-settings>` },
];

const ods = marked("workbook (ods)", "marked.ods", (m) => {
  const automatic = TEXT_STYLES + OPAQUE +
    style("off", "table", '<style:table-properties table:display="false"/>') + textStyle("w", 'fo:color="#ffffff"', "table-cell") +
    style("same", "table-cell", '<style:table-cell-properties fo:background-color="#00aa00"/><style:text-properties fo:color="#00aa00"/>') +
    textStyle("small", 'fo:font-size="1pt" style:font-size-asian="1pt"', "table-cell") + style("hair", "table-column", '<style:table-column-properties style:column-width="0.1mm"/>') +
    style("low", "table-row", '<style:table-row-properties style:row-height="0.1mm"/>') + style("c", "table-column", '<style:table-column-properties style:column-width="2cm"/>') + style("r", "table-row", '<style:table-row-properties style:row-height="1cm"/>') +
    `<number:number-style style:name="worded"><number:text>${m("text in a number format", "package-data")}</number:text></number:number-style>` + style("named", "table-cell", "").replace("style:family", `style:display-name="${m("name of a style", "package-data")}" style:family`) +
    '<number:text-style style:name="none"/>' + style("blank", "table-cell", "").replace("style:family", 'style:data-style-name="none" style:family');
  const cover = '<table:shapes><draw:rect draw:style-name="opaque" svg:x="0cm" svg:y="0cm" svg:width="2cm" svg:height="1cm"/></table:shapes>';
  const rows = [
    row([m("cell under a shape", "covered-text"), m("cell"), cell(`<office:annotation><dc:creator>${m("author of a comment", "property")}</dc:creator>${p(m("comment", "comment"))}</office:annotation>${p("x")}`), m("hidden column", "hidden-column"), m("column of hair width", "hidden-column")], 'table:style-name="r"'),
    row([m("hidden row", "hidden-row")], 'table:visibility="collapse"'), row([m("row filtered out", "hidden-row")], 'table:visibility="filter"'), row([m("row of hair height", "hidden-row")], 'table:style-name="low"'),
    row([cell(m("white text", "invisible-format"), 'table:style-name="w"')]), row([cell(m("text in the colour of its background", "invisible-format"), 'table:style-name="same"')]),
    row([m("text in the colour of its row's background", "invisible-format")], 'table:default-cell-style-name="same"'), row([cell(m("tiny font", "invisible-format"), 'table:style-name="small"')]),
    row([cell(p(`x ${span(m("white word in a cell", "invisible-format"), "white")}`))]), row([cell(m("number format that shows nothing", "invisible-format"), 'table:style-name="blank"')]),
    row(["x", `<table:covered-table-cell>${p(m("cell under a merged one", "covered-text"))}</table:covered-table-cell>`]),
    row([cell("x", `table:formula="of:=IF([.B1];&quot;${m("text in a formula", "hidden-text")}&quot;)"`)]), row([cell(p(`<text:a xlink:href="tel:${m("address of a link", "hidden-text")}">x</text:a>`))]),
    row([`<table:table-cell><draw:frame><draw:text-box>${p(m("text box"))}</draw:text-box></draw:frame><draw:frame draw:name="${m("name of a picture", "property")}"><svg:desc>${m("alternative text", "property")}</svg:desc></draw:frame></table:table-cell>`]),
    row([m("cell far from all others")], 'table:number-rows-repeated="1"').replace("<table:table-row", '<table:table-row table:number-rows-repeated="900000"/><table:table-row'),
  ].join("");
  const columns = '<table:table-column table:style-name="c" table:number-columns-repeated="3"/><table:table-column table:visibility="collapse"/><table:table-column table:style-name="hair"/>';
  const body = `<table:tracked-changes><table:cell-content-change table:id="1">${change(m)}<table:previous><table:change-track-table-cell>${p(m("former content of a cell", "deleted-revision"))}</table:change-track-table-cell></table:previous></table:cell-content-change></table:tracked-changes>` +
    `<table:content-validations><table:content-validation table:condition="cell-content-is-in-list(&quot;${m("list of a validation", "hidden-text")}&quot;)"><table:help-message>${p(m("prompt of a validation", "hidden-text"))}</table:help-message></table:content-validation></table:content-validations>` +
    sheet(m("name of a sheet"), cover + columns + rows) + sheet("off", row([m("hidden sheet", "hidden-sheet")]), 'table:style-name="off"') +
    sheet("printed", row(["x"]) + row([m("cell outside the print area", "outside-print-area")]), 'table:print-ranges="printed.A1:printed.A1"') +
    sheet("plan", `<table:scenario table:is-active="false" table:comment="${m("scenario's comment", "hidden-text")}"/>${row([m("scenario", "hidden-sheet")])}`) +
    sheet("'file:///x.ods'#$s", `<table:table-source xlink:href="${m("path of a linked workbook", "external-link-cache")}"/>${row([m("values of a linked workbook", "external-link-cache")])}`) +
    `<table:named-expressions><table:named-expression table:name="n" table:expression="&quot;${m("defined name", "defined-name")}&quot;"/></table:named-expressions>` +
    `<table:database-ranges><table:database-range><table:filter><table:filter-condition table:value="${m("criterion of a filter", "package-data")}"/></table:filter><table:database-source-sql table:sql-statement="${m("query of a database", "package-data")}"/></table:database-range></table:database-ranges>` +
    `<table:data-pilot-tables><table:data-pilot-table table:name="p" table:grand-total-name="${m("caption of a pivot table", "pivot-cache")}"><table:data-pilot-member table:name="${m("member of a pivot table", "pivot-cache")}"/></table:data-pilot-table></table:data-pilot-tables><table:dde-links><table:dde-link><office:dde-source office:dde-topic="${m("topic of a DDE link", "external-link-cache")}"/><table:table><table:table-row><table:table-cell office:value-type="string" office:string-value="${m("values of a DDE link", "external-link-cache")}"/></table:table-row></table:table></table:dde-link></table:dde-links>`;
  const master = `<style:master-page style:name="M"><style:header>${p(m("header"))}</style:header><style:footer>${p(m("footer"))}</style:footer></style:master-page>`;
  return odf("spreadsheet", { automatic, master, meta: metadata(m), body }, beside(m));
});

const odt = marked("document (odt)", "marked.odt", (m) => {
  const cellOf = (content: string): string => `<table:table><table:table-row><table:table-cell table:style-name="blue">${content}</table:table-cell></table:table-row></table:table>`;
  const automatic = `${TEXT_STYLES}${textStyle("b", 'fo:color="#0000ff"')}${style("blue", "table-cell", '<style:table-cell-properties fo:background-color="#0000ff"/>')}`;
  const body =
    `<text:tracked-changes><text:changed-region><text:deletion>${change(m)}${p(m("deleted text", "deleted-revision"))}</text:deletion></text:changed-region></text:tracked-changes>` +
    `<text:user-field-decls><text:user-field-decl text:name="v" office:value-type="string" office:string-value="${m("document variable", "package-data")}"/></text:user-field-decls>` +
    p(m("paragraph")) + p(`x${comment(m)}`) + p(span(m("hidden text", "hidden-text"), "hidden")) + p(span(m("white text", "invisible-format"), "white")) + p(span(m("text in the colour of its ground", "invisible-format"), "red")) +
    p(span(m("tiny text", "invisible-format"), "tiny")) + p(span(m("transparent text", "invisible-format"), "clear")) + cellOf(p(span(m("text in the colour of its cell", "invisible-format"), "b"))) + cellOf(p(m("cell of a table"))) +
    `<text:section text:display="none">${p(m("hidden section", "hidden-text"))}</text:section>` + p(`${m("hidden paragraph", "hidden-text")}<text:hidden-paragraph text:is-hidden="true"/>`) +
    p(`<text:conditional-text text:current-value="true" text:string-value-if-true="a" text:string-value-if-false="${m("other outcome of a condition", "hidden-text")}">a</text:conditional-text>`) +
    p(`x<text:note><text:note-body>${p(m("footnote"))}</text:note-body></text:note>`) + p(`<draw:frame draw:name="${m("name of a picture", "property")}"><svg:desc>${m("alternative text", "property")}</svg:desc><draw:text-box>${p(m("text box"))}</draw:text-box></draw:frame>`) +
    p(`<text:a xlink:href="tel:${m("address of a link", "hidden-text")}">${m("text of a link")}</text:a><text:bookmark text:name="${m("bookmark", "hidden-text")}"/><text:database-display text:table-name="${m("source of a mail merge", "package-data")}">${m("result of a mail merge")}</text:database-display>`) +
    p(`<text:ruby><text:ruby-base>字</text:ruby-base><text:ruby-text>${m("reading (ruby)")}</text:ruby-text></text:ruby><text:drop-down><text:label text:value="${m("choice of a field", "hidden-text")}"/></text:drop-down>`) +
    `<office:forms><form:form><form:hidden form:value="${m("what a form would send", "hidden-text")}"/></form:form></office:forms><!-- ${m("comment in the XML", "markup-comment")} -->`;
  const master = `<style:master-page style:name="M"><style:header>${p(m("header"))}</style:header><style:footer style:display="false">${p(m("footer that is switched off", "hidden-text"))}</style:footer></style:master-page>`;
  const old = odf("text", { body: p(m("previous version", "previous-revision")) });
  return odf("text", { automatic, master, meta: metadata(m), body: events(m) + body }, [...beside(m), { name: "Versions/Version1", content: old }]);
});

const odp = marked("presentation (odp)", "marked.odp", (m) => {
  const box = (text: string, place = 'svg:x="2cm" svg:y="1cm" svg:width="4cm" svg:height="1cm"', more = ""): string => `<draw:frame ${place} ${more}><draw:text-box>${p(text)}</draw:text-box></draw:frame>`;
  const at = (x: number, y: number, width = 4, height = 1): string => `svg:x="${x}cm" svg:y="${y}cm" svg:width="${width}cm" svg:height="${height}cm"`;
  const parts: OdfParts = {
    automatic: TEXT_STYLES + OPAQUE + style("hide", "drawing-page", '<style:drawing-page-properties presentation:visibility="hidden"/>') + '<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="28cm" fo:page-height="16cm"/></style:page-layout>' + graphic("blue", 'draw:fill="solid" draw:fill-color="#0000ff"') + textStyle("b", 'fo:color="#0000ff"'),
    master: `<draw:layer-set><draw:layer draw:name="l" draw:display="none"/></draw:layer-set><style:master-page style:name="M" style:page-layout-name="L">${box(m("text of a master"))}</style:master-page>`,
    meta: metadata(m),
    body:
      `<draw:page draw:master-page-name="M" draw:name="${m("name of a slide", "property")}">${box(m("text of a slide"))}${box(m("text beside the slide", "off-page"), at(40, 1))}${box(m("text below the slide", "off-page"), at(1, 20))}${box(m("text under an opaque shape", "covered-text"), at(2, 5))}<draw:rect draw:style-name="opaque" ${at(1, 4, 9, 3)}/>` +
      `${box(m("text under a picture", "covered-text"), at(12, 5))}<draw:frame ${at(11, 4, 9, 3)}><draw:image xlink:href="x"/></draw:frame>${box(m("text under a shape of a group", "covered-text"), at(2, 9))}<draw:g><draw:rect draw:style-name="opaque" ${at(1, 8, 9, 3)}/></draw:g>` +
      `${box(m("hidden layer", "hidden-layer"), at(21, 1), 'draw:layer="l"')}${box(m("hidden shape", "hidden-text"), at(21, 3), 'draw:display="none"')}${box(span(m("tiny text", "invisible-format"), "tiny"), at(21, 5))}${box(span(m("text in the colour of its shape", "invisible-format"), "b"), at(21, 7), 'draw:style-name="blue"')}` +
      `<draw:frame ${at(21, 9)}><svg:title>${m("title of a picture", "property")}</svg:title><svg:desc>${m("alternative text", "property")}</svg:desc></draw:frame>${comment(m)}<presentation:notes>${box(m("speaker notes", "speaker-notes"))}</presentation:notes></draw:page>` +
      `<draw:page draw:master-page-name="M" draw:style-name="hide">${box(m("hidden slide", "hidden-slide"))}</draw:page><presentation:footer-decl presentation:name="f">${m("footer")}</presentation:footer-decl>`,
  };
  return odf("presentation", parts, beside(m));
});

export const opendocument: readonly MarkedFile[] = [ods, odt, odp];

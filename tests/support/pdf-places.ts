/**
 * Every place where a PDF can hide a text, one function each: alone in a fixture of its own, or all of them in one document. Text is ASCII, so
 * that one simple font shows it.
 */
import type { Concealment } from "../../src/contract.js";
import { createPdf, pdfString, type PdfWriter } from "./pdf.js";

const FONT = `<< /Type /Font /Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 126 /Widths [${"500 ".repeat(95)}] /FontDescriptor << /Type /FontDescriptor /FontName /Arial /Flags 32 /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 /FontBBox [0 0 1000 1000] >> >>`;

/** A document being put together. */
interface Draft {
  readonly pdf: PdfWriter;
  readonly content: string[];
  readonly annotations: string[];
  readonly fields: string[];
  readonly resources: Record<"XObject" | "ExtGState" | "Properties", string[]>;
  /** Entries by dictionary, without brackets. */
  readonly page: string[];
  readonly catalog: string[];
  readonly names: string[];
  readonly form: string[];
  readonly off: string[];
  readonly groups: string[];
  readonly info: string[];
  /** Objects that replace others once the file is written. */
  readonly updates: { readonly reference: string; readonly body: string }[];
  readonly before: string[];
  readonly between: string[];
  readonly behind: string[];
  /** A line of its own on the page. */
  readonly row: () => number;
}

export interface PdfPlace {
  readonly id: string;
  /** Absent: in plain view in some reader, or an artifact that is read by itself. */
  readonly concealment?: Concealment;
  readonly hide: (draft: Draft, text: string) => void;
}

const shown = (y: number, text: string, size = 9): string => `BT /F ${size} Tf 40 ${y} Td ${pdfString(text)} Tj ET`;
const form = ({ pdf }: Draft, text: string, more = ""): string =>
  pdf.add(`/Type /XObject /Subtype /Form /BBox [0 0 500 20] /Resources << /Font << /F ${FONT} >> >> ${more}`, `BT /F 9 Tf 2 5 Td ${pdfString(text)} Tj ET`);
const image = ({ pdf }: Draft): string => pdf.add("/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8", "\0\x40\x80\xff");
const rect = (y: number): string => `[38 ${y - 3} 560 ${y + 9}]`;
const annotate = (draft: Draft, entries: string): void => {
  draft.annotations.push(draft.pdf.add(`<< /Type /Annot /Rect ${rect(draft.row())} ${entries} >>`));
};
const field = (draft: Draft, entries: string): void => {
  const reference = draft.pdf.add(`<< /Type /Annot /Subtype /Widget /FT /Tx /T (field${draft.fields.length}) /Rect ${rect(draft.row())} ${entries} >>`);
  draft.annotations.push(reference);
  draft.fields.push(reference);
};
const file = ({ pdf }: Draft, name: string, text: string): string =>
  pdf.add(`<< /Type /Filespec /F (${name}) /UF (${name}) /EF << /F ${pdf.add("/Type /EmbeddedFile", text, { flate: true })} >> >>`);
const layer = (draft: Draft, name: string, off: boolean): string => {
  const group = draft.pdf.add(`<< /Type /OCG /Name ${pdfString(name)} >>`);
  draft.groups.push(group);
  if (off) draft.off.push(group);
  return group;
};
const paint = (id: string, concealment: Concealment, draw: (y: number, text: string, draft: Draft) => string): PdfPlace => ({
  id, concealment,
  hide(draft: Draft, text: string): void {
    draft.content.push(`q ${draw(draft.row(), text, draft)} Q`);
  },
});
const element = (id: string, key: string): PdfPlace => ({
  id, concealment: "hidden-text",
  hide(draft: Draft, text: string): void {
    const root = draft.pdf.add(`<< /Type /StructTreeRoot /K ${draft.pdf.add(`<< /Type /StructElem /S /Figure /P 1 0 R /${key} ${pdfString(text)} >>`)} >>`);
    draft.catalog.push(`/StructTree${key} ${root}`);
  },
});

export const PDF_PLACES: readonly PdfPlace[] = [
  paint("covered-by-box", "covered-text", (y, text) => `${shown(y, text)} 0 g 38 ${y - 3} 530 13 re f`),
  paint("covered-by-white", "covered-text", (y, text) => `${shown(y, text)} 1 g 38 ${y - 3} 530 13 re f`),
  paint("covered-by-image", "covered-text", (y, text, draft) => {
    draft.resources.XObject.push(`/I${y} ${image(draft)}`);
    return `${shown(y, text)} q 530 0 0 13 38 ${y - 3} cm /I${y} Do Q`;
  }),
  paint("invisible-mode", "invisible-text", (y, text) => `3 Tr ${shown(y, text)}`),
  paint("white", "invisible-text", (y, text) => `1 g ${shown(y, text)}`),
  paint("background-colour", "invisible-text", (y, text) => `0.2 0.4 0.6 rg 38 ${y - 3} 530 13 re f ${shown(y, text)}`),
  paint("tiny", "invisible-text", (y, text) => shown(y, text, 0.4)),
  paint("clipped", "off-page", (y, text) => `0 ${y - 3} 20 13 re W n ${shown(y, text)}`),
  paint("off-page", "off-page", (y, text) => shown(y + 2000, text)),
  paint("layer-off", "hidden-layer", (y, text, draft) => {
    draft.resources.Properties.push(`/L${y} ${layer(draft, "draft", true)}`);
    return `/OC /L${y} BDC ${shown(y, text)} EMC`;
  }),
  paint("form-on-layer-off", "hidden-layer", (y, text, draft) => {
    draft.resources.XObject.push(`/X${y} ${form(draft, text, `/OC ${layer(draft, "draft", true)}`)}`);
    return `1 0 0 1 40 ${y} cm /X${y} Do`;
  }),
  paint("marked-content", "hidden-text", (y, text) => `/Span << /ActualText ${pdfString(text)} >> BDC ${shown(y, ".")} EMC`),
  {
    id: "covered-by-annotation", concealment: "covered-text",
    hide(draft: Draft, text: string): void {
      const y = draft.row();
      draft.content.push(shown(y, text));
      const box = draft.pdf.add("/Type /XObject /Subtype /Form /BBox [0 0 522 12]", "0 g 0 0 522 12 re f");
      draft.annotations.push(draft.pdf.add(`<< /Type /Annot /Subtype /Square /F 4 /Rect ${rect(y)} /IC [0 0 0] /AP << /N ${box} >> >>`));
    },
  },
  {
    id: "redaction-not-applied", concealment: "covered-text",
    hide(draft: Draft, text: string): void {
      const y = draft.row();
      draft.content.push(shown(y, text));
      draft.annotations.push(draft.pdf.add(`<< /Type /Annot /Subtype /Redact /F 4 /Rect ${rect(y)} >>`));
    },
  },
  {
    id: "form-that-no-page-draws", concealment: "hidden-text",
    hide: (draft: Draft, text: string): void => { draft.resources.XObject.push(`/Undrawn ${form(draft, text)}`); },
  },
  {
    id: "pattern", concealment: "package-data",
    hide(draft: Draft, text: string): void {
      const tile = draft.pdf.add(`/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 500 20] /XStep 500 /YStep 20 /Resources << /Font << /F ${FONT} >> >>`, `BT /F 9 Tf 2 5 Td ${pdfString(text)} Tj ET`);
      draft.resources.XObject.push(`/Tiled ${draft.pdf.add(`/Type /XObject /Subtype /Form /BBox [0 0 500 20] /Resources << /Pattern << /P ${tile} >> >>`, "/Pattern cs /P scn 0 0 500 20 re f")}`);
      draft.content.push("q /Tiled Do Q");
    },
  },
  {
    id: "glyph-of-a-font", concealment: "package-data",
    hide(draft: Draft, text: string): void {
      const glyph = draft.pdf.add("", `500 0 d0 BT /F 9 Tf ${pdfString(text)} Tj ET`);
      const font = draft.pdf.add(`<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 500] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /a ${glyph} >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [500] /Resources << /Font << /F ${FONT} >> >> >>`);
      draft.resources.XObject.push(`/Drawn ${draft.pdf.add(`/Type /XObject /Subtype /Form /BBox [0 0 500 20] /Resources << /Font << /T ${font} >> >>`, "BT /T 9 Tf (a) Tj ET")}`);
      draft.content.push("q /Drawn Do Q");
    },
  },
  { id: "comment", concealment: "comment", hide: (draft: Draft, text: string): void => { annotate(draft, `/Subtype /Text /Contents ${pdfString(text)}`); } },
  { id: "comment-author", concealment: "comment", hide: (draft: Draft, text: string): void => { annotate(draft, `/Subtype /Text /Contents (see) /T ${pdfString(text)}`); } },
  { id: "comment-subject", concealment: "comment", hide: (draft: Draft, text: string): void => { annotate(draft, `/Subtype /Highlight /QuadPoints [0 0 1 0 0 1 1 1] /Subj ${pdfString(text)}`); } },
  { id: "comment-rich-text", concealment: "comment", hide: (draft: Draft, text: string): void => { annotate(draft, `/Subtype /Text /RC ${pdfString(`<body xmlns="http://www.w3.org/1999/xhtml"><p>${text}</p></body>`)}`); } },
  { id: "popup", concealment: "comment", hide: (draft: Draft, text: string): void => { annotate(draft, `/Subtype /Popup /Contents ${pdfString(text)}`); } },
  { id: "hidden-annotation", concealment: "hidden-text", hide: (draft: Draft, text: string): void => { annotate(draft, `/Subtype /FreeText /F 2 /DA (/F 9 Tf) /Contents ${pdfString(text)}`); } },
  { id: "appearance", hide: (draft: Draft, text: string): void => { annotate(draft, `/Subtype /Stamp /F 4 /Contents (approved) /AP << /N ${form(draft, text)} >>`); } },
  { id: "appearance-not-in-use", concealment: "hidden-text", hide: (draft: Draft, text: string): void => { annotate(draft, `/Subtype /Stamp /F 4 /AP << /N ${form(draft, "approved")} /D ${form(draft, text)} >>`); } },
  { id: "link-target", concealment: "package-data", hide: (draft: Draft, text: string): void => { annotate(draft, `/Subtype /Link /A << /S /URI /URI ${pdfString(`https://office.example/?q=${text}`)} >>`); } },
  { id: "field-value", hide: (draft: Draft, text: string): void => { field(draft, `/V ${pdfString(text)} /DA (/F 9 Tf)`); } },
  { id: "field-value-hidden", concealment: "hidden-text", hide: (draft: Draft, text: string): void => { field(draft, `/F 2 /V ${pdfString(text)} /DA (/F 9 Tf)`); } },
  { id: "field-default", concealment: "package-data", hide: (draft: Draft, text: string): void => { field(draft, `/DV ${pdfString(text)} /DA (/F 9 Tf)`); } },
  { id: "field-tooltip", concealment: "package-data", hide: (draft: Draft, text: string): void => { field(draft, `/TU ${pdfString(text)} /DA (/F 9 Tf)`); } },
  { id: "field-export-value", concealment: "package-data", hide: (draft: Draft, text: string): void => { field(draft, `/FT /Ch /Opt [[${pdfString(text)} (one)]] /DA (/F 9 Tf)`.replace("/FT /Ch ", "")); } },
  {
    id: "field-without-widget", concealment: "package-data",
    hide: (draft: Draft, text: string): void => { draft.fields.push(draft.pdf.add(`<< /FT /Tx /T (lost) /V ${pdfString(text)} >>`)); },
  },
  {
    id: "xfa", concealment: "package-data",
    hide: (draft: Draft, text: string): void => { draft.form.push(`/XFA ${draft.pdf.add("", `<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><xfa:data><form1><mail>${text}</mail></form1></xfa:data></xfa:datasets></xdp:xdp>`, { flate: true })}`); },
  },
  { id: "attachment", concealment: "package-data", hide: (draft: Draft, text: string): void => { draft.names.push(`/EmbeddedFiles << /Names [(list) ${file(draft, "attached.txt", text)}] >>`); } },
  { id: "file-annotation", concealment: "package-data", hide: (draft: Draft, text: string): void => { annotate(draft, `/Subtype /FileAttachment /FS ${file(draft, "pinned.txt", text)}`); } },
  { id: "associated-file", concealment: "package-data", hide: (draft: Draft, text: string): void => { draft.catalog.push(`/AF [${file(draft, "associated.txt", text)}]`); } },
  {
    id: "outline",
    hide(draft: Draft, text: string): void {
      const outlines = draft.pdf.add("<< /Type /Outlines >>");
      draft.catalog.push(`/Outlines << /First ${draft.pdf.add(`<< /Title ${pdfString(text)} /Parent ${outlines} >>`)} /Count 1 >>`);
    },
  },
  { id: "information", concealment: "metadata", hide: (draft: Draft, text: string): void => { draft.info.push(`/Subject ${pdfString(text)}`); } },
  { id: "xmp", concealment: "metadata", hide: (draft: Draft, text: string): void => { draft.catalog.push(`/Metadata ${draft.pdf.add("/Type /Metadata /Subtype /XML", `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description><dc:rights>${text}</dc:rights></rdf:Description></rdf:RDF></x:xmpmeta>`)}`); } },
  {
    id: "xmp-of-a-picture", concealment: "metadata",
    hide(draft: Draft, text: string): void {
      const packet = draft.pdf.add("/Type /Metadata /Subtype /XML", `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>${text}</dc:creator></x:xmpmeta>`);
      draft.resources.XObject.push(`/P ${draft.pdf.add(`/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Metadata ${packet}`, "\xff")}`);
    },
  },
  { id: "layer-name", concealment: "metadata", hide: (draft: Draft, text: string): void => { layer(draft, text, false); } },
  {
    id: "article-thread", concealment: "metadata",
    hide: (draft: Draft, text: string): void => { draft.catalog.push(`/Threads [${draft.pdf.add(`<< /Type /Thread /I << /Title ${pdfString(text)} >> >>`)}]`); },
  },
  { id: "javascript", concealment: "package-data", hide: (draft: Draft, text: string): void => { draft.names.push(`/JavaScript << /Names [(open) << /S /JavaScript /JS ${pdfString(`app.alert("${text}");`)} >>] >>`); } },
  { id: "page-script", concealment: "package-data", hide: (draft: Draft, text: string): void => { draft.page.push(`/AA << /O << /S /JavaScript /JS ${draft.pdf.add("", `var mail = "${text}";`)} >> >>`); } },
  { id: "page-label", concealment: "metadata", hide: (draft: Draft, text: string): void => { draft.catalog.push(`/PageLabels << /Nums [0 << /P ${pdfString(text)} >>] >>`); } },
  { id: "destination", concealment: "package-data", hide: (draft: Draft, text: string): void => { draft.names.push(`/Dests << /Names [${pdfString(text)} [0 /Fit]] >>`); } },
  element("alternate-text", "Alt"),
  element("expansion", "E"),
  element("actual-text", "ActualText"),
  { id: "private-data", concealment: "package-data", hide: (draft: Draft, text: string): void => { draft.page.push(`/PieceInfo << /Office << /LastModified (D:20240401) /Private << /Note ${pdfString(text)} >> >> >>`); } },
  {
    id: "thumbnail", concealment: "metadata",
    hide(draft: Draft, text: string): void {
      draft.page.push(`/Thumb ${draft.pdf.add("/Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode", jpegWithComment(text))}`);
    },
  },
  {
    id: "replaced-content", concealment: "previous-revision",
    hide(draft: Draft, text: string): void {
      const y = draft.row();
      const stream = draft.pdf.add(`/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F ${FONT} >> >>`, shown(y, text));
      draft.resources.XObject.push(`/R${y} ${stream}`);
      draft.content.push(`/R${y} Do`);
      draft.updates.push({ reference: stream, body: "<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Length 1 >>\nstream\n \nendstream" });
    },
  },
  {
    id: "replaced-string", concealment: "previous-revision",
    hide(draft: Draft, text: string): void {
      const note = draft.pdf.add(`<< /Type /Annot /Subtype /Text /Rect ${rect(draft.row())} /Contents ${pdfString(text)} >>`);
      draft.annotations.push(note);
      draft.updates.push({ reference: note, body: `<< /Type /Annot /Subtype /Text /Rect ${rect(draft.row())} /Contents (done) >>` });
    },
  },
  { id: "orphaned-string", concealment: "orphaned-part", hide: (draft: Draft, text: string): void => { draft.pdf.add(`<< /Note ${pdfString(text)} >>`); } },
  { id: "orphaned-stream", concealment: "orphaned-part", hide: (draft: Draft, text: string): void => { draft.pdf.add("", `${text}\n`, { flate: true }); } },
  { id: "orphaned-content", concealment: "orphaned-part", hide: (draft: Draft, text: string): void => { draft.pdf.add("", shown(400, text), { flate: true }); } },
  { id: "orphaned-file", concealment: "orphaned-part", hide: (draft: Draft, text: string): void => { draft.pdf.add("/Type /EmbeddedFile", text); } },
  {
    id: "orphaned-page", concealment: "orphaned-part",
    hide(draft: Draft, text: string): void {
      const stream = draft.pdf.add("", shown(300, text), { flate: true });
      draft.pdf.add(`<< /Type /Page /MediaBox [0 0 600 800] /Contents ${stream} /Resources << /Font << /F ${FONT} >> >> >>`);
    },
  },
  {
    id: "object-stream", concealment: "orphaned-part",
    hide(draft: Draft, text: string): void {
      const body = `<< /Note ${pdfString(text)} >>`;
      draft.pdf.add("/Type /ObjStm /N 1 /First 7", `9001 0 ${body}`, { flate: true });
    },
  },
  { id: "name", concealment: "package-data", hide: (draft: Draft, text: string): void => { draft.catalog.push(`/Office << /${text.replace(/[^0-9A-Za-z.-]/gu, (char) => `#${char.charCodeAt(0).toString(16).padStart(2, "0")}`)} true >>`); } },
  { id: "before-the-header", concealment: "orphaned-part", hide: (draft: Draft, text: string): void => { draft.before.push(`${text}\n`); } },
  { id: "between-objects", concealment: "orphaned-part", hide: (draft: Draft, text: string): void => { draft.between.push(`${text}\n`); } },
  { id: "comment-between-objects", concealment: "orphaned-part", hide: (draft: Draft, text: string): void => { draft.between.push(`% ${text}\n`); } },
  { id: "behind-the-end", concealment: "orphaned-part", hide: (draft: Draft, text: string): void => { draft.behind.push(`${text}\n`); } },
];

/** @param hidden texts by the place's id */
export function pdfWith(hidden: Readonly<Record<string, string>>): Uint8Array {
  const pdf = createPdf();
  let y = 800;
  const draft: Draft = {
    pdf, content: [shown(815, "notice of the office")], annotations: [], fields: [], resources: { XObject: [], ExtGState: [], Properties: [] }, page: [], catalog: [],
    names: [], form: [], off: [], groups: [], info: [], updates: [], before: [], between: [], behind: [],
    row: () => (y -= 14),
  };
  for (const { id, hide } of PDF_PLACES) if (Object.hasOwn(hidden, id)) hide(draft, hidden[id]);
  const resources = Object.entries(draft.resources).map(([key, entries]) => (entries.length === 0 ? "" : `/${key} << ${entries.join(" ")} >>`)).join(" ");
  const annotations = draft.annotations.length === 0 ? "" : `/Annots [${draft.annotations.join(" ")}]`;
  pdf.page(draft.content.join("\n"), { resources: `/Font << /F ${FONT} >> ${resources}`, entries: `/MediaBox [0 0 600 842] ${annotations} ${draft.page.join(" ")}` });
  pdf.catalog(draft.catalog.join(" "));
  if (draft.names.length > 0) pdf.catalog(`/Names << ${draft.names.join(" ")} >>`);
  if (draft.fields.length > 0 || draft.form.length > 0) pdf.catalog(`/AcroForm << /Fields [${draft.fields.join(" ")}] /DA (/F 9 Tf) ${draft.form.join(" ")} >>`);
  if (draft.groups.length > 0) pdf.catalog(`/OCProperties << /OCGs [${draft.groups.join(" ")}] /D << /OFF [${draft.off.join(" ")}] >> >>`);
  const info = draft.info.length === 0 ? undefined : pdf.add(`<< ${draft.info.join(" ")} >>`);
  let text = Buffer.from(pdf.bytes(info === undefined ? {} : { info })).toString("latin1");
  if (draft.between.length > 0) text = text.replace("endobj\n2 0 obj", `endobj\n${draft.between.join("")}2 0 obj`);
  if (draft.updates.length > 0) text += update(text, draft.updates);
  return new Uint8Array(Buffer.from(draft.before.join("") + text + draft.behind.join(""), "latin1"));
}

/** An incremental update (ISO 32000-1, 7.5.6). */
function update(text: string, updates: Draft["updates"]): string {
  let added = "";
  const rows = updates.map(({ reference, body }) => {
    const number = Number.parseInt(reference, 10);
    const row = `${number} 1\n${String(text.length + added.length).padStart(10, "0")} 00000 n \n`;
    added += `${number} 0 obj\n${body}\nendobj\n`;
    return row;
  });
  const size = /\/Size (\d+)/u.exec(text)?.[1] ?? "0";
  const previous = /startxref\n(\d+)\n%%EOF\n$/u.exec(text)?.[1] ?? "0";
  const entries = /trailer\n<< (.*) \/Size/u.exec(text)?.[1] ?? "/Root 1 0 R";
  return `${added}xref\n${rows.join("")}trailer\n<< ${entries} /Size ${size} /Prev ${previous} >>\nstartxref\n${text.length + added.length}\n%%EOF\n`;
}

const PIXEL = Buffer.from("ffd8ffdb004300030202020202030202020303030304060404040404080606050609080a0a090809090a0c0f0c0a0b0e0b09090d110d0e0f101011100a0c12131210130f101010ffc0000b080001000101011100ffcc000600101005ffda0008010100003f00d2cf20ffd9", "hex");

/** The smallest grey picture, with a comment segment. */
function jpegWithComment(text: string): Buffer {
  const comment = Buffer.from(text, "latin1");
  const length = Buffer.alloc(2);
  length.writeUInt16BE(comment.length + 2);
  return Buffer.concat([Buffer.from("ffd8fffe", "hex"), length, comment, PIXEL.subarray(2)]);
}

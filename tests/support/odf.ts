/** Hand-made OpenDocument files, flat or packaged: as small as LibreOffice opens them, and wrong where a test wants them wrong. */
import { zip, type ZipFile } from "./archives.js";

const O = "urn:oasis:names:tc:opendocument:xmlns";
const NAMESPACES = [
  ["office", `${O}:office:1.0`], ["style", `${O}:style:1.0`], ["text", `${O}:text:1.0`], ["table", `${O}:table:1.0`], ["draw", `${O}:drawing:1.0`], ["fo", `${O}:xsl-fo-compatible:1.0`],
  ["xlink", "http://www.w3.org/1999/xlink"], ["dc", "http://purl.org/dc/elements/1.1/"], ["meta", `${O}:meta:1.0`], ["number", `${O}:datastyle:1.0`], ["presentation", `${O}:presentation:1.0`],
  ["svg", `${O}:svg-compatible:1.0`], ["form", `${O}:form:1.0`], ["chart", `${O}:chart:1.0`], ["config", `${O}:config:1.0`],
].map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`).join(" ");

export type OdfKind = "text" | "spreadsheet" | "presentation" | "graphics";

export interface OdfParts {
  /** Inside `office:text`, `office:spreadsheet`, ... */
  readonly body: string;
  /** Inside `office:automatic-styles`. */
  readonly automatic?: string;
  /** Inside `office:styles`, `office:master-styles` and `office:meta`. */
  readonly styles?: string;
  readonly master?: string;
  readonly meta?: string;
}

const BODY: Readonly<Record<OdfKind, string>> = { text: "text", spreadsheet: "spreadsheet", presentation: "presentation", graphics: "drawing" };
const typeOf = (kind: OdfKind): string => `application/vnd.oasis.opendocument.${kind}`;
const root = (element: string, content: string, attributes = ""): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<office:${element} ${NAMESPACES} office:version="1.3"${attributes}>${content}</office:${element}>`;
const body = (kind: OdfKind, content: string): string => `<office:body><office:${BODY[kind]}>${content}</office:${BODY[kind]}></office:body>`;
const element = (name: string, content: string | undefined): string => (content === undefined ? "" : `<office:${name}>${content}</office:${name}>`);

/** One XML file, as .fodt, .fods or .fodp. */
export function flatOdf(kind: OdfKind, parts: OdfParts): string {
  const { automatic, styles, master, meta } = parts;
  return root("document", element("meta", meta) + element("styles", styles) + element("automatic-styles", automatic) + element("master-styles", master) + body(kind, parts.body), ` office:mimetype="${typeOf(kind)}"`);
}

/** A package. @param files further entries, or others in place of these */
export function odf(kind: OdfKind, parts: OdfParts, files: readonly ZipFile[] = [], sealed: readonly string[] = []): Buffer {
  const streams: ZipFile[] = [
    { name: "content.xml", content: root("document-content", element("automatic-styles", parts.automatic) + body(kind, parts.body)) },
    { name: "styles.xml", content: root("document-styles", element("styles", parts.styles) + element("master-styles", parts.master)) },
    { name: "meta.xml", content: root("document-meta", element("meta", parts.meta)) },
  ].filter(({ name }) => !files.some((file) => file.name === name));
  const entries = [...streams, ...files];
  const listed = entries.map(({ name }) => `<manifest:file-entry manifest:full-path="${String(name)}" manifest:media-type="">${sealed.includes(String(name)) ? "<manifest:encryption-data/>" : ""}</manifest:file-entry>`).join("");
  const manifest = `<manifest:manifest xmlns:manifest="${O}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${typeOf(kind)}"/>${listed}</manifest:manifest>`;
  return zip([{ name: "mimetype", content: typeOf(kind), stored: true }, ...entries, { name: "META-INF/manifest.xml", content: manifest }]);
}

export const p = (content: string, style = ""): string => `<text:p${style === "" ? "" : ` text:style-name="${style}"`}>${content}</text:p>`;
export const span = (content: string, style: string): string => `<text:span text:style-name="${style}">${content}</text:span>`;
export const cell = (text: string, attributes = ""): string => `<table:table-cell office:value-type="string"${attributes === "" ? "" : ` ${attributes}`}>${text.startsWith("<") ? text : p(text)}</table:table-cell>`;
export const row = (cells: readonly string[], attributes = ""): string => `<table:table-row${attributes === "" ? "" : ` ${attributes}`}>${cells.map((one) => (one.startsWith("<table:") ? one : cell(one))).join("")}</table:table-row>`;
export const sheet = (name: string, rows: string, attributes = ""): string => `<table:table table:name="${name}"${attributes === "" ? "" : ` ${attributes}`}>${rows}</table:table>`;
export const textStyle = (name: string, properties: string, family = "text"): string => `<style:style style:name="${name}" style:family="${family}"><style:text-properties ${properties}/></style:style>`;

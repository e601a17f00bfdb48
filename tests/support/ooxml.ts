/** Hand-made Word and PowerPoint packages: as small as Office opens them, and wrong where a test wants them wrong. */
import { zip, type ZipFile, type ZipOptions } from "./archives.js";

export interface PackageFile {
  readonly path: string;
  readonly content: string | Uint8Array;
  readonly contentType?: string;
  /** The relationship that leads to it from the main part; none: nothing does. */
  readonly relationship?: string;
  /** The part that has the relationship, where that is not the main part. */
  readonly owner?: string;
}

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const SLIDE_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.";

const NAMESPACES = [
  ["w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"],
  ["r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"],
  ["a", "http://schemas.openxmlformats.org/drawingml/2006/main"],
  ["p", "http://schemas.openxmlformats.org/presentationml/2006/main"],
  ["wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"],
  ["wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"],
  ["mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"],
  ["v", "urn:schemas-microsoft-com:vml"],
].map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`).join(" ");

export const xml = (root: string, content: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${root} ${NAMESPACES}>${content}</${root.split(" ")[0]}>`;
export const paragraph = (...runs: string[]): string => `<w:p>${runs.map((one) => (one.startsWith("<") ? one : run(one))).join("")}</w:p>`;
export const run = (text: string, properties = ""): string => `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell.startsWith("<") ? cell : paragraph(cell)}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`;

/** Content type by what the part is called in ECMA-376 part 1, 11.3. */
export const wordType = (kind: string): string => `${WORD_TYPE}${kind}+xml`;
export const slideType = (kind: string): string => `${SLIDE_TYPE}${kind}+xml`;

/** @param body content of `w:body`, or a whole document part where it begins with "<?xml" */
export function docx(body: string, files: readonly PackageFile[] = [], { main = "word/document.xml", type = "document.main", zipOptions = {}, extra = [] as readonly ZipFile[] } = {}): Buffer {
  const document = body.startsWith("<?xml") ? body : xml("w:document", `<w:body>${body}</w:body>`);
  return officePackage(main, wordType(type), document, files, zipOptions, extra);
}

export function pptx(slides: readonly string[], files: readonly PackageFile[] = []): Buffer {
  const list = slides.map((_, i) => `<p:sldId id="${256 + i}" r:id="s${i + 1}"/>`).join("");
  const sheets = slides.map((content, i): PackageFile & { id: string } => ({
    path: `ppt/slides/slide${i + 1}.xml`, content, contentType: slideType("slide"), relationship: "slide", id: `s${i + 1}`,
  }));
  return officePackage("ppt/presentation.xml", slideType("presentation.main"), xml("p:presentation", `<p:sldIdLst>${list}</p:sldIdLst>`), [...sheets, ...files]);
}

export const slide = (text: string, attributes = ""): string =>
  xml(`p:sld${attributes === "" ? "" : ` ${attributes}`}`, `<p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld>`);

function officePackage(main: string, mainType: string, document: string, files: readonly (PackageFile & { id?: string })[], options: ZipOptions = {}, extra: readonly ZipFile[] = []): Buffer {
  const overrides = [{ path: main, contentType: mainType }, ...files]
    .map(({ path, contentType }) => (contentType === undefined ? "" : `<Override PartName="/${path}" ContentType="${contentType}"/>`))
    .join("");
  const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/>${overrides}</Types>`;
  const owners = new Map<string, string[]>([["", [relationship("main", "officeDocument", main)]]]);
  files.forEach(({ path, relationship: type, owner = main, id }, i) => {
    if (type === undefined) return;
    owners.set(owner, [...(owners.get(owner) ?? []), relationship(id ?? `id${i}`, type, path)]);
  });
  const rels = [...owners].map(([owner, list]): ZipFile => {
    const slash = owner.lastIndexOf("/") + 1;
    return { name: `${owner.slice(0, slash)}_rels/${owner.slice(slash)}.rels`, content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join("")}</Relationships>` };
  });
  return zip([{ name: "[Content_Types].xml", content: types }, ...rels, { name: main, content: document }, ...files.map(({ path, content }) => ({ name: path, content })), ...extra], options);
}

function relationship(id: string, type: string, target: string): string {
  const external = /^[a-z]+:/u.test(target);
  return `<Relationship Id="${id}" Type="${type.includes("/") ? type : OFFICE + type}" Target="${external ? target : `/${target}`}"${external ? ' TargetMode="External"' : ""}/>`;
}

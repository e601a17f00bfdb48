/** Workbook packages written part by part: what exceljs cannot write, and what nobody should. */
import { zip, type ZipFile, type ZipOptions } from "./archives.js";

const MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
const WORKSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const STRINGS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml";
const STYLES = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
const S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const P = "http://schemas.openxmlformats.org/package/2006";

export interface SheetSpec {
  readonly name: string;
  readonly state?: "visible" | "hidden" | "veryHidden";
  /** Inside `<sheetData>`. */
  readonly rows: string;
  /** Before and behind `<sheetData>`. */
  readonly before?: string;
  readonly after?: string;
  /** Lines of its relationships part. */
  readonly relationships?: string;
  /** The workbook does not list it and nothing leads to it. */
  readonly orphaned?: boolean;
  /** Its path in the package. */
  readonly path?: string;
}

export interface PackageSpec {
  readonly sheets: readonly SheetSpec[];
  /** Each becomes `<si>…</si>`. */
  readonly strings?: readonly string[];
  /** Inside `<styleSheet>`. */
  readonly styles?: string;
  /** Inside `<workbook>`, behind the sheets. */
  readonly workbook?: string;
  readonly date1904?: boolean;
  /** Further parts; `type` is the content type, given by an override. */
  readonly parts?: readonly { readonly path: string; readonly content: string | Uint8Array; readonly type?: string }[];
  /** Lines of the package's and of the workbook's relationships. */
  readonly rootRelationships?: string;
  readonly workbookRelationships?: string;
  /** Applied to every part before it is zipped. */
  readonly each?: (part: ZipFile) => ZipFile;
  readonly zip?: ZipOptions;
  readonly mainType?: string;
}

export const relationship = (id: string, type: string, target: string, external = false): string =>
  `<Relationship Id="${id}" Type="${R}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`;

export function packageOf(spec: PackageSpec): Buffer {
  const sheets = spec.sheets.map((sheet, i) => ({ ...sheet, path: sheet.path ?? `xl/worksheets/sheet${i + 1}.xml`, id: `rId${i + 1}` }));
  const listed = sheets.filter(({ orphaned }) => orphaned !== true);
  const override = (path: string, type: string): string => `<Override PartName="/${path}" ContentType="${type}"/>`;
  const parts: ZipFile[] = [
    {
      name: "[Content_Types].xml",
      content: `<Types xmlns="${P}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("xl/workbook.xml", spec.mainType ?? MAIN)}${sheets.map(({ path }) => override(path, WORKSHEET)).join("")}${spec.strings === undefined ? "" : override("xl/sharedStrings.xml", STRINGS)}${spec.styles === undefined ? "" : override("xl/styles.xml", STYLES)}${(spec.parts ?? []).map(({ path, type }) => (type === undefined ? "" : override(path, type))).join("")}</Types>`,
    },
    { name: "_rels/.rels", content: `<Relationships xmlns="${P}/relationships">${relationship("rId1", "officeDocument", "xl/workbook.xml")}${spec.rootRelationships ?? ""}</Relationships>` },
    {
      name: "xl/workbook.xml",
      content: `<workbook xmlns="${S}" xmlns:r="${R}">${spec.date1904 === true ? '<workbookPr date1904="1"/>' : ""}<sheets>${listed.map(({ name, state, id }, i) => `<sheet name="${name}" sheetId="${i + 1}"${state === undefined ? "" : ` state="${state}"`} r:id="${id}"/>`).join("")}</sheets>${spec.workbook ?? ""}</workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `<Relationships xmlns="${P}/relationships">${listed.map(({ path, id }) => relationship(id, "worksheet", `/${path}`)).join("")}${spec.strings === undefined ? "" : relationship("rIdStrings", "sharedStrings", "sharedStrings.xml")}${spec.styles === undefined ? "" : relationship("rIdStyles", "styles", "styles.xml")}${spec.workbookRelationships ?? ""}</Relationships>`,
    },
    ...sheets.flatMap(({ path, rows, before = "", after = "", relationships }): ZipFile[] => {
      const slash = path.lastIndexOf("/") + 1;
      const sheet = { name: path, content: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${S}" xmlns:r="${R}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>` };
      if (relationships === undefined) return [sheet];
      return [sheet, { name: `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`, content: `<Relationships xmlns="${P}/relationships">${relationships}</Relationships>` }];
    }),
    ...(spec.strings === undefined ? [] : [{ name: "xl/sharedStrings.xml", content: `<sst xmlns="${S}">${spec.strings.map((string) => `<si>${string}</si>`).join("")}</sst>` }]),
    ...(spec.styles === undefined ? [] : [{ name: "xl/styles.xml", content: `<styleSheet xmlns="${S}">${spec.styles}</styleSheet>` }]),
    ...(spec.parts ?? []).map(({ path, content }) => ({ name: path, content })),
  ];
  return zip(spec.each === undefined ? parts : parts.map(spec.each), spec.zip);
}

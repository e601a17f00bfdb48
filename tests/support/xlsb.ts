/** Binary workbooks in a package, record by record ([MS-XLSB]). */
import { zip, type ZipFile } from "./archives.js";
import { u16, u32 } from "./biff.js";
import { relationship } from "./package.js";

const P = "http://schemas.openxmlformats.org/package/2006";
export const EXCEL = "application/vnd.ms-excel.";

/** [MS-XLSB] 2.1.4. */
export function record(type: number, ...parts: readonly (Uint8Array | readonly number[])[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const size: number[] = [];
  for (let left = content.length; ; left >>= 7) {
    size.push((left & 0x7f) | (left > 0x7f ? 0x80 : 0));
    if (left <= 0x7f) break;
  }
  return Buffer.concat([Buffer.from(type < 0x80 ? [type] : [(type & 0x7f) | 0x80, type >> 7]), Buffer.from(size), content]);
}
export const wide = (text: string): Buffer => Buffer.concat([u32(text.length), Buffer.from(text, "utf16le")]);
export const row = (number: number, isHidden = false): Buffer => record(0, u32(number), u32(0), u16(300), [0, isHidden ? 0x10 : 0, 0], u32(0));
export const cell = (type: number, column: number, ...value: readonly (Uint8Array | readonly number[])[]): Buffer => record(type, u32(column), u32(0), ...value);

export interface Part {
  readonly path: string;
  readonly type: string;
  readonly content: Uint8Array;
  /** From the sheet, instead of from the workbook. */
  readonly ofSheet?: string;
  readonly relationship?: string;
}

export function workbook(sheet: readonly Uint8Array[], parts: readonly Part[] = [], { state = 0, globals = [] as readonly Uint8Array[], links = [] as readonly ZipFile[] } = {}): Buffer {
  const override = (path: string, type: string): string => `<Override PartName="/${path}" ContentType="${type}"/>`;
  const all: Part[] = [{ path: "xl/worksheets/sheet1.bin", type: `${EXCEL}worksheet`, content: Buffer.concat(sheet), relationship: "worksheet" }, ...parts];
  const leads = (ofSheet: boolean): string => all.flatMap((part, i) => (part.relationship === undefined || (part.ofSheet !== undefined) !== ofSheet ? [] : [relationship(`rId${i + 1}`, part.relationship, `/${part.path}`)])).join("");
  return zip([
    { name: "[Content_Types].xml", content: `<Types xmlns="${P}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override("xl/workbook.bin", `${EXCEL}sheet.binary.macroEnabled.main`)}${all.map(({ path, type }) => override(path, type)).join("")}</Types>` },
    { name: "_rels/.rels", content: `<Relationships xmlns="${P}/relationships">${relationship("rId1", "officeDocument", "xl/workbook.bin")}</Relationships>` },
    { name: "xl/workbook.bin", content: Buffer.concat([record(156, u32(state), u32(1), wide("rId1"), wide("名簿")), ...globals]) },
    { name: "xl/_rels/workbook.bin.rels", content: `<Relationships xmlns="${P}/relationships">${leads(false)}</Relationships>` },
    { name: "xl/worksheets/_rels/sheet1.bin.rels", content: `<Relationships xmlns="${P}/relationships">${leads(true)}</Relationships>` },
    ...links,
    ...all.map(({ path, content }) => ({ name: path, content })),
  ]);
}

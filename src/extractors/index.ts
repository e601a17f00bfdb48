/**
 * Every extractor, in order of precedence: the first that knows the bytes reads them. Formats with a signature stand first, then
 * text by its structure, then any text; the last one takes whatever is left and says that it was not read.
 */
import { isCompoundFile } from "../bytes/cfb-mark.js";
import { isZip } from "../bytes/zip.js";
import type { Extractor, ExtractorEntry } from "../contract.js";
import { any, beginsAsCard, beginsAsJson, beginsAsMarkup, beginsAsMessage, beginsAsOldWorkbook, beginsAsPdf, beginsAsPicture, beginsAsSql, beginsAsTar, beginsWith, hasSignature, showsFirst } from "./beginnings.js";
import { csvExtractor } from "./csv/index.js";
import { textExtractor } from "./text.js";

const loaded = (extractor: Extractor): ExtractorEntry => ({ id: extractor.id, mayBe: any, load: () => Promise.resolve(extractor) });

export const extractors: readonly ExtractorEntry[] = [
  // Their marks stand at the very beginning. A tar file also ends like the workbook, and holds within its first kilobyte the PDF, that
  // is its last or first entry.
  { id: "sqlite", mayBe: beginsWith("SQLite format 3"), load: async () => (await import("./sqlite/index.js")).sqliteExtractor },
  { id: "archive-gzip", mayBe: beginsWith("\x1f\x8b"), load: async () => (await import("./archive/gzip.js")).gzipExtractor },
  { id: "archive-compressed", mayBe: beginsWith("BZh", "\xfd7zXZ", "\x28\xb5\x2f\xfd"), load: async () => (await import("./archive/compressed.js")).compressedExtractor },
  { id: "archive-7z", mayBe: beginsWith("7z\xbc\xaf\x27\x1c"), load: async () => (await import("./archive/sevenzip.js")).sevenZipExtractor },
  { id: "archive-tar", mayBe: beginsAsTar, load: async () => (await import("./archive/tar.js")).tarExtractor },
  { id: "pdf", mayBe: beginsAsPdf, load: async () => (await import("./pdf/index.js")).pdfExtractor },
  { id: "xlsx", mayBe: isZip, load: async () => (await import("./ooxml/xlsx.js")).xlsxExtractor },
  { id: "xlsb", mayBe: isZip, load: async () => (await import("./ooxml/xlsb.js")).xlsbExtractor },
  { id: "ooxml-docx", mayBe: isZip, load: async () => (await import("./ooxml/docx.js")).docxExtractor },
  { id: "ooxml-pptx", mayBe: isZip, load: async () => (await import("./ooxml/pptx.js")).pptxExtractor },
  { id: "odf", mayBe: (bytes, name) => isZip(bytes) || beginsAsMarkup(bytes, name), load: async () => (await import("./odf/index.js")).odfExtractor },
  { id: "xls", mayBe: beginsAsOldWorkbook, load: async () => (await import("./biff/index.js")).xlsExtractor },
  { id: "archive-zip", mayBe: isZip, load: async () => (await import("./archive/zip.js")).zipExtractor },
  { id: "image", mayBe: beginsAsPicture, load: async () => (await import("./image/index.js")).imageExtractor },
  { id: "metafile", mayBe: beginsWith("\x01\0", "\x02\0\x09", "\xd7\xcd\xc6\x9a"), load: async () => (await import("./metafile/index.js")).metafileExtractor },
  { id: "msg", mayBe: isCompoundFile, load: async () => (await import("./outlook/index.js")).msgExtractor },
  { id: "tnef", mayBe: beginsWith("\x78\x9f\x3e\x22"), load: async () => (await import("./outlook/index.js")).tnefExtractor },
  { id: "doc", mayBe: isCompoundFile, load: async () => (await import("./msoffice97/doc.js")).docExtractor },
  { id: "ppt", mayBe: isCompoundFile, load: async () => (await import("./msoffice97/ppt.js")).pptExtractor },
  { id: "rtf", mayBe: showsFirst("{"), load: async () => (await import("./rtf/index.js")).rtfExtractor },
  { id: "sealed-office", mayBe: isCompoundFile, load: async () => (await import("./sealed-office.js")).sealedOfficeExtractor },
  { id: "compound", mayBe: isCompoundFile, load: async () => (await import("./compound.js")).compoundExtractor },
  { id: "signature", mayBe: hasSignature, load: async () => (await import("./unsupported.js")).signatureExtractor },
  { id: "cards", mayBe: beginsAsCard, load: async () => (await import("./cards/index.js")).cardsExtractor },
  { id: "spreadsheetml", mayBe: showsFirst("<"), load: async () => (await import("./spreadsheetml/index.js")).spreadsheetmlExtractor },
  { id: "eml", mayBe: beginsAsMessage, load: async () => (await import("./eml/index.js")).emlExtractor },
  { id: "html", mayBe: beginsAsMarkup, load: async () => (await import("./html/index.js")).htmlExtractor },
  { id: "xml-text", mayBe: beginsAsMarkup, load: async () => (await import("./html/index.js")).xmlTextExtractor },
  { id: "json", mayBe: beginsAsJson, load: async () => (await import("./json/index.js")).jsonExtractor },
  { id: "sql", mayBe: beginsAsSql, load: async () => (await import("./sqlite/dump.js")).sqlExtractor },
  loaded(csvExtractor),
  loaded(textExtractor),
  { id: "unsupported", mayBe: any, load: async () => (await import("./unsupported.js")).unsupportedExtractor },
];

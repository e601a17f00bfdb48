/** Which kind of package a zip file is, by the entries its specification demands. */
import { readZipDirectory, readEntry, type ZipEntry } from "../../bytes/zip.js";
import { Unreadable } from "../../errors.js";

/** OASIS OpenDocument 1.3 part 2, 3.3, and EPUB OCF 3.3, 4.3.3: the media type stands in a stored entry of this name. */
const MEDIA_TYPES: readonly (readonly [prefix: string, name: string])[] = [
  ["application/vnd.oasis.opendocument.text", "odt"],
  ["application/vnd.oasis.opendocument.spreadsheet", "ods"],
  ["application/vnd.oasis.opendocument.presentation", "odp"],
  ["application/vnd.oasis.opendocument.graphics", "odg"],
  ["application/vnd.oasis.opendocument.formula", "odf"],
  ["application/vnd.oasis.opendocument.base", "odb"],
  ["application/vnd.oasis.opendocument.database", "odb"],
  ["application/vnd.sun.xml.writer", "sxw"],
  ["application/vnd.sun.xml.calc", "sxc"],
  ["application/epub+zip", "epub"],
];

/** ECMA-376 part 2 packages that are not of Word, Excel or PowerPoint; JAR and Android packages; Apple's iWork. */
const TELLING_ENTRIES: readonly (readonly [entry: string, name: string])[] = [
  ["xl/workbook.bin", "xlsb"],
  ["visio/document.xml", "vsdx"],
  ["FixedDocSeq.fdseq", "xps"],
  ["FixedDocumentSequence.fdseq", "xps"],
  ["AndroidManifest.xml", "apk"],
  ["META-INF/MANIFEST.MF", "jar"],
  ["Index/Document.iwa", "iwork"],
  ["index.apxl", "iwork"],
  ["[Content_Types].xml", "package"],
];

const MAX_MEDIA_TYPE = 256;

/** "zip" for an archive that is no package. */
export function packageName(bytes: Uint8Array): string {
  let entries: readonly ZipEntry[];
  try {
    ({ entries } = readZipDirectory(bytes));
  } catch (error) {
    // It will be read, and reported, by `extract`.
    if (error instanceof Unreadable) return "zip";
    throw error;
  }
  const mediaType = mediaTypeOf(bytes, entries);
  const byType = MEDIA_TYPES.find(([prefix]) => mediaType.startsWith(prefix));
  if (byType !== undefined) return byType[1];
  const names = new Set(entries.map(({ name }) => name));
  return TELLING_ENTRIES.find(([entry]) => names.has(entry))?.[1] ?? "zip";
}

function mediaTypeOf(bytes: Uint8Array, entries: readonly ZipEntry[]): string {
  const entry = entries.find(({ name, method, encrypted, compressedSize }) => name === "mimetype" && method === 0 && !encrypted && compressedSize <= MAX_MEDIA_TYPE);
  if (entry === undefined) return "";
  try {
    return Buffer.from(readEntry(bytes, entry, UNCOUNTED).bytes).toString("latin1");
  } catch (error) {
    if (error instanceof Unreadable) return "";
    throw error;
  }
}

/** A stored entry of at most 256 bytes costs nothing worth counting. */
const UNCOUNTED = { expand: () => undefined, entry: () => undefined, tick: () => undefined, remainingBytes: MAX_MEDIA_TYPE } as const;

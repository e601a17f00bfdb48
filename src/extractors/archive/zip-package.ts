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

/** Content types of the main parts of ECMA-376 part 2 packages that are not of Word, Excel or PowerPoint ([MS-XLSB] 2.1.1; [MS-VSDX] 2.2.2). */
const MAIN_PARTS: readonly (readonly [contentType: RegExp, name: string])[] = [
  [/application\/vnd\.ms-excel\.sheet\.binary\.macroenabled\.main/iu, "xlsb"],
  [/application\/vnd\.ms-visio\.drawing\.(?:macroenabled\.)?main\+xml/iu, "vsdx"],
  [/application\/vnd\.ms-package\.xps-fixeddocumentsequence\+xml/iu, "xps"],
];

/** XPS, JAR and Android packages; Apple's iWork; packages of any other kind. */
const TELLING_ENTRIES: readonly (readonly [entry: string, name: string])[] = [
  ["FixedDocSeq.fdseq", "xps"],
  ["FixedDocumentSequence.fdseq", "xps"],
  ["AndroidManifest.xml", "apk"],
  ["META-INF/MANIFEST.MF", "jar"],
  ["Index/Document.iwa", "iwork"],
  ["index.apxl", "iwork"],
  ["[Content_Types].xml", "package"],
];

const MAX_MEDIA_TYPE = 256;
const MAX_CONTENT_TYPES = 2 ** 20;

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
  const mediaType = smallEntry(bytes, entries, "mimetype", MAX_MEDIA_TYPE);
  const byType = MEDIA_TYPES.find(([prefix]) => mediaType.startsWith(prefix));
  if (byType !== undefined) return byType[1];
  const contentTypes = smallEntry(bytes, entries, "[Content_Types].xml", MAX_CONTENT_TYPES);
  const byMainPart = MAIN_PARTS.find(([contentType]) => contentType.test(contentTypes));
  if (byMainPart !== undefined) return byMainPart[1];
  const names = new Set(entries.map(({ name }) => name));
  return TELLING_ENTRIES.find(([entry]) => names.has(entry))?.[1] ?? "zip";
}

/** An entry's bytes one character each; "" where there is none of that name, or it is larger or cannot be read. */
function smallEntry(bytes: Uint8Array, entries: readonly ZipEntry[], wanted: string, maxBytes: number): string {
  const entry = entries.find(({ name, encrypted, size }) => name === wanted && !encrypted && size <= maxBytes);
  if (entry === undefined) return "";
  // So little is not worth counting against the scan, but it must stay so little.
  const uncounted = { expand: () => undefined, entry: () => undefined, tick: () => undefined, remainingBytes: maxBytes };
  try {
    return Buffer.from(readEntry(bytes, entry, uncounted).bytes).toString("latin1");
  } catch (error) {
    if (error instanceof Unreadable) return "";
    throw error;
  }
}

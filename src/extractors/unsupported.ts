/** The last resort: names what leaklint cannot read yet, so that it is listed instead of passed over. */
import { compoundFileNames, isCompoundFile } from "../bytes/cfb.js";
import { knownBeforeText, knownByMagic, type KnownFormat } from "../bytes/magic.js";
import { printableRuns } from "../bytes/printable-runs.js";
import type { Extractor, Unscanned } from "../contract.js";
import { remarksSegment } from "../text/remarks.js";

const BINARY: KnownFormat = { format: "binary", words: "of no format leaklint knows" };
const EMPTY: KnownFormat = { format: "empty", words: "empty" };

/** What a compound file is, by a stream or storage that only this kind has. Order matters: a sealed package is nothing else. */
const COMPOUND_FORMATS: readonly (readonly [name: string, KnownFormat])[] = [
  ["EncryptedPackage", { format: "ooxml-encrypted", words: "an Office document sealed with a password", encrypted: true }], // [MS-OFFCRYPTO] 2.3.4.4
  ["WordDocument", { format: "doc", words: "a Word 97-2003 document" }], // [MS-DOC] 2.1
  ["Workbook", { format: "xls", words: "an Excel 97-2003 workbook" }], // [MS-XLS] 2.1.2
  ["Book", { format: "xls", words: "an Excel 5.0/95 workbook" }],
  ["PowerPoint Document", { format: "ppt", words: "a PowerPoint 97-2003 presentation" }], // [MS-PPT] 2.1.2
  ["__properties_version1.0", { format: "msg", words: "an Outlook message" }], // [MS-OXMSG] 2.4
  ["VisioDocument", { format: "vsd", words: "a Visio drawing" }], // [MS-VSDX] predecessor, PRONOM fmt/443
  ["Quill", { format: "pub", words: "a Publisher document" }],
  ["BodyText", { format: "hwp", words: "a Hangul word processor document" }], // HWP 5.0 revision 1.3, 3.2
  ["JSRV_SegmentInformation", { format: "jtd", words: "an Ichitaro document" }],
  ["MatOST", { format: "wps", words: "a Works document" }],
  ["!_StringPool", { format: "msi", words: "a Windows installer" }],
  ["VBA", { format: "vba", words: "a macro project" }], // [MS-OVBA] 2.2.1
  ["CONTENTS", { format: "ole-object", words: "an embedded object" }],
  ["Package", { format: "ole-package", words: "an embedded file in an OLE package" }],
  ["\u0001Ole10Native", { format: "ole-package", words: "an embedded file in an OLE package" }], // [MS-OLEDS] 2.3.6
];
const OTHER_COMPOUND: KnownFormat = { format: "cfb", words: "a compound file of a kind leaklint does not know" };

/** Formats whose first bytes nobody documents, by what their programs call their files. */
const BY_NAME: Readonly<Record<string, KnownFormat>> = Object.fromEntries(
  ([
    ["docuworks", "a DocuWorks document", "xdw xbd xct"],
    ["jtd", "an Ichitaro document", "jtd jtdc jtt jttc jfw jvw juw jaw jtw"],
    ["oasys", "an OASYS document", "oas oa2 oa3"],
    ["filemaker", "a FileMaker database", "fmp12 fp7 fp5"],
    ["iwork", "part of an iWork document", "iwa"],
  ] as const).flatMap(([format, words, extensions]) => extensions.split(" ").map((extension) => [extension, { format, words }])),
);

function byName(name: string): KnownFormat | undefined {
  const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return Object.hasOwn(BY_NAME, extension) ? BY_NAME[extension] : undefined;
}

function known(bytes: Uint8Array, name: string): KnownFormat {
  if (bytes.length === 0) return EMPTY;
  if (!isCompoundFile(bytes)) return knownByMagic(bytes) ?? byName(name) ?? BINARY;
  const names = new Set(compoundFileNames(bytes));
  return COMPOUND_FORMATS.find(([name]) => names.has(name.toLowerCase()))?.[1] ?? OTHER_COMPOUND;
}

function* refusal(at: Unscanned["at"], { words, format, encrypted }: KnownFormat): Generator<Unscanned> {
  if (encrypted === true) yield { kind: "unscanned", at, reason: "encrypted", detail: `It is ${words}.` };
  else yield { kind: "unscanned", at, reason: "unsupported", detail: `It is ${words}; leaklint cannot read that yet.`, format };
}

/**
 * Stands last in the order and identifies everything. An empty file is wholly read: it yields nothing. All else yields one
 * `Unscanned`, and of strays what is readable.
 */
export const unsupportedExtractor: Extractor = {
  id: "unsupported",
  identify: (bytes, name) => known(bytes, name).format,
  *extract({ at, name, bytes, isStray }) {
    const format = known(bytes, name);
    if (format !== EMPTY) yield* refusal(at, format);
    // What belongs to nothing in a container is often a text with a few bytes of something else around it.
    const text = isStray === true && format === BINARY ? printableRuns(bytes) : "";
    if (text !== "") yield remarksSegment([{ text, at }]);
  },
};

/**
 * Stands before the extractors of text, and takes what only passes for text: small pictures and sounds, and formats written in plain
 * characters whose text is encoded (Japanese in RTF is `\'93\'fa`), so that reading them as text would find nothing and call it clean.
 */
export const signatureExtractor: Extractor = {
  id: "signature",
  identify: (bytes, name) => (isCompoundFile(bytes) ? known(bytes, name) : knownBeforeText(bytes))?.format,
  *extract({ at, name, bytes }) {
    yield* refusal(at, known(bytes, name));
  },
};

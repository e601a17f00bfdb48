/**
 * Windows metafiles, old and enhanced: how tables and charts are pasted into documents as pictures. Their text is text, in full, whatever
 * the document crops. Own readers of a hundred lines each: npm has programs that draw them, and none that gives their text.
 */
import { strayArtifact } from "../../bytes/stray.js";
import type { Artifact, ExtractContext, Extractor, Segment, Unscanned } from "../../contract.js";
import { codePageDecoder } from "../../text/code-pages.js";
import { remarksSegment } from "../../text/remarks.js";
import { type Metafile, readEmf } from "./emf.js";
import { drawnLines } from "./lines.js";
import { readWmf } from "./wmf.js";

/** " EMF", [MS-EMF] 2.2.9, behind a header record. */
const isEmf = (bytes: Uint8Array): boolean => bytes.length >= 88 && bytes[0] === 1 && bytes[1] === 0 && bytes[40] === 0x20 && bytes[41] === 0x45 && bytes[42] === 0x4d && bytes[43] === 0x46;
/** A placeable header, or that of a file or of memory: nine words, version 1.0 or 3.0. */
const isWmf = (bytes: Uint8Array): boolean =>
  bytes.length >= 18 && ((bytes[0] === 0xd7 && bytes[1] === 0xcd && bytes[2] === 0xc6 && bytes[3] === 0x9a) || ((bytes[0] === 1 || bytes[0] === 2) && bytes[1] === 0 && bytes[2] === 9 && bytes[3] === 0 && bytes[4] === 0 && (bytes[5] === 1 || bytes[5] === 3)));

export const metafileExtractor: Extractor = {
  id: "metafile",
  identify: (bytes) => (isEmf(bytes) ? "emf" : isWmf(bytes) ? "wmf" : undefined),
  extract: readMetafile,
};

/** Windows' character sets ([MS-WMF] 2.1.1.5) and their code pages; 0 and 1 leave it to the machine, which is a Japanese one here. */
const CODE_PAGES: Readonly<Record<number, number>> = { 0: 932, 1: 932, 2: 1252, 77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250 };

function* readMetafile({ at, bytes }: Artifact, { budget }: ExtractContext): Generator<Segment | Artifact | Unscanned> {
  const decode = (text: Uint8Array, charset: number): string => codePageDecoder(CODE_PAGES[charset] ?? 932)(text).replaceAll("\0", "");
  const format = isEmf(bytes) ? "emf" : "wmf";
  const file: Metafile = format === "emf" ? readEmf(bytes, budget, decode) : readWmf(bytes, budget, decode);
  const text = drawnLines(file.drawn, file.height);
  if (text !== "") yield { ...remarksSegment([{ text, at }]), layout: "prose" };
  if (file.description.trim() !== "") yield remarksSegment([{ text: file.description.trim(), at: [...at, { kind: "property", name: "description" }] }], "metadata");
  const words = format === "emf" ? "a Windows metafile (EMF)" : "a Windows metafile (WMF)";
  if (file.hasPixels) yield { kind: "unscanned", at, reason: "unsupported", format, detail: `It is ${words} with a picture in it; text in the picture was not read.` };
  if (file.hasGlyphs) yield { kind: "unscanned", at, reason: "unsupported", format, detail: `It is ${words} with text written as numbers of glyphs, which cannot be read.` };
  if (file.isCut) yield { kind: "unscanned", at, reason: "corrupt", detail: `It is ${words} that ends too early.` };
  const behind = file.isCut ? undefined : strayArtifact(at, bytes, file.end, bytes.length);
  if (behind !== undefined) yield behind;
}

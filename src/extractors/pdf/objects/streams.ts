/** What a stream is, as far as its own dictionary and bytes say (ISO 32000-1, 7.3.8): text, a file, a picture, or what a page is made of. */
import { knownBeforeText } from "../../../bytes/magic.js";
import { printableRuns } from "../../../bytes/printable-runs.js";
import { isText } from "../../../text/decode.js";
import type { Dict } from "../fast/lexer.js";
import type { Unwrapped } from "./decode.js";

export type StreamKind = "content" | "picture" | "metadata" | "file" | "machinery" | "unknown";

const MACHINERY_TYPES = new Set(["XRef", "ObjStm", "CMap", "Halftone", "Pattern", "Font", "Function"]);
/** Fonts and colour profiles, functions, shadings, patterns, sampled curves. */
const MACHINERY_KEYS = ["Length1", "FunctionType", "ShadingType", "PatternType", "HalftoneType", "Alternate"];
const MACHINERY_SUBTYPES = new Set(["Type1C", "CIDFontType0C", "OpenType"]);

export function kindOfStream(dict: Dict): StreamKind {
  const [type, subtype] = [dict.get("Type"), dict.get("Subtype")];
  if (subtype === "Image") return "picture";
  if (subtype === "Form") return "content";
  if (type === "Metadata") return "metadata";
  if (type === "EmbeddedFile") return "file";
  if (typeof type === "string" && MACHINERY_TYPES.has(type)) return "machinery";
  if (typeof subtype === "string" && MACHINERY_SUBTYPES.has(subtype)) return "machinery";
  return MACHINERY_KEYS.some((key) => dict.has(key)) ? "machinery" : "unknown";
}

/** Instructions that show text: a string or an array, and an operator behind it. */
export function showsText(content: Uint8Array): boolean {
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString("latin1");
  return /\bBT\b/u.test(text) && /[)>\]][\s\0]*(?:T[jJ]|['"])(?![A-Za-z])/u.test(text);
}

/** What a stream of no kind that is known is good for. */
export type Unknown = { readonly kind: "file" } | { readonly kind: "text"; readonly text: string } | { readonly kind: "machinery" };

export function judgeUnknown(content: Uint8Array): Unknown {
  if (content.length === 0) return { kind: "machinery" };
  const head = Buffer.from(content.buffer, content.byteOffset, Math.min(content.length, 4096)).toString("latin1");
  // CMaps, font programs, colour profiles, and the shapes of glyphs begin with their own words.
  if (/begincmap|^\/CIDInit|^%!PS-AdobeFont|^%!FontType|^[\d.\s-]+d[01]\s/u.test(head) || head.slice(36, 40) === "acsp" || /^(?:\x00\x01\x00\x00|OTTO|true|\x01\x00\x04)/u.test(head)) return { kind: "machinery" };
  if (knownBeforeText(content) !== undefined || isText(content)) return { kind: "file" };
  return { kind: "text", text: printableRuns(content) };
}

/** The file that a picture's stream is, where it is one: JPEG and JPEG 2000 are stored whole (7.4.8, 7.4.9). */
export function pictureFileIn({ bytes, filter }: Unwrapped): Uint8Array | undefined {
  return filter === "DCTDecode" || filter === "DCT" || filter === "JPXDecode" ? bytes : undefined;
}

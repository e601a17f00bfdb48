/** All that an XML document says, for parts and files that nobody reads in their own terms. */
import { readXml } from "./xml.js";

/** Markup that only dresses text: a word does not end where one of these does. */
const INLINE = new Set(["t", "r", "fld", "b", "i", "u", "s", "em", "strong", "font", "span", "a", "sub", "sup", "ins", "del", "hyperlink", "smartTag"]);

/** Attributes that hold text wherever they stand; of all others, mere numbers and words of the format are left out. */
const TEXT_ATTRIBUTES = new Set(["v", "val", "value", "name", "title", "descr", "text", "displayName", "alt", "author", "caption", "tooltip"]);

/** Coordinates, sizes, colours, cell references, identifiers, and names of vocabularies: present in thousands and nobody's data. */
const FORMAT_VALUE =
  /^(?:[-+]?[\d.,:%]{0,9}|[A-Za-z]{1,3}\d{1,7}|[\dA-Fa-f]{6}|[\dA-Fa-f]{8}|\{?[\dA-Fa-f]{8}-[\dA-Fa-f]{4}-[\dA-Fa-f]{4}-[\dA-Fa-f]{4}-[\dA-Fa-f]{12}\}?|https?:\/\/(?:schemas\.openxmlformats\.org|schemas\.microsoft\.com|purl\.oclc\.org|www\.w3\.org)\/[^\s@?]*)$/u;

/**
 * Text nodes, attribute values, comments, processing instructions and document types, each on lines of its own in that order, so that
 * words that runs of formatting cut apart stay whole.
 * @param skip elements by local name that are read elsewhere, with everything in them
 */
export function xmlText(bytes: Uint8Array, skip?: ReadonlySet<string>): string {
  const reader = readXml(bytes);
  const values: string[] = [];
  const asides: string[] = [];
  let text = "";
  let skipped = 0;
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    if (skipped > 0) {
      if (token === "close" && reader.depth <= skipped) skipped = 0;
      continue;
    }
    if (token === "text") text += reader.text;
    else if (token === "close") {
      if (text !== "" && !text.endsWith("\n") && !INLINE.has(reader.name)) text += "\n";
    } else if (token === "aside") {
      if (!/^xml\s/u.test(reader.text)) asides.push(reader.text);
    } else {
      if (skip?.has(reader.name) === true) skipped = reader.depth;
      else if (text !== "" && !text.endsWith("\n") && !INLINE.has(reader.name)) text += "\n";
      if (skipped > 0) continue;
      for (const [name, value] of reader.attributes()) if (value !== "" && (TEXT_ATTRIBUTES.has(name) || !FORMAT_VALUE.test(value))) values.push(value);
    }
  }
  const lines = text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  return [...lines, ...values, ...asides].join("\n");
}

/** An XML document to judge by its first bytes: any encoding's "<", after a mark and white space. */
export function looksLikeXml(bytes: Uint8Array): boolean {
  for (let i = 0; i < Math.min(bytes.length, 256); i++) {
    const byte = bytes[i];
    if (byte === 0x3c) return true;
    const isMark = byte === 0xef || byte === 0xbb || byte === 0xbf || byte === 0xff || byte === 0xfe;
    if (!(byte === 0 || byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d || (i < 3 && isMark))) return false;
  }
  return false;
}

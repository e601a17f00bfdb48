/** Is this a page, XML, or neither? By the first tag, then by name. */
import { textHead } from "../../text/decode.js";
import { textFormatByName } from "../../text/format-names.js";

/** Elements that only a page begins with. */
const PAGE_ELEMENTS = new Set(
  "html head body title meta link base script style table div p span a h1 h2 h3 h4 h5 h6 ul ol dl form font center br hr img b i pre blockquote section article main header nav".split(" "),
);
/** What may stand before the first element: white space, comments, declarations, doctype. */
const PROLOGUE = /^(?:\s+|<!--(?:[^-]|-(?!->))*-->|<\?[^>]*>|<!(?!doctype|--)[^>]*>)*/iu;
const DOCTYPE = /^<!doctype\s+([\w:.-]{1,60})/iu;
const FIRST_TAG = /^<([\p{L}_][\p{L}\p{N}_.:-]{0,99})(?=[\s/>])([^>]{0,4000})/u;

const META_CHARSET = /<meta\b[^>]{0,500}?charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/iu;
const XML_ENCODING = /^\s{0,99}<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})/iu;

/** The encoding that a page or XML document declares in its own first kilobytes. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString("latin1");
  return (XML_ENCODING.exec(head) ?? META_CHARSET.exec(head))?.[1];
}

/** "html", "svg" or "xml"; undefined for anything else. */
export function identifyMarkup(bytes: Uint8Array, name: string): string | undefined {
  if (!mayBeMarkup(bytes, name)) return undefined;
  const { isText, text: head } = textHead(bytes);
  if (!isText) return undefined;
  const promised = /\.(html?|xhtml|shtml|xml|svg|xsd|xsl|xslt|rdf|rss|atom|plist|kml|gpx|wsdl)$/iu.exec(name)?.[1].toLowerCase();
  const isPagePromised = promised?.endsWith("html") === true || promised === "htm";
  const hasXmlDeclaration = /^\s*<\?xml\b/iu.test(head);
  const rest = head.slice(PROLOGUE.exec(head)?.[0].length ?? 0);
  const root = (DOCTYPE.exec(rest) ?? FIRST_TAG.exec(rest))?.[1].toLowerCase().replace(/^[^:]*:/u, "");
  if (root === "html" || isPagePromised) return "html";
  if (root === undefined) return undefined;
  if (root === "svg") return "svg";
  if (hasXmlDeclaration || promised !== undefined || /\sxmlns(?::[\w-]{1,40})?\s{0,9}=/u.test(FIRST_TAG.exec(rest)?.[2] ?? "")) return "xml";
  // Markdown, templates and components may begin with a tag and are still read as what their name says.
  return textFormatByName(name) === "text" && PAGE_ELEMENTS.has(root) ? "html" : undefined;
}

/** A page begins with "<", whatever its encoding, unless its name alone makes it one. */
function mayBeMarkup(bytes: Uint8Array, name: string): boolean {
  if (/\.(?:html?|xhtml|shtml)$/iu.test(name)) return bytes.length > 0;
  for (let i = 0; i < Math.min(bytes.length, 1024); i++) {
    if (bytes[i] === 0x3c) return true;
    // White space, NULs of UTF-16 and UTF-32, byte order marks.
    if (![0x09, 0x0a, 0x0d, 0x20, 0x00, 0xef, 0xbb, 0xbf, 0xfe, 0xff].includes(bytes[i])) return false;
  }
  return false;
}

/**
 * HTML as lines of text, just well enough to find the header block above a quoted message. What the body says is read by the
 * HTML extractor; nothing here decides what is scanned.
 */

const LINE_BREAKING = new Set(["br", "p", "div", "tr", "li", "table", "blockquote", "hr", "h1", "h2", "h3", "pre"]);
const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", nbsp: " ", quot: '"', apos: "'" };
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,5}));/gu;
const TAG_NAME = /^\/?([A-Za-z][A-Za-z0-9]{0,10})/u;
const MAILTO = /mailto:([^"'?\s>]{3,254})/iu;

/** Linear in the text. @param limit UTF-16 units of `html` that are looked at */
export function linesOfHtml(html: string, limit: number): string {
  const source = html.slice(0, limit);
  let out = "";
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf("<", at);
    const text = source.slice(at, open < 0 ? source.length : open);
    // Line breaks of the source are blanks; those of the page come from tags.
    out += decodeEntities(text.replace(/\s+/gu, " "));
    if (open < 0) break;
    const close = source.indexOf(">", open);
    if (close < 0) break;
    const tag = source.slice(open + 1, Math.min(close, open + 400));
    const name = TAG_NAME.exec(tag)?.[1].toLowerCase() ?? "";
    if (LINE_BREAKING.has(name)) out += "\n";
    else if (name === "td" || name === "th") out += " ";
    else if (name === "a") out += ` ${decodeEntities(MAILTO.exec(tag)?.[1] ?? "")} `;
    at = close + 1;
    if ((name === "style" || name === "script") && !tag.startsWith("/")) at = endOfElement(source, at);
  }
  return out;
}

const END_OF_UNSHOWN = /<\/(?:style|script)/giu;

function endOfElement(source: string, from: number): number {
  END_OF_UNSHOWN.lastIndex = from;
  return END_OF_UNSHOWN.exec(source)?.index ?? source.length;
}

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(ENTITY, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (name !== undefined) return Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

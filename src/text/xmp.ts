/** XMP metadata (ISO 16684-1), read as plain XML: every element's text and every attribute's value is a property. */
export interface XmpProperty {
  readonly name: string;
  readonly text: string;
}

/** Names of the form `dc:creator`; containers (rdf:Seq, rdf:li) pass their parent's name on. Linear in the packet. */
export function xmpTexts(packet: string): XmpProperty[] {
  const found: XmpProperty[] = [];
  const names: string[] = [];
  let at = 0;
  while (at < packet.length) {
    if (found.length >= MAX_PROPERTIES) {
      found.push({ name: "XMP", text: packet.slice(at) });
      break;
    }
    const open = packet.indexOf("<", at);
    const text = unescape(packet.slice(at, open < 0 ? undefined : open)).trim();
    if (text !== "" && names.length > 0) found.push({ name: nearestName(names), text });
    if (open < 0) break;
    const special = ["<!--", "<![CDATA[", "<?"].find((mark) => packet.startsWith(mark, open));
    if (special !== undefined) {
      const endMark = special === "<!--" ? "-->" : special === "<?" ? "?>" : "]]>";
      const end = packet.indexOf(endMark, open + special.length);
      const inner = packet.slice(open + special.length, end < 0 ? undefined : end).trim();
      if (special !== "<?" && inner !== "") found.push({ name: names.length > 0 ? nearestName(names) : "XMP", text: inner });
      at = end < 0 ? packet.length : end + endMark.length;
      continue;
    }
    const close = packet.indexOf(">", open);
    const tag = packet.slice(open + 1, close < 0 ? undefined : close);
    at = close < 0 ? packet.length : close + 1;
    if (tag.startsWith("/")) {
      names.pop();
      continue;
    }
    const name = /^[^\s/]*/u.exec(tag)?.[0] ?? "";
    for (const [, attribute, double, single] of tag.matchAll(ATTRIBUTE)) {
      const value = unescape(double ?? single ?? "").trim();
      if (value !== "" && !STRUCTURAL.test(attribute)) found.push({ name: attribute, text: value });
    }
    if (!tag.endsWith("/") && names.length < MAX_DEPTH) names.push(name);
  }
  return found;
}

const MAX_DEPTH = 64;
/** The rest of a packet with more is one text. */
const MAX_PROPERTIES = 10_000;
/** Begins at white space, so that a long run of name characters is looked at once and not from each of its characters. */
const ATTRIBUTE = /\s([^\s=<>"'/]+)=(?:"([^"]*)"|'([^']*)')/gu;
/** Attributes that are XML's and RDF's own. */
const STRUCTURAL = /^(?:xmlns(?::|$)|xml:|rdf:(?:about|parseType|resource|ID|nodeID|datatype)$|x:xmptk$)/u;

function nearestName(names: readonly string[]): string {
  for (let i = names.length - 1; i >= 0; i--) if (!names[i].startsWith("rdf:")) return names[i];
  return "XMP";
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function unescape(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot|apos));/giu, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()];
    const code = hex !== undefined ? parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** text/enriched (RFC 1896) and text/richtext (RFC 1341 section 7.1.3) as the text they show. */
const MARK = /<<|<(\/?[A-Za-z0-9-]{1,60})>/gu;
const BREAKING: ReadonlySet<string> = new Set(["nl", "paragraph", "np"]);

/** Line breaks of the source are kept, so that a stretch still knows its line. Linear. */
export function shownText(source: string): string {
  return source.replace(MARK, (whole, name: string | undefined) => {
    if (whole === "<<") return "<";
    return name !== undefined && BREAKING.has(name.toLowerCase()) ? "\n" : "";
  });
}

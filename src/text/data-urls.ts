/** Files written into a text as `data:` URLs without Base64 (RFC 2397): what a page offers for download, a picture in a style sheet. */
import type { Artifact, TextSegment } from "../contract.js";
import { bytesOf } from "./percent.js";

/** Up to a quotation mark, a bracket or a space; longer ones are cut there. */
const DATA_URL = /data:([\w.+-]{1,60}\/[\w.+-]{1,80})?((?:;[\w-]{1,40}=[^;,"'\s]{1,80}){0,4}),([^"'<>\s`]{16,4000000})/giu;

/** Each where it stands. Linear. */
export function* dataFiles(segment: TextSegment): Generator<Artifact> {
  const { text } = segment;
  if (!text.includes("data:") && !text.includes("DATA:")) return;
  for (const { 0: written, 1: type, 3: content, index } of text.matchAll(DATA_URL)) {
    if (!content.includes("%")) continue;
    const { at, concealment } = segment.place({ start: index, end: index + written.length });
    // "+" is itself here.
    const bytes = bytesOf(content.replaceAll("+", "%2B"));
    yield {
      kind: "artifact", at: [...at, { kind: "entry", name: "data URL" }], name: "", bytes,
      ...(type !== undefined && { mediaType: type.toLowerCase() }), ...(concealment !== undefined && { concealment }),
    };
  }
}

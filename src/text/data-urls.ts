/**
 * Files written into a text as `data:` URLs (RFC 2397): what a page offers for download, a picture in a style sheet. Those in Base64 only where they
 * are short: longer runs of it are found wherever they stand.
 */
import { Buffer } from "node:buffer";
import type { Artifact, TextSegment } from "../contract.js";
import { bytesOf } from "./percent.js";

/** Up to a quotation mark, a bracket or a space; longer ones are cut there. */
const DATA_URL = /data:([\w.+-]{1,60}\/[\w.+-]{1,80})?((?:;[\w-]{1,40}=[^;,"'\s]{1,80}){0,4}),([^"'<>\s`]{16,4000000})/giu;

const SHORT_BASE64 = /data:([\w.+-]{1,60}\/[\w.+-]{1,80})?(?:;[\w-]{1,40}=[^;,"'\s]{1,80}){0,4};base64,([A-Za-z0-9+/_-]{8,99}={0,2})(?![A-Za-z0-9+/_=-])/giu;

/** Each where it stands. Linear. */
export function* dataFiles(segment: TextSegment): Generator<Artifact> {
  const { text } = segment;
  if (!text.includes("data:") && !text.includes("DATA:")) return;
  for (const { 0: written, 1: type, 2: content, index } of text.matchAll(SHORT_BASE64)) {
    // Of so few bytes a picture is a dot.
    if (!type?.toLowerCase().startsWith("image/") || type.toLowerCase().includes("svg")) yield file(written, index, type, new Uint8Array(Buffer.from(content, "base64")));
  }
  for (const { 0: written, 1: type, 3: content, index } of text.matchAll(DATA_URL)) {
    if (!content.includes("%")) continue;
    // "+" is itself here.
    yield file(written, index, type, bytesOf(content.replaceAll("+", "%2B")));
  }

  function file(written: string, index: number, type: string | undefined, bytes: Uint8Array): Artifact {
    const { at, concealment } = segment.place({ start: index, end: index + written.length });
    return {
      kind: "artifact", at: [...at, { kind: "entry", name: "data URL" }], name: "", bytes,
      ...(type !== undefined && { mediaType: type.toLowerCase() }), ...(concealment !== undefined && { concealment }),
    };
  }
}

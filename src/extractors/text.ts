/** Any text: what no other extractor knows as something more. */
import type { Extractor, TextSegment } from "../contract.js";
import { isText } from "../text/decode.js";
import { decodeEscapes } from "../text/escapes.js";
import { placeByLine } from "../text/lines.js";
import { lossesOf, openArtifactText, piecesOf } from "../text/source.js";

/** Each format and the extensions it goes by; anything else is "text". */
const FORMATS: readonly (readonly [format: string, extensions: string])[] = [
  ["markdown", "md markdown mdx"],
  ["log", "log"],
  ["yaml", "yaml yml"],
  ["source", "js mjs cjs jsx ts mts cts tsx py rb go rs java kt swift c h cc cpp hpp cs php pl sh bash ps1 bat cmd sql css scss vue svelte"],
];

let byExtension: Map<string, string> | undefined;

function formatByName(name: string): string {
  byExtension ??= new Map(FORMATS.flatMap(([format, extensions]) => extensions.split(" ").map((one) => [one, format] as const)));
  return byExtension.get(name.slice(name.lastIndexOf(".") + 1).toLowerCase()) ?? "text";
}

/** The last extractor before the one that gives up: takes whatever is text in some encoding. */
export const textExtractor: Extractor = {
  id: "text",
  identify: (bytes, name) => (bytes.length > 0 && isText(bytes) ? formatByName(name) : undefined),
  *extract(artifact, context) {
    const { at, name } = artifact;
    const layout = formatByName(name) === "log" ? "lines" : "prose";
    const reader = openArtifactText(artifact, context);
    const pieces = piecesOf(reader, context);
    for (;;) {
      const { done, value } = pieces.next();
      if (done === true) {
        yield* lossesOf(at, reader, value);
        return;
      }
      yield segmentOf(value.text, layout, placeByLine(at, value.text, value.base));
    }
  },
};

function segmentOf(text: string, layout: TextSegment["layout"], place: TextSegment["place"]): TextSegment {
  const decoded = decodeEscapes(text);
  if (decoded === undefined) return { kind: "text", text, layout, place };
  return { kind: "text", text: decoded.text, layout, place: (range) => place(decoded.sourceOf(range)) };
}

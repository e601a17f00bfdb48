/** A file's own text as segments, in pieces where it is long. */
import type { Artifact, ExtractContext, TextSegment, Unscanned } from "../contract.js";
import { decodeEscapes } from "./escapes.js";
import { placeByLine } from "./lines.js";
import { lossesOf, openArtifactText, piecesOf } from "./source.js";

/** @throws Unreadable ("limit") */
export function* textSegments(artifact: Artifact, context: ExtractContext, layout: TextSegment["layout"]): Generator<TextSegment | Unscanned> {
  const { at } = artifact;
  const reader = openArtifactText(artifact, context);
  const pieces = piecesOf(reader, context);
  for (;;) {
    const { done, value } = pieces.next();
    if (done === true) {
      yield* lossesOf(at, reader, value);
      return;
    }
    const { text, base } = value;
    const place = placeByLine(at, text, base);
    const decoded = decodeEscapes(text);
    if (decoded === undefined) yield { kind: "text", text, layout, place };
    else yield { kind: "text", text: decoded.text, layout, place: (range) => place(decoded.sourceOf(range)) };
  }
}

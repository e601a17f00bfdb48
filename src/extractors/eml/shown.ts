/** A text as mail programs show it, and where each stretch of it stands in what was written. */
import type { Range, TextSegment } from "../../contract.js";
import { decodeEscapes } from "../../text/escapes.js";
import { createMappedText, type MappedText } from "../../text/mapped.js";

/** "&#39641;橋": programs write so what the charset of a plain text does not have. */
const NUMBERED = "&#";
const QUOTED = /(?:^|\n)>/u;
const QUOTE_MARKS = /^(?:> ?)+/gmu;

/** Without the marks of quotes, which programs draw as bars beside the text and which part what goes on in the next line. */
export function asShown({ text: written, place }: Pick<TextSegment, "text" | "place">): TextSegment {
  const said = withoutQuoteMarks(written);
  const numbered = said.text.includes(NUMBERED) ? decodeEscapes(said.text) : undefined;
  const sourceOf = (range: Range): Range => said.sourceOf(numbered === undefined ? range : numbered.sourceOf(range));
  return { kind: "text", layout: "prose", text: numbered?.text ?? said.text, place: (range) => place(sourceOf(range)) };
}

function withoutQuoteMarks(text: string): MappedText {
  if (!QUOTED.test(text)) return { text, sourceOf: (range) => range };
  const out = createMappedText(text);
  let copied = 0;
  for (const { index, 0: marks } of text.matchAll(QUOTE_MARKS)) {
    out.copy(copied, index);
    copied = index + marks.length;
  }
  out.copy(copied, text.length);
  return out.finish();
}

/** Any text: what no other extractor knows as something more. */
import type { Extractor } from "../contract.js";
import { isText } from "../text/decode.js";
import { textFormatByName } from "../text/format-names.js";
import { textSegments } from "../text/segments.js";

/** Takes whatever is text in some encoding: stands after every extractor that knows more about a text than that. */
export const textExtractor: Extractor = {
  id: "text",
  identify: (bytes, name) => (bytes.length > 0 && isText(bytes) ? textFormatByName(name) : undefined),
  extract: (artifact, context) => textSegments(artifact, context, textFormatByName(artifact.name) === "log" ? "lines" : "prose"),
};

/** Comments of a sheet: legacy notes (ECMA-376 part 1, 18.7) and threaded ones ([MS-XLSX] 2.6.205). */
import { readXml, type XmlReader } from "../../bytes/xml.js";

export interface SheetComments {
  readonly comments: readonly { readonly ref: string; readonly text: string }[];
  readonly authors: readonly string[];
}

/** Threaded comments give their legacy shadow an author that is an identifier. */
const THREAD_AUTHOR = /^tc=\{/u;

export function readComments(xml: Uint8Array): SheetComments {
  const comments: { ref: string; text: string }[] = [];
  const authors: string[] = [];
  const reader = readXml(xml);
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    if (token !== "open") continue;
    if (reader.name === "author") {
      const author = reader.innerText();
      if (author !== "" && !THREAD_AUTHOR.test(author)) authors.push(author);
    } else if (reader.name === "comment" || reader.name === "threadedComment") {
      const ref = reader.attribute("ref") ?? "";
      const text = commentText(reader);
      if (text !== "") comments.push({ ref, text });
    }
  }
  return { comments, authors };
}

/** Runs joined; readings on lines of their own. */
function commentText(reader: XmlReader): string {
  const outer = reader.depth;
  let text = "";
  const readings: string[] = [];
  for (let token = reader.next(); token !== "end" && !(token === "close" && reader.depth <= outer); token = reader.next()) {
    if (token === "text") text += reader.text;
    else if (token === "open" && reader.name === "rPh") readings.push(reader.innerText());
  }
  return [text.trim(), ...readings].filter((one) => one !== "").join("\n");
}

/** The same text and tables inside the files that offices send: Word documents, slides, messages with attachments. */
import { attachment, base64, encodedWord, mail, multipart } from "../../tests/support/mail.js";
import { docx, paragraph, pptx, slide, table } from "../../tests/support/ooxml.js";
import type { Grid } from "./grid.js";
import { concat, type Piece } from "./written.js";

const plain = (piece: Piece): string => concat([piece]).text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

export const wordParagraphs = (text: Piece): string => plain(text).split("\n").map((line) => paragraph(line)).join("");
export const wordTable = (grid: Grid): string => table(grid.map((row) => row.map(plain)));
export const wordFile = (...bodies: string[]): Uint8Array => docx(bodies.join(""));
export const slides = (texts: readonly Piece[]): Uint8Array => pptx(texts.map((text) => slide(plain(text))));

/** A message from an office's mailbox to another, in UTF-8 and Base64. */
export function message(subject: string, body: Piece, attached?: { readonly name: string; readonly bytes: Uint8Array }): Uint8Array {
  const fields = [["From", "soumu@pref.example"], ["To", "jimukyoku@city.example"], ["Subject", encodedWord(subject)], ["Date", "Mon, 10 Jun 2024 09:00:00 +0900"], ["MIME-Version", "1.0"]] as const;
  const type = ["Content-Type", "text/plain; charset=utf-8"] as const;
  const encoding = ["Content-Transfer-Encoding", "base64"] as const;
  const text = base64(Buffer.from(concat([body]).text));
  if (attached === undefined) return mail([...fields, type, encoding], text);
  return mail([...fields, ["Content-Type", 'multipart/mixed; boundary="b1"']], multipart("b1", [{ fields: [type, encoding], body: text }, attachment(attached.name, attached.bytes)]));
}

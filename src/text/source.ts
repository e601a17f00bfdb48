/** An artifact's bytes as text: whole or in pieces, with what could not be read of them. */
import type { Artifact, ExtractContext, Location, Unscanned } from "../contract.js";
import { openText, type TextReader } from "./decode.js";

/** A stretch of an artifact's text and where it begins. */
export interface TextPiece {
  readonly text: string;
  readonly base: { readonly line: number; readonly offset: number };
}

/** The whole of a longer text would not fit into memory a few times over. */
export const MAX_WHOLE_BYTES = 96 * 2 ** 20;

/** The `charset` parameter of a MIME type (RFC 2045, 5.1). */
export function charsetOf(mediaType: string | undefined): string | undefined {
  return mediaType === undefined ? undefined : /;\s*charset\s*=\s*"?([^\s";]+)/iu.exec(mediaType)?.[1];
}

/** @throws Unreadable ("limit") where the text is longer than the budget allows */
export function openArtifactText(artifact: Artifact, { budget }: ExtractContext, hint = charsetOf(artifact.mediaType)): TextReader {
  budget.expand(artifact.bytes.length);
  return openText(artifact.bytes, hint);
}

/** @throws Unreadable ("limit"); call it for at most `MAX_WHOLE_BYTES` */
export function readWholeText(artifact: Artifact, context: ExtractContext, hint?: string): { text: string; lost: Unscanned[] } {
  const reader = openArtifactText(artifact, context, charsetOf(artifact.mediaType) ?? hint);
  let text = "";
  let replaced = 0;
  for (const chunk of reader.chunks()) {
    context.budget.tick();
    text += chunk.text;
    replaced += chunk.replaced;
  }
  return { text, lost: lossesOf(artifact.at, reader, replaced) };
}

/**
 * What a reader of `replaced` characters fewer could have seen, said once for the whole text.
 * @param replaced how many U+FFFD stand for bytes that are not valid in the encoding
 */
export function lossesOf(at: Location, { encoding, certain }: TextReader, replaced: number): Unscanned[] {
  const lost: Unscanned[] = [];
  if (replaced > 0) {
    const what = replaced === 1 ? "1 place is" : `${replaced} places are`;
    lost.push({ kind: "unscanned", at, reason: "corrupt", detail: `${what} not valid ${encoding}; the rest was read` });
  }
  if (!certain) lost.push({ kind: "unscanned", at, reason: "corrupt", detail: `the encoding is not certain; it was read as ${encoding}` });
  return lost;
}

/** A line that goes on for longer than a piece is cut where no word or number stands, within so many units. */
const MAX_WORD = 2 ** 16;

/**
 * The text in pieces that end at line ends. The generator's return value is the number of U+FFFD that stand for invalid bytes.
 * @throws Unreadable ("limit") when the time is up
 */
export function* piecesOf(reader: TextReader, { budget }: ExtractContext): Generator<TextPiece, number> {
  let line = 1;
  let offset = 0;
  let pending = "";
  let replaced = 0;
  for (const chunk of reader.chunks()) {
    budget.tick();
    replaced += chunk.replaced;
    // Only a text that goes on is cut.
    const end = endOfPiece(pending);
    if (end > 0) {
      const text = pending.slice(0, end);
      yield { text, base: { line, offset } };
      line += countLines(text);
      offset += end;
    }
    pending = pending.slice(end) + chunk.text;
  }
  if (pending.length > 0) yield { text: pending, base: { line, offset } };
  return replaced;
}

function endOfPiece(text: string): number {
  const lineEnd = text.lastIndexOf("\n") + 1;
  if (lineEnd > 0) return lineEnd;
  const earliest = Math.max(0, text.length - MAX_WORD);
  for (let at = text.length - 1; at > earliest; at--) if (isBreak(text.charCodeAt(at))) return at + 1;
  const last = text.length === 0 ? 0 : text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.length - 1 : text.length;
}

/** White space, comma, semicolon, 、。 and the ideographic space. */
const isBreak = (code: number): boolean => code <= 0x20 || code === 0x2c || code === 0x3b || (code >= 0x3000 && code <= 0x3002);

/** Line ends as src/text/lines.ts counts them: "\n", "\r\n" and "\r". */
export function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  for (let at = text.indexOf("\r"); at >= 0; at = text.indexOf("\r", at + 1)) if (text.charCodeAt(at + 1) !== 0x0a) count++;
  return count;
}

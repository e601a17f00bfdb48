/** How many columns of a terminal a text takes. string-width's emoji expressions cost 33 ms to load; places need none of them. */
import { eastAsianWidth } from "get-east-asian-width";

const ZERO_WIDTH = /\p{Mn}|\p{Me}|\p{Cf}/u;
const ASCII = /^[ -~]*$/u;

export function stringWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const char of text) width += ZERO_WIDTH.test(char) ? 0 : eastAsianWidth(char.codePointAt(0) ?? 0);
  return width;
}

/** Full-width characters take two columns. */
export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - stringWidth(text)));
}

/** Japanese may be broken between any two characters, but not before these. */
const NO_BREAK_BEFORE = "、。，．・）」』】〕ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.;:)]";

/** Lines of at most `width` columns; a word that is longer stands alone. */
export function wrap(text: string, width: number): string[] {
  if (stringWidth(text) <= width) return [text];
  const pieces = text.match(/[!-~]+|\s+|[^!-~\s]/gu) ?? [];
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const piece of pieces) {
    const columns = stringWidth(piece);
    if (used + columns > width && line.trim() !== "" && !NO_BREAK_BEFORE.includes(piece)) {
      lines.push(line.trimEnd());
      line = "";
      used = 0;
      if (piece.trim() === "") continue;
    }
    line += piece;
    used += columns;
  }
  return [...lines, line.trimEnd()];
}

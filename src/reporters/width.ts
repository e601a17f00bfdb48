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

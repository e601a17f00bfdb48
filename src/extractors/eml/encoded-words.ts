/**
 * Encoded words (RFC 2047) as they are written: split inside a character, inside quotes, without padding, with blanks in them.
 * Neighbours of one charset and encoding are decoded together, because Japanese mailers cut characters and escape states in two.
 */
import { decodeText } from "./charset.js";
import { decodeBase64 } from "./base64.js";
import { decodeQuotedPrintable } from "./transfer.js";

interface Word {
  readonly start: number;
  readonly end: number;
  readonly charset: string;
  /** "b" or "q". */
  readonly encoding: string;
  readonly text: string;
}

const BLANK_ONLY = /^[ \t\r\n]+$/u;

/** Text with its encoded words decoded; the rest stays as it is. Linear in the input. */
export function decodeWords(value: string): string {
  if (!value.includes("=?")) return value;
  let out = "";
  let copied = 0;
  let run: Word[] = [];
  const flush = (): void => {
    if (run.length > 0) out += decodeRun(run);
    run = [];
  };
  for (let from = 0; ; ) {
    const word = nextWord(value, from);
    if (word === undefined) break;
    const between = value.slice(copied, word.start);
    const last = run.at(-1);
    const joins = last !== undefined && (between === "" || BLANK_ONLY.test(between));
    if (!joins || last.charset !== word.charset || last.encoding !== word.encoding) flush();
    // Blanks between encoded words are folding, not text (section 6.2).
    if (!joins) out += between;
    run.push(word);
    copied = from = word.end;
  }
  flush();
  return out + value.slice(copied);
}

/** Whether a text is made of encoded words and blanks only. */
export function isAllEncoded(value: string): boolean {
  let from = 0;
  for (let found = 0; ; found++) {
    const word = nextWord(value, from);
    if (word === undefined) return found > 0 && value.slice(from).trim() === "";
    if (value.slice(from, word.start).trim() !== "") return false;
    from = word.end;
  }
}

function nextWord(value: string, from: number): Word | undefined {
  for (let start = value.indexOf("=?", from); start >= 0; start = value.indexOf("=?", start + 1)) {
    const charsetEnd = value.indexOf("?", start + 2);
    if (charsetEnd < 0) return undefined;
    const encoding = value.charAt(charsetEnd + 1).toLowerCase();
    if (charsetEnd === start + 2 || charsetEnd - start > 66 || value.charAt(charsetEnd + 2) !== "?") continue;
    if (encoding !== "b" && encoding !== "q") continue;
    const textEnd = value.indexOf("?", charsetEnd + 3);
    if (textEnd < 0) return undefined;
    if (value.charAt(textEnd + 1) !== "=") continue;
    return {
      start,
      end: textEnd + 2,
      charset: value.slice(start + 2, charsetEnd).toLowerCase(),
      encoding,
      text: value.slice(charsetEnd + 3, textEnd),
    };
  }
  return undefined;
}

function decodeRun(run: readonly Word[]): string {
  const pieces = run.map(decodeWord);
  return decodeText(pieces.length === 1 ? pieces[0] : Buffer.concat(pieces), run[0].charset).text;
}

function decodeWord({ encoding, text }: Word): Uint8Array {
  return encoding === "b" ? decodeBase64(Buffer.from(text, "latin1")).bytes : decodeQ(text);
}

/** Quoted-printable with "_" for a blank (section 4.2). Raw 8-bit text in it was decoded with its field and is UTF-8 here. */
function decodeQ(text: string): Uint8Array {
  return decodeQuotedPrintable(Buffer.from(text.replaceAll("_", " "), "utf8"));
}

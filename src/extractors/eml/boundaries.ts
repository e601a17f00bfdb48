/**
 * What a Content-Type says of a multipart, and all that some reader may take it to say. Written plainly it has one meaning; quoted
 * pairs, comments, pieces (RFC 2231), encoded words and blanks are read by each mail program in its own way.
 */
import { decodeWords } from "./encoded-words.js";

const TOKEN = "[!#$%&'*+.^_`{|}~0-9A-Za-z-]+";
/** "=", "/", ":" and "?" ought to be quoted and often are not; readers agree on them. */
const VALUE = `"[^"\\\\\\x00-\\x1f\\x7f-\\uffff]*"|[!#$%&'*+./0-9:=?@A-Z[\\]^_\`a-z{|}~-]+`;
const PLAIN_FIELD = new RegExp(`^${TOKEN}/${TOKEN}(?:[ \\t]*;[ \\t]*${TOKEN}=(?:${VALUE}))*$`, "u");
/** RFC 2046 section 5.1.1, with what is seen besides; neither blanks at its ends nor encoded words. */
const PLAIN_BOUNDARY = /^(?! )(?!.*=\?)[!-~ ]{1,200}(?<! )$/u;

/** Whether a structured field is written so that all readers take it apart alike. Linear. */
export function isPlainField(value: string): boolean {
  const trimmed = value.trim();
  return PLAIN_FIELD.test(trimmed.endsWith(";") ? trimmed.slice(0, -1).trimEnd() : trimmed);
}

export const isPlainBoundary = (boundary: string): boolean => PLAIN_BOUNDARY.test(boundary) && !/^'.*'$/u.test(boundary);

const COMMENT = /\([^()]*\)/gu;
const NOT_TOKEN = /[^!#-'*+./0-9A-Z^-~-]+/giu;

/** Whether some reader may see a multipart in a type that is not written plainly. */
export function mayBeMultipart(value: string): boolean {
  return value.replace(NOT_TOKEN, "").toLowerCase().includes("multipart");
}

const MENTION = /boundary/giu;
const NAME_REST = /(?:\*\d{0,4}\*?)?(?:[ \t]|\([^()]{0,200}\)|\0){0,50}[=:]/uy;
/** Longer ones are no boundaries to anybody. */
const MAX_VALUE = 4_000;
const MAX_MENTIONS = 50;

/** Every value that some reader may take for a boundary. */
export function boundaryReadings(value: string): string[] {
  const found = new Set<string>();
  const pieces: string[] = [];
  let mentions = 0;
  for (const { index } of value.matchAll(MENTION)) {
    if (++mentions > MAX_MENTIONS) break;
    NAME_REST.lastIndex = index + "boundary".length;
    const sign = NAME_REST.exec(value);
    if (sign === null) continue;
    const rest = value.slice(NAME_REST.lastIndex, NAME_REST.lastIndex + MAX_VALUE);
    for (const one of valueReadings(rest)) found.add(one);
    if (sign[0].startsWith("*")) pieces.push(pieceOf(rest, sign[0]));
  }
  if (pieces.length > 0) found.add(pieces.join("")).add([...pieces].reverse().join(""));
  return [...found].filter((one) => one.trim() !== "");
}

function pieceOf(rest: string, sign: string): string {
  const raw = rest.startsWith('"') ? quoted(rest) : (rest.split(/[;\s]/u, 1)[0] ?? "");
  const text = sign.replace(/[=:]$/u, "").endsWith("*") ? percentDecoded(raw.replace(/^[^']*'[^']*'/u, "")) : raw;
  return text;
}

function valueReadings(rest: string): string[] {
  const start = rest.trimStart();
  const upTo = (pattern: RegExp): string => start.split(pattern, 1)[0] ?? "";
  const bare = [upTo(/;/u), upTo(/[;\s]/u), upTo(/[;\s"]/u), upTo(/[;\s(]/u), upTo(/[;\s,]/u), upTo(/[;\s/]/u), upTo(/[\0;]/u), upTo(/[;,"()<>@:\\/[\]?=\s]/u)];
  const raw = start.startsWith('"') ? [quoted(start), unescaped(quoted(start))] : [];
  // With the blank that its own beginning may be.
  const kept = /^[ \t]/u.test(rest) ? [rest.split(/;/u, 1)[0] ?? ""] : [];
  const all = new Set<string>();
  for (const one of [...bare, ...raw, ...kept]) {
    const uncommented = one.replace(COMMENT, "");
    for (const text of [one, uncommented, one.replaceAll('"', ""), one.replaceAll("\0", ""), unquotedSingle(one), one.replace(/\s+/gu, ""), decodeWords(one), percentDecoded(one.replace(/^[^']*'[^']*'/u, ""))]) {
      all.add(text).add(text.trim());
    }
  }
  return [...all];
}

function quoted(text: string): string {
  for (let i = 1; i < text.length; i++) {
    if (text.charAt(i) === "\\") i++;
    else if (text.charAt(i) === '"') return text.slice(1, i);
  }
  return text.slice(1);
}

const unescaped = (text: string): string => text.replace(/\\([\s\S])/gu, "$1");
const unquotedSingle = (text: string): string => /^'(.*)'$/u.exec(text)?.[1] ?? text;
const percentDecoded = (text: string): string => text.replace(/%([0-9A-Fa-f]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

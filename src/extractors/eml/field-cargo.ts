/**
 * Words in fields that ought to hold none: identifiers, dates, signatures and routes as mail programs write them are passed over, and
 * whatever else somebody put there is read.
 */
import { decodeWords } from "./encoded-words.js";
import { parseStructured } from "./parameters.js";
import { isReadable } from "./readable.js";

const BEYOND_ASCII = /[^\x00-\x7f]/u;
/** Three groups as a telephone or a date has them, and a word: no identifier that programs write. */
const DIGIT_GROUPS = /(?<![\dA-Za-z.-])\d{2,5}-\d{1,4}-\d{2,4}(?![\dA-Za-z.-])/u;
const WORDS = /[A-Za-z]{2,} +[A-Za-z]{2,}/u;

/** What a program's field says that programs do not write; undefined for all that they do. @param value unfolded, not decoded */
export function cargoOf(value: string): string | undefined {
  const text = decodeFully(value);
  if (BEYOND_ASCII.test(text)) return text;
  return value.length >= 16 && DIGIT_GROUPS.test(text) && WORDS.test(text) ? text : undefined;
}

/** Encoded words inside encoded words: no mail program writes them, and none shows them. */
export function decodeFully(value: string): string {
  if (!value.includes("=?")) return value;
  const once = decodeWords(value);
  return once.includes("=?") && once !== value ? decodeWords(once) : once;
}

const BASE64_RUN = /[A-Za-z0-9+/_-]{48,}/gu;

/** Base64 that says something, blanks of folding left out. Signatures and identifiers say nothing. */
export function* encodedCargo(value: string): Generator<Uint8Array> {
  if (value.length < 48) return;
  const closed = value.replace(/[ \t]+/gu, "");
  if (closed.length < 48) return;
  for (const [run] of closed.matchAll(BASE64_RUN)) {
    const bytes = Buffer.from(run, "base64");
    if (isReadable(bytes)) yield bytes;
  }
}

/** Parameters that say how a part is built (IANA's registry of media type parameters, RFC 2183, and what mail programs add). */
const TECHNICAL: ReadonlySet<string> = new Set([
  "boundary", "charset", "format", "delsp", "type", "start", "start-info", "micalg", "protocol", "report-type", "method", "component", "smime-type", "size",
  "creation-date", "modification-date", "read-date", "access-type", "expiration", "permission", "id", "number", "total", "reply-type", "profile", "version", "header",
  "x-unix-mode", "x-mac-type", "x-mac-creator", "x-mac-hide-extension", "x-apple-part-url", "differences", "variant", "action-type", "charset-edited",
]);
const NAMES: ReadonlySet<string> = new Set(["name", "filename"]);

/** What the parameters of a part's fields say besides: further names, and names of which only the last step is looked at elsewhere. */
export function* parameterCargo(values: readonly string[]): Generator<string> {
  let chosen: string | undefined;
  for (const field of values) {
    if (!field.includes("=")) continue;
    const { parameters, repeated } = parseStructured(field);
    for (const [name, value] of [...parameters, ...repeated]) {
      if (value === "" || TECHNICAL.has(name)) continue;
      if (!NAMES.has(name)) yield value;
      else if (value !== chosen) {
        if (chosen !== undefined || /[/\\]/u.test(value)) yield value;
        chosen ??= value;
      }
    }
  }
}

const ADDRESS = /<[^<>]*>|[^\s<>"'()[\],:;]+@[^\s<>"'()[\],:;]+/gu;

/** More than addresses and commas. */
const BESIDE_ADDRESSES = /[<"(]|=\?|[^\x00-\x7f]|[^\s,;][ \t]+[^\s,;]/u;

/** What stands beside the addresses of a list and is more than a name: numbers. */
export function nameCargo(value: string): string | undefined {
  if (!BESIDE_ADDRESSES.test(value)) return undefined;
  const text = decodeWords(value).replace(ADDRESS, " ");
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) digits++;
  }
  return digits >= 7 ? text : undefined;
}

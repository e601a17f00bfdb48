/** Values that are called a key, a secret, a token or a password where they stand: NAME=value, "name": "value", <name>value</name>. */
import { askSecretlint } from "../shared/secretlint.js";
import { secretName } from "./names.js";
import { judgeKey, judgePassword } from "./values.js";

export type SecretCode = "key" | "password" | "private-key";

export interface Secret {
  readonly code: SecretCode;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

/** From a name's last letter to the value: a number, a closing quote, an escaped one, the sign. Comparisons are no assignments. */
const BETWEEN = /\d{0,2}(?:\\{0,2}["'`])?\]?(?: {0,3}(?::=|=>|[:=](?![:=])) {0,3}|>|[】\])」]{1,2} ?[:=]? ?| {1,3}value=|, ?(?=\\{0,2}["'`])|\t| {1,3}(?=[!-~]))(\\{0,2}["'`])?/uy;
const QUOTED = /[^"'`\n\t\r ]{6,256}/uy;
const PLAIN = /[^\s"'`,;<>&|]{6,256}/uy;
/** options.password2, Optional[str]: what code writes without quotation marks. */
const PATH_OR_INDEX = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+|[\w)\]][[(]|^[([{]/u;
const LINE_START = /(?:^|\n)[ \t>#*/-]{0,8}(?:export |set |setx |ENV |ARG )?["']?$/u;
const PAIR_BEFORE = /[a-z_]=[^\s=(]{1,20} $/u;
const BY_PLACE = /(?:(?:login|user|account) [^\s]{1,60} |(?:^|\n)\s{0,8}SetEnv )$/u;
const LONGEST_PLACE = 72;
const CLOSED = /^[】\])」]/u;
/** ID/PW：shibu01 / Kz8mQ2xw. */
const PAIR_NAME = /(?:ID|ユーザー名?|アカウント) ?[/・&] ?$/iu;
const SECOND_OF_PAIR = / ?[/／] ?([!-.0-~]{6,100})/uy;
const UPPER_NAME = /^[A-Z][A-Z0-9_]{2,47}$/u;
const AWS_SECRET = /secret_?access_?key$/iu;
const LONGEST_PREFIX = 24;

const isWordUnit = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f || code === 0x2d;

/** The secret whose name ends with a run of letters. */
export function readAssignment(text: string, start: number, end: number): Secret | undefined {
  if (isWordUnit(text.charCodeAt(end))) return undefined;
  const name = secretName(text, start, end);
  if (name === undefined) return undefined;
  BETWEEN.lastIndex = end;
  const between = BETWEEN.exec(text);
  if (between === null) return undefined;
  const from = BETWEEN.lastIndex;
  const quote = between[1];
  const pattern = quote === undefined ? PLAIN : QUOTED;
  pattern.lastIndex = from;
  let value = pattern.exec(text)?.[0];
  if (value === undefined) return undefined;
  if (PAIR_NAME.test(text.slice(Math.max(0, name.start - 10), name.start))) return secondOfPair(text, from + value.length);
  const after = text.charAt(from + value.length);
  if (quote === undefined) {
    if (PATH_OR_INDEX.test(value) || !isWritten(text, name.start, end, between[0], from + value.length)) return undefined;
    value = value.replace(/[.:)\]}\\]+$/u, "");
  } else {
    if (after !== quote.slice(-1)) return undefined;
    value = value.replace(/\\+$/u, "");
    // setProperty("password", "…"); names in a list of names are none, and a word and a quoted one no assignment.
    if (between[0].trim() === quote) return undefined;
    if (between[0].includes(",") && !isFirstArgument(text, name.start)) return undefined;
  }
  const known = AWS_SECRET.test(text.slice(name.start, end)) ? askSecretlint(`${text.slice(name.start, end)}=${value}`) : [];
  if (known.length > 0) return { code: "key", start: from, end: from + value.length, confidence: 0.95 };
  const confidence = name.called === "key" ? judgeKey(value) : judgePassword(value, quote === undefined || isAllUpper(text, name.start, end));
  return confidence === 0 ? undefined : { code: name.called, start: from, end: from + value.length, confidence };
}

function secondOfPair(text: string, at: number): Secret | undefined {
  SECOND_OF_PAIR.lastIndex = at;
  const value = SECOND_OF_PAIR.exec(text)?.[1];
  if (value === undefined) return undefined;
  const confidence = judgePassword(value, true);
  return confidence === 0 ? undefined : { code: "password", start: SECOND_OF_PAIR.lastIndex - value.length, end: SECOND_OF_PAIR.lastIndex, confidence };
}

/** ("password", …: an open bracket and a quotation mark before it. */
const isFirstArgument = (text: string, nameStart: number): boolean => /\(\s?\\{0,2}["'`]$/u.test(text.slice(Math.max(0, nameStart - 5), nameStart));

const isAllUpper = (text: string, start: number, end: number): boolean => UPPER_NAME.test(text.slice(start, end));

/** Whether a value without quotation marks stands for itself: in settings, documents, URLs and connection strings it does, in code it is a name. */
function isWritten(text: string, nameStart: number, nameEnd: number, sign: string, valueEnd: number): boolean {
  const before = text.charCodeAt(nameStart - 1);
  const after = text.charAt(valueEnd);
  if (sign === "\t") return after === "" || after === "\t" || after === "\n";
  // .netrc, Apache's SetEnv: words in their places.
  if (sign.trim() === "") return BY_PLACE.test(text.slice(Math.max(0, nameStart - LONGEST_PLACE), nameStart));
  if (sign === ">") return after === "<" && text.charCodeAt(valueEnd + 1) === 0x2f;
  // ?key=, &key=, ;Password=
  if (before === 0x3f || before === 0x26 || (before === 0x3b && sign === "=")) return true;
  // -H "X-Api-Key: …"
  if ((before === 0x22 || before === 0x27) && text.charCodeAt(valueEnd) === before && sign.startsWith(":")) return true;
  const endsLine = after === "" || after === "\n" || after === "\r" || after === "\t" || after === " ";
  if (!endsLine) return false;
  // --password=
  if (text.charCodeAt(nameStart) === 0x2d && sign === "=") return true;
  // 【PW】…
  if (CLOSED.test(sign)) return true;
  const startsLine = LINE_START.test(text.slice(Math.max(0, nameStart - LONGEST_PREFIX), nameStart)) || nameStart === 0;
  if (startsLine) return true;
  if (isAllUpper(text, nameStart, nameEnd)) return true;
  // host=db1 user=app password=…
  if (sign === "=" && before === 0x20 && PAIR_BEFORE.test(text.slice(Math.max(0, nameStart - LONGEST_PREFIX), nameStart))) return true;
  // "Login password: …" in a document.
  return sign.trimEnd() === ":" && (before === 0x20 || before === 0x09);
}

/** RFC 6749's client. */
const DOCUMENTED = new Set(["czZCaGRSa3F0MzpnWDFmQmF0M2JW"]);
const BEARER = / {1,2}([A-Za-z0-9_.~+/=-]{20,512})/uy;
const BASIC = / {1,2}([A-Za-z0-9+/]{8,256}={0,2})(?![A-Za-z0-9+/=])/uy;
const CREDENTIALS = /^[\x21-\x7e]{1,100}:([\x20-\x7e]{3,100})$/u;

/** "Authorization: Bearer …", "Authorization: Basic …": a scheme and what it carries (RFC 6750, RFC 7617). */
export function readAuthorization(text: string, start: number, end: number): Secret | undefined {
  const scheme = text.slice(start, end).toLowerCase();
  const pattern = scheme === "bearer" ? BEARER : BASIC;
  pattern.lastIndex = end;
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const from = pattern.lastIndex - match[1].length;
  if (scheme === "bearer") {
    const confidence = judgeKey(match[1]);
    return confidence === 0 ? undefined : { code: "key", start: from, end: pattern.lastIndex, confidence };
  }
  const password = CREDENTIALS.exec(Buffer.from(match[1], "base64").toString("latin1"))?.[1];
  if (password === undefined || DOCUMENTED.has(match[1]) || judgePassword(password, true) === 0) return undefined;
  return { code: "password", start: from, end: pattern.lastIndex, confidence: 0.85 };
}

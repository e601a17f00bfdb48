/** The lexical part of address lists: quotes, comments, angle brackets and separators, closed or not. */

export interface AddressToken {
  readonly kind: "word" | "quoted" | "comment" | "angle" | "comma" | "semicolon" | "colon";
  /** Without quotes, parentheses or brackets; of words and angles as written otherwise. */
  readonly text: string;
  /** Nothing stood between the token before and this one. */
  readonly glued: boolean;
}

/** Ideographic and full-width separators: typed by hand in Japanese, and no part of any address. */
const COMMAS = ",、，";
const SEMICOLONS = ";；";
const SPECIALS = `"(<>:${COMMAS}${SEMICOLONS}`;

const BLANK = 1;
const SPECIAL = 2;
let kinds: Uint8Array | undefined;

function kindsOfUnits(): Uint8Array {
  if (kinds !== undefined) return kinds;
  const table = new Uint8Array(0x10000).fill(BLANK, 0, 0x21);
  table[0x7f] = table[0xa0] = table[0x3000] = BLANK;
  for (const char of SPECIALS) table[char.charCodeAt(0)] = SPECIAL;
  return (kinds = table);
}

const isBlank = (code: number): boolean => kindsOfUnits()[code] === BLANK;

/**
 * Every character is looked at a bounded number of times: each scan for a closing mark either consumes what it looked at or,
 * when there is none to the end, is not tried again.
 */
export function* addressTokens(value: string): Generator<AddressToken> {
  let quotesEnd = true;
  let commentsEnd = true;
  let glued = false;
  for (let at = 0; at < value.length; ) {
    const char = value.charAt(at);
    if (isBlank(char.charCodeAt(0))) {
      at++;
      glued = false;
      continue;
    }
    let token: AddressToken | undefined;
    if (char === '"' && quotesEnd) {
      const end = closingQuote(value, at);
      quotesEnd = end > 0;
      if (quotesEnd) {
        token = { kind: "quoted", text: unescape(value.slice(at + 1, end)), glued };
        at = end + 1;
      }
    } else if (char === "(" && commentsEnd) {
      const end = closingParenthesis(value, at);
      commentsEnd = end > 0;
      if (commentsEnd) {
        token = { kind: "comment", text: unescape(value.slice(at + 1, end)), glued };
        at = end + 1;
      }
    } else if (char === "<") {
      const end = angleEnd(value, at);
      token = { kind: "angle", text: value.slice(at + 1, end), glued };
      at = value.charAt(end) === ">" ? end + 1 : end;
    } else if (COMMAS.includes(char)) token = { kind: "comma", text: char, glued };
    else if (SEMICOLONS.includes(char)) token = { kind: "semicolon", text: char, glued };
    else if (char === ":") token = { kind: "colon", text: char, glued };
    else if (!SPECIALS.includes(char)) {
      const end = wordEnd(value, at);
      token = { kind: "word", text: value.slice(at, end), glued };
      at = end;
    }
    if (token === undefined) {
      // A mark that closes nothing or is never closed only separates.
      at++;
      glued = false;
      continue;
    }
    if (token.kind === "comma" || token.kind === "semicolon" || token.kind === "colon") at++;
    yield token;
    glued = true;
  }
}

function closingQuote(value: string, open: number): number {
  for (let at = open + 1; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code === 0x5c) at++;
    else if (code === 0x22) return at;
  }
  return -1;
}

function closingParenthesis(value: string, open: number): number {
  let depth = 0;
  for (let at = open; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code === 0x5c) at++;
    else if (code === 0x28) depth++;
    else if (code === 0x29 && --depth === 0) return at;
  }
  return -1;
}

/** Where an angle address ends: at its ">", or, with the bracket missing, before what begins another address. */
function angleEnd(value: string, open: number): number {
  let at = open + 1;
  while (at < value.length && isBlank(value.charCodeAt(at))) at++;
  // A route, "<@a.example,@b.example:user@c.example>" (RFC 5322 section 4.4), is the one thing that may hold commas.
  const hasRoute = value.charAt(at) === "@";
  for (; at < value.length; at++) {
    const char = value.charAt(at);
    if (char === ">" || char === "<") return at;
    if (char === '"') {
      const end = shortQuoteEnd(value, at);
      if (end > 0) at = end;
    } else if (!hasRoute && (char === "," || char === ";")) return at;
  }
  return value.length;
}

/** A quoted local part inside brackets: 64 octets at most (RFC 5321 section 4.5.3.1.1), so nothing longer is taken for one. */
function shortQuoteEnd(value: string, open: number): number {
  const limit = Math.min(value.length, open + 200);
  for (let at = open + 1; at < limit; at++) {
    if (value.charAt(at) === "\\") at++;
    else if (value.charAt(at) === '"') return value.charAt(at + 1) === "@" ? at : -1;
  }
  return -1;
}

/** Words end at blanks and specials; "[...]" is a domain literal (RFC 5322 section 3.4.1), whose colons are its own. */
function wordEnd(value: string, start: number): number {
  const table = kindsOfUnits();
  for (let at = start; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (table[code] !== 0) return at;
    if (code === 0x5c) at++;
    else if (code === 0x5b && value.charAt(at - 1) === "@") at += Math.max(0, value.slice(at, at + 100).indexOf("]"));
  }
  return value.length;
}

function unescape(text: string): string {
  return text.includes("\\") ? text.replace(/\\([\s\S])/gu, "$1") : text;
}

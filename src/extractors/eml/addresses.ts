/**
 * Address lists (RFC 5322 sections 3.4 and 4.4) as mail programs really write them. What could be delivered to counts: lists
 * split by semicolons, brackets missing, local parts no standard allows, whole lists inside one encoded word, and addresses in
 * the display name of another one, which every recipient reads just as well.
 */
import { addressTokens, type AddressToken } from "./address-tokens.js";
import { decodeWords } from "./encoded-words.js";

export interface ListedMailbox {
  /** Without brackets, route and comments; case kept. */
  readonly address: string;
  readonly name: string;
  /** Which mailbox of the list, from 0; one in a display name stands where its host stands. */
  readonly position: number;
  readonly group?: string;
  /** It stands in the display name or comment of the mailbox at `position`. */
  readonly inName?: true;
}

/** Encoded lists inside encoded lists; nobody writes more than one. */
const MAX_NESTING = 2;

/** @param value a field's value, unfolded, raw charsets decoded, encoded words not. Linear in its length. */
export function parseAddressList(value: string): ListedMailbox[] {
  const found: ListedMailbox[] = [];
  readList(value, found, 0);
  return found;
}

interface Entry {
  words: AddressToken[];
  comments: string[];
  angles: string[];
}

function readList(value: string, found: ListedMailbox[], nesting: number): void {
  let group: string | undefined;
  let entry: Entry = { words: [], comments: [], angles: [] };
  const close = (): void => {
    readEntry(entry, group, found, nesting);
    entry = { words: [], comments: [], angles: [] };
  };
  for (const token of addressTokens(value)) {
    switch (token.kind) {
      case "comma":
        close();
        break;
      case "semicolon":
        close();
        group = undefined;
        break;
      case "colon":
        if (entry.words.length === 1 && SCHEMES.has(entry.words[0].text.toLowerCase())) entry.words = [];
        else if (entry.angles.length === 0 && entry.words.length > 0) {
          group = decodeWords(phraseOf(entry.words));
          close();
        }
        break;
      case "angle":
        entry.angles.push(token.text);
        break;
      case "comment":
        entry.comments.push(token.text);
        break;
      default:
        entry.words.push(token);
    }
  }
  close();
}

const SCHEMES = new Set(["mailto", "smtp", "e-mail", "mail"]);

function readEntry({ words, comments, angles }: Entry, group: string | undefined, found: ListedMailbox[], nesting: number): void {
  const addresses: string[] = [];
  let phrase = phraseOf(words);
  for (const angle of angles) addresses.push(...angleAddresses(angle));
  if (addresses.length === 0) {
    const joined = joinAroundAt(words);
    for (const word of joined) if (word.includes("@")) addresses.push(...wordAddresses(word));
    if (addresses.length > 0) phrase = joined.filter((word) => !word.includes("@")).join(" ");
  }
  const name = decodeWords(phrase === "" ? comments.join(" ") : phrase);
  if (addresses.length === 0) {
    // The whole list, or one mailbox, inside encoded words.
    if (name.includes("@") && nesting < MAX_NESTING) readInner(name, group, found, nesting);
    return;
  }
  const said = new Set(addresses.map((address) => address.toLowerCase()));
  const position = nextPosition(found);
  addresses.forEach((address, i) => {
    found.push({ address, name, position: position + i, ...(group !== undefined && { group }) });
  });
  const shown = comments.length > 0 && phrase !== "" ? `${name} ${decodeWords(comments.join(" "))}` : name;
  for (const address of addressesIn(shown)) {
    if (said.has(address.toLowerCase())) continue;
    said.add(address.toLowerCase());
    found.push({ address, name: "", position, ...(group !== undefined && { group }), inName: true });
  }
}

function readInner(text: string, group: string | undefined, found: ListedMailbox[], nesting: number): void {
  const inner: ListedMailbox[] = [];
  readList(text, inner, nesting + 1);
  const base = nextPosition(found);
  for (const one of inner) found.push({ ...(group !== undefined && { group }), ...one, position: base + one.position });
}

function nextPosition(found: readonly ListedMailbox[]): number {
  return found.length === 0 ? 0 : found[found.length - 1].position + 1;
}

function phraseOf(words: readonly AddressToken[]): string {
  let phrase = "";
  for (const { text, glued } of words) phrase += phrase === "" || glued ? text : ` ${text}`;
  return phrase.trim();
}

/** Words with what belongs to one address put together again: `"john smith"@x`, `taro @ x`. */
function joinAroundAt(words: readonly AddressToken[]): string[] {
  const joined: string[] = [];
  let open = false;
  for (const { kind, text, glued } of words) {
    const word = kind === "quoted" && text.includes(" ") ? `"${text}"` : text;
    const last = joined.length - 1;
    if (last >= 0 && (open || (word.startsWith("@") && (glued || word === "@" || !joined[last].includes("@"))))) joined[last] += word;
    else joined.push(word);
    open = joined[joined.length - 1].endsWith("@") && joined[joined.length - 1].length > 1;
  }
  return joined;
}

function angleAddresses(angle: string): string[] {
  let text = decodeWords(angle).trim();
  if (text.startsWith("@")) text = text.slice(text.lastIndexOf(":") + 1);
  text = text.replace(/^(?:mailto|smtp):/iu, "").trim();
  if (text === "") return [];
  const at = text.indexOf("@");
  if (at !== text.lastIndexOf("@") && !text.startsWith('"')) {
    const several = addressesIn(text);
    if (several.length > 1) return several;
  }
  return [text.startsWith('"') ? text : text.replace(/[\s()]+/gu, "")];
}

/** The addresses in one word without blanks. */
function wordAddresses(word: string): string[] {
  const at = word.indexOf("@");
  if (at !== word.lastIndexOf("@")) return addressesIn(word);
  const plain = withoutEdges(word);
  const atPlain = plain.indexOf("@");
  return atPlain > 0 && atPlain < plain.length - 1 ? [plain] : [];
}

const OPENING = "'‘’“”「『([";
const CLOSING = "'‘’“”」』)>.";

/** Without the punctuation that people put around an address. By hand: a pattern that ends in "+$" is quadratic. */
function withoutEdges(word: string): string {
  let start = 0;
  let end = word.length;
  while (start < end && OPENING.includes(word.charAt(start))) start++;
  while (end > start && (CLOSING.includes(word.charAt(end - 1)) || (word.charAt(end - 1) === "]" && !word.includes("@[")))) end--;
  return word.slice(start, end);
}

const LOCAL = 1;
const DOMAIN = 2;
let kinds: Uint8Array | undefined;

/** What ASCII characters may stand in, by RFC 5322's `atext` and dot, and in a host name. */
function buildKinds(): Uint8Array {
  const table = new Uint8Array(128);
  for (let code = 0x21; code < 0x7f; code++) {
    const char = String.fromCharCode(code);
    if (/[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]/u.test(char)) table[code] |= LOCAL;
    if (/[A-Za-z0-9.-]/u.test(char)) table[code] |= DOMAIN;
  }
  return table;
}

const ANY_DOMAIN = /[\p{L}\p{N}\p{M}.-]/u;

/** Every address-like run of a text, in order. Linear: each character is looked at from one "@" on either side at most. */
export function addressesIn(text: string): string[] {
  kinds ??= buildKinds();
  const table = kinds;
  const found: string[] = [];
  let previousEnd = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    let start = at;
    while (start > previousEnd && (table[text.charCodeAt(start - 1)] & LOCAL) !== 0) start--;
    let end = at + 1;
    if ((table[text.charCodeAt(end)] & DOMAIN) !== 0) while (end < text.length && (table[text.charCodeAt(end)] & DOMAIN) !== 0) end++;
    else while (end < text.length && ANY_DOMAIN.test(text.charAt(end))) end++;
    previousEnd = end;
    // "?to=a@x", "/a@x": what a link puts before an address.
    while (start < at && "/=?".includes(text.charAt(start))) start++;
    const address = withoutEdges(text.slice(start, end));
    if (address.length > 2 && !address.startsWith("@") && !address.endsWith("@")) found.push(address);
  }
  return found;
}

/** Иван Павлов <ivan@…>, 김민준 (kim@…): names in scripts that nothing else here reads, where a mailbox says that somebody is named. */
import { KOREAN_FAMILY } from "./korean-names.js";

/** Two or three capitalised words in Cyrillic or Greek, or a Korean family's name with one or two syllables more. */
const NAME_BEFORE_MAILBOX = new RegExp(
  `(?:^|[^\\p{L}\\p{N}])((?:(?:\\p{Script=Cyrillic}(?<=\\p{Lu})[\\p{Script=Cyrillic}’'-]{1,20}|\\p{Script=Cyrillic}(?<=\\p{Lu})\\.)(?: (?=\\p{Lu}))?){2,3}|(?:\\p{Script=Greek}(?<=\\p{Lu})[\\p{Script=Greek}’'-]{1,20}(?: (?=\\p{Lu}))?){2,3}|(?:${KOREAN_FAMILY}) ?\\p{Script=Hangul}{1,2}) ?(?:님 ?)?["']? ?[<(\\[]$`,
  "u",
);
/** What a mailbox of nobody is called. */
const NOBODYS = /^(?:info|support|no-?reply|admin|contact|sales|help|office|news|mail|service|hello|team|webmaster|postmaster|jobs|press|billing|security|notifications?|debian-)/iu;
const LONGEST_LOCAL_PART = 64;
const LONGEST_NAME = 72;
const LEAST = 0x370;

/** @param at of the "@" */
export function displayNameBefore(text: string, at: number): { start: number; end: number } | undefined {
  let from = at;
  while (at - from <= LONGEST_LOCAL_PART && isOfLocalPart(text.charCodeAt(from - 1))) from--;
  const opening = text.charCodeAt(from - 1);
  if (from === at || (opening !== 0x3c && opening !== 0x28 && opening !== 0x5b)) return undefined;
  // A letter of another script stands before the bracket, with a space or a quotation mark at most.
  let letter = from - 2;
  while (from - letter < 5 && text.charCodeAt(letter) <= 0x27) letter--;
  if (!(text.charCodeAt(letter) >= LEAST) || NOBODYS.test(text.slice(from, at))) return undefined;
  const begins = Math.max(0, from - LONGEST_NAME);
  const found = NAME_BEFORE_MAILBOX.exec(text.slice(begins, from));
  if (found === null) return undefined;
  const start = begins + found.index + found[0].indexOf(found[1]);
  return { start, end: start + found[1].trimEnd().length };
}

const isOfLocalPart = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || code === 0x2e || code === 0x2d || code === 0x5f || code === 0x2b;

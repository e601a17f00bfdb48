/** What else says that words in Latin letters are somebody's name, where the lists of names know only a part of them or none. */
import { NOT_PART_OF_A_NAME } from "./latin-name.js";

/** Titles that nothing but a surname follows: Mr Dimitriou, Frau Schönberger. */
const TITLE = /(?:^|[^\p{Script=Latin}])(?:(?:Mr|Mrs|Ms|Mx|Mme|Mlle|Sra?|Srta)\.? |(?:Miss|Frau|Herrn?|Madame|Monsieur|Señora?|Señorita) )$/u;
/** Mr Speaker, Mrs Beeton's, Mr. Right: offices, and what the language calls things. */
const NO_SURNAME = /^(?:Speaker|President|Chairman|Chair|Mayor|Justice|Ambassador|Secretary|Vice|Right|Wrong|Perfect|Bean|Universe|World|America|Robot|Potato|Clean|Fix|Big|Nice|Darcy|Holmes|Hyde|Doktor|Professor|Präsident|le|la|Le|La|Ministre|Président|Bürgermeister)$/u;
const LONGEST_TITLE = 12;
const SHORTEST = 3;

/** Whether a title stands right before the capitalised word in [start, end). */
export function isTitledSurname(text: string, start: number, end: number): boolean {
  if (end - start < SHORTEST || text.charCodeAt(start - 1) !== 0x20) return false;
  const word = text.slice(start, end);
  return TITLE.test(text.slice(Math.max(0, start - LONGEST_TITLE), start)) && /\p{Ll}/u.test(word) && !NO_SURNAME.test(word) && !NOT_PART_OF_A_NAME.test(word);
}

/** Whether titles stand before a whole name: Dr Alan Forsyth, Herr Dr. Klaus Reinhardt, Rev. Samuel Okonjo. */
export const isTitled = (before: string): boolean => /(?:^|[^A-Za-z])(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Rev|MR|MRS|MS|DR|Frau|Herrn?|Mme|Mlle|Madame|Monsieur|Sra?|Señora?|med)\.? $/u.test(before);

const MAILBOX = /[\w.+-]{3,64}(?=@[\w-]+\.)/gu;
/** A name stands above or beside its address: in a letter's head three lines of it lie between. */
const MAILBOX_REACH = 160;
const SHORTEST_IN_MAILBOX = 4;

/** Hannah Lindqvist … hannah.lindqvist@: nobody else has a mailbox of that name. @param words of the name, of which the last is asked for */
export function hasNamesakeMailbox(text: string, end: number, words: readonly string[]): boolean {
  const surname = plain(words[words.length - 1]);
  if (surname.length < SHORTEST_IN_MAILBOX) return false;
  const behind = text.slice(end, end + MAILBOX_REACH);
  if (!behind.includes("@")) return false;
  for (const [mailbox] of behind.matchAll(MAILBOX)) if (plain(mailbox).includes(surname)) return true;
  return false;
}

const plain = (word: string): string => word.toLowerCase().normalize("NFD").replace(/[^a-z]/gu, "");

/** ", Ingrid": the given name behind a surname, as registers of the West write it. */
const GIVEN_BEHIND = /, (\p{Lu}[\p{Script=Latin}'’-]{1,24})(?: \p{Lu}\.?)?(?![\p{Script=Latin}\d_@])/uy;

/** The given name and where it ends, where the word that ends at `end` may be its surname. */
export function givenBehindComma(text: string, end: number): { readonly given: string; readonly end: number } | undefined {
  if (text.charCodeAt(end) !== 0x2c) return undefined;
  GIVEN_BEHIND.lastIndex = end;
  const found = GIVEN_BEHIND.exec(text);
  return found === null ? undefined : { given: found[1], end: GIVEN_BEHIND.lastIndex };
}

/** ZHANG Wei, KIM Min-jun: the family in capitals, as the two countries' papers write it. AI Open is a programme. */
export const isFamilyInCapitals = (words: readonly string[]): boolean => words.length === 2 && /^(?!(?:AI|GO|HE|ME|JS|TS|UI|YAML|SHIM)$)\p{Lu}{2,}$/u.test(words[0]) && /^\p{Lu}\p{Ll}{2,}(?:-?\p{L}{2,})?$/u.test(words[1]);

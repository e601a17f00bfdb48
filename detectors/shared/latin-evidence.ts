/** What else says that words in Latin letters are somebody's name, where the lists of names know only a part of them or none. */
import { NOT_PART_OF_A_NAME } from "./latin-name.js";

/** Titles that nothing but a surname follows: Mr Dimitriou, Frau Schönberger. */
const TITLE = /(?:^|[^\p{Script=Latin}])(?:(?:Mr|Mrs|Ms|Mx|Mme|Mlle|Sra?|Srta)\.? |Sig\.(?:ra|na|ri)? |(?:Frau|Herrn?) (?:Prof\. )?Dr\. (?:med\. )?|(?:Miss|Frau|Herrn?|Madame|Monsieur|Señora?|Señorita) )$/u;
/** Mr Speaker, Mrs Beeton's, Mr. Right: offices, and what the language calls things. */
const NO_SURNAME = /^(?:Surname|Lastname|Name|Nachname|Speaker|President|Chairman|Chair|Mayor|Justice|Ambassador|Secretary|Vice|Right|Wrong|Perfect|Bean|Universe|World|America|Robot|Potato|Clean|Fix|Big|Nice|Darcy|Holmes|Hyde|Doktor|Professor|Präsident|Oberst|Wachtmeister|Hauptmann|Leutnant|General|Major|Minister|Kanzler|Bundeskanzler|Direktor|Pfarrer|Vorsitzender?|Kolleg[ei]n?|Nachbarn?|le|la|Le|La|Ministre|Président|Bürgermeister)$/u;
const LONGEST_TITLE = 24;
const SHORTEST = 3;

/** Whether a title stands right before the capitalised word in [start, end). */
export function isTitledSurname(text: string, start: number, end: number): boolean {
  if (end - start < SHORTEST || text.charCodeAt(start - 1) !== 0x20) return false;
  const word = text.slice(start, end);
  return TITLE.test(text.slice(Math.max(0, start - LONGEST_TITLE), start)) && /\p{Ll}/u.test(word) && !NO_SURNAME.test(word) && !NOT_PART_OF_A_NAME.test(word);
}

/** Whether titles stand before a whole name: Dr Alan Forsyth, Herr Dr. Klaus Reinhardt, Rev. Samuel Okonjo. */
export const isTitled = (before: string): boolean => /(?:^|[^A-Za-z])(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Rev|MR|MRS|MS|DR|Frau|Herrn?|Mme|Mlle|Madame|Monsieur|Sra?|Señora?|Sig\.ra|Sig|Dott|Dott\.ssa|med)\.? $/u.test(before);

/** "Kind regards," and an empty line at most: who has written it stands below, on a line of his own. */
const CLOSING = /(?:regards|(?<![a-z])(?:best|yours|warmly|love)|sincerely|faithfully|truly|wishes|cheers|thanks|thank you|respectfully|cordially|gr(?:ü|ue)(?:ß|ss)en?|gruß|cordialement|salutations|saludos|atentamente|saluti|groeten|hälsningar|cumprimentos)[,!.]?[ \t]*\n[ \t]*(?:\n[ \t]*)?$/iu;
const CLOSING_REACH = 28;
const LINE_ENDS = /^[ \t]*(?:\n|\r|$|[,(|])/u;

/** @param end where the name ends, and so its line */
export const isSignedOff = (text: string, start: number, end: number): boolean =>
  text.charCodeAt(start - 1) <= 0x20 && LINE_ENDS.test(text.slice(end, end + 8)) && CLOSING.test(text.slice(Math.max(0, start - CLOSING_REACH), start));

/** my son Cillian, Mrs Okonkwo's daughter, Adaeze, ihre Tochter Annika, son fils Mathieu: whose relative is called so. */
const RELATIVE =
  /(?:(?:\b(?:[Mm]y|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Yy]our|late)|['’]s|s['’]) (?:\p{Ll}+ )?(?:son|daughter|wife|husband|mother|father|mum|mom|dad|brother|sister|partner|spouse|child|baby|uncle|aunt|cousin|nephew|niece|grandson|granddaughter|grandmother|grandfather|stepson|stepdaughter|fianc[eé]e?)|\b(?:[Ii]hre?[nmr]?|[Mm]eine?[nmr]?|[Ss]eine?[nmr]?|[Uu]nsere?[nmr]?) (?:Tochter|Sohn|Sohnes|Mutter|Vater|Bruder|Schwester|Ehefrau|Ehemann|Enkelin?)|\b(?:[Ss]on|[Ss]a|[Ll]eur|[Mm]on|[Mm]a|[Nn]otre|[Vv]otre) (?:fils|fille|mère|père|femme|mari|frère|sœur|épouse|époux)|\b(?:[Ss]u|[Mm]i|[Nn]uestr[oa]) (?:hij[oa]|madre|padre|espos[oa]|herman[oa]|marido|mujer)),? $/u;
/** Wife Yasmin reports, thinks daughter Teresa may; "mom: Priya" on a list: in notes that leave out the rest. */
const RELATIVE_IN_NOTES = /(?:(?:^|[\n.;:(] {0,2})(?:Wife|Husband|Spouse|Daughter|Son|Grand(?:son|daughter|ma|pa)|Mum|Mom|Dad|Partner)|[\p{Ll}\d][,/)]? (?:wife|husband|spouse|daughter|son|grand(?:son|daughter|mother|father|ma|pa)|mum|mom|dad|stepson|stepdaughter)|(?:^|[\n/(,;-] {0,2})(?:mum|mom|dad|mother|father|grand(?:ma|pa|mother|father)|guardian|parent|spouse|wife|husband|partner|son|daughter|sister|brother|carer|next of kin|NOK):) $/iu;
const RELATIVE_REACH = 36;
/** his grandson William sold the estate in 1788 */
const LONG_AGO = /\b1[0-8]\d\d\b/u;
const LIFETIME = 80;
/** The last two letters of each. */
const ENDS_RELATIVE = new Set(["on", "er", "fe", "nd", "um", "om", "ad", "se", "ld", "by", "le", "nt", "in", "ew", "ce", "ee", "es", "hn", "au", "nn", "el", "ls", "re", "me", "ri", "ur", "ux", "jo", "ja", "sa", "so", "no", "na", "do", "ma", "pa", "an", "ok"].map((pair) => (pair.charCodeAt(0) << 8) | pair.charCodeAt(1)));

/** Whether a relation stands right before the word at `start`. */
export function isBehindRelative(text: string, start: number): boolean {
  if (text.charCodeAt(start - 1) !== 0x20) return false;
  const last = text.charCodeAt(start - 2) === 0x2c || text.charCodeAt(start - 2) === 0x3a ? start - 3 : start - 2;
  return ENDS_RELATIVE.has((text.charCodeAt(last - 1) << 8) | text.charCodeAt(last)) && saysRelative(text.slice(Math.max(0, start - RELATIVE_REACH), start)) && !LONG_AGO.test(text.slice(Math.max(0, start - LIFETIME), start + LIFETIME));
}

/** The words that both expressions end with: most of a text's words end in the same letters and are none of them. */
const RELATIVES: ReadonlySet<string> = new Set(
  ("son daughter wife husband mother father mum mom dad brother sister partner spouse child baby uncle aunt cousin nephew niece grandson granddaughter grandmother grandfather grandma grandpa stepson stepdaughter guardian parent carer kin nok fiance fiancé fiancee fiancée " +
    "tochter sohn sohnes mutter vater bruder schwester ehefrau ehemann enkel enkelin fils fille mère père femme mari frère sœur épouse époux hijo hija madre padre esposo esposa hermano hermana marido mujer").split(" "),
);
const LAST_WORD = /(\p{L}+)[,:]? $/u;
const saysRelative = (before: string): boolean => RELATIVES.has(LAST_WORD.exec(before.slice(-LONGEST_RELATIVE))?.[1].toLowerCase() ?? "") && (RELATIVE.test(before) || RELATIVE_IN_NOTES.test(before));
const LONGEST_RELATIVE = 18;

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

/** Thornbury, Tomasz - mom: …; Castellanos, Mei-Ling    DOB …: what registers of people say next, and bibliographies do not. */
const OF_A_REGISTER = /^(?: {2,}| ?[-–|;,(] ?| )(?:\p{Ll}+ )?(?:(?:mom|mum|dad|mother|father|guardian|parent|carer|grand(?:ma|pa|mother|father)|spouse|next of kin)\b ?[:=]|(?:DOB|D\.O\.B\.?|date of birth|MRN|NHS|SSN)\b|\(\d{3}\) ?\d{3}-\d{4}|\d{3}-\d{3}-\d{4})/iu;
const OPENS_ENTRY = /(?:^|\n)[ \t]{0,4}(?:\d{1,3}[.):]? |[-*•] |(?:Pt|Patient|Pupil|Student|Name|Client|Resident): ?)?$/u;

/** Whether an entry of a register begins with the name in [start, end). */
export const opensRegisterEntry = (text: string, start: number, end: number): boolean => OPENS_ENTRY.test(text.slice(Math.max(0, start - 20), start)) && OF_A_REGISTER.test(text.slice(end, end + 40));

/** Below the name that fills a line stands where he lives; behind it, when he was born. */
const ADDRESS_BELOW = /^[ \t]*\n(?:(?:Flat|Apt\.?|Unit|Suite) \w{1,4}, )?\d{1,5}[A-Za-z]? (?:[NSEW]\. )?\p{Lu}\p{Ll}+ /u;
const BORN_BEHIND = /^,? ?\(?(?:born|DOB:?|D\.O\.B\.?:?|née) (?:on )?(?:\d|\p{Lu}\p{Ll}{2,8} \d)/u;

export const isHoused = (text: string, start: number, end: number): boolean =>
  ((text.charCodeAt(start - 1) === 0x0a || start === 0) && ADDRESS_BELOW.test(text.slice(end, end + 40))) || BORN_BEHIND.test(text.slice(end, end + 32));

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

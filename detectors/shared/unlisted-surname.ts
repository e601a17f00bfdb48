/** Surnames that no list has, by what stands before them: behind a given name, a capitalised word that is none of English is one. */
import { isEnglishWord } from "./english-words.js";
import { latinParts, NOT_PART_OF_A_NAME } from "./latin-name.js";

/** Margraf, McSweeney, D'Angelo, Kroah-Hartman. */
const SURNAME = /^(?:\p{Lu}['’]|(?:Ma?c|D[eiu]|L[ae]|Van|Fitz)(?=\p{Lu}))?\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)?$/u;
const SHORTEST = 4;
/** Given names that are words, too, but seldom so where they are capitalised in the midst of a sentence. */
const CALLED_SO = new Set("christian ben sam dan tom tim jack ray sue bill mark drew rich".split(" "));
/** Given names by the lists, which programs and products are called by more often. */
const OFTEN_THINGS = new Set("max min dev royal jupiter linux data alpha beta delta gamma omega sigma alexa siri cortana jenkins travis marvin mercedes opel aston austin paris sydney milan orlando dallas brooklyn lima kenya asia india korea".split(" "));
const SURELY_GIVEN = 0.75;
const COMMON = 0.9;
const KNOWN = 0.9;
/** Measured on 50 MB of READMEs and manuals: 98 of 100 were people. */
const LIKELY = 0.85;

/** The probability that the words at `start` are a given name and an unlisted surname, 0 where another rule decides. */
export function judgeUnlistedSurname(text: string, start: number, words: readonly string[]): number {
  const stop = start + words.join(" ").length;
  const first = words[0];
  const last = words[words.length - 1];
  const given = first.toLowerCase();
  if (!SURNAME.test(last) || !/^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u.test(first) || OFTEN_THINGS.has(given)) return 0;
  if (!isGiven(given, first, text, start) || isWithinName(text, start) || OF_HISTORY.test(text.slice(stop, stop + NEAR))) return 0;
  const { surname } = latinParts(last);
  if (surname >= KNOWN) return CALLED_SO.has(given) && !isEnglishWord(plain(last)) ? LIKELY : 0;
  if (NOT_PART_OF_A_NAME.test(last) || !isBetweenNames(words)) return 0;
  return last.split(/[-'’]/u).every((part) => part.length < SHORTEST || !isEnglishWord(plain(part))) && plain(last).length >= SHORTEST ? LIKELY : 0;
}

function isGiven(given: string, word: string, text: string, start: number): boolean {
  if (CALLED_SO.has(given)) return !beginsSentence(text, start);
  const sure = latinParts(word).given;
  return sure >= COMMON || (sure >= SURELY_GIVEN && !isEnglishWord(plain(word)));
}

/** Povilas Kanapickas, Ben Achterkamp: two words written like names, the last of which is none of English, nor is the first unless somebody is called so. */
export const areForeign = ([first, last, more]: readonly string[]): boolean =>
  more === undefined && [first, last].every((word) => SURNAME.test(word) && !NOT_PART_OF_A_NAME.test(word)) && !isEnglishWord(plain(last)) && (latinParts(first).given >= HALF || !isEnglishWord(plain(first)));
const HALF = 0.35;

/** Jimi Hendrix Stratocaster: who is named before is not called so, nor is what follows. */
function isWithinName(text: string, start: number): boolean {
  const before = WORD_BEFORE.exec(text.slice(Math.max(0, start - NEAR), start))?.[1];
  if (before === undefined) return false;
  const { given, surname } = latinParts(before);
  return given > 0 || surname > 0 || !isEnglishWord(plain(before));
}
const WORD_BEFORE = /(?:^|[^\p{L}])(\p{Lu}[\p{L}'’-]+) $/u;
const NEAR = 24;
/** Years of a life, a ruler's number, the Elder, whose wife she was. */
const OF_HISTORY = /^(?: d\. ?[ÄJ]\.|,? the (?:Elder|Younger)|, (?:Gemahlin?|Kurfürst(?:in)?|Herzog(?:in)?|König(?:in)?|Kaiser(?:in)?|Gräfin|Duke|Duchess|Earl|Queen|King|Emperor|Empress|roi|reine|duc|duchesse|comte|comtesse)(?!\p{L})| (?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XV|XVI)(?![\p{L}\d])| ?\((?:(?:born|b\.|c\.|ca\.|geb\.|né|\*) ?)?1\d{3} ?[–—-] ?(?:1[0-9]|20)\d\d\))/u;

/** Initials, particles and further given names. */
const isBetweenNames = (words: readonly string[]): boolean => !isEpithet(words) && words.slice(1, -1).every((word) => !/^\p{Lu}\p{Ll}/u.test(word) || latinParts(word).given >= SURELY_GIVEN);

/** Friedrich der Weise */
const isEpithet = (words: readonly string[]): boolean => words.length === 3 && words[1] === "der";

/** Behind a full stop, or where a line, a cell or a quotation begins. */
const beginsSentence = (text: string, start: number): boolean => !/[\p{Ll}\d,;&）)] $/u.test(text.slice(Math.max(0, start - 2), start));

const plain = (word: string): string => word.toLowerCase().normalize("NFD").replace(/[^a-z]/gu, "");

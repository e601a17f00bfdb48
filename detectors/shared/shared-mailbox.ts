/** Mailboxes of departments that no list knows: toshikei@ in the contact lines of a city planning section. */
import { isPersonalMail } from "./mail-providers.js";
import { ENGLISH_GIVEN, ENGLISH_SURNAME, FOREIGN_SURNAME, givenTier, latinNameTrie, surnameTier } from "./name-dictionary.js";
import { plainRomaji } from "./latin-name.js";
import { lookUp } from "./trie.js";

/** How far before the address the department or the word for enquiries may stand, in UTF-16 units: a contact section's few lines. */
const NEAR = 160;
/** Departments at the end of a word, and what announces whom to ask. */
const OFFICE = /(?:[\p{Script=Han}ァ-ヴー](?:課|係|局|室|センター|支所|本部)(?=[\s)」、,:]|$)|\b(?:[Ss]ervice|[Mm]airie|[Dd]irection|[Ss]ecrétariat|[Rr]enseignements|Rathaus|Stadtverwaltung|Vergabestelle|Ayuntamiento|Oficina|Ufficio|Comune di)\b|事務局|窓口|問い?合わ?せ先?|お問い?合わ?せ|代表(?:電話|番号|メール))/u;
/** Words, hyphens and underscores: a digit tells one subscriber from another. */
const PLAIN_LOCAL = /^[a-z]{2,}(?:[-_][a-z]{2,})*$/u;

/**
 * Whether what stands before an address says that a department reads it, and nothing in the address names a person.
 * @param value lower case
 * @param start of the address in `text`
 */
export function isSharedMailbox(text: string, start: number, value: string): boolean {
  const at = value.indexOf("@");
  const local = value.slice(0, at);
  if (!PLAIN_LOCAL.test(local) || isPersonalMail(value.slice(at + 1))) return false;
  if (!OFFICE.test(text.slice(Math.max(0, start - NEAR), start))) return false;
  return !local.split(/[-_]/u).some(isNamePart);
}

/** A surname or given name, one with an initial before or behind it (hsato, satoh), or both (hanakosato). */
function isNamePart(word: string): boolean {
  if (isName(word) || isName(word.slice(1)) || isName(word.slice(0, -1))) return true;
  for (let at = SHORTEST; at <= word.length - SHORTEST; at++) {
    const [first, second] = [tiersOf(word.slice(0, at)), tiersOf(word.slice(at))];
    if ((first.surname === COMMON && second.given === COMMON) || (first.given === COMMON && second.surname === COMMON)) return true;
  }
  return false;
}

/** Letters of a name: Ai, Ei, Jo. */
const SHORTEST = 2;
const COMMON = 3;

function tiersOf(word: string): { surname: number; given: number } {
  const plain = plainRomaji(word);
  const payload = lookUp(latinNameTrie(), plain, 0, plain.length);
  return { surname: surnameTier(payload), given: givenTier(payload) };
}

function isName(word: string): boolean {
  if (word.length < SHORTEST) return false;
  const { surname, given } = tiersOf(word);
  return surname >= 2 || given >= 2 || (lookUp(latinNameTrie(), word, 0, word.length) & (ENGLISH_GIVEN | ENGLISH_SURNAME | FOREIGN_SURNAME)) !== 0;
}

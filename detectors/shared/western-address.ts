/** Addresses as the US, the UK and other countries write them in Latin letters, and as Japan does for foreign mail. */
import { isDigit } from "../../src/text/characters.js";

export interface WesternAddress {
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

const WORD = "(?:\\p{Lu}[\\p{L}'’.]{0,20}|\\d{1,3}(?:st|nd|rd|th))";
const PLACE = `${WORD}(?:[ -]${WORD}){0,3}`;
const UNIT = "(?:,? (?:Apt|Apartment|Suite|Ste|Unit|Floor|Fl|Rm|Room|#)\\.? ?#?[\\w-]{1,6})?";
const SIDE = "(?: (?:N|S|E|W|NE|NW|SE|SW)\\.?)?";
/** What separates the lines of an address when it is written on one, or not. */
const BREAK = "(?:,| ?\\n|,\\n) ?";
const STATE =
  "(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AIT]|W[AIVY]|" +
  "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|" +
  "Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|(?:North|South) (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming)";
const STREET = `\\d{1,6}(?:-\\d{1,4})?[A-Za-z]?${SIDE},?(?: ${WORD}){1,5}${SIDE}${UNIT}`;
/** 1600 Example Avenue NW, Apt 5, Springfield, IL 62701-1234 */
const UNITED_STATES = new RegExp(`${STREET}${BREAK}${WORD}(?: ${WORD}){0,3},? ${STATE}\\.? \\d{5}(?:-\\d{4})?(?![\\d-])`, "uy");
/** 100 Sample Street, Sampleville, ON A1B 2C3 */
const CANADA = new RegExp(`${STREET}${BREAK}${PLACE},? (?:AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT|Ontario|Quebec|Québec|British Columbia|Alberta|Manitoba),? [A-Z]\\d[A-Z] ?\\d[A-Z]\\d(?!\\w)`, "uy");
/** 10 Sample Street, Sampleton NSW 2000 */
const AUSTRALIA = new RegExp(`${STREET}${BREAK}${PLACE},? (?:NSW|VIC|QLD|SA|WA|TAS|ACT|NT),? \\d{4}(?!\\d)`, "uy");
/** 10 Example Street, Sampletown, Shire AB1 2CD */
const UNITED_KINGDOM = new RegExp(
  `\\d{1,4}[A-Za-z]?(?:-\\d{1,4})?,? ${WORD}(?: ${WORD}){0,4}(?:(?:,|,?\\n) ?${PLACE}){1,4},?[ \\n](?:GIR 0AA|[A-PR-UWYZ][A-HK-Y]?\\d[\\dA-HJKPSTUW]? \\d[ABD-HJLNP-UW-Z]{2})(?![\\w])`,
  "uy",
);
/** 12 rue de l'Exemple, 75002 Paris */
const FRANCE = new RegExp(
  `\\d{1,4}(?: ?(?:bis|ter))?,? (?:[Rr]ue|[Aa]venue|[Aa]v\\.|[Bb]oulevard|[Bb]d|[Pp]lace|[Cc]hemin|[Aa]llée|[Ii]mpasse|[Qq]uai|[Cc]ours|[Rr]oute)(?: [\\p{L}'’-]{1,20}){1,6}${BREAK}(?:F-)?\\d{5} ${PLACE}`,
  "uy",
);
const COUNTRY =
  "(?:U\\.?S\\.?A\\.?|United States|United Kingdom|UK|England|Scotland|Wales|Ireland|Canada|Australia|New Zealand|Singapore|Hong Kong|India|Philippines|Malaysia|Thailand|Indonesia|Vietnam|Taiwan|South Korea|Korea|China|Germany|France|" +
  "Italy|Spain|Portugal|Netherlands|Belgium|Switzerland|Austria|Sweden|Norway|Denmark|Finland|Poland|Brazil|Mexico|South Africa|Israel|Turkey|UAE)";
/** 12 Sample Road, Sampletown 123456, Singapore: any country that is named. */
const NAMED_COUNTRY = new RegExp(`\\d{1,5}[A-Za-z]?(?:[-/]\\d{1,4})?,?(?: ${WORD}){1,5}${UNIT}(?:${BREAK}${PLACE}(?: \\d{3,6})?){1,4}(?:,| ) ?(?:\\d{4,6},? ?)?${COUNTRY}(?: \\d{4,6})?(?![\\p{L}\\d])`, "uy");
/** 3º B, Apto 42, Centro: a floor, a flat or a quarter between the number and the town. */
const FLOOR = "(?:, ?(?:\\d{1,2}[ºª°] ?[A-Za-z]{0,4}|[Bb]ajo(?: [A-Z])?|[Pp]iso \\d{1,2}|(?:[Aa]pto|[Bb]loco|[Ee]sc|[Ii]nt|[Aa]pt)\\.? \\w{1,4}|\\p{Lu}\\p{L}{2,20}(?: \\p{L}{2,20}){0,2})){0,3}";
/** What stands behind the number in Germany, Austria, the Netherlands, Italy, Spain: Musterstraße 12, 12345 Musterstadt. */
const NUMBER_AND_TOWN = new RegExp(`\\d{1,5} ?[a-z]?(?:[-/]\\d{1,4})?${FLOOR}(?:, ?|,? ?\\n)(?:[A-Z]{1,2}-)?(?:\\d{5}-\\d{3}|\\d{4}-\\d{3}|\\d{2}-\\d{3}|\\d{4,5})(?: [A-Z]{2}(?![\\p{L}]))? ${WORD}(?:[ -]${WORD}){0,2}`, "uy");
const STREET_BEFORE =
  /(?:\p{Lu}[\p{L}.-]{0,30}(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|straat|laan|plein|gracht|gatan|vägen|gade|vej)|(?:\p{Lu}[\p{L}-]{1,20} ){1,2}(?:Straße|Strasse|Str\.|Weg|Platz|Allee|Ring|Damm)|(?:Calle|C\/|Avenida|Avda\.|Av\.|Paseo|Plaza|Carrera|Ronda|Via|Viale|Piazza|Corso|Rua|Travessa|Alameda|Praça|Estrada|ul\.|al\.|os\.)(?: [\p{L}'’-]{1,20}){1,4}),? $/u;
const LONGEST_STREET = 60;
/** 1-2-3 Ginza, Chuo-ku, Tokyo 104-0061 */
const ROMANISED =
  /(?:\d{1,4}(?:-\d{1,4}){1,3},? )(?:\p{Lu}[\p{L}'-]{1,24}(?: \p{Lu}[\p{L}'-]{1,24}){0,2}, ?){1,4}\p{Lu}[\p{L}-]{1,20}(?:,? (?:〒?\d{3}-\d{4}))?(?:,? Japan)?/uy;
const ROMANISED_UNIT = /-(?:ku|shi|cho|machi|chome|gun|mura|ken|fu|to)\b/u;
/** An organisation's own address, as licences and imprints have it: "Free Software Foundation, Inc., 51 Sample Street". */
const OF_AN_ORGANISATION = /(?:(?:Inc|Ltd|LLC|L\.L\.C|Corp|Corporation|Company|Co|GmbH|AG|PLC|plc|Foundation|University|Institute|Laboratories|Association|Consortium|Center|Centre|Library|Department|Stop \d{1,5})[.,]{0,2}|\boffices?(?: located)? at|located at|headquarter(?:s|ed) (?:at|in))[\s,*#;/%"'-]{0,12}$/u;
const BEFORE = 60;
/** "Copyright 2009 Sample Products, Sampletown, Germany" is no address: with a country alone it takes a street's word. */
const STREET_WORD = /\b(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Court|Ct|Place|Square|Sq|Terrace|Highway|Crescent|Jalan|Jln|Marg|Nagar|Soi|Barangay)\b/u;
const FLAT_BEFORE = /(?:Flat|Apartment|Apt\.?|Unit|Suite) \w{1,4},? $/u;

const PATTERNS: readonly (readonly [pattern: RegExp, confidence: number])[] = [
  [UNITED_STATES, 0.95], [UNITED_KINGDOM, 0.93], [CANADA, 0.95], [AUSTRALIA, 0.93], [FRANCE, 0.93],
];

/** The address whose first number stands at `at`, as far as it goes. Looks at no more than some 300 characters. */
export function readWesternAddress(text: string, at: number): WesternAddress | undefined {
  if (!reachesBreak(text, at)) return undefined;
  return (opensStreet(text, at) ? streetBehind(text, at) : undefined) ?? streetBefore(text, at);
}

function streetBehind(text: string, at: number): WesternAddress | undefined {
  for (const [pattern, confidence] of PATTERNS) {
    const end = endOf(pattern, text, at);
    if (end > at) return found(text, at, end, confidence);
  }
  const named = endOf(NAMED_COUNTRY, text, at);
  if (named > at && STREET_WORD.test(text.slice(at, named))) return found(text, at, named, 0.85);
  const romanised = endOf(ROMANISED, text, at);
  if (romanised > at && ROMANISED_UNIT.test(text.slice(at, romanised))) return { start: at, end: romanised, confidence: 0.9 };
  return undefined;
}

/** Digits, hyphens and letters of a house's number; a comma; a space; and what a word begins with: a capital, "5th", "rue", "bis". Rows of numbers have none. */
function opensStreet(text: string, at: number): boolean {
  let i = at;
  while (i - at < LONGEST_NUMBER && isOfNumber(text.charCodeAt(i))) i++;
  if (text.charCodeAt(i) === 0x2c) i++;
  if (text.charCodeAt(i) !== 0x20) return false;
  const first = text.charCodeAt(++i);
  if (isLower(first)) return IN_FRANCE.has(first);
  if (!isDigit(first)) return first >= 0x41;
  let digits = 1;
  while (digits < 3 && isDigit(text.charCodeAt(i + digits))) digits++;
  return isLower(text.charCodeAt(i + digits));
}
/** More than any form above has. */
const LONGEST_NUMBER = 32;
const isOfNumber = (code: number): boolean => isDigit(code) || isLower(code) || (code >= 0x41 && code <= 0x5a) || code === 0x2d || code === 0x2f;
/** rue, avenue, boulevard, place, chemin, impasse, quai, route, bis, ter. */
const IN_FRANCE = new Set(Array.from("rabpciqt", (char) => char.charCodeAt(0)));

/** More than the longest street in any form above. */
const LONGEST_LINE = 200;
const FRENCH_STREET = /\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|av\.|boulevard|bd|place|chemin|allée|impasse|quai|cours|route) /iuy;
const isLower = (code: number): boolean => code >= 0x61 && code <= 0x7a;

/**
 * Whether words that begin with a capital or a digit go on to a comma or the line's end, as all forms have it but the French, which
 * name the kind of street first. Cheap, where each expression takes a millisecond to be prepared: most numbers in prose end here.
 */
function reachesBreak(text: string, at: number): boolean {
  const stop = Math.min(text.length, at + LONGEST_LINE);
  for (let i = at; i < stop; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x2c || code === 0x0a) return true;
    if (code === 0x20 && isLower(text.charCodeAt(i + 1)) && isLower(text.charCodeAt(i + 2))) return endOf(FRENCH_STREET, text, at) > at;
  }
  return false;
}

function found(text: string, at: number, end: number, confidence: number): WesternAddress {
  const start = at - (FLAT_BEFORE.exec(text.slice(Math.max(0, at - 20), at))?.[0].length ?? 0);
  return { start, end, confidence: isOrganisations(text, start) ? 0.4 : confidence };
}

function streetBefore(text: string, at: number): WesternAddress | undefined {
  if (text.charCodeAt(at - 1) !== 0x20) return undefined;
  const end = endOf(NUMBER_AND_TOWN, text, at);
  if (end === at) return undefined;
  const before = text.slice(Math.max(0, at - LONGEST_STREET), at);
  const street = STREET_BEFORE.exec(before);
  if (street === null) return undefined;
  const start = at - street[0].length;
  return { start, end, confidence: isOrganisations(text, start) ? 0.4 : 0.92 };
}

const isOrganisations = (text: string, start: number): boolean => OF_AN_ORGANISATION.test(text.slice(Math.max(0, start - BEFORE), start));

function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}

/** Addresses as the US, the UK and Japan's romanised mail write them. */

export interface WesternAddress {
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

const WORD = "(?:\\p{Lu}[\\p{L}'’.]{0,20}|\\d{1,3}(?:st|nd|rd|th))";
const UNIT = "(?:,? (?:Apt|Apartment|Suite|Ste|Unit|Floor|Fl|Rm|Room|#)\\.? ?#?[\\w-]{1,6})?";
const STATE =
  "(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AIT]|W[AIVY])";
/** 1600 Example Avenue NW, Apt 5, Springfield, IL 62701-1234 */
const UNITED_STATES = new RegExp(
  `\\d{1,6}(?:-\\d{1,4})?[A-Z]?(?: (?:N|S|E|W|NE|NW|SE|SW)\\.?)?(?: ${WORD}){1,5}(?: (?:N|S|E|W|NE|NW|SE|SW)\\.?)?${UNIT}(?:,| ?\\n|,\\n) ?${WORD}(?: ${WORD}){0,3},? ${STATE}\\.? \\d{5}(?:-\\d{4})?(?![\\d-])`,
  "uy",
);
/** 10 Example Street, Sampletown, Shire AB1 2CD */
const UNITED_KINGDOM = new RegExp(
  `(?:Flat \\w{1,4}, )?\\d{1,4}[A-Za-z]?(?:-\\d{1,4})?,? ${WORD}(?: ${WORD}){0,4}(?:(?:,|,?\\n) ?${WORD}(?:[ -]${WORD}){0,3}){1,4},?[ \\n](?:GIR 0AA|[A-PR-UWYZ][A-HK-Y]?\\d[\\dA-HJKPSTUW]? \\d[ABD-HJLNP-UW-Z]{2})(?![\\w])`,
  "uy",
);
/** 1-2-3 Ginza, Chuo-ku, Tokyo 104-0061 */
const ROMANISED =
  /(?:\d{1,4}(?:-\d{1,4}){1,3},? )(?:\p{Lu}[\p{L}'-]{1,24}(?: \p{Lu}[\p{L}'-]{1,24}){0,2}, ?){1,4}\p{Lu}[\p{L}-]{1,20}(?:,? (?:〒?\d{3}-\d{4}))?(?:,? Japan)?/uy;
const ROMANISED_UNIT = /-(?:ku|shi|cho|machi|chome|gun|mura|ken|fu|to)\b/u;

/** The address that begins at `start` with its number, as far as it goes. Looks at no more than some 300 characters. */
export function readWesternAddress(text: string, start: number): WesternAddress | undefined {
  const american = end(UNITED_STATES, text, start);
  if (american > start) return { start, end: american, confidence: 0.95 };
  const british = end(UNITED_KINGDOM, text, start);
  if (british > start) return { start, end: british, confidence: 0.93 };
  const romanised = end(ROMANISED, text, start);
  if (romanised > start && ROMANISED_UNIT.test(text.slice(start, romanised))) return { start, end: romanised, confidence: 0.9 };
  return undefined;
}

function end(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}

/**
 * What a number format makes of a number, as far as it decides whether the number is a date, a code or nothing at all (ECMA-376 part 1,
 * 18.8.30 and 18.8.31). Other numbers are shown as their shortest text.
 */

export type NumberFormat = (value: number) => string;

const DAY_SECONDS = 86_400;
/** 9999-12-31, the last day Excel shows. */
const LAST_SERIAL = 2_958_465;

export const shortest: NumberFormat = (value) => String(value);

const TIMES = new Set([18, 19, 20, 21, 32, 33, 45, 46, 47]);

/** Built-in formats that are dates or times, those of Japanese and other East Asian locales included. */
export function builtInFormat(id: number, date1904: boolean): NumberFormat | undefined {
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58) || (id >= 71 && id <= 81);
  return isDate ? dateFormat(date1904, !TIMES.has(id)) : undefined;
}

/** `undefined` for formats that leave the number recognisable. */
export function customFormat(code: string, date1904: boolean): NumberFormat | undefined {
  const sections = splitSections(code);
  const first = bare(sections[0]);
  if (/[ymdhsa]|(?<![a-z])[gb]|e(?![+-])/iu.test(first.replace(/general/giu, ""))) {
    const letters = first.replace(/am\/pm|a\/p/giu, "");
    // "m" is a month where it does not stand among hours and seconds.
    const hasDate = /[yda]|(?<![a-z])[gb]|e(?![+-])/iu.test(letters) || !/[hs]/iu.test(letters);
    return dateFormat(date1904, hasDate);
  }
  return codeFormat(sections);
}

/** Days repeat: a column of a million birth dates has some thousands. */
const MAX_KNOWN_DATES = 50_000;

function dateFormat(date1904: boolean, hasDate: boolean): NumberFormat {
  const known = new Map<number, string>();
  return (value) => {
    let text = known.get(value);
    if (text === undefined) {
      text = dateText(value, date1904, hasDate);
      if (known.size < MAX_KNOWN_DATES) known.set(value, text);
    }
    return text;
  };
}

/** Every section is empty (";;;"): the cell shows nothing. */
export function showsNothing(code: string): boolean {
  return /^\s*;\s*;\s*(?:;\s*)?$/u.test(code);
}

/** A serial day number as ISO 8601. */
export function dateText(serial: number, date1904: boolean, hasDate: boolean): string {
  if (!(serial >= 0 && serial <= LAST_SERIAL + 1)) return shortest(serial);
  let day = Math.floor(serial);
  let seconds = Math.round((serial - day) * DAY_SECONDS);
  if (seconds === DAY_SECONDS) {
    day++;
    seconds = 0;
  }
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  if (day === 0 && !date1904 && (seconds > 0 || !hasDate)) return time;
  // Excel counts a 29 February 1900 that never was (18.17.4.1), so days before it are one later than the count says.
  const epochDay = date1904 ? day - 24_107 : day < 60 ? day - 25_568 : day - 25_569;
  const date = isoDate(epochDay);
  return seconds === 0 ? date : `${date}T${time}`;
}

/** Days since 1970-01-01 in the Gregorian calendar, by counting from 1 March of year 0 in eras of 400 years. */
function isoDate(epochDay: number): string {
  const z = epochDay + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1)}`;
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

function splitSections(code: string): string[] {
  const sections = [""];
  for (const [token] of code.matchAll(/"[^"]*"?|\\.|[_*].|\[[^\]]*\]?|[\s\S]/gu)) {
    if (token === ";") sections.push("");
    else sections[sections.length - 1] += token;
  }
  return sections;
}

/** Without literals, colours, conditions and padding: what is left are the tokens that format. Elapsed times ([h]) stay. */
function bare(section: string): string {
  return section.replace(/"[^"]*"?|\\.|[_*]./gu, "").replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]?/giu, "");
}

interface CodeSection {
  readonly accepts: (value: number) => boolean;
  /** Placeholders (0 # ?) one by one, and literals between them. */
  readonly tokens: readonly { readonly text: string; readonly digit: boolean }[];
}

const CONDITION = /^\[(<=|>=|<>|<|>|=)(-?\d{1,15}(?:\.\d{1,15})?)\]$/u;

/**
 * Numbers drawn as codes: leading zeros ("0000000"), hyphens ("000-0000"), and sections by size, such as Excel's own Japanese formats
 * of postal codes and telephone numbers: [<=999]000;[<=9999]000\-00;000\-0000.
 */
function codeFormat(sections: readonly string[]): NumberFormat | undefined {
  const parsed: CodeSection[] = [];
  for (const section of sections.slice(0, 3)) {
    const one = codeSection(section);
    if (one === undefined) break;
    parsed.push(one);
  }
  if (parsed.length === 0 || !parsed.some(({ tokens }) => isCode(tokens))) return undefined;
  return (value) => {
    if (!Number.isSafeInteger(value) || value < 0) return shortest(value);
    const section = parsed.find(({ accepts }) => accepts(value)) ?? parsed[parsed.length - 1];
    return drawn(String(value), section.tokens);
  };
}

const isCode = (tokens: CodeSection["tokens"]): boolean => {
  const first = tokens.findIndex(({ digit }) => digit);
  const last = tokens.findLastIndex(({ digit }) => digit);
  return tokens.filter(({ digit, text }) => digit && text === "0").length > 1 || tokens.slice(first, last + 1).some(({ digit }) => !digit);
};

function codeSection(section: string): CodeSection | undefined {
  let accepts = (value: number): boolean => value >= 0;
  const tokens: { text: string; digit: boolean }[] = [];
  for (const [token] of section.matchAll(/"[^"]*"?|\\.|[_*].|\[[^\]]*\]?|[\s\S]/gu)) {
    const condition = CONDITION.exec(token);
    if (condition !== null) accepts = comparison(condition[1], Number(condition[2]));
    else if (token.startsWith("[") || token.startsWith("_") || token.startsWith("*")) continue;
    else if (token.startsWith('"')) tokens.push({ text: token.replaceAll('"', ""), digit: false });
    else if (token.startsWith("\\")) tokens.push({ text: token.slice(1), digit: false });
    else if (token === "0" || token === "#" || token === "?") tokens.push({ text: token, digit: true });
    else if (/[-() +:〒]/u.test(token)) tokens.push({ text: token, digit: false });
    else return undefined;
  }
  return tokens.some(({ digit }) => digit) ? { accepts, tokens } : undefined;
}

function comparison(operator: string, limit: number): (value: number) => boolean {
  switch (operator) {
    case "<=":
      return (value) => value <= limit;
    case ">=":
      return (value) => value >= limit;
    case "<":
      return (value) => value < limit;
    case ">":
      return (value) => value > limit;
    case "=":
      return (value) => value === limit;
    default:
      return (value) => value !== limit;
  }
}

/** Digits are dealt out from the right; the leftmost placeholder takes those left over. */
function drawn(digits: string, tokens: CodeSection["tokens"]): string {
  let left = digits.length;
  let text = "";
  const first = tokens.findIndex(({ digit }) => digit);
  for (let i = tokens.length - 1; i >= 0; i--) {
    const { text: token, digit } = tokens[i];
    if (!digit) text = token + text;
    else if (i === first) text = (left > 0 ? digits.slice(0, left) : token === "0" ? "0" : "") + text;
    else if (left > 0) text = digits[--left] + text;
    else if (token === "0") text = `0${text}`;
  }
  return text;
}

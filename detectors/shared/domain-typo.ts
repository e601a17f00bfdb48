/**
 * Which domain was meant where one of a mail address looks mistyped. Cheap signs first, each strong by itself; mere nearness
 * counts only for words long enough that few others are as near.
 */
import { domainToUnicode } from "node:url";
import { MISTYPED_PROVIDERS, REAL_NEIGHBOURS, isCovered, isPersonalMail } from "./mail-providers.js";
import { nearest } from "./nearest.js";

/** Catch-all domains registered on typing mistakes and mistakes that no rule below finds, as lists of mail form validators have them. */
const KNOWN_MISTAKES: Readonly<Record<string, string>> = {
  "gmal.com": "gmail.com",
  "gmil.com": "gmail.com",
  "gmaul.com": "gmail.com",
  "gnail.com": "gmail.com",
  "hmail.com": "gmail.com",
  "gmail.om": "gmail.com",
  "otmail.com": "hotmail.com",
  "homail.com": "hotmail.com",
  "utlook.com": "outlook.com",
  "iclod.com": "icloud.com",
  "yaoo.co.jp": "yahoo.co.jp",
  "yhoo.co.jp": "yahoo.co.jp",
  "i.softbank.ne.jp": "i.softbank.jp",
};

/** Endings that are typed in place of a provider's own. Only for labels that nobody else has. */
const WRONG_SUFFIXES = new Set(
  ("co.jp ne.jp or.jp jp go.jp ac.jp com.jp ne.com co.com jp.com cojp nejp orjp co.j ne.j com co cm om con cmo ocm cim vom xom comm coom ccom c.om" +
    " co.jo co.jpp co.jp.com ne.jo ne.jpp nejp.com c.jp n.jp ee.jp ce.jp cp.jp ni.jp").split(" "),
);
/** Endings under which organisations have their own domain: the same name under another one may be anybody's. */
const ORGANISATIONS_SUFFIXES = new Set("com net org biz info jp co.jp ne.jp or.jp gr.jp ac.jp ed.jp go.jp lg.jp co.uk com.cn co.kr com.tw co us eu asia tokyo".split(" "));
/** A name so long is hardly two organisations'. */
const LONG_NAME = 6;
const UNMISTAKABLE_LABELS = new Set("gmail yahoo docomo ezweb softbank icloud outlook hotmail ymobile uqmobile biglobe plala googlemail".split(" "));

/** A label this short has too many neighbours. */
const MIN_NEAR_LABEL = 5;
/** From this length on two mistakes are allowed: "hotmart" is two edits from "hotmail". */
const LONG_LABEL = 9;

/**
 * The well-known provider's or own domain that `domain` is a slip of; undefined for a domain that is real or unlike any.
 * @param domain lower case, as in the address
 * @param real domains known to be meant: one's own and those of known groups
 * @param own domains that other domains may be slips of
 * @param stated all of one's own, where somebody has said which they are: a company that has not is likely to have others under other endings
 */
export function intendedDomain(domain: string, own: readonly string[], real: ReadonlySet<string>, stated: readonly string[] = []): string | undefined {
  // "xn--gmil-63d.com" is shown as gmаil.com, with a Cyrillic а.
  const plain = domain.normalize("NFKC").toLowerCase().replace(/\.$/u, "");
  const written = IN_LETTERS.test(plain) && !plain.includes("xn--") ? plain : domainToUnicode(plain) || domain.toLowerCase();
  if (written.length < 3 || written.length > 253 || isCovered(written, real) || isCovered(domain, real)) return undefined;
  if (Object.hasOwn(KNOWN_MISTAKES, written)) return KNOWN_MISTAKES[written];
  if (isPersonalMail(written) || isCovered(written, REAL_NEIGHBOURS)) return undefined;
  const candidates = [...providers(), ...own.filter((one) => one.length >= 6).map(candidate)];
  const shape = lookAlike(written);
  const letters = withoutDots(written);
  return (
    candidates.find((one) => shape === one.shape)?.domain ??
    candidates.find((one) => one.domain.length >= 8 && letters === one.letters)?.domain ??
    withWrongSuffix(written) ??
    underAnotherSuffix(written, stated) ??
    own.find((one) => one.length >= LONG_NAME && written.startsWith(`${one}.`)) ??
    nearlySpelt(written, candidates)
  );
}

/** What Unicode leaves as it is. */
const IN_LETTERS = /^[a-z0-9.-]+$/u;

/** A domain that may have been meant, as it is compared. */
interface Candidate {
  readonly domain: string;
  readonly shape: string;
  readonly letters: string;
  readonly label: string;
  readonly suffix: string;
}

function candidate(domain: string): Candidate {
  const [label, suffix] = split(domain);
  return { domain, shape: lookAlike(domain), letters: withoutDots(domain), label, suffix };
}

let made: readonly Candidate[] | undefined;
const providers = (): readonly Candidate[] => (made ??= MISTYPED_PROVIDERS.map(candidate));

function withoutDots(domain: string): string {
  return domain.replace(/\./gu, "");
}

/** Characters that look like others in the fonts of mail programs: Unicode TR39's confusables, as far as they occur in host names. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  "0": "o", "1": "l", ı: "i", ɩ: "i", ɡ: "g", ⅼ: "l", ɑ: "a", ᴦ: "r", ƽ: "s", ꞵ: "b", ł: "l", ø: "o", đ: "d", ħ: "h",
  // Cyrillic
  і: "i", а: "a", е: "e", о: "o", с: "c", р: "p", х: "x", у: "y", ѕ: "s", ԁ: "d", ј: "j", һ: "h", ӏ: "l", ԛ: "q", ԝ: "w", к: "k", т: "t", м: "m", н: "h", в: "b", п: "n", г: "r",
  // Greek
  ο: "o", α: "a", ν: "v", ρ: "p", τ: "t", υ: "u", κ: "k", ι: "i", χ: "x", γ: "y", η: "n", ω: "w", ε: "e",
  // Armenian
  օ: "o", ո: "n", ս: "u", հ: "h", ց: "g", զ: "q",
};
const ACCENTS = /[\u0300-\u036f]/gu;

const PLAIN = /^[a-z2-9.-]*$/u;

function lookAlike(domain: string): string {
  // Each recipient's domain is held against every known one, and these are nearly all so.
  if (PLAIN.test(domain) && !domain.includes("rn") && !domain.includes("vv")) return domain;
  let plain = "";
  for (const char of domain.normalize("NFD").replace(ACCENTS, "")) plain += Object.hasOwn(LOOK_ALIKES, char) ? LOOK_ALIKES[char] : char;
  return plain.replaceAll("rn", "m").replaceAll("vv", "w");
}

/** "docomo.co.jp", "gmail.co.jp", "gmail": the right name with an ending it does not have. */
function withWrongSuffix(domain: string): string | undefined {
  const [label, suffix] = split(domain);
  if (!UNMISTAKABLE_LABELS.has(label) || (suffix !== "" && !WRONG_SUFFIXES.has(suffix))) return undefined;
  return providers().find((provider) => provider.label === label)?.domain;
}

/** "sanuki-card.com" where one's own is sanuki-card.co.jp. */
function underAnotherSuffix(domain: string, own: readonly string[]): string | undefined {
  const [label, suffix] = split(domain);
  if (label.length < LONG_NAME || !ORGANISATIONS_SUFFIXES.has(suffix)) return undefined;
  return own.find((one) => {
    const [ownLabel, ownSuffix] = split(one);
    return ownLabel === label && ORGANISATIONS_SUFFIXES.has(ownSuffix);
  });
}

function nearlySpelt(domain: string, candidates: readonly Candidate[]): string | undefined {
  const [label, suffix] = split(domain);
  const close = candidates.filter(({ label: wantedLabel, suffix: wantedSuffix }) => {
    // "i.softbank.jp": the name is not the first label.
    if (wantedLabel.length === 1 && label === wantedLabel) return isSlip(suffix, wantedSuffix, 1);
    // The first letter is hardly ever the wrong one, and other firms' names differ in it.
    if (wantedLabel.length < MIN_NEAR_LABEL || label.charAt(0) !== wantedLabel.charAt(0)) return false;
    const suffixOff = suffix === wantedSuffix ? 0 : isSlip(suffix, wantedSuffix, 1) ? 1 : 2;
    const allowed = wantedLabel.length >= LONG_LABEL && suffixOff === 0 ? 2 : 1;
    return suffixOff < 2 && (label === wantedLabel || isSlip(label, wantedLabel, allowed));
  });
  // Two exchanged letters are two edits; hence four where both halves have a slip.
  return nearest(domain, close.map((one) => one.domain), 4);
}

function split(domain: string): [label: string, suffix: string] {
  const dot = domain.indexOf(".");
  return dot < 0 ? [domain, ""] : [domain.slice(0, dot), domain.slice(dot + 1)];
}

function isSlip(word: string, wanted: string, edits: number): boolean {
  return nearest(word, [wanted], edits) !== undefined || isExchange(word, wanted);
}

/** Two neighbouring letters exchanged. */
function isExchange(word: string, wanted: string): boolean {
  if (word.length !== wanted.length) return false;
  let at = 0;
  while (at < word.length && word.charAt(at) === wanted.charAt(at)) at++;
  return word.charAt(at) === wanted.charAt(at + 1) && word.charAt(at + 1) === wanted.charAt(at) && word.slice(at + 2) === wanted.slice(at + 2) && at < word.length - 1;
}

/** What the whole of a text says of the names in it: who is somebody private, who stands among people of history, and who is only mentioned. */
import type { Company, TextMatch } from "../../src/contract.js";
import { isKnownPerson } from "../shared/known-people.js";
import type { NameCandidate } from "../shared/kanji-names.js";
import { isOfPrivateLife, isTied, ROSTER, shareOfRoster } from "../shared/name-ties.js";
import { isAddressed } from "../shared/public-role.js";
import { CONTACTS, sceneAt } from "../shared/public-scene.js";

export type Code = "name" | "mention" | "public-contact";

/** In the calls and tests of a program names are made up, unless it says how to reach them. */
export const WITH_CONTACT: Company = { oneOf: ["phone-number", "email-address", "postal-address", "date-of-birth", "special-care"], within: "record" };
/** Of names that nothing else ties to somebody private. */
const AS_MENTION: Company = { ...WITH_CONTACT, otherwise: "mention" };

/** Probability from which on a name is reported. */
export const REPORTED = 0.5;
/** Confidence from which on a name speaks for its neighbours and its repetitions. */
export const CERTAIN = 0.8;

/** Those who are certain, and of whom the text says something that is said of private people only. */
export function privateOf(text: string, matches: readonly TextMatch<Code>[]): NameCandidate[] {
  const people: NameCandidate[] = [];
  for (const { code, at: { start, end }, confidence, evidence, needs } of matches) {
    if (code !== "name" || needs !== undefined || confidence < CERTAIN) continue;
    if (evidence?.includes("label") === true || isTied(text, start, end) || isOfPrivateLife(text, start, end)) people.push({ start, end, odds: 0 });
  }
  return people.sort((a, b) => a.start - b.start);
}

const REACH = 120;
const HOW_TO_REACH = /\d{3}[ -]\d{3}[ -]?\d{3}|[\w.]@\w|\b(?:DOB|D\.O\.B|born|tel|phone|mobile)\b/iu;

/** Names in Latin letters beside a telephone number, a mailbox or a birth. */
export function withinReach(text: string, matches: readonly TextMatch<Code>[]): NameCandidate[] {
  const near = matches.filter(({ code, at: { start, end }, confidence, needs }) => code === "name" && needs === undefined && confidence >= CERTAIN && text.charCodeAt(start) < LATIN_ENDS && HOW_TO_REACH.test(text.slice(Math.max(0, start - REACH), end + REACH)));
  return near.map(({ at: { start, end } }) => ({ start, end, odds: 0 }));
}
const LATIN_ENDS = 0x250;

/** Where nothing in the text ties a name to somebody private, and it is no roster, each is one only beside how to reach them. */
export function untiedAsMentions(text: string, matches: readonly TextMatch<Code>[]): readonly TextMatch<Code>[] {
  const items = new Set<string>();
  let names = 0;
  let roster = 0;
  for (const { code, at: { start, end }, evidence, value = "" } of matches) {
    if (code !== "name") continue;
    names++;
    if (evidence?.includes("label") === true || isTied(text, start, end) || isOfPrivateLife(text, start, end)) return matches;
    if (items.has(value)) continue;
    items.add(value);
    roster += shareOfRoster(text, start, end);
    if (roster >= ROSTER) return matches;
  }
  return names === 0 ? matches : matches.map((match) => (match.code !== "name" || match.needs !== undefined ? match : { ...match, needs: AS_MENTION }));
}

/**
 * Names of history, letters or the arts in two sentences so near make a page about such people, where nobody is to be reached. One sentence of
 * a letter may be about two of them.
 */
const AMONG = 240;
const ENDS_SENTENCE = /[\n。！？!?]/u;

export function amongTheKnown(text: string, matches: readonly TextMatch<Code>[]): readonly TextMatch<Code>[] {
  const known = matches.filter(({ code, at }) => code === "public-contact" && isKnownPerson(text.slice(at.start, at.end).replace(/ /gu, ""))).map(({ at }) => at.start);
  if (known.length < 2) return matches;
  let first = 0;
  let last = -1;
  return matches.map((match) => {
    const { start, end } = match.at;
    while (first < known.length && known[first] < start - AMONG) first++;
    while (last + 1 < known.length && known[last + 1] <= end + AMONG) last++;
    if (match.code !== "name" || last <= first || !ENDS_SENTENCE.test(text.slice(known[first], known[last]))) return match;
    if (isTied(text, start, end) || isOfPrivateLife(text, start, end) || isAddressed(text, end) || sceneAt(text, start, CONTACTS) !== 0) return match;
    return { ...match, code: "public-contact" };
  });
}

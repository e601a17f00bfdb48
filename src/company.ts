/** Matches that say something only beside others: an illness beside a name, an account's name beside its password. */
import type { Entity, Identity, TextMatch } from "./contract.js";
import type { DetectedMatch } from "./detect.js";
import type { TextRecord } from "./records.js";

/** What ends a sentence or a row. */
const SENTENCE_ENDS = new Set(Array.from("\n\r。！？!?", (char) => char.charCodeAt(0)));

/** The record without the matches whose company (`TextMatch.needs`) does not stand in it: those are dropped, or set aside. */
export function withCompany(record: TextRecord, text: string): TextRecord {
  const { matches } = record;
  if (!matches.some(({ match }) => match.needs !== undefined)) return record;
  const sentences = sentencesOf(matches, text);
  const isMet = companyAmong(matches, sentences);
  const standing = matches.map((one, i) => isMet(one.match, i));
  // An illness that a name lets stand lets the name stand in turn; one that is dropped says nothing of it.
  const isTold = companyAmong(matches, sentences, (i) => standing[i] && matches[i].match.needs?.otherwise === undefined);
  const kept: DetectedMatch[] = [];
  const aside: DetectedMatch[] = [];
  for (const [i, one] of matches.entries()) {
    if (one.match.needs?.otherwise === undefined ? standing[i] : isTold(one.match, i)) kept.push(one);
    else if (one.match.needs?.otherwise !== undefined) aside.push(one);
  }
  return kept.length === matches.length ? record : { identity: identityWith(record.identity, kept), matches: kept, ...(aside.length > 0 && { aside }) };
}

/** Whether a match has the company that it needs among those matches that count. */
function companyAmong(matches: readonly DetectedMatch[], sentences: readonly number[], counts: (i: number) => boolean = () => true): (match: TextMatch, i: number) => boolean {
  const inRecord = new Set<Entity>();
  const inSentence: Set<Entity>[] = [];
  for (const [i, { match: { entity } }] of matches.entries()) {
    if (!counts(i)) continue;
    inRecord.add(entity);
    (inSentence[sentences[i]] ??= new Set()).add(entity);
  }
  return ({ needs }, i) => {
    if (needs === undefined) return true;
    const present = needs.within === "record" ? inRecord : (inSentence[sentences[i]] ?? NOTHING);
    return needs.oneOf.some((entity) => present.has(entity));
  };
}

const NOTHING: ReadonlySet<Entity> = new Set();

/** For each match, the number of its sentence, counted from the record's first. */
function sentencesOf(matches: readonly DetectedMatch[], text: string): number[] {
  let sentence = 0;
  let at = matches[0]?.start ?? 0;
  return matches.map(({ start, end }) => {
    for (; at < start; at++) {
      if (!SENTENCE_ENDS.has(text.charCodeAt(at))) continue;
      sentence++;
      // However many ends follow each other, the sentence has ended once.
      at = start;
    }
    at = Math.max(at, end);
    return sentence;
  });
}

/** Only what the matches that are left say. */
function identityWith(identity: Identity, matches: readonly DetectedMatch[]): Identity {
  const entities = new Set(matches.map(({ match }) => match.entity));
  return Object.fromEntries(Object.entries(identity).filter(([entity]) => entities.has(entity as Entity))); // the only keys an Identity has
}

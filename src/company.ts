/** Matches that say something only beside others: an illness beside a name, an account's name beside its password. */
import type { Entity, Identity } from "./contract.js";
import type { DetectedMatch } from "./detect.js";
import type { TextRecord } from "./records.js";

/** What ends a sentence or a row. */
const SENTENCE_ENDS = new Set(Array.from("\n\r。！？!?", (char) => char.charCodeAt(0)));

/** The record without the matches whose company (`TextMatch.needs`) does not stand in it; undefined where nothing is left. */
export function withCompany(record: TextRecord, text: string): TextRecord | undefined {
  const { matches } = record;
  if (!matches.some(({ match }) => match.needs !== undefined)) return record;
  const inRecord = new Set(matches.map(({ match }) => match.entity));
  const sentences = sentencesOf(matches, text);
  const inSentence: Set<Entity>[] = [];
  for (const [i, { match }] of matches.entries()) (inSentence[sentences[i]] ??= new Set()).add(match.entity);
  const kept = matches.filter(({ match: { needs } }, i) => {
    if (needs === undefined) return true;
    const present = needs.within === "record" ? inRecord : inSentence[sentences[i]];
    return needs.oneOf.some((entity) => present.has(entity));
  });
  if (kept.length === matches.length) return record;
  return kept.length === 0 ? undefined : { identity: identityWith(record.identity, kept), matches: kept };
}

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

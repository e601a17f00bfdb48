/** Matches of one text -> records: which values are about one person. */
import { withCompany } from "./company.js";
import type { Entity, Identity, TextSegment } from "./contract.js";
import type { DetectedMatch } from "./detect.js";
import { canonicalValue } from "./text/identity-hashes.js";

/** Values further apart than this many UTF-16 units are not taken to be about one person. */
const MAX_GAP = 160;
/** A reading or a romanised form stands at most this far from its name. */
const MAX_READING_GAP = 40;
/** What stands between a name and its reading, whichever comes first: marks that list no further people, and labels. */
const BETWEEN_READINGS =
  /^(?:[\s()（）「」【】[\]:：/／|=<>-]|ふりがな|フリガナ|よみがな|ヨミガナ|読み仮名|読みがな|読み|よみ|ヨミ|カナ|かな|氏名|名前|漢字|ローマ字|英字|name|kana|reading|お|様|さん|殿|先生|氏)*$/iu;
/**
 * How many different ones a person who is named may have side by side (home and mobile, private and work). Without a name each is
 * taken for another person's: a list of bare addresses is a list of people.
 */
const SEVERAL: Partial<Readonly<Record<Entity, number>>> = { "phone-number": 3, "email-address": 2 };
/** These name nobody: any number of them may belong to one record. */
const NEUTRAL: ReadonlySet<Entity> = new Set(["postal-code", "special-care", "api-key", "password"]);

const KANJI = /\p{Script=Han}/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

export interface TextRecord {
  readonly identity: Identity;
  readonly matches: readonly DetectedMatch[];
  /** Those that lack the company they need, and are told as something less (`Company.otherwise`). */
  readonly aside?: readonly DetectedMatch[];
}

/** Matches grouped in order; every match is in exactly one record, but for those that lack the company they need. */
export function* recordsOf(matches: Iterable<DetectedMatch>, segment: Pick<TextSegment, "text" | "layout">): Iterable<TextRecord> {
  for (const group of grouped(matches, segment)) {
    const record = withCompany(group, segment.text);
    if (record.matches.length > 0 || record.aside !== undefined) yield record;
  }
}

function* grouped(matches: Iterable<DetectedMatch>, { text, layout }: Pick<TextSegment, "text" | "layout">): Iterable<TextRecord> {
  let group = emptyGroup();
  for (const found of matches) {
    const isFar = layout === "lines" ? hasLineBreak(text, group.end, found.start) : found.start - group.end > MAX_GAP;
    if (group.matches.length > 0 && (isFar || isAnothers(group, found, text))) {
      const own = isFar ? 0 : lineOfName(group, found, text);
      yield own === 0 ? group : groupOf(group.matches.slice(0, own), text);
      group = own === 0 ? emptyGroup() : groupOf(group.matches.slice(own), text);
    }
    add(group, found, text);
  }
  if (group.matches.length > 0) yield group;
}

interface Group extends TextRecord {
  readonly identity: Partial<Record<Entity, string>>;
  readonly matches: DetectedMatch[];
  /** Different values of each kind, where there are more than one. */
  readonly others: Partial<Record<Entity, number>>;
  end: number;
}

const emptyGroup = (): Group => ({ identity: {}, matches: [], others: {}, end: 0 });

function groupOf(matches: readonly DetectedMatch[], text: string): Group {
  const group = emptyGroup();
  for (const found of matches) add(group, found, text);
  return group;
}

function isSameName({ identity, end }: Group, found: DetectedMatch, value: string, text: string): boolean {
  const known = identity["person-name"];
  return found.match.entity === "person-name" && known !== undefined && (isReadingOf(known, value, text, end, found.start) || isShortFor(known, value) || isShortFor(value, known));
}

const isDifferent = (group: Group, found: DetectedMatch, value: string, text: string): boolean => {
  const { entity } = found.match;
  const known = group.identity[entity];
  return known !== undefined && known !== value && !NEUTRAL.has(entity) && !isSameName(group, found, value, text);
};

/** Whether it is one more than one person has. */
function isAnothers(group: Group, found: DetectedMatch, text: string): boolean {
  const { entity } = found.match;
  const allowed = group.identity["person-name"] === undefined ? 1 : (SEVERAL[entity] ?? 1);
  return (group.others[entity] ?? 1) >= allowed && isDifferent(group, found, canonicalValue(entity, found.value), text);
}

function add(group: Group, found: DetectedMatch, text: string): void {
  const { entity } = found.match;
  const { identity, others } = group;
  const value = canonicalValue(entity, found.value);
  const known = identity[entity];
  if (isDifferent(group, found, value, text)) others[entity] = (others[entity] ?? 1) + 1;
  // The whole name stands for the person, not the surname alone or how it is read.
  else if (known !== undefined && isSameName(group, found, value, text) && scriptOf(value) <= scriptOf(known) && !isShortFor(value, known)) identity[entity] = value;
  identity[entity] ??= value;
  group.matches.push(found);
  group.end = found.end;
}

/**
 * Where one who was not recognised stands in a line above, what is left of him is not the next one's: the index of the first match on the line of
 * `found`, where the group's name is on it; 0 where there is nothing to part.
 */
function lineOfName({ matches, identity }: Group, found: DetectedMatch, text: string): number {
  if (identity["person-name"] === undefined) return 0;
  const from = matches[0].start;
  const lineStart = from + text.slice(from, found.start).lastIndexOf("\n") + 1;
  const own = matches.findIndex(({ start }) => start >= lineStart);
  return own > 0 && matches.findIndex(({ match }) => match.entity === "person-name") >= own ? own : 0;
}

function isReadingOf(one: string, other: string, text: string, from: number, to: number): boolean {
  return scriptOf(one) !== scriptOf(other) && to - from <= MAX_READING_GAP && BETWEEN_READINGS.test(text.slice(from, to));
}

/** Kanji, kana, Latin: the first is the name itself, the others are how it is read and romanised. */
const scriptOf = (name: string): number => (KANJI.test(name) ? 0 : KANA.test(name) ? 1 : 2);

/** UTF-16 units of the longest common surname. */
const LONGEST_SURNAME = 3;

/** 佐藤 and 佐藤花子: who is named by the surname alone and in full in one place is one person. */
const isShortFor = (short: string, long: string): boolean => short.length <= LONGEST_SURNAME && short.length < long.length && long.startsWith(short) && KANJI.test(short);

function hasLineBreak(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 0x0a || text.charCodeAt(i) === 0x0d) return true;
  return false;
}

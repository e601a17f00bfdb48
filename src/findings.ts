/** Matches -> findings: one for each thing a person would act on. */
import type { Accepted, Concealment, Entity, EntityCounts, Evidence, EvidenceCount, Finding, Location, Masked, Message, Place, PeopleGroup, PlaceMatch, RecordsMatch, Remedy } from "./contract.js";
import type { DetectedMatch } from "./detect.js";
import type { Marks } from "./acceptance/marks.js";
import { namesIn, regionOf, spanning } from "./location.js";
import { maskValue } from "./mask.js";
import { addDigest, hashText } from "./text/hashes.js";
import type { People } from "./people.js";
import { severityOf } from "./policy.js";
import type { SafeNames } from "./safe-names.js";

/** Matches of one code in one region that are shown one by one; if there are more, they are one finding with their range. */
const MAX_APART = 5;

/** What a finding is made from, before it is known whether it stands alone. */
interface Member {
  at: Location;
  count: number;
  entities: Partial<Record<Entity, number>>;
  records: number[];
  confidenceSum: number;
  evidence: Partial<Record<Evidence, number>>;
  excerpt: Masked | undefined;
  /** Sum of value hashes: the same for the same values in any order. */
  digest: number;
  remedies: readonly Remedy[];
}

interface Group {
  readonly detector: string;
  readonly code: string;
  readonly message: Message;
  readonly concealment: Concealment | undefined;
  /** Whoever wrote the text has accepted these. */
  readonly accepted: (() => Accepted | undefined) | undefined;
  members: Member[];
  isFolded: boolean;
}

export interface NamedMessages {
  readonly id: string;
  readonly messages: Readonly<Record<string, Message>>;
}

export interface FindingCollector {
  addText(detector: NamedMessages, found: DetectedMatch, place: Place, raw: string, record: number): void;
  addPlace(detector: NamedMessages, match: PlaceMatch): void;
  addRecords(detector: NamedMessages, match: RecordsMatch, records: number[], digest: number): void;
  /** Matches taken so far. */
  readonly size: number;
  finish(): { findings: Finding[]; groups: PeopleGroup[] };
}

export interface FindingContext {
  readonly people: People;
  readonly fingerprintKey: Uint8Array;
  /** Masks personal values that stand in names of files, sheets and fields. */
  readonly names: SafeNames;
  /** What the texts themselves accept. */
  readonly marks?: Marks;
}

export function createFindings(context: FindingContext): FindingCollector {
  const groups = new Map<string, Group>();
  let size = 0;

  const add = (detector: NamedMessages, code: string, concealment: Concealment | undefined, member: Member): void => {
    size++;
    const message = detector.messages[code];
    if (message === undefined) throw new TypeError(`detector ${detector.id} reported a code it does not declare`);
    const mark = context.marks?.over(member.at, detector.id, code);
    const key = `${detector.id}\0${code}\0${concealment ?? ""}\0${mark?.id ?? ""}\0${JSON.stringify(regionOf(member.at))}`;
    let group = groups.get(key);
    if (group === undefined) {
      group = { detector: detector.id, code, message, concealment, accepted: mark?.accepted, members: [], isFolded: false };
      groups.set(key, group);
    }
    group.members.push(member);
    if (group.isFolded || group.members.length > MAX_APART) {
      group.isFolded = true;
      group.members = [group.members.reduce(merge)];
    }
  };

  const findingOf = (group: Group, member: Member): Finding => {
    const { detector, code, concealment } = group;
    const people = context.people.distinct(member.records);
    // What nobody sees is not what was accepted in plain view.
    const told = `${detector}\0${code}\0${concealment ?? ""}\0${member.count}\0${member.digest}`;
    const accepted = group.accepted?.();
    return {
      detector,
      code,
      severity: severityOf(group.message.severity, concealment, member.entities, people),
      confidence: Math.round((member.confidenceSum / Math.max(1, member.count)) * 100) / 100,
      count: member.count,
      people,
      entities: member.entities,
      evidence: evidenceOf(member),
      ...(concealment !== undefined && { concealment }),
      at: context.names.location(member.at),
      ...(member.excerpt !== undefined && { excerpt: member.excerpt }),
      fingerprint: process.getBuiltinModule("node:crypto").createHmac("sha256", context.fingerprintKey).update(told).digest("hex").slice(0, 32),
      remedies: member.remedies.map((remedy) => context.names.remedy(remedy)),
      ...(accepted !== undefined && { accepted: context.names.accepted(accepted) }),
    };
  };

  return {
    addText(detector, found, place, raw, record) {
      const { entity, confidence, code, evidence } = found.match;
      add(detector, code, place.concealment, {
        at: place.at,
        count: 1,
        entities: { [entity]: 1 },
        records: record < 0 ? [] : [record],
        confidenceSum: confidence,
        evidence: countsOf(evidence, 1),
        excerpt: maskValue(entity, raw),
        digest: hashText(found.value, 0),
        remedies: [],
      });
    },
    addPlace(detector, match) {
      const count = match.count ?? 1;
      add(detector, match.code, match.concealment, {
        at: match.at,
        count,
        entities: match.entity === undefined ? {} : { [match.entity]: count },
        records: [],
        confidenceSum: match.confidence * count,
        evidence: countsOf(match.evidence, count),
        excerpt: match.value === undefined ? undefined : maskValue(match.entity ?? "user-id", match.value),
        // Without a value, it is about what stands there under these names: another sheet, or a file of another name, is another finding.
        digest: hashText(match.value ?? namesIn(match.at), 0),
        remedies: match.remedies ?? [],
      });
    },
    addRecords(detector, match, records, digest) {
      const count = largestCount(match.entities);
      add(detector, match.code, match.concealment, {
        at: match.at,
        count,
        entities: { ...match.entities },
        records,
        confidenceSum: match.confidence * count,
        evidence: countsOf(match.evidence, count),
        excerpt: undefined,
        digest: digest === 0 ? hashText(namesIn(match.at), 0) : digest,
        remedies: match.remedies ?? [],
      });
    },
    get size() {
      return size;
    },
    finish() {
      const findings: Finding[] = [];
      const records: (readonly number[])[] = [];
      for (const group of groups.values()) {
        for (const member of group.members) {
          findings.push(findingOf(group, member));
          records.push(member.records);
        }
      }
      return { findings, groups: context.people.groups(records) };
    },
  };
}

function countsOf(evidence: readonly Evidence[] | undefined, count: number): Partial<Record<Evidence, number>> {
  const counts: Partial<Record<Evidence, number>> = {};
  for (const kind of evidence ?? []) counts[kind] = count;
  return counts;
}

/** The only keys of the counts are kinds of evidence. */
const evidenceOf = ({ evidence }: Member): EvidenceCount[] =>
  (Object.entries(evidence) as [Evidence, number][]).map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);

/** How many values of its most frequent kind. */
export function largestCount(entities: EntityCounts): number {
  return Object.values(entities).reduce((most, count) => Math.max(most, count), 0);
}

/** Adds `next` to `whole`, in place: folding a million matches must not copy what was folded before. */
function merge(whole: Member, next: Member): Member {
  whole.at = spanning(whole.at, next.at);
  whole.count += next.count;
  for (const [entity, count] of Object.entries(next.entities) as [Entity, number][]) {
    whole.entities[entity] = (whole.entities[entity] ?? 0) + count;
  }
  for (const [kind, count] of Object.entries(next.evidence) as [Evidence, number][]) whole.evidence[kind] = (whole.evidence[kind] ?? 0) + count;
  for (const record of next.records) whole.records.push(record);
  whole.confidenceSum += next.confidenceSum;
  whole.digest = addDigest(whole.digest, next.digest);
  if (next.remedies.length > 0) whole.remedies = [...whole.remedies, ...next.remedies];
  return whole;
}

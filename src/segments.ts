/** Shows one segment to every detector of its level, and passes what they match on to findings and people. */
import type {
  Artifact, ArtifactSegment, Checks, Concealment, DeliverySegment, Detector, Identity, MessageSegment, Place, PlaceMatch, RecordsMatch, Segment, TableSegment, TextSegment, TextSlice,
  WorkbookSegment,
} from "./contract.js";
import { type DeliveryCollector, isSubject } from "./delivery.js";
import { detect, type DetectedMatch } from "./detect.js";
import { type FindingCollector, largestCount, type NamedMessages } from "./findings.js";
import type { People } from "./people.js";
import { type Passage, passagesOf, type TableReading } from "./prose.js";
import { recordsOf } from "./records.js";
import { createSafeNames, type SafeNames } from "./safe-names.js";
import { withoutStrays } from "./strays.js";
import { addDigest, digestSince, hashText, mix } from "./text/hashes.js";
import { withWholeValues } from "./text/split-cells.js";
import { sliceReader } from "./text/table.js";
import { canonicalValue, IdentityHashes } from "./text/identity-hashes.js";
import { drawnText } from "./text/overrides.js";
import { tableText } from "./text/table-text.js";
import type { BoundCheck } from "./text/runs.js";
import { writtenFiles } from "./text/written-files.js";

/** Below this confidence a match is not reported, and a name is not masked. */
export const REPORTED_CONFIDENCE = 0.5;
/** One person's record in a text reads as well as prose. */
const FEWEST_IN_TEXT = 2;
/** Records taken between two pauses. */
const RECORDS = 2 ** 14;

/** A detector created with its options. */
export interface ReadyDetector {
  readonly detector: Detector;
  readonly checks: Checks<string>;
}

export interface PreparedDetectors {
  readonly all: readonly ReadyDetector[];
  readonly textChecks: readonly BoundCheck[];
  safeNames(): SafeNames;
}

export function prepareDetectors(all: readonly ReadyDetector[]): PreparedDetectors {
  const textChecks = all.flatMap(({ checks }, owner) => (checks.text === undefined ? [] : [{ owner, check: checks.text }]));
  const known = new Map<string, string>();
  return { all, textChecks, safeNames: () => createSafeNames(textChecks, REPORTED_CONFIDENCE, known) };
}

/** Yields files that are written inside texts, and nothing between pieces of work, so that the caller can look at the clock. */
export type SegmentReader = (segment: Segment, inherited: Concealment | undefined) => Generator<Artifact | undefined>;

export function createSegmentReader(detectors: PreparedDetectors, findings: FindingCollector, people: People, delivery: DeliveryCollector): SegmentReader {
  const detected = (segment: TextSegment): Iterable<DetectedMatch> => reported(detect(segment.text, detectors.textChecks), delivery);

  const addMatches = (segment: TextSegment, inherited: Concealment | undefined, matches: readonly DetectedMatch[], identity: Identity | undefined): void => {
    const places = matches.map((found) => conceal(segment.place(found), inherited));
    const record = identity === undefined ? -1 : people.add(identity, commonConcealment(places));
    if (identity !== undefined) delivery.record({ identity, at: places[0].at, detector: detectors.all[matches[0].owner].detector.id, isSubject: matches.some(({ match, start, end }) => match.entity === "person-name" && isSubject(segment.text, start, end)) });
    for (const [i, found] of matches.entries()) {
      findings.addText(detectors.all[found.owner].detector, found, places[i], segment.text.slice(found.start, found.end), record);
    }
  };

  const isPublic = ({ owner, match }: DetectedMatch): boolean => isListedOnly(detectors.all[owner].detector, match.code);

  /** What an office or somebody in a public role shows of itself is listed by itself, and is nobody's data: the rest is given back. */
  const withoutPublic = (segment: TextSegment, inherited: Concealment | undefined, found: Iterable<DetectedMatch>): DetectedMatch[] => {
    const own: DetectedMatch[] = [];
    for (const one of found) {
      if (isPublic(one)) addMatches(segment, inherited, [one], undefined);
      else own.push(one);
    }
    return own;
  };

  /** Those whose company is missing: in plain view they are told as their lesser code, and are nobody's data. Files are called after private people. */
  const addAside = (segment: TextSegment, inherited: Concealment | undefined, aside: readonly DetectedMatch[] = [], isFileName = false): void => {
    for (const found of aside) {
      const code = found.match.needs?.otherwise;
      const isHidden = conceal(segment.place(found), inherited).concealment !== undefined;
      if (isFileName || isHidden || code === undefined) addMatches(segment, inherited, [found], { [found.match.entity]: canonicalValue(found.match.entity, found.value) });
      else addMatches(segment, inherited, [{ ...found, match: { ...found.match, code } }], undefined);
    }
  };

  const readText = (segment: TextSegment, inherited: Concealment | undefined, namedOnly: boolean, found = detected(segment), isFileName = false): void => {
    for (const { identity, matches, aside } of recordsOf(withoutPublic(segment, inherited, found), segment)) {
      const isCounted = !namedOnly || identity["person-name"] !== undefined;
      if (matches.length > 0) addMatches(segment, inherited, matches, isCounted ? identity : undefined);
      addAside(segment, inherited, aside, isFileName);
    }
  };

  const readPassage = ({ window, found, isKnown }: Passage, inherited: Concealment | undefined): void => {
    if (isKnown === undefined) {
      readText(window, inherited, false, found);
      return;
    }
    const told = found.filter((match) => !isKnown(match) || !isPublic(match));
    for (const { identity, matches, aside } of recordsOf(withoutPublic(window, inherited, told), window)) {
      addAside(window, inherited, aside?.filter((match) => !isKnown(match)));
      const news = matches.filter((match) => !isKnown(match));
      if (news.length === 0) continue;
      // What stands beside a record belongs to its person; without a name of its own it is nobody new.
      const isNamed = news.some(({ match }) => match.entity === "person-name");
      addMatches(window, inherited, news, isNamed ? identity : undefined);
    }
  };

  /** @param digestOfCells of the table that the match is about: asked where its identities say nothing */
  const addRecords = function* (detector: NamedMessages, match: RecordsMatch, inherited: Concealment | undefined, digestOfCells = (): number => 0): Generator<undefined> {
    const place = conceal(match, inherited);
    const before = people.digest();
    const records: number[] = [];
    if (match.hashed instanceof IdentityHashes) {
      const first = people.addAll(match.hashed, place.concealment);
      for (let i = 0; i < match.hashed.size; i++) records.push(first + i);
    } else {
      let taken = 0;
      for (const identity of match.identities) {
        const record = people.add(identity, place.concealment);
        if (record >= 0) records.push(record);
        if (++taken % RECORDS === 0) yield undefined;
      }
    }
    findings.addRecords(detector, { ...match, ...place }, records, digestSince(before, people.digest()) || digestOfCells());
  };

  /** @param fewest fewer records than these are not taken, and explain nothing */
  const readRecords = function* (table: TableSegment, inherited: Concealment | undefined, fewest: number): Generator<undefined, TableReading> {
    const found = detectors.all.flatMap(({ detector, checks }) => [...(checks.table?.(table) ?? [])].map((match) => ({ detector, match })));
    const records = found.reduce((sum, { match }) => sum + ("kind" in match ? 0 : largestCount(match.entities)), 0);
    if (records < fewest) return { hasRecords: false, isAccountedFor: undefined };
    const explained = found.flatMap(({ match }) => match.accountsFor ?? []);
    const isAccountedFor = explained.length < 2 ? explained.at(0) : (row: number, column: number): boolean => isAnyOf(explained, row, column);
    for (const { detector, match } of found) {
      if ("kind" in match) continue;
      yield* addRecords(detector, match, inherited, () => digestOf(table, match.accountsFor ?? isAccountedFor));
      if (!isListedOnly(detector, match.code)) delivery.list(match.identities, largestCount(match.entities), { at: match.at, detector: detector.id, isSubject: false });
    }
    // A column of passwords or offices is nobody's record.
    const hasRecords = found.some(({ detector, match }) => !("kind" in match) && !isListedOnly(detector, match.code) && isAny(match.identities));
    return { hasRecords, isAccountedFor };
  };

  const readTable = function* (given: TableSegment, inherited: Concealment | undefined): Generator<Artifact | undefined> {
    const table = withWholeValues(given);
    const { hasRecords, isAccountedFor } = yield* readRecords(table, inherited, 0);
    // What stands beside a record belongs to its person; without a name of its own it is nobody new.
    for (const window of tableText(table, isAccountedFor)) {
      const found = [...detected(window)];
      for (const match of found) window.mark(match);
      readText(window, inherited, hasRecords, withoutStrays(found, window));
      const drawn = drawnText(window);
      if (drawn !== undefined) readText(drawn, inherited, hasRecords);
      yield undefined;
      yield* writtenFiles(window);
    }
  };

  const readWhole = function* (segment: WorkbookSegment | MessageSegment | ArtifactSegment | DeliverySegment, inherited: Concealment | undefined): Generator<undefined> {
    for (const { detector, checks } of detectors.all) {
      // The check of a level takes the segments of that level: TypeScript cannot follow the two through one index.
      const check = checks[segment.kind] as ((given: typeof segment) => Iterable<RecordsMatch | PlaceMatch>) | undefined;
      for (const match of check?.(segment) ?? []) {
        if ("identities" in match) yield* addRecords(detector, match, inherited);
        else findings.addPlace(detector, { ...match, ...conceal(match, inherited) });
      }
    }
    if (segment.kind === "artifact-facts") {
      const name = nameText(segment);
      readText(name, inherited, false, detected(name), true);
    }
    if (segment.kind === "message") delivery.message(segment);
  };

  const readProse = function* (segment: TextSegment, inherited: Concealment | undefined): Generator<Artifact | undefined> {
    for (const passage of passagesOf(segment, detected, (table) => readRecords(table, inherited, FEWEST_IN_TEXT))) {
      if (passage === undefined) yield undefined;
      else readPassage(passage, inherited);
    }
  };

  return function* (segment, inherited) {
    switch (segment.kind) {
      case "text": {
        yield* readProse(segment, inherited);
        const drawn = drawnText(segment);
        if (drawn !== undefined) yield* readProse(drawn, inherited);
        yield* writtenFiles(segment);
        break;
      }
      case "table":
        yield* readTable(segment, inherited);
        break;
      default:
        yield* readWhole(segment, inherited);
    }
  };
}

/** Of the cells that a match accounts for, in any order of the rows; of all cells where it does not say. */
function digestOf(table: TableSegment, isPart: (row: number, column: number) => boolean = () => true): number {
  const slice: TextSlice = { text: "", start: 0, end: 0 };
  const next = sliceReader(table, slice);
  let sum = 0;
  for (let row = 0; row < table.rowCount; row++) {
    let cells = 0;
    for (let column = next(row, 0); column >= 0; column = next(row, column + 1)) {
      if (isPart(row, column)) cells = mix(cells, hashText(slice.text, 0, slice.start, slice.end));
    }
    if (cells !== 0) sum = addDigest(sum, cells);
  }
  return sum;
}

function isAnyOf(explained: readonly ((row: number, column: number) => boolean)[], row: number, column: number): boolean {
  for (let i = 0; i < explained.length; i++) if (explained[i](row, column)) return true;
  return false;
}

const isAny = (all: Iterable<unknown>): boolean => {
  for (const _ of all) return true;
  return false;
};

/** Reported at info level, and nobody's data: what an office shows of itself. */
const isListedOnly = ({ messages }: NamedMessages, code: string): boolean => messages[code]?.severity === "info";

/** The last name of an artifact is text too: a file may be called after a person. */
function nameText({ at, name }: ArtifactSegment): TextSegment {
  const base = name.replace(/^.*[/\\]/u, "").replace(/\.[^.]*$/u, "");
  return { kind: "text", text: base, layout: "prose", place: () => ({ at }) };
}

function* reported(matches: Iterable<DetectedMatch>, delivery: DeliveryCollector): Iterable<DetectedMatch> {
  for (const found of matches) {
    if (found.match.confidence < REPORTED_CONFIDENCE) continue;
    if (found.match.entity === "email-address" && delivery.isDisclosed(found.value)) continue;
    yield found;
  }
}

function conceal(place: Place, inherited: Concealment | undefined): Place {
  const concealment = place.concealment ?? inherited;
  return { at: place.at, ...(concealment !== undefined && { concealment }) };
}

/** A record is concealed only if all of it is. */
function commonConcealment(places: readonly Place[]): Concealment | undefined {
  return places.some(({ concealment }) => concealment === undefined) ? undefined : places[0]?.concealment;
}

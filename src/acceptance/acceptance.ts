/** What was accepted, held against what is found: one for each run, because it remembers what was used. */
import { createHmac } from "node:crypto";
import type { Accepted, Finding, Location, ScanResult } from "../contract.js";
import { locationText } from "../reporters/location-text.js";
import type { BaselineLine } from "./baseline-file.js";
import { type AcceptEntry, ANY_VALUE, fileOf, MASKED } from "./entries.js";
import { ACCEPTANCE, type AcceptanceCode } from "./messages.js";
import { withoutAccepted } from "./open.js";

export interface Acceptance {
  /** The result with what is accepted marked as such. Results come in any order, each once. */
  apply(result: ScanResult): ScanResult;
  /** After the last result: what is wrong with entries and baseline, at their places. */
  leftOver(): ScanResult[];
  /** The same for whoever audits them: what each entry and line accepted. */
  audit(): Audit;
}

export interface Audit {
  readonly entries: readonly { readonly entry: AcceptEntry; readonly state: EntryState }[];
  readonly lines: readonly { readonly line: BaselineLine; readonly state: LineState; readonly movedTo?: string }[];
}
/** `unknown`: its file was not looked at. */
export type EntryState = "used" | "unused" | "expired" | "refused" | "unknown";
export type LineState = "used" | "moved" | "unused" | "refused" | "unknown";

export interface AcceptanceOptions {
  readonly entries: readonly AcceptEntry[];
  /** What to call the accept file in reports. */
  readonly entriesFile: string;
  readonly lines: readonly BaselineLine[];
  readonly baselineFile: string;
  /** As YYYY-MM-DD. */
  readonly today: string;
  readonly key: string;
  /** Nobody may accept this. */
  isRefused(detector: string, code: string): boolean;
  /** A result's path as entries and baseline write it. */
  relative(path: string): string;
  /** Whether there is a file of that relative path: one whose file is gone may have been moved. */
  exists(path: string): boolean;
  /** Whether this run looks at everything that could be at that relative path. */
  covers(path: string): boolean;
}

export function createAcceptance(options: AcceptanceOptions): Acceptance {
  const { today } = options;
  const entries = options.entries.map((entry) => ({ entry, place: comparable(entry.place), isExpired: entry.expires < today, isUsed: false, isRefused: false }));
  const lines = options.lines.map((line) => ({ line, isUsed: false, isRefused: false, movedTo: undefined as string | undefined }));
  const byFingerprint = new Map<string, typeof lines>();
  for (const known of lines) byFingerprint.set(known.line.fingerprint, [...(byFingerprint.get(known.line.fingerprint) ?? []), known]);
  /** Relative paths of results, and whether all of them was read. */
  const scanned = new Map<string, boolean>();

  const byEntry = (finding: Finding, path: string): Accepted | undefined => {
    const places = placesOf(finding.at, path);
    const isLine = isByLine(finding.at);
    for (const known of entries) {
      const { entry, place, isExpired } = known;
      if (!names(entry.code, finding) || !places.includes(place)) continue;
      // Of a text, any value would be any value in all of it.
      if (entry.values === ANY_VALUE ? isLine : entry.values !== finding.fingerprint) continue;
      if (options.isRefused(finding.detector, finding.code)) known.isRefused = true;
      else if (!isExpired) {
        known.isUsed = true;
        return { by: "entry", reason: entry.reason, owner: entry.owner, expires: entry.expires };
      }
    }
    return undefined;
  };

  const byBaseline = (finding: Finding, path: string): Accepted | undefined => {
    const known = (byFingerprint.get(finding.fingerprint) ?? []).filter(({ line }) => names(line.code, finding));
    const own = known.find(({ line }) => line.path === path)
      // One file that is gone has moved to one place; what else has its values is a copy.
      ?? known.find(({ movedTo }) => movedTo === path)
      ?? known.find(({ line, isUsed }) => !isUsed && !isMasked(line.path) && !scanned.has(line.path) && !options.exists(line.path));
    if (own === undefined) return undefined;
    if (options.isRefused(finding.detector, finding.code)) {
      own.isRefused = true;
      return undefined;
    }
    own.isUsed = true;
    if (own.line.path !== path) own.movedTo = path;
    return { by: "baseline" };
  };

  /** Whether nothing was found there any more, or nobody can say. */
  const isSettled = (path: string): boolean => scanned.get(path) ?? (options.covers(path) && !isMasked(path) && !options.exists(path));
  const entryState = ({ entry, isUsed, isExpired, isRefused }: (typeof entries)[number]): EntryState => {
    const file = fileOf(entry.place);
    if (isUsed) return "used";
    if (isRefused) return "refused";
    if (isExpired) return scanned.has(file) || options.covers(file) ? "expired" : "unknown";
    return isSettled(file) ? "unused" : "unknown";
  };
  const lineState = ({ line, isUsed, isRefused, movedTo }: (typeof lines)[number]): LineState =>
    isUsed ? (movedTo === undefined ? "used" : "moved") : isRefused ? "refused" : isSettled(line.path) ? "unused" : "unknown";

  const problem = (code: AcceptanceCode, at: Location, told: string, count = 1): Finding => ({
    detector: ACCEPTANCE.id, code, severity: ACCEPTANCE.messages[code].severity, confidence: 1, count, people: 0, entities: {},
    evidence: [{ kind: "structure", count }], at,
    fingerprint: createHmac("sha256", options.key).update(`${ACCEPTANCE.id}\0${code}\0${told}`).digest("hex").slice(0, 32), remedies: [],
  });

  return {
    apply(result) {
      const path = options.relative(result.path);
      scanned.set(path, (scanned.get(path) ?? true) && result.unscanned.length === 0);
      const findings = result.findings.map((finding) => {
        if (finding.accepted !== undefined || finding.detector === ACCEPTANCE.id) return finding;
        const accepted = byEntry(finding, path) ?? byBaseline(finding, path);
        return accepted === undefined ? finding : { ...finding, accepted };
      });
      return withoutAccepted({ ...result, findings });
    },
    leftOver() {
      const results: ScanResult[] = [];
      const wrongEntries = entries.flatMap((known, i) => {
        const code = ENTRY_PROBLEMS[entryState(known)];
        const at: Location = [{ kind: "file", path: options.entriesFile }, { kind: "property", name: `entries[${i}]` }];
        return code === undefined ? [] : [problem(code, at, JSON.stringify(known.entry))];
      });
      if (wrongEntries.length > 0) results.push(resultOf(options.entriesFile, "json", wrongEntries));
      const at: Location = [{ kind: "file", path: options.baselineFile }];
      const wrongLines = (["unused", "refused"] as const).flatMap((state) => {
        const wrong = lines.filter((known) => lineState(known) === state);
        return wrong.length === 0 ? [] : [problem(state === "unused" ? "unused-baseline" : "refused", at, wrong.map(({ line }) => line.fingerprint).join(), wrong.length)];
      });
      if (wrongLines.length > 0) results.push(resultOf(options.baselineFile, "text", wrongLines));
      return results;
    },
    audit: () => ({
      entries: entries.map((known) => ({ entry: known.entry, state: entryState(known) })),
      lines: lines.map((known) => ({ line: known.line, state: lineState(known), ...(known.movedTo !== undefined && { movedTo: known.movedTo }) })),
    }),
  };
}

const ENTRY_PROBLEMS: Partial<Readonly<Record<EntryState, AcceptanceCode>>> = { unused: "unused-entry", expired: "expired-entry", refused: "refused" };

/** Whether a name was masked: nobody can look whether there is such a file. */
const isMasked = (path: string): boolean => path.includes(MASKED);

const names = (code: string, finding: Finding): boolean => code === finding.detector || code === `${finding.detector}/${finding.code}`;

/** A line of a text, which another value may stand in tomorrow. */
const isByLine = (at: Location): boolean => at.some(({ kind }) => kind === "span") && !at.some(({ kind }) => kind === "cell");

/** As people may write it, without lines: these move. */
function placesOf(at: Location, path: string): string[] {
  const steps = at.filter(({ kind }) => kind !== "span" && kind !== "commit").map((step) => (step.kind === "file" ? { ...step, path } : step));
  return (["en", "ja"] as const).map((lang) => comparable(locationText(steps, lang)));
}

const comparable = (place: string): string => place.normalize("NFC").replace(/\s*›\s*/gu, " › ").trim();

const resultOf = (path: string, format: string, findings: readonly Finding[]): ScanResult => ({
  path, format, findings, people: 0, exposure: { identified: 0, reachable: 0, concealed: 0 }, unscanned: [],
});

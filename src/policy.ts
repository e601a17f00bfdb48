/** ScanResult -> Verdict. Everything a verdict depends on stands in a `PolicyRules` table; the three profiles are three tables. */
import type { Concealment, Entity, EntityCounts, Policy, Reason, ScanResult, Severity, Verdict, VerdictLevel } from "./contract.js";

export type ProfileName = "publish" | "mail" | "repo";
export const PROFILE_NAMES: readonly ProfileName[] = ["publish", "mail", "repo"];

/** From how many people on a result is judged so. A level left out is not reached by this count. */
export type Thresholds = Partial<Readonly<Record<Exclude<VerdictLevel, "pass">, number>>>;

export interface PolicyRules {
  /** Distinct people of any kind, also those only named. */
  readonly people: Thresholds;
  /** People named together with something private (see `Exposure`). */
  readonly identified: Thresholds;
  readonly reachable: Thresholds;
  /** People who stand only where a reader would not see them. */
  readonly concealed: Thresholds;
  /** What one finding of each severity costs by itself. */
  readonly severities: Readonly<Record<Severity, VerdictLevel>>;
  /** What one finding costs by its detector ("my-number") or code ("recipient-exposure/visible-recipients"), in place of its severity. */
  readonly findings: Readonly<Record<string, VerdictLevel>>;
  /** What even one value of a kind costs, whichever detector found it: a column of illnesses is no better than a sentence about one. */
  readonly entities: Partial<Readonly<Record<Entity, VerdictLevel>>>;
  /** What anything that could not be scanned costs. */
  readonly unscanned: VerdictLevel;
}

const COMMON: Pick<PolicyRules, "severities" | "findings" | "entities"> = {
  severities: { info: "pass", warning: "warn", error: "hold" },
  findings: {
    // My Number Act, Art. 19: providing the number is forbidden except in the cases it lists; one is too many.
    "my-number": "block",
    // Residential Basic Book Act, Art. 30-37 and 30-38: nobody but authorities may ask for the code or keep it in a database.
    "resident-record-code": "block",
    "recipient-exposure/visible-recipients": "block",
    // The counts decide about tables: two rows of office telephones are not eight hundred people's addresses.
    "personal-records": "warn",
    "personal-records/public-contact": "pass",
  },
  // Act on the Protection of Personal Information, Art. 26 and Rule 7: a leak of special-care data is reported from one person on.
  entities: { "my-number": "block", "resident-record-code": "block", "special-care": "hold" },
};

export const PROFILES: Readonly<Record<ProfileName, PolicyRules>> = {
  /** Anyone may read it, for as long as it is up. */
  publish: {
    ...COMMON,
    people: { warn: 1, hold: 50 },
    reachable: { warn: 1, hold: 5, block: 50 },
    identified: { hold: 1, block: 10 },
    concealed: { hold: 1, block: 5 },
    unscanned: "warn",
  },
  /** Known readers; one person's own record, a signature and a few contacts are what mail is for. */
  mail: {
    ...COMMON,
    // Every signature has these: only how many people they are about says anything.
    findings: { ...COMMON.findings, "person-name": "pass", "postal-address": "pass", "phone-number": "pass", "email-address": "pass" },
    people: { hold: 100 },
    reachable: { hold: 30, block: 300 },
    identified: { warn: 2, hold: 5, block: 50 },
    concealed: { hold: 1, block: 5 },
    unscanned: "warn",
  },
  /** Stays in history for good, read by whoever may read the repository; authors and test data are everywhere. */
  repo: {
    ...COMMON,
    people: { hold: 200 },
    reachable: { warn: 1, hold: 20, block: 100 },
    identified: { warn: 1, hold: 2, block: 10 },
    concealed: { warn: 1, hold: 2, block: 10 },
    unscanned: "pass",
  },
};

export const VERDICT_LEVELS: readonly VerdictLevel[] = ["pass", "warn", "hold", "block"];

export function isAtLeast(level: VerdictLevel, threshold: VerdictLevel): boolean {
  return VERDICT_LEVELS.indexOf(level) >= VERDICT_LEVELS.indexOf(threshold);
}

export function worstOf(levels: Iterable<VerdictLevel>): VerdictLevel {
  let worst: VerdictLevel = "pass";
  for (const level of levels) if (isAtLeast(level, worst)) worst = level;
  return worst;
}

/** @throws never; `rules` come from a profile or from a checked config */
export function createPolicy(rules: PolicyRules): Policy {
  return (result) => {
    const { people, exposure } = result.open ?? result;
    const open = result.findings.filter(({ accepted }) => accepted === undefined);
    const reasons = [
      ...byCount("people", rules.people, people),
      ...byCount("identified", rules.identified, exposure.identified),
      ...byCount("reachable", rules.reachable, exposure.reachable),
      ...byCount("concealed", rules.concealed, exposure.concealed),
      ...byFinding(rules, open),
      ...byUnscanned(rules, result),
    ];
    const level = worstOf(reasons.map((reason) => reason.level));
    reasons.sort((a, b) => VERDICT_LEVELS.indexOf(b.level) - VERDICT_LEVELS.indexOf(a.level));
    return { level, reasons, remedies: open.flatMap(({ remedies }) => remedies) } satisfies Verdict;
  };
}

function byCount(rule: string, thresholds: Thresholds, count: number): Reason[] {
  for (const level of ["block", "hold", "warn"] as const) {
    const from = thresholds[level];
    if (from !== undefined && count >= from) return [{ rule, level, count }];
  }
  return [];
}

function byUnscanned(rules: PolicyRules, { unscanned }: ScanResult): Reason[] {
  const count = unscanned.filter(({ accepted }) => accepted !== true).length;
  return count === 0 || rules.unscanned === "pass" ? [] : [{ rule: "unscanned", level: rules.unscanned, count }];
}

function byFinding(rules: PolicyRules, findings: ScanResult["findings"]): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const { detector, code, severity, entities } of findings) {
    const rule = `${detector}/${code}`;
    const level = rules.findings[rule] ?? rules.findings[detector] ?? rules.severities[severity];
    if (level !== "pass") reasons.set(rule, { rule, level, count: (reasons.get(rule)?.count ?? 0) + 1 });
    for (const [entity, count] of Object.entries(entities)) {
      const cost = rules.entities[entity as Entity]; // the only keys EntityCounts has
      // Where the finding costs as much by itself, it has its reason.
      if (cost === undefined || isAtLeast(level, cost)) continue;
      reasons.set(entity, { rule: entity, level: cost, count: (reasons.get(entity)?.count ?? 0) + count });
    }
  }
  return [...reasons.values()];
}

/** Where something is and how to reach it: an office has these as well as a person. */
const CONTACTS: ReadonlySet<string> = new Set<Entity>(["postal-address", "postal-code", "phone-number"]);

/**
 * What a finding weighs where it stands: personal data that a reader would not see is an error, since nobody meant to show it.
 * Names in a file's properties, or in the path that a program saved with it, stay what they are: nearly every file has one.
 * Addresses and telephones that stand beside nobody's name, mobile number or home are an office's: they are told, and cost
 * nothing in plain view.
 * @param people whom the finding is about
 */
export function severityOf(declared: Severity, concealment: Concealment | undefined, entities: EntityCounts, people: number): Severity {
  const kinds = Object.keys(entities);
  if (declared === "info" || kinds.length === 0) return declared;
  const isNobodys = people === 0 && kinds.every((kind) => CONTACTS.has(kind));
  if (concealment === undefined) return isNobodys ? "info" : declared;
  if (isNobodys || (concealment === "package-data" && kinds.every((kind) => kind === "person-name"))) return declared;
  return concealment === "property" || concealment === "metadata" ? declared : "error";
}

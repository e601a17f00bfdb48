/** The configuration: its type, its defaults, and the check that refuses what it does not know. */
import { type AcceptanceConfig, checkAcceptance } from "./acceptance/config.js";
import { type Check, count, described, every, fail, flag, isObject, members, must, oneOf, positive, refuseUnknownKeys, type Schema, text, texts } from "./checks.js";
import type { Detector, Language, Limits, Policy, VerdictLevel } from "./contract.js";
import { checkGateway, type GatewayConfig } from "./gateway-config.js";
import { DEFAULT_LIMITS } from "./limits.js";
import { type PolicyRules, PROFILE_NAMES, type ProfileName, PROFILES, VERDICT_LEVELS } from "./policy.js";

export { nearestHint, refuseUnknownKeys } from "./checks.js";

export interface Config {
  /** Where an editor finds the schema of a JSON config; leaklint does not read it. */
  readonly $schema?: string;
  /** Who will read what is checked. Default: "mail" for messages, "publish" for everything else. */
  readonly profile?: ProfileName;
  /** Language of the reports. Default: that of the terminal (LANG), else English. */
  readonly lang?: Language;
  /** Globs of paths that are left out of folders. */
  readonly ignore?: readonly string[];
  /** How deep, how much and how long is read before it is listed as unread. */
  readonly limits?: Partial<Limits>;
  /** Your organisation's mail domains; subdomains belong to them. Default: the domain of a message's sender, unless it is a public provider's. */
  readonly ownDomains?: readonly string[];
  /** People who may see each other's addresses: group name -> addresses, or domains written "@partner.test". */
  readonly knownGroups?: Readonly<Record<string, readonly string[]>>;
  /** ISO 3166-1 alpha-2, default "JP". */
  readonly country?: string;
  /** By id: "off", options, or a detector of your own; or a list of detectors of your own. */
  readonly detectors?: DetectorSettings | readonly Detector[];
  /** Changes to the profile's rules, or a function in their place. */
  readonly policy?: PolicySettings | Policy;
  /** The verdict from which on the exit status is 1. Default "hold". */
  readonly failOn?: Exclude<VerdictLevel, "pass">;
  /** Whether something unscanned makes the exit status 3. Default: true in the profiles "publish" and "mail". */
  readonly failOnUnscanned?: boolean;
  /**
   * Formats (as reports name them: "png", "jpeg", "emf") that may go unread: they are still listed, but cost nothing. An office that
   * puts its logo into every document sets this; whoever may publish photographed identity cards does not.
   */
  readonly acceptUnread?: readonly string[];
  /** Tried on encrypted archives and documents, besides what messages that are scanned together tell. Never shown. */
  readonly passwords?: readonly string[];
  /**
   * Text in pictures is read with the program tesseract (Debian: tesseract-ocr, tesseract-ocr-jpn), which takes seconds a picture. Default:
   * false; pictures are then listed as unread.
   */
  readonly ocr?: boolean;
  /**
   * Secret of any length: with it, fingerprints of the same values are the same in every run. Default: the environment variable
   * LEAKLINT_FINGERPRINT_KEY, else a random one for each run.
   */
  readonly fingerprintKey?: string;
  /** Whether thresholds of law in reports are those of a public body. Default: both kinds are shown. */
  readonly publicBody?: boolean;
  /** What may be accepted, and where that is written. */
  readonly acceptance?: AcceptanceConfig;
  /** What `leaklint serve` listens on and does with messages. */
  readonly gateway?: GatewayConfig;
}

export type DetectorSettings = Readonly<Record<string, "off" | object | Detector>>;
export type PolicySettings = { readonly [K in keyof PolicyRules]?: PolicyRules[K] extends string ? PolicyRules[K] : Partial<PolicyRules[K]> };

const level = oneOf(VERDICT_LEVELS);
const thresholds = members({ warn: positive, hold: positive, block: positive });
const policyChanges = members({
  people: thresholds, identified: thresholds, reachable: thresholds, concealed: thresholds,
  severities: members({ info: level, warning: level, error: level }), findings: every(level), entities: every(level), unscanned: level,
});
const CHECKS: Readonly<Record<keyof Config, Check>> = {
  $schema: text,
  profile: oneOf(PROFILE_NAMES),
  lang: oneOf(["en", "ja"]),
  ignore: texts,
  limits: members({ ...Object.fromEntries(Object.keys(DEFAULT_LIMITS).map((name) => [name, positive])), cleanAttachments: count }),
  ownDomains: texts,
  knownGroups: every(texts),
  country: must('two capital letters such as "JP"', (value) => typeof value === "string" && /^[A-Z]{2}$/u.test(value), { type: "string", pattern: "^[A-Z]{2}$" }),
  detectors: must("an object by detector id, or a list of detectors", (value) => Array.isArray(value) || isObject(value), { type: "object" }),
  policy: described(policyChanges.schema ?? {}, (value, path) => {
    if (typeof value !== "function") policyChanges(value, path);
  }),
  failOn: oneOf(["warn", "hold", "block"]),
  failOnUnscanned: flag,
  acceptUnread: texts,
  passwords: texts,
  ocr: flag,
  fingerprintKey: text,
  acceptance: checkAcceptance,
  publicBody: flag,
  gateway: checkGateway,
};

/** The config as a JSON Schema, as far as one can say it. */
export const configSchema = (): Schema => members(CHECKS).schema ?? {};

/** @throws ConfigError naming the key, what it must be, and the nearest key there is */
export function checkConfig(value: unknown): Config {
  members(CHECKS)(value, "config");
  return value as Config; // every member was checked above
}

/**
 * A detector's options: its defaults with the user's in their place.
 * @throws ConfigError where a key is unknown or a value is of another type than its default
 */
export function optionsOf(detector: Detector, given: object): object {
  const defaults = detector.defaults as Readonly<Record<string, unknown>>; // object by its type, and only read
  refuseUnknownKeys(given, Object.keys(defaults), `detectors["${detector.id}"]`);
  for (const [key, value] of Object.entries(given)) {
    const path = `detectors["${detector.id}"].${key}`;
    const expected = defaults[key];
    if (Array.isArray(expected)) texts(value, path);
    else if (typeof value !== typeof expected) fail(path, `a ${typeof expected}`);
    else if (typeof value === "number") positive(value, path);
  }
  return { ...defaults, ...given };
}

/** A profile's rules with the config's changes. */
export function rulesOf(profile: ProfileName, changes: PolicySettings = {}): PolicyRules {
  const base = PROFILES[profile];
  return {
    people: { ...base.people, ...changes.people },
    identified: { ...base.identified, ...changes.identified },
    reachable: { ...base.reachable, ...changes.reachable },
    concealed: { ...base.concealed, ...changes.concealed },
    severities: { ...base.severities, ...changes.severities },
    findings: { ...base.findings, ...withoutUndefined(changes.findings ?? {}) },
    entities: { ...base.entities, ...changes.entities },
    unscanned: changes.unscanned ?? base.unscanned,
  };
}

function withoutUndefined<T>(record: Readonly<Record<string, T | undefined>>): Record<string, T> {
  const out: Record<string, T> = {};
  for (const [key, value] of Object.entries(record)) if (value !== undefined) out[key] = value;
  return out;
}

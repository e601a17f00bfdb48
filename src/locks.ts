/**
 * An organisation's policy: defaults for every repository, and settings that none of them can relax. Tightening is allowed where a setting
 * has an order: a lower threshold, a shorter list of what goes unread, a verdict sooner reached.
 */
import { isObject, members, must, text } from "./checks.js";
import { checkConfig, type Config } from "./config.js";
import { ConfigError } from "./errors.js";
import { isAtLeast, VERDICT_LEVELS } from "./policy.js";
import type { VerdictLevel } from "./contract.js";

export interface OrganisationPolicy {
  /** Whom to ask about it: told to whoever meets a lock. */
  readonly contact?: string;
  /** What holds where a repository says nothing. */
  readonly defaults?: Config;
  /** What a repository may tighten and not relax. `detectors`: "on", or the options it must have. */
  readonly locked?: Config;
}

/** @throws ConfigError naming the key */
export function checkPolicy(value: unknown): OrganisationPolicy {
  members({
    $schema: text,
    contact: text,
    defaults: (given) => void checkConfig(given),
    locked: (given) => {
      for (const key of Object.keys(checkConfig(given))) if (!Object.hasOwn(LOCKS, key)) throw new ConfigError(`locked.${key} cannot be locked`);
    },
  })(value, "policy");
  must("an object", isObject)(value, "policy");
  return value as OrganisationPolicy; // every member was checked above
}

/** Throws where `given` is laxer than `locked`; else gives what holds. */
type Lock = (given: unknown, locked: unknown, path: string) => unknown;

class Relaxed extends Error {
  constructor(readonly path: string, readonly bound: string) {
    super();
  }
}

/** @param isTight whether the first may stand where the second is locked @param bound how to say so */
const ordered = <T>(isTight: (given: T, locked: T) => boolean, bound: (locked: T) => string): Lock => (given, locked, path) => {
  if (given === undefined) return locked;
  if (isTight(given as T, locked as T)) return given; // both were checked to be of the key's type
  throw new Relaxed(path, bound(locked as T));
};
const shown = (value: unknown): string => JSON.stringify(value);
const same = ordered((given, locked) => shown(given) === shown(locked), shown);
const atMost = ordered<number>((given, locked) => given <= locked, (locked) => `at most ${locked}`);
const atLeast = ordered<number>((given, locked) => given >= locked, (locked) => `at least ${locked}`);
const notAbove = ordered<VerdictLevel>((given, locked) => isAtLeast(locked, given), (locked) => VERDICT_LEVELS.slice(1, VERDICT_LEVELS.indexOf(locked) + 1).map(shown).join(" or "));
const notBelow = ordered<VerdictLevel>((given, locked) => isAtLeast(given, locked), (locked) => VERDICT_LEVELS.slice(VERDICT_LEVELS.indexOf(locked)).map(shown).join(" or "));
const staysTrue = ordered<boolean>((given, locked) => given || !locked, shown);
const staysFalse = ordered<unknown>((given, locked) => given === false || (locked !== false && shown(given) === shown(locked)), shown);
const within = ordered<readonly string[]>((given, locked) => given.every((one) => locked.includes(one)), (locked) => `nothing but ${shown(locked)}`);
const withAll: Lock = (given, locked) => [...new Set([...((given ?? []) as string[]), ...(locked as string[])])]; // lists by their checks
const each = (lock: Lock): Lock => (given, locked, path) => {
  const [mine, theirs] = [(given ?? {}) as Record<string, unknown>, locked as Record<string, unknown>]; // objects by their checks
  return { ...mine, ...Object.fromEntries(Object.entries(theirs).map(([key, value]) => [key, lock(mine[key], value, `${path}.${key}`)])) };
};
const keys = (locks: Readonly<Record<string, Lock>>): Lock => (given, locked, path) => {
  if (typeof given === "function") throw new Relaxed(path, "rules, no function");
  const mine = (given ?? {}) as Record<string, unknown>; // objects by their checks
  const held = Object.entries(locked as Record<string, unknown>).map(([key, value]): [string, unknown] => [key, locks[key](mine[key], value, `${path}.${key}`)]);
  return { ...mine, ...Object.fromEntries(held) };
};

const groupsWithin: Lock = (given, locked, path) => {
  const theirs = locked as Record<string, readonly string[]>;
  for (const [name, list] of Object.entries((given ?? locked) as Record<string, readonly string[]>)) within(list, theirs[name] ?? [], `${path}.${name}`);
  return given ?? locked;
};

/** "on", or options: neither "off" nor a detector of one's own may stand in its place. No options are told too: so an id that there is not is found out. */
const detectorStays: Lock = (given, locked, path) => {
  if (locked === "on" || locked === undefined) {
    if (given === "off" || (isObject(given) && "create" in given)) throw new Relaxed(path, '"on"');
    return given ?? {};
  }
  return same(given, locked, path);
};
const detectorsStay: Lock = (given, locked, path) => {
  if (typeof locked !== "object" || locked === null) return given;
  if (Array.isArray(given)) {
    for (const { id } of given as { id: string }[]) if (Object.hasOwn(locked, id)) throw new Relaxed(`${path}.${id}`, '"on"');
    return [...(given as unknown[])];
  }
  return each(detectorStays)(given, locked, path);
};

const LOCKS: Partial<Readonly<Record<keyof Config, Lock>>> = {
  profile: same,
  country: same,
  publicBody: same,
  fingerprintKey: same,
  failOn: notAbove,
  failOnUnscanned: staysTrue,
  ocr: staysTrue,
  ignore: within,
  acceptUnread: within,
  ownDomains: within,
  knownGroups: groupsWithin,
  limits: each(atLeast),
  detectors: detectorsStay,
  policy: keys({
    people: each(atMost), identified: each(atMost), reachable: each(atMost), concealed: each(atMost),
    severities: each(notBelow), findings: each(notBelow), entities: each(notBelow), unscanned: notBelow,
  }),
  acceptance: keys({ markers: staysFalse, entries: staysFalse, baseline: staysFalse, anyValue: staysFalse, maxDays: atMost, never: withAll }),
};

/**
 * @param config a repository's, with what the command line says
 * @param file what to call the policy
 * @throws ConfigError naming what is locked, to what, and whom to ask
 */
export function enforcePolicy(config: Config, { contact, defaults = {}, locked = {} }: OrganisationPolicy, file: string): Config {
  const held: Record<string, unknown> = { ...defaults, ...config };
  try {
    for (const [key, value] of Object.entries(locked)) {
      const lock = LOCKS[key as keyof Config]; // the policy was checked to have no others
      if (lock !== undefined && value !== undefined) held[key] = lock(held[key], value, key);
    }
  } catch (error) {
    if (!(error instanceof Relaxed)) throw error;
    const whom = contact === undefined ? "" : `; ask ${contact}`;
    throw new ConfigError(`${error.path} is locked by your organisation (${file}) and must be ${error.bound}${whom} (組織の方針で固定されています${contact === undefined ? "" : `。問い合わせ先: ${contact}`})`);
  }
  return held;
}

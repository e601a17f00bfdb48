/** A configured leaklint: detectors, limits and policy bound together once, then used for any number of scans. */
import type { Acceptance } from "./acceptance/acceptance.js";
import { refusals } from "./acceptance/config.js";
import type { CodeState } from "./acceptance/marks.js";
import { ACCEPTANCE } from "./acceptance/messages.js";
import { allDetectors } from "../detectors/index.js";
import { createCleanAttachments } from "./clean-attachments.js";
import { checkConfig, type Config, nearestHint, optionsOf } from "./config.js";
import type { Artifact, Detector, Entity, Envelope, Known, Limits, Location, Message, Report, ScanResult, Site, Unscanned, VerdictLevel } from "./contract.js";
import { detect, type DetectedMatch } from "./detect.js";
import { ConfigError } from "./errors.js";
import { keyTextOf } from "./fingerprint-key.js";
import { isPromiseKept, promisedFormat } from "./extension.js";
import { extractors } from "./extractors/index.js";
import { createJudge } from "./judge.js";
import { commitOf, withPlace } from "./known.js";
import { DEFAULT_LIMITS } from "./limits.js";
import { createPasswords } from "./passwords.js";
import { type ProfileName, worstOf } from "./policy.js";
import { recordsOf } from "./records.js";
import { isMessage, scanArtifact, type ScanPlan } from "./scan.js";
import { prepareDetectors, type ReadyDetector, REPORTED_CONFIDENCE } from "./segments.js";
import { artifactsOf, type Input } from "./sources/files.js";

export interface EntityMatch {
  readonly entity: Entity;
  /** Half-open, in UTF-16 code units of the text as given. */
  readonly start: number;
  readonly end: number;
  /** 0.9 means that nine in ten such matches are right. */
  readonly confidence: number;
}

export interface ScanOptions {
  readonly signal?: AbortSignal;
  /** What somebody answers for: it is reported as accepted, and what is wrong with it comes last. */
  readonly acceptance?: Pick<Acceptance, "apply" | "leftOver">;
}

export interface SourceOptions extends ScanOptions {
  /**
   * Told what was found in each piece of the source that a later run need not read again for: not a message that told a password, nor one
   * that waits for one.
   */
  readonly learn?: (piece: Artifact | Unscanned, result: ScanResult) => void;
}

export interface MailOptions extends ScanOptions {
  /** The SMTP envelope, where the caller has it. */
  readonly envelope?: Envelope;
  /** Mail addresses of people who already share the message's thread. */
  readonly thread?: readonly string[];
  /** What to call the message in the report. Default "message.eml". */
  readonly name?: string;
}

export interface ScanSummary {
  /** The worst of the reports. */
  readonly verdict: VerdictLevel;
  readonly reports: readonly Report[];
}

export interface Linter {
  readonly limits: Limits;
  /** Every file the inputs name, with one report each. @throws UsageError where an input names nothing; the signal's reason */
  scan(inputs: Input | readonly Input[], options?: ScanOptions): Promise<ScanSummary>;
  /** The same, one report at a time: a message with something encrypted comes when another one has told its password, or last. */
  scanEach(inputs: Input | readonly Input[], options?: ScanOptions): AsyncIterable<Report>;
  /** The same over any source of artifacts, such as the blobs of a git index. */
  scanSource(source: AsyncIterable<Artifact | Known | Unscanned>, options?: SourceOptions): AsyncIterable<Report>;
  /** One message about to be sent, as bytes of RFC 5322. */
  scanMail(message: Uint8Array | string, options?: MailOptions): Promise<Report>;
  /** Personal data in a text, in order, not overlapping. */
  findEntities(text: string): Iterable<EntityMatch>;
  /** Texts of every code that a report may hold, by detector and code. */
  readonly messages: Readonly<Record<string, Readonly<Record<string, Message>>>>;
  /** The profile that a report of this path and format is judged by. */
  profileOf(path: string, format: string): ProfileName;
  /** There is a key: fingerprints of the same values are the same in another run. */
  readonly hasStableFingerprints: boolean;
  /** What a detector or code of that name is; undefined where there is none. */
  codeState(name: string): CodeState;
}

/** @throws ConfigError */
export function createLinter(config: Config = {}): Linter {
  checkConfig(config);
  const limits = { ...DEFAULT_LIMITS, ...config.limits };
  const ready = readyDetectors(config);
  const known = new Map(ready.map(({ detector }) => [detector.id, detector]));
  const isRefused = refusals(config);
  const codeState = (name: string): CodeState => {
    const [id, code, ...more] = name.split("/");
    const detector = known.get(id);
    if (more.length > 0 || (detector !== undefined && code !== undefined && !Object.hasOwn(detector.messages, code))) return undefined;
    if (detector === undefined) return allDetectors.some((one) => one.id === id) ? "off" : undefined;
    return isRefused(id, code ?? "") ? "never" : "on";
  };
  let key: Uint8Array | undefined;
  for (const name of config.acceptance?.never ?? []) {
    if (codeState(name) === undefined) throw new ConfigError(`acceptance.never has no code ${JSON.stringify(name)}${nearestHint(name, [...known.keys()])}`);
  }
  const plan: ScanPlan = {
    extractors,
    detectors: prepareDetectors(ready),
    limits,
    get fingerprintKey() {
      return (key ??= keyOf(config));
    },
    acceptUnread: new Set(config.acceptUnread),
    passwords: config.passwords ?? [],
    // Nobody knows what somebody's own detector looks at besides what it is shown.
    ...(limits.cleanAttachments > 0 && !ready.some(({ detector }) => !allDetectors.includes(detector)) && { cleanAttachments: createCleanAttachments(limits.cleanAttachments) }),
    ocr: config.ocr === true,
    hasMarkers: (path, format) => config.acceptance?.markers ?? profileOf(path, format) === "repo",
    codeState,
    brokenPromise(name, format) {
      const promised = promisedFormat(name);
      return promised === undefined || isPromiseKept(format, promised) ? undefined : promised;
    },
  };
  const { judge, profileOf } = createJudge(config);

  function scanEach(inputs: Input | readonly Input[], options: ScanOptions = {}): AsyncIterable<Report> {
    const list: readonly Input[] = typeof inputs === "string" || "bytes" in inputs ? [inputs] : inputs;
    return scanSource(artifactsOf(list, { ignore: config.ignore ?? [], limits, ...options }), options);
  }
  async function* scanSource(source: AsyncIterable<Artifact | Known | Unscanned>, { signal, learn, acceptance }: SourceOptions = {}): AsyncIterable<Report> {
    const report = (result: ScanResult): Report => judge(acceptance?.apply(result) ?? result);
    const passwords = createPasswords(config.passwords);
    /** Messages with something encrypted, kept until another one tells its password. */
    let sealed: { readonly artifact: Artifact; readonly result: ScanResult; readonly told: number }[] = [];
    for await (const one of source) {
      const before = passwords.told;
      if (one.kind === "known") {
        yield report(withPlace(one, one.path ?? plan.detectors.safeNames().name(rootPath(one.at))));
        continue;
      }
      const result = one.kind === "artifact" ? await scanArtifact(one, plan, signal, passwords) : unreadResult(one, plan);
      const isFinal = passwords.told === before && !(isMessage(result) && isSealed(result));
      if (isFinal) learn?.(one, result);
      if (one.kind === "artifact" && isMessage(result) && isSealed(result)) sealed.push({ artifact: one, result, told: passwords.told });
      else yield report(result);
      if (passwords.told === before) continue;
      const left: typeof sealed = [];
      for (const { artifact, result: unread, told } of sealed) {
        const again = told < passwords.told ? await scanArtifact(artifact, plan, signal, passwords) : unread;
        if (isSealed(again)) left.push({ artifact, result: again, told: passwords.told });
        else yield report(again);
      }
      sealed = left;
    }
    for (const { result } of sealed) yield report(result);
    for (const result of acceptance?.leftOver() ?? []) yield judge(result);
  }

  return {
    limits,
    scanEach,
    scanSource,
    async scan(inputs, options) {
      const reports: Report[] = [];
      for await (const report of scanEach(inputs, options)) reports.push(report);
      return { verdict: worstOf(reports.map(({ verdict }) => verdict.level)), reports };
    },
    async scanMail(message, { envelope, thread, name = "message.eml", signal } = {}) {
      const artifact: Artifact = {
        kind: "artifact",
        at: [{ kind: "file", path: name }],
        name: MESSAGE_NAME.test(name) ? name : `${name}.eml`,
        bytes: typeof message === "string" ? Buffer.from(message) : message,
        mediaType: "message/rfc822",
        ...(envelope !== undefined && { envelope }),
        ...(thread !== undefined && { thread }),
      };
      return judge(await scanArtifact(artifact, plan, signal), config.profile ?? "mail");
    },
    *findEntities(text) {
      for (const { matches, aside = [] } of recordsOf(reportable(text, plan), { text, layout: "prose" })) {
        for (const { match, start, end } of aside.length === 0 ? matches : [...matches, ...aside].sort((a, b) => a.start - b.start)) yield { entity: match.entity, start, end, confidence: match.confidence };
      }
    },
    messages: { ...Object.fromEntries(ready.map(({ detector }) => [detector.id, detector.messages])), [ACCEPTANCE.id]: ACCEPTANCE.messages },
    profileOf,
    codeState,
    hasStableFingerprints: keyTextOf(config) !== undefined,
  };
}

const isSealed = ({ unscanned }: ScanResult): boolean => unscanned.some(({ reason }) => reason === "encrypted");

function* reportable(text: string, plan: ScanPlan): Iterable<DetectedMatch> {
  for (const found of detect(text, plan.detectors.textChecks)) if (found.match.confidence >= REPORTED_CONFIDENCE) yield found;
}

const MESSAGE_NAME = /\.(?:eml|msg)$/iu;

/** node:crypto takes 3 ms to load, and a file without findings does not need it. */
function keyOf(config: Config): Uint8Array {
  const key = keyTextOf(config);
  return key === undefined ? process.getBuiltinModule("node:crypto").randomBytes(32) : Buffer.from(key);
}

function readyDetectors(config: Config): ReadyDetector[] {
  const site: Site = {
    ownDomains: (config.ownDomains ?? []).map((domain) => domain.toLowerCase().replace(/^[@.]+/u, "")),
    knownGroups: config.knownGroups ?? {},
    country: config.country ?? "JP",
  };
  const chosen = new Map<string, Detector>(allDetectors.map((detector) => [detector.id, detector]));
  const options = new Map<string, object>();
  if (isList(config.detectors)) for (const detector of config.detectors) chosen.set(detector.id, detector);
  else {
    for (const [id, setting] of Object.entries(config.detectors ?? {})) {
      if (isDetector(setting)) chosen.set(id, setting);
      else if (!chosen.has(id)) throw new ConfigError(`detectors has no detector ${JSON.stringify(id)}${nearestHint(id, [...chosen.keys()])}`);
      else if (setting === "off") chosen.delete(id);
      else if (typeof setting === "object") options.set(id, setting);
      else throw new ConfigError(`detectors[${JSON.stringify(id)}] must be "off", options or a detector`);
    }
  }
  return [...chosen.values()].map((detector) => ({
    detector,
    checks: detector.create(optionsOf(detector, options.get(detector.id) ?? {}), site),
  }));
}

function isList(detectors: Config["detectors"]): detectors is readonly Detector[] {
  return Array.isArray(detectors);
}

function isDetector(setting: unknown): setting is Detector {
  return typeof setting === "object" && setting !== null && "create" in setting && "messages" in setting;
}

const rootPath = ([first]: Location): string => (first?.kind === "file" ? first.path : "");

/** The result of a file that could not even be opened. */
function unreadResult(unscanned: Unscanned, plan: ScanPlan): ScanResult {
  const names = plan.detectors.safeNames();
  return {
    path: names.name(rootPath(unscanned.at)),
    ...commitOf(unscanned.at),
    format: "unknown",
    findings: [],
    people: 0,
    exposure: { identified: 0, reachable: 0, concealed: 0 },
    unscanned: [{ ...unscanned, at: names.location(unscanned.at) }],
  };
}

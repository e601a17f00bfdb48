/**
 * The pipeline: an artifact and all that is inside it -> one ScanResult. Recursion, limits, abort; every failure to read
 * becomes an `Unscanned`.
 */
import { setImmediate as turn } from "node:timers/promises";
import { type CodeState, createMarks } from "./acceptance/marks.js";
import { ACCEPTANCE, acceptanceProblem } from "./acceptance/messages.js";
import { withoutAccepted } from "./acceptance/open.js";
import type { Artifact, ArtifactSegment, Extractor, ExtractorEntry, Limits, Location, ScanResult, Segment, Unscanned } from "./contract.js";
import { type CleanAttachments, createMessageBodies } from "./clean-attachments.js";
import { createDeliveryCollector } from "./delivery.js";
import { Unreadable } from "./errors.js";
import { createFindings } from "./findings.js";
import { commitOf } from "./known.js";
import { createBudget } from "./limits.js";
import { createPasswords, type Passwords } from "./passwords.js";
import { createPeople, sumOf } from "./people.js";
import { createSegmentReader, type PreparedDetectors } from "./segments.js";

export interface ScanPlan {
  /** In order of precedence; the last one takes whatever is left. */
  readonly extractors: readonly ExtractorEntry[];
  readonly detectors: PreparedDetectors;
  readonly limits: Limits;
  readonly fingerprintKey: Uint8Array;
  /** Formats that may go unread. */
  readonly acceptUnread: ReadonlySet<string>;
  /** The config's. */
  readonly passwords?: readonly string[];
  /** Attachments of earlier messages. Absent: every one is read. */
  readonly cleanAttachments?: CleanAttachments;
  /** Text in pictures is to be recognised. */
  readonly ocr?: boolean;
  /** Whether comments in texts accept what is found beside them (src/acceptance/markers.ts). Absent: no. */
  hasMarkers?(path: string, format: string): boolean;
  /** What markers may name. */
  codeState?(code: string): CodeState;
  /** What the extension of a name promises, if that is not `format`. */
  brokenPromise(name: string, format: string): string | undefined;
}

/** How long the event loop is kept at most between two pieces: an abort, a timer or a progress line must get its turn. */
const TURN_MS = 40;

/** Formats whose texts may tell the password of an attachment, or of the one in the message before. */
const MESSAGES = new Set(["eml", "msg", "mbox"]);

/** Extractors of texts whose places are lines of the text itself. In CSV a comment would be a record: entries of the accept file are for that. */
const MARKED = new Set(["text", "html", "xml-text", "json", "sql"]);

export const isMessage = ({ format }: Pick<ScanResult, "format">): boolean => MESSAGES.has(format);

/**
 * @param passwords to be tried on what is encrypted; those that a message tells are added
 * @throws the signal's reason when aborted; nothing else
 */
export async function scanArtifact(root: Artifact, plan: ScanPlan, signal?: AbortSignal, passwords: Passwords = createPasswords(plan.passwords)): Promise<ScanResult> {
  const people = createPeople();
  const marks = createMarks((code) => plan.codeState?.(code));
  const names = plan.detectors.safeNames();
  const findings = createFindings({
    people, names, marks,
    get fingerprintKey() {
      return plan.fingerprintKey;
    },
  });
  const delivery = createDeliveryCollector();
  const readSegment = createSegmentReader(plan.detectors, findings, people, delivery);
  const budget = createBudget(plan.limits, signal);
  const clean = plan.hasMarkers?.(pathOf(root), "eml") === true ? undefined : plan.cleanAttachments;
  const bodies = clean && createMessageBodies(clean, {
    get passwords() {
      return passwords.all();
    },
    get noticed() {
      return noticed();
    },
  });
  const context = {
    limits: plan.limits, budget, ocr: plan.ocr === true, ...(signal !== undefined && { signal }),
    get passwords() {
      return passwords.all();
    },
    ...(bodies !== undefined && { knownBodies: bodies }),
  };
  const unscanned: Unscanned[] = [];
  const list = (one: Unscanned): void => {
    const isAccepted = one.format !== undefined && plan.acceptUnread.has(one.format);
    unscanned.push({ ...one, at: names.location(one.at), ...(isAccepted && { accepted: true }) });
  };
  const listUnscanned = (at: Location, reason: Unscanned["reason"], detail: string): void => {
    list({ kind: "unscanned", at, reason, detail });
  };
  let rootFormat = "unknown";
  let lastTurn = performance.now();

  /** Between two pieces of work: the limits, and a turn for everybody else. */
  const breathe = async (): Promise<void> => {
    budget.tick();
    if (performance.now() - lastTurn <= TURN_MS) return;
    await turn();
    budget.tick();
    lastTurn = performance.now();
  };
  /** Whatever goes wrong is a result. @param reader who to name where it is a bug */
  const orUnscanned = async (at: Location, reader: () => string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof Unreadable) listUnscanned(at, error.reason, error.message);
      else listUnscanned(at, "failed", describeFailure(reader(), error));
    }
  };
  const visit = async (artifact: Artifact, depth: number): Promise<void> => {
    if (depth > plan.limits.depth) {
      listUnscanned(artifact.at, "limit", `depth: more than ${plan.limits.depth} containers inside each other`);
      return;
    }
    let reader = "identification";
    await orUnscanned(artifact.at, () => reader, async () => {
      budget.tick();
      const [extractor, format] = await identify(artifact, plan.extractors);
      reader = extractor.id;
      if (depth === 0) rootFormat = format;
      if (MARKED.has(extractor.id) && plan.hasMarkers?.(pathOf(root), rootFormat) === true) marks.read(artifact.at, artifact.bytes);
      await read(factsOf(artifact, format, plan), artifact, depth);
      for await (const piece of extractor.extract(artifact, context)) {
        if (piece.kind === "artifact") await enter(piece, artifact, depth);
        else if (piece.kind === "unscanned") list(piece);
        else await read(piece, artifact, depth);
        await breathe();
      }
    });
  };
  /** What was noticed so far, be it told or kept back. Where it stays the same, what was read held nothing. */
  const noticed = (): number => findings.size + delivery.disclosed + unscanned.length + passwords.told;
  const enter = async (child: Artifact, parent: Artifact, depth: number): Promise<void> => {
    budget.entry();
    const artifact = inheriting(child, parent);
    // Of the message's own attachments the body is known already.
    const isKeyed = depth === 0 && bodies?.isReading === true;
    const key = !isKeyed && MESSAGES.has(rootFormat) ? clean?.keyOf(artifact, { depth, passwords: passwords.all() }) : undefined;
    if (key !== undefined && clean?.has(key) === true) return;
    const before = noticed();
    await visit(artifact, depth + 1);
    if (key !== undefined && noticed() === before) clean?.add(key);
  };
  const read = async (segment: Segment, artifact: Artifact, depth: number): Promise<void> => {
    if (segment.kind === "text" && MESSAGES.has(rootFormat)) passwords.hear(segment.text);
    for (const written of readSegment(segment, artifact.concealment)) {
      if (written !== undefined) {
        budget.expand(written.bytes.length);
        await enter(written, artifact, depth);
      }
      await breathe();
    }
  };
  await visit(root, 0);
  // However much of a message was read: whom it goes to is judged by what was found.
  const delivered = delivery.take();
  if (delivered !== undefined) await orUnscanned(root.at, () => "delivery", () => read(delivered, root, 0));

  for (const problem of marks.problems(unscanned.length === 0)) findings.addPlace(ACCEPTANCE, acceptanceProblem(problem));

  const { findings: found, groups } = findings.finish();
  return withoutAccepted({
    path: names.name(pathOf(root)),
    ...commitOf(root.at),
    format: rootFormat,
    findings: found,
    groups,
    ...sumOf(groups),
    unscanned: withoutRepeats(unscanned),
  });
}

const pathOf = (root: Artifact): string => (root.at[0]?.kind === "file" ? root.at[0].path : root.name);

async function identify(artifact: Artifact, extractors: readonly ExtractorEntry[]): Promise<[Extractor, format: string]> {
  for (const entry of extractors) {
    if (!entry.mayBe(artifact.bytes, artifact.name)) continue;
    const extractor = await entry.load();
    const format = extractor.identify(artifact.bytes, artifact.name);
    if (format !== undefined) return [extractor, format];
  }
  throw new Unreadable("unsupported", "no extractor knows this format");
}

function factsOf({ at, name, isStray }: Artifact, format: string, plan: ScanPlan): ArtifactSegment {
  const promised = plan.brokenPromise(name, format);
  return { kind: "artifact-facts", at, name, format, ...(promised !== undefined && { promised }), ...(isStray === true && { isStray }) };
}

/** What a container conceals, it conceals with all that is inside. */
function inheriting(child: Artifact, parent: Artifact): Artifact {
  if (parent.concealment === undefined || child.concealment !== undefined) return child;
  return { ...child, concealment: parent.concealment };
}

/** Names the failing code and never the error's own message, which may quote what was being read. */
function describeFailure(reader: string, error: unknown): string {
  if (!(error instanceof Error)) return `the ${reader} reader threw something that is not an error`;
  const frame = /\(?([^\s()]*?[^\s()/\\]+:\d+:\d+)\)?$/mu.exec(error.stack?.slice(error.stack.indexOf("\n    at ")) ?? "")?.[1];
  const place = frame === undefined ? "" : ` at ${frame.replace(/^.*[/\\]/u, "")}`;
  return `the ${reader} reader failed with ${error.name}${place}; please report it`;
}

/** One limit reached stops every container around it; said once is enough. */
function withoutRepeats(all: readonly Unscanned[]): Unscanned[] {
  const timeUp = all.find(({ reason, detail }) => reason === "limit" && detail.startsWith("timeMs:"));
  return all.filter((one) => one === timeUp || one.detail !== timeUp?.detail);
}

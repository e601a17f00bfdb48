/** The audit log: what was found in each message that was not simply let go, under its reference. Masked findings only. */
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { Report } from "../contract.js";
import { maskValue } from "../mask.js";
import type { Judgement, Judged, Trouble } from "./transaction.js";

export interface AuditRecord {
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly reference: string;
  readonly outcome: Judgement["outcome"]["kind"];
  readonly trouble?: Trouble;
  /** The mail server's id, under which its own log names sender and recipients. */
  readonly queueId?: string;
  readonly from: string;
  readonly recipients: number;
  readonly bytes: number;
  readonly report?: Report;
}

export interface Audit {
  /** Resolves when the system has taken all of it. @throws the system's error */
  write(record: AuditRecord): Promise<void>;
  close(): Promise<void>;
}

/** @throws the system's error where the file cannot be opened */
export async function openAudit(file: string): Promise<Audit> {
  // Findings are masked; who wrote to how many people, and when, is still nobody else's.
  const handle = await open(file, "a", 0o600);
  let isTorn = false;
  let last: Promise<void> = Promise.resolve();
  const append = async (line: string): Promise<void> => {
    // A record that a full disk has cut in two ends there: what is next begins a line of its own.
    const bytes = Buffer.from(isTorn ? `\n${line}` : line);
    isTorn = true;
    for (let written = 0; written < bytes.length; ) written += (await handle.write(bytes, written)).bytesWritten;
    isTorn = false;
  };
  /** One after another: lines of two messages must not mix. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const mine = last.then(work);
    last = mine.then(() => undefined, () => undefined); // whoever asked is told
    return mine;
  };
  return {
    write: (record) => inTurn(() => append(`${JSON.stringify(record)}\n`)),
    close: () => inTurn(() => handle.close()),
  };
}

export function recordOf({ outcome, reference, report, trouble }: Judgement, { envelope, queueId, bytes }: Judged, now: Date): AuditRecord {
  return {
    time: now.toISOString(),
    reference,
    outcome: outcome.kind,
    ...(trouble !== undefined && { trouble }),
    ...(queueId !== undefined && { queueId }),
    from: envelope.from === undefined || envelope.from === "" ? "" : maskValue("email-address", envelope.from),
    recipients: envelope.to.length,
    bytes,
    ...(report !== undefined && { report }),
  };
}

/** The record of a reference, the latest where there are several. @throws the system's error */
export async function findRecord(file: string, reference: string): Promise<AuditRecord | undefined> {
  let found: AuditRecord | undefined;
  const wanted = JSON.stringify(reference);
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (!line.includes(wanted)) continue;
    const record = parse(line);
    if (record?.reference === reference) found = record;
  }
  return found;
}

function parse(line: string): AuditRecord | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && "reference" in value ? (value as AuditRecord) : undefined; // written by `write`
  } catch {
    return undefined; // cut in two by a full disk
  }
}

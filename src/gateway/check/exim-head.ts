/** What Exim writes before a message in the file it gives to scanners: an mbox line and the envelope, which nothing else tells a scanner. */
import type { Envelope } from "../../contract.js";

export interface EximHead {
  /** Bytes before the message itself. */
  readonly length: number;
  readonly envelope: Envelope;
}

const MBOX = /^From [^\n]*\n/u;
const FROM = /^X-Envelope-From: <(?<address>[^\n]*)>\n/u;
const TO = /^X-Envelope-To: (?<addresses>[^\n]*)\n/u;
/** Thousands of recipients on one line. */
const MAX_HEAD_BYTES = 4 * 1024 * 1024;
/** Between addresses; quoted local parts may hold commas. */
const ADDRESS = /(?:"(?:[^"\\]|\\.)*"|[^",])+/gu;

/**
 * @param start the file's beginning
 * @param isWhole nothing follows
 * @returns undefined where more of it must be read. A file without such lines has none, and an empty envelope
 */
export function readEximHead(start: Buffer, isWhole: boolean): EximHead | undefined {
  const text = start.toString("latin1", 0, MAX_HEAD_BYTES);
  const isCut = !isWhole && start.length < MAX_HEAD_BYTES;
  // Three lines at most, and the next one's beginning.
  if (isCut && text.split("\n", 5).length < 5) return undefined;
  const mbox = MBOX.exec(text)?.[0] ?? "";
  if (mbox === "") return { length: 0, envelope: { to: [] } };
  const from = FROM.exec(text.slice(mbox.length));
  const afterFrom = mbox.length + (from?.[0].length ?? 0);
  const to = TO.exec(text.slice(afterFrom));
  const decoded = (address: string): string => Buffer.from(address, "latin1").toString("utf8").trim();
  return {
    length: afterFrom + (to?.[0].length ?? 0),
    envelope: {
      from: decoded(from?.groups?.["address"] ?? ""),
      to: (to?.groups?.["addresses"].match(ADDRESS) ?? []).map(decoded).filter((address) => address !== ""),
    },
  };
}

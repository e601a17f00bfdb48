/** The whole message read a second time, and what that adds to our own reading. */
import type { Artifact, ExtractContext, Location, TextSegment } from "../../contract.js";
import { placeByLine } from "../../text/lines.js";
import { decodeBase64 } from "./base64.js";
import type { Bodies } from "./bodies.js";
import { hasUtf16Mark } from "./charset.js";
import { unmatchedAttachments, unseenLines } from "./compare.js";
import { isDelSp, isFlowed, unfoldFlowed } from "./flowed.js";
import type { HeaderBlock } from "./headers.js";
import type { MimePart } from "./part.js";
import { type ReducedMessage, reduceMessage } from "./reduced.js";
import { readSecond, type SecondReading } from "./second-reading.js";

export interface SecondLook {
  /** Absent where the second reader gave up or did not see the address fields. */
  readonly recipients: SecondReading["recipients"] | undefined;
  readonly disagreements: readonly string[];
  /** Contents that only one of two readers sees. */
  readonly ambiguities: readonly string[];
  /** What only the second reader found. */
  readonly extras: readonly (Artifact | TextSegment)[];
}

/** Of a message that can be read in one way only (canonical.ts). */
export const NOTHING_NEW: SecondLook = { recipients: undefined, disagreements: [], ambiguities: [], extras: [] };

/** Above this the second reading would take seconds; the message is then read once, and says so. */
const MAX_SECOND_BYTES = 64 * 2 ** 20;

export async function lookAgain(bytes: Uint8Array, head: HeaderBlock, leaves: readonly MimePart[], bodies: Bodies, at: Location, { limits }: ExtractContext): Promise<SecondLook> {
  const reduced = reduceMessage(bytes, head, leaves);
  if (reduced.bytes > MAX_SECOND_BYTES) return unread("too large");
  const reading = await readSecond(reduced.pieces, limits.timeMs);
  if ("reason" in reading) return unread(reading.reason);
  const disagreements: string[] = [];
  const extras: (Artifact | TextSegment)[] = [];

  const ours = leaves.filter((leaf) => !isTextToBoth(leaf) && leaf.bodyEnd > leaf.bodyStart).map((leaf) => ({ leaf, size: givenSize(leaf, bodies, reduced) }));
  const seconds = reading.attachments.filter((one) => one.bytes.length > 0);
  if (ours.length !== seconds.length) disagreements.push(`attachments: ${ours.length} in one reading, ${seconds.length} in the other`);
  let unmatched = unmatchedAttachments(ours, seconds);
  if (unmatched.length > 0 && reduced.shortened.size > 0) {
    // With parts left out its attachments are no use: once more, with all of it.
    const whole = await readSecond([bytes], limits.timeMs);
    if ("reason" in whole) return unread(whole.reason);
    unmatched = unmatchedAttachments(ours.map(({ leaf }) => ({ size: bodies.decoded(leaf).bytes.length })), whole.attachments);
  }
  if (unmatched.length > 0 && ours.length === seconds.length) disagreements.push(`attachments: ${unmatched.length} decode differently`);
  const ambiguities = unmatched.length > 0 ? [`attachments: ${unmatched.length} that only a second reading finds`] : [];
  for (const { path, name, bytes: content } of unmatched) {
    extras.push({ kind: "artifact", at: [...at, { kind: "part", path, ...(name !== undefined && { name }) }], name: name ?? `part-${path}`, bytes: content });
  }

  const text = unseen(reading.text, "text/plain", leaves, bodies);
  if (text !== "") extras.push({ kind: "text", text, layout: "prose", place: placeByLine(at, text) });
  const html = unseen(reading.html, "text/html", leaves, bodies);
  if (html !== "") extras.push({ kind: "artifact", at, name: "body.html", bytes: Buffer.from(`\ufeff${html}`), mediaType: "text/html" });
  return { recipients: reduced.hasRecipients ? reading.recipients : undefined, disagreements, ambiguities, extras };
}

/** No second reading; `reason` quotes nothing. */
export function unread(reason: string): SecondLook {
  return { recipients: undefined, disagreements: [`the second reader gave up: ${reason}`], ambiguities: [], extras: [] };
}

/**
 * What the second reader puts into the message's text instead of listing it as an attachment. It does not know that the parts of
 * a digest are messages where they do not say what they are.
 */
function isTextToBoth({ type, isAttachment, isTypeStated }: MimePart): boolean {
  return (type === "text/plain" || type === "text/html" || (type === "message/rfc822" && !isTypeStated)) && !isAttachment;
}

/** Bytes that the second reader decodes of this part, if it reads as we do. */
function givenSize(leaf: MimePart, bodies: Bodies, { shortened }: ReducedMessage): number {
  const ends = shortened.get(leaf);
  if (ends !== undefined) return decodeBase64(ends).bytes.length;
  return leaf.encoding === "identity" || leaf.encoding === undefined ? leaf.bodyEnd - leaf.bodyStart : bodies.decoded(leaf).bytes.length;
}

/** The second reader takes for UTF-8 what no header labels: more marks for what is malformed than characters are no reading of it. */
function isGarbled(line: string): boolean {
  if (!line.includes(REPLACEMENT)) return false;
  const marks = line.split(REPLACEMENT).length - 1;
  return marks >= line.replace(ASCII, "").length - marks;
}

const REPLACEMENT = "\ufffd";
const ASCII = /[\x00-\x7f]+/gu;

/** The second reader's text less all that our own bodies say. */
function unseen(text: string, type: string, leaves: readonly MimePart[], bodies: Bodies): string {
  if (text === "") return "";
  const alike = leaves.filter((leaf) => isTextToBoth(leaf) && leaf.type === type).map((leaf) => bodies.text(leaf).replaceAll("\r\n", "\n"));
  const joint = type === "text/html" ? "<br/>\n" : "\n";
  if (text === alike.join(joint)) return "";
  for (const leaf of leaves) if (isFlowed(leaf)) alike.push(unfoldFlowed(bodies.text(leaf), isDelSp(leaf), []).text);
  // A page or a text saved as UTF-16, whose mark the second reader does not look at.
  for (const leaf of leaves) if (isTextToBoth(leaf) && hasUtf16Mark(bodies.decoded(leaf).bytes)) alike.push(Buffer.from(bodies.decoded(leaf).bytes).toString("utf8"));
  const lines = unseenLines(alike, text).filter((line) => !isGarbled(line));
  if (lines.length === 0) return "";
  const others = leaves.filter((leaf) => !(isTextToBoth(leaf) && leaf.type === type) && /^(?:text|message)\//u.test(leaf.type));
  return unseenLines([...alike, ...others.map((leaf) => bodies.text(leaf))], lines.join("\n")).join("\n").trim();
}

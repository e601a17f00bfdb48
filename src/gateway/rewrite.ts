/** To and Cc -> "undisclosed-recipients:;": who receives a message stays in its envelope and is read by nobody else. */
import { readHeaders } from "../extractors/eml/headers.js";
import type { HeaderEdit } from "./transaction.js";

/** RFC 5322, 3.4: a group without members. */
export const UNDISCLOSED = "undisclosed-recipients:;";

export interface HiddenRecipients {
  readonly edits: readonly HeaderEdit[];
  /** The message as it will be. */
  readonly bytes: Uint8Array;
}

/**
 * What may not be changed: a signature would break, an encrypted or calendar message holds recipients of its own, and a field that is
 * written oddly is one that a mail server may not find where we do. Looked for anywhere in the bytes: one hold too many harms nobody.
 */
const UNTOUCHABLE =
  /multipart\/(?:signed|encrypted)|application\/(?:x-)?pkcs7|application\/pgp|application\/ms-tnef|text\/calendar|application\/ics|begin:vcalendar|-----begin pgp|\n(?:dkim|domainkey)-signature[ \t]*:|\narc-message-signature[ \t]*:/u;
/** Fields that show recipients besides To and Cc. */
const OTHER_LISTS = new Set(["resent-to", "resent-cc", "apparently-to"]);
const REPLACED: Readonly<Record<string, string>> = { to: "To", cc: "Cc", bcc: "Bcc" };

/** @returns undefined where the message must not be changed */
export function hideRecipients(message: Uint8Array): HiddenRecipients | undefined {
  const raw = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  if (UNTOUCHABLE.test(`\n${raw.toString("latin1").toLowerCase()}`)) return undefined;
  const { fields, strayLines, isMbox } = readHeaders(message);
  if (strayLines.length > 0 || isMbox) return undefined;
  const edits: HeaderEdit[] = [];
  const pieces: Uint8Array[] = [];
  const seen = new Map<string, number>();
  let copied = 0;
  for (const { name, lowerName, start, next } of fields) {
    if (OTHER_LISTS.has(lowerName.trim())) return undefined;
    const field = Object.hasOwn(REPLACED, lowerName.trim()) ? REPLACED[lowerName.trim()] : undefined;
    if (field === undefined) continue;
    if (raw.toString("latin1", start, start + name.length + 1) !== `${name}:` || name.trim() !== name) return undefined;
    const occurrence = seen.get(field) ?? 0;
    seen.set(field, occurrence + 1);
    pieces.push(raw.subarray(copied, start));
    copied = next;
    if (field !== "To" || occurrence > 0) edits.push({ name: field, occurrence });
  }
  edits.push({ name: "To", occurrence: 0, value: UNDISCLOSED });
  return { edits, bytes: Buffer.concat([Buffer.from(`To: ${UNDISCLOSED}\r\n`), ...pieces, raw.subarray(copied)]) };
}

/** Everyone who took part in an earlier message: what a thread is made of. */
import { parseAddressList } from "./addresses.js";
import { type RawField, readHeaders } from "./headers.js";

/** Fields whose people see the message, and therefore each other. */
const PARTY_FIELDS = new Set(["from", "sender", "reply-to", "to", "cc", "resent-from", "resent-to", "resent-cc", "mail-followup-to"]);

/**
 * Lower-cased addresses of a message's sender and visible recipients, each once. Those in Bcc are left out: the others do not
 * know of them.
 * @throws Unreadable "limit" where the header is longer than any message has
 */
export function correspondents(message: Uint8Array): string[] {
  return [...partiesOf(readHeaders(message).fields)];
}

export function partiesOf(fields: readonly RawField[]): Set<string> {
  const found = new Set<string>();
  for (const { lowerName, value } of fields) {
    if (PARTY_FIELDS.has(lowerName)) for (const { address } of parseAddressList(value)) found.add(address.toLowerCase());
  }
  return found;
}

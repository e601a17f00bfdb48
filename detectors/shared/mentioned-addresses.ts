/** Mail addresses that a message carries besides its recipients: in its text, and in header fields that readers can open. */
import type { MessageSegment } from "../../src/contract.js";
import { normalize } from "../../src/text/normalize.js";
import { canonicalAddress } from "./correspondents.js";
import { mailAddressAt } from "./email.js";

export interface Mentioned {
  /** Canonical. */
  readonly address: string;
  /** The field it stands in first, as written; absent for the body. */
  readonly field?: string;
}

/** Surer than this, it is somebody's own: not a department's, an example's or a message's identifier. */
const SURE = 0.5;
/**
 * Fields whose addresses others judge (recipients), or that programs fill with identifiers and hosts: the registry of RFC 4021, and what
 * mail servers add.
 */
const NOT_LISTS =
  /^(?:(?:resent-)?(?:to|cc|bcc|from|message-id)|apparently-to|received|references|in-reply-to|return-path|subject|comments|keywords|content-.*|dkim-.*|domainkey-.*|arc-.*|authentication-results|received-spf|list-.*|x-(?:google|gm|ms|microsoft|spam|mailman|beenthere|received|ses|sg|forefront|exchange|proofpoint|mimecast|ironport|amavis|virus|rspamd|dkim)(?:-.*)?)$/iu;

/** Each address once, header fields first. Linear in the message. */
export function mentionedAddresses({ headers, body }: Pick<MessageSegment, "headers" | "body">): Mentioned[] {
  const found = new Map<string, Mentioned>();
  for (const { name, value } of headers) {
    if (NOT_LISTS.test(name)) continue;
    for (const address of addressesOf(value)) if (!found.has(address)) found.set(address, { address, field: name });
  }
  for (const address of addressesOf(body)) if (!found.has(address)) found.set(address, { address });
  return [...found.values()];
}

function* addressesOf(written: string): Iterable<string> {
  if (!/[@＠]/u.test(written)) return;
  const { text } = normalize(written);
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const found = mailAddressAt(text, at);
    if (found !== undefined && found.confidence >= SURE) yield canonicalAddress(found.value);
  }
}

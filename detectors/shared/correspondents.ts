/** Who is inside, who is outside, and who is who among a message's correspondents. */
import { domainToASCII } from "node:url";
import type { Mailbox, MessageSegment, Site } from "../../src/contract.js";
import { isListAddress, listsOf } from "./mailing-lists.js";
import { isCovered, isPersonalMail } from "./mail-providers.js";

/**
 * One person's address however it is written: case does not tell mailboxes apart anywhere in practice (RFC 5321 section 2.4), and
 * a domain may be written in Unicode or as "xn--" (RFC 5890). Dots of the local part stay: carriers' addresses begin and end with them.
 */
export function canonicalAddress(address: string): string {
  const plain = address.normalize("NFKC").toLowerCase().replace(/[\s"]/gu, "");
  const at = plain.lastIndexOf("@");
  return at < 0 ? plain : `${plain.slice(0, at)}@${canonicalDomain(plain.slice(at + 1))}`;
}

/** Lower case and ASCII, without the root's dot; as written where it is no domain. */
export function canonicalDomain(domain: string): string {
  const plain = domain.normalize("NFKC").toLowerCase().trim().replace(/[.。]$/u, "");
  return NOT_ASCII.test(plain) ? domainToASCII(plain) || plain : plain;
}

const NOT_ASCII = /[^\x00-\x7f]/u;

/** Lower case and ASCII; "" for an address without one. */
export function domainOf(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 0 ? "" : canonicalDomain(address.slice(at + 1).replace(/[\s"]/gu, ""));
}

/** The message's sender, by header and envelope. */
export function sendersOf({ from, envelope }: Pick<MessageSegment, "from" | "envelope">): ReadonlySet<string> {
  return new Set([...from.map(({ address }) => address), envelope?.from ?? ""].map(canonicalAddress));
}

/**
 * The domains whose people are inside. Without a configured one it is the sender's, unless that is a provider of mail to the
 * public, whose customers are strangers to one another.
 */
export function insideDomains({ from, envelope }: Pick<MessageSegment, "from" | "envelope">, { ownDomains }: Site): ReadonlySet<string> {
  if (ownDomains.length > 0) return new Set(ownDomains.map(canonicalDomain));
  const senders = [...from.map(({ address }) => address), envelope?.from ?? ""].map(domainOf);
  return new Set(senders.filter((domain) => domain !== "" && !isPersonalMail(domain)));
}

/** Mailboxes of people outside, by canonical address. The sender's own are left out, wherever they are, and those of mailing lists. */
export function outsidePeople(message: MessageSegment, mailboxes: readonly Mailbox[], site: Site): Map<string, Mailbox[]> {
  const inside = insideDomains(message, site);
  const senders = sendersOf(message);
  const lists = listsOf(message);
  const people = new Map<string, Mailbox[]>();
  for (const mailbox of mailboxes) {
    const address = canonicalAddress(mailbox.address);
    const domain = domainOf(address);
    if (domain === "" || isCovered(domain, inside) || senders.has(address) || isListAddress(address, lists)) continue;
    const known = people.get(address);
    if (known === undefined) people.set(address, [mailbox]);
    else known.push(mailbox);
  }
  return people;
}

/**
 * The one person outside whom a message goes to, its other recipients being one's own people. Undefined for several, for a mailing list and
 * for a message whose recipient stands only in the envelope.
 */
export function onlyOutsider(message: MessageSegment, site: Site): Mailbox | undefined {
  const inside = insideDomains(message, site);
  const senders = sendersOf(message);
  const lists = listsOf(message);
  const isOwn = (address: string): boolean => isCovered(domainOf(address), inside) || senders.has(canonicalAddress(address));
  const outside = [...message.visible, ...message.bcc].filter(({ address }) => address.includes("@") && !isOwn(address));
  const [first] = outside;
  if (first === undefined || lists.size > 0) return undefined;
  const only = canonicalAddress(first.address);
  const everyone = [...outside.map(({ address }) => address), ...(message.envelope?.to ?? []).filter((address) => !isOwn(address))];
  return isListAddress(only, lists) || everyone.some((address) => canonicalAddress(address) !== only) ? undefined : first;
}

/** Whether one and the same known group holds all of them. */
export function isOneGroup(addresses: Iterable<string>, { knownGroups }: Site): boolean {
  const all = [...addresses];
  return Object.values(knownGroups).some((members) => {
    const people = new Set(members.filter((member) => !member.startsWith("@")).map(canonicalAddress));
    const domains = new Set(members.filter((member) => member.startsWith("@")).map((member) => canonicalDomain(member.slice(1))));
    return all.every((address) => people.has(address) || isCovered(domainOf(address), domains));
  });
}

/** Who is inside, who is outside, and who is who among a message's correspondents. */
import type { Mailbox, MessageSegment, Site } from "../../src/contract.js";
import { isCovered, isPersonalMail } from "./mail-providers.js";

/** One person's address however it is written: case does not tell mailboxes apart anywhere in practice (RFC 5321 section 2.4). */
export function canonicalAddress(address: string): string {
  return address.normalize("NFKC").toLowerCase().replace(/[\s"]/gu, "").replace(/\.$/u, "");
}

/** Lower case; "" for an address without one. */
export function domainOf(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 0 ? "" : canonicalAddress(address.slice(at + 1));
}

/**
 * The domains whose people are inside. Without a configured one it is the sender's, unless that is a provider of mail to the
 * public, whose customers are strangers to one another.
 */
export function insideDomains({ from, envelope }: Pick<MessageSegment, "from" | "envelope">, { ownDomains }: Site): ReadonlySet<string> {
  if (ownDomains.length > 0) return new Set(ownDomains);
  const senders = [...from.map(({ address }) => address), envelope?.from ?? ""].map(domainOf);
  return new Set(senders.filter((domain) => domain !== "" && !isPersonalMail(domain)));
}

/** Mailboxes of people outside, by canonical address. The sender's own are left out, wherever they are. */
export function outsidePeople(message: MessageSegment, mailboxes: readonly Mailbox[], site: Site): Map<string, Mailbox[]> {
  const inside = insideDomains(message, site);
  const senders = new Set([...message.from.map(({ address }) => address), message.envelope?.from ?? ""].map(canonicalAddress));
  const people = new Map<string, Mailbox[]>();
  for (const mailbox of mailboxes) {
    const address = canonicalAddress(mailbox.address);
    const domain = domainOf(address);
    if (domain === "" || isCovered(domain, inside) || senders.has(address)) continue;
    const known = people.get(address);
    if (known === undefined) people.set(address, [mailbox]);
    else known.push(mailbox);
  }
  return people;
}

/** Whether one and the same known group holds all of them. */
export function isOneGroup(addresses: Iterable<string>, { knownGroups }: Site): boolean {
  const all = [...addresses];
  return Object.values(knownGroups).some((members) => {
    const people = new Set(members.filter((member) => !member.startsWith("@")).map(canonicalAddress));
    const domains = new Set(members.filter((member) => member.startsWith("@")).map((member) => member.slice(1).toLowerCase()));
    return all.every((address) => people.has(address) || isCovered(domainOf(address), domains));
  });
}

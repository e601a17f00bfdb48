import type { Detector, Mailbox, MessageSegment, PlaceMatch, Site } from "../src/contract.js";
import { canonicalAddress, canonicalDomain, domainOf, insideDomains } from "./shared/correspondents.js";
import { intendedDomain } from "./shared/domain-typo.js";

type Code = "domain";

export const recipientTypo: Detector<Code> = {
  id: "recipient-typo",
  messages: {
    domain: {
      severity: "error",
      en: "The domain of a recipient's address looks mistyped; mail to such domains is received by strangers and does not bounce",
      ja: "宛先アドレスのドメインに打ち間違いの疑いがあります。このようなドメインあてのメールは、エラーにならず第三者に届くことがあります",
      fix: { en: "Correct the address, or confirm that the domain is meant.", ja: "アドレスを修正するか、このドメインで正しいことを確認してください。" },
    },
  },
  defaults: {},
  create: (_options, site) => ({
    *message(message) {
      if (!message.outermost) return;
      const inside = insideDomains(message, site);
      const real = new Set([...inside, ...groupDomains(site)]);
      // Whoever answered from an address exists; what is nearly that address may not.
      const threads = new Set(message.isReply ? message.thread.map(domainOf).filter((domain) => domain.length >= LONG_DOMAIN) : []);
      for (const [address, mailboxes] of recipients(message)) {
        const domain = domainOf(address);
        const meant = intendedDomain(domain, threads.has(domain) ? [...real] : [...real, ...threads], real, site.ownDomains.map(canonicalDomain));
        if (meant !== undefined) yield mistyped(address, mailboxes, meant, message);
      }
    },
  }),
};

/** Shorter domains have too many neighbours. */
const LONG_DOMAIN = 10;

/** Recipients of header and envelope by canonical address; only those in the header have a place there. */
function recipients({ visible, bcc, envelope }: MessageSegment): Map<string, Mailbox[]> {
  const all = new Map<string, Mailbox[]>();
  for (const mailbox of [...visible, ...bcc]) {
    const address = canonicalAddress(mailbox.address);
    const known = all.get(address);
    if (known === undefined) all.set(address, [mailbox]);
    else known.push(mailbox);
  }
  for (const address of envelope?.to ?? []) if (!all.has(canonicalAddress(address))) all.set(canonicalAddress(address), []);
  return all;
}

function groupDomains({ knownGroups }: Site): string[] {
  return Object.values(knownGroups).flat().map((member) => (member.startsWith("@") ? canonicalDomain(member.slice(1)) : domainOf(member)));
}

function mistyped(address: string, mailboxes: readonly Mailbox[], domain: string, { at }: MessageSegment): PlaceMatch<Code> {
  return {
    code: "domain",
    at: mailboxes.length === 0 ? at : [...at, { kind: "header", name: mailboxes[0].field }],
    confidence: 0.9,
    count: 1,
    evidence: ["similar"],
    entity: "email-address",
    value: address,
    remedies: mailboxes.map(({ field, occurrence, position }) => ({ kind: "replace-recipient", recipient: { field, occurrence, position }, domain })),
  };
}

import type { Detector, Location, Mailbox, MessageSegment, RecipientPlace, RecordsMatch, Site } from "../src/contract.js";
import { canonicalAddress, domainOf, insideDomains, isOneGroup, outsidePeople, sendersOf } from "./shared/correspondents.js";
import { isListAddress, listsOf } from "./shared/mailing-lists.js";
import { isCovered, isPersonalMail } from "./shared/mail-providers.js";
import { type Mentioned, mentionedAddresses } from "./shared/mentioned-addresses.js";
import { isSensitive } from "./shared/sensitive-topic.js";

type Code = "visible-recipients" | "reply-recipients" | "sensitive-recipients" | "organisations" | "few-recipients" | "listed-addresses";

export interface RecipientExposureOptions {
  /** So many people outside who can see each other are an incident; regulators' published cases begin at 15. */
  readonly threshold: number;
  /** The same where to be written to says something of a person: a clinic's patients, a church's members. */
  readonly sensitiveThreshold: number;
  /** So many organisations outside that can see each other: one's customers, or those who were asked for a tender. */
  readonly organisations: number;
}

const FIX = {
  en: "Move them to Bcc and put your own address in To, or send each person a message of their own.",
  ja: "該当する宛先をBccに移し、Toには自分のアドレスを入れるか、一人ずつ個別に送信してください。",
};

export const recipientExposure: Detector<Code, RecipientExposureOptions> = {
  id: "recipient-exposure",
  messages: {
    "visible-recipients": {
      severity: "error",
      en: "{people} people outside would see each other's addresses in To or Cc",
      ja: "外部の{people}名のアドレスが、ToまたはCcで互いに見える状態です",
      fix: FIX,
    },
    "reply-recipients": {
      severity: "error",
      en: "{people} people outside would see each other's addresses in To or Cc; the message is a reply, but nothing in it shows that they were in the thread",
      ja: "返信メールですが、これまでのやり取りに含まれていたと確認できない外部の{people}名のアドレスが、ToまたはCcで互いに見える状態です",
      fix: FIX,
    },
    "sensitive-recipients": {
      severity: "error",
      en: "{people} private persons would see each other's addresses in To or Cc, and what the message is about says something of their health, creed or the like",
      ja: "健康・信条などに関わる内容のメールで、個人のアドレス{people}件が、ToまたはCcで互いに見える状態です",
      fix: FIX,
    },
    organisations: {
      severity: "warning",
      en: "{people} people of many organisations outside would see each other's addresses in To or Cc",
      ja: "多数の社外組織の{people}名のアドレスが、ToまたはCcで互いに見える状態です",
      fix: { en: "If they are not to know of each other, move them to Bcc.", ja: "互いに知られてはならない相手であれば、Bccに移してください。" },
    },
    "few-recipients": {
      severity: "info",
      en: "{people} private persons would see each other's addresses in To or Cc",
      ja: "個人のアドレス{people}件が、ToまたはCcで互いに見える状態です",
      fix: { en: "If they do not know each other, move them to Bcc.", ja: "互いに面識のない方々であれば、Bccに移してください。" },
    },
    "listed-addresses": {
      severity: "error",
      en: "{people} mail addresses of people outside stand in the message's text or in its other header fields, where every recipient can read them",
      ja: "外部の{people}名のメールアドレスが、本文や宛先以外のヘッダーに書かれており、受信者全員に見える状態です",
      fix: { en: "Delete the list, or the quoted header, before sending.", ja: "送信前に、本文のアドレス一覧や引用されたヘッダーを削除してください。" },
    },
  },
  defaults: { threshold: 15, sensitiveThreshold: 2, organisations: 10 },
  create: (options, site) => ({
    *message(message) {
      if (!message.outermost) return;
      const people = outsidePeople(message, message.visible, site);
      const listed = hasAddresses(message, options.threshold) ? listedPeople(message, site) : [];
      if (listed.length >= options.threshold) yield listing(listed, message);
      if (people.size === 0 || isOneGroup(people.keys(), site)) return;
      if (message.isReply) for (const address of message.thread) people.delete(canonicalAddress(address));
      const exposed = judge(people, message, options);
      if (exposed !== undefined) yield exposure(...exposed, message);
    },
  }),
};

type People = ReadonlyMap<string, readonly Mailbox[]>;

function judge(people: People, message: MessageSegment, { threshold, sensitiveThreshold, organisations }: RecipientExposureOptions): [Code, People] | undefined {
  if (people.size >= threshold) return [message.isReply ? "reply-recipients" : "visible-recipients", people];
  const strangers = new Map([...people].filter(([address]) => isPersonalMail(domainOf(address))));
  if (strangers.size >= sensitiveThreshold && isSensitive(message)) return ["sensitive-recipients", strangers];
  if (organisationsOf(people) >= organisations) return ["organisations", people];
  return strangers.size >= 2 ? ["few-recipients", strangers] : undefined;
}

/** Organisations behind the addresses: a domain and those below it are one, and providers' customers are none. */
function organisationsOf(people: People): number {
  const domains = new Set([...people.keys()].map(domainOf).filter((domain) => !isPersonalMail(domain)));
  return [...domains].filter((domain) => !isCovered(domain.slice(domain.indexOf(".") + 1), domains)).length;
}

/** Whether there are so many "@" at all: nearly no message has them, and each costs this look only. */
function hasAddresses({ headers, body }: MessageSegment, count: number): boolean {
  let left = count;
  for (const text of [body, ...headers.map(({ value }) => value)]) {
    for (const sign of ["@", "＠"]) for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) if (--left <= 0) return true;
  }
  return false;
}

/**
 * People outside whose addresses the message carries and does not go to openly. Nobody outside who reads it, or a thread that all
 * of its readers share: no disclosure.
 */
function listedPeople(message: MessageSegment, site: Site): Mentioned[] {
  const inside = insideDomains(message, site);
  const lists = listsOf(message);
  const senders = sendersOf(message);
  const isOutside = (address: string): boolean => !isCovered(domainOf(address), inside) && !senders.has(address) && !isListAddress(address, lists);
  const shown = new Set(message.visible.map(({ address }) => canonicalAddress(address)));
  const readers = [...shown, ...[...message.bcc.map(({ address }) => address), ...(message.envelope?.to ?? [])].map(canonicalAddress)];
  if (readers.length > 0 && !readers.some(isOutside)) return [];
  const thread = new Set(message.thread.map(canonicalAddress));
  const isShared = readers.every((address) => thread.has(address) || !isOutside(address));
  const listed = mentionedAddresses(message).filter(({ address }) => isOutside(address) && !shown.has(address) && !(isShared && thread.has(address)));
  return isOneGroup([...listed.map(({ address }) => address), ...readers.filter(isOutside)], site) ? [] : listed;
}

function exposure(code: Code, people: People, message: MessageSegment): RecordsMatch<Code> {
  const mailboxes = [...people.values()].flat();
  return {
    ...recordsOf(code, [...people.keys()]),
    at: placeOf(mailboxes.map(({ field }) => field), message.at),
    remedies: [{ kind: "move-to-bcc", recipients: placesOf(mailboxes) }],
  };
}

function listing(listed: readonly Mentioned[], { at }: MessageSegment): RecordsMatch<Code> {
  return { ...recordsOf("listed-addresses", listed.map(({ address }) => address)), at: placeOf(listed.map(({ field }) => field), at), confidence: 0.95, evidence: ["shape"] };
}

function recordsOf(code: Code, addresses: readonly string[]): Omit<RecordsMatch<Code>, "at"> {
  return {
    code,
    confidence: 0.99,
    evidence: ["recipients"],
    entities: { "email-address": addresses.length },
    identities: addresses.map((address) => ({ "email-address": address })),
  };
}

/** The header field where all of them stand, else the message. */
function placeOf(all: readonly (string | undefined)[], at: Location): Location {
  const fields = new Set(all);
  const [name] = fields;
  return fields.size === 1 && name !== undefined ? [...at, { kind: "header", name }] : at;
}

/** Each mailbox once, in the order of the message: two addresses may stand in one mailbox, one of them in its display name. */
function placesOf(mailboxes: readonly Mailbox[]): RecipientPlace[] {
  const places = new Map(mailboxes.map(({ field, occurrence, position }) => [`${field} ${occurrence} ${position}`, { field, occurrence, position }]));
  return [...places.values()].sort((a, b) => (a.field < b.field ? -1 : a.field > b.field ? 1 : 0) || a.occurrence - b.occurrence || a.position - b.position);
}

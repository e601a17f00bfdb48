import type { Detector, Location, Mailbox, MessageSegment, RecipientPlace, RecordsMatch } from "../src/contract.js";
import { canonicalAddress, domainOf, isOneGroup, outsidePeople } from "./shared/correspondents.js";
import { isPersonalMail } from "./shared/mail-providers.js";

type Code = "visible-recipients" | "reply-recipients" | "few-recipients";

export interface RecipientExposureOptions {
  /** So many people outside who can see each other are an incident; regulators' published cases begin at 15. */
  readonly threshold: number;
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
    "few-recipients": {
      severity: "info",
      en: "{people} private persons would see each other's addresses in To or Cc",
      ja: "個人のアドレス{people}件が、ToまたはCcで互いに見える状態です",
      fix: { en: "If they do not know each other, move them to Bcc.", ja: "互いに面識のない方々であれば、Bccに移してください。" },
    },
  },
  defaults: { threshold: 15 },
  create: ({ threshold }, site) => ({
    *message(message) {
      if (!message.outermost) return;
      const people = outsidePeople(message, message.visible, site);
      if (people.size === 0 || isOneGroup(people.keys(), site)) return;
      if (message.isReply) for (const address of message.thread) people.delete(canonicalAddress(address));
      if (people.size >= threshold) yield exposure(message.isReply ? "reply-recipients" : "visible-recipients", people, message);
      else {
        const strangers = new Map([...people].filter(([address]) => isPersonalMail(domainOf(address))));
        if (strangers.size >= 2) yield exposure("few-recipients", strangers, message);
      }
    },
  }),
};

function exposure(code: Code, people: ReadonlyMap<string, readonly Mailbox[]>, message: MessageSegment): RecordsMatch<Code> {
  const mailboxes = [...people.values()].flat();
  return {
    code,
    at: placeOf(mailboxes, message.at),
    confidence: 0.99,
    evidence: ["recipients"],
    entities: { "email-address": people.size },
    identities: [...people.keys()].map((address) => ({ "email-address": address })),
    remedies: [{ kind: "move-to-bcc", recipients: placesOf(mailboxes) }],
  };
}

/** The header where all of them stand, else the message. */
function placeOf(mailboxes: readonly Mailbox[], at: Location): Location {
  const fields = new Set(mailboxes.map(({ field }) => field));
  const [name] = fields;
  return fields.size === 1 ? [...at, { kind: "header", name }] : at;
}

/** Each mailbox once, in the order of the message: two addresses may stand in one mailbox, one of them in its display name. */
function placesOf(mailboxes: readonly Mailbox[]): RecipientPlace[] {
  const places = new Map(mailboxes.map(({ field, occurrence, position }) => [`${field} ${occurrence} ${position}`, { field, occurrence, position }]));
  return [...places.values()].sort((a, b) => a.field.localeCompare(b.field, "en") || a.occurrence - b.occurrence || a.position - b.position);
}

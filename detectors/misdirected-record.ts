/**
 * Somebody else's record on its way to a customer: the attachment of the next line of the list. Only messages to one private person are
 * judged, and only where what is attached names people who are clearly not that person.
 */
import type { Detector, DeliverySegment, Entity, FoundRecord, Identity, Location, Mailbox, RecordsMatch, Site } from "../src/contract.js";
import { normalize } from "../src/text/normalize.js";
import { canonicalAddress, domainOf, insideDomains, onlyOutsider, sendersOf } from "./shared/correspondents.js";
import { isCovered, isPersonalMail } from "./shared/mail-providers.js";
import { readingOfKana } from "./shared/kana-reading.js";
import { compareNames, foldKanji, type NamedPerson, namedPerson } from "./shared/named-person.js";
import { addresseeOf } from "./shared/salutation.js";

type Code = "attachment" | "text";

export interface MisdirectedRecordOptions {
  /** More people than these are a list, which the counts of people judge. */
  readonly most: number;
}

/** What says by itself that a record is a person's own: no letterhead and no signature has these. */
const PRIVATE: readonly Entity[] = [
  "date-of-birth", "my-number", "drivers-license", "passport", "residence-card", "health-insurance", "basic-pension-number", "resident-record-code",
  "disability-certificate", "registered-domicile", "bank-account", "credit-card", "national-id", "special-care",
];
/** Somebody's only where the name is addressed, or stands in a table of people: offices have these as well. */
const CONTACT: readonly Entity[] = ["postal-address", "phone-number", "email-address"];

const FIX = {
  en: "Open the attachment and check whose it is before sending.",
  ja: "送信前に、誰に関する内容かを添付ファイルと本文で確認してください。",
} as const;

export const misdirectedRecord: Detector<Code, MisdirectedRecordOptions> = {
  id: "misdirected-record",
  messages: {
    attachment: {
      severity: "error",
      en: "The message goes to one private person, and an attachment holds the {one:record|records} of {people} other {one:person|people} and nothing of the recipient",
      ja: "一人の方へのメールですが、添付ファイルの内容は別の{people}名のもので、受信者本人の名前がありません",
      fix: FIX,
    },
    text: {
      severity: "error",
      en: "The message goes to one private person, and its text holds the {one:record|records} of {people} other {one:person|people}",
      ja: "一人の方へのメールですが、本文に別の{people}名の個人情報があります",
      fix: FIX,
    },
  },
  defaults: { most: 5 },
  create: ({ most }, site) => ({
    *delivery(delivery) {
      const { message, records, recordCount } = delivery;
      // Records beyond those that are given may be the recipient's.
      if (recordCount > records.length) return;
      const recipient = onlyOutsider(message, site);
      if (recipient === undefined || !isPersonalMail(domainOf(recipient.address))) return;
      const names = namesOf(recipient, delivery);
      if (names.length === 0) return;
      const others = { names, address: canonicalAddress(recipient.address), isSenders: sendersRecord(delivery, site) };
      for (const [part, found] of byPart(records, message.at)) {
        const strangers = strangersIn(found, others, part === undefined);
        if (strangers.length > 0 && strangers.length <= most) yield matchOf(part === undefined ? "text" : "attachment", part ?? message.at, strangers);
      }
    },
  }),
};

interface Recipient {
  readonly names: readonly NamedPerson[];
  readonly address: string;
  readonly isSenders: (record: FoundRecord) => boolean;
}

/** What the recipient is called, in the header and in the text. */
function namesOf(recipient: Pick<Mailbox, "name">, { message }: DeliverySegment): NamedPerson[] {
  return [namedPerson(recipient.name), addresseeOf(message.body)?.person].filter((name) => name !== undefined);
}

/** The sender's own record: a signature's, or an application's of one's own. */
function sendersRecord({ message }: DeliverySegment, site: Site): (record: FoundRecord) => boolean {
  const inside = insideDomains(message, site);
  const senders = sendersOf(message);
  const names = message.from.map(({ name }) => namedPerson(name)).filter((name) => name !== undefined);
  return ({ identity }) => {
    const mail = canonicalAddress(identity["email-address"] ?? "");
    if (mail !== "" && (senders.has(mail) || isCovered(domainOf(mail), inside))) return true;
    const name = namedPerson(identity["person-name"] ?? "");
    return name !== undefined && names.some((one) => compareNames(name, one) === "same");
  };
}

/** Records by the attachment they stand in; under `undefined` those of the message's own text and header. */
function byPart(records: readonly FoundRecord[], messageAt: Location): Map<Location | undefined, FoundRecord[]> {
  const groups = new Map<string, { at: Location | undefined; records: FoundRecord[] }>();
  for (const record of records) {
    const step = record.at.at(messageAt.length);
    const isAttachment = step?.kind === "part" && step.name !== undefined;
    const key = isAttachment ? step.path : "";
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { at: isAttachment ? record.at.slice(0, messageAt.length + 1) : undefined, records: [record] });
    else group.records.push(record);
  }
  return new Map([...groups.values()].map((group) => [group.at, group.records]));
}

/** Records of people who are not the recipient; none where something there is the recipient's, or may be. */
function strangersIn(records: readonly FoundRecord[], recipient: Recipient, isText: boolean): FoundRecord[] {
  const strangers = new Map<string, FoundRecord>();
  for (const record of records) {
    const { identity } = record;
    if (identity["person-name"] === undefined || recipient.isSenders(record)) continue;
    const isTheirs = canonicalAddress(identity["email-address"] ?? "") === recipient.address || mayBe(identity, recipient.names);
    const counts = isPrivate(record, isText);
    // In the text a name alone is the letter's address.
    if (isTheirs && (!isText || counts)) return [];
    if (!isTheirs && counts) strangers.set(identity["person-name"], record);
  }
  return [...strangers.values()];
}

function mayBe(identity: Identity, names: readonly NamedPerson[]): boolean {
  const text = normalize(identity["person-name"] ?? "").text;
  const name = namedPerson(text);
  return names.some((one) => {
    // Somebody's name for sure, whoever it is: what it begins with is enough to tell it from another.
    if (one.script === "kanji" && KANJI.test(text)) return isOneOf(text.replace(/\s/gu, ""), one);
    if (one.readings.length > 0 && KANA.test(text)) return one.readings.some((reading) => readingOfKana(text.replace(/\s/gu, "")).startsWith(reading));
    return name === undefined || compareNames(name, one) !== "different";
  });
}

const KANJI = /^[\p{Script=Han}々ヶ\s]+$/u;
const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}ー\s]+$/u;

const isOneOf = (text: string, { surname, given }: NamedPerson): boolean => {
  const folded = foldKanji(text);
  return folded.startsWith(surname) || surname.startsWith(folded) || (given.length > 1 && folded.endsWith(given));
};

function isPrivate({ identity, isSubject, detector, at }: FoundRecord, isText: boolean): boolean {
  if (PRIVATE.some((entity) => identity[entity] !== undefined)) return true;
  if (isText) return false;
  // 請求書_山田太郎様.pdf: the name of the file is all that can be read of what is encrypted.
  const last = at.at(-1)?.kind;
  if (isSubject && (last === "part" || last === "entry")) return true;
  return CONTACT.some((entity) => identity[entity] !== undefined) && (isSubject || detector === "personal-records");
}

function matchOf(code: Code, at: Location, strangers: readonly FoundRecord[]): RecordsMatch<Code> {
  const entities: Partial<Record<Entity, number>> = {};
  // The only keys an Identity has are entities.
  for (const { identity } of strangers) for (const entity of Object.keys(identity) as Entity[]) entities[entity] = (entities[entity] ?? 0) + 1;
  return { code, at, confidence: code === "attachment" ? 0.8 : 0.75, evidence: ["company"], entities, identities: strangers.map(({ identity }) => identity) };
}

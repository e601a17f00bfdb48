/** A letter that addresses one person and goes to another: the wrong line of an address book, chosen by a slip. */
import type { Detector, Evidence, Mailbox, MessageSegment, PlaceMatch, Site } from "../src/contract.js";
import { domainOf, insideDomains, onlyOutsider } from "./shared/correspondents.js";
import { isCovered } from "./shared/mail-providers.js";
import { compareNames, type NamedPerson, namedPerson } from "./shared/named-person.js";
import { type Addressee, addresseeOf, organisationIn } from "./shared/salutation.js";
import { givenTier, latinNameTrie } from "./shared/name-dictionary.js";
import { isSurnameReading, plainReading } from "./shared/surname-readings.js";
import { plainRomaji } from "./shared/latin-name.js";
import { lookUp } from "./shared/trie.js";

type Code = "person" | "reading" | "organisation";

const FIX = {
  en: "Check the recipient's address against the name in the text; correct whichever is wrong.",
  ja: "本文の宛名と宛先のアドレスを見比べ、誤っているほうを直してください。",
} as const;

export const addresseeMismatch: Detector<Code> = {
  id: "addressee-mismatch",
  messages: {
    person: {
      severity: "error",
      en: "The text addresses somebody else than the recipient's name says",
      ja: "本文の宛名と、宛先の氏名が一致しません",
      fix: FIX,
    },
    reading: {
      severity: "warning",
      en: "The text addresses somebody whose name is not read as the recipient's name or address is",
      ja: "本文の宛名と、宛先の氏名またはアドレスの読みが一致しません",
      fix: FIX,
    },
    organisation: {
      severity: "warning",
      en: "The text addresses another organisation than the recipient's name says",
      ja: "本文の宛名の会社名と、宛先の会社名が一致しません",
      fix: FIX,
    },
  },
  defaults: {},
  create: (_options, site) => ({
    *message(message) {
      if (!message.outermost) return;
      const recipient = onlyOutsider(message, site);
      // Whoever is only copied is not spoken to.
      if (recipient?.field !== "To" || recipient.group !== undefined) return;
      const addressee = addresseeOf(message.body);
      if (addressee === undefined) return;
      const match = judge(addressee, recipient, message, site);
      if (match !== undefined) yield match;
    },
  }),
};

function judge(addressee: Addressee, recipient: Mailbox, message: MessageSegment, site: Site): PlaceMatch<Code> | undefined {
  const { person, personText } = addressee;
  const called = namedPerson(recipient.name);
  const match = (code: Code, confidence: number, evidence: Evidence): PlaceMatch<Code> => ({
    code, confidence, evidence: [evidence], count: 1,
    at: [...message.at, { kind: "header", name: recipient.field }],
    ...(code !== "organisation" && { entity: "person-name" as const, value: personText }),
  });
  if (person !== undefined && !isSaidElsewhere(person, personText, recipient, message, site)) {
    const named = called === undefined ? byAddress(person, recipient) : compareNames(person, called);
    if (named === "different") return match("person", 0.9, "honorific");
    if (named === "read-differently") return match("reading", 0.75, "reading");
  }
  const theirs = organisationIn(recipient.name);
  if (addressee.organisation === undefined || theirs === undefined || isSameOrganisation(addressee.organisation, theirs)) return undefined;
  return match("organisation", 0.8, "dictionary");
}

/** The display name, whatever else it says, the address, or one of one's own people among the recipients has the name. */
function isSaidElsewhere(person: NamedPerson, text: string, recipient: Mailbox, message: MessageSegment, site: Site): boolean {
  if ((person.surname !== "" && recipient.name.replace(/\s/gu, "").includes(person.surname)) || (text.length > 1 && recipient.name.includes(text))) return true;
  const local = plainLocal(recipient.address).join("");
  if (person.readings.some((reading) => reading.length > 2 && local.includes(reading))) return true;
  const inside = insideDomains(message, site);
  return message.visible.some(({ address, name }) => {
    if (!isCovered(domainOf(address), inside)) return false;
    const colleague = namedPerson(name);
    // A colleague without a name may be who is spoken to.
    return colleague === undefined ? name === "" : compareNames(person, colleague) !== "different";
  });
}

/** Words of a local part, as read: "suzuki.ichiro01" is suzuki and itiro. */
const plainLocal = (address: string): string[] => address.slice(0, Math.max(0, address.lastIndexOf("@"))).split(/[^\p{L}]+/u).map(plainReading).filter((word) => word !== "");

/** Letters of the shortest surname by which an address names somebody: shorter ones are initials and departments. */
const SHORTEST_SURNAME = 4;

/** "suzuki.ichiro@": a surname and a given name or an initial, and nothing else. Other addresses name nobody for sure. */
function byAddress(person: NamedPerson, { address }: Mailbox): "read-differently" | undefined {
  if (person.readings.length === 0) return undefined;
  const local = address.slice(0, Math.max(0, address.lastIndexOf("@")));
  const raw = local.split(/[._-]/u);
  if (raw.length !== 2 || !raw.every((word) => /^[a-z]+$/iu.test(word))) return undefined;
  const [a, b] = raw;
  const isNamed = (surname: string, given: string): boolean => {
    const reading = plainReading(surname);
    return reading.length >= SHORTEST_SURNAME && isSurnameReading(reading) && (given.length === 1 || isGivenName(given));
  };
  if (!isNamed(a, b) && !isNamed(b, a)) return undefined;
  const words = [a, b].map(plainReading);
  const isTheirs = person.readings.some((reading) => words.some((word) => word.startsWith(reading) || (word.length > 1 && reading.startsWith(word))));
  return isTheirs ? undefined : "read-differently";
}

function isGivenName(word: string): boolean {
  const plain = plainRomaji(word);
  return givenTier(lookUp(latinNameTrie(), plain, 0, plain.length)) === 3;
}

/** One may be the short form of the other, or its group's. */
const isSameOrganisation = (a: string, b: string): boolean => a.includes(b) || b.includes(a) || a.slice(0, 2) === b.slice(0, 2);

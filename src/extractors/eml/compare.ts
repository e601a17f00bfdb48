/** Two readings of one message held against each other. What only one of them finds is added; that they differ is reported. */
import type { Mailbox } from "../../contract.js";
import { addressesIn } from "./addresses.js";
import { decodeWords } from "./encoded-words.js";
import { BLIND_RECIPIENT_FIELDS, VISIBLE_RECIPIENT_FIELDS } from "./fields.js";
import type { RawField } from "./headers.js";
import type { SecondAttachment, SecondReading } from "./second-reading.js";

export interface RecipientComparison {
  /** Recipients that our structured reading does not have. */
  readonly missed: readonly Mailbox[];
  readonly disagreements: readonly string[];
}

/**
 * @param ours visible recipients and those in Bcc
 * @param second absent where the second reader did not see the address fields; then only the crude search is held against ours
 */
export function compareRecipients(fields: readonly RawField[], ours: readonly Mailbox[], second: SecondReading["recipients"] | undefined): RecipientComparison {
  const missed: Mailbox[] = [];
  const disagreements: string[] = [];
  for (const [lowerName, values] of valuesByField(fields)) {
    const field = RECIPIENT_FIELDS[lowerName];
    const mailboxes = ours.filter((one) => one.field === field);
    const known = new Set(mailboxes.map(({ address }) => plain(address)));
    const beyondAscii = [...known].filter((address) => BEYOND_ASCII.test(address));
    const found = second?.get(lowerName);
    const seen = new Set([...(found ?? [])].map(plain));
    const extra = new Set(seen);
    // A search for anything that looks like an address, blind to the list's structure: a quote never closed cannot mislead it.
    for (const value of values) for (const address of addressesIn(decodeWords(value))) extra.add(plain(address));
    for (const address of extra) if (known.has(address) || !address.includes("@") || isTailOf(address, beyondAscii)) extra.delete(address);
    if (extra.size > 0) disagreements.push(`${field}: ${extra.size} recipients that only a second reading finds`);
    const lost = found === undefined ? 0 : [...known].filter((address) => !seen.has(address) && address.includes("@")).length;
    if (lost > 0) disagreements.push(`${field}: ${lost} recipients that mailparser does not find`);
    const occurrence = values.length - 1;
    const next = mailboxes.findLast((one) => one.occurrence === occurrence)?.position ?? -1;
    [...extra].forEach((address, i) => {
      missed.push({ address, name: "", field, occurrence, position: next + 1 + i });
    });
  }
  return { missed, disagreements };
}

const RECIPIENT_FIELDS: Readonly<Record<string, string>> = { ...VISIBLE_RECIPIENT_FIELDS, ...BLIND_RECIPIENT_FIELDS };

function valuesByField(fields: readonly RawField[]): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const { lowerName, value } of fields) {
    if (!Object.hasOwn(RECIPIENT_FIELDS, lowerName)) continue;
    const known = values.get(lowerName);
    if (known === undefined) values.set(lowerName, [value]);
    else known.push(value);
  }
  return values;
}

/** The crude search takes a local part beyond ASCII (RFC 6531) for its last characters; such addresses are few. */
function isTailOf(address: string, beyondAscii: readonly string[]): boolean {
  return beyondAscii.some((one) => one.endsWith(address));
}

const PLAIN = /^[!#-~]*$/u;
const BEYOND_ASCII = /[^\x00-\x7f]/u;

/** Readers write the same address with and without quotes, in Unicode or ASCII form: here only what delivery tells apart counts. */
function plain(address: string): string {
  if (PLAIN.test(address)) return address.toLowerCase();
  const lower = address.toLowerCase().normalize("NFC").replace(/["\s]/gu, "");
  const at = lower.lastIndexOf("@");
  if (at < 0 || !BEYOND_ASCII.test(lower.slice(at))) return lower;
  return `${lower.slice(0, at)}@${asciiDomain(lower.slice(at + 1))}`;
}

function asciiDomain(domain: string): string {
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : domain;
}

export interface OwnAttachment {
  /** Decoded bytes, as far as the second reader was given them. */
  readonly size: number;
}

/** Attachments of the second reading whose size none of ours has. */
export function unmatchedAttachments(ours: readonly OwnAttachment[], second: readonly SecondAttachment[]): SecondAttachment[] {
  const sizes = new Map<number, number>();
  for (const { size } of ours) sizes.set(size, (sizes.get(size) ?? 0) + 1);
  return second.filter(({ bytes }) => {
    const left = sizes.get(bytes.length) ?? 0;
    if (left > 0) sizes.set(bytes.length, left - 1);
    return left === 0 && bytes.length > 0;
  });
}

/** Lines of `second` that stand nowhere in `ours`, blanks aside. */
export function unseenLines(ours: readonly string[], second: string): string[] {
  if (second === "") return [];
  const known = new Set<string>();
  for (const text of ours) for (const line of text.split(LINE_BREAK)) known.add(squeezed(line));
  known.add("");
  return second.split(LINE_BREAK).filter((line) => !known.has(squeezed(line)));
}

const LINE_BREAK = /\r\n|\r|\n/u;

/** Without blanks, and without what mailparser puts between two bodies of HTML. */
function squeezed(line: string): string {
  return line.replace(/[\s\ufeff]+|<br\/>$/gu, "");
}

/**
 * Who provably shares a message's thread: people named in the header blocks that mail programs put above what they quote. A
 * block counts only whole, with its sender line and a date or subject line, because a bare "To:" list is just what a leak looks
 * like. That a message answers another one (In-Reply-To) proves nothing about who saw that one.
 */
import { addressesIn } from "./addresses.js";

/**
 * UTF-16 units of body text that are searched, over all bodies of a message. Quoted blocks stand in the first screens; 4 Mi units
 * are some 1,500 pages.
 */
export const THREAD_SEARCH_UNITS = 4 * 2 ** 20;
/** A recipient line is read on until a blank line or another label, at most so many lines. */
const MAX_CONTINUATION = 2_000;

type Label = "from" | "recipients" | "sender-time" | "subject";

/** Labels of Outlook, Thunderbird, Gmail, Apple Mail, Becky!, in Japanese, English, German, French, Spanish, Chinese and Korean. */
const LABELS: Readonly<Record<string, Label>> = {
  from: "from",
  差出人: "from",
  送信者: "from",
  送信元: "from",
  von: "from",
  de: "from",
  发件人: "from",
  寄件者: "from",
  "보낸 사람": "from",
  to: "recipients",
  cc: "recipients",
  宛先: "recipients",
  宛て先: "recipients",
  受信者: "recipients",
  送信先: "recipients",
  an: "recipients",
  à: "recipients",
  para: "recipients",
  kopie: "recipients",
  收件人: "recipients",
  收件者: "recipients",
  抄送: "recipients",
  副本: "recipients",
  "받는 사람": "recipients",
  참조: "recipients",
  sent: "sender-time",
  date: "sender-time",
  日時: "sender-time",
  日付: "sender-time",
  送信日時: "sender-time",
  送信日: "sender-time",
  gesendet: "sender-time",
  datum: "sender-time",
  envoyé: "sender-time",
  enviado: "sender-time",
  发送时间: "sender-time",
  寄件日期: "sender-time",
  日期: "sender-time",
  "보낸 날짜": "sender-time",
  subject: "subject",
  件名: "subject",
  題名: "subject",
  betreff: "subject",
  objet: "subject",
  asunto: "subject",
  主题: "subject",
  主旨: "subject",
  제목: "subject",
};

/** UTF-16 units of a line in which its label must end. */
const MAX_LABEL = 120;

/** Quote marks, emphasis and blanks, then a short label, then a colon of either width. */
const LABELLED = /^[\s>|│*_＞]{0,60}([\p{L}\p{M}]{1,12}(?:[ \u3000]{1,3}[\p{L}]{1,6})?)[\s*_]{0,8}[:：](?!\/\/)/u;

/** Lower-cased addresses in quoted header blocks of a plain text. Linear in the part that is searched. */
export function quotedParties(text: string): Set<string> {
  const found = new Set<string>();
  let block: Block | undefined;
  const close = (): void => {
    if (block !== undefined && block.hasSender && (block.hasTime || block.hasSubject)) for (const one of block.addresses) found.add(one);
    block = undefined;
  };
  let continued = 0;
  for (const line of text.slice(0, THREAD_SEARCH_UNITS).split(/\r\n|\r|\n/u)) {
    const label = labelOf(line);
    if (label === undefined) {
      if (block === undefined) continue;
      if (isBlank(line) || !block.inAddresses || ++continued > MAX_CONTINUATION) {
        // Some programs put a blank line between the fields; the block ends at the second, and what follows one is no list.
        if (!isBlank(line) || block.blanks++ > 0) close();
        else block.inAddresses = false;
        continue;
      }
      addAddresses(line, block.addresses);
      continue;
    }
    // A second sender line begins the next block of a longer thread.
    if (label === "from" && block?.hasSender === true) close();
    block ??= { addresses: new Set(), hasSender: false, hasTime: false, hasSubject: false, inAddresses: false, blanks: 0 };
    block.blanks = 0;
    continued = 0;
    block.hasSender ||= label === "from";
    block.hasTime ||= label === "sender-time";
    block.hasSubject ||= label === "subject";
    block.inAddresses = label === "from" || label === "recipients";
    if (block.inAddresses) addAddresses(line, block.addresses);
  }
  close();
  return found;
}

interface Block {
  readonly addresses: Set<string>;
  hasSender: boolean;
  hasTime: boolean;
  hasSubject: boolean;
  inAddresses: boolean;
  blanks: number;
}

const QUOTE_MARKS_ONLY = /^[\s>|│＞]*$/u;
const isBlank = (line: string): boolean => QUOTE_MARKS_ONLY.test(line);

function labelOf(line: string): Label | undefined {
  const start = line.length > MAX_LABEL ? line.slice(0, MAX_LABEL) : line;
  // Few lines of a body have one at all.
  if (!start.includes(":") && !start.includes("：")) return undefined;
  const label = LABELLED.exec(start)?.[1].normalize("NFKC").toLowerCase();
  if (label === undefined) return undefined;
  if (Object.hasOwn(LABELS, label)) return LABELS[label];
  // 宛　先, 件　名: spread out to line up.
  const closed = label.replace(/\s+/gu, "");
  return Object.hasOwn(LABELS, closed) ? LABELS[closed] : undefined;
}

function addAddresses(line: string, into: Set<string>): void {
  if (!line.includes("@")) return;
  for (const address of addressesIn(line)) into.add(address.toLowerCase());
}

/** Gathers what a message about to be sent holds, so that it can be looked at beside those it goes to. */
import type { DeliverySegment, FoundRecord, Identity, MessageSegment } from "./contract.js";

/** Records whose values are kept. Whoever sends more of them has sent a list, and the counts of people say so. */
const MAX_RECORDS = 100;

export interface DeliveryCollector {
  /** Called for every message; the one about to be sent counts. */
  message(message: MessageSegment): void;
  record(record: FoundRecord): void;
  /** One list of records; no more of it is read than is kept. */
  list(identities: Iterable<Identity>, size: number, place: Omit<FoundRecord, "identity">): void;
  /** Whether its readers know this mail address already, so that a text or an attachment that repeats it tells nothing. */
  isDisclosed(address: string): boolean;
  /** How often `isDisclosed` said yes. */
  readonly disclosed: number;
  /** Undefined where no message is about to be sent. What was gathered is let go. */
  take(): DeliverySegment | undefined;
}

export function createDeliveryCollector(): DeliveryCollector {
  let message: MessageSegment | undefined;
  let records: FoundRecord[] = [];
  let recordCount = 0;
  let known: ReadonlySet<string> = new Set();
  let disclosed = 0;
  return {
    message(one) {
      if (!one.outermost) return;
      message = one;
      known = disclosedBy(one);
    },
    isDisclosed(address) {
      const isKnown = known.has(address.toLowerCase());
      if (isKnown) disclosed++;
      return isKnown;
    },
    get disclosed() {
      return disclosed;
    },
    record(record) {
      if (message === undefined) return;
      recordCount++;
      if (records.length < MAX_RECORDS) records.push(record);
    },
    list(identities, size, place) {
      if (message === undefined) return;
      recordCount += size;
      if (records.length >= MAX_RECORDS) return;
      for (const identity of identities) {
        records.push({ identity, ...place });
        if (records.length >= MAX_RECORDS) break;
      }
    },
    take() {
      const taken = message === undefined ? undefined : ({ kind: "delivery", at: message.at, message, records, recordCount } as const);
      message = undefined;
      records = [];
      return taken;
    },
  };
}

/**
 * Mail addresses that are no news to the readers of a message when its text repeats them: those in its header, which the recipient
 * detectors look at, and those of the thread where everyone it goes to is in that thread.
 */
function disclosedBy({ from, visible, envelope, isReply, thread }: MessageSegment): ReadonlySet<string> {
  const header = [...from, ...visible].map(({ address }) => address.toLowerCase());
  const everyone = [...header, ...(envelope?.to ?? []).map((address) => address.toLowerCase())];
  const senders = new Set(from.map(({ address }) => address.toLowerCase()));
  const shared = new Set(thread);
  const isSharedByAll = isReply && everyone.every((address) => shared.has(address) || senders.has(address));
  return new Set(isSharedByAll ? [...header, ...thread] : header);
}

const HONORIFIC = /[ \u3000\t]{0,2}(?:様|さま|殿)/uy;
/** UTF-16 units before a name in which its label stands. */
const LABEL_UNITS = 24;
const SUBJECT_LABEL =
  /(代表|担当|責任|作成|紹介|連絡|保証|取扱)?(?:者|人)?(?:氏[ \u3000]*名|お?名[ \u3000]*前|申[請込]者|契約者|届出[者人]|受診者|患者|利用者|会員|被保険者|対象者|本人)(?:氏?名)?[ \u3000\t\n:：()（）]{0,8}(?:(?:フリガナ|ふりがな)[)）:：]{0,2})?$/u;

/** Whether a letter is to somebody or a form about them, by the words around the name. */
export function isSubject(text: string, start: number, end: number): boolean {
  HONORIFIC.lastIndex = end;
  if (HONORIFIC.test(text)) return true;
  const label = SUBJECT_LABEL.exec(text.slice(Math.max(0, start - LABEL_UNITS), start));
  return label !== null && label[1] === undefined;
}

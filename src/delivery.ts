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
  /** Undefined where no message is about to be sent. What was gathered is let go. */
  take(): DeliverySegment | undefined;
}

export function createDeliveryCollector(): DeliveryCollector {
  let message: MessageSegment | undefined;
  let records: FoundRecord[] = [];
  let recordCount = 0;
  return {
    message(one) {
      if (one.outermost) message = one;
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

const HONORIFIC = /[ \u3000\t]{0,2}(?:様|さま|殿)/uy;

/** Whether somebody is spoken to, or of, with 様. @param end where the name ends */
export function isAddressed(text: string, end: number): boolean {
  HONORIFIC.lastIndex = end;
  return HONORIFIC.test(text);
}

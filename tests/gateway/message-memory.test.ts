import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openJudge } from "../../src/gateway/judge.js";
import { SILENT } from "../../src/gateway/log.js";
import { createMessageMemory, messageMemory, REUSED_BYTES } from "../../src/gateway/message-memory.js";
import type { Judge } from "../../src/gateway/transaction.js";
import { addressesOf, addressList, attachment, envelopeFields, mail, multipart, PLAIN_UTF8 } from "../support/mail.js";

/** As a thread does: what is left here is a view of nothing. */
const away = (message: Uint8Array): ArrayBuffer => structuredClone(message.buffer as ArrayBuffer, { transfer: [message.buffer as ArrayBuffer] }); // node's own memory

describe("memory of messages", () => {
  it("is used again for a message of about the same size, without what the last one left behind its end", () => {
    const memory = createMessageMemory();
    const first = memory.take(600_000).fill(0x41);
    const { byteLength } = first.buffer;
    const back = away(first);
    expect(first.length).toBe(0);
    memory.giveBack(back);
    const second = memory.take(590_000);
    expect(second.buffer).toBe(back);
    expect([second.length, second.buffer.byteLength]).toEqual([590_000, byteLength]);
    expect(new Uint8Array(second.buffer, 590_000).every((byte) => byte === 0)).toBe(true);
    expect(memory.owns(second)).toBe(true);
    expect(memory.take(590_000).buffer).not.toBe(back);
  });

  it.each([REUSED_BYTES - 1, REUSED_BYTES, REUSED_BYTES + 1, 2 ** 20 - 1, 2 ** 20, 2 ** 20 + 1, 1_217_000])("has room for %d bytes and at most an eighth more", (bytes) => {
    const taken = createMessageMemory().take(bytes);
    expect(taken.length).toBe(bytes);
    expect(taken.buffer.byteLength).toBeLessThanOrEqual(bytes * 1.125);
  });

  it("is not kept without end, and nothing is kept that it does not give out itself", () => {
    const memory = createMessageMemory();
    const all = Array.from({ length: 40 }, () => memory.take(2 ** 20).buffer as ArrayBuffer); // node's own memory
    for (const one of all) memory.giveBack(one);
    const again = Array.from({ length: 40 }, () => memory.take(2 ** 20).buffer);
    expect(again.filter((one) => all.includes(one as ArrayBuffer))).toHaveLength(32);
    const odd = new ArrayBuffer(2 ** 20 + 1);
    memory.giveBack(odd);
    expect(memory.take(2 ** 20 + 1).buffer).not.toBe(odd);
  });

  it("is not a message's own where others have views of it", () => {
    expect(messageMemory.owns(new Uint8Array(new ArrayBuffer(2 ** 20), 0, 1000))).toBe(false);
    expect(messageMemory.owns(Buffer.from("short"))).toBe(false);
  });
});

describe("a judge whose threads give memory back", () => {
  let judge: Judge;
  beforeAll(async () => {
    judge = await openJudge({ config: { ownDomains: ["shop.example"], gateway: { limits: { workers: 2, waiting: 200 } } }, log: SILENT });
  });
  afterAll(() => judge.close(0));

  const FILLER = "The minutes of the last meeting were read and nobody had anything to add to them.\r\n";
  /** Large, and what it is judged by stands at its very end. */
  function message(people: number, bytes: number): Uint8Array {
    const rows = addressesOf(people, 100 + (bytes % 50)).map((address) => `${address}\r\n`).join("");
    const parts = [{ fields: PLAIN_UTF8, body: "See below" }, attachment("minutes.txt", Buffer.from(FILLER.repeat(bytes / FILLER.length)), "text/plain"), attachment("list.csv", Buffer.from(`mail\r\n${rows}`), "text/csv")];
    const made = mail([...envelopeFields(), ["To", addressList(addressesOf(1))], ["MIME-Version", "1.0"], ["Content-Type", "multipart/mixed; boundary=b"]], multipart("b", parts));
    const taken = messageMemory.take(made.length);
    taken.set(made);
    return taken;
  }

  it("reads each message as it is, however many at once and whatever was in the memory before", { timeout: 120_000 }, async () => {
    const kinds = Array.from({ length: 60 }, (_, i) => ({ people: [0, 3, 12, 0, 47][i % 5], bytes: 200_000 + ((i * 7919) % 13) * 9_000 }));
    for (let from = 0; from < kinds.length; from += 12) {
      // Those of one turn are written into what those of the turn before were read from.
      const turn = kinds.slice(from, from + 12);
      const judged = await Promise.all(turn.map(({ people, bytes }) => judge.judge({ envelope: { from: "card@shop.example", to: addressesOf(1) }, message: message(people, bytes) })));
      expect(judged.map(({ report }) => [report?.result.people, report?.result.unscanned.length])).toEqual(turn.map(({ people }) => [people, 0]));
    }
  });
});

import { describe, expect, it } from "vitest";
import type { DeliverySegment, Detector, Identity, MessageSegment } from "../src/contract.js";
import { createDeliveryCollector, isSubject } from "../src/delivery.js";
import { createLinter } from "../src/index.js";
import { attachment, encodedWord, envelopeFields, mail, multipart, notice, PLAIN_UTF8 } from "./support/mail.js";
import { inventPeople } from "./support/people.js";

const MESSAGE: MessageSegment = { kind: "message", at: [{ kind: "file", path: "a.eml" }], outermost: true, headers: [], from: [], visible: [], bcc: [], isReply: false, thread: [], disagreements: [], subject: "", body: "" };
const place = { at: MESSAGE.at, detector: "x", isSubject: false };

describe("what is gathered of a message", () => {
  it("is nothing where no message is about to be sent", () => {
    const collector = createDeliveryCollector();
    collector.message({ ...MESSAGE, outermost: false });
    collector.record({ identity: {}, ...place });
    expect(collector.take()).toBeUndefined();
  });

  it("is a hundred records at most, and how many there were", () => {
    const collector = createDeliveryCollector();
    collector.message(MESSAGE);
    for (let i = 0; i < 60; i++) collector.record({ identity: { "person-name": String(i) }, ...place });
    let read = 0;
    const list: Iterable<Identity> = { *[Symbol.iterator]() { for (;;) { read++; yield {}; } } };
    collector.list(list, 1_000_000, place);
    collector.list(list, 5, place);
    const taken = collector.take();
    expect([taken?.records.length, taken?.recordCount, read]).toEqual([100, 1_000_065, 40]);
    expect(collector.take()).toBeUndefined();
  });

  it.each<[string, string, boolean]>([
    ["", "様", true],
    ["", " 様", true],
    ["", "　殿", true],
    ["氏名：", "", true],
    ["氏　名\n", "", true],
    ["お名前（フリガナ）：", "", true],
    ["申込者氏名 ", "", true],
    ["患者：", "", true],
    ["担当者氏名：", "", false],
    ["代表者氏名 ", "", false],
    ["保証人氏名：", "", false],
    ["", "さん", false],
    ["", "の様子", false],
    ["商品名：", "", false],
    ["株式会社やしま ", "", false],
    [" ".repeat(100_000), " ".repeat(100_000), false],
    ["名".repeat(100_000), "", false],
  ])("takes a name between %j and %j for whom it is about: %j", (before, behind, expected) => {
    expect(isSubject(`${before}佐藤花子${behind}`, before.length, before.length + 4)).toBe(expected);
  });
});

/** Keeps what it is shown. */
function spy(): { readonly shown: DeliverySegment[]; readonly detector: Detector } {
  const shown: DeliverySegment[] = [];
  return {
    shown,
    detector: {
      id: "spy",
      messages: { seen: { severity: "warning", en: "seen", ja: "見た", fix: { en: "x", ja: "x" } } },
      defaults: {},
      create: () => ({
        *delivery(delivery) {
          shown.push(delivery);
          const [first] = delivery.records;
          if (first !== undefined) yield { code: "seen", at: first.at, confidence: 0.9, entity: "person-name", value: first.identity["person-name"] ?? "" };
        },
      }),
    },
  };
}

const [sato, suzuki] = inventPeople(2);
const withAttachment = (name: string, content: string | Uint8Array): Buffer =>
  mail([...envelopeFields(), ["To", "info@partner.example"], ["MIME-Version", "1.0"], ["Content-Type", 'multipart/mixed; boundary="b"']], multipart("b", [{ fields: PLAIN_UTF8.slice(1), body: `${sato.name} 様\r\n` }, attachment(name, Buffer.from(content))]));

describe("a message beside what was found in it", () => {
  it("is shown once, behind its last part, with the records of all parts", async () => {
    const { shown, detector } = spy();
    await createLinter({ detectors: [detector] }).scanMail(withAttachment("a.csv", `氏名,住所\r\n${suzuki.name},${suzuki.address}\r\n`), { envelope: { to: ["x@partner.example"] } });
    expect(shown).toHaveLength(1);
    const [{ message, records, recordCount }] = shown;
    expect(message).toMatchObject({ outermost: true, envelope: { to: ["x@partner.example"] }, subject: "ポイントカードのお知らせ", body: `${sato.name} 様\r\n` });
    expect(records.map(({ identity, isSubject: about, at }) => [identity["person-name"], about, at[1]])).toEqual([
      [sato.name, true, { kind: "part", path: "1" }],
      [suzuki.name, false, { kind: "part", path: "2", name: "a.csv" }],
    ]);
    expect(recordCount).toBe(2);
  });

  it("is masked where it becomes a finding", async () => {
    const { detector } = spy();
    const { result } = await createLinter({ detectors: [detector] }).scanMail(withAttachment("a.txt", "x"));
    const finding = result.findings.find((one) => one.detector === "spy");
    expect(finding?.excerpt).toBe(`${sato.surname.slice(0, 1)}●●●`);
    expect(JSON.stringify(result)).not.toContain(sato.name);
  });

  it("is not shown for a file that is no message, nor for messages inside one", async () => {
    const { shown, detector } = spy();
    const linter = createLinter({ detectors: [detector] });
    await linter.scan({ name: "a.csv", bytes: Buffer.from(`氏名,住所\r\n${suzuki.name},${suzuki.address}\r\n`) });
    expect(shown).toEqual([]);
    await linter.scanMail(withAttachment("a.eml", notice([["To", `${encodedWord(sato.name)} <a@partner.example>`]])));
    expect(shown.map(({ at }) => at)).toEqual([[{ kind: "file", path: "message.eml" }]]);
  });

  it("is shown although a part could not be read to its end", async () => {
    const { shown, detector } = spy();
    const { result } = await createLinter({ detectors: [detector], limits: { entries: 2 } }).scanMail(withAttachment("a.csv", `氏名,住所\r\n${suzuki.name},${suzuki.address}\r\n`));
    expect(result.unscanned.map(({ reason }) => reason)).toEqual(["limit"]);
    expect(shown).toHaveLength(1);
  });

  it("makes a detector that fails a part that was not read, without its words", async () => {
    const failing: Detector = {
      id: "failing", messages: { seen: { severity: "info", en: "x", ja: "x", fix: { en: "x", ja: "x" } } }, defaults: {},
      create: () => ({
        delivery: () => {
          throw new TypeError(`a bug beside ${sato.name}`);
        },
      }),
    };
    const { result } = await createLinter({ detectors: [failing] }).scanMail(withAttachment("a.txt", "x"));
    expect(result.unscanned).toMatchObject([{ reason: "failed", detail: expect.stringMatching(/^the delivery reader failed with TypeError/u) as string }]);
    expect(JSON.stringify(result)).not.toContain(sato.name);
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadConfig } from "../../src/cli/config-file.js";
import type { Config } from "../../src/config.js";
import { type AuditRecord, findRecord, openAudit } from "../../src/gateway/audit.js";
import { openJudge } from "../../src/gateway/judge.js";
import { createLog, type Log, SILENT } from "../../src/gateway/log.js";
import type { Judge, Judgement } from "../../src/gateway/transaction.js";
import type { GatewayConfig } from "../../src/gateway-config.js";
import { addressesOf, addressList, attachment, encodedWord, envelopeFields, type Field, mail, multipart, notice, PLAIN_UTF8 } from "../support/mail.js";
import { inventPeople } from "../support/people.js";

const ONE = { workers: 1 };
const OWN: Config = { ownDomains: ["shop.example"] };
const TO_ONE = notice([["To", addressesOf(1)[0]]]);
const TO_MANY = notice([["To", addressList(addressesOf(30))], ["Cc", addressList(addressesOf(10, 30))]]);
const envelope = { from: "card@shop.example", to: addressesOf(1) };
const ENGLISH: readonly Field[] = [["From", "Points <card@shop.example>"], ["Subject", "Your points"], ["Content-Language", "en"]];
const inEnglish = (fields: readonly Field[], body = "Dear members,\r\n\r\nyour points expire.\r\n"): Buffer => mail([...ENGLISH, ...fields, ...PLAIN_UTF8], body);

function lines(): { log: Log; entries: Record<string, unknown>[] } {
  const entries: Record<string, unknown>[] = [];
  return { log: createLog("debug", (line) => { entries.push(JSON.parse(line) as Record<string, unknown>); }), entries };
}

describe("a judge of the usual settings", () => {
  let judge: Judge;
  const { log, entries } = lines();
  beforeAll(async () => {
    judge = await openJudge({ config: { ...OWN, gateway: { limits: ONE } }, log });
  });
  afterAll(() => judge.close(0));

  it("lets a message pass", async () => {
    const judgement = await judge.judge({ envelope, message: TO_ONE });
    expect(judgement.outcome).toEqual({ kind: "pass" });
    expect(judgement.reference).toMatch(/^LL-[\dA-HJKMNP-TV-Z]{5}-[\dA-HJKMNP-TV-Z]{5}$/u);
    expect(judgement.report?.verdict.level).toBe("pass");
  });

  it("leaves the bytes it was given to whoever gave them", async () => {
    const message = Buffer.from(TO_ONE);
    await judge.judge({ envelope, message });
    expect(message.equals(TO_ONE)).toBe(true);
  });

  it("blocks one that shows its recipients to each other, in English to who writes English", async () => {
    const { outcome, reference } = await judge.judge({ envelope, message: inEnglish([["To", addressList(addressesOf(40))]]) });
    expect(outcome).toEqual({ kind: "block", reply: { code: 550, status: "5.7.1", text: `Not sent: 40 people outside would see each other's addresses in To or Cc (code ${reference})` } });
  });

  it("in Japanese to who writes Japanese and whose program reads UTF-8", async () => {
    const { outcome, reference } = await judge.judge({ envelope, message: TO_MANY, isUtf8: true });
    expect(outcome).toMatchObject({ reply: { text: `送信を中止しました: 外部の40名のアドレスが、ToまたはCcで互いに見える状態です（照会番号 ${reference}）` } });
  });

  it("in Latin letters to who writes Japanese and whose program may not read UTF-8", async () => {
    const { outcome } = await judge.judge({ envelope, message: TO_MANY });
    if (outcome.kind !== "block") throw new Error("not blocked");
    expect(outcome.reply.text).toMatch(/^Soushin wo chuushi shimashita: [\x20-\x7e]+ Not sent: 40 people [\x20-\x7e]+ \(code LL-[\dA-Z-]+\)$/u);
  });

  it("warns with a field that says what was found and names nobody", async () => {
    const { outcome, reference } = await judge.judge({ envelope, message: notice([["To", addressesOf(1)[0]]], inventPeople(2).map(({ name, address, phone }) => `${name} ${address} ${phone}\r\n`).join("")) });
    expect(outcome).toEqual({ kind: "warn", header: { name: "X-Leaklint", value: `warn; code=${reference}; people=2; rules=identified` } });
  });

  it("holds what it cannot read: an encrypted archive", async () => {
    const zip = readFileSync("fixtures/hostile/encrypted.zip");
    const message = mail([...envelopeFields(), ["To", addressesOf(1)[0]], ["MIME-Version", "1.0"], ["Content-Type", 'multipart/mixed; boundary="b"']], multipart("b", [{ fields: PLAIN_UTF8, body: "See attachment" }, attachment("list.zip", zip)]));
    const { outcome, report } = await judge.judge({ envelope, message });
    expect(report?.result.unscanned.map(({ reason }) => reason)).toContain("encrypted");
    expect(outcome).toMatchObject({ kind: "hold", reason: expect.stringMatching(/^Held: /u) as string });
  });

  it("holds what is too large to be read", async () => {
    const judgement = await judge.judge({ envelope, message: { kind: "oversize", bytes: 2 ** 30 } });
    expect(judgement).toMatchObject({ outcome: { kind: "hold", header: { value: `hold; code=${judgement.reference}; people=0; rules=oversize` } } });
  });

  it("has the sender try again where the door's disk was full, and where the client has gone", async () => {
    expect(await judge.judge({ envelope, message: { kind: "lost" } })).toMatchObject({ trouble: "disk", outcome: { kind: "tempfail", reply: { code: 451, status: "4.3.1" } } });
    expect(await judge.judge({ envelope, message: TO_ONE }, { signal: AbortSignal.abort() })).toMatchObject({ trouble: "cancelled", outcome: { kind: "tempfail" } });
  });

  it("reads a message that was spilled to disk, and has the sender try again where it is not there", async () => {
    const folder = mkdtempSync(join(tmpdir(), "leaklint-judge-"));
    try {
      const path = join(folder, "message");
      writeFileSync(path, TO_MANY);
      expect((await judge.judge({ envelope, message: { kind: "spilled", path, bytes: TO_MANY.length } })).outcome.kind).toBe("block");
      expect(await judge.judge({ envelope, message: { kind: "spilled", path: `${path}.gone`, bytes: 1 } })).toMatchObject({ trouble: "failed", outcome: { reply: { code: 451 } } });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("judges many at once, each by itself", async () => {
    const kinds = await Promise.all(Array.from({ length: 30 }, async (_, i) => (await judge.judge({ envelope, message: i % 3 === 0 ? TO_MANY : TO_ONE })).outcome.kind));
    expect(kinds).toEqual(Array.from({ length: 30 }, (_, i) => (i % 3 === 0 ? "block" : "pass")));
  });

  it("logs counts, rules and references, and nothing of a message", async () => {
    const people = inventPeople(60);
    await judge.judge({ envelope: { from: people[50].email, to: people.map(({ email }) => email) }, message: notice([["To", addressList(people.map(({ name, email }) => `${encodedWord(name)} <${email}>`))]], people.map(({ name, address, phone }) => `${name} ${address} ${phone}\r\n`).join("")) });
    expect(entries.at(-1)).toMatchObject({ level: "info", outcome: "block", recipients: 60, verdict: "block", msg: "judged" });
    const text = JSON.stringify(entries);
    for (const { name, email, phone, address } of people) for (const value of [name, email, phone, address]) expect(text.includes(value)).toBe(false);
  });
});

describe("what is done at a verdict", () => {
  const kindOf = async (gateway: GatewayConfig, message: Uint8Array): Promise<Judgement> => {
    const judge = await openJudge({ config: { ...OWN, gateway: { limits: ONE, ...gateway } }, log: SILENT });
    try {
      return await judge.judge({ envelope, message });
    } finally {
      await judge.close(0);
    }
  };

  it("is what the config says", async () => {
    expect((await kindOf({ actions: { block: "hold" } }, TO_MANY)).outcome.kind).toBe("hold");
    expect((await kindOf({ actions: { block: "warn" } }, TO_MANY)).outcome).toMatchObject({ kind: "warn", header: { name: "X-Leaklint" } });
  });

  const EDITS = [{ name: "Cc", occurrence: 0 }, { name: "To", occurrence: 0, value: "undisclosed-recipients:;" }];
  const REWRITE: GatewayConfig = { actions: { exposure: "rewrite" } };

  it("hides recipients from each other where nothing else is wrong", async () => {
    expect((await kindOf(REWRITE, TO_MANY)).outcome).toMatchObject({ kind: "rewrite", edits: EDITS, header: { value: expect.stringMatching(/^rewrite; /u) as string } });
  });

  const table = inventPeople(80).map(({ name, address, phone, birthDate }) => `${name} ${address} ${phone} ${birthDate}\r\n`).join("");
  const NEVER: readonly (readonly [what: string, message: Buffer])[] = [
    ["other personal data in it", notice([["To", addressList(addressesOf(40))]], table)],
    ["the same list in Resent-To", notice([["To", addressList(addressesOf(40))], ["Resent-To", addressList(addressesOf(40))]])],
    ["a DKIM signature", notice([["DKIM-Signature", "v=1; a=rsa-sha256; d=shop.example; s=a; h=to; b=AAAA"], ["To", addressList(addressesOf(40))]])],
    ["an odd field name", Buffer.from(TO_MANY.toString("latin1").replace("\r\nTo: ", "\r\nTo : "), "latin1")],
    ["a signature around it", mail([...envelopeFields(), ["To", addressList(addressesOf(40))], ["MIME-Version", "1.0"], ["Content-Type", 'multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256; boundary="b"']], multipart("b", [{ fields: PLAIN_UTF8, body: "Hello" }, attachment("smime.p7s", Buffer.from("signature"), "application/pkcs7-signature")]))],
    ["an invitation in it", mail([...envelopeFields(), ["To", addressList(addressesOf(40))], ["MIME-Version", "1.0"], ["Content-Type", 'multipart/alternative; boundary="b"']], multipart("b", [{ fields: PLAIN_UTF8, body: "Hello" }, { fields: [["Content-Type", "text/calendar; method=REQUEST"]], body: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" }]))],
  ];
  it.each(NEVER)("never changes a message with %s", async (_, message) => {
    const { outcome, report } = await kindOf({ actions: { exposure: "rewrite", block: "hold" } }, message);
    expect(report?.verdict.remedies.some(({ kind }) => kind === "move-to-bcc")).toBe(true);
    expect(outcome.kind).toBe("hold");
  });
});

describe("a detector that", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "leaklint-judge-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  /** A detector of the user's that misbehaves where a text holds the word TRIGGER. */
  async function open(misbehave: string, limits: GatewayConfig["limits"] = {}, more: GatewayConfig = {}) {
    const path = join(folder, "leaklint.config.mjs");
    const gateway: GatewayConfig = { ...more, limits: { ...ONE, ...limits } };
    writeFileSync(path, `
      const misbehave = () => { ${misbehave} };
      const own = {
        id: "own", messages: { x: { severity: "info", en: "x", ja: "x", fix: { en: "x", ja: "x" } } }, defaults: {},
        create: () => ({ text: { starts: ["latin"], check(text, start, end) { if (text.slice(start, end) === "TRIGGER") misbehave(); return undefined; } } }),
      };
      export default { ownDomains: ["shop.example"], detectors: { own }, gateway: ${JSON.stringify(gateway)} };`);
    const { log, entries } = lines();
    return { judge: await openJudge({ config: await loadConfig(folder, path), configPath: path, log }), entries };
  }
  const trigger = notice([["To", addressesOf(1)[0]]], "TRIGGER\r\n");

  it("never ends is ended: its message is to be sent again, and those behind it are judged", async () => {
    const { judge, entries } = await open("for (;;);", { timeMs: 300 });
    try {
      let progress = 0;
      const [first, second] = await Promise.all([judge.judge({ envelope, message: trigger }, { onProgress: () => { progress++; } }), judge.judge({ envelope, message: TO_MANY }, { onProgress: () => { progress++; } })]);
      expect(first).toMatchObject({ trouble: "slow", outcome: { kind: "tempfail", reply: { code: 451, status: "4.7.1" } } });
      expect(second.outcome.kind).toBe("block");
      expect(judge.state()).toMatchObject({ workers: 1, ended: 1, waiting: 0 });
      expect(entries.map(({ event }) => event)).toContain("thread-ended");
      expect(progress).toBeGreaterThan(0);
    } finally {
      await judge.close(0);
    }
  });

  it("never ends lets nothing through where the gateway fails open but what it was asked about, and that says so", async () => {
    const { judge, entries } = await open("for (;;);", { timeMs: 300 }, { failOpen: true });
    try {
      const judgement = await judge.judge({ envelope, message: trigger });
      expect(judgement.outcome).toEqual({ kind: "warn", header: { name: "X-Leaklint", value: `unchecked; code=${judgement.reference}; people=0; rules=slow` } });
      expect(entries.at(-1)).toMatchObject({ level: "error", msg: "a message went out unchecked, as the setting failOpen asks" });
    } finally {
      await judge.close(0);
    }
  });

  it("takes all memory, ends its thread or throws harms its own message only", async () => {
    for (const [how, trouble] of [["const all = []; for (;;) all.push(new Array(1e5).fill(1.5));", "failed"], ["process.exit(0);", "failed"]] as const) {
      const { judge } = await open(how, { workerMiB: 128 });
      try {
        expect(await judge.judge({ envelope, message: trigger })).toMatchObject({ trouble, outcome: { kind: "tempfail", reply: { code: 451 } } });
        expect((await judge.judge({ envelope, message: TO_MANY })).outcome.kind).toBe("block");
      } finally {
        await judge.close(0);
      }
    }
    const { judge } = await open('throw new Error("佐藤花子");');
    try {
      // A reader that failed is something unread: held, not sent.
      expect((await judge.judge({ envelope, message: trigger })).outcome.kind).toBe("hold");
    } finally {
      await judge.close(0);
    }
  });

  it("is slow fills the queue, and no more than the queue", async () => {
    const { judge } = await open("const until = Date.now() + 400; while (Date.now() < until);", { waiting: 1 });
    try {
      const all = await Promise.all([1, 2, 3, 4].map(() => judge.judge({ envelope, message: trigger })));
      expect(all.map(({ outcome, trouble }) => trouble ?? outcome.kind)).toEqual(["pass", "pass", "busy", "busy"]);
    } finally {
      await judge.close(0);
    }
  });

  it("is slow is waited for so long, and no longer", async () => {
    const { judge } = await open("const until = Date.now() + 600; while (Date.now() < until);", { waitMs: 100 });
    try {
      const all = await Promise.all([1, 2].map(() => judge.judge({ envelope, message: trigger })));
      expect(all.map(({ outcome, trouble }) => trouble ?? outcome.kind)).toEqual(["pass", "busy"]);
    } finally {
      await judge.close(0);
    }
  });

  it("is at work when the judge closes may finish; what comes then is to be sent again", async () => {
    const { judge } = await open("const until = Date.now() + 300; while (Date.now() < until);");
    const first = judge.judge({ envelope, message: trigger });
    const second = judge.judge({ envelope, message: TO_MANY });
    const closing = judge.close(20_000);
    expect(await judge.judge({ envelope, message: TO_ONE })).toMatchObject({ trouble: "stopping", outcome: { reply: { code: 451 } } });
    expect((await first).outcome.kind).toBe("pass");
    expect((await second).outcome.kind).toBe("block");
    await closing;
  });

  it("never ends does not keep the judge from closing", async () => {
    const { judge } = await open("for (;;);");
    const first = judge.judge({ envelope, message: trigger });
    await expect.poll(() => judge.state().busy).toBe(1);
    await judge.close(50);
    expect(await first).toMatchObject({ trouble: "stopping" });
  });
});

describe("a config that is wrong", () => {
  it("is refused before anything listens", async () => {
    await expect(openJudge({ config: { detectors: { "no-such-detector": "off" } }, log: SILENT })).rejects.toThrow("no detector");
  });
});

describe("the audit log", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "leaklint-audit-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const withAudit = async (file: string, settings: Partial<GatewayConfig["audit"]>, work: (judge: Judge) => Promise<void>): Promise<void> => {
    const audit = await openAudit(file);
    const judge = await openJudge({ config: { ...OWN, gateway: { limits: ONE, audit: { file, ...settings } } }, log: SILENT, audit });
    try {
      await work(judge);
    } finally {
      await judge.close(0);
      await audit.close();
    }
  };

  it("has what was found under the reference, masked, and nothing of what passed", async () => {
    const file = join(folder, "audit.jsonl");
    await withAudit(file, {}, async (judge) => {
      await judge.judge({ envelope, message: TO_ONE });
      const { reference } = await judge.judge({ envelope, message: TO_MANY, queueId: "4abc" });
      const record = await findRecord(file, reference);
      expect(record).toMatchObject({ reference, outcome: "block", queueId: "4abc", from: "c●●●@●●●", recipients: 1, bytes: TO_MANY.length, report: { verdict: { level: "block" } } });
      const text = readFileSync(file, "utf8");
      expect(text.trim().split("\n")).toHaveLength(1);
      for (const address of [...addressesOf(40), envelope.from]) expect(text.includes(address)).toBe(false);
      expect(await findRecord(file, "LL-AAAAA-AAAAA")).toBeUndefined();
    });
  });

  it("has what passed, too, where that is asked for", async () => {
    const file = join(folder, "audit.jsonl");
    await withAudit(file, { passes: true }, async (judge) => {
      const { reference } = await judge.judge({ envelope, message: TO_ONE });
      expect(await findRecord(file, reference)).toMatchObject({ outcome: "pass" });
    });
  });

  // Linux's disk that is always full.
  it("on a full disk has the sender try again, and lets pass what needs no record", async () => {
    await withAudit("/dev/full", {}, async (judge) => {
      expect(await judge.judge({ envelope, message: TO_MANY })).toMatchObject({ trouble: "disk", outcome: { kind: "tempfail", reply: { code: 451, status: "4.3.1" } } });
      expect((await judge.judge({ envelope, message: TO_ONE })).outcome.kind).toBe("pass");
    });
  });

  it("on a full disk is done without where the config says so", async () => {
    await withAudit("/dev/full", { onFailure: "continue" }, async (judge) => {
      expect((await judge.judge({ envelope, message: TO_MANY })).outcome.kind).toBe("block");
    });
  });

  it("is read past a record that a full disk has cut in two", async () => {
    const file = join(folder, "audit.jsonl");
    const record: AuditRecord = { time: "2026-01-01T00:00:00.000Z", reference: "LL-AAAAA-AAAAA", outcome: "hold", from: "", recipients: 1, bytes: 1 };
    writeFileSync(file, `{"reference":"LL-AAAAA-AAAAA","outco\n${JSON.stringify(record)}\n`);
    expect(await findRecord(file, "LL-AAAAA-AAAAA")).toEqual(record);
  });
});

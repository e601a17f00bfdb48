/** An attachment that held nothing is not read again; all that could make it hold something is. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { createCleanAttachments, createMessageBodies } from "../src/clean-attachments.js";
import type { Artifact } from "../src/contract.js";
import { extractors } from "../src/extractors/index.js";
import { createLinter, defineDetector } from "../src/index.js";
import { attachment, base64, envelopeFields, mail, multipart, type Part, PLAIN_UTF8 } from "./support/mail.js";
import { inventPeople } from "./support/people.js";

const LINE = "日付,店舗,商品,数量\r\n2024-04-01,本店,ノート,12\r\n2024-04-02,駅前店,封筒,3\r\n";
const SALES = Buffer.from(`\uFEFF${LINE.repeat(400)}`);
const TYPE = "text/csv; charset=utf-8";

function message(bytes: Uint8Array, { name = "sales.csv", to = "partner@partner.example", body = "売上をお送りします。" } = {}): Buffer {
  return mail([...envelopeFields(), ["To", to], ["MIME-Version", "1.0"], ["Content-Type", "multipart/mixed; boundary=b"]], multipart("b", [{ fields: PLAIN_UTF8, body }, attachment(name, bytes, TYPE)]));
}

/** How often the attachment is looked at from here on. */
function watch(name = "sales.csv"): () => number {
  const spy = vi.spyOn(extractors[0], "mayBe");
  return () => spy.mock.calls.filter(([, given]) => given === name).length;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("an attachment that held nothing", () => {
  it("is read in the first message and known in the next", async () => {
    const linter = createLinter();
    const reads = watch();
    const reports = [await linter.scanMail(message(SALES)), await linter.scanMail(message(SALES, { to: "other@partner.example", body: "再送いたします。" }))];
    expect(reports.map(({ verdict }) => verdict.level)).toEqual(["pass", "pass"]);
    expect(reads()).toBe(1);
  });

  it("is read each time where the limit is 0, where it is small, and where a detector is somebody's own", async () => {
    const own = defineDetector({ id: "own", messages: {}, defaults: {}, create: () => ({}) });
    for (const [linter, bytes] of [[createLinter({ limits: { cleanAttachments: 0 } }), SALES], [createLinter(), SALES.subarray(0, 2000)], [createLinter({ detectors: { own } }), SALES]] as const) {
      const reads = watch();
      await linter.scanMail(message(bytes));
      await linter.scanMail(message(bytes));
      expect(reads()).toBe(2);
      vi.restoreAllMocks();
    }
  });

  it("is read again under another name, with one byte changed, and by another linter", async () => {
    const linter = createLinter();
    await linter.scanMail(message(SALES));
    const changed = Buffer.from(SALES);
    changed[changed.length - 3] ^= 1;
    const reads = [watch(), watch("other.csv")];
    await linter.scanMail(message(changed));
    await linter.scanMail(message(SALES, { name: "other.csv" }));
    await createLinter().scanMail(message(SALES));
    expect(reads.map((count) => count())).toEqual([2, 1]);
  });

  it("is read again in another encoding of it, as another type, and inside another message", async () => {
    const linter = createLinter();
    await linter.scanMail(message(SALES));
    const part = attachment("sales.csv", SALES, TYPE);
    const sent = (parts: readonly Part[]): Buffer => mail([...envelopeFields(), ["To", "partner@partner.example"], ["MIME-Version", "1.0"], ["Content-Type", "multipart/mixed; boundary=b"]], multipart("b", parts));
    const variants = [
      sent([{ ...part, body: base64(SALES, 60) }]),
      sent([attachment("sales.csv", SALES, "text/csv; charset=shift_jis")]),
      sent([{ fields: [["Content-Type", "message/rfc822"]], body: message(SALES).toString().replaceAll("boundary=b", "boundary=c").replaceAll("--b", "--c") }]),
    ];
    for (const variant of variants) {
      const reads = watch();
      for (let i = 0; i < 2; i++) expect((await linter.scanMail(variant)).verdict.level).toBe("pass");
      expect(reads()).toBe(1);
      vi.restoreAllMocks();
    }
  });

  it("is told of in each message where its encoding has a flaw", async () => {
    const part = attachment("sales.csv", SALES, TYPE);
    const flawed = mail([...envelopeFields(), ["To", "partner@partner.example"], ["MIME-Version", "1.0"], ["Content-Type", "multipart/mixed; boundary=b"]], multipart("b", [{ ...part, body: String(part.body).replaceAll("/", "_").replaceAll("+", "-") }]));
    const linter = createLinter();
    const first = await linter.scanMail(flawed);
    expect(first.result.findings.length).toBeGreaterThan(0);
    expect(await linter.scanMail(flawed)).toEqual(first);
  });

  it("is reported under a name that is somebody's", async () => {
    const [{ name }] = inventPeople(1);
    const linter = createLinter();
    await linter.scanMail(message(SALES));
    const { result } = await linter.scanMail(message(SALES, { name: `${name.replace(" ", "")}様の名簿.csv` }));
    expect(result.people).toBe(1);
  });
});

describe("an attachment that held something", () => {
  it("is read in each message", async () => {
    const rows = inventPeople(12).map(({ name, address, phone }) => `${name},${address},${phone}`);
    const list = Buffer.from(`\uFEFF氏名,住所,電話番号\r\n${rows.join("\r\n")}\r\n${LINE.repeat(300)}`);
    const linter = createLinter();
    const first = await linter.scanMail(message(list));
    const again = await linter.scanMail(message(list));
    expect(first.result.people).toBe(12);
    expect(again).toEqual(first);
  });

  it("that its first reader knew, is told to the next", async () => {
    const [{ email }] = inventPeople(1);
    const bytes = Buffer.concat([SALES, Buffer.from(`ご連絡は ${email} まで\r\n`)]);
    const linter = createLinter();
    const [known, told] = [await linter.scanMail(message(bytes, { to: email })), await linter.scanMail(message(bytes))];
    expect([known.result.findings.length, told.result.findings.length]).toEqual([0, 1]);
  });

  it("that could not be read, is no clean one", async () => {
    const broken = Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(20_000, 7)]);
    const linter = createLinter();
    for (let i = 0; i < 2; i++) {
      const { result } = await linter.scanMail(message(broken, { name: "sales.xlsx" }));
      expect(result.unscanned.length).toBeGreaterThan(0);
    }
  });
});

describe("what is kept", () => {
  const artifact = (name: string): Artifact => ({ kind: "artifact", at: [], name, bytes: SALES });
  const here = { depth: 0, passwords: [] };

  it("is no more than asked for, and what is met again stays", () => {
    const clean = createCleanAttachments(2);
    const [a, b, c] = ["a", "b", "c"].map((name) => clean.keyOf(artifact(name), here) ?? "");
    clean.add(a);
    clean.add(b);
    expect(clean.has(a)).toBe(true);
    clean.add(c);
    expect([a, b, c].map((key) => clean.has(key))).toEqual([true, false, true]);
  });

  it("is no password and no name", () => {
    const clean = createCleanAttachments(2);
    const added: string[] = [];
    vi.spyOn(clean, "add").mockImplementation((key) => added.push(key));
    const bodies = createMessageBodies(clean, { passwords: ["Xk7pQ29v"], noticed: 0 });
    expect([...bodies.unlessClean(bodies.digestOf(SALES) ?? "", ["佐藤花子.csv"], () => [1, 2])]).toEqual([1, 2]);
    expect(added.map((key) => Buffer.from(key, "base64").length)).toEqual([32]);
  });

  it("depends on depth and on passwords, and is none of the bytes", () => {
    const clean = createCleanAttachments(2);
    const keys = [here, { ...here, depth: 1 }, { ...here, passwords: ["a"] }].map((one) => clean.keyOf(artifact("a"), one));
    expect(new Set(keys).size).toBe(3);
    expect(keys.every((key) => key !== undefined && Buffer.from(key, "base64").length === 32)).toBe(true);
  });
});

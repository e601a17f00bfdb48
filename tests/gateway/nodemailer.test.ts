/** `leaklint/nodemailer` with the real nodemailer: what its transports send, and what they do not. */
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { inspect } from "node:util";
import { createTransport, type SendMailOptions, type Transporter } from "nodemailer";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { leaklint, LeakError, type NodemailerOptions, type Report, UncheckedError } from "../../src/gateway/nodemailer.js";
import { createLinter } from "../../src/index.js";
import { addressesOf, addressList, notice } from "../support/mail.js";
import { inventPeople } from "../support/people.js";
import { type Sink, startSink } from "../support/postfix/sink.js";

const customers = addressesOf(40);
const people = inventPeople(40);
const CSV = `氏名,住所,電話番号,生年月日\r\n${people.map(({ name, address, phone, birthDate }) => `${name},${address},${phone},${birthDate}`).join("\r\n")}\r\n`;
const CLEAN: SendMailOptions = { from: "card@shop.example", to: "info@partner.example", subject: "お知らせ", text: "来週の定例会は10日です。\r\n" };
const EXPOSED = notice([["To", addressList(customers)]]);
const HARMLESS = notice([["To", "info@partner.example"]]);
const ENVELOPE = { from: "card@shop.example", to: ["info@partner.example"] };

let sink: Sink;
let folder: string;
const open: { close(): void }[] = [];
beforeAll(async () => {
  sink = await startSink();
  folder = await mkdtemp(join(tmpdir(), "leaklint-nodemailer-"));
  await writeFile(join(folder, "list.csv"), CSV);
  await writeFile(join(folder, "leak.eml"), EXPOSED);
});
afterEach(() => {
  sink.clear();
  for (const one of open.splice(0)) one.close();
});
afterAll(async () => {
  await sink.close();
  await rm(folder, { recursive: true });
});

function smtp(options: NodemailerOptions = {}, { pool = false, step = "compile" } = {}): Transporter {
  const base = { host: "127.0.0.1", port: sink.port, secure: false, ignoreTLS: true } as const;
  const transporter: Transporter = pool ? createTransport({ ...base, pool: true, maxConnections: 2 }) : createTransport(base);
  transporter.use(step, leaklint(options));
  open.push(transporter);
  return transporter;
}

async function refusal(sending: Promise<unknown>): Promise<unknown> {
  return sending.then(
    () => "sent",
    (error: unknown) => error,
  );
}

/** Messages that must not leave, in every form that nodemailer takes. */
const LEAKS: readonly (readonly [string, () => SendMailOptions])[] = [
  ["recipients in To", () => ({ ...CLEAN, to: customers })],
  ["recipients in Cc as objects", () => ({ ...CLEAN, cc: customers.map((address) => ({ name: "会員", address })) })],
  ["recipients in a header of one's own", () => ({ ...CLEAN, headers: { "Resent-To": customers.join(", ") } })],
  ["an attachment as text", () => ({ ...CLEAN, attachments: [{ filename: "list.csv", content: CSV }] })],
  ["an attachment as Buffer", () => ({ ...CLEAN, attachments: [{ filename: "list.csv", content: Buffer.from(CSV) }] })],
  ["an attachment by path", () => ({ ...CLEAN, attachments: [{ path: join(folder, "list.csv") }] })],
  ["an attachment by stream", () => ({ ...CLEAN, attachments: [{ filename: "list.csv", content: createReadStream(join(folder, "list.csv")) }] })],
  ["an attachment as data URL", () => ({ ...CLEAN, attachments: [{ path: `data:text/csv;base64,${Buffer.from(CSV).toString("base64")}` }] })],
  ["an attachment that is a whole part", () => ({ ...CLEAN, attachments: [{ raw: `Content-Type: text/csv; charset=utf-8\r\nContent-Disposition: attachment; filename=a.csv\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(CSV).toString("base64")}` }] })],
  ["text", () => ({ ...CLEAN, text: CSV })],
  ["text by stream", () => ({ ...CLEAN, text: Readable.from([Buffer.from(CSV)]) })],
  ["HTML", () => ({ ...CLEAN, html: `<table>${people.map(({ name, phone, birthDate }) => `<tr><td>${name}</td><td>${phone}</td><td>${birthDate}</td></tr>`).join("")}</table>` })],
  ["an alternative", () => ({ ...CLEAN, alternatives: [{ contentType: "text/csv", content: CSV }] })],
  ["raw text", () => ({ raw: EXPOSED.toString(), envelope: ENVELOPE })],
  ["a raw Buffer", () => ({ raw: EXPOSED, envelope: ENVELOPE })],
  ["a raw stream", () => ({ raw: Readable.from([EXPOSED.subarray(0, 700), EXPOSED.subarray(700)]), envelope: ENVELOPE })],
  ["a raw path", () => ({ raw: { path: join(folder, "leak.eml") }, envelope: ENVELOPE })],
  ["an explicit envelope with one recipient", () => ({ ...CLEAN, to: customers, envelope: ENVELOPE })],
];

describe("what leaks is refused", () => {
  it.each(LEAKS)("over SMTP: %s", async (_what, mail) => {
    const error = await refusal(smtp().sendMail(mail()));
    expect(error).toBeInstanceOf(LeakError);
    expect(error).toMatchObject({ code: "ELEAK", verdict: { level: expect.stringMatching(/^(?:hold|block)$/u) as string } });
    expect(sink.deliveries).toEqual([]);
  });

  it.each(LEAKS)("over a pool: %s", async (_what, mail) => {
    expect(await refusal(smtp({}, { pool: true }).sendMail(mail()))).toBeInstanceOf(LeakError);
    expect(sink.deliveries).toEqual([]);
  });

  it.each(LEAKS)("as a stream plugin: %s", async (_what, mail) => {
    expect(await refusal(smtp({}, { step: "stream" }).sendMail(mail()))).toBeInstanceOf(LeakError);
    expect(sink.deliveries).toEqual([]);
  });

  it.each(LEAKS)("with the stream transport: %s", async (_what, mail) => {
    expect(await refusal(createTransport({ streamTransport: true, buffer: true }).use("compile", leaklint()).sendMail(mail()))).toBeInstanceOf(LeakError);
  });

  it.each(LEAKS.filter(([what]) => !what.startsWith("raw") && !what.startsWith("a raw")))("with the JSON transport, which goes back to what the application gave: %s", async (_what, mail) => {
    expect(await refusal(createTransport({ jsonTransport: true }).use("compile", leaklint()).sendMail(mail()))).toBeInstanceOf(LeakError);
  });

  it("by href", async () => {
    const server = createServer((_request, response) => response.end(CSV));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo; // it listens on TCP
    expect(await refusal(smtp().sendMail({ ...CLEAN, attachments: [{ filename: "list.csv", href: `http://127.0.0.1:${port}/` }] }))).toBeInstanceOf(LeakError);
    server.close();
    expect(sink.deliveries).toEqual([]);
  });

  it("by callback, too", async () => {
    const error = await new Promise((resolve) => {
      smtp().sendMail({ ...CLEAN, to: customers }, resolve);
    });
    expect(error).toBeInstanceOf(LeakError);
  });

  it("where a plugin that comes later puts it in", async () => {
    const transporter = smtp();
    transporter.use("stream", (mail, done) => {
      mail.message.transform(() => new Transform({
        transform(chunk: Buffer, _encoding, next) { next(null, chunk); },
        flush(next) { next(null, Buffer.from(CSV)); },
      }));
      done();
    });
    expect(await refusal(transporter.sendMail(CLEAN))).toBeInstanceOf(LeakError);
    expect(sink.deliveries).toEqual([]);
  });

  it("where only the envelope shows a typing mistake", async () => {
    const error = await refusal(smtp().sendMail({ raw: HARMLESS, envelope: { from: "card@shop.example", to: ["info@partner.example", "leaklint-fixture@gmai.com"] } }));
    expect(error).toMatchObject({ findings: [{ detector: "recipient-typo" }] });
    expect(await refusal(smtp().sendMail({ ...CLEAN, bcc: "leaklint-fixture@gmai.com" }))).toMatchObject({ findings: [{ detector: "recipient-typo" }] });
    expect(sink.deliveries).toEqual([]);
  });

  it("with sendmail: the program is not even started", async () => {
    const program = await sendmail();
    const transporter = createTransport({ sendmail: true, path: program }).use("compile", leaklint());
    expect(await refusal(transporter.sendMail({ ...CLEAN, to: customers }))).toBeInstanceOf(LeakError);
    await expect(readFile(`${program}.out`)).rejects.toThrow("ENOENT");
  });
});

/** A program that keeps its arguments and its input. */
async function sendmail(): Promise<string> {
  const program = join(await mkdtemp(join(folder, "sendmail-")), "sendmail");
  await writeFile(program, `#!/bin/sh\necho "$@" > "${program}.arguments"\ncat > "${program}.out"\n`);
  await chmod(program, 0o755);
  return program;
}

describe("what does not leak is sent, as it was checked", () => {
  it.each<[string, () => SendMailOptions]>([
    ["a plain message", () => CLEAN],
    ["an attachment by path", () => ({ ...CLEAN, attachments: [{ filename: "a.txt", path: new URL("../../LICENSE", import.meta.url).pathname }] })],
    ["an attachment by stream", () => ({ ...CLEAN, attachments: [{ filename: "a.txt", content: Readable.from([Buffer.from("議題\n")]) }] })],
    ["lines that begin with dots", () => ({ ...CLEAN, text: ".\r\n..\r\n.a\r\n" })],
  ])("over SMTP: %s", async (_what, mail) => {
    const fixed: SendMailOptions = { messageId: "<a@shop.example>", date: new Date(0), baseBoundary: "b" };
    const given = await createTransport({ streamTransport: true, buffer: true, newline: "windows" }).sendMail({ ...mail(), ...fixed });
    expect(await smtp().sendMail({ ...mail(), ...fixed })).toMatchObject({ messageId: "<a@shop.example>", envelope: ENVELOPE });
    const [delivery] = await sink.waitFor(1);
    expect({ from: delivery.from, to: delivery.to }).toEqual({ from: "card@shop.example", to: ["info@partner.example"] });
    expect(delivery.message.toString()).toBe((given.message as Buffer).toString());
  });

  it("raw, byte for byte, with the envelope that was given", async () => {
    await smtp().sendMail({ raw: Readable.from([HARMLESS]), envelope: { from: "bounce@shop.example", to: ["a@partner.example", "b@partner.example"] } });
    const [delivery] = await sink.waitFor(1);
    expect(delivery).toMatchObject({ from: "bounce@shop.example", to: ["a@partner.example", "b@partner.example"] });
    expect(delivery.message.equals(HARMLESS)).toBe(true);
  });

  it("three hundred recipients in Bcc, whom nobody sees", async () => {
    await smtp().sendMail({ ...CLEAN, bcc: addressesOf(300) });
    const [delivery] = await sink.waitFor(1);
    expect(delivery.to).toHaveLength(301);
    expect(delivery.message.toString()).not.toMatch(/^bcc:|provider\.example/imu);
  });

  it("many at once, over a pool", async () => {
    const transporter = smtp({}, { pool: true });
    const results = await Promise.all(Array.from({ length: 20 }, (_, i) => refusal(transporter.sendMail(i % 2 === 0 ? { ...CLEAN, subject: `no. ${i}` } : { ...CLEAN, to: customers }))));
    expect(results.filter((one) => one === "sent")).toHaveLength(10);
    expect(results.filter((one) => one instanceof LeakError)).toHaveLength(10);
    await sink.waitFor(10);
    expect(sink.deliveries).toHaveLength(10);
  });

  it("with sendmail, Bcc field included, as without the plugin", async () => {
    const [plain, checked] = [await sendmail(), await sendmail()];
    const mail: SendMailOptions = { ...CLEAN, bcc: "boss@shop.example", messageId: "<a@shop.example>", date: new Date(0) };
    await createTransport({ sendmail: true, path: plain }).sendMail(mail);
    await createTransport({ sendmail: true, path: checked }).use("compile", leaklint()).sendMail(mail);
    expect(await readFile(`${checked}.out`, "utf8")).toBe(await readFile(`${plain}.out`, "utf8"));
    expect(await readFile(`${checked}.out`, "utf8")).toMatch(/^Bcc: boss@shop\.example/imu);
    expect(await readFile(`${checked}.arguments`, "utf8")).toBe(await readFile(`${plain}.arguments`, "utf8"));
  });

  it("signed with DKIM, over what is sent", async () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    await smtp().sendMail({ ...CLEAN, dkim: { domainName: "shop.example", keySelector: "a", privateKey: privateKey.export({ type: "pkcs8", format: "pem" }) } });
    const [delivery] = await sink.waitFor(1);
    expect(delivery.message.toString()).toMatch(/^DKIM-Signature: v=1; a=rsa-sha256/u);
  });

  it("with the stream transport, as a stream", async () => {
    const info = await createTransport({ streamTransport: true }).use("compile", leaklint()).sendMail(CLEAN);
    const chunks: Buffer[] = [];
    for await (const chunk of info.message as Readable) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toMatch(/^To: info@partner\.example/mu);
  });

  it("with the JSON transport, with the attachments that were streams", async () => {
    const info = await createTransport({ jsonTransport: true }).use("compile", leaklint()).sendMail({ ...CLEAN, attachments: [{ filename: "a.txt", content: Readable.from([Buffer.from("議題\n")]) }] });
    expect(JSON.parse(info.message)).toMatchObject({ attachments: [{ filename: "a.txt", content: Buffer.from("議題\n").toString("base64") }] });
  });

  it("with a transport of the application's own, which may read the message twice", async () => {
    const sent: string[] = [];
    const transporter = createTransport({
      name: "own", version: "1",
      send(mail, callback) {
        mail.message.build((_first, once) => {
          mail.message.build((_second, twice) => {
            sent.push(String(once), String(twice));
            callback(null, { envelope: mail.message.getEnvelope(), messageId: mail.message.messageId() });
          });
        });
      },
    });
    transporter.use("compile", leaklint());
    await transporter.sendMail({ ...CLEAN, attachments: [{ filename: "a.txt", content: Readable.from([Buffer.from("議題\n")]) }] });
    expect(sent[0]).toContain(Buffer.from("議題\n").toString("base64"));
    expect(sent[1]).toBe(sent[0]);
  });

  it("with the same objects that the application gave, unchanged", async () => {
    const attachments = [{ filename: "a.txt", content: "議題\n" }];
    const mail = { ...CLEAN, attachments };
    await createTransport({ jsonTransport: true }).use("compile", leaklint()).sendMail(mail);
    expect(mail).toEqual({ ...CLEAN, attachments: [{ filename: "a.txt", content: "議題\n" }] });
  });
});

describe("what an application is told", () => {
  it("in the message's language, what was found and what to do, and nobody's values", async () => {
    const error = await refusal(smtp().sendMail({ ...CLEAN, to: customers, attachments: [{ filename: "名簿.csv", content: CSV }] }));
    if (!(error instanceof LeakError)) throw new Error("it was sent");
    expect(error.message.split("\n").slice(0, 4)).toEqual([
      "メールは送信されませんでした。",
      "- 80名分の個人情報が含まれています。",
      "- 外部の40名のアドレスが、ToまたはCcで互いに見える状態です",
      "  該当する宛先をBccに移し、Toには自分のアドレスを入れるか、一人ずつ個別に送信してください。",
    ]);
    expect(error.remedies[0]).toMatchObject({ kind: "move-to-bcc" });
    expect(error.people).toBe(80);
    const shown = inspect(error, { depth: 20 }) + JSON.stringify(error) + String(error.stack);
    for (const { name, phone, address, email } of people) for (const value of [name, phone, address, email]) expect(shown).not.toContain(value);
  });

  it("in English where the message is, or where that was asked for", async () => {
    const english = { from: "card@shop.example", to: customers, subject: "News", text: "Hello\n" };
    expect(await refusal(smtp().sendMail(english))).toMatchObject({ message: expect.stringMatching(/^The message was not sent\.\n/u) as string });
    expect(await refusal(smtp({ lang: "en" }).sendMail({ ...CLEAN, to: customers }))).toMatchObject({ message: expect.stringMatching(/^The message was not sent\.\n/u) as string });
    expect(await refusal(smtp({ config: { lang: "ja" } }).sendMail(english))).toMatchObject({ message: expect.stringMatching(/^メールは/u) as string });
  });

  it("what was found in a message that is sent all the same", async () => {
    const reports: Report[] = [];
    const ten = { ...CLEAN, to: Array.from({ length: 10 }, (_, i) => `a@company-${i}.example`) };
    await smtp({ onWarn: (report) => reports.push(report) }).sendMail(ten);
    await smtp({ onWarn: (report) => reports.push(report) }).sendMail(CLEAN);
    expect(reports.map(({ verdict }) => verdict.level)).toEqual(["warn"]);
    expect(await refusal(smtp({ failOn: "warn" }).sendMail(ten))).toBeInstanceOf(LeakError);
    expect(sink.deliveries).toHaveLength(2);
  });

  it("nothing is sent where onWarn throws", async () => {
    const ten = { ...CLEAN, to: Array.from({ length: 10 }, (_, i) => `a@company-${i}.example`) };
    const onWarn = (): void => {
      throw new RangeError("the application's own");
    };
    expect(await refusal(smtp({ onWarn }).sendMail(ten))).toBeInstanceOf(RangeError);
    expect(sink.deliveries).toEqual([]);
  });

  it("by the config: own domains, thresholds, a linter that is there already", async () => {
    const config = { ownDomains: ["shop.example", "provider.example"] };
    await smtp({ config }).sendMail({ ...CLEAN, to: customers });
    await smtp({ linter: createLinter(config) }).sendMail({ ...CLEAN, to: customers });
    await smtp({ failOn: "block", config: { policy: { findings: { "recipient-exposure/visible-recipients": "hold" } } } }).sendMail({ ...CLEAN, to: customers });
    expect(sink.deliveries).toHaveLength(3);
  });

  it("at once where the config is wrong", () => {
    expect(() => leaklint({ config: { failOn: "never" as "hold" } })).toThrow("failOn must be one of");
  });
});

describe("what cannot be checked is not sent", () => {
  const zip = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), Buffer.alloc(60, 7)]);

  it("a damaged attachment, unless the policy is to decide", async () => {
    const mail: SendMailOptions = { ...CLEAN, attachments: [{ filename: "a.zip", content: zip }] };
    const error = await refusal(smtp().sendMail(mail));
    expect(error).toBeInstanceOf(LeakError);
    expect(error).toMatchObject({ message: "メールは送信されませんでした。\n- 暗号化・破損・上限超過などのため確認できない箇所が1件あります。", unscanned: [{ reason: "corrupt" }] });
    expect(sink.deliveries).toEqual([]);
    await smtp({ unread: "verdict" }).sendMail(mail);
    expect(sink.deliveries).toHaveLength(1);
  });

  it("a message over the limit, before it is all in memory, even where what cannot be checked is to be sent", async () => {
    let given = 0;
    const endless = new Readable({
      read() {
        given++;
        this.push(Buffer.alloc(64 * 1024, "a\n"));
      },
    });
    const error = await refusal(smtp({ config: { limits: { fileBytes: 2 ** 20 } }, failOpen: true }).sendMail({ raw: endless, envelope: ENVELOPE }));
    expect(error).toBeInstanceOf(UncheckedError);
    expect(error).toMatchObject({ code: "EUNCHECKED" });
    expect(given).toBeLessThan(64);
    expect(sink.deliveries).toEqual([]);
  });

  it("a message whose attachment is not there: nodemailer's own error", async () => {
    expect(await refusal(smtp().sendMail({ ...CLEAN, attachments: [{ path: join(folder, "none.csv") }] }))).toMatchObject({ code: "ENOENT" });
    expect(sink.deliveries).toEqual([]);
  });

  it("any message while leaklint itself fails, unless that was set, and then loudly", async () => {
    const broken = { ...createLinter(), scanMail: () => Promise.reject(new TypeError(`a bug beside ${people[0].name}`)) };
    const error = await refusal(smtp({ linter: broken }).sendMail(CLEAN));
    expect(error).toBeInstanceOf(UncheckedError);
    expect(inspect(error)).not.toContain(people[0].name);
    expect(sink.deliveries).toEqual([]);

    const warnings: string[] = [];
    const hear = (warning: Error & { code?: string }): void => {
      if (warning.name === "LeaklintWarning") warnings.push(warning.code ?? "");
    };
    process.on("warning", hear);
    await smtp({ linter: broken, failOpen: true }).sendMail(CLEAN);
    await new Promise(setImmediate);
    process.off("warning", hear);
    expect(warnings).toEqual(["LEAKLINT_FAIL_OPEN", "LEAKLINT_UNCHECKED"]);
    expect(sink.deliveries).toHaveLength(1);
  });

  it("a stream for a transport that goes back to it, where the plugin comes too late", async () => {
    const error = await refusal(createTransport({ jsonTransport: true }).use("stream", leaklint()).sendMail({ ...CLEAN, attachments: [{ filename: "a.csv", content: Readable.from([Buffer.from(CSV)]) }] }));
    expect(error).toBeInstanceOf(UncheckedError);
    expect(error).toMatchObject({ message: expect.stringContaining('use("compile", leaklint())') as string });
  });

  it.each([[{}], [{ mailer: {}, data: {}, message: null }], [{ mailer: { transporter: { send: 1 } }, data: {}, message: {} }]])("what is no mail of nodemailer's: %j", async (mail) => {
    const error = await new Promise((resolve) => {
      leaklint()({ mailer: undefined, data: undefined, message: undefined, ...mail }, resolve);
    });
    expect(error).toBeInstanceOf(UncheckedError);
  });
});

describe("plugins beside each other", () => {
  it("one plugin on two transporters, two plugins on one: each checks once", async () => {
    let scans = 0;
    const linter = createLinter();
    const counting = { ...linter, scanMail: (...given: Parameters<typeof linter.scanMail>) => (scans++, linter.scanMail(...given)) };
    const plugin = leaklint({ linter: counting });
    const transporter = smtp({ linter: counting }).use("compile", plugin);
    await transporter.sendMail(CLEAN);
    await transporter.sendMail(CLEAN);
    expect(scans).toBe(4);
    const other = createTransport({ streamTransport: true }).use("compile", plugin).use("stream", plugin);
    await other.sendMail(CLEAN);
    await other.sendMail(CLEAN);
    expect(scans).toBe(6);
  });

  it("the stricter one decides", async () => {
    const transporter = smtp({ config: { ownDomains: ["provider.example"] } }).use("compile", leaklint());
    expect(await refusal(transporter.sendMail({ ...CLEAN, to: customers }))).toBeInstanceOf(LeakError);
  });
});

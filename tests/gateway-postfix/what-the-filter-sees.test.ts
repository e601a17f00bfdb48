/** What leaklint is shown is what is delivered, byte for byte, whatever a client sends: what it does not see it cannot stop. */
import { mkdtempSync, rmSync, chmodSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Door } from "../../src/gateway/door.js";
import { SILENT } from "../../src/gateway/log.js";
import { openMilter } from "../../src/gateway/milter/server.js";
import type { Judge, Transaction } from "../../src/gateway/transaction.js";
import { endOfData, openSmtp, sendMail, type SmtpReply } from "../support/postfix/client.js";
import { letter, RECIPIENT, SENDER, withoutReceived } from "../support/postfix/messages.js";
import { type Postfix, startPostfix } from "../support/postfix/postfix.js";
import { freePort } from "../support/postfix/ports.js";
import { type Sink, startSink } from "../support/postfix/sink.js";

const MIB = 2 ** 20;
let folder: string;
let sink: Sink;
let doors: Door[];
let postfix: Postfix<"unix" | "tcp">;
const seen: Transaction[] = [];

/** Lets everything pass and keeps it. */
const recorder: Judge = {
  async judge(transaction) {
    seen.push(transaction);
    return { reference: "X", outcome: { kind: "pass" } };
  },
  state: () => ({ workers: 1, ready: 1, busy: 0, waiting: 0, ended: 0 }),
  close: async () => undefined,
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "leaklint-milter-"));
  chmodSync(folder, 0o755);
  sink = await startSink();
  const path = join(folder, "milter.sock");
  const port = await freePort();
  const limits = () => ({ folder: join(folder, "spool"), memoryBytes: 64 * MIB, messageBytes: 64 * MIB, connections: 100, idleMs: 60_000 });
  doors = [
    await openMilter({ listen: { path }, socketMode: 0o666, judge: recorder, limits, log: SILENT }),
    await openMilter({ listen: { port }, judge: recorder, limits, log: SILENT }),
  ];
  postfix = await startPostfix({
    relayPort: sink.port,
    services: { unix: { smtpd_milters: `unix:${path}` }, tcp: { smtpd_milters: `inet:127.0.0.1:${port}` } },
    main: { milter_default_action: "tempfail", message_reject_characters: "\\0", message_size_limit: String(40 * MIB) },
  });
});
afterAll(async () => {
  await postfix?.stop();
  for (const door of doors ?? []) await door.close(0);
  await sink?.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  seen.length = 0;
  sink.clear();
});

function messageOf({ message }: Transaction): Buffer {
  if (!(message instanceof Uint8Array)) throw new Error("a message is not in memory");
  return Buffer.from(message);
}

/** Everything up to the last reply, sent as it is; then as many replies as come. */
async function talk(port: number, data: Buffer): Promise<SmtpReply[]> {
  const session = await openSmtp(port, { replyWithinMs: 10_000 });
  for (const line of [`MAIL FROM:<${SENDER}>`, `RCPT TO:<${RECIPIENT}>`, "DATA"]) await session.command(line);
  session.write(data);
  session.write("QUIT\r\n");
  const replies: SmtpReply[] = [];
  do replies.push(await session.reply());
  while (replies.at(-1)?.code !== 221);
  session.close();
  return replies;
}

/** @returns what was delivered, which is what was seen */
async function deliveredAsSeen(expected: number): Promise<Buffer[]> {
  await sink.waitFor(expected);
  const delivered = sink.deliveries.map(({ message }) => withoutReceived(message).toString("latin1")).sort();
  expect(seen.map((one) => messageOf(one).toString("latin1")).sort()).toEqual(delivered);
  expect(delivered).toHaveLength(expected);
  return delivered.map((text) => Buffer.from(text, "latin1"));
}

const bytes = (text: string): Buffer => Buffer.from(text, "latin1");
const HEAD = "From: tanaka@corp.test\r\nTo: info@partner.example\r\nMessage-ID: <1@corp.test>\r\nDate: Mon, 1 Apr 2024 10:00:00 +0900\r\n";
const SECOND = "MAIL FROM:<tanaka@corp.test>\r\nRCPT TO:<info@partner.example>\r\nDATA\r\nFrom: tanaka@corp.test\r\nTo: info@partner.example\r\nMessage-ID: <2@corp.test>\r\n\r\nthe second\r\n.\r\n";

describe.each(["unix", "tcp"] as const)("over %s, as it was sent", (service) => {
  test.each<readonly [string, Buffer]>([
    ["a letter in Japanese", letter().message],
    ["a body without an end of line", bytes(`${HEAD}Subject: x\r\n\r\nend`)],
    ["no body", bytes(`${HEAD}Subject: x\r\n\r\n`)],
    ["blank lines around the body", bytes(`${HEAD}Subject: x\r\n\r\n\r\n\r\nbody\r\n\r\n\r\n`)],
    ["dots at line beginnings", bytes(`${HEAD}Subject: x\r\n\r\n.\r\n..\r\n...\r\n.a\r\n..a\r\n. \r\n`)],
    ["dots at the beginning and the end of the body", bytes(`${HEAD}Subject: x\r\n\r\n.a\r\n.`)],
    ["8-bit bytes in header fields, in Shift_JIS and in no charset", bytes(`${HEAD}Subject: \x82\xb3\x82\xdc\r\nX-Raw: \x80\xff\xfe\r\n\r\nbody\r\n`)],
    ["8-bit bytes in the body", Buffer.concat([bytes(`${HEAD}Subject: x\r\n\r\n`), Buffer.from(Array.from({ length: 255 }, (_, i) => i + 1).filter((byte) => byte !== 10 && byte !== 13)), bytes("\r\n")])],
    ["fields folded with blanks and tabs", bytes(`${HEAD}Subject: one\r\n two\r\n\tthree\r\n  four\r\n\r\nbody\r\n`)],
    ["a field folded before its first word", bytes(`${HEAD}Subject:\r\n one\r\n\r\nbody\r\n`)],
    ["fields without a blank, with two, with a tab, without a value", bytes(`${HEAD}Subject:one\r\nX-Two:  two\r\nX-Tab:\tthree\r\nX-None:\r\nX-Blank: \r\n\r\nbody\r\n`)],
    ["fields several times, in odd capitals", bytes(`${HEAD}sUBJECT: one\r\nSubject: two\r\nSUBJECT: three\r\n\r\nbody\r\n`)],
    ["a line of 100 KB", bytes(`${HEAD}Subject: x\r\n\r\n${"0123456789".repeat(10_000)}\r\nend\r\n`)],
    ["a field of 50 KB in one line", bytes(`${HEAD}Subject: ${"0123456789".repeat(5_000)}\r\n\r\nend\r\n`)],
    ["a To field of 50 KB in many lines", bytes(`From: tanaka@corp.test\r\nTo: ${Array.from({ length: 1900 }, (_, i) => `<p${i}@partner.example>`).join(",\r\n ")}\r\nMessage-ID: <1@corp.test>\r\nDate: Mon, 1 Apr 2024 10:00:00 +0900\r\n\r\nend\r\n`)],
    ["two thousand fields", bytes(`${HEAD}${Array.from({ length: 2000 }, (_, i) => `X-Field-${i}: ${i}\r\n`).join("")}\r\nend\r\n`)],
    ["other characters that end lines elsewhere", bytes(`${HEAD}Subject: x\r\n\r\none\x0btwo\x0cthree\x85four\xe2\x80\xa8five\x1asix\r\n`)],
    ["10 MB", bytes(`${HEAD}Subject: x\r\n\r\n${`${"0123456789".repeat(7)}\r\n`.repeat(146_000)}`)],
  ])("%s", async (_, message) => {
    const reply = await sendMail(postfix.ports[service], { from: SENDER, to: [RECIPIENT], message });
    expect(reply.code).toBe(250);
    const [delivered] = await deliveredAsSeen(1);
    const sent = message.toString("latin1");
    expect(delivered.toString("latin1") === (sent.endsWith("\r\n") ? sent : `${sent}\r\n`)).toBe(true);
  });
});

describe("what Postfix puts right, it puts right before leaklint looks", () => {
  test.each<readonly [string, Buffer]>([
    ["no header at all", bytes("body only\r\nand more\r\n")],
    ["a body that begins without a blank line", bytes(`${HEAD}Subject: x\r\nthis is no field\r\nand more\r\n`)],
    ["a field with a blank before its colon", bytes(`${HEAD}Subject : x\r\nX-Two\t: y\r\n\r\nbody\r\n`)],
    ["a mailbox's From line first", bytes(`From tanaka@corp.test Mon Apr  1 10:00:00 2024\r\n${HEAD}Subject: x\r\n\r\nbody\r\n`)],
    ["a line of blanks in the header", bytes(`${HEAD}Subject: x\r\n \r\nX-More: y\r\n\t\r\n\r\nbody\r\n`)],
    ["a continuation first of all", bytes(` first\r\n${HEAD}Subject: x\r\n\r\nbody\r\n`)],
    ["bare line feeds everywhere", bytes(`${HEAD}Subject: x\r\n\r\none\ntwo\r\n`.replaceAll("\r\n", "\n"))],
    ["bare carriage returns in the body", bytes(`${HEAD}Subject: x\r\n\r\none\rtwo\r three\r\n`)],
    ["bare carriage returns in fields", bytes(`${HEAD}Subject: one\rX-Hidden: two\r\n\r\nbody\r\n`)],
    ["carriage returns before the end of a line", bytes(`${HEAD}Subject: x\r\r\n\r\r\nbody\r\r\n`)],
    ["Bcc, Return-Path and Content-Length", bytes(`${HEAD}Bcc: someone@else.example\r\nReturn-Path: <a@b.example>\r\nContent-Length: 3\r\nSubject: x\r\n\r\nbody\r\n`)],
    // With filters Postfix cuts a field off at 60,000 bytes, for itself and for the filter.
    ["a field of 100 KB", bytes(`${HEAD}Subject: ${"0123456789".repeat(10_000)}\r\n\r\nend\r\n`)],
    ["a field beyond Postfix's own limit of 100 KB", bytes(`${HEAD}Subject: ${Array.from({ length: 30_000 }, (_, i) => `word${i}`).join("\r\n ")}\r\n\r\nbody\r\n`)],
    ["a field name of 5,000 characters", bytes(`${HEAD}${"X".repeat(5000)}: y\r\n\r\nbody\r\n`)],
    ["nested parts with fields of their own", bytes(`${HEAD}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\nbefore\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nSubject : inner\r\nno field\r\n--b--\r\nbehind\r\n`)],
  ])("%s", async (_, message) => {
    const replies = await talk(postfix.ports.unix, endOfData(message));
    expect(replies[0].code).toBe(250);
    await deliveredAsSeen(1);
  });
});

/** Where a server ends a message earlier or later than the one before it, a second message slips through unfiltered. */
describe("every end of data: each message that comes out has been looked at", () => {
  const ENDS: readonly (readonly [name: string, end: string])[] = [
    ["LF . LF", "\n.\n"], ["LF . CRLF", "\n.\r\n"], ["CRLF . LF", "\r\n.\n"], ["CR . CR", "\r.\r"], ["CR . CRLF", "\r.\r\n"], ["CRLF . CR", "\r\n.\r"],
    ["CR . LF", "\r.\n"], ["LF . CR", "\n.\r"], ["CR CRLF . CRLF", "\r\r\n.\r\n"], ["CRLF . CR CRLF", "\r\n.\r\r\n"], ["LF LF . CRLF", "\n\n.\r\n"],
    ["CRLF . blank CRLF", "\r\n. \r\n"], ["CRLF .. CRLF", "\r\n..\r\n"],
  ];
  test.each(ENDS)("%s", async (_, end) => {
    const replies = await talk(postfix.ports.unix, bytes(`${HEAD}Subject: x\r\n\r\nthe first${end}${SECOND}`));
    const taken = replies.filter(({ code, text }) => code === 250 && text.includes("queued as")).length;
    expect(taken).toBeGreaterThan(0);
    await deliveredAsSeen(taken);
  });

  // A filter is given fields as text that ends at its first null byte; what stands behind would be delivered unseen.
  test.each<readonly [string, string]>([
    ["a null byte in a field", `${HEAD}Subject: one\0two\r\n\r\nbody\r\n`],
    ["a null byte in a field's name", `${HEAD}X-\0Name: two\r\n\r\nbody\r\n`],
    ["a null byte in the body", `${HEAD}Subject: x\r\n\r\none\0two\r\n`],
    ["a null byte before the last dot", `${HEAD}Subject: x\r\n\r\none\r\n\0.\r\n`],
  ])("%s is refused (message_reject_characters)", async (_, message) => {
    const reply = await sendMail(postfix.ports.unix, { from: SENDER, to: [RECIPIENT], message: bytes(message) });
    expect(reply).toMatchObject({ code: 550 });
    expect((await sendMail(postfix.ports.unix, { from: SENDER, to: [RECIPIENT], message: letter().message })).code).toBe(250);
    await sink.waitFor(1);
    expect(sink.deliveries).toHaveLength(1);
  });
});

describe("sessions", () => {
  test.each(["unix", "tcp"] as const)("hundred messages on one connection, over %s", async (service) => {
    const session = await openSmtp(postfix.ports[service]);
    for (let i = 0; i < 100; i++) expect((await session.send({ from: SENDER, to: [RECIPIENT], message: letter().message })).code).toBe(250);
    session.close();
    await deliveredAsSeen(100);
    expect(new Set(seen.map(({ queueId }) => queueId)).size).toBe(100);
  });

  test("pipelined: envelopes and messages do not mix", async () => {
    const session = await openSmtp(postfix.ports.unix);
    const letters = Array.from({ length: 20 }, (_, i) => ({ to: [`a${i}@partner.example`, `b${i}@partner.example`], ...letter() }));
    for (const { to, message } of letters) {
      session.write([`MAIL FROM:<${SENDER}>`, ...to.map((one) => `RCPT TO:<${one}>`), "DATA", ""].join("\r\n"));
      for (const code of [250, 250, 250, 354]) expect((await session.reply()).code).toBe(code);
      session.write(Buffer.concat([endOfData(message), Buffer.from("RSET\r\nNOOP\r\n")]));
      for (const code of [250, 250, 250]) expect((await session.reply()).code).toBe(code);
    }
    session.close();
    await deliveredAsSeen(20);
    expect(seen.map(({ envelope }) => envelope)).toEqual(letters.map(({ to }) => ({ from: SENDER, to })));
  });

  test("RSET drops recipients and sender, and what follows is another message", async () => {
    const session = await openSmtp(postfix.ports.unix);
    await session.command("MAIL FROM:<first@corp.test>");
    await session.command("RCPT TO:<nobody@partner.example>");
    await session.command("RSET");
    expect((await session.send({ from: SENDER, to: [RECIPIENT], message: letter().message })).code).toBe(250);
    session.close();
    await deliveredAsSeen(1);
    expect(seen[0].envelope).toEqual({ from: SENDER, to: [RECIPIENT] });
  });

  test("a recipient that Postfix refuses is none", async () => {
    const session = await openSmtp(postfix.ports.unix);
    await session.command(`MAIL FROM:<${SENDER}>`);
    expect((await session.command("RCPT TO:<not an address>")).code).toBeGreaterThanOrEqual(500);
    await session.command(`RCPT TO:<${RECIPIENT}>`);
    await session.command("DATA");
    session.write(endOfData(letter().message));
    expect((await session.reply()).code).toBe(250);
    session.close();
    await deliveredAsSeen(1);
    expect(seen[0].envelope.to).toEqual([RECIPIENT]);
  });

  test("three hundred and fifty-seven recipients are one message with all of them", async () => {
    const to = Array.from({ length: 357 }, (_, i) => `member${i}@partner.example`);
    expect((await sendMail(postfix.ports.unix, { from: SENDER, to, message: letter().message })).code).toBe(250);
    await sink.waitFor(8);
    expect(seen.map(({ envelope }) => envelope.to)).toEqual([to]);
    expect(sink.deliveries.flatMap((delivery) => delivery.to).sort()).toEqual([...to].sort());
  });

  test("an empty sender, as bounces have it", async () => {
    expect((await sendMail(postfix.ports.unix, { from: "", to: [RECIPIENT], message: letter().message })).code).toBe(250);
    await deliveredAsSeen(1);
    expect(seen[0].envelope.from).toBe("");
  });

  test("SMTPUTF8: addresses and header fields as they are", async () => {
    const message = Buffer.from(letter().message.toString().replace("Subject: =?UTF-8?B?44GK55+l44KJ44Gb?=", "Subject: お知らせ\r\nReply-To: 佐藤 <佐藤@例え.test>"));
    const to = ["佐藤@partner.example"];
    expect((await sendMail(postfix.ports.unix, { from: SENDER, to, message, parameters: "BODY=8BITMIME SMTPUTF8" })).code).toBe(250);
    await deliveredAsSeen(1);
    expect(seen[0]).toMatchObject({ isUtf8: true, envelope: { to } });
    expect(sink.deliveries[0]).toMatchObject({ to, parameters: expect.stringContaining("SMTPUTF8") as string });
  });
});

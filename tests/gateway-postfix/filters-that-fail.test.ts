/** What Postfix does with the settings that docs/gateway-postfix.md asks for, when a filter misbehaves in every way it can. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Mail, NoReply, openSmtp, sendMail, type SmtpReply } from "../support/postfix/client.js";
import { type FakeMilter, type MilterEvent, type Misbehaviour, packet, startFakeMilter } from "../support/postfix/fake-milter.js";
import { letter, RECIPIENT, SENDER } from "../support/postfix/messages.js";
import { type Postfix, startPostfix } from "../support/postfix/postfix.js";
import { type Sink, startSink } from "../support/postfix/sink.js";

let sink: Sink;
let fake: FakeMilter;
let postfix: Postfix<"filtered">;

/** Seconds; Postfix's own are 30, 30 and 300. */
const PATIENCE = { milter_connect_timeout: "1s", milter_command_timeout: "1s", milter_content_timeout: "2s" };
const CONTENT_TIMEOUT_MS = 2000;

beforeAll(async () => {
  sink = await startSink();
  fake = await startFakeMilter();
  postfix = await startPostfix({ relayPort: sink.port, services: { filtered: {} }, main: { smtpd_milters: fake.endpoint, milter_default_action: "tempfail", ...PATIENCE } });
});
afterAll(async () => {
  await postfix?.stop();
  await fake?.close();
  await sink?.close();
});
afterEach(() => {
  fake.misbehave = {};
  fake.clear();
  sink.clear();
});

function mail(message: Buffer = letter().message): Mail {
  return { from: SENDER, to: [RECIPIENT], message };
}

/** A message behind it that passes: whatever a filter's failure has left queued would have left before. */
async function deliveredNext(): Promise<void> {
  fake.misbehave = {};
  expect((await sendMail(postfix.ports.filtered, mail())).code).toBe(250);
  await sink.waitFor(1);
}

const EVENTS: readonly MilterEvent[] = ["negotiate", "connect", "helo", "mail", "rcpt", "data", "header", "endOfHeaders", "body", "endOfMessage"];
const GARBAGE = Buffer.from("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
const WAYS: readonly (readonly [name: string, misbehaviour: Misbehaviour])[] = [
  ["hangs up", "kill"],
  ["answers in another protocol", GARBAGE],
  ["cuts its answer short and hangs up", (socket) => { socket.end(Buffer.from([0, 0, 0])); }],
  ["announces an answer of 2 GB", (socket) => { socket.write(Buffer.from([0x7f, 0xff, 0xff, 0xff, 0x63])); socket.end(Buffer.alloc(100_000)); }],
  ["answers with a code that there is none of", packet("\0")],
  ["answers with an empty packet", (socket) => { socket.end(Buffer.from([0, 0, 0, 0])); }],
];

describe.each(WAYS)("a filter that %s", (_, misbehaviour) => {
  test.each(EVENTS)("at %s: the sender is told to try again, and nothing goes out", async (event) => {
    fake.misbehave = { [event]: misbehaviour };
    const reply = await sendMail(postfix.ports.filtered, mail());
    expect(String(reply.code)).toMatch(/^4\d\d$/u);
    await deliveredNext();
    expect(postfix.queue()).toEqual([]);
  });
});

describe("a filter that hangs", () => {
  test.each(["connect", "mail", "header", "body", "endOfMessage"] as const)("at %s: the sender is told to try again once Postfix's patience ends", async (event) => {
    fake.misbehave = { [event]: "silence" };
    expect((await sendMail(postfix.ports.filtered, mail())).code).toBe(451);
    await deliveredNext();
  });
});

describe("a filter that is slow with a message", () => {
  const slow = (progress: boolean): Misbehaviour => (socket) => {
    const beat = setInterval(() => { if (progress) socket.write(packet("p")); }, CONTENT_TIMEOUT_MS / 4);
    setTimeout(() => {
      clearInterval(beat);
      socket.write(packet("c"));
    }, CONTENT_TIMEOUT_MS * 2);
  };

  test("and tells of progress is waited for", async () => {
    fake.misbehave = { endOfMessage: slow(true) };
    expect((await sendMail(postfix.ports.filtered, mail())).code).toBe(250);
    await sink.waitFor(1);
  });

  test("and tells nothing is not: the sender is told to try again, and the late answer changes nothing", async () => {
    fake.misbehave = { endOfMessage: slow(false) };
    expect((await sendMail(postfix.ports.filtered, mail())).code).toBe(451);
    await deliveredNext();
  });
});

test("a filter that is not there: the sender is told to try again", async () => {
  await fake.close();
  try {
    expect((await sendMail(postfix.ports.filtered, mail())).code).toBe(451);
  } finally {
    fake = await startFakeMilter(fake.port);
  }
  await deliveredNext();
});

test("a filter that fails with one message does not harm another on the same connection", async () => {
  const session = await openSmtp(postfix.ports.filtered);
  fake.misbehave = { endOfMessage: packet("t") };
  const replies: SmtpReply[] = [await session.send(mail())];
  fake.misbehave = {};
  replies.push(await session.send(mail()));
  session.close();
  expect(replies.map(({ code }) => code)).toEqual([451, 250]);
  await sink.waitFor(1);
});

test("a client that hangs up within its message sends nothing", async () => {
  const session = await openSmtp(postfix.ports.filtered);
  for (const line of [`MAIL FROM:<${SENDER}>`, `RCPT TO:<${RECIPIENT}>`, "DATA"]) await session.command(line);
  session.write(letter().message.subarray(0, 200));
  session.close();
  await expect(session.reply()).rejects.toThrow(NoReply);
  await deliveredNext();
  expect(sink.deliveries).toHaveLength(1);
});

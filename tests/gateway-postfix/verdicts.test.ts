/** An unmodified Postfix, `leaklint serve` beside it: every verdict acts, and what was held is the administrator's to release or return. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openSmtp, sendMail } from "../support/postfix/client.js";
import { blockedLetter, exposedLetter, heldLetter, letter, type Letter, messageIdOf, myNumber, RECIPIENT, SENDER, warnedLetter, withoutReceived } from "../support/postfix/messages.js";
import { type Postfix, startPostfix, until } from "../support/postfix/postfix.js";
import { type Serve, startServe } from "../support/postfix/serve.js";
import { type Sink, startSink } from "../support/postfix/sink.js";
import { startTap, type Tap } from "../support/postfix/tap.js";
import { freePort } from "../support/postfix/ports.js";

const KIB = 2 ** 10;
let sink: Sink;
let serve: Serve;
let tap: Tap;
let unixTap: Tap;
let postfix: Postfix<"unix" | "tcp" | "tapped" | "unixTapped">;

beforeAll(async () => {
  sink = await startSink();
  serve = await startServe({ config: { gateway: { actions: { exposure: "rewrite" }, limits: { messageBytes: 512 * KIB, memoryBytes: 64 * KIB, workers: 1 } } } });
  const tapPort = await freePort();
  tap = await startTap(tapPort, serve.milterPort);
  unixTap = await startTap(`${serve.folder}/tap.sock`, serve.milterPath);
  postfix = await startPostfix({
    relayPort: sink.port,
    services: {
      unix: { smtpd_milters: `unix:${serve.milterPath}` },
      tcp: { smtpd_milters: `inet:127.0.0.1:${serve.milterPort}` },
      tapped: { smtpd_milters: `inet:127.0.0.1:${tapPort}` },
      unixTapped: { smtpd_milters: `unix:${serve.folder}/tap.sock` },
    },
    main: { milter_default_action: "tempfail", enable_long_queue_ids: "yes", message_reject_characters: "\\0", message_size_limit: String(1024 * KIB) },
  });
});
afterAll(async () => {
  await postfix?.stop();
  await tap?.close();
  await unixTap?.close();
  await serve?.remove();
  await sink?.close();
});
beforeEach(() => {
  sink.clear();
  for (const { queue_id: id } of postfix.queue()) postfix.run("postsuper", ["-d", id]);
});

const send = (service: "unix" | "tcp" | "tapped" | "unixTapped", { message }: Letter, options: { to?: readonly string[]; parameters?: string } = {}) =>
  sendMail(postfix.ports[service], { from: SENDER, to: [RECIPIENT], message, ...options });

const X_LEAKLINT = /^X-Leaklint: (.*)\r\n/mu;

/** A message behind it: what was to leave before has left. */
async function nothingElseLeft(): Promise<void> {
  const last = letter();
  expect((await send("unix", last)).code).toBe(250);
  await sink.waitFor(1);
  expect(sink.deliveries.map(({ message }) => messageIdOf(message))).toEqual([last.id]);
}

/** @returns its queue id */
async function hold(service: "unix" | "tcp" = "unix", one = heldLetter()): Promise<string> {
  const reply = await send(service, one);
  expect(reply.code).toBe(250);
  const [, id] = /queued as (\w+)/u.exec(reply.text) ?? [];
  expect(postfix.queue()).toMatchObject([{ queue_name: "hold", queue_id: id }]);
  return id;
}

describe.each(["unix", "tcp"] as const)("over %s", (service) => {
  test("pass: the bytes that were sent, and not a field more", async () => {
    const one = letter();
    expect((await send(service, one)).code).toBe(250);
    await sink.waitFor(1);
    expect(withoutReceived(sink.deliveries[0].message)).toEqual(one.message);
  });

  test("warn: delivered with a field that tells which rule and where to look it up", async () => {
    const one = warnedLetter();
    expect((await send(service, one)).code).toBe(250);
    await sink.waitFor(1);
    const delivered = withoutReceived(sink.deliveries[0].message).toString();
    expect(X_LEAKLINT.exec(delivered)?.[1]).toMatch(/^warn; code=LL-\w{5}-\w{5}; people=3; rules=/u);
    expect(Buffer.from(delivered.replace(X_LEAKLINT, ""))).toEqual(one.message);
  });

  test("block: the client is told 550 5.7.1, why, and a code; nothing is queued", async () => {
    const reply = await send(service, blockedLetter());
    expect(reply).toMatchObject({ code: 550, text: expect.stringMatching(/^5\.7\.1 .*code LL-\w{5}-\w{5}/u) as string });
    expect(reply.text).not.toMatch(/\d{12}/u);
    expect(postfix.queue()).toEqual([]);
    await nothingElseLeft();
  });

  test("hold: taken, kept in Postfix's own hold queue, delivered to nobody", async () => {
    await hold(service);
    await nothingElseLeft();
    expect(postfix.queue()).toMatchObject([{ queue_name: "hold" }]);
  });

  test("rewrite: nobody's address is shown to anybody, and everybody receives it", async () => {
    const one = exposedLetter();
    expect((await send(service, one, { to: one.recipients })).code).toBe(250);
    await until(() => sink.deliveries.flatMap(({ to }) => to).length === one.recipients.length, "not everybody received it");
    expect(sink.deliveries.flatMap(({ to }) => to).sort()).toEqual([...one.recipients].sort());
    for (const { message } of sink.deliveries) {
      const text = message.toString();
      expect(text.match(/^(?:to|cc|bcc):.*/gimu)).toEqual(["To: undisclosed-recipients:;"]);
      for (const address of one.recipients) expect(text).not.toContain(address);
      expect(text.slice(text.indexOf("\r\n\r\n"))).toBe(one.message.toString().slice(one.message.toString().indexOf("\r\n\r\n")));
      expect(X_LEAKLINT.exec(text)?.[1]).toMatch(/^rewrite; /u);
    }
  });
});

describe("a blocked message", () => {
  test("of a client that reads UTF-8 is explained in Japanese", async () => {
    const reply = await send("unix", blockedLetter(), { parameters: "BODY=8BITMIME SMTPUTF8" });
    expect(reply.code).toBe(550);
    expect(reply.text).toMatch(/送信を中止しました.*照会番号 LL-/u);
  });

  test("of any other client is explained in ASCII", async () => {
    expect((await send("unix", blockedLetter())).text).toMatch(/^[\x20-\x7e]+$/u);
  });

  test("does not keep the next one on the same connection from passing", async () => {
    const session = await openSmtp(postfix.ports.unix);
    const codes: number[] = [];
    for (const one of [blockedLetter(), letter(), blockedLetter(1), letter(), heldLetter(), letter()]) codes.push((await session.send({ from: SENDER, to: [RECIPIENT], message: one.message })).code);
    session.close();
    expect(codes).toEqual([550, 250, 550, 250, 250, 250]);
    await sink.waitFor(3);
    expect(postfix.queue().map((entry) => entry.queue_name)).toEqual(["hold"]);
  });
});

describe("a held message", () => {
  // Postfix does not log the reason that a filter gives for holding: the field in the held message leads to it.
  test("names in its header the code under which leaklint's log has it, with Postfix's queue id", async () => {
    const id = await hold();
    const [, code] = /^X-Leaklint: hold; code=(LL-\w{5}-\w{5});/mu.exec(postfix.run("postcat", ["-qh", id])) ?? [];
    expect(serve.log()).toContainEqual(expect.objectContaining({ queueId: id, reference: code, outcome: "hold" }));
    expect(postfix.log().includes(`${id}: milter-hold: END-OF-MESSAGE`)).toBe(true);
  });

  test("that is released (postsuper -H) goes out under the same id, as it was sent, and is not looked at again", async () => {
    const one = heldLetter();
    const id = await hold("unix", one);
    postfix.run("postsuper", ["-H", id]);
    postfix.run("postqueue", ["-i", id]);
    await sink.waitFor(1);
    const delivered = withoutReceived(sink.deliveries[0].message).toString();
    expect(X_LEAKLINT.exec(delivered)?.[1]).toMatch(/^hold; /u);
    expect(delivered.replace(X_LEAKLINT, "")).toBe(one.message.toString());
    await until(() => postfix.queue().length === 0, "it is still queued");
    expect(postfix.log()).toMatch(new RegExp(`${id}: to=<${RECIPIENT}>.*status=sent`, "u"));
  });

  test("that is returned (postsuper -f) goes back to its sender and to nobody else", async () => {
    const one = heldLetter();
    const id = await hold("unix", one);
    postfix.run("postsuper", ["-f", id]);
    // As one that expired: at the next look of the queue manager.
    postfix.run("postqueue", ["-f"]);
    await sink.waitFor(1);
    expect(sink.deliveries).toMatchObject([{ from: "", to: [SENDER] }]);
    expect(sink.deliveries[0].message.toString()).toContain(one.id);
    await until(() => postfix.queue().length === 0, "it is still queued");
  });

  test("stays where it is when the queue is flushed", async () => {
    const id = await hold();
    postfix.run("postqueue", ["-f"]);
    await nothingElseLeft();
    expect(postfix.queue()).toMatchObject([{ queue_name: "hold", queue_id: id }]);
  });
});

describe("a message that shows its recipients to each other, and must not be changed", () => {
  test.each<readonly [string, readonly string[]]>([
    ["signed (DKIM)", ["DKIM-Signature: v=1; a=rsa-sha256; d=corp.test; s=x; h=from:to; bh=AAAA; b=AAAA"]],
    ["a meeting request", ['X-Part: text/calendar; method="REQUEST"']],
  ])("%s: it is held as it is, in place of a refusal", async (_, fields) => {
    const { recipients } = exposedLetter();
    const one = letter({ to: recipients.join(",\r\n "), fields });
    expect((await send("unix", one, { to: recipients })).code).toBe(250);
    const [entry] = postfix.queue();
    expect(entry.queue_name).toBe("hold");
    expect(postfix.run("postcat", ["-qh", entry.queue_id])).toContain(recipients[0]);
    await nothingElseLeft();
  });

  test("signed, with a number in it that blocks: refused", async () => {
    const { recipients } = exposedLetter();
    const one = letter({ to: recipients.join(",\r\n "), fields: ["DKIM-Signature: v=1; a=rsa-sha256; d=corp.test; s=x; h=from:to; bh=AAAA; b=AAAA"], body: `個人番号: ${myNumber()}\r\n` });
    expect((await send("unix", one, { to: recipients })).code).toBe(550);
    expect(postfix.queue()).toEqual([]);
  });
});

describe("sizes", () => {
  /** A letter of exactly so many bytes. */
  const ofBytes = (bytes: number): Letter => {
    const empty = letter({ body: "" });
    const line = `${"あいうえお".repeat(5)}\r\n`;
    const body = line.repeat(Math.ceil(bytes / line.length));
    return { ...empty, message: Buffer.concat([empty.message, Buffer.from(body)]).subarray(0, bytes - 2).fill("x", Math.max(empty.message.length, bytes - 300)) };
  };
  const ended = (one: Letter): Letter => ({ ...one, message: Buffer.concat([one.message, Buffer.from("\r\n")]) });

  test("a message that is spilled to disk is checked like any other, and nothing of it stays there", async () => {
    const large = ended(ofBytes(300 * KIB));
    expect((await send("unix", large)).code).toBe(250);
    await sink.waitFor(1);
    expect(withoutReceived(sink.deliveries[0].message)).toEqual(large.message);
    const { readdirSync } = await import("node:fs");
    expect(readdirSync(`${serve.folder}/spool`)).toEqual([]);
  });

  test("a number to be blocked at the end of a spilled message is found", async () => {
    const { message } = blockedLetter();
    const pad = "今日の会議の議事録です。\r\n".repeat(6000);
    expect((await send("tcp", { id: "", message: Buffer.concat([message, Buffer.from(pad), message.subarray(message.indexOf("\r\n\r\n") + 4)]) })).code).toBe(550);
  });

  test("at leaklint's limit it is checked; one byte more and it is held", async () => {
    expect((await send("unix", ended(ofBytes(512 * KIB)))).code).toBe(250);
    await sink.waitFor(1);
    expect(postfix.queue()).toEqual([]);
    expect((await send("unix", ended(ofBytes(512 * KIB + 1)))).code).toBe(250);
    expect(postfix.queue().map((entry) => entry.queue_name)).toEqual(["hold"]);
  });

  test("over Postfix's own limit the client is told 552, announced or not", async () => {
    expect((await send("unix", ended(ofBytes(1100 * KIB)))).code).toBe(552);
    expect((await send("unix", ended(ofBytes(2000)), { parameters: `SIZE=${2048 * KIB}` })).code).toBe(552);
    expect(postfix.queue()).toEqual([]);
  });
});

describe("what Postfix and leaklint say to each other for one message", () => {
  // Over TCP, Postfix's small writes without an answer in between wait for delayed acknowledgements: 46 ms a message.
  test.each([["tapped", 1], ["unixTapped", 0]] as const)("%s: so many answers are waited for before the end of the message: %i", async (service, expected) => {
    const watched = service === "tapped" ? tap : unixTap;
    watched.clear();
    expect((await send(service, letter())).code).toBe(250);
    await sink.waitFor(1);
    const negotiated = watched.packets.findIndex(({ from, code }) => from === "filter" && code === "O");
    const end = watched.packets.findIndex(({ code }) => code === "E");
    expect(watched.packets.slice(negotiated + 1, end).filter(({ from }) => from === "filter").map(({ code }) => code)).toEqual(Array.from({ length: expected }, () => "c"));
    expect(watched.packets.slice(end + 1).filter(({ from }) => from === "filter").map(({ code }) => code)).toEqual(["a"]);
  });
});

test("the log names no value of any message of this run", () => {
  const said = JSON.stringify(serve.log());
  expect(said.length).toBeGreaterThan(1000);
  expect(said).not.toMatch(/\d{12}|090-|provider\.example|partner\.example/u);
});

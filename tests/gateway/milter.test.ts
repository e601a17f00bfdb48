import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Door } from "../../src/gateway/door.js";
import { SILENT } from "../../src/gateway/log.js";
import { createMetrics } from "../../src/gateway/metrics.js";
import { openMilter } from "../../src/gateway/milter/server.js";
import type { Judge, Outcome, Transaction } from "../../src/gateway/transaction.js";
import { applied, frame, milterClient } from "../support/milter-client.js";

const ENVELOPE = { from: "card@shop.example", to: ["a@provider.example", "b@provider.example"] };
const MESSAGE = Buffer.from("From: card@shop.example\r\nTo: a@provider.example\r\nSubject: Notice\r\n\r\nHello\r\n");

let folder: string;
let door: Door | undefined;
/** What the judge was shown, with the bytes as they were then. */
let seen: (Transaction & { readonly bytes?: Buffer })[];
let answer: (transaction: Transaction, signal?: AbortSignal, onProgress?: () => void) => Promise<Outcome>;

const judge: Judge = {
  async judge(transaction, { signal, onProgress } = {}) {
    const { message } = transaction;
    const bytes = message instanceof Uint8Array ? Buffer.from(message) : message.kind === "spilled" ? readFileSync(message.path) : undefined;
    seen.push({ ...transaction, ...(bytes !== undefined && { bytes }) });
    return { reference: "LL-00000-00000", outcome: await answer(transaction, signal, onProgress) };
  },
  state: () => ({ workers: 1, ready: 1, busy: 0, waiting: 0, ended: 0 }),
  close: async () => undefined,
};

const path = (): string => join(folder, "milter.sock");
const spool = (): string => join(folder, "spool");
async function open(limits: Partial<ReturnType<Parameters<typeof openMilter>[0]["limits"]>> = {}, listen: Parameters<typeof openMilter>[0]["listen"] = { path: path() }): Promise<Door> {
  return (door = await openMilter({
    listen, judge, log: SILENT,
    limits: () => ({ messageBytes: 10_000_000, memoryBytes: 1_000_000, folder: spool(), connections: 20, idleMs: 60_000, ...limits }),
  }));
}
const spooled = (): string[] => (existsSync(spool()) ? readdirSync(spool()) : []);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "leaklint-milter-"));
  seen = [];
  answer = async () => ({ kind: "pass" });
});
afterEach(async () => {
  await door?.close(0);
  door = undefined;
  rmSync(folder, { recursive: true, force: true });
});

describe("the milter", () => {
  it("asks only for what it needs, and waits for nothing over a unix socket", async () => {
    await open();
    const client = await milterClient({ path: path() });
    expect(client.actions).toBe(0x31);
    // No DATA, HELO, CONNECT or unknown commands; no replies to any step; leading spaces.
    expect(client.steps).toBe(0x1f_f383);
    client.end();
  });

  it("answers DATA over TCP, where its silence would stall the mail server", async () => {
    const { address } = await open({}, { host: "127.0.0.1", port: 0 });
    const client = await milterClient({ host: "127.0.0.1", port: Number(address.split(":")[1]) });
    expect(client.steps & 0x1_0200).toBe(0);
    await client.begin(MESSAGE, ENVELOPE);
    expect(await client.finish()).toMatchObject({ code: "a" });
    client.end();
  });

  it("agrees to no more than is offered, and answers every step of a server that knows no silence", async () => {
    await open();
    const client = await milterClient({ path: path() }, { version: 2, actions: 0x3f, steps: 0x7f });
    expect([client.actions, client.steps]).toEqual([0x31, 0x03]);
    await client.begin(MESSAGE, ENVELOPE);
    expect(await client.finish()).toMatchObject({ code: "a" });
    expect(seen[0].bytes?.toString()).toBe(MESSAGE.toString());
    client.end();
  });

  const BYTES: readonly (readonly [what: string, message: Buffer])[] = [
    ["plain", MESSAGE],
    ["8-bit header fields", Buffer.concat([Buffer.from("From: x@shop.example\r\nSubject: "), Buffer.from([0x93, 0xfa, 0x96, 0x7b, 0xff]), Buffer.from("\r\n\r\n\xe3\x81", "latin1")])],
    ["folded fields", Buffer.from("From: x@shop.example\r\nTo: a@provider.example,\r\n\tb@provider.example,\r\n  c@provider.example\r\nX-Empty:\r\nX-Tight:value\r\nX-Wide:   value  \r\n\r\nbody\r\n")],
    ["no body", Buffer.from("Subject: nothing\r\n\r\n")],
    ["a body of blank lines and dots", Buffer.from("Subject: dots\r\n\r\n\r\n.\r\n..\r\n\r\n")],
    ["a null in the body", Buffer.from("Subject: null\r\n\r\na\0b\r\n")],
  ];
  it.each(BYTES)("shows the judge the message as it is: %s", async (_, message) => {
    await open();
    const client = await milterClient({ path: path() });
    await client.begin(message, ENVELOPE, { chunk: 3 });
    await client.finish();
    expect(seen[0].bytes?.toString("latin1")).toBe(message.toString("latin1"));
    expect(seen[0]).toMatchObject({ envelope: ENVELOPE, queueId: "ABC123", isUtf8: false });
    client.end();
  });

  it("knows envelopes: no sender, source routes, SMTPUTF8", async () => {
    await open();
    const client = await milterClient({ path: path() });
    await client.begin(MESSAGE, { from: "", to: ["@relay.example,@other.example:x@provider.example", "佐藤@provider.example"] }, { parameters: ["SIZE=100", "smtputf8"] });
    await client.finish();
    expect(seen[0]).toMatchObject({ envelope: { from: "", to: ["x@provider.example", "佐藤@provider.example"] }, isUtf8: true });
    client.end();
  });

  it("takes several messages and sessions over one connection", async () => {
    await open();
    const client = await milterClient({ path: path() });
    for (let i = 0; i < 3; i++) {
      await client.begin(Buffer.from(`Subject: ${i}\r\n\r\n${i}\r\n`), ENVELOPE);
      expect(await client.finish()).toMatchObject({ code: "a" });
      if (i === 1) client.send("K");
    }
    expect(seen.map(({ bytes }) => bytes?.toString("latin1", 9, 10))).toEqual(["0", "1", "2"]);
    client.send("Q");
    await client.closed();
  });

  it("forgets a message that is aborted, its recipients above all", async () => {
    await open();
    const client = await milterClient({ path: path() });
    await client.begin(MESSAGE, { to: ["forgotten@provider.example"] });
    client.send("A");
    await client.begin(MESSAGE, ENVELOPE);
    await client.finish();
    expect(seen.map(({ envelope }) => envelope.to)).toEqual([ENVELOPE.to]);
    client.end();
  });

  it("forgets a message when another one begins without the first one's end", async () => {
    await open();
    const client = await milterClient({ path: path() });
    await client.begin(MESSAGE, { to: ["forgotten@provider.example"] });
    await client.begin(MESSAGE, ENVELOPE);
    await client.finish();
    expect(seen.map(({ envelope, bytes }) => [envelope.to, bytes?.length])).toEqual([[ENVELOPE.to, MESSAGE.length]]);
    client.end();
  });
});

describe("what the milter answers", () => {
  const verdict = async (outcome: Outcome, message = MESSAGE, offer = {}) => {
    answer = async () => outcome;
    await open();
    const client = await milterClient({ path: path() }, offer);
    await client.begin(message, ENVELOPE);
    const found = await client.finish();
    client.end();
    return { found, leadingSpace: (client.steps & 0x10_0000) !== 0 };
  };
  const header = { name: "X-Leaklint", value: "warn; code=LL-1" };

  it("accepts with a header field that says what was found", async () => {
    const { found } = await verdict({ kind: "warn", header });
    expect(found).toMatchObject({ code: "a", added: [["X-Leaklint", " warn; code=LL-1"]] });
  });

  it("gives the field without its blank to servers that put one there themselves", async () => {
    const { found } = await verdict({ kind: "warn", header }, MESSAGE, { steps: 0xf_ffff });
    expect(found.added).toEqual([["X-Leaklint", "warn; code=LL-1"]]);
  });

  it("has the mail server hold it", async () => {
    const { found } = await verdict({ kind: "hold", header, reason: "Held: why (code LL-1)" });
    expect(found).toMatchObject({ code: "a", quarantine: "Held: why (code LL-1)", added: [["X-Leaklint", " warn; code=LL-1"]] });
  });

  it("refuses it with the reply given", async () => {
    const { found } = await verdict({ kind: "block", reply: { code: 550, status: "5.7.1", text: "Not sent: why (code LL-1)" } });
    expect(found).toMatchObject({ code: "y", text: "550 5.7.1 Not sent: why (code LL-1)" });
  });

  it("has the sender try again", async () => {
    const { found } = await verdict({ kind: "tempfail", reply: { code: 451, status: "4.3.0", text: "Not sent yet" } });
    expect(found).toMatchObject({ code: "y", text: "451 4.3.0 Not sent yet" });
  });

  it("hides recipients: of three To and two Cc one To is left", async () => {
    const message = Buffer.from("From: x@shop.example\r\nTo: a@p.example\r\nCc: b@p.example\r\nTO: c@p.example\r\nSubject: s\r\ncc: d@p.example\r\nTo: e@p.example,\r\n f@p.example\r\n\r\nbody\r\n");
    const edits = [{ name: "To", occurrence: 1 }, { name: "Cc", occurrence: 0 }, { name: "Cc", occurrence: 1 }, { name: "To", occurrence: 2 }, { name: "To", occurrence: 0, value: "undisclosed-recipients:;" }];
    const { found, leadingSpace } = await verdict({ kind: "rewrite", header, edits }, message);
    expect(applied(message, found, leadingSpace)).toBe("From: x@shop.example\r\nTo: undisclosed-recipients:;\r\nSubject: s\r\nX-Leaklint: warn; code=LL-1\r\n\r\nbody\r\n");
  });

  it.each([
    ["quarantine", { kind: "hold", header, reason: "r" } as const, 0x1f & ~0x20],
    ["change header fields", { kind: "rewrite", header, edits: [] } as const, 0x2f],
  ])("has the sender try again where the mail server cannot %s", async (_, outcome, actions) => {
    const { found } = await verdict(outcome, MESSAGE, { actions });
    expect(found).toMatchObject({ code: "y" });
    expect(found.text).toMatch(/^451 4\.7\.1 /u);
  });

  it("passes progress on while the judge is at work", async () => {
    answer = async (_, __, onProgress) => {
      for (let i = 0; i < 3; i++) onProgress?.();
      return { kind: "pass" };
    };
    await open();
    const client = await milterClient({ path: path() });
    await client.begin(MESSAGE, ENVELOPE);
    expect(await client.finish()).toMatchObject({ code: "a", progress: 3 });
    client.end();
  });
});

describe("large messages", () => {
  const large = Buffer.concat([Buffer.from("Subject: large\r\n\r\n"), Buffer.alloc(3_000_000, "0123456789abcdef\r\n")]);

  it("go to disk, are the same there, and are gone afterwards", async () => {
    await open();
    const client = await milterClient({ path: path() });
    await client.begin(large, ENVELOPE);
    await expect.poll(spooled).toHaveLength(1);
    expect(statSync(join(spool(), spooled()[0])).mode & 0o777).toBe(0o600);
    await client.finish();
    expect(seen[0].message).toMatchObject({ kind: "spilled", bytes: large.length });
    expect(seen[0].bytes?.equals(large)).toBe(true);
    await expect.poll(spooled).toEqual([]);
    client.end();
  });

  it("leave nothing on disk when the client goes away", async () => {
    await open();
    const client = await milterClient({ path: path() });
    await client.begin(large, ENVELOPE);
    await expect.poll(spooled).toHaveLength(1);
    client.end();
    await expect.poll(spooled).toEqual([]);
    expect(seen).toEqual([]);
  });

  it("leave nothing on disk when they are aborted", async () => {
    await open();
    const client = await milterClient({ path: path() });
    await client.begin(large, ENVELOPE);
    client.send("A");
    await expect.poll(spooled).toEqual([]);
    client.end();
  });

  it.each([
    ["at the limit", 0, "spilled"],
    ["over the limit", -1, "oversize"],
  ])("%s are shown as they are", async (_, more, kind) => {
    await open({ messageBytes: large.length + more });
    const client = await milterClient({ path: path() });
    await client.begin(large, ENVELOPE);
    await client.finish();
    expect(seen[0].message).toMatchObject({ kind, bytes: large.length });
    await expect.poll(spooled).toEqual([]);
    client.end();
  });

  it("are lost to the judge, and to nobody else, when the disk does not take them", async () => {
    writeFileSync(spool(), "a file where the folder should be");
    await open({ folder: spool() });
    const client = await milterClient({ path: path() });
    await client.begin(large, ENVELOPE);
    await client.finish();
    expect(seen[0].message).toEqual({ kind: "lost" });
    client.end();
  });
});

describe("a mail server that misbehaves", () => {
  const HOSTILE: readonly (readonly [what: string, bytes: Buffer])[] = [
    ["garbage", Buffer.from("EHLO client.example\r\nMAIL FROM:<>\r\n")],
    ["an empty packet", Buffer.from([0, 0, 0, 0, 0x4f])],
    ["a packet of 4 GB", Buffer.from([0xff, 0xff, 0xff, 0xff, 0x4f])],
    ["a negotiation without numbers", frame("O", "short")],
    ["version 1", frame("O", Buffer.from([0, 0, 0, 1, 0, 0, 0, 0x3f, 0, 0, 0, 0x7f]))],
    ["a message before negotiation", frame("M", "<>\0")],
    ["an end before negotiation", frame("E")],
  ];
  it.each(HOSTILE)("is hung up on: %s", async (_, bytes) => {
    await open();
    const client = await milterClient({ path: path() });
    client.end();
    const raw = connect(path());
    raw.write(bytes);
    raw.on("error", () => undefined);
    await new Promise<void>((resolve) => raw.once("close", () => { resolve(); }));
    expect(seen).toEqual([]);
  });

  const OUT_OF_PLACE: readonly (readonly [what: string, packets: readonly (readonly [command: string, data: string])[]])[] = [
    ["a command that does not exist", [["Z", ""]]],
    ["a recipient without a sender", [["R", "<a@provider.example>\0"]]],
    ["a field without a message", [["L", "Subject\0 x\0"]]],
    ["a body without a message", [["B", "text"]]],
    ["an end without a message", [["E", ""]]],
    ["a second end", [["M", "<>\0"], ["E", ""], ["E", ""]]],
    ["a field without a name", [["M", "<>\0"], ["L", "\0value\0"]]],
    ["a field without nulls", [["M", "<>\0"], ["L", "value"]]],
  ];
  it.each(OUT_OF_PLACE)("is hung up on after negotiation: %s", async (_, packets) => {
    await open();
    const client = await milterClient({ path: path() });
    for (const [command, data] of packets) client.send(command, data);
    await client.closed();
  });

  it("may send its packets in pieces of one byte", async () => {
    await open();
    const client = await milterClient({ path: path() });
    for (const byte of Buffer.concat([frame("M", "<x@shop.example>\0"), frame("R", "<a@provider.example>\0"), frame("L", "Subject\0 s\0"), frame("N"), frame("B", "body\r\n")])) {
      client.socket.write(Buffer.from([byte]));
    }
    expect(await client.finish()).toMatchObject({ code: "a" });
    expect(seen[0].bytes?.toString()).toBe("Subject: s\r\n\r\nbody\r\n");
    client.end();
  });

  it("may go away while the judge is at work: the judge is told, and others go on", async () => {
    let aborted: Promise<void> | undefined;
    answer = async (_, signal) => {
      aborted = new Promise((resolve) => signal?.addEventListener("abort", () => { resolve(); }));
      await aborted;
      return { kind: "tempfail", reply: { code: 451, status: "4.4.2", text: "gone" } };
    };
    await open();
    const client = await milterClient({ path: path() });
    await client.begin(MESSAGE, ENVELOPE);
    client.send("E");
    await expect.poll(() => seen.length).toBe(1);
    client.end();
    await aborted;
    answer = async () => ({ kind: "pass" });
    const other = await milterClient({ path: path() });
    await other.begin(MESSAGE, ENVELOPE);
    expect(await other.finish()).toMatchObject({ code: "a" });
    other.end();
  });

  it("may abort while the judge is at work: there is no answer, and the next message has its own", async () => {
    answer = async (_, signal) => {
      await new Promise<void>((resolve) => signal?.addEventListener("abort", () => { resolve(); }));
      return { kind: "block", reply: { code: 550, status: "5.7.1", text: "the first one's" } };
    };
    await open();
    const client = await milterClient({ path: path() });
    await client.begin(MESSAGE, ENVELOPE);
    client.send("E");
    await expect.poll(() => seen.length).toBe(1);
    answer = async () => ({ kind: "pass" });
    client.send("A");
    await client.begin(MESSAGE, ENVELOPE);
    expect(await client.finish()).toMatchObject({ code: "a" });
    client.end();
  });

  it("is hung up on where it says nothing for too long", async () => {
    await open({ idleMs: 50 });
    const client = await milterClient({ path: path() });
    await client.closed();
  });

  it("may open so many connections, and no more", async () => {
    await open({ connections: 1 });
    const client = await milterClient({ path: path() });
    await expect(milterClient({ path: path() })).rejects.toThrow("closed");
    client.end();
    await expect.poll(async () => (await milterClient({ path: path() })).steps).toBeGreaterThan(0);
  });
});

describe("the milter's socket", () => {
  it("is the group's to write to, as asked, and goes when the door closes", async () => {
    await open();
    expect(statSync(path()).mode & 0o777).toBe(0o660);
    await door?.close(0);
    expect(existsSync(path())).toBe(false);
  });

  it("takes the place of one that a dead process has left", async () => {
    // Only a process that is killed leaves its socket behind.
    const killed = spawnSync(process.execPath, ["-e", `require("net").createServer().listen(${JSON.stringify(path())}, () => process.kill(process.pid, "SIGKILL"))`]);
    expect([killed.signal, existsSync(path())]).toEqual(["SIGKILL", true]);
    await open();
    (await milterClient({ path: path() })).end();
  });

  it("does not take the place of a living process's, nor of a file", async () => {
    const other: Server = createServer();
    await new Promise<void>((resolve) => { other.listen(path(), resolve); });
    await expect(open()).rejects.toThrow("another process");
    await new Promise<void>((resolve) => { other.close(() => { resolve(); }); });
    writeFileSync(path(), "precious");
    await expect(open()).rejects.toThrow("no socket");
    expect(readFileSync(path(), "utf8")).toBe("precious");
  });
});

describe("closing the milter", () => {
  it("waits for the message under way, and takes no other", async () => {
    let release: (() => void) | undefined;
    answer = async () => {
      await new Promise<void>((resolve) => { release = resolve; });
      return { kind: "block", reply: { code: 550, status: "5.7.1", text: "in time" } };
    };
    await open();
    const idle = await milterClient({ path: path() });
    const client = await milterClient({ path: path() });
    await client.begin(MESSAGE, ENVELOPE);
    const verdict = client.finish();
    await expect.poll(() => release).toBeDefined();
    const closed = door?.close(10_000);
    await idle.closed();
    await expect(milterClient({ path: path() })).rejects.toThrow();
    release?.();
    expect(await verdict).toMatchObject({ text: "550 5.7.1 in time" });
    await client.closed();
    await closed;
  });

  it("hangs up on a message that takes longer than the time it has", async () => {
    answer = () => new Promise(() => undefined);
    await open();
    const client = await milterClient({ path: path() });
    await client.begin(MESSAGE, ENVELOPE);
    client.send("E");
    await expect.poll(() => seen.length).toBe(1);
    await door?.close(20);
    await client.closed();
  });
});

it("counts what it does", async () => {
  const metrics = createMetrics();
  door = await openMilter({ listen: { path: path() }, judge, log: SILENT, metrics, limits: () => ({ messageBytes: 1e6, memoryBytes: 1e6, folder: spool(), connections: 5, idleMs: 60_000 }) });
  const client = await milterClient({ path: path() });
  await client.begin(MESSAGE, ENVELOPE);
  await client.finish();
  expect(metrics.text()).toContain('leaklint_messages_total{door="milter",outcome="pass"} 1');
  expect(metrics.text()).toContain('leaklint_connections_open{door="milter"} 1');
  client.end();
  await expect.poll(() => metrics.text()).toContain('leaklint_connections_open{door="milter"} 0');
});

/** Whatever breaks: no 250 but the next hop's, nothing lost (the client is told to try again, or is not answered), nothing half delivered. */
import { readdir, rm, writeFile } from "node:fs/promises";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { connectRaw, type Deed, type Step } from "../support/smtp.js";
import { fakeJudge, type Proxied, startProxied } from "../support/gateway.js";

let open: Proxied | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

const MESSAGE = "From: sender@corp.test\r\nSubject: hello\r\n\r\nbody\r\n";
const DIALOGUE = ["EHLO client.test", "MAIL FROM:<sender@corp.test>", "RCPT TO:<first@example.test>", "DATA", `${MESSAGE}.`];
const QUICK = { timeouts: { greeting: 150, command: 150, dataStart: 150, dataEnd: 150 } };

/** The last reply to a whole dialogue, and what came behind it. */
async function dialogue(proxied: Proxied): Promise<{ readonly last: string; readonly replies: string[]; readonly rest: string }> {
  const client = connectRaw(proxied.proxy.address);
  const replies = [await client.reply()];
  for (const line of DIALOGUE) {
    if (!/^[23]/u.test(replies.at(-1) ?? "")) break;
    replies.push(await client.ask(line));
  }
  return { last: replies.at(-1) ?? "", replies, rest: /^[45]/u.test(replies.at(-1) ?? "") ? await client.rest() : "" };
}

describe("a next hop that fails", () => {
  const STEPS: readonly Step[] = ["greeting", "ehlo", "mail", "rcpt", "data", "in-data", "end"];
  const DEEDS: readonly (readonly [string, Deed])[] = [
    ["dies", "die"],
    ["resets the connection", "reset"],
    ["says nothing", "hang"],
    ["says something that is no reply", "hello there\r\n"],
    ["contradicts itself", "250-one\r\n550 two\r\n"],
    ["never ends its reply", `250-${"x".repeat(70_000)}\r\n`],
    ["says 421", "421 4.3.2 going down\r\n"],
  ];
  it.each(STEPS.flatMap((step) => DEEDS.map(([what, deed]) => [what, step, deed] as const)))("%s at %s: the client tries again, and was told no 250", async (_, step, deed) => {
    open = await startProxied({ at: { [step]: deed } }, fakeJudge(), QUICK);
    const { last, rest, replies } = await dialogue(open);
    expect(last).toMatch(/^4(?:21|51) /u);
    if (deed.startsWith("421")) expect(last).toBe("421 4.3.2 going down");
    expect(rest).toBe("");
    expect(open.hop.delivered).toEqual([]);
    expect(replies.slice(5).filter((reply) => reply.startsWith("2"))).toEqual([]);
    expect(await readdir(open.spool)).toEqual([]);
  });

  it.each(["250 2.0.0 queued\r\n", "354 go on\r\n"])("and says, before a message is whole, %j: that is no word to pass on", async (early) => {
    open = await startProxied({ at: { "in-data": early } }, fakeJudge(), { ...QUICK, spool: { folder: "/nowhere", memoryBytes: 20_000_000 } });
    const client = await open.inData();
    client.send(`Subject: x\r\n\r\n${"0123456789\r\n".repeat(500_000)}.\r\n`);
    expect(await client.reply()).toMatch(/^421 /u);
    expect(open.hop.delivered).toEqual([]);
  });

  it("and refuses a message before it is whole: that is the client's reply", async () => {
    open = await startProxied({ at: { "in-data": "552 5.3.4 far too large\r\n" } }, fakeJudge(), { spool: { folder: "/nowhere", memoryBytes: 20_000_000 } });
    const client = await open.inData();
    client.send(`Subject: x\r\n\r\n${"0123456789\r\n".repeat(500_000)}.\r\n`);
    expect(await client.reply()).toBe("552 5.3.4 far too large");
    expect(await client.rest()).toBe("");
  });

  it("and answers before it is asked: no reply is taken for another", async () => {
    open = await startProxied({ at: { rcpt: "550 5.1.1 no\r\n250 2.1.5 yes\r\n250 2.0.0 queued\r\n" } }, fakeJudge(), QUICK);
    const client = await open.client();
    await client.ask("EHLO client.test");
    await client.ask("MAIL FROM:<sender@corp.test>");
    expect(await client.ask("RCPT TO:<first@example.test>")).toBe("550 5.1.1 no");
    expect(await client.ask("RCPT TO:<second@example.test>")).toMatch(/^421 /u);
  });

  it("and is not there: the client is told so at once", async () => {
    open = await startProxied();
    await open.hop.close();
    const client = connectRaw(open.proxy.address);
    expect(await client.rest()).toBe("421 4.4.1 The next mail server cannot be reached; try again\r\n");
    expect(open.metrics.text()).toContain('leaklint_next_hop_failures_total{door="smtp"} 1');
  });

  it("and goes while the client thinks: it is told, in the next hop's words", async () => {
    open = await startProxied({ answer: (line) => (line === "NOOP" ? "250 fine\r\n421 4.4.2 too slow" : undefined) });
    const client = await open.client();
    await client.ask("EHLO client.test");
    expect(await client.ask("NOOP")).toBe("250 fine");
    expect(await client.ask("MAIL FROM:<sender@corp.test>")).toBe("421 4.4.2 too slow");
  });

  it("and is slow, but in time, is waited for", async () => {
    open = await startProxied({ end: () => new Promise((resolve) => setTimeout(resolve, 300, "250 2.0.0 at last")) });
    const { last } = await dialogue(open);
    expect(last).toBe("250 2.0.0 at last");
  });

  it("is kept awake while a message is on its way", async () => {
    open = await startProxied({}, fakeJudge(() => new Promise((resolve) => setTimeout(resolve, 200, { kind: "pass" }))), { timeouts: { keepAlive: 20 } });
    const { last } = await dialogue(open);
    expect(last).toBe("250 2.0.0 queued as 7F3A");
    expect(open.hop.lines.filter((line) => line === "NOOP").length).toBeGreaterThan(2);
    expect(open.hop.lines.at(-1)).toBe("DATA");
  });
});

describe("a judge that fails", () => {
  it("by throwing: the client tries again", async () => {
    open = await startProxied({}, fakeJudge(() => { throw new Error("broken"); }));
    const { last } = await dialogue(open);
    expect(last).toBe("421 4.3.0 Internal error; try again");
    expect(open.hop.delivered).toEqual([]);
  });

  it("by never answering, while the client leaves: it is told, and nothing goes on", async () => {
    let aborted = false;
    open = await startProxied({}, fakeJudge((_, signal) => new Promise((resolve) => {
      signal?.addEventListener("abort", () => { aborted = true; resolve({ kind: "pass" }); });
    })));
    const client = await open.inData();
    client.send(`${MESSAGE}.\r\n`);
    await until(() => open?.judge.seen.length === 1);
    client.socket.end();
    await until(() => aborted);
    await until(() => open?.hop.connections() === 0);
    expect(open.hop.delivered).toEqual([]);
    expect(open.metrics.text()).toContain('outcome="abandoned"} 1');
  });
});

describe("a client", () => {
  it("that leaves in the middle of a message leaves nothing behind", async () => {
    for (const end of ["end", "resetAndDestroy"] as const) {
      open = await startProxied({}, fakeJudge(), { spool: { folder: "/tmp", memoryBytes: 20_000_000 } });
      const client = await open.inData();
      client.send("Subject: half\r\n\r\nbo");
      await new Promise((resolve) => setTimeout(resolve, 20));
      client.socket[end]();
      await until(() => open?.hop.connections() === 0);
      expect(open.judge.seen).toEqual([]);
      expect(open.hop.lines).not.toContain("DATA");
      expect(open.metrics.text()).toContain('outcome="abandoned"} 1');
      await open.close();
    }
  });

  it("that sends QUIT behind its message and its last word is answered all the same", async () => {
    open = await startProxied({}, fakeJudge(() => new Promise((resolve) => setTimeout(resolve, 100, { kind: "pass" }))));
    const client = await open.client();
    client.send(`${DIALOGUE.join("\r\n")}\r\nQUIT\r\n`);
    client.socket.end();
    expect(await client.rest()).toMatch(/\r\n250 2\.0\.0 queued as 7F3A\r\n221 2\.0\.0 Bye\r\n$/u);
    expect(open.hop.delivered).toHaveLength(1);
  });

  it("that says nothing is let go", async () => {
    open = await startProxied({}, fakeJudge(), { timeouts: { command: 100 } });
    const client = await open.client();
    expect(await client.rest()).toBe("421 4.4.2 Timeout\r\n");
  });

  it("that sends a command one byte at a time is let go all the same", async () => {
    open = await startProxied({}, fakeJudge(), { timeouts: { command: 200 } });
    const client = await open.client();
    const timer = setInterval(() => { client.send("N"); }, 20);
    expect(await client.rest()).toBe("421 4.4.2 Timeout\r\n");
    clearInterval(timer);
  });

  it("that sends a message one byte at a time is let go all the same", async () => {
    open = await startProxied({}, fakeJudge(), { timeouts: { dataTotal: 200 } });
    const client = await open.inData();
    const timer = setInterval(() => { client.send("N"); }, 20);
    expect(await client.rest()).toBe("421 4.4.2 Timeout\r\n");
    clearInterval(timer);
    expect(open.judge.seen).toEqual([]);
  });

  it("that stops in the middle of a message is let go", async () => {
    open = await startProxied({}, fakeJudge(), { timeouts: { dataBlock: 100 } });
    const client = await open.inData();
    client.send("Subject: x\r\n");
    expect(await client.rest()).toBe("421 4.4.2 Timeout\r\n");
  });

  it("that sends a line without end is let go", async () => {
    open = await startProxied();
    const client = await open.client();
    client.send("N".repeat(20_000));
    expect(await client.rest()).toBe("500 5.5.2 Line too long\r\n");
  });

  it("that makes nothing but mistakes is let go", async () => {
    open = await startProxied();
    const client = await open.client();
    client.send("WHAT\r\n".repeat(100));
    const said = await client.rest();
    expect(said.match(/^500 /gmu)).toHaveLength(21);
    expect(said).toMatch(/421 4\.7\.0 Too many errors\r\n$/u);
  });

  it("with too large a message is told so at its end, and the next one may come", async () => {
    open = await startProxied({}, fakeJudge(), { maxMessageBytes: 1000, spool: { folder: "/nowhere", memoryBytes: 20_000_000 } });
    const client = await open.inData();
    client.send(`Subject: x\r\n\r\n${"0123456789\r\n".repeat(1000)}.\r\n`);
    expect(await client.reply()).toBe("552 5.3.4 Message too large");
    expect(open.judge.seen).toEqual([]);
    expect(await client.ask("MAIL FROM:<sender@corp.test>")).toMatch(/^250/u);
    await client.ask("RCPT TO:<first@example.test>");
    await client.ask("DATA");
    client.send(`${"x".repeat(998)}\r\n.\r\n`);
    expect(await client.reply()).toBe("250 2.0.0 queued as 7F3A");
  });

  it("with too many recipients is told so for those, and the others are served", async () => {
    open = await startProxied({}, fakeJudge(), { maxRecipients: 3 });
    const client = await open.client();
    await client.ask("EHLO client.test");
    client.send(`MAIL FROM:<sender@corp.test>\r\n${[1, 2, 3, 4, 5].map((i) => `RCPT TO:<r${i}@example.test>\r\n`).join("")}DATA\r\n`);
    const replies: string[] = [];
    for (let i = 0; i < 7; i++) replies.push(await client.reply());
    expect(replies.map((reply) => reply.slice(0, 3))).toEqual(["250", "250", "250", "250", "452", "452", "354"]);
    client.send(`${MESSAGE}.\r\n`);
    expect(await client.reply()).toMatch(/^250/u);
    expect(open.hop.delivered[0].to).toEqual(["r1@example.test", "r2@example.test", "r3@example.test"]);
  });

  it("from elsewhere is turned away: this is no open relay", async () => {
    open = await startProxied({}, fakeJudge(), { clients: ["192.0.2.0/24", "2001:db8::/32"] });
    expect(await connectRaw(open.proxy.address).rest()).toBe("554 5.7.1 Not for you\r\n");
    expect(open.hop.connections()).toBe(0);
  });

  it("that is one too many is told to try again", async () => {
    open = await startProxied({}, fakeJudge(), { maxConnections: 2 });
    const [first] = [await open.client(), await open.client()];
    expect(await connectRaw(open.proxy.address).rest()).toBe("421 4.3.2 Too many connections; try again\r\n");
    expect(await first.ask("QUIT")).toBe("221 2.0.0 Bye");
    first.close();
    await until(() => open?.metrics.text().includes('leaklint_connections_open{door="smtp"} 1') === true);
    expect(await connectRaw(open.proxy.address).reply()).toMatch(/^220/u);
  });
});

describe("a disk that is full", () => {
  it("does not take the message: the sender tries again", async () => {
    open = await startProxied({}, fakeJudge(), { spool: { folder: "/proc/nothing/here", memoryBytes: 100 } });
    const client = await open.inData();
    client.send(`Subject: x\r\n\r\n${"0123456789\r\n".repeat(100)}.\r\n`);
    expect(await client.reply()).toBe("452 4.3.1 Insufficient system storage; try again");
    expect(open.hop.delivered).toEqual([]);
    expect(open.metrics.text()).toContain("leaklint_spill_failures_total 1");
    expect(await client.ask("NOOP")).toBe("250 2.0.0 fine");
  });

  it("that loses the message while it is judged: half of it is not delivered", async () => {
    open = await startProxied({}, fakeJudge(async () => {
      for (const name of await readdir(open?.spool ?? "")) await rm(`${open?.spool ?? ""}/${name}`);
      return { kind: "pass" };
    }), {});
    const client = await open.inData();
    client.send(`Subject: x\r\n\r\n${"0123456789\r\n".repeat(200_000)}.\r\n`);
    expect(await client.reply()).toBe("421 4.3.0 Internal error; try again");
    expect(open.hop.delivered).toEqual([]);
  });

  it("whose file is shorter than the message was: half of it is not delivered", async () => {
    open = await startProxied({}, fakeJudge(async () => {
      for (const name of await readdir(open?.spool ?? "")) await writeFile(`${open?.spool ?? ""}/${name}`, "Subject: half\r\n\r\n");
      return { kind: "pass" };
    }), {});
    const client = await open.inData();
    client.send(`Subject: x\r\n\r\n${"0123456789\r\n".repeat(200_000)}.\r\n`);
    expect(await client.reply()).toBe("421 4.3.0 Internal error; try again");
    expect(open.hop.delivered).toEqual([]);
  });
});

describe("an end of service", () => {
  it("tells idle clients, lets a message under way be answered, and takes nobody new", async () => {
    let decide: () => void = () => undefined;
    open = await startProxied({}, fakeJudge(() => new Promise((resolve) => { decide = () => { resolve({ kind: "pass" }); }; })));
    const idle = await open.client();
    const busy = await open.inData();
    busy.send(`${MESSAGE}.\r\n`);
    await until(() => open?.judge.seen.length === 1);
    const closed = open.proxy.close(10_000);
    expect(await idle.rest()).toBe("421 4.3.2 gate.test is being restarted; try again\r\n");
    decide();
    expect(await busy.reply()).toBe("250 2.0.0 queued as 7F3A");
    expect(await busy.rest()).toBe("421 4.3.2 gate.test is being restarted; try again\r\n");
    await closed;
    const late = connectRaw(open.proxy.address);
    expect(await late.rest()).toBe("");
  });

  it("does not wait for ever", async () => {
    open = await startProxied({}, fakeJudge(() => new Promise(() => undefined)));
    const client = await open.inData();
    client.send(`${MESSAGE}.\r\n`);
    await until(() => open?.judge.seen.length === 1);
    await open.proxy.close(100);
    expect(await client.rest()).toBe("");
    expect(open.hop.delivered).toEqual([]);
  });
});

describe("a start", () => {
  it.each(["10.0.0.0/33", "corp.test", "10.0.0.0/x", "::1/129"])("is refused with clients that are no addresses: %s", async (entry) => {
    await expect(startProxied({}, fakeJudge(), { clients: [entry] })).rejects.toThrow(/gateway\.smtp\.clients/u);
  });

  it("is refused on a port that is taken", async () => {
    const { startSmtpProxy } = await import("../../src/gateway/smtp/proxy.js");
    const { DEFAULTS } = await import("../../src/gateway/smtp/options.js");
    const { SILENT } = await import("../../src/gateway/log.js");
    const { createMetrics } = await import("../../src/gateway/metrics.js");
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const start = (nextPort: number) => startSmtpProxy({
      listen: { port }, judge: fakeJudge(), log: SILENT, metrics: createMetrics(),
      settings: () => ({ ...DEFAULTS, nextHop: { at: { host: "127.0.0.1", port: nextPort }, tls: "off" }, hostname: "gate.test", maxMessageBytes: 1000, spool: { folder: "/tmp", memoryBytes: 1000 } }),
    });
    await expect(start(25)).rejects.toThrow(/cannot listen on 127\.0\.0\.1:\d+ \(EADDRINUSE\)/u);
    await expect(start(port)).rejects.toThrow(/nextHop is the address/u);
    server.close();
  });
});

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 2000 && !(await isSo()); i++) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(await isSo()).toBe(true);
}

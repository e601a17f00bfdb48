import { readdir } from "node:fs/promises";
import { afterEach, describe, expect, it } from "vitest";
import { fakeJudge, type Proxied, startProxied } from "../support/gateway.js";

let open: Proxied | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

const MESSAGE = "From: sender@corp.test\r\nTo: first@example.test\r\nSubject: hello\r\n\r\nbody\r\n";

/** As a client puts it on the wire. */
const stuffed = (bytes: Buffer): Buffer => Buffer.from(`${bytes.toString("latin1").replace(/(?<=^|\r\n)\./gu, "..")}.\r\n`, "latin1");

describe("a message that passes", () => {
  it("arrives byte for byte, and its 250 is the next hop's", async () => {
    open = await startProxied();
    const client = await open.inData();
    client.send(`${MESSAGE}.\r\n`);
    expect(await client.reply()).toBe("250 2.0.0 queued as 7F3A");
    expect(open.hop.delivered).toEqual([{ from: "sender@corp.test", to: ["first@example.test"], bytes: Buffer.from(MESSAGE) }]);
    expect(open.judge.seen[0].bytes).toEqual(Buffer.from(MESSAGE));
    expect(await client.ask("QUIT")).toBe("221 2.0.0 Bye");
    expect(await client.rest()).toBe("");
  });

  const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte !== 0 && byte !== 10 && byte !== 13));
  it.each<readonly [string, Buffer]>([
    ["every byte but NUL, CR and LF", Buffer.concat([Buffer.from("Subject: x\r\n\r\n"), everyByte, Buffer.from("\r\n")])],
    ["UTF-8 in header and body", Buffer.from("Subject: 見積書の件\r\nTo: 佐藤@例え.test\r\n\r\nいつもお世話になっております。\r\n")],
    ["Shift_JIS", Buffer.concat([Buffer.from("Subject: x\r\n\r\n"), Buffer.from([0x93, 0xfa, 0x96, 0x7b, 0x0d, 0x0a])])],
    ["ISO-2022-JP, which has dots behind escapes", Buffer.from("Subject: x\r\n\r\n\x1b$B.5$$\x1b(B\r\n\x1b$B\r\n.5\r\n")],
    ["lines that begin with dots", Buffer.from("Subject: x\r\n\r\n.\r\n..\r\n...x\r\n.x\r\n")],
    ["a line of 100,000 characters", Buffer.from(`Subject: x\r\n\r\n${"a".repeat(100_000)}\r\n`)],
    ["no header at all", Buffer.from("\r\nbody\r\n")],
    ["white space at line ends", Buffer.from("Subject: x  \r\n\r\nbody \t\r\n \r\n\r\n\r\n")],
  ])("has at the next hop, and at the judge, %s", async (_, message) => {
    open = await startProxied();
    const client = await open.inData("MAIL FROM:<sender@corp.test> BODY=8BITMIME SMTPUTF8");
    client.send(stuffed(message));
    expect(await client.reply()).toMatch(/^250/u);
    expect(open.hop.delivered[0].bytes.equals(message)).toBe(true);
    expect(open.judge.seen[0].bytes.equals(message)).toBe(true);
    expect(open.judge.seen[0].transaction.isUtf8).toBe(true);
  });

  it("may come in pieces cut anywhere, commands and all", async () => {
    open = await startProxied();
    const dialogue = Buffer.from(`EHLO client.test\r\nMAIL FROM:<sender@corp.test>\r\nRCPT TO:<first@example.test>\r\nDATA\r\nSubject: x\r\n\r\n..dot\r\nbody\r\n.\r\nQUIT\r\n`);
    for (let cut = 1; cut < dialogue.length; cut += 1) {
      const client = await open.client();
      client.send(dialogue.subarray(0, cut));
      await new Promise((resolve) => setImmediate(resolve));
      client.send(dialogue.subarray(cut));
      expect(await client.rest(), `cut at ${cut}`).toMatch(/354 .*\r\n250 2\.0\.0 queued as 7F3A\r\n221 2\.0\.0 Bye\r\n$/su);
    }
    expect(new Set(open.hop.delivered.map(({ bytes }) => bytes.toString()))).toEqual(new Set(["Subject: x\r\n\r\n.dot\r\nbody\r\n"]));
    expect(open.hop.delivered).toHaveLength(dialogue.length - 1);
  });

  it("may come one byte at a time", async () => {
    open = await startProxied();
    const client = await open.inData();
    for (const byte of Buffer.from("Subject: x\r\n\r\n..dot\r\nbody\r\n.\r\n")) {
      client.send(Buffer.from([byte]));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await client.reply()).toMatch(/^250/u);
    expect(open.hop.delivered[0].bytes.toString()).toBe("Subject: x\r\n\r\n.dot\r\nbody\r\n");
  });

  it("is spilled to disk when it is large, and leaves nothing there", async () => {
    let files: string[] = [];
    open = await startProxied({}, fakeJudge(async () => {
      files = await readdir(open?.spool ?? "");
      return { kind: "warn", header: { name: "X-Leaklint", value: "warn" } };
    }));
    const client = await open.inData();
    const message = Buffer.from(`Subject: x\r\n\r\n${`.${"0123456789".repeat(7)}\r\n`.repeat(50_000)}`);
    client.send(stuffed(message));
    expect(await client.reply()).toMatch(/^250/u);
    expect(files).toHaveLength(1);
    expect(open.judge.seen[0].bytes.equals(message)).toBe(true);
    expect(open.hop.delivered[0].bytes.equals(Buffer.concat([Buffer.from("X-Leaklint: warn\r\n"), message]))).toBe(true);
    expect(await readdir(open.spool)).toEqual([]);
    expect(open.metrics.text()).toContain("\nleaklint_spill_bytes 0\n");
  });

  it("may be followed by others on the same connection", async () => {
    open = await startProxied();
    const client = await open.client();
    await client.ask("EHLO client.test");
    for (let i = 0; i < 5; i++) {
      await client.ask(`MAIL FROM:<sender${i}@corp.test>`);
      await client.ask("RCPT TO:<first@example.test>");
      await client.ask("DATA");
      client.send(`Subject: ${i}\r\n\r\n.\r\n`);
      expect(await client.reply()).toMatch(/^250/u);
    }
    expect(open.hop.delivered.map(({ from, bytes }) => `${from} ${bytes.toString().trim()}`)).toEqual([0, 1, 2, 3, 4].map((i) => `sender${i}@corp.test Subject: ${i}`));
  });
});

describe("the next hop's replies", () => {
  it("come back as they are, in the order of pipelined commands", async () => {
    open = await startProxied();
    const client = await open.client();
    await client.ask("EHLO client.test");
    client.send("MAIL FROM:<sender@corp.test>\r\nRCPT TO:<unknown@example.test>\r\nRCPT TO:<first@example.test>\r\nRCPT TO:<unknown2@example.test>\r\nDATA\r\n");
    const replies: string[] = [];
    for (let i = 0; i < 5; i++) replies.push(await client.reply());
    expect(replies).toEqual([
      "250 2.1.0 sender fine", "550-5.1.1 no such\n550 5.1.1 recipient", "250 2.1.5 recipient fine", "550-5.1.1 no such\n550 5.1.1 recipient", "354 End data with <CR><LF>.<CR><LF>",
    ]);
    client.send(`${MESSAGE}.\r\n`);
    await client.reply();
    expect(open.judge.seen[0].transaction.envelope).toEqual({ from: "sender@corp.test", to: ["first@example.test"] });
    expect(open.hop.delivered[0].to).toEqual(["first@example.test"]);
  });

  it.each(["452 4.3.1 no room", "550 5.7.1 not this one", "554-5.6.0 two\r\n554 5.6.0 lines", "451 greylisted"])("to the end of data is the client's: %s", async (said) => {
    open = await startProxied({ end: () => said });
    const client = await open.inData();
    client.send(`${MESSAGE}.\r\n`);
    expect(await client.reply()).toBe(said.replaceAll("\r\n", "\n"));
    expect(await client.ask("NOOP")).toBe("250 2.0.0 fine");
    expect(open.hop.delivered).toEqual([]);
  });

  it("to DATA is given at the end of data, and what it took before is forgotten", async () => {
    open = await startProxied({ at: { data: "554 5.5.1 no more data today\r\n" } });
    const client = await open.inData();
    client.send(`${MESSAGE}.\r\n`);
    expect(await client.reply()).toBe("554 5.5.1 no more data today");
    expect(open.hop.lines.at(-1)).toBe("RSET");
    expect(await client.ask("DATA")).toBe("503 5.5.1 MAIL first");
  });

  it.each(["554 5.3.2 not for you", "421 4.3.2 too busy", "450 wait"])("as greeting is the client's greeting: %s", async (said) => {
    open = await startProxied({ at: { greeting: `${said}\r\n` } });
    const { connectRaw } = await import("../support/smtp.js");
    const client = connectRaw(open.proxy.address);
    expect(await client.rest()).toBe(`${said}\r\n`);
  });

  it("to EHLO is the client's where it is a refusal, and HELO goes on", async () => {
    open = await startProxied({ at: { ehlo: "502 5.5.1 no EHLO here\r\n" } });
    const client = await open.client();
    expect(await client.ask("EHLO client.test")).toBe("502 5.5.1 no EHLO here");
    expect(await client.ask("HELO client.test")).toBe("250 next.test");
    expect(await client.ask("MAIL FROM:<sender@corp.test> SIZE=5")).toBe("555 5.5.4 Parameter SIZE is not offered");
    expect(await client.ask("MAIL FROM:<sender@corp.test>")).toBe("250 2.1.0 sender fine");
  });
});

describe("EHLO", () => {
  it("offers what both can do, and nothing that only one can", async () => {
    open = await startProxied({}, undefined, { maxMessageBytes: 5_000_000 });
    const client = await open.client();
    expect((await client.ask("EHLO client.test")).split("\n").map((line) => line.slice(4)).sort()).toEqual(
      ["8BITMIME", "DSN", "ENHANCEDSTATUSCODES", "PIPELINING", "SIZE 5000000", "SMTPUTF8", "XCLIENT NAME ADDR", "XFORWARD NAME ADDR PROTO HELO", "gate.test"],
    );
  });

  it.each<readonly [string, readonly string[], readonly string[]]>([
    ["nothing", [], ["gate.test"]],
    ["a smaller size", ["SIZE 1000"], ["gate.test", "SIZE 1000"]],
    ["no limit of size", ["SIZE"], ["gate.test", "SIZE 20000000"]],
    ["TLS for itself", ["STARTTLS", "CHUNKING", "BINARYMIME", "REQUIRETLS", "BURL imap"], ["gate.test"]],
    ["passwords, on this machine", ["AUTH PLAIN SCRAM-SHA-256-PLUS LOGIN"], ["gate.test", "AUTH PLAIN LOGIN"]],
    ["lower case", ["8bitmime", "pipelining"], ["gate.test", "8BITMIME", "PIPELINING"]],
  ])("where the next hop offers %s", async (_, offers, expected) => {
    open = await startProxied({ offers });
    const client = await open.client();
    expect((await client.ask("EHLO client.test")).split("\n").map((line) => line.slice(4))).toEqual(expected);
  });

  it("passes on its name, or the one it is told to", async () => {
    open = await startProxied();
    await (await open.client()).ask("EHLO client.test");
    expect(open.hop.lines).toEqual(["EHLO client.test"]);
  });
});

describe("commands", () => {
  it("go on byte for byte", async () => {
    open = await startProxied();
    const client = await open.client();
    await client.ask("EHLO client.test");
    const lines = [
      "mail from:<sender@corp.test> BODY=8BITMIME SIZE=100 RET=HDRS ENVID=QQ314159",
      "RCPT To: <a..b.@docomo.example> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;a..b.@docomo.example",
      'RCPT TO:<"a>b \\"c"@example.test>',
      "RCPT TO:<@relay.test:routed@example.test>",
      "VRFY postmaster",
      "NOOP with words",
    ];
    for (const line of lines) expect(await client.ask(line)).toMatch(/^250/u);
    expect(open.hop.lines.slice(1)).toEqual(lines);
    await client.ask("DATA");
    client.send(`${MESSAGE}.\r\n`);
    await client.reply();
    expect(open.judge.seen[0].transaction.envelope).toEqual({ from: "sender@corp.test", to: ["a..b.@docomo.example", '"a>b \\"c"@example.test', "routed@example.test"] });
  });

  it("with addresses in UTF-8 too", async () => {
    open = await startProxied();
    const client = await open.inData("MAIL FROM:<佐藤@例え.test> SMTPUTF8");
    client.send(`${MESSAGE}.\r\n`);
    await client.reply();
    expect(open.judge.seen[0].transaction.envelope.from).toBe("佐藤@例え.test");
    expect(Buffer.from(open.hop.delivered[0].from, "latin1").toString()).toBe("佐藤@例え.test");
  });

  it.each([
    ["MAIL FROM:sender@corp.test", "501 5.5.4 Syntax: MAIL FROM:<address>"],
    ["MAIL FROM:<sender@corp.test", "501 5.5.4 Syntax: MAIL FROM:<address>"],
    ["MAIL FROM:<a@corp.test><b@corp.test>", "501 5.5.4 Syntax: MAIL FROM:<address>"],
    ["MAIL TO:<sender@corp.test>", "501 5.5.4 Syntax: MAIL FROM:<address>"],
    ["MAIL FROM:<sender@corp.test> BODY=BINARYMIME", "555 5.5.4 Parameter BODY is not offered"],
    ["MAIL FROM:<sender@corp.test> HOLDFOR=60", "555 5.5.4 Parameter HOLDFOR is not offered"],
    ["MAIL FROM:<sender@corp.test> SIZE=1 SIZE=2", "501 5.5.4 Syntax: MAIL FROM:<address>"],
    ["MAIL FROM:<sender@corp.test> SIZE=99999999", "552 5.3.4 Message too large"],
    ["RCPT TO:first@example.test", "501 5.5.4 Syntax: RCPT TO:<address>"],
    ["RCPT TO:<>", "501 5.5.4 Syntax: RCPT TO:<address>"],
    ["DATA now", "501 5.5.4 Syntax: DATA"],
    ["DATA", "503 5.5.1 MAIL first"],
    ["STARTTLS", "503 5.5.1 STARTTLS is not offered"],
    ["AUTH PLAIN AGEAYg==", "503 5.5.1 AUTH is not offered"],
    ["ETRN corp.test", "500 5.5.2 Command not recognised"],
    ["", "500 5.5.2 Command not recognised"],
  ])("that cannot be passed on are refused here: %s", async (line, reply) => {
    open = await startProxied();
    const client = await open.client();
    await client.ask("EHLO client.test");
    expect(await client.ask(line)).toBe(reply);
    expect(open.hop.lines).toEqual(["EHLO client.test"]);
  });

  it("DATA without a recipient that the next hop took is refused", async () => {
    open = await startProxied();
    const client = await open.client();
    await client.ask("EHLO client.test");
    await client.ask("MAIL FROM:<sender@corp.test>");
    await client.ask("RCPT TO:<unknown@example.test>");
    expect(await client.ask("DATA")).toBe("554 5.5.1 No valid recipients");
    expect(open.hop.lines).not.toContain("DATA");
  });

  it("RSET forgets the recipients, there and here", async () => {
    open = await startProxied();
    const client = await open.client();
    await client.ask("EHLO client.test");
    await client.ask("MAIL FROM:<sender@corp.test>");
    await client.ask("RCPT TO:<first@example.test>");
    expect(await client.ask("RSET")).toBe("250 2.0.0 forgotten");
    expect(await client.ask("DATA")).toBe("503 5.5.1 MAIL first");
  });

  it("XFORWARD goes on for a trusted client, whose id of the message the judge is told", async () => {
    open = await startProxied();
    const client = await open.client();
    await client.ask("EHLO client.test");
    expect(await client.ask("XFORWARD NAME=pc7.corp.test ADDR=192.0.2.7 IDENT=4Vx1lK2Yb0z3")).toBe("250 2.0.0 fine");
    for (const line of ["MAIL FROM:<sender@corp.test>", "RCPT TO:<first@example.test>", "DATA"]) await client.ask(line);
    client.send(`${MESSAGE}.\r\n`);
    await client.reply();
    expect(open.judge.seen[0].transaction.queueId).toBe("4Vx1lK2Yb0z3");
    expect(open.hop.lines[1]).toBe("XFORWARD NAME=pc7.corp.test ADDR=192.0.2.7 IDENT=4Vx1lK2Yb0z3");
  });

  it("XFORWARD and XCLIENT of others do not: the next hop would believe them", async () => {
    open = await startProxied({}, undefined, { trusted: ["192.0.2.0/24"] });
    const client = await open.client();
    expect(await client.ask("EHLO client.test")).not.toMatch(/XFORWARD|XCLIENT/u);
    expect(await client.ask("XFORWARD ADDR=192.0.2.7")).toBe("503 5.5.1 XFORWARD is not offered");
    expect(await client.ask("XCLIENT ADDR=192.0.2.7")).toBe("503 5.5.1 XCLIENT is not offered");
    expect(open.hop.lines).toEqual(["EHLO client.test"]);
  });

  it("XCLIENT begins the conversation again", async () => {
    open = await startProxied({ answer: (line) => (line.startsWith("XCLIENT") ? "220 next.test again" : undefined) });
    const client = await open.client();
    await client.ask("EHLO client.test");
    await client.ask("MAIL FROM:<sender@corp.test>");
    expect(await client.ask("XCLIENT ADDR=192.0.2.7")).toBe("220 next.test again");
    expect(await client.ask("DATA")).toBe("503 5.5.1 MAIL first");
    expect(await client.ask("XCLIENT ADDR=192.0.2.7")).toBe("503 5.5.1 XCLIENT is not offered");
  });

  it("AUTH is a conversation between client and next hop", async () => {
    const secrets = ["dXNlcg==", "c2VjcmV0"];
    open = await startProxied({
      offers: ["AUTH LOGIN"],
      answer: (line) => (line === "AUTH LOGIN" ? "334 VXNlcm5hbWU6" : line === secrets[0] ? "334 UGFzc3dvcmQ6" : line === secrets[1] ? "235 2.7.0 welcome" : undefined),
    });
    const client = await open.client();
    await client.ask("EHLO client.test");
    expect(await client.ask("AUTH LOGIN")).toBe("334 VXNlcm5hbWU6");
    expect(await client.ask(secrets[0])).toBe("334 UGFzc3dvcmQ6");
    expect(await client.ask(secrets[1])).toBe("235 2.7.0 welcome");
    expect(await client.ask("MAIL FROM:<sender@corp.test> AUTH=<>")).toBe("250 2.1.0 sender fine");
    expect(JSON.stringify(open.log.lines)).not.toContain(secrets[1]);
  });
});

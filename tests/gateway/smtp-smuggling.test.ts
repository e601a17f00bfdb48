/** "SMTP smuggling": whoever takes something else than CRLF "." CRLF for the end of a message lets a second one through unseen. */
import { afterEach, describe, expect, it } from "vitest";
import { createDataReader } from "../../src/gateway/smtp/data.js";
import { fakeJudge, type Proxied, startProxied } from "../support/gateway.js";

let open: Proxied | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

const SECOND = "MAIL FROM:<evil@corp.test>\r\nRCPT TO:<victim@example.test>\r\nDATA\r\nSubject: smuggled\r\n\r\nsecret\r\n";

/** Every sequence of up to two line ends with a dot between, that some server has taken for the end of data, and more. */
const BREAKS: readonly (readonly [string, string])[] = [["LF", "\n"], ["CR", "\r"], ["CRLF", "\r\n"], ["CR CR LF", "\r\r\n"], ["LF CR", "\n\r"], ["NUL CRLF", "\0\r\n"], ["CR NUL LF", "\r\0\n"], ["CRLF NUL", "\r\n\0"]];
const FORMS = BREAKS.flatMap(([before, first]) => BREAKS.map(([behind, second]) => [`${before} . ${behind}`, `${first}.${second}`] as const)).filter(([, form]) => !form.startsWith("\r\n.\r\n"));

describe("an end of data that is none", () => {
  it.each(FORMS)("%s: nothing arrives, and the connection ends", async (_, form) => {
    open = await startProxied();
    const client = await open.inData();
    client.send(`Subject: first\r\n\r\nbody${form}${SECOND}.\r\n`);
    expect(await client.reply()).toMatch(/^550 5\.5\.2 Bare (?:CR|LF|NUL) in a message is refused/u);
    expect(await client.rest()).toBe("");
    expect(open.hop.delivered).toEqual([]);
    expect(open.judge.seen).toEqual([]);
    expect(open.hop.lines.filter((line) => line.includes("evil"))).toEqual([]);
    expect(open.metrics.text()).toContain('leaklint_messages_total{door="smtp",outcome="refused"} 1');
  });

  it.each([["LF", "a\nb"], ["CR", "a\rb"], ["NUL", "a\0b"], ["CR at the end", "a\r"], ["LF first", "\n"], ["CR CRLF", "a\r\r\n"]])("a bare %s anywhere in a message is refused", async (_, bytes) => {
    open = await startProxied();
    const client = await open.inData();
    client.send(`Subject: x\r\n\r\n${bytes}\r\n.\r\n`);
    expect(await client.reply()).toMatch(/^550 5\.5\.2 Bare/u);
    expect(open.hop.delivered).toEqual([]);
  });

  it("the client that goes on sending is still told why", async () => {
    open = await startProxied();
    const client = await open.inData();
    client.send(Buffer.concat([Buffer.from("Subject: x\r\n\r\nbad\nline\r\n"), Buffer.alloc(3_000_000, "y")]));
    expect(await client.reply()).toMatch(/^550 5\.5\.2 Bare LF/u);
  });
});

describe("an end of data that is one", () => {
  it.each([
    ["behind a line", "Subject: x\r\n\r\nbody\r\n.\r\n", "Subject: x\r\n\r\nbody\r\n"],
    ["at once: an empty message", ".\r\n", ""],
    ["behind an empty line", "\r\n.\r\n", "\r\n"],
    ["behind a line that is a dot", "..\r\n.\r\n", ".\r\n"],
    ["behind a line that ends with a dot", "a.\r\n.\r\n", "a.\r\n"],
  ])("%s", async (_, sent, message) => {
    open = await startProxied();
    const client = await open.inData();
    client.send(sent);
    expect(await client.reply()).toBe("250 2.0.0 queued as 7F3A");
    expect(open.hop.delivered.map(({ bytes }) => bytes.toString("latin1"))).toEqual([message]);
    expect(open.judge.seen[0].bytes.toString("latin1")).toBe(message);
  });

  it("what follows it are commands again, and a second message has its own judgement", async () => {
    open = await startProxied({}, fakeJudge(({ bytes }) => (bytes.includes("smuggled") ? { kind: "block", reply: { code: 550, status: "5.7.1", text: "no" } } : { kind: "pass" })));
    const client = await open.inData();
    client.send(`Subject: first\r\n\r\nbody\r\n.\r\n${SECOND}.\r\n`);
    expect([await client.reply(), await client.reply(), await client.reply(), await client.reply(), await client.reply()]).toEqual([
      "250 2.0.0 queued as 7F3A", "250 2.1.0 sender fine", "250 2.1.5 recipient fine", "354 End data with <CR><LF>.<CR><LF>", "550 5.7.1 no",
    ]);
    expect(open.hop.delivered).toHaveLength(1);
    expect(open.judge.seen).toHaveLength(2);
  });
});

describe("a command", () => {
  it.each([
    ["LF alone", "NOOP\n", "LF"],
    ["CR alone", "NOOP\rNOOP\r\n", "CR"],
    ["CR CRLF", "NOOP\r\r\n", "CR"],
    ["NUL", "NO\0OP\r\n", "NUL"],
    ["LF in a recipient", "RCPT TO:<a@example.test>\nRCPT TO:<b@example.test>\r\n", "LF"],
    ["CR in a recipient", "RCPT TO:<a@example.test\r>\r\n", "CR"],
    ["NUL behind a recipient", "RCPT TO:<a@example.test>\0\r\n", "NUL"],
  ])("with %s is refused, goes nowhere, and ends the connection", async (_, sent, what) => {
    open = await startProxied();
    const client = await open.client();
    await client.ask("EHLO client.test");
    client.send(`${sent}QUIT\r\n`);
    expect(await client.reply()).toBe(`500 5.5.2 Bare ${what} in a command is refused`);
    expect(await client.rest()).toBe("");
    expect(open.hop.lines).toEqual(["EHLO client.test", ...open.hop.lines.filter((line) => line === "QUIT")]);
  });

  it("BDAT, which was not offered, ends the connection: its bytes are no commands", async () => {
    open = await startProxied();
    const client = await open.inData();
    client.send("x\r\n.\r\n");
    await client.reply();
    await client.ask("MAIL FROM:<a@corp.test>");
    expect(await client.ask("BDAT 60 LAST\r\nRSET\r\nMAIL FROM:<evil@corp.test>\r\n")).toBe("502 5.5.1 BDAT is not offered");
    expect(await client.rest()).toBe("");
    expect(open.hop.lines.filter((line) => line.includes("evil"))).toEqual([]);
  });

  it.each(["POST / HTTP/1.1", "GET / HTTP/1.0", "Host: localhost:10025"])("of a browser ends the connection: %s", async (line) => {
    open = await startProxied();
    const client = await open.client();
    client.send(`${line}\r\nMAIL FROM:<evil@corp.test>\r\n`);
    expect(await client.rest()).toBe("421 4.7.0 This is an SMTP server\r\n");
    expect(open.hop.lines.filter((one) => one.startsWith("MAIL"))).toEqual([]);
  });
});

describe("the reader of data", () => {
  const CASES: readonly (readonly [string, string, string])[] = [
    ["a plain message", "Subject: x\r\n\r\nbody\r\n.\r\nQUIT\r\n", "end|Subject: x\r\n\r\nbody\r\n|QUIT\r\n"],
    ["dots", "..a\r\n.b\r\n...\r\n.\r\n", "end|.a\r\nb\r\n..\r\n|"],
    ["a bare LF", "a\r\n.\nb\r\n.\r\n", "bare|LF"],
    ["a bare CR", "a\r\n.\rb\r\n.\r\n", "bare|CR"],
    ["a NUL", "a\r\n.\0\r\n.\r\n", "bare|NUL"],
    ["eight bits", "\x93\xfa\x96\x7b\r\n.\r\n", "end|\x93\xfa\x96\x7b\r\n|"],
  ];
  const read = (pieces: readonly Buffer[]): string => {
    const reader = createDataReader();
    let text = "";
    for (const [i, chunk] of pieces.entries()) {
      const piece = reader.push(chunk);
      if (piece.kind === "bare") return `bare|${piece.what}`;
      text += piece.bytes.toString("latin1");
      if (piece.kind === "end") return `end|${text}|${Buffer.concat([piece.rest, ...pieces.slice(i + 1)]).toString("latin1")}`;
    }
    return `open|${text}`;
  };

  it.each(CASES)("reads %s the same, wherever it is cut", (_, wire, expected) => {
    const bytes = Buffer.from(wire, "latin1");
    expect(read([bytes])).toBe(expected);
    expect(read([...bytes].map((byte) => Buffer.from([byte])))).toBe(expected);
    for (let i = 0; i <= bytes.length; i++) {
      for (let j = i; j <= bytes.length; j++) expect(read([bytes.subarray(0, i), bytes.subarray(i, j), bytes.subarray(j)])).toBe(expected);
    }
  });
});

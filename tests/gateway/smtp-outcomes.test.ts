import { afterEach, describe, expect, it } from "vitest";
import type { HeaderEdit, Outcome } from "../../src/gateway/transaction.js";
import { editedMessage, EditError } from "../../src/gateway/smtp/header-edits.js";
import { ownReply } from "../../src/gateway/smtp/reply.js";
import { fakeJudge, type Proxied, startProxied } from "../support/gateway.js";

let open: Proxied | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

const MESSAGE = "From: sender@corp.test\r\nTo: first@example.test,\r\n second@example.test\r\nSubject: hello\r\n\r\nbody\r\n";
const HEADER = { name: "X-Leaklint", value: "hold; code=LL-TEST" };
const HOLD: Outcome = { kind: "hold", header: HEADER, reason: "Held: it holds personal data of 12 people (code LL-TEST)" };

async function sent(outcome: Outcome, options?: Parameters<typeof startProxied>[2], script?: Parameters<typeof startProxied>[0]): Promise<string> {
  open = await startProxied(script, fakeJudge(() => outcome), options);
  const client = await open.inData("MAIL FROM:<sender@corp.test> BODY=8BITMIME");
  client.send(`${MESSAGE}.\r\n`);
  const reply = await client.reply();
  // Whatever became of it, the conversation goes on and begins anew.
  expect(await client.ask("DATA")).toBe("503 5.5.1 MAIL first");
  expect(await client.ask("MAIL FROM:<next@corp.test>")).toBe("250 2.1.0 sender fine");
  return reply;
}

describe("a verdict", () => {
  it("warn: the header stands before all others, and nothing else is touched", async () => {
    expect(await sent({ kind: "warn", header: { name: "X-Leaklint", value: "warn; code=LL-TEST" } })).toBe("250 2.0.0 queued as 7F3A");
    expect(open?.hop.delivered[0].bytes.toString()).toBe(`X-Leaklint: warn; code=LL-TEST\r\n${MESSAGE}`);
  });

  it("rewrite: the visible recipients are gone, the envelope stays", async () => {
    expect(await sent({ kind: "rewrite", header: HEADER, edits: [{ name: "To", occurrence: 0, value: "undisclosed-recipients:;" }] })).toMatch(/^250/u);
    const [{ to, bytes }] = open?.hop.delivered ?? [];
    expect(to).toEqual(["first@example.test"]);
    expect(bytes.toString()).toBe("X-Leaklint: hold; code=LL-TEST\r\nFrom: sender@corp.test\r\nTo: undisclosed-recipients:;\r\nSubject: hello\r\n\r\nbody\r\n");
  });

  it("rewrite that does not fit the message: it does not go on, and the sender tries again", async () => {
    expect(await sent({ kind: "rewrite", header: HEADER, edits: [{ name: "Cc", occurrence: 0 }] })).toBe("451 4.3.0 The message could not be checked; try again");
    expect(open?.hop.delivered).toEqual([]);
    expect(open?.hop.lines).not.toContain("DATA");
  });

  it.each<readonly [string, Outcome, string]>([
    ["block", { kind: "block", reply: { code: 550, status: "5.7.1", text: "Not sent: personal data (code LL-TEST)" } }, "550 5.7.1 Not sent: personal data (code LL-TEST)"],
    ["tempfail", { kind: "tempfail", reply: { code: 451, status: "4.7.1", text: "Not sent yet; try again" } }, "451 4.7.1 Not sent yet; try again"],
    ["block in Japanese, to who does not read UTF-8", { kind: "block", reply: { code: 550, status: "5.7.1", text: "送信中止 LL-TEST" } }, "550 5.7.1 ? LL-TEST"],
    ["block with what would be a second reply", { kind: "block", reply: { code: 550, status: "5.7.1", text: "no\r\n250 2.0.0 queued" } }, "550 5.7.1 no 250 2.0.0 queued"],
  ])("%s: nothing arrives, and the next hop forgets it", async (_, outcome, reply) => {
    expect(await sent(outcome)).toBe(reply);
    expect(open?.hop.delivered).toEqual([]);
    expect(open?.hop.lines).not.toContain("DATA");
    expect(open?.hop.lines).toContain("RSET");
  });

  it.each<readonly [string, Parameters<typeof startProxied>[2], string]>([
    ["as it comes", {}, "550 5.7.1 Not sent: it holds personal data of 12 people (code LL-TEST)"],
    ["where it shall wait at the sender's", { hold: "defer" }, "451 4.7.1 Held: it holds personal data of 12 people (code LL-TEST)"],
  ])("hold, %s: it is not taken", async (_, options, reply) => {
    expect(await sent(HOLD, options)).toBe(reply);
    expect(open?.hop.delivered).toEqual([]);
    expect(open?.hop.lines).not.toContain("DATA");
  });

  it("hold where the next hop holds what has the header: it goes there with the header", async () => {
    expect(await sent(HOLD, { hold: "forward" })).toBe("250 2.0.0 queued as 7F3A");
    expect(open?.hop.delivered[0].bytes.toString()).toBe(`X-Leaklint: hold; code=LL-TEST\r\n${MESSAGE}`);
  });

  it("hold with a quarantine: it goes there, and to nobody else", async () => {
    expect(await sent(HOLD, { hold: { quarantine: "quarantine@corp.test" } })).toBe("250 2.0.0 queued as 7F3A");
    expect(open?.hop.delivered).toHaveLength(1);
    const [{ from, to, bytes }] = open?.hop.delivered ?? [];
    expect([from, to]).toEqual(["sender@corp.test", ["quarantine@corp.test"]]);
    expect(bytes.toString()).toBe(
      `X-Leaklint: hold; code=LL-TEST\r\nX-Leaklint-Envelope-From: <sender@corp.test>\r\nX-Leaklint-Envelope-To: <first@example.test>\r\n${MESSAGE}`,
    );
    expect(open?.hop.lines.slice(3)).toEqual(["RSET", "MAIL FROM:<sender@corp.test> BODY=8BITMIME", "RCPT TO:<quarantine@corp.test>", "DATA", "MAIL FROM:<next@corp.test>"]);
  });

  it("hold with a quarantine that is not there: the sender tries again", async () => {
    expect(await sent(HOLD, { hold: { quarantine: "unknown@corp.test" } })).toBe("451 4.3.0 The message could not be checked; try again");
    expect(open?.hop.delivered).toEqual([]);
  });

  it("is counted and logged by its reference, and no address with it", async () => {
    await sent(HOLD);
    expect(open?.metrics.text()).toContain('leaklint_messages_total{door="smtp",outcome="hold"} 1');
    expect(open?.metrics.text()).toContain('leaklint_message_seconds_count{door="smtp"} 1');
    const lines = JSON.stringify(open?.log.lines);
    expect(lines).toContain('"reference":"LL-TEST","outcome":"hold","reply":550,"recipients":1');
    expect(lines).not.toMatch(/@|corp|example/u);
  });
});

describe("an edited message", () => {
  const edit = async (message: string, edits: readonly HeaderEdit[], cut = message.length): Promise<string> => {
    const bytes = Buffer.from(message, "latin1");
    async function* pieces(): AsyncIterable<Uint8Array> {
      for (let i = 0; i < bytes.length; i += cut) yield bytes.subarray(i, i + cut);
    }
    const out: Uint8Array[] = [];
    for await (const piece of await editedMessage(pieces, [{ name: "X", value: "y" }], edits)) out.push(piece);
    return Buffer.concat(out).toString("latin1");
  };
  const TO = (occurrence: number, value?: string): HeaderEdit => ({ name: "To", occurrence, ...(value !== undefined && { value }) });

  it.each<readonly [string, string, readonly HeaderEdit[], string]>([
    ["the second of a name is deleted", "To: a\r\nto: b\r\nTO: c\r\n\r\nTo: d\r\n", [TO(1)], "X: y\r\nTo: a\r\nTO: c\r\n\r\nTo: d\r\n"],
    ["folded lines go with their field", "To: a,\r\n\tb,\r\n c\r\nCc: d\r\n\r\n", [TO(0, "e")], "X: y\r\nTo: e\r\nCc: d\r\n\r\n"],
    ["white space before the colon", "To : a\r\n\r\n", [TO(0)], "X: y\r\n\r\n"],
    ["a header without a body", "To: a\r\nCc: b\r\n", [TO(0)], "X: y\r\nCc: b\r\n"],
    ["bytes that are no ASCII stay", "Subject: \x93\xfa\r\nTo: a\r\n\r\n\x93\xfa\r\n", [TO(0, "e")], "X: y\r\nSubject: \x93\xfa\r\nTo: e\r\n\r\n\x93\xfa\r\n"],
    ["the header ends where no field stands", "To: a\r\nno field\r\nTo: b\r\n", [TO(0)], "X: y\r\nno field\r\nTo: b\r\n"],
    ["several at once", "To: a\r\nCc: b\r\nTo: c\r\n\r\n", [TO(0, "e"), TO(1), { name: "cc", occurrence: 0 }], "X: y\r\nTo: e\r\n\r\n"],
    ["an empty message", "", [], "X: y\r\n"],
  ])("%s", async (_, message, edits, expected) => {
    for (let cut = 1; cut <= message.length + 1; cut++) expect(await edit(message, edits, cut)).toBe(expected);
  });

  it.each<readonly [string, string, HeaderEdit]>([
    ["a field that is not there", "Subject: x\r\n\r\nTo: a\r\n", TO(0)],
    ["a field behind the first line that is none", "no field\r\nTo: a\r\n\r\n", TO(0)],
    ["a value with a line end that would be another field", "To: a\r\n\r\n", TO(0, "b\r\nBcc: c")],
    ["a value with a bare LF", "To: a\r\n\r\n", TO(0, "b\nc")],
  ])("is refused: %s", async (_, message, wrong) => {
    await expect(edit(message, [wrong])).rejects.toThrow(EditError);
  });
});

describe("a reply of ours", () => {
  it("has no more than 512 bytes, and no half characters", () => {
    const { bytes } = ownReply(550, "5.7.1", "個人情報".repeat(100), true);
    expect(bytes.length).toBeLessThanOrEqual(512);
    expect(bytes.length).toBeGreaterThan(505);
    expect(bytes.toString()).toMatch(/^550 5\.7\.1 [個人情報]+\r\n$/u);
  });
});

import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readEximHead } from "../../src/gateway/check/exim-head.js";
import { startHttp } from "../../src/gateway/check/http.js";
import { reportJson } from "../../src/gateway/check/report-json.js";
import { answerLine, startCheckSocket } from "../../src/gateway/check/socket.js";
import type { Door } from "../../src/gateway/door.js";
import { createMetrics, type Metrics } from "../../src/gateway/metrics.js";
import type { Outcome } from "../../src/gateway/transaction.js";
import { createLinter } from "../../src/linter.js";
import { type FakeJudge, fakeJudge, listLog } from "../support/gateway.js";

const MESSAGE = "From: sender@corp.test\nTo: first@example.test\nSubject: hello\n\nbody\n";
const BLOCK: Outcome = { kind: "block", reply: { code: 550, status: "5.7.1", text: 'Not sent: "personal data" (code LL-TEST)' } };

let folder: string;
let door: Door | undefined;
let metrics: Metrics;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "leaklint-test-check-"));
  metrics = createMetrics();
});
afterEach(async () => {
  await door?.close(0);
  door = undefined;
  await rm(folder, { recursive: true, force: true });
});

const sizes = () => ({ maxMessageBytes: 100_000, maxConnections: 10, spool: { folder: join(folder, "spool"), memoryBytes: 10_000 } });

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

function http(method: string, path: string, body: string | Buffer = "", headers: Readonly<Record<string, string | string[]>> = {}): Promise<Answer> {
  const [, host, port] = /^(.*):(\d+)$/u.exec(door?.address ?? "") ?? [];
  return new Promise((resolve, reject) => {
    const asked = request({ host, port, method, path, headers: { ...headers } }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk)).on("end", () => { resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers }); });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

async function openHttp(judge: FakeJudge, token?: string): Promise<void> {
  door = await startHttp({ listen: { port: 0 }, settings: () => ({ ...sizes(), ...(token !== undefined && { token }) }), judge, log: listLog(), metrics, render: reportJson });
}

const RFC822 = { "content-type": "message/rfc822" };

describe("POST /check", () => {
  it("gives the verdict, and the report as docs/report.md has it", async () => {
    const linter = createLinter({ ownDomains: ["corp.test"] });
    const judge = fakeJudge();
    await openHttp({ ...judge, async judge(transaction, options) {
      const { bytes } = judge.seen.at(-1) ?? { bytes: Buffer.alloc(0) };
      const judgement = await judge.judge(transaction, options);
      return { ...judgement, report: await linter.scanMail(judge.seen.at(-1)?.bytes ?? bytes, { envelope: transaction.envelope }) };
    } });
    const { status, body } = await http("POST", "/check?from=sender@corp.test&rcpt=first@example.test&rcpt=second%2Bx@example.test", MESSAGE, RFC822);
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ outcome: "pass", reference: "LL-TEST", schemaVersion: 1, verdict: "pass", summary: { results: 1 }, results: [{ format: "eml", findings: [] }] });
    expect(judge.seen[0].transaction.envelope).toEqual({ from: "sender@corp.test", to: ["first@example.test", "second+x@example.test"] });
    expect(judge.seen[0].bytes.toString()).toBe(MESSAGE);
  });

  it("takes the envelope from headers too", async () => {
    const judge = fakeJudge();
    await openHttp(judge);
    await http("POST", "/check", MESSAGE, { ...RFC822, "x-envelope-from": "<sender@corp.test>", "x-envelope-to": ["<first@example.test>, <second@example.test>", "third@example.test"] });
    expect(judge.seen[0].transaction.envelope).toEqual({ from: "sender@corp.test", to: ["first@example.test", "second@example.test", "third@example.test"] });
  });

  it("says what is to be done: status 200 is a verdict, not a yes", async () => {
    await openHttp(fakeJudge(() => BLOCK));
    const { status, body } = await http("POST", "/check", MESSAGE, RFC822);
    expect([status, JSON.parse(body)]).toEqual([200, { outcome: "block", reference: "LL-TEST", reply: BLOCK.kind === "block" ? BLOCK.reply : {} }]);
  });

  it.each<readonly [string, FakeJudge]>([
    ["says so", fakeJudge(() => ({ kind: "tempfail", reply: { code: 451, status: "4.3.2", text: "later" } }))],
    ["throws", fakeJudge(() => { throw new Error("secret content"); })],
  ])("asks to try again where the judge cannot: it %s", async (_, judge) => {
    await openHttp(judge);
    const { status, body, headers } = await http("POST", "/check", MESSAGE, RFC822);
    expect([status, headers["retry-after"]]).toEqual([503, "60"]);
    expect(body).not.toContain("secret");
  });

  it.each<readonly [string, Parameters<typeof http>, number]>([
    ["another method", ["GET", "/check"], 405],
    ["a type that a web page may send unasked", ["POST", "/check", MESSAGE, { "content-type": "text/plain" }], 415],
    ["no type", ["POST", "/check", MESSAGE], 415],
    ["nothing", ["POST", "/check", "", RFC822], 400],
    ["too much, as announced", ["POST", "/check", "x".repeat(100_001), RFC822], 413],
    ["too much, unannounced", ["POST", "/check", "x".repeat(100_001), { ...RFC822, "transfer-encoding": "chunked" }], 413],
    ["another path", ["POST", "/", MESSAGE, RFC822], 404],
    ["another path to be read", ["GET", "/etc/passwd"], 404],
  ])("refuses %s", async (_, asked, status) => {
    const judge = fakeJudge();
    await openHttp(judge);
    expect((await http(...asked)).status).toBe(status);
    expect(judge.seen).toEqual([]);
  });

  it.each([["", 401], ["Bearer wrong", 401], ["Bearer s3cret", 200]])("asks for the token: %j gives %d", async (authorization, status) => {
    await openHttp(fakeJudge(), "s3cret");
    expect((await http("POST", "/check", MESSAGE, { ...RFC822, authorization })).status).toBe(status);
    expect((await http("GET", "/healthz")).status).toBe(200);
  });

  it("spills what is large, and leaves nothing", async () => {
    const judge = fakeJudge();
    await openHttp(judge);
    const large = MESSAGE + "x".repeat(50_000);
    expect((await http("POST", "/check", large, RFC822)).status).toBe(200);
    expect(judge.seen[0].bytes.toString()).toBe(large);
    expect(await readdir(join(folder, "spool"))).toEqual([]);
  });
});

describe("/healthz and /metrics", () => {
  it("say whether a message could be checked now", async () => {
    let ready = 1;
    await openHttp({ ...fakeJudge(), state: () => ({ workers: 2, ready, busy: 1, waiting: 7, ended: 3 }) });
    expect(await http("GET", "/healthz")).toMatchObject({ status: 200, body: '{"status":"ready","workers":2,"ready":1,"busy":1,"waiting":7,"ended":3}' });
    ready = 0;
    expect((await http("GET", "/healthz/ready")).status).toBe(503);
    expect((await http("GET", "/healthz/live")).status).toBe(200);
  });

  it("are Prometheus's text: every name once, with its help and type", async () => {
    await openHttp({ ...fakeJudge(), state: () => ({ workers: 2, ready: 2, busy: 1, waiting: 7, ended: 3 }) });
    await http("POST", "/check", MESSAGE, RFC822);
    const { body, headers } = await http("GET", "/metrics");
    expect(headers["content-type"]).toBe("text/plain; version=0.0.4; charset=utf-8");
    const names = [...body.matchAll(/^# TYPE (\S+) /gmu)].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const line of body.split("\n").filter((one) => one !== "" && !one.startsWith("#"))) {
      expect(line).toMatch(/^[a-z_]+(?:\{[a-z]+="[^"\\]*"(?:,[a-z]+="[^"\\]*")*\})? -?[\d.e+-]+$/u);
      expect(names.some((name) => line.startsWith(name))).toBe(true);
    }
    expect(body).toContain('leaklint_messages_total{door="http",outcome="pass"} 1');
    expect(body).toContain('leaklint_message_seconds_bucket{door="http",le="+Inf"} 1');
    expect(body).toContain("leaklint_queue_depth 7");
    expect(body).toContain("leaklint_worker_restarts_total 3");
    expect((await http("GET", "/metrics")).body).toContain("leaklint_worker_restarts_total 3");
    expect(body).not.toMatch(/corp|example/u);
  });
});

describe("the check socket", () => {
  const HEAD = "From sender@corp.test Sun Nov 22 20:00:00 2026\nX-Envelope-From: <sender@corp.test>\nX-Envelope-To: first@example.test, second@example.test\n";

  async function openSocket(judge: FakeJudge): Promise<{ readonly log: ReturnType<typeof listLog> }> {
    const log = listLog();
    await mkdir(join(folder, "scan"));
    door = await startCheckSocket({ listen: { path: join(folder, "check.sock") }, settings: () => ({ ...sizes(), folders: [join(folder, "scan"), "/nowhere"] }), judge, log, metrics });
    return { log };
  }
  /** As Exim does: sends, and reads once. */
  function asked(line: string, end = false): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(door?.address ?? "");
      let text = "";
      socket.on("data", (chunk) => (text += chunk.toString())).on("close", () => { resolve(text); }).on("error", reject);
      if (end) socket.end(line);
      else socket.write(line);
    });
  }
  const scanFile = async (text: string, name = "1vMxYz-000000001Ab-2cDe.eml"): Promise<string> => {
    const path = join(folder, "scan", name);
    await writeFile(path, text);
    return path;
  };

  it("reads the file that Exim names, with the envelope that Exim wrote into it", async () => {
    const judge = fakeJudge(() => BLOCK);
    await openSocket(judge);
    const answer = await asked(`${await scanFile(HEAD + MESSAGE)}\n`);
    expect(answer).toBe('{"outcome":"block","reference":"LL-TEST","summary":"block: Not sent:  personal data  (code LL-TEST)"}\n');
    expect(judge.seen[0].transaction).toMatchObject({ envelope: { from: "sender@corp.test", to: ["first@example.test", "second@example.test"] }, queueId: "1vMxYz-000000001Ab-2cDe" });
    expect(judge.seen[0].bytes.toString()).toBe(MESSAGE);
    expect(metrics.text()).toContain('leaklint_messages_total{door="check",outcome="block"} 1');
  });

  it.each(["", "\\n", "\n", "\r\n"])("knows the end of Exim's path without a line end, which Exim cannot send: %j", async (end) => {
    await openSocket(fakeJudge());
    expect(JSON.parse(await asked(`${await scanFile(HEAD + MESSAGE)}${end}`))).toMatchObject({ outcome: "pass" });
  });

  it("takes the end of what is sent for a line end", async () => {
    await openSocket(fakeJudge());
    expect(JSON.parse(await asked(await scanFile(HEAD + MESSAGE, "message"), true))).toMatchObject({ outcome: "pass" });
  });

  it.each<readonly [string, Outcome | Error]>([["says so", { kind: "tempfail", reply: { code: 451, status: "4.3.2", text: "later" } }], ["throws", new Error("broken")]])(
    "gives no answer, which Exim takes for try again, where the judge cannot: it %s",
    async (_, what) => {
      await openSocket(fakeJudge(() => { if (what instanceof Error) throw what; return what; }));
      expect(await asked(`${await scanFile(HEAD + MESSAGE)}\n`)).toBe("");
    },
  );

  it("reads nothing outside its folders", async () => {
    const judge = fakeJudge();
    const { log } = await openSocket(judge);
    await writeFile(join(folder, "secret.eml"), MESSAGE);
    await mkdir(join(folder, "scan-other"));
    await writeFile(join(folder, "scan-other", "x.eml"), MESSAGE);
    await symlink(join(folder, "secret.eml"), join(folder, "scan", "link.eml"));
    for (const path of ["/etc/passwd", join(folder, "secret.eml"), join(folder, "scan", "..", "secret.eml"), join(folder, "scan", "link.eml"), join(folder, "scan-other", "x.eml"), join(folder, "scan"), join(folder, "scan", "missing.eml"), "", "relative.eml", "\0"]) {
      expect(await asked(`${path}\n`)).toBe("");
    }
    expect(judge.seen).toEqual([]);
    expect(JSON.stringify(log.lines)).not.toContain("secret");
  });

  it("tells the judge of what is too large to be read", async () => {
    const judge = fakeJudge();
    await openSocket(judge);
    await asked(`${await scanFile(HEAD + "x".repeat(200_000))}\n`);
    expect(judge.seen[0].transaction.message).toEqual({ kind: "oversize", bytes: 200_000 });
  });

  it("gives an answer that Exim's buffer of 1,024 bytes holds, whatever is in it", () => {
    for (const character of ["x", '"', "\\", "\u0001", "個", "🙂"]) {
      const line = answerLine({ kind: "block", reply: { code: 550, status: "5.7.1", text: character.repeat(5000) } }, "LL-TEST");
      expect(Buffer.byteLength(line)).toBeLessThan(1024);
      expect((JSON.parse(line) as { summary: string }).summary).toMatch(/^block: [^"\\]*$/u);
    }
  });
});

describe("what Exim writes before a message", () => {
  const head = (text: string, isWhole = true) => readEximHead(Buffer.from(text), isWhole);
  it.each<readonly [string, string, number, object]>([
    ["all of it", "From a@b Sun\nX-Envelope-From: <a@b>\nX-Envelope-To: c@d, e@f\nFrom: x\n\n", 60, { from: "a@b", to: ["c@d", "e@f"] }],
    ["no sender", "From MAILER-DAEMON Sun\nX-Envelope-To: c@d\nFrom: x\n\n", 42, { from: "", to: ["c@d"] }],
    ["a comma in quotes", 'From a@b Sun\nX-Envelope-From: <a@b>\nX-Envelope-To: "c,\\"d"@e, f@g\nX: y\n', 66, { from: "a@b", to: ['"c,\\"d"@e', "f@g"] }],
    ["nothing: another program's file", "From: x\nX-Envelope-From: <a@b>\n\n", 0, { to: [] }],
    ["an empty file", "", 0, { to: [] }],
  ])("%s", (_, text, length, envelope) => {
    expect(head(text)).toEqual({ length, envelope });
  });

  it("is waited for until it is whole", () => {
    expect(head("From a@b Sun\nX-Envelope-From: <a@b>\nX-Envelope-To: c@d", false)).toBeUndefined();
  });
});

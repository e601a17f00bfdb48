/** 2,000 messages, half of them leaking, while leaklint and Postfix's workers are killed at random: none lost, none leaked, none twice. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { chaos, type Outcome } from "../support/postfix/chaos.js";
import { type Postfix, startPostfix } from "../support/postfix/postfix.js";
import { freePort } from "../support/postfix/ports.js";
import { type Serve, startServe } from "../support/postfix/serve.js";
import { type Sink, startSink } from "../support/postfix/sink.js";

/** Another run: LEAKLINT_CHAOS_SEED=7 */
const SEED = Number(process.env["LEAKLINT_CHAOS_SEED"] ?? 20_240_401);
const MESSAGES = 2000;
/** Disks make it slow and change nothing. */
const UNDER = existsSync("/dev/shm") ? "/dev/shm" : undefined;

let sink: Sink;
let serve: Serve;
let postfix: Postfix<"filtered"> | undefined;
beforeEach(async () => {
  sink = await startSink();
});
afterEach(async () => {
  await postfix?.stop();
  await serve?.remove();
  await sink?.close();
});

async function byMilter(messages: number, daemons: readonly string[]): Promise<Outcome> {
  serve = await startServe({ config: { gateway: { limits: { workers: 1 } } } });
  postfix = await startPostfix({
    relayPort: sink.port,
    services: { filtered: { smtpd_milters: `unix:${serve.milterPath}` } },
    // A worker that is killed is started again without a minute's rest.
    main: { milter_default_action: "tempfail", enable_long_queue_ids: "yes", milter_connect_timeout: "5s", milter_command_timeout: "5s", milter_content_timeout: "10s", service_throttle_time: "1s" },
    ...(UNDER !== undefined && { under: UNDER }),
  });
  return chaos({ messages, seed: SEED, port: postfix.ports.filtered, postfix, sink, serve, daemons });
}

function expectWhole(outcome: Outcome, messages: number): void {
  expect(outcome.lost).toEqual([]);
  expect(outcome.leaked).toEqual([]);
  expect(outcome.taken + outcome.refused).toBe(messages);
  expect(outcome.delivered).toBe(messages / 2);
}

function killed({ kills }: Outcome, ...daemons: readonly string[]): number {
  return daemons.reduce((sum, daemon) => sum + (kills[daemon] ?? 0), 0);
}

function tell(what: string, outcome: Outcome): void {
  console.info(`${what}, seed ${SEED}: ${JSON.stringify({ ...outcome, lost: outcome.lost.length, leaked: outcome.leaked.length })}`);
}

test("by milter, while leaklint is killed: nothing lost, nothing leaked, nothing twice", { timeout: 240_000 }, async () => {
  const outcome = await byMilter(600, []);
  tell("milter, leaklint killed", outcome);
  expectWhole(outcome, 600);
  expect(outcome.copies).toBe(0);
  expect(outcome.refused).toBe(150);
  expect(outcome.kills["leaklint"]).toBeGreaterThan(5);
});

// A client that never saw the reply sends again, and so does a worker of Postfix that dies before it has marked its file as delivered: with SMTP
// nobody can tell (RFC 1047). Postfix's queue id tells the two apart, and there must be no other copy.
test("by milter, while Postfix's workers are killed as well: nothing lost, nothing leaked, nothing twice but where a reply was lost", { timeout: 240_000 }, async () => {
  const outcome = await byMilter(MESSAGES, ["smtpd", "cleanup", "qmgr", "smtp"]);
  tell("milter, everybody killed", outcome);
  expectWhole(outcome, MESSAGES);
  expect(outcome.copies - outcome.unanswered - outcome.redelivered).toBe(0);
  expect(outcome.redelivered).toBeLessThanOrEqual(killed(outcome, "smtp", "qmgr"));
  expect(outcome.refused).toBe(MESSAGES / 4);
  expect(Object.keys(outcome.kills).sort()).toEqual(["cleanup", "leaklint", "qmgr", "smtp", "smtpd"]);
});

test("by SMTP proxy, while leaklint and Postfix's workers are killed: nothing lost, nothing leaked", { timeout: 240_000 }, async () => {
  const [proxyPort, postfixPort] = [await freePort(), await freePort()];
  const rules = join(mkdtempSync(join(tmpdir(), "leaklint-rules-")), "header_checks");
  writeFileSync(rules, "/^X-Leaklint: hold/ HOLD\n");
  try {
    serve = await startServe({
      config: { gateway: { smtp: { listen: `inet:${proxyPort}@127.0.0.1`, nextHop: `inet:${postfixPort}@127.0.0.1`, hold: "forward" }, limits: { workers: 1 } } },
    });
    postfix = await startPostfix({
      relayPort: sink.port,
      services: { filtered: {} },
      servicePorts: { filtered: postfixPort },
      main: { enable_long_queue_ids: "yes", service_throttle_time: "1s", header_checks: `regexp:${rules}` },
      ...(UNDER !== undefined && { under: UNDER }),
    });
    const outcome = await chaos({ messages: 1000, seed: SEED, port: proxyPort, postfix, sink, serve, daemons: ["smtpd", "cleanup", "qmgr", "smtp"] });
    tell("SMTP proxy, everybody killed", outcome);
    expectWhole(outcome, 1000);
    expect(outcome.copies - outcome.unanswered - outcome.redelivered).toBe(0);
    expect(outcome.redelivered).toBeLessThanOrEqual(killed(outcome, "smtp", "qmgr"));
    expect(outcome.refused).toBe(250);
  } finally {
    rmSync(dirname(rules), { recursive: true });
  }
});

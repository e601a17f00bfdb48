/** 2,000 messages, half of them leaking, while leaklint and Postfix's workers are killed at random: none lost, none leaked, none twice. */
import { existsSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { chaos } from "../support/postfix/chaos.js";
import { type Postfix, startPostfix } from "../support/postfix/postfix.js";
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

test("by milter", { timeout: 240_000 }, async () => {
  serve = await startServe({ config: { gateway: { limits: { workers: 1 } } } });
  postfix = await startPostfix({
    relayPort: sink.port,
    services: { filtered: { smtpd_milters: `unix:${serve.milterPath}` } },
    // A worker that is killed is started again without a minute's rest.
    main: { milter_default_action: "tempfail", enable_long_queue_ids: "yes", milter_connect_timeout: "5s", milter_command_timeout: "5s", milter_content_timeout: "10s", service_throttle_time: "1s" },
    ...(UNDER !== undefined && { under: UNDER }),
  });
  const outcome = await chaos({ messages: MESSAGES, seed: SEED, port: postfix.ports.filtered, postfix, sink, serve, daemons: ["smtpd", "cleanup", "qmgr", "smtp"] });
  console.info(`chaos by milter, seed ${SEED}: ${JSON.stringify({ ...outcome, lost: outcome.lost.length, leaked: outcome.leaked.length })}`);
  expect(outcome.lost).toEqual([]);
  expect(outcome.leaked).toEqual([]);
  expect(outcome.copies - outcome.unavoidable).toBe(0);
  expect(outcome.taken + outcome.refused).toBe(MESSAGES);
  expect(outcome.delivered).toBe(MESSAGES / 2);
  expect(outcome.refused).toBe(MESSAGES / 4);
  expect(Object.keys(outcome.kills).sort()).toEqual(["cleanup", "leaklint", "qmgr", "smtp", "smtpd"]);
});

/** An SMTP proxy with a judge that says what the test wants, before a next hop that does what the test wants. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readFile } from "node:fs/promises";
import type { Door } from "../../src/gateway/door.js";
import type { Log } from "../../src/gateway/log.js";
import { createMetrics, type Metrics } from "../../src/gateway/metrics.js";
import { DEFAULTS, type SmtpProxyOptions } from "../../src/gateway/smtp/options.js";
import { startSmtpProxy } from "../../src/gateway/smtp/proxy.js";
import type { Judge, Outcome, Transaction } from "../../src/gateway/transaction.js";
import { connectRaw, type FakeNextHop, type NextHopScript, type RawClient, startNextHop } from "./smtp.js";

export interface Seen {
  readonly transaction: Transaction;
  /** The message's bytes, from memory or from its file. */
  readonly bytes: Buffer;
}

export interface FakeJudge extends Judge {
  readonly seen: Seen[];
}

/** @param decide may take its time; what it throws is the judge's failure */
export function fakeJudge(decide: (seen: Seen, signal?: AbortSignal) => Outcome | Promise<Outcome> = () => ({ kind: "pass" })): FakeJudge {
  const seen: Seen[] = [];
  return {
    seen,
    async judge(transaction, options) {
      const { message } = transaction;
      const bytes = message instanceof Uint8Array ? Buffer.from(message) : message.kind === "spilled" ? await readFile(message.path) : Buffer.alloc(0);
      // As the real one does, which gives the bytes to a thread.
      if (message instanceof Uint8Array) structuredClone(message, { transfer: [message.buffer as ArrayBuffer] });
      const one = { transaction, bytes };
      seen.push(one);
      return { outcome: await decide(one, options?.signal), reference: "LL-TEST" };
    },
    state: () => ({ workers: 1, ready: 1, busy: 0, waiting: 0, ended: 0 }),
    close: () => Promise.resolve(),
  };
}

export interface LogLine {
  readonly level: string;
  readonly fields: object;
  readonly text: string;
}

export function listLog(): Log & { readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const put = (level: string) => (fields: object, text: string): void => void lines.push({ level, fields, text });
  return { lines, debug: put("debug"), info: put("info"), warn: put("warn"), error: put("error") };
}

export interface Proxied {
  readonly hop: FakeNextHop;
  readonly judge: FakeJudge;
  readonly proxy: Door;
  readonly log: ReturnType<typeof listLog>;
  readonly metrics: Metrics;
  readonly spool: string;
  /** A client that has read the greeting. */
  client(): Promise<RawClient>;
  /** A client that has said EHLO, MAIL, RCPT and DATA, and was told 354. */
  inData(mail?: string): Promise<RawClient>;
  close(): Promise<void>;
}

export async function startProxied(
  script: NextHopScript = {},
  judge: FakeJudge = fakeJudge(),
  options: Partial<Omit<SmtpProxyOptions, "timeouts">> & { readonly timeouts?: Partial<SmtpProxyOptions["timeouts"]> } = {},
): Promise<Proxied> {
  const hop = await startNextHop(script);
  const spool = await mkdtemp(join(tmpdir(), "leaklint-test-spool-"));
  const log = listLog();
  const metrics = createMetrics();
  const clients = new Set<RawClient>();
  const settings: SmtpProxyOptions = {
    ...DEFAULTS,
    nextHop: { at: { host: "127.0.0.1", port: hop.port }, tls: "off" },
    hostname: "gate.test",
    maxMessageBytes: 20_000_000,
    spool: { folder: spool, memoryBytes: 1_000_000 },
    ...options,
    timeouts: { ...DEFAULTS.timeouts, ...options.timeouts },
  };
  const putAway = async (): Promise<void> => {
    await hop.close();
    await rm(spool, { recursive: true, force: true });
  };
  const proxy = await startSmtpProxy({ listen: { port: 0 }, settings: () => settings, judge, log, metrics }).catch(async (error: unknown) => {
    await putAway();
    throw error;
  });
  const client = async (): Promise<RawClient> => {
    const one = connectRaw(proxy.address);
    clients.add(one);
    await one.reply();
    return one;
  };
  return {
    hop, judge, proxy, log, metrics, spool, client,
    async inData(mail = "MAIL FROM:<sender@corp.test>") {
      const one = await client();
      for (const line of ["EHLO client.test", mail, "RCPT TO:<first@example.test>", "DATA"]) {
        const reply = await one.ask(line);
        if (!/^[23]/u.test(reply)) throw new Error(`${line.slice(0, 4)}: ${reply}`);
      }
      return one;
    },
    async close() {
      for (const one of clients) one.close();
      await proxy.close(0);
      await putAway();
    },
  };
}

/** `leaklint serve` without the command line: doors and judge of a config, their reload and their end. */
import type { Config } from "../config.js";
import { ConfigError } from "../errors.js";
import { DEFAULT_ACTIONS, DEFAULT_GATEWAY_LIMITS, type GatewayConfig } from "../gateway-config.js";
import { type Audit, openAudit } from "./audit.js";
import type { Door } from "./door.js";
import { type Opening, openingsOf, spoolOf } from "./doors.js";
import { openJudge } from "./judge.js";
import type { Log } from "./log.js";
import { createMetrics } from "./metrics.js";
import { problemOf } from "./problem.js";
import { sweepSpool } from "./spool.js";
import type { Judge } from "./transaction.js";

export interface LoadedConfig {
  readonly config: Config;
  /** The file it comes from. */
  readonly path?: string;
}

export interface Gateway {
  /** Where it listens, by kind: "milter /run/leaklint/milter.sock". */
  readonly addresses: readonly string[];
  /** Takes the new config where it is right, and says so where it is not. Connections stay. Never throws. */
  reload(): Promise<boolean>;
  /** Finishes what is under way, takes nothing new, and ends. */
  close(): Promise<void>;
}

interface Bench {
  readonly judge: Judge;
  readonly audit?: Audit;
}

/** @throws ConfigError */
export async function openGateway(load: () => Promise<LoadedConfig>, log: Log): Promise<Gateway> {
  const metrics = createMetrics();
  const doors = new Map<string, Door>();
  let loaded = await load();
  let settings: GatewayConfig = loaded.config.gateway ?? {};
  let bench = await openBench(loaded, log);
  const judge: Judge = {
    judge: (transaction, options) => bench.judge.judge(transaction, options),
    state: () => bench.judge.state(),
    close: (graceMs) => bench.judge.close(graceMs),
  };
  const context = { judge, settings: () => settings, log, metrics };

  /** Opens what is not open yet; what it opened is closed again where one of them cannot be. */
  async function openMissing(openings: readonly Opening[]): Promise<Map<string, Door>> {
    const opened = new Map<string, Door>();
    try {
      for (const opening of openings) {
        const { key } = opening;
        if (!doors.has(key) && !opened.has(key)) opened.set(key, await opening.open(context));
      }
    } catch (error) {
      for (const door of opened.values()) await door.close(0);
      throw error;
    }
    return opened;
  }
  const drainMs = (): number => settings.limits?.drainMs ?? DEFAULT_GATEWAY_LIMITS.drainMs;

  async function replace(next: LoadedConfig): Promise<void> {
    const openings = openingsIn(next.config.gateway ?? {});
    const [oldBench, oldDrainMs] = [bench, drainMs()];
    const newBench = await openBench(next, log);
    let opened: Map<string, Door>;
    try {
      opened = await openMissing(openings);
    } catch (error) {
      await closeBench(newBench, 0);
      throw error;
    }
    loaded = next;
    settings = next.config.gateway ?? {};
    bench = newBench;
    const wanted = new Set(openings.map(({ key }) => key));
    const gone = [...doors].filter(([key]) => !wanted.has(key));
    for (const [key] of gone) doors.delete(key);
    for (const [key, door] of opened) doors.set(key, door);
    // What they have begun is finished in the background: the new config does not wait for it.
    void Promise.all(gone.map(([, door]) => door.close(oldDrainMs)))
      .then(() => closeBench(oldBench, oldDrainMs))
      .catch((error: unknown) => { log.error({ problem: problemOf(error) }, "what the old config opened could not be closed"); });
  }

  try {
    const { folder } = spoolOf(settings);
    const swept = await sweepSpool(folder);
    if (swept > 0) log.warn({ messages: swept }, "messages that an earlier process left in the spool were removed; their senders were never told that they had been taken");
    for (const [key, door] of await openMissing(openingsIn(settings))) doors.set(key, door);
  } catch (error) {
    await closeBench(bench, 0);
    throw error;
  }
  warnOf(settings, log);

  const addresses = (): string[] => [...doors].map(([key, { address }]) => `${key.split(" ", 1)[0]} ${address}`);
  return {
    get addresses() {
      return addresses();
    },
    async reload() {
      try {
        await replace(await load());
        metrics.add("leaklint_config_reloads_total", { result: "taken" });
        log.info({ addresses: addresses() }, "the new config is in use");
        warnOf(settings, log);
        return true;
      } catch (error) {
        metrics.add("leaklint_config_reloads_total", { result: "refused" });
        log.error({ problem: error instanceof ConfigError ? error.message : problemOf(error) }, "the new config is not used: the old one stays");
        return false;
      }
    },
    async close() {
      const until = performance.now() + drainMs();
      await Promise.all([...doors.values()].map((door) => door.close(drainMs())));
      await closeBench(bench, Math.max(0, until - performance.now()));
    },
  };
}

/** What `leaklint serve --check` does: all that a start does, but listening. @throws ConfigError */
export async function checkGatewayConfig(loaded: LoadedConfig, log: Log): Promise<void> {
  openingsIn(loaded.config.gateway ?? {});
  await closeBench(await openBench(loaded, log), 0);
  warnOf(loaded.config.gateway ?? {}, log);
}

function openingsIn(gateway: GatewayConfig): Opening[] {
  const openings = openingsOf(gateway);
  if (openings.length === 0) throw new ConfigError('there is nothing to serve: the config says nothing of gateway.milter, gateway.smtp, gateway.check or gateway.http (or give --milter, such as "unix:/run/leaklint/milter.sock")');
  return openings;
}

async function openBench({ config, path }: LoadedConfig, log: Log): Promise<Bench> {
  const file = config.gateway?.audit?.file;
  const audit = file === undefined ? undefined : await openAuditOf(file);
  try {
    return { judge: await openJudge({ config, log, ...(path !== undefined && { configPath: path }), ...(audit !== undefined && { audit }) }), ...(audit !== undefined && { audit }) };
  } catch (error) {
    await audit?.close();
    throw error;
  }
}

async function openAuditOf(file: string): Promise<Audit> {
  try {
    return await openAudit(file);
  } catch (error) {
    throw new ConfigError(`gateway.audit.file cannot be opened: ${problemOf(error)}`);
  }
}

async function closeBench({ judge, audit }: Bench, graceMs: number): Promise<void> {
  await judge.close(graceMs);
  await audit?.close();
}

/** Settings that let mail out are said aloud, each time. */
function warnOf({ failOpen, actions, audit }: GatewayConfig, log: Log): void {
  const all = { ...DEFAULT_ACTIONS, ...actions };
  if (failOpen === true) log.error({ setting: "gateway.failOpen" }, "FAILING OPEN: mail that cannot be checked is sent unchecked, because gateway.failOpen is true");
  const soft = (["hold", "block", "unread"] as const).filter((level) => all[level] === "warn");
  if (soft.length > 0) log.warn({ setting: "gateway.actions", levels: soft }, "TELLING ONLY: what these verdicts are about is sent with a header");
  if (audit?.onFailure === "continue") log.warn({ setting: "gateway.audit.onFailure" }, "mail goes on where the audit log cannot be written");
}

/** Which doors a config asks for. Each kind is loaded when it is asked for. */
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEFAULT_GATEWAY_LIMITS, type GatewayConfig } from "../gateway-config.js";
import { parseAddress } from "./address.js";
import type { Door } from "./door.js";
import type { Log } from "./log.js";
import type { Metrics } from "./metrics.js";
import type { SpoolOptions } from "./spool.js";
import type { Judge } from "./transaction.js";

export interface DoorContext {
  /** Stays the same over a reload, and asks whichever judge there is then. */
  readonly judge: Judge;
  /** As it is now: a reload changes it. */
  readonly settings: () => GatewayConfig;
  readonly log: Log;
  readonly metrics: Metrics;
}

export interface Opening {
  /** What a door is known by over a reload: kind and address. Another key is another door; the same one stays open. */
  readonly key: string;
  open(context: DoorContext): Promise<Door>;
}

/** @throws ConfigError where an address is none */
export function openingsOf(gateway: GatewayConfig): Opening[] {
  return [...milters(gateway)];
}

function* milters({ milter }: GatewayConfig): Iterable<Opening> {
  for (const [i, address] of listOf(milter).entries()) {
    const listen = parseAddress(address, typeof milter === "string" ? "gateway.milter" : `gateway.milter[${i}]`);
    yield {
      key: `milter ${address}`,
      async open({ judge, settings, log, metrics }) {
        const { openMilter } = await import("./milter/server.js");
        const limits = () => ({ ...DEFAULT_GATEWAY_LIMITS, ...settings().limits, ...spoolOf(settings()) });
        return openMilter({ listen, socketMode: socketModeOf(settings()), judge, limits, log, metrics });
      },
    };
  }
}

export const listOf = (addresses: string | readonly string[] | undefined): readonly string[] =>
  addresses === undefined ? [] : typeof addresses === "string" ? [addresses] : addresses;

export const socketModeOf = ({ socketMode = "660" }: GatewayConfig): number => Number.parseInt(socketMode, 8);

export const spoolOf = ({ spool = join(tmpdir(), "leaklint"), limits }: GatewayConfig): SpoolOptions => ({
  folder: spool,
  memoryBytes: limits?.memoryBytes ?? DEFAULT_GATEWAY_LIMITS.memoryBytes,
});

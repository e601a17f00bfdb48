/** Which doors a config asks for. Each kind is loaded when it is asked for. */
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigError } from "../errors.js";
import { DEFAULT_GATEWAY_LIMITS, type GatewayConfig, type SmtpProxyConfig } from "../gateway-config.js";
import { parseAddress } from "./address.js";
import type { Door, Listen } from "./door.js";
import type { Log } from "./log.js";
import type { Metrics } from "./metrics.js";
import { addressList, isLoopback, refuseLoop } from "./smtp/addresses.js";
import { DEFAULTS as SMTP_DEFAULTS, type SmtpProxyOptions } from "./smtp/options.js";
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
  return [...milters(gateway), ...smtpProxies(gateway), ...checkSockets(gateway), ...httpServers(gateway)];
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

function* smtpProxies({ smtp, ...gateway }: GatewayConfig): Iterable<Opening> {
  if (smtp === undefined) return;
  // Refused before anything is opened or, at a reload, closed.
  const first = smtpOptionsOf(smtp, gateway);
  for (const [i, address] of listOf(smtp.listen).entries()) {
    const listen = parseAddress(address, typeof smtp.listen === "string" ? "gateway.smtp.listen" : `gateway.smtp.listen[${i}]`);
    refuseLoop(listen, first);
    yield {
      key: `smtp ${address}`,
      async open({ judge, settings, log, metrics }) {
        const { startSmtpProxy } = await import("./smtp/proxy.js");
        let known: { readonly of: GatewayConfig; readonly options: SmtpProxyOptions } | undefined;
        const current = (): SmtpProxyOptions => {
          const now = settings();
          if (known?.of !== now) known = { of: now, options: smtpOptionsOf(now.smtp ?? smtp, now) };
          return known.options;
        };
        return startSmtpProxy({ listen, socketMode: socketModeOf(settings()), settings: current, judge, log, metrics });
      },
    };
  }
}

function* checkSockets({ check }: GatewayConfig): Iterable<Opening> {
  for (const [i, address] of listOf(check).entries()) {
    const listen = parseAddress(address, typeof check === "string" ? "gateway.check" : `gateway.check[${i}]`);
    yield {
      key: `check ${address}`,
      async open({ judge, settings, log, metrics }) {
        const { startCheckSocket } = await import("./check/socket.js");
        const options = () => ({ ...sizesOf(settings()), folders: settings().checkFolders ?? EXIM_FOLDERS });
        return startCheckSocket({ listen, socketMode: socketModeOf(settings()), settings: options, judge, log, metrics });
      },
    };
  }
}

function* httpServers({ http, httpToken }: GatewayConfig): Iterable<Opening> {
  for (const [i, address] of listOf(http).entries()) {
    const listen = parseAddress(address, typeof http === "string" ? "gateway.http" : `gateway.http[${i}]`);
    refuseOpenHttp(listen, httpToken);
    yield {
      key: `http ${address}`,
      async open({ judge, settings, log, metrics }) {
        const [{ startHttp }, { reportJson }] = await Promise.all([import("./check/http.js"), import("./check/report-json.js")]);
        const options = () => {
          const { httpToken: token } = settings();
          return { ...sizesOf(settings()), ...(token !== undefined && { token }) };
        };
        return startHttp({ listen, socketMode: socketModeOf(settings()), settings: options, judge, log, metrics, render: reportJson });
      },
    };
  }
}

const EXIM_FOLDERS = ["/var/spool/exim4/scan", "/var/spool/exim/scan"];

const sizesOf = (gateway: GatewayConfig): { readonly maxMessageBytes: number; readonly maxConnections: number; readonly spool: SpoolOptions } => ({
  maxMessageBytes: gateway.limits?.messageBytes ?? DEFAULT_GATEWAY_LIMITS.messageBytes,
  maxConnections: gateway.limits?.connections ?? DEFAULT_GATEWAY_LIMITS.connections,
  spool: spoolOf(gateway),
});

/** @throws ConfigError */
function smtpOptionsOf(smtp: SmtpProxyConfig, gateway: GatewayConfig): SmtpProxyOptions {
  const at = parseAddress(smtp.nextHop, "gateway.smtp.nextHop");
  const isHere = "path" in at || isLoopback(at.host ?? "127.0.0.1");
  const tls = smtp.nextHopTls ?? (isHere ? "off" : "opportunistic");
  if (smtp.nextHopAuth !== undefined && !isHere && tls !== "required" && tls !== "implicit") {
    throw new ConfigError('gateway.smtp.nextHopAuth is a password: gateway.smtp.nextHopTls must be "required" or "implicit"');
  }
  const options: SmtpProxyOptions = {
    ...SMTP_DEFAULTS,
    ...sizesOf(gateway),
    hostname: smtp.hostname ?? hostname(),
    nextHop: {
      at: "path" in at ? at : { host: at.host ?? "127.0.0.1", port: at.port },
      tls,
      ...(smtp.nextHopCa !== undefined && { ca: smtp.nextHopCa }),
      ...(smtp.nextHopAuth !== undefined && { auth: smtp.nextHopAuth }),
      ...(smtp.nextHopHello !== undefined && { helo: smtp.nextHopHello }),
    },
    clients: smtp.clients ?? SMTP_DEFAULTS.clients,
    trusted: smtp.trusted ?? SMTP_DEFAULTS.trusted,
    hold: smtp.quarantine === undefined ? (smtp.hold ?? SMTP_DEFAULTS.hold) : { quarantine: smtp.quarantine },
    maxRecipients: smtp.recipients ?? SMTP_DEFAULTS.maxRecipients,
    ...(smtp.tls !== undefined && { tls: smtp.tls }),
  };
  addressList(options.clients, "clients");
  addressList(options.trusted, "trusted");
  return options;
}

/** @throws ConfigError */
function refuseOpenHttp(listen: Listen, token: string | undefined): void {
  if ("path" in listen || isLoopback(listen.host ?? "127.0.0.1") || token !== undefined) return;
  throw new ConfigError("gateway.http can be reached from other machines: it needs gateway.httpToken, or a loopback address, or a unix socket");
}

export const listOf = (addresses: string | readonly string[] | undefined): readonly string[] =>
  addresses === undefined ? [] : typeof addresses === "string" ? [addresses] : addresses;

export const socketModeOf = ({ socketMode = "660" }: GatewayConfig): number => Number.parseInt(socketMode, 8);

export const spoolOf = ({ spool = join(tmpdir(), "leaklint"), limits }: GatewayConfig): SpoolOptions => ({
  folder: spool,
  memoryBytes: limits?.memoryBytes ?? DEFAULT_GATEWAY_LIMITS.memoryBytes,
});

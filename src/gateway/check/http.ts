/**
 * One message in, one JSON verdict out: `POST /check` for programs that have a message in their hands. Beside it what an operator asks:
 * `/healthz` (and `/healthz/live`) and `/metrics`. A program that sends must take no answer, and any status but 200, for "try again".
 */
import { timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Report } from "../../contract.js";
import type { Door, Listen } from "../door.js";
import { closeServer, listenOn } from "../listen.js";
import type { Log } from "../log.js";
import { METRICS_CONTENT_TYPE, type Metrics } from "../metrics.js";
import { problemOf } from "../problem.js";
import { createSpool, SpoolError, type SpoolOptions } from "../spool.js";
import type { Judge, Judgement } from "../transaction.js";

export interface HttpOptions {
  /** For `/check`: `Authorization: Bearer …`. */
  readonly token?: string;
  readonly maxMessageBytes: number;
  readonly maxConnections: number;
  readonly spool: SpoolOptions;
}

export interface HttpContext {
  readonly listen: Listen;
  readonly socketMode?: number;
  /** Asked at each request. */
  readonly settings: () => HttpOptions;
  readonly judge: Judge;
  readonly log: Log;
  readonly metrics: Metrics;
  /** The report as docs/report.md has it. */
  readonly render: (report: Report) => string;
}

const TYPES = /^(?:message\/(?:rfc822|global)|application\/octet-stream)\s*(?:;|$)/iu;
const HEADERS_MS = 30_000;
const REQUEST_MS = 600_000;

/** What the client is told; `code` is for programs. */
class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    text: string,
  ) {
    super(text);
  }
}

/**
 * Whoever can reach it may ask: the config is refused where that is another machine and there is no token (src/gateway/doors.ts).
 * @throws ConfigError
 */
export async function startHttp({ listen, socketMode, settings, judge, log, metrics, render }: HttpContext): Promise<Door> {
  let isClosing = false;
  let restarts = 0;
  const server = createServer({ requestTimeout: REQUEST_MS, headersTimeout: HEADERS_MS, connectionsCheckingInterval: 5000 }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!(error instanceof Refusal)) log.error({ door: "http", problem: problemOf(error) }, "request failed");
      const { status, code, message } = error instanceof Refusal ? error : new Refusal(503, "failed", "the message could not be checked; try again");
      send(response, status, JSON.stringify({ error: code, message }), { ...(status === 503 && { "retry-after": "60" }), ...(!request.complete && { connection: "close" }) });
    });
  });
  server.maxConnections = settings().maxConnections;
  server.on("connection", () => {
    metrics.add("leaklint_connections_total", { door: "http" });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://localhost");
    const isGet = request.method === "GET" || request.method === "HEAD";
    if (url.pathname === "/check") {
      if (request.method !== "POST") throw new Refusal(405, "method", "POST a message");
      await check(url, request, response);
    } else if (!isGet) throw new Refusal(404, "path", "there is /check, /healthz and /metrics");
    else if (url.pathname === "/healthz/live") send(response, 200, JSON.stringify({ status: "live" }));
    else if (url.pathname === "/healthz" || url.pathname === "/healthz/ready") health(response);
    else if (url.pathname === "/metrics") {
      gauges();
      send(response, 200, metrics.text(), { "content-type": METRICS_CONTENT_TYPE });
    } else throw new Refusal(404, "path", "there is /check, /healthz and /metrics");
  }

  function health(response: ServerResponse): void {
    const state = judge.state();
    const isReady = !isClosing && state.ready > 0;
    send(response, isReady ? 200 : 503, JSON.stringify({ status: isReady ? "ready" : isClosing ? "stopping" : "not ready", ...state }));
  }

  function gauges(): void {
    const { waiting, busy, ended } = judge.state();
    metrics.set("leaklint_queue_depth", {}, waiting);
    metrics.set("leaklint_workers_busy", {}, busy);
    // After a reload there is another judge, which counts from 0.
    metrics.add("leaklint_worker_restarts_total", {}, ended < restarts ? ended : ended - restarts);
    restarts = ended;
  }

  async function check(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { token, maxMessageBytes, spool: spoolOptions } = settings();
    if (token !== undefined && !isSame(request.headers.authorization ?? "", `Bearer ${token}`)) throw new Refusal(401, "token", "Authorization: Bearer … is wrong or missing");
    // A web page can make a browser post, but not with these types unless it is allowed to, and nothing here allows it.
    if (!TYPES.test(request.headers["content-type"] ?? "")) throw new Refusal(415, "type", "Content-Type must be message/rfc822");
    if (Number(request.headers["content-length"] ?? 0) > maxMessageBytes) throw new Refusal(413, "size", "the message is too large to be checked");
    const envelope = envelopeOf(url, request);
    const spool = createSpool(spoolOptions, metrics);
    const leaving = new AbortController();
    response.once("close", () => {
      leaving.abort();
    });
    try {
      for await (const chunk of request as AsyncIterable<Buffer>) {
        if (spool.bytes + chunk.length > maxMessageBytes) throw new Refusal(413, "size", "the message is too large to be checked");
        await spool.write(chunk);
      }
      if (spool.bytes === 0) throw new Refusal(400, "empty", "there is no message in the request");
      const start = performance.now();
      const judgement = await judge.judge({ envelope, message: await spool.finish(), isUtf8: true }, { signal: leaving.signal });
      metrics.observe("leaklint_message_seconds", { door: "http" }, (performance.now() - start) / 1000);
      metrics.add("leaklint_messages_total", { door: "http", outcome: leaving.signal.aborted ? "abandoned" : judgement.outcome.kind });
      metrics.add("leaklint_message_bytes_total", { door: "http" }, spool.bytes);
      send(response, judgement.outcome.kind === "tempfail" ? 503 : 200, verdictJson(judgement, render), judgement.outcome.kind === "tempfail" ? { "retry-after": "60" } : {});
    } catch (error) {
      if (error instanceof SpoolError) throw new Refusal(503, "disk", "there is no disk space; try again");
      throw error;
    } finally {
      await spool.discard();
    }
  }

  const address = await listenOn(server, listen, socketMode);
  return {
    address,
    async close(graceMs) {
      isClosing = true;
      const closed = closeServer(server, graceMs, () => {
        server.closeAllConnections();
      });
      server.closeIdleConnections();
      await closed;
    },
  };
}

function send(response: ServerResponse, status: number, body: string, headers: Readonly<Record<string, string>> = {}): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", "x-content-type-options": "nosniff", ...headers });
  response.end(body);
}

/**
 * What is to be done, and the report where anything was read. An outcome without a report was not checked: `results` is then not there,
 * rather than empty.
 */
function verdictJson({ outcome, reference, report, trouble }: Judgement, render: HttpContext["render"]): string {
  const known = report === undefined ? {} : (JSON.parse(render(report)) as object); // jsonReporter's own
  const reply = "reply" in outcome ? outcome.reply : undefined;
  return JSON.stringify({
    outcome: outcome.kind,
    reference,
    ...(trouble !== undefined && { trouble }),
    ...(reply !== undefined && { reply }),
    ...("header" in outcome && { header: outcome.header }),
    ...("edits" in outcome && { edits: outcome.edits }),
    ...("reason" in outcome && { reason: outcome.reason }),
    ...known,
  });
}

/** `?from=…&rcpt=…&rcpt=…`, or the headers X-Envelope-From and X-Envelope-To (addresses with commas between them, or one header each). */
function envelopeOf(url: URL, request: IncomingMessage): { readonly from?: string; readonly to: readonly string[] } {
  const header = (name: string): string[] => (request.headersDistinct[name] ?? []).map((value) => Buffer.from(value, "latin1").toString("utf8"));
  const bare = (address: string): string => address.trim().replace(/^<(?<path>[^<>]*)>$/u, "$<path>");
  const from = url.searchParams.get("from") ?? header("x-envelope-from")[0];
  const to = [...url.searchParams.getAll("rcpt"), ...header("x-envelope-to").flatMap((value) => value.split(","))].map(bare).filter((address) => address !== "");
  return { ...(from !== undefined && { from: bare(from) }), to };
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

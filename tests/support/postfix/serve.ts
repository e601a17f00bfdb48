/** `leaklint serve`, the built one, as an administrator starts it. */
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { freePort } from "./ports.js";

const CLI = resolve(process.env["LEAKLINT_DIST"] ?? resolve(import.meta.dirname, "../../../dist"), "cli.js");
const STARTS_WITHIN_MS = 60_000;

export interface Serve {
  readonly folder: string;
  readonly milterPath: string;
  readonly milterPort: number;
  /** Parsed lines of its log. */
  log(): readonly Readonly<Record<string, unknown>>[];
  /** Of the process running now. */
  pid(): number;
  signal(name: NodeJS.Signals): void;
  /** SIGKILL, and the socket files stay as they are. */
  kill(): Promise<void>;
  /** Again with the same config, after `kill`. */
  start(): Promise<void>;
  /** SIGTERM. @returns its exit status */
  stop(): Promise<number | null>;
  /** `stop`, and its folder is removed. */
  remove(): Promise<void>;
}

export interface ServeOptions {
  /** Keys of the config; `gateway` is merged with this harness's own listeners. A function: is given the folder. */
  readonly config?: Readonly<Record<string, unknown>> & { readonly gateway?: Readonly<Record<string, unknown>> };
  /** In place of `config`: the text of a leaklint.config.mjs. Given where it must listen. */
  readonly module?: (where: { readonly milterPath: string; readonly milterPort: number }) => string;
  readonly env?: NodeJS.ProcessEnv;
  /** Node's own: "--cpu-prof". */
  readonly nodeOptions?: readonly string[];
  readonly under?: string;
  /** In place of all that: a config as it stands somewhere, run by this user and group. Paths in it must be theirs. */
  readonly written?: { readonly text: string; readonly milterPath: string; readonly user: number; readonly group: number };
}

/** @throws Error with its log where it does not listen in time */
export async function startServe({ config = {}, module, env, nodeOptions = [], under, written }: ServeOptions = {}): Promise<Serve> {
  if (!existsSync(CLI)) throw new Error("there is no dist/: run `npm run build` first");
  const folder = mkdtempSync(join(under ?? tmpdir(), "leaklint-serve-"));
  // Postfix's daemons are not root.
  chmodSync(folder, 0o755);
  const milterPath = written?.milterPath ?? join(folder, "milter.sock");
  const milterPort = await freePort();
  const file = join(folder, module === undefined ? "leaklint.config.json" : "leaklint.config.mjs");
  const whole = { ownDomains: ["corp.test"], ...config, gateway: { milter: [`unix:${milterPath}`, `inet:${milterPort}@127.0.0.1`], socketMode: "666", spool: join(folder, "spool"), ...config.gateway } };
  writeFileSync(file, written?.text ?? (module === undefined ? JSON.stringify(whole) : module({ milterPath, milterPort })));
  const logFile = join(folder, "log");
  writeFileSync(logFile, "");
  let child: ChildProcess | undefined;
  let status: Promise<number | null> = Promise.resolve(null);

  async function start(): Promise<void> {
    const out = openSync(logFile, "a");
    const started = spawn(process.execPath, [...nodeOptions, CLI, "serve", "--config", file], { cwd: folder, stdio: ["ignore", out, out], env: { ...process.env, ...env }, ...(written !== undefined && { uid: written.user, gid: written.group }) });
    closeSync(out);
    child = started;
    status = new Promise((settle) => started.once("exit", (code) => { settle(code); }));
    const until = Date.now() + STARTS_WITHIN_MS;
    // A socket that can be connected to is not ready yet: its mode may not be set.
    while (!log().some(({ msg, pid }) => msg === "ready" && pid === started.pid)) {
      if (started.exitCode !== null || Date.now() > until) throw new Error(`leaklint serve is not ready: ${readFileSync(logFile, "utf8")}`);
      await new Promise((settle) => setTimeout(settle, 20));
    }
  }
  /** The last line may be half written. */
  const log = (): Readonly<Record<string, unknown>>[] => readFileSync(logFile, "utf8").split("\n").slice(0, -1).filter((line) => line.startsWith("{")).map((line) => JSON.parse(line) as Record<string, unknown>);
  const running = (): ChildProcess => {
    if (child === undefined) throw new Error("leaklint serve was not started");
    return child;
  };
  async function stop(): Promise<number | null> {
    running().kill("SIGCONT");
    running().kill("SIGTERM");
    return status;
  }
  const serve: Serve = {
    folder, milterPath, milterPort, start, stop,
    log,
    pid: () => running().pid ?? 0,
    signal: (name) => { running().kill(name); },
    async kill() {
      running().kill("SIGKILL");
      await status;
    },
    async remove() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    await start();
  } catch (error) {
    running().kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return serve;
}

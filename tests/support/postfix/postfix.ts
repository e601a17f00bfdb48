/**
 * A real Postfix of one's own: its configuration, queue, data and log in one folder, its services on loopback ports, nothing of the
 * machine's own touched. Needs root (its daemons change to the user postfix) and Debian's package; nothing is chrooted, so that a
 * filter's socket may lie anywhere.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { freePort } from "./ports.js";

const DAEMONS = "/usr/lib/postfix/sbin";

export interface QueueEntry {
  readonly queue_name: "incoming" | "active" | "deferred" | "hold" | "maildrop" | "corrupt";
  readonly queue_id: string;
  readonly sender: string;
  readonly message_size: number;
  readonly recipients: readonly { readonly address: string; readonly delay_reason?: string }[];
}

export interface Postfix<Service extends string = string> {
  readonly folder: string;
  /** For `-c`. */
  readonly config: string;
  readonly queueFolder: string;
  /** Of the smtpd of that name. */
  readonly ports: Readonly<Record<Service, number>>;
  /** One of Postfix's commands on this instance. @throws Error with what it printed when it fails */
  run(command: "postqueue" | "postsuper" | "postconf" | "postcat" | "sendmail", args: readonly string[], input?: string): string;
  queue(): QueueEntry[];
  /** Everything it logged so far. */
  log(): string;
  /** Ids of this instance's processes of a daemon: "smtpd", "cleanup", "qmgr", "smtp". */
  processes(daemon: string): number[];
  /** Sets parameters of main.cf and has every daemon read them again. */
  set(parameters: Readonly<Record<string, string>>): Promise<void>;
  stop(): Promise<void>;
}

export interface PostfixOptions<Service extends string> {
  /** smtpd services, each with parameters of its own ("smtpd_milters"). */
  readonly services: Readonly<Record<Service, Readonly<Record<string, string>>>>;
  /** Where others already expect them; else free ones. */
  readonly servicePorts?: Partial<Readonly<Record<Service, number>>>;
  /** Lines of main.cf, behind this harness's own. */
  readonly main?: Readonly<Record<string, string>>;
  /** Port of the next hop. */
  readonly relayPort: number;
  /** Where its folder is made; default: the temporary folder. */
  readonly under?: string;
  /** In place of a folder of its own: a small file system, say. Emptied by whoever gives it. */
  readonly queueFolder?: string;
  /** smtpd and cleanup in a chroot, as Debian has them. */
  readonly chroot?: boolean;
}

export function hasPostfix(): boolean {
  return existsSync(join(DAEMONS, "master"));
}

/** @throws Error with its log when it does not come up */
export async function startPostfix<Service extends string>(options: PostfixOptions<Service>): Promise<Postfix<Service>> {
  const folder = mkdtempSync(join(options.under ?? tmpdir(), "leaklint-postfix-"));
  // Its daemons are not root and must get through.
  chmodSync(folder, 0o755);
  const config = join(folder, "etc");
  const data = join(folder, "data");
  const queue = options.queueFolder ?? join(folder, "queue");
  for (const each of [config, data, queue]) mkdirSync(each, { recursive: true });
  makeFolders(queue, data);
  const ports = {} as Record<Service, number>; // filled for every service in the next lines
  const names = Object.keys(options.services) as Service[]; // the keys of a Record of Service
  for (const name of names) ports[name] = options.servicePorts?.[name] ?? (await freePort());
  const maillog = join(folder, "maillog");
  writeFileSync(join(config, "main.cf"), assignments({ ...ownParameters(folder, queue, data, maillog, options.relayPort), ...options.main }));
  writeFileSync(join(config, "master.cf"), masterFile(names.map((name) => ({ port: ports[name], parameters: options.services[name] })), options.chroot === true ? "y" : "n"));

  const log = (): string => (existsSync(maillog) ? readFileSync(maillog, "utf8") : "");
  const run: Postfix["run"] = (command, args, input) => {
    const { status, stdout, stderr, error } = spawnSync(command, [command === "sendmail" ? "-C" : "-c", config, ...args], { encoding: "utf8", input, env: environment(), maxBuffer: 2 ** 26 });
    if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed: ${error?.message ?? stderr}`);
    return stdout + stderr;
  };
  // What `postfix start` ends in. The script itself searches the machine's own folders for a quarter of a minute first.
  const master = spawn(join(DAEMONS, "master"), ["-c", config, "-d"], { stdio: ["ignore", "pipe", "pipe"], env: environment() });
  let said = "";
  for (const stream of [master.stdout, master.stderr]) stream.on("data", (chunk: Buffer) => { said += chunk.toString(); });
  const postfix: Postfix<Service> = {
    folder,
    config,
    queueFolder: queue,
    ports,
    run,
    queue: () => run("postqueue", ["-j"]).split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line) as QueueEntry),
    log,
    processes: (daemon) => processesOf(queue, daemon),
    async set(parameters) {
      run("postconf", ["-e", ...Object.entries(parameters).map(([name, value]) => `${name}=${value}`)]);
      const before = log().split("reload -- version").length;
      // What `postfix reload` ends in.
      master.kill("SIGHUP");
      await until(() => log().split("reload -- version").length > before, "Postfix did not reload");
    },
    async stop() {
      await stopMaster(master);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
  try {
    await until(() => log().includes("daemon started") || master.exitCode !== null, "Postfix did not start");
    if (master.exitCode !== null) throw new Error("Postfix ended at once");
  } catch (error) {
    const found = `${said}${log()}`;
    await postfix.stop();
    throw new Error(`${error instanceof Error ? error.message : String(error)}: ${found}`, { cause: error });
  }
  return postfix;
}

function ownParameters(folder: string, queue: string, data: string, maillog: string, relayPort: number): Record<string, string> {
  return {
    compatibility_level: "3.6",
    queue_directory: queue,
    data_directory: data,
    command_directory: "/usr/sbin",
    daemon_directory: DAEMONS,
    mail_owner: "postfix",
    setgid_group: "postdrop",
    maillog_file: maillog,
    maillog_file_prefixes: `${folder}, /dev`,
    myhostname: "mx.test",
    mydomain: "test",
    myorigin: "mx.test",
    mydestination: "",
    local_recipient_maps: "",
    alias_maps: "",
    alias_database: "",
    inet_interfaces: "127.0.0.1",
    inet_protocols: "ipv4",
    mynetworks: "127.0.0.0/8",
    smtpd_relay_restrictions: "permit_mynetworks, reject",
    smtpd_recipient_restrictions: "permit_mynetworks, reject",
    relayhost: `[127.0.0.1]:${relayPort}`,
    smtp_dns_support_level: "disabled",
    smtp_host_lookup: "native",
    smtp_tls_security_level: "none",
    smtpd_tls_security_level: "none",
    smtputf8_enable: "yes",
    // What comes out is to be compared with what went in: nothing is added, and long lines are not broken.
    always_add_missing_headers: "no",
    local_header_rewrite_clients: "",
    smtp_line_length_limit: "0",
    // No mail to a postmaster about what tests bring about.
    notify_classes: "",
    // Tests do not wait for a queue run.
    queue_run_delay: "3600s",
    minimal_backoff_time: "3600s",
    // Nor does one client's misbehaviour slow the next test.
    smtpd_error_sleep_time: "0",
    smtpd_soft_error_limit: "1000",
    smtpd_hard_error_limit: "1000",
    smtpd_client_connection_count_limit: "0",
    anvil_rate_time_unit: "3600s",
  };
}

function assignments(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters).map(([name, value]) => `${name} = ${value}\n`).join("");
}

/** master(5): Debian's services without the chroot, without those that deliver elsewhere. */
const SERVICES = `pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`;

function masterFile(services: readonly { readonly port: number; readonly parameters: Readonly<Record<string, string>> }[], chroot: "y" | "n"): string {
  return services.map(({ port, parameters }) => {
    // A value with spaces stands in braces: { name = value }.
    const overrides = Object.entries(parameters).map(([name, value]) => ` -o { ${name} = ${value} }`).join("");
    return `127.0.0.1:${port} inet n - ${chroot} - - smtpd${overrides}\n`;
  }).join("") + SERVICES.replace(/^cleanup unix n - n/mu, `cleanup unix n - ${chroot}`);
}

/** Without MAIL_CONFIG and the like, which would lead Postfix's commands elsewhere. */
function environment(): NodeJS.ProcessEnv {
  return { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LANG: "C" };
}

/** As Debian's /usr/share/postfix/postfix-files has them. */
function makeFolders(queue: string, data: string): void {
  const user = idOf("postfix", "-u");
  const group = groupId("postdrop");
  chownSync(data, user, 0);
  for (const name of ["active", "bounce", "corrupt", "defer", "deferred", "flush", "hold", "incoming", "private", "saved", "trace"]) folderOf(join(queue, name), 0o700, user, 0);
  folderOf(join(queue, "maildrop"), 0o730, user, group);
  folderOf(join(queue, "public"), 0o710, user, group);
  folderOf(join(queue, "pid"), 0o755, 0, 0);
}

function folderOf(path: string, mode: number, user: number, group: number): void {
  mkdirSync(path, { recursive: true });
  chownSync(path, user, group);
  chmodSync(path, mode);
}

function groupId(group: string): number {
  const { status, stdout } = spawnSync("getent", ["group", group], { encoding: "utf8" });
  if (status !== 0) throw new Error(`there is no group ${group}: is Postfix installed?`);
  return Number(stdout.split(":")[2]);
}

export function idOf(user: string, flag: "-u" | "-g"): number {
  const { status, stdout } = spawnSync("id", [flag, user], { encoding: "utf8" });
  if (status !== 0) throw new Error(`there is no user ${user}: is Postfix installed?`);
  return Number(stdout);
}

/** Every daemon works in its queue folder: that tells one instance's processes from another's. */
function processesOf(queue: string, daemon: string): number[] {
  return readdirSync("/proc").filter((name) => /^\d+$/u.test(name)).map(Number).filter((id) => {
    try {
      return basename(readlinkSync(`/proc/${id}/exe`)) === daemon && readlinkSync(`/proc/${id}/cwd`) === queue;
    } catch (error) {
      // It ended meanwhile, or is the kernel's own.
      if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ESRCH" || error.code === "EACCES")) return false;
      throw error;
    }
  });
}

async function stopMaster(master: ChildProcess): Promise<void> {
  if (master.exitCode !== null || master.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => master.once("exit", () => { resolve(); }));
  master.kill("SIGTERM");
  const timer = setTimeout(() => master.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(timer);
}

/** @throws Error with `message` */
export async function until(isSo: () => boolean, message: string, withinMs = 20_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(message);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

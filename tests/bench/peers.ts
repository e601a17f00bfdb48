/** The mail filters that leaklint is measured against, each set up to do what it is for, on sockets of its own. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { freePort } from "../support/postfix/ports.js";

export interface Peer {
  readonly name: string;
  /** As Postfix's smtpd_milters names it. */
  readonly milter: string;
  stop(): Promise<void>;
}

export interface PeerKind {
  readonly name: string;
  /** The programs it needs, with their Debian packages. */
  readonly programs: Readonly<Record<string, string>>;
  start(folder: string): Promise<Peer>;
}

/** What is missing for it: "clamd (clamav-daemon)". */
export function missingFor({ programs }: PeerKind): string[] {
  return Object.entries(programs).filter(([path]) => !existsSync(path)).map(([path, debian]) => `${path} (${debian})`);
}

/** Signs every message, relaxed and with 2,048 bits, as its packages recommend. */
const opendkim: PeerKind = {
  name: "opendkim, signing",
  programs: { "/usr/sbin/opendkim": "opendkim", "/usr/bin/openssl": "openssl" },
  async start(folder) {
    const key = join(folder, "key.pem");
    run("openssl", ["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", key]);
    chmodSync(key, 0o600);
    const socket = join(folder, "opendkim.sock");
    const file = join(folder, "opendkim.conf");
    writeFileSync(file, `Socket local:${socket}\nMode s\nDomain corp.test\nSelector s\nKeyFile ${key}\nCanonicalization relaxed/simple\nInternalHosts 127.0.0.1\nOversignHeaders From\nUMask 000\nSyslog no\nBackground no\nRequireSafeKeys no\n`);
    return started(this.name, `unix:${socket}`, "/usr/sbin/opendkim", ["-f", "-x", file], folder, socket);
  },
};

/** One rule, in Lua, over the text of every part. */
const rspamd: PeerKind = {
  name: "rspamd, one rule",
  programs: { "/usr/bin/rspamd": "rspamd" },
  async start(folder) {
    const port = await freePort();
    writeFileSync(join(folder, "rule.lua"), `local re = require "rspamd_regexp"
local digits = re.create_cached("/\\\\d{4}[ -]?\\\\d{4}[ -]?\\\\d{4}/")
rspamd_config:register_symbol{ name = "TWELVE_DIGITS", score = 20.0, callback = function(task)
  for _, part in ipairs(task:get_text_parts() or {}) do
    if digits:match(part:get_content()) then return true end
  end
end }
`);
    writeFileSync(join(folder, "rspamd.conf"), `options { pidfile = "${folder}/rspamd.pid"; filters = ""; tempdir = "${folder}"; dns { nameserver = ["127.0.0.1"]; timeout = 0.1s; } url_tld = "/usr/share/rspamd/effective_tld_names.dat"; }
logging { type = "file"; filename = "${folder}/rspamd.log"; level = "error"; }
actions { reject = 15; }
group "one" { symbol "TWELVE_DIGITS" { weight = 20.0; } }
worker "rspamd_proxy" { bind_socket = "127.0.0.1:${port}"; milter = yes; timeout = 120s; count = 2; upstream "local" { default = yes; self_scan = yes; } }
lua = "${folder}/rule.lua";
`);
    return started(this.name, `inet:127.0.0.1:${port}`, "/usr/bin/rspamd", ["-f", "-i", "-c", join(folder, "rspamd.conf")], folder, port);
  },
};

/** With structured-data detection; its database is one hand-made signature, since freshclam needs a network. */
const clamav: PeerKind = {
  name: "clamav-milter, structured data",
  programs: { "/usr/sbin/clamd": "clamav-daemon", "/usr/sbin/clamav-milter": "clamav-milter" },
  async start(folder) {
    const database = join(folder, "database");
    mkdirSync(database);
    writeFileSync(join(database, "one.hdb"), "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test\n");
    const daemon = join(folder, "clamd.sock");
    writeFileSync(join(folder, "clamd.conf"), `LocalSocket ${daemon}\nDatabaseDirectory ${database}\nForeground yes\nUser root\nStructuredDataDetection yes\nStructuredMinCreditCardCount 1\nStructuredMinSSNCount 1\nStructuredSSNFormatStripped yes\nTemporaryDirectory ${folder}\nMaxThreads 4\nLogFile ${folder}/clamd.log\n`);
    const socket = join(folder, "milter.sock");
    writeFileSync(join(folder, "milter.conf"), `MilterSocket unix:${socket}\nMilterSocketMode 666\nClamdSocket unix:${daemon}\nForeground yes\nUser root\nOnInfected Reject\nOnFail Defer\nMaxFileSize 100M\nTemporaryDirectory ${folder}\nLogFile ${folder}/milter.log\n`);
    const clamd = await started("clamd", "", "/usr/sbin/clamd", ["-c", join(folder, "clamd.conf")], folder, daemon);
    try {
      const milter = await started(this.name, `unix:${socket}`, "/usr/sbin/clamav-milter", ["-c", join(folder, "milter.conf")], folder, socket);
      return { ...milter, async stop() { await milter.stop(); await clamd.stop(); } };
    } catch (error) {
      await clamd.stop();
      throw error;
    }
  },
};

export const PEERS: readonly PeerKind[] = [opendkim, rspamd, clamav];

function run(command: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
}

/** @param listensAt what can be connected to once it is ready */
async function started(name: string, milter: string, command: string, args: readonly string[], folder: string, listensAt: string | number): Promise<Peer> {
  const child = spawn(command, [...args], { stdio: ["ignore", "pipe", "pipe"], cwd: folder });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => { said += chunk.toString(); });
  const until = Date.now() + 60_000;
  while (!(await answers(listensAt))) {
    if (child.exitCode !== null || Date.now() > until) {
      child.kill("SIGKILL");
      const log = join(folder, "clamd.log");
      throw new Error(`${name} does not listen: ${said}${existsSync(log) ? readFileSync(log, "utf8") : ""}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  if (typeof listensAt === "string") chmodSync(listensAt, 0o666);
  return { name, milter, stop: async () => ended(child) };
}

async function answers(where: string | number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = typeof where === "string" ? connect(where) : connect(where, "127.0.0.1");
    socket.once("connect", () => { socket.destroy(); resolve(true); });
    socket.once("error", () => { resolve(false); });
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise<void>((resolve) => child.once("exit", () => { resolve(); }));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await exit;
  clearTimeout(timer);
}

/** docs/gateway-postfix.md as it is written: its lines are the configuration, its commands are run, and they do what it says. */
import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { sendMail, type SmtpReply } from "../support/postfix/client.js";
import { blockedLetter, exposedLetter, heldLetter, letter, type Letter, RECIPIENT, SENDER, withoutReceived } from "../support/postfix/messages.js";
import { idOf, type Postfix, startPostfix, until } from "../support/postfix/postfix.js";
import { type Serve, startServe } from "../support/postfix/serve.js";
import { type Sink, startSink } from "../support/postfix/sink.js";

const PAGE = readFileSync(join(import.meta.dirname, "../../docs/gateway-postfix.md"), "utf8");

interface Block {
  readonly language: string;
  readonly text: string;
}
const BLOCKS: readonly Block[] = [...PAGE.matchAll(/^```(\S+)\n([^]*?)^```$/gmu)].map(([, language, text]) => ({ language, text }));
const used = new Set<Block>();

/** The block that begins so. */
function block(language: string, beginning: string): string {
  const found = BLOCKS.filter((one) => one.language === language && one.text.startsWith(beginning));
  expect(found).toHaveLength(1);
  used.add(found[0]);
  return found[0].text;
}

/** Debian's user without rights stands for leaklint's own. */
const USER = "nobody";
let folder: string;
let queueFolder: string;
let sink: Sink;
let serve: Serve;
let postfix: Postfix<"smtp">;

/** On this machine: another place for each folder that it names, another user for leaklint's. */
function here(text: string): string {
  return text.replaceAll("/var/spool/postfix", queueFolder).replaceAll("/var/lib/leaklint", join(folder, "lib")).replaceAll("/var/log/leaklint", join(folder, "log")).replaceAll("-o leaklint", `-o ${USER}`).replaceAll("example.co.jp", "corp.test");
}

/** A block of commands as an administrator runs it: the first that fails ends it. */
function shell(text: string, id = ""): string {
  const { status, stdout, stderr } = spawnSync("sh", ["-ec", here(text)], { encoding: "utf8", env: { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", MAIL_CONFIG: postfix?.config ?? "", ID: id } });
  if (status !== 0) throw new Error(`${text} failed: ${stderr}`);
  return stdout;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "leaklint-docs-"));
  chmodSync(folder, 0o755);
  queueFolder = join(folder, "queue");
  for (const name of ["queue", "lib", "log"]) mkdirSync(join(folder, name));
  for (const name of ["lib", "log"]) chownSync(join(folder, name), idOf(USER, "-u"), idOf(USER, "-g"));
  sink = await startSink();
  shell(block("sh", "install "));
  const written = { text: here(block("json", "{")), milterPath: join(queueFolder, "leaklint/milter.sock"), user: idOf(USER, "-u"), group: idOf(USER, "-g") };
  serve = await startServe({ written });
  const main = Object.fromEntries(block("main.cf", "smtpd_milters").trim().split("\n").map((line) => line.split(" = ") as [string, string]));
  const rules = join(folder, "leaklint_header");
  writeFileSync(rules, block("regexp", "/"));
  postfix = await startPostfix({ relayPort: sink.port, queueFolder, chroot: true, services: { smtp: {} }, main });
});
afterAll(async () => {
  await postfix?.stop();
  await serve?.remove();
  await sink?.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  sink.clear();
  for (const { queue_id: id } of postfix.queue()) postfix.run("postsuper", ["-d", id]);
});

const send = async ({ message }: Letter, to: readonly string[] = [RECIPIENT]): Promise<SmtpReply> => sendMail(postfix.ports.smtp, { from: SENDER, to, message });

async function held(one = heldLetter()): Promise<string> {
  expect((await send(one)).code).toBe(250);
  const [entry] = postfix.queue();
  expect(entry.queue_name).toBe("hold");
  return entry.queue_id;
}

test("the socket is Postfix's group's and nobody else's", () => {
  const { mode, uid, gid } = statSync(join(queueFolder, "leaklint/milter.sock"));
  expect({ mode: (mode & 0o777).toString(8), uid, gid }).toEqual({ mode: "660", uid: idOf(USER, "-u"), gid: idOf("postfix", "-g") });
});

test("in a chroot and without rights: pass, block, hold, rewrite", async () => {
  const one = letter();
  expect((await send(one)).code).toBe(250);
  await sink.waitFor(1);
  expect(withoutReceived(sink.deliveries[0].message)).toEqual(one.message);
  expect((await send(blockedLetter())).code).toBe(550);
  const exposed = exposedLetter(40);
  expect((await send(exposed, exposed.recipients)).code).toBe(250);
  await sink.waitFor(2);
  expect(sink.deliveries[1].message.toString()).toContain("\r\nTo: undisclosed-recipients:;\r\n");
  await held();
});

test("what a program hands to sendmail is held too, and comes back to it where it is refused", async () => {
  const inject = ({ message }: Letter): void => { postfix.run("sendmail", ["-f", SENDER, RECIPIENT], message.toString().replaceAll("\r\n", "\n")); };
  inject(heldLetter());
  await until(() => postfix.queue().some(({ queue_name: name }) => name === "hold"), "it is not held");
  inject(blockedLetter());
  await sink.waitFor(1);
  expect(sink.deliveries).toMatchObject([{ from: "", to: [SENDER] }]);
});

test("the list of held messages", async () => {
  const id = await held();
  expect(shell(block("sh", "postqueue -j")).trim().split("\n").map((line) => (JSON.parse(line) as { queue_id: string }).queue_id)).toEqual([id]);
});

test("why a message is held, and its record under that code", async () => {
  const id = await held();
  const field = shell(block("sh", "postcat"), id);
  const [, code] = /^X-Leaklint: hold; code=(LL-\w{5}-\w{5}); people=12; rules=/u.exec(field) ?? [];
  const record = readFileSync(join(folder, "log/audit.jsonl"), "utf8").split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as Record<string, unknown>).find(({ reference }) => reference === code);
  expect(record).toMatchObject({ outcome: "hold", queueId: id });
});

test("release", async () => {
  const one = heldLetter();
  const id = await held(one);
  shell(block("sh", "postsuper -H"), id);
  await sink.waitFor(1);
  const delivered = withoutReceived(sink.deliveries[0].message).toString();
  expect(delivered.replace(/^X-Leaklint: hold; .*\r\n/mu, "")).toBe(one.message.toString());
  await until(() => postfix.log().includes(`${id}: to=<${RECIPIENT}>`), "it did not keep its id");
});

test("return", async () => {
  const id = await held();
  shell(block("sh", "postsuper -f"), id);
  await sink.waitFor(1);
  expect(sink.deliveries).toMatchObject([{ from: "", to: [SENDER] }]);
  await until(() => postfix.queue().length === 0, "it is still there");
});

test("delete", async () => {
  const id = await held();
  shell(block("sh", "postsuper -d"), id);
  expect(postfix.queue()).toEqual([]);
  expect((await send(letter())).code).toBe(250);
  await sink.waitFor(1);
  expect(sink.deliveries).toHaveLength(1);
});

test("released without the field", async () => {
  await postfix.set({ smtp_header_checks: `regexp:${join(folder, "leaklint_header")}` });
  const one = heldLetter();
  const id = await held(one);
  shell("postsuper -H $ID; postqueue -i $ID", id);
  await sink.waitFor(1);
  expect(withoutReceived(sink.deliveries[0].message).toString()).toBe(one.message.toString());
});

test("leaklint stopped: 451, as the page says", async () => {
  await serve.stop();
  expect((await send(letter())).code).toBe(451);
  await serve.start();
  expect((await send(letter())).code).toBe(250);
});

test("no block of the page went untried, but for the drop-in of systemd", () => {
  expect(BLOCKS.filter((one) => !used.has(one)).map(({ text }) => text)).toEqual(["[Service]\nReadWritePaths=/var/spool/postfix/leaklint\n"]);
});

/**
 * Messages a second through a real Postfix: alone, with leaklint's full scan as a milter, and with other filters, in the same run. Sent by
 * Postfix's own smtp-source in eight sessions and taken by its smtp-sink; the queue lies in memory. A message counts when it has arrived.
 * Rounds take turns, so that a machine that is busy for a while is busy for all.
 *
 * LEAKLINT_BENCH_ROUNDS (3), LEAKLINT_BENCH_SCALE (1, times the messages), LEAKLINT_BENCH_LOAD ("text 4": only this one),
 * LEAKLINT_BENCH_NODE_OPTIONS (for leaklint: "--cpu-prof").
 */
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { attachment, mail, multipart, PLAIN_UTF8 } from "../support/mail.js";
import { RECIPIENT, SENDER } from "../support/postfix/messages.js";
import { hasPostfix, type Postfix, startPostfix } from "../support/postfix/postfix.js";
import { freePort } from "../support/postfix/ports.js";
import { startServe } from "../support/postfix/serve.js";
import { newWorkbook } from "../support/workbook.js";
import type { BenchRow } from "./bench.js";
import { missingFor, PEERS, type Peer } from "./peers.js";

const ALONE = "Postfix alone";
const SESSIONS = 8;
const ROUNDS = Number(process.env["LEAKLINT_BENCH_ROUNDS"] ?? 3);

interface Filter extends Pick<Peer, "name" | "milter"> {
  readonly isCompiledWhileRunning?: true;
  /** Measured with attachments only. */
  readonly isForAttachments?: true;
}

/** Messages a round from which on they are so small that what is compiled shows. */
const MANY = 1000;

interface Load {
  readonly name: string;
  readonly message: Buffer;
  readonly count: number;
  readonly warmUp: number;
  readonly hasAttachment?: true;
}

export async function benchGateway(): Promise<BenchRow[]> {
  if (!hasPostfix() || !existsSync("/usr/sbin/smtp-source")) {
    console.log("messages through Postfix: /usr/lib/postfix is missing (Debian: postfix)\n");
    return [];
  }
  const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "leaklint-bench-"));
  chmodSync(folder, 0o755);
  const closers: (() => Promise<void> | void)[] = [() => { rmSync(folder, { recursive: true, force: true }); }];
  try {
    const nodeOptions = (process.env["LEAKLINT_BENCH_NODE_OPTIONS"] ?? "").split(" ").filter((word) => word !== "");
    const serve = await startServe({ under: folder, config: { gateway: { audit: { file: join(folder, "audit.log") } } }, nodeOptions });
    closers.push(() => serve.remove());
    // Every message brings the same attachment, and a gateway meets most only once. (clamd, too, knows files again that it found clean.)
    const forgetful = await startServe({ under: folder, config: { limits: { cleanAttachments: 0 } }, nodeOptions });
    closers.push(() => forgetful.remove());
    const filters: Filter[] = [
      { name: ALONE, milter: "" },
      // The same process listens on both sockets: what warms up one is warm for the other.
      { name: "leaklint, unix socket", milter: `unix:${serve.milterPath}`, isCompiledWhileRunning: true },
      { name: "leaklint, unix socket, each attachment as new", milter: `unix:${forgetful.milterPath}`, isCompiledWhileRunning: true, isForAttachments: true },
      { name: "leaklint, TCP", milter: `inet:127.0.0.1:${serve.milterPort}` },
    ];
    for (const kind of PEERS) {
      const missing = missingFor(kind);
      if (missing.length > 0) {
        console.log(`${kind.name}: not measured, ${missing.join(" and ")} is missing`);
        continue;
      }
      const own = join(folder, String(filters.length));
      mkdirSync(own, { mode: 0o755 });
      const peer = await kind.start(own);
      closers.push(() => peer.stop());
      filters.push(peer);
    }
    const sinkPort = await freePort();
    const sink = spawn("/usr/sbin/smtp-sink", ["-u", "postfix", `127.0.0.1:${sinkPort}`, "1000"], { stdio: "ignore" });
    closers.push(() => { sink.kill("SIGTERM"); });
    const postfix = await startPostfix({
      relayPort: sinkPort, under: folder,
      services: Object.fromEntries(filters.map(({ milter }, i) => [`f${i}`, { smtpd_milters: milter }])),
      main: { milter_default_action: "tempfail", message_size_limit: String(50 * 2 ** 20), smtp_destination_concurrency_limit: "20", default_destination_recipient_limit: "50" },
    });
    closers.push(() => postfix.stop());
    const rows: BenchRow[] = [];
    for (const load of await loads()) {
      rows.push(...(await measure(load, filters, postfix, folder)));
      const troubles = serve.log().filter(({ level }) => level === "error" || level === "warn");
      if (troubles.length > 0) throw new Error(`leaklint complained: ${JSON.stringify(troubles.slice(0, 3))}`);
    }
    return rows;
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

async function measure(load: Load, all: readonly Filter[], postfix: Postfix, folder: string): Promise<BenchRow[]> {
  const filters = all.map((filter, i) => ({ ...filter, port: postfix.ports[`f${i}`] })).filter(({ isForAttachments }) => isForAttachments !== true || load.hasAttachment === true);
  const file = join(folder, "message");
  // smtp-source ends lines itself.
  writeFileSync(file, load.message.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
  const seconds = filters.map(() => [] as number[]);
  // Round 0 warms up and does not count. A gateway runs for weeks, and V8 compiles for the first 3,500 messages of each thread (--trace-opt).
  for (let round = 0; round <= ROUNDS; round++) {
    for (let i = 0; i < filters.length; i++) {
      const took = await through(postfix, filters[i].port, file, round > 0 ? load.count : Math.ceil(filters[i].isCompiledWhileRunning === true ? load.warmUp : load.count / 4));
      if (round > 0) seconds[i].push(took / load.count);
    }
  }
  const median = seconds.map((all) => all.sort((a, b) => a - b)[all.length >> 1]);
  return filters.map(({ name }, i) => ({
    name: `${load.name} (${load.message.length >> 10} KiB)`,
    what: `${name}: ${Math.round(1 / median[i])} messages/s, ${Math.round((100 * median[0]) / median[i])} % of alone`,
    ms: median[i] * 1000,
    ...(i > 0 && { ratio: median[i] / median[0], to: ALONE }),
  }));
}

/** @returns seconds until all of them have arrived. @throws Error where one was refused */
async function through(postfix: Postfix, port: number, file: string, count: number): Promise<number> {
  const start = performance.now();
  const { status, stderr } = spawnSync("/usr/sbin/smtp-source", ["-s", String(SESSIONS), "-m", String(count), "-d", "-f", SENDER, "-t", RECIPIENT, "-F", file, `127.0.0.1:${port}`], { encoding: "utf8" });
  if (status !== 0) throw new Error(`smtp-source failed: ${stderr}${postfix.log().split("\n").filter((line) => line.includes("warning")).slice(-5).join("\n")}`);
  while (["maildrop", "incoming", "active"].some((name) => !isEmpty(join(postfix.queueFolder, name)))) await new Promise((resolve) => setTimeout(resolve, 5));
  const took = (performance.now() - start) / 1000;
  const left = postfix.queue();
  // Then something else was measured.
  if (left.length > 0) throw new Error(`${left.length} messages were held or deferred: ${left[0].queue_name}, ${left[0].recipients[0]?.delay_reason ?? ""}`);
  return took;
}

/** Folders in it do not count: Postfix spreads its queues over some. */
function isEmpty(folder: string): boolean {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).every((entry) => entry.isDirectory());
}

export async function loads(): Promise<Load[]> {
  const scale = Number(process.env["LEAKLINT_BENCH_SCALE"] ?? 1);
  const all: Omit<Load, "warmUp">[] = [
    { name: "text", message: mail([...fields(), ...PLAIN_UTF8], prose(5 * 1024 - 400)), count: 1000 },
    { name: "text", message: mail([...fields(), ...PLAIN_UTF8], prose(100 * 1024)), count: 300 },
    { name: "1 MB xlsx", message: mail([...fields(), ["MIME-Version", "1.0"], ["Content-Type", "multipart/mixed; boundary=b"]], multipart("b", [{ fields: PLAIN_UTF8, body: prose(2000) }, attachment("sales.xlsx", await workbook(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")])), count: 40, hasAttachment: true },
  ];
  const only = process.env["LEAKLINT_BENCH_LOAD"];
  return all.filter(({ name, message }) => only === undefined || `${name} ${message.length >> 10}`.includes(only)).map((load) => ({ ...load, count: Math.max(8, Math.round(load.count * scale)), warmUp: Math.max(8, Math.round((load.count >= MANY ? 8 * load.count : load.count / 4) * scale)) }));
}

const fields = (): [string, string][] => [
  ["Date", "Mon, 1 Apr 2024 10:00:00 +0900"], ["Message-ID", "<bench@corp.test>"], ["From", SENDER], ["To", RECIPIENT], ["Subject", "=?UTF-8?B?44GK55+l44KJ44Gb?="],
];

/** Nobody is in it; half Japanese, half English, as business mail is. */
const SENTENCES = [
  "お世話になっております。来月の展示会の件でご連絡いたします。", "会場の図面と搬入の手順を添付いたしましたので、ご確認ください。", "なお、机と椅子の数は前回と同じで問題ございません。",
  "The revised schedule moves the delivery of the second batch to the end of the month.", "Please confirm the quantities by Friday so that we can place the order in time.",
  "見積もりの有効期限は今月末までとなっております。", "Version 2.14.3 fixes the rounding of totals above 1,000,000 and the export of charts.", "次回の定例会では、進捗と課題の一覧を共有する予定です。",
];

function prose(bytes: number): string {
  const lines: string[] = [];
  for (let size = 0, i = 0; size < bytes; i++) {
    const line = `${SENTENCES[(i * 5 + (i >> 3)) % SENTENCES.length]}${i % 9 === 8 ? "\r\n" : ""}`;
    lines.push(line);
    size += Buffer.byteLength(line) + 2;
  }
  return `${lines.join("\r\n")}\r\n`;
}

/** A megabyte of sales by day, shop and article, as a till exports it: nobody's data. */
async function workbook(): Promise<Buffer> {
  const book = newWorkbook();
  const sheet = book.addWorksheet("売上");
  sheet.addRow(["日付", "店舗", "商品コード", "商品名", "数量", "単価", "金額", "備考"]);
  const shops = ["本店", "駅前店", "北口店", "空港店"];
  const articles = ["ノート", "封筒", "インク", "ラベル", "ファイル", "付箋", "電池", "用紙"];
  for (let i = 0; i < 24_000; i++) {
    const quantity = 1 + ((i * 7919) % 40);
    const price = 80 + ((i * 104_729) % 900) * 10;
    sheet.addRow([new Date(Date.UTC(2024, 3, 1 + (i % 90))), shops[i % 4], `A-${1000 + ((i * 31) % 700)}`, articles[(i * 13) % 8], quantity, price, quantity * price, i % 17 === 0 ? `返品${i % 5}個` : ""]);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** `leaklint serve` down, killed, hung, out of disk, caught in a rule that never ends: the sender tries again, nothing is lost, nothing leaks. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { endOfData, openSmtp, sendMail, type SmtpReply } from "../support/postfix/client.js";
import { blockedLetter, heldLetter, letter, type Letter, messageIdOf, RECIPIENT, SENDER } from "../support/postfix/messages.js";
import { type Postfix, startPostfix, until } from "../support/postfix/postfix.js";
import { freePort } from "../support/postfix/ports.js";
import { type Serve, startServe } from "../support/postfix/serve.js";
import { type Sink, startSink } from "../support/postfix/sink.js";
import { startTap, type Tap } from "../support/postfix/tap.js";

const KIB = 2 ** 10;
const SCAN_LIMIT_MS = 1500;
let sink: Sink;
beforeAll(async () => { sink = await startSink(); });
afterAll(async () => { await sink?.close(); });
beforeEach(() => {
  sink.mode = "accept";
  sink.clear();
});

const PATIENCE = { milter_connect_timeout: "1s", milter_command_timeout: "1s", milter_content_timeout: "2s" };
const MAIN = { milter_default_action: "tempfail", enable_long_queue_ids: "yes", ...PATIENCE };

const sendTo = async (port: number, { message }: Letter): Promise<SmtpReply> => sendMail(port, { from: SENDER, to: [RECIPIENT], message });

/** The next letter passes, and is all that comes. */
async function onlyTheNextArrives(port: number): Promise<void> {
  const last = letter();
  expect(await sendTo(port, last)).toMatchObject({ code: 250 });
  await sink.waitFor(1);
  expect(sink.deliveries.map(({ message }) => messageIdOf(message))).toEqual([last.id]);
}

describe("leaklint killed, down, hung", () => {
  let serve: Serve;
  let taps: Tap[];
  let postfix: Postfix<"unix" | "tcp" | "unixTapped" | "tcpTapped">;

  beforeAll(async () => {
    serve = await startServe({ config: { gateway: { limits: { workers: 1 } } } });
    const tapPort = await freePort();
    taps = [await startTap(join(serve.folder, "tap.sock"), serve.milterPath), await startTap(tapPort, serve.milterPort)];
    postfix = await startPostfix({
      relayPort: sink.port,
      services: {
        unix: { smtpd_milters: `unix:${serve.milterPath}` },
        tcp: { smtpd_milters: `inet:127.0.0.1:${serve.milterPort}` },
        unixTapped: { smtpd_milters: `unix:${serve.folder}/tap.sock` },
        tcpTapped: { smtpd_milters: `inet:127.0.0.1:${tapPort}` },
      },
      main: MAIN,
    });
  });
  afterAll(async () => {
    await postfix?.stop();
    for (const tap of taps ?? []) await tap.close();
    await serve?.remove();
  });
  afterEach(() => { for (const tap of taps) tap.before = undefined; });

  describe.each(["unix", "tcp"] as const)("over %s", (transport) => {
    const tap = (): Tap => taps[transport === "unix" ? 0 : 1];

    test.each([
      ["at connect", "O"], ["at MAIL", "M"], ["at the first header field", "L"], ["at the end of the header", "N"], ["at the body", "B"], ["at the end of the message", "E"],
    ] as const)("killed %s: 451; nothing goes out; started again, the next one does", async (_, code) => {
      let killed = false;
      tap().before = async (packet) => {
        if (packet.code !== code || packet.from !== "postfix" || killed) return;
        killed = true;
        await serve.kill();
      };
      const reply = await sendTo(postfix.ports[`${transport}Tapped`], heldLetter());
      expect(killed).toBe(true);
      expect(reply.code).toBe(451);
      // While it is down.
      expect((await sendTo(postfix.ports[transport], letter())).code).toBe(451);
      await serve.start();
      await onlyTheNextArrives(postfix.ports[transport]);
      expect(postfix.queue()).toEqual([]);
    });
  });

  test("killed when its answer is on its way: the message is taken once, or refused once, and a leak never leaves", async () => {
    for (const after of ["E", "h", "q", "a", "y"]) {
      let killed = false;
      taps[0].before = async ({ from, code }) => {
        if (from !== "filter" || code !== after || killed) return;
        killed = true;
        await serve.kill();
      };
      const reply = await sendTo(postfix.ports.unixTapped, after === "y" ? blockedLetter() : heldLetter());
      if (killed) await serve.start();
      expect([250, 451, 550]).toContain(reply.code);
      for (const { queue_name: name, queue_id: id } of postfix.queue()) {
        expect(name).toBe("hold");
        expect(reply.code).toBe(250);
        postfix.run("postsuper", ["-d", id]);
      }
      expect(sink.deliveries).toEqual([]);
    }
    await onlyTheNextArrives(postfix.ports.unix);
  });

  test("hung (stopped by a signal): 451 when Postfix's patience ends; woken up, it goes on", async () => {
    serve.signal("SIGSTOP");
    const reply = await sendTo(postfix.ports.unix, letter());
    serve.signal("SIGCONT");
    expect(reply.code).toBe(451);
    await onlyTheNextArrives(postfix.ports.unix);
  });

  test("hung with a whole message before it: 451 as well, and its late answer changes nothing", async () => {
    let stopped = false;
    taps[0].before = ({ from, code }) => {
      if (from !== "postfix" || code !== "E" || stopped) return;
      stopped = true;
      serve.signal("SIGSTOP");
    };
    const reply = await sendTo(postfix.ports.unixTapped, heldLetter());
    serve.signal("SIGCONT");
    expect([stopped, reply.code]).toEqual([true, 451]);
    await onlyTheNextArrives(postfix.ports.unix);
    expect(postfix.queue()).toEqual([]);
  });

  test("stopped (SIGTERM) it answers what it has begun, ends with status 0, and removes its socket", async () => {
    const session = await openSmtp(postfix.ports.unix);
    for (const line of [`MAIL FROM:<${SENDER}>`, `RCPT TO:<${RECIPIENT}>`, "DATA"]) await session.command(line);
    const one = letter({ body: "会議の資料をお送りします。\r\n".repeat(20_000) });
    session.write(endOfData(one.message));
    await until(() => postfix.processes("cleanup").length > 0, "nothing has begun");
    const stopped = serve.stop();
    const { code } = await session.reply();
    session.close();
    expect(await stopped).toBe(0);
    expect([250, 451]).toContain(code);
    await serve.start();
    if (code === 250) await sink.waitFor(1);
    sink.clear();
    await onlyTheNextArrives(postfix.ports.unix);
  });

  test("the next hop down: taken, kept by Postfix, delivered once when it is back", async () => {
    sink.mode = "down";
    const one = letter();
    expect((await sendTo(postfix.ports.unix, one)).code).toBe(250);
    await until(() => postfix.queue().some(({ queue_name: name }) => name === "deferred"), "it is not deferred");
    sink.mode = "accept";
    postfix.run("postqueue", ["-f"]);
    await sink.waitFor(1);
    await until(() => postfix.queue().length === 0, "it is still queued");
    expect(sink.deliveries.map(({ message }) => messageIdOf(message))).toEqual([one.id]);
  });

  test("the next hop refusing: its reply goes back to the sender as a bounce", async () => {
    sink.mode = "reject";
    const one = letter();
    expect((await sendTo(postfix.ports.unix, one)).code).toBe(250);
    await sink.waitFor(1);
    expect(sink.deliveries.map(({ from, to }) => ({ from, to }))).toEqual([{ from: "", to: [SENDER] }]);
    await until(() => postfix.queue().length === 0, "it is still queued");
  });
});

describe("a rule that never ends", () => {
  let serve: Serve;
  let postfix: Postfix<"unix">;
  beforeAll(async () => {
    serve = await startServe({
      module: ({ milterPath, milterPort }) => `
        const endless = {
          id: "endless",
          messages: { word: { severity: "info", en: "a word", ja: "語", fix: { en: "none", ja: "なし" } } },
          defaults: {},
          create: () => ({ text: { starts: ["latin"], check(text, start) { if (text.startsWith("ENDLESS", start)) for (;;); return undefined; } } }),
        };
        export default {
          ownDomains: ["corp.test"],
          detectors: [endless],
          gateway: { milter: ["unix:${milterPath}", "inet:${milterPort}@127.0.0.1"], socketMode: "666", limits: { workers: 2, timeMs: ${SCAN_LIMIT_MS} } },
        };`,
    });
    // Its own patience: leaklint tells of progress, and Postfix waits.
    postfix = await startPostfix({ relayPort: sink.port, services: { unix: { smtpd_milters: `unix:${serve.milterPath}` } }, main: MAIN });
  });
  afterAll(async () => {
    await postfix?.stop();
    await serve?.remove();
  });

  test("is ended: 451 for its message, while others' go on", async () => {
    const endless = [sendTo(postfix.ports.unix, letter({ body: "ENDLESS\r\n" })), sendTo(postfix.ports.unix, letter({ body: "ENDLESS\r\n" })), sendTo(postfix.ports.unix, letter({ body: "ENDLESS\r\n" }))];
    const others = await Promise.all(Array.from({ length: 10 }, async () => sendTo(postfix.ports.unix, letter())));
    expect(others.map(({ code }) => code)).toEqual(others.map(() => 250));
    for (const reply of await Promise.all(endless)) expect(reply).toMatchObject({ code: 451, text: expect.stringMatching(/^4\.7\.1 .*in time.*code LL-/u) as string });
    await sink.waitFor(10);
    sink.clear();
    await onlyTheNextArrives(postfix.ports.unix);
    expect(serve.log().filter(({ event }) => event === "thread-ended")).toHaveLength(3);
  });
});

describe("no disk space", () => {
  let folder: string;
  const mounted: string[] = [];
  const canMount = ((): boolean => {
    const probe = mkdtempSync(join(tmpdir(), "leaklint-mount-"));
    const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", probe]);
    if (status === 0) spawnSync("umount", [probe]);
    rmSync(probe, { recursive: true });
    return status === 0;
  })();
  beforeAll(() => { folder = mkdtempSync(join(tmpdir(), "leaklint-disk-")); });
  afterAll(() => {
    for (const path of mounted) spawnSync("umount", ["-l", path]);
    rmSync(folder, { recursive: true, force: true });
  });
  /** @returns a file system of its own with so much space */
  function smallDisk(name: string, size: string): string {
    const path = join(folder, name);
    mkdirSync(path);
    const { status, stderr } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size},mode=755`, "tmpfs", path], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    mounted.push(path);
    return path;
  }
  async function withBoth(config: Parameters<typeof startServe>[0], main: Record<string, string>, queueFolder: string | undefined, work: (postfix: Postfix<"unix">, serve: Serve) => Promise<void>): Promise<void> {
    const serve = await startServe(config);
    try {
      const postfix = await startPostfix({ relayPort: sink.port, services: { unix: { smtpd_milters: `unix:${serve.milterPath}` } }, main: { ...MAIN, ...main }, ...(queueFolder !== undefined && { queueFolder }) });
      try {
        await work(postfix, serve);
      } finally {
        await postfix.stop();
      }
    } finally {
      await serve.remove();
    }
  }

  test("below Postfix's own minimum (queue_minfree) it takes nothing: 452", async () => {
    await withBoth({ config: { gateway: { limits: { workers: 1 } } } }, { queue_minfree: String(2 ** 50) }, undefined, async (postfix) => {
      expect((await sendTo(postfix.ports.unix, letter())).code).toBe(452);
      expect(postfix.queue()).toEqual([]);
    });
  });

  // Needs the right to mount; without it, `queue_minfree` above is the proof there is.
  test.runIf(canMount)("Postfix's queue is full within a message: refused for now, nothing of it stays, and later it passes", async () => {
    const queue = smallDisk("queue", "2m");
    await withBoth({ config: { gateway: { limits: { workers: 1 } } } }, { message_size_limit: "0", mailbox_size_limit: "0", queue_minfree: "0" }, queue, async (postfix) => {
      const large = letter({ body: "会議の資料をお送りします。\r\n".repeat(100_000) });
      const { code } = await sendTo(postfix.ports.unix, large);
      expect(String(code)).toMatch(/^45[12]$/u);
      expect(postfix.queue()).toEqual([]);
      await onlyTheNextArrives(postfix.ports.unix);
    });
  });

  test.runIf(canMount)("leaklint's spool is full: 451 for what must be spilled; what need not be passes", async () => {
    const spool = smallDisk("spool", "64k");
    await withBoth({ config: { gateway: { spool, limits: { workers: 1, memoryBytes: 64 * KIB } } } }, {}, undefined, async (postfix) => {
      expect(await sendTo(postfix.ports.unix, letter({ body: "会議の資料をお送りします。\r\n".repeat(20_000) }))).toMatchObject({ code: 451, text: expect.stringMatching(/^4\.3\.1 /u) as string });
      expect(postfix.queue()).toEqual([]);
      await onlyTheNextArrives(postfix.ports.unix);
    });
  });

  test("the audit log is full: nothing is acted upon that is not on record, and the sender tries again", async () => {
    await withBoth({ config: { gateway: { audit: { file: "/dev/full" }, limits: { workers: 1 } } } }, {}, undefined, async (postfix) => {
      for (const one of [heldLetter(), blockedLetter()]) expect(await sendTo(postfix.ports.unix, one)).toMatchObject({ code: 451, text: expect.stringMatching(/^4\.3\.1 /u) as string });
      expect(postfix.queue()).toEqual([]);
      await onlyTheNextArrives(postfix.ports.unix);
    });
  });

  test("the audit log is full, and the config says to go on: verdicts act without a record", async () => {
    await withBoth({ config: { gateway: { spool: join(folder, "spool"), audit: { file: "/dev/full", onFailure: "continue" }, limits: { workers: 1 } } } }, {}, undefined, async (postfix) => {
      expect((await sendTo(postfix.ports.unix, heldLetter())).code).toBe(250);
      expect(postfix.queue().map(({ queue_name: name }) => name)).toEqual(["hold"]);
    });
  });
});

describe("a config that changes while it runs (SIGHUP)", () => {
  test("counts for the next message; one that is wrong does not, and the old one stays in force", async () => {
    const serve = await startServe({ config: { gateway: { limits: { workers: 1 } } } });
    const file = join(serve.folder, "leaklint.config.json");
    const { readFileSync } = await import("node:fs");
    const first = JSON.parse(readFileSync(file, "utf8")) as { gateway: object };
    const postfix = await startPostfix({ relayPort: sink.port, services: { unix: { smtpd_milters: `unix:${serve.milterPath}` } }, main: MAIN });
    try {
      expect((await sendTo(postfix.ports.unix, blockedLetter())).code).toBe(550);
      writeFileSync(file, JSON.stringify({ ...first, gateway: { ...first.gateway, actions: { block: "hold" } } }));
      serve.signal("SIGHUP");
      await until(() => serve.log().some(({ msg }) => /config/iu.test(String(msg))), "the log does not tell of the new config");
      expect((await sendTo(postfix.ports.unix, blockedLetter(1))).code).toBe(250);
      expect(postfix.queue().map(({ queue_name: name }) => name)).toEqual(["hold"]);
      const before = serve.log().length;
      writeFileSync(file, JSON.stringify({ ...first, gateway: { ...first.gateway, actions: { block: "let it go" } } }));
      serve.signal("SIGHUP");
      await until(() => serve.log().length > before, "the log does not tell of the wrong config");
      expect((await sendTo(postfix.ports.unix, blockedLetter(2))).code).toBe(250);
      expect(postfix.queue().map(({ queue_name: name }) => name)).toEqual(["hold", "hold"]);
    } finally {
      await postfix.stop();
      await serve.remove();
    }
  });
});

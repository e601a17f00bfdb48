import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadConfig } from "../../src/cli/config-file.js";
import type { Config } from "../../src/config.js";
import { parseAddress } from "../../src/gateway/address.js";
import { type Gateway, openGateway } from "../../src/gateway/gateway.js";
import { createLog } from "../../src/gateway/log.js";
import { createReference, parseReference } from "../../src/gateway/reference.js";
import type { GatewayConfig } from "../../src/gateway-config.js";
import { addressesOf, addressList, notice } from "../support/mail.js";
import { milterClient, type Verdict } from "../support/milter-client.js";

const LEAK = notice([["To", addressList(addressesOf(40))]]);
const ENVELOPE = { from: "card@shop.example", to: addressesOf(40) };
let folder: string;
let gateway: Gateway | undefined;
let entries: Record<string, unknown>[];
const path = (name = "milter.sock"): string => join(folder, name);
const file = (): string => join(folder, "leaklint.config.json");

function write(settings: GatewayConfig, more: Config = {}): void {
  writeFileSync(file(), JSON.stringify({ ownDomains: ["shop.example"], ...more, gateway: { milter: `unix:${path()}`, spool: path("spool"), ...settings, limits: { workers: 1, ...settings.limits } } }));
}
async function open(): Promise<Gateway> {
  const log = createLog("debug", (line) => { entries.push(JSON.parse(line) as Record<string, unknown>); });
  return (gateway = await openGateway(async () => ({ config: await loadConfig(folder, file(), { fresh: true }), path: file() }), log));
}
async function send(socket = path()): Promise<Verdict> {
  const client = await milterClient({ path: socket });
  await client.begin(LEAK, ENVELOPE);
  const verdict = await client.finish();
  client.end();
  return verdict;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "leaklint-gateway-"));
  entries = [];
});
afterEach(async () => {
  await gateway?.close();
  gateway = undefined;
  rmSync(folder, { recursive: true, force: true });
});

describe("the gateway", () => {
  it("blocks over its milter, with a code that its log has, too", async () => {
    write({});
    await open();
    expect(gateway?.addresses).toEqual([`milter ${path()}`]);
    const { code, text } = await send();
    expect([code, text.slice(0, 9)]).toEqual(["y", "550 5.7.1"]);
    expect(entries.at(-1)).toMatchObject({ outcome: "block", queueId: "ABC123", reference: /LL-[\dA-Z]{5}-[\dA-Z]{5}/u.exec(text)?.[0] });
  });

  it("hides recipients, when told to, such that nothing is left of them", async () => {
    write({ actions: { exposure: "rewrite" } });
    await open();
    const verdict = await send();
    expect(verdict).toMatchObject({ code: "a", changed: [[1, "To", " undisclosed-recipients:;"]] });
  });

  it("says so aloud when it fails open, or only tells", async () => {
    write({ failOpen: true, actions: { block: "warn" } });
    await open();
    expect(entries).toContainEqual(expect.objectContaining({ level: "error", setting: "gateway.failOpen" }));
    expect(entries).toContainEqual(expect.objectContaining({ level: "warn", levels: ["block"] }));
  });

  it.each<[string, Config]>([
    ["there is nothing to serve", { gateway: {} }],
    ["gateway.milter must be an address", { gateway: { milter: "nowhere" } }],
    ["gateway.milter must be", { gateway: { milter: 8892 as unknown as string } }],
    ["gateway.actions.hold must be one of", { gateway: { milter: "/x", actions: { hold: "pass" as "warn" } } }],
    ["gateway.limits.workers must be a whole number", { gateway: { milter: "/x", limits: { workers: 0.5 } } }],
    ["gateway.limits.timeMs must be a whole number of milliseconds", { gateway: { milter: "/x", limits: { timeMs: 1e12 } } }],
    ["gateway.audit.file cannot be opened", { gateway: { milter: "unix:/x", audit: { file: "/no/such/folder/audit" } } }],
    ['gateway has no key "milters"; did you mean "milter"?', { gateway: { milters: "/x" } as GatewayConfig }],
  ])("does not start: %s", async (message, config) => {
    writeFileSync(file(), JSON.stringify(config));
    await expect(open()).rejects.toThrow(message);
  });

  it("opens nothing where one of its addresses is taken", async () => {
    writeFileSync(path("taken"), "");
    write({ milter: [`unix:${path()}`, `unix:${path("taken")}`] });
    await expect(open()).rejects.toThrow("no socket");
    expect(existsSync(path())).toBe(false);
  });
});

describe("a reload", () => {
  it("takes a new policy, and keeps connections and messages under way", async () => {
    write({});
    await open();
    const client = await milterClient({ path: path() });
    await client.begin(LEAK, ENVELOPE);
    write({ actions: { block: "warn" } });
    expect(await gateway?.reload()).toBe(true);
    expect((await client.finish()).code).toBe("a");
    await client.begin(LEAK, ENVELOPE);
    expect(await client.finish()).toMatchObject({ code: "a", added: [["X-Leaklint", expect.stringMatching(/^ warn; /u)]] });
    client.end();
  });

  it.each([
    ["does not parse", () => { writeFileSync(file(), "{"); }],
    ["is wrong", () => { write({ socketMode: "rw" }); }],
    ["only its threads can find wrong", () => { write({}, { detectors: { "no-such-detector": "off" } }); }],
    ["has an address that is taken", () => { writeFileSync(path("taken"), ""); write({ milter: [`unix:${path("new.sock")}`, `unix:${path("taken")}`] }); }],
  ])("keeps the old config where the new one %s", async (_, change) => {
    write({});
    await open();
    change();
    expect(await gateway?.reload()).toBe(false);
    expect(entries.at(-1)).toMatchObject({ level: "error", msg: "the new config is not used: the old one stays" });
    expect(await send()).toMatchObject({ code: "y" });
    expect(gateway?.addresses).toEqual([`milter ${path()}`]);
    expect(existsSync(path("new.sock"))).toBe(false);
  });

  it("opens new addresses, and closes old ones when their messages are done", async () => {
    write({});
    await open();
    const client = await milterClient({ path: path() });
    await client.begin(LEAK, ENVELOPE);
    write({ milter: `unix:${path("new.sock")}` });
    expect(await gateway?.reload()).toBe(true);
    expect(await send(path("new.sock"))).toMatchObject({ code: "y" });
    expect(await client.finish()).toMatchObject({ code: "y" });
    await client.closed();
    await expect(milterClient({ path: path() })).rejects.toThrow();
  });
});

describe("addresses", () => {
  it.each([
    ["unix:/run/leaklint/milter.sock", { path: "/run/leaklint/milter.sock" }],
    ["/run/leaklint/milter.sock", { path: "/run/leaklint/milter.sock" }],
    ["inet:8892@127.0.0.1", { host: "127.0.0.1", port: 8892 }],
    ["inet:8892@mx.example", { host: "mx.example", port: 8892 }],
    ["inet6:8892@::1", { host: "::1", port: 8892 }],
    ["inet6:8892@[::1]", { host: "::1", port: 8892 }],
    ["inet:127.0.0.1:8892", { host: "127.0.0.1", port: 8892 }],
    ["127.0.0.1:8892", { host: "127.0.0.1", port: 8892 }],
    ["[::1]:8892", { host: "::1", port: 8892 }],
    ["inet:8892", { host: "127.0.0.1", port: 8892 }],
  ])("are read as mail servers write them: %s", (text, listen) => {
    expect(parseAddress(text, "x")).toEqual(listen);
  });

  it.each(["", "8892", "milter.sock", "unix:", "unix:milter.sock", "inet:99999@127.0.0.1", "inet:x@127.0.0.1", "http://127.0.0.1:1"])("are refused where they are none: %s", (text) => {
    expect(() => parseAddress(text, "gateway.milter")).toThrow("gateway.milter must be an address");
  });
});

describe("references", () => {
  it("are found again however they are typed", () => {
    for (let i = 0; i < 100; i++) {
      const reference = createReference();
      expect(parseReference(reference)).toBe(reference);
      expect(parseReference(` ${reference.toLowerCase().replaceAll("-", "").slice(2)} `)).toBe(reference);
    }
    expect(parseReference("LL-oil00-00000")).toBe("LL-01100-00000");
    for (const wrong of ["", "LL-1234-12345", "../../etc/passwd", "LL-12345-12345-1"]) expect(parseReference(wrong)).toBeUndefined();
  });
});

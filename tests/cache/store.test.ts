import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openStore } from "../../src/cache/store.js";

const key = (digit: string): Buffer => Buffer.from(digit.repeat(16));
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "leaklint-store-"));
  path = join(folder, "made/when needed/cache");
});
afterEach(() => {
  vi.useRealTimers();
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
});

describe("a store", () => {
  it("knows in the next run what was put into it, and is read by its owner alone", async () => {
    const first = await openStore(path);
    expect(first.get(key("a"))).toBeUndefined();
    first.put(key("a"), "1");
    expect(first.get(key("a"))).toBe("1");
    await first.save();
    expect((await openStore(path)).get(key("a"))).toBe("1");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(path, ".."))).toEqual(["cache"]);
  });

  it("is not written where there is nothing new", async () => {
    await (await openStore(path)).save();
    expect(existsSync(path)).toBe(false);
    const one = await openStore(path);
    one.put(key("a"), "1");
    await one.save();
    utimesSync(path, 1, 1);
    const again = await openStore(path);
    again.get(key("a"));
    await again.save();
    expect(statSync(path).mtimeMs).toBe(1000);
  });

  it("keeps what another run has written meanwhile", async () => {
    const [first, second] = [await openStore(path), await openStore(path)];
    first.put(key("a"), "1");
    second.put(key("b"), "2");
    await first.save();
    await second.save();
    const third = await openStore(path);
    expect([third.get(key("a")), third.get(key("b"))]).toEqual(["1", "2"]);
  });

  it("is whole after many runs at once", async () => {
    const stores = await Promise.all(Array.from({ length: 8 }, () => openStore(path)));
    for (const [i, store] of stores.entries()) store.put(key(String(i)), `${i}`);
    await Promise.all(stores.map((store) => store.save()));
    const after = await openStore(path);
    const found = stores.map((_, i) => after.get(key(String(i))));
    // Which run wrote last is nobody's business; what is there is right.
    expect(found.filter((value) => value !== undefined).length).toBeGreaterThan(0);
    expect(found.every((value, i) => value === undefined || value === `${i}`)).toBe(true);
    expect(readdirSync(join(path, ".."))).toEqual(["cache"]);
  });

  it("is built anew where its file is damaged, empty, or somebody else's", async () => {
    mkdirSync(join(path, ".."), { recursive: true });
    for (const content of ["", "garbage", Buffer.alloc(100_000, 0xff)]) {
      writeFileSync(path, content);
      const store = await openStore(path);
      expect(store.get(key("a"))).toBeUndefined();
      store.put(key("a"), "1");
      await store.save();
      expect((await openStore(path)).get(key("a"))).toBe("1");
    }
  });

  it("keeps the old file where a write was cut off, and takes the draft away when it is old", async () => {
    const store = await openStore(path);
    store.put(key("a"), "1");
    await store.save();
    const whole = readFileSync(path);
    const draft = `${path}.4242-0a0b0c0d.draft`;
    writeFileSync(draft, whole.subarray(0, 10));
    const next = await openStore(path);
    expect(next.get(key("a"))).toBe("1");
    next.put(key("b"), "2");
    await next.save();
    expect(existsSync(draft)).toBe(true);
    utimesSync(draft, 1, 1);
    const later = await openStore(path);
    later.put(key("c"), "3");
    await later.save();
    expect(existsSync(draft)).toBe(false);
  });

  it("does without a file where none can be written", async () => {
    writeFileSync(join(folder, "file"), "");
    const store = await openStore(join(folder, "file", "cache"));
    store.put(key("a"), "1");
    await store.save();
    expect(store.get(key("a"))).toBe("1");
    mkdirSync(join(folder, "a folder/cache"), { recursive: true });
    const other = await openStore(join(folder, "a folder/cache"));
    other.put(key("a"), "1");
    await other.save();
    expect(readdirSync(join(folder, "a folder"))).toEqual(["cache"]);
  });

  it.skipIf(process.getuid?.() === 0)("leaves a read-only folder as it is", async () => {
    const store = await openStore(path);
    store.put(key("a"), "1");
    await store.save();
    chmodSync(join(path, ".."), 0o555);
    const next = await openStore(path);
    next.put(key("b"), "2");
    await next.save();
    expect((await openStore(path)).get(key("a"))).toBe("1");
    chmodSync(join(path, ".."), 0o755);
  });

  it("notes what was used once a week, so that it outlives what was not", async () => {
    vi.useFakeTimers({ now: new Date("2026-01-01T00:00:00Z"), toFake: ["Date"] });
    const store = await openStore(path, 300);
    store.put(key("a"), "used".padEnd(60));
    store.put(key("b"), "not used".padEnd(60));
    await store.save();
    vi.setSystemTime(new Date("2026-01-09T00:00:00Z"));
    const used = await openStore(path, 300);
    expect(used.get(key("a"))).toContain("used");
    await used.save();
    const full = await openStore(path, 300);
    full.put(key("c"), "new".padEnd(60));
    await full.save();
    const after = await openStore(path, 300);
    expect([after.get(key("a")) !== undefined, after.get(key("b")) !== undefined, after.get(key("c")) !== undefined]).toEqual([true, false, true]);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { lookup } from "../../src/cli/commands/lookup.js";
import { recordOf } from "../../src/gateway/audit.js";
import { createLinter } from "../../src/linter.js";
import { addressesOf, addressList, notice } from "../support/mail.js";

const REFERENCE = "LL-7F3K9-QX2MB";
let folder: string;
let printed: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "leaklint-lookup-"));
  printed = "";
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, "write").mockImplementation((text) => ((printed += String(text)), true));
  const message = notice([["To", addressList(addressesOf(40))]]);
  const report = await createLinter({ ownDomains: ["shop.example"] }).scanMail(message);
  const outcome = { kind: "block", reply: { code: 550, status: "5.7.1", text: "" } } as const;
  const record = recordOf({ reference: REFERENCE, outcome, report }, { envelope: { from: "card@shop.example", to: addressesOf(40) }, bytes: message.length, queueId: "4abc" }, new Date(0));
  writeFileSync(join(folder, "audit.jsonl"), `${JSON.stringify(record)}\n`);
  writeFileSync(join(folder, "config.json"), JSON.stringify({ lang: "ja", gateway: { audit: { file: join(folder, "audit.jsonl") } } }));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});
const config = (): string => join(folder, "config.json");

describe("leaklint lookup", () => {
  it("says what a code stands for, however it is typed, and names nobody", async () => {
    expect(await lookup(["ll7f3k9qx2mb", "--config", config()])).toBe(0);
    expect(printed).toContain(`${REFERENCE}  1970-01-01T00:00:00.000Z  送信を拒否\n宛先40件、`);
    expect(printed).toContain("メールサーバーのログでの番号: 4abc");
    expect(printed).toContain("外部の40名のアドレス");
    for (const address of [...addressesOf(40), "card@shop.example"]) expect(printed.includes(address)).toBe(false);
  });

  it("gives the record itself to programs", async () => {
    expect(await lookup([REFERENCE, "--json", "--audit", join(folder, "audit.jsonl")])).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({ reference: REFERENCE, outcome: "block", recipients: 40 });
  });

  it("says so where the log does not have it", async () => {
    expect(await lookup(["LL-00000-00000", "--config", config()])).toBe(1);
    expect(printed).toContain("does not stand in");
  });

  it.each([
    [["nonsense", "--audit", "x"], "takes one code"],
    [[], "takes one code"],
    [[REFERENCE, "--nonsense"], "leaklint lookup takes"],
    [[REFERENCE, "--audit", "/no/such/file"], "cannot be read: Error (ENOENT)"],
  ])("refuses %s", async (words, message) => {
    await expect(lookup(words)).rejects.toThrow(message);
  });
});

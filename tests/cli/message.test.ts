import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseArguments } from "../../src/cli/arguments.js";
import { readMessage } from "../../src/cli/message.js";
import { UsageError } from "../../src/errors.js";
import { DEFAULT_LIMITS } from "../../src/limits.js";

const folder = mkdtempSync(join(tmpdir(), "leaklint-"));
const path = join(folder, "message.eml");
writeFileSync(path, `From: a@corp.example\r\n\r\n${"x".repeat(1000)}`);
const limits = { ...DEFAULT_LIMITS, fileBytes: 500 };

describe("the message of leaklint mail", () => {
  it("is read with its envelope", async () => {
    const [bytes, options] = await readMessage(parseArguments(["mail", path, "--from", "a@corp.example", "--rcpt", "b@corp.example"]), DEFAULT_LIMITS);
    expect(bytes.length).toBeGreaterThan(1000);
    expect(options.envelope).toEqual({ from: "a@corp.example", to: ["b@corp.example"] });
  });

  it("may not be larger than the limit, and neither may the thread", async () => {
    await expect(readMessage(parseArguments(["mail", path]), limits)).rejects.toThrow("is larger than the limit fileBytes (500 bytes)");
    const small = join(folder, "small.eml");
    writeFileSync(small, "From: a@corp.example\r\n\r\nx");
    await expect(readMessage(parseArguments(["mail", small, "--thread", path]), limits)).rejects.toBeInstanceOf(UsageError);
    expect((await readMessage(parseArguments(["mail", small]), limits))[0].length).toBeLessThan(500);
  });

  it("must be there", async () => {
    await expect(readMessage(parseArguments(["mail", join(folder, "none.eml")]), limits)).rejects.toThrow("cannot be read (ENOENT)");
  });
});

/** Sealed documents, as qpdf writes them: opened by the user's password or the owner's, listed as unread without. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createLinter, type Report } from "../../../src/index.js";

const files = readdirSync("fixtures/passwords").filter((name) => name.endsWith(".pdf"));

async function report(name: string, passwords: readonly string[]): Promise<Report> {
  return (await createLinter({ passwords }).scan({ name, bytes: readFileSync(`fixtures/passwords/${name}`) })).reports[0];
}

describe("a sealed PDF", () => {
  it("is tried in every way there is", () => {
    expect(files).toEqual(["aes-128-open-metadata.pdf", "aes-128.pdf", "aes-256-r5.pdf", "aes-256.pdf", "rc4-128.pdf", "rc4-40.pdf"]);
  });
  it.each(files.flatMap((name) => [[name, "user-1"], [name, "owner-1"]]))("%s is read with %s among the passwords", async (name, password) => {
    const { result } = await report(name, ["wrong", password]);
    expect(result.unscanned).toEqual([]);
    expect(result.people).toBe(1);
    expect(result.findings.map(({ detector }) => detector).sort()).toEqual(["person-name", "phone-number"]);
  });
  it.each(files)("%s is unread without its password", async (name) => {
    const { result } = await report(name, ["wrong", "user-2"]);
    expect(result.unscanned.map(({ reason }) => reason)).toEqual(["encrypted"]);
    expect(result.findings).toEqual([]);
  });
});

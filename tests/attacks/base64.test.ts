/** Files written as Base64 where no header says so. */
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { TextSegment } from "../../src/contract.js";
import { createLinter } from "../../src/index.js";
import { encodedFiles } from "../../src/text/base64-runs.js";
import { encode } from "../support/encode.js";
import { base64, envelopeFields, mail } from "../support/mail.js";
import { inventPeople } from "../support/people.js";
import { countSteps } from "../support/steps.js";

const CSV = `氏名,電話番号,住所\r\n${inventPeople(40).map(({ name, phone, address }) => `${name},${phone},${address}`).join("\r\n")}`;
const plain = Buffer.from(CSV).toString("base64");
const segment = (text: string): TextSegment => ({ kind: "text", text, layout: "prose", place: () => ({ at: [] }) });

describe("people in Base64", () => {
  it.each<[string, string, string | Buffer]>([
    ["a part labelled 7bit", "m.eml", mail([...envelopeFields(), ["MIME-Version", "1.0"], ["Content-Type", "text/plain"], ["Content-Transfer-Encoding", "7bit"]], base64(Buffer.from(CSV)))],
    ["a part of an older encoding", "m.eml", mail([...envelopeFields(), ["MIME-Version", "1.0"], ["Content-Type", "text/plain"]], base64(encode(CSV, "shift_jis")))],
    ["a string of JSON", "a.json", JSON.stringify({ file: plain })],
    ["a cell", "a.csv", `name,content\na.csv,${plain}\n`],
    ["a link of a page", "a.html", `<p>名簿</p><a href="data:text/csv;base64,${plain}">CSV</a>`],
    ["a constant in source code", "a.ts", `export const list = atob("${plain}");`],
    ["a compressed file", "a.txt", gzipSync(CSV).toString("base64")],
    ["the URL's alphabet", "a.txt", Buffer.from(CSV).toString("base64url")],
    ["Base64 in Base64", "a.txt", Buffer.from(plain).toString("base64")],
  ])("are counted in %s", async (_case, name, content) => {
    const { reports } = await createLinter().scan({ name, bytes: Buffer.from(content) });
    expect(reports[0]?.result.people).toBe(40);
  });
});

describe("runs that are no files", () => {
  it.each([
    ["digests", "sha512-" + Buffer.from(Array.from({ length: 96 }, (_, i) => (i * 197 + 31) % 256)).toString("base64")],
    ["hexadecimal", "0123456789abcdef".repeat(20)],
    ["long words", "verylongidentifier/".repeat(20)],
    ["one letter", "A".repeat(400)],
    ["short tokens", Buffer.from("user:some password").toString("base64")],
    ["lines of a certificate", base64(Buffer.from(Array.from({ length: 600 }, (_, i) => (i * i * 31 + i * 7) % 256)), 64)],
  ])("are passed over: %s", (_case, text) => {
    expect([...encodedFiles(segment(text))]).toEqual([]);
  });
});

it.each<[string, (n: number) => string]>([
  ["runs one short of a file", (n) => `${"A".repeat(99)} `.repeat(n)],
  ["lines", (n) => `${"A".repeat(76)}\n`.repeat(n)],
  ["lines that break off", (n) => `${"A".repeat(76)}\n${"A".repeat(20)}\n`.repeat(n)],
  ["padding", (n) => "=".repeat(n * 80)],
])("costs what it reads: %s", (_case, make) => {
  const stepsOf = (text: string): number => countSteps(() => [...encodedFiles(segment(text))]);
  expect(stepsOf(make(2000))).toBeLessThan(2.2 * stepsOf(make(1000)));
});

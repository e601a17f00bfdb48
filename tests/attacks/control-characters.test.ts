/** Names that mean something to a terminal: no report passes them on, and JSON keeps them readable by number. */
import { describe, expect, it } from "vitest";
import { explain } from "../../src/cli/explain.js";
import { createLinter } from "../../src/index.js";
import { jsonReporter } from "../../src/reporters/json.js";
import { prettyReporter } from "../../src/reporters/pretty.js";
import { zip } from "../support/archives.js";
import { inventPeople } from "../support/people.js";

const EVIL = "x\u001b[2J\u0007\r\nPASS\u0085\u009b31m\u2028\u2029\u202e\u2066\u200b\ufeff\ud800y";
const UNPRINTABLE = /[\0-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Cs}/u;
const CSV = `氏名,電話番号\n${inventPeople(9).map(({ name, phone }) => `${name},${phone}`).join("\n")}`;

describe("names with control characters", () => {
  it.each<[string, string, Uint8Array]>([
    ["of files", `${EVIL}.csv`, Buffer.from(CSV)],
    ["of entries", "a.zip", zip([{ name: `${EVIL}.csv`, content: CSV }, { name: `${EVIL}.png`, content: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex") }])],
    ["of properties", "a.json", Buffer.from(JSON.stringify({ [EVIL]: { text: "090-1234-5678 佐藤健一さん" } }))],
  ])("do not reach a terminal: %s", async (_case, name, bytes) => {
    const linter = createLinter();
    const { reports } = await linter.scan({ name, bytes });
    for (const lang of ["en", "ja"] as const) {
      const options = { lang, color: false, width: 80, messages: linter.messages };
      const pretty = prettyReporter(reports, options);
      expect(UNPRINTABLE.test(pretty)).toBe(false);
      expect(/^PASS/mu.test(pretty)).toBe(false);
      const json = jsonReporter(reports, options);
      expect(UNPRINTABLE.test(json)).toBe(false);
      expect((JSON.parse(json) as { results: { path: string }[] }).results[0]?.path).toBe(reports[0]?.result.path);
    }
  });
});

it.each(["constructor", "toString", "__proto__", "phone-number/constructor"])("no code is called %s", async (code) => {
  await expect(explain(code, createLinter().messages, "en")).rejects.toThrow(`there is no code ${code}`);
});

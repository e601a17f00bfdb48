/** docs/accepting.md and docs/hooks.md: what is written there is what leaklint reads. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseEntries } from "../../src/acceptance/entries.js";
import { readMarkers } from "../../src/acceptance/markers.js";
import { ACCEPTANCE } from "../../src/acceptance/messages.js";
import { COMMAND_WORDS } from "../../src/cli/interface.js";
import { checkConfig } from "../../src/config.js";
import { createLinter } from "../../src/index.js";
import { checkPolicy, enforcePolicy } from "../../src/locks.js";

const accepting = readFileSync("docs/accepting.md", "utf8");
const hooks = readFileSync("docs/hooks.md", "utf8");
const blocks = (language: string): string[] => [...accepting.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, "gu"))].map(([, text]) => text);

describe("docs/accepting.md", () => {
  it("shows markers that are read, with a reason and codes that there are", () => {
    const linter = createLinter();
    const markers = [...blocks("ts"), ...blocks("html"), ...blocks("yaml")].flatMap((text) => [...readMarkers(text)]);
    expect(markers.map(({ kind }) => kind)).toEqual(["line", "next-line", "start", "end"]);
    for (const { kind, codes, reason } of markers.slice(0, 3)) {
      expect(reason, kind).not.toBe("");
      expect(codes.map((code) => linter.codeState(code)), kind).toEqual(codes.map(() => "on"));
    }
  });

  it("shows an accept file, a policy and a config that are taken", () => {
    const [entries, policy, config] = blocks("json");
    expect(parseEntries(entries, "leaklint.accept.json", "2026-11-22")).toHaveLength(1);
    expect(enforcePolicy({}, checkPolicy(JSON.parse(policy)), "f")).toMatchObject({ failOn: "hold", acceptance: { maxDays: 90 } });
    expect(checkConfig(JSON.parse(config))).toMatchObject({ acceptance: { maxDays: 180 } });
  });

  it("names every problem there is, in both languages of the reports", () => {
    for (const [code, { en, ja, fix }] of Object.entries(ACCEPTANCE.messages)) {
      expect(accepting, code).toContain(`/${code}\``);
      for (const text of [en, ja, fix.en, fix.ja]) expect(text, code).not.toBe("");
    }
  });

  it("names every action of leaklint baseline", () => {
    for (const action of COMMAND_WORDS.baseline.completes) expect(accepting).toContain(`leaklint baseline ${action}`);
  });
});

it("docs/hooks.md names every hook and tool of leaklint init", () => {
  for (const word of [...COMMAND_WORDS.init.options.hook.takes, ...COMMAND_WORDS.init.options.tool.takes]) expect(hooks).toContain(word);
  for (const option of Object.keys(COMMAND_WORDS.init.options)) expect(hooks).toContain(`--${option}`);
});

it("docs/hooks.md names every hook of .pre-commit-hooks.yaml", () => {
  const ids = [...readFileSync(".pre-commit-hooks.yaml", "utf8").matchAll(/^- id: (\S+)$/gmu)].map(([, id]) => id);
  expect(ids).toHaveLength(3);
  for (const id of ids) expect(hooks).toContain(`- id: ${id} `);
});

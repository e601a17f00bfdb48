/** The command line's table: everything that is made of it is up to date, and nothing stands beside it. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { INTERFACE_FILES } from "../../scripts/interface/index.js";
import { parseArguments } from "../../src/cli/arguments.js";
import { COMMANDS } from "../../src/cli/commands/index.js";
import { help } from "../../src/cli/help.js";
import { COMMAND_WORDS, COMMON_OPTIONS, type CommandWords, ENVIRONMENT, EXIT_WORDS, FORMATS, type OptionWords, SCAN_OPTIONS } from "../../src/cli/interface.js";
import { REPORTERS } from "../../src/cli/output.js";
import { UsageError } from "../../src/errors.js";
import { ALL_REPORTERS } from "../support/reports.js";
import { toolForTests } from "../support/tools.js";

const commands = Object.entries<CommandWords>(COMMAND_WORDS);
const options: [string, OptionWords][] = [...commands.flatMap(([, words]) => Object.entries(words.options ?? {})), ...Object.entries(SCAN_OPTIONS), ...Object.entries(COMMON_OPTIONS)];

describe("the table of the command line", () => {
  it("has every command that is loaded by its word, and no other that is not understood", () => {
    expect(Object.keys(COMMANDS).filter((name) => !Object.hasOwn(COMMAND_WORDS, name))).toEqual([]);
    for (const [name] of commands.filter(([one]) => one !== "" && !Object.hasOwn(COMMANDS, one))) {
      let command = "refused";
      try {
        ({ command } = parseArguments([name, "operand"]));
      } catch (error) {
        // A command that takes no operand, or another one, is known all the same.
        if (!(error instanceof UsageError)) throw error;
        command = error.message.includes(`leaklint ${name}`) ? name : "refused";
      }
      expect(command).toBe(name);
    }
  });

  it.each(commands.filter(([name, words]) => Object.hasOwn(COMMANDS, name) && words.options !== undefined))("gives the command %s its options, which it does not list itself", (name) => {
    expect(readFileSync(`src/cli/commands/${name}.ts`, "utf8")).toMatch(new RegExp(`COMMAND_WORDS(?:\\.${name}|\\["${name}"\\])`, "u"));
  });

  it("says everything in both languages", () => {
    const all = [...commands.map(([, words]) => words), ...options.map(([, option]) => option), ...Object.values(EXIT_WORDS), ...Object.values(ENVIRONMENT)];
    expect(all.filter(({ en }) => !/^[a-z][ -~]*$/iu.test(en))).toEqual([]);
    expect(all.filter(({ ja }) => !/[\u3040-\u30ff\u4e00-\u9fff]/u.test(ja))).toEqual([]);
  });

  it("has a reporter for each format, and each is among those that are tested together", () => {
    expect(Object.keys(REPORTERS).sort()).toEqual([...FORMATS].sort());
    expect(Object.keys(ALL_REPORTERS).filter((name) => name !== "job summary").sort()).toEqual([...FORMATS].sort());
  });

  it.each(["en", "ja"] as const)("is all in --help, in %s", (lang) => {
    const text = help(lang);
    for (const [name] of commands) expect(text).toContain(`leaklint ${name}`.trim());
    for (const [name, option] of options) {
      expect(text).toContain(`${option.negatable === true ? "[no-]" : ""}${name}`);
      expect(text).toContain(option[lang]);
    }
  });

  it("is, for one command, what belongs to it", () => {
    const text = help("en", "completion");
    expect(text).toContain("leaklint completion bash|zsh|fish|powershell");
    expect(text).not.toContain("leaklint mail");
    expect(text).not.toContain("--fail-on");
    expect(help("en", "mail")).toContain("--fail-on");
  });
});

describe.each(Object.entries(INTERFACE_FILES))("%s", (file, make) => {
  it("is what `npm run interface` writes", () => {
    expect(readFileSync(file, "utf8")).toBe(make());
  });
});

const groff = toolForTests("groff");
describe.skipIf(groff === undefined)("the man page", () => {
  it.each([["man/leaklint.1", []], ["man/ja/leaklint.1", ["-mja"]]] as const)("%s is set without a warning", (file, macros) => {
    const page = execFileSync(groff ?? "", ["-Kutf8", ...macros, "-man", "-Tutf8", "-ww", "-rLL=80n", file], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    expect(page).toContain("leaklint");
    const warnings = execFileSync("sh", ["-c", `${groff} -Kutf8 ${macros.join(" ")} -man -Tutf8 -ww -rLL=80n ${file} 2>&1 >/dev/null`], { encoding: "utf8" });
    expect(warnings).toBe("");
  });
});

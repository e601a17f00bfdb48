/** The words behind a command that does something else than scan and report. */
import { parseArgs } from "node:util";
import { nearestHint } from "../checks.js";
import { UsageError } from "../errors.js";
import type { OptionTable } from "./interface.js";

type Values<Table extends OptionTable> = {
  readonly [Name in keyof Table]?: Table[Name]["type"] extends "boolean" ? boolean : Table[Name] extends { readonly multiple: true } ? readonly string[] : Table[Name] extends { readonly takes: readonly (infer Word)[] } ? Word : string;
};

/** @throws UsageError naming the option */
export function parseOptions<const Table extends OptionTable>(words: readonly string[], table: Table): { readonly values: Values<Table>; readonly positionals: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options: table, allowPositionals: true, allowNegative: true });
    const given = values as Readonly<Record<string, string | boolean | readonly string[] | undefined>>; // what the types of options are
    for (const [name, value] of Object.entries(given)) {
      const { takes } = table[name];
      if (Array.isArray(takes) && !takes.includes(value)) throw new UsageError(`--${name} must be one of ${takes.join(", ")}${nearestHint(String(value), takes as readonly string[])}`);
    }
    return { values: given as Values<Table>, positionals }; // each was checked
  } catch (error) {
    if (!(error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"))) throw error;
    const option = /'?(--?[\w-]+)/u.exec(error.message)?.[1];
    const hint = error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" ? nearestHint(option?.replace(/^-+/u, "") ?? "", Object.keys(table)) : "; see leaklint --help";
    throw new UsageError(`${error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" ? "there is no option" : "not given as it must be: the option"} ${option}${hint}`);
  }
}

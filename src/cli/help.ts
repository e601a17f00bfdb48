/** What `leaklint --help` prints, made of the table of the interface. */
import type { Language } from "../contract.js";
import { padEnd, stringWidth } from "../reporters/width.js";
import { COMMAND_WORDS, COMMON_OPTIONS, type CommandWords, EXIT, EXIT_WORDS, type OptionTable, type OptionWords, SCAN_OPTIONS } from "./interface.js";

const WORDS = {
  en: {
    about: "leaklint: says whose personal data would leave with a file or a message, before it leaves.",
    options: "Options of all commands that report",
    plainOptions: "Options of all commands",
    exit: "Exit status",
  },
  ja: {
    about: "leaklint: ファイルやメールと一緒に誰の個人情報が外に出るかを、出す前に知らせます。",
    options: "報告するすべてのコマンドのオプション",
    plainOptions: "すべてのコマンドのオプション",
    exit: "終了状態",
  },
} as const;

/** Where the explanation of an option begins. */
const INDENT = 29;

/** @param only the command that is asked about; all where there is none of that name */
export function help(lang: Language, only = ""): string {
  const words = WORDS[lang];
  const all: Readonly<Record<string, CommandWords>> = COMMAND_WORDS;
  const chosen = only !== "" && Object.hasOwn(all, only) ? { [only]: all[only] } : all;
  const commands = Object.entries(chosen).map(
    ([name, command]) => row(["leaklint", name, command.operands].filter(Boolean).join(" "), command[lang]) + optionRows(command.options ?? {}, lang, 6),
  );
  const takesScanOptions = Object.values(chosen).some(({ scans }) => scans === true);
  const statuses = Object.entries(EXIT_WORDS).map(([kind, text]) => row(String(EXIT[kind as keyof typeof EXIT]), text[lang])); // EXIT_WORDS has EXIT's keys
  return [
    `${words.about}\n\n`,
    ...commands,
    `\n${takesScanOptions ? words.options : words.plainOptions}:\n`,
    optionRows({ ...(takesScanOptions && SCAN_OPTIONS), ...COMMON_OPTIONS }, lang, 2),
    `\n${words.exit}:\n`,
    ...statuses,
  ].join("");
}

const optionRows = (options: OptionTable, lang: Language, indent: number): string =>
  Object.entries(options).map(([name, option]) => row(optionText(name, option), option[lang], indent)).join("");

/** `-o, --output FILE`, `--lang en|ja`, `--[no-]public-body`. */
export function optionText(name: string, { short, takes, negatable }: OptionWords): string {
  const value = takes === undefined ? "" : ` ${typeof takes === "string" ? takes : takes.join("|")}`;
  return `${short === undefined ? "" : `-${short}, `}--${negatable === true ? "[no-]" : ""}${name}${value}`;
}

function row(left: string, right: string, indent = 2): string {
  const head = " ".repeat(indent) + left;
  return stringWidth(head) < INDENT - 1 ? `${padEnd(head, INDENT)}${right}\n` : `${head}\n${" ".repeat(INDENT)}${right}\n`;
}

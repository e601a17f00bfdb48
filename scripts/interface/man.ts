/** The man page, made of the table of the interface (man(7), man-pages(7)). */
import type { Language } from "../../src/contract.js";
import { optionText } from "../../src/cli/help.js";
import { COMMAND_WORDS, COMMON_OPTIONS, type CommandWords, ENVIRONMENT, EXIT, EXIT_WORDS, type OptionTable, SCAN_OPTIONS } from "../../src/cli/interface.js";

const WORDS = {
  en: {
    name: "NAME", synopsis: "SYNOPSIS", description: "DESCRIPTION", commands: "COMMANDS", options: "OPTIONS", exit: "EXIT STATUS",
    environment: "ENVIRONMENT", files: "FILES", examples: "EXAMPLES", see: "SEE ALSO", manual: "User Commands",
    about: "says whose personal data would leave with a file, a message or a commit, before it leaves",
    text: [
      "leaklint reads what is about to leave (a workbook to be posted, a message to be sent, a document to be published, a commit to be pushed) and says whose personal data would leave with it, where it stands, whether the author could see it there, and what to do.",
      "No personal value is ever printed: reports hold masked text. What could not be read is listed, and is never taken for clean.",
    ],
    scanOptions: "Commands that report take these options.",
    config: "The configuration, here or in a folder above.",
    exampleTexts: [
      ["leaklint publish/", "Checks every file of a folder before it is posted."],
      ["leaklint --format html -o leaks.html form.xlsx", "Writes one page that anybody can read."],
      ["leaklint staged", "Checks what git would commit."],
      ["leaklint mail - --from a@corp.example --rcpt b@partner.example < message.eml", "Checks one message."],
    ],
    more: "The full documentation stands in the folder docs of the package.",
  },
  ja: {
    name: "名前", synopsis: "書式", description: "説明", commands: "コマンド", options: "オプション", exit: "終了ステータス",
    environment: "環境変数", files: "ファイル", examples: "例", see: "関連項目", manual: "ユーザーコマンド",
    about: "ファイル、メール、コミットと一緒に誰の個人情報が外に出るかを、出す前に知らせる",
    text: [
      "leaklintは、これから外に出るもの（掲載するブック、送るメール、公開する文書、プッシュするコミット）を読み、誰の個人情報が一緒に出るか、どこにあるか、作成者に見えていたか、どうすればよいかを知らせます。",
      "個人情報の値そのものは出力しません（伏せ字にします）。読み取れなかったものは必ず列挙し、問題なしとは扱いません。",
    ],
    scanOptions: "報告するコマンドに共通のオプションです。",
    config: "設定。ここか、上のフォルダーに置く。",
    exampleTexts: [
      ["leaklint publish/", "掲載する前にフォルダーの全ファイルを検査する。"],
      ["leaklint --format html -o leaks.html form.xlsx", "誰でも読める1ページの報告を書く。"],
      ["leaklint staged", "gitが次にコミットする内容を検査する。"],
      ["leaklint mail - --from a@corp.example --rcpt b@partner.example < message.eml", "1通のメールを検査する。"],
    ],
    more: "詳しい文書はパッケージのdocsフォルダーにあります。",
  },
} as const;

export function manPage(lang: Language): string {
  const words = WORDS[lang];
  const commands = Object.entries<CommandWords>(COMMAND_WORDS);
  const lines = [
    '.\\" Written by scripts/interface/index.ts (npm run interface). Do not edit.',
    `.TH LEAKLINT 1 "" "leaklint" ${quoted(words.manual)}`,
    // Lines without spaces cannot be spread to the margin, and Japanese has none.
    ".ad l",
    `.SH ${words.name}`,
    `leaklint \\- ${escaped(words.about)}`,
    `.SH ${words.synopsis}`,
    ...commands.flatMap(([name, { operands }]) => [`.B leaklint${name === "" ? "" : ` ${escaped(name)}`}`, ...(operands === "" ? [] : [escaped(operands)]), ".br"]),
    `.SH ${words.description}`,
    ...words.text.flatMap((text) => [".PP", escaped(text)]),
    `.SH ${words.commands}`,
    ...commands.flatMap(([name, command]) => [
      ".TP", `.B ${escaped(["leaklint", name, command.operands].filter(Boolean).join(" "))}`, escaped(command[lang]),
      ...(command.options === undefined ? [] : [".RS", ...optionLines(command.options, lang), ".RE"]),
    ]),
    `.SH ${words.options}`,
    escaped(words.scanOptions),
    ...optionLines({ ...SCAN_OPTIONS, ...COMMON_OPTIONS }, lang),
    `.SH ${words.exit}`,
    ...Object.entries(EXIT_WORDS).flatMap(([kind, text]) => [".TP", `.B ${EXIT[kind as keyof typeof EXIT]}`, escaped(text[lang])]), // EXIT_WORDS has EXIT's keys
    `.SH ${words.environment}`,
    ...Object.entries(ENVIRONMENT).flatMap(([name, text]) => [".TP", `.B ${escaped(name)}`, escaped(text[lang])]),
    `.SH ${words.files}`,
    ".TP", `.I ${escaped("leaklint.config.{ts,js,mjs,json}")}`, escaped(words.config),
    `.SH ${words.examples}`,
    ...words.exampleTexts.flatMap(([command, text]) => [".TP", `.B ${escaped(command)}`, escaped(text)]),
    `.SH ${words.see}`,
    escaped(words.more),
  ];
  return `${lines.join("\n")}\n`;
}

const optionLines = (options: OptionTable, lang: Language): string[] =>
  Object.entries(options).flatMap(([name, option]) => [".TP", `.B ${escaped(optionText(name, option))}`, escaped(option[lang])]);

/** A backslash begins an escape, a hyphen is set as a dash, and a line that begins with one of two marks is a request (groff(7)). */
const escaped = (text: string): string => text.replaceAll("\\", "\\e").replaceAll("-", "\\-").replace(/^(?=[.'])/u, "\\&");

const quoted = (text: string): string => `"${escaped(text).replaceAll('"', '""')}"`;

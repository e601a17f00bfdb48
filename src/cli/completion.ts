/** Scripts that complete leaklint's words in a shell, made of the table of the interface. */
import type { Language } from "../contract.js";
import { COMMAND_WORDS, COMMON_OPTIONS, type CommandWords, FORMATS, type OptionTable, type OptionWords, SCAN_OPTIONS } from "./interface.js";

export const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;
export type Shell = (typeof SHELLS)[number];

interface Command {
  /** "" is the command without a word. */
  readonly name: string;
  readonly words: CommandWords;
  readonly options: readonly (readonly [name: string, option: OptionWords])[];
  /** Undefined where it takes file names. */
  readonly operands: readonly string[] | undefined;
}

/** @param codes what `leaklint explain` knows */
export function completionScript(shell: Shell, codes: readonly string[], lang: Language): string {
  const commands = Object.entries<CommandWords>(COMMAND_WORDS).map(([name, words]): Command => {
    const options: OptionTable = { ...words.options, ...(words.scans === true && SCAN_OPTIONS), ...COMMON_OPTIONS };
    return { name, words, options: Object.entries(options), operands: operandsOf(words, codes) };
  });
  return SCRIPTS[shell](commands, lang);
}

function operandsOf({ completes }: CommandWords, codes: readonly string[]): readonly string[] | undefined {
  if (completes === undefined) return undefined;
  return completes === "nothing" ? [] : completes === "codes" ? codes : completes;
}

/** Every way to write an option: `--format`, `-o`, `--no-public-body`. */
const spellings = ([name, { short, negatable }]: Command["options"][number]): string[] => [
  `--${name}`, ...(short === undefined ? [] : [`-${short}`]), ...(negatable === true ? [`--no-${name}`] : []),
];

/** What an option takes: words, file names ("FILE"), anything else ("ADDRESS"), or nothing. */
function valueOf({ type, takes }: OptionWords): { readonly kind: "none" | "files" | "formats" | "any" } | { readonly kind: "words"; readonly words: readonly string[] } {
  if (type === "boolean") return { kind: "none" };
  if (typeof takes === "object") return { kind: "words", words: takes };
  return { kind: takes === "FILE" || takes === "FOLDER" ? "files" : takes === "FORMAT=FILE" ? "formats" : "any" };
}

const SCRIPTS: Readonly<Record<Shell, (commands: readonly Command[], lang: Language) => string>> = { bash, zsh, fish, powershell };
const named = (commands: readonly Command[]): readonly Command[] => commands.filter(({ name }) => name !== "");
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** Every option once: the same word means the same in all commands. */
function allOptions(commands: readonly Command[]): Command["options"] {
  return [...new Map(commands.flatMap(({ options }) => options))];
}

function bash(commands: readonly Command[]): string {
  const values = allOptions(commands).map((option) => {
    const value = valueOf(option[1]);
    const pattern = spellings(option).filter((one) => !one.startsWith("--no-")).join("|");
    if (value.kind === "none") return "";
    if (value.kind === "words") return `    ${pattern}) _leaklint_words ${quoted(value.words.join(" "))}; return ;;\n`;
    if (value.kind === "formats") return `    ${pattern}) _leaklint_words ${quoted(FORMATS.map((format) => `${format}=`).join(" "))}; compopt -o nospace 2>/dev/null; return ;;\n`;
    return `    ${pattern}) ${value.kind === "files" ? "_leaklint_files; " : ""}return ;;\n`;
  });
  const cases = commands.map(({ name, options, operands }) => {
    const pattern = name === "" ? "*" : name;
    return `    ${pattern}) options=${quoted(options.flatMap(spellings).join(" "))}; operands=${operands === undefined ? "files" : quoted(operands.join(" "))} ;;\n`;
  });
  // The catch-all of the command without a word stands last.
  return `# leaklint, completion for bash. To use it: source <(leaklint completion bash)
_leaklint_words() {
  local word
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$1" -- "$cur")
}
_leaklint_files() {
  local file
  compopt -o filenames 2>/dev/null
  while IFS= read -r file; do COMPREPLY+=("$file"); done < <(compgen -f -- "$cur")
}
_leaklint() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} options operands
  COMPREPLY=()
  # Readline splits words at "=".
  if [[ $cur == "=" ]]; then cur=""
  elif [[ $prev == "=" ]]; then
    prev=\${COMP_WORDS[COMP_CWORD-2]}
    if [[ $prev != -* ]]; then _leaklint_files; return; fi
  fi
  case $prev in
${values.join("")}  esac
  case \${COMP_WORDS[1]} in
${[...cases.slice(1), cases[0]].join("")}  esac
  if [[ $cur == -* ]]; then _leaklint_words "$options"; return; fi
  if (( COMP_CWORD == 1 )); then _leaklint_words ${quoted(named(commands).map(({ name }) => name).join(" "))}; fi
  if [[ $operands == files ]]; then _leaklint_files; elif (( COMP_CWORD > 1 )); then _leaklint_words "$operands"; fi
}
complete -F _leaklint leaklint
`;
}

function zsh(commands: readonly Command[], lang: Language): string {
  const text = (words: string): string => words.replace(/[[\]:\\]/gu, "\\$&");
  const specs = ({ options, operands }: Command): string => {
    const list = options.flatMap(([name, option]) => {
      const value = valueOf(option);
      const action = value.kind === "words" ? `:${name}:(${value.words.join(" ")})` : value.kind === "files" ? `:${name}:_files` : value.kind === "none" ? "" : `:${text(String(option.takes))}: `;
      const formats = value.kind === "formats" ? `:format:_leaklint_report` : action;
      return spellings([name, option]).map((one) => `${option.multiple === true ? "*" : ""}${one}${value.kind === "none" || one.length === 2 ? "" : "="}[${text(option[lang])}]${one.startsWith("--no-") ? "" : formats}`);
    });
    return [...list, operands === undefined ? "*:file:_files" : `*:word:(${operands.join(" ")})`].map((spec) => ` \\\n        ${quoted(spec)}`).join("");
  };
  const [plain, ...others] = commands;
  return `#compdef leaklint
# leaklint, completion for zsh. To use it: leaklint completion zsh > "\${fpath[1]}/_leaklint"
_leaklint_report() {
  compset -P '*=' && { _files; return }
  compadd -S '=' -- ${FORMATS.join(" ")}
}
_leaklint() {
  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
    local -a commands=(
${named(commands).map(({ name, words }) => `      ${quoted(`${name}:${text(words[lang])}`)}\n`).join("")}    )
    _describe command commands
    _files
    return
  fi
  case $words[2] in
${others.map((command) => `    ${command.name})\n      _arguments -s${specs(command)}\n      ;;\n`).join("")}    *)
      _arguments -s${specs(plain)}
      ;;
  esac
}
if [[ $funcstack[1] == _leaklint ]]; then _leaklint "$@"; else compdef _leaklint leaklint; fi
`;
}

function fish(commands: readonly Command[], lang: Language): string {
  const line = (...parts: readonly string[]): string => `complete -c leaklint ${parts.filter((part) => part !== "").join(" ")}\n`;
  const shown = (words: string): string => `'${words.replace(/['\\]/gu, "\\$&")}'`;
  const optionLines = ([name, option]: Command["options"][number], condition: string): string => {
    const value = valueOf(option);
    const takes = value.kind === "words" ? `-x -a ${shown(value.words.join(" "))}` : value.kind === "formats" ? `-x -a ${shown(FORMATS.map((format) => `${format}=`).join(" "))}` : value.kind === "files" ? "-r -F" : value.kind === "any" ? "-x" : "";
    const out = line(condition, `-l ${name}`, option.short === undefined ? "" : `-s ${option.short}`, takes, `-d ${shown(option[lang])}`);
    return option.negatable === true ? out + line(condition, `-l no-${name}`, `-d ${shown(option[lang])}`) : out;
  };
  // Options of several commands are offered in all but those that do not take them.
  const owners = (name: string): string[] => named(commands).filter(({ options }) => options.some(([one]) => one === name)).map((command) => command.name);
  const strangers = named(commands).filter(({ options }) => !options.some(([name]) => name === "format")).map(({ name }) => name);
  const conditionOf = (name: string): string =>
    Object.hasOwn(COMMON_OPTIONS, name) ? ""
    : Object.hasOwn(SCAN_OPTIONS, name) ? (strangers.length === 0 ? "" : `-n ${shown(`not __fish_seen_subcommand_from ${strangers.join(" ")}`)}`)
    : `-n ${shown(`__fish_seen_subcommand_from ${owners(name).join(" ")}`)}`;
  return [
    "# leaklint, completion for fish. To use it: leaklint completion fish > ~/.config/fish/completions/leaklint.fish\n",
    ...named(commands).map(({ name, words }) => line(`-n '__fish_use_subcommand'`, `-a ${name}`, `-d ${shown(words[lang])}`)),
    ...named(commands).flatMap(({ name, operands }) => (operands === undefined ? [] : [line(`-n ${shown(`__fish_seen_subcommand_from ${name}`)}`, "-f", operands.length === 0 ? "" : `-a ${shown(operands.join(" "))}`)])),
    ...allOptions(commands).map((option) => optionLines(option, conditionOf(option[0]))),
  ].join("");
}

function powershell(commands: readonly Command[]): string {
  const list = (words: readonly string[]): string => `@(${words.map((word) => `'${word.replaceAll("'", "''")}'`).join(", ")})`;
  const values = allOptions(commands).flatMap((option) => {
    const value = valueOf(option[1]);
    const words = value.kind === "words" ? value.words : value.kind === "formats" ? FORMATS.map((format) => `${format}=`) : undefined;
    return words === undefined ? [] : spellings(option).filter((one) => !one.startsWith("--no-")).map((one) => `    '${one}' = ${list(words)}\n`);
  });
  return `# leaklint, completion for PowerShell. To use it: leaklint completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName leaklint -ScriptBlock {
  param($word, $ast, $position)
  $values = @{
${values.join("")}  }
  $options = @{
${commands.map(({ name, options }) => `    '${name}' = ${list(options.flatMap(spellings))}\n`).join("")}  }
  $operands = @{
${commands.flatMap(({ name, operands }) => (operands === undefined ? [] : [`    '${name}' = ${list(operands)}\n`])).join("")}  }
  $words = @($ast.CommandElements | ForEach-Object { $_.ToString() })
  $before = @($words | Select-Object -Skip 1 | Where-Object { $_ -ne $word })
  $command = if ($before.Count -gt 0 -and $options.ContainsKey($before[0])) { $before[0] } else { '' }
  $last = if ($before.Count -gt 0) { $before[-1] } else { '' }
  $offered = if ($values.ContainsKey($last)) { $values[$last] }
    elseif ($word -like '-*') { $options[$command] }
    elseif ($before.Count -eq 0) { ${list(named(commands).map(({ name }) => name))} }
    elseif ($operands.ContainsKey($command)) { $operands[$command] }
  $offered | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
`;
}

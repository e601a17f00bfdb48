/** `leaklint lookup CODE`: a sender was given a code on the telephone's other end; this says what it stands for. */
import { parseArgs } from "node:util";
import type { Language } from "../../contract.js";
import { UsageError } from "../../errors.js";
import { type AuditRecord, findRecord } from "../../gateway/audit.js";
import { problemOf } from "../../gateway/problem.js";
import { parseReference } from "../../gateway/reference.js";
import { createLinter } from "../../linter.js";
import { loadConfig } from "../config-file.js";
import { COMMAND_WORDS, EXIT } from "../interface.js";
import { languageOf } from "../language.js";
import type { Command } from "./index.js";

const OUTCOME_WORDS: Readonly<Record<Language, Readonly<Record<AuditRecord["outcome"], string>>>> = {
  en: {
    pass: "passed", warn: "passed with a header field", rewrite: "passed with its recipients hidden from each other", hold: "held in the mail server's queue",
    block: "refused", tempfail: "not judged: the sender was told to try again",
  },
  ja: {
    pass: "送信", warn: "ヘッダーを付けて送信", rewrite: "宛先を互いに見えなくして送信", hold: "メールサーバーのキューで保留",
    block: "送信を拒否", tempfail: "判定できず（送信元に再送を求めた）",
  },
};

export const lookup: Command = async (words) => {
  const { reference, file: given, audit, json } = parse(words);
  const config = await loadConfig(process.cwd(), given);
  const file = audit ?? config.gateway?.audit?.file;
  if (file === undefined) throw new UsageError("the config names no audit log (gateway.audit.file); give one: leaklint lookup CODE --audit FILE");
  const record = await find(file, reference);
  if (record === undefined) {
    process.stderr.write(`leaklint: ${reference} does not stand in ${file}; messages that pass are recorded only with gateway.audit.passes\n`);
    return EXIT.found;
  }
  if (json) process.stdout.write(`${JSON.stringify(record, null, 2)}\n`);
  else await show(record, config.lang ?? languageOf(process.env));
  return EXIT.clean;
};

function parse(words: readonly string[]): { reference: string; file?: string; audit?: string; json: boolean } {
  let parsed;
  try {
    parsed = parseArgs({ args: [...words], options: COMMAND_WORDS.lookup.options, allowPositionals: true });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"))) throw error;
    throw new UsageError("leaklint lookup takes a code and --config FILE, --audit FILE or --json; see leaklint --help");
  }
  const [typed, ...others] = parsed.positionals;
  const reference = typed === undefined || others.length > 0 ? undefined : parseReference(typed);
  if (reference === undefined) throw new UsageError("leaklint lookup takes one code, such as LL-7F3K9-QX2MB");
  const { config, audit, json = false } = parsed.values;
  return { reference, json, ...(config !== undefined && { file: config }), ...(audit !== undefined && { audit }) };
}

async function find(file: string, reference: string): Promise<AuditRecord | undefined> {
  try {
    return await findRecord(file, reference);
  } catch (error) {
    throw new UsageError(`the audit log ${JSON.stringify(file)} cannot be read: ${problemOf(error)}`);
  }
}

async function show(record: AuditRecord, lang: Language): Promise<void> {
  const { time, reference, outcome, trouble, queueId, recipients, bytes, report } = record;
  const isJapanese = lang === "ja";
  process.stdout.write(
    [
      `${reference}  ${time}  ${OUTCOME_WORDS[lang][outcome]}${trouble === undefined ? "" : ` (${trouble})`}`,
      isJapanese ? `宛先${recipients}件、${bytes}バイト` : `${recipients} ${recipients === 1 ? "recipient" : "recipients"}, ${bytes} bytes`,
      ...(queueId === undefined ? [] : [isJapanese ? `メールサーバーのログでの番号: ${queueId}` : `in the mail server's log: ${queueId}`]),
      "",
      "",
    ].join("\n"),
  );
  if (report === undefined) return;
  const { prettyReporter } = await import("../../reporters/pretty.js");
  process.stdout.write(prettyReporter([report], { lang, color: process.stdout.isTTY, width: process.stdout.columns ?? Infinity, messages: createLinter().messages }));
}

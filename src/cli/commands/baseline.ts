/** `leaklint baseline write|update|prune|audit|key [paths...]`: accepts what is there, so that what comes new is seen. */
import { lstatSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Acceptance } from "../../acceptance/acceptance.js";
import { type BaselineLine, formatBaseline, keyCheckOf } from "../../acceptance/baseline-file.js";
import { refusals } from "../../acceptance/config.js";
import { ACCEPTANCE } from "../../acceptance/messages.js";
import { type Config, nearestHint } from "../../config.js";
import type { Language, Report } from "../../contract.js";
import { UsageError } from "../../errors.js";
import { createLinter } from "../../linter.js";
import { type AcceptedFiles, checkKey, filesOf, fingerprintKeyOf, foldersIn, openAcceptance, readAccepted, relativePath, topFolder } from "../acceptance.js";
import { auditText, isInOrder } from "../audit.js";
import { parseOptions } from "../command-options.js";
import { loadConfig } from "../config-file.js";
import { COMMON_OPTIONS, EXIT, SCAN_OPTIONS } from "../interface.js";
import { languageOf } from "../language.js";
import { keepTogether } from "../merge-driver.js";
import { startProgress } from "../progress.js";
import { acceptanceFolder, BASELINE_FILE, underPolicy } from "../settle.js";
import { writeReport } from "../write-file.js";
import type { Command } from "./index.js";

const ACTIONS = ["write", "update", "prune", "audit", "key"] as const;
type Action = (typeof ACTIONS)[number];

/** @throws UsageError, ConfigError */
export const baseline: Command = async (words) => {
  const { values, positionals } = parseOptions(words, { ...SCAN_OPTIONS, ...COMMON_OPTIONS });
  if (values.help === true) return printed((await import("../help.js")).help(values.lang ?? languageOf(process.env)));
  const [word = "", ...paths] = positionals;
  const action = ACTIONS.find((one) => one === word);
  if (action === undefined) throw new UsageError(`leaklint baseline takes one of ${ACTIONS.join(", ")}${nearestHint(word, ACTIONS)}`);
  const cwd = process.cwd();
  const loaded = await loadConfig(cwd, values.config);
  const config = await underPolicy({ ...loaded, profile: values.profile ?? loaded.profile ?? "repo" }, process.env["LEAKLINT_POLICY"]);
  const lang = values.lang ?? config.lang ?? languageOf(process.env);
  if (action === "key") return printed(`${await fingerprintKeyOf(config, cwd)}\n`);
  const folder = (await acceptanceFolder(config, cwd, values.config)) ?? (await topFolder(cwd));
  const files = await readAccepted(config, folder);
  if (files.baselineFile === undefined) throw new UsageError("acceptance.baseline is false: there is to be no baseline here (ベースラインは使わない設定です)");
  if (action === "write" && files.baseline !== undefined) {
    throw new UsageError(`there is ${files.baselineFile} already: leaklint baseline update adds what is new (ベースラインはすでにあります)`);
  }
  if (action !== "write" && action !== "audit" && files.baseline === undefined) throw new UsageError(`there is no ${BASELINE_FILE}: leaklint baseline write makes one (ベースラインがありません)`);

  const key = await fingerprintKeyOf(config, cwd);
  checkKey(files, key);
  const run = await scan({ ...config, fingerprintKey: key }, files, key, paths, cwd);
  if (action === "audit") {
    const audit = run.acceptance.audit();
    printed(await auditText(audit, run.reports, files, lang, values.format === "json"));
    return isInOrder(audit, run.reports) ? EXIT.clean : EXIT.found;
  }
  const { kept, added, dropped } = linesAfter(action, run, files, cwd);
  await writeReport(join(folder, files.baselineFile), formatBaseline({ keyCheck: keyCheckOf(key), lines: [...kept, ...added] }));
  const isKeptTogether = await keepTogether(folder, files.baselineFile);
  return printed(PHRASES[lang].done(files.baselineFile, kept.length, added.length, dropped) + (isKeptTogether ? PHRASES[lang].attributes : "") + (action === "write" ? PHRASES[lang].share : ""));
};

function printed(text: string): number {
  process.stdout.write(text);
  return EXIT.clean;
}

interface Run {
  readonly reports: readonly Report[];
  readonly acceptance: Acceptance;
  readonly config: Config;
}

async function scan(config: Config, files: AcceptedFiles, key: string, paths: readonly string[], cwd: string): Promise<Run> {
  const linter = createLinter(config);
  const found = paths.length > 0 ? undefined : await filesOf(files.folder);
  const scope = found === undefined ? { root: cwd, folders: foldersIn(paths.length > 0 ? paths : [cwd], cwd), isPast: false } : { root: cwd, folders: [resolve(files.folder)], isPast: false };
  const acceptance = await openAcceptance(files, config, key, () => Promise.resolve(linter), scope);
  const inputs = found?.filter((path) => lstatSync(path, { throwIfNoEntry: false })?.isFile() === true).map((path) => relativePath(cwd, files.folder, path)) ?? (paths.length > 0 ? paths : ["."]);
  const reports: Report[] = [];
  const progress = startProgress(process.stderr);
  try {
    for await (const report of linter.scanEach(inputs, { acceptance })) {
      reports.push(report);
      progress.update(reports.length, report.result.path);
    }
  } finally {
    progress.stop();
  }
  return { reports, acceptance, config };
}

/** `prune` drops what accepts nothing; the others also add what is found and not accepted. Moved files are written under their new name. */
function linesAfter(action: Exclude<Action, "audit" | "key">, { reports, acceptance, config }: Run, { folder }: AcceptedFiles, cwd: string): { kept: BaselineLine[]; added: BaselineLine[]; dropped: number } {
  const isRefused = refusals(config);
  const { lines } = acceptance.audit();
  const kept = lines.filter(({ state }) => state !== "unused" && state !== "refused").map(({ line, movedTo }) => (movedTo === undefined ? line : { ...line, path: movedTo }));
  const added = action === "prune" ? [] : reports.flatMap(({ result }) => {
    const open = result.findings.filter(({ accepted, detector, code, severity, people }) =>
      accepted === undefined && detector !== ACCEPTANCE.id && !isRefused(detector, code) && (severity !== "info" || people > 0));
    return open.map(({ fingerprint, detector, code }): BaselineLine => ({ fingerprint, code: `${detector}/${code}`, path: relativePath(folder, cwd, result.path) }));
  });
  const distinct = new Map(added.map((line) => [`${line.fingerprint} ${line.path}`, line]));
  return { kept, added: [...distinct.values()], dropped: lines.length - kept.length };
}

const PHRASES = {
  en: {
    done: (file: string, kept: number, added: number, dropped: number) => `${file}: ${kept} findings kept, ${added} accepted, ${dropped} dropped.\n`,
    attributes: ".gitattributes: branches that both add lines to the baseline merge by themselves.\n",
    share:
      "Commit both files. Whoever checks this repository needs the same key: print it with `leaklint baseline key`, keep it as the CI secret\n" +
      "LEAKLINT_FINGERPRINT_KEY, and set it in each clone with `git config leaklint.fingerprintKey KEY`. Never commit it.\n",
  },
  ja: {
    done: (file: string, kept: number, added: number, dropped: number) => `${file}: 継続${kept}件、新たに許容${added}件、削除${dropped}件\n`,
    attributes: ".gitattributes: 複数のブランチで行を追加しても、自動でマージされます。\n",
    share:
      "両方のファイルをコミットしてください。検査する人やCIには同じ鍵が必要です。`leaklint baseline key` で表示し、CIではシークレット\n" +
      "LEAKLINT_FINGERPRINT_KEY に、各自のクローンでは `git config leaklint.fingerprintKey 鍵` で設定してください。鍵は決してコミットしないでください。\n",
  },
} as const satisfies Record<Language, object>;

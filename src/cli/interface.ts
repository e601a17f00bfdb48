/**
 * Everything the command line takes, as data: commands, options, exit statuses, environment. Parsing, `--help`, the man pages and the
 * shells' completions are made of it, so that none of them can go stale.
 *
 * To add a command: a line in COMMAND_WORDS here and one in src/cli/commands/index.ts. Options of its own stand here as well and are
 * parsed with `parseArgs({ args, options: COMMAND_WORDS.mine.options })`; `scans: true` says that it takes SCAN_OPTIONS besides.
 * Then `npm run interface` brings man pages and schemas up to date. tests/cli/interface.test.ts fails where one of these is forgotten.
 */
import { PROFILE_NAMES } from "../policy.js";

export const FORMATS = ["pretty", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown", "html", "unix"] as const;
export type Format = (typeof FORMATS)[number];

/** In the shape that util.parseArgs takes, with what people read. */
export interface OptionWords {
  readonly type: "string" | "boolean";
  readonly short?: string;
  readonly multiple?: true;
  /** The words it takes, or a name for what it takes: FILE and FOLDER are completed by the shell. */
  readonly takes?: readonly string[] | string;
  /** A flag that is also given as `--no-...`. */
  readonly negatable?: true;
  readonly en: string;
  readonly ja: string;
}
export type OptionTable = Readonly<Record<string, OptionWords>>;

export interface CommandWords {
  readonly operands: string;
  /** What the shell completes its operands with. Default: file names. */
  readonly completes?: "nothing" | "codes" | readonly string[];
  readonly en: string;
  readonly ja: string;
  readonly options?: OptionTable;
  /** It reports on what it scans, and takes SCAN_OPTIONS. */
  readonly scans?: true;
}

/** Options of everything that scans and reports. */
export const SCAN_OPTIONS = {
  format: {
    type: "string", takes: FORMATS,
    en: "how to report (default: pretty)",
    ja: "報告の形式（既定: pretty）",
  },
  output: {
    type: "string", short: "o", takes: "FILE",
    en: "where to report (default: standard output); never changes the exit status",
    ja: "報告の出力先（既定: 標準出力）。終了状態は変わらない",
  },
  report: {
    type: "string", multiple: true, takes: "FORMAT=FILE",
    en: "one more report of the same run, such as html=leaks.html; may be given several times",
    ja: "同じ実行の報告をもう1つ書く（例: html=leaks.html）。繰り返し指定できる",
  },
  profile: {
    type: "string", takes: PROFILE_NAMES,
    en: "who will read what is checked (default: mail for .eml and .msg, else publish)",
    ja: "誰が読むものとして検査するか（既定: .emlと.msgはmail、ほかはpublish）",
  },
  config: {
    type: "string", takes: "FILE",
    en: "instead of leaklint.config.{ts,js,mjs,json} here or in a folder above",
    ja: "leaklint.config.{ts,js,mjs,json}（ここか上のフォルダー）の代わりに使う設定",
  },
  lang: {
    type: "string", takes: ["en", "ja"],
    en: "language of the report (default: that of the terminal)",
    ja: "報告の言語（既定: 端末の言語）",
  },
  "fail-on": {
    type: "string", takes: ["warn", "hold", "block"],
    en: "verdict that makes exit status 1 (default: hold)",
    ja: "終了状態を1にする判定（既定: hold）",
  },
  "fail-on-unscanned": {
    type: "boolean", negatable: true,
    en: "exit status 3 if something was not read (default: on for publish and mail)",
    ja: "読み取れなかったものがあれば終了状態を3にする（既定: publishとmailで有効）",
  },
  cache: {
    type: "boolean", negatable: true,
    en: "whether what did not change since an earlier run is taken from the cache (default: on for folders and git)",
    ja: "前回から変わっていないものの結果を再利用する（既定: フォルダーとgitで有効）",
  },
  "public-body": {
    type: "boolean", negatable: true,
    en: "you are a public body: thresholds of law in reports are those of one (default: both are shown)",
    ja: "公的機関である。法令の基準を公的機関のものにする（既定: 両方を示す）",
  },
} as const satisfies OptionTable;

/** By the command's word; "" is the command without one. In the order they are shown. */
export const COMMAND_WORDS = {
  "": {
    operands: "[paths...]", scans: true,
    en: "files, folders, globs; - reads one file or message from standard input",
    ja: "ファイル、フォルダー、グロブを検査する。-は標準入力から1つ読む",
  },
  staged: {
    operands: "", completes: "nothing", scans: true,
    en: "what the git index would commit, read as blobs and not as the working tree has it",
    ja: "gitのインデックスにある、次にコミットされる内容を検査する（作業ツリーは見ない）",
  },
  range: {
    operands: "A..B", completes: "nothing", scans: true,
    en: "every blob that a push or a pull request would add, deleted later or not, and the messages of its commits",
    ja: "プッシュやプルリクエストで加わるすべての内容（後で消されたものも）とコミットメッセージを検査する",
    options: {
      "pre-push": {
        type: "string", takes: "REMOTE",
        en: "instead of A..B: what git tells a pre-push hook on standard input; REMOTE is the hook's first argument",
        ja: "A..Bの代わりに、pre-pushフックの標準入力を読む。REMOTEはフックの第1引数",
      },
      "pre-receive": {
        type: "boolean",
        en: "instead of A..B: what git tells a pre-receive hook on standard input",
        ja: "A..Bの代わりに、pre-receiveフックの標準入力を読む",
      },
    },
  },
  history: {
    operands: "", completes: "nothing", scans: true,
    en: "every blob and message of every commit and tag in the repository",
    ja: "リポジトリの全コミット・全タグの内容とメッセージを検査する",
  },
  mail: {
    operands: "FILE|-", scans: true,
    en: "one message about to be sent",
    ja: "これから送る1通のメールを検査する",
    options: {
      from: { type: "string", takes: "ADDRESS", en: "the SMTP envelope's sender", ja: "SMTPエンベロープの差出人" },
      rcpt: { type: "string", multiple: true, takes: "ADDRESS", en: "a recipient of the SMTP envelope; one option each", ja: "SMTPエンベロープの宛先。1つずつ指定する" },
      thread: { type: "string", multiple: true, takes: "FILE", en: "an earlier message of the same thread", ja: "同じやり取りの以前のメール" },
    },
  },
  explain: {
    operands: "CODE", completes: "codes", scans: true,
    en: "what a finding means, why it matters, how to fix it, how to accept it",
    ja: "検出の意味、危険な理由、直し方、許容のしかたを説明する",
    options: {
      finding: {
        type: "string", takes: "N",
        en: "instead, what the N-th finding of a report on the files named rests on; or give its fingerprint",
        ja: "代わりに、挙げたファイルの報告のN番目の検出の根拠を示す。指紋でもよい",
      },
    },
  },
  baseline: {
    operands: "write|update|prune|audit|key [paths...]", completes: ["write", "update", "prune", "audit", "key"], scans: true,
    en: "accepts what is there now, so that only what comes new is reported; audit says who accepted what, key shows the fingerprints' key",
    ja: "今あるものを許容し、新しいものだけを報告する。auditは誰が何を許容したかを、keyは指紋の鍵を示す",
  },
  init: {
    operands: "", completes: "nothing",
    en: "writes a config and sets up the git hook, by whatever the repository uses for hooks",
    ja: "設定ファイルを作り、リポジトリの方式に合わせてgitフックを設定する",
    options: {
      hook: {
        type: "string", takes: ["pre-commit", "pre-push", "pre-receive"],
        en: "which hook (default: pre-commit; pre-receive in a bare repository)",
        ja: "どのフックか（既定: pre-commit。ベアリポジトリではpre-receive）",
      },
      tool: {
        type: "string", takes: ["pre-commit", "husky", "lefthook", "lint-staged", "simple-git-hooks", "git"],
        en: "what runs the hook (default: what the repository uses, else git itself)",
        ja: "フックを動かす仕組み（既定: リポジトリで使っているもの。なければgit）",
      },
      "dry-run": { type: "boolean", en: "only says what it would do", ja: "何をするかを示すだけで、書き込まない" },
      uninstall: { type: "boolean", en: "takes the hook away and leaves everything else as it was", ja: "フックを外し、ほかは元のまま残す" },
    },
  },
  serve: {
    operands: "", completes: "nothing",
    en: "the mail gateway: a milter for Postfix and Sendmail and what else the config's `gateway` asks for; runs until it is stopped",
    ja: "メールゲートウェイを動かす（Postfix・Sendmail用のmilterなど、設定のgatewayに従う）。止めるまで動き続ける",
    options: {
      config: { type: "string", takes: "FILE", en: "instead of leaklint.config.{ts,js,mjs,json} here or in a folder above", ja: "leaklint.config.{ts,js,mjs,json}（ここか上のフォルダー）の代わりに使う設定" },
      milter: {
        type: "string", multiple: true, takes: "ADDRESS",
        en: "instead of the config's gateway.milter: unix:/run/leaklint/milter.sock, inet:8892@127.0.0.1; may be given several times",
        ja: "設定のgateway.milterの代わりに待ち受けるアドレス（例: unix:/run/leaklint/milter.sock）。繰り返し指定できる",
      },
      "log-level": { type: "string", takes: ["debug", "info", "warn", "error"], en: "what is logged to standard output (default: info)", ja: "標準出力に書くログの詳しさ（既定: info）" },
      check: { type: "boolean", en: "only checks the config, as a start would", ja: "起動時と同じように設定を確かめるだけで終わる" },
    },
  },
  lookup: {
    operands: "CODE", completes: "nothing",
    en: "what was found in the message to which the mail gateway gave this code, from its audit log",
    ja: "メールゲートウェイが示した照会番号のメールで何が見つかったかを、監査ログから示す",
    options: {
      config: { type: "string", takes: "FILE", en: "the gateway's config, which names its audit log", ja: "監査ログの場所が書かれた、ゲートウェイの設定" },
      audit: { type: "string", takes: "FILE", en: "the audit log itself, such as one that was rotated away", ja: "監査ログそのもの（ローテートされた古いものなど）" },
      json: { type: "boolean", en: "the record as it stands in the log", ja: "ログにある記録をそのまま出す" },
    },
  },
  completion: {
    operands: "bash|zsh|fish|powershell", completes: ["bash", "zsh", "fish", "powershell"],
    en: "prints a script that completes leaklint's words in that shell",
    ja: "そのシェルでleaklintの語を補完するスクリプトを出力する",
  },
} as const satisfies Readonly<Record<string, CommandWords>>;

/** Of leaklint itself. */
export const COMMON_OPTIONS = {
  help: { type: "boolean", short: "h", en: "this text", ja: "この説明" },
  version: { type: "boolean", short: "v", en: "leaklint's version", ja: "leaklintの版" },
} as const satisfies OptionTable;

/** The exit statuses that other programs rely on. */
export const EXIT = { clean: 0, found: 1, failed: 2, unread: 3 } as const;

export const EXIT_WORDS: Readonly<Record<keyof typeof EXIT, Readonly<Record<"en" | "ja", string>>>> = {
  clean: { en: "nothing at or above the threshold", ja: "基準以上のものはない" },
  found: { en: "something is at or above the threshold", ja: "基準以上のものがある" },
  failed: { en: "wrong command line or config, or leaklint itself failed", ja: "コマンドラインか設定の誤り、またはleaklint自体の失敗" },
  unread: { en: "nothing found, but something was not read", ja: "見つかったものはないが、読み取れなかったものがある" },
};

export const ENVIRONMENT: Readonly<Record<string, Readonly<Record<"en" | "ja", string>>>> = {
  LEAKLINT_FINGERPRINT_KEY: {
    en: "secret that makes fingerprints of the same values the same in every run",
    ja: "同じ値の指紋を毎回同じにするための秘密の鍵",
  },
  LEAKLINT_POLICY: {
    en: "the organisation's policy: settings that no repository can relax (default: /etc/leaklint/policy.json, if it is there)",
    ja: "組織の方針ファイル。リポジトリでは緩められない設定（既定: /etc/leaklint/policy.json があればそれ）",
  },
  "LC_ALL, LC_MESSAGES, LANG": { en: "language of reports, where neither --lang nor the config says", ja: "--langも設定もないときの報告の言語" },
  "NO_COLOR, FORCE_COLOR": { en: "no colours, or colours even where no terminal is", ja: "色を付けない、または端末でなくても付ける" },
  GITHUB_STEP_SUMMARY: { en: "set by GitHub: where --format github writes the job's summary", ja: "GitHubが設定する。--format githubがジョブの要約を書く先" },
};

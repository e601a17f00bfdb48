/** What the HTML page says, for somebody who has never heard of leaklint. */
import type { Language, VerdictLevel } from "../contract.js";
import { grouped } from "./words.js";

export interface HtmlWords {
  readonly tool: string;
  readonly skip: string;
  /** What to do, in one line, by verdict. */
  readonly headlines: Readonly<Record<VerdictLevel, string>>;
  /** Nothing was found, and not everything was read. */
  readonly passUnread: string;
  readonly people: (n: number) => string;
  readonly leadPeople: (n: number) => string;
  readonly leadConcealed: (n: number) => string;
  readonly leadFindings: (n: number) => string;
  readonly leadNothing: string;
  readonly leadUnread: (n: number) => string;
  readonly factPeople: string;
  readonly factConcealed: string;
  readonly factFiles: string;
  readonly factUnread: string;
  readonly countPeople: (n: number) => string;
  readonly countPlaces: (n: number) => string;
  readonly countFiles: (n: number) => string;
  readonly todo: string;
  readonly steps: { readonly stop: string; readonly check: string; readonly fix: string; readonly look: string; readonly again: string; readonly out: string; readonly done: string };
  readonly files: string;
  readonly filesTable: string;
  readonly filesHead: readonly [string, string, string, string];
  readonly found: string;
  readonly where: string;
  readonly wholeFile: string;
  readonly unseen: string;
  readonly kinds: string;
  readonly example: string;
  readonly acceptance: string;
  readonly advice: string;
  readonly why: string;
  readonly confidence: (percent: number) => string;
  readonly code: string;
  readonly more: (n: number) => string;
  readonly law: string;
  readonly lawHead: readonly [string, string, string, string, string];
  readonly lawTable: string;
  readonly afterwards: string;
  readonly coverage: string;
  readonly coverageHead: readonly [string, string, string, string, string];
  readonly coverageTable: string;
  readonly unread: string;
  readonly unreadHead: readonly [string, string, string];
  readonly unreadTable: string;
  readonly readWhole: string;
  readonly readPartly: (n: number) => string;
  readonly accepted: string;
  readonly masked: string;
  readonly notProof: string;
  readonly checkedAt: string;
}

export const HTML_WORDS: Readonly<Record<Language, HtmlWords>> = {
  en: {
    tool: "Check for personal data before it leaves",
    skip: "To the content",
    headlines: {
      block: "Do not send or publish this",
      hold: "Do not send this until somebody has checked it",
      warn: "Check that this may leave",
      pass: "Nothing found that should keep this from leaving",
    },
    passUnread: "Nothing found, but not everything could be read",
    people: (n) => (n === 1 ? "about 1 person" : `about ${grouped(n)} people`),
    leadPeople: (n) => (n === 1 ? "Personal data of about 1 person would leave with it." : `Personal data of about ${grouped(n)} people would leave with it.`),
    leadConcealed: (n) => `${n === 1 ? "1 of them stands" : `${grouped(n)} of them stand`} where nobody sees it on opening the file.`,
    leadFindings: (n) => (n === 1 ? "1 place needs a look." : `${grouped(n)} places need a look.`),
    leadNothing: "No personal data were found in what could be read.",
    leadUnread: (n) => `${n === 1 ? "1 place" : `${grouped(n)} places`} could not be read: nobody knows what is in there.`,
    factPeople: "People",
    factConcealed: "Of them out of sight",
    factFiles: "Files checked",
    factUnread: "Places not read",
    countPeople: (n) => grouped(n),
    countPlaces: (n) => grouped(n),
    countFiles: (n) => grouped(n),
    todo: "What to do now",
    steps: {
      stop: "Do not send it, post it or hand it over yet.",
      check: "Look at each place under “What was found”: may these people's data leave?",
      fix: "Remove what may not leave, as it says there. Hiding it does not remove it.",
      look: "Have a person look at what could not be read (see “What was checked”).",
      again: "Check the new file again with leaklint before it leaves.",
      out: "If it is already out: tell the officer for personal data at once, and see “Thresholds of law”.",
      done: "Nothing more. A clean result is no proof: the last look is yours.",
    },
    files: "Which files",
    filesTable: "Files in which something was found",
    filesHead: ["File", "Verdict", "People", "Of them out of sight"],
    found: "What was found",
    where: "Where",
    wholeFile: "The whole file",
    unseen: "Out of sight",
    kinds: "Kinds of data",
    example: "Looks like (masked)",
    acceptance: "Who answers for it",
    advice: "What to do",
    why: "Why leaklint thinks so",
    confidence: (percent) => `Of a hundred findings like this one, about ${percent} are right.`,
    code: "Code",
    more: (n) => `… and ${grouped(n)} more in this file; the JSON report lists them all.`,
    law: "Thresholds of law",
    lawHead: ["Threshold", "Has to be reported from", "Found", "State", "Basis"],
    lawTable: "Thresholds of law and what was found",
    afterwards: "If it has already got out",
    coverage: "What was checked",
    coverageHead: ["File", "Verdict", "People", "Read", "Format"],
    coverageTable: "Every file that was checked",
    unread: "What could not be read",
    unreadHead: ["File", "Place", "Why"],
    unreadTable: "Places that could not be read",
    readWhole: "all of it",
    readPartly: (n) => `${n === 1 ? "1 place" : `${grouped(n)} places`} not read`,
    accepted: "may go unread by the config",
    masked: "This page holds no personal data: values are masked.",
    notProof: "Numbers of people are estimates. A clean result is no proof.",
    checkedAt: "Checked",
  },
  ja: {
    tool: "外に出す前の個人情報チェック",
    skip: "本文へ移動",
    headlines: {
      block: "このまま外に出さないでください",
      hold: "確認が済むまで外に出さないでください",
      warn: "外に出してよいか確認してください",
      pass: "外に出すのを止める理由は見つかりませんでした",
    },
    passUnread: "見つかりませんでしたが、読み取れなかった箇所があります",
    people: (n) => `約${grouped(n)}人分`,
    leadPeople: (n) => `約${grouped(n)}人分の個人情報が一緒に外に出ます。`,
    leadConcealed: (n) => `うち${grouped(n)}人分は、ファイルを開いても見えない場所にあります。`,
    leadFindings: (n) => `確認が必要な箇所が${grouped(n)}件あります。`,
    leadNothing: "読み取れた範囲に個人情報は見つかりませんでした。",
    leadUnread: (n) => `読み取れなかった箇所が${grouped(n)}件あります。中に何があるかは分かりません。`,
    factPeople: "人数（推定）",
    factConcealed: "うち見えない場所",
    factFiles: "検査したファイル",
    factUnread: "読み取れなかった箇所",
    countPeople: (n) => `${grouped(n)}人`,
    countPlaces: (n) => `${grouped(n)}件`,
    countFiles: (n) => `${grouped(n)}件`,
    todo: "まず、すること",
    steps: {
      stop: "まだ、送信・公開・提供をしないでください。",
      check: "「見つかったもの」の各箇所を見て、この人たちの情報を外に出してよいか確かめます。",
      fix: "出してはいけないものを、そこに書かれた方法で削除します。非表示にしても消えません。",
      look: "読み取れなかった箇所（「検査の範囲」）は、人が開いて確かめます。",
      again: "直したファイルを、外に出す前にもう一度 leaklint で検査します。",
      out: "すでに外に出してしまった場合は、すぐに個人情報の担当部署に連絡し、「法令の基準」を確認してください。",
      done: "ほかにすることはありません。ただし、問題がないことの証明ではありません。最後は人の目で確かめてください。",
    },
    files: "確認が必要なファイル",
    filesTable: "何かが見つかったファイル",
    filesHead: ["ファイル", "判定", "人数", "うち見えない場所"],
    found: "見つかったもの",
    where: "場所",
    wholeFile: "ファイル全体",
    unseen: "見えない場所",
    kinds: "情報の種類",
    example: "例（伏せ字）",
    acceptance: "許容",
    advice: "対応",
    why: "そう判断した理由",
    confidence: (percent) => `同じような検出100件のうち、約${percent}件が正しいものです。`,
    code: "コード",
    more: (n) => `…このファイルにはほか${grouped(n)}件あります（JSON形式の報告にすべて載ります）。`,
    law: "法令の基準",
    lawHead: ["基準", "報告が必要になる場合", "今回", "判定", "根拠"],
    lawTable: "法令の基準と今回見つかったもの",
    afterwards: "すでに外に出てしまった場合",
    coverage: "検査の範囲",
    coverageHead: ["ファイル", "判定", "人数", "読み取り", "形式"],
    coverageTable: "検査したすべてのファイル",
    unread: "読み取れなかった箇所",
    unreadHead: ["ファイル", "場所", "理由"],
    unreadTable: "読み取れなかった箇所の一覧",
    readWhole: "すべて",
    readPartly: (n) => `${grouped(n)}件を読めず`,
    accepted: "設定により読まない",
    masked: "この報告に個人情報そのものは含まれません（伏せ字にしています）。",
    notProof: "人数は推定です。問題なしの結果は、個人情報がないことの証明ではありません。",
    checkedAt: "検査日時",
  },
};

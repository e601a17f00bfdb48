import type { Detector, TextMatch } from "../src/contract.js";
import { isFiller } from "./shared/check-digits.js";
import { groupsOf, readDigitGroups, readNumber } from "./shared/digit-groups.js";
import { hasContext, isTight, numberLabelBefore, standsBehindNumberLabel, type NumberLabel } from "./shared/number-labels.js";
import { zenginRecords } from "./shared/zengin.js";
import { isPostOfficeAccount, ownerOf, readSymbolAndNumber } from "./shared/symbol-and-number.js";

type Code = "account" | "post-office" | "organisation";

/** Japanese accounts have seven digits; leading zeros get lost, and other countries have up to fourteen. */
const RUNS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14];
const DIGITS = 7;
const BANK = /銀行|信用金庫|信金|信用組合|信組|農協|農業協同組合|\bJA|漁協|労働金庫|労金|金庫|支店|本店|出張所|営業部|店番|口座|振込|振り込み|引落|引き落とし|金融機関|預金|貯金|bank|branch/iu;
const BANK_WINDOW = 80;
const HOLDER = /名義(?:人|名|カナ|漢字)?(?:\([^()\n]{0,8}\))?[\s:=]{0,4}([^\n\t]{2,40})/u;
const HOLDER_WINDOW = 100;
/** In lists of payments the holder stands in the cell behind the number. */
const NEXT_CELL = /^\t([^\t\n]{2,40})/u;
const ORGANISATION = /株式会社|有限会社|合同会社|法人|\([株有合社財一特福医学]\)|カブシキ|ユウゲン|カ\)|ユ\)|シャ\)|ザイ\)|フク\)|\(カ|\(ユ|会計管理者|組合|協議会|委員会|協会|事務局|連合会|連盟|学校|大学|病院|財団|機構|基金|商店|クラブ|[市町村県府都](?:$|[\s]|長|会計)|会$|会(?:\s|代表|会長)/u;
/** 振込先: 百十四 本店 1357902 */
const BRANCH_BETWEEN = /(?:銀行|金庫|支店|本店|営業部|出張所)[^\d\n]{0,8}$/u;
/** 00140-3-123456: transfer accounts, which organisations ask to be paid through. */
const TRANSFER_SHAPES = [groupsOf(5, 1, 6), groupsOf(5, 1, 5), groupsOf(5, 1, 4), groupsOf(5, 1, 3), groupsOf(5, 1, 2), groupsOf(5, 1, 7)];
const COUNTER_BEHIND = /^ ?(?:年|月|日|円|人|名(?!義)|件|枚|口(?!座)|個|回|kg|km|m|%|,\d{3}|\.\d|[/:]\d)/u;

const FIX = {
  en: "Delete them, or send them only to whoever is to pay in.",
  ja: "削除するか、振込に必要な相手だけに渡してください。",
};

export const bankAccount: Detector<Code> = {
  id: "bank-account",
  messages: {
    "account": { severity: "warning", en: "{count} bank account {one:number|numbers}", ja: "銀行口座の番号が{count}件あります", fix: FIX },
    "post-office": { severity: "warning", en: "{count} Japan Post Bank account {one:number|numbers}", ja: "ゆうちょ銀行の記号・番号が{count}件あります", fix: FIX },
    "organisation": { severity: "info", en: "{count} bank account {one:number|numbers} of {one:an organisation|organisations}", ja: "団体や会社の名義の口座番号が{count}件あります", fix: { en: "An organisation's account is printed to be paid into; see that it is its own.", ja: "振込先として示すものか確かめてください。" } },
  },
  defaults: {},
  create: () => ({ text: { starts: ["digit"], digitRuns: RUNS, onlyIf: standsBehindNumberLabel, check: readAccount, finish: (text, found) => withRecords(text, found) } }),
};

/** The accounts of a file for the bank, which no label names. */
function withRecords(text: string, found: readonly TextMatch<Code>[]): readonly TextMatch<Code>[] {
  const records = [...zenginRecords(text)].map(({ account }): TextMatch<Code> => ({ code: "account", at: account, entity: "bank-account", confidence: 0.97, value: text.slice(account.start, account.end), evidence: ["shape"] }));
  return records.length === 0 ? found : records;
}

function readAccount(text: string, start: number, end: number): TextMatch<Code> | undefined {
  const label = numberLabelBefore(text, start);
  switch (label?.kind) {
    case "account-type":
    case "bank-account": return readPostOffice(text, start, end) ?? readLabelled(text, start, end, label);
    case "postal-transfer":
    case "symbol-number":
    case "generic": return readPostOffice(text, start, end);
    default: return undefined;
  }
}

function match(text: string, code: Code, start: number, end: number, value: string, confidence: number): TextMatch<Code> {
  const isTheirs = isOrganisations(text, start, end);
  return { code: isTheirs ? "organisation" : code, at: { start, end }, entity: "bank-account", confidence: isFiller(value) ? 0.3 : confidence, value, evidence: ["label"] };
}

function readLabelled(text: string, start: number, end: number, label: NumberLabel): TextMatch<Code> | undefined {
  const run = end - start;
  if (run === 1) {
    const boxes = label.kind === "bank-account" && isTight(text, label, start) ? readNumber(text, start, end, DIGITS, []) : undefined;
    return boxes && match(text, "account", start, boxes.end, boxes.digits, 0.9);
  }
  const isBehindBranch = label.kind === "bank-account" && run === DIGITS && BRANCH_BETWEEN.test(text.slice(label.end, start));
  if (run < 4 || !(isBehindBranch || isTight(text, label, start)) || !readDigitGroups(text, start, end).isRunApart || COUNTER_BEHIND.test(text.slice(end, end + 4))) return undefined;
  const isNamed = label.kind === "bank-account";
  const word = text.slice(label.start, label.end);
  const isAtBank = hasContext(text, label.start, BANK, BANK_WINDOW) || HOLDER.test(text.slice(end, end + BANK_WINDOW));
  let confidence: number;
  if (run === DIGITS) confidence = isNamed || isAtBank ? 0.95 : /[預貯]金|口座/u.test(word) ? 0.85 : 0.35;
  // 口座 and 振込先 alone stand before amounts as well.
  else if (isNamed) confidence = /番号|no\.?$|number|num$|#/iu.test(word) ? (run <= 8 || isAtBank ? 0.8 : 0.6) : 0.35;
  else if (run >= 6 && run <= 8 && isAtBank) confidence = 0.7;
  else return undefined;
  return match(text, "account", start, end, text.slice(start, end), confidence);
}

function readPostOffice(text: string, start: number, end: number): TextMatch<Code> | undefined {
  const { groups, isApart, end: groupsEnd } = readDigitGroups(text, start, end);
  if (isApart && TRANSFER_SHAPES.includes(groups) && (text.charAt(start) === "0" || text.charAt(start) === "1")) {
    const label = numberLabelBefore(text, start);
    if (label?.kind === "generic" || label?.kind === "account-type") return undefined;
    return match(text, "post-office", start, groupsEnd, text.slice(start, groupsEnd).replace(/[ -]/gu, ""), 0.93);
  }
  const pair = readSymbolAndNumber(text, start, end) ?? pairBehindAccount(text, start, end);
  if (pair === undefined || ownerOf(text, pair) !== "bank") return undefined;
  const confidence = isPostOfficeAccount(pair.symbol, pair.number) ? 0.96 : /^\d{5}$/u.test(pair.symbol) ? 0.7 : 0.3;
  return match(text, "post-office", pair.start, pair.end, pair.symbol + pair.number, confidence);
}

/** 口座番号 12340-12345671 */
function pairBehindAccount(text: string, start: number, end: number): ReturnType<typeof readSymbolAndNumber> {
  if (end - start !== 5) return undefined;
  const { end: to, groups, isApart } = readDigitGroups(text, start, end);
  if (!isApart || groups === 0 || groups >= 32 ** 2 || groups < 32) return undefined;
  const symbol = text.slice(start, end);
  const number = text.slice(end + 1, to);
  return isPostOfficeAccount(symbol, number) ? { symbol, number, start, end: to } : undefined;
}

function isOrganisations(text: string, start: number, end: number): boolean {
  const next = NEXT_CELL.exec(text.slice(end, end + HOLDER_WINDOW));
  if (next !== null && ORGANISATION.test(next[1].trim())) return true;
  const behind = HOLDER.exec(text.slice(end, end + HOLDER_WINDOW));
  if (behind !== null) return ORGANISATION.test(behind[1].trim());
  const before = HOLDER.exec(text.slice(Math.max(0, start - HOLDER_WINDOW), start));
  return before !== null && ORGANISATION.test(before[1].split(/[\s、,/]/u)[0]);
}

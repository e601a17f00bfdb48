/** The words reports are made of, in both languages. */
import type { Concealment, Entity, EntityCounts, Evidence, Language, Severity, SheetState, Unscanned, VerdictLevel } from "../contract.js";

type Words<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

export const ENTITY_WORDS: Words<Entity> = {
  en: {
    "person-name": "name", "postal-address": "address", "postal-code": "postal code", "phone-number": "phone number",
    "email-address": "mail address", "date-of-birth": "date of birth", "my-number": "My Number", "drivers-license": "driver's licence",
    passport: "passport", "residence-card": "residence card", "health-insurance": "health insurance", "basic-pension-number": "basic pension number",
    "resident-record-code": "resident record code", "disability-certificate": "disability certificate", "registered-domicile": "registered domicile", "bank-account": "bank account",
    "credit-card": "credit card", iban: "IBAN", "national-id": "national id", "user-id": "user id", "api-key": "API key", password: "password",
    "special-care": "special-care data", geolocation: "location",
  },
  ja: {
    "person-name": "氏名", "postal-address": "住所", "postal-code": "郵便番号", "phone-number": "電話番号", "email-address": "メールアドレス",
    "date-of-birth": "生年月日", "my-number": "マイナンバー", "drivers-license": "運転免許証番号", passport: "旅券番号", "residence-card": "在留カード番号",
    "health-insurance": "被保険者番号", "basic-pension-number": "基礎年金番号", "resident-record-code": "住民票コード", "disability-certificate": "障害者手帳番号", "registered-domicile": "本籍",
    "bank-account": "口座番号", "credit-card": "クレジットカード番号", iban: "IBAN", "national-id": "外国の国民番号", "user-id": "利用者ID",
    "api-key": "APIキー", password: "パスワード", "special-care": "要配慮個人情報", geolocation: "位置情報",
  },
};

export const CONCEALMENT_WORDS: Words<Concealment> = {
  en: {
    "hidden-sheet": "hidden sheet", "very-hidden-sheet": "very hidden sheet: Excel's menu does not list it", "hidden-row": "hidden rows",
    "hidden-column": "hidden columns", "invisible-format": "formatted to be invisible", comment: "comment", "pivot-cache": "pivot table's cache",
    "external-link-cache": "cache of a linked workbook", "defined-name": "defined name", property: "file properties",
    "orphaned-part": "left over in the file: no program shows it", "deleted-revision": "deleted, but kept as a tracked change",
    "hidden-text": "hidden text", "hidden-slide": "hidden slide", "speaker-notes": "speaker notes", "covered-text": "covered by something", "outside-print-area": "outside the print area: a printout does not show it",
    "invisible-text": "invisible text", "off-page": "off the page", "hidden-layer": "layer that is switched off",
    "previous-revision": "earlier revision kept in the file", "markup-comment": "comment in the markup", metadata: "metadata",
    "package-data": "data inside the file that is drawn nowhere",
  },
  ja: {
    "hidden-sheet": "非表示のシート", "very-hidden-sheet": "完全に非表示のシート（Excelの「再表示」にも出ない）", "hidden-row": "非表示の行", "hidden-column": "非表示の列",
    "invisible-format": "見えない書式", comment: "コメント", "pivot-cache": "ピボットテーブルのキャッシュ", "external-link-cache": "リンク先ブックのキャッシュ",
    "defined-name": "名前の定義", property: "ファイルのプロパティ", "orphaned-part": "ファイル内に残り、どこにも表示されないデータ", "deleted-revision": "削除されたが変更履歴に残る文字",
    "hidden-text": "隠し文字", "hidden-slide": "非表示のスライド", "speaker-notes": "発表者ノート", "covered-text": "図形などで覆われた文字", "outside-print-area": "印刷範囲の外（印刷すると出ない）",
    "invisible-text": "透明な文字", "off-page": "紙面の外", "hidden-layer": "非表示のレイヤー", "previous-revision": "ファイルに残る以前の版",
    "markup-comment": "HTMLのコメント", metadata: "メタデータ", "package-data": "ファイル内の表示されないデータ",
  },
};

export const EVIDENCE_WORDS: Words<Evidence> = {
  en: {
    label: "a word beside it says what it is", header: "a header says what stands in the column, or a label what stands in the row",
    dictionary: "it is made of known names, places or words", model: "a model trained on labelled text holds it likely",
    honorific: "a title or form of address stands with it", reading: "its reading or romanised form stands beside it",
    company: "other data of the same person stand beside it", column: "most cells of its column are of this kind",
    "check-digit": "its check digit or checksum is right", allocated: "the number or name is one that has been given out",
    shape: "it has a form that little else has", similar: "it is nearly, and not quite, a well-known name", recipients: "the message's header shows it to everyone it names",
    structure: "the document is made in a way that hides or contradicts something",
  },
  ja: {
    label: "すぐ近くに項目名がある", header: "列または行の見出しが内容を示している", dictionary: "辞書にある人名・地名・語でできている",
    model: "学習済みモデルがそれらしいと判断した", honorific: "敬称や肩書が付いている", reading: "読み仮名やローマ字が添えられている",
    company: "同じ人の他の情報が並んでいる", column: "その列のほとんどのセルが同じ種類である", "check-digit": "検査数字が合っている",
    allocated: "実際に割り当てられている番号や名前である", shape: "ほかにはほとんどない形をしている", similar: "よく知られた名前とわずかに違う", recipients: "宛先欄で互いに見える",
    structure: "文書の作りに、隠れた箇所や食い違いがある",
  },
};

export const VERDICT_WORDS: Words<VerdictLevel> = {
  en: { pass: "PASS", warn: "WARN", hold: "HOLD", block: "BLOCK" },
  ja: { pass: "問題なし", warn: "注意", hold: "保留", block: "中止" },
};

export const SEVERITY_WORDS: Words<Severity> = {
  en: { info: "info", warning: "warning", error: "error" },
  ja: { info: "情報", warning: "警告", error: "危険" },
};

export const SHEET_STATE_WORDS: Words<SheetState> = {
  en: { visible: "visible", hidden: "hidden", "very-hidden": "very hidden", orphaned: "not listed" },
  ja: { visible: "表示", hidden: "非表示", "very-hidden": "完全に非表示", orphaned: "一覧にない" },
};

export const UNSCANNED_WORDS: Words<Unscanned["reason"]> = {
  en: { encrypted: "encrypted", corrupt: "damaged", unsupported: "format not supported", limit: "limit reached", failed: "could not be read" },
  ja: { encrypted: "暗号化", corrupt: "破損", unsupported: "未対応の形式", limit: "上限に達した", failed: "読み取り失敗" },
};

/** "872 names, 872 addresses" or "氏名872、住所872", most first. */
export function entityList(entities: EntityCounts, lang: Language): string {
  const counted = Object.entries(entities) as [Entity, number][]; // EntityCounts has no other keys
  counted.sort(([, a], [, b]) => b - a);
  const words = ENTITY_WORDS[lang];
  return counted.map(([entity, count]) => (lang === "ja" ? `${words[entity]}${count}件` : `${words[entity]} ${count}`)).join(lang === "ja" ? "、" : ", ");
}

const GROUP_END = /\B(?=(?:\d{3})+$)/gu;

/** 1148 as "1,148"; Intl would take 30 ms to say the same the first time. */
export function grouped(count: number): string {
  return String(count).replace(GROUP_END, ",");
}

const PLURAL = /\{one:([^|{}]*)\|([^{}]*)\}/gu;

/** A message's text with its counts. `{one:name|names}` is the first where the count is 1. */
export function fill(template: string, counts: { readonly count: number; readonly people: number; readonly entities: EntityCounts }, lang: Language): string {
  return template
    .replace(PLURAL, counts.count === 1 ? "$1" : "$2")
    .replaceAll("{count}", grouped(counts.count))
    .replaceAll("{people}", grouped(counts.people))
    .replaceAll("{entities}", entityList(counts.entities, lang));
}

/** "read 12 files: 3 places were NOT read". */
export function coverageText(coverage: { readonly files: number; readonly unread: number; readonly accepted: number; readonly acceptedFindings: number }, lang: Language): string {
  const { files, unread, accepted, acceptedFindings } = coverage;
  if (lang === "ja") {
    const rest = unread === 0 ? "すべて読み取りました" : `読み取れなかった箇所が${grouped(unread)}件あります`;
    return `検査したファイル${grouped(files)}件: ${rest}${accepted === 0 ? "" : `（ほかに、設定により読まない箇所${grouped(accepted)}件）`}${acceptedFindings === 0 ? "" : `、許容済みの検出${grouped(acceptedFindings)}件`}`;
  }
  const rest = unread === 0 ? "everything was read" : unread === 1 ? "1 place was NOT read" : `${grouped(unread)} places were NOT read`;
  return `checked ${files === 1 ? "1 file" : `${grouped(files)} files`}: ${rest}${accepted === 0 ? "" : ` (${grouped(accepted)} more may go unread by the config)`}${acceptedFindings === 0 ? "" : `, ${acceptedFindings === 1 ? "1 finding is" : `${grouped(acceptedFindings)} findings are`} accepted`}`;
}

/** A message where no finding is: the plural, and no counts. */
export const withoutCounts = (template: string): string => template.replace(/\{one:[^|{}]*\|([^{}]*)\}/gu, "$1").replace(/\{(?:count|people|entities)\}/gu, "…");

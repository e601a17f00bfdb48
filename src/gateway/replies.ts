/** What senders and mail servers are told: one line, without values, with the reference under which the administrator finds the rest. */
import type { Finding, Language, Message } from "../contract.js";
import { fill } from "../reporters/words.js";
import type { SmtpReply, Trouble } from "./transaction.js";

export type Subject =
  | { readonly kind: "finding"; readonly message: Message; readonly finding: Finding }
  | { readonly kind: "people"; readonly people: number }
  | { readonly kind: "unread" }
  | { readonly kind: "oversize"; readonly bytes: number };

export interface Addressee {
  readonly reference: string;
  readonly language: Language;
  /** The reply may hold more than ASCII. */
  readonly isUtf8: boolean;
}

/** RFC 5321, 4.5.3.1.5: 512 octets with code and CRLF. */
const MAX_REPLY_BYTES = 480;

/** Japanese is written in Latin letters, and English follows, where the sender's program has not said that it reads UTF-8 (RFC 6531, 3.7.4). */
export function replyText(what: "blocked" | "held", subject: Subject, { reference, language, isUtf8 }: Addressee): string {
  if (language === "ja" && isUtf8) return oneLine(`${what === "blocked" ? "送信を中止しました" : "送信を保留しました"}: ${reasonOf(subject, "ja")}`, `（照会番号 ${reference}）`);
  const english = `${what === "blocked" ? "Not sent" : "Held"}: ${reasonOf(subject, "en")}`;
  const romanised = language === "ja" ? `${what === "blocked" ? "Soushin wo chuushi shimashita" : "Soushin wo horyuu shimashita"}: ${ROMANISED[subject.kind]}. ` : "";
  return oneLine(asciiOf(romanised + english), ` (code ${reference})`);
}

/** Written as they are, these need no name and no count. */
const ROMANISED: Readonly<Record<Subject["kind"], string>> = {
  finding: "kojin jouhou mata wa atesaki ni mondai ga arimasu",
  people: "kojin jouhou ga fukumarete imasu",
  unread: "kakunin dekinai tenpu ga arimasu",
  oversize: "ookisugite kakunin dekimasen",
};

function reasonOf(subject: Subject, language: Language): string {
  const isJapanese = language === "ja";
  if (subject.kind === "finding") return fill(subject.message[language], subject.finding, language);
  if (subject.kind === "people") return isJapanese ? `${subject.people}名分の個人情報が含まれています` : `it holds personal data of ${subject.people} ${subject.people === 1 ? "person" : "people"}`;
  if (subject.kind === "oversize") return isJapanese ? "大きすぎて内容を確認できません" : "it is too large to be checked";
  return isJapanese ? "暗号化または破損などのため確認できない部分があります" : "it holds something that cannot be checked (encrypted, damaged or over a limit)";
}

const TROUBLE: Readonly<Record<Trouble, { readonly status: string; readonly code: SmtpReply["code"]; readonly en: string; readonly ja: string }>> = {
  busy: { code: 451, status: "4.3.2", en: "too many messages are being checked", ja: "確認待ちのメールが多すぎます" },
  slow: { code: 451, status: "4.7.1", en: "the message could not be checked in time", ja: "時間内に内容を確認できませんでした" },
  failed: { code: 451, status: "4.3.0", en: "the message could not be checked", ja: "内容を確認できませんでした" },
  disk: { code: 451, status: "4.3.1", en: "the mail check has no disk space", ja: "確認用のディスクに空きがありません" },
  cancelled: { code: 451, status: "4.4.2", en: "the connection was lost", ja: "接続が切れました" },
  stopping: { code: 451, status: "4.3.2", en: "the mail check is being restarted", ja: "確認プログラムを再起動しています" },
};

/** "Try again later", in English: nobody has read the message, so nobody knows its language. */
export function troubleReply(trouble: Trouble, { reference, language, isUtf8 }: Addressee): SmtpReply {
  const { code, status, en, ja } = TROUBLE[trouble];
  const text = language === "ja" && isUtf8 ? oneLine(`${ja}。しばらくしてから再送してください`, `（照会番号 ${reference}）`) : oneLine(`Not sent yet: ${en}; try again later`, ` (code ${reference})`);
  return { code, status, text };
}

/** Rules are named by detectors, one's own included: only what is safe in a header field stays. */
export function headerValue(kind: string, reference: string, { people, rules }: { readonly people: number; readonly rules: readonly string[] }): string {
  const named = rules.slice(0, 6).map((rule) => rule.replace(/[^\w/-]/gu, "").slice(0, 60));
  return `${kind}; code=${reference}; people=${people}${named.length === 0 ? "" : `; rules=${named.join(",")}`}`;
}

const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

/** libmilter's "%%" stands for "%": a reply without it reads the same everywhere. The reference is never cut off. */
function oneLine(text: string, tail: string): string {
  let line = text.replace(CONTROL, " ").replaceAll("%", " percent");
  while (Buffer.byteLength(line + tail) > MAX_REPLY_BYTES) line = Array.from(line).slice(0, -8).join("");
  return line + tail;
}

const asciiOf = (text: string): string => text.replace(/[^\x20-\x7e]/gu, "?");

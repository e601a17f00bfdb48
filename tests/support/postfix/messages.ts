/** Messages for the gateway's tests: complete, so that no mail server has anything to add, and told apart by their Message-ID. */
import { inventPeople } from "../people.js";

export const SENDER = "tanaka@corp.test";
export const RECIPIENT = "info@partner.example";

let next = 1;

export interface Letter {
  readonly id: string;
  readonly message: Buffer;
}

export interface LetterOptions {
  /** Lines of further header fields, each without its line break. */
  readonly fields?: readonly string[];
  readonly to?: string;
  readonly body?: string | Uint8Array;
}

/** Nothing wrong with it unless the options bring it in. */
export function letter({ fields = [], to = RECIPIENT, body = "次回の打ち合わせは金曜日の十五時からです。\r\nSee you on Friday.\r\n" }: LetterOptions = {}): Letter {
  const id = `<${next++}.${process.pid}@corp.test>`;
  const lines = [
    `From: ${SENDER}`, `To: ${to}`, "Subject: =?UTF-8?B?44GK55+l44KJ44Gb?=", `Message-ID: ${id}`, "Date: Mon, 1 Apr 2024 10:00:00 +0900",
    "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", ...fields,
  ];
  return { id, message: Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`), Buffer.from(body)]) };
}

/** Invented, and right by its check digit (Order of 2014 No. 85, Art. 5): the mail profile blocks one. */
export function myNumber(n = 0): string {
  const digits = String(21_739_506_812 + n * 7919).padStart(11, "0").slice(-11);
  const weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
  const rest = weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11;
  return digits + String(rest <= 1 ? 0 : 11 - rest);
}

/** To be blocked. */
export function blockedLetter(n = 0): Letter {
  return letter({ body: `お世話になっております。\r\n個人番号（マイナンバー）: ${myNumber(n)}\r\nよろしくお願いいたします。\r\n` });
}

/** To be held: the records of a dozen people, in plain view. */
export function heldLetter(n = 0): Letter {
  const rows = inventPeople(12, n * 12).map(({ name, address, phone, birthDate }) => [name, address, phone, birthDate].join("\t"));
  return letter({ body: `名簿をお送りします。\r\n\r\n氏名\t住所\t電話番号\t生年月日\r\n${rows.join("\r\n")}\r\n` });
}

/** To go out with a header field that says so: records of three people. */
export function warnedLetter(n = 0): Letter {
  const rows = inventPeople(3, n * 3).map(({ name, address, birthDate }) => [name, address, birthDate].join("\t"));
  return letter({ body: `名簿をお送りします。\r\n\r\n氏名\t住所\t生年月日\r\n${rows.join("\r\n")}\r\n` });
}

/** To be rewritten: everybody would see everybody. */
export function exposedLetter(count = 60, from = 0): Letter & { readonly recipients: readonly string[] } {
  const recipients = inventPeople(count, from).map(({ email }) => email);
  return { ...letter({ to: recipients.slice(0, -2).join(",\r\n "), fields: [`Cc: ${recipients.slice(-2).join(",\r\n ")}`] }), recipients };
}

/** Without the Received fields that mail servers have put before it. */
export function withoutReceived(message: Buffer): Buffer {
  let rest = message.toString("latin1");
  while (/^received:/iu.test(rest)) rest = rest.replace(/^[^\r\n]*(?:\r\n[ \t][^\r\n]*)*\r\n/u, "");
  return Buffer.from(rest, "latin1");
}

export function messageIdOf(message: Buffer): string {
  const head = message.toString("latin1").split("\r\n\r\n", 1)[0];
  const id = /^message-id:\s*(<[^>]*>)/imu.exec(head)?.[1];
  if (id === undefined) throw new Error("a message without a Message-ID");
  return id;
}

/** Messages put together by hand, honest and otherwise. Always the same bytes; all people in them are invented. */
import { encode, type LegacyEncoding } from "./encode.js";
import { inventPeople } from "./people.js";

export const SHOP = "さぬきポイントカード事務局 <card@shop.example>";
export const NOTICE = "ポイントカード会員の皆様\r\n\r\nポイントの有効期限が近づいています。店頭またはウェブサイトでご確認ください。\r\n\r\nさぬきポイントカード事務局\r\n";

/** "=?UTF-8?B?...?=": words of at most 75 characters, each of whole characters (RFC 2047 section 2). */
export function encodedWord(text: string, charset: LegacyEncoding | "utf-8" = "utf-8", encoding: "B" | "Q" = "B"): string {
  const words: string[] = [];
  const chars = Array.from(text);
  for (let start = 0; start < chars.length; start += 12) {
    const bytes = encode(chars.slice(start, start + 12).join(""), charset);
    const payload = encoding === "B" ? bytes.toString("base64") : Array.from(bytes, (byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
    words.push(`=?${charset.toUpperCase()}?${encoding}?${payload}?=`);
  }
  return words.join("\r\n ");
}

export type Field = readonly [name: string, value: string];

/** Fields as given, then a blank line, then the body. A body that is not ASCII needs its own Content-Type among the fields. */
export function mail(fields: readonly Field[], body: string | Uint8Array = ""): Buffer {
  return Buffer.concat([Buffer.from(`${fields.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`), typeof body === "string" ? Buffer.from(body) : body]);
}

export const PLAIN_UTF8: readonly Field[] = [["MIME-Version", "1.0"], ["Content-Type", "text/plain; charset=utf-8"], ["Content-Transfer-Encoding", "8bit"]];

/** What a mail program writes above every message. */
export function envelopeFields(subject = "ポイントカードのお知らせ", from = SHOP): Field[] {
  const [name, address = ""] = from.split(" <");
  return [
    ["Date", "Mon, 1 Apr 2024 10:00:00 +0900"],
    ["Message-ID", "<20240401.1@shop.example>"],
    ["From", address === "" ? from : `${encodedWord(name)} <${address}`],
    ["Subject", encodedWord(subject)],
  ];
}

/** The notice that leaks: fields put between the usual ones and the body. */
export function notice(fields: readonly Field[], body = NOTICE): Buffer {
  return mail([...envelopeFields(), ...fields, ...PLAIN_UTF8], body);
}

/** Joined and folded as mail programs fold. */
export function addressList(addresses: readonly string[], separator = ","): string {
  return addresses.join(`${separator}\r\n `);
}

export function addressesOf(count: number, from = 0): string[] {
  return inventPeople(count, from).map(({ email }) => email);
}

/** `佐藤花子 <...>` in encoded words. */
export function namedAddresses(count: number, charset: LegacyEncoding | "utf-8" = "utf-8", from = 0): string[] {
  return inventPeople(count, from).map(({ name, email }) => `${encodedWord(name, charset)} <${email}>`);
}

export interface Part {
  readonly fields: readonly Field[];
  readonly body: string | Uint8Array;
}

export function multipart(boundary: string, parts: readonly Part[], { close = true }: { readonly close?: boolean } = {}): Buffer {
  const pieces: Buffer[] = [];
  for (const { fields, body } of parts) pieces.push(Buffer.from(`--${boundary}\r\n`), mail(fields, body), Buffer.from("\r\n"));
  if (close) pieces.push(Buffer.from(`--${boundary}--\r\n`));
  return Buffer.concat(pieces);
}

export function base64(bytes: Uint8Array, width = 76): string {
  return Buffer.from(bytes).toString("base64").replace(new RegExp(`.{${width}}`, "gu"), "$&\r\n");
}

export function attachment(name: string, bytes: Uint8Array, type = "application/octet-stream"): Part {
  return {
    fields: [
      ["Content-Type", `${type}; name="${name}"`],
      ["Content-Transfer-Encoding", "base64"],
      ["Content-Disposition", `attachment; filename="${name}"`],
    ],
    body: base64(bytes),
  };
}

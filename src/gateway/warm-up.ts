/**
 * Messages as mail programs write them, for a thread to read before it takes the first one: parsers, dictionaries and models are then
 * loaded, and V8 has compiled what every message runs through. A cold thread takes five times as long a message.
 */
import type { Linter } from "../linter.js";

const JAPANESE = "お世話になっております。さぬきポイントカード事務局の窓口です。先日の定例会議の議事録をお送りします。次回は4月12日（金）10時からです。 https://www.warm.example/ TEL 03-0000-0000\r\n";
const ENGLISH = "Hello all, please find the minutes of our last meeting below; the next one is on Friday, 12 April, in room 3. Regards, the office, Phone +81 3 0000 0000\r\n";

const head = (subject: string, type: string): string =>
  [
    "From: Office <office@warm.example>", "To: =?UTF-8?B?5LqL5YuZ5bGA?= <a@other.example>, Desk <b@other.example>", `Subject: ${subject}`, "Date: Mon, 1 Apr 2024 10:00:00 +0900",
    "Message-ID: <1@warm.example>", "Received: from client.warm.example (client.warm.example [192.0.2.1]) by mx.warm.example with ESMTP id 1; Mon, 1 Apr 2024 10:00:00 +0900",
    "MIME-Version: 1.0", `Content-Type: ${type}`, "",
  ].join("\r\n");

const MESSAGES: readonly Buffer[] = [
  `${head("=?UTF-8?B?44GK55+l44KJ44Gb?=", "text/plain; charset=utf-8")}\r\n${JAPANESE.repeat(20)}`,
  `${head("Minutes", "text/plain; charset=us-ascii")}\r\n${ENGLISH.repeat(30)}`,
  `${head("Both", 'multipart/alternative; boundary="b"')}\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${JAPANESE}\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>${JAPANESE}</p></body></html>\r\n--b--\r\n`,
].map((message) => Buffer.from(message));

const ROUNDS = 300;
/** On a machine that is busy a start must not take longer: the first messages do then. */
const LONGEST_MS = 1000;

export async function warmUp(linter: Linter): Promise<void> {
  const until = performance.now() + LONGEST_MS;
  // From source only tests start a thread: each message once shows that all can be loaded.
  const rounds = import.meta.url.endsWith(".ts") ? MESSAGES.length : ROUNDS;
  for (let i = 0; i < rounds && (i < MESSAGES.length || performance.now() < until); i++) {
    await linter.scanMail(MESSAGES[i % MESSAGES.length], { envelope: { from: "office@warm.example", to: ["a@other.example"] } });
  }
}

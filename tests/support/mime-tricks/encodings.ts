/** Bodies whose transfer encoding is damaged, stated twice, done twice, or not stated at all. */
import { base64, cover, dispositionOf, join, lines, message, quotedPrintable, typeOf } from "./build.js";
import type { Leaf } from "./payload.js";
import type { Hide } from "./structure.js";
import { gzipSync } from "node:zlib";
import { binHex, uuencode, xxencode, yEnc } from "./old-encodings.js";

/** One part of two whose header says `encoding` (whole lines) and whose body is `body`. */
const encoded = (encoding: readonly string[], body: (bytes: Buffer, leaf: Leaf) => string | Uint8Array): Hide => (leaf) =>
  message(["Content-Type: multipart/mixed; boundary=b"], "--b\r\n", cover, "\r\n--b\r\n", join(lines(typeOf(leaf), ...encoding, ...dispositionOf(leaf), "")), body(leaf.bytes, leaf), "\r\n--b--\r\n");
const cte = (value: string): string[] => [`Content-Transfer-Encoding: ${value}`];
const B64 = cte("base64");
const QP = cte("quoted-printable");
const plain = (bytes: Buffer): string => bytes.toString("base64");
/** `every` characters, then `put`. */
const sprinkled = (put: string, every: number) => (bytes: Buffer): string => plain(bytes).replace(new RegExp(`.{${every}}`, "gu"), `$&${put}`);

export const SOUND_ENCODINGS: Readonly<Record<string, Hide>> = {
  "base64": encoded(B64, (bytes) => base64(bytes)),
  "base64 in capitals": encoded(cte("BASE64"), (bytes) => base64(bytes)),
  "base64 in lines of 60": encoded(B64, (bytes) => base64(bytes, 60)),
  "base64 in one line": encoded(B64, plain),
  "base64 with a blank line at its end": encoded(B64, (bytes) => `${base64(bytes)}\r\n\r\n`),
  "quoted-printable": encoded(QP, (bytes) => quotedPrintable(bytes)),
  "quoted-printable in lower case": encoded(QP, (bytes) => quotedPrintable(bytes, { lower: true })),
  "quoted-printable of every byte": encoded(QP, (bytes) => quotedPrintable(bytes, { everything: true })),
  "quoted-printable, broken after every byte": encoded(QP, (bytes) => quotedPrintable(bytes, { everything: true, width: 3 })),
};

export const AMBIGUOUS_ENCODINGS: Readonly<Record<string, Hide>> = {
  // Base64 that readers finish in different places.
  "base64 with bangs": encoded(B64, sprinkled("!", 7)),
  "base64 with hyphens": encoded(B64, sprinkled("-", 11)),
  "base64 with asterisks and breaks": encoded(B64, sprinkled("*\r\n", 30)),
  "base64 with nulls": encoded(B64, sprinkled("\0", 9)),
  "base64 with bytes beyond ASCII": encoded(B64, sprinkled("\xe9", 13)),
  "base64 with blanks inside": encoded(B64, sprinkled(" ", 5)),
  "base64 with a word in front": encoded(B64, (bytes) => `words\r\n${base64(bytes)}`),
  "base64 with a sentence in front": encoded(B64, (bytes) => `Here it is, at last!\r\n${base64(bytes)}`),
  "base64 with an equals sign in front": encoded(B64, (bytes) => `=${plain(bytes)}`),
  "base64 with equals signs everywhere": encoded(B64, sprinkled("=", 4)),
  "base64 padded in the middle": encoded(B64, (bytes) => `${plain(bytes.subarray(0, 31))}\r\n${base64(bytes.subarray(31))}`),
  "base64 padded after every ten bytes": encoded(B64, (bytes) => Array.from({ length: Math.ceil(bytes.length / 10) }, (_, i) => plain(bytes.subarray(i * 10, i * 10 + 10))).join("\r\n")),
  "base64 padded after every byte": encoded(B64, (bytes) => Array.from(bytes, (byte) => plain(Buffer.of(byte))).join("")),
  "base64 ended, then more": encoded(B64, (bytes) => `${plain(Buffer.from("nothing"))}\r\n\r\n${base64(bytes)}`),
  "base64 ended with four signs, then more": encoded(B64, (bytes) => `${plain(Buffer.from("nothing!"))}====\r\n${base64(bytes)}`),
  "base64 without padding": encoded(B64, (bytes) => base64(Buffer.concat([bytes, Buffer.from(" ".repeat((4 - (bytes.length % 3)) % 3))])).trimEnd().replace(/=+$/u, "")),
  "base64 in the alphabet of links": encoded(B64, (bytes) => base64(bytes).replaceAll("+", "-").replaceAll("/", "_")),
  "base64 behind quote marks": encoded(B64, (bytes) => base64(bytes).replace(/^(?=.)/gmu, "> ")),
  "base64 one character a line": encoded(B64, sprinkled("\r\n", 1)),
  "base64 three characters a line": encoded(B64, sprinkled("\r\n", 3)),
  "base64 indented": encoded(B64, (bytes) => base64(bytes).replace(/^(?=.)/gmu, "    ")),
  "base64 with blank lines between": encoded(B64, sprinkled("\r\n\r\n", 60)),
  "base64 with bare CRs": encoded(B64, sprinkled("\r", 60)),
  "base64 backwards": encoded(B64, (bytes) => Array.from(plain(bytes)).reverse().join("")),
  "base64 with a false start": encoded(B64, (bytes) => `A${plain(bytes)}`),
  "base64 with soft breaks": encoded(B64, sprinkled("=\r\n", 60)),
  // The field.
  "base64 with a comment": encoded(cte("base64 (x)"), (bytes) => base64(bytes)),
  "base64 behind a comment": encoded(cte("(x) base64"), (bytes) => base64(bytes)),
  "base64 in quotes": encoded(cte('"base64"'), (bytes) => base64(bytes)),
  "base64 with a semicolon": encoded(cte("base64;"), (bytes) => base64(bytes)),
  "base64 with a parameter": encoded(cte("base64; x=y"), (bytes) => base64(bytes)),
  "base64 with a comma": encoded(cte("base64, 8bit"), (bytes) => base64(bytes)),
  "base64 last of two": encoded(cte("8bit base64"), (bytes) => base64(bytes)),
  "base 64": encoded(cte("base 64"), (bytes) => base64(bytes)),
  "base-64": encoded(cte("base-64"), (bytes) => base64(bytes)),
  "x-base64": encoded(cte("x-base64"), (bytes) => base64(bytes)),
  "base64 as an encoded word": encoded(cte("=?us-ascii?Q?base64?="), (bytes) => base64(bytes)),
  "base64 folded inside": encoded(["Content-Transfer-Encoding: base\r\n 64"], (bytes) => base64(bytes)),
  "base64 on a folded line": encoded(["Content-Transfer-Encoding:\r\n base64"], (bytes) => base64(bytes)),
  "base64 with a null": encoded(cte("base\x0064"), (bytes) => base64(bytes)),
  "base64 behind a byte beyond ASCII": encoded(cte("\xa0base64"), (bytes) => base64(bytes)),
  "a blank before the colon": encoded(["Content-Transfer-Encoding : base64"], (bytes) => base64(bytes)),
  "misspelt field": encoded(["Content-Transfer-Encodin: base64"], (bytes) => base64(bytes)),
  "quoted printable in two words": encoded(cte("quoted printable"), (bytes) => quotedPrintable(bytes)),
  "quotedprintable": encoded(cte("quotedprintable"), (bytes) => quotedPrintable(bytes)),
  "twice: 7bit, base64": encoded([...cte("7bit"), ...B64], (bytes) => base64(bytes)),
  "twice: base64, 7bit": encoded([...B64, ...cte("7bit")], (bytes) => base64(bytes)),
  "twice: quoted-printable, base64": encoded([...QP, ...B64], (bytes) => base64(bytes)),
  "twice: base64, quoted-printable": encoded([...B64, ...QP], (bytes) => quotedPrintable(bytes)),
  "twice: base64, quoted-printable, of which the first": encoded([...B64, ...QP], (bytes) => base64(bytes)),
  "twice: base64, unknown": encoded([...B64, ...cte("x-unknown")], (bytes) => base64(bytes)),
  "twice: unknown, base64": encoded([...cte("x-unknown"), ...B64], (bytes) => base64(bytes)),
  "twice: base64, 8bit, and neither": encoded([...B64, ...cte("8bit")], (bytes) => bytes),
  // Said one thing, done another.
  "said 7bit, is base64": encoded(cte("7bit"), (bytes) => base64(bytes)),
  "said 8bit, is base64 in short lines": encoded(cte("8bit"), (bytes) => base64(bytes, 20)),
  "said binary, is base64 in lines of four": encoded(cte("binary"), (bytes) => base64(bytes, 4)),
  "said nothing, is base64": encoded([], (bytes) => base64(bytes)),
  "said nothing, is quoted-printable": encoded([], (bytes) => quotedPrintable(bytes)),
  "said 7bit, is quoted-printable": encoded(cte("7bit"), (bytes) => quotedPrintable(bytes)),
  "said an unknown one, is base64": encoded(cte("x-mine"), (bytes) => base64(bytes)),
  "said an unknown one, is quoted-printable": encoded(cte("x-mine"), (bytes) => quotedPrintable(bytes)),
  "said an unknown one, is as it is": encoded(cte("x-mine"), (bytes) => bytes),
  "said quoted-printable, is base64": encoded(QP, (bytes) => base64(bytes)),
  "said base64, is quoted-printable": encoded(B64, (bytes) => quotedPrintable(bytes)),
  "said base64, is as it is": encoded(B64, (bytes) => bytes),
  "said uuencode, is base64": encoded(cte("x-uuencode"), (bytes) => base64(bytes)),
  "said base64, is uuencoded": encoded(B64, (bytes, { name = "a.txt" }) => uuencode(bytes, name)),
  // Twice.
  "base64 in base64": encoded(B64, (bytes) => base64(Buffer.from(base64(bytes)))),
  "base64 in base64 in base64": encoded(B64, (bytes) => base64(Buffer.from(base64(Buffer.from(base64(bytes)))))),
  "base64 in quoted-printable": encoded(QP, (bytes) => quotedPrintable(Buffer.from(base64(bytes)), { everything: true })),
  "quoted-printable in base64": encoded(B64, (bytes) => base64(Buffer.from(quotedPrintable(bytes)))),
  "quoted-printable in quoted-printable": encoded(QP, (bytes) => quotedPrintable(Buffer.from(quotedPrintable(bytes)))),
  "uuencoded in base64": encoded(B64, (bytes, { name = "a.txt" }) => base64(Buffer.from(uuencode(bytes, name), "latin1"))),
  // Quoted-printable that readers undo differently.
  "soft breaks with blanks": encoded(QP, (bytes) => quotedPrintable(bytes, { soft: "=  \t\r\n" })),
  "soft breaks of LF": encoded(QP, (bytes) => quotedPrintable(bytes, { soft: "=\n" })),
  "soft breaks of CR": encoded(QP, (bytes) => quotedPrintable(bytes, { soft: "=\r" })),
  "soft breaks inside escapes": encoded(QP, (bytes) => quotedPrintable(bytes).replace(/=([0-9A-F])(?=[0-9A-F])/gu, "=$1=\r\n")),
  "a sign too many before every escape": encoded(QP, (bytes) => quotedPrintable(bytes).replaceAll("=E", "==E")),
  "blanks inside escapes": encoded(QP, (bytes) => quotedPrintable(bytes).replaceAll("=E", "= E")),
  "escapes in half": encoded(QP, (bytes) => quotedPrintable(bytes).replace(/(=0D|=0A)/gu, "=0")),
  // Before MIME.
  "uuencoded": encoded(cte("x-uuencode"), (bytes, { name = "a.txt" }) => uuencode(bytes, name)),
  "uuencoded, called uuencode": encoded(cte("uuencode"), (bytes, { name = "a.txt" }) => uuencode(bytes, name)),
  "uuencoded without an end": encoded(cte("x-uuencode"), (bytes, { name = "a.txt" }) => uuencode(bytes, name).replace(/`\r\nend\r\n$/u, "")),
  "uuencoded without a beginning": encoded(cte("x-uuencode"), (bytes, { name = "a.txt" }) => uuencode(bytes, name).replace(/^begin.*\r\n/u, "")),
  "xxencoded": encoded(cte("x-xxencode"), (bytes, { name = "a.txt" }) => xxencode(bytes, name)),
  "yEnc": encoded(cte("x-yenc"), (bytes, { name = "a.txt" }) => yEnc(bytes, name)),
  "BinHex": encoded(cte("x-binhex40"), (bytes, { name = "a.txt" }) => binHex(bytes, name)),
  "gzip in base64": encoded(cte("x-gzip64"), (bytes) => base64(gzipSync(bytes))),
};

/** The same inside the text of the body, as people paste it: everybody sees the letters, few programs undo them. */
const pasted = (body: (bytes: Buffer, leaf: Leaf) => string): Hide => (leaf) =>
  message(["Content-Type: text/plain; charset=us-ascii"], "Please see below.\r\n\r\n", body(leaf.bytes, leaf), "\r\nRegards\r\n");

export const PASTED: Readonly<Record<string, Hide>> = {
  "base64 in the text": pasted((bytes) => base64(bytes)),
  "base64 in the text in lines of 40": pasted((bytes) => base64(bytes, 40)),
  "base64 in the text in short lines": pasted((bytes) => base64(bytes, 20)),
  "base64 in the text behind quote marks": pasted((bytes) => base64(bytes).replace(/^(?=.)/gmu, "> ")),
  "base64 of links in the text": pasted((bytes) => bytes.toString("base64url")),
  "quoted-printable in the text": pasted((bytes) => quotedPrintable(bytes)),
  "uuencoded in the text": pasted((bytes, { name = "a.txt" }) => uuencode(bytes, name)),
  "uuencoded with blanks": pasted((bytes, { name = "a.txt" }) => uuencode(bytes, name).replaceAll("`", " ")),
  "uuencoded base64": pasted((bytes, { name = "a.txt" }) => `begin-base64 644 ${name}\r\n${base64(bytes)}====\r\n`),
  "uuencoded without an end": pasted((bytes, { name = "a.txt" }) => uuencode(bytes, name).replace(/`\r\nend\r\n$/u, "")),
  "xxencoded in the text": pasted((bytes, { name = "a.txt" }) => xxencode(bytes, name)),
  "BinHex in the text": pasted((bytes, { name = "a.txt" }) => binHex(bytes, name)),
  "a whole message in the text": pasted((bytes, leaf) => lines("From: a@shop.example", "To: b@shop.example", "Subject: x", "MIME-Version: 1.0", typeOf(leaf), "Content-Transfer-Encoding: base64", "") + base64(bytes)),
  "a message in quoted-printable in the text": pasted((bytes, leaf) => lines("From: a@shop.example", "To: b@shop.example", "Subject: x", "MIME-Version: 1.0", typeOf(leaf), "Content-Transfer-Encoding: quoted-printable", "") + quotedPrintable(bytes)),
  "a PEM block": pasted((bytes) => `-----BEGIN DATA-----\r\n${base64(bytes, 64)}-----END DATA-----\r\n`),
  "escapes of links": pasted((bytes) => Array.from(bytes, (byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("").replace(/.{66}/gu, "$&\r\n")),
  "a data link": pasted((bytes, { type }) => `data:${type};base64,${bytes.toString("base64")}`),
};

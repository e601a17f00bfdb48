/** Data that travels in headers and names instead of bodies. */
import { encodedWord } from "../mail.js";
import { base64, cover, join, lines, message, part, rawMessage } from "./build.js";
import type { HideText } from "./charsets.js";
import type { Hide } from "./structure.js";

const body = lines("", "Please see the attached notice.");
const inOneLine = (text: string): string => text.trimEnd().replaceAll("\r\n\r\n", " / ").replaceAll("\r\n", " ");
const utf8 = (source: string): string => Buffer.from(source).toString("latin1");
const field = (name: string, write: (text: string) => string): HideText => (p) => rawMessage("MIME-Version: 1.0\r\n", `${name}: ${write(inOneLine(p.text))}\r\n`, body);
const words = (source: string): string => encodedWord(source);
/** Encoded words of `size` bytes each: characters are cut in two. */
const cutWords = (size: number, encoding: "B" | "Q" = "B") => (source: string): string => {
  const bytes = Buffer.from(source);
  const out: string[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    const piece = bytes.subarray(at, at + size);
    out.push(`=?utf-8?${encoding}?${encoding === "B" ? piece.toString("base64") : Array.from(piece, (byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("")}?=`);
  }
  return out.join("\r\n ");
};

export const FIELDS: Readonly<Record<string, HideText>> = {
  "a long subject": field("Subject", words),
  "a subject as it is": field("Subject", utf8),
  "a subject cut inside characters": field("Subject", cutWords(10)),
  "a subject one byte a word": field("Subject", cutWords(1)),
  "a subject in Q, cut inside characters": field("Subject", cutWords(7, "Q")),
  "a subject of two charsets": field("Subject", (text) => `${encodedWord(text.slice(0, 20))} ${encodedWord(text.slice(20), "shift_jis")}`),
  "a subject with encoded words inside words": field("Subject", (text) => `x${cutWords(12)(text)}x`),
  "a subject encoded twice": field("Subject", (text) => encodedWord(cutWords(12)(text).replaceAll("\r\n", ""))),
  "a second subject": field("Subject", (text) => `Notice\r\nSubject: ${words(text)}`),
  "comments": field("Comments", words),
  "keywords": field("Keywords", words),
  "a field of one's own": field("X-Note", utf8),
  "a field of one's own in encoded words": field("X-Note", words),
  "a field of one's own in base64": field("X-Note", (text) => base64(Buffer.from(text), 60).trimEnd().replaceAll("\r\n", "\r\n ")),
  "a field of one's own in base64 of one line": field("X-Note", (text) => Buffer.from(text).toString("base64")),
  "a field that looks like a program's": field("X-MS-Exchange-Note", words),
  "a field that looks like Google's": field("X-Google-Note", utf8),
  "a field that looks like a list's": field("List-Note", words),
  "a field that looks like ARC's in base64": field("ARC-Note", (text) => Buffer.from(text).toString("base64")),
  "a signature that is none": field("DKIM-Signature", (text) => `v=1; a=rsa-sha256; d=shop.example; s=a; b=${Buffer.from(text).toString("base64")}`),
  "a trace line's comment": field("Received", (text) => `from a.example (${words(text)}) by b.example; Mon, 1 Apr 2024 10:00:00 +0900`),
  "the comment of the MIME version": (p) => rawMessage(`MIME-Version: 1.0 (${words(inOneLine(p.text))})\r\n`, body),
  "the comment of the date": (p) => rawMessage(`MIME-Version: 1.0\r\nResent-Date: Mon, 1 Apr 2024 10:00:00 +0900 (${words(inOneLine(p.text))})\r\n`, body),
  "a mail program's name": field("X-Mailer", words),
  "references": field("References", (text) => `<${Buffer.from(text).toString("base64")}@shop.example>`),
  "a part's own field": (p) => message(["Content-Type: multipart/mixed; boundary=b"], "--b\r\n", `X-Note: ${words(inOneLine(p.text))}\r\n`, cover, "\r\n--b--\r\n"),
  "a part's description": (p) => message(["Content-Type: multipart/mixed; boundary=b"], "--b\r\n", `Content-Description: ${words(inOneLine(p.text))}\r\n`, cover, "\r\n--b--\r\n"),
  "a part's identifier": (p) => message(["Content-Type: multipart/mixed; boundary=b"], "--b\r\n", `Content-ID: <${Buffer.from(p.text).toString("base64")}@x>\r\n`, cover, "\r\n--b--\r\n"),
  "a boundary": (p) => message([`Content-Type: multipart/mixed; boundary="${Buffer.from(p.text).toString("base64").replaceAll("\r\n", "")}"`], `--${Buffer.from(p.text).toString("base64")}\r\n`, cover, `\r\n--${Buffer.from(p.text).toString("base64")}--\r\n`),
  "a parameter of the type": (p) => message([`Content-Type: text/plain; charset=us-ascii; x-note*=utf-8''${encodeURIComponent(inOneLine(p.text))}`], "words\r\n"),
  "a parameter of the type in base64": (p) => message([`Content-Type: text/plain; charset=us-ascii; x-note="${Buffer.from(p.text).toString("base64")}"`], "words\r\n"),
  "a file's name": (p) => named(`filename*=utf-8''${encodeURIComponent(inOneLine(p.text))}.txt`),
  "a file's name in pieces": (p) => named((encodeURIComponent(inOneLine(p.text)).match(/(?:%..|[^%]){1,20}/gu) ?? []).map((piece, i) => `filename*${i}*=${i === 0 ? "utf-8''" : ""}${piece}`).join(";\r\n ")),
  "a file's name in encoded words": (p) => named(`filename="${words(inOneLine(p.text))}"`),
  "a file's other name": (p) => named('filename="notice.txt"', `; name*=utf-8''${encodeURIComponent(inOneLine(p.text))}.txt`),
  "a file's second name": (p) => named(`filename="notice.txt"; filename*=utf-8''${encodeURIComponent(inOneLine(p.text))}.txt`),
  "a file's name given twice": (p) => named(`filename="notice.txt"; filename="${utf8(inOneLine(p.text))}.txt"`),
  "a recipient's name": (p) => rawMessage("MIME-Version: 1.0\r\n", `Cc: ${words(inOneLine(p.text).replaceAll(/[:,/]/gu, " "))} <x@partner.example>\r\n`, body),
  "a recipient's name with another one": (p) => rawMessage("MIME-Version: 1.0\r\n", `Reply-To: "${utf8(inOneLine(p.text).replaceAll('"', ""))}" <x@partner.example>\r\n`, body),
  "a field of an unknown name in a part": (p) => message(["Content-Type: multipart/mixed; boundary=b"], "--b\r\n", lines(`Content-X-Note: ${words(inOneLine(p.text)).replaceAll("\r\n ", " ")}`), cover, "\r\n--b--\r\n"),
};

function named(filename: string, onType = ""): Buffer {
  return message(["Content-Type: multipart/mixed; boundary=b"], "--b\r\n", cover, "\r\n--b\r\n", lines(`Content-Type: text/plain; charset=us-ascii${onType}`, `Content-Disposition: attachment; ${filename}`, ""), "words\r\n", "--b--\r\n");
}

const typedAs = (type: string, name?: string): Hide => (leaf) =>
  message(["Content-Type: multipart/mixed; boundary=b"], "--b\r\n", cover, "\r\n--b\r\n", lines(`Content-Type: ${type}`, "Content-Transfer-Encoding: base64", `Content-Disposition: attachment${name === undefined ? "" : `; filename="${name}"`}`, ""), base64(leaf.bytes), "\r\n--b--\r\n");

/** Types and names that are not what the bytes are. */
export const LYING_TYPES: Readonly<Record<string, Hide>> = {
  "called a picture": typedAs("image/png", "logo.png"),
  "called a sound": typedAs("audio/mpeg", "song.mp3"),
  "called a signature": typedAs("application/pkcs7-signature", "smime.p7s"),
  "called a PGP signature": typedAs("application/pgp-signature", "signature.asc"),
  "called a PGP key": typedAs("application/pgp-keys", "key.asc"),
  "called S/MIME": typedAs("application/pkcs7-mime", "smime.p7m"),
  "called octets": typedAs("application/octet-stream", "a.bin"),
  "called octets without a name": typedAs("application/octet-stream"),
  "called plain text": typedAs("text/plain", "a.txt"),
  "called plain text without a name": typedAs("text/plain"),
  "called a page": typedAs("text/html", "a.html"),
  "called a message": typedAs("message/rfc822"),
  "called a delivery report": typedAs("message/delivery-status"),
  "called headers": typedAs("text/rfc822-headers"),
  "called a zip": typedAs("application/zip", "a.zip"),
  "called a PDF": typedAs("application/pdf", "a.pdf"),
  "called an appointment": typedAs("text/calendar", "a.ics"),
  "called winmail.dat": typedAs("application/ms-tnef", "winmail.dat"),
  "called nothing": typedAs(""),
  "called a word": typedAs("text"),
  "called a type of one's own": typedAs("x-a/x-b", "a.x"),
  "called an executable": typedAs("application/x-msdownload", "a.exe"),
  "called a multipart": typedAs("multipart/mixed; boundary=x"),
  "named as a picture, called octets": typedAs("application/octet-stream", "a.jpg"),
  "a name with a null": typedAs("application/octet-stream", "a.txt\0.png"),
  "a name with a path": typedAs("application/octet-stream", "../../a"),
  "a name written backwards": typedAs('application/octet-stream; name="=?utf-8?B?YeKArmdwai50eHQ=?="'),
};

/** The same part said to be of two types. */
export const TWO_TYPES: Readonly<Record<string, Hide>> = {
  "a part of two types": (leaf) => message(["Content-Type: multipart/mixed; boundary=b"], "--b\r\n", cover, "\r\n--b\r\n", "Content-Type: image/png\r\n", part(leaf), "\r\n--b--\r\n"),
  "a part of two names": (leaf) =>
    message(["Content-Type: multipart/mixed; boundary=b"], "--b\r\n", cover, "\r\n--b\r\n", join('Content-Disposition: attachment; filename="a.png"\r\n', part({ ...leaf, name: leaf.name ?? "a.txt" })), "\r\n--b--\r\n"),
};

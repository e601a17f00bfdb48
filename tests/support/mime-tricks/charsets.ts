/** Text whose charset is a lie, and text cut up so that it reads well and searches badly. */
import { encode } from "../encode.js";
import { base64, join, lines, message, quotedPrintable } from "./build.js";
import type { Payload } from "./payload.js";
import { html } from "./payload.js";

export type HideText = (payload: Payload) => Buffer;

const ESC = "\x1b";
const text = (charset: string, bytes: Uint8Array, encoding = "8bit", type = "text/plain"): Buffer =>
  message([`Content-Type: ${type}${charset === "" ? "" : `; charset=${charset}`}`, `Content-Transfer-Encoding: ${encoding}`], encoding === "base64" ? base64(bytes) : bytes);

/** RFC 2152; every character that is no ASCII letter or digit in its own shift. */
function utf7(source: string): Buffer {
  let out = "";
  for (const char of source) {
    if (/[A-Za-z0-9\r\n]/u.test(char)) out += char;
    else out += `+${encode(char, "utf-16be").toString("base64").replace(/=+$/u, "")}-`;
  }
  return Buffer.from(out, "latin1");
}

const jis = (payload: Payload): Buffer => encode(payload.text, "iso-2022-jp");

export const SOUND_CHARSETS: Readonly<Record<string, HideText>> = {
  "utf-8": (p) => text("utf-8", Buffer.from(p.text)),
  "utf-8 in quotes and capitals": (p) => text('"UTF-8"', Buffer.from(p.text)),
  "iso-2022-jp": (p) => text("iso-2022-jp", jis(p), "7bit"),
  "iso-2022-jp in base64": (p) => text("iso-2022-jp", jis(p), "base64"),
  "shift_jis": (p) => text("shift_jis", encode(p.text, "shift_jis")),
  "windows-31j": (p) => text("windows-31j", encode(p.text, "shift_jis"), "base64"),
  "euc-jp": (p) => text("euc-jp", encode(p.text, "euc-jp")),
  "utf-16 with a mark": (p) => text("utf-16", join("\xfe\xff", encode(p.text, "utf-16be")), "base64"),
  "utf-16le": (p) => text("utf-16le", encode(p.text, "utf-16le"), "base64"),
  "utf-16be": (p) => text("utf-16be", encode(p.text, "utf-16be"), "base64"),
  "utf-8 with a mark": (p) => text("utf-8", join("\xef\xbb\xbf", Buffer.from(p.text)), "base64"),
};

/** Told wrong, or in what few programs read. Held where a guess had to be made; the bytes are read either way. */
export const WRONG_CHARSETS: Readonly<Record<string, HideText>> = {
  "utf-7": (p) => text("utf-7", utf7(p.text), "7bit"),
  "utf-7 called unicode-1-1-utf-7": (p) => text("unicode-1-1-utf-7", utf7(p.text), "7bit"),
  "utf-7 called utf-8": (p) => text("utf-8", utf7(p.text), "7bit"),
  "utf-7 in a page": (p) => text("utf-7", utf7(html(p)), "7bit", "text/html"),
  "utf-32": (p) => text("utf-32", join("\0\0\xfe\xff", encode(p.text, "utf-32be")), "base64"),
  "utf-32le": (p) => text("utf-32le", encode(p.text, "utf-32le"), "base64"),
  "utf-16 called utf-8": (p) => text("utf-8", join("\xff\xfe", encode(p.text, "utf-16le")), "base64"),
  "utf-16 without a mark called utf-8": (p) => text("utf-8", encode(p.text, "utf-16le"), "base64"),
  "utf-8 called us-ascii": (p) => text("us-ascii", Buffer.from(p.text)),
  "utf-8 called nothing": (p) => text("", Buffer.from(p.text)),
  "utf-8 called iso-8859-1": (p) => text("iso-8859-1", Buffer.from(p.text)),
  "utf-8 called iso-2022-jp": (p) => text("iso-2022-jp", Buffer.from(p.text)),
  "utf-8 called shift_jis": (p) => text("shift_jis", Buffer.from(p.text)),
  "utf-8 called utf-16": (p) => text("utf-16", Buffer.from(p.text), "base64"),
  "utf-8 called koi8-r": (p) => text("koi8-r", Buffer.from(p.text)),
  "shift_jis called utf-8": (p) => text("utf-8", encode(p.text, "shift_jis")),
  "shift_jis called iso-8859-1": (p) => text("iso-8859-1", encode(p.text, "shift_jis")),
  "shift_jis called euc-jp": (p) => text("euc-jp", encode(p.text, "shift_jis")),
  "shift_jis called us-ascii": (p) => text("us-ascii", encode(p.text, "shift_jis")),
  "euc-jp called shift_jis": (p) => text("shift_jis", encode(p.text, "euc-jp")),
  "euc-jp called utf-8": (p) => text("utf-8", encode(p.text, "euc-jp")),
  "iso-2022-jp called us-ascii": (p) => text("us-ascii", jis(p), "7bit"),
  "iso-2022-jp called utf-8": (p) => text("utf-8", jis(p), "7bit"),
  "iso-2022-jp called shift_jis": (p) => text("shift_jis", jis(p), "7bit"),
  "iso-2022-jp with escapes everywhere": (p) => text("iso-2022-jp", join(...Array.from(p.text, (char) => (/[A-Za-z0-9]/u.test(char) ? `${ESC}(J${char}${ESC}(B` : encode(char, "iso-2022-jp")))), "7bit"),
  "an unknown charset over shift_jis": (p) => text("x-mine", encode(p.text, "shift_jis")),
  "an unknown charset over utf-8": (p) => text("x-mine", Buffer.from(p.text)),
  "an unknown charset over iso-2022-jp": (p) => text("x-mine", jis(p), "7bit"),
  "charset twice": (p) => text("us-ascii; charset=shift_jis", encode(p.text, "shift_jis")),
  "charset twice, the first right": (p) => text("shift_jis; charset=utf-8", encode(p.text, "shift_jis")),
  "charset with RFC 2231": (p) => message(["Content-Type: text/plain; charset*=us-ascii''shift_jis"], encode(p.text, "shift_jis")),
  "charset in pieces": (p) => message(['Content-Type: text/plain; charset*0="iso-2022"; charset*1="-jp"'], jis(p)),
  "charset with a blank": (p) => text('"iso-2022-jp "', jis(p), "7bit"),
  "a page that names another charset than its header": (p) => text("us-ascii", encode(html(p).replace("utf-8", "shift_jis"), "shift_jis"), "base64", "text/html"),
  "a page that names a wrong charset": (p) => text("utf-8", Buffer.from(html(p).replace("utf-8", "iso-8859-1")), "base64", "text/html"),
};

/** Between any two characters. */
const between = (put: string) => (source: string): string => source.replace(/[^\r\n<>&;](?=[^\r\n<>&;])/gu, `$&${put}`);
const page = (body: string): Buffer => text("utf-8", Buffer.from(`<html><body>${body}</body></html>\r\n`), "base64", "text/html");
const inMarkup = (change: (source: string) => string): HideText => (p) => page(`<p>${p.text.trimEnd().split("\r\n").map(change).join("<br>\r\n")}</p>`);
const eachChar = (write: (code: number, char: string) => string) => (source: string): string => Array.from(source, (char) => write(char.codePointAt(0) ?? 0, char)).join("");
const dataLink = (p: Payload, type = "text/plain;charset=utf-8"): string => `data:${type};base64,${Buffer.from(p.text).toString("base64")}`;

/** Pages that show it, or could. */
export const MARKUP: Readonly<Record<string, HideText>> = {
  "decimal references": inMarkup(eachChar((code) => `&#${code};`)),
  "hexadecimal references": inMarkup(eachChar((code) => `&#x${code.toString(16)};`)),
  "references without a semicolon": inMarkup(eachChar((code) => `&#${code} `.trimEnd() + "<b></b>")),
  "references with zeros in front": inMarkup(eachChar((code) => `&#${String(code).padStart(9, "0")};`)),
  "comments inside words": inMarkup(between("<!-- x -->")),
  "empty elements inside words": inMarkup(between("<span></span>")),
  "hidden elements inside words": inMarkup(between("<span style='display:none'>x</span>")),
  "soft hyphens": inMarkup(between("&shy;")),
  "zero-width spaces": inMarkup(between("&#8203;")),
  "zero-width joiners": inMarkup(between("\u200d")),
  "word joiners": inMarkup(between("&#x2060;")),
  "breaking opportunities": inMarkup(between("<wbr>")),
  "unknown elements inside words": inMarkup(between("<x>")),
  "each character in bold": inMarkup(eachChar((_, char) => (/\s/u.test(char) ? char : `<b>${char}</b>`))),
  "a comment": (p) => page(`<p>notice</p><!-- ${p.text} -->`),
  "a conditional comment": (p) => page(`<!--[if mso]><p>${p.text}</p><![endif]-->`),
  "hidden": (p) => page(`<div hidden>${p.text.replaceAll("\r\n", "<br>")}</div>`),
  "display: none": (p) => page(`<div style="display:none">${p.text.replaceAll("\r\n", "<br>")}</div>`),
  "white on white": (p) => page(`<div style="color:#fff;font-size:0">${p.text.replaceAll("\r\n", "<br>")}</div>`),
  "an alternative text": (p) => page(`<img alt="${p.text}">`),
  "a title": (p) => page(`<p title="${p.text}">notice</p>`),
  "a hidden field": (p) => page(`<input type="hidden" value="${p.text}">`),
  "a text area": (p) => page(`<textarea>${p.text}</textarea>`),
  "a template": (p) => page(`<template>${p.text}</template>`),
  "a script": (p) => page(`<script>var a = ${JSON.stringify(p.text)};</script>`),
  "a style": (p) => page(`<style>p::after { content: "${p.text.replaceAll("\r\n", "\\A ")}" }</style>`),
  "a page in a frame": (p) => page(`<iframe srcdoc="&lt;p&gt;${p.text}&lt;/p&gt;"></iframe>`),
  "a data link": (p) => page(`<a href="${dataLink(p)}">notice</a>`),
  "a data link in a frame": (p) => page(`<iframe src="${dataLink(p, "text/html;charset=utf-8")}"></iframe>`),
  "a data link in escapes": (p) => page(`<a href="data:text/plain;charset=utf-8,${encodeURIComponent(p.text)}">notice</a>`),
  "a data link in a style": (p) => page(`<style>p { background: url(${dataLink(p)}) }</style>`),
  "a mail link": (p) => page(`<a href="mailto:a@shop.example?body=${encodeURIComponent(p.text)}">notice</a>`),
  "no markup that is closed": (p) => page(`<p>notice<p title="<div>${p.text.replaceAll("\r\n", "<br>")}`),
  "a page that is not called one": (p) => text("utf-8", Buffer.from(`<html><body><p>${Array.from(p.text, (char) => (/\s/u.test(char) ? char : `&#${char.codePointAt(0)};`)).join("")}</p></body></html>`), "base64"),
  "cdata": (p) => page(`<svg><![CDATA[${p.text}]]></svg>`),
};

const flowed = (p: Payload, delSp: boolean): Buffer => {
  const cut = p.text.split("\r\n").map((line) => Array.from(line).join(delSp ? " \r\n" : "")).join("\r\n");
  return message([`Content-Type: text/plain; charset=utf-8; format=flowed${delSp ? "; delsp=yes" : ""}`, "Content-Transfer-Encoding: base64"], base64(Buffer.from(cut)));
};
const typed = (type: string, source: string, name = ""): Buffer =>
  message([`Content-Type: ${type}; charset=utf-8${name === "" ? "" : `; name="${name}"`}`, "Content-Transfer-Encoding: base64"], base64(Buffer.from(source)));

/** Other texts a message may be. */
export const TEXTS: Readonly<Record<string, HideText>> = {
  "flowed": (p) => flowed(p, false),
  "flowed, cut after every character": (p) => flowed(p, true),
  "enriched": (p) => typed("text/enriched", `<bold>${p.text.replaceAll("\r\n", "\r\n\r\n")}</bold>`),
  "enriched, marked inside words": (p) => typed("text/enriched", p.text.split("\r\n").map(eachChar((_, char) => `<bold>${char}</bold>`)).join("\r\n\r\n")),
  "richtext": (p) => typed("text/richtext", `<bold>${p.text.replaceAll("\r\n", "<nl>")}</bold>`),
  "RTF": (p) => typed("text/rtf", rtf(p.text)),
  "RTF called plain": (p) => typed("text/plain", rtf(p.text)),
  "an appointment": (p) => typed("text/calendar; method=REQUEST", calendar(p)),
  "an appointment called plain": (p) => typed("text/plain", calendar(p)),
  "a card": (p) => typed("text/vcard", card(p)),
  "a card's note in quoted-printable": (p) => typed("text/x-vcard", lines("BEGIN:VCARD", "VERSION:2.1", "N:Shop", `NOTE;CHARSET=utf-8;ENCODING=QUOTED-PRINTABLE:${quotedPrintable(Buffer.from(p.text), { everything: true })}`, "END:VCARD")),
  "markdown": (p) => typed("text/markdown", p.rows.map((row) => `| ${row.join(" | ")} |`).join("\n")),
  "JSON": (p) => typed("application/json", JSON.stringify(p.rows).replace(/[^\x00-\x7f]/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`)),
  "XML with references": (p) => typed("application/xml", `<?xml version="1.0"?><a>${p.rows.map((row) => `<b>${row.map((value) => `<c>${eachChar((code) => `&#${code};`)(value)}</c>`).join("")}</b>`).join("")}</a>`),
  "a mailbox of messages": (p) => typed("application/mbox", [1, 2].map((n) => `From a@shop.example Mon Apr  1 10:00:00 2024\nFrom: a@shop.example\nTo: b@shop.example\nSubject: ${n}\nContent-Type: text/plain; charset=utf-8\n\n${p.text.replaceAll("\r\n", "\n")}\n`).join("\n"), "old.mbox"),
  "zero-width characters": (p) => typed("text/plain", p.text.split("\r\n").map(between("\u200b")).join("\r\n")),
  "combining joiners": (p) => typed("text/plain", p.text.split("\r\n").map(between("\u034f")).join("\r\n")),
  "tags": (p) => typed("text/plain", p.text.split("\r\n").map(between("\u{e0020}")).join("\r\n")),
};

function rtf(source: string): string {
  return `{\\rtf1\\ansi\\ansicpg932 ${source.replaceAll("\r\n", "\\par\r\n").replace(/[^\x00-\x7f]/gu, (char) => `\\u${char.charCodeAt(0)}?`)}}`;
}

function calendar(p: Payload): string {
  const description = p.text.replaceAll("\r\n", "\\n").replaceAll(",", "\\,");
  return lines("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:1", "DTSTART:20240401T010000Z", ...foldedAt20(`DESCRIPTION:${description}`), "END:VEVENT", "END:VCALENDAR");
}

const foldedAt20 = (line: string): string[] => (line.match(/.{1,20}/gu) ?? []).map((piece, i) => (i === 0 ? piece : ` ${piece}`));

function card(p: Payload): string {
  return lines("BEGIN:VCARD", "VERSION:4.0", "FN:Shop", ...foldedAt20(`NOTE:${p.text.replaceAll("\r\n", "\\n")}`), "END:VCARD");
}

/** Messages made to harm: each comes to an end with a result, and nothing but `Unreadable` is ever thrown. */
import { describe, expect, it } from "vitest";
import { readHeaders } from "../../../src/extractors/eml/headers.js";
import { MAX_MULTIPART_DEPTH, walkMime } from "../../../src/extractors/eml/mime.js";
import { readMessage } from "../../support/message.js";
import { base64 } from "../../support/mail.js";

const MB = 2 ** 20;
const HEAD = "From: a@x.example\r\nTo: b@x.example\r\nMIME-Version: 1.0\r\n";
const fill = (unit: string, bytes = MB): string => unit.repeat(Math.ceil(bytes / unit.length));
const nested = (depth: number, close: boolean): string => {
  let open = "";
  let end = "";
  for (let i = 0; i < depth; i++) {
    open += `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`;
    end = `\r\n--b${i}--\r\n${end}`;
  }
  const closing = close ? Array.from({ length: depth }, (_, i) => `\r\n--b${depth - 1 - i}--`).join("") : "";
  return `${open}Content-Type: text/plain\r\n\r\ninnermost words${closing}\r\n`;
};

describe("hostile messages end with a result", () => {
  it.each<[string, string]>([
    ["a megabyte of ( in To", `To: ${fill("(")}\r\n\r\nx`],
    ["a megabyte of , in To", `To: ${fill(",")}\r\n\r\nx`],
    ['a megabyte of " in To', `To: ${fill('"')}\r\n\r\nx`],
    ["a megabyte of < in To", `To: ${fill("<")}\r\n\r\nx`],
    ["a megabyte of @ in To", `To: ${fill("@")}\r\n\r\nx`],
    ["a megabyte of encoded words in To", `To: ${fill("=?utf-8?q?a@b?= ")}\r\n\r\nx`],
    ["a field name of a megabyte", `${fill("a")}: b\r\n\r\nx`],
    ["a megabyte without a line end", fill("x")],
    ["100,000 fields", `${HEAD}${"X-A: b\r\n".repeat(100_000)}\r\nx`],
    ["100,000 To fields", `${"To: a@x.example\r\n".repeat(100_000)}\r\nx`],
    ["a field folded 100,000 times", `Subject: x\r\n${" y\r\n".repeat(100_000)}\r\nx`],
    ["a megabyte of blank lines", `${HEAD}\r\n${fill("\r\n")}`],
    ["a megabyte of hyphens", `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n${fill("-")}`],
    ["a megabyte of lines of hyphens", `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n${fill("--\r\n")}`],
    ["a boundary of a megabyte", `${HEAD}Content-Type: multipart/mixed; boundary=${fill("b")}\r\n\r\n--b\r\n\r\nx`],
    ["a boundary of hyphens", `${HEAD}Content-Type: multipart/mixed; boundary=--\r\n\r\n----\r\n\r\nx\r\n------\r\n`],
    ["an empty boundary", `${HEAD}Content-Type: multipart/mixed; boundary=""\r\n\r\n--\r\n\r\nx\r\n----\r\n`],
    ["one boundary for all levels", `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${fill("--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n", 100_000)}x`],
    ["boundaries that begin alike", `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: multipart/mixed; boundary=bb\r\n\r\n--bb\r\n\r\nx\r\n--bbb\r\n--bb--\r\n--b--`],
    ["multiparts 1,000 deep", `${HEAD}${nested(1000, true)}`],
    ["multiparts 1,000 deep, never closed", `${HEAD}${nested(1000, false)}`],
    ["base64 with junk", `${HEAD}Content-Transfer-Encoding: base64\r\n\r\n${fill("QU*F-B_ ", 300_000)}`],
    ["base64 of padding only", `${HEAD}Content-Transfer-Encoding: base64\r\n\r\n${fill("=")}`],
    ["quoted-printable of signs only", `${HEAD}Content-Transfer-Encoding: quoted-printable\r\n\r\n${fill("=")}`],
    ["quoted-printable of soft breaks", `${HEAD}Content-Transfer-Encoding: quoted-printable\r\n\r\n${fill("= \t\r\n")}`],
    ["uuencoded beginnings", `${HEAD}\r\n${fill("begin 644 x\n#0V%T\n")}`],
    ["a parameter list of a megabyte", `${HEAD}Content-Type: text/plain; ${fill("a=b; ")}\r\n\r\nx`],
    ["a name in 10,000 pieces", `${HEAD}Content-Type: text/plain;${Array.from({ length: 9999 }, (_, i) => ` name*${i}=a;`).join("")}\r\n\r\nx`],
    ["the beginnings of signatures", `${HEAD}Content-Type: application/pgp-signature\r\n\r\n${fill("-----BEGIN PGP SIGNATURE-----\n")}`],
    ["quoted header blocks", `${HEAD}\r\n${fill("From: a@x.example\nTo: b@y.example\nDate: x\n")}`],
    ["quote marks", `${HEAD}\r\n${fill("> ")}`],
    ["HTML of open tags", `${HEAD}Content-Type: text/html\r\n\r\n${fill("<a href='mailto:")}`],
    ["flowed lines", `${HEAD}Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\n${fill("a \n")}`],
    ["an unknown charset", `${HEAD}Content-Type: text/plain; charset=${"x".repeat(1000)}\r\n\r\n\xe9`],
    ["a prototype's name for a charset", `${HEAD}Content-Type: text/plain; charset=constructor\r\n\r\nx`],
    ["prototype names for fields", `__proto__: x\r\nconstructor: y\r\nto: a@x.example\r\nList-__proto__: z\r\n\r\nx`],
    ["nulls", `${HEAD}\r\n${fill("\0")}`],
    ["mbox separators", fill("From a Mon Jan  1 00:00:00 2024\nTo: a\n\n", 20_000).slice(0, 60)],
    ["boundaries named a thousand times", `${HEAD}Content-Type: multipart/mixed (${"boundary=(a);".repeat(20_000)}\r\n\r\n--a\r\n\r\nx`],
    ["a type of comments", `${HEAD}Content-Type: multipart/mixed; boundary${fill("(")}=b\r\n\r\nx`],
    ["percent signs", `${HEAD}\r\n${fill("%E3")}`],
    ["percent signs and words", `${HEAD}\r\n${fill("%E3%81%82a b", 300_000)}`],
    ["escapes torn", `${HEAD}Content-Transfer-Encoding: quoted-printable\r\n\r\n${fill("== E", 300_000)}`],
    ["UTF-7 shifts", `${HEAD}\r\n${fill("+MEI-")}`],
    ["short lines of Base64", `${HEAD}\r\n${fill("QUJD\r\n")}`],
    ["beginnings of yEnc", `${HEAD}\r\n${fill("=ybegin name=a\r\n", 200_000)}`],
    ["beginnings of BinHex", `${HEAD}\r\n${fill("(This file must be converted with BinHex 4.0)\r\n:", 300_000)}`],
    ["S/MIME of unknown lengths inside each other", `${HEAD}Content-Type: application/pkcs7-mime\r\n\r\n\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0\x80${fill("\x30\x80", 300_000)}`],
    ["enriched marks", `${HEAD}Content-Type: text/enriched\r\n\r\n${fill("<")}`],
    ["no body", HEAD],
    ["an empty body", `${HEAD}\r\n`],
    ["a colon", ":"],
    ["a single byte", "x"],
  ])("%s", async (_name, bytes) => {
    const { message } = await readMessage(Buffer.from(bytes, "latin1"));
    expect(message.disagreements.every((line) => !line.includes("@"))).toBe(true);
  });

  it("a message of no bytes is one without recipients", async () => {
    const read = await readMessage(new Uint8Array(0));
    expect([read.message.visible, read.texts, read.artifacts, read.unscanned]).toEqual([[], [], [], []]);
  });

  it.each([20, 100, 1000])("multiparts %i deep: the words inside are seen, and what could not be is listed", async (depth) => {
    const { texts, unscanned } = await readMessage(Buffer.from(HEAD + nested(depth, true)));
    expect(texts.some(({ text }) => text.includes("innermost words"))).toBe(true);
    expect(unscanned.map(({ reason }) => reason)).toEqual(depth > MAX_MULTIPART_DEPTH ? ["limit"] : []);
  });

  it("a multipart cut off is listed, and what is there is read", async () => {
    const { texts, unscanned } = await readMessage(Buffer.from(`${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nfirst\r\n--b\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(Buffer.from("second"))}`));
    expect(texts.map(({ text }) => text)).toEqual(["first", "second"]);
    expect(unscanned).toMatchObject([{ reason: "corrupt", detail: "the multipart ends without its closing delimiter: the message was cut off or altered" }]);
  });

  it("a multipart without parts is listed, and its bytes are read", async () => {
    const { texts, unscanned } = await readMessage(Buffer.from(`${HEAD}Content-Type: multipart/mixed\r\n\r\njust words\r\n`));
    expect(texts.map(({ text }) => text.trim())).toContain("just words");
    expect(unscanned).toMatchObject([{ reason: "corrupt" }]);
  });

  it("more parts than the limit end the reading, with the reason", async () => {
    const { unscanned } = await readMessage(Buffer.from(`${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${"--b\r\n\r\n".repeat(30_000)}--b--`));
    expect(unscanned).toMatchObject([{ reason: "limit" }]);
  });

  it("the walk looks once at each line of hyphens, whatever the nesting", () => {
    const looks = (lines: number): number => {
      let ticks = 0;
      const bytes = Buffer.from(HEAD + nested(50, false) + "--x\r\n".repeat(lines));
      walkMime(bytes, readHeaders(bytes), { entry: () => undefined, tick: () => ticks++ });
      return ticks;
    };
    expect(looks(200_000)).toBeLessThanOrEqual(2 * looks(100_000) + 1);
  });

  it("random damage to a real message does no more than change what is read", async () => {
    const whole = Buffer.from(`${HEAD}Subject: =?utf-8?B?5L2Q?=\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=iso-2022-jp\r\n\r\n\x1b$B:4F#\x1b(B\r\n--b\r\nContent-Type: application/x; name*0*=utf-8''a; name*1=b\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(Buffer.alloc(200, 7))}\r\n--b--\r\n`, "latin1");
    let seed = 1;
    const random = (below: number): number => (seed = (Math.imul(seed, 48271) >>> 0) % 2147483647) % below;
    for (let round = 0; round < 300; round++) {
      const bytes = Buffer.from(whole);
      for (let i = 0; i < 8; i++) bytes[random(bytes.length)] = random(256);
      const cut = bytes.subarray(0, random(4) === 0 ? random(bytes.length) : bytes.length);
      await expect(readMessage(cut)).resolves.toBeDefined();
    }
  });
});

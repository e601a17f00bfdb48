import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { zipExtractor } from "../../../src/extractors/archive/zip.js";
import { emlExtractor } from "../../../src/extractors/eml/index.js";
import { encode } from "../../support/encode.js";
import { extractAll, show, textOf, whereIs } from "../../support/extract.js";
import { addressesOf, addressList, attachment, base64, encodedWord, type Field, mail, multipart, notice, type Part } from "../../support/mail.js";
import { readMessage, type ReadMessage } from "../../support/message.js";

const HEAD: Field[] = [["From", "card@shop.example"], ["To", "info@partner.example"], ["MIME-Version", "1.0"]];
const plain = (body: string | Uint8Array, charset = "utf-8", more: Field[] = []): Part => ({ fields: [["Content-Type", `text/plain; charset=${charset}`], ...more], body });
const mixed = (parts: readonly Part[], type = "mixed", more: Field[] = []): Buffer => mail([...HEAD, ["Content-Type", `multipart/${type}; boundary="=_b"`], ...more], multipart("=_b", parts));
const places = (needle: string, read: ReadMessage): string[] => whereIs(needle, { texts: read.texts, tables: [] });
const children = ({ artifacts }: ReadMessage): string[] => artifacts.map(({ at, name, mediaType }) => `${show(at)} ${name} ${mediaType ?? "-"}`);
const refusals = ({ unscanned }: ReadMessage): string[] => unscanned.map(({ at, reason, detail }) => `${show(at)} ${reason}: ${detail}`);

describe("the message segment", () => {
  it("takes many senders for a list that everybody reads", async () => {
    const senders = ["office@shop.example", ...addressesOf(4)];
    const { message } = await readMessage(mail([["From", senders.slice(0, 2).join(", ")], ["From", addressList(senders.slice(2))], ["To", "b@x.example"]], "x"));
    expect(message.from.map(({ address }) => address)).toEqual(senders.slice(0, 1));
    expect(message.visible.map(({ address }) => address)).toEqual(["b@x.example", ...senders.slice(1)]);
    expect((await readMessage(mail([["From", addressList(addressesOf(4))], ["To", "b@x.example"]], "x"))).message.from).toHaveLength(4);
  });

  it("tells sender and recipients by field, occurrence and position", async () => {
    const { message } = await readMessage(mail([["From", "Taro <a@x.example>"], ["To", "b@x.example, T: c@x.example;"], ["CC", "d@x.example"], ["to", "e@x.example"], ["Bcc", "f@x.example"], ["Resent-To", "g@x.example"]], "x"));
    expect(message.from).toEqual([{ address: "a@x.example", name: "Taro", field: "From", occurrence: 0, position: 0 }]);
    expect(message.visible.map(({ address, field, occurrence, position, group }) => [address, field, occurrence, position, group])).toEqual([
      ["b@x.example", "To", 0, 0, undefined],
      ["c@x.example", "To", 0, 1, "T"],
      ["d@x.example", "Cc", 0, 0, undefined],
      ["e@x.example", "To", 1, 0, undefined],
      ["g@x.example", "Resent-To", 0, 0, undefined],
    ]);
    expect(message.bcc.map(({ address }) => address)).toEqual(["f@x.example"]);
    expect(message.headers.map(({ name }) => name)).toEqual(["From", "To", "CC", "to", "Bcc", "Resent-To"]);
  });

  it.each([
    ["In-Reply-To", "<1@x>", true],
    ["References", "<1@x>", true],
    ["References", "", false],
    ["Subject", "Re: x", false],
  ])("%s: %s makes a reply: %s", async (name, value, expected) => {
    expect((await readMessage(mail([...HEAD, [name, value]], "x"))).message.isReply).toBe(expected);
  });

  it("is outermost only where the message is the root", async () => {
    expect((await readMessage(mail(HEAD, "x"))).message.outermost).toBe(true);
    expect((await readMessage(mail(HEAD, "x"), { at: [{ kind: "file", path: "a.zip" }, { kind: "entry", name: "a.eml" }] })).message.outermost).toBe(false);
  });

  it("carries the envelope it was given", async () => {
    const envelope = { from: "a@x.example", to: ["b@x.example"] };
    expect((await readMessage(mail(HEAD, "x"), { envelope })).message.envelope).toEqual(envelope);
  });

  it("comes even where the parts pass a limit", async () => {
    const read = await readMessage(mixed(Array.from({ length: 30 }, () => plain("x"))), { limits: { entries: 10 } });
    expect(read.message.visible).toHaveLength(1);
    expect(refusals(read)).toEqual(["mail.eml limit: entries: more than 10 entries"]);
  });

  it("comes even where a body is too large", async () => {
    const read = await readMessage(mixed([attachment("a.bin", Buffer.alloc(200_000, 7))]), { limits: { expandedBytes: 100_000 } });
    expect(read.message.visible).toHaveLength(1);
    expect(read.unscanned).toMatchObject([{ reason: "limit" }]);
  });
});

describe("header text", () => {
  it("is the subject and what a person wrote, decoded", async () => {
    const read = await readMessage(mail([...HEAD, ["Subject", encodedWord("佐藤花子様の件")], ["Comments", "090-0000-0000"]], "x"));
    expect(places("佐藤花子", read)).toEqual(["mail.eml › Subject"]);
    expect(places("090", read)).toEqual(["mail.eml › Comments"]);
  });

  it("is not the sender's, recipients' or trace fields of the outermost message", async () => {
    const read = await readMessage(mail([["Received", "from mx.x.example ([192.0.2.1])"], ["Message-ID", "<1@x.example>"], ["Date", "Mon, 1 Apr 2024 10:00:00 +0900"], ["DKIM-Signature", "v=1; d=x.example"], ["X-MS-Exchange-Foo", "x.example"], ["Reply-To", "r@x.example"], ...HEAD], "body"));
    expect(read.texts.map(({ text }) => text)).toEqual(["body"]);
  });

  it("is also those of correspondents in a message inside another one", async () => {
    const read = await readMessage(mail([["Received", "from mx.x.example"], ...HEAD], "body"), { at: [{ kind: "file", path: "a.eml" }, { kind: "part", path: "2" }] });
    expect(places("info@partner.example", read)).toEqual(["a.eml › 2 › To"]);
    expect(places("card@shop.example", read)).toEqual(["a.eml › 2 › From"]);
    expect(read.texts).toHaveLength(3);
  });

  it("is what stands in fields nobody knows, which no reader is shown, in one segment", async () => {
    const read = await readMessage(mail([...HEAD, ["X-Customer", "佐藤花子"], ["X-Phone", "090-0000-0000"]], "x"));
    expect(places("佐藤花子", read)).toEqual(["mail.eml › X-Customer (metadata)"]);
    expect(places("090-0000-0000", read)).toEqual(["mail.eml › X-Phone (metadata)"]);
    expect(read.texts).toHaveLength(2);
  });

  it("is a part's description", async () => {
    expect(places("名簿", await readMessage(mixed([plain("x", "utf-8", [["Content-Description", encodedWord("名簿")]])])))).toEqual(["mail.eml › 1 › Content-Description"]);
  });
});

describe("bodies", () => {
  const text = "連絡先は佐藤花子様です。\r\n電話は次のとおり。";
  it.each<[string, Buffer]>([
    ["UTF-8", mail([...HEAD, ["Content-Type", "text/plain; charset=utf-8"]], text)],
    ["ISO-2022-JP", mail([...HEAD, ["Content-Type", "text/plain; charset=iso-2022-jp"]], encode(text, "iso-2022-jp"))],
    ["ISO-2022-JP without a label", mail(HEAD, encode(text, "iso-2022-jp"))],
    ["ISO-2022-JP labelled us-ascii", mail([...HEAD, ["Content-Type", "text/plain; charset=us-ascii"]], encode(text, "iso-2022-jp"))],
    ["Shift_JIS labelled iso-2022-jp", mail([...HEAD, ["Content-Type", "text/plain; charset=iso-2022-jp"]], encode(text, "shift_jis"))],
    ["Shift_JIS labelled iso-8859-1", mail([...HEAD, ["Content-Type", "text/plain; charset=iso-8859-1"]], encode(text, "shift_jis"))],
    ["UTF-8 labelled shift_jis", mail([...HEAD, ["Content-Type", "text/plain; charset=shift_jis"]], text)],
    ["EUC-JP", mail([...HEAD, ["Content-Type", 'text/plain; charset="EUC-JP"']], encode(text, "euc-jp"))],
    ["UTF-16 in base64", mail([...HEAD, ["Content-Type", "text/plain; charset=utf-16le"], ["Content-Transfer-Encoding", "base64"]], base64(encode(text, "utf-16le")))],
    ["base64", mail([...HEAD, ["Content-Type", "text/plain; charset=utf-8"], ["Content-Transfer-Encoding", "BASE64"]], base64(Buffer.from(text)))],
    ["quoted-printable", mail([...HEAD, ["Content-Type", "text/plain; charset=utf-8"], ["Content-Transfer-Encoding", "quoted-printable"]], Buffer.from(text).toString("latin1").replace(/[\x80-\xff]/gu, (char) => `=${char.charCodeAt(0).toString(16).toUpperCase()}`))],
    ["no Content-Type at all", mail(HEAD, text)],
    ["a broken Content-Type", mail([...HEAD, ["Content-Type", "text"]], text)],
    ["UTF-7", mail([...HEAD, ["Content-Type", "text/plain; charset=utf-7"]], `+${encode("連絡先は佐藤花子様です。", "utf-16be").toString("base64").replace(/=+$/u, "")}-\r\n`)],
  ])("in %s are read and placed", async (_name, bytes) => {
    expect(places("佐藤花子", await readMessage(bytes))).toEqual(["mail.eml › 1 › 1:5"]);
  });

  it("name the charset that nobody knows", async () => {
    expect(refusals(await readMessage(mail([...HEAD, ["Content-Type", "text/plain; charset=x-klingon"]], "\xe4\xbd")))).toEqual(["mail.eml › 1 unsupported: the text is in the charset x-klingon, which leaklint cannot read; its encoding was guessed"]);
  });

  it("with flowed lines are joined, each stretch at its own line", async () => {
    const read = await readMessage(mail([...HEAD, ["Content-Type", "text/plain; charset=utf-8; format=flowed; delsp=yes"]], "電話は090- \r\n1234-5678です。\r\n-- \r\n佐藤 \r\n花子\r\n"));
    expect(places("090-1234-5678", read)).toEqual(["mail.eml › 1 › 1:4"]);
    expect(places("です", read)).toEqual(["mail.eml › 1 › 2:10"]);
    expect(places("佐藤花子", read)).toEqual(["mail.eml › 1 › 4:1"]);
  });

  it("with flowed lines are joined in quotes too, each depth for itself", async () => {
    const read = await readMessage(mail([...HEAD, ["Content-Type", "text/plain; charset=utf-8; format=flowed; delsp=yes"]], "> 電話は090- \r\n> 1234-5678 \r\n>> 佐藤 \r\n> > 花子 \r\n> 様\r\n"));
    expect(read.texts.map(({ text }) => text)).toEqual(["電話は090-1234-5678 \r\n佐藤花子 \r\n様\r\n"]);
    expect(places("1234", read)).toEqual(["mail.eml › 1 › 2:3"]);
    expect(places("花子", read)).toEqual(["mail.eml › 1 › 4:5"]);
  });

  it("are read without the marks of quotes, each stretch at its own place", async () => {
    const read = await readMessage(mail([...HEAD, ["Content-Type", "text/plain; charset=utf-8"]], ">> 住所 香川県\r\n> > 高松市 <a@b.example>\r\nx > y\r\n>&#39641;橋\r\n"));
    expect(read.texts.map(({ text }) => text)).toEqual(["住所 香川県\r\n高松市 <a@b.example>\r\nx > y\r\n髙橋\r\n"]);
    expect(places("高松市", read)).toEqual(["mail.eml › 1 › 2:5"]);
    expect(places("髙橋", read)).toEqual(["mail.eml › 1 › 4:2"]);
  });

  it("have the characters that their charset lacks as numbers", async () => {
    const read = await readMessage(mail([...HEAD, ["Content-Type", "text/plain; charset=iso-2022-jp"]], encode("担当 &#39641;橋花子", "iso-2022-jp")));
    expect(places("髙橋花子", read)).toEqual(["mail.eml › 1 › 1:4"]);
  });

  it.each<[string, Buffer, string]>([
    ["Shift_JIS", encode("<meta charset=shift_jis><p>佐藤花子様、お世話になっております。", "shift_jis"), ""],
    ["EUC-JP", encode("<meta charset=euc-jp><p>佐藤花子様、お世話になっております。", "euc-jp"), ""],
    ["UTF-16", encode("\ufeff<p>佐藤花子様、お世話になっております。", "utf-16le"), ""],
    ["GB18030 with its label", encode("<p>佐藤花子様、お世話になっております。", "gb18030"), "; charset=gb18030"],
  ])("in HTML that says itself that it is %s are no riddle", async (_name, bytes, label) => {
    const read = await readMessage(mail([...HEAD, ["Content-Type", `text/html${label}`], ["Content-Transfer-Encoding", "base64"]], base64(bytes)));
    expect([children(read).length, refusals(read)]).toEqual([1, []]);
  });

  it("in HTML go to the HTML extractor, in the charset of the header", async () => {
    const read = await readMessage(mail([...HEAD, ["Content-Type", "text/html; charset=iso-2022-jp"]], encode("<p>佐藤花子</p>", "iso-2022-jp")));
    expect(children(read)).toEqual(["mail.eml › 1 body.html text/html"]);
    expect(textOf(read.artifacts[0])).toBe("\ufeff<p>佐藤花子</p>");
  });

  it("that call themselves text and are not, are told by content", async () => {
    expect(children(await readMessage(mail([...HEAD, ["Content-Type", "text/plain"]], "<html><body>x</body></html>")))).toEqual(["mail.eml › 1 body.html text/html"]);
    expect(children(await readMessage(mail([...HEAD, ["Content-Type", "text/plain"], ["Content-Transfer-Encoding", "base64"]], base64(Buffer.from("PK\x03\x04xxxx")))))).toEqual(["mail.eml › 1 part-1 -"]);
  });

  it("hold uuencoded files", async () => {
    const read = await readMessage(mail(HEAD, "See below\r\n\r\nbegin 644 list.csv\r\n#0V%T\r\n`\r\nend\r\n"));
    expect(read.artifacts.map((one) => [show(one.at), textOf(one)])).toEqual([["mail.eml › 1 › list.csv", "Cat"]]);
  });
});

describe("parts", () => {
  it("are numbered as IMAP numbers them, with their file names", async () => {
    const inner = multipart("in", [plain("a"), { fields: [["Content-Type", "text/html"]], body: "<p>b</p>" }]);
    const read = await readMessage(mixed([{ fields: [["Content-Type", "multipart/alternative; boundary=in"]], body: inner }, attachment("名簿.csv", Buffer.from("a,b"), "text/csv"), { fields: [["Content-Type", "text/calendar"]], body: "BEGIN:VCALENDAR" }]));
    expect(read.texts.map((text) => show(text.place({ start: 0, end: 1 }).at))).toEqual(["mail.eml › 1.1 › 1:1"]);
    expect(children(read)).toEqual(["mail.eml › 1.2 body.html text/html", "mail.eml › 2 名簿.csv text/csv", "mail.eml › 3 part-3.ics text/calendar"]);
    expect(read.artifacts[1].at.at(-1)).toEqual({ kind: "part", path: "2", name: "名簿.csv" });
    expect(textOf(read.artifacts[1])).toBe("a,b");
    expect(read.message.disagreements).toEqual([]);
  });

  it.each<[string, Part, string]>([
    ["an attached message", { fields: [["Content-Type", "message/rfc822"]], body: mail(HEAD, "x") }, "mail.eml › 1 message.eml message/rfc822"],
    ["an attached message in base64", { fields: [["Content-Type", "message/rfc822; name=a.msg"], ["Content-Transfer-Encoding", "base64"]], body: base64(mail(HEAD, "x")) }, "mail.eml › 1 a.msg.eml message/rfc822"],
    ["a bounced header", { fields: [["Content-Type", "text/rfc822-headers"]], body: "To: a@x.example\r\n" }, "mail.eml › 1 message.eml message/rfc822"],
    ["a text file", { fields: [["Content-Type", "text/plain"], ["Content-Disposition", "attachment"]], body: "x" }, "mail.eml › 1 part-1 text/plain"],
    ["an inline text with a name", { fields: [["Content-Type", "text/plain; name=a.txt"]], body: "x" }, "mail.eml › 1 a.txt text/plain"],
    ["a file of no stated type", { fields: [["Content-Disposition", "attachment; filename=a.bin"]], body: "x" }, "mail.eml › 1 a.bin application/octet-stream"],
  ])("%s comes as an artifact", async (_name, part, expected) => {
    expect(children(await readMessage(mixed([part])))).toEqual([expected]);
  });

  it("of a digest are messages", async () => {
    expect(children(await readMessage(mixed([{ fields: [], body: mail(HEAD, "x") }], "digest")))).toEqual(["mail.eml › 1 message.eml message/rfc822"]);
  });

  it.each<[string, Part, string]>([
    ["S/MIME-encrypted", { fields: [["Content-Type", "application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m"]], body: Buffer.from("3080 06092a864886f70d010703".replace(" ", ""), "hex") }, "mail.eml › 1 encrypted: an S/MIME-encrypted message"],
    ["signed as one block and cut off", { fields: [["Content-Type", "application/pkcs7-mime; smime-type=signed-data"]], body: Buffer.from("308006092a864886f70d010702a080", "hex") }, "mail.eml › 1 corrupt: a damaged S/MIME message"],
    ["PGP-encrypted in the text", plain("-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA\r\n-----END PGP MESSAGE-----\r\n"), "mail.eml › 1 encrypted: a PGP-encrypted message"],
    ["a fragment", { fields: [["Content-Type", "message/partial; id=x; number=1"]], body: "x" }, "mail.eml › 1 unsupported: a fragment of a message that goes out in pieces"],
    ["a mere reference", { fields: [["Content-Type", "message/external-body; access-type=URL"]], body: "x" }, "mail.eml › 1 unsupported: the content is elsewhere; the part only refers to it"],
    ["in no known transfer encoding", plain("x", "utf-8", [["Content-Transfer-Encoding", "x-mine"]]), "mail.eml › 1 unsupported: the part is in a transfer encoding that mail does not have; read as it stands"],
  ])("that are %s are listed", async (_name, part, expected) => {
    expect(refusals(await readMessage(mixed([part])))).toEqual([expected]);
  });

  it("of a signature are read for what the certificate says, and not listed", async () => {
    const der = Buffer.concat([Buffer.from("3080 06092a864886f70d010702".replace(" ", ""), "hex"), Buffer.from("\x0c\x0bHanako Sato\x00\x01")]);
    const read = await readMessage(mixed([plain("signed text"), { fields: [["Content-Type", "application/pkcs7-signature; name=smime.p7s"], ["Content-Transfer-Encoding", "base64"]], body: base64(der) }], "signed"));
    expect(places("Hanako Sato", read)).toEqual(["mail.eml › 2 (metadata)"]);
    expect(refusals(read)).toEqual([]);
  });

  it("before the first and after the last delimiter are text that no reader is shown", async () => {
    const bytes = mail([...HEAD, ["Content-Type", "multipart/mixed; boundary=b"]], Buffer.concat([Buffer.from("secret before\r\n"), multipart("b", [plain("x")]), Buffer.from("secret after\r\n")]));
    const read = await readMessage(bytes);
    expect(places("secret before", read)).toEqual(["mail.eml › 1:1 (hidden-text)"]);
    expect(places("secret after", read)).toEqual(["mail.eml › 1:1 (hidden-text)"]);
  });

  it("the customary line before the first delimiter is nothing", async () => {
    const bytes = mail([...HEAD, ["Content-Type", "multipart/mixed; boundary=b"]], Buffer.concat([Buffer.from("This is a multi-part message in MIME format.\r\n\r\n"), multipart("b", [plain("x")])]));
    expect((await readMessage(bytes)).texts.map(({ text }) => text)).toEqual(["x"]);
  });
});

describe("mailboxes and nesting", () => {
  it("each message of an mbox file is one of its own", async () => {
    const one = "From a@x.example Mon Jan  1 00:00:00 2024\nFrom: a@x.example\nTo: b@x.example\n\nFrom here on\n\n";
    const read = await extractAll([emlExtractor], Buffer.from(one + one + one), "a.mbox");
    expect(read.artifacts.map(({ at }) => show(at))).toEqual(["a.mbox › message 1.eml", "a.mbox › message 2.eml", "a.mbox › message 3.eml"]);
    expect(whereIs("From here on", read)).toEqual([1, 2, 3].map((n) => `a.mbox › message ${n}.eml › 1 › 1:1`));
  });

  it.each([
    ["does not begin with a separator", "", undefined],
    ["is declared to be one message", "From a@x.example Mon Jan  1 00:00:00 2024\n", "message/rfc822"],
  ])("a message that %s is one, though a separator stands in its body", async (_name, first, mediaType) => {
    const body = "x\n\nFrom a@x.example Mon Jan  1 00:00:00 2024\nTo: c@x.example\n\ny\n";
    const { message } = await readMessage(Buffer.from(`${first}From: a@x.example\nTo: b@x.example\n\n${body}`), mediaType === undefined ? {} : { mediaType });
    expect([message.outermost, message.visible.map(({ address }) => address)]).toEqual([true, ["b@x.example"]]);
  });

  it("a message in a message holding a zip is opened step by step", async () => {
    const read = await extractAll([emlExtractor, zipExtractor], readFileSync("fixtures/eml/flag.nested.eml"), "flag.nested.eml");
    expect(read.artifacts.map(({ at }) => show(at)).slice(0, 3)).toEqual(["flag.nested.eml › 2", "flag.nested.eml › 2 › 2", "flag.nested.eml › 2 › 2 › form.xlsx"]);
    expect(read.formats.slice(0, 3)).toEqual(["eml", "eml", "zip"]);
    expect(read.unscanned).toEqual([]);
  });
});

describe("two readings", () => {
  it("agree on ordinary mail", async () => {
    const large = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * 7919) & 255));
    const read = await readMessage(mixed([plain("本文"), attachment("a.bin", large), attachment("b.bin", large.subarray(0, 100_001)), { fields: [["Content-Type", "text/html; charset=utf-8"]], body: "<p>x</p>" }]));
    expect(read.message.disagreements).toEqual([]);
    expect(read.artifacts.map(({ bytes }) => bytes.length)).toEqual([300_000, 100_001, 8]);
    expect(Buffer.compare(read.artifacts[0].bytes, large)).toBe(0);
  });

  it("agree on 500 recipients, whom the second reader is not shown", async () => {
    const { message } = await readMessage(notice([["To", addressList(addressesOf(500))]]));
    expect(message.visible).toHaveLength(500);
    expect(message.disagreements).toEqual([]);
  });

  it("differ on a part behind the closing delimiter, which is read all the same", async () => {
    const body = Buffer.concat([multipart("b", [plain("x")]), Buffer.from("--b\r\nContent-Type: text/plain\r\n\r\nlate words\r\n--b--\r\n")]);
    const read = await readMessage(mail([...HEAD, ["Content-Type", "multipart/mixed; boundary=b"]], body));
    expect(places("late words", read)).toContain("mail.eml › 2 › 1:1");
    expect(read.message.ambiguities).toContain("structure: a part stands after the closing delimiter");
  });

  it("differ on two boundaries, and both readers' parts are read", async () => {
    const read = await readMessage(readFileSync("fixtures/header-disagreement/flag.two-boundaries.eml"));
    expect(places("Hello", read).length).toBeGreaterThan(0);
    expect(places("Goodbye", read).length).toBeGreaterThan(0);
    expect(read.message.ambiguities).toContain("structure: a part says twice, differently, what it is");
  });

  it("differ on a boundary that is not the one named, and its parts are read", async () => {
    const read = await readMessage(mail([...HEAD, ["Content-Type", "multipart/mixed; boundary=other"]], multipart("b", [plain("one"), attachment("a.csv", Buffer.from("氏名"))])));
    expect(children(read)).toContain("mail.eml › 2 a.csv application/octet-stream");
    expect(read.message.ambiguities).toContain("structure: parts follow a delimiter that the header does not name");
  });

  it("differ on an encoding stated twice: the body is read in both", async () => {
    const read = await readMessage(mixed([plain(base64(Buffer.from("hidden words")), "utf-8", [["Content-Transfer-Encoding", "7bit"], ["Content-Transfer-Encoding", "base64"]])]));
    expect(places("hidden words", read)).toContain("mail.eml › 1 › 1:1");
    expect(read.message.ambiguities).toContain("structure: a part says twice, differently, what it is");
  });

  it("differ on base64 that goes on after its padding: both are read", async () => {
    const read = await readMessage(mixed([plain(`${Buffer.from("first").toString("base64")}\r\n${Buffer.from("second").toString("base64")}`, "utf-8", [["Content-Transfer-Encoding", "base64"]])]));
    expect(places("first", read).length).toBeGreaterThan(0);
    expect(places("second", read)).toContain("mail.eml › 1 › 1:6");
  });

  it("a footer below base64 is read", async () => {
    const read = await readMessage(mixed([plain(`${base64(Buffer.from("body"))}\r\n____\r\nlist footer of Hanako`, "utf-8", [["Content-Transfer-Encoding", "base64"]])]));
    expect(places("Hanako", read).length).toBeGreaterThan(0);
    expect(read.texts[0].text.startsWith("body")).toBe(true);
  });
});

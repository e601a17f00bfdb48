import { describe, expect, it } from "vitest";
import { decodeBase64, regularLines } from "../../../src/extractors/eml/base64.js";
import { decodeText } from "../../../src/extractors/eml/charset.js";
import { linesOfHtml } from "../../../src/extractors/eml/html-lines.js";
import { decodeQuotedPrintable, decodeUu, statedEncoding, uuFiles } from "../../../src/extractors/eml/transfer.js";
import { decodeUtf7 } from "../../../src/extractors/eml/utf7.js";
import { encode, type LegacyEncoding } from "../../support/encode.js";
import { base64 as wrapped } from "../../support/mail.js";
import { countSteps } from "../../support/steps.js";

const bytesOf = (length: number): Buffer => Buffer.from(Array.from({ length }, (_, i) => (i * 7919 + (i >> 8)) & 255));
const base64 = (text: string): string => Buffer.from(decodeBase64(Buffer.from(text)).bytes).toString("latin1");

describe("base64", () => {
  it("of every length comes back as it was", () => {
    for (let length = 0; length < 200; length++) {
      const { bytes, junk, isBroken } = decodeBase64(Buffer.from(wrapped(bytesOf(length))));
      expect(Buffer.compare(bytes, bytesOf(length)), `${length}`).toBe(0);
      expect([junk, isBroken]).toEqual([0, false]);
    }
  });

  it("of many lines is the same whatever one byte of it is, read as a whole and in small bodies", () => {
    const whole = Buffer.from(wrapped(bytesOf(100_000)));
    const lines = whole.length / 78;
    for (const at of [0, 39, 76, 77, 78, 40_000, whole.length - 90]) {
      for (let byte = 0; byte < 256; byte++) {
        const changed = Buffer.from(whole);
        changed[at] = byte;
        // Bodies of twelve lines are below what node's decoder is asked for.
        let regular = 0;
        const small: Uint8Array[] = [];
        for (let line = 0; line < lines; line += 12) {
          const [start, end] = [line * 78, Math.min(changed.length, (line + 12) * 78)];
          const { bytes } = regularLines(changed, start, end);
          if (regular === start) regular += bytes;
          small.push(decodeBase64(changed, start, end).bytes);
        }
        const isWhole = regularLines(changed, 0, changed.length);
        if (at > 77) expect(isWhole.bytes, `${at}: ${byte}`).toBe(regular);
        const { bytes, junk, isBroken } = decodeBase64(changed);
        if (junk === 0 && !isBroken && isWhole.bytes === regular) expect(Buffer.compare(Buffer.concat(small), bytes), `${at}: ${byte}`).toBe(0);
        else expect(isWhole.bytes).toBeLessThan(whole.length);
      }
    }
  });

  it.each([55, 56])("whose last line is as long as the others and padded is regular up to it: %i bytes more", (more) => {
    const body = Buffer.from(wrapped(bytesOf(57 * 200 + more)));
    expect(regularLines(body, 0, body.length)).toEqual({ bytes: 78 * 200, lineBytes: 78, characters: 76 });
    expect(Buffer.compare(decodeBase64(body).bytes, bytesOf(57 * 200 + more))).toBe(0);
  });

  it.each<[string, string, string, number, boolean]>([
    ["no padding", "Q2F0cw", "Cats", 0, false],
    ["any line length", "Q\r\n2\nF\r0 c\tw==", "Cats", 1, false],
    ["junk between", "Q2!F0*cw==", "Cats", 2, false],
    ["a URL's alphabet counts as junk", "Q2F0-_cw", "Cats", 2, false],
    ["padding that ends in the middle", "Q2E=Q2E=", "CaCa", 0, true],
    ["padding without need", "Q2F0====", "Cat", 0, true],
    ["one lonely character", "Q", "", 0, true],
    ["nulls", "Q2\0F0\0", "Cat", 0, false],
    ["words below", "Q2F0\r\nlist of ours", `Cat${Buffer.from("listofours", "base64").toString("latin1")}`, 2, false],
    ["nothing", "", "", 0, false],
  ])("with %s", (_name, source, expected, junk, isBroken) => {
    const read = decodeBase64(Buffer.from(source));
    expect(base64(source)).toBe(expected);
    expect([read.junk, read.isBroken]).toEqual([junk, isBroken]);
  });

  it("can be read as if padding were not there", () => {
    expect(Buffer.from(decodeBase64(Buffer.from("QQ==QUFB"), 0, 8, true).bytes).toString("latin1")).toBe(Buffer.from("QQQUFB", "base64").toString("latin1"));
  });

  it.each<[string, string, number]>([
    ["whole lines of one length", wrapped(bytesOf(570)), 10 * 78],
    ["a last line that is shorter left out", wrapped(bytesOf(600)), 10 * 78],
    ["a line with a hyphen and all after it left out", wrapped(bytesOf(570)).replace(/.(?=.{300}$)/su, "-"), 6 * 78],
    ["a line with padding left out", `${"QUFB".repeat(19)}\r\n${"QUFB".repeat(18)}QQ==\r\n`, 78],
    ["lines that are no multiple of four", `${"A".repeat(75)}\r\n`.repeat(5), 0],
    ["no line end", "QUFB", 0],
    ["line feeds alone", wrapped(bytesOf(570)).replaceAll("\r", ""), 770],
  ])("knows regular lines: %s", (_name, source, expected) => {
    expect(regularLines(Buffer.from(source), 0, source.length).bytes).toBe(expected);
  });
});

describe("quoted-printable", () => {
  it.each([
    ["escapes in any case", "=E4=bd=90", "\u4f50"],
    ["soft breaks", "a=\r\nb=\nc", "abc"],
    ["blanks after a soft break's sign", "a= \t\r\nb", "ab"],
    ["what is no escape", "1=2, =G0, =", "1=2, =G0, "],
    ["hard breaks", "a\r\nb", "a\r\nb"],
    ["raw 8-bit text", "\u4f50", "\u4f50"],
    ["nothing", "", ""],
  ])("%s", (_name, source, expected) => {
    expect(Buffer.from(decodeQuotedPrintable(Buffer.from(source))).toString()).toBe(expected);
  });
});

describe("transfer encodings", () => {
  it.each([
    ["base64", "base64"],
    [" BASE64 (comment)", "base64"],
    ['"quoted-printable"', "quoted-printable"],
    ["8-bit", "identity"],
    ["", "identity"],
    ["x-uuencode", "uuencode"],
    ["x-yenc", "yenc"],
    ["x-mine", undefined],
    ["constructor", undefined],
  ])("%j is %s", (value, expected) => {
    expect(statedEncoding(value).encoding).toBe(expected);
  });

  it("uuencoded files are found in text, with their names", () => {
    expect([...uuFiles("hello\nbegin 644 a b.txt\n#0V%T\n`\nend\nbye\nbegin 600 c\n$0V%T<P``\nend\n")].map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ["a b.txt", "Cat"],
      ["c", "Cats"],
    ]);
  });

  it.each(["begin with this", "begin 644 x", "we begin 644 things\nhere", "begin 999 x\n#0V%T\nend"])("there is none in %j", (text) => {
    expect([...uuFiles(text)]).toEqual([]);
  });

  it("a body without its begin line is read from the top", () => {
    expect(Buffer.from(decodeUu(Buffer.from("#0V%T\n`\nend\n"))).toString()).toBe("Cat");
  });
});

describe("charsets", () => {
  it.each<[string, Uint8Array, string | undefined, string]>([
    ["a label with quotes", Buffer.from("佐藤"), '"UTF-8"', "佐藤"],
    ["a mark", Buffer.from("\ufeff佐藤"), "utf-8", "佐藤"],
    ["big-endian UTF-16 by its mark", Buffer.concat([Buffer.from([0xfe, 0xff]), encode("佐藤", "utf-16be")]), "utf-16", "佐藤"],
    ["GBK by its old name", encode("您好，请问", "gb18030"), "gb2312", "您好，请问"],
    ["Big5", encode("您好，請問", "big5"), "big5", "您好，請問"],
    ["Korean", encode("안녕하세요", "euc-kr"), "ks_c_5601-1987", "안녕하세요"],
    ["KOI8-R", encode("Привет", "koi8-r"), "koi8-r", "Привет"],
    ["windows-1252", Buffer.from("caf\xe9 \x80", "latin1"), "windows-1252", "café €"],
    ["Shift_JIS by Microsoft's name", encode("①髙﨑", "shift_jis"), "windows-31j", "①髙﨑"],
    ["HZ, with its tildes", Buffer.from("~{Dz:C~} ~~ ~{Gk\nx"), "hz-gb-2312", "您好 ~ 请\nx"],
    ["Korean by shift out", Buffer.from("\x1b$)C\x0e1h9N<v\x0f A", "latin1"), "iso-2022-kr", "김민수 A"],
    ["Chinese by shift out", Buffer.from("\x1b$)A\x0eDz:C\x0f!", "latin1"), "iso-2022-cn", "您好!"],
    ["big-endian UTF-16 without a mark", encode("電話 090", "utf-16be"), "utf-16", "電話 090"],
    ["little-endian UTF-16 without a mark", encode("電話 090", "utf-16le"), "utf-16", "電話 090"],
    ["UTF-8 called UTF-7", Buffer.from("電話 +81 90-1234"), "utf-7", "電話 +81 90-1234"],
    ["half-width kana by shift out", Buffer.from("\x0e12\x0f", "latin1"), "iso-2022-jp", "ｱｲ"],
    ["ISO-2022-JP cut in a character", Buffer.from("\x1b$B:4F", "latin1"), "iso-2022-jp", "佐\ufffd"],
  ])("%s", (_name, bytes, label, expected) => {
    expect(decodeText(bytes, label).text).toBe(expected);
  });

  const JAPANESE = "山本大輔 愛媛県松山市本町、岡田由美子 徳島県徳島市寺島本町西、中野健一 高知市鷹匠町";
  it.each<[LegacyEncoding, string]>([
    ...["windows-1251", "koi8-u", "gb18030", "big5", "euc-kr", "iso-8859-15"].map((label): [LegacyEncoding, string] => ["shift_jis", label]),
    ...["koi8-r", "windows-1251", "gb18030", "big5"].map((label): [LegacyEncoding, string] => ["euc-jp", label]),
  ])("%s called %s is read, in a page too", (encoding, label) => {
    expect(decodeText(encode(JAPANESE, encoding), label).text).toBe(JAPANESE);
    const page = `<table class="list">${JAPANESE.split("、").map((row) => `<tr valign="top"><td style="padding:0">${row}</td></tr>`).join("")}</table>`;
    expect(decodeText(encode(page, encoding), label).text).toBe(page);
  });

  it.each<[LegacyEncoding, string]>([
    ["windows-1251", "Добрый день! Высылаем вам список участников конференции, которая состоится в Москве."],
    ["koi8-r", "Добрый день! Высылаем вам список участников конференции, которая состоится в Москве."],
    ["gb18030", "王小明 李丽华 张伟 刘洋 陈静 杨帆 赵磊 黄丽 周杰 吴敏 徐强 孙悦 马超 朱琳 胡军 郭涛 何平 高峰"],
    ["big5", "您好！附件是本次會議的參會人員名單，請查收。如有任何問題，請隨時與我們聯繫。"],
    ["euc-kr", "김민수 이영희 박철수 최지우 정수민 강동원 조인성 윤은혜 장동건 임수정 한가인 오지호"],
  ])("%s is left what it says it is", (encoding, text) => {
    expect(decodeText(encode(text, encoding), encoding).text).toBe(text);
  });

  it("in ISO-2022 of a set that nothing reads are named", () => {
    expect(decodeText(Buffer.from("\x1b$)G\x0e12\x0f", "latin1"), "iso-2022-cn").unknownLabel).toBe(true);
  });

  it.each([
    ["direct text", "abc", "abc"],
    ["a plus", "1 +- 1", "1 + 1"],
    ["two characters in one run", "+T1CF5A-", "\u4f50\u85e4"],
    ["an unclosed run", "+T1A", "\u4f50"],
    ["a plus that shifts nothing", "+81 90", "+81 90"],
  ])("UTF-7: %s", (_name, source, expected) => {
    expect(decodeUtf7(Buffer.from(source))).toBe(expected);
  });
});

describe("HTML as lines", () => {
  it("has the page's lines, not the source's, and the addresses of links", () => {
    expect(linesOfHtml('<style>p{}</style><b>To:</b>\n a<br>&lt;<a href="mailto:x@y.example">X</a>&gt;<div>b&nbsp;&#26481;&#x4eac;</div>', 1000)).toBe("To: a\n< x@y.example X  >\nb 東京\n");
  });

  it.each(["<", ">", "<a ", "<a>", "&", "&#", "<style>", "</style", "<!--", "<br"])("takes twice the steps for twice as many %j", (unit) => {
    const steps = (times: number): number => countSteps(() => linesOfHtml(unit.repeat(times), 2 ** 24));
    expect(steps(20_000)).toBeLessThan(2.3 * steps(10_000) + 2000);
  });
});

import { describe, expect, it } from "vitest";
import { decode, isText, openText } from "../../src/text/decode.js";
import { encode } from "../support/encode.js";
import { inventPeople } from "../support/people.js";

const [PERSON, OTHER] = inventPeople(2);
const PROSE = "お客様各位\n平素は格別のお引き立てを賜り、厚く御礼申し上げます。\n①髙橋・㈱見本 ～ 電話 03-1234-5678\n";
const HALF_KANA = "1,ｻﾄｳ ﾊﾅｺ,ﾀｶﾏﾂｼ\n2,ｽｽﾞｷ ﾀﾛｳ,ﾄｳｷｮｳﾄ\n3,ﾔﾏﾀﾞ ｼﾞﾛｳ,ｵｵｻｶｼ\n";

describe("decode", () => {
  it.each(["utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be", "shift_jis", "euc-jp", "iso-2022-jp"] as const)("reads Japanese prose in %s without a mark", (encoding) => {
    const text = encoding === "euc-jp" || encoding === "iso-2022-jp" ? PROSE.replace("髙", "高") : PROSE;
    expect(decode(encode(text, encoding))).toEqual({ text, encoding, lossy: false, replaced: 0 });
  });

  it.each(["utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be"] as const)("takes the byte order mark of %s away", (encoding) => {
    expect(decode(encode(`\ufeff${PROSE}`, encoding))).toMatchObject({ text: PROSE, encoding, lossy: false });
  });

  it.each([
    ["a name", PERSON.name],
    ["a reading", PERSON.kana],
    ["an address", PERSON.address],
    ["a record", [OTHER.name, OTHER.address, OTHER.phone].join(",")],
  ])("tells Shift_JIS from EUC-JP by %s alone", (_, text) => {
    for (const encoding of ["shift_jis", "euc-jp", "iso-2022-jp"] as const) expect(decode(encode(text, encoding))).toMatchObject({ text, encoding });
  });

  it("reads lists of half-width kana, which every other encoding could be", () => {
    for (const encoding of ["shift_jis", "euc-jp", "iso-2022-jp"] as const) expect(decode(encode(HALF_KANA, encoding))).toMatchObject({ text: HALF_KANA, encoding });
  });

  it.each([
    ["gb18030", "我们在这里的工作是为了人民，他们说中国的经济发展得很好。"],
    ["big5", "我們在這裡的工作是為了人民，他們說這個國家的經濟發展得很好。"],
    ["euc-kr", "이것은 한국어로 쓰인 문서입니다. 우리는 모두 여기에서 일을 하고 있습니다."],
    ["windows-1252", "Les élèves de l'école sont déjà arrivés à la fête, où l'été règne."],
    ["windows-1251", "Это письмо написано по-русски, и в нём нет ничего особенного."],
    ["koi8-r", "Это письмо написано по-русски, и в нем нет ничего особенного."],
  ] as const)("reads other languages where the bytes are not Japanese: %s", (encoding, text) => {
    expect(decode(encode(text, encoding))).toMatchObject({ text, encoding });
  });

  it("reads ISO-2022-JP with JIS X 0212, SO and SI, and a line that forgot to return to ASCII", () => {
    const bytes = Buffer.concat([Buffer.from("\x1b$(D\x30\x21\x1b(B ", "latin1"), Buffer.from("\x1b$B\x3b\x33\n", "latin1"), Buffer.from("abc \x0e\x31\x32\x0f\x1b$B\x45\x44\x1b(B", "latin1")]);
    expect(decode(bytes)).toMatchObject({ text: "丂 山\nabc ｱｲ田", encoding: "iso-2022-jp", lossy: false });
  });

  it.each(["price: ¥1,500\n", "© 2024 Example\n", "up to 35 °C, ±2\n", "café\n"])("is sure of UTF-8 where marks and letters of Latin-1 stand each by itself: %j", (text) => {
    expect(openText(encode(text, "utf-8"))).toMatchObject({ encoding: "utf-8", certain: true });
  });

  it("still reads short EUC-JP whose bytes are UTF-8 as well, if it is declared", () => {
    expect(decode(encode("A,村\n", "euc-jp"), "euc-jp").text).toBe("A,村\n");
  });

  it("believes a declared encoding only where the bytes agree", () => {
    const word = encode("été", "windows-1252");
    expect(decode(word, "ISO-8859-1")).toMatchObject({ text: "été", encoding: "windows-1252", lossy: false });
    expect(decode(encode(PROSE, "utf-8"), "Shift_JIS")).toMatchObject({ text: PROSE, encoding: "utf-8" });
    expect(decode(encode(PROSE, "shift_jis"), "utf-8")).toMatchObject({ text: PROSE, encoding: "shift_jis" });
    expect(decode(encode("山田", "euc-jp"), "x-unknown-label")).toMatchObject({ text: "山田" });
  });

  it("keeps a large text readable around one broken byte and counts what it replaced", () => {
    const whole = encode(`${PERSON.name},${PERSON.phone}\n`.repeat(200_000), "utf-8");
    whole[whole.length - 3_000_001] = 0xff;
    const { encoding, lossy, replaced, text } = decode(whole);
    expect({ encoding, lossy, isOneOrTwo: replaced >= 1 && replaced <= 3 }).toEqual({ encoding: "utf-8", lossy: true, isOneOrTwo: true });
    expect(text.split("\n").filter((line) => line === `${PERSON.name},${PERSON.phone}`)).toHaveLength(199_999);
  });

  it("does not count U+FFFD that the author's own software wrote", () => {
    expect(decode(Buffer.from("山田\ufffd太郎"))).toMatchObject({ lossy: false, replaced: 0 });
  });

  it("reads lines of another Japanese encoding inside a UTF-8 log", () => {
    const text = `受付 ${PERSON.name}\n受付 ${OTHER.name}\n受付 ${PERSON.name}\n`;
    const lines = text.split(/(?<=\n)/u).map((line, i) => encode(line, i === 1 ? "shift_jis" : "utf-8"));
    expect(decode(Buffer.concat(lines))).toEqual({ text, encoding: "utf-8", lossy: false, replaced: 0 });
  });

  it("finds the encoding where the first non-ASCII character stands megabytes away", () => {
    const ascii = Buffer.from("id,count,code\n".repeat(200_000));
    for (const encoding of ["shift_jis", "euc-jp"] as const) {
      const bytes = Buffer.concat([ascii, encode(`${PERSON.name}、${PERSON.address}\n`, encoding)]);
      expect(decode(bytes).encoding).toBe(encoding);
    }
  });

  it.each(["utf-8", "utf-16le", "utf-16be", "shift_jis", "euc-jp", "utf-32le"] as const)("cuts no character where it reads %s in pieces", (encoding) => {
    const mark = encoding.startsWith("utf") ? "\ufeff" : "";
    const piece = mark === "" ? "山田太郎、a" : "𠮷田太郎、a";
    const pieces = new Array<Buffer>(600_000).fill(encode(piece, encoding));
    const chunks = [...openText(Buffer.concat([encode(mark, encoding), ...pieces])).chunks()];
    expect(chunks.length).toBeGreaterThan(1);
    expect(chunks.map((chunk) => chunk.text).join("") === piece.repeat(600_000)).toBe(true);
  });
});

describe("isText", () => {
  const random = Uint8Array.from({ length: 20_000 }, (_, i) => (Math.imul(i + 1, 2654435761) >>> 13) & 0xff);
  it.each([
    ["nothing at all", new Uint8Array(0), true],
    ["ASCII", Buffer.from("hello\n"), true],
    ["terminal colours", Buffer.from("\x1b[31mERROR\x1b[0m something failed here\n"), true],
    ["a table with a few NULs in it", Buffer.from(`${"a,b,c,d,e,f\n".repeat(20)}1,\0,3\n`), true],
    ["UTF-16 without a mark", encode(PROSE, "utf-16le"), true],
    ["Shift_JIS", encode(PROSE, "shift_jis"), true],
    ["random bytes", random, false],
    ["zeros", new Uint8Array(1000), false],
    ["the head of an executable", Buffer.from("7f454c4602010100000000000000000003003e0001000000c0160000000000004000000000000000", "hex"), false],
    ["the head of a picture", Buffer.concat([Buffer.from("89504e470d0a1a0a0000000d49484452000001000000010008060000005c72a866", "hex"), random]), false],
  ])("judges %s", (_, bytes, expected) => {
    expect(isText(bytes)).toBe(expected);
  });
});

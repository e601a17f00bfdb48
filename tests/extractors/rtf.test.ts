import { describe, expect, it } from "vitest";
import { rtfExtractor } from "../../src/extractors/rtf/index.js";
import { extract, show, textOf, whereIs } from "../support/extract.js";
import { inventPerson } from "../support/people.js";

const { phone, email } = inventPerson(4);
const open = (content: string | Uint8Array) => extract(rtfExtractor, typeof content === "string" ? Buffer.from(`{\\rtf1\\ansi ${content}}`, "latin1") : content, "a.rtf");
const textsOf = async (content: string): Promise<string[]> => (await open(content)).texts.map(({ text }) => text);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
/** "高橋" in Shift_JIS, GB 18030, EUC-KR and UTF-16. */
const TAKAHASHI = "\\'8d\\'82\\'8b\\'b4";

describe("rtfExtractor: what it takes for Rich Text", () => {
  it.each(["{\\rtf1 x}", "{\\rt x}", "\r\n {\\rtf", "\u00ef\u00bb\u00bf{\\rtf1"])("knows %j", (content) => {
    expect(rtfExtractor.identify(Buffer.from(content, "latin1"), "a.txt")).toBe("rtf");
  });
  it.each(["", "{", "{rtf1}", "x{\\rtf1}", "{\\txt"])("leaves %j to others", (content) => {
    expect(rtfExtractor.identify(Buffer.from(content), "a.rtf")).toBeUndefined();
  });
});

describe("rtfExtractor: characters", () => {
  it.each<[string, string, string]>([
    ["bytes in the document's code page", `\\ansicpg932 ${TAKAHASHI}`, "高橋"],
    ["bytes in the font's code page", `{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset128 B;}}\\f1 ${TAKAHASHI}`, "高橋"],
    ["bytes in the default font's code page", `\\deff1{\\fonttbl{\\f1\\fcharset128 B;}}${TAKAHASHI}`, "高橋"],
    ["bytes in a code page that the font names", `{\\fonttbl{\\f1\\cpg932 B;}}\\f1 ${TAKAHASHI}`, "高橋"],
    ["Japanese under a font that claims to be Western", `\\ansicpg932{\\fonttbl{\\f0\\fcharset0 A;}}\\f0 ${TAKAHASHI}`, "高橋"],
    ["Western under a Western font", "{\\fonttbl{\\f0\\fcharset0 A;}}\\f0 Andr\\'e9", "André"],
    ["a trail byte written as it is", "\\ansicpg932 \\'83e\\'83X\\'83g", "テスト"],
    ["Unicode", "\\u39640?\\u27211?", "高橋"],
    ["Unicode above 32,767 as it is written", "\\u-223?", "Ａ"],
    ["characters beyond 65,535", "\\u-10179?\\u-8704?", "😀"],
    ["Unicode with two bytes behind it", `\\uc2 \\u39640\\'8d\\'82\\u27211\\'8b\\'b4`, "高橋"],
    ["Unicode with nothing behind it", "\\uc0\\u39640\\u27211", "高橋"],
    ["the count of bytes behind it only in its group", "{\\uc0\\u39640}\\u27211?x", "高橋x"],
    ["words that formatting cuts apart", `090-{\\b 1234}-\\i 5678\\i0`, "090-1234-5678"],
    ["lines that a writer breaks anywhere", "090-12\r\n34-5678", "090-1234-5678"],
    ["symbols", "a\\~b\\_c\\-d\\{\\}\\\\e\\emdash f\\tab g", "a\u00a0b-cd{}\\e—f\tg"],
    ["a line end behind a backslash as a paragraph's end", "a\\\nb", "a\nb"],
  ])("reads %s", async (_, content, expected) => {
    expect((await textsOf(content)).join("|")).toBe(expected);
  });
});

describe("rtfExtractor: what is not seen", () => {
  it.each<[string, string, string]>([
    ["hidden text", `x{\\v ${phone}}`, "hidden-text"],
    ["hidden text that ends by a zero", `\\v ${phone}\\v0 x`, "hidden-text"],
    ["deleted text", `x{\\deleted\\revauthdel1 ${phone}}`, "deleted-revision"],
    ["white text", `{\\colortbl;\\red255\\green255\\blue255;}{\\cf1 ${phone}}`, "invisible-format"],
    ["tiny text", `{\\fs2 ${phone}}`, "invisible-format"],
    ["a comment", `x{\\*\\annotation ${phone}}`, "comment"],
    ["a field's instruction", `{\\field{\\*\\fldinst HYPERLINK "tel:${phone}"}{\\fldrslt x}}`, "hidden-text"],
    ["a bookmark", `{\\*\\bkmkstart a${phone}}x`, "hidden-text"],
    ["a form field's text", `{\\*\\formfield{\\*\\ffdeftext ${phone}}}`, "hidden-text"],
    ["a document variable", `{\\*\\docvar {x}{${phone}}}`, "package-data"],
    ["a destination nobody knows", `{\\*\\zzz ${phone}}x`, "package-data"],
    ["an alternative text", `{\\shp{\\*\\shpinst{\\sp{\\sn wzDescription}{\\sv Tel ${phone}}}}}`, "property"],
    ["a property", `{\\info{\\doccomm ${phone}}}`, "property"],
    ["a property of one's own", `{\\*\\userprops{\\propname x}{\\staticval ${phone}}}`, "property"],
    ["an author of changes", `{\\*\\revtbl{Unknown;}{${phone};}}`, "property"],
    ["a number among the names of styles", `{\\stylesheet{\\s1 ${phone};}}`, "package-data"],
    ["what only old readers draw of a shape", `{\\shp{\\*\\shpinst{\\shptxt shown}}{\\shprslt{\\*\\do{\\dptxbxtext ${phone}}}}}`, "hidden-text"],
    ["what stands for nested tables in old readers", `{\\nonesttables ${phone}}`, "hidden-text"],
  ])("says so of %s", async (_, content, concealment) => {
    expect(whereIs(phone, await open(content)).map((one) => /\(([\w-]+)\)$/u.exec(one)?.[1])).toEqual([concealment]);
  });

  it.each<[string, string]>([
    ["text behind hidden text", `{\\v x}${phone}`], ["plain text again", `\\v x\\plain ${phone}`], ["white text on a ground", `{\\colortbl;\\red255\\green255\\blue255;}{\\cf1\\highlight2 ${phone}}`],
    ["white text in a cell", `{\\colortbl;\\red255\\green255\\blue255;}\\intbl\\cf1 ${phone}\\cell\\row`], ["a header", `{\\header ${phone}\\par}`], ["a footnote", `x{\\footnote ${phone}}`],
    ["a text box", `{\\shp{\\*\\shpinst{\\shptxt ${phone}}}}`], ["WordArt", `{\\shp{\\*\\shpinst{\\sp{\\sn gtextUNICODE}{\\sv Tel ${phone}}}}}`], ["a field's result", `{\\field{\\*\\fldinst DATE}{\\fldrslt{\\b ${phone}}}}`],
    ["black text", `{\\colortbl;\\red255\\green255\\blue255;\\red0\\green0\\blue0;}{\\cf2 ${phone}}`], ["what was inserted", `{\\revised ${phone}}`],
  ])("does not say so of %s", async (_, content) => {
    expect(whereIs(phone, await open(content)).map((one) => one.includes("("))).toEqual([false]);
  });

  it("keeps notes and comments out of the words around them", async () => {
    expect(await textsOf("高橋{\\footnote x}様{\\*\\annotation y}".replace("高橋", "\\uc0\\u39640\\u27211").replace("様", "\\u27096"))).toEqual(["高橋様", "x", "y"]);
  });
});

describe("rtfExtractor: tables", () => {
  const grid = async (content: string, index = 0): Promise<string[][]> => {
    const table = (await open(content)).tables[index];
    return Array.from({ length: table.rowCount }, (_, row) => Array.from({ length: table.columnCount }, (__, column) => table.text(row, column)));
  };

  it("keeps rows, cells, empty cells and lines in cells", async () => {
    expect(await grid("x\\par\\trowd\\cellx1\\cellx2\\pard\\intbl a\\cell b\\par c\\cell\\row\\trowd\\pard\\intbl\\cell d\\cell\\row\\pard y\\par")).toEqual([["a", "b\nc"], ["", "d"]]);
  });

  it("yields a table once, and what stands around it as text", async () => {
    const read = await open(`before\\par\\trowd\\pard\\intbl a\\cell ${phone}\\cell\\row\\pard after\\par`);
    expect([whereIs(phone, read), read.texts.map(({ text }) => text)]).toEqual([["a.rtf › 2:1 › B1"], ["before\nafter"]]);
  });

  it("keeps a table in a cell apart", async () => {
    const nested = "\\trowd\\pard\\intbl\\itap2 in1\\nestcell in2\\nestcell{\\*\\nesttableprops\\trowd\\nestrow}\\pard\\intbl\\itap1 out\\cell second\\cell\\row\\pard";
    const read = await open(nested);
    expect(read.tables.map(({ rowCount, columnCount }) => [rowCount, columnCount])).toEqual([[1, 2], [1, 2]]);
    expect([await grid(nested, 0), await grid(nested, 1)]).toEqual([[["in1", "in2"]], [["out", "second"]]]);
  });

  it("keeps a comment in a cell out of the cell", async () => {
    const read = await open(`\\trowd\\pard\\intbl a{\\*\\annotation ${phone}}b\\cell c\\cell\\row`);
    expect([read.tables[0].text(0, 0), whereIs(phone, read)]).toEqual(["ab", ["a.rtf › comments › 1:1 (comment)"]]);
  });
});

describe("rtfExtractor: bytes", () => {
  const ansi = (text: string): Buffer => Buffer.concat([Buffer.from([text.length + 1, 0, 0, 0]), Buffer.from(`${text}\0`, "latin1")]);
  const object = (className: string, native: Buffer): Buffer => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(native.length);
    return Buffer.concat([Buffer.from([1, 5, 0, 0, 2, 0, 0, 0]), ansi(className), ansi(""), ansi(""), size, native]);
  };
  const packaged = (name: string, content: string): Buffer =>
    Buffer.concat([Buffer.from([2, 0]), Buffer.from(`${name}\0C:\\home\\${name}\0`), Buffer.from([0, 0, 3, 0]), ansi(`C:\\temp\\${name}`), Buffer.from([content.length, 0, 0, 0]), Buffer.from(content)]);

  it.each<[string, string]>([["digits", `{\\pict\\pngblip ${hex(Buffer.from(email))}}`], ["digits on several lines", `{\\pict ${hex(Buffer.from(email)).replace(/.{7}/gu, "$&\r\n")}}`], ["bytes as they are", `{\\pict\\bin${email.length} ${email}}`]])(
    "gives a picture in %s as an artifact",
    async (_, content) => {
      const { artifacts } = await open(content);
      expect(artifacts.map((one) => [show(one.at), textOf(one)])).toEqual([["a.rtf › picture 1", email]]);
    },
  );

  it("gives the file inside a package, and the paths it came from", async () => {
    const read = await open(`{\\object\\objemb{\\*\\objdata ${hex(object("Package", packaged("list.csv", "1,2,3")))}}{\\result x}}`);
    expect(read.artifacts.map((one) => [show(one.at), textOf(one)])).toEqual([["a.rtf › object 1 › list.csv", "1,2,3"]]);
    expect(whereIs("C:\\home\\list.csv", read)).toHaveLength(1);
  });

  it("gives what another program stored, and damaged objects as they are", async () => {
    const { artifacts } = await open(`{\\object{\\*\\objdata ${hex(object("Word.Document.8", Buffer.from("native data")))}}}{\\object{\\*\\objdata ${hex(Buffer.from("damaged object"))}}}`);
    expect(artifacts.map(textOf)).toEqual(["native data", "damaged object"]);
  });

  it("gives digits of a destination nobody knows as bytes", async () => {
    const { artifacts } = await open(`{\\*\\zzz ${hex(Buffer.from(`${email} ${email} ${email}`))}}`);
    expect(artifacts.map(textOf)).toEqual([`${email} ${email} ${email}`]);
  });

  it("reads what stands behind the last brace", async () => {
    const read = await open(Buffer.from(`{\\rtf1 x}\r\n${email} and more`));
    expect(read.artifacts.map((one) => [textOf(one), one.concealment])).toEqual([[`${email} and more`, "orphaned-part"]]);
    expect((await open(Buffer.from("{\\rtf1 x}\r\n\0"))).artifacts).toEqual([]);
  });

  it("says that a file ends in the middle of a group, and reads what is there", async () => {
    const read = await open(Buffer.from(`{\\rtf1 {\\b ${phone}`));
    expect([whereIs(phone, read), read.unscanned.map(({ reason }) => reason)]).toEqual([["a.rtf › 1:1"], ["corrupt"]]);
  });
});

describe("rtfExtractor: made to harm", () => {
  const CUT_OFF = ["corrupt"];
  it.each<[string, string, readonly string[]]>([
    ["groups in groups", "{".repeat(200_000), CUT_OFF],
    ["destinations in destinations", "{\\*\\x".repeat(50_000), CUT_OFF],
    ["rows that never end", "\\intbl x\\cell".repeat(20_000), []],
    ["tables in tables", Array.from({ length: 2_000 }, (_, i) => `\\itap${i} x`).join(""), []],
    ["a picture that claims more bytes than there are", "{\\pict\\bin2000000000 x", CUT_OFF],
    ["a skip that never ends", "\\uc255\\u1".repeat(20_000), []],
    ["closing braces", "}".repeat(1_000), []],
    ["parameters of any size", "\\fs99999999999999999999\\u99999999999 \\itap-5\\intbl x\\cell\\row", []],
    ["shapes that are never closed", "{\\shp{\\shprslt".repeat(5_000), CUT_OFF],
    ["backslashes", "\\".repeat(10_001), CUT_OFF],
  ])("reads %s to the end, and says whether it was all", async (_, content, expected) => {
    expect((await open(content)).unscanned.map(({ reason }) => reason)).toEqual(expected);
  });

  it("still reads text behind groups that are nested too deep", async () => {
    const read = await open(`${"{".repeat(10_000)}${phone}${"}".repeat(10_000)}${email}`);
    expect([whereIs(phone, read).length, whereIs(email, read).length, read.unscanned]).toEqual([1, 1, []]);
  });
});

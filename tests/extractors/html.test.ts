import { describe, expect, it } from "vitest";
import type { TableSegment } from "../../src/contract.js";
import { htmlExtractor, xmlTextExtractor } from "../../src/extractors/html/index.js";
import { encode } from "../support/encode.js";
import { extract, textOf, whereIs } from "../support/extract.js";
import { fixtureNames, readFixture } from "../support/fixture.js";
import { inventPeople } from "../support/people.js";

const PEOPLE = inventPeople(12);
const read = (html: string) => extract(htmlExtractor, Buffer.from(html), "p.html");
const grid = (table: TableSegment): string[][] =>
  Array.from({ length: table.rowCount }, (_, row) => Array.from({ length: table.columnCount }, (__, column) => table.text(row, column)));
const inView = async (html: string): Promise<string> => {
  const { texts } = await read(html);
  return texts.filter((one) => one.place({ start: 0, end: 1 }).concealment === undefined).map(({ text }) => text).join("").trim();
};

describe("text in view", () => {
  it.each([
    ["inline elements do not part a word", "<p>山<b>田</b>太郎</p>", "山田太郎"],
    ["blocks do", "<p>山田</p><div>太郎</div>次<br>行", "山田\n太郎\n次\n行"],
    ["white space counts once", "<p>\n  山田\n  太郎  </p>", "山田 太郎"],
    ["but not in pre", "<pre>a\n  b</pre>", "a\n  b"],
    ["entities are characters", "<p>&#x5c71;&#30000;&amp;&copy;&nbsp;x</p>", "山田&©\u00a0x"],
    ["a name reads on without what is written above it", "<p><ruby>山<rp>(</rp><rt>やま</rt><rp>)</rp>田<rt>だ</rt></ruby>様</p>", "山田様\n(やま)だ"],
    ["a text that is turned round is marked so", '<p>a<bdo dir="rtl">中<i>田</i>山</bdo>b</p>', "a\u202e中田山\u202cb"],
    ["by a style, too", '<p><span style="unicode-bidi: bidi-override; direction: rtl">田山</span></p>', "\u202e田山\u202c"],
    ["and by a style sheet", '<style>.r{direction:rtl;unicode-bidi:bidi-override}</style><p><span class="r">田山</span></p>', "\u202e田山\u202c"],
    ["writing from right to left turns nothing round", '<p dir="rtl">山<bdo dir="ltr">田</bdo></p>', "山田"],
    ["hidden text between does not part them", '<p>山<span style="display:none">x</span>田</p>', "山田"],
    ["alternative texts stand in their place", '<p>担当<img alt="山田">まで</p>', "担当 山田 まで"],
    ["fields show their values", '<label>氏名</label><input value="山田">', "氏名 山田"],
    ["an address behind a link is read beside it", '<a href="mailto:taro%40provider.example">連絡先</a>', "連絡先 taro@provider.example"],
    ["and not twice", '<a href="mailto:a@b.example">a@b.example</a>', "a@b.example"],
    ["a paragraph ends a hidden one", "<p hidden>x<p>山田", "山田"],
    ["text of a title and a textarea", "<title>名簿</title><textarea>メモ</textarea>", "名簿\nメモ"],
    ["script and style are none of it", "<script>var a=1</script><style>p{}</style><p>x</p>", "x"],
  ])("%s", async (_, html, expected) => {
    expect(await inView(html)).toBe(expected);
  });

  it("is placed by line and column of the source", async () => {
    const found = await read("<html>\r\n<body><p>担当&#x3a;&#x5c71;&#x7530;さん</p>\r\n<p title='佐藤'>090</p>");
    expect(whereIs("山田", found)).toEqual(["p.html › 2:18"]);
    expect(found.texts[0].place({ start: 3, end: 5 }).at.at(-1)).toEqual({ kind: "span", line: 2, column: 18, offset: 25, length: 16 });
    expect(whereIs("佐藤", found)).toEqual(["p.html › 3:11"]);
  });

  it("is found behind entities inside attributes", async () => {
    const found = await read('<img alt="担当&#x5c71;&#x7530;&amp;佐藤">');
    expect(whereIs("山田", found)).toEqual(["p.html › 1:13"]);
    expect(whereIs("佐藤", found)).toEqual(["p.html › 1:34"]);
  });
});

it("words that a style sheet draws are read where they are written by number", async () => {
  const { texts } = await read('<style>.a::before{content:"\\5c71\\007530 \\592a郎\\A x"}</style><p class="a"></p>');
  expect(texts.map(({ text }) => text).join("")).toContain('"山田太郎\nx"');
  expect(whereIs("山田", { texts, tables: [] })).toEqual(["p.html › 1:28 (hidden-text)"]);
});

it("letters that a drawing places one by one are one word", async () => {
  const { texts } = await extract(xmlTextExtractor, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><text><tspan x="1">山</tspan><tspan x="2">田</tspan><tspan x="0" dy="1em">太郎</tspan></text><text>次</text></svg>'), "a.svg");
  expect(texts.map(({ text }) => text).join("").trim()).toBe("山田\n太郎\ntext: 次");
});

describe("what a page's own style sheet hides", () => {
  const page = (css: string, body: string): string => `<html><head><style>${css}</style></head><body>${body}</body></html>`;
  it.each([
    ["a class", page(".n{display:none}", '<p class="a n">山田</p>')],
    ["an element of a class", page("p.n { visibility : hidden }", '<p class="n">山田</p>')],
    ["an id", page("#n{font-size:0}", '<div id="n"><p>山田</p></div>')],
    ["an element", page("aside{opacity:0}", "<aside>山田</aside>")],
    ["one of several selectors", page("h1, .n ,h2{display:none}", '<p class="n">山田</p>')],
    ["a text beside the screen", page(".n{position:absolute;left:-9999px}", '<p class="n">山田</p>')],
    ["a text of no height", page(".n{max-height:0;overflow:hidden}", '<p class="n">山田</p>')],
    ["white letters on a page without any ground", page(".n{color:#FFFFFF}", '<p class="n">山田</p>')],
    ["letters without ink", page(".n{color:transparent}", '<p class="n">山田</p>')],
    ["a class behind a comment, a rule of its own and another sheet", `<style>@import "a.css"; /* .x{ */ .y{color:red}</style>${page("/* } */ .n{display:none}", '<p class="n">山田</p>')}`],
    ["white letters said of the element", '<p style="color:white">山田</p>'],
  ])("%s", async (_, html) => {
    expect(await inView(html)).not.toContain("山田");
    const { texts } = await read(html);
    expect(texts.filter(({ text }) => text.includes("山田")).map((one) => one.place({ start: one.text.indexOf("山田"), end: one.text.indexOf("山田") + 1 }).concealment)).toEqual(["hidden-text"]);
  });

  it.each([
    ["another class", page(".n{display:none}", '<p class="m">山田</p>')],
    ["another element of the class", page("h1.n{display:none}", '<p class="n">山田</p>')],
    ["an element in another", page(".a .n{display:none}", '<p class="n">山田</p>')],
    ["an element under the mouse", page(".n:hover{display:none}", '<p class="n">山田</p>')],
    ["a class that is shown again", page(".n{display:none} @media screen{.n{display:block}}", '<p class="n">山田</p>')],
    ["a class that paper alone does not show", page("@media print{.n{display:none}}", '<p class="n">山田</p>')],
    ["white letters on a page with a ground", page("body{background:#036}.n{color:#fff}", '<p class="n">山田</p>')],
    ["white frames", page(".n{border-color:#fff}", '<p class="n">山田</p>')],
    ["letters of a size that begins with 0", page(".n{font-size:0.9em}", '<p class="n">山田</p>')],
    ["the page itself, until a script shows it", page("body{visibility:hidden}", "<p>山田</p>")],
    ["a rule that never ends", '<p class="n">山田</p><style>.n{'],
  ])("and not %s", async (_, html) => {
    expect(await inView(html)).toContain("山田");
  });

  it.each(["{", "}", "/*", "@media{", ".a{display:none}", "<style>", ",", ".n{color:red;", "a.b#c"])("is read in time that grows with its length: %s", async (piece) => {
    expect(await inView(page(piece.repeat(20_000), "<p>山田</p></style><p>太郎"))).toBeDefined();
  });
});

describe("what a page does not show", () => {
  it.each([
    ['<div style="color:red; display : none">山田</div>', "hidden-text"],
    ['<div style="visibility:hidden">山田</div>', "hidden-text"],
    ["<div hidden><p>山田</p></div>", "hidden-text"],
    ['<input type="hidden" name="n" value="山田">', "hidden-text"],
    ["<template>山田</template>", "hidden-text"],
    ['<p data-user="山田">x</p>', "hidden-text"],
    ['<script>var a = "\\u5c71\\u7530";</script>', "hidden-text"],
    ["<!-- 山田 -->", "markup-comment"],
    ["<!--[if IE]><p>山田</p><![endif]-->", "markup-comment"],
    ["<!-- <b>&#x5c71;</b>田 -->", "markup-comment"],
    ['<meta name="author" content="山田">', "metadata"],
    ['<p>x</p><div title="山田', "hidden-text"],
  ])("%s is %s", async (html, concealment) => {
    const found = await read(html);
    expect(whereIs("山田", found).map((place) => /\((.*)\)/u.exec(place)?.[1])).toEqual([concealment]);
  });

  it.each(["<noscript>山田</noscript>", '<p style="opacity:0.5">山田</p>', '<p aria-hidden="true">山田</p>', "<p hidden>x</p><p>山田</p>"])("%s is shown", async (html) => {
    const found = await read(html);
    expect(whereIs("山田", found)[0]).not.toContain("(");
  });

  it("hands on inline JSON and inner pages as documents of their own", async () => {
    const { artifacts, texts } = await read('<script type="application/ld+json">{"a":"山田"}</script><iframe srcdoc="&lt;p&gt;佐藤&lt;/p&gt;"></iframe>');
    expect(artifacts.map((one) => [one.name, textOf(one), one.mediaType, one.concealment])).toEqual([
      ["script.json", '{"a":"山田"}', "application/json; charset=utf-8", "hidden-text"],
      ["srcdoc.html", "<p>佐藤</p>", "text/html; charset=utf-8", "hidden-text"],
    ]);
    expect(texts).toEqual([]);
  });
});

describe("tables of a page", () => {
  it.each([
    ["header cells and cells", "<table><tr><th>氏名</th><th>電話</th></tr><tr><td>佐藤</td><td>03</td></tr></table>", [["氏名", "電話"], ["佐藤", "03"]]],
    ["closing tags left out", "<table><tr><th>a<th>b<tr><td>c<td>d</table>", [["a", "b"], ["c", "d"]]],
    ["spans", '<table><tr><td colspan=2>a<td>b<tr><td rowspan=2>c<td>d<td>e<tr><td>f<td>g</table>', [["a", "", "b"], ["c", "d", "e"], ["", "f", "g"]]],
    ["blocks and white space in cells", "<table><tr><td>\n <p>a</p>\n <p>b</p> </td><td> c </td></tr></table>", [["a\nb", "c"]]],
    ["rows that hold nothing", "<table><tr><td> </td></tr><tr><td>a</td></tr></table>", [["a"]]],
  ])("have %s", async (_, html, expected) => {
    expect((await read(html)).tables.map(grid)).toEqual([expected]);
  });

  it("come one by one where they are nested, and never again as text", async () => {
    const { tables, texts } = await read("<table><tr><td>out<table><tr><td>in</td><td>1</td></tr></table>er</td><td>2</td></tr></table>after");
    expect(tables.map(grid)).toEqual([[["in", "1"]], [["out\ner", "2"]]]);
    expect(texts.map(({ text }) => text)).toEqual(["after"]);
  });

  it("of one cell are frames, and what is in them belongs where they stand", async () => {
    const framed = (text: string): string => `<table><tr><td>${text}</td></tr></table>`;
    const { tables, texts } = await read(`${framed(framed(framed("山田")))}<table><tr><td>${framed("氏名")}</td><td>${framed(`佐<b>藤</b>${framed("花子")}`)}</td></tr></table>`);
    expect(tables.map(grid)).toEqual([[["氏名", "佐藤\n花子"]]]);
    expect(texts.map(({ text }) => text.trim())).toEqual(["山田"]);
    expect([...whereIs("山田", { texts, tables: [] }), ...whereIs("花子", { texts: [], tables })]).toEqual(["p.html › 1:46", "p.html › 1:176"]);
  });

  it("say which of them and of their rows are hidden", async () => {
    const { tables } = await read('<table><tr><td>a</td></tr><tr style="display:none"><td>b</td></tr></table><div hidden><table><tr><td>c</td><td>d</td></tr></table></div>');
    expect([tables[0].rowConcealment?.(0), tables[0].rowConcealment?.(1)]).toEqual([undefined, "hidden-text"]);
    expect(whereIs("b", { texts: [], tables })).toEqual(["p.html › 1:56 (hidden-text)"]);
    expect(whereIs("c", { texts: [], tables })).toEqual(["p.html › 1:102 (hidden-text)"]);
  });
});

describe("html extractor", () => {
  it.each([
    ["a.html", "no tags at all", "html"],
    ["list.xls", '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body>', "html"],
    ["message", "<!-- x -->\n<!DOCTYPE html><p>", "html"],
    ["a.xhtml", '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', "html"],
    ["a.txt", "<div>x</div>", "html"],
    ["a.md", "<div>x</div>", undefined],
    ["a.vue", "<template>x</template>", undefined],
    ["a.txt", "<taro@provider.example> wrote", undefined],
    ["a.xml", "<名簿><人/></名簿>", undefined],
    ["a.txt", "1 < 2", undefined],
  ])("identifies %s with %j", (name, content, format) => {
    expect(htmlExtractor.identify(Buffer.from(content), name)).toBe(format);
  });

  it("believes a page's own encoding where its bytes agree", async () => {
    const html = '<meta charset="Shift_JIS"><p>ｻﾄｳ</p>';
    expect(whereIs("ｻﾄｳ", await extract(htmlExtractor, encode(html, "shift_jis"), "p.html"))).toEqual(["p.html › 1:30"]);
    expect(whereIs("ｻﾄｳ", await extract(htmlExtractor, encode(html, "utf-8"), "p.html"))).toEqual(["p.html › 1:30"]);
    expect(whereIs("ｻﾄｳ", await extract(htmlExtractor, encode(html, "utf-16le"), "p.html"))).toEqual(["p.html › 1:30"]);
  });

  it.each(["flag.table.html", "flag.table.sjis.xls"])("finds everybody in %s", async (name) => {
    const { tables, unscanned } = await extract(htmlExtractor, readFixture("html", name), name);
    expect(unscanned).toEqual([]);
    expect([tables[0].rowCount, tables[0].columnCount, tables[0].text(0, 1), tables[0].text(12, 1)]).toEqual([13, 8, "氏名", PEOPLE[11].name]);
  });

  it.each(fixtureNames("html").filter((name) => /pass.*html/u.test(name)))("finds none of the people in %s", async (name) => {
    const found = await extract(htmlExtractor, readFixture("html", name), name);
    expect(found.unscanned).toEqual([]);
    expect(PEOPLE.flatMap((person) => whereIs(person.name, found))).toEqual([]);
  });

  it.each(["<", "&", "<div>", "<table>", "<table><tr><td>", "<p><b>", "</p>", "&#x5c71;", "<!--", "<!-- <b> -->", '<a b="', "<a href=mailto:x>y", "<td colspan=1000 rowspan=9999>", "<script type=text/html>", "<![CDATA[", "<?"])(
    "gets through a megabyte of %s",
    async (piece) => {
      const { unscanned } = await read(piece.repeat(1_000_000 / piece.length));
      expect(unscanned).toEqual([]);
    },
  );
});

describe("xml text extractor", () => {
  it("reads texts under their element's name, attributes under theirs", async () => {
    const xml = '<?xml version="1.0"?>\n<名簿 件数="2"><人 電話="03&#45;1"><氏名>山田&amp;太郎</氏名><!-- 注 --><備考><![CDATA[<b>x</b>]]></備考></人></名簿>';
    const found = await extract(xmlTextExtractor, Buffer.from(xml), "a.xml");
    expect(found.texts.find(({ text }) => text.includes("山田"))?.text).toBe("件数: 2\n電話: 03-1\n氏名: 山田&太郎\n備考: <b>x</b>\n");
    expect(whereIs("太郎", found)).toEqual(["a.xml › 2:40"]);
    expect(whereIs("03-1", found)).toEqual(["a.xml › 2:19"]);
    expect(whereIs("注", found)).toEqual(["a.xml › 2:52 (markup-comment)"]);
  });

  it("expands no entity that a document declares, and reads the declaration", async () => {
    const found = await extract(xmlTextExtractor, Buffer.from('<!DOCTYPE r [<!ENTITY a "山田"><!ENTITY b "&a;&a;">]><r>&b;</r>'), "a.xml");
    expect(whereIs("山田", found)).toHaveLength(1);
  });

  it("leaves the shapes of a drawing alone and reads its words", async () => {
    const found = await extract(xmlTextExtractor, readFixture("html", "flag.badge.svg"), "badge.svg");
    expect(whereIs(PEOPLE[8].name, found)).toHaveLength(1);
    expect(whereIs("1234 5678", found)).toEqual([]);
  });

  it.each([
    ["a.xml", "<a/>", "xml"],
    ["feed", '<?xml version="1.0"?><rss/>', "xml"],
    ["drawing", '<svg xmlns="http://www.w3.org/2000/svg">', "svg"],
    ["a.html", "<p>x", undefined],
    ["a.txt", "<notatag and words", undefined],
  ])("identifies %s with %j", (name, content, format) => {
    expect(xmlTextExtractor.identify(Buffer.from(content), name)).toBe(format);
  });
});

import { describe, expect, it } from "vitest";
import { looksLikeXml, xmlText } from "../../src/bytes/xml-text.js";
import { readXml } from "../../src/bytes/xml.js";

function tokens(xml: string | Uint8Array): string[] {
  const reader = readXml(typeof xml === "string" ? Buffer.from(xml) : xml);
  const list: string[] = [];
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    list.push(token === "open" || token === "close" ? `${token} ${reader.name} ${reader.depth}` : `${token} ${reader.text}`);
  }
  return list;
}

describe("the XML reader", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ["elements and text", "<a><b>t</b></a>", ["open a 1", "open b 2", "text t", "close b 2", "close a 1"]],
    ["empty elements, with a close of their own", "<a><b/><c x='/'/></a>", ["open a 1", "open b 2", "close b 2", "open c 2", "close c 2", "close a 1"]],
    ["local names under any prefix", "<x:a><ns1:b/></x:a>", ["open a 1", "open b 2", "close b 2", "close a 1"]],
    ["references, predefined and by number", "<a>&lt;&#x3042;&#12354;&amp;lt;&apos;&quot;</a>", ["open a 1", "text <ああ&lt;'\"", "close a 1"]],
    ["references to nothing as they are written", "<a>&who; &#99999999; &</a>", ["open a 1", "text &who; � &", "close a 1"]],
    ["CDATA", "<a><![CDATA[<b>&amp;]]></a>", ["open a 1", "text <b>&amp;", "close a 1"]],
    ["comments and instructions", "<?p q?><a><!-- <b> --></a>", ["aside p q", "open a 1", "aside  <b> ", "close a 1"]],
    ["a document type, entities unexpanded", `<!DOCTYPE a [<!ENTITY x "y>"><!-- don't ]> -->]><a>&x;</a>`, [`aside <!DOCTYPE a [<!ENTITY x "y>"><!-- don't ]> -->]>`, "open a 1", "text &x;", "close a 1"]],
    ["a '>' in a value", `<a b="x>y"><c/></a>`, ["open a 1", "open c 2", "close c 2", "close a 1"]],
    ["an unfinished tag", "<a><b x='1", ["open a 1", "open b 2"]],
    ["unfinished text", "<a>tex", ["open a 1", "text tex"]],
    ["an unfinished comment", "<a><!-- c", ["open a 1", "aside  c"]],
    ["more closes than opens", "</a></b><c/>", ["close a 0", "close b 0", "open c 1", "close c 1"]],
  ];
  it.each(cases)("reads %s", (_, xml, expected) => {
    expect(tokens(xml)).toEqual(expected);
  });

  const document = '<?xml version="1.0"?><a>名簿</a>';
  it.each([
    ["UTF-8 with a mark", Buffer.from(`\ufeff${document}`)],
    ["UTF-16LE with a mark", Buffer.from(`\ufeff${document}`, "utf16le")],
    ["UTF-16LE without a mark", Buffer.from(document, "utf16le")],
    ["UTF-16BE with a mark", Buffer.from(`\ufeff${document}`, "utf16le").swap16()],
    ["UTF-16BE without a mark", Buffer.from(document, "utf16le").swap16()],
    ["Shift_JIS as declared", Buffer.concat([Buffer.from('<?xml version="1.0" encoding="Shift_JIS"?><a>'), Buffer.from([0x96, 0xbc, 0x95, 0xeb]), Buffer.from("</a>")])],
    ["an encoding nobody knows, as UTF-8", Buffer.from('<?xml version="1.0" encoding="x-none"?><a>名簿</a>')],
  ])("reads %s", (_, bytes) => {
    expect(tokens(bytes).filter((token) => token.startsWith("text"))).toEqual(["text 名簿"]);
  });

  it("gives attributes by local name, the one without a prefix first", () => {
    const reader = readXml(Buffer.from(`<s r:id='1' id = "2" name="a &amp; b" xmlns:r="u" bare noquote=x last='"'/>`));
    reader.next();
    expect([reader.attribute("id"), reader.attribute("id", true), reader.attribute("name"), reader.attribute("last"), reader.attribute("r")]).toEqual(["2", "1", "a & b", '"', undefined]);
    expect(reader.attributes()).toEqual([["id", "1"], ["id", "2"], ["name", "a & b"], ["last", '"']]);
  });

  it("gives all text inside an element and goes on behind it", () => {
    const reader = readXml(Buffer.from("<a><b>1<c>2</c><d/>3</b><e/></a>"));
    reader.next();
    reader.next();
    expect(reader.innerText()).toBe("123");
    expect([reader.next(), reader.name]).toEqual(["open", "e"]);
  });

  it("does not grow a billion laughs", () => {
    const lol = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("");
    const xml = `<!DOCTYPE z [<!ENTITY l0 "lol">${lol}]><z>&l9;</z>`;
    expect(xmlText(Buffer.from(xml)).length).toBeLessThanOrEqual(xml.length);
  });

  it.each([
    ["ampersands", "<a>", "&amp", ""],
    ["unclosed tags", "", "<a b='", ""],
    ["quotes in tags", "<a ", "b='\"' ", "/>"],
    ["text with no markup", "", "text ", ""],
    ["document types", "", "<!DOCTYPE [", ""],
  ])("ends on many %s, each byte taken once", (_, before, unit, after) => {
    const reader = readXml(Buffer.from(before + unit.repeat(50_000) + after));
    let count = 0;
    while (reader.next() !== "end") count++;
    expect(count).toBeLessThan(200_000);
  });
});

describe("all text of an XML document", () => {
  it("keeps words together that runs cut apart, and paragraphs apart", () => {
    expect(xmlText(Buffer.from("<p><r><t>090-</t></r><r><b/><t>1234</t></r></p><p><t>next</t></p>"))).toBe("090-1234\nnext");
  });

  it("holds values, comments and instructions, but not the format's own words", () => {
    const xml = `<a xmlns="http://schemas.openxmlformats.org/x" uid="{00000000-0001-0000-0000-000000000000}" x="914400" ref="A1" rgb="FFFFFFFF" title="x@y.example"><!-- c --><?p q?><v v="123"/></a>`;
    expect(xmlText(Buffer.from(xml)).split("\n")).toEqual(["x@y.example", "123", " c ", "p q"]);
  });

  it("leaves out elements that are read elsewhere", () => {
    expect(xmlText(Buffer.from("<a>1<b>2<b>3</b></b>4</a>"), new Set(["b"]))).toBe("14");
  });

  it.each([
    ["<a/>", true],
    ["\ufeff\n <a/>", true],
    ["{}", false],
    ["", false],
    ["text <a>", false],
  ])("knows XML by its beginning: %j", (text, expected) => {
    expect(looksLikeXml(Buffer.from(text))).toBe(expected);
  });
});

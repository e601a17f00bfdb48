import { describe, expect, it } from "vitest";
import { parseAddressList } from "../../../src/extractors/eml/addresses.js";
import { addressesOf, encodedWord, namedAddresses } from "../../support/mail.js";
import { countSteps } from "../../support/steps.js";

/** "address|name|position|group|inName", as far as there is any. */
const listed = (value: string): string[] =>
  parseAddressList(value).map(({ address, name, position, group, inName }) => [address, name, position, group ?? "", inName === true ? "in name" : ""].join("|").replace(/\|+$/u, ""));

describe("address lists: what the standard allows", () => {
  it.each<[string, string, string[]]>([
    ["one address", "a@x.example", ["a@x.example||0"]],
    ["names and bare addresses", "Taro Sato <a@x.example>, b@y.example", ["a@x.example|Taro Sato|0", "b@y.example||1"]],
    ["a comma in a quoted name", '"Sato, Taro" <a@x.example>', ["a@x.example|Sato, Taro|0"]],
    ["escapes in a quoted name", '"Sato \\"Taro\\" \\\\" <a@x.example>', ['a@x.example|Sato "Taro" \\|0']],
    ["a comment as the name", "a@x.example (Taro (san) Sato)", ["a@x.example|Taro (san) Sato|0"]],
    ["comments anywhere", "(x) a@x.example (y), b@y.example", ["a@x.example|x y|0", "b@y.example||1"]],
    ["a group", "Team: a@x.example, B <b@y.example>;, c@z.example", ["a@x.example||0|Team", "b@y.example|B|1|Team", "c@z.example||2"]],
    ["a quoted group's name", '"My, Team": a@x.example;', ["a@x.example||0|My, Team"]],
    ["an empty group", "undisclosed-recipients:;", []],
    ["a group never closed", "Team: a@x.example, b@y.example", ["a@x.example||0|Team", "b@y.example||1|Team"]],
    ["a quoted local part", '"john smith"@x.example, <"a b,c"@y.example>', ['"john smith"@x.example||0', '"a b,c"@y.example||1']],
    ["blanks around the at sign", "taro @ x.example, hanako @y.example", ["taro@x.example||0", "hanako@y.example||1"]],
    ["a route", "<@relay.example,@other.example:user@x.example>", ["user@x.example||0"]],
    ["a domain literal", "user@[192.0.2.1], v6@[IPv6:2001:db8::1], c@z.example", ["user@[192.0.2.1]||0", "v6@[IPv6:2001:db8::1]||1", "c@z.example||2"]],
    ["empty elements", ", a@x.example,,;, b@y.example,", ["a@x.example||0", "b@y.example||1"]],
    ["folding's blanks", "a@x.example,\t \t b@y.example", ["a@x.example||0", "b@y.example||1"]],
    ["Unicode on both sides", "用户@例子.example", ["用户@例子.example||0"]],
    ["nothing at all", "", []],
    ["an empty bracket", "<>", []],
  ])("%s", (_name, value, expected) => {
    expect(listed(value)).toEqual(expected);
  });
});

describe("address lists: what mail programs write", () => {
  it.each<[string, string, string[]]>([
    ["semicolons between addresses", "a@x.example; 佐藤 <b@y.example>;c@z.example", ["a@x.example||0", "b@y.example|佐藤|1", "c@z.example||2"]],
    ["Japanese separators", "a@x.example、b@y.example，c@z.example；d@w.example", ["a@x.example||0", "b@y.example||1", "c@z.example||2", "d@w.example||3"]],
    ["blanks between addresses", "a@x.example b@y.example", ["a@x.example||0", "b@y.example||1"]],
    ["a missing closing bracket", "<a@x.example, Taro <b@y.example>", ["a@x.example||0", "b@y.example|Taro|1"]],
    ["a missing opening bracket", "a@x.example>, b@y.example", ["a@x.example||0", "b@y.example||1"]],
    ["a quote never closed", '"Sato a@x.example, b@y.example', ["a@x.example|Sato|0", "b@y.example||1"]],
    ["a comment never closed", "(Sato a@x.example, b@y.example", ["a@x.example|Sato|0", "b@y.example||1"]],
    ["local parts that no standard allows", "a..b.@docomo.ne.jp, <..x@docomo.ne.jp>, Taro <y.@ezweb.ne.jp>", ["a..b.@docomo.ne.jp||0", "..x@docomo.ne.jp||1", "y.@ezweb.ne.jp|Taro|2"]],
    ["mailto", "mailto:a@x.example, <mailto:b@y.example>", ["a@x.example||0", "b@y.example||1"]],
    ["the address as its own name", "'a@x.example' <a@x.example>", ["a@x.example|'a@x.example'|0"]],
    ["quotes around a bare address", "'a@x.example', “b@y.example”", ["a@x.example||0", "b@y.example||1"]],
    ["a full stop at the end", "a@x.example.", ["a@x.example||0"]],
    ["a name without an address", "Taro Sato, a@x.example", ["a@x.example||0"]],
    ["a local user", "<taro>", ["taro||0"]],
    ["two brackets in one entry", "A <a@x.example> <b@y.example>", ["a@x.example|A|0", "b@y.example|A|1"]],
    ["a field name inside", "To: b@y.example", ["b@y.example||0|To"]],
    ["a raw comma in a Q word", "=?UTF-8?Q?Sato,_Taro?= <a@x.example>", ["a@x.example|_Taro?=|0"]],
  ])("%s", (_name, value, expected) => {
    expect(listed(value)).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    ["a display name", '"a@x.example, b@y.example" <list@z.example>', ["list@z.example|a@x.example, b@y.example|0", "a@x.example||0||in name", "b@y.example||0||in name"]],
    ["an encoded display name", `${encodedWord("連絡先a@x.example")} <list@z.example>`, ["list@z.example|連絡先a@x.example|0", "a@x.example||0||in name"]],
    ["a comment", "list@z.example (a@x.example)", ["list@z.example|a@x.example|0", "a@x.example||0||in name"]],
    ["beside a bracket", "a@x.example <b@y.example> c@z.example", ["b@y.example|a@x.example c@z.example|0", "a@x.example||0||in name", "c@z.example||0||in name"]],
  ])("an address in %s is found, at its host's position", (_name, value, expected) => {
    expect(listed(value)).toEqual(expected);
  });

  it.each(["utf-8", "iso-2022-jp", "shift_jis", "euc-jp"] as const)("names encoded in %s are decoded", (charset) => {
    expect(parseAddressList(namedAddresses(3, charset).join(",\r\n ")).map(({ name, position }) => `${name} ${position}`)).toEqual(["佐藤健一 0", "鈴木久美子 1", "高橋修 2"].map((expected, i) => parseAddressList(namedAddresses(3)[i])[0].name + expected.slice(-2)));
  });

  it("a whole list inside encoded words is taken apart", () => {
    const inside = "佐藤 <a@x.example>, 鈴木 <b@y.example>; c@z.example";
    expect(listed(encodedWord(inside).replaceAll("\r\n", ""))).toEqual(["a@x.example|佐藤|0", "b@y.example|鈴木|1", "c@z.example||2"]);
    expect(listed(`Team: ${encodedWord(inside).replaceAll("\r\n", "")};, d@w.example`)).toEqual(["a@x.example|佐藤|0|Team", "b@y.example|鈴木|1|Team", "c@z.example||2|Team", "d@w.example||3"]);
  });

  it("reads all of 5,000 addresses", () => {
    expect(parseAddressList(addressesOf(5000).join(", ")).map(({ address }) => address)).toEqual(addressesOf(5000));
  });
});

describe("address lists: hostile ones", () => {
  const hostile = ["(", ")", "<", ">", '"', ",", ";", ":", "@", "\\", '"\\', "(\\", "<@a,", "a@", "@a", "=?", "=?a?b?", "=?utf-8?q?@?= ", "[", "@[", "a<", '"a" ', "a@b", "<\"", "()", "'", "a b ", "、", "x@y\" "];

  it.each(hostile)("takes twice the steps for twice as many %j", (unit) => {
    const steps = (times: number): number => countSteps(() => parseAddressList(unit.repeat(times)));
    steps(10);
    expect(steps(4000)).toBeLessThan(2.3 * steps(2000) + 2000);
  });

  it.each(hostile)("comes to an end on a megabyte of %j", (unit) => {
    expect(parseAddressList(unit.repeat(Math.ceil(2 ** 20 / unit.length)))).toBeInstanceOf(Array);
  });
});

import { describe, expect, it } from "vitest";
import { findWithin } from "../../../detectors/shared/beginnings.js";
import { beginningsOfSource } from "../../../detectors/shared/expression-beginnings.js";
import { randomFrom } from "../../support/generated-text.js";

const EXPRESSIONS = [
  /プロ(?:野球|選手)|J[123](?!\d)|[初春夏秋]場所|(?<![昼夜])の部/u,
  /登場人物|CV[:. ]|\bUnit ?\d|第 ?\d{1,2} ?課/u,
  /[様殿](?![\p{Script=Han}\p{Script=Hiragana}])|@|〒/u,
  /(?:天平|元)(?:元|\d{1,2}|[一二三]{1,3})年?|(?<!\d)1[0-7]\d\d年|[\p{Script=Han}]藩(?!\p{Script=Han})/u,
  /part ?(?:No|number|#)|isbn|kelvin/iu,
  /(?:^|\n)[ \t]{0,4}問\d|a*b|x+y?z|[^a-z]q|\p{Lu}\.|\u3042\x41|\u{20bb7}野|(a|い)\1?う/u,
  /^$|(?:ab|c){2,3}d|.え|\d ?年|(?=プ)プロ|\s版/u,
];
const PIECES = [...Array.from("プロ野球選手J1234初場所昼夜の部登人物CV:. Unit第課様殿県さ@〒天平元年一二三藩藩partPARTNo#isbnISBNKelvinſ\n\t問5aabxyzqL.あA𠮷野aうい版え "), "1603年", "𠮟", "ſ", "K", "part number", "会 津藩"];

const everywhere = (expression: RegExp, text: string): (readonly [number, string])[] =>
  Array.from(text.matchAll(new RegExp(expression.source, `${expression.flags}g`)), (match) => [match.index, match[0]] as const).filter(([, found]) => found !== "");

describe("beginnings", () => {
  it("finds what the expressions find by themselves, one match after another, in stretches of a random text", () => {
    const random = randomFrom(11);
    for (let round = 0; round < 60; round++) {
      let text = "";
      while (text.length < 600) text += PIECES[random(PIECES.length)];
      for (let from = 0; from < text.length; from += 100 + random(100)) {
        const to = Math.min(text.length, from + 50 + random(200));
        const stretch = text.slice(from, to);
        for (const expression of EXPRESSIONS) {
          const found: (readonly [number, string])[] = [];
          for (let next = findWithin(text, from, to, expression); next !== null; next = findWithin(text, from, to, expression, from + next.index + Math.max(1, next[0].length))) {
            if (next[0] !== "") found.push([next.index, next[0]]);
          }
          expect(found).toEqual(everywhere(expression, stretch));
        }
      }
    }
  });

  it("knows two characters of every way through an expression", () => {
    const said = (source: string, flags = "u"): string[] => beginningsOfSource(source, flags).flatMap(([first, second]) => [...first.units()].flatMap((a) => (second === undefined ? [String.fromCharCode(a)] : Array.from(second.units(), (b) => String.fromCharCode(a, b)))));
    expect(said("プロ(?:野球|選手)")).toEqual(["プロ"]);
    expect(said("[仔子]?[犬猫]").sort()).toEqual(["仔犬", "仔猫", "子犬", "子猫", "犬", "猫"].sort());
    expect(said("(?<![昼夜])の部|県展(?!示)")).toEqual(["の部", "県展"]);
    expect(said("ab?c{0,2}")).toEqual(["a", "ac", "ab"]);
    expect(said("part", "iu").sort()).toEqual(["PA", "Pa", "pA", "pa"]);
  });

  it("takes what may be empty, or is said by a class of all characters, to begin anywhere", () => {
    const sizes = (source: string): number[] => beginningsOfSource(source, "u").map(([first]) => first.size);
    expect(sizes("a*")).toContain(0x10000);
    expect(Math.max(...sizes("[^a]b"))).toBe(0x10000);
    expect(Math.max(...sizes("\\p{L}b"))).toBe(0x10000);
  });

  it("tries an expression only where it may begin, however long the text", () => {
    const text = "県庁の前で".repeat(20_000);
    const expression = /県展|公募/u;
    expect(findWithin(text, 0, text.length, expression)).toBeNull();
    expect(findWithin(`${text}県展`, 0, text.length + 2, expression)?.index).toBe(text.length);
  });
});

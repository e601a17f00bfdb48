import { describe, expect, it } from "vitest";
import { halfOf } from "../../scripts/accuracy/coin.js";
import { aligned, boxed, csv, entitiesOf, html, markdown, tsv } from "../../scripts/accuracy/grid.js";
import { inventCard, inventLicence, inventMyNumber, withLuhn } from "../../scripts/accuracy/invent/numbers.js";
import { inventPeople } from "../../scripts/accuracy/invent/person.js";
import { kanjiNumber } from "../../scripts/accuracy/invent/places.js";
import { romanised } from "../../scripts/accuracy/invent/romaji.js";
import { redactedSpans } from "../../scripts/accuracy/peers.js";
import { createRandom } from "../../scripts/accuracy/random.js";
import { makeSamples, type Sample } from "../../scripts/accuracy/template.js";
import { templatesOf } from "../../scripts/accuracy/templates/index.js";
import * as v from "../../scripts/accuracy/values.js";
import { concat, each, type Mark, marked, w } from "../../scripts/accuracy/written.js";

const HALVES = ["tune", "test"] as const;
const samplesOf = (half: (typeof HALVES)[number]): Promise<Sample[]> => makeSamples(templatesOf(half).map((template) => ({ ...template, instances: 2 })), half);

/** What a value of this kind must look like; a mark that has slipped by one character fails one of these. Values are never shown. */
const SHAPES: Partial<Record<Mark["entity"], RegExp>> = {
  "person-name": /^[\p{L}々ー・ゝﾞﾟ][\p{L}々ー・ゝﾞﾟ ,.　-]*$/u,
  "phone-number": /^[+(（0-9０-９][\d０-９()（）+－−ー. -]*[\d０-９]$/u,
  "email-address": /^[^\s@<>]+@[^\s@<>]+\.[a-z]+$/u,
  "postal-code": /^(?:[\d０-９]{3}[-－]?[\d０-９]{4}|[A-Z]{2}\d \d[A-Z]{2})$/u,
  "date-of-birth": /^(?:\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4}|(?:[\d０-９]|[明大昭平令]|[MTSHR]\d)[\d０-９元年月日和正成昭治一二三四五六七八九十./, -]*[\d０-９日])$/u,
  "my-number": /^\d{4}[ -]?\d{4}[ -]?\d{4}$/u,
  "credit-card": /^\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}$/u,
  "drivers-license": /^\d{12}$/u,
  password: /^\S{10,}[!#$]?\d?$/u,
  "api-key": /^(?:AKIA|ghp_|xox|sk_live_|\w)[\w-]{19,}$/u,
  "user-id": /^\w{4,}$/u,
  "postal-address": /^\S[^\t]*\S$/u,
};

describe.each(HALVES)("the generator's truth, %s half", (half) => {
  it("every mark slices to a value of its kind", async () => {
    const broken = (await samplesOf(half)).flatMap(({ template, written }) =>
      (written?.marks ?? []).filter(({ entity, start, end }) => {
        const value = written?.text.slice(start, end) ?? "";
        return start < 0 || end <= start || end > (written?.text.length ?? 0) || SHAPES[entity]?.test(value) === false;
      }).map(({ entity, form }) => `${template.id}: ${entity} ${form ?? ""}`));
    expect([...new Set(broken)]).toEqual([]);
  });

  it("marks of one document do not overlap", async () => {
    const overlapping = (await samplesOf(half)).filter(({ written }) => {
      const sorted = [...(written?.marks ?? [])].sort((a, b) => a.start - b.start);
      return sorted.some((mark, i) => i > 0 && mark.start < sorted[i - 1].end);
    });
    expect([...new Set(overlapping.map(({ template }) => template.id))]).toEqual([]);
  });

  it("clean documents have no required mark, all others have people or secrets", async () => {
    const samples = await samplesOf(half);
    const wrong = samples.filter(({ template, written, bytes, people }) => {
      const required = (written?.marks ?? []).some(({ optional }) => optional !== true);
      return template.genre === "clean" ? required || people !== undefined : !required && bytes === undefined;
    });
    expect([...new Set(wrong.map(({ template }) => template.id))]).toEqual([]);
  });

  it("the people of a text are those that its marks name", async () => {
    const wrong = (await samplesOf(half)).filter(({ template, written, people }) => {
      if (template.genre !== "text" || people === undefined || written === undefined) return false;
      return new Set(written.marks.flatMap(({ person }) => (person === undefined ? [] : [person]))).size !== people;
    });
    expect([...new Set(wrong.map(({ template }) => template.id))]).toEqual([]);
  });

  it("the same seed gives the same documents, another seed gives others", async () => {
    const templates = templatesOf(half).slice(0, 8);
    const texts = (samples: Sample[]): (string | undefined)[] => samples.map(({ written }) => written?.text);
    const first = texts(await makeSamples(templates, half));
    // Compared as a whole: a failure must not print documents.
    expect(JSON.stringify(texts(await makeSamples(templates, half))) === JSON.stringify(first)).toBe(true);
    expect(JSON.stringify(texts(await makeSamples(templates, half, "other"))) === JSON.stringify(first)).toBe(false);
  });
});

it("the halves share no template, and the test half has more than sixty", () => {
  const ids = (half: (typeof HALVES)[number]): string[] => templatesOf(half).map(({ id }) => id);
  expect(ids("tune").filter((id) => ids("test").includes(id))).toEqual([]);
  expect(ids("tune").every((id) => id.startsWith("tune/")) && ids("test").every((id) => id.startsWith("test/"))).toBe(true);
  expect(ids("test").length).toBeGreaterThan(60);
});

it("templates of the later rounds are in the half that the coin chose", () => {
  const wrong = HALVES.flatMap((half) => templatesOf(half).filter(({ id }) => /^\w+\/[2-9]\//u.test(id) && halfOf(id.slice(half.length + 1)) !== half).map(({ id }) => id));
  expect(wrong).toEqual([]);
  expect(HALVES.map((half) => templatesOf(half).filter(({ id }) => id.startsWith(`${half}/2/`)).length > 50)).toEqual([true, true]);
});

describe("written text keeps its marks", () => {
  const x = marked("12", { entity: "phone-number" });
  it("through templates, lists and nesting", () => {
    const { text, marks } = w`a${x}b${[x, "c"]}${each([1, 2], (n) => w`${n}:${x}`, "|")}`;
    expect(text).toBe("a12b12c1:12|2:12");
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(["12", "12", "12", "12"]);
  });
  it.each([["csv", csv], ["tsv", tsv], ["markdown", markdown], ["aligned", aligned], ["boxed", boxed]] as const)("in a table as %s", (_name, write) => {
    const { text, marks } = write([["見出し", "b"], [x, w`${x}, と\n改行`], ["長い値の列", x]]);
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(["12", "12", "12"]);
  });
  it("cells that hold a separator or a line end are quoted", () => {
    expect(csv([["a,b", "c\nd", "e"]]).text).toBe('"a,b","c\nd",e');
  });
  it("merged cells of a page stand once, with their span", () => {
    expect(html([["班", "名"], ["1", x], ["1", x]], { merges: [{ firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 0 }] })).toContain('<tr><td rowspan="2">1</td><td>12</td></tr>\n  <tr><td>12</td></tr>');
  });
  it("readings are not counted beside their names", () => {
    const [person] = inventPeople(createRandom(1), 1);
    expect(entitiesOf([[v.name(person), v.reading(person), v.mobile(person)]])).toEqual({ "person-name": 1, "phone-number": 1 });
  });
  it("a piece can be taken in several times", () => {
    expect(concat([x, x]).marks.map(({ start }) => start)).toEqual([0, 2]);
  });
});

describe("invented values are well formed", () => {
  const random = createRandom(3);
  it("My Numbers have the check digit of the Order of 2014 No. 85, Art. 5", () => {
    for (let i = 0; i < 50; i++) {
      const digits = Array.from(inventMyNumber(random), Number);
      const rest = digits.slice(0, 11).reduce((total, digit, n) => total + digit * [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2][n], 0) % 11;
      expect(digits[11] === (rest <= 1 ? 0 : 11 - rest)).toBe(true);
    }
  });
  it("licences have twelve digits, cards sixteen that pass Luhn", () => {
    expect(inventLicence(random).length).toBe(12);
    const card = inventCard(random);
    expect(card.length === 16 && withLuhn(card.slice(0, 15)) === card).toBe(true);
  });
  it("people of one list have different names, and addresses at reserved domains only", () => {
    const people = inventPeople(createRandom(5), 300, { foreign: 0.1 });
    expect(new Set(people.map(({ surname, given }) => surname + given)).size).toBe(people.length);
    expect(people.every(({ email }) => email.endsWith(".example"))).toBe(true);
  });
  it("more people than a mix has names are refused, not sought for ever", () => {
    expect(() => inventPeople(createRandom(5), 90, { foreign: 1 })).toThrow("not 90 different names");
  });
  it.each([["オオノ", "Ono"], ["ショウジ", "Shoji"], ["ハットリ", "Hattori"], ["ジュンイチ", "Junichi"], ["サンペイ", "Sampei"], ["キュウマ", "Kyuma"]])("%s is romanised as passports have it", (kana, expected) => {
    expect(romanised(kana)).toBe(expected);
  });
  it.each([[1, "一"], [10, "十"], [12, "十二"], [30, "三十"], [99, "九十九"]])("%i in kanji", (n, expected) => {
    expect(kanjiNumber(n)).toBe(expected);
  });
  it.each([
    [{ year: 1980, month: 4, day: 1 }, "era", "昭和55年4月1日"],
    [{ year: 1989, month: 1, day: 7 }, "era", "昭和64年1月7日"],
    [{ year: 1989, month: 1, day: 8 }, "era", "平成元年1月8日"],
    [{ year: 2019, month: 5, day: 1 }, "era-letter", "R1.5.1"],
    [{ year: 1955, month: 12, day: 9 }, "era-kanji", "昭和三十年十二月九日"],
    [{ year: 1955, month: 2, day: 9 }, "eight", "19550209"],
  ] as const)("a date of birth in eras (%#)", (birth, style, expected) => {
    expect(v.writeDate(birth, style)).toBe(expected);
  });
  it("half-width kana have their marks apart", () => {
    const person = { ...inventPeople(createRandom(1), 1)[0], surnameKana: "ガパー", givenKana: "ヴィ" };
    expect(v.reading(person, "half-width").text).toBe("ｶﾞﾊﾟｰ ｳﾞｨ");
  });
});

describe("what a redactor replaced is found again", () => {
  it.each([
    ["ab 12 cd", "ab \u0001 cd", [[3, 5]]],
    ["12", "\u0001", [[0, 2]]],
    ["12 34", "\u0001 \u0001", [[0, 2], [3, 5]]],
    ["x12x", "x\u0001x", [[1, 3]]],
    ["none", "none", []],
    ["a b a b", "a \u0001", [[2, 7]]],
  ])("%j", (original, redacted, expected) => {
    expect(redactedSpans(original, redacted).map(({ start, end }) => [start, end])).toEqual(expected);
  });
});

/** Japanese telephone numbers in every notation, invented. */
import { inventLandline, inventMobile } from "../invent/numbers.js";
import { wideDigits } from "../invent/places.js";
import { wilson } from "../metrics.js";
import { range, share, type Table } from "../print.js";
import { foundIn } from "../product.js";
import { createRandom, seedOf } from "../random.js";

type Parts = readonly [string, string, string];

const NOTATIONS: Readonly<Record<string, (parts: Parts) => string>> = {
  "03-1234-5678": (parts) => parts.join("-"),
  "03(1234)5678": ([a, b, c]) => `${a}(${b})${c}`,
  "(03)1234-5678": ([a, b, c]) => `(${a})${b}-${c}`,
  "03（1234）5678": ([a, b, c]) => `${a}（${b}）${c}`,
  "0312345678": (parts) => parts.join(""),
  "03 1234 5678": (parts) => parts.join(" "),
  "03.1234.5678": (parts) => parts.join("."),
  "０３－１２３４－５６７８": (parts) => wideDigits(parts.join("－")),
  "０３ー１２３４ー５６７８": (parts) => wideDigits(parts.join("ー")),
  "03–1234–5678": (parts) => parts.join("–"),
  "03−1234−5678": (parts) => parts.join("−"),
  "+81-3-1234-5678": ([a, b, c]) => `+81-${a.slice(1)}-${b}-${c}`,
  "+81 3 1234 5678": ([a, b, c]) => `+81 ${a.slice(1)} ${b} ${c}`,
  "+81312345678": (parts) => `+81${parts.join("").slice(1)}`,
  "+81 (0)3-1234-5678": ([a, b, c]) => `+81 (0)${a.slice(1)}-${b}-${c}`,
};

const CARRIERS: readonly ((number: string) => readonly [before: string, after: string])[] = [
  () => ["電話番号：", ""],
  () => ["お問い合わせは TEL ", " までお願いします。"],
  () => ["携帯（", "）に折り返しをお願いします。"],
];

const NUMBERS = 300;

export function phoneNotationTable(): Table {
  const random = createRandom(seedOf("phones"));
  const numbers = Array.from({ length: NUMBERS }, (_, i): Parts => (i % 2 === 0 ? inventLandline(random) : inventMobile(random)));
  const totals = { exact: 0, count: 0 };
  const rows = Object.entries(NOTATIONS).map(([title, write]) => {
    let exact = 0;
    let any = 0;
    numbers.forEach((parts, i) => {
      const number = write(parts);
      const [before, after] = CARRIERS[i % CARRIERS.length](number);
      const found = foundIn(before + number + after).filter(({ entity }) => entity === "phone-number");
      exact += Number(found.some(({ start, end }) => start === before.length && end === before.length + number.length));
      any += Number(found.length > 0);
    });
    totals.exact += exact;
    totals.count += numbers.length;
    return [title, String(numbers.length), share(exact / numbers.length), range(wilson(exact, numbers.length)), share(any / numbers.length)];
  });
  rows.push(["all notations", String(totals.count), share(totals.exact / totals.count), range(wilson(totals.exact, totals.count)), ""]);
  return { title: "Japanese telephone numbers, by notation", head: ["notation", "numbers", "exact", "95 %", "any"], rows };
}

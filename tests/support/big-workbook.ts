/** Large workbooks in a second: ten columns of invented people, strings shared as Excel shares them. */
import { inventPerson } from "./people.js";
import { packageOf } from "./package.js";

/** Column 8 is a date; style 1 makes it one. */
export const BIG_HEADER = ["No.", "氏名", "フリガナ", "郵便番号", "住所", "電話番号", "メールアドレス", "生年月日", "団体名", "備考"] as const;

export function bigWorkbook(rows: number): Buffer {
  const numbers = new Map<string, number>();
  const strings: string[] = [];
  const shared = (text: string): number => {
    let number = numbers.get(text);
    if (number === undefined) {
      numbers.set(text, (number = strings.length));
      strings.push(`<t>${text}</t>`);
    }
    return number;
  };
  const header = BIG_HEADER.map((text, i) => `<c r="${LETTERS[i]}1" t="s"><v>${shared(text)}</v></c>`).join("");
  const lines = [`<row r="1" spans="1:10">${header}</row>`];
  for (let i = 0; i < rows; i++) {
    const person = inventPerson(i);
    const row = i + 2;
    const texts = [person.name, person.kana, person.postalCode, person.address, person.phone, person.email, "", person.group, NOTES[i % NOTES.length]];
    let line = `<row r="${row}" spans="1:10"><c r="A${row}"><v>${i + 1}</v></c>`;
    texts.forEach((text, column) => {
      const ref = `${LETTERS[column + 1]}${row}`;
      line += column === 6 ? `<c r="${ref}" s="1"><v>${serialOf(person.birthDate)}</v></c>` : `<c r="${ref}" t="s"><v>${shared(text)}</v></c>`;
    });
    lines.push(`${line}</row>`);
  }
  return packageOf({
    sheets: [{ name: "名簿", rows: lines.join("") }],
    strings,
    styles: '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>',
  });
}

const LETTERS = "ABCDEFGHIJ";
const NOTES = ["継続", "新規", "", "会費納入済", "要連絡", "休会中"];

const serialOf = (iso: string): number => Date.parse(iso) / 86_400_000 + 25_569;

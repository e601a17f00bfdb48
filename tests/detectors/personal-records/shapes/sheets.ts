/** Tables as offices lay them out in sheets. */
import type { InventedPerson } from "../../../support/people.js";
import { newWorkbook, workbookBytes } from "../../../support/workbook.js";
import { csv, type Gathering, inJapanese, type Row, type Shape, shuffled } from "./gathering.js";

const chunks = <T>(list: readonly T[], size: number): T[][] => Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));

/** Rows become columns. */
const turned = (rows: readonly Row[]): string[][] => rows[0].map((_, column) => rows.map((row) => row[column] ?? ""));

async function workbook(sheets: readonly (readonly [name: string, rows: readonly Row[]])[]): Promise<Buffer> {
  const book = newWorkbook();
  for (const [name, rows] of sheets) {
    const sheet = book.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
  }
  return workbookBytes(book);
}

const HEADER: Row = ["番号", "氏名", "住所", "電話番号"];
const rowOf = (p: InventedPerson, i: number): Row => [String(i + 1), p.name, p.address, p.phone];
const card = (p: InventedPerson): Row[] => [["氏名", p.name], ["フリガナ", p.kana], ["生年月日", inJapanese(p.birthDate)], ["住所", p.address], ["電話番号", p.phone]];

/** Cards beside and below each other, a blank column and a blank row between. */
function cards(people: readonly InventedPerson[], across: number): Row[] {
  return chunks(people, across).flatMap((group) => {
    const drawn = group.map(card);
    return [...drawn[0].map((_, line) => drawn.flatMap((one) => [...one[line], ""])), [""]];
  });
}

/** Families: the head of the household and those who live with him, in one row. */
const households = ({ rows }: Gathering): InventedPerson[][] => chunks(rows.filter((one, i) => rows.indexOf(one) === i), 3);

const distinctRows = ({ rows }: Gathering): number => new Set(rows).size;

/** A child for every row, the same one where the row stands twice. */
function withGuardians({ rows }: Gathering): Row[] {
  const child = (p: InventedPerson): Row => {
    const i = rows.indexOf(p);
    return [`${p.surname}${"太健美優結陸蓮葵"[i % 8]}${"郎斗咲奈衣"[Math.floor(i / 8) % 5]}`, `201${i % 8}-0${(i % 9) + 1}-1${i % 9}`];
  };
  return [["児童氏名", "生年月日", "保護者氏名", "住所", "電話番号"], ...rows.map((p) => [...child(p), p.name, p.address, p.phone])];
}

function sideBySide({ rows }: Gathering): Row[] {
  const half = Math.ceil(rows.length / 2);
  const cells = (p: InventedPerson | undefined): Row => (p === undefined ? ["", "", ""] : [p.name, p.phone, p.address]);
  const header = ["氏名", "電話番号", "住所"];
  return [[...header, "", ...header], ...rows.slice(0, half).map((p, i) => [...cells(p), "", ...cells(rows[half + i])])];
}

export const SHEET_SHAPES: readonly Shape[] = [
  { kind: "a register", name: "a.csv", write: ({ rows }) => csv([HEADER, ...rows.map(rowOf)]) },
  { kind: "full name and its parts beside each other", name: "a.csv", write: ({ rows }) => csv([["氏名", "姓", "名", "住所", "電話番号"], ...rows.map((p) => [p.name, p.surname, p.given, p.address, p.phone])]) },
  { kind: "parts, then the full name and its reading in parts", name: "a.csv", write: ({ rows }) => csv([["姓", "名", "氏名", "セイ", "メイ", "電話番号", "生年月日"], ...rows.map((p) => [p.surname, p.given, p.name, ...p.kana.split(" "), p.phone, p.birthDate])]) },
  { kind: "name, first name and last name of an export", name: "a.csv", write: ({ rows }) => csv([["Name", "First Name", "Last Name", "E-mail", "Phone"], ...rows.map((p) => [p.name, p.given, p.surname, p.email, p.phone])]) },
  { kind: "Outlook's contacts", name: "a.csv", write: ({ rows }) => csv([["First Name", "Middle Name", "Last Name", "Title", "E-mail Address", "Mobile Phone", "Home Street"], ...rows.map((p) => [p.given, "", p.surname, "", p.email, p.phone, p.address])]) },
  { kind: "two rows a person", name: "a.csv", write: ({ rows }) => csv([["番号", "氏名", "住所"], ["", "フリガナ", "電話番号"], ...rows.flatMap((p, i) => [[String(i + 1), p.name, p.address], ["", p.kana, p.phone]])]) },
  { kind: "two rows a person, reading above the name", name: "a.csv", write: ({ rows }) => csv([["No", "フリガナ", "郵便番号", "電話番号"], ["", "氏名", "住所", "メール"], ...rows.flatMap((p, i) => [[String(i + 1), p.kana, p.postalCode, p.phone], ["", p.name, p.address, p.email]])]) },
  { kind: "two rows a person under one header", name: "a.csv", write: ({ rows }) => csv([["番号", "氏名", "連絡先"], ...rows.flatMap((p, i) => [[String(i + 1), p.name, p.address], ["", `（${p.kana}）`, p.phone]])]) },
  { kind: "a sheet a person", name: "a.xlsx", write: ({ rows }) => workbook(rows.map((p, i) => [`${i + 1}`, [["申込書"], ...card(p)]])) },
  { kind: "a sheet a person, on a grid of columns", name: "a.xlsx", write: ({ rows }) => workbook(rows.map((p, i) => [`${i + 1}`, [["", "", "利用者台帳"], ["フリガナ", "", p.kana, "", "性別", "男"], ["氏　　名", "", `${p.surname}　${p.given}`, "", "生年月日", inJapanese(p.birthDate)], ["住　　所", "", p.address], ["電話番号", "", p.phone, "", "緊急連絡先", ""]]])) },
  { kind: "a sheet a year of the same people", name: "a.xlsx", write: ({ rows }) => workbook([["令和4年度", [HEADER, ...rows.map(rowOf)]], ["令和5年度", [["氏名", "電話", "住所"], ...shuffled(rows).map((p) => [`${p.surname}　${p.given}`, p.phone.replaceAll("-", ""), p.address])]]]) },
  { kind: "a sheet of addresses and one of telephones", name: "a.xlsx", write: ({ rows }) => workbook([["住所", [["会員番号", "氏名", "住所"], ...rows.map((p) => [`K${rows.indexOf(p) + 1000}`, p.name, p.address])]], ["電話", [["会員番号", "氏名", "電話番号"], ...shuffled(rows).map((p) => [`K${rows.indexOf(p) + 1000}`, p.name, p.phone])]]]) },
  { kind: "cards below each other", name: "a.csv", write: ({ rows }) => csv(cards(rows, 1)) },
  { kind: "cards three across", name: "a.csv", write: ({ rows }) => csv(cards(rows, 3)) },
  { kind: "labels and values in one cell", name: "a.csv", write: ({ rows }) => csv(rows.map((p) => [`氏名：${p.name}`, `住所：${p.address}`, `電話：${p.phone}`])) },
  { kind: "people as columns", name: "a.csv", write: ({ rows }) => csv(turned([["項目", "氏名", "フリガナ", "住所", "電話番号"], ...rows.map((p, i) => [String(i + 1), p.name, p.kana, p.address, p.phone])])) },
  { kind: "people as columns, surname and given name apart", name: "a.csv", write: ({ rows }) => csv(turned([["", "姓", "名", "生年月日", "携帯電話", "メールアドレス"], ...rows.map((p, i) => [`会員${i + 1}`, p.surname, p.given, p.birthDate, p.phone, p.email])])) },
  { kind: "people as columns under a title", name: "a.xlsx", write: ({ rows }) => workbook([["一覧", [["令和6年度 利用者一覧"], [""], ...turned([["氏名", "生年月日", "住所", "電話番号"], ...rows.map((p) => [p.name, p.birthDate, p.address, p.phone])])]]]) },
  { kind: "name and address in one cell", name: "a.csv", write: ({ rows }) => csv([["番号", "氏名・住所", "電話"], ...rows.map((p, i) => [String(i + 1), `${p.name}　${p.address}`.trim(), p.phone])]) },
  { kind: "address and name on lines of one cell", name: "a.csv", write: ({ rows }) => csv([["番号", "宛先", "備考"], ...rows.map((p, i) => [String(i + 1), `〒${p.postalCode}\n${p.address}\n${p.surname} ${p.given} 様`, ""])]) },
  { kind: "address labels, three across", name: "a.csv", write: ({ rows }) => csv(chunks(rows, 3).map((group) => group.map((p) => `〒${p.postalCode}\n${p.address}\n\n${p.surname} ${p.given} 様`))) },
  { kind: "surname and given name without a header", name: "a.csv", write: ({ rows }) => csv(rows.map((p) => [p.surname, p.given, p.postalCode, p.address, p.phone])) },
  { kind: "no header, kanji and reading in parts", name: "a.csv", write: ({ rows }) => csv(rows.map((p, i) => [String(i + 1), p.surname, p.given, ...p.kana.split(" "), p.phone, p.email])) },
  { kind: "no header, name and telephone", name: "a.csv", write: ({ rows }) => csv(rows.map((p) => [p.name, p.phone, p.address])) },
  { kind: "children and their guardians", name: "a.csv", people: (all) => distinctRows(all) * 2, write: (all) => csv(withGuardians(all)) },
  { kind: "households in a row", name: "a.csv", people: (all) => households(all).flat().length, write: (all) => csv([["世帯主氏名", "住所", "電話番号", "家族1氏名", "家族1生年月日", "家族2氏名", "家族2生年月日"], ...households(all).map(([head, ...others]) => [head.name, head.address, head.phone, ...others.flatMap((p) => [p.name, p.birthDate])])]) },
  { kind: "two lists side by side", name: "a.csv", write: (all) => csv(sideBySide(all)) },
  { kind: "lists by class, each under its own title and header", name: "a.csv", write: ({ rows }) => csv(chunks(rows, 12).flatMap((group, i) => [[`${i + 1}組`], HEADER, ...group.map(rowOf), [""]])) },
  { kind: "groups set apart by a row", name: "a.csv", write: ({ rows }) => csv([HEADER, ...chunks(rows, 8).flatMap((group, i) => [[`第${i + 1}班`, "", "", ""], ...group.map(rowOf)])]) },
  { kind: "a header of two rows", name: "a.csv", write: ({ rows }) => csv([["氏　名", "", "連　絡　先", "", ""], ["姓", "名", "住所", "自宅電話", "メール"], ...rows.map((p) => [p.surname, p.given, p.address, p.phone, p.email])]) },
  { kind: "names only, under 氏名", name: "a.csv", people: ({ rows }) => new Set(rows.map(({ name }) => name)).size, write: ({ rows }) => csv([["番号", "氏名", "学年"], ...rows.map((p, i) => [String(i + 1), p.name, `${i % 6 + 1}年`])]) },
  { kind: "members by number and mail address", name: "a.csv", write: ({ rows }) => csv([["会員番号", "メールアドレス", "登録日"], ...rows.map((p) => [`M${rows.indexOf(p) + 100}`, p.email, "2024-04-01"])]) },
  { kind: "a table of romaji", name: "a.csv", write: ({ rows }) => csv([["Customer", "Email", "City"], ...rows.map((p) => [p.romaji, p.email, "Takamatsu"])]) },
  { kind: "several telephones and addresses a person", name: "a.csv", write: ({ rows }) => csv([["氏名", "自宅住所", "自宅電話", "携帯電話", "勤務先住所", "勤務先電話"], ...rows.map((p, i) => [p.name, p.address, p.phone.replace(/^090/u, "080"), p.phone, `香川県高松市丸の内${i % 30 + 1}-1`, "087-800-0000"])]) },
];

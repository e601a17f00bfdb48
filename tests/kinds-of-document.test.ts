/** In whatever paper people stand with an address or a date of birth, publishing it is held and the people are counted right. */
import { describe, expect, it } from "vitest";
import { scan } from "../src/index.js";
import { inventPeople, type InventedPerson } from "./support/people.js";

const spaced = ({ surname, given }: InventedPerson): string => `${surname}　${given}`;
const inJapanese = (date: string): string => date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/u, "$1年$2月$3日");
const each = (people: readonly InventedPerson[], line: (person: InventedPerson, i: number) => string, joint = "\n"): string => people.map(line).join(joint);

type Kind = readonly [kind: string, name: string, people: number, write: (people: readonly InventedPerson[]) => string];

const KINDS: readonly Kind[] = [
  ["a letter", "a.txt", 1, ([p]) => `〒${p.postalCode}\n${p.address}\n${spaced(p)} 様\n\n拝啓　時下ますますご清祥のこととお慶び申し上げます。\n先日お申し込みの講座は定員に達しました。\n敬具\n`],
  ["a filled-in form", "a.txt", 1, ([p]) => `様式第1号\n申請者　住　所　〒${p.postalCode}　${p.address}\n　　　　氏　名　${spaced(p)}　㊞\n　　　　生年月日　${inJapanese(p.birthDate)}\n　　　　電話番号　${p.phone}\n次のとおり申請します。\n`],
  ["a form of labels and values", "a.csv", 1, ([p]) => `項目,記入欄\n氏名,${p.name}\nフリガナ,${p.kana}\n生年月日,${inJapanese(p.birthDate)}\n住所,${p.address}\n電話番号,${p.phone}\n`],
  ["minutes with attendees", "a.txt", 5, (all) => `自治会役員会議事録\n出席者\n${each(all, (p) => `　${p.name}（${p.address}、電話 ${p.phone}）`)}\n議題1　清掃活動について\n`],
  ["a mail's body", "a.txt", 1, ([p]) => `お世話になっております。${p.surname}です。\n引っ越しましたので連絡します。\n新住所：〒${p.postalCode} ${p.address}\n氏名：${p.name}\n携帯：${p.phone}\n`],
  ["a roster", "a.csv", 5, (all) => `番号,氏名,生年月日,住所,電話\n${each(all, (p, i) => `${i + 1},${p.name},${p.birthDate},${p.address},${p.phone}`)}\n`],
  ["a roster without a header", "a.csv", 5, (all) => each(all, (p, i) => `${i + 1},${p.name},${p.birthDate},${p.address},${p.phone}`)],
  ["a delivery list", "a.txt", 5, (all) => `配達リスト 4/1 午前\n\n${each(all, (p, i) => `${i + 1}. ${p.name} 様 ${p.address} TEL ${p.phone} うどん2箱 代引`)}\n`],
  ["delivery slips", "a.txt", 5, (all) => each(all, (p) => `お届け先\n〒${p.postalCode}\n${p.address}\n${spaced(p)} 様\n${p.phone}\n品名：菓子\n`, "\n----------\n")],
  ["a class list with birthdays", "a.txt", 5, (all) => `3年1組 名簿\n${each(all, (p, i) => `${i + 1}　${spaced(p)}　${inJapanese(p.birthDate)}生`)}\n`],
  ["a curriculum vitae", "a.txt", 1, ([p]) => `履歴書　令和6年4月1日現在\n氏　　名　${p.surname} ${p.given}\n生年月日　${inJapanese(p.birthDate)}生（満44歳）\n現住所　〒${p.postalCode} ${p.address}\n平成10年3月　市立中央高等学校卒業\n`],
  ["members presented on a page", "a.html", 5, (all) => `<meta charset=utf-8><h1>会員紹介</h1>${each(all, (p) => `<h2>${p.name}</h2><p>住所：${p.address}</p><p>生年月日：${inJapanese(p.birthDate)}</p>`)}`],
  ["a table on a page", "a.html", 5, (all) => `<meta charset=utf-8><table><tr><th>お名前</th><th>ご住所</th></tr>${each(all, (p) => `<tr><td>${p.surname} ${p.given}</td><td>${p.address}</td></tr>`)}</table>`],
  ["a database's export", "a.jsonl", 5, (all) => each(all, (p, id) => JSON.stringify({ id, name: p.name, address: p.address, birthday: p.birthDate, tel: p.phone }))],
  ["a database's dump", "a.sql", 5, (all) => each(all, (p, i) => `INSERT INTO members VALUES (${i + 1},'${p.name}','${p.kana}','${p.address}','${p.phone}','${p.birthDate}');`)],
  ["a log", "a.log", 5, (all) => each(all, (p, i) => `2024-04-01 10:0${i}:00 INFO register name=${p.name} address=${p.address} tel=${p.phone}`)],
  ["an accident report", "a.txt", 1, ([p]) => `事故報告書\n4月1日、${p.name}さん（${inJapanese(p.birthDate)}生まれ、${p.address}在住）が階段で転倒し、病院に搬送された。\n`],
  ["a contract", "a.txt", 1, ([p]) => `以上の契約を証するため本書2通を作成する。\n甲　さぬき不動産株式会社\n乙　住所　${p.address}\n　　氏名　${p.name}　㊞\n`],
  ["a table drawn with pipes", "a.md", 5, (all) => `| 氏名 | 住所 | 備考 |\n|---|---|---|\n${each(all, (p) => `| ${p.name} | ${p.address} | |`)}\n`],
  ["addresses of greeting cards", "a.txt", 5, (all) => each(all, (p) => `${p.postalCode}　${p.address}　${p.name}`)],
  ["a certificate", "a.txt", 1, ([p]) => `${p.name}（${inJapanese(p.birthDate)}生）は、本市に居住していることを証明する。\n`],
  ["a record of visits", "a.txt", 1, ([p]) => `訪問記録\n利用者名：${p.name} 様\n生年月日：${inJapanese(p.birthDate)}\n訪問先：${p.address}\n血圧 132/84\n担当：看護師\n`],
];

describe("people are found in every kind of document", () => {
  it.each(KINDS)("%s", async (_kind, name, count, write) => {
    for (const from of [0, 40, 111]) {
      const { reports } = await scan({ name, bytes: Buffer.from(write(inventPeople(count, from))) }, { profile: "publish" });
      expect(reports.map(({ result, verdict }) => [result.people, verdict.level === "hold" || verdict.level === "block"])).toEqual([[count, true]]);
    }
  });
});

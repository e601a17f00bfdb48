import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { inventPeople } from "../../support/people.js";
import { readPdf, rowsOf, where } from "../../support/read-pdf.js";

const read = (name: string): ReturnType<typeof readPdf> => readPdf(new Uint8Array(readFileSync(path.join(import.meta.dirname, "../../../fixtures/pdf", name))));
const people = inventPeople(30);
const [first] = people;

describe("fixtures", () => {
  it("the letter is read line by line", async () => {
    const { texts, tables, unscanned } = await read("flag.letter.pdf");
    expect([tables, unscanned]).toEqual([[], []]);
    expect(texts.map(({ text }) => text.split("\n"))).toEqual([[
      `${first.postalCode} ${first.address}`, `${first.name} 様`, "口座振替のご案内",
      "拝啓 時下ますますご清栄のこととお慶び申し上げます。",
      "下記のとおりご登録の内容をお知らせいたします。ご確認のうえ、誤りがございましたらご連絡くだ", "さい。",
      `お名前: ${first.name}`, `ご住所: 〒${first.postalCode} ${first.address}`, `お電話番号: ${first.phone}`,
      `メールアドレス: ${first.email}`, `生年月日: ${first.birthDate.replaceAll("-", "/")}`, "",
    ]]);
  });

  it("the list is one table of thirty people under its heading", async () => {
    const { texts, tables, unscanned } = await read("flag.list.pdf");
    expect([texts, unscanned]).toEqual([[], []]);
    expect(tables.map(rowsOf)).toEqual([[
      ["氏名", "フリガナ", "郵便番号", "住所", "電話番号", "メールアドレス", "生年月日"],
      ...people.map((one) => [one.name, one.kana, one.postalCode, one.address, one.phone, one.email, one.birthDate]),
    ]]);
    expect(where(tables[0].place({ firstRow: 1, lastRow: 30, firstColumn: 0, lastColumn: 6 }))).toMatch(/^page 1 \(\d+ \d+ \d+ \d+\)$/u);
  });

  it("the statistics are a table, the notice is text", async () => {
    expect((await read("pass.statistics.pdf")).tables.map(({ rowCount, columnCount }) => [rowCount, columnCount])).toEqual([[6, 4]]);
    const notice = await read("pass.notice.pdf");
    expect(notice.tables).toEqual([]);
    expect(notice.texts[0].text.split("\n").slice(0, 3)).toEqual(["庁舎の設備点検のお知らせ", "下記の日程で設備の点検を行います。期間中は一部の窓口をご利用いただけません。", "ご迷惑をおかけしますが、ご理解とご協力をお願いいたします。"]);
  });

  it("a font that is not embedded is read", async () => {
    expect((await read("flag.not-embedded.pdf")).texts.map(({ text }) => text)).toEqual([
      `氏名 ${first.name}\n住所 〒${first.postalCode} ${first.address}\n電話 ${first.phone}\nメール ${first.email}\n`,
    ]);
  });

  it("what no page shows is read, and its place says why it is not seen", async () => {
    const { texts, others, attachments } = await read("flag.concealed.pdf");
    expect(texts.map(({ text }) => text)).toEqual(["申込書の見本\n"]);
    expect(others.map(({ place }) => [where(place).split(" (")[0], place.concealment])).toEqual([
      ["page 1", "comment"], ["page 1", "comment"], ["page 1", "hidden-text"], ["Author", "metadata"], ["names", "package-data"],
    ]);
    expect(attachments.map(({ name, concealment }) => [name, concealment])).toEqual([["名簿.csv", "package-data"]]);
  });
});

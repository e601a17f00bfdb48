import { describe, expect, it } from "vitest";
import { mayBeHeader, mayHead, ORGANISATION, readHeader, under } from "../../../detectors/shared/header-field.js";
import { HEADER_WORDS, PERSON_WORDS } from "../../../detectors/shared/header-words.js";
import { inventPeople } from "../../support/people.js";

const CASES: readonly (readonly [cell: string, role: string, subject?: string])[] = [
  ["氏名", "name"], ["氏　　名", "name"], ["※氏名（必須）", "name"], ["【必須】氏名", "name"], ["①氏名", "name"], ["(1) 氏名", "name"], ["氏名欄", "name"], ["氏名：", "name"],
  ["お名前", "name"], ["お名前を教えてください", "name"], ["Q1. お名前（フルネーム）をご記入ください。", "name"], ["氏名\nName", "name"], ["氏名 Name", "name"],
  ["代表者の氏名", "name", "代表者"], ["代表者\n氏名", "name", "代表者"], ["氏名（保護者）", "name", "保護者"], ["代表者（氏名）", "name", "代表者"], ["代表者：氏名", "name", "代表者"],
  ["担当者", "name", "担当者"], ["ご担当者様", "name", "担当者"], ["ご担当者様のお名前", "name", "担当者"], ["取引先担当者", "name", "取引先担当者"], ["世帯主名", "name", "世帯主"],
  ["選手氏名", "name", "選手"], ["Customer Name", "name", "customer"], ["emergencyContactName", "name", "emergencycontact"], ["喪主", "name", "喪主"],
  ["フリガナ", "reading"], ["ﾌﾘｶﾞﾅ", "reading"], ["ふりがな", "reading"], ["氏名（カナ）", "reading"], ["氏名(ローマ字)", "reading"], ["カナ氏名", "reading"],
  ["姓", "surname"], ["氏名（姓）", "surname"], ["(姓)", "surname"], ["Last Name", "surname"], ["family_name", "surname"],
  ["名", "given-name"], ["氏名（名）", "given-name"], ["firstName", "given-name"], ["セイ", "surname-reading"], ["フリガナ（メイ）", "given-name-reading"],
  ["〒", "postal-code"], ["郵便番号", "postal-code"], ["ZIP", "postal-code"], ["Postal Code", "postal-code"],
  ["住　所", "address"], ["住所1", "address"], ["現住所※", "address"], ["住所・電話番号", "address"], ["〒・住所", "address"], ["billing_address", "address", "billing"],
  ["施設の所在地", "address", ORGANISATION], ["団体住所", "address", ORGANISATION], ["都道府県", "address-part"], ["番地等", "address-part"], ["建物名・部屋番号", "address-part"],
  ["TEL", "phone"], ["ＴＥＬ", "phone"], ["Tel.", "phone"], ["TEL/FAX", "phone"], ["電話番号（自宅）", "phone"], ["携帯電話番号（緊急時）", "phone"], ["Phone #", "phone"], ["telephoneNumber", "phone"],
  ["緊急連絡先電話番号", "phone"], ["保護者電話番号", "phone", "保護者"], ["第1連絡先電話番号", "phone"], ["電話番号 ２", "phone"],
  ["E-mail", "email"], ["Ｅ－ｍａｉｌ", "email"], ["メールアドレス（確認用）", "email"], ["担当者メールアドレス", "email", "担当者"], ["email_address", "email"],
  ["連絡先", "contact"], ["生年月日\n（西暦）", "birth-date"], ["Date of Birth (MM/DD/YYYY)", "birth-date"], ["年　齢", "trait"], ["本人との続柄", "trait"],
  ["個人番号", "fact"], ["マイナンバー（12桁）", "fact"], ["会員番号", "fact"], ["user_id", "fact"], ["病名", "fact"], ["本籍地", "fact"], ["口座番号", "fact"],
  ["施設名", "organisation"], ["会社名", "organisation"], ["名称", "organisation"], ["勤務先", "organisation"], ["団体氏名", "organisation"],
  ["No.", "serial"], ["№", "serial"], ["#", "serial"], ["番号", "serial"],
  ["商品名", "other"], ["備考欄", "other"], ["IP Address", "other"], ["参加者数", "other"], ["受講番号", "other"], ["旧氏名", "other"],
];

describe("readHeader", () => {
  it.each(CASES.map(([cell, role, subject]) => ({ cell, role, subject })))("$cell is $role", ({ cell, role, subject }) => {
    expect(readHeader(cell)).toMatchObject({ role, ...(subject !== undefined && { subject }) });
  });

  it.each([
    "佐藤花子", "佐藤 陽子", "Hanako Sato", "sato.hanako@provider.example", "090-1234-5678", "香川県高松市番町1丁目1番1号", "1980-04-01", "760-0017", "12", "", " ", "（）",
    "担当: 市民協働課", "令和6年度 登録団体一覧", "本日は晴天なり", "お知らせ", "headphone", "smartphone", "microphone", "filename.txt@", "名簿", "人名辞典を読む",
  ])("%j is no header", (cell) => {
    expect(readHeader(cell)).toBeUndefined();
  });

  it("reads every word of its own list as a header", () => {
    const unread = HEADER_WORDS.flatMap(({ words, role }) => words.split(" ").filter((word) => readHeader(word)?.role !== role));
    // Words that stand in two lists belong to the first of them.
    expect(unread).toEqual([]);
  });

  it("reads every word for a person as a header of names", () => {
    const words = [...PERSON_WORDS.alone.split(" "), ...PERSON_WORDS.counted.split(" ")];
    expect(words.filter((word) => readHeader(word) === undefined)).toEqual([]);
  });

  it("asks the cells where a word may head other things", () => {
    expect(["氏名", "担当者", "Full Name"].map((cell) => readHeader(cell)?.ambiguous)).toEqual([false, false, false]);
    expect(["名前", "name", "会員", "参加者", "職・氏名", "氏名又は名称"].map((cell) => readHeader(cell)?.ambiguous)).toEqual([true, true, true, true, true, true]);
  });

  it("knows what is somebody's own, and who holds a public role", () => {
    expect(["携帯電話", "自宅住所", "電話番号（自宅）", "home phone", "電話番号"].map((cell) => readHeader(cell)?.isPrivate)).toEqual([true, true, true, true, false]);
    expect(["校長名", "館長", "著者", "氏名"].map((cell) => readHeader(cell)?.isPublicRole)).toEqual([true, true, true, false]);
  });

  it("knows that several things stand in one cell", () => {
    expect(["住所・電話番号", "団体名・氏名", "氏名 Name", "電話TEL", "フリガナ\n氏名"].map((cell) => readHeader(cell)?.isComposite)).toEqual([true, true, false, false, false]);
  });

  it("reads nothing longer than a survey's question", () => {
    expect(readHeader(`${"あ".repeat(80)}氏名`)).toBeUndefined();
    expect(readHeader("（".repeat(60))).toBeUndefined();
  });
});

describe("mayBeHeader", () => {
  it("is true of all that is read", () => {
    expect(CASES.filter(([cell]) => !mayBeHeader(cell))).toEqual([]);
  });

  it("says the same of a stretch of a text, whatever stands around it", () => {
    const values = inventPeople(50).flatMap(({ name, kana, address, email, group }) => [name, kana, address, email, group]);
    const cells = [...CASES.map(([cell]) => cell), ...values, "", "1", "-", ")", "()", "(1)", "（", "（氏名", "名）", "を教えてください"];
    for (const cell of cells) for (const around of ["", "（", "名", "（氏名）", "を", "@", "1 "]) {
      expect(mayHead(`${around}${cell}${around}`, around.length, around.length + cell.length), JSON.stringify([around, cell.length])).toBe(mayBeHeader(cell));
    }
  });

  it("spares most values a reading", () => {
    const values = inventPeople(500).flatMap(({ name, kana, postalCode, address, phone, email, birthDate, group }) => [name, kana, postalCode, address, phone, email, birthDate, group]);
    expect(values.filter(mayBeHeader).length / values.length).toBeLessThan(0.05);
  });
});

describe("under", () => {
  const field = (cell: string): NonNullable<ReturnType<typeof readHeader>> => {
    const read = readHeader(cell);
    if (read === undefined) throw new Error("not a header");
    return read;
  };
  it.each([
    ["フリガナ", "姓", "surname-reading", ""], ["氏名", "名", "given-name", ""], ["代表者", "電話番号", "phone", "代表者"], ["団体", "住所", "address", ORGANISATION], ["住所", "番地", "address-part", ""],
  ])("%s over %s", (above, below, role, subject) => {
    expect(under(field(above), field(below))).toMatchObject({ role, subject });
  });
});

/**
 * THE TEST HALF: only ever measured. Do not read it to improve a rule, and do not move a template from here to the tune half
 * because it fails. Word documents, slides, messages with attachments.
 */
import { message, slides, wordFile, wordParagraphs, wordTable } from "../containers.js";
import { csv, type Grid, workbook } from "../grid.js";
import { defineTemplates, type Template, type World } from "../template.js";
import * as v from "../values.js";
import { each, w } from "../written.js";

const size = (world: World): number => [7, 12, 24, 36, 52, 80][world.index % 6];

export const TEST_FILES: readonly Template[] = defineTemplates([
  {
    id: "test/file/word-form", genre: "text", title: "Word の申請書（表）", instances: 6,
    make: (world) => {
      const p = world.person();
      const grid: Grid = [["申請者", "住　所", v.address(p, "words")], ["", "氏　名", v.name(p, "　")], ["", "生年月日", v.born(p, "era")], ["", "電話番号", v.mobile(p)], ["申請の理由", `介護のため（${world.random.between(1, 9)}月から）`, ""]];
      return { name: "a.docx", bytes: wordFile(wordParagraphs("住宅改修費支給申請書"), wordTable(grid), wordParagraphs("上記のとおり申請します。")), people: 1 };
    },
  },
  {
    id: "test/file/word-letter", genre: "text", title: "Word の依頼文", instances: 6,
    make: (world) => {
      const [to, contact] = world.people(2);
      return { name: "a.docx", bytes: wordFile(wordParagraphs(w`令和6年6月10日\n${v.name(to, "　")}　様\n（${v.address(to, "no-prefecture")}）\n青少年育成会議\n講演のお願い\n　時下ますますご清栄のことと存じます。さて、標記について下記のとおりご講演を賜りたく、お願い申し上げます。\n連絡先　事務局　${v.name(contact, "　")}　${v.mobile(contact)}`)), people: 2 };
    },
  },
  {
    id: "test/file/word-roster", genre: "table", title: "Word の名簿", instances: 6,
    make: (world) => {
      const all = world.people(size(world), { foreign: 0.05 });
      const grid: Grid = [["班", "氏名", "住所", "電話"], ...all.map((p, i) => [`${Math.floor(i / 5) + 1}`, v.name(p, "　"), v.address(p), v.landline(p)])];
      return { name: "a.docx", bytes: wordFile(wordParagraphs("自主防災組織 名簿"), wordTable(grid)), people: all.length };
    },
  },
  {
    id: "test/file/slides", genre: "text", title: "スライドの担当者紹介", instances: 6,
    make: (world) => {
      const all = world.people(3);
      return { name: "a.pptx", bytes: slides(["業務説明会", ...all.map((p) => w`担当：${v.name(p, " ")}　携帯 ${v.mobile(p)}　${v.email(p)}`)]), people: 3 };
    },
  },
  {
    id: "test/file/mail-csv", genre: "table", title: "名簿を添付したメール", instances: 6,
    make: (world) => {
      const all = world.people(size(world));
      const grid: Grid = [["受講番号", "氏名", "生年月日", "連絡先"], ...all.map((p, i) => [100 + i, v.name(p, "　"), v.born(p, "slash"), v.mobile(p)])];
      return { name: "a.eml", bytes: message("受講者名簿の送付", "お世話になっております。名簿を添付します。", { name: "list.csv", bytes: Buffer.from(csv(grid).text) }), people: all.length };
    },
  },
  {
    id: "test/file/mail-book", genre: "table", title: "ブックを添付したメール、本文の人も名簿にいる", instances: 6,
    make: async (world) => {
      const all = world.people(size(world));
      const grid: Grid = [["氏名", "住所", "電話番号"], ...all.map((p) => [v.name(p, "　"), v.address(p), v.mobile(p)])];
      const body = w`各位\n\n追加分です。${v.name(all[0])}さん（${v.mobile(all[0])}）の住所が変わっています。\n`;
      return { name: "a.eml", bytes: message("名簿の更新", body, { name: "list.xlsx", bytes: await workbook([{ name: "一覧", grid }]) }), people: all.length };
    },
  },
  {
    id: "test/file/mail-body", genre: "text", title: "本文に依頼者のいるメール", instances: 6,
    make: (world) => {
      const all = world.people(2);
      return { name: "a.eml", bytes: message("【至急】宛名の確認", w`担当者各位\n\n次の方の宛名シールを作り直してください。\n${each(all, (p) => w`・${v.name(p, " ")} 様　〒${v.postalCode(p)} ${v.address(p)}`)}\n\n総務課\n`), people: 2 };
    },
  },
  {
    id: "test/clean/word-guideline", genre: "clean", title: "Word の要領",
    make: (world) => ({ name: "a.docx", bytes: wordFile(wordParagraphs(w`補助金交付要領（第${world.random.between(2, 9)}版）\n第１　趣旨　この要領は、必要な事項を定める。\n第２　申請　申請者は、氏名、住所及び電話番号を記載した様式第１号を提出する。`), wordTable([["様式", "名称", "部数"], ["第1号", "交付申請書", "1"], ["第2号", "実績報告書", "2"]])) }),
  },
  {
    id: "test/clean/mail-notice", genre: "clean", title: "行事の案内メール",
    make: (world) => ({ name: "a.eml", bytes: message("研修会のご案内", w`関係者各位\n\n${world.random.between(6, 11)}月${world.random.between(1, 28)}日（火）に研修会を開催します。\n会場：市民会館 第${world.random.between(1, 5)}会議室（定員${world.random.between(20, 90)}名）\n持ち物：筆記用具、印鑑\nお申し込みは庁内システムから。\n\n人事課 研修係（内線 ${world.random.between(2000, 2999)}）\n`) }),
  },
]);

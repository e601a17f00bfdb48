/** Word documents and messages with attachments to improve the rules on. */
import { message, wordFile, wordParagraphs, wordTable } from "../containers.js";
import { csv, type Grid } from "../grid.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { w } from "../written.js";

export const TUNE_FILES: readonly Template[] = defineTemplates([
  {
    id: "tune/file/word-entry", genre: "text", title: "Word の加入届", instances: 6,
    make: (world) => {
      const p = world.person();
      return { name: "a.docx", bytes: wordFile(wordParagraphs("団体信用保険 加入届"), wordTable([["加入者氏名", v.name(p, "　"), "性別", "男"], ["フリガナ", v.reading(p), "生年月日", v.born(p, "era")], ["住所", v.address(p), "電話", v.mobile(p)]])), people: 1 };
    },
  },
  {
    id: "tune/file/word-members", genre: "table", title: "Word の会員の表", instances: 6,
    make: (world) => {
      const all = world.people([6, 14, 20, 30, 44, 70][world.index % 6]);
      return { name: "a.docx", bytes: wordFile(wordTable([["会員氏名", "電話番号"], ...all.map((p) => [v.name(p, "　"), v.landline(p)])])), people: all.length };
    },
  },
  {
    id: "tune/file/mail-list", genre: "table", title: "CSV を添付したメール", instances: 6,
    make: (world) => {
      const all = world.people([6, 14, 20, 30, 44, 70][world.index % 6]);
      const grid: Grid = [["氏名", "メールアドレス"], ...all.map((p) => [v.name(p, " "), v.email(p)])];
      return { name: "a.eml", bytes: message("配信先", "一覧をお送りします。", { name: "to.csv", bytes: Buffer.from(csv(grid).text) }), people: all.length };
    },
  },
  {
    id: "tune/file/mail-request", genre: "text", title: "本人の連絡先のあるメール", instances: 6,
    make: (world) => {
      const p = world.person();
      return { name: "a.eml", bytes: message("再発行の依頼", w`窓口で受け付けました。\n氏名：${v.name(p)}\n生年月日：${v.born(p, "era")}\n連絡先：${v.mobile(p)}\n`), people: 1 };
    },
  },
]);

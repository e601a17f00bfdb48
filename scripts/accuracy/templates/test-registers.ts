/**
 * THE TEST HALF: only ever measured. Do not read it to improve a rule, and do not move a template from here to the tune half
 * because it fails. Tables: exports, registers, rows that are not one person each.
 */
import { aligned, csv, entitiesOf, type Grid, type Merge, tsv, workbook } from "../grid.js";
import { inventInsurer } from "../invent/numbers.js";
import type { Person } from "../invent/person.js";
import { defineTemplates, type Content, type Template, type World } from "../template.js";
import * as v from "../values.js";
import { concat, each, joined, type Piece, w } from "../written.js";

const size = (world: World): number => [9, 14, 22, 37, 55, 110][world.index % 6];
const asCsv = (grid: Grid, people: number): Content => ({ name: "a.csv", written: csv(grid), people, entities: entitiesOf(grid) });
const asText = (grid: Grid, people: number, text: Piece): Content => ({ name: "a.txt", written: concat([text]), people, entities: entitiesOf(grid) });
const asBook = async (grid: Grid, people: number, merges: readonly Merge[] = [], sheet = "Sheet1"): Promise<Content> => ({ name: "a.xlsx", bytes: await workbook([{ name: sheet, grid, merges }]), people, entities: entitiesOf(grid) });
const span = (firstRow: number, firstColumn: number, lastRow: number, lastColumn: number): Merge => ({ firstRow, firstColumn, lastRow, lastColumn });
const chunks = <T>(list: readonly T[], count: number): T[][] => Array.from({ length: Math.ceil(list.length / count) }, (_, i) => list.slice(i * count, (i + 1) * count));

export const TEST_REGISTERS: readonly Template[] = defineTemplates([
  {
    id: "test/hr-export", genre: "table", title: "English HR export, romaji",
    make: (world) => {
      const all = world.people(size(world), { foreign: 0.3 });
      return asCsv([["Employee ID", "Full Name", "Work Email", "Mobile", "Hire Date", "Grade"], ...all.map((p, i) => [`E${40_000 + i}`, v.latin(p, "comma"), v.email(p), v.mobile(p, "international"), `201${i % 10}-04-01`, `G${i % 6}`])], all.length);
    },
  },
  {
    id: "test/foreign-staff", genre: "table", title: "外国籍の従業員の名簿",
    make: (world) => {
      const all = world.people(12, { foreign: 1 });
      return asCsv([["従業員名", "ローマ字", "在留期限", "寮"], ...all.map((p, i) => [v.name(p), v.latin(p, "passport"), `2026/0${(i % 9) + 1}/15`, `A-${100 + i}`])], all.length);
    },
  },
  {
    id: "test/mail-list", genre: "table", title: "メールアドレスだけの一覧",
    make: (world) => {
      const all = world.people(size(world));
      return asCsv([["配信先"], ...all.map((p) => [v.email(p)])], new Set(all.map((p) => p.email)).size);
    },
  },
  {
    id: "test/semicolons", genre: "table", title: "セミコロン区切り、引用符つき",
    make: (world) => {
      const all = world.people(size(world));
      const grid: Grid = [["kundennr", "name", "strasse", "telefon"], ...all.map((p, i) => [700 + i, v.name(p, " "), v.address(p), v.landline(p)])];
      return { name: "a.csv", written: each(grid, (row) => joined(row.map((cell) => ['"', cell, '"']), ";")), people: all.length, entities: entitiesOf(grid) };
    },
  },
  {
    id: "test/gaps", genre: "table", title: "空の行と列の混じる表",
    make: (world) => {
      const all = world.people(size(world));
      return asBook([[], ["", "氏名", "", "住所", "", "", "TEL"], [], ...all.flatMap((p, i): Piece[][] => [...(i % 10 === 9 ? [[]] : []), ["", v.name(p, "　"), "", v.address(p), "", "", v.landline(p)]])], all.length);
    },
  },
  {
    id: "test/subtotals", genre: "table", title: "小計や「以下余白」のある名簿",
    make: (world) => {
      const all = world.people(size(world));
      const grid: Grid = [["地区", "氏名", "性別", "電話番号"], ...chunks(all, 8).flatMap((some, k): Piece[][] => [...some.map((p, i) => [i === 0 ? `${k + 1}丁目` : "", v.name(p, "　"), i % 2 === 0 ? "男" : "女", v.landline(p)]), ["", "小計", "", `${some.length}名`]]), ["", "合計", "", `${all.length}名`], ["", "（以下余白）", "", ""]];
      return asCsv(grid, all.length);
    },
  },
  {
    id: "test/gift-list", genre: "table", title: "お歳暮の送り先、敬称つき",
    make: (world) => {
      const all = world.people(size(world));
      return asCsv([["送り先", "〒", "送り先住所", "送り先TEL", "商品"], ...all.map((p) => [w`${v.name(p, " ")} 様`, v.postalCode(p), v.address(p, "wide"), v.landline(p), "ハム詰合せ"])], all.length);
    },
  },
  {
    id: "test/payroll", genre: "table", title: "給与振込、名義は半角カナ",
    make: (world) => {
      const all = world.people(size(world));
      return asCsv([["支店コード", "科目", "口座番号", "受取人名", "振込金額"], ...all.map((p) => [world.random.digits(3), "1", v.value(p, "bank-account", world.random.digits(7)), v.reading(p, "half-width"), `${world.random.between(150, 420)}000`])], all.length);
    },
  },
  {
    id: "test/checkups", genre: "table", title: "健診の結果",
    make: (world) => {
      const all = world.people(size(world));
      return asCsv([["受診者", "保険者番号", "身長", "体重", "血圧", "判定"], ...all.map((p, i) => [v.name(p, "　"), inventInsurer(world.random), `1${40 + (i * 7) % 45}.2`, `${45 + (i * 5) % 40}.8`, `${110 + i % 40}/70`, "ABCD"[i % 4]])], all.length);
    },
  },
  {
    id: "test/marks", genre: "table", title: "成績表",
    make: (world) => {
      const all = world.people(size(world), { generations: ["new", "kirakira", "kana"], foreign: 0.06 });
      return asBook([["番", "生徒氏名", "国", "社", "数", "理", "英", "計"], ...all.map((p, i) => [i + 1, v.name(p, "　"), 40 + (i * 7) % 60, 30 + (i * 11) % 70, 20 + (i * 13) % 80, 50 + i % 50, 60 + i % 40, 300 + i % 100])], all.length);
    },
  },
  {
    id: "test/lost-zeros", genre: "table", title: "先頭の 0 が落ちた電話番号",
    make: async (world) => {
      const all = world.people(size(world));
      const grid: Grid = [["名前", "電話番号", "郵便番号"], ...all.map((p) => [v.name(p), p.mobile.join("").slice(1), p.home.postalCode.replace("-", "").replace(/^0/u, "")])];
      return { name: "a.xlsx", bytes: await workbook([{ name: "Sheet1", grid }]), people: all.length };
    },
  },
  {
    id: "test/broken-headers", genre: "table", title: "見出しの中で改行",
    make: (world) => {
      const all = world.people(size(world));
      return asBook([["番\n号", "氏\n名", "住　　　　所", "電　話\n番　号", "生 年\n月 日"], ...all.map((p, i) => [i + 1, v.spreadName(p, "　"), v.address(p), v.landline(p), v.born(p, "era-one")])], all.length);
    },
  },
  {
    id: "test/officers", genre: "table", title: "役員名簿、役職が先頭の列",
    make: (world) => {
      const all = world.people(9);
      return asCsv([["", "氏名", "住所", "電話"], ...all.map((p, i) => [["会長", "副会長", "副会長", "会計", "書記", "監事", "監事", "顧問", "相談役"][i], v.name(p, "　"), v.address(p, "no-prefecture"), v.landline(p)])], 9);
    },
  },
  {
    id: "test/kana-row-above", genre: "table", title: "氏名の上の行にふりがな",
    make: (world) => {
      const all = world.people(Math.min(40, size(world)));
      return asBook([["番号", "ふりがな", "生年月日", "住所"], ["", "氏名", "", ""], ...all.flatMap((p, i): Piece[][] => [[i + 1, v.reading(p, "hiragana"), v.born(p, "era-letter"), v.address(p)], ["", v.name(p, "　"), "", ""]])], all.length, all.flatMap((_, i) => [span(2 + i * 2, 0, 3 + i * 2, 0)]));
    },
  },
  {
    id: "test/bilingual-header", genre: "table", title: "日英併記の見出し",
    make: (world) => {
      const all = world.people(size(world), { foreign: 0.25 });
      return asCsv([["No.", "氏名 / Name", "国籍 / Nationality", "生年月日 / Date of Birth", "電話 / Phone"], ...all.map((p, i) => [i + 1, p.origin === "katakana" ? v.latin(p, "passport") : v.name(p, " "), p.origin === "japanese" ? "日本 / Japan" : "―", v.born(p, "slash"), v.mobile(p)])], all.length);
    },
  },
  {
    id: "test/former-names", genre: "table", title: "旧姓を添えた同窓会名簿",
    make: (world) => {
      const [all, others] = [world.people(size(world), { generations: ["middle"] }), world.people(40)];
      return asCsv([["卒業年", "氏名（旧姓）", "現住所", "勤務先"], ...all.map((p, i) => [`平成${(i % 20) + 1}年`, i % 3 === 0 ? w`${v.name(p, " ")}（${others[i % 40].surname}）` : v.name(p, " "), v.address(p), i % 4 === 0 ? "会社員" : ""])], all.length);
    },
  },
  {
    id: "test/couples", genre: "table", title: "夫と妻が一行に",
    make: (world) => {
      const all = world.people(size(world) * 2, { generations: ["new", "middle"] });
      return asCsv([["受理番号", "夫 氏名", "夫 生年月日", "妻 氏名", "妻 生年月日", "新本籍"], ...chunks(all, 2).map(([a, b], i) => [`第${i + 1}号`, v.name(a, " "), v.born(a, "era"), v.name(b, " "), v.born(b, "era"), `香川県高松市番町${(i % 5) + 1}丁目`])], all.length);
    },
  },
  {
    id: "test/team-entry", genre: "table", title: "チームの申込み、選手が列に",
    make: (world) => {
      const teams = chunks(world.people(Math.ceil(size(world) / 2) * 6), 6);
      return asCsv([["チーム名", "代表者", "代表者連絡先", "選手1", "選手2", "選手3", "選手4", "選手5"], ...teams.map((team, i) => [`${["ファイターズ", "スワローズ", "クラブ"][i % 3]}${i + 1}`, v.name(team[0], " "), v.mobile(team[0]), ...team.slice(1).map((p) => v.name(p, " "))])], teams.length * 6);
    },
  },
  {
    id: "test/tab-paste", genre: "table", title: "メールに貼ったタブ区切り、見出しなし",
    make: (world) => {
      const all = world.people(size(world), { foreign: 0.08 });
      const grid: Grid = all.map((p, i) => [i + 1, v.name(p, " "), v.mobile(p), v.email(p)]);
      return asText(grid, all.length, w`お疲れさまです。明日の参加者です。\n\n${tsv(grid)}\n\nよろしくお願いします。\n`);
    },
  },
  {
    id: "test/aligned-long", genre: "table", title: "空白で揃えた、所属つきの名簿",
    make: (world) => {
      const all = world.people(size(world));
      const grid: Grid = [["社員番号", "所属", "氏名", "内線", "携帯"], ...all.map((p, i) => [`E${500 + i}`, ["総務部", "開発第一部", "営業部"][i % 3], v.name(p, "　"), 200 + i, v.mobile(p)])];
      return asText(grid, all.length, w`${aligned(grid, 3)}\n`);
    },
  },
  {
    id: "test/complaints-register", genre: "table", title: "受付簿、文の中に名前",
    make: (world) => {
      const all = world.people(size(world));
      return asCsv([["受付日", "申出人", "電話", "内容", "処理"], ...all.map((p, i) => [`6月${(i % 28) + 1}日`, v.name(p), v.landline(p), ["道路の陥没", "街灯の球切れ", "側溝の詰まり"][i % 3], i % 2 === 0 ? "現地確認済" : "業者手配"])], all.length);
    },
  },
  {
    id: "test/heirs", genre: "table", title: "共有名義の地番の一覧",
    make: (world) => {
      const all = world.people(size(world), { generations: ["old", "middle"] });
      return asCsv([["所在", "地番", "地目", "地積（㎡）", "所有者氏名", "所有者住所", "持分"], ...all.map((p, i) => ["高松市国分寺町新居", `${100 + i}番${(i % 9) + 1}`, ["田", "宅地", "山林"][i % 3], `${80 + i * 3}.${10 + i % 90}`, v.name(p), v.address(p, "banchi"), i % 3 === 0 ? "2分の1" : "1"])], all.length);
    },
  },
  {
    id: "test/namesakes", genre: "table", title: "同姓同名の別人がいる名簿",
    make: (world) => {
      const all = world.people(size(world));
      const twin: Person = { ...all[0], n: 900, home: all[1].home, mobile: [all[0].mobile[0], all[2].mobile[1], all[3].mobile[2]], email: `x${all[4].email}` };
      const rows = [...all, twin];
      return asCsv([["氏名", "生年月日", "住所", "電話番号", "メールアドレス"], ...rows.map((p, i) => [v.name(p, "　"), i === rows.length - 1 ? v.born({ ...p, birth: { year: 1971, month: 2, day: 3 } }, "slash") : v.born(p, "slash"), v.address(p), v.mobile(p), v.email(p)])], rows.length);
    },
  },
]);

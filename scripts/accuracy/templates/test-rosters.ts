/**
 * THE TEST HALF: only ever measured. Do not read it to improve a rule, and do not move a template from here to the tune half
 * because it fails. Tables: headers, layouts, grids.
 */
import { boxed, csv, entitiesOf, type Grid, html, type Merge, workbook } from "../grid.js";
import { defineTemplates, type Content, type Template, type World } from "../template.js";
import * as v from "../values.js";
import { concat, each, joined, type Piece, w } from "../written.js";

const size = (world: World): number => [9, 14, 22, 37, 55, 110][world.index % 6];
const asCsv = (grid: Grid, people: number): Content => ({ name: "a.csv", written: csv(grid), people, entities: entitiesOf(grid) });
const asText = (grid: Grid, people: number, text: Piece): Content => ({ name: "a.txt", written: concat([text]), people, entities: entitiesOf(grid) });
const asBook = async (grid: Grid, people: number, merges: readonly Merge[] = [], sheet = "Sheet1"): Promise<Content> => ({ name: "a.xlsx", bytes: await workbook([{ name: sheet, grid, merges }]), people, entities: entitiesOf(grid) });
const asHtml = (grid: Grid, people: number, options?: Parameters<typeof html>[1]): Content => ({ name: "a.html", bytes: Buffer.from(html(grid, options)), people, entities: entitiesOf(grid) });
const span = (firstRow: number, firstColumn: number, lastRow: number, lastColumn: number): Merge => ({ firstRow, firstColumn, lastRow, lastColumn });
const chunks = <T>(list: readonly T[], count: number): T[][] => Array.from({ length: Math.ceil(list.length / count) }, (_, i) => list.slice(i * count, (i + 1) * count));

export const TEST_ROSTERS: readonly Template[] = defineTemplates([
  {
    id: "test/participants-book", genre: "table", title: "表題、日付、結合のある参加者名簿",
    make: (world) => {
      const all = world.people(size(world), { foreign: 0.08 });
      const grid: Grid = [["第12回　健康ウォーキング　参加者名簿", "", "", "", "", ""], ["開催日", "令和6年10月6日（日）", "", "担当", "生涯学習課", ""], [], ["整理番号", "ご芳名", "ご年齢", "ご住所", "ご連絡先", "備考"], ...all.map((p, i) => [String(i + 1).padStart(3, "0"), v.name(p, "　"), 2024 - p.birth.year, v.address(p, "no-prefecture"), v.landline(p), i % 9 === 0 ? "キャンセル待ち" : ""])];
      return asBook(grid, all.length, [span(0, 0, 0, 5), span(1, 1, 1, 2)], "名簿");
    },
  },
  {
    id: "test/form-export", genre: "table", title: "フォームの回答の書き出し",
    make: (world) => {
      const all = world.people(size(world), { foreign: 0.08 });
      return asCsv([["タイムスタンプ", "メールアドレス", "参加される方のお名前（漢字）", "お名前のふりがな", "日中に連絡のつく電話番号をご記入ください", "アレルギーの有無"], ...all.map((p, i) => [`2024/06/${10 + (i % 18)} 1${i % 10}:0${i % 6}:2${i % 10}`, v.email(p), v.name(p, i % 3 === 0 ? "" : i % 3 === 1 ? " " : "　"), v.reading(p, "hiragana"), i % 2 === 0 ? v.mobile(p) : v.mobile(p, "plain"), i % 5 === 0 ? "卵" : "なし"])], all.length);
    },
  },
  {
    id: "test/merged-name-columns", genre: "table", title: "「氏名」の下に姓と名",
    make: (world) => {
      const all = world.people(size(world));
      return asBook([["会員番号", "氏名", "", "生年月日", "住所", ""], ["", "姓", "名", "", "郵便番号", "所在地"], ...all.map((p, i) => [`S${3000 + i}`, v.surname(p), v.given(p), v.born(p, "era-letter"), v.postalCode(p), v.address(p)])], all.length, [span(0, 1, 0, 2), span(0, 4, 0, 5), span(0, 0, 1, 0), span(0, 3, 1, 3)]);
    },
  },
  {
    id: "test/names-kana-no-header", genre: "table", title: "見出しなし、氏名とカナと電話",
    make: (world) => {
      const all = world.people(size(world), { rare: 0.15 });
      return asCsv(all.map((p) => [v.name(p, "　"), v.reading(p, "half-width"), v.born(p, "eight"), v.mobile(p, "plain")]), all.length);
    },
  },
  {
    id: "test/names-only", genre: "table", title: "見出しなし、部署と氏名だけ",
    make: (world) => {
      const all = world.people(size(world));
      return asCsv(all.map((p, i) => [["総務課", "税務課", "福祉課", "建設課"][i % 4], ["主任", "主事", "係長", "主査"][i % 4], v.name(p, " ")]), all.length);
    },
  },
  {
    id: "test/stacked-cards", genre: "table", title: "縦に積まれた個票",
    make: (world) => {
      const all = world.people(Math.ceil(size(world) / 3));
      return asCsv(all.flatMap((p, i) => [[`利用者カード ${i + 1}`, ""], ["利用者氏名", v.name(p, "　")], ["ふりがな", v.reading(p, "hiragana")], ["生年月日", v.born(p, "japanese")], ["現住所", v.address(p, "words")], ["電話（自宅）", v.landline(p)], ["", ""]]), all.length);
    },
  },
  {
    id: "test/four-column-form", genre: "table", title: "見出しと値が二組ずつ並ぶ申請書",
    make: async (world) => {
      const p = world.person();
      return asBook([["奨学金申請書", "", "", ""], ["氏名", v.name(p, "　"), "フリガナ", v.reading(p)], ["生年月日", v.born(p, "era"), "性別", "女"], ["郵便番号", v.postalCode(p), "電話番号", v.mobile(p)], ["住所", v.address(p), "", ""], ["学部", "経済学部", "学年", "2"]], 1, [span(0, 0, 0, 3), span(4, 1, 4, 3)], "申請書");
    },
  },
  {
    id: "test/transposed-book", genre: "table", title: "人が列に並ぶ表",
    make: async (world) => {
      const all = world.people([4, 5, 7, 8, 10, 12][world.index % 6]);
      return asBook([["項目", ...all.map((_, i) => `対象者${"①②③④⑤⑥⑦⑧⑨⑩⑪⑫"[i]}`)], ["対象者氏名", ...all.map((p) => v.name(p, "　"))], ["続柄", ...all.map((_, i) => ["本人", "妻", "長男", "長女"][i % 4])], ["生年月日", ...all.map((p) => v.born(p, "era-letter"))], ["住所", ...all.map((p) => v.address(p))], ["携帯番号", ...all.map((p) => v.mobile(p))]], all.length);
    },
  },
  {
    id: "test/three-a-row", genre: "table", title: "一行に三人、空き列なし",
    make: (world) => {
      const all = world.people(Math.ceil(size(world) / 3) * 3);
      return asCsv([["氏名", "電話", "氏名", "電話", "氏名", "電話"], ...chunks(all, 3).map((some) => some.flatMap((p) => [v.name(p), v.landline(p)]))], all.length);
    },
  },
  {
    id: "test/duty-roster", genre: "table", title: "当番表、同じ人が何度も",
    make: (world) => {
      const all = world.people(8, { rare: 0.2 });
      const grid: Grid = [["日付", "曜日", "当番", "副当番"], ...Array.from({ length: 30 }, (_, i) => [`6/${i + 1}`, "月火水木金土日"[i % 7], v.name(all[i % 8]), v.name(all[(i + 3) % 8])])];
      return { ...asCsv(grid, 8) };
    },
  },
  {
    id: "test/shift-table", genre: "table", title: "勤務表、行が人で列が日",
    make: (world) => {
      const all = world.people(Math.min(25, size(world)));
      return asCsv([["氏名", ...Array.from({ length: 14 }, (_, i) => `${i + 1}日`)], ...all.map((p, r) => [v.name(p, "　"), ...Array.from({ length: 14 }, (_, i) => ["日", "夜", "明", "休"][(i + r) % 4])])], all.length);
    },
  },
  {
    id: "test/seating", genre: "table", title: "座席表",
    make: async (world) => {
      const all = world.people(30, { generations: ["new", "kirakira", "kana"] });
      return asBook([["2年3組 座席表（前）"], ...chunks(all, 6).map((row) => row.map((p) => v.name(p, " ")))], all.length, [], "座席");
    },
  },
  {
    id: "test/phone-tree", genre: "table", title: "連絡網、名前と電話が一つのセル",
    make: async (world) => {
      const all = world.people(24, { generations: ["new", "kana", "middle"] });
      return asBook([["緊急連絡網"], ...chunks(all, 4).map((row) => row.map((p) => w`${v.name(p, " ")}\n${v.mobile(p)}`))], all.length);
    },
  },
  {
    id: "test/name-with-age", genre: "table", title: "年齢や敬称のついた氏名の列",
    make: (world) => {
      const all = world.people(size(world));
      return asCsv([["No.", "被表彰者", "地区", "事績"], ...all.map((p, i) => [i + 1, w`${v.name(p, " ")}（${2024 - p.birth.year}歳）`, ["東部", "西部", "南部"][i % 3], "民生委員として20年"])], all.length);
    },
  },
  {
    id: "test/bare-pipes", genre: "table", title: "外枠のない縦棒の表",
    make: (world) => {
      const all = world.people(size(world));
      const grid: Grid = [["名前", "生年月日", "電話番号"], ...all.map((p) => [v.name(p), v.born(p, "iso"), v.mobile(p)])];
      return asText(grid, all.length, w`抽出結果：\n${each(grid, (row) => joined(row, " | "))}\n(${all.length} rows)\n`);
    },
  },
  {
    id: "test/wide-spaces", genre: "table", title: "全角空白で揃えた名簿",
    make: (world) => {
      const all = world.people(size(world));
      const grid: Grid = all.map((p, i) => [i + 1, v.name(p, "　"), v.address(p, "no-prefecture"), v.landline(p)]);
      return asText(grid, all.length, w`　　　　町内会名簿（会員限り）\n　　　氏名　　　　住所　　　　電話\n${each(grid, (row) => joined(row, "　　"))}\n`);
    },
  },
  {
    id: "test/boxed", genre: "table", title: "罫線文字の表",
    make: (world) => {
      const all = world.people(size(world));
      const grid: Grid = [["氏名", "住所", "備考"], ...all.map((p, i) => [v.name(p, "　"), v.address(p), i % 4 === 0 ? "済" : ""])];
      return asText(grid, all.length, w`配布先\n${boxed(grid)}\n`);
    },
  },
  {
    id: "test/html-rowspan", genre: "table", title: "HTML、班ごとに結合",
    make: (world) => {
      const all = world.people(Math.ceil(size(world) / 3) * 3);
      const grid: Grid = [["班", "氏名", "ふりがな", "電話"], ...all.map((p, i) => [`第${Math.floor(i / 3) + 1}班`, v.name(p, " "), v.reading(p, "hiragana"), v.mobile(p)])];
      return asHtml(grid, all.length, { title: "班名簿", merges: Array.from({ length: all.length / 3 }, (_, i) => span(1 + i * 3, 0, 3 + i * 3, 0)) });
    },
  },
  {
    id: "test/html-no-th", genre: "table", title: "HTML、見出しも td",
    make: (world) => {
      const all = world.people(size(world), { foreign: 0.1 });
      return asHtml([["お名前", "電話番号", "メール"], ...all.map((p) => [v.name(p), v.mobile(p), v.email(p)])], all.length, { headers: 0, title: "申込み" });
    },
  },
  {
    id: "test/two-tables-one-sheet", genre: "table", title: "一枚のシートに違う表が二つ",
    make: (world) => {
      const [staff, members] = [world.people(6), world.people(size(world)).map((p) => ({ ...p, n: p.n + 500 }))];
      return asBook([["事務局"], ["役職", "氏名", "携帯電話"], ...staff.map((p, i) => [["局長", "次長", "書記", "会計", "庶務", "監事"][i], v.name(p, "　"), v.mobile(p)]), [], ["会員"], ["会員No", "会員氏名", "住所", "生年月日"], ...members.map((p, i) => [i + 1, v.name(p, "　"), v.address(p), v.born(p, "slash")])], staff.length + members.length);
    },
  },
  {
    id: "test/sheets-per-group", genre: "table", title: "組ごとのシート",
    make: async (world) => {
      const all = world.people(size(world) * 2);
      const grids = chunks(all, Math.ceil(all.length / 4)).map((some): Grid => [["出席番号", "児童名", "保護者連絡先"], ...some.map((p, i) => [i + 1, v.name(p, "　"), v.mobile(p)])]);
      return { name: "a.xlsx", bytes: await workbook(grids.map((grid, i) => ({ name: `${i + 1}組`, grid }))), people: all.length, entities: entitiesOf(grids.flat()) };
    },
  },
  {
    id: "test/attendance-history", genre: "table", title: "同じ人が何度も出る受講の記録",
    make: (world) => {
      const all = world.people(12);
      return asCsv([["受講日", "講座名", "受講者名", "メールアドレス"], ...Array.from({ length: size(world) * 2 }, (_, i) => { const p = all[(i * 5) % 12]; return [`2024-0${(i % 8) + 1}-1${i % 10}`, ["初級", "中級", "上級"][i % 3], v.name(p, " "), v.email(p)]; })], 12);
    },
  },
  {
    id: "test/households-given-only", genre: "table", title: "世帯の名簿、家族は名のみ",
    make: (world) => {
      const heads = world.people(Math.ceil(size(world) / 3), { generations: ["middle", "old"] });
      let n = 500;
      const rows = heads.flatMap((head): Piece[][] => {
        const family = world.people(2, { generations: ["middle", "new"] }).filter((p) => p.given !== head.given).map((p) => ({ ...p, n: n++ }));
        return [[v.name(head, "　"), "世帯主", v.born(head, "era"), v.address(head, "no-prefecture")], ...family.map((p, i) => [v.given(p), ["妻", "子"][i], v.born(p, "era"), "〃"])];
      });
      return asCsv([["氏名", "続柄", "生年月日", "住所"], ...rows], rows.length);
    },
  },
]);

/** Tables of people to improve the rules on. */
import { aligned, csv, entitiesOf, type Grid, html, markdown, tsv, workbook } from "../grid.js";
import { inventMyNumber } from "../invent/numbers.js";
import type { Person } from "../invent/person.js";
import { defineTemplates, type Content, type Template, type World } from "../template.js";
import * as v from "../values.js";
import { each, joined, type Piece, w } from "../written.js";

const size = (world: World): number => [8, 15, 25, 40, 60, 120][world.index % 6];
const asCsv = (grid: Grid, people: number): Content => ({ name: "a.csv", written: csv(grid), people, entities: entitiesOf(grid) });
const rowsOf = (people: readonly Person[], row: (p: Person, i: number) => readonly Piece[]): Grid => people.map(row);

export const TUNE_TABLES: readonly Template[] = defineTemplates([
  {
    id: "tune/roster-csv", genre: "table", title: "名簿 CSV",
    make: (world) => {
      const all = world.people(size(world));
      return asCsv([["番号", "氏名", "フリガナ", "生年月日", "住所", "電話番号"], ...rowsOf(all, (p, i) => [i + 1, v.name(p, "　"), v.reading(p), v.born(p, "slash"), v.address(p), v.mobile(p)])], all.length);
    },
  },
  {
    id: "tune/roster-title", genre: "table", title: "表題と注記の下に見出し",
    make: (world) => {
      const all = world.people(size(world));
      return asCsv([["令和6年度　自治会員名簿", "", "", ""], ["", "", "", "令和6年4月1日現在"], ["No", "氏　名", "住　所", "電　話"], ...rowsOf(all, (p, i) => [i + 1, v.name(p), v.address(p, "no-prefecture"), v.landline(p)])], all.length);
    },
  },
  {
    id: "tune/split-names", genre: "table", title: "姓と名が別の列",
    make: (world) => {
      const all = world.people(size(world));
      return asCsv([["会員ID", "姓", "名", "セイ", "メイ", "メールアドレス"], ...rowsOf(all, (p, i) => [`M${10_000 + i}`, v.surname(p), v.given(p), p.surnameKana, p.givenKana, v.email(p)])], all.length);
    },
  },
  {
    id: "tune/no-header", genre: "table", title: "見出しのない表",
    make: (world) => {
      const all = world.people(size(world));
      return asCsv(rowsOf(all, (p, i) => [i + 1, v.name(p, " "), v.postalCode(p), v.address(p), v.mobile(p)]), all.length);
    },
  },
  {
    id: "tune/english-header", genre: "table", title: "English header",
    make: (world) => {
      const all = world.people(size(world), { foreign: 0.2 });
      return asCsv([["id", "last_name", "first_name", "email", "phone", "date_of_birth"], ...rowsOf(all, (p, i) => [i + 1, p.latinSurname, p.latinGiven, v.email(p), v.mobile(p, "international"), v.born(p, "iso")])], all.length);
    },
  },
  {
    id: "tune/two-row-header", genre: "table", title: "二段の見出し、結合",
    make: async (world) => {
      const all = world.people(size(world));
      const grid: Grid = [
        ["番号", "会員", "", "連絡先", "", "備考"],
        ["", "氏名", "ふりがな", "住所", "電話", ""],
        ...rowsOf(all, (p, i) => [i + 1, v.name(p, "　"), v.reading(p, "hiragana"), v.address(p), v.landline(p), i % 7 === 0 ? "会費未納" : ""]),
      ];
      const merges = [{ firstRow: 0, lastRow: 0, firstColumn: 1, lastColumn: 2 }, { firstRow: 0, lastRow: 0, firstColumn: 3, lastColumn: 4 }, { firstRow: 0, lastRow: 1, firstColumn: 0, lastColumn: 0 }];
      return { name: "a.xlsx", bytes: await workbook([{ name: "名簿", grid, merges }]), people: all.length, entities: entitiesOf(grid) };
    },
  },
  {
    id: "tune/vertical", genre: "table", title: "一人分の縦の様式、シートに一枚",
    instances: 4,
    make: (world) => {
      const p = world.person();
      return asCsv([["会員登録票", ""], ["氏名", v.name(p, "　")], ["フリガナ", v.reading(p)], ["生年月日", v.born(p, "era")], ["住所", v.address(p, "words")], ["電話番号", v.landline(p)], ["携帯電話", v.mobile(p)], ["趣味", "園芸"]], 1);
    },
  },
  {
    id: "tune/transposed", genre: "table", title: "行と列の入れ替わった表",
    make: (world) => {
      const all = world.people(6);
      return asCsv([["", ...all.map((_, i) => `${i + 1}人目`)], ["氏名", ...all.map((p) => v.name(p, " "))], ["住所", ...all.map((p) => v.address(p))], ["電話番号", ...all.map((p) => v.mobile(p))], ["生年月日", ...all.map((p) => v.born(p, "iso"))]], all.length);
    },
  },
  {
    id: "tune/two-a-row", genre: "table", title: "一行に二人",
    make: (world) => {
      const all = world.people(size(world) * 2);
      const half = all.length / 2;
      return asCsv([["No", "氏名", "電話番号", "", "No", "氏名", "電話番号"], ...all.slice(0, half).map((p, i) => [i + 1, v.name(p), v.mobile(p), "", i + 1 + half, v.name(all[i + half]), v.mobile(all[i + half])])], all.length);
    },
  },
  {
    id: "tune/guardians", genre: "table", title: "児童と保護者",
    make: (world) => {
      const children = world.people(size(world), { generations: ["new", "kirakira", "kana"] });
      const rows = children.map((child, i) => {
        const parent: Person = { ...world.person({ generations: ["middle"] }), n: 1000 + i, surname: child.surname, surnameKana: child.surnameKana };
        return [i + 1, v.name(child, "　"), v.born(child, "iso"), v.name(parent, "　"), v.address(child), v.mobile(parent)];
      });
      return asCsv([["番号", "児童氏名", "生年月日", "保護者氏名", "住所", "緊急連絡先"], ...rows], children.length * 2);
    },
  },
  {
    id: "tune/tabs", genre: "table", title: "タブ区切りの文章中の表",
    make: (world) => {
      const all = world.people(size(world));
      const grid: Grid = [["氏名", "住所", "電話"], ...rowsOf(all, (p) => [v.name(p), v.address(p), v.mobile(p)])];
      return { name: "a.txt", people: all.length, entities: entitiesOf(grid), written: w`参加者一覧を貼り付けます。\n\n${tsv(grid)}\n\n以上です。\n` };
    },
  },
  {
    id: "tune/markdown", genre: "table", title: "Markdown の表",
    make: (world) => {
      const all = world.people(size(world));
      const grid: Grid = [["名前", "所属", "メール", "内線"], ...rowsOf(all, (p, i) => [v.name(p, " "), ["総務課", "営業部", "開発部"][i % 3], v.email(p), 1000 + i])];
      return { name: "a.md", people: all.length, entities: entitiesOf(grid), written: w`# 連絡先\n\n${markdown(grid)}\n` };
    },
  },
  {
    id: "tune/aligned", genre: "table", title: "空白で揃えた表",
    make: (world) => {
      const all = world.people(size(world));
      const grid: Grid = [["番号", "氏名", "生年月日", "電話番号"], ...rowsOf(all, (p, i) => [i + 1, v.name(p, " "), v.born(p, "era-letter"), v.mobile(p)])];
      return { name: "a.txt", people: all.length, entities: entitiesOf(grid), written: w`受講者名簿\n\n${aligned(grid)}\n` };
    },
  },
  {
    id: "tune/html", genre: "table", title: "HTML の表",
    make: (world) => {
      const all = world.people(size(world));
      const grid: Grid = [["お名前", "ご住所", "お電話番号"], ...rowsOf(all, (p) => [v.name(p, "　"), v.address(p, "wide"), v.landline(p, "wide")])];
      return { name: "a.html", people: all.length, entities: entitiesOf(grid), bytes: Buffer.from(html(grid, { title: "お申込者一覧" })) };
    },
  },
  {
    id: "tune/my-numbers", genre: "table", title: "個人番号の一覧",
    make: (world) => {
      const all = world.people(size(world));
      return asCsv([["社員番号", "氏名", "個人番号", "生年月日"], ...rowsOf(all, (p, i) => [5001 + i, v.name(p, "　"), v.value(p, "my-number", inventMyNumber(world.random)), v.born(p, "era-one")])], all.length);
    },
  },
  {
    id: "tune/households", genre: "table", title: "世帯ごとの名簿、住所は世帯主の行だけ",
    make: (world) => {
      const heads = world.people(Math.ceil(size(world) / 3));
      let n = 0;
      const rows = heads.flatMap((head) => {
        const members = world.people(3).map((p) => ({ ...p, surname: head.surname, surnameKana: head.surnameKana, n: 2000 + n++ }));
        return [[v.name(head, "　"), "世帯主", v.born(head, "era"), v.address(head, "words"), v.landline(head)], ...members.map((m, i) => [v.name(m, "　"), ["妻", "長男", "長女"][i], v.born(m, "era"), "", ""])];
      });
      return asCsv([["氏名", "続柄", "生年月日", "住所", "電話番号"], ...rows], rows.length);
    },
  },
  {
    id: "tune/groups-grid", genre: "table", title: "名前だけが並ぶ班分け表",
    make: (world) => {
      const all = world.people(20, { generations: ["new", "middle"] });
      return asCsv([["1班", "2班", "3班", "4班", "5班"], ...[0, 1, 2, 3].map((row) => all.slice(row * 5, row * 5 + 5).map((p) => v.name(p)))], all.length);
    },
  },
  {
    id: "tune/two-lines-a-cell", genre: "table", title: "一つのセルに名前と番号",
    make: async (world) => {
      const all = world.people(size(world));
      const grid: Grid = [["順番", "連絡先"], ...rowsOf(all, (p, i) => [i + 1, w`${v.name(p, "　")}\nTEL ${v.landline(p)}`])];
      return { name: "a.xlsx", bytes: await workbook([{ name: "連絡", grid }]), people: all.length, entities: entitiesOf(grid) };
    },
  },
  {
    id: "tune/honorific-cells", genre: "table", title: "セルの中の敬称や肩書",
    make: (world) => {
      const all = world.people(size(world));
      return asCsv([["招待者", "区分"], ...rowsOf(all, (p, i) => [i % 2 === 0 ? w`${v.name(p, "　")} 殿` : w`${v.name(p)}（会員）`, ["来賓", "会員"][i % 2]])], all.length);
    },
  },
  {
    id: "tune/reading-rows", genre: "table", title: "ふりがなの行と氏名の行",
    make: (world) => {
      const all = world.people(Math.min(40, size(world)));
      return asCsv([["No", "フリガナ", "電話"], ["", "氏名", ""], ...all.flatMap((p, i) => [[i + 1, v.reading(p), v.mobile(p)], ["", v.name(p, "　"), ""]])], all.length);
    },
  },
  {
    id: "tune/family-given", genre: "table", title: "家族は名だけの台帳",
    make: (world) => {
      const heads = world.people(Math.ceil(size(world) / 2), { generations: ["old", "middle"] });
      const rows = heads.flatMap((head) => [[v.name(head), "本人", v.born(head, "era"), v.landline(head)], [v.given({ ...world.person({ generations: ["middle"] }), n: head.n + 1000 }), "配偶者", "", "同上"]]);
      return asCsv([["氏名", "続柄", "生年月日", "電話"], ...rows], rows.length);
    },
  },
  {
    id: "tune/staff-plain", genre: "table", title: "見出しのない職員の一覧",
    make: (world) => {
      const all = world.people(size(world));
      return asCsv(rowsOf(all, (p, i) => [v.name(p, " "), ["課長", "補佐", "係員"][i % 3], `内線${2000 + i}`]), all.length);
    },
  },
  {
    id: "tune/psql", genre: "table", title: "psql の出力",
    make: (world) => {
      const all = world.people(size(world));
      const grid: Grid = [["shimei", "denwa", "seinengappi"], ...rowsOf(all, (p) => [v.name(p, " "), v.mobile(p), v.born(p, "iso")])];
      const [head, ...rest] = grid;
      return { name: "a.txt", people: all.length, entities: entitiesOf(grid), written: w` ${joined(head, " | ")}\n--------+--------+--------\n${each(rest, (row) => w` ${joined(row, " | ")}`)}\n` };
    },
  },
  {
    id: "tune/box-drawing", genre: "table", title: "太い罫線の表",
    make: (world) => {
      const all = world.people(size(world));
      const grid: Grid = [["氏名", "電話番号"], ...rowsOf(all, (p) => [v.name(p, "　"), v.mobile(p)])];
      return { name: "a.txt", people: all.length, entities: entitiesOf(grid), written: each(grid, (row) => w`┃ ${joined(row, " ┃ ")} ┃`) };
    },
  },
  {
    id: "tune/wide-gap-list", genre: "table", title: "全角空白で区切った会員名簿",
    make: (world) => {
      const all = world.people(size(world));
      const grid: Grid = rowsOf(all, (p, i) => [`${i + 1}．`, v.name(p, "　"), v.landline(p), v.address(p, "no-prefecture")]);
      return { name: "a.txt", people: all.length, entities: entitiesOf(grid), written: w`同好会 会員名簿\n${each(grid, (row) => joined(row, "　　　"))}\n` };
    },
  },
  {
    id: "tune/numeric-phones", genre: "table", title: "数値になった電話番号",
    make: async (world) => {
      const all = world.people(size(world));
      return { name: "a.xlsx", bytes: await workbook([{ name: "data", grid: [["氏名", "携帯"], ...rowsOf(all, (p) => [v.name(p, " "), p.mobile.join("").slice(1)])] }]), people: all.length };
    },
  },
  {
    id: "tune/two-lists", genre: "table", title: "上下に並んだ二つの名簿",
    make: (world) => {
      const all = world.people(size(world) + 5);
      return asCsv([["■役員", "", ""], ["役職", "氏名", "電話"], ...all.slice(0, 5).map((p, i) => [["会長", "副会長", "会計", "書記", "監事"][i], v.name(p), v.landline(p)]), ["", "", ""], ["■班長", "", ""], ["班", "班長名", "携帯"], ...all.slice(5).map((p, i) => [`${i + 1}班`, v.name(p), v.mobile(p)])], all.length);
    },
  },
]);

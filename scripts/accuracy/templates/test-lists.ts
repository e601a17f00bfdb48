/**
 * THE TEST HALF: only ever measured. Do not read it to improve a rule, and do not move a template from here to the tune half
 * because it fails. Lists in text, exports, settings.
 */
import { token } from "../invent/numbers.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { each, marked, w } from "../written.js";

export const TEST_LISTS: readonly Template[] = defineTemplates([
  {
    id: "test/environment", genre: "text", title: "設定ファイルの秘密",
    make: (world) => {
      const r = world.random;
      const nobody = (entity: "api-key" | "password", text: string): ReturnType<typeof marked> => marked(text, { entity, ...(entity === "password" && { also: ["api-key"] as const }) });
      return { name: "a.env", written: w`NODE_ENV=production\nPORT=8080\nAWS_ACCESS_KEY_ID=${nobody("api-key", `AKIA${token(r, 16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")}`)}\nAWS_SECRET_ACCESS_KEY=${nobody("api-key", token(r, 40))}\nGITHUB_TOKEN=${nobody("api-key", `ghp_${token(r, 36)}`)}\nSLACK_BOT_TOKEN=${nobody("api-key", `xoxb-${r.digits(12)}-${r.digits(12)}-${token(r, 24)}`)}\nDB_PASSWORD=${nobody("password", `${token(r, 12)}#7`)}\nLOG_LEVEL=info\n` };
    },
  },
  {
    id: "test/sql", genre: "text", title: "SQL の投入文",
    make: (world) => {
      const all = world.people(5);
      return { name: "a.sql", people: 5, written: w`BEGIN;\n${each(all, (p, i) => w`INSERT INTO t_customer (cust_id, sei, mei, sei_kana, mei_kana, tel, addr1) VALUES (${20_001 + i}, '${v.surname(p)}', '${v.given(p)}', '${p.surnameKana}', '${p.givenKana}', '${v.mobile(p)}', '${v.address(p, "hyphens")}');`)}\nCOMMIT;\n` };
    },
  },
  {
    id: "test/xml", genre: "text", title: "XML の帳票",
    make: (world) => {
      const all = world.people(4);
      return { name: "a.xml", people: 4, written: w`<?xml version="1.0" encoding="UTF-8"?>\n<申請一覧>\n${each(all, (p, i) => w`  <申請 番号="${i + 1}">\n    <申請者氏名>${v.name(p, "　")}</申請者氏名>\n    <申請者住所>${v.address(p, "words")}</申請者住所>\n    <電話番号>${v.landline(p)}</電話番号>\n  </申請>`)}\n</申請一覧>\n` };
    },
  },
  {
    id: "test/new-year-cards", genre: "text", title: "年賀状の宛名",
    make: (world) => {
      const all = world.people(4);
      return { name: "a.txt", people: 4, written: each(all, (p) => w`${v.postalCode(p, "plain")}\n${v.address(p, "kanji")}\n${v.name(p, "　")}　様`, "\n\n") };
    },
  },
  {
    id: "test/petition", genre: "text", title: "署名簿",
    make: (world) => {
      const all = world.people(10, { foreign: 0.1 });
      return { name: "a.txt", people: 10, written: w`市立図書館の開館時間延長を求める要望書　署名欄\n${each(all, (p, i) => w`${i + 1}　${v.name(p, "　")}　　${v.address(p, "no-prefecture")}`)}\n（集約先：図書館友の会）\n` };
    },
  },
  {
    id: "test/graduates", genre: "text", title: "進路の一覧",
    make: (world) => {
      const all = world.people(9, { generations: ["new", "kirakira", "kana"], foreign: 0.1 });
      return { name: "a.txt", people: 9, written: w`令和5年度卒業生　進路決定者（部外秘）\n【国公立大学】${each(all.slice(0, 3), (p) => v.name(p), "、")}\n【私立大学】${each(all.slice(3, 7), (p) => v.name(p, " "), "　")}\n【就職】${each(all.slice(7), (p) => w`${v.name(p)}（地元企業）`, "、")}\n` };
    },
  },
  {
    id: "test/bracket-reading", genre: "text", title: "読みを添えた名前",
    make: (world) => {
      const all = world.people(3, { rare: 0.3 });
      return { name: "a.txt", people: 3, written: w`講師紹介\n${each(all, (p) => w`●${v.name(p)}（${v.reading(p, "hiragana", world.random.chance(0.5) ? " " : "")}）\n　${p.birth.year}年生まれ。地元で農業を営むかたわら、子ども食堂を主宰。`)}\n` };
    },
  },
  {
    id: "test/contact-notations", genre: "text", title: "書き方のまちまちな連絡先",
    make: (world) => {
      const [a, b, c, d] = world.people(4);
      return { name: "a.txt", people: 4, written: w`緊急時の連絡先\n・${v.name(a)}　自宅 ${v.landline(a, "brackets")}／携帯 ${v.mobile(a, "long-vowels")}\n・${v.name(b)}　☎${v.mobile(b, "wide")}（夜間可）\n・${v.name(c)}　${v.mobile(c, "international")}、${v.email(c)}\n・${v.name(d)}　tel:${v.landline(d, "plain")} 内線${world.random.between(10, 99)}\n` };
    },
  },
  {
    id: "test/kana-only", genre: "text", title: "かなだけの名札",
    make: (world) => {
      const all = world.people(5, { generations: ["new", "kirakira", "kana"] });
      return { name: "a.txt", people: 5, written: w`ひまわりぐみ　おたんじょうびひょう\n${each(all, (p) => w`${p.birth.month}がつ　${v.reading(p, "hiragana", "　")}　ちゃん`)}\n` };
    },
  },
  {
    id: "test/ledger-half-width", genre: "text", title: "半角カナの振込明細",
    make: (world) => {
      const all = world.people(4);
      return { name: "a.txt", people: 4, written: w`入出金明細（普通 ${marked(world.random.digits(7), { entity: "bank-account" })}）\n${each(all, (p, i) => w`06-${10 + i}  振込  ${v.reading(p, "half-width")}  ${world.random.between(1, 99)},000`)}\n06-28  ﾃﾞﾝｷﾘﾖｳｷﾝ  8,214\n` };
    },
  },
  {
    id: "test/event-programme", genre: "text", title: "発表会の出演者",
    make: (world) => {
      const all = world.people(6, { generations: ["new", "kirakira", "kana"] });
      return { name: "a.txt", people: 6, written: w`ピアノ発表会プログラム\n第1部\n1. きらきら星変奏曲……${v.name(all[0], " ")}（年長）\n2. エリーゼのために……${v.name(all[1], " ")}（小3）\n3. 連弾「人形の夢と目覚め」……${v.name(all[2], " ")}・${v.name(all[3], " ")}\n第2部\n4. トルコ行進曲……${v.name(all[4])}（中1）\n5. 幻想即興曲……${v.name(all[5])}（高2）\n` };
    },
  },
  {
    id: "test/vertical-officers", genre: "text", title: "役員の改選",
    make: (world) => {
      const all = world.people(6);
      return { name: "a.txt", people: 6, written: w`新年度の役員が次のとおり決まりました。\n\n会　長　　${v.name(all[0], "　")}（再任）\n副会長　　${v.name(all[1], "　")}（新任）\n会　計　　${v.name(all[2], "　")}\n監　事　　${v.name(all[3], "　")}、${v.name(all[4], "　")}\n書　記　　${v.name(all[5], "　")}　℡${v.landline(all[5])}\n任期は${world.random.between(1, 2)}年です。\n` };
    },
  },
]);

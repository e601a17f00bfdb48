/** Messages, lists and exports to improve the rules on. */
import { inventPassport, token } from "../invent/numbers.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { each, marked, w } from "../written.js";

export const TUNE_MESSAGES: readonly Template[] = defineTemplates([
  {
    id: "tune/json", genre: "text", title: "JSON のダンプ",
    make: (world) => {
      const all = world.people(3);
      return { name: "a.json", people: 3, written: w`[\n${each(all, (p, i) => w`  {"id": ${1000 + i}, "lastName": "${v.surname(p)}", "firstName": "${v.given(p)}", "address": "${v.address(p, "hyphens")}", "phone": "${v.mobile(p)}", "birthday": "${v.born(p, "iso")}"}`, ",\n")}\n]\n` };
    },
  },
  {
    id: "tune/news", genre: "text", title: "地域の新聞の記事",
    make: (world) => {
      const [a, b] = world.people(2);
      return { name: "a.txt", written: w`　市の駅前商店街で${world.random.between(2, 9)}日、恒例の朝市が開かれた。実行委員長の${v.name(a)}さん（${2024 - a.birth.year}）は「天候に恵まれ、家族連れでにぎわった」と話した。初めて出店した${v.name(b)}さん＝会社員＝は、自家製の味噌を並べ、昼前には完売した。主催者によると来場者は約3千人。次回は来月第2日曜に開く。\n` };
    },
  },
  {
    id: "tune/complaint", genre: "text", title: "相談の受付票",
    make: (world) => {
      const p = world.person();
      return { name: "a.txt", people: 1, written: w`相談受付票　No.${world.random.between(100, 999)}\n受付日時：6/12 14:20　受付者：窓口\n相談者：${v.name(p)}（${v.landline(p, "brackets")}）\n住所：${v.hardAddress(p)}\n内容：隣家の犬の鳴き声が夜間うるさい。何度か直接話したが改善されない。\n対応：生活環境課へ引き継ぎ。\n` };
    },
  },
  {
    id: "tune/english-letter", genre: "text", title: "英文の手紙",
    make: (world) => {
      const p = world.person({ foreign: 0.4 });
      return { name: "a.txt", people: 1, written: w`Dear Mr. ${v.latin(p, "western")},\n\nThank you for your application to the exchange programme. We would like to invite you for an interview on 14 June.\nPlease bring your passport (No. ${v.value(p, "passport", inventPassport(world.random))}) with you. If you cannot come, call us or reply to this letter.\n\nKind regards,\nInternational Affairs Division\n` };
    },
  },
  {
    id: "tune/school-notice", genre: "text", title: "学校だより、表彰",
    make: (world) => {
      const all = world.people(5, { generations: ["new", "kirakira", "kana"] });
      return { name: "a.txt", people: 5, written: w`学年だより　6月号\n\n◇読書感想文コンクール\n　最優秀賞　${v.name(all[0], " ")}（6年1組）\n　優秀賞　　${v.name(all[1], " ")}（6年2組）\n　　　　　　${v.name(all[2], " ")}（5年1組）\n◇水泳記録会\n　50m自由形 1位 ${v.name(all[3])}　2位 ${v.name(all[4])}\n\n6月20日（木）は参観日です。お忙しいとは存じますが、ご来校ください。\n` };
    },
  },
  {
    id: "tune/chat", genre: "text", title: "チャットの引き継ぎ",
    make: (world) => {
      const [a, b] = world.people(2);
      return { name: "a.txt", written: w`10:02 お疲れさまです。${v.name(a)}さんの件、折り返しの電話をお願いします。番号は${v.mobile(a)}です。\n10:05 了解です。午前中にかけます。\n10:41 かけましたが留守でした。${v.surname(b)}さん、午後お願いできますか。\n10:43 はい、${v.name(b)}が引き受けます。\n` };
    },
  },
  {
    id: "tune/certificate-spread", genre: "text", title: "一字ずつ空けた賞状の名前",
    make: (world) => {
      const p = world.person();
      return { name: "a.txt", people: 1, written: w`修　了　証\n\n　　　　　　　　${v.spreadName(p, "　")}　殿\n　　　　　　　　${v.born(p, "era-kanji")}生\n\n　あなたは本講習の課程を修了したことを証します。\n　令和六年三月二十日\n` };
    },
  },
  {
    id: "tune/sale-contract", genre: "text", title: "売買契約書",
    make: (world) => {
      const [a, b] = world.people(2);
      return { name: "a.txt", people: 2, written: w`　売主${v.name(a)}（以下「売主」という。）と買主${v.name(b)}（以下「買主」という。）とは、中古自動車の売買に関し、次の条項を約定した。\n第１条（売買代金）　金${world.random.between(20, 90)}万円\n\n（売主）${v.address(a, "words")}　${v.name(a, " ")}\n（買主）${v.address(b, "kanji")}　${v.name(b, " ")}\n` };
    },
  },
  {
    id: "tune/name-lists", genre: "text", title: "句点や空白で並べた名前",
    make: (world) => {
      const all = world.people(8, { foreign: 0.1 });
      return { name: "a.txt", people: 8, written: w`【当選者発表】\nA賞：${each(all.slice(0, 3), (p) => v.name(p), "、")}\nB賞：${each(all.slice(3, 6), (p) => v.name(p, " "), "　")}\n次点：${each(all.slice(6), (p) => w`${v.name(p)}（高松市）`, "・")}\n当選おめでとうございます。\n` };
    },
  },
  {
    id: "tune/cast", genre: "text", title: "配役の表",
    make: (world) => {
      const all = world.people(4, { generations: ["new", "kirakira", "kana", "middle"] });
      return { name: "a.txt", people: 4, written: w`劇「スイミー」配役\nスイミー……${v.name(all[0], " ")}\nまぐろ……${v.name(all[1])}\nナレーター　${v.name(all[2], "　")}／${v.name(all[3], "　")}\n照明は6年生全員で担当します。\n` };
    },
  },
  {
    id: "tune/contact-dots", genre: "text", title: "箇条書きの連絡先",
    make: (world) => {
      const all = world.people(3);
      return { name: "a.txt", people: 3, written: w`世話人\n◎${v.name(all[0])}　TEL ${v.landline(all[0], "brackets")}\n○${v.name(all[1])}　${v.mobile(all[1], "wide")}\n○${v.name(all[2])}　携帯${v.mobile(all[2], "dots")}\n` };
    },
  },
  {
    id: "tune/reading-after", genre: "text", title: "名前のあとに読み",
    make: (world) => {
      const [a, b] = world.people(2);
      return { name: "a.txt", people: 2, written: w`新しく赴任した${v.name(a)}（${v.reading(a, "hiragana", "")}）です。よろしくお願いします。\nALTの紹介は次号で行います。養護教諭は${v.name(b, " ")}（${v.reading(b, "katakana", " ")}）が務めます。\n` };
    },
  },
  {
    id: "tune/kana-names", genre: "text", title: "ひらがなの名前",
    make: (world) => {
      const all = world.people(4, { generations: ["new", "kana"] });
      return { name: "a.txt", people: 4, written: w`すみれ組　6月の誕生児\n${each(all, (p) => w`${v.reading(p, "hiragana", " ")}くん（${world.random.between(1, 28)}日）`)}\n` };
    },
  },
  {
    id: "tune/keys", genre: "text", title: "鍵とパスワードの控え",
    make: (world) => {
      const r = world.random;
      const hex = (length: number): string => token(r, length, "0123456789abcdef");
      return { name: "a.txt", written: w`検証環境\nusername: ${marked(`admin_${r.digits(3)}`, { entity: "user-id" })}\npassword: ${marked(`${token(r, 10)}$9`, { entity: "password", also: ["api-key"] })}\nSTRIPE_SECRET=${marked(`sk_live_${token(r, 24)}`, { entity: "api-key" })}\nZAIF_API_KEY=${marked(`${hex(8)}-${hex(4)}-4${hex(3)}-9${hex(3)}-${hex(12)}`, { entity: "api-key" })}\n` };
    },
  },
  {
    id: "tune/us-record", genre: "text", title: "US patient record",
    make: (world) => {
      const p = world.person({ foreign: 1 });
      const r = world.random;
      return { name: "a.txt", people: 1, written: w`Patient: ${v.latin(p, "western")}    DOB: ${v.born(p, "iso")}\nSSN ${v.value(p, "national-id", `${r.between(101, 665)}-${r.between(10, 99)}-${r.between(1000, 9999)}`)}\nEmail ${v.email(p)}\nDiagnosis: ${v.value(p, "special-care", r.pick(["major depressive disorder", "type 2 diabetes", "epilepsy"]))}\n` };
    },
  },
  {
    id: "tune/disability", genre: "text", title: "手帳の写し",
    make: (world) => {
      const p = world.person();
      return { name: "a.txt", people: 1, written: w`身体障害者手帳　香川県第${v.value(p, "disability-certificate", world.random.digits(5))}号\n氏名 ${v.name(p, " ")}　${v.born(p, "era")}生\n障害名 ${v.value(p, "special-care", world.random.pick(["両下肢機能の著しい障害", "聴覚障害（両耳全ろう）", "じん臓機能障害"]))}　等級 ${world.random.between(1, 6)}級\n本籍 ${v.value(p, "registered-domicile", "香川県丸亀市大手町二丁目4番", ["postal-address"])}\n住所 ${v.address(p, "banchi")}\n` };
    },
  },
  {
    id: "tune/international-dinner", genre: "text", title: "国際交流会の記録",
    make: (world) => {
      const all = world.people(4, { foreign: 1 });
      return { name: "a.txt", people: 4, written: w`国際交流会　活動報告\n参加した留学生は、${v.name(all[0])}さん、${v.name(all[1])}さん、${v.name(all[2])}さんの3名。\n会長の${v.name(all[3])}氏が歓迎の言葉を述べ、${world.random.between(10, 40)}人で料理を囲んだ。\n` };
    },
  },
  {
    id: "tune/english-minutes", genre: "text", title: "minutes in English",
    make: (world) => {
      const all = world.people(4, { foreign: 0.5 });
      return { name: "a.txt", people: 4, written: w`Minutes of the Safety Committee, ${world.random.between(1, 28)} May 2024\nPresent: ${each(all.slice(0, 3), (p) => v.latin(p, "western"), ", ")}\nApologies: ${v.latin(all[3], "western")}\n1. The minutes of the last meeting were approved.\n2. ${v.latin(all[1], "western")} reported on the fire drill. Action: facilities to check the doors in Building C.\n` };
    },
  },
  {
    id: "tune/passenger-list", genre: "text", title: "搭乗者の一覧",
    make: (world) => {
      const all = world.people(6, { foreign: 0.4 });
      return { name: "a.txt", people: 6, written: w`PNR ${token(world.random, 6, "ABCDEFGHJKLMNPQRSTUVWXYZ23456789")}\n${each(all, (p, i) => w`${i + 1}. ${v.latin(p, "passport")} ${i % 2 === 0 ? "MR" : "MS"}  ${v.value(p, "passport", inventPassport(world.random))}`)}\nTAK-HND 0${world.random.between(6, 9)}:25\n` };
    },
  },
  {
    id: "tune/bilingual-signature", genre: "text", title: "二つの言葉の署名",
    make: (world) => {
      const p = world.person({ foreign: 0.2 });
      return { name: "a.txt", people: 1, written: w`以上、よろしくお願いいたします。\n==\n${v.name(p, " ")} (${v.latin(p, "capitals")})\nInternational Sales Dept.\nSetouchi Trading Co., Ltd.\nPhone: ${v.office("phone-number", "+81-87-811-2233")}  Cell: ${v.mobile(p, "international")}\n${v.email(p)}\n` };
    },
  },
  {
    id: "tune/staff-roles", genre: "text", title: "係の分担",
    make: (world) => {
      const all = world.people(5);
      return { name: "a.txt", people: 5, written: w`夏祭り　係分担\n本部……${v.name(all[0])}\n受付……${v.name(all[1])}、${v.name(all[2])}\n駐車場…${v.name(all[3], " ")}\n救護　：${v.name(all[4], " ")}（看護師）\n集合は${world.random.between(7, 9)}時30分、法被着用のこと。\n` };
    },
  },
]);

/** Forms, letters and records to improve the rules on. */
import { inventCard, inventInsurer, inventLicence, inventMyNumber, inventPassport, inventPension, inventResidenceCard, token } from "../invent/numbers.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { each, w } from "../written.js";

const DAY = ["月", "火", "水", "木", "金"];

export const TUNE_FORMS: readonly Template[] = defineTemplates([
  {
    id: "tune/application-form", genre: "text", title: "申請書 with spaced labels",
    make: (world) => {
      const p = world.person();
      return { name: "a.txt", people: 1, written: w`様式第１号（第４条関係）\n\n補助金交付申請書\n\n　　　　　　　　　　　令和６年５月７日\n（宛先）市長\n\n　申請者　住　所　${v.address(p, "words")}\n　　　　　氏　名　${v.name(p, "　")}　㊞\n　　　　　電　話　${v.landline(p)}\n\n　次のとおり補助金の交付を受けたいので、関係書類を添えて申請します。\n\n１　補助事業の名称　　防犯灯設置事業\n２　交付申請額　　　　金 ${world.random.between(10, 90)},000 円\n` };
    },
  },
  {
    id: "tune/resume", genre: "text", title: "履歴書",
    make: (world) => {
      const p = world.person();
      return { name: "a.txt", people: 1, written: w`履 歴 書　　　　令和6年4月1日現在\n\nふりがな　${v.reading(p, "hiragana", "　")}\n氏　　名　${v.name(p, "　")}\n生年月日　${v.born(p, "era")}生　（満 ${2024 - p.birth.year} 歳）　男・女\n現 住 所　〒${v.postalCode(p)}　${v.address(p, "hyphens")}\n電　　話　${v.mobile(p)}\nE-mail　　${v.email(p)}\n\n年　月　学歴・職歴\n平成12年3月　県立中央高等学校 卒業\n平成16年4月　株式会社みどり商事 入社（営業部）\n　現在に至る\n` };
    },
  },
  {
    id: "tune/letter", genre: "text", title: "手紙、宛名と署名",
    make: (world) => {
      const [to, from] = world.people(2);
      return { name: "a.txt", people: 2, written: w`〒${v.postalCode(to)}\n${v.address(to, "hyphens")}\n${v.name(to, "　")} 様\n\n拝啓　新緑の候、ますますご健勝のこととお慶び申し上げます。\n　さて、先日はお忙しい中ご足労いただき、誠にありがとうございました。お預かりした書類は${world.random.between(3, 9)}日ほどでお返しいたします。\n敬具\n\n令和6年5月20日\n${v.address(from, "no-prefecture")}\n${v.name(from, " ")}\n` };
    },
  },
  {
    id: "tune/business-mail", genre: "text", title: "社外へのメールと署名",
    make: (world) => {
      const [to, from] = world.people(2);
      return { name: "a.txt", written: w`株式会社サンライズ企画\n${v.surname(to)}様\n\nいつもお世話になっております。\n四国物産の${v.surname(from)}でございます。\n\n先日ご依頼いただいたお見積りを添付いたします。\nご査収のほどよろしくお願いいたします。\n\n------------------------------------\n四国物産株式会社　営業第二課\n${v.name(from, " ")}（${v.reading(from, "katakana", " ")}）\nTEL: ${v.office("phone-number", "087-812-3456")}\n携帯: ${v.mobile(from)}\nMail: ${v.email(from)}\n------------------------------------\n` };
    },
  },
  {
    id: "tune/moving-mail", genre: "text", title: "引っ越しの知らせ",
    make: (world) => {
      const p = world.person();
      return { name: "a.txt", people: 1, written: w`件名：住所変更のご連絡\n\nご担当者様\n\nお世話になっております、${v.name(p)}です。\n下記のとおり転居いたしましたので、登録の変更をお願いします。\n\n新住所：〒${v.postalCode(p)} ${v.address(p, "room-only")}\n携帯：${v.mobile(p, "plain")}\n変更日：6月1日\n\n${v.surname(p)}\n` };
    },
  },
  {
    id: "tune/minutes-attendance", genre: "text", title: "議事録、出席者の列挙",
    make: (world) => {
      const all = world.people(6);
      return { name: "a.txt", people: 6, written: w`第${world.random.between(2, 30)}回 まちづくり協議会 議事録\n\n日時：令和6年6月12日（水）19:00～20:30\n場所：中央公民館 2階会議室\n出席者：${each(all, (p) => v.name(p), "、")}\n\n１．前回議事録の確認\n　特に意見なし。\n２．夏祭りについて\n　${v.surname(all[1])}委員より、会場の借用について説明があった。\n　${v.surname(all[3])}委員：駐車場が足りないのではないか。\n以上\n` };
    },
  },
  {
    id: "tune/care-record", genre: "text", title: "訪問介護の記録",
    make: (world) => {
      const [p, helper] = world.people(2, { generations: ["old"] });
      return { name: "a.txt", people: 2, written: w`【訪問介護記録】${world.random.between(1, 12)}月${world.random.between(1, 28)}日（${world.random.pick(DAY)}）\n利用者：${v.name(p)} 様（${v.born(p, "era-letter")}生）\n担当：${v.name(helper)}\n\n10時に訪問。${v.surname(p)}さんは居間でテレビを見ておられた。昨夜はよく眠れたとのこと。血圧128/76、体温36.4℃。昼食は全量摂取。長女の方より、来週の通院について相談あり。\n` };
    },
  },
  {
    id: "tune/delivery-slip", genre: "text", title: "送り状",
    make: (world) => {
      const [to, from] = world.people(2);
      return { name: "a.txt", people: 2, written: w`お届け先\n〒${v.postalCode(to)}\n${v.address(to, "hyphens")}\n${v.name(to, " ")} 様\nTEL ${v.mobile(to)}\n\nご依頼主\n〒${v.postalCode(from)}\n${v.address(from, "hyphens")}\n${v.name(from, " ")}\nTEL ${v.landline(from)}\n\n品名　りんご　個数 1　お問い合わせ番号 ${world.random.digits(4)}-${world.random.digits(4)}-${world.random.digits(4)}\n` };
    },
  },
  {
    id: "tune/accident", genre: "text", title: "事故報告",
    make: (world) => {
      const p = world.person();
      return { name: "a.txt", people: 1, written: w`事故発生報告書\n\n令和6年4月${world.random.between(1, 28)}日午前${world.random.between(6, 11)}時頃、${v.name(p)}さん（${v.born(p, "era")}生、${v.address(p, "words")}）が運転する軽自動車が、市道中央線の交差点で信号待ちの乗用車に追突した。${v.surname(p)}さんに外傷はないが、念のため市民病院を受診した。連絡先は${v.mobile(p)}。\n` };
    },
  },
  {
    id: "tune/my-number-form", genre: "text", title: "個人番号の届出",
    make: (world) => {
      const p = world.person();
      const number = inventMyNumber(world.random);
      return { name: "a.txt", people: 1, written: w`個人番号届出書\n\nフリガナ　${v.reading(p)}\n氏名　${v.name(p, " ")}\n生年月日　${v.born(p, "era")}\n個人番号　${v.value(p, "my-number", `${number.slice(0, 4)} ${number.slice(4, 8)} ${number.slice(8)}`)}\n住所　${v.address(p, "words")}\n` };
    },
  },
  {
    id: "tune/identity-copy", genre: "text", title: "本人確認記録",
    make: (world) => {
      const p = world.person();
      const r = world.random;
      return { name: "a.txt", people: 1, written: w`本人確認記録簿\n氏名：${v.name(p)}\n生年月日：${v.born(p, "slash")}\n運転免許証番号：${v.value(p, "drivers-license", inventLicence(r))}\n旅券番号：${v.value(p, "passport", inventPassport(r))}\n基礎年金番号：${v.value(p, "basic-pension-number", inventPension(r))}\n健康保険 保険者番号 ${v.institution("health-insurance", inventInsurer(r))} 記号 12 番号 ${v.value(p, "health-insurance", String(r.between(100, 9999)))}\n` };
    },
  },
  {
    id: "tune/foreign-resident", genre: "text", title: "在留カードの控え",
    make: (world) => {
      const p = world.person({ foreign: 1 });
      return { name: "a.txt", people: 1, written: w`在留カード確認票\n氏名 ${v.latin(p, "passport")}\n（通称・カナ） ${v.name(p, " ")}\n在留カード番号：${v.value(p, "residence-card", inventResidenceCard(world.random))}\n国籍・地域　略\n住居地：${v.address(p, "hyphens")}\n電話番号：${v.mobile(p)}\n` };
    },
  },
  {
    id: "tune/bank-transfer", genre: "text", title: "口座振込依頼",
    make: (world) => {
      const p = world.person();
      return { name: "a.txt", people: 1, written: w`口座振込依頼書\n\n振込先金融機関　百十四銀行　本店営業部\n預金種別　普通\n口座番号　${v.value(p, "bank-account", world.random.digits(7))}\n口座名義（カナ）　${v.reading(p, "half-width")}\n\n上記のとおり振り込んでください。\n申込者　${v.name(p, "　")}\n住所　${v.address(p, "wide")}\n` };
    },
  },
  {
    id: "tune/order-mail", genre: "text", title: "注文の控え",
    make: (world) => {
      const p = world.person();
      return { name: "a.txt", people: 1, written: w`ご注文ありがとうございます。\n\nご注文番号：W${world.random.digits(8)}\n■ お届け先\nお名前：${v.name(p, " ")} 様\nご住所：〒${v.postalCode(p)} ${v.address(p, "hyphens")}\nお電話番号：${v.mobile(p)}\n■ お支払い\nカード番号：${v.value(p, "credit-card", inventCard(world.random).replace(/(\d{4})(?=\d)/gu, "$1-"))}\n■ 商品\n讃岐うどん 10食入り　1,980円 × 2\n合計 3,960円（税込）\n` };
    },
  },
  {
    id: "tune/log", genre: "text", title: "アプリケーションのログ",
    make: (world) => {
      const all = world.people(4);
      return { name: "a.log", people: 4, written: each(all, (p, i) => w`2024-06-0${i + 1}T09:1${i}:22.${world.random.digits(3)}Z INFO  [req-${token(world.random, 8, "0123456789abcdef")}] user.create name="${v.name(p, " ")}" tel=${v.mobile(p, "plain")} email=${v.email(p)} status=201`) };
    },
  },
]);

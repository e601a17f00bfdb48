/** Prose, forms and messages to improve the rules on. */
import { inventCard, inventInsurer, inventLicence, inventMyNumber, inventPassport, inventPension, inventResidenceCard, token } from "../invent/numbers.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { each, marked, w } from "../written.js";

const DAY = ["月", "火", "水", "木", "金"];

export const TUNE_TEXT: readonly Template[] = defineTemplates([
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
]);

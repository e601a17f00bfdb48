/**
 * THE TEST HALF: only ever measured. Do not read it to improve a rule, and do not move a template from here to the tune half
 * because it fails. Messages, records, reports, minutes.
 */
import { inventPassport, inventResidenceCard } from "../invent/numbers.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { marked, w, type Written } from "../written.js";

/** Tells of health or hardship without naming an illness: whether that is special-care data is a matter of opinion. */
const maybeCare = (text: string): Written => marked(text, { entity: "special-care", optional: true });

export const TEST_MESSAGES: readonly Template[] = defineTemplates([
  {
    id: "test/appointments", genre: "text", title: "人事異動の内示",
    make: (world) => {
      const all = world.people(6, { generations: ["middle", "new"] });
      return { name: "a.txt", people: 6, written: w`人事異動（４月１日付）　※内示後取扱注意\n\n【部長級】\n▽総務部長（健康福祉部次長）${v.name(all[0])}\n▽会計管理者（監査事務局長）${v.name(all[1])}\n【課長級】\n▽税務課長（同課長補佐）${v.name(all[2])}▽河川課長（道路課長）${v.name(all[3])}\n【退職】（3月31日付）\n${v.name(all[4])}（土木部長）、${v.name(all[5])}（長寿介護課主幹）\n` };
    },
  },
  {
    id: "test/council-dialogue", genre: "text", title: "発言者つきの会議録",
    make: (world) => {
      const all = world.people(4, { rare: 0.15 });
      return { name: "a.txt", written: w`午後１時30分　開議\n\n○議長（${v.name(all[0])}君）　これより本日の会議を開きます。\n　日程第１、一般質問を行います。通告順により、${v.name(all[1])}君の発言を許します。\n○${world.random.between(1, 24)}番（${v.name(all[1])}君）　私は、通学路の安全対策についてお伺いいたします。\n○教育長（${v.name(all[2])}君）　${v.surname(all[1])}議員のご質問にお答えいたします。通学路の点検は毎年度行っております。\n○${v.surname(all[3])}委員　関連して一点だけ伺います。\n` };
    },
  },
  {
    id: "test/obituary", genre: "text", title: "訃報の連絡",
    make: (world) => {
      const [dead, mourner, staff] = world.people(3, { generations: ["old", "middle"] });
      return { name: "a.txt", people: 3, written: w`【訃報】\n営業部 ${v.name(staff)}さんのご尊父　${v.name(dead, " ")}様（享年${world.random.between(70, 98)}）が、かねてよりご病気療養中のところ、6月${world.random.between(1, 28)}日にご逝去されました。ここに謹んでお知らせいたします。\n\n記\n1. 通夜　6月15日（土）午後6時～\n2. 喪主　${v.name(mourner, " ")}様（ご長男）\n3. 弔電の宛先　〒${v.postalCode(mourner)}　${v.address(mourner, "words")}\n以上\n` };
    },
  },
  {
    id: "test/case-record", genre: "text", title: "児童相談の経過記録",
    make: (world) => {
      const child = world.person({ generations: ["new", "kirakira", "kana"] });
      const mother = { ...world.person({ generations: ["middle"] }), n: 1, surname: child.surname };
      return { name: "a.txt", people: 2, written: w`ケース番号 R6-${world.random.between(100, 999)}\n児童：${v.name(child, "　")}（${v.born(child, "slash")}生、小学${world.random.between(1, 6)}年）\n保護者：母・${v.name(mother, "　")}、無職、${maybeCare("生活保護受給")}中\n4/12　学校より電話。${v.given(child)}さんが3日続けて欠席している。家庭訪問するも応答なし。\n4/13　母来所。「夜眠れず起こせなかった」と話す。${maybeCare("心療内科へ通院")}中とのこと。携帯 ${v.mobile(mother, "plain")} へ次回から直接連絡する。\n` };
    },
  },
  {
    id: "test/mail-thread", genre: "text", title: "引用の重なるメール",
    make: (world) => {
      const [a, b, c] = world.people(3, { foreign: 0.15 });
      return { name: "a.txt", written: w`${v.surname(b)}さん\n\n${v.surname(a)}です。了解しました。${v.name(c)}さんにも転送しておきます。\n\n-----Original Message-----\nFrom: ${v.name(b, " ")} <${v.email(b)}>\nSent: Tuesday, June 4, 2024 9:12 AM\nTo: ${v.name(a, " ")} <${v.email(a)}>\nCc: "${v.latin(c, "western")}" <${v.email(c)}>\nSubject: RE: 見積の件\n\n> お世話になります。${v.surname(b)}です。\n> 見積書の宛名を「${v.name(b)}」に直していただけますか。\n` };
    },
  },
  {
    id: "test/signature-variants", genre: "text", title: "飾りのある署名",
    make: (world) => {
      const [p, q] = world.people(2);
      return { name: "a.txt", people: 2, written: w`よろしくお願いします。\n\n*････*････*････*････*････*\n一般社団法人 里山ネット　事務局長\n　${v.name(p, "　")} / ${v.latin(p, "capitals")}\n　〒${v.office("postal-code", "761-8071")} ${v.office("postal-address", "香川県高松市伏石町2128番地5")}\n　T ${v.office("phone-number", "087-866-1111")}　F ${v.office("phone-number", "087-866-1112")}　M ${v.mobile(p, "dots")}\n　${v.email(p)}\n*････*････*････*････*････*\n※${world.random.between(1, 9)}日は不在のため、急ぎのご用件は${v.name(q)}（内線 ${world.random.between(200, 999)}）までお願いします。\n` };
    },
  },
  {
    id: "test/phone-memo", genre: "text", title: "電話のメモ",
    make: (world) => {
      const [p, q] = world.people(2);
      return { name: "a.txt", people: 2, written: w`電話メモ　${world.random.between(9, 17)}:${world.random.between(10, 59)}\n${v.name(q)}課長あて\n・先方：${v.name(p)}様（マルヨシ工業）\n・折り返し希望　→　${v.mobile(p, "wide")}\n・用件：納期の件で確認したいことがあるとのこと\n受けた人：総務\n` };
    },
  },
  {
    id: "test/trainees", genre: "text", title: "技能実習生の受け入れ",
    make: (world) => {
      const [a, b, boss] = world.people(3, { foreign: 1 });
      return { name: "a.txt", written: w`受入れ実習生について\n\n5月10日に${v.name(a)}さん（在留カード ${v.value(a, "residence-card", inventResidenceCard(world.random))}）と${v.name(b)}さんが入国します。空港への出迎えは${v.name(boss)}さんにお願いしました。寮は${v.address(a, "hyphens")}です。\n旅券：${v.latin(a, "passport")}　No. ${v.value(a, "passport", inventPassport(world.random))}\n` };
    },
  },
  {
    id: "test/english-cv", genre: "text", title: "英文の履歴書",
    make: (world) => {
      const p = world.person({ foreign: 0.3 });
      const r = world.random;
      return { name: "a.txt", people: 1, written: w`CURRICULUM VITAE\n\nName: ${v.latin(p, "capitals")}\nDate of birth: ${v.born(p, "iso")}\nAddress: ${marked(`${r.between(10, 400)} ${r.pick(["Maple Avenue", "Station Road", "Elm Street", "High Street"])}, ${r.pick(["Springfield, IL 62704", "London SW1A 2AA", "Leeds LS1 4DY", "Austin, TX 78701"])}`, { entity: "postal-address", person: p.n })}\nTel: ${v.mobile(p, "international")}\nEmail: ${v.email(p)}\n\nEducation\n2012-2016  BSc Chemistry, University of the North\nEmployment\n2016-now   Research assistant, Riverside Laboratories\n` };
    },
  },
  {
    id: "test/self-introduction", genre: "text", title: "アンケートの自由記述",
    make: (world) => {
      const [a, b, c] = world.people(3, { foreign: 0.2 });
      return { name: "a.txt", people: 3, written: w`Q12. ご意見・ご感想をご自由にお書きください。\n\n1) 受付の${v.name(a)}さんがとても親切でした。ありがとうございました。\n2) 私は${v.name(b)}と申します。先月の講座で質問した件、まだ回答をいただいていません。${v.email(b)} までご連絡ください。\n3) 駐車場が狭い。${world.random.between(2, 9)}回切り返した。\n4) 講師の${v.name(c)}先生のお話は分かりやすかったです。\n5) 特になし\n` };
    },
  },
  {
    id: "test/police-blotter", genre: "text", title: "事件の発表",
    make: (world) => {
      const [a, b] = world.people(2, { foreign: 0.2 });
      return { name: "a.txt", people: 2, written: w`　県警は${world.random.between(2, 28)}日、窃盗の疑いで、住所不定、無職${v.name(a)}容疑者（${2024 - a.birth.year}）を逮捕した。調べによると、${v.surname(a)}容疑者は先月、市内の会社員${v.name(b)}さん（${2024 - b.birth.year}）方に侵入し、現金約${world.random.between(2, 40)}万円を盗んだ疑い。容疑を認めているという。\n` };
    },
  },
  {
    id: "test/interview-notes", genre: "text", title: "採用面接の所見",
    make: (world) => {
      const [p, q] = world.people(2, { foreign: 0.15, generations: ["new", "middle"] });
      return { name: "a.txt", people: 2, written: w`【面接所見】\n受験番号：${marked(String(world.random.between(1001, 1999)), { entity: "user-id", optional: true })}\n氏名：${v.name(p)}（${v.reading(p, "katakana", "")}）\n所見：志望動機は明確。前職は物流会社で、チームの取りまとめを${world.random.between(2, 8)}年経験。健康面に不安なし。${v.surname(p)}氏の強みは粘り強さ。\n評価：B+\n面接官：${v.name(q)}\n` };
    },
  },
  {
    id: "test/handover", genre: "text", title: "夜勤の申し送り",
    make: (world) => {
      const all = world.people(4, { generations: ["old"] });
      return { name: "a.txt", written: w`夜勤申し送り（3F東）\n301 ${v.surname(all[0])}様　22時まで覚醒。眠前薬内服済み。\n302 ${v.name(all[1])}様　転倒リスク高、センサーマット作動${world.random.between(1, 5)}回。\n305 ${v.surname(all[2])} ${v.given(all[2])}様　SpO2 94%。痰がらみあり、吸引2回。\n308 ${v.name(all[3], " ")}様（${2024 - all[3].birth.year}歳）　本日退院予定、ご家族10時来棟。\n` };
    },
  },
  {
    id: "test/customer-note", genre: "text", title: "営業日報",
    make: (world) => {
      const [a, b] = world.people(2);
      return { name: "a.txt", written: w`営業日報 ${world.random.between(1, 12)}/${world.random.between(1, 28)}（${world.random.pick(["月", "火", "水"])}）\n10:00 大和精機　${v.surname(a)}部長と面談。新型機の導入は来期の予算次第。\n13:30 青葉クリニック　事務長の${v.name(b)}様、リース満了が近い。次回、見積を持参。\n16:00 帰社、資料作成\n所感：${v.surname(a)}部長はコスト重視。値引き${world.random.between(3, 9)}％を上司に相談。\n` };
    },
  },
  {
    id: "test/english-mail", genre: "text", title: "英文メール",
    make: (world) => {
      const [a, b] = world.people(2, { foreign: 0.5 });
      return { name: "a.txt", written: w`Hi ${marked(b.latinGiven.split(" ")[0].replace(/^(.)(.*)$/u, (_, first: string, rest: string) => first.toUpperCase() + rest.toLowerCase()), { entity: "person-name", person: b.n, form: "given", optional: true })},\n\nPlease note that ${v.latin(a, "western")} will join the call on Monday. Her number is ${v.mobile(a, "international")}; if you cannot reach her, write to ${v.email(a)}.\n\nThe Jordan office will be closed in August, and the Victoria line is under repair.\n\nBest,\n${v.latin(b, "western")}\nSenior Buyer | Northwind Paper Ltd.\n` };
    },
  },
]);

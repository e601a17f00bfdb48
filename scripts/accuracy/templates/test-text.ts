/**
 * THE TEST HALF: only ever measured. Do not read it to improve a rule, and do not move a template from here to the tune half
 * because it fails.
 */
import { inventCard, inventInsurer, inventLicence, inventMyNumber, inventPassport, inventPension, inventResidenceCard, letters, token } from "../invent/numbers.js";
import { writeHome } from "../invent/places.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { each, marked, w, type Written } from "../written.js";

/** Tells of health or hardship without naming an illness: whether that is special-care data is a matter of opinion. */
const maybeCare = (text: string): Written => marked(text, { entity: "special-care", optional: true });

export const TEST_TEXT: readonly Template[] = defineTemplates([
  {
    id: "test/fax-order", genre: "text", title: "FAX 申込用紙",
    make: (world) => {
      const p = world.person();
      return { name: "a.txt", people: 1, written: w`FAX送信票（このまま切らずにお送りください）\n送信先：みかん農園 行　FAX ${v.office("phone-number", "0879-22-1234")}\n\n◆ご注文主様\n　お名前（ふりがな）　${v.name(p, "　")}（${v.reading(p, "hiragana", "　")}）\n　ご住所　〒${v.postalCode(p)}\n　　　　　${v.address(p, "no-gaps")}\n　お電話　${v.landline(p, "half-brackets")}　携帯　${v.mobile(p, "spaces")}\n◆ご注文　温州みかん　5kg × ${world.random.between(1, 9)}箱　□熨斗あり　☑熨斗なし\n` };
    },
  },
  {
    id: "test/spread-name", genre: "text", title: "一字ずつ空けた氏名",
    make: (world) => {
      const [a, b] = world.people(2);
      return { name: "a.txt", people: 2, written: w`　　　　　　誓　約　書\n\n　私は、貴学の学則を遵守することを誓います。\n　　令和六年四月三日\n\n　　　　入学者　${v.spreadName(a, "　")}　印\n　　　　　　　　${v.born(a, "era-kanji")}生\n　　　　保証人　${v.spreadName(b, " ")}　印\n　　　　現住所　${v.address(b, "kanji")}\n\n学長　殿\n` };
    },
  },
  {
    id: "test/proxy", genre: "text", title: "委任状",
    make: (world) => {
      const [a, b] = world.people(2);
      return { name: "a.txt", people: 2, written: w`委　任　状\n\n（代理人）\n住所　${v.address(a, "banchi")}\n氏名　${v.name(a)}　（${v.born(a, "era")}生）\n\n　私は、上記の者を代理人と定め、住民票の写し${world.random.between(1, 4)}通の交付申請及び受領に関する一切の権限を委任します。\n\n（委任者）\n住所　${v.hardAddress(b)}\n氏名　${v.name(b, " ")}　㊞\n連絡先（日中つながる番号）　${v.mobile(b, "half-brackets")}\n` };
    },
  },
  {
    id: "test/lease", genre: "text", title: "賃貸借契約書",
    make: (world) => {
      const [lessor, lessee, surety] = world.people(3);
      return { name: "a.txt", people: 3, written: w`　賃貸人${v.name(lessor)}（以下「甲」という。）と賃借人${v.name(lessee)}（以下「乙」という。）及び連帯保証人${v.name(surety)}（以下「丙」という。）は、次のとおり建物賃貸借契約を締結した。\n第１条　甲は乙に対し、頭書の建物を賃貸し、乙はこれを賃借する。\n第２条　賃料は月額金${world.random.between(4, 12)}万円とし、乙は毎月末日までに翌月分を支払う。\n\n甲　${v.address(lessor, "words")}\n　　${v.name(lessor, "　")}\n乙　${v.address(lessee, "hyphens")}\n　　${v.name(lessee, "　")}　電話 ${v.mobile(lessee)}\n丙　${v.address(surety, "oaza")}\n　　${v.name(surety, "　")}\n` };
    },
  },
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
    id: "test/referral", genre: "text", title: "診療情報提供書",
    make: (world) => {
      const p = world.person();
      const illness = world.random.pick(["統合失調症", "２型糖尿病", "潰瘍性大腸炎", "うつ病", "HIV感染症", "パーキンソン病"]);
      return { name: "a.txt", people: 1, written: w`診療情報提供書\n\n紹介先医療機関　県立中央病院　消化器内科　御中\n\n患者氏名　${v.name(p, "　")}　殿　　性別　女\n生年月日　${v.born(p, "era-letter")}（${2024 - p.birth.year}歳）\n患者住所　${v.address(p, "no-banchi")}\n電話番号　${v.landline(p)}\n傷病名　${v.value(p, "special-care", illness)}\n紹介目的　精査加療のお願い\n既往歴及び家族歴　特記事項なし\n処方　別紙のとおり\n` };
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
    id: "test/lost-property", genre: "text", title: "拾得物の受付",
    make: (world) => {
      const p = world.person();
      return { name: "a.txt", people: 1, written: w`拾得物件預り書\n物件：財布（黒、二つ折り）1点　内容　現金 ${world.random.between(1, 30)},000円、運転免許証1枚（第${v.value(p, "drivers-license", inventLicence(world.random))}号）、診察券\n免許証記載の氏名　${v.name(p)}　同住所　${v.address(p, "banchi")}　${v.born(p, "era")}生\n拾得場所：東口改札横ベンチ\n` };
    },
  },
  {
    id: "test/dependants", genre: "text", title: "扶養控除等申告書",
    make: (world) => {
      const self = world.person({ generations: ["middle"] });
      const family = world.people(3).map((one, i) => ({ ...one, n: i + 1, surname: self.surname, surnameKana: self.surnameKana }));
      const number = (p: typeof self): ReturnType<typeof v.value> => v.value(p, "my-number", inventMyNumber(world.random).replace(/(\d{4})(?=\d)/gu, "$1-"));
      return { name: "a.txt", people: 4, written: w`給与所得者の扶養控除等（異動）申告書\n\nあなたの氏名（フリガナ）　${v.name(self, " ")}（${v.reading(self)}）\nあなたの個人番号　${number(self)}\nあなたの生年月日　${v.born(self, "era")}\nあなたの住所又は居所　（郵便番号 ${v.postalCode(self)}）${v.address(self, "hyphens")}\n\n${each(family, (p, i) => w`${["Ａ 源泉控除対象配偶者", "Ｂ 控除対象扶養親族１", "Ｂ 控除対象扶養親族２"][i]}　氏名 ${v.name(p, " ")}　個人番号 ${number(p)}　続柄 ${["妻", "子", "母"][i]}　生年月日 ${v.born(p, "era-one")}`)}\n` };
    },
  },
  {
    id: "test/pension-notice", genre: "text", title: "年金の通知",
    make: (world) => {
      const p = world.person({ generations: ["old", "middle"] });
      return { name: "a.txt", people: 1, written: w`${v.postalCode(p, "plain")}\n${v.address(p, "wide")}\n${v.name(p, "　")}　様\n\n年金額改定通知書\n基礎年金番号・年金コード　${v.value(p, "basic-pension-number", inventPension(world.random))}－1150\n受給権者生年月日　${v.born(p, "era")}\n振込先　ゆうちょ銀行　記号 ${v.value(p, "bank-account", `1${world.random.digits(3)}0`)}　番号 ${v.value(p, "bank-account", `${world.random.between(100, 999)}${world.random.digits(4)}1`)}\n` };
    },
  },
  {
    id: "test/insurance-card", genre: "text", title: "保険証の読み取り",
    make: (world) => {
      const p = world.person();
      return { name: "a.txt", people: 1, written: w`健康保険被保険者証　本人（被保険者）　令和5年10月1日交付\n記号 ${v.value(p, "health-insurance", world.random.digits(8))}　番号 ${v.value(p, "health-insurance", String(world.random.between(10, 999)))}（枝番）00\n氏名　${v.name(p, " ")}\n${v.born(p, "era")}生　性別 男\n資格取得年月日　平成25年4月1日\n保険者番号　${v.institution("health-insurance", inventInsurer(world.random))}\n保険者名称　全国健康保険協会 香川支部\n` };
    },
  },
  {
    id: "test/care-insurance", genre: "text", title: "介護サービス計画",
    make: (world) => {
      const [p, manager] = world.people(2, { generations: ["old", "middle"] });
      return { name: "a.txt", people: 2, written: w`居宅サービス計画書（１）\n利用者名　${v.name(p)}　殿　生年月日 ${v.born(p, "era")}　住所 ${v.address(p, "no-prefecture")}\n居宅サービス計画作成者氏名　${v.name(manager)}\n被保険者番号　${v.value(p, "health-insurance", `00${world.random.digits(8)}`)}　要介護状態区分　${v.value(p, "special-care", "要介護３")}\n利用者及び家族の生活に対する意向：住み慣れた家で過ごしたい（本人）。夜間が心配（長男）。\n` };
    },
  },
  {
    id: "test/family-register", genre: "text", title: "戸籍の記載",
    make: (world) => {
      const [head, father, mother] = world.people(3, { generations: ["old", "middle"] });
      const domicile = writeHome(father.home, "banchi");
      return { name: "a.txt", people: 3, written: w`本　　籍　${marked(domicile, { entity: "registered-domicile", person: head.n, also: ["postal-address"] })}\n氏　　名　${v.name(head, "　")}（筆頭者）\n\n【名】${v.given(head)}\n【生年月日】${v.born(head, "era")}\n【父】${v.name(father)}\n【母】${v.name(mother)}\n【続柄】長男\n身分事項　出生　【届出日】昭和60年5月2日\n` };
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
    id: "test/us-form", genre: "text", title: "US employment form",
    make: (world) => {
      const p = world.person({ foreign: 1 });
      const r = world.random;
      return { name: "a.txt", people: 1, written: w`Employee Information\nLegal name (Last, First): ${v.latin(p, "comma")}\nSocial Security Number: ${v.value(p, "national-id", `${r.between(101, 665)}-${r.between(10, 99)}-${r.between(1000, 9999)}`)}\nHome phone: ${marked(`(212) 555-0${r.between(100, 199)}`, { entity: "phone-number", person: p.n })}\nEmergency contact: spouse\nDate of birth (MM/DD/YYYY): ${marked(`${String(p.birth.month).padStart(2, "0")}/${String(p.birth.day).padStart(2, "0")}/${p.birth.year}`, { entity: "date-of-birth", person: p.n })}\n` };
    },
  },
  {
    id: "test/card-booking", genre: "text", title: "宿泊の予約",
    make: (world) => {
      const p = world.person({ foreign: 0.2 });
      return { name: "a.txt", people: 1, written: w`【予約通知】予約番号 ${letters(world.random, 2)}${world.random.digits(7)}\n宿泊代表者：${v.reading(p)}（${v.name(p, " ")}）様\nチェックイン：2024/08/${world.random.between(10, 28)} 15:00　2泊 大人2名\n連絡先：${v.mobile(p, "plain")}\n事前決済：VISA ${v.value(p, "credit-card", inventCard(world.random).replace(/(\d{4})(?=\d)/gu, "$1 "))} 有効期限 08/27\n備考：${v.surname(p)}様は海側の部屋をご希望\n` };
    },
  },
  {
    id: "test/environment", genre: "text", title: "設定ファイルの秘密",
    make: (world) => {
      const r = world.random;
      const nobody = (entity: "api-key" | "password", text: string): ReturnType<typeof marked> => marked(text, { entity, ...(entity === "password" && { also: ["api-key"] as const }) });
      return { name: "a.env", written: w`NODE_ENV=production\nPORT=8080\nAWS_ACCESS_KEY_ID=${nobody("api-key", `AKIA${token(r, 16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")}`)}\nAWS_SECRET_ACCESS_KEY=${nobody("api-key", token(r, 40))}\nGITHUB_TOKEN=${nobody("api-key", `ghp_${token(r, 36)}`)}\nSLACK_BOT_TOKEN=${nobody("api-key", `xoxb-${r.digits(12)}-${r.digits(12)}-${token(r, 24)}`)}\nDB_PASSWORD=${nobody("password", `${token(r, 12)}#7`)}\nLOG_LEVEL=info\n` };
    },
  },
  {
    id: "test/account-notice", genre: "text", title: "アカウントの通知",
    make: (world) => {
      const p = world.person();
      const r = world.random;
      return { name: "a.txt", people: 1, written: w`${v.name(p, " ")} 様\n\n校務支援システムのアカウントを発行しました。\n　ログインID：${v.value(p, "user-id", `t${r.digits(6)}`)}\n　初期パスワード：${v.value(p, "password", `${token(r, 9)}!`, ["api-key"])}\n初回ログイン後、必ずパスワードを変更してください。\n情報政策課\n` };
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
    id: "test/broken-lines", genre: "text", title: "PDF から写した、行の切れた文",
    make: (world) => {
      const p = world.person();
      const [place, rest] = [writeHome(p.home, "words").slice(0, 9), writeHome(p.home, "words").slice(9)];
      return { name: "a.txt", people: 1, written: w`上記の者について、次のとおり就労していることを証明する。\n本人氏名\n${v.name(p, " ")}\n本人住所\n${marked(`${place}\n${rest}`, { entity: "postal-address", person: p.n })}\n生年月日\n${v.born(p, "wide")}\n雇用期間\n無期　　平成 30 年 4 月 1 日 ～\n電話\n${v.mobile(p)}\n` };
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
    id: "test/self-introduction", genre: "text", title: "アンケートの自由記述",
    make: (world) => {
      const [a, b, c] = world.people(3, { foreign: 0.2 });
      return { name: "a.txt", people: 3, written: w`Q12. ご意見・ご感想をご自由にお書きください。\n\n1) 受付の${v.name(a)}さんがとても親切でした。ありがとうございました。\n2) 私は${v.name(b)}と申します。先月の講座で質問した件、まだ回答をいただいていません。${v.email(b)} までご連絡ください。\n3) 駐車場が狭い。${world.random.between(2, 9)}回切り返した。\n4) 講師の${v.name(c)}先生のお話は分かりやすかったです。\n5) 特になし\n` };
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
    id: "test/will", genre: "text", title: "公正証書遺言",
    make: (world) => {
      const [testator, son, witness] = world.people(3, { generations: ["old", "middle"] });
      return { name: "a.txt", people: 3, written: w`　遺言者${v.name(testator)}は、次のとおり遺言する。\n第一条　遺言者は、その所有する一切の財産を、長男${v.name(son)}（${v.born(son, "era-kanji")}生）に相続させる。\n第二条　遺言執行者として前記${v.name(son)}を指定する。\n\n住所　${v.address(testator, "kanji")}\n職業　無職\n遺言者　${v.name(testator, "　")}　${v.born(testator, "era-kanji")}生\n証人　${v.name(witness, "　")}\n` };
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
    id: "test/event-programme", genre: "text", title: "発表会の出演者",
    make: (world) => {
      const all = world.people(6, { generations: ["new", "kirakira", "kana"] });
      return { name: "a.txt", people: 6, written: w`ピアノ発表会プログラム\n第1部\n1. きらきら星変奏曲……${v.name(all[0], " ")}（年長）\n2. エリーゼのために……${v.name(all[1], " ")}（小3）\n3. 連弾「人形の夢と目覚め」……${v.name(all[2], " ")}・${v.name(all[3], " ")}\n第2部\n4. トルコ行進曲……${v.name(all[4])}（中1）\n5. 幻想即興曲……${v.name(all[5])}（高2）\n` };
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
  {
    id: "test/vertical-officers", genre: "text", title: "役員の改選",
    make: (world) => {
      const all = world.people(6);
      return { name: "a.txt", people: 6, written: w`新年度の役員が次のとおり決まりました。\n\n会　長　　${v.name(all[0], "　")}（再任）\n副会長　　${v.name(all[1], "　")}（新任）\n会　計　　${v.name(all[2], "　")}\n監　事　　${v.name(all[3], "　")}、${v.name(all[4], "　")}\n書　記　　${v.name(all[5], "　")}　℡${v.landline(all[5])}\n任期は${world.random.between(1, 2)}年です。\n` };
    },
  },
]);

/**
 * THE TEST HALF: only ever measured. Do not read it to improve a rule, and do not move a template from here to the tune half
 * because it fails. Forms, certificates, contracts.
 */
import { inventCard, inventInsurer, inventLicence, inventMyNumber, inventPension, letters, token } from "../invent/numbers.js";
import { writeHome } from "../invent/places.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { each, marked, w } from "../written.js";

export const TEST_FORMS: readonly Template[] = defineTemplates([
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
    id: "test/referral", genre: "text", title: "診療情報提供書",
    make: (world) => {
      const p = world.person();
      const illness = world.random.pick(["統合失調症", "２型糖尿病", "潰瘍性大腸炎", "うつ病", "HIV感染症", "パーキンソン病"]);
      return { name: "a.txt", people: 1, written: w`診療情報提供書\n\n紹介先医療機関　県立中央病院　消化器内科　御中\n\n患者氏名　${v.name(p, "　")}　殿　　性別　女\n生年月日　${v.born(p, "era-letter")}（${2024 - p.birth.year}歳）\n患者住所　${v.address(p, "no-banchi")}\n電話番号　${v.landline(p)}\n傷病名　${v.value(p, "special-care", illness)}\n紹介目的　精査加療のお願い\n既往歴及び家族歴　特記事項なし\n処方　別紙のとおり\n` };
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
    id: "test/account-notice", genre: "text", title: "アカウントの通知",
    make: (world) => {
      const p = world.person();
      const r = world.random;
      return { name: "a.txt", people: 1, written: w`${v.name(p, " ")} 様\n\n校務支援システムのアカウントを発行しました。\n　ログインID：${v.value(p, "user-id", `t${r.digits(6)}`)}\n　初期パスワード：${v.value(p, "password", `${token(r, 9)}!`, ["api-key"])}\n初回ログイン後、必ずパスワードを変更してください。\n情報政策課\n` };
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
    id: "test/will", genre: "text", title: "公正証書遺言",
    make: (world) => {
      const [testator, son, witness] = world.people(3, { generations: ["old", "middle"] });
      return { name: "a.txt", people: 3, written: w`　遺言者${v.name(testator)}は、次のとおり遺言する。\n第一条　遺言者は、その所有する一切の財産を、長男${v.name(son)}（${v.born(son, "era-kanji")}生）に相続させる。\n第二条　遺言執行者として前記${v.name(son)}を指定する。\n\n住所　${v.address(testator, "kanji")}\n職業　無職\n遺言者　${v.name(testator, "　")}　${v.born(testator, "era-kanji")}生\n証人　${v.name(witness, "　")}\n` };
    },
  },
]);

/** Forms and certificates, to improve the rules on; the coin of coin.ts chose the half. */
import { counted, familyOf, serial, textual } from "../contents.js";
import { inventCorporateNumber } from "../invent/numbers.js";
import { writeHome } from "../invent/places.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { w } from "../written.js";

export const TUNE_FORMS_2: readonly Template[] = defineTemplates([
  textual("tune/2/care-application", "要介護認定の申請書", (world) => {
    const [p, agent, doctor] = world.people(3, { generations: ["old", "middle"] });
    return counted(w`介護保険　要介護認定・要支援認定　申請書　　申請年月日 令和${world.random.between(4, 7)}年${world.random.between(1, 12)}月${world.random.between(1, 28)}日

[被保険者]
被保険者番号　${v.value(p, "health-insurance", `00${world.random.digits(8)}`)}　　保険者番号 ${v.institution("health-insurance", "372011")}
フリガナ　${v.reading(p)}　　生年月日　${v.born(p, "era-one")}
氏　名　${v.name(p)}
住　所　〒${v.postalCode(p, "wide")} ${v.address(p, "wide")}　電話番号 ${v.landline(p, "wide")}
前回の結果　${v.value(p, "special-care", world.random.pick(["要支援２", "要介護１", "要介護２"]))}
[提出代行者]
氏名　${v.name(agent)}　（本人との関係 長女）　電話 ${v.mobile(agent, "plain")}
[主治医]
医療機関名　森内科医院　　主治医の氏名　${v.name(doctor)}
`);
  }),
  textual("tune/2/withholding", "源泉徴収票", (world) => {
    const p = world.person();
    return counted(w`令和${world.random.between(3, 6)}年分　給与所得の源泉徴収票
支払を受ける者
　住所又は居所　${v.address(p, "dashes")}
　（受給者番号）${serial(world.random.digits(6))}
　（役職名）主任
　氏名（フリガナ）${v.reading(p, "half-width")}
　　　　${v.name(p, "　")}
種別　給料・賞与　支払金額　内 ${world.random.between(2, 9)},${world.random.digits(3)},000　源泉徴収税額　内 ${world.random.between(20, 400)},${world.random.digits(3)}
生年月日　${v.born(p, "era")}
支払者　所在地　${v.office("postal-address", "香川県高松市寿町二丁目4番20号")}　名称　株式会社みなと（電話）${v.office("phone-number", "087-821-0033")}
`);
  }),
  textual("tune/2/birth-notification", "出生届", (world) => {
    const [father] = world.people(1, { generations: ["new"] });
    const [child] = familyOf(world, father, 1).map((one) => ({ ...one, birth: { ...one.birth, year: 2022 } }));
    const [mother] = world.people(1, { generations: ["new"] }).map((one) => ({ ...one, n: 2, surname: father.surname }));
    return counted(w`出　生　届　　令和${world.random.between(4, 7)}年${world.random.between(1, 12)}月${world.random.between(1, 28)}日届出　市長 殿
(1) 子の氏名　　（よみかた）${v.reading(child, "hiragana", "　")}
　　　　　　　　${v.name(child, "　")}　　☑嫡出子　☑女
(2) 生まれたとき　${v.born(child, "era")}　午前${world.random.between(1, 11)}時${world.random.between(1, 59)}分
(3) 生まれたところ　${v.office("postal-address", "香川県高松市朝日町一丁目2番1号")}（県立中央病院）
(4) 住所　　　　${v.address(father, "words")}　世帯主の氏名 ${v.name(father, "　")}
(5) 父母の氏名　父 ${v.name(father, "　")}　母 ${v.name(mother, "　")}
　　生年月日　　父 ${v.born(father, "japanese")}　母 ${v.born(mother, "japanese")}
(6) 本籍　　　　${v.value(father, "registered-domicile", writeHome(father.home, "no-banchi"), ["postal-address"])}　筆頭者の氏名 ${v.name(father, "　")}
`);
  }),
  textual("tune/2/dog-registration", "犬の登録申請", (world) => {
    const p = world.person();
    return counted(w`犬　の　登　録　申　請　書

申請者（飼い主）
　住所　${v.hardAddress(p)}
　フリガナ　${v.reading(p, "katakana", "　")}
　氏名　${v.name(p, "　")}
　電話番号　（自宅）${v.landline(p, "brackets")}　（携帯）${v.mobile(p, "brackets")}

犬の名　${world.random.pick(["ハナ", "太郎", "モモ", "ジョン", "小次郎"])}　　種類　柴　　毛色　茶　　生年月日　令和${world.random.between(1, 6)}年${world.random.between(1, 12)}月頃　性別　おす
鑑札番号　第${world.random.between(100, 9999)}号　注射済票　第${world.random.between(100, 9999)}号
動物病院　やまだ動物病院
`);
  }),
  textual("tune/2/consent", "手術の同意書", (world) => {
    const [p, witness, doctor] = world.people(3);
    return counted(w`説明・同意書

患者ID　${serial(`00${world.random.digits(6)}`)}　　患者氏名　${v.name(p, "　")}　様　　${v.born(p, "slash")}　（${2024 - p.birth.year}歳）
病名　${v.value(p, "special-care", world.random.pick(["胆石症", "鼠径ヘルニア", "乳がん", "大腸ポリープ"]))}
手術（検査）名　腹腔鏡下手術　　予定日　${world.random.between(1, 12)}月${world.random.between(1, 28)}日

私は上記について説明しました。　説明医師　外科　${v.name(doctor, "　")}
私は説明を受け、理解しましたので同意します。
　本人署名　${v.name(p, "　")}
　同席者署名　${v.name(witness, "　")}（続柄　夫）　電話　${v.mobile(witness)}
`);
  }),
  textual("tune/2/parking-certificate", "車庫証明の申請", (world) => {
    const p = world.person();
    return counted(w`自動車保管場所証明申請書　　高松南警察署長 殿
車名　スズキ　型式　DBA-MK${world.random.digits(2)}S　車台番号　MK${world.random.digits(2)}S-${world.random.digits(6)}
自動車の使用の本拠の位置　${v.address(p, "words")}
自動車の保管場所の位置　同上敷地内
申請者　〒（${v.postalCode(p)}）
　　　　住所　${v.address(p, "words")}
　　　　ﾌﾘｶﾞﾅ　${v.reading(p, "half-width")}
　　　　氏名　${v.name(p, "　")}
　　　　${v.landline(p, "half-brackets")} 局番
`);
  }),
  textual("tune/2/leave-request", "休暇届", (world) => {
    const [p, cover] = world.people(2);
    return counted(w`休　暇　届
提出日　20${world.random.between(22, 25)}/${world.random.between(1, 12)}/${world.random.between(1, 28)}
所属　製造二課　　社員No. ${serial(world.random.digits(5))}　　氏名　${v.name(p, " ")}
期間　${world.random.between(1, 12)}/${world.random.between(1, 28)} ～ ${world.random.between(1, 12)}/${world.random.between(1, 28)}（${world.random.between(1, 5)}日間）
区分　○有給　・特別　・欠勤　　理由　私用のため
休暇中の連絡先　${v.mobile(p)}
業務の代行者　${v.name(cover, " ")}
課長印　　　係長印
`);
  }),
  textual("tune/2/nursery-application", "保育所の入所申込", (world) => {
    const [father] = world.people(1, { generations: ["new", "middle"] });
    const [child] = familyOf(world, father, 1).map((one) => ({ ...one, birth: { ...one.birth, year: 2023 } }));
    const [mother] = world.people(1, { generations: ["new", "middle"] }).map((one) => ({ ...one, n: 2, surname: father.surname }));
    return counted(w`保育所等利用申込書

【申込児童】${v.name(child, "　")}（${v.reading(child, "hiragana", "　")}）　${v.born(child, "era")}生
　アレルギー：卵　　希望①かえで保育園　②第${world.random.between(2, 9)}さくらこども園
【保護者】父　${v.name(father, "　")}　勤務先　㈱タダノ　勤務時間 8:30～17:30
　　　　　母　${v.name(mother, "　")}　勤務先　育休中
【住所】${v.address(father, "hyphens")}
【連絡先】①${v.mobile(father)}（父）　②${v.mobile(mother)}（母）
【利用開始】令和${world.random.between(5, 8)}年4月1日　標準時間
`);
  }),
  textual("tune/2/receipt", "宛名のある領収書", (world) => {
    const p = world.person({ foreign: 0.05 });
    return counted(w`　　　　領　収　証　　　No.${world.random.digits(5)}
　　${v.name(p, " ")}　様
　　　　￥${world.random.between(1, 90)},${world.random.digits(3)}－
但し　駐車場代（${world.random.between(1, 12)}月分）として
上記正に領収いたしました。　令和6年${world.random.between(1, 12)}月${world.random.between(1, 28)}日
　内訳　税抜金額　　　消費税額等（10％）
　　　　　有限会社 林不動産
　　　　　${v.office("postal-address", "高松市古新町8番地1")}　${v.office("phone-number", "087-851-3377")}　登録番号 T${inventCorporateNumber(world.random)}
`);
  }),
]);

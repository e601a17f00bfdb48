/** Paper of towns, schools, wards, temples and shops as it leaks, written before any rule for it was looked at; the coin of coin.ts chose the half. */
import { familyOf, serial, textual, uncounted } from "../contents.js";
import { writeHome } from "../invent/places.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { each, joined, w } from "../written.js";

const spread = (text: string): string => Array.from(text).join(" ");

export const TUNE_JAPAN_7: readonly Template[] = defineTemplates([
  textual("tune/7/grid-paper-application", "一字ずつ升目に書いた申請書", (world) => {
    const [p, head] = world.people(2);
    return uncounted(w`様 式 第 3 号
申 請 者  氏 名 ： ${v.spreadName(p)}
生 年 月 日 ： ${v.value(p, "date-of-birth", spread(v.writeDate(p.birth, "era")))}
住 所 ： ${v.value(p, "postal-address", spread(writeHome(p.home, "words").replace("　", "")))}
電 話 ： ${v.value(p, "phone-number", spread(p.mobile.join("-")))}
世 帯 主 ： ${v.spreadName(head)}
`);
  }),
  textual("tune/7/exchange-diary", "交換日記", (world) => {
    const [a, b, c] = world.people(3, { generations: ["new", "kirakira"] });
    return uncounted(w`５月${world.random.between(10, 28)}日　はれ　書いた人　${v.given(a)}
${v.given(b)}ちゃんへ。きのうは${v.surname(c)}くんにわらわれてかなしかった。でも${v.given({ ...b, n: 11 })}がいたからへいき！
うちのでんわ${v.landline(a)}だからひみつのときかけてね。
次は${v.given({ ...b, n: 12 })}のばん♡
先生より：${v.given({ ...a, n: 10 })}さん、なにかあったら話してね（${v.surname({ ...world.person(), n: 40 })}）
`);
  }),
  textual("tune/7/nengajo-address-csv", "年賀状の宛名ソフトの書き出し", (world) => {
    const people = world.people(5, { generations: ["old", "middle"] });
    return uncounted(w`"氏名","フリガナ","連名1","敬称","自宅〒","自宅住所1","自宅住所2","自宅TEL","出欠","喪中"
${each(people, (p, i) => w`"${v.name(p, "　")}","${v.reading(p, "katakana", "　")}","${v.given({ ...world.person(), n: 30 + i })}","様","${v.postalCode(p)}","${v.address(p, "hyphens")}","","${v.landline(p)}","○○×○","${i === 2 ? "喪" : ""}"`)}
`, "a.csv");
  }),
  textual("tune/7/call-transcript", "電話の受け答えの書き起こし", (world) => {
    const [p, op] = world.people(2, { rare: 0.15 });
    return uncounted(w`OP：お電話ありがとうございます。${v.surname(op)}が承ります。
CU：あの、水が出んのやけど。
OP：お名前をフルネームでお願いいたします。
CU：${v.name(p)}です。${v.surname({ ...p, n: 10 })}は普通の、下は${v.reading(p, "hiragana", "")}って読みます。
OP：${v.surname({ ...p, n: 11 })}様、生年月日とご住所もお願いします。
CU：${v.born(p, "era")}、${v.address(p, "no-prefecture")}です。
OP：折り返しは${v.mobile(p, "spaces")}でよろしいですか。
CU：いや、嫁の${v.given({ ...world.person({ generations: ["middle"] }), n: 30 })}のほうにかけて。
`);
  }),
  textual("tune/7/hiyari-report", "ヒヤリハットの用紙", (world) => {
    const [p, staff, other] = world.people(3, { generations: ["old", "middle"] });
    return uncounted(w`┌──────────────┐
│ヒヤリ・ハット報告　　　　　　│
├──────┬───────┤
│記入者　　　│${v.name(staff, "　")}
│利用者　　　│${v.name(p, "　")}様（${v.born(p, "era-letter")}）
│発見者　　　│${v.surname(other)}
├──────┴───────┤
│ベッド脇で端座位の${v.surname({ ...p, n: 10 })}様を巡視中の${v.surname({ ...other, n: 12 })}が発見。
│長男　${v.given({ ...familyOf(world, p, 1)[0], n: 30 })}様に架電（${v.mobile(p)}）
└──────────────┘
`);
  }),
  textual("tune/7/receipt-uesama", "領収書の控えの綴り", (world) => {
    const people = world.people(3);
    return uncounted(w`領収書控
No.0${world.random.digits(3)}　上様　￥3,300　お品代として
No.0${world.random.digits(3)}　${v.name(people[0], "　")}　様　￥12,${world.random.digits(3)}　修理代として
No.0${world.random.digits(3)}　${v.surname(people[1])}　様　￥880　コピー代
No.0${world.random.digits(3)}　上様　￥500
No.0${world.random.digits(3)}　（有）かわせみ塗装　${v.name(people[2])}　様　￥55,000　内金
`);
  }),
  textual("tune/7/delivery-slip-box", "枠のある送り状", (world) => {
    const [to, from] = world.people(2, { foreign: 0.1 });
    return uncounted(w`┏━━━━━━━━━━━━━━┓
┃お届け先　TEL ${v.mobile(to, "half-brackets")}
┃〒${v.postalCode(to, "wide")}
┃${v.address(to, "wide")}
┃　　${v.name(to, "　")}　様
┣━━━━━━━━━━━━━━┫
┃ご依頼主　TEL ${v.landline(from, "half-brackets")}
┃〒${v.postalCode(from, "wide")}　${v.address(from, "hyphens")}
┃　　${v.name(from, "　")}　様
┗━━━━━━━━━━━━━━┛
品名　みかん　　問合せ番号 ${world.random.digits(4)}-${world.random.digits(4)}-${world.random.digits(4)}
`);
  }),
  textual("tune/7/will-holograph", "自筆の遺言", (world) => {
    const [p, nurse] = world.people(2, { generations: ["old"] });
    const [son, daughter] = familyOf(world, p, 2);
    return uncounted(w`　　　　遺　言　書
一、私は、自宅の土地と家を長男${v.given(son)}にやる。
一、預金は長女${v.name({ ...daughter, surname: nurse.surname })}と、世話になった${v.name(nurse)}さんで半分ずつとする。
一、${v.given({ ...son, n: 31 })}は母さんの墓を守ること。
令和六年五月吉日
　　　　${v.address(p, "kanji")}
　　　　　　　　${v.name(p, "　")}　㊞
`);
  }),
  textual("tune/7/questionnaire-free", "講習のアンケートの自由記述", (world) => {
    const [a, b, c] = world.people(3, { generations: ["middle", "old"] });
    return uncounted(w`Q7. 困っていること
・主人の介護で手が離せない。ケアマネの${v.surname(a)}さんには感謝（60代 女性）
・２階の${v.name(b)}さんの足音。直接言えません。
・子ども（${v.given({ ...world.person({ generations: ["kirakira"] }), n: 30 })}、小2）が学校に行けない
・特になし
・連絡ください　${v.surname(c)}　${v.mobile(c, "plain")}
`);
  }),
  textual("tune/7/restaurant-bookings", "料理屋の予約の帳面", (world) => {
    const people = world.people(5, { generations: ["middle", "old"] });
    return uncounted(w`${world.random.between(1, 12)}/${world.random.between(10, 28)}(土)
17:30　${v.surname(people[0])}様　4名　座敷　${v.mobile(people[0])}
18:00　${v.name(people[1])}様　2　結婚記念日、プレート「${v.given({ ...people[1], n: 11 })}＆${v.given({ ...world.person(), n: 30 })}」
18:00　${v.reading(people[2], "katakana", "")}様　6　えび× ${v.landline(people[2])}
18:30　ｷｬﾝｾﾙ ${v.surname(people[3])}様→翌週
19:00　${v.surname(people[4])}先生（歯科）　カウンター　いつもの
`);
  }),
  textual("tune/7/romaji-manifest", "旅客の名簿、ローマ字", (world) => {
    const people = world.people(6, { foreign: 0.2 });
    return uncounted(w`PNL 14JUN TAK-HND
${each(people, (p, i) => w`${String(i + 1).padStart(3, "0")} ${v.latin(p, "passport")} ${i % 2 === 0 ? "MR" : "MS"} ${12 + i}${"ABCHJK"[i]} ${i === 3 ? "WCHR" : "OK"}`)}
`);
  }),
  textual("tune/7/classroom-observation", "授業を見た覚え", (world) => {
    const [a, b, c, teacher] = world.people(4, { generations: ["new", "kirakira"] });
    return uncounted(w`５校時　算数　３年２組　授業者　${v.surname(teacher)}
T　わかった人。
C1（${v.surname(a)}）　12こ。
C2（${v.surname(b)}）　ちがう、11こ。
→${v.given(c)}は離席。支援員が廊下へ。板書後、${v.surname({ ...a, n: 10 })}・${v.surname({ ...b, n: 11 })}で話し合い。
協議会：${v.name({ ...c, n: 12 })}の個別の計画について（${v.institution("special-care", "自閉スペクトラム症")}、服薬あり）
`);
  }),
  textual("tune/7/swim-school-bus", "スイミングのバスの停留所", (world) => {
    const people = world.people(6, { generations: ["kirakira", "new"] });
    return uncounted(w`Cコース（水）　運転　${v.surname({ ...world.person(), n: 40 })}
①15:05 郵便局前　${v.name(people[0])}、${v.name(people[1])}
②15:12 団地東　　${v.name(people[2])}（妹${v.given({ ...familyOf(world, people[2], 1)[0], n: 30 })}も）
③15:20 コンビニ　${v.surname(people[3])}兄弟　※母 ${v.mobile(people[3])}
④15:28 公園　　　${v.name(people[4])}　　休み：${v.name(people[5])}
`);
  }),
  textual("tune/7/patrol-police-notice", "行方のわからない人の手配の写し", (world) => {
    const [p, caller] = world.people(2, { generations: ["old"] });
    return uncounted(w`行方不明者届受理票（写）
届出人　${v.name({ ...caller, surname: p.surname })}（妻）
不明者　${v.name(p)}　${v.reading(p, "katakana", "　")}　男　${v.born(p, "era")}生（当${2024 - p.birth.year}年）
住　居　${v.address(p, "banchi")}
人　着　白髪、中肉、灰色ジャンパー
発見時は生安課${v.surname({ ...world.person(), n: 40 })}又は届出人${v.mobile(caller)}へ一報のこと
`);
  }),
  textual("tune/7/mediation-record", "調停の経過の覚え", (world) => {
    const [a, b, lawyer] = world.people(3, { generations: ["middle"] });
    return uncounted(w`第3回期日　令和6年(家イ)第${world.random.between(100, 900)}号
申立人　${v.name(a)}　　　相手方　${v.name(b)}
相手方代理人${v.surname(lawyer)}弁護士：面会は月1回、長女${v.given({ ...familyOf(world, b, 1)[0], n: 30 })}の送迎は申立人宅（${v.address(a, "words")}）
調停委員：${v.surname({ ...a, n: 10 })}さんの収入資料を次回まで。
申立人の実母${v.name({ ...world.person({ generations: ["old"] }), n: 31 })}が同席を希望
`);
  }),
  textual("tune/7/union-roll", "組合の分会の名簿", (world) => {
    const people = world.people(7);
    return uncounted(w`分会三役　分会長${v.name(people[0])}　書記長${v.name(people[1])}　会計${v.name(people[2])}
未加入　${joined(people.slice(3, 5).map((p) => v.surname(p)), "、")}（パート）
脱退届　${v.name(people[5])}　理由：生活苦
カンパ　${v.surname({ ...people[0], n: 20 })}5千　${v.surname({ ...people[1], n: 21 })}3千　${v.surname(people[6])}3千
`);
  }),
  textual("tune/7/labour-grievance", "労働の相談の票", (world) => {
    const [p, boss] = world.people(2, { foreign: 0.2, generations: ["middle", "new"] });
    return uncounted(w`総合労働相談票
相談者＿${v.name(p)}＿＿＿＿（匿名希望　否）　連絡先＿${v.mobile(p)}＿
事業場＿(株)はまゆう水産＿＿＿　上司＿${v.surname(boss)}工場長＿
申出内容＿${v.surname({ ...boss, n: 11 })}に「国へ帰れ」と言われた。有休なし。＿
希望＿助言・指導＿あっせん＿　寮の住所＿${v.address(p, "hyphens")}＿
`);
  }),
  textual("tune/7/line-balance-factory", "組立ラインの人の割り付け", (world) => {
    const people = world.people(8, { foreign: 0.25 });
    return uncounted(w`Bライン　${world.random.between(1, 12)}月度　配員
[工程1] ${v.surname(people[0])}　[工程2] ${v.surname(people[1])}/${v.surname(people[2])}　[工程3] ${v.name(people[3])}
[検査] ${v.name(people[4])}（新人、指導 ${v.surname({ ...people[0], n: 20 })}）
[リリーフ] ${v.surname(people[5])}　[応援] ${v.name(people[6], " ")}（派遣）
欠：${v.surname(people[7])}（腰痛、〜末）
`);
  }),
  textual("tune/7/forklift-licences", "技能講習の修了証の台帳", (world) => {
    const people = world.people(5, { foreign: 0.15 });
    return uncounted(w`修了証番号　氏名　生年月日　交付　更新
${each(people, (p, i) => w`第${serial(world.random.digits(5))}号　${v.name(p, "　")}　${v.born(p, (["era-one", "era-letter", "dots", "era", "slash"] as const)[i])}　R${world.random.between(2, 6)}.${world.random.between(1, 12)}　${i === 2 ? "紛失再" : "－"}`)}
`);
  }),
  textual("tune/7/dentist-kartes", "歯科のカルテの表紙と主訴", (world) => {
    const [p, doctor] = world.people(2);
    return uncounted(w`${serial(world.random.digits(5))}　${v.reading(p, "half-width", " ")}　♀　${v.born(p, "era-one")}
${v.name(p)}　${v.address(p, "no-prefecture")}　℡${v.landline(p, "brackets")}　勤）平和堂薬局
cc）右下6　冷水痛　P）C2　→ CR　Dr ${v.surname(doctor)}　DH ${v.surname({ ...world.person(), n: 40 })}
紹介：義母 ${v.surname({ ...world.person(), n: 30 })}さん　　次回 ${world.random.between(1, 12)}/${world.random.between(1, 28)} 16:30
`);
  }),
  textual("tune/7/after-school-log", "学童の一日の記録", (world) => {
    const people = world.people(6, { generations: ["kirakira", "new", "kana"] });
    return uncounted(w`入室14:40　${joined(people.slice(0, 4).map((p) => v.given(p)), "・")}
15:10　${v.given({ ...people[0], n: 10 })}、${v.surname(people[4])}くんの本を破る。謝る。
16:00　おやつ（${v.given({ ...people[1], n: 11 })}ちゃん卵除去）
17:20　${v.name(people[5])}　父迎え。離婚調停中につき父へは渡さない→母 ${v.mobile(people[5])} 不通
記録　${v.surname({ ...world.person(), n: 40 })}
`);
  }),
  textual("tune/7/fire-brigade", "消防団の班の名簿", (world) => {
    const people = world.people(6, { generations: ["middle", "new"] });
    return uncounted(w`第２分団第１部
部長　${v.name(people[0], " ")}　　自）${v.landline(people[0])}　携）${v.mobile(people[0])}
班長　${v.name(people[1], " ")}　　携）${v.mobile(people[1])}　血液型AB
団員　${v.name(people[2], " ")}　　〃　${v.mobile(people[2])}
　〃　${v.name(people[3], " ")}　　〃　${v.mobile(people[3])}
　〃　${v.name(people[4], " ")}　　（夜勤）${v.born(people[4], "era-letter")}
　〃　${v.name(people[5], " ")}　　退団予定
`);
  }),
  textual("tune/7/garbage-duty-calendar", "ごみ当番の表", (world) => {
    const people = world.people(6);
    return uncounted(w`ごみステーション当番
 1日(月) ${v.surname(people[0])}　 2日(火) ${v.surname(people[1])}　 3日(水) ${v.surname(people[2])}
 8日(月) ${v.surname(people[3])}　 9日(火) ${v.surname(people[4])}　10日(水) ${v.surname(people[5])}
15日(月) ${v.surname({ ...people[0], n: 20 })}⇔${v.surname({ ...people[4], n: 24 })}（交代）
網の保管　${v.surname({ ...people[2], n: 22 })}宅（${v.address(people[2], "no-prefecture")}）
`);
  }),
  textual("tune/7/evacuation-shelter-list", "避難所の受付の紙", (world) => {
    const people = world.people(3, { generations: ["middle", "old"] });
    const kids = familyOf(world, people[0], 2);
    return uncounted(w`避難者カード（体育館A-${world.random.between(1, 30)}）
世帯主 ${v.name(people[0])} ${2024 - people[0].birth.year}才　妻 ${v.given({ ...world.person(), n: 30 })}　子 ${v.given(kids[0])}(${world.random.between(3, 15)})、${v.given(kids[1])}(${world.random.between(1, 12)})
住所 ${v.address(people[0], "banchi")}　全壊・半壊
ペット 犬1　持病 母（${v.name(people[1])}）${v.institution("special-care", "糖尿病")}、インスリン要
安否を尋ねている人 ${v.name(people[2])}（弟）${v.mobile(people[2], "plain")}　公開 可・否
`);
  }),
  textual("tune/7/pet-hotel", "ペットホテルの預かり票", (world) => {
    const [p, second] = world.people(2);
    return uncounted(w`お預かり票　ポチ（柴 ♂ 7才）
飼い主　${v.name(p, " ")}　緊急 ${v.mobile(p, "dots")}
お迎え　${v.surname({ ...p, n: 10 })}さまの妹 ${v.given(second)}さま（${v.mobile(second)}）
かかりつけ　さぬき犬猫医院　${v.surname({ ...world.person(), n: 40 })}先生
`);
  }),
  textual("tune/7/ambulance-handover", "救急の引き継ぎの紙", (world) => {
    const [p, wife] = world.people(2, { generations: ["old"] });
    return uncounted(w`覚知 ${world.random.between(0, 23)}:${world.random.between(10, 59)}　傷病者 ${v.name(p)} ${2024 - p.birth.year}歳♂ ${v.born(p, "era-letter")}
発生場所 ${v.address(p, "no-banchi")} 自宅浴室
BP 8${world.random.digits(1)}/4${world.random.digits(1)}　JCS Ⅱ-20
関係者 妻${v.given(wife)}同乗、長女${v.surname({ ...world.person(), n: 30 })}様へ連絡済 ${v.mobile(wife, "plain")}
隊長 ${v.surname({ ...world.person(), n: 40 })}　医師署名 ${v.name({ ...world.person(), n: 41 })}
`);
  }),
  textual("tune/7/emergency-card", "学校の緊急連絡カード", (world) => {
    const [parent, neighbour] = world.people(2, { generations: ["middle"] });
    const [child] = familyOf(world, parent, 1);
    return uncounted(w`ふりがな｜${v.reading(child, "hiragana", "　")}
児童氏名｜${v.name(child, "　")}　　｜${world.random.between(1, 6)}年${world.random.between(1, 3)}組｜${v.born(child, "japanese")}生
保護者　｜${v.name(parent, "　")}　　｜続柄　父
連絡先①｜${v.mobile(parent)}（父）②｜${v.landline(parent)}（自宅）
緊急時引渡し｜${v.name(neighbour, "　")}（近所）｜${v.mobile(neighbour)}
`);
  }),
]);

/** Records, registers and lists of offices, written before any rule for them was looked at; the coin of coin.ts chose the half. */
import { familyOf, serial, textual, uncounted } from "../contents.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { each, joined, w } from "../written.js";

export const TUNE_RECORDS_4: readonly Template[] = defineTemplates([
  textual("tune/4/alumni-directory", "同窓会名簿の一頁", (world) => {
    const people = world.people(5, { generations: ["old", "middle"] });
    return uncounted(w`昭和${world.random.between(48, 62)}年卒　3年B組
${each(people, (p, i) => w`${i === 1 ? w`${v.name(p, " ")}（旧姓 ${v.surname({ ...p, n: 90, surname: world.person().surname })}）` : v.name(p, " ")}　${v.address(p, "no-prefecture")}　${v.landline(p)}`)}
逝去　${joined(world.people(2, { generations: ["old"] }).map((p, i) => v.name({ ...p, n: 50 + i }, " ")), "　")}
`);
  }),
  textual("tune/4/attendance-book", "出席簿の写し", (world) => {
    const people = world.people(6, { generations: ["kirakira", "kana", "new"] });
    const [teacher] = world.people(1, { generations: ["middle"] });
    return uncounted(w`4年2組 出席簿　6月
男子
${each(people.slice(0, 3), (p, i) => w`${i + 1} ${v.name(p, " ")}（${v.reading(p, "hiragana", " ")}）○○○／○`)}
女子
${each(people.slice(3), (p, i) => w`${i + 21} ${v.name(p, " ")}（${v.reading(p, "hiragana", " ")}）○遅○○○`)}
記入者：${v.surname({ ...teacher, n: 70 })}
`);
  }),
  textual("tune/4/care-plan", "居宅サービス計画書", (world) => {
    const [p, manager, family] = world.people(3, { generations: ["old", "middle"] });
    return uncounted(w`居宅サービス計画書（1）
利用者名　${v.name(p, "　")}　殿　　生年月日　${v.born(p, "era")}　　住所　${v.address(p, "words")}
居宅サービス計画作成者氏名　${v.name(manager, "　")}
利用者及び家族の生活に対する意向
（本人）膝が痛むが、家で暮らしたい。
（長女・${v.name(family)}さん）夜間の転倒が心配。週${world.random.between(1, 4)}回デイサービスに通ってほしい。
総合的な援助の方針　${v.surname(p)}様の意向を尊重し、転倒なく過ごせるよう支援します。
同意日　令和6年${world.random.between(1, 12)}月${world.random.between(1, 28)}日　利用者署名　${v.name(p, "　")}　代筆者　${v.name(family, "　")}
`);
  }),
  textual("tune/4/care-handover", "介護の申し送り", (world) => {
    const [a, b, c, staff] = world.people(4, { generations: ["old"] });
    return uncounted(w`【申し送り】${world.random.between(1, 12)}/${world.random.between(1, 28)} 夜勤→日勤（記：${v.surname(staff)}）
・20${world.random.between(1, 9)} ${v.surname(a)}様：22時、センサー反応。トイレ誘導し排尿あり。
・30${world.random.between(1, 9)} ${v.name(b)}様　37.${world.random.digits(1)}度。クーリング施行、Nsに報告済。
・10${world.random.between(1, 9)} ${v.surname(c)}氏、「家に帰る」と訴えあり傾聴。${v.surname(c)}氏の長男様へ電話連絡済み。
・${v.surname(a)}様の内服、朝食後は看護師の${v.surname({ ...world.person(), n: 60 })}さんが介助。
`);
  }),
  textual("tune/4/nursing-record", "看護記録", (world) => {
    const [p, nurse, doctor] = world.people(3);
    return uncounted(w`看護記録　病棟 5階東　ID ${serial(world.random.digits(8))}　${v.name(p, "　")}　${2024 - p.birth.year}歳　${v.born(p, "era-one")}生
09:${world.random.between(10, 59)}　S「昨日よりは楽です」
　　　　O　BT 36.8　P 78　BP 132/80　創部発赤なし
　　　　A　経過良好
　　　　P　観察継続　　　　　　　　／${v.surname(nurse)}
14:00　${v.surname(doctor)}Drより説明。妻同席。　　　／${v.surname(nurse)}
`);
  }),
  textual("tune/4/home-visit", "訪問の報告", (world) => {
    const [p, wife, officer, leader] = world.people(4, { generations: ["old", "middle"] });
    return uncounted(w`家庭訪問報告書
訪問日　${world.random.between(1, 12)}月${world.random.between(1, 28)}日（木）10:00～10:40　　訪問者　福祉課 ${v.surname(officer)}、民生委員 ${v.name(leader)}
対象世帯　${v.name(p, " ")}（${2024 - p.birth.year}）、妻 ${v.given(wife)}（${2024 - wife.birth.year}）
　${v.address(p, "no-prefecture")}
玄関先で${v.given(wife)}さんが応対。${v.surname(p)}さんは通院中で不在。
冷蔵庫が故障したまま。${v.surname(leader)}委員が週1回の見守りを続ける。
`);
  }),
  textual("tune/4/residents-record", "住民票の写し", (world) => {
    const [head] = world.people(1, { generations: ["middle"] });
    const [child] = familyOf(world, head, 1);
    return uncounted(w`住　民　票
世帯主　${v.name(head, "　")}
住　所　${v.address(head, "banchi")}
１　氏名　${v.name(head, "　")}　　${v.born(head, "era")}生　男　世帯主
　　住民となった年月日　平成${world.random.between(10, 30)}年4月1日
２　氏名　${v.name(child, "　")}　　${v.born(child, "era")}生　女　子
　　住所を定めた年月日　平成${world.random.between(10, 30)}年3月28日　届出 同年4月2日
この写しは、住民票の原本と相違ないことを証明する。
`);
  }),
  textual("tune/4/family-register-text", "戸籍の全部事項証明", (world) => {
    const [head, father, mother] = world.people(3, { generations: ["old", "middle"] });
    const [wife] = world.people(1, { generations: ["middle"] }).map((one) => ({ ...one, n: 20, surname: head.surname }));
    return uncounted(w`全部事項証明
氏　名　　　　${v.name(head, "　")}
戸籍に記録されている者
　【名】${v.given(head)}
　【生年月日】${v.born(head, "era")}　　【配偶者区分】夫
　【父】${v.name(father)}
　【母】${v.name({ ...mother, surname: father.surname })}
　【続柄】長男
身分事項　婚　姻　【婚姻日】平成${world.random.between(5, 25)}年6月${world.random.between(1, 28)}日　【配偶者氏名】${v.name(wife)}
　　　　　出　生　【出生日】${v.born(head, "era")}　【届出人】父
`);
  }),
  textual("tune/4/heirs", "相続関係の説明", (world) => {
    const [dead] = world.people(1, { generations: ["old"] });
    const [first, second] = familyOf(world, dead, 2);
    const [married] = world.people(1, { generations: ["middle"] });
    return uncounted(w`被相続人　${v.name(dead)}　相続関係説明図
（被相続人）${v.name(dead)}　　出生 ${v.born(dead, "era")}　　死亡 令和${world.random.between(2, 6)}年${world.random.between(1, 12)}月${world.random.between(1, 28)}日
（妻）　　　${v.name({ ...married, n: 30, surname: dead.surname })}
（長男・相続）${v.name(first)}　　${v.born(first, "era")}生
（二男・分割）${v.name(second)}　${v.born(second, "era")}生
（長女・分割）${v.name({ ...married, n: 31, surname: world.person().surname, given: world.person().given })}
`);
  }),
  textual("tune/4/will", "遺言書", (world) => {
    const [p] = world.people(1, { generations: ["old"] });
    const [heir] = familyOf(world, p, 1);
    const [executor] = world.people(1, { generations: ["middle"] });
    return uncounted(w`遺　言　書
遺言者${v.name(p)}は、次のとおり遺言する。
第1条　遺言者は、その有する預貯金を、遺言者の長女${v.name(heir)}（${v.born(heir, "era")}生）に相続させる。
第2条　遺言執行者として、次の者を指定する。
　住所　${v.address({ ...executor, n: 40 }, "words")}　${v.name({ ...executor, n: 40 })}
令和6年${world.random.between(1, 12)}月${world.random.between(1, 28)}日　　${v.name(p, "　")}　印
`);
  }),
  textual("tune/4/lease-guarantor", "賃貸借契約の連帯保証人", (world) => {
    const [tenant, guarantor, mate] = world.people(3);
    return uncounted(w`（借主）　${v.name(tenant, " ")}　（以下「乙」という。）
（連帯保証人）　${v.name(guarantor, " ")}　（以下「丙」という。）　極度額 金${world.random.between(48, 120)}万円
入居者　乙のほか、${v.name(mate)}（友人・${2024 - mate.birth.year}歳）
緊急連絡先　${v.surname(guarantor)}様　${v.mobile(guarantor)}
丙は、${v.name(tenant)}の債務につき連帯して保証する。
`);
  }),
  textual("tune/4/employment-contract", "雇用契約書", (world) => {
    const p = world.person({ foreign: 0.3 });
    return uncounted(w`雇用契約書
株式会社はなぶさ（以下「甲」という）と${v.name(p, " ")}（以下「乙」という）は、次のとおり雇用契約を締結する。
1. 雇用期間　期間の定めなし（試用期間3か月）
2. 就業場所　本社及び甲の指定する場所　　3. 賃金　月額 ${world.random.between(18, 32)}0,000円
令和6年${world.random.between(1, 12)}月1日
（甲）香川県高松市番町　株式会社はなぶさ　代表取締役　${v.publicName("三木 道雄")}
（乙）${v.address(p, "words")}　${v.name(p, " ")}
　　　${v.born(p, "japanese")}生
`);
  }),
  textual("tune/4/tax-dependents", "扶養控除の申告", (world) => {
    const [p] = world.people(1, { generations: ["middle"] });
    const [a, b] = familyOf(world, p, 2);
    return uncounted(w`扶養控除等申告書　あなたの氏名 ${v.name(p, " ")}　あなたの生年月日 ${v.born(p, "era-letter")}
A 源泉控除対象配偶者　${v.reading(a)}
　　　　　　　　　　　${v.name(a, " ")}　明・大・昭・平　${v.born(a, "era-one")}
16歳未満の扶養親族　1 ${v.name(b, " ")}　続柄 子　平・令 ${v.born(b, "era-one")}　所得見積額 0円
`);
  }),
  textual("tune/4/hotel-guests", "宿泊者名簿", (world) => {
    const people = world.people(4, { foreign: 0.5 });
    return uncounted(w`宿泊者名簿　${world.random.between(1, 12)}月${world.random.between(1, 28)}日着
${each(people, (p, i) => w`${301 + i}号室 / ${p.surname === "" ? v.latin(p, "passport") : v.name(p, " ")} / ${p.surname === "" ? w`旅券 ${v.value(p, "passport", `TK${world.random.digits(7)}`)}` : v.mobile(p)} / ${world.random.between(1, 3)}泊`)}
朝食：${v.surname(people[0])}様2名、${v.surname(people[1])}様1名
`);
  }),
  textual("tune/4/birthdays", "今月の誕生日", (world) => {
    const people = world.people(5, { generations: ["old"] });
    return uncounted(w`☆今月お誕生日を迎えられる方☆
${each(people, (p) => w`${v.name(p, " ")} 様　${v.born(p, "era")}（満${2024 - p.birth.year}歳）`)}
おめでとうございます！
`);
  }),
  textual("tune/4/age-list", "敬老会の招待者", (world) => {
    const people = world.people(5, { generations: ["old"] });
    return uncounted(w`敬老会 招待者（${world.random.pick(["上之町", "浜ノ町"])}自治会）
${each(people, (p) => w`・${v.name(p)}（${2024 - p.birth.year}）　${v.born(p, "era-letter")}`)}
送迎希望：${v.surname(people[0])}さん、${v.surname(people[2])}さん
`);
  }),
  textual("tune/4/birth-in-brackets", "文中の生年月日", (world) => {
    const [a, b, c] = world.people(3);
    return uncounted(w`保険金請求について
被保険者の${v.name(a)}氏（${v.born(a, "japanese")}生まれ）は、令和5年11月3日に入院し、同月20日に退院した。
受取人は${v.name(b)}氏（${v.born(b, "slash")}生）である。
なお、${v.name(c)}（S${world.random.between(30, 63)}年生、女性）は請求人に当たらない。
`);
  }),
  textual("tune/4/scholarship", "奨学生の推薦", (world) => {
    const [p, parent, teacher] = world.people(3, { generations: ["new", "middle"] });
    return uncounted(w`奨学生推薦調書
推薦する生徒　${v.name(p, "　")}（${v.reading(p, "katakana", "　")}）　${v.born(p, "era")}生　3年C組
保護者　${v.name({ ...parent, surname: p.surname }, "　")}
所見　${v.surname(p)}は部活動と学業を両立し、${v.surname(p)}の真面目な姿勢は他の生徒の模範である。
記載者　進路指導部　教諭　${v.name(teacher, "　")}　㊞
`);
  }),
  textual("tune/4/report-card", "通知表の所見", (world) => {
    const [p, friend, teacher] = world.people(3, { generations: ["kirakira", "new", "kana"] });
    return uncounted(w`あゆみ　1年3組　なまえ　${v.reading(p, "hiragana", "　")}
出席日数 ${world.random.between(60, 72)}日　欠席 ${world.random.between(0, 5)}日
【所見】
${v.given(p)}さんは、音読に進んで取り組みました。休み時間には${v.given(friend)}さんとなわとびに挑戦していました。
担任　${v.name(teacher, "　")}　印
`);
  }),
  textual("tune/4/tutoring-report", "塾の指導報告", (world) => {
    const [p, tutor] = world.people(2, { generations: ["new", "kirakira"] });
    return uncounted(w`指導報告書
生徒：${v.name(p)}　学年：中2　科目：数学　講師：${v.surname(tutor)}
本日の内容　一次関数の利用
${v.surname(p)}君は式の変形で符号の誤りが${world.random.between(2, 6)}回ありました。宿題は次回までにP.${world.random.between(30, 80)}です。
保護者様へ：${v.given(p)}くんは集中力がついてきました。
`);
  }),
  textual("tune/4/lesson-log", "教室の受講記録", (world) => {
    const people = world.people(4, { generations: ["new", "kana", "kirakira"] });
    return uncounted(w`ピアノ教室　レッスンノート
${each(people, (p) => w`${v.given(p)}ちゃん（${v.surname(p)}）　${world.random.pick(["バイエル", "ブルグミュラー"])}${world.random.between(1, 60)}番　月謝済`)}
発表会の連弾　${v.name(people[0])}・${v.name(people[1])}
`);
  }),
  textual("tune/4/pet-clinic", "動物病院の診療券", (world) => {
    const p = world.person();
    return uncounted(w`診療メモ　飼い主：${v.name(p, " ")} 様　ペット名：${world.random.pick(["チョコ", "マル", "レオ", "こてつ"])}（トイプードル・オス）
体重 ${world.random.between(2, 6)}.${world.random.digits(1)}kg　混合ワクチン接種。${v.surname(p)}様より食欲低下の訴え。
次回　${world.random.between(1, 12)}月中　電話 ${v.mobile(p)}
`);
  }),
  textual("tune/4/meal-cards", "食札", (world) => {
    const people = world.people(4, { generations: ["old"] });
    return uncounted(each(people, (p) => w`[${world.random.between(2, 4)}F ${world.random.pick(["さくら", "もみじ"])}] ${v.name(p, "　")} 様
常食・一口大　禁：${world.random.pick(["納豆", "青魚", "なし"])}　`));
  }),
]);

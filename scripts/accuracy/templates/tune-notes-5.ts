/** Notes, reports and letters about people, written before any rule for them was looked at; the coin of coin.ts chose the half. */
import { familyOf, textual, uncounted } from "../contents.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { each, joined, w } from "../written.js";

export const TUNE_NOTES_5: readonly Template[] = defineTemplates([
  textual("tune/5/front-handover", "フロントの引き継ぎ帳", (world) => {
    const [a, b, c] = world.people(3, { foreign: 0.4 });
    const [night, day] = world.people(2).map((p) => ({ ...p, n: p.n + 40 }));
    return uncounted(w`フロント引継ぎ ${world.random.between(1, 12)}/${world.random.between(1, 28)} 夜→朝　${v.surname(night)}→${v.surname(day)}
・512 ${v.name(a)}様　6時モーニングコール
・308 ${v.latin(b, "passport")}様　パスポートのコピー未。チェックアウト時に頂く
・605 ${v.surname(c)}様ご夫妻　忘れ物（眼鏡）着払いで発送希望 → ${v.address(c, "hyphens")}
・${v.surname(a)}様より領収書の宛名変更依頼「${v.name({ ...a, n: 30 }, "　")}」
`);
  }),
  textual("tune/5/resume-history", "職務経歴書の文", (world) => {
    const [p, referee] = world.people(2, { generations: ["middle", "new"] });
    return uncounted(w`職　務　経　歴　書
                                        2024年${world.random.between(1, 12)}月1日現在
                                        ${v.name(p, "　")}
■職務要約　食品メーカーにて${world.random.between(5, 12)}年間、営業に従事。
■自己PR　上司の${v.surname(referee)}部長からは粘り強さを評価いただきました。
■連絡先　${v.mobile(p, "spaces")} / ${v.email(p)} / ${v.address(p, "dashes")}
生年月日 ${v.born(p, "japanese")}（満${2024 - p.birth.year}歳）　LinkedIn: ${v.latin(p, "western")}
`);
  }),
  textual("tune/5/interview-notes", "採用面接の覚え", (world) => {
    const [a, b, c] = world.people(3, { generations: ["new"], foreign: 0.2 });
    const [x, y] = world.people(2).map((p) => ({ ...p, n: p.n + 40 }));
    return uncounted(w`二次面接メモ（面接官：${v.surname(x)}・${v.surname(y)}）
①${v.name(a)}（関西の私大・経済）　◎ 受け答え明快。${v.surname(x)}「即戦力」
②${v.name(b)}（高専卒）　△ 緊張。志望動機が浅い
③${v.name(c)}（${2024 - c.birth.year}歳・第二新卒）　○ 前職の退職理由を要確認
結論：${v.surname(a)}さんは最終へ。${v.surname(c)}さんは保留、${v.surname(b)}さんお見送り
`);
  }),
  textual("tune/5/pass-list", "合格者の氏名の掲示の下書き", (world) => {
    const people = world.people(8, { generations: ["new", "kirakira", "kana"] });
    return uncounted(w`珠算検定　合格者
一級　${joined(people.slice(0, 2).map((p) => v.name(p, "　")), "　　")}
二級　${joined(people.slice(2, 5).map((p) => v.name(p, "　")), "　　")}
三級　${joined(people.slice(5).map((p) => v.name(p, "　")), "　　")}
満点賞　${v.name({ ...people[0], n: 30 })}（中${world.random.between(1, 3)}）
`);
  }),
  textual("tune/5/resignation", "退職願と一身上の文", (world) => {
    const [p, president] = world.people(2);
    return uncounted(w`退　職　願
私儀
このたび一身上の都合により、来る令和6年${world.random.between(1, 12)}月末日をもって退職いたしたく、ここにお願い申し上げます。
令和6年${world.random.between(1, 12)}月${world.random.between(1, 28)}日
　　　　　　　　　　　　　　　製造部第一課
　　　　　　　　　　　　　　　　${v.name(p, " ")}　㊞
株式会社　浦和精工
代表取締役　${v.name(president, " ")}　殿
（人事控）${v.surname(p)}氏、有給残${world.random.between(3, 30)}日。後任未定
`);
  }),
  textual("tune/5/noise-complaint", "騒音の苦情の手紙", (world) => {
    const [a, b, c] = world.people(3);
    return uncounted(w`管理会社 御中
${world.random.between(2, 9)}02号室の${v.name(a)}と申します。上の階の${v.surname(b)}さんのご主人が、毎晩1時過ぎまで楽器を弾かれています。
お隣の${v.surname(c)}さんも迷惑されているとのことです。${v.surname(b)}さんは「防音している」と取り合ってくれません。
${v.surname(b)}家の息子さん（たしか${v.given({ ...b, n: 70 })}くん）も夜中に走ります。どうか内密に願います。
日中の連絡先は${v.mobile(a)}です。
`);
  }),
  textual("tune/5/contract-parties", "不動産の重要事項の署名欄", (world) => {
    const [seller, buyer, buyer2, broker] = world.people(4, { foreign: 0.1 });
    return uncounted(w`上記の重要事項について説明を受け、これを了承しました。　令和6年${world.random.between(1, 12)}月${world.random.between(1, 28)}日
売主　（住所）${v.address(seller, "words")}
　　　（氏名）${v.name(seller, "　")}　印
買主　（住所）${v.address(buyer, "hyphens")}
　　　（氏名）${v.name(buyer, "　")}　印　（持分 2分の1）
買主　（住所）同上　（氏名）${v.name(buyer2, "　")}　印　（持分 2分の1）
説明をする宅地建物取引士　登録番号（香川）第00${world.random.digits(4)}号　氏名 ${v.name(broker, "　")}
`);
  }),
  textual("tune/5/old-kanji-names", "旧字の確認の依頼", (world) => {
    const people = world.people(3, { rare: 0.7, generations: ["old"] });
    return uncounted(w`外字のご確認（${world.random.between(1, 12)}月分）
${each(people, (p, i) => w`${["イ", "ロ", "ハ"][i]}　${v.name(p)}様　「${p.surname.slice(0, 1)}」は俗字でよろしいでしょうか。カナ：${v.reading(p, "katakana", "　")}`)}
${v.surname(people[0])}様は戸籍どおりで、とのことでした。年賀状も${v.surname(people[0])}（旧字）で印刷してください。
`);
  }),
  textual("tune/5/ambulance-log", "救急の出動の記録", (world) => {
    const [p, caller, chief] = world.people(3, { generations: ["old", "middle"] });
    return uncounted(w`救急出場報告　覚知 ${world.random.between(10, 23)}:${world.random.between(10, 59)}　救急種別 急病
傷病者　${v.name(p)}　${2024 - p.birth.year}歳　男性　${v.born(p, "era-letter")}
発生場所　${v.address(p, "no-prefecture")}（自宅居室）
通報者　${v.name(caller)}（隣人）　${v.mobile(caller)}
かかりつけ　なし　隊長 ${v.surname(chief)}　機関員 ${v.surname({ ...world.person(), n: 40 })}
概要　居室にて${v.surname(p)}さんが倒れているのを通報者が発見したもの。
`);
  }),
  textual("tune/5/drill-headcount", "避難訓練の点呼", (world) => {
    const people = world.people(7);
    return uncounted(w`避難訓練 点呼結果　総務課　${people.length}名中${people.length - 2}名
○ ${joined(people.slice(0, 5).map((p) => v.surname(p)), " ○ ")}
× ${v.surname(people[5])}（出張） × ${v.surname(people[6])}（休暇）
報告：${v.surname(people[0])}課長 → 本部 ${v.name({ ...world.person(), n: 30 }, " ")}
`);
  }),
  textual("tune/5/child-guidance-intake", "児童相談の受理票", (world) => {
    const [mother] = world.people(1, { generations: ["middle"] });
    const [child, sibling] = familyOf(world, mother, 2);
    const [reporter, worker] = world.people(2).map((p) => ({ ...p, n: p.n + 50 }));
    return uncounted(w`受理会議資料　経路：学校（${v.surname(reporter)}教諭より電話）
児童　${v.name(child)}（${v.reading(child, "katakana", " ")}）　${v.born(child, "era-letter")}　小${world.random.between(1, 6)}
実母　${v.name(mother)}　${2024 - mother.birth.year}歳　飲食店勤務
きょうだい　妹 ${v.given(sibling)}（保育園）　同居人　内縁の夫「${v.surname({ ...world.person(), n: 60 })}」
所見　${v.given(child)}本人は「転んだ」と述べる。${v.surname(worker)}CWが家庭訪問予定。
`);
  }),
  textual("tune/5/school-injury-report", "学校のけがの報告", (world) => {
    const [p, other, teacher, nurse] = world.people(4, { generations: ["new", "middle", "kirakira"] });
    return uncounted(w`災害報告書（日本スポーツ振興センター用控）
被災児童　氏名 ${v.name(p, " ")}　ふりがな ${v.reading(p, "hiragana", " ")}　${v.born(p, "era")}生　2年1組
保護者　${v.name({ ...teacher, n: 30, surname: p.surname }, " ")}
状況　昼休み、鬼ごっこ中に${v.name(other)}と衝突し、左手首を負傷。${v.surname(teacher)}が保健室へ。養護教諭${v.surname(nurse)}が固定。
${v.given(p)}さんの母に13時${world.random.between(10, 50)}分電話。${v.given(other)}さん宅へも放課後に電話。
`);
  }),
  textual("tune/5/bullying-survey", "いじめの調査の自由記述", (world) => {
    const people = world.people(5, { generations: ["new", "kirakira", "kana"] });
    return uncounted(w`生活アンケート　記述の書き起こし（2年）
・${v.surname(people[0])}が${v.surname(people[1])}のうわぐつをかくしてた
・${v.given(people[2])}がむしされてる。${v.surname(people[0])}と${v.surname(people[3])}が言い出した
・とくになし
・${v.name(people[1])}くんがトイレで泣いていたのを見ました
・${v.surname(people[4])}先生はちゃんと聞いてくれた
`);
  }),
  textual("tune/5/boarding-log", "寮の点呼と外泊", (world) => {
    const people = world.people(6, { generations: ["new"], foreign: 0.2 });
    return uncounted(w`寮日誌　舎監 ${v.surname({ ...world.person(), n: 40 })}
外泊　101 ${v.name(people[0])}（実家・父 ${v.mobile(people[0])}）／203 ${v.name(people[1])}（親戚宅）
門限遅刻　${v.surname(people[2])}（22:${world.random.between(10, 59)}）、${v.surname(people[3])}（同）
体調不良　105 ${v.name(people[4])}　38.${world.random.digits(1)}℃、${v.surname(people[5])}が付添い
`);
  }),
  textual("tune/5/matchmaking-sheet", "結婚相談の身上書", (world) => {
    const [p, father, mother, sister] = world.people(4, { generations: ["middle", "old"] });
    return uncounted(w`身　上　書
氏名　${v.name(p, "　")}　　${v.born(p, "era")}生（${2024 - p.birth.year}歳）　A型
現住所　${v.address(p, "words")}
家族　父　${v.given(father)}（${2024 - father.birth.year}歳）会社役員
　　　母　${v.given(mother)}（旧姓 ${v.surname(mother)}）　華道師範
　　　姉　${v.given(sister)}　既婚（${v.surname(sister)}家へ嫁ぐ）
仲人より　${v.given(p)}さんは穏やかな方です。
`);
  }),
  textual("tune/5/funeral-order", "葬儀の受付の帳面", (world) => {
    const [dead, chief] = world.people(2, { generations: ["old", "middle"] });
    const guests = world.people(4).map((p) => ({ ...p, n: p.n + 30 }));
    return uncounted(w`故　${v.name(dead)}　儀　葬儀　　喪主　${v.name({ ...chief, surname: dead.surname })}（長男）　享年${2024 - dead.birth.year}
【供花】1 親戚一同　2 ${v.name(guests[0])}　3 町内会長 ${v.name(guests[1])}　4 外孫一同
【弔辞】${v.name(guests[2])}様（友人代表）
【香典】${each(guests, (p) => w`${v.name(p)}　${world.random.pick(["三千", "五千", "壱万"])}円`, "、")}
戒名　未定　火葬 ${world.random.between(11, 14)}時　${v.surname(dead)}家控室 2階
`);
  }),
  textual("tune/5/temple-memorial", "寺の年忌の案内", (world) => {
    const people = world.people(4, { generations: ["old"] });
    return uncounted(w`本年の年回忌（檀家）
${each(people, (p, i) => w`${["一周忌", "三回忌", "七回忌", "十三回忌"][i]}　俗名 ${v.name(p)}　施主 ${v.name({ ...world.person(), n: 30 + i, surname: p.surname })}殿　${v.landline(p, i % 2 === 0 ? "brackets" : "hyphens")}`)}
卒塔婆のお申し込みは寺務所まで。${v.surname(people[0])}家・${v.surname(people[1])}家は合同。
`);
  }),
  textual("tune/5/medication-incident", "与薬のヒヤリハット", (world) => {
    const [p, other, nurse, leader] = world.people(4, { generations: ["old", "middle"] });
    return uncounted(w`インシデント報告（レベル1）
患者：${v.name(p)}様（7階西 712-3）　当事者：看護師${v.surname(nurse)}（経験${world.random.between(1, 12)}年）
同室の${v.name(other)}様の薬袋を${v.surname(p)}様に渡し、服用前に本人が気付く。
リーダー${v.surname(leader)}に報告、${v.surname({ ...world.person(), n: 40 })}医師の指示で様子観察。${v.surname(other)}様にも謝罪済。
要因：名字が似ていた（${v.surname({ ...p, n: 50 })}／${v.surname({ ...other, n: 51 })}）
`);
  }),
  textual("tune/5/whistleblow-memo", "内部通報の聴取", (world) => {
    const [a, b, c] = world.people(3);
    return uncounted(w`通報受付票（匿名希望・後に実名）
通報者　${v.name(a)}（物流センター・嘱託）
対象者　${v.name(b)}センター長、${v.surname(c)}主任
内容　${v.surname(b)}氏の指示で${v.surname(c)}主任が日報を書き換えている。${v.surname(a)}さんが指摘すると配置を換えられた。
調査役${v.surname({ ...world.person(), n: 40 })}・弁護士同席で${v.surname(c)}から聴取予定
`);
  }),
  textual("tune/5/retirement-list", "退職と祝いの社内の回覧", (world) => {
    const people = world.people(6);
    return uncounted(w`3月末退職者（定年）：${joined(people.slice(0, 3).map((p) => v.name(p)), "・")}
結婚：${v.name(people[3])}（新姓 ${v.surname({ ...people[4], n: 30 })}）、お相手は品質保証の${v.surname(people[4])}さん
出産：${v.name(people[5])}　第一子 ${v.given({ ...world.person({ generations: ["kirakira"] }), n: 31 })}ちゃん（2,${world.random.digits(3)}g）
お祝い金は${v.surname({ ...world.person(), n: 32 })}まで
`);
  }),
]);

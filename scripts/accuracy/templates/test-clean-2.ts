/**
 * THE TEST HALF: only ever measured. Do not read it to improve a rule, and do not move a template from here to the tune half
 * because it fails. Documents without anybody's private data; the coin of coin.ts chose the half.
 */
import { clean, cleanBook, cleanTable, count, uncounted } from "../contents.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { each, w } from "../written.js";

export const TEST_CLEAN_2: readonly Template[] = defineTemplates([
  clean("test/2/meeting-agenda", "会議の次第", ({ random: r }) => uncounted(w`第${r.between(2, 30)}回 地域公共交通会議　次第

日時　令和${r.between(4, 7)}年${r.between(1, 12)}月${r.between(1, 28)}日（${r.pick(["月", "火", "木"])}）　14:00～
場所　市役所 本庁舎 ${r.between(2, 9)}階 第${r.between(1, 4)}会議室

１　開会
２　会長あいさつ
３　報告事項　（１）コミュニティバスの利用状況について【資料１】
４　協議事項　（１）山田線・三木線の再編について【資料２－${r.between(1, 3)}】
　　　　　　　（２）運賃の見直しについて【資料３】
５　その他
６　閉会

【配布資料】次第、委員名簿（当日配布）、座席表、資料１～３
`)),
  clean("test/2/mixed-bibliography", "論文末尾の文献", ({ random: r }) => uncounted(w`参考文献
${each(r.sample([w`${v.publicName("青木昌彦")}（2008）『比較制度分析序説』講談社学術文庫．`, w`${v.publicName("上野千鶴子")}・${v.publicName("小笠原祐子")}編『家族とジェンダー』（2001）、pp.${r.between(10, 60)}-${r.between(61, 99)}．`, w`${v.publicName("Tanaka, K.")}, & ${v.publicName("Sato, M.")} (2019). Regional bus networks. Transport Policy, ${r.between(20, 80)}(${r.between(1, 6)}), ${r.between(100, 200)}–${r.between(201, 290)}. https://doi.org/10.1016/j.tranpol.2019.0${r.digits(1)}.0${r.digits(2)}`, w`${v.publicName("Putnam, R. D.")} (2000) Bowling Alone. New York: Simon & Schuster.`, w`${v.publicName("丸山眞男")}『日本の思想』岩波新書、1961年．`, w`${v.publicName("宇沢弘文")}（1974）『自動車の社会的費用』岩波書店．`, w`国土交通省「地域公共交通の現況」https://www.mlit.example/${r.digits(8)}.pdf（最終閲覧日：2024年${r.between(1, 12)}月${r.between(1, 28)}日）`], 6), (one) => one)}
`)),
  clean("test/2/chronicle", "市史の年表", ({ random: r }) => uncounted(w`年表
${each(r.sample([w`応永${r.between(2, 30)}（14${r.between(10, 28)}）　${v.publicName("細川頼之")}の菩提を弔う寺が建立される`, w`天正10（1582）　${v.publicName("長宗我部元親")}が十河城を攻める`, w`慶長5（1600）　関ヶ原の戦い。${v.publicName("生駒一正")}は東軍に属す`, w`寛永8（1631）　${v.publicName("西嶋八兵衛")}、満濃池の修築を終える`, w`宝暦2（1752）　${v.publicName("平賀源内")}、長崎へ遊学`, w`明治4（1871）　廃藩置県により香川県（第1次）が置かれる`, w`明治23（1890）2.15　市制施行。人口 ${r.between(30, 40)},${r.digits(3)}人`, w`昭和20（1945）7.4　空襲により市街地の約8割を焼失`, w`昭和63（1988）4.10　瀬戸大橋開通`, w`平成18（2006）1.10　牟礼町、庵治町、塩江町、香川町、香南町、国分寺町と合併`], 8), (line) => line)}
`)),
  clean("test/2/blank-roster", "空欄の名簿様式", ({ random: r }) => cleanBook([["参加者名簿", "", "", "", ""], ["団体名：", "", "代表者氏名：", "", ""], ["No.", "氏名", "フリガナ", "生年月日", "電話番号"], ...count(r.between(10, 30)).map((i) => [i + 1, "", "", "　　年　月　日", ""]), ["※保険の加入に使います。", "", "", "", ""]])),
  clean("test/2/blank-form-english", "blank form in English", ({ random: r }) => uncounted(w`APPLICATION FOR MEMBERSHIP (Form ${r.between(10, 99)}-B)

Surname: ______________________   Given names: ______________________
Date of birth (DD/MM/YYYY): ___ /___ /______     Sex: [ ] M  [ ] F  [ ] X
Address: ____________________________________________________________
Telephone (home): ____________________  (mobile): ____________________
E-mail: _______________________@______________________
Emergency contact - Name: _________________ Relationship: ____________

I declare that the information given above is true.
Signature: ____________________      Date: ____________
For office use only:  Ref. no. ________   Received by ________   Fee JPY ${r.between(1, 9)},000
`)),
  clean("test/2/office-directory", "庁内の電話の一覧", ({ random: r }) => uncounted(w`■ 各課の直通電話（市外局番 087）
${each(r.sample(["秘書課", "財政課", "森林整備課", "税務課　市民税係", "国保・年金課", "こども家庭課", "小島出張所", "上下水道局 お客様センター", "中央図書館", "保健所 感染症対策室", "消防局 北署", "選挙管理委員会事務局"], 9), (office) => w`${office} …… ${v.office("phone-number", `839-2${r.digits(3)}`)}　内線 ${r.between(2000, 5999)}`)}
代表　${v.office("phone-number", "087-839-2011")}　FAX ${v.office("phone-number", "087-839-2012")}
夜間・休日は守衛室につながります。
`)),
  clean("test/2/museum", "収蔵品の目録", ({ random: r }) => cleanTable([["収蔵番号", "作者", "作品名", "制作年", "技法", "寸法(cm)"], ...r.sample(([["猪熊弦一郎", "顔80"], ["黒田清輝", "湖畔（写し）"], ["横山大観", "無我"], ["藤田嗣治", "猫"], ["クロード・モネ", "睡蓮"], ["葛飾北斎", "神奈川沖浪裏"], ["東山魁夷", "道"], ["イサム・ノグチ", "エナジー・ヴォイド"], ["作者不詳", "讃岐国絵図"], ["パブロ・ピカソ", "女の顔"]] as const), 7).map(([artist, work], i) => [`${r.between(1960, 2020)}-${String(i + 1).padStart(4, "0")}`, v.publicName(artist), work, r.between(1830, 1990), r.pick(["油彩・カンヴァス", "紙本着色", "木版", "玄武岩"]), `${r.between(20, 200)}.${r.digits(1)}×${r.between(20, 200)}.${r.digits(1)}`])])),
  clean("test/2/cultivars", "作物の品種", ({ random: r }) => uncounted(w`主な作付品種（${r.between(2018, 2024)}年産）
水稲：${each(r.sample(["コシヒカリ", "ヒノヒカリ", "あきたこまち", "ひとめぼれ", "おいでまい", "はえぬき", "つや姫", "森のくまさん"], 5), (x) => x, "、")}
果樹：${each(r.sample(["豊水", "幸水", "二十世紀", "清見", "宮川早生", "富有", "太秋", "ふじ", "王林", "巨峰", "シャインマスカット"], 6), (x) => x, "、")}
野菜：紅はるか ${r.between(10, 90)}a、桃太郎 ${r.between(10, 90)}a、さぬき姫（いちご）${r.between(10, 90)}a、千両二号（なす）
花き：ミニバラ「ローラ」「サマンサ」、カーネーション「ノビオ」
`)),
  clean("test/2/disease-statistics", "病名ごとの件数", ({ random: r }) => cleanTable([["告示番号", "病名", "受給者証所持者数", "男", "女", "前年度比"], ...r.sample(["パーキンソン病", "橋本病", "川崎病", "高安動脈炎", "ベーチェット病", "クローン病", "潰瘍性大腸炎", "筋萎縮性側索硬化症", "多発性硬化症", "シェーグレン症候群", "アジソン病", "もやもや病"], 9).map((illness, i) => [i + 1, illness, r.between(10, 3000), r.between(5, 1500), r.between(5, 1500), `${r.between(90, 120)}.${r.digits(1)}%`])])),
  clean("test/2/surname-ranking", "名字の順位", ({ random: r }) => cleanTable([["順位", "名字", "およその人数", "多い県"], ...["佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村", "小林", "加藤", "吉田", "山田", "大西", "三木", "宮武"].slice(0, r.between(10, 15)).map((name, i) => [i + 1, name, `${r.between(10, 190)}万人`, r.pick(["東京都", "香川県", "大阪府", "宮城県"])])])),
  clean("test/2/lottery", "当選番号の発表", ({ random: r }) => uncounted(w`歳末大売出し　抽選結果
1等（商品券5万円）　${each(count(3), () => r.digits(6), "　")}
2等（みかん1箱）　下4桁 ${r.digits(4)}、${r.digits(4)}
3等（ラップ）　　下2桁 ${r.digits(2)}
ラッキー賞　A組 0${r.digits(2)}-${r.digits(4)}　B組 0${r.digits(2)}-${r.digits(4)}
引換期間　1月${r.between(4, 9)}日～31日、商店街事務所（平日10時～17時）にて。券をご持参ください。
`)),
  clean("test/2/english-places", "parks and streets in English", ({ random: r }) => uncounted(w`# Park closures, week ${r.between(10, 50)}

| Park | Street | Hours |
|---|---|---|
${each(r.sample(["Lincoln Park | Fullerton Ave", "Madison Square | East 23rd St", "Franklin Park | Blue Hill Ave", "Forest Park | Skinker Blvd", "Balboa Park | Laurel St", "Patterson Park | Eastern Ave", "Douglas Gardens | Kelly Drive", "Victoria Park | Grove Road"], 6), (row) => w`| ${row} | ${r.between(5, 8)} am to ${r.between(7, 11)} pm |`)}

Report hazards to the parks department, (${r.between(200, 900)}) 311. The Washington bridge and Jefferson tunnel stay open.
`)),
  clean("test/2/english-companies", "companies named after people", ({ random: r }) => cleanTable([["Rank", "Company", "Industry", "Revenue (USD m)", "HQ"], ...r.sample(["Johnson & Johnson", "Morgan Stanley", "Wells Fargo", "Baker Hughes", "Charles Schwab", "Eli Lilly", "Harley-Davidson", "Parker Hannifin", "Tyson Foods", "J.P. Morgan", "Marsh McLennan", "Ralph Lauren", "Estée Lauder", "Raymond James"], 10).map((company, i) => [i + 1, company, r.pick(["Finance", "Pharma", "Retail", "Energy"]), `${r.between(1, 90)},${r.digits(3)}`, r.pick(["New York", "St. Louis", "Houston", "San Antonio"])])])),
]);

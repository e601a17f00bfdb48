/** More clean documents of towns, works and programs, to improve the rules on; the coin of coin.ts chose the half. */
import { clean, cleanTable, count, uncounted } from "../contents.js";
import { token } from "../invent/numbers.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { each, w } from "../written.js";

const known = v.publicName;
const HEX = "0123456789abcdef";

export const TUNE_CLEAN_6: readonly Template[] = defineTemplates([
  clean("tune/3/temple-schedule", "寺の行事", ({ random: r }) => uncounted(w`法然寺 年間行事
${each(r.sample(["修正会", "節分会 星祭り", "涅槃会", "春季彼岸会", "花まつり（灌仏会）", "施餓鬼法要", "盂蘭盆会", "十夜法要", "除夜の鐘", "弘法大師御影供"], 7), (rite) => w`${r.between(1, 12)}月${r.between(1, 28)}日　${rite}　午後${r.between(1, 7)}時より　本堂`)}
御志納 ${r.between(1, 5)},000円　写経は毎月${r.between(10, 28)}日
`)),
  clean("tune/3/station-melody", "駅の一覧", ({ random: r }) => cleanTable([["駅番号", "駅名", "よみ", "乗換", "1日の乗降"], ...r.sample([["林道", "はやしみち"], ["木太東口", "きたひがしぐち"], ["元山", "もとやま"], ["水田", "みずた"], ["西前田", "にしまえだ"], ["高田", "たかた"], ["池戸", "いけのべ"], ["農学部前", "のうがくぶまえ"], ["平木", "ひらぎ"], ["学園通り", "がくえんどおり"], ["白山", "しろやま"], ["井戸", "いど"], ["公文明", "くもんみょう"], ["長尾", "ながお"]] as const, 10).map(([station, kana], i) => [`N${i + 4}`, station, kana, r.pick(["", "JR", "バス"]), r.between(100, 5000)])])),
  clean("tune/3/shrine-festival", "祭りの案内", ({ random: r }) => uncounted(w`秋季例大祭　${r.between(9, 11)}月${r.between(1, 28)}日（土）・翌日（日）
奉納　獅子舞（林組・大西組・山田組・西村組）、太鼓台、子供みこし
順路　御旅所 → 神田橋 → 長谷川橋 → 宮脇町 → 本宮
祭神　${r.pick(["素戔嗚尊", "大物主命", "応神天皇", "天照皇大神"])}
交通規制　${r.between(12, 13)}時～${r.between(16, 21)}時　臨時駐車場 宮前小学校
`)),
  clean("tune/3/local-sweets", "みやげの菓子", ({ random: r }) => cleanTable([["商品名", "製造者", "内容量", "賞味期限", "税込"], ...r.sample([["灸まん", "こんぴら堂"], ["名物かまど", "名物かまど"], ["おいり", "則包商店"], ["和三盆 雅", "三谷製糖"], ["源内もち", "木村屋菓舗"], ["観音寺まんじゅう", "白栄堂"], ["カタパン", "熊岡菓子店"], ["巴堂 ぶどう餅", "巴堂"], ["小豆島ロールケーキ", "パティスリー マツモト"], ["瓦せんべい", "くつわ堂"]] as const, 8).map(([sweet, maker]) => [sweet, maker, `${r.between(4, 20)}個入`, `${r.between(7, 90)}日`, r.between(400, 3000)])])),
  clean("tune/3/udon-map", "うどん店の営業時間", ({ random: r }) => cleanTable([["店名", "形態", "営業", "定休", "席"], ...r.sample(["山越", "谷川米穀店", "がもう", "日の出製麺所", "中村", "山内うどん店", "松岡", "竹清", "さか枝", "池上製麺所", "長田in香の香", "小懸家", "山下うどん", "宮武"], 10).map((shop) => [shop, r.pick(["セルフ", "一般店", "製麺所"]), `${r.between(5, 11)}:00～${r.between(13, 15)}:30`, r.pick(["日", "水", "木"]), r.between(8, 90)])])),
  clean("tune/3/fishing-news", "釣果の便り", ({ random: r }) => uncounted(w`今週の釣果（${r.between(1, 12)}/${r.between(1, 28)}）
${each(r.sample(["庵治沖　マダイ 45cm、ハマチ数本", "小豆島 福田港　アオリイカ 胴長20cm", "津田の松原　キス 15～22cm 28匹", "高松港 一文字　メバル、カサゴ", "詫間 須田　チヌ 48.5cm", "直島 宮浦　タコ 1.2kg", "引田　アジ 25cm 60匹"], 5), (line) => w`・${line}　${r.pick(["大潮", "中潮", "小潮", "長潮"])}`)}
餌はアオイソメ、仕掛けは胴突き。船宿 金毘羅丸（${v.office("phone-number", `087-8${r.between(40, 99)}-${r.digits(4)}`)}）
`)),
  clean("tune/3/bird-watching", "観察会の記録", ({ random: r }) => cleanTable([["種名", "学名", "羽数", "場所", "備考"], ...r.sample([["アオサギ", "Ardea cinerea"], ["ハクセキレイ", "Motacilla alba"], ["カワセミ", "Alcedo atthis"], ["シロハラ", "Turdus pallidus"], ["ルリビタキ", "Tarsiger cyanurus"], ["ジョウビタキ", "Phoenicurus auroreus"], ["トモエガモ", "Sibirionetta formosa"], ["ツグミ", "Turdus eunomus"], ["コウノトリ", "Ciconia boyciana"], ["スタインヘルド鷸", "Calidris sp."]] as const, 8).map(([bird, latin]) => [bird, latin, r.between(1, 40), r.pick(["春日川河口", "公渕森林公園", "新川", "香東川"]), r.pick(["", "♂", "♀", "幼鳥", "囀り"])])])),
  clean("tune/3/vegetable-seeds", "種苗の目録", ({ random: r }) => cleanTable([["品番", "作物", "品種", "播種", "価格"], ...r.sample([["トマト", "桃太郎ゴールド"], ["ナス", "千両二号"], ["ナス", "真仙中長"], ["大根", "耐病総太り"], ["白菜", "お黄にいり"], ["キュウリ", "夏すずみ"], ["カボチャ", "えびす"], ["スイカ", "縞王"], ["ネギ", "九条太"], ["カブ", "耐病ひかり"], ["ホウレンソウ", "弁天丸"], ["レタス", "サリナス"], ["キャベツ", "金系201号"]] as const, 9).map(([crop, variety]) => [`${r.digits(3)}-${r.digits(3)}`, crop, variety, `${r.between(1, 6)}～${r.between(7, 12)}月`, r.between(150, 900)])])),
  clean("tune/3/kanji-quiz", "難読の漢字", ({ random: r }) => uncounted(w`漢字検定 ${r.pick(["準2級", "2級", "準1級"])} 模擬問題（一）次の――線の読みをひらがなで記せ。
${each(r.sample(["山の稜線を眺める。", "清水が湧く。", "森閑とした境内。", "哀悼の意を表す。", "秋波を送る。", "久遠の理想を掲げる。", "真紀の詔勅。", "光明を見いだす。", "幸甚に存じます。", "大和の国の史跡。", "千歳の松。"], 8), (line, i) => w`${i + 1} ${line}`)}
（二）次の熟語の対義語を記せ。　過失―（　　）　勤勉―（　　）
`)),
  clean("tune/3/puzzle-answers", "答えの頁", ({ random: r }) => uncounted(w`前回の解答　クイズ第${r.between(2, 200)}回
Ｑ１ 安田講堂　Ｑ２ 明石海峡大橋　Ｑ３ 平賀源内　Ｑ４ 1,${r.digits(3)}m　Ｑ５ サザエさん　Ｑ６ 春日大社
正解者 ${r.between(10, 300)}名の中から、抽選で5名様に図書券をお送りしました。（発表は発送をもって代えさせていただきます）
`)),
  clean("tune/3/swimming-records", "大会の記録", ({ random: r }) => cleanTable([["種目", "世界記録", "保持者", "国", "年"], ...r.sample([["男子100m自由形", "46.40", "潘展楽"], ["男子200m平泳ぎ", "2:05.48", "チン・カイヨウ"], ["女子100mバタフライ", "55.18", "グレッチェン・ウォルシュ"], ["女子200m個人メドレー", "2:05.70", "サマー・マッキントッシュ"], ["男子400m個人メドレー", "4:02.50", "レオン・マルシャン"], ["女子200m平泳ぎ", "2:17.55", "エフゲニア・チクノワ"]] as const, 5).map(([event, time, holder]) => [event, time, known(holder), r.pick(["中国", "米国", "カナダ", "フランス"]), r.between(2022, 2024)])])),
  clean("tune/3/noh-programme", "能の番組", ({ random: r }) => uncounted(w`第${r.between(5, 60)}回 薪能　番組
能「${r.pick(["羽衣", "葵上", "井筒", "松風"])}」　シテ ${known("観世清和")}　ワキ ${known("福王和幸")}　笛 ${known("藤田六郎兵衛")}　小鼓 ${known("大倉源次郎")}
狂言「${r.pick(["棒縛", "附子", "末広かり"])}」　${known("野村萬斎")}
附祝言
開演 午後${r.between(5, 6)}時半　雨天のときは県民ホール
`)),
  clean("tune/3/brass-band-list", "吹奏楽の楽譜", ({ random: r }) => cleanTable([["楽譜番号", "曲名", "作曲者", "編曲者", "グレード", "演奏時間"], ...r.sample([["アルメニアン・ダンス パート1", "アルフレッド・リード", ""], ["宝島", "和泉宏隆", "真島俊夫"], ["春の猟犬", "アルフレッド・リード", ""], ["たなばた", "酒井格", ""], ["海へ…吹奏楽の為に", "三善晃", ""], ["マーチ「ベスト・フレンド」", "松浦欣也", ""], ["ディープ・パープル・メドレー", "R. Blackmore", "佐橋俊彦"]] as const, 5).map(([title, composer, arranger], i) => [`B-${100 + i}`, title, known(composer), arranger === "" ? "" : known(arranger), r.between(2, 5), `${r.between(3, 12)}:${r.between(10, 59)}`])])),
  clean("tune/3/letters-model", "年賀状の文例", ({ random: r }) => uncounted(w`年賀状の書き方（文例${r.between(1, 30)}）
謹賀新年
旧年中は公私にわたりお世話になり、心より御礼申し上げます。
令和${r.between(6, 9)}年元旦
〒000-0000　○○県○○市○○町1-2-3
山田太郎・花子
※連名のときは、目上の方から順に書きます。「御一同様」も使えます。
`)),
  clean("tune/3/minutes-template", "会議録の様式", ({ random: r }) => uncounted(w`第　　回　　　　　　委員会　議事録（様式${r.between(1, 30)}）
日　　時　令和　　年　　月　　日（　）　　時～　　時
場　　所
出席者　委員長：　　　　　　　副委員長：
　　　　委　員：
事務局　課長：　　　　　係長：　　　　　担当：
議　　題　１
発言の要旨（発言者名は姓のみを記す）
記録者
`)),
  clean("tune/3/resolution-text", "意見書の案", ({ random: r }) => uncounted(w`意見書案第${r.between(1, 12)}号
地方財政の充実・強化を求める意見書
　地方自治法第99条の規定により意見書を提出する。
令和${r.between(4, 7)}年${r.between(3, 12)}月${r.between(1, 28)}日
高松市議会議長　${known("春田敬司")}
衆議院議長　参議院議長　内閣総理大臣　財務大臣　総務大臣　厚生労働大臣　宛て
提出者　総務消防調査委員会委員長
`)),
  clean("tune/3/bylaws", "会の規約", ({ random: r }) => uncounted(w`○○自治会規約
第１条　本会は、○○自治会と称し、事務所を会長宅に置く。
第${r.between(2, 4)}条　会員は、本区域に住所を有する世帯主とする。
第${r.between(5, 8)}条　役員は次のとおりとする。会長１名　副会長２名　会計１名　監事２名　班長若干名
第${r.between(9, 15)}条　会費は月額${r.between(2, 9)}00円とし、新入会員からは入会金${r.between(1, 5)},000円を徴収する。
附則　この規約は、平成${r.between(2, 30)}年４月１日から施行する。
`)),
  clean("tune/3/permit-list", "許可の状況", ({ random: r }) => cleanTable([["許可番号", "許可年月日", "屋号", "業種", "営業所所在地", "有効期限"], ...r.sample(["鮨処 まさ", "スナック 良子", "ビストロ・ポール", "焼鳥 大吉", "山ちゃん食堂", "喫茶 ローズマリー", "居酒屋 げん", "パン工房 ミヤタ", "酒菜 弥平", "お食事処 きよみ"], 8).map((shop, i) => [`第${r.between(4, 7)}-${r.digits(4)}号`, `令和${r.between(3, 7)}年${r.between(1, 12)}月${r.between(1, 28)}日`, shop, r.pick(["飲食店営業", "喫茶店営業", "菓子製造業"]), v.office("postal-address", `高松市${r.pick(["瓦町", "古馬場町", "鍛冶屋町"])}一丁目${i + 1}番地${r.between(1, 20)}`), `令和${r.between(8, 12)}年${r.between(1, 12)}月末`])])),
  clean("tune/3/bus-fare", "運賃の三角表", ({ random: r }) => {
    const stops = r.sample(["高松駅", "兵庫町", "瓦町", "栗林公園", "三条", "太田", "仏生山", "一宮", "円座", "岡本", "挿頭丘", "畑田", "陶"], 8);
    return cleanTable(stops.map((stop, i) => [...count(i).map((j) => 140 + (i - j) * 30 + r.between(0, 2) * 10), stop]));
  }),
  clean("tune/3/school-lunch-allergy", "給食の献立表", ({ random: r }) => cleanTable([["日", "曜", "献立", "赤", "黄", "緑", "kcal"], ...count(10).map((i) => [i + 1, "月火水木金"[i % 5], r.pick(["麦ごはん 牛乳 八宝菜 春巻き", "しっぽくうどん 牛乳 小魚", "ごはん 牛乳 さばの竜田揚げ まんばのけんちゃん", "コッペパン 牛乳 ポトフ 桃太郎トマト", "わかめごはん 牛乳 肉じゃが 三色ひたし", "ビビンバ 牛乳 トック"]), r.pick(["豚肉、卵", "さば、豆腐", "鶏肉"]), "米、油、砂糖", r.pick(["白菜、人参", "まんば、大根", "小松菜"]), r.between(550, 850)])])),
  clean("tune/3/school-calendar", "学校の行事予定", ({ random: r }) => uncounted(w`${r.between(4, 12)}月の行事予定
${each(count(12), (i) => w`${i * 2 + 1}日（${"月水金"[i % 3]}）${r.pick(["朝会 尿検査", "家庭訪問（林・前田地区）", "身体測定1・2年", "クラブ活動", "避難訓練", "校外学習5年（屋島）", "PTA総会", "代休", "委員会活動", "交通安全教室", "なかよし班遊び", "耳鼻科検診"])}`)}
下校時刻　低学年 ${r.between(14, 15)}:${r.between(10, 50)}　高学年 15:${r.between(50, 59)}
`)),
  clean("tune/3/garbage-calendar", "ごみの収集日", ({ random: r }) => cleanTable([["地区", "燃やせるごみ", "破砕ごみ", "缶・びん・ペット", "プラ容器", "紙・布"], ...r.sample(["鶴尾", "太田", "三谷", "林", "川島", "十河", "山田", "前田", "木太", "古高松", "屋島", "円座", "檀紙", "川岡", "一宮", "多肥", "仏生山"], 12).map((area) => [area, r.pick(["月・木", "火・金"]), `第${r.between(1, 4)}水`, `第${r.between(1, 4)}水`, r.pick(["金", "月"]), `第${r.between(1, 4)}土`])])),
  clean("tune/3/election-results", "開票の結果", ({ random: r }) => cleanTable([["当落", "届出番号", "候補者氏名", "党派", "新現元", "得票数"], ...r.sample(["大西秀人", "池田豊人", "玉木雄一郎", "小川淳也", "平井卓也", "瀬戸隆一", "三宅伸吾", "磯崎仁彦"], 5).map((name, i) => [i < 2 ? "当" : "", i + 1, known(name), r.pick(["無所属", "自民", "立民", "国民"]), r.pick(["新", "現", "元"]), `${r.between(10, 99)},${r.digits(3)}`])])),
  clean("tune/3/post-codes", "町名と郵便番号", ({ random: r }) => cleanTable([["郵便番号", "町名", "フリガナ"], ...r.sample([["760-0080", "木太町", "キタチョウ"], ["761-8084", "一宮町", "イチノミヤチョウ"], ["761-0301", "林町", "ハヤシチョウ"], ["761-0450", "三谷町", "ミタニチョウ"], ["760-0011", "浜ノ町", "ハマノチョウ"], ["760-0017", "番町", "バンチョウ"], ["761-8031", "郷東町", "ゴウトウチョウ"], ["760-0005", "宮脇町", "ミヤワキチョウ"], ["761-0323", "亀田町", "カメダチョウ"]] as const, 8).map(([code, town, kana]) => [v.office("postal-code", code), town, kana])])),
  clean("tune/3/iso-countries", "国の一覧", ({ random: r }) => cleanTable([["コード", "国名", "首都", "通貨", "国番号"], ...r.sample([["JO", "ヨルダン", "アンマン", "962"], ["GE", "ジョージア", "トビリシ", "995"], ["TD", "チャド", "ンジャメナ", "235"], ["CY", "キプロス", "ニコシア", "357"], ["LU", "ルクセンブルク", "ルクセンブルク", "352"], ["US", "アメリカ合衆国", "ワシントンD.C.", "1"], ["MG", "マダガスカル", "アンタナナリボ", "261"], ["MD", "モルドバ", "キシナウ", "373"], ["SM", "サンマリノ", "サンマリノ", "378"]] as const, 8).map(([code, country, capital, dial]) => [code, country, capital, r.pick(["USD", "EUR", "JOD"]), `+${dial}`])])),
  clean("tune/3/medicine-list", "採用薬の一覧", ({ random: r }) => cleanTable([["薬品コード", "薬品名", "一般名", "規格", "薬価", "製造"], ...r.sample([["アムロジピン錠5mg「サワイ」", "アムロジピン"], ["ロキソニン錠60mg", "ロキソプロフェン"], ["リピトール錠10mg", "アトルバスタチン"], ["ムコダイン錠500mg", "カルボシステイン"], ["マグミット錠330mg", "酸化マグネシウム"], ["ツムラ葛根湯エキス顆粒", "葛根湯"], ["メチコバール錠500μg", "メコバラミン"], ["ジャヌビア錠50mg", "シタグリプチン"], ["小林製薬の生薬", "八味地黄丸"]] as const, 7).map(([drug, generic]) => [r.digits(9), drug, generic, r.pick(["10mg1錠", "2.5g/包"]), `${r.between(5, 300)}.${r.digits(1)}`, r.pick(["沢井", "武田", "田辺三菱", "小野", "大塚", "杏林"])])])),
  clean("tune/3/disease-codes", "病名の符号", ({ random: r }) => cleanTable([["ICD-10", "病名", "英語", "備考"], ...r.sample([["G30", "アルツハイマー病", "Alzheimer disease"], ["G20", "パーキンソン病", "Parkinson disease"], ["E06.3", "橋本病", "Hashimoto thyroiditis"], ["M30.3", "川崎病", "Kawasaki disease"], ["K50", "クローン病", "Crohn disease"], ["M35.2", "ベーチェット病", "Behcet disease"], ["D76.1", "菊池病", "Kikuchi disease"], ["H81.0", "メニエール病", "Meniere disease"], ["I73.0", "レイノー症候群", "Raynaud syndrome"], ["C81", "ホジキンリンパ腫", "Hodgkin lymphoma"]] as const, 8).map(([code, name, english]) => [code, name, english, r.pick(["", "指定難病", "要確認"])])])),
  clean("tune/3/surgery-codes", "手術の一覧", ({ random: r }) => cleanTable([["Kコード", "術式", "点数", "件数"], ...r.sample([["K672-2", "腹腔鏡下胆嚢摘出術"], ["K718-2", "腹腔鏡下虫垂切除術"], ["K082", "人工関節置換術"], ["K526-2", "ビルロートI法"], ["K647", "マイルズ手術"], ["K898", "帝王切開術"], ["K282", "水晶体再建術"], ["K552", "冠動脈バイパス術"], ["K640", "ニッセン噴門形成術"]] as const, 7).map(([code, name]) => [code, name, r.between(1000, 70_000), r.between(1, 300)])])),
  clean("tune/3/exam-syllabus", "試験の出題範囲", ({ random: r }) => uncounted(w`令和${r.between(4, 8)}年度 教養試験 出題範囲
日本史　北条早雲、織田政権、徳川吉宗の改革、田沼意次、松平定信、渋沢栄一
世界史　カール大帝、メアリ1世、ナポレオン3世、ホー・チ・ミン、ネルー
文学　与謝野晶子『みだれ髪』、志賀直哉、ヘミングウェイ
物理　ケプラーの法則、ホイヘンスの原理、ドップラー効果、ヤングの実験
試験日　${r.between(6, 10)}月${r.between(1, 28)}日　受験番号は ${r.digits(4)} から始まる8桁
`)),
  clean("tune/3/seat-numbers", "合格者の受験番号", ({ random: r }) => uncounted(w`合格者受験番号　（${r.pick(["一般", "推薦"])}）
${each(count(10), () => count(6).map(() => `${r.between(10, 99)}${r.digits(4)}`).join("　"))}
以上 ${r.between(40, 60)}名　　入学手続の締切 ${r.between(2, 3)}月${r.between(10, 28)}日
`)),
  clean("tune/3/part-list", "部品表", ({ random: r }) => uncounted(w`P/N              Description                 Qty  Ref
${each(count(10), (i) => w`${r.digits(3)}-${r.digits(4)}-${r.digits(2)}     ${r.pick(["Phillips screw M3x8", "Allen bolt M5", "Woodruff key", "Schottky diode", "Zener 5V1", "Hall sensor", "Molex 4-pin", "Nylok nut"])}      ${r.between(1, 40)}    R${i + 1}`)}
`)),
  clean("tune/3/drawing-index", "竣工図の目次", ({ random: r }) => cleanTable([["図番", "図面名称", "縮尺", "設計", "製図", "日付"], ...count(10).map((i) => [`A-${100 + i}`, r.pick(["付近見取図", "1階平面図", "立面図（東・西）", "矩計図", "展開図", "建具表", "外構図"]), r.pick(["1/100", "1/50", "図示"]), r.pick(["㈱藤川建築設計事務所", "同左"]), "", `H${r.between(5, 30)}.${r.between(1, 12)}.${r.between(1, 28)}`])])),
  clean("tune/3/error-list", "誤りの番号", ({ random: r }) => cleanTable([["コード", "メッセージ", "対処"], ...count(9).map((i) => [`E${r.digits(4)}`, r.pick(["氏名が入力されていません", "生年月日の形式が不正です（例：1980/01/01）", "電話番号は半角数字で入力してください", "郵便番号に該当する住所がありません", "担当者が見つかりません", "姓と名の間に空白が必要です", "カナに使えない文字があります"]), i % 2 === 0 ? "再入力する" : "管理者に連絡する"])])),
  clean("tune/3/dns-records", "ゾーンの設定", ({ random: r }) => uncounted(w`$TTL 3600
@   IN SOA ns1.example.jp. hostmaster.example.jp. ( 20240${r.between(1, 9)}1${r.digits(1)}01 3600 900 604800 86400 )
    IN NS  ns1.example.jp.
    IN MX  10 mail.example.jp.
tanaka   IN A 192.0.2.${r.between(1, 254)}
hanako   IN CNAME web.example.jp.
_dmarc   IN TXT "v=DMARC1; p=none; rua=mailto:dmarc@example.jp"
sel${r.digits(2)}._domainkey IN TXT "v=DKIM1; p=${token(r, 60, HEX)}"
`, "zone.txt")),
  clean("tune/3/readme-ja", "プログラムの説明", ({ random: r }) => uncounted(w`# namae-split

日本人の氏名を姓と名に分けるライブラリです。

\`\`\`js
split("佐藤花子"); // => { surname: "佐藤", given: "花子" }
split("五十嵐 颯"); // => { surname: "五十嵐", given: "颯" }
split("勅使河原さくら").surname; // "勅使河原"
\`\`\`

辞書は v${r.between(1, 9)}.${r.between(0, 9)} で ${r.between(10, 90)},000 語です。精度は 9${r.between(1, 9)}.${r.digits(1)} %。
電話番号（\`090-1234-5678\`）や住所は扱いません。

## ライセンス
MIT © 2023 namae-split contributors
`, "README.md")),
  clean("tune/3/sdk-sample", "SDK の手引", ({ random: r }) => uncounted(w`## 顧客を登録する

\`\`\`bash
curl -X POST https://api.example.com/v${r.between(1, 3)}/customers \\
  -H "Content-Type: application/json" \\
  -d '{ "name": "山田 花子", "email": "hanako@example.com", "phone": "+81312345678", "birthDate": "1990-01-01" }'
\`\`\`

レスポンス

\`\`\`json
{ "id": "cus_${token(r, 14, HEX)}", "name": "山田 花子", "created": ${r.between(1_600_000, 1_700_000)}000 }
\`\`\`
`, "guide.md")),
  clean("tune/3/unit-test-ja", "単体試験の仕様", ({ random: r }) => cleanTable([["No.", "試験項目", "入力値", "期待結果", "判定"], ...count(9).map((i) => [i + 1, r.pick(["氏名の最大長", "全角空白", "旧字体", "外字", "電話番号の形式", "生年月日の範囲"]), r.pick(["髙橋　一郎", "渡邊太郎", "𠮷田花子", "090-1111-2222", "1900/01/01", "あ×50"]), r.pick(["登録される", "エラーE0012", "警告を表示"]), r.pick(["OK", "NG", "-"])])])),
  clean("tune/3/e2e-scenario", "受け入れの筋書き", ({ random: r }) => uncounted(w`シナリオ${r.between(1, 40)}: 会員が予約を変更する
  前提 会員「テスト太郎」がログインしている
  もし 予約一覧から「${r.between(1, 12)}月${r.between(1, 28)}日 10:00 会議室A」を選ぶ
  かつ 人数を ${r.between(2, 9)} に変える
  ならば 「変更しました」と表示される
  かつ 確認メールが "test+${r.digits(3)}@example.com" に届く
  例:
    | 会員 | 区分 |
    | テスト花子 | 一般 |
    | 見本一郎 | 法人 |
`)),
  clean("tune/3/data-dictionary", "項目の定義書", ({ random: r }) => cleanTable([["項番", "項目名", "物理名", "型", "桁", "必須", "例"], ["1", "氏名", "shimei", "NVARCHAR", r.between(20, 60), "○", "高松　太郎"], ["2", "氏名カナ", "shimei_kana", "NVARCHAR", 60, "○", "タカマツ　タロウ"], ["3", "生年月日", "birth_ymd", "CHAR", 8, "○", "19800401"], ["4", "性別", "sex_cd", "CHAR", 1, "", "1:男 2:女"], ["5", "電話番号", "tel_no", "VARCHAR", 13, "", "087-839-2011"], ["6", "郵便番号", "zip_cd", "CHAR", 7, "", "7600000"], ["7", "住所", "jusho", "NVARCHAR", 200, "○", "香川県高松市番町一丁目８番１５号"]])),
  clean("tune/3/log-format", "記録の形式", ({ random: r }) => uncounted(w`%h %l %u %t "%r" %>s %b
192.0.2.${r.between(1, 254)} - frank [10/Oct/20${r.between(10, 24)}:13:55:36 +0900] "GET /apache_pb.gif HTTP/1.1" 200 ${r.digits(4)}
198.51.100.${r.between(1, 254)} - - [10/Oct/20${r.between(10, 24)}:13:55:37 +0900] "POST /form?name=&tel= HTTP/1.1" 302 -
%u はリモートユーザー名（上の例では frank）。
`, "format.txt")),
  clean("tune/3/html-template", "画面のひな形", ({ random: r }) => uncounted(w`<table class="t${r.digits(2)}">
  <tr><th>お名前</th><td><?= h($user['sei']) ?> <?= h($user['mei']) ?> 様</td></tr>
  <tr><th>フリガナ</th><td>{{ user.kana }}</td></tr>
  <tr><th>生年月日</th><td><%= format(user.birth, "yyyy年M月d日") %></td></tr>
  <tr><th>ご住所</th><td>〒{{ zip }} {{ address }}</td></tr>
</table>
<p class="note">担当：カスタマーセンター　受付番号 {{ no }}</p>
`, "page.html")),
  clean("tune/3/bibtex", "bibliography", ({ random: r }) => uncounted(w`@article{yamada${r.between(2000, 2023)},
  author  = {${known("Yamada, Taro")} and ${known("Kobayashi, Akira")}},
  title   = {On the Convergence of Forms},
  journal = {J. Example Stud.}, volume = {${r.between(1, 40)}}, pages = {${r.between(1, 99)}--${r.between(100, 200)}}
}
@book{knuth1997, author = {${known("Donald E. Knuth")}}, title = {Fundamental Algorithms}, publisher = {Addison-Wesley}, year = {1997}}
@inproceedings{suzuki2019, author = {${known("鈴木一平")} and ${known("高橋健二")}}, title = {固有表現の抽出}, booktitle = {言語処理学会}, year = {2019}}
`, "refs.bib")),
  clean("tune/3/thesis-titles", "卒業論文の題目", ({ random: r }) => uncounted(w`卒業論文題目（${r.between(2015, 2024)}年度、氏名は掲載しない）
${each(r.sample(["夏目漱石『三四郎』における都市", "芥川龍之介「羅生門」の下人像", "樋口一葉の日記と小説", "宮沢賢治の童話における動物", "太宰治「走れメロス」とシラー", "村上春樹の翻訳論", "ジェイン・オースティンの会話", "ブロンテ姉妹と荒野", "紫式部と清少納言"], 6), (title, i) => w`${i + 1}　${title}（${r.between(20, 90)}枚）`)}
`)),
  clean("tune/3/invention-names", "発明の年表", ({ random: r }) => cleanTable([["年", "発明・発見", "人物", "国"], ...r.sample([["1769", "蒸気機関の改良", "ジェームズ・ワット"], ["1876", "電話機", "グラハム・ベル"], ["1879", "白熱電球", "トーマス・エジソン"], ["1893", "養殖真珠", "御木本幸吉"], ["1898", "ラジウム", "マリー・キュリー"], ["1926", "八木アンテナ", "八木秀次"], ["1908", "うま味成分", "池田菊苗"], ["1897", "自動織機", "豊田佐吉"]] as const, 6).map(([year, thing, person]) => [year, thing, known(person), r.pick(["英", "米", "日", "仏"])])])),
  clean("tune/3/furniture-list", "家具の目録", ({ random: r }) => cleanTable([["品番", "品名", "デザイン", "サイズ", "張地", "価格"], ...r.sample([["Yチェア CH24", "ハンス・J・ウェグナー"], ["セブンチェア", "アルネ・ヤコブセン"], ["スツール60", "アルヴァ・アアルト"], ["バタフライスツール", "柳宗理"], ["イームズシェルチェア", "チャールズ・イームズ"], ["低座イス", "長大作"], ["ナガサキチェア", "マチュー・マテゴ"], ["コノイドチェア", "ジョージ・ナカシマ"]] as const, 6).map(([chair, designer]) => [`${token(r, 2, "ABCD")}-${r.digits(4)}`, chair, known(designer), `W${r.between(30, 90)}`, r.pick(["革", "布", "―"]), r.between(30_000, 900_000)])])),
  clean("tune/3/kimono-patterns", "着物と帯の台帳", ({ random: r }) => cleanTable([["管理No.", "種別", "柄", "作家・産地", "寸法(身丈)"], ...r.sample([["訪問着", "松竹梅に鶴"], ["小紋", "江戸小紋 鮫"], ["紬", "大島紬 龍郷"], ["帯", "佐賀錦 源氏香"], ["振袖", "辻が花 藤"], ["色留袖", "光琳菊"], ["浴衣", "有松絞り 雪花"]] as const, 6).map(([kind, pattern]) => [`K${r.digits(4)}`, kind, pattern, r.pick(["久保田一竹", "川島織物", "西陣", "千總"]), `${r.between(150, 175)}cm`])])),
  clean("tune/3/surname-kanji", "名字の豆知識", ({ random: r }) => uncounted(w`名字ランキング（香川県）
${each(r.sample(["大西", "田中", "山下", "高橋", "山本", "森", "多田", "中村", "松本", "三好"], 8), (surname, i) => w`${i + 1}位　${surname}　約${r.between(4, 20)},${r.digits(1)}00人`)}
「十河」は「そごう」、「香西」は「こうざい」、「真部」は「まなべ」と読む。渡辺と渡邊、斎藤と齋藤のように字体の違う名字もある。
`)),
  clean("tune/3/island-names", "島の一覧", ({ random: r }) => cleanTable([["島名", "市町", "面積(km2)", "人口", "航路"], ...r.sample([["女木島", "高松市"], ["男木島", "高松市"], ["大島", "高松市"], ["直島", "直島町"], ["豊島", "土庄町"], ["小豊島", "土庄町"], ["本島", "丸亀市"], ["広島", "丸亀市"], ["佐柳島", "多度津町"], ["高見島", "多度津町"], ["粟島", "三豊市"], ["伊吹島", "観音寺市"], ["志々島", "三豊市"], ["岩黒島", "坂出市"]] as const, 10).map(([island, town]) => [island, town, `${r.between(0, 14)}.${r.digits(2)}`, r.between(10, 3000), r.pick(["有", "無"])])])),
]);

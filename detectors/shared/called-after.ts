/** Things that bear somebody's name: a theorem, a comet, a prize, a block of flats. Whoever they were called after is not the one meant. */

/** Two or three who found it together: 池谷・関彗星, コーシー・シュワルツの不等式. */
const TOGETHER = "(?:[・=‐-][\\p{Script=Han}\\p{Script=Katakana}ー]{1,12}){0,3}";
/** With の: what no private person has. 佐藤の問題 and 佐藤の式 may be anybody's. */
const OF_SCIENCE =
  "定理|補題|予想(?![がはをで])|不等式|公式|方程式|恒等式|級数|超関数|判別法|アルゴリズム|積分|行列式|多項式|原理|仮説|法則|反例|定数|係数|検定|転位反応|三角形|曲線|多様体|数列|近似|分解|変換|過程|曲面|素数|電池|気球";
/** Directly behind the name. */
const COMPOUND =
  `彗星|流星群|小惑星|症候群|病(?![院棟室歴状気欠床休死弱害])|試薬|効果(?!的)|定数|係数|分布|検定|空間|超関数|行列|方程式|変換(?!す)|級数|理論|予想(?=[のは])|定理|補題|転位|法則|曲線|` +
  `銅?像(?=[(（・、 \\n]|$)|顕彰碑|記念碑|生誕地|賞(?!味|与|金|状|賛)|杯(?!目)|記念(?:館|公園|碑|財団|病院|賞|講演|ホール|コレクション)|財団|奨学|文庫|全集|詩集|歌集|句集|通り(?!す|か|過|道を)|街道|ビル(?!マ)|ハイツ|コーポ|マンション|アパート|荘(?!厳)|医院|クリニック|法律事務所|会計事務所|` +
  `酒店|商店(?!街の)|書店|薬局|工務店|製作所|鉄工所|製菓|醸造|酒造|ダム|古墳|遺跡|城跡|窯(?!業)|焼(?=[き\\n 　・、,(（]|$)|流(?=[の・、 \\n(（]|$)|家住宅|家文書|家旧蔵|コレクション|トーナメント|カップ(?!ル)|モデル|方式|式(?=[のポ学行]|$)`;
const THING_BEHIND = new RegExp(`^(?:${TOGETHER}(?:の(?:${OF_SCIENCE})|(?:${COMPOUND}))|・\\p{Script=Han}{1,4}の(?:問題|式|結果|方法)|(?:・|=)[\\p{Script=Katakana}ー・]{2,16}(?:の(?:${OF_SCIENCE})|${COMPOUND}))`, "u");

/** 高木・谷山の問題, the second of them. */
const FINDER_BEFORE = /(?:^|[^\p{Script=Han}\p{Script=Katakana}])[\p{Script=Han}\p{Script=Katakana}ー]{1,10}・$/u;
const BESIDE_A_FINDER = new RegExp(`^(?:の(?:${OF_SCIENCE}|問題|式|結果|方法|論文)|(?:${COMPOUND}))`, "u");

/** What is itself called so, whole: サンハイツ佐藤, 林ビル, 関彗星. */
const IS_A_THING =
  /^(?:サン|グリーン|ニュー|第[一二三]?\d?)?(?:ハイツ|コーポ|メゾン|ヴィラ|ビラ|シャトー|シャルマン|レジデンス|パレス|ハイム|マンション|アパート|カーサ|ドミール|フォーレ|ロイヤル|グランド|エステート|サンコーポ)|(?:ビル|ハイツ|コーポ|ハイム|マンション|アパート|レジデンス|コート|テラス|タワー|プラザ|ガーデン|パーク|ダム|彗星|流星群|小惑星|定理|補題|百景|屏風|絵巻|五十三次|人形|観音|如来|菩薩|明王|地蔵|天満宮|大社|古墳|遺跡|城跡|銅像|像|碑|号線)$/u;

/** Makers whose whole names are brands. */
const BRANDS = new Set(
  ("ルイ・ヴィトン ポール・スミス ポールスミス ケイト・スペード ケイトスペード ラルフ・ローレン クリスチャン・ディオール クリスチャン・ルブタン ジャンポール・ゴルチエ イヴ・サンローラン ハーレー・ダビッドソン ハーレーダビッドソン ジョンソン・エンド・ジョンソン カルバン・クライン トミー・ヒルフィガー マーク・ジェイコブス マイケル・コース ヴィヴィアン・ウエストウッド ドン・ペリニヨン メルセデス・ベンツ アストン・マーチン " +
  "ジョニー・ウォーカー ジャック・ダニエル ジャックダニエル ジム・ビーム シャーリー・テンプル トム・コリンズ ブラッディ・マリー マルガリータ ロバート・モンダヴィ フレッド・ペリー ヘリー・ハンセン ヒューゴ・ボス ジミー・チュウ ジョー・マローン トム・フォード エスティ・ローダー ヘレナ・ルビンスタイン エリザベス・アーデン フランク・ミュラー パテック・フィリップ ハリー・ウィンストン ジョルジオ・アルマーニ ドルチェ・アンド・ガッバーナ アルファ・ロメオ ロールス・ロイス レス・ポール アニエス・ベー " +
  "louis vuitton,paul smith,kate spade,ralph lauren,calvin klein,tommy hilfiger,marc jacobs,michael kors,vivienne westwood,harley davidson,johnnie walker,jack daniel,jim beam,les paul,paul reed smith,ernst young,morgan stanley,goldman sachs,merrill lynch,charles schwab,ben sherman,max factor,estee lauder,helena rubinstein,elizabeth arden,yves rocher,tom ford,jimmy choo,fred perry,helly hansen,jack wolfskin,hugo boss,christian dior,christian louboutin,giorgio armani,harry winston,franck muller,aston martin,alfa romeo,rolls royce,betty crocker,dr pepper,martin guitar").split(/[ ,](?=[ァ-ヴ])|,/u),
);

const REACH = 32;

/** @param text normalised; the name stands in [start, end) */
export const isCalledAfterSomebody = (text: string, start: number, end: number): boolean => BRANDS.has(text.slice(start, end).toLowerCase()) || (text[start - 1] === "・" && BESIDE_A_FINDER.test(text.slice(end, end + REACH)) && FINDER_BEFORE.test(text.slice(Math.max(0, start - 12), start))) || IS_A_THING.test(text.slice(start, end)) || THING_BEHIND.test(text.slice(end, end + REACH));

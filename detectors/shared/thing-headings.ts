/** Headings of columns that hold things and their numbers: what stands there is nobody's name, and no telephone's number. */

/** Numbers of drawings, parts, slips and accounts. */
const NUMBERS =
  /図面?番|図面(?:No|NO|コード)|品番|品目(?:番号|コード)|部品|部番|型番|型式|形式|機種|製造(?:番号|No)|製品(?:番号|コード)|商品(?:番号|コード|No|ID)|シリアル|ロット|棚番|備品|資産|物品|管理(?:番号|No|コード)|伝票|送り状|追跡|注文(?:番号|No)|受注|発注|請求書?(?:番号|No)|見積|納品|契約番号|工事番号|業務番号|案件|起案|文書番号|公告番号|整理番号|資料番号|図書番号|蔵書|請求記号|書誌|分類(?:番号|コード|記号)|科目|勘定|予算|バーコード|座標|緯度|経度|バージョン|ISBN|ISSN|JAN|EAN|GTIN|SKU|ASIN|Part ?(?:No|number|#)|Drawing|Model|Serial|Lot|Order ?(?:No|number|id|#)|Invoice|Item ?(?:No|number|code)|Tracking|Asset|Version|Build|Checksum|Hash|(?:Inv|Inventar|Art|Artikel|Bestell|Kat|Katalog|Rechnungs|Teile|Sach)\.?-? ?(?:Nr|Nummer)|Réf(?:érence)?|Ref\.? ?No/iu;
/** What is called so is a telephone all the same: 注文用電話番号. */
const TELEPHONES = /電話|携帯|連絡|ファ[ック]|ダイヤル|tel|fax|phone|mobile/iu;

/** Works, goods, places, words: whoever's name they bear is not the one meant. */
const THINGS =
  /^(?:柄|色柄|文様|模様|種別|産地|出品物|拾得物|遺失物|物件|景品|賞品|設備|装置|機器|資産|資材|備品|名称|銘|銘柄名|楽曲|作品|書籍|映画|商品|製品|料理|菓子|河川|湖沼|路線|列車|史跡|遺跡|古墳|船舶|部品|工具|植物|動物|昆虫|キャラクター|シリーズ|モデル|機種|車種|ゲーム|アプリ|台風|彗星|小惑星|道路|橋梁|ダム|公園|文化財|団地|馬|犬|猫|愛称|通称名称|色|刀剣|掛軸|絵画|演題|外題|戯曲|歌曲|賞|定理|用例)$|^(?:番組|曲|楽曲|作品|書|書籍|図書|題|映画|商品|品|製品|品種|銘柄|品目|料理|献立|メニュー|菓子|駅|停留所|バス停|地|町|町丁|町字|字|大字|小字|地区|校区|学区|自治体|市町村|市区町村|都道府県|県|山|川|河川|湖沼|島|港|路線|列車|便|名所|観光地|史跡|遺跡|古墳|城|馬|船|船舶|部品|道具|工具|用語|見出し語|単語|語句|漢字|熟語|元号|年号|時代|植物|花|樹種|魚|魚種|種|和|学|動物|昆虫|キャラクター|ブランド|シリーズ|モデル|機種|車種|色|技|ゲーム|アプリ|台風|彗星|小惑星|通り|道路|橋|橋りょう|橋梁|トンネル|ダム|公園|広場|水路|ため池|文化財|祭り|行事|イベント|大会|講座|賞|団地)名称?$|^(?:島|橋|池|谷|滝|峠|岬|市町|市町村|市区町村|町丁目|町丁字|大字町丁目|病名|傷病名|疾患名|術式|薬品|薬剤|薬品名|一般名|種名|学名|和名|作物|名字|苗字)名?$|^(?:番組|曲目|題目|演目|タイトル|商品|品目|品種|銘柄|献立|メニュー|停留所|バス停|駅|停車駅|産地|原産地|行き先|行先|起点|終点|経由|経由地|始発|地点|観測所|用語|単語|語句|漢字|元号|年号|魚種|樹種|ブランド|メーカー|蔵元|製造元|アルバム|歌|ニュース|番付|四股名|しこ名)$|^(?:title|song|album|track|product|product ?name|item|item ?name|station|stop|brand|model|series|species|term|word|file ?name|dish|menu|sire|dam|horse|breed|ship|vessel|variety|cultivar|wine|storm|street|road|place|city|town|village|river|mountain)$/iu;

/** Firms and shops: one that is called by a whole name may be a person who trades under it. */
const FIRMS = /^(?:会社|企業|社|業者|店|店舗|施設|学校|園|団体|チーム|クラブ|出版社|取引先|仕入先|納入業者|協賛企業|スポンサー|加盟店|宿|旅館|病院|医院|医療機関|薬局|事業所|生産者|製造者|製造元|蔵元|工房|窯元|メーカー|屋号|商号|店名|製造|製造会社|発行|発行所|取扱店|販売店|代理店|発売元|販売元|施工|施工者|設計者)名?称?$|^(?:company|firm|shop|store|team|club|school|publisher)(?: ?name)?$/iu;

/** What a form's or a specification's column shows for an example. */
const EXAMPLES = /^(?:例|記入例|記載例|入力例|設定例|データ例|値の例|(?:通る|通らない|正しい|悪い|良い|よい|だめな|OK|NG|正|誤|表示|出力|変換|書き方|番号|表記)の?例|入力値|出力値|期待値|期待結果|テストデータ|試験データ|サンプル|サンプル値|見本|examples?|sample|sample ?value|default|default ?value)$/iu;

export type ThingKind = "number" | "thing" | "firm" | "example";

/** What a column's heading says of it, where that is no person. @param heading normalised, trimmed */
export function thingOf(heading: string): ThingKind | undefined {
  if (THINGS.test(heading)) return "thing";
  if (FIRMS.test(heading)) return "firm";
  if (EXAMPLES.test(heading)) return "example";
  return NUMBERS.test(heading) && !TELEPHONES.test(heading) ? "number" : undefined;
}

/** A label of such a number directly before it: 部品コード 044-481-2130. */
const LABEL_LENGTH = 20;
const NUMBERED = new RegExp(`(?:${NUMBERS.source})(?:番号|コード|No|NO)?[. :=#(「【】」)]{0,4}$`, "iu");
export const isLabelledAsThing = (text: string, start: number): boolean => {
  const before = text.slice(Math.max(0, start - LABEL_LENGTH), start);
  return NUMBERED.test(before) && !TELEPHONES.test(before);
};

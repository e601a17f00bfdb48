/** Reads one Japanese address off normalised text: gazetteer for its places, a grammar for blocks, buildings and rooms. */
import { type Block, readBlock } from "./address-block.js";
import { buildingEnd } from "./address-building.js";
import { COUNTY, MUNICIPALITY, PREFECTURE, placeEnd, TOWN, WARD } from "./gazetteer.js";

/** Offsets of the parts' ends; a part that is missing ends where the one before it does. */
export interface JapaneseAddress {
  readonly start: number;
  readonly prefectureEnd: number;
  readonly municipalityEnd: number;
  readonly townEnd: number;
  readonly blockStart: number;
  readonly blockEnd: number;
  readonly end: number;
  /** The town is in the gazetteer, not only shaped like one. */
  readonly townKnown: boolean;
  /** Numbers in the block: 2 in 1丁目2, 3 in 1-2-3; 0 where there is no block. */
  readonly blockNumbers: number;
  /** The block names its units (丁目, 番地) rather than joining numbers with hyphens. */
  readonly blockUnits: boolean;
  /** The block's first number; 0 where it is in kanji or missing. */
  readonly firstNumber: number;
  /** The town is called one: 架空町. */
  readonly townNamed: boolean;
  /** The municipality is a town or village, many of which number their plots through. */
  readonly inVillage: boolean;
  /** It ends with its 丁目 or 条: no house, but a quarter where thousands live. */
  readonly quarterOnly: boolean;
}

/** Kyoto: 烏丸通四条下る, 寺町通御池上ル西入, 四条通寺町東入二丁目. */
const KYOTO_STREET =
  /(?:[\p{Script=Han}ヶケのノ]{1,16}?(?:[0-9一二三四五六七八九十]{1,2}筋目)?(?:上る|下る|上ル|下ル|上がる|下がる|(?:[東西]|[0-9一二三四五六七八九十]{1,2}(?:丁|筋)目[東西]?)入る?ル?|東入|西入)(?:[0-9一二三四五六七八九十]{1,2}(?:丁目|筋目)(?=\p{Script=Han}))?(?:南側|北側|東側|西側)?){1,4}/uy;
const CHOME = /[\d一二三四五六七八九十]丁目$/u;
/** Cheap: whether 上る, 下ル, 入 stand near, as most addresses' do not. */
function mayNameStreets(text: string, at: number): boolean {
  for (let i = at + 1; i < at + 24; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x308b || code === 0x30eb || code === 0x5165) return true;
  }
  return false;
}
/** Streets, town, hamlet and a numeral in kanji before 丁目, 番 or a digit. */
const FARTHEST_BLOCK = 48;
const KANJI_DIGITS = "一二三四五六七八九十";
const SECTION = /(?:大字|小字|字)/uy;
/** A town the gazetteer lacks: its hamlet or field name, up to the number of the block. */
const UNKNOWN_TOWN =
  /(?:(?![第〇])[\p{Script=Han}ヶヵ々ァ-ヴーぁ-ゖ]){1,16}?(?= ?(?:第(?=\d{1,3}(?:地割|号|線))|[甲乙丙丁戊イロハニホヘト][-のノ部]?(?=\d)|(?:官有)?(?:無番地|番外地)|[東西南北]?(?=\d{1,2}[東西南北]))?(?:\d|(?<=官有|無番地|番外地)|[一二三四五六七八九十]{1,3}(?:丁目|番地|番(?!組)|号)))/uy;
/** What follows a municipality's name in a sentence, or makes it an institution's. A known town never comes here. */
const NO_TOWN =
  /^(?:[のはがをにでとへも、]|から|まで|内[^\p{Script=Han}]|立|民(?!田)|長(?:は|が|選)|役所|役場|議会|議員|職員|消防|警察|営|教育|条例|規則|規程|告示|公告|訓令|要綱|庁|税|政|史|予算|人口|世帯|株式|有限|合同会|一般|社会|学校|保健|福祉|図書|公民|総合|都市計画|制|発|着|行き|全域|北部|南部|東部|西部|中心|周辺|等|など|及び|並び|または|又は|以外|在住|出身|初|産)|(?:国|県|府|都|市|町|村|農|林|^)道$|[はをにでともへ]$|条例|規則|告示|令和|平成|昭和|大正|明治|世紀|[をへ]/u;

function sticky(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

const skipSpace = (text: string, at: number): number => {
  let i = at;
  while (i < at + 3 && text.charCodeAt(i) === 0x20) i++;
  return i;
};

/**
 * The address that begins at `start`, as far as it goes; undefined where none does. It takes at least a municipality, or a
 * prefecture and what follows. Looks at no more than some 150 characters, and not past the line (see address-lines.ts).
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
  if (text.charAt(end - 1) === "市") {
    const rest = skipSpace(text, end);
    const ward = placeEnd(text, rest, WARD);
    if (ward > rest) return ward;
  }
  return end;
}

interface Town {
  readonly end: number;
  readonly known: boolean;
}

/** The town of the gazetteer below a municipality (or alone), with its streets, 大字 and 字. */
function readTown(text: string, from: number, belowMunicipality: boolean): Town {
  let at = skipSpace(text, from);
  let known = false;
  if (belowMunicipality) {
    const street = mayNameStreets(text, at) ? sticky(KYOTO_STREET, text, at) : at;
    if (street > at) {
      at = street;
      known = true;
    }
    at = sticky(SECTION, text, at);
  }
  const town = placeEnd(text, at, TOWN);
  if (town === at) return { end: known || at > skipSpace(text, from) ? at : from, known };
  // 大字 and 字 below the town; 6番 is in the list too, and no part of another town.
  const rest = skipSpace(text, town);
  const section = sticky(SECTION, text, rest);
  const below = readBlock(text, section) === undefined ? placeEnd(text, section, TOWN) : section;
  // A hamlet in the list is shorter than the field's name it begins: 大泉町西井出 is read as far as the number.
  return { end: below > section ? below : section > rest ? section : town, known: true };
}

/** 香川県道33号: a road's number is no plot's; nor is 中央公園2024 or 市民まつり2024. */
function isOther(town: string, block: Block, written: string): boolean {
  if (/道$/u.test(town) && /^\d+号$/u.test(written)) return true;
  return block.numbers === 1 && !block.units && /(?:公園|大学|高校|学校|病院|駅|会議|大会|まつり|祭|選挙|センター|ホール|美術館|博物館|図書館|計画|ビジョン|プラン)$/u.test(town);
}

/** Cheap: whether any number stands near, as behind most places in prose none does. */
function mayHaveBlock(text: string, at: number): boolean {
  for (let i = at; i < at + FARTHEST_BLOCK && i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code >= 0x30 && code <= 0x39) || code === 0x756a || code === 0x4e01) return true;
    if ((code === 0x306e || code === 0x30fc || code === 0x2d) && KANJI_DIGITS.includes(text.charAt(i - 1))) return true;
    if (code === 0x3002) return false;
  }
  return false;
}

function readBelow(text: string, start: number, prefectureEnd: number, municipalityEnd: number): JapaneseAddress {
  const belowMunicipality = municipalityEnd > start;
  if (!mayHaveBlock(text, municipalityEnd)) return withoutBlock(text, start, prefectureEnd, municipalityEnd);
  const town = readTown(text, municipalityEnd, belowMunicipality);
  let { end: townEnd, known: townKnown } = town;
  let blockAt = skipSpace(text, townEnd);
  // 旭市ニの2132.
  if (townEnd - municipalityEnd === 1 && text.charAt(blockAt) === "の") blockAt++;
  let block = readBlock(text, blockAt);
  if (block === undefined && belowMunicipality) {
    const hamlet = sticky(UNKNOWN_TOWN, text, blockAt);
    if (hamlet > blockAt && !NO_TOWN.test(text.slice(townKnown ? blockAt : municipalityEnd, hamlet).trimStart())) {
      const after = skipSpace(text, hamlet);
      block = readBlock(text, after);
      if (block !== undefined) {
        // 中央公園2024 begins with a town as well.
        townKnown &&= /^[大小]?字/u.test(text.slice(blockAt, blockAt + 2));
        townEnd = hamlet;
        blockAt = after;
      }
    }
  }
  if (block !== undefined && isOther(text.slice(municipalityEnd, blockAt), block, text.slice(blockAt, block.end))) block = undefined;
  // 大通西1丁目 is a town of its own in the list.
  const chome = townKnown && CHOME.test(text.slice(Math.max(townEnd - 5, start), townEnd)) ? 1 : 0;
  const townNamed = townEnd > municipalityEnd + 1 && text.charAt(townEnd - 1) === "町";
  const inVillage = "町村".includes(text.charAt(municipalityEnd - 1));
  // Written out, and twice: an object spread into another costs ten times what reading the address does.
  if (block === undefined) {
    return {
      start, prefectureEnd, municipalityEnd, townEnd, blockStart: townEnd, blockEnd: townEnd, end: townEnd,
      townKnown, townNamed, inVillage, blockNumbers: chome, blockUnits: chome === 1, firstNumber: 0, quarterOnly: chome === 1,
    };
  }
  return {
    start, prefectureEnd, municipalityEnd, townEnd, blockStart: blockAt, blockEnd: block.end, end: block.quarterOnly ? block.end : buildingEnd(text, block.end),
    townKnown, townNamed, inVillage, blockNumbers: chome + block.numbers, blockUnits: chome > 0 || block.units, firstNumber: block.first, quarterOnly: block.quarterOnly,
  };
}

function withoutBlock(text: string, start: number, prefectureEnd: number, municipalityEnd: number): JapaneseAddress {
  const { end, known } = readTown(text, municipalityEnd, municipalityEnd > start);
  return {
    start, prefectureEnd, municipalityEnd, townEnd: end, blockStart: end, blockEnd: end, end,
    townKnown: known, townNamed: false, inVillage: false, blockNumbers: 0, blockUnits: false, firstNumber: 0, quarterOnly: false,
  };
}

/** Whether a table's cell is a postal address, or a part of one. Text is judged in detectors/postal-address.ts. */
import { readJapaneseAddress, readTownAddress, type JapaneseAddress } from "./address-grammar.js";
import { COUNTY, MUNICIPALITY, PREFECTURE, placeEnd, TOWN, WARD } from "./gazetteer.js";
import { readWesternAddress } from "./western-address.js";

const LONGEST_CELL = 160;
const MAX_REMEMBERED = 4096;
const remembered = new Map<string, number>();

/** 0 to 1 that an address read off a text is one where somebody or something is, and not a mention of a place. */
export function confidenceOf(address: JapaneseAddress): number {
  const { start, prefectureEnd, municipalityEnd, townEnd, townKnown, blockNumbers, blockUnits, firstNumber, townNamed, quarterOnly } = address;
  const hasPrefecture = prefectureEnd > start;
  const hasMunicipality = municipalityEnd > prefectureEnd;
  const hasTown = townEnd > municipalityEnd;
  if (blockNumbers === 0) return hasMunicipality && hasTown && townKnown ? 0.3 : 0.1;
  if (!hasMunicipality && !hasPrefecture) return !quarterOnly && (blockNumbers >= 3 || (blockUnits && blockNumbers >= 2)) ? 0.7 : 0.35;
  if (quarterOnly) return hasTown && townKnown ? 0.45 : 0.3;
  if (!hasTown) return hasMunicipality ? withoutTown(address) + (hasPrefecture ? 0.03 : 0) : 0.2;
  const strongBlock = blockUnits || blockNumbers >= 2;
  let confidence = townKnown ? 0.95 : 0.85;
  if (!hasMunicipality) confidence -= 0.15;
  if (hasPrefecture) confidence += 0.03;
  if (!strongBlock) confidence -= townKnown ? 0.08 : hasPrefecture || (townNamed && firstNumber >= 10) ? 0.3 : 0.38;
  return Math.max(0.1, Math.min(0.98, confidence));
}

/** 龍ケ崎市3710番地 and 檜原村467-1 are addresses, 仙台市2-1 is a result. */
function withoutTown({ blockUnits, inVillage, firstNumber }: JapaneseAddress): number {
  if (blockUnits) return 0.75;
  return inVillage && firstNumber >= 100 ? 0.6 : 0.4;
}

/**
 * 0 to 1 that a whole cell is one postal address (Japanese, or written as in the US or the UK), with or without its postal code.
 * A prefecture, municipality and town without a block is 0.6, a municipality alone less than 0.3.
 * @param value normalised (src/text/normalize.ts) and trimmed
 */
export function judgeAddress(value: string): number {
  if (value.length < 5 || value.length > LONGEST_CELL) return 0;
  const known = remembered.get(value);
  if (known !== undefined) return known;
  const judged = judge(value);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(value, judged);
  return judged;
}

const POSTAL_CODE = /^〒? ?\d{3}-?\d{4} ?/u;

function judge(value: string): number {
  const first = value.charCodeAt(0);
  if (first < 0x3000 && !(first >= 0x30 && first <= 0x39)) return 0;
  const from = first < 0x3400 ? (POSTAL_CODE.exec(value)?.[0].length ?? 0) : 0;
  if (value.charCodeAt(from) < 0x250) {
    const western = readWesternAddress(value, from);
    return western !== undefined && western.end >= value.length - 12 ? western.confidence : 0;
  }
  const address = readJapaneseAddress(value, from) ?? readTownAddress(value, from);
  if (address === undefined) return 0;
  const rest = value.length - address.end;
  // A building's name, or a note, may follow; a sentence does not.
  if (rest > (address.blockNumbers > 0 ? 30 : 12)) return 0;
  if (address.blockNumbers === 0) return address.townKnown && rest <= 8 ? (address.municipalityEnd > address.start ? 0.6 : 0.3) : rest === 0 ? 0.25 : 0.1;
  const confidence = address.quarterOnly ? 0.6 : confidenceOf(address);
  return rest > 0 && /[。はがをにで]$/u.test(value) ? confidence * 0.4 : confidence;
}

const BLOCK_ONLY = /^[1-9]\d{0,4}(?:(?:丁目|番地|番|号|-|の)\d{0,4}){1,5}(?: .{1,24})?$/u;

/** 0 to 1 that a whole cell is one part of an address: only a prefecture, municipality, town, or block (1-2-3, 5番地). */
export function judgeAddressPart(value: string): number {
  if (value.length < 2 || value.length > 60) return 0;
  let at = 0;
  for (const kinds of [PREFECTURE, COUNTY | MUNICIPALITY | WARD, MUNICIPALITY | WARD, TOWN]) at = placeEnd(value, at, kinds);
  if (at === value.length) return /[都道府県市区町村郡]$/u.test(value) ? 0.95 : 0.6;
  const rest = value.slice(at);
  if (BLOCK_ONLY.test(rest)) return at > 0 ? 0.95 : 0.6;
  return at >= 3 && rest.length <= 12 ? 0.4 : 0;
}

/** Names that are places, schools' teams or things, as lists and tables of those have them: what the dictionaries split into two parts of a name. */
import { placeEnd, TOWN, MUNICIPALITY } from "./gazetteer.js";
import { kanaHonorificAt, titleAt } from "./name-cues.js";
import { isPlace, nameTrie } from "./name-dictionary.js";
import { isLabelled } from "./name-evidence.js";
import { lookUp } from "./trie.js";

/** Where a cell, a quoted string or an item of a list begins. */
const FIELD = /["'\t\n,[、・]/u;
const LONGEST_TOWN = 8;
/** 丸亀城西, 観音寺一, 坂出商: a school is its town and the side, number or trade. */
const SIDE_OF_A_TOWN = /^(?:城[東西南北]|[東西南北中央]{1,2}|第?[一二三四五]|[商工農水]業?|高専|総合|中等)$/u;
const LONGEST_TOWN_OF_A_SCHOOL = 4;
/** 太郎, 花子 and what is called after them: by themselves they are in titles and on products. */
const FIGURES = new Set("太郎 花子 次郎 一太郎 桃太郎 金太郎 弥生 桜子 福子 佐藤錦 三郎 五郎 四郎".split(" "));
const REGIONS_BEHIND = /^ ?(?:の?各?(?:地区|地域|校区|学区|集落|方面|沿岸|地方|支所|出張所)|の各[町村区地]|地内|付近|周辺|産(?![まむ業休婦後前科]))/u;

/** @param text normalised; the name stands in [start, end). Not asked where a label, a title or an honorific says that somebody is meant. */
export function isPlaceOrThing(text: string, start: number, end: number): boolean {
  if (kanaHonorificAt(text, end) || titleAt(text, end + (text[end] === " " ? 1 : 0)) !== undefined || isLabelled(text, start)) return false;
  const found = text.slice(start, end);
  if (FIGURES.has(found)) return true;
  if (REGIONS_BEHIND.test(text.slice(end, end + 8))) return true;
  return isTeam(found) || isTown(text, start, end);
}

function isTeam(found: string): boolean {
  for (let at = 2; at <= Math.min(LONGEST_TOWN_OF_A_SCHOOL, found.length - 1); at++) {
    if (isPlace(lookUp(nameTrie(), found, 0, at)) && SIDE_OF_A_TOWN.test(found.slice(at))) return true;
  }
  return false;
}

/** "白井久保", "真田町長": a quoted string, or what stands in a cell, that is a town as a whole. A surname is a town's name as well: of those only what is quoted. */
function isTown(text: string, start: number, end: number): boolean {
  let field = start;
  while (field > 0 && start - field < LONGEST_TOWN && !FIELD.test(text[field - 1])) field--;
  const quote = text[field - 1];
  if (field > 0 && !FIELD.test(quote)) return false;
  if (end - start <= 2 && field === start && quote !== "\"" && quote !== "'") return false;
  const stop = placeEnd(text, field, TOWN | MUNICIPALITY);
  return stop >= end && stop > field;
}

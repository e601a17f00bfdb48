/** Names of organisations: what tells them from people's, and whether a cell is one. */
import type { TextSlice } from "../../src/contract.js";
import { DIGIT, type Fit, kindTable, NOT, SPACE, WHOLLY } from "./cell-kinds.js";

/** Ends of names of organisations, places and roles (非常勤講師, 専任教員) that a person's name seldom has. */
const ORGANISATION_ENDING = "員師者長係社会店校園館院課係局部所室署庁場組合寺省隊団連協市町村区県府都駅線号丸棟階";
/** Words in them. */
export const ORGANISATION_PART = /株式|有限|合同会|会社|法人|組合|協議|連合|協会|学校|大学|病院|センター|公園|クラブ|チーム|委員会|保育|幼稚|事務|支店|[(（]株|工業|商店|銀行|自治会|町内会/u;

let organisationUnits: Uint8Array | undefined;
const ENDS_ORGANISATION = 1;
const IN_ORGANISATION = 2;

/** Units that names of organisations end in, and those that `ORGANISATION_PART`'s words begin with. */
function organisationTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const char of ORGANISATION_ENDING) table[char.charCodeAt(0)] |= ENDS_ORGANISATION;
  for (const char of "株有合会法組協連学大病セ公クチ委保幼事支(（工商銀自町") table[char.charCodeAt(0)] |= IN_ORGANISATION;
  return (organisationUnits = table);
}

export const isOrganisationEnding = (unit: number): boolean => ((organisationUnits ?? organisationTable())[unit] & ENDS_ORGANISATION) !== 0;
export const mayBeOrganisation = (unit: number): boolean => ((organisationUnits ?? organisationTable())[unit] & IN_ORGANISATION) !== 0;

/** Ends of names of organisations and their parts, not of what people in them are called. */
const ORGANISATION_ONLY_ENDING = "社会店校園館院課係局部所室署庁場組省隊団連協市町村区県府都駅班";
const MAX_ORGANISATION_UNITS = 40;
/** As long as numbers of branches and shops get; telephones, dates and postal codes are longer. */
const MAX_ORGANISATION_DIGITS = 6;

/**
 * The name of an organisation and nothing else, under a header that promises one: that such a name may hold a person's (a founder's,
 * a shop keeper's) tells no more of anyone.
 */
export function fitsOrganisation({ text, start, end }: TextSlice): Fit {
  const length = end - start;
  if (length < 3 || length > MAX_ORGANISATION_UNITS) return NOT;
  const table = kindTable();
  let digits = 0;
  for (let i = start; i < end; i++) {
    const kind = table[text.charCodeAt(i)];
    if (kind === 0 || kind === SPACE) return NOT;
    digits = kind === DIGIT ? digits + 1 : 0;
    if (digits > MAX_ORGANISATION_DIGITS) return NOT;
  }
  return ORGANISATION_ONLY_ENDING.includes(text[end - 1]) || ORGANISATION_PART.test(text.slice(start, end)) ? WHOLLY : NOT;
}

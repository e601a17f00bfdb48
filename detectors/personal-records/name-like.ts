/** Names of which the dictionary has the surname only: 南龍飛伊, 大内 皇帝. Alone they may be anything; among names they are names. */
import { judgeNamePart, judgePersonName } from "../shared/person-name.js";

const HAN = /\p{Script=Han}/u;
const LETTERS = /^[\p{Script=Han}々〆ヶぁ-ゖァ-ヴー]+ ?[\p{Script=Han}々〆ヶぁ-ゖァ-ヴー]+$/u;
const MAX_SURNAME = 3;
const MAX_GIVEN = 4;
const MAX_LENGTH = MAX_SURNAME + MAX_GIVEN + 1;
const KNOWN_SURNAME = 0.6;

/** Whether a cell is a whole name, or begins with a surname and has the length of one. @param plain normalised, trimmed */
export function looksLikeName(plain: string): boolean {
  if (judgePersonName(plain) >= 0.5) return HAN.test(plain);
  if (plain.length > MAX_LENGTH || !LETTERS.test(plain)) return false;
  const space = plain.indexOf(" ");
  for (let at = 1; at <= MAX_SURNAME && at < plain.length; at++) {
    if (plain.length - at <= MAX_GIVEN + 1 && (space < 0 || space === at) && judgeNamePart(plain.slice(0, at), "surname") >= KNOWN_SURNAME) return true;
  }
  return false;
}

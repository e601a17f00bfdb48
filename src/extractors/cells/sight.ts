/** What of a sheet is too small to be seen: one rule for all formats of workbooks. */

/** Characters of the workbook's own font: a column less wide shows nothing of its text. */
const HAIR_CHARACTERS = 0.5;
/** Points: a row less high, or a column less wide, shows nothing of its text. */
const HAIR_POINTS = 2;
/** A font of so many points shows a line, not letters. */
const TINY_POINTS = 2;

export const TWIPS_A_POINT = 20;

export const isHairWide = (characters: number): boolean => characters < HAIR_CHARACTERS;

export const isHair = (points: number): boolean => points < HAIR_POINTS;

export const isTinyFont = (points: number): boolean => points <= TINY_POINTS;

/** Who has said what is quoted: a sentence, and on the next line two hyphens or a dash and the name. */

const DASH_BEFORE = /[^\n]{1,2}[.!?。！？"'”’»)」』…*_][ \t]*\n[ \t]{0,24}(?:--|—|–|―|──|――|~|\\-\\-) ?$/u;
const ATTRIBUTION = /[.!?。！？"'”’»)」』…*_][ \t]*\n[ \t]{0,24}(?:--|—|–|―|──|――|~|\\-\\-) ?[\p{L}「『"'<(]/gu;
const BEFORE_NAME = 36;
/** A page of quotations has more than one; below a letter stands who wrote it. */
const NEAR = 1600;
const FEWEST = 2;

/** Whether the name at `start` is behind such a dash, on a page where others are, too. */
export function isQuoted(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1) === 0x20 ? text.charCodeAt(start - 2) : text.charCodeAt(start - 1);
  if (!DASHES.has(before) || !DASH_BEFORE.test(text.slice(Math.max(0, start - BEFORE_NAME), start))) return false;
  let seen = 0;
  ATTRIBUTION.lastIndex = 0;
  const around = text.slice(Math.max(0, start - NEAR), start + NEAR);
  while (seen < FEWEST && ATTRIBUTION.test(around)) seen++;
  return seen >= FEWEST;
}
const DASHES = new Set([0x2d, 0x2014, 0x2013, 0x2015, 0x2500, 0x7e]);

/** Operators of content (ISO 32000-1, annex A). */

/** How many operands those have that are read (table A.1). */
export const ARITY = new Map(Object.entries({
  re: 4, m: 2, l: 2, c: 6, v: 4, y: 4, w: 1, Tr: 1, cs: 1, CS: 1, BMC: 1, BDC: 2, DP: 2, EMC: 0,
  q: 0, Q: 0, cm: 6, BT: 0, Tf: 2, Tc: 1, Tw: 1, Tz: 1, TL: 1, Ts: 1, Td: 2, TD: 2, Tm: 6, "T*": 0, Tj: 1, "'": 1, '"': 3, TJ: 1, Do: 1, gs: 1,
}));

/** Operators that neither show text nor change where it stands. */
export const HARMLESS = new Set("BX d ET EX i j J M MP ri".split(" "));

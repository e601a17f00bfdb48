/** What the scorer calls each character. Shared with scripts/train. */

/** Labels in the model's order. A name's later parts have the number behind that of its first character. */
export const Label = { Outside: 0, SurnameBegin: 1, SurnameInside: 2, GivenBegin: 3, GivenInside: 4, OtherBegin: 5, OtherInside: 6, Thing: 7 } as const;
/** OtherBegin: names that are no surname with a given name (foreign ones, single ones); Thing: places, bodies, works. */
export const LABELS = 8;

export const isInside = (label: number): boolean => label === Label.SurnameInside || label === Label.GivenInside || label === Label.OtherInside;
export const isPerson = (label: number): boolean => label !== Label.Outside && label !== Label.Thing;

/** Whether `to` goes on with the name that `from` is in. */
export function continues(from: number, to: number): boolean {
  if (isInside(to)) return from === to || from === to - 1;
  return to === Label.GivenBegin && (from === Label.SurnameBegin || from === Label.SurnameInside);
}

/** Whether `to` may follow `from` at all. */
export const mayFollow = (from: number, to: number): boolean => !isInside(to) || from === to || from === to - 1;

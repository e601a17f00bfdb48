/** Beginning and end of a line, looked for no further than lines are worth looking at: a text without any may be megabytes long. */

const LINE_FEED = 0x0a;

/** Where the line begins that `at` stands in; -1 where that is more than `most` units back. */
export function lineStartAt(text: string, at: number, most: number): number {
  let start = at;
  while (start > 0 && text.charCodeAt(start - 1) !== LINE_FEED) if (at - --start > most) return -1;
  return start;
}

/** Where it ends; -1 where that is more than `most` units on. */
export function lineEndAt(text: string, at: number, most: number): number {
  let end = at;
  while (end < text.length && text.charCodeAt(end) !== LINE_FEED) if (++end - at > most) return -1;
  return end;
}

/**
 * Comments in a text that accept what is found beside them:
 *
 *     const sample = "090-…"; // leaklint-ignore phone-number -- the ministry's example number
 *     <!-- leaklint-ignore-next-line person-name, postal-address -- our director, as on the imprint -->
 *     # leaklint-ignore-start email-address -- addresses of the mailing list's archive, public since 1998
 *     # leaklint-ignore-end
 *
 * The word must open its comment. Whatever language the text is in: what begins comments in one of them is enough.
 */
export interface Marker {
  readonly kind: "line" | "next-line" | "start" | "end";
  readonly codes: readonly string[];
  /** "" where none is given. */
  readonly reason: string;
  /** Of the word, in UTF-16 units of the text. */
  readonly start: number;
  readonly end: number;
}

export const MARKER_WORD = "leaklint-ignore";
const KINDS = { "": "line", "-next-line": "next-line", "-start": "start", "-end": "end" } as const;

/** What opens comments, and what closes them where that is not the line's end. */
const OPENERS: readonly (readonly [opener: string, closer?: string])[] = [
  ["<!--", "-->"], ["<%--", "--%>"], ["{{!--", "--}}"], ["{#", "#}"], ["{-", "-}"], ["/*", "*/"], ["(*", "*)"], ['"//": "', '"'], ['"//":"', '"'], ["[//]: # (", ")"],
  ["//"], ["///"], ["//!"], ["#"], ["##"], ["--"], [";"], [";;"], ["%"], ["%%"], ["'"], ["*"], ["/**", "*/"], [".."], ["rem"], ["::"], ["!"], ["@rem"], ["dnl"],
];
const LONGEST_OPENER = 16;
/** A comment that is longer has no reason, but something to hide. */
const LONGEST_MARKER = 1000;
const WORD = /^leaklint-ignore(-next-line|-start|-end)?(?![\w-])/u;
const REASON = /(?:^|\s)--+(?=\s|$)/u;

export function* readMarkers(text: string): Generator<Marker> {
  for (let at = text.indexOf(MARKER_WORD); at >= 0; at = text.indexOf(MARKER_WORD, at + MARKER_WORD.length)) {
    const closer = closerOf(text.slice(Math.max(0, at - LONGEST_OPENER), at));
    const rest = text.slice(at, at + LONGEST_MARKER).split(/[\r\n]/u, 1)[0];
    const word = WORD.exec(rest);
    if (closer === undefined || word === null) continue;
    const kind = KINDS[(word[1] ?? "") as keyof typeof KINDS]; // the expression has these four
    const said = rest.slice(word[0].length);
    const end = closer === "" ? said.length : said.indexOf(closer);
    const [codes, ...reasons] = said.slice(0, end < 0 ? said.length : end).split(REASON);
    yield { kind, codes: codes.split(/[\s,、]+/u).filter((code) => code !== ""), reason: reasons.join("--").trim(), start: at, end: at + word[0].length };
  }
}

/** "" where the line's end closes the comment, undefined where none begins. @param before what stands before the word */
function closerOf(before: string): string | undefined {
  const line = before.slice(Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1);
  const isCut = line.length === LONGEST_OPENER;
  const trimmed = line.trimEnd().toLowerCase();
  let found: string | undefined;
  let longest = 0;
  for (const [opener, closer = ""] of OPENERS) {
    const text = opener.trimEnd();
    if (text.length <= longest || !(trimmed.endsWith(text) || line.toLowerCase().endsWith(opener))) continue;
    const head = trimmed.slice(0, -text.length);
    // What stands before a comment ends with a space: "http://" and a string's quotation mark do not.
    if (head === "" ? isCut && trimmed.length === line.length : !/\s$/u.test(head) && !isMarkup(text)) continue;
    found = closer;
    longest = text.length;
  }
  return found;
}

/** What nothing else looks like: these may follow a word at once. */
const isMarkup = (opener: string): boolean => opener === "<!--" || opener === "<%--" || opener === "/*" || opener.startsWith('"//":');

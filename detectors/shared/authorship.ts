/**
 * Who has made a program or a package, as its files say for everybody to read: the fields of package.json, Cargo.toml, pyproject.toml and
 * pubspec.yaml, the trailers of Debian's and the headings of GNU's change logs, copyright notices, SECURITY.txt (RFC 9116). The log of a
 * repository is none of these: it comes from where it may have been private.
 */

/** On the line before the name or the address. */
const ON_LINE = new RegExp(
  [
    "^ -- [^<\\n]{0,60}<?$",
    "^\\d{4}-\\d\\d-\\d\\d  [^<\\n]{0,60}<?$",
    "^(?:Upstream-Contact|Maintainer|Uploaders|XSBC-Original-Maintainer|Original-Maintainer|Packaged-By|Debianized-By)\\s?: ?[^\\n]{0,200}$",
    "^Contact: mailto:$",
    "__(?:author|email|maintainer|credits)__ ?= ?[\"'([]{1,3}[^\"'\\n]{0,80}$",
    "\"(?:authors?|contributors?|maintainers?)\" ?: ?\\[? ?\"[^\"\\n]{0,80}$",
    "^(?:authors?|contributors?|maintainers?) ?[=:] ?\\[? ?[\"']?[^\\n]{0,80}<$",
    "^(?:authors|maintainers) ?= ?\\[[^\\]\\n]{0,200}$",
  ].join("|"),
  "u",
);
/** In an object or a list that such a field has begun, as it stands in the file or as JSON is read. */
const IN_FIELD = /"(?:authors?|contributors?|maintainers?)"\s{0,4}:\s{0,4}(?:\{[^{}]{0,400}|\[[^[\]]{0,1000})$|(?:^|\n)(?:authors|maintainers)\s{0,2}=\s{0,2}\[[^\]]{0,1000}$|(?:^|\n)(?:authors|maintainers):\s{0,4}\n(?:[ \t]{0,8}- [^\n]{0,120}\n){0,20}[ \t]{0,8}- [^\n]{0,120}$|(?:^|\n)(?:authors?|contributors?|maintainers?):\n(?:(?:name|e?mail|url|web|homepage|github): ?[^\n]{0,120}\n){0,24}(?:name|e?mail): ?$/u;
/** 2009-2014, Luca Falavigna <: the years of a notice, under the word. */
const UNDER_COPYRIGHT = /copyright[^\n]{0,200}\n(?:[ \t*#]{0,12}(?:(?:\(c\)|©) ?)?\d{4}[^\n]{0,120}\n){0,12}[ \t*#]{0,12}(?:(?:\(c\)|©) ?)?\d{4}(?: ?[-,–] ?\d{4}){0,12},? [^<\n]{0,60}<?$/iu;
const LONGEST_LINE = 220;
const LONGEST_FIELD = 1_100;

const MAY_BE_FIELD = /authors?["\s:=]|contributors?["\s:=]|maintainers?["\s:=]|copyright/iu;
/** Stretches of so many UTF-16 units are asked once whether such a field may have begun: lists of addresses have one every forty. */
const STRETCH = 1_024;

let seenText = "";
let seenStretch = -1;
let seen = false;

function mayBeInField(text: string, at: number): boolean {
  const stretch = Math.floor(at / STRETCH);
  if (stretch === seenStretch && text === seenText) return seen;
  seenText = text;
  seenStretch = stretch;
  seen = MAY_BE_FIELD.test(text.slice(Math.max(0, stretch * STRETCH - LONGEST_FIELD), (stretch + 1) * STRETCH));
  return seen;
}

/** @param text normalised; the name or the address begins at `start` */
export function isAuthorship(text: string, start: number): boolean {
  const line = text.slice(Math.max(0, start - LONGEST_LINE), start);
  const lineStart = line.lastIndexOf("\n") + 1;
  if ((lineStart > 0 || start <= LONGEST_LINE) && ON_LINE.test(line.slice(lineStart))) return true;
  const before = text[start - 1];
  if ((before !== "\"" && before !== "'" && before !== "<" && before !== " ") || !mayBeInField(text, start)) return false;
  const window = text.slice(Math.max(0, start - LONGEST_FIELD), start);
  return IN_FIELD.test(window) || UNDER_COPYRIGHT.test(window);
}

/** Names in Latin letters in running text: two or three capitalised words, both ends of which the lists know, or a label. */
import { judgeLatinName, latinParts } from "./latin-name.js";
import { labelBefore, labelPattern, type Labels } from "./labels.js";
import { LATIN_NAME_LABELS } from "./name-cues.js";

let labels: Labels | undefined;
/** Capitalised words with an initial or a particle between them; at most five. */
const WORDS = /\p{Lu}[\p{L}'’-]{1,24}(?: (?:\p{Lu}\.?|de|da|di|del|van|von|der|la|bin))?(?: \p{Lu}(?:[\p{L}'’-]{1,24})){1,2}(?![\p{L}\d_(])/uy;
/** A company, a school, a street, a thing: what such a name is given to; a link or a picture of a contributor. */
const NOT_A_PERSON_AFTER =
  /^[ ,]{0,2}(?:Inc|Ltd|LLC|Corp|Co\b|GmbH|Company|Group|Foundation|University|College|School|Institute|Hospital|Library|Museum|Church|Street|St\b|Road|Rd\b|Avenue|Ave\b|Drive|Lane|Park|Square|Bridge|Airport|Station|Hotel|River|Lake|Island|Mountain|Valley|County|City|Town|Prize|Award|Cup|Trophy|Law|Effect|Theorem|Algorithm|Method|Model|Test|License|Public|Conference|Center|Centre|Building|Hall|House|Team|Project|Software|Systems|Records|Press|Studio|Bank|Store|Show|API|SDK|UI|Islands?)|^(?:\]\(|<\/b><\/sub>)/u;
const NOT_A_PERSON_BEFORE = /(?:St\.?|Saint|Mount|Mt\.?|Lake|Port|Fort|Cape|San|Santa|New|North|South|East|West|The|University of) $|(?:^|[^A-Za-z])(?:the|a|an|this|our|your|my|its) $|[@/\\a-z0-9_$.]$/u;
/** Authors in a byline or a licence are public by their own will. */
const BYLINE = /(?:copyright|\(c\)|©|authors?|maintain(?:er|ed)|contribut(?:or|ed)|licen[cs]e|signed-off-by|co-authored-by|created by|written by|thanks to|credits?|et al|edited by|invented by|named (?:after|for)|inspired by|suggested by)[^\n]{0,100}$|(?:^|[^a-z])by[: ] ?[\["]?(?:[^\n]{0,60}, )?$/iu;

/** "Copyright 1996-2022 by" and "Authors:" above a comment's line of names. */
const BYLINE_ABOVE = /(?:[^a-z]by|authors?:|contributors?:|credits?:|maintainers?:)[ *#/;-]*\n[ \t*#/;-]{0,8}$/iu;

/** The name that begins with the Latin run at `start`, with its probability. */
export function latinName(text: string, start: number, end: number): { end: number; confidence: number } | undefined {
  const first = text.charCodeAt(start);
  if (!((first >= 0x41 && first <= 0x5a) || (first >= 0xc0 && first <= 0xde))) return undefined;
  // What is not followed by a space and another capital is no pair of names: most of all text ends here.
  const between = text.charCodeAt(end);
  if (between !== 0x20 && !(between === 0x27 || between === 0x2d || between === 0x2019 || between === 0x2e)) return undefined;
  if (between === 0x20 && !startsName(text.charCodeAt(end + 1))) return undefined;
  WORDS.lastIndex = start;
  if (!WORDS.test(text)) return undefined;
  const words = text.slice(start, WORDS.lastIndex).split(" ");
  labels ??= labelPattern(LATIN_NAME_LABELS);
  const line = text.slice(Math.max(0, start - 120), start);
  if (NOT_A_PERSON_BEFORE.test(line.slice(-16)) && !/(?:Mr|Mrs|Ms|Dr|Prof)\. $/u.test(line)) return undefined;
  const labelled = labelBefore(text, start, labels, 3) !== undefined;
  const titled = /(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? $/u.test(line);
  for (let count = words.length; count >= 2; count--) {
    const taken = words.slice(0, count);
    // Ludwig van, Daniel J.: another word follows, as the pattern ends in one.
    if (!/^\p{Lu}[\p{L}'’-]/u.test(taken[count - 1])) continue;
    const length = taken.join(" ").length;
    const judged = judgeLatinName(taken);
    let confidence = judged >= 0.75 ? judged : labelled || titled ? Math.min(0.9, judged + 0.3) : judged * 0.6;
    if (labelled || titled) confidence = Math.min(0.97, confidence + 0.1);
    // An ordinary capitalised word as a first or last name, with nothing else to say so.
    else if (Math.max(latinParts(taken[0]).given, latinParts(taken[0]).surname) < 0.6) confidence *= 0.8;
    if (confidence < 0.5) continue;
    const stop = start + length;
    // Michael Jordan Park, as one name of three words.
    if (NOT_A_PERSON_AFTER.test(taken[count - 1])) return undefined;
    if (NOT_A_PERSON_AFTER.test(text.slice(stop, stop + 16))) return undefined;
    const lineStart = line.lastIndexOf("\n") + 1;
    if (!labelled && (BYLINE.test(line.slice(lineStart)) || BYLINE_ABOVE.test(line))) return undefined;
    return { end: stop, confidence };
  }
  return undefined;
}

const startsName = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xde) || (code >= 0x61 && code <= 0x7a && "dvlb".includes(String.fromCharCode(code)));

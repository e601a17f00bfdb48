/** Names in Latin letters in running text: two or three capitalised words, both ends of which the lists know, or a label. */
import { givenBehindComma, hasNamesakeMailbox, isBehindRelative, isFamilyInCapitals, isHoused, isSignedOff, isTitled, isTitledSurname, opensRegisterEntry } from "./latin-evidence.js";
import { isEnglishWord } from "./english-words.js";
import { judgeLatinName, latinParts, NOT_PART_OF_A_NAME } from "./latin-name.js";
import { isBrand } from "./latin-brands.js";
import { labelBefore, labelPattern, type Labels } from "./labels.js";
import { LATIN_NAME_LABELS, NAME_LABELS } from "./name-cues.js";
import { CAPITALISED_WORDS, isCapital, startsName } from "./latin-shape.js";
import { isOnRoster } from "./latin-roster.js";
import { judgeRomanised } from "./romanised.js";
import { areForeign, judgeUnlistedSurname } from "./unlisted-surname.js";

let labels: Labels | undefined;
/** A company, a school, a street, a thing: what such a name is given to; a link or a picture of a contributor. */
const NOT_A_PERSON_AFTER =
  /^[ ,]{0,2}(?:Inc|Ltd|LLC|Corp|Co|GmbH|Company|Group|Foundation|University|College|School|Institute|Hospital|Library|Museum|Church|Street|St|Road|Rd|Avenue|Ave|Drive|Lane|Park|Square|Bridge|Airport|Station|Hotel|River|Lake|Island|Mountain|Valley|County|City|Town|Prize|Award|Cup|Trophy|Law|Effect|Theorem|Algorithm|Method|Model|Test|License|Public|Conference|Center|Centre|Building|Hall|House|Team|Project|Software|Systems|Records|Press|Studio|Bank|Store|Show|API|SDK|UI|Islands?)(?![\p{L}\d_])|^(?:\]\(|<\/b><\/sub>)/u;
const NOT_A_PERSON_BEFORE = /(?:St\.?|Saint|Mount|Mt\.?|Lake|Port|Fort|Cape|San|Santa|New|North|South|East|West|The|University of) $|(?:^|[^A-Za-z])(?:the|a|an|this|our|your|my|its) $|[@/\\a-z0-9_$.]$/u;
/** Authors in a byline or a licence are public by their own will; who was accompanied, seen or hit by somebody is in no byline. */
const BYLINE = /(?:copyright|\(c\)|©|authors?|maintain(?:er|ed)|contribut(?:or|ed)|licen[cs]e|signed-off-by|co-authored-by|created by|written by|thanks to|credits?|et al|edited by|invented by|named (?:after|for)|inspired by|suggested by)[^\n]{0,100}$|(?:^|[^a-z])(?<!(?:accompanied|attended|signed|represented|seen|assessed|examined|interviewed|witnessed|reported|treated|supervised|referred|visited|contacted|struck|bullied|harassed|approached) )by[: ] ?[\["]?(?:[^\n]{0,60}, )?$/iu;

/** "Copyright 1996-2022 by" and "Authors:" above a comment's line of names. */
const BYLINE_ABOVE = /(?:[^a-z]by|authors?:|contributors?:|credits?:|maintainers?:)[ *#/;-]*\n[ \t*#/;-]{0,8}$/iu;

/** Directly behind a name: MR as airlines write it, and what Japanese puts behind every name. */
const HONOURED_BEHIND = /^(?: (?:MR|MRS|MS|MISS|MSTR|CHD|INF)(?![A-Za-z])| ?(?:様|さん|さま|氏|殿|先生)(?!\p{Script=Han}))/u;
const ADDRESS_BEHIND = /^["']? ?[<(\[] ?(?:mailto:)?([\w.+-]{2,64})@/iu;
/** What a mailbox of nobody is called. */
const NOBODYS_MAILBOX = /^(?:info|support|noreply|no-reply|admin|contact|sales|help|office|news|mail|service|hello|team|webmaster|postmaster|jobs|press|billing|security|notifications?)/iu;
/** The words of one name in capitals, "DE LA CRUZ MARIA": as passports, cards and airlines write it. */
const CAPITALS = /^\p{Lu}{2,}(?: \p{Lu}{2,})+$/u;
/** Names beside each other behind one label: "Present: A, B, C". */
const LISTED = /(?:^|[\n\t ])(?:present|attendees|attending|in attendance|participants|members|apologies|absent|regrets|speakers|panel(?:l)?ists|guests|passengers|students|winners|cc|to|bcc)\s?[:]\s?(?:[^\n:]{2,40}[,;] ?(?:and |& )?){0,8}$/iu;
const LABEL_NEAR = 6;
/** [10:03] Kenji Ishizuka: who speaks in a chat. */
const SPEAKS = /(?:^|\n)[ \[(]{0,2}(?:(?:\d{4}[/-]\d{1,2}[/-]\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}),? )?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?[\])]?[ \t-]{1,4}$/u;
/** Longer than what is asked of the words directly before a name. */
const NEAR = 16;
/** "name: Run Tests": programs, packages and products have names, contacts and customers, too. */
const OF_THINGS_TOO = /(?:name|(?:^|[^a-z])(?:contact|client|customer|recipient|cn|fn))["'\])]*\s?[:=>|;]?[\s|]*["'`(\[]?$|["'`] ?$/iu;
/** Whoever is called so there is a firm or somebody. */
const OF_A_PARTY = /(?:^|[^a-z])(?:contact|client|customer|recipient)(?:[ _-]?name)?["'\])]*[ \t]?[:=>|][ \t|]*["'`(\[]?$/iu;
/** customerName, full_name: whose name it is, in a key of one word. What else has a name is a variable, a type or a window. */
const KEY_OF_SOMETHING = /(?<![a-z])(?!(?:user|full|first|last|given|family|middle|maiden|real|legal|display|customer|client|contact|person|member|employee|staff|patient|student|pupil|teacher|owner|holder|author|sender|recipient|guest|passenger|parent|guardian|child|spouse|husband|wife|mother|father|billing|shipping|account|applicant|my|your|his|her|sur)[ _-]?name)[a-z]{2,24}[ _-]?name["'\])]*\s?[:=>|;]?[\s|]*["'`(\[]?$/iu;

/** The name that begins with the Latin run at `start`, with its probability. */
export function latinName(text: string, start: number, end: number): { end: number; confidence: number; isAnnounced: boolean } | undefined {
  const first = text.charCodeAt(start);
  if (!isCapital(first)) return undefined;
  const lone = titledAlone(text, start, end) ?? titledInitials(text, start, end) ?? speakerAlone(text, start, end);
  // his grandson William: in tales and histories, too.
  if (lone !== undefined) return { ...lone, isAnnounced: !isBehindRelative(text, start) };
  // What is not followed by a space and another capital is no pair of names: most of all text ends here.
  const between = text.charCodeAt(end);
  if (between === 0x2c) return surnameFirst(text, start, end);
  if (between === 0x2f) return ofAPassenger(text, start, end);
  if (between !== 0x20 && !(between === 0x27 || between === 0x2d || between === 0x2019 || between === 0x2e)) return undefined;
  if (between === 0x20 && !startsName(text.charCodeAt(end + 1))) return undefined;
  CAPITALISED_WORDS.lastIndex = start;
  if (!CAPITALISED_WORDS.test(text)) return undefined;
  const words = text.slice(start, CAPITALISED_WORDS.lastIndex).split(" ");
  // The name begins behind it.
  if (BEGINS_SENTENCE.has(words[0]) || TITLE_WORD.test(words[0])) return undefined;
  const near = text.slice(Math.max(0, start - NEAR), start);
  // MS Internet Explorer is no lady.
  const titled = isTitled(near) && !(CAPITAL_TITLE.test(near) && !CAPITALS.test(words.join(" ")));
  if (!titled && NOT_A_PERSON_BEFORE.test(near)) return undefined;
  const line = text.slice(Math.max(0, start - 120), start);
  const labelled = isLabelled(text, start) || (line.includes(":") && LISTED.test(line));
  const onRoster = !labelled && words.some((word) => !isEnglishWord(word.toLowerCase())) && isOnRoster(text, start);
  for (let count = words.length; count >= 2; count--) {
    const taken = words.slice(0, count);
    // Ludwig van, Daniel J.: another word follows, as the pattern ends in one.
    if (!/^\p{Lu}[\p{L}'’-]/u.test(taken[count - 1])) continue;
    const name = taken.join(" ");
    if (PLACE_OF_TWO_WORDS.test(name)) return undefined;
    const stop = start + name.length;
    const romanised = judgeRomanised(taken);
    const listed = Math.max(judgeLatinName(taken), romanised > 0 && isFamilyInCapitals(taken) ? Math.max(SPELT_AS_FAMILY, romanised) : romanised);
    const judged = listed >= SURE ? listed : Math.max(listed, judgeUnlistedSurname(text, start, taken));
    const isHonoured = HONOURED_BEHIND.test(text.slice(stop, stop + 8));
    const isSurely = titled || isHonoured || onRoster || (judged > 0.2 && (isSignedOff(text, start, stop) || isHoused(text, start, stop))) || (judged > 0.2 && judged < SURE && hasNamesakeMailbox(text, stop, taken)) || isMailbox(text, stop) || (text[stop] === ":" && SPEAKS.test(text.slice(Math.max(0, start - 36), start))) || (labelled && (!OF_THINGS_TOO.test(line) || (OF_A_PARTY.test(line) && areForeign(taken))));
    const announced = isSurely || (labelled && judged > 0);
    let confidence = judged >= SURE ? judged : announced ? announcedConfidence(name, judged, isSurely) : judged * 0.6;
    if (announced) confidence = Math.min(0.97, confidence + 0.1);
    // An ordinary capitalised word as a first or last name, with nothing else to say so.
    else if (Math.max(latinParts(taken[0]).given, latinParts(taken[0]).surname) < 0.6 && Math.max(judged, romanised) < 0.8) confidence *= 0.8;
    if (confidence < 0.5 || (!announced && areWords(taken))) continue;
    if (!announced && isBrand(name)) return undefined;
    // Michael Jordan Park, as one name of three words.
    if (!isHonoured && NOT_A_PERSON_AFTER.test(taken[count - 1]) && romanised < 0.8) return undefined;
    // Dr Alan Forsyth, University of Leeds
    if (NOT_A_PERSON_AFTER.test(text.slice(stop, stop + 16)) && !(titled && text[stop] === ",")) return undefined;
    if (!labelled && isCredited(text, start, stop)) return undefined;
    return { end: stop, confidence, isAnnounced: announced };
  }
  return undefined;
}

const PLACE_OF_TWO_WORDS = /^(?:Hong Kong|Costa Rica|Sri Lanka|El Salvador|Puerto Rico|Buenos Aires|Abu Dhabi|Kuala Lumpur|Tel Aviv|Los Angeles|Las Vegas|Rio (?:Grande|de Janeiro)|Monte Carlo|San (?:Marino|Diego|Jose|Francisco|Antonio)|Santa (?:Cruz|Clara|Monica|Barbara|Fe)|Ho Chi Minh)$/u;
const TITLE_WORD = /^(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof)$/u;
/** Capitalised where a sentence begins, and nobody's name there: articles, pronouns, verbs of instructions, greetings. Das and Los are surnames, which come last. */
const BEGINS_SENTENCE = new Set(
  ("As At By If Is Are Was From Or It This That These Those When Where While With Without Returns Return Used Uses Use Using Set Sets Get Gets Error " +
    "Quoting Thanks Thank Copyright FIXME TODO Welcome Hello Hi Please Click Select Enter Type Named Name Anderen Anderer Anderes Andere Allen Aller Alles " +
    "Alle Deren Davon Daran Darin Seine Während Gemäß Der Die Das Ein Eine Einen Einer Eines Dem Den Wenn Falls Bitte Ihre Ihr Geben Gibt Wählen Klicken " +
    "Willkommen Les Des Durant Juste Manuelle Mille Celle Déjà Une Cette Votre Vos Fonction Aide Bienvenue Cliquez En El Elija Abra Haya Segunda Quinta Gran " +
    "Está Ésta Serie Línea Una Los Las Este Esta Función Ayuda Bienvenido Bienvenida Sohn Sohnes Tochter Mutter Vater Bruder Schwester Ehefrau Ehemann Haga Dall Dalla Della Nell Nella Nelle Gli Funzione Benvenuto Benvenuta").split(" "),
);
const CAPITAL_TITLE = /(?:MR|MRS|MS|DR)\.? $/u;
/** More Fields, Row Fields: by the lists names of somebody, but for English. */
const areWords = (words: readonly string[]): boolean => words.length === 2 && words.every((word) => isEnglishWord(word.toLowerCase())) && latinParts(words[0]).given < 1;
const SPELT_AS_FAMILY = 0.8;
/** From here on a name needs no cue. */
const SURE = 0.75;

function isLabelled(text: string, start: number): boolean {
  labels ??= labelPattern([...LATIN_NAME_LABELS, ...NAME_LABELS]);
  const distance = labelBefore(text, start, labels, LABEL_NEAR);
  return distance !== undefined && isSign(text, start, distance) && !KEY_OF_SOMETHING.test(text.slice(Math.max(0, start - LONGEST_KEY), start));
}
/** With what stands between it and its value. */
const LONGEST_KEY = 48;

/** Patient: Schönberger, Ingrid */
function surnameFirst(text: string, start: number, end: number): ReturnType<typeof latinName> {
  const behind = givenBehindComma(text, end);
  if (behind === undefined || NOT_PART_OF_A_NAME.test(text.slice(start, end))) return undefined;
  const isGiven = latinParts(behind.given).given >= 0.75;
  // "OKUBO, Takumi" <okubo@…>
  const isSurely = isMailbox(text, behind.end) && (isGiven || hasNamesakeMailbox(text, behind.end, [text.slice(start, end)]));
  if (!isSurely && opensRegisterEntry(text, start, behind.end)) return { end: behind.end, confidence: isGiven ? 0.85 : 0.75, isAnnounced: true };
  if (!isSurely && !(isGiven && !isEnglishWord(text.slice(start, end).toLowerCase()) && isLabelled(text, start))) return undefined;
  return { end: behind.end, confidence: 0.8, isAnnounced: true };
}

const PASSENGER = /\/([A-Z]{2,24})( (?:MR|MRS|MS|MISS|MSTR|CHD|INF)(?![A-Za-z]))?(?![A-Za-z\d/])/uy;

/** YAMAMOTO/MISAKI MS: as tickets have it. */
function ofAPassenger(text: string, start: number, end: number): ReturnType<typeof latinName> {
  PASSENGER.lastIndex = end;
  const found = PASSENGER.exec(text);
  if (found === null || !CAPITAL_WORD.test(text.slice(start, end))) return undefined;
  // JOHN/PAUL are two.
  // IDE/SATA, though somebody is called so.
  const isKnown = end - start + found[1].length >= SHORTEST_PASSENGER && latinParts(text.slice(start, end)).japanese >= 0.6 && latinParts(found[1]).japanese >= 0.6;
  return isKnown || found[2] !== undefined ? { end: end + 1 + found[1].length, confidence: isKnown ? 0.9 : 0.75, isAnnounced: true } : undefined;
}
const SHORTEST_PASSENGER = 8;
const CAPITAL_WORD = /^[A-Z]{2,24}$/u;

/** An English label needs a colon or the like: "the customer John Smith called" needs none, and "customer ADD COLUMN" has none. */
function isSign(text: string, start: number, distance: number): boolean {
  const between = text.slice(start - distance, start);
  if (/[\p{L}\d.,!?+]/u.test(between)) return false;
  return between.trim() !== "" || between.length > 1 || between.includes("\n") || between.includes("\t") || !/[A-Za-z]/u.test(text[start - distance - 1] ?? "") || /(?:dear|attn|attention|name|patient|pupil|claimant|tenant|defendant) $/iu.test(text.slice(Math.max(0, start - 12), start));
}

/** Yamamoto さん */
const SAN_IN_KANA = /^ ?(?:さん|さま|くん|ちゃん|様|氏|先生)(?!\p{Script=Han})/u;
const BEGINS_SAN = new Set(Array.from("さくち様氏先", (char) => char.charCodeAt(0)));
const isBeforeSan = (text: string, end: number): boolean => BEGINS_SAN.has(text.charCodeAt(text.charCodeAt(end) === 0x20 ? end + 1 : end));
const SAN = /^-(?:san|sama|kun|chan|sensei)(?![A-Za-z])/u;
/** D. Okonkwo, J. K. Whitfield: behind a title, whoever it is. */
const INITIALS_AND_SURNAME = /(?:\p{Lu}\. ?|\p{Lu} ){1,3}\p{Lu}[\p{L}'’-]{2,24}(?![\p{L}\d_(])/uy;
const TITLE_IN_FRONT = /(?:^|[^A-Za-z])(?:(?:Mr|Mrs|Ms|Dr|Prof)\.? |Miss |(Dear|Hi|Hello) )$/u;

/** The last two letters of Mr, Mrs, Frau, Madame, Señora and the like. */
const ENDS_SURE_TITLE = new Set(["mr", "rs", "ms", "mx", "me", "le", "sr", "ra", "ta", "ss", "au", "rr", "rn", "ur", "or", "dr", "ed", "ig", "na", "ri"].map((pair) => (pair.charCodeAt(0) << 8) | pair.charCodeAt(1)));

/** @param end of the word, a full stop included */
function endsSureTitle(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1) === 0x2e ? end - 2 : end - 1;
  return ENDS_SURE_TITLE.has(((text.charCodeAt(last - 1) | 0x20) << 8) | (text.charCodeAt(last) | 0x20)) && isCapitalised(text, last);
}

/** Titles are capitalised: one of the letters before the last is a capital. */
function isCapitalised(text: string, last: number): boolean {
  for (let at = last - 1; last - at < LONGEST_SURE_TITLE; at--) {
    const code = text.charCodeAt(at);
    if (code >= 0x41 && code <= 0x5a) return true;
    if (!((code >= 0x61 && code <= 0x7a) || code === 0xf1 || code === 0x2e || code === 0x20)) return false;
  }
  return false;
}
const LONGEST_SURE_TITLE = 10;
/** What a title in front ends with before its space: Mr, Mrs, Prof, Hi, Hello, or a full stop. */
const ENDS_TITLE = new Set(Array.from("rsfio.", (char) => char.charCodeAt(0)));

/** Mr. Tanaka, Tanaka-san, "Dear Hanako,": one word, where somebody is addressed or spoken of by it. */
function titledAlone(text: string, start: number, end: number): { end: number; confidence: number } | undefined {
  const before = text.charCodeAt(start - 1);
  if (isGivenAlone(text, start, end)) return { end, confidence: 0.8 };
  if (before === 0x20 && endsSureTitle(text, start - 1) && !(startsName(text.charCodeAt(end + 1)) && text.charCodeAt(end) === 0x20) && isTitledSurname(text, start, end)) return { end, confidence: 0.8 };
  const isSan = (text.charCodeAt(end) === 0x2d && SAN.test(text.slice(end, end + 10))) || (isBeforeSan(text, end) && SAN_IN_KANA.test(text.slice(end, end + 5)));
  if (!isSan && (before !== 0x20 || !ENDS_TITLE.has(text.charCodeAt(start - 2)) || (startsName(text.charCodeAt(end + 1)) && text.charCodeAt(end) === 0x20))) return undefined;
  const title = isSan ? null : TITLE_IN_FRONT.exec(text.slice(Math.max(0, start - 8), start));
  if (!isSan && title === null) return undefined;
  const { given, surname } = latinParts(text.slice(start, end));
  if (isSan) return Math.max(given, surname) > 0.3 ? { end, confidence: 0.85 } : undefined;
  if (title?.[1] !== undefined) return given >= 0.6 && /^[,\n:!]/u.test(text.slice(end, end + 1)) ? { end, confidence: 0.8 } : undefined;
  return surname > 0.3 ? { end, confidence: 0.85 } : undefined;
}

/** Below a letter's closing, or behind a relation. */
function isGivenAlone(text: string, start: number, end: number): boolean {
  const behind = text.charCodeAt(end);
  if (behind === 0x20 && startsName(text.charCodeAt(end + 1))) return false;
  const isLine = (text.charCodeAt(start - 1) === 0x0a && (behind === 0x0a || Number.isNaN(behind)));
  if (!(isLine ? isSignedOff(text, start, end) : isBehindRelative(text, start))) return false;
  const word = text.slice(start, end);
  return latinParts(word).given >= SURELY_GIVEN && !NOT_PART_OF_A_NAME.test(word);
}
const SURELY_GIVEN = 0.7;

/** [12/03/2024, 09:15:40] Kwame B: I can. */
function speakerAlone(text: string, start: number, end: number): { end: number; confidence: number } | undefined {
  const before = text.charCodeAt(start - 2);
  // The bracket, digit or hyphen that a time ends with.
  if (text.charCodeAt(start - 1) !== 0x20 || !(before === 0x5d || before === 0x2d || (before >= 0x30 && before <= 0x39))) return undefined;
  const behind = SPEAKER_ENDS.exec(text.slice(end, end + 6));
  if (behind === null || !SPEAKS.test(text.slice(Math.max(0, start - 36), start)) || latinParts(text.slice(start, end)).given < SURELY_GIVEN) return undefined;
  return { end: end + (behind[1]?.length ?? 0), confidence: 0.8 };
}
const SPEAKER_ENDS = /^( \p{Lu}\.?)?: /u;

function titledInitials(text: string, start: number, end: number): { end: number; confidence: number } | undefined {
  if (end - start !== 1 || text.charCodeAt(start - 1) !== 0x20 || !ENDS_TITLE.has(text.charCodeAt(start - 2))) return undefined;
  INITIALS_AND_SURNAME.lastIndex = start;
  if (!INITIALS_AND_SURNAME.test(text)) return undefined;
  const stop = INITIALS_AND_SURNAME.lastIndex;
  const title = TITLE_IN_FRONT.exec(text.slice(Math.max(0, start - 8), start));
  if (title === null || title[1] !== undefined || NOT_PART_OF_A_NAME.test(text.slice(start + 2, stop)) || isCredited(text, start, stop)) return undefined;
  return { end: stop, confidence: 0.85 };
}

/** Behind a label or a title anything that is written like a name is one: the lists lack most of the world's. */
function announcedConfidence(name: string, judged: number, isSurely: boolean): number {
  if (NOT_PART_OF_A_NAME.test(name)) return judged * 0.6;
  if (!isSurely) return Math.min(0.9, judged + 0.3);
  return Math.max(CAPITALS.test(name) || judged > 0 ? 0.75 : 0.6, Math.min(0.9, judged + 0.3));
}

/** "Hanako Sato <hanako@…>": somebody's mailbox, unless it is a desk's. */
function isMailbox(text: string, end: number): boolean {
  const mailbox = ADDRESS_BEHIND.exec(text.slice(end, end + 72));
  return mailbox !== null && !NOBODYS_MAILBOX.test(mailbox[1]);
}

/** Authors and contributors in bylines, licences and lists of them. */
export function isCredited(text: string, start: number, end: number): boolean {
  const line = text.slice(Math.max(0, start - 120), start);
  if (isOfALog(text, start, end)) return false;
  return BYLINE.test(line.slice(line.lastIndexOf("\n") + 1)) || BYLINE_ABOVE.test(line) || /^(?:\]\(|<\/b><\/sub>)/u.test(text.slice(end, end + 12));
}

/** git log: who worked on what and when, in an organisation's own notes; what a licence says of its authors has no date below. */
function isOfALog(text: string, start: number, end: number): boolean {
  return /(?:^|\n)(?:Author|Commit|Committer): {1,5}$/u.test(text.slice(Math.max(0, start - 16), start)) && /^ <[^<>\n]{3,64}>\n(?:Author|Commit|AuthorDate|CommitDate|Date): /u.test(text.slice(end, end + 84));
}

/**
 * Names once more: what is certain in one place of a text is the same person in the others, in full or by the surname alone:
 * 佐藤花子 … 佐藤さん, 佐藤：「…」, （佐藤）, and 佐藤 on a line of its own.
 */
import { toKatakana } from "../../src/text/characters.js";
import { DEEDS } from "./deeds.js";
import type { NameCandidate } from "./kanji-names.js";
import { kanaHonorificAt, titleAt, titleBefore } from "./name-cues.js";
import { givenTier, isPlace, nameTrie, surnameTier, wordTier } from "./name-dictionary.js";
import { bestSplit } from "./name-split.js";
import { isCredited } from "./latin-names-in-text.js";
import { lookUp } from "./trie.js";

/** Names of one text that are looked for again; a list has its names once each. */
const MOST_NAMES = 200;
const MOST_A_BEGINNING = 12;
/** Low bits of characters: most begin none of the names. */
const FIRST_BITS = 0xfff;
const CERTAIN = 2.5;
const LIKELY = 1.5;

/** "called": a given name that stood by itself, with an honorific or a relation. */
type Kind = "whole" | "surname" | "given" | "called";

interface Sought {
  readonly word: string;
  readonly kind: Kind;
  readonly isLatin: boolean;
  /** The whole name, where only one in the text has this part. */
  of: string | undefined;
}

/** @param text normalised @param known certain names, in order */
export function echoesOf(text: string, known: readonly NameCandidate[], isFree: (start: number, end: number) => boolean): NameCandidate[] {
  const sought = soughtIn(text, known.slice(0, MOST_NAMES));
  if (sought.size === 0) return [];
  const found: NameCandidate[] = [];
  const firsts = new Uint8Array(FIRST_BITS + 1);
  for (const first of sought.keys()) firsts[first & FIRST_BITS] = 1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (firsts[code & FIRST_BITS] === 0) continue;
    const words = sought.get(code);
    if (words === undefined) continue;
    for (const one of words) {
      if (!text.startsWith(one.word, i)) continue;
      const end = i + one.word.length;
      const odds = one.isLatin ? oddsOfLatin(text, i, end, one) : oddsOf(text, i, end, one);
      if (odds <= 0 || !isFree(i, end)) continue;
      found.push({ start: i, end, odds, ...(one.of !== undefined && { of: one.of }) });
      i = end - 1;
      break;
    }
  }
  return found;
}

function soughtIn(text: string, known: readonly NameCandidate[]): ReadonlyMap<number, readonly Sought[]> {
  const seen = new Map<string, Sought>();
  const byFirst = new Map<number, Sought[]>();
  const add = (word: string, kind: Kind, isLatin: boolean, of?: string): void => {
    const other = seen.get(word);
    if (other !== undefined && of !== undefined && other.of !== of) other.of = undefined;
    if (other !== undefined || word.length < (isLatin ? 3 : 1)) return;
    const one = { word, kind, isLatin, of };
    seen.set(word, one);
    const list = byFirst.get(word.charCodeAt(0));
    if (list === undefined) byFirst.set(word.charCodeAt(0), [one]);
    else if (list.length < MOST_A_BEGINNING) list.push(one);
  };
  for (const { start, end } of known) {
    const name = text.slice(start, end);
    const parts = partsOf(name);
    // 石原 on a list of drivers is 石原 in the sentence below it.
    if (parts === undefined && LONE_GIVEN.test(name) && isGiven(name)) add(name, "called", false);
    if (parts === undefined && LONE_SURNAME.test(name) && surnameTier(lookUp(nameTrie(), name, 0, name.length)) >= 2) add(name, "surname", false);
    if (parts === undefined) continue;
    const isLatin = name.charCodeAt(0) < 0x250;
    add(name, "whole", isLatin);
    if (!isLatin) {
      add(parts.surname + parts.given, "whole", false);
      add(`${parts.surname} ${parts.given}`, "whole", false);
    }
    const of = isLatin ? undefined : parts.surname + parts.given;
    add(parts.surname, "surname", isLatin, of);
    add(parts.given, "given", isLatin, of);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.word.length - a.word.length);
  return byFirst;
}

const KANJI_OR_KANA = /^[\p{Script=Han}々ヶァ-ヴーぁ-ゖ ]+$/u;

const LONE_GIVEN = /^(?:[\p{Script=Han}々]{1,4}|[ぁ-ゖ]{2,5}|[ァ-ヴー]{2,5})$/u;
/** More often than a surname. */
function isGiven(name: string): boolean {
  const [payload, read] = [name, toKatakana(name)].map((word) => lookUp(nameTrie(), word, 0, word.length));
  return Math.max(givenTier(payload), givenTier(read)) >= 2 && (surnameTier(payload) < 2 || name.length === 1);
}
const LONE_SURNAME = /^[\p{Script=Han}々]{2,3}$/u;

/** Undefined for a lone surname, and where it is not clear where the given name begins. */
export function partsOf(name: string): { surname: string; given: string } | undefined {
  const words = name.split(/ +/u);
  if (name.charCodeAt(0) < 0x250) return words.length === 2 ? { given: words[0], surname: words[1] } : undefined;
  if (!KANJI_OR_KANA.test(name)) return undefined;
  if (words.length === 2 && words[0].length + words[1].length > 2) return { surname: words[0], given: words[1] };
  if (words.length !== 1 || name.length < 3) return undefined;
  const { at, odds } = bestSplit(name, 0, name.length);
  return odds > 0 ? { surname: name.slice(0, at), given: name.slice(at) } : undefined;
}

const KANJI = /[\p{Script=Han}々]/u;
const KANA_LETTER = /[ぁ-ゖァ-ヴー]/u;
/** What a lone surname is followed by in a sentence. */
const PARTICLE = /^(?:は|が|の(?!字)|に|を|と|も|へ|から|より|まで|です|でした|でございます|と申します|宛|、|。|です。)/u;
const OPENS_SENTENCE = /[\n。「(【:、\t ]/u;

function oddsOf(text: string, start: number, end: number, { word, kind }: Sought): number {
  const before = text[start - 1] ?? "\n";
  const behind = text[end] ?? "\n";
  const isFirstLetter = !KANJI.test(before) || titleBefore(text, start) !== undefined || (kind === "surname" && word.length > 1 && isBehindDeed(text, start, end));
  if (kind === "whole") return KANJI.test(before) && KANJI.test(behind) ? 0 : CERTAIN;
  if (!isFirstLetter) return 0;
  const title = titleAt(text, behind === " " ? end + 1 : end);
  const isHonoured = kanaHonorificAt(text, end) || (title !== undefined && !KANJI.test(text[end + title.length + (behind === " " ? 1 : 0)] ?? ""));
  if (isHonoured) return CERTAIN;
  if (kind === "called" || (kind === "given" && word.length < 2)) return isSpokenOf(text, start, end, word, kind === "called" ? 2 : 1) ? LIKELY : 0;
  if (kind === "surname" && HOME.test(text.slice(end, end + 2))) return LIKELY;
  if (KANJI.test(behind) || (KANA_LETTER.test(word[word.length - 1]) && KANA_LETTER.test(behind))) return 0;
  const payload = lookUp(nameTrie(), word, 0, word.length);
  if (kind === "surname" && KANJI.test(before) && titleBefore(text, start) === undefined) return surnameTier(payload) >= 2 ? LIKELY : 0;
  const isWord = wordTier(payload) > 1 || isPlace(payload) || word.length === 1;
  const isLineStart = before === "\n" || before === "\t" || /\n[ \t]*$/u.test(text.slice(Math.max(0, start - 24), start)) || start === 0;
  if (kind === "surname") {
    if (isLineStart && (behind === "\n" || behind === ":" || behind === "「" || /^[ \t]*(?:\n|$)/u.test(text.slice(end, end + 12)))) return CERTAIN;
    if (isLineStart && behind === " " && !isWord) return LIKELY;
    if (before === "(" && behind === ")") return CERTAIN;
    if (surnameTier(payload) >= 2 && OPENS_ITEM.test(text.slice(Math.max(0, start - 3), start)) && ENDS_ITEM.test(text.slice(end, end + 2))) return LIKELY;
    if (OPENS_LABELLED.test(text.slice(Math.max(0, start - 4), start)) && ENDS_FIELD.test(behind)) return LIKELY;
  }
  if (kind === "surname" && surnameTier(payload) === 3 && KANA_LETTER.test(before) && LISTED.test(text.slice(end, end + 8))) return LIKELY;
  if (isWord) return kind === "surname" && surnameTier(payload) === 3 && SUBJECT.test(text.slice(end, end + 5)) && (OPENS_CLAUSE.test(before) || KANA_LETTER.test(before)) ? LIKELY : 0;
  const tier = kind === "surname" ? surnameTier(payload) : givenTier(payload);
  return tier >= (kind === "surname" ? 2 : 3) && PARTICLE.test(text.slice(end, end + 6)) && (OPENS_SENTENCE.test(before) || KANA_LETTER.test(before)) ? LIKELY : 0;
}

/** 苺が朝起きられない, →駿は離席, 甲は、叶羽及び苺の養育費: who does it at a clause's beginning, and is little else than a name. */
function isSpokenOf(text: string, start: number, end: number, word: string, mostOfWord: number): boolean {
  if (SAME_SCRIPT.test(text.slice(end - 1, end + 1)) || wordTier(lookUp(nameTrie(), word, 0, word.length)) > mostOfWord) return false;
  // 誠に, 実と: a single kanji before these is a word.
  if (word.length === 1 && "にと".includes(text[end] ?? "")) return false;
  return CLAUSE_BEFORE.test(text.slice(Math.max(0, start - 2), start)) && SPOKEN_OF.test(text.slice(end, end + 4));
}
const SAME_SCRIPT = /^(?:[\p{Script=Han}々]{2}|[ァ-ヴー]{2})$/u;
const CLAUSE_BEFORE = /(?:^|[\n。「『、(\t →・]|及び|[はがにでも])$/u;
const SPOKEN_OF = /^(?:は|が|も(?!の)|を|に(?!し)|と(?![しい])|の(?!字)|へ|及び|・|本人)/u;

/** 岡崎は右足を打撲, 大森に対する聞き取り: who has done, said or suffered something at a clause's beginning; a place is seldom that where somebody is called so. */
const SUBJECT = /^(?:は|が|も|に対|によ[るれ]|から聞|の申|の上司)/u;
const OPENS_CLAUSE = /[\n。、「(\t ]/u;
/** 今村宅, 野口家・安部家 */
const HOME = /^(?:宅(?![\p{Script=Han}])|家(?![\p{Script=Han}]))/u;
/** → 佐々木：いけます, 早番 三上⇒佐々木、, （折返し）阿比留, 井上、林、沢田: an item, whatever town is called so. */
const OPENS_ITEM = /(?:[→⇒⇔・/&)>│├└]|[→⇒>│├└] |、)$/u;
const ENDS_ITEM = /^(?:$|[\n\t、,。)・/&→⇒⇔:」│]| {2}| [→⇒(])/u;

/** 井上、林、沢田の3人: the first of several. */
const LISTED = /^[、・][\p{Script=Han}々]{1,4}(?:[、・]|の\d)/u;

/** 代走山崎, 返却鶴田 */
const isBehindDeed = (text: string, start: number, end: number): boolean => DEEDS.has(text.slice(start - 2, start)) && !KANJI.test(text[start - 3] ?? "") && !KANJI.test(text[end] ?? "");
const OPENS_LABELLED = /[:/|・] {0,2}$/u;
const ENDS_FIELD = /[\n\t|/、,) ・]/u;
const LATIN_LETTER = /[\p{Script=Latin}\d_@-]/u;
/** Before a lone given name or surname. */
const TITLE = /(?:^|[^a-z])(?:mr|mrs|ms|miss|dr|prof|dear|hi|hello|hey|thanks|thank you|cc|attn)\.?,? $/iu;
/** A line of its own, a speaker, or somebody addressed. */
const ENDS_LINE = /^(?:[,:.]|-san|さん|様|氏)? *(?:\n|$)|^:|^(?:-san|さん|様|氏)/u;

function oddsOfLatin(text: string, start: number, end: number, { kind }: Sought): number {
  if (LATIN_LETTER.test(text[start - 1] ?? "\n") || LATIN_LETTER.test((text[end] ?? "\n").replace("-", ""))) return 0;
  if (isCredited(text, start, end)) return 0;
  if (kind === "whole") return CERTAIN;
  const line = text.slice(Math.max(0, start - 24), start);
  if (TITLE.test(line)) return CERTAIN;
  return /(?:^|\n)[ \t]*$/u.test(line) && ENDS_LINE.test(text.slice(end, end + 6)) ? LIKELY : 0;
}

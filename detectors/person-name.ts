import { isHangul, isHiragana } from "../src/text/characters.js";
import type { Detector, Evidence, TextMatch } from "../src/contract.js";
import { isNobody, nameWithin } from "./person-name/extent.js";
import { amongTheKnown, CERTAIN, type Code, privateOf, REPORTED, untiedAsMentions, WITH_CONTACT, withinReach } from "./person-name/standing.js";
import { onceEach, takenBy } from "./person-name/taken.js";
import { chineseTitled, endsInChineseTitle, isLabelledInChinese } from "./shared/chinese-text.js";
import { cyrillicName } from "./shared/cyrillic-names.js";
import { koreanName } from "./shared/korean-names.js";
import { nameBehindWorldLabel, type WorldName } from "./shared/world-names.js";
import { calledRelatives } from "./shared/called-relatives.js";
import { childsName } from "./shared/childs-name.js";
import { nameWithKanaGiven } from "./shared/kana-given.js";
import { hiraganaName, katakanaName } from "./shared/kana-names.js";
import { kanaOnRoll } from "./shared/kana-roll.js";
import { kanjiNames, LONGEST_RUN, type NameCandidate } from "./shared/kanji-names.js";
import { likelyNames } from "./shared/likely-names.js";
import { latinAmong } from "./shared/latin-among.js";
import { latinName } from "./shared/latin-names-in-text.js";
import { LATIN_CAPITALS } from "./shared/latin-shape.js";
import { displayNameBefore } from "./shared/display-name.js";
import { kanaHonorificAt, titleAt, titleBefore } from "./shared/name-cues.js";
import { ourPeople, surnameBehindTitle } from "./shared/lone-surname.js";
import { fillsField, isLabelled } from "./shared/name-evidence.js";
import { givensAmong } from "./shared/givens-among.js";
import { echoesOf } from "./shared/name-echoes.js";
import { formsBeside } from "./shared/name-beside.js";
import { latinBehindKey, nameBehindKey } from "./shared/name-attributes.js";
import { nameInContext } from "./shared/name-in-context.js";
import { ANY, KANA_GIVEN, lookAtKanji, lookAtKatakana, NOTHING } from "./shared/name-first-look.js";
import { neighboursOf } from "./shared/name-neighbours.js";
import { namesInSlots } from "./shared/name-slots.js";
import { probability } from "./shared/name-split.js";
import { nameScanner, type NameScanner } from "./shared/names/scanner.js";
import { spacedName } from "./shared/spaced-name.js";
import { surnameOnRoll } from "./shared/surname-roll.js";
import { surnamesAmong } from "./shared/surnames-among.js";
import { behindRelation, relativeAlone } from "./shared/relatives.js";
import { isExample, isInCode } from "./shared/example-value.js";
import { isMakeBelieve } from "./shared/make-believe.js";
import { isInPublicRole } from "./shared/public-role.js";
import { isSamplePart, isSamplePerson } from "./shared/sample-people.js";

/** The same for what cues alone say: their odds are set by hand, and less sure than they look. */
const SURE_OF_CUES = 0.7;
const SUREST = 0.98;
/** Log odds gained where the cues and the scorer say the same. */
const TOGETHER = 1.5;

export const personName: Detector<Code> = {
  id: "person-name",
  messages: {
    name: {
      severity: "warning",
      en: "{count} {one:name of a person|names of people}",
      ja: "個人の氏名が{count}件あります",
      fix: {
        en: "Delete the names or replace them by initials or numbers, unless these people hold a public role and are meant to be named.",
        ja: "公表してよい人でなければ、氏名を削除するか番号などに置き換えてください。",
      },
    },
    mention: {
      severity: "info",
      en: "{count} {one:name|names} of which nothing says that somebody private is meant",
      ja: "私人であることを示すものが近くにない人名が{count}件あります",
      fix: { en: "Nothing, if these people are known to the public, or are nobody. Else delete the names.", ja: "公に知られた人や実在しない人の名であれば、そのままで構いません。そうでなければ削除してください。" },
    },
    "public-contact": {
      severity: "info",
      en: "{count} {one:name of somebody|names of people} in a public role",
      ja: "公職者・施設長・著者などの氏名が{count}件あります",
      fix: { en: "Nothing, if they are named because of that role.", ja: "その立場で名前を出しているのであれば、そのままで構いません。" },
    },
  },
  defaults: {},
  create: () => {
    let scanner: NameScanner | undefined;
    return {
      text: {
        starts: ["kanji", "katakana", "hiragana", "latin", "at", "cyrillic", "hangul"],
        runs: [
          { beginnings: CAPITALS, endings: [], of: ["latin"] },
          // A label, a key or a field in front, or a child.
          { beginnings: [], endings: [], before: (code) => code < 0x3041, within: ["ちゃ", "くん"], of: ["hiragana"] },
        ],
        check(text, start, end) {
          const code = text.charCodeAt(start);
          if (code === AT) return namedBeforeMailbox(text, start);
          if (code < 0x3000) return isCyrillic(code) ? ofTheWorld(text, start, cyrillicName(text, start)) : latin(text, start, end);
          if (isHangul(code)) return inHangul(text, start, end);
          if (isHiragana(code)) return found(text, kanaName(hiraganaName(text, start, end) ?? kanaOnRoll(text, start, end)), NONE) ?? behindKey(text, start) ?? found(text, inHiragana(text, start, end), NONE);
          const titled = endsInChineseTitle(text, end) ? chineseTitled(text, start, end) : undefined;
          if (titled !== undefined) return ofTheWorld(text, titled.start, { end: titled.end, confidence: 0.85 }, "honorific");
          if (isLabelledInChinese(text, start, end)) return ofTheWorld(text, start, { end, confidence: 0.9 });
          scanner ??= nameScanner();
          const names = scanner(text, start, end);
          const onRoll = isKatakana(code) ? kanaOnRoll(text, start, end) : undefined;
          if (onRoll !== undefined) return found(text, [onRoll], NONE);
          const look = names.length > 0 ? ANY : isKatakana(code) ? lookAtKatakana(text, start, end) : lookAtKanji(text, start, end);
          if (look === NOTHING) return undefined;
          if (look === KANA_GIVEN) return found(text, kanaName(nameWithKanaGiven(text, start, end)), NONE);
          const cued = isKatakana(code) ? kanaName(katakanaName(text, start, end)) : cuedNames(text, start, end);
          return found(text, cued, likelyNames(text, names)) ?? behindKey(text, start) ?? found(text, contextual(text, start, end), NONE);
        },
        finish: (text, matches) => withTheRest(text, matches),
      },
    };
  },
};

/** With which names in Latin letters begin. */
const CAPITALS = LATIN_CAPITALS.map((code) => String.fromCharCode(code));

const NONE: readonly NameCandidate[] = [];
const isCyrillic = (code: number): boolean => code >= 0x400 && code <= 0x52f;
const isKatakana = (code: number): boolean => code >= 0x30a1 && code <= 0x30fc;
const kanaName = (one: NameCandidate | undefined): readonly NameCandidate[] => (one === undefined || probability(one.odds) < SURE_OF_CUES ? NONE : [one]);

function contextual(text: string, start: number, end: number): readonly NameCandidate[] {
  const one = nameInContext(text, start, end) ?? relativeAlone(text, start, end) ?? surnameBehindTitle(text, start, end) ?? surnameOnRoll(text, start, end);
  return one === undefined ? NONE : [one];
}

/** "lastName": "和田": a key says more than that a town is called so. */
function behindKey(text: string, start: number): TextMatch<Code>[] | undefined {
  const one = nameBehindKey(text, start);
  if (one === undefined || isSamplePerson(text.slice(one.start, one.end)) || isSamplePart(text, one) || isExample(text, one.start)) return undefined;
  const match: TextMatch<Code> = { code: "name", at: { start: one.start, end: one.end }, entity: "person-name", confidence: probability(one.odds), value: text.slice(one.start, one.end).replace(/\s+/gu, ""), evidence: ["label"] };
  return [isInCode(text, one.start, one.end) ? { ...match, needs: WITH_CONTACT } : match];
}

/** Most runs of hiragana stand behind a letter, and are looked at only for ちゃん and くん. */
function inHiragana(text: string, start: number, end: number): readonly NameCandidate[] {
  const before = text.charCodeAt(start - 1);
  const one = before < 0x3000 || Number.isNaN(before) ? nameInContext(text, start, end) : undefined;
  const found = one ?? childsName(text, start, end) ?? surnameOnRoll(text, start, end);
  return found === undefined ? NONE : [found];
}

/** What labels, honorifics, titles and spaces say by themselves, where there are any. */
function cuedNames(text: string, start: number, end: number): readonly NameCandidate[] {
  const spaced = text.charCodeAt(end) === 0x20 ? spacedName(text, start, end) : nameWithKanaGiven(text, start, end);
  if (spaced !== undefined && probability(spaced.odds) >= SURE_OF_CUES) return [spaced];
  const relative = behindRelation(text, start, end);
  if (relative !== undefined) return [relative];
  // A single 林 or 森 is somebody where さん follows, and 深さまで no 深さま.
  if (end - start === 1 && (text.charCodeAt(end) !== 0x3055 || text.startsWith("さまで", end))) return NONE;
  if (end - start > LONGEST_RUN || !isCued(text, start, end)) return NONE;
  return kanjiNames(text, start, end).filter(({ odds }) => probability(odds) >= SURE_OF_CUES);
}

const isCued = (text: string, start: number, end: number): boolean =>
  kanaHonorificAt(text, end) || endsInHonorific(text, end) || titleBefore(text, end) !== undefined || hasTitleBehindSurname(text, start, end) || isLabelled(text, start) || fillsField(text, start, end);

/** 様 殿 氏 君, 先生, 先輩 */
function endsInHonorific(text: string, end: number): boolean {
  const code = text.charCodeAt(end - 1);
  return code === 0x69d8 || code === 0x6bbf || code === 0x6c0f || code === 0x541b || (text.charCodeAt(end - 2) === 0x5148 && (code === 0x751f || code === 0x8f29));
}

/** 後藤課長補佐 */
function hasTitleBehindSurname(text: string, start: number, end: number): boolean {
  for (let at = start + 1; at < end - 2 && at - start <= LONGEST_SURNAME; at++) if ((titleAt(text, at)?.length ?? 0) > 1) return true;
  return false;
}
const LONGEST_SURNAME = 3;

/** Of two that overlap the surer one; where the cues and the scorer find the same, they are surer together. */
function joined(scored: readonly NameCandidate[], cued: readonly NameCandidate[]): readonly NameCandidate[] {
  if (cued.length === 0) return scored;
  const kept: NameCandidate[] = [];
  for (const one of cued) {
    const rivals = scored.filter((other) => overlap(one, other));
    const same = rivals.find(({ start, end }) => start === one.start && end === one.end);
    if (same !== undefined) kept.push({ ...one, odds: Math.max(one.odds, same.odds) + TOGETHER });
    // What is longer than what a cue shows, and as sure, is the name as a whole.
    else if (!rivals.some((other) => other.odds > one.odds && other.start <= one.start && other.end >= one.end)) kept.push(one);
  }
  for (const one of scored) if (!kept.some((other) => overlap(one, other))) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
}

const overlap = (a: NameCandidate, b: NameCandidate): boolean => a.start < b.end && b.start < a.end;

function found(text: string, cued: readonly NameCandidate[], scored: readonly NameCandidate[]): TextMatch<Code>[] | undefined {
  if (cued.length === 0 && scored.length === 0) return undefined;
  const matches: TextMatch<Code>[] = [];
  for (const name of joined(scored, cued)) push(matches, text, name, [...(cued.some((one) => overlap(one, name)) ? [cueOf(text, name)] : []), ...(scored.some((one) => overlap(one, name)) ? (["model"] as const) : [])]);
  return matches.length > 0 ? matches : undefined;
}

const cueOf = (text: string, { start, end }: NameCandidate): Evidence =>
  isLabelled(text, start) ? "label" : titleAt(text, end) !== undefined || kanaHonorificAt(text, end) ? "honorific" : "dictionary";

function push(matches: TextMatch<Code>[], text: string, { start: from, end: to, odds, of }: NameCandidate, evidence: readonly Evidence[]): void {
  const confidence = probability(odds);
  const { start, end } = nameWithin(text, from, to);
  if (confidence < REPORTED || isNobody(text, start, end)) return;
  const found = text.slice(start, end);
  const match: TextMatch<Code> = { code: codeOf(text, start, end), at: { start, end }, entity: "person-name", confidence: Math.min(SUREST, confidence), value: of ?? found.replace(/\s+/gu, ""), evidence };
  matches.push(isInCode(text, start, end) ? { ...match, needs: WITH_CONTACT } : match);
}

/** What the names that are certain say of the rest of the text. */
function withTheRest(text: string, matches: readonly TextMatch<Code>[]): readonly TextMatch<Code>[] {
  if (matches.length === 0) return matches;
  const all = onceEach(matches);
  const sorted = (): NameCandidate[] => all.filter(({ confidence }) => confidence >= CERTAIN).map(({ at: { start, end }, confidence }) => ({ start, end, odds: Math.log(confidence / (1 - confidence)) })).sort((a, b) => a.start - b.start);
  const taken = takenBy(all);
  const add = (found: readonly NameCandidate[], evidence: Evidence): void => {
    for (const one of found) if (taken.take(one)) push(all, text, one, [evidence]);
  };
  add(neighboursOf(text, sorted(), taken.isFree), "company");
  add(ourPeople(text, taken.isFree), "company");
  add(givensAmong(text, privateOf(text, all), taken.isFree), "honorific");
  add(calledRelatives(text, all.map(({ at }) => at).sort((a, b) => a.start - b.start), taken.isFree), "company");
  add(namesInSlots(text, sorted(), taken.isFree), "company");
  const names = sorted();
  add(formsBeside(text, names, taken.isFree), "reading");
  add(echoesOf(text, names, taken.isFree), "company");
  const ofPrivateLife = privateOf(text, all);
  add(surnamesAmong(text, ofPrivateLife, taken.isFree), "company");
  add(latinAmong(text, [...ofPrivateLife, ...withinReach(text, all)], taken.isFree), "company");
  return untiedAsMentions(text, amongTheKnown(text, all.sort((a, b) => a.at.start - b.at.start)));
}

const codeOf = (text: string, start: number, end: number): Code => (isInPublicRole(text, start, end) ? "public-contact" : "name");

const AT = 0x40;
function namedBeforeMailbox(text: string, at: number): TextMatch<Code> | undefined {
  const name = displayNameBefore(text, at);
  return name && { code: "name", at: name, entity: "person-name", confidence: BESIDE_MAILBOX, value: text.slice(name.start, name.end).replace(/\s+/gu, "").toLowerCase(), evidence: ["company", "shape"] };
}
const BESIDE_MAILBOX = 0.9;

/** Without the lists of names: a label of a form or the shape alone says it. */
function ofTheWorld(text: string, start: number, name: WorldName | undefined, said: Evidence = "label"): TextMatch<Code> | undefined {
  if (name === undefined) return undefined;
  const value = text.slice(start, name.end);
  if (isSamplePerson(value) || isExample(text, start)) return undefined;
  const match: TextMatch<Code> = { code: codeOf(text, start, name.end), at: { start, end: name.end }, entity: "person-name", confidence: name.confidence, value: value.toLowerCase().replace(/\s+/gu, ""), evidence: [said, "shape"] };
  return isInCode(text, start, name.end) ? { ...match, needs: WITH_CONTACT } : match;
}

function inHangul(text: string, start: number, end: number): TextMatch<Code> | undefined {
  const name = koreanName(text, start, end);
  return name && ofTheWorld(text, start, { end: name.end, confidence: name.isLabelled ? 0.9 : 0.85 }, name.isLabelled ? "label" : "honorific");
}

function latin(text: string, start: number, end: number): TextMatch<Code> | undefined {
  const onForm = nameBehindWorldLabel(text, start);
  if (onForm !== undefined) return ofTheWorld(text, start, onForm);
  const keyed = latinBehindKey(text, start);
  const found = keyed === undefined ? latinName(text, start, end) : { ...keyed, isAnnounced: true };
  if (found === undefined || found.confidence < REPORTED) return undefined;
  const name = text.slice(start, found.end);
  if (isSamplePerson(name) || isMakeBelieve(text, start, found.end) || isExample(text, start)) return undefined;
  const value = name.toLowerCase().replace(/\s+/gu, "");
  const match: TextMatch<Code> = { code: codeOf(text, start, found.end), at: { start, end: found.end }, entity: "person-name", confidence: found.confidence, value, evidence: found.isAnnounced ? ["label", "dictionary", "shape"] : ["dictionary", "shape"] };
  return isInCode(text, start, found.end) ? { ...match, needs: WITH_CONTACT } : match;
}

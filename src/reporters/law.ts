/**
 * Thresholds of law that what was found would cross if it got out: whether a leak has to be reported, to whom, by when. A guide for
 * whoever decides, and no legal advice.
 *
 * Japan: Act on the Protection of Personal Information (APPI), Art. 26 and its Rules, Art. 7 and 8; public bodies Art. 68 and Rules, Art. 43
 * and 44. My Number Act, Art. 29-4 and the Commission's rules on reports under it, Art. 2. EU: GDPR, Art. 33, which has no threshold.
 */
import type { Entity, Language, Report } from "../contract.js";
import { openOf } from "./finding-text.js";

export type ThresholdId = "special-care" | "financial" | "my-number" | "business" | "public-body";

/** What it comes to: `public-body` where it hangs on whether one would let it out. */
export type Duty = "crossed" | "public-body" | "depends" | "not-crossed";

export interface Threshold {
  readonly id: ThresholdId;
  /** What was counted against it. */
  readonly count: number;
  /** `depends`: crossed by what leaklint cannot know, such as whether anybody may read it. */
  readonly state: "crossed" | "depends" | "not-crossed";
}

/** More than this many people: APPI Rules, Art. 7 (4), and Art. 43 (4) for public bodies; My Number rules, Art. 2 (4). */
export const BUSINESS_PEOPLE = 1000;
export const PUBLIC_BODY_PEOPLE = 100;
const MY_NUMBER_PEOPLE = 100;

/** APPI Art. 2 (3), Order Art. 2: that somebody holds a disability certificate says that they have a disability. */
const SPECIAL_CARE: readonly Entity[] = ["special-care", "disability-certificate"];
/** The Commission's guidelines name card numbers; accounts and passwords count where money can be moved with them. */
const CARDS: readonly Entity[] = ["credit-card"];
const ACCOUNTS: readonly Entity[] = ["bank-account", "iban", "password"];

/** @param publicBody both kinds of bodies are listed where it is not said */
export function thresholdsOf(reports: readonly Report[], publicBody: boolean | undefined): Threshold[] {
  const people = reports.reduce((sum, { result }) => sum + openOf(result).people, 0);
  const of = (entities: readonly Entity[]): number => {
    let count = 0;
    for (const { result } of reports) for (const finding of result.findings) if (finding.accepted === undefined) for (const entity of entities) count += finding.entities[entity] ?? 0;
    return count;
  };
  const [special, cards, accounts, myNumbers] = [of(SPECIAL_CARE), of(CARDS), of(ACCOUNTS), of(["my-number"])];
  const more = (count: number, than: number): Threshold["state"] => (count > than ? "crossed" : "not-crossed");
  return [
    { id: "special-care", count: special, state: more(special, 0) },
    { id: "financial", count: cards + accounts, state: cards > 0 ? "crossed" : accounts > 0 ? "depends" : "not-crossed" },
    { id: "my-number", count: myNumbers, state: myNumbers > MY_NUMBER_PEOPLE ? "crossed" : myNumbers > 0 ? "depends" : "not-crossed" },
    ...(publicBody === true ? [] : [{ id: "business", count: people, state: more(people, BUSINESS_PEOPLE) } as const]),
    ...(publicBody === false ? [] : [{ id: "public-body", count: people, state: more(people, PUBLIC_BODY_PEOPLE) } as const]),
  ];
}

export interface ThresholdWords {
  readonly name: string;
  /** From when on. */
  readonly from: string;
  readonly basis: string;
}

export const THRESHOLD_WORDS: Readonly<Record<Language, Readonly<Record<ThresholdId, ThresholdWords>>>> = {
  en: {
    "special-care": { name: "Special-care data (illness, disability, creed, criminal record and the like)", from: "even one person", basis: "Japan: APPI Art. 26, Rules Art. 7 (1)" },
    financial: { name: "Risk of financial damage (card numbers; accounts with passwords)", from: "even one person", basis: "Japan: APPI Art. 26, Rules Art. 7 (2)" },
    "my-number": { name: "My Number", from: "more than 100 people, or even one where anybody may read it", basis: "Japan: My Number Act Art. 29-4" },
    business: { name: "Many people (businesses)", from: "more than 1,000 people", basis: "Japan: APPI Art. 26, Rules Art. 7 (4)" },
    "public-body": { name: "Many people (public bodies)", from: "more than 100 people", basis: "Japan: APPI Art. 68, Rules Art. 43" },
  },
  ja: {
    "special-care": { name: "要配慮個人情報（病歴、障害、信条、犯罪歴など）", from: "1人でも", basis: "個人情報保護法26条、規則7条1号" },
    financial: { name: "財産的被害のおそれ（カード番号、口座とパスワードなど）", from: "1人でも", basis: "個人情報保護法26条、規則7条2号" },
    "my-number": { name: "マイナンバー", from: "100人を超える場合。誰でも閲覧できる状態なら1人でも", basis: "番号法29条の4" },
    business: { name: "多人数の個人データ（民間の事業者）", from: "1,000人を超える場合", basis: "個人情報保護法26条、規則7条4号" },
    "public-body": { name: "多人数の個人情報（国・自治体などの公的機関）", from: "100人を超える場合", basis: "個人情報保護法68条、規則43条" },
  },
};

/** What the law asks for once it has got out. */
export const DUTY_WORDS = {
  en: {
    crossed: "If this got out, it would have to be reported.",
    "public-body": "If a public body let this out, it would have to be reported: more than 100 people.",
    depends: "If this got out, it might have to be reported: it depends on what leaklint cannot know.",
    "not-crossed": "No threshold of law is crossed by what was found.",
    duties: [
      "Japan: report to the Personal Information Protection Commission: a first report within 3 to 5 days of learning of it, the full one within 30 days (60 days where it was somebody's malicious act).",
      "Tell the people concerned.",
      "A leak by somebody's malicious act, such as an intrusion or a theft, is reported whatever the number.",
      "EU: where people in the EU are among them, report to the supervisory authority within 72 hours, whatever the number (GDPR Art. 33).",
    ],
    caution: "A guide, and no legal advice: numbers are estimates, and a person in two files is counted twice. Your officer for personal data decides.",
    states: { crossed: "crossed", depends: "depends", "not-crossed": "not crossed" },
  },
  ja: {
    crossed: "このまま外に出た場合、報告が必要になる基準を超えています。",
    "public-body": "国・自治体などの公的機関から外に出た場合、報告が必要になる基準（100人超）を超えています。",
    depends: "このまま外に出た場合、状況により報告が必要になります。",
    "not-crossed": "見つかった範囲では、報告が必要になる基準を超えていません。",
    duties: [
      "個人情報保護委員会への報告: 知った時からおおむね3〜5日以内に速報、30日以内（不正な目的による行為の場合は60日以内）に確報。",
      "本人への通知。",
      "不正アクセスや盗難など不正な目的による漏えいは、人数にかかわらず報告の対象です。",
      "EU域内の人の個人データが含まれる場合は、人数にかかわらず72時間以内に監督機関へ報告（GDPR33条）。",
    ],
    caution: "目安であり、法的な判断ではありません。人数は推定で、2つのファイルにある同じ人は2回数えています。判断は個人情報の担当部署に確認してください。",
    states: { crossed: "超えている", depends: "状況による", "not-crossed": "超えていない" },
  },
} as const satisfies Record<Language, object>;

export function dutyOf(thresholds: readonly Threshold[]): Duty {
  const crossed = thresholds.filter(({ state }) => state === "crossed");
  // Where it is not said who would let it out, both kinds of bodies are listed.
  const isOpen = thresholds.some(({ id }) => id === "business");
  if (crossed.some(({ id }) => id !== "public-body" || !isOpen)) return "crossed";
  if (crossed.length > 0) return "public-body";
  return thresholds.some(({ state }) => state === "depends") ? "depends" : "not-crossed";
}

/** Whom a letter addresses: the lines above its first sentence (宛名), or its "Dear ...". */
import { normalize } from "../../src/text/normalize.js";
import { type NamedPerson, namedPerson } from "./named-person.js";

export interface Addressee {
  readonly person?: NamedPerson;
  /** As written, for the finding. */
  readonly personText: string;
  /** The organisation's own name, without its form: 株式会社サンプル御中 is サンプル. */
  readonly organisation?: string;
}

/** The address stands in a letter's first lines. */
const FIRST_LINES = 8;
/** UTF-16 units that are looked at. */
const OPENING = 2_000;
/** Longer lines are sentences. */
const LONGEST_LINE = 60;
/** Lines that belong to what is quoted, and all that follow them. */
const QUOTED = /^(?:[>|＞]|-{3,}|_{5,}|={5,}|on .{0,80} wrote:|(?:from|差出人|送信者) ?[:：])/iu;
/** The letter itself has begun. */
const BEGUN = /お世話|いつも|拝啓|前略|こんにちは|はじめまして|初めまして|突然|ご無沙汰|おはよう|こんばんは|ありがとう|です|ます|[。？！?!]/u;
/** They address everybody, a role, or somebody through somebody else. */
const NOBODY_BY_NAME =
  /皆|みな|各位|一同|御中|ご担当|担当者|責任者|関係者|会員|お客|顧客|利用者|保護者|ご家族|御家族|遺族|ご本人|本人様|代理|気付|方$|社長|会長|理事長|院長|学長|校長|園長|所長|議員|大臣|知事|市長|町長|村長|区長|オーナー|店長|先生方|夫妻|ご夫婦|御夫妻|両名|ほか|他\d*名|and|&|＆/iu;
const HONORIFIC = /^(.{1,50}?)[ ]?(?:様|さま|さん|殿)[ ]?(?:へ|[、,。]|$)/u;
const HONORIFICS = /(?:様|さま|さん|殿)(?=$|[ 、,・])/gu;

const FORMS = "株式会社|有限会社|合同会社|合資会社|合名会社|(?:一般|公益)?(?:社団|財団)法人|(?:特定非営利活動|NPO|医療|学校|社会福祉|宗教)法人|\\(株\\)|㈱|\\(有\\)";
const FORM = new RegExp(`(?:${FORMS})`, "gu");
const ORGANISATION_LINE = new RegExp(`(?:^|[ ])((?:${FORMS})[ ]?[^ ]{2,30}|[^ ]{2,30}?[ ]?(?:${FORMS}))(?=$|[ ]|御中)`, "u");

const ENGLISH = /^(?:dear|hi|hello|good (?:morning|afternoon|evening),?)[ ]+((?:(?:mr|mrs|ms|miss|dr|prof)\.?[ ]+)?[\p{L}'’.-]+(?:[ ][\p{L}'’.-]+){0,3})[ ]?[,:!]?$/iu;
const ENGLISH_TITLE = /^(?:mr|mrs|ms|miss|dr|prof)\b/iu;
const ENGLISH_HONORIFIC = /-(?:san|sama)$/iu;
const ENGLISH_NOBODY = /\b(?:sir|madam|all|team|everyone|everybody|colleagues?|customers?|members?|friends?|folks|there|guys|parents?|valued|subscribers?|users?|partners?|supporters?|mr and|and)\b/iu;

/** Undefined where nobody is addressed by name, or several people are. */
export function addresseeOf(body: string): Addressee | undefined {
  const lines = normalize(body.slice(0, OPENING)).text.split(/\r\n|\r|\n/u);
  let seen = 0;
  let organisation: string | undefined;
  let found: Addressee | undefined;
  for (const raw of lines) {
    const line = raw.trim().replace(/ {2,}/gu, " ");
    if (line === "") continue;
    if (QUOTED.test(line) || ++seen > FIRST_LINES || line.length > LONGEST_LINE) break;
    if (line.endsWith("御中")) organisation ??= organisationIn(line);
    const one = addressedIn(line);
    if (one === "several" || (one !== undefined && found !== undefined)) return undefined;
    if (one === undefined) {
      if (BEGUN.test(line)) break;
      organisation ??= organisationIn(line);
      continue;
    }
    organisation ??= organisationIn(line);
    found = one;
  }
  if (found === undefined && organisation === undefined) return undefined;
  return { personText: "", ...found, ...(organisation !== undefined && { organisation }) };
}

function addressedIn(line: string): Addressee | "several" | undefined {
  const english = ENGLISH.exec(line);
  if (english !== null) return inEnglish(english[1]);
  if ((line.match(HONORIFICS) ?? []).length > 1) return "several";
  const name = HONORIFIC.exec(line)?.[1];
  if (name === undefined) return undefined;
  // Something else is said of them in the same line: "佐藤さん、資料ありがとう".
  if (NOBODY_BY_NAME.test(line)) return "several";
  const words = name.split(" ");
  // The name stands last, behind company, department and title: one word, or surname and given name.
  for (const count of [2, 1]) {
    const text = words.slice(-count).join(" ");
    const person = words.length >= count ? namedPerson(text) : undefined;
    if (person !== undefined && (count === 1 || person.given !== "")) return { person, personText: text };
  }
  return undefined;
}

/** A first name by itself is what friends call each other, and may be anybody's nickname. */
function inEnglish(words: string): Addressee | "several" | undefined {
  if (ENGLISH_NOBODY.test(words)) return "several";
  const isSurname = ENGLISH_TITLE.test(words) || ENGLISH_HONORIFIC.test(words);
  const text = words.replace(ENGLISH_HONORIFIC, "");
  const person = namedPerson(text);
  if (person === undefined || (person.readings.length < 2 && !isSurname)) return undefined;
  return { person, personText: text };
}

/** The name of the organisation in a line, without form, blanks and what follows it; undefined where there is none. */
export function organisationIn(line: string): string | undefined {
  const found = ORGANISATION_LINE.exec(normalize(line).text)?.[1];
  const name = found?.replace(FORM, "").replace(/御中.*$/u, "").trim();
  return name === undefined || name.length < 2 ? undefined : name.toLowerCase();
}

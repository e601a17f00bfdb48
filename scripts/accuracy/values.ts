/** What is written of a person, in the ways offices write it; each value carries its mark. */
import { hiraganaOf } from "./invent/name-lists.js";
import type { Person } from "./invent/person.js";
import { kanjiNumber, type AddressStyle, wideDigits, writeHome } from "./invent/places.js";
import { marked, type MarkFacts, type NameForm, type Written } from "./written.js";

const about = (person: Person, entity: MarkFacts["entity"], form?: NameForm): MarkFacts => ({
  entity,
  person: person.n,
  ...(form !== undefined && { form }),
  ...(form === "full" && { traits: person.traits }),
});
const formOf = (person: Person): NameForm => (person.origin === "japanese" ? "full" : "foreign");

/** 佐藤花子, or with a gap "佐藤　花子". Katakana residents keep their own dots. */
export function name(person: Person, gap = ""): Written {
  return marked(person.surname === "" ? person.given : person.surname + gap + person.given, about(person, "person-name", formOf(person)));
}

/** 佐 藤 花 子: spread over the width of a field. */
export function spreadName(person: Person, gap = " "): Written {
  return marked(Array.from(person.surname + person.given).join(gap), about(person, "person-name", formOf(person)));
}

export type Script = "katakana" | "hiragana" | "half-width";

export function reading(person: Person, script: Script = "katakana", gap = " "): Written {
  const kana = person.surnameKana === "" ? person.givenKana : person.surnameKana + gap + person.givenKana;
  const text = script === "hiragana" ? hiraganaOf(kana) : script === "half-width" ? halfWidth(kana) : kana;
  return marked(text, about(person, "person-name", "reading"));
}

/** A part alone: whether it can be known for a name depends on what stands beside it. */
export function surname(person: Person): Written {
  return marked(person.surname === "" ? person.given : person.surname, about(person, "person-name", "surname"));
}

export function given(person: Person): Written {
  return marked(person.given, about(person, "person-name", "given"));
}

export function latin(person: Person, order: "western" | "passport" | "comma" | "capitals" = "western"): Written {
  const [family, first] = [person.latinSurname, person.latinGiven];
  const title = (text: string): string => text.toLowerCase().replace(/(?:^|[ -])\p{L}/gu, (letter) => letter.toUpperCase());
  const text = order === "western" ? `${title(first)} ${title(family)}`
    : order === "passport" ? `${family} ${first}`.toUpperCase()
    : order === "comma" ? `${title(family)}, ${title(first)}`
    : `${title(first)} ${family.toUpperCase()}`;
  return marked(text, about(person, "person-name", "latin"));
}

export function address(person: Person, style: AddressStyle = "hyphens"): Written {
  return marked(writeHome(person.home, style), about(person, "postal-address"));
}

export function hardAddress(person: Person): Written {
  return marked(person.hardAddress, about(person, "postal-address"));
}

export function postalCode(person: Person, style: "hyphen" | "plain" | "wide" = "hyphen"): Written {
  const code = person.home.postalCode;
  return marked(style === "plain" ? code.replace("-", "") : style === "wide" ? wideDigits(code).replace("-", "－") : code, about(person, "postal-code"));
}

export type PhoneStyle = "hyphens" | "brackets" | "plain" | "spaces" | "wide" | "international" | "dots" | "long-vowels" | "half-brackets";

function writePhone([a, b, c]: readonly [string, string, string], style: PhoneStyle): string {
  switch (style) {
    case "hyphens": return `${a}-${b}-${c}`;
    case "brackets": return `${a}（${b}）${c}`;
    case "half-brackets": return `(${a})${b}-${c}`;
    case "plain": return a + b + c;
    case "spaces": return `${a} ${b} ${c}`;
    case "wide": return wideDigits(`${a}－${b}－${c}`);
    case "international": return `+81-${a.slice(1)}-${b}-${c}`;
    case "dots": return `${a}.${b}.${c}`;
    case "long-vowels": return wideDigits(`${a}ー${b}ー${c}`);
  }
}

export const mobile = (person: Person, style: PhoneStyle = "hyphens"): Written => marked(writePhone(person.mobile, style), about(person, "phone-number"));
export const landline = (person: Person, style: PhoneStyle = "hyphens"): Written => marked(writePhone(person.landline, style), about(person, "phone-number"));
export const email = (person: Person): Written => marked(person.email, about(person, "email-address"));

export type DateStyle = "slash" | "iso" | "dots" | "japanese" | "era" | "era-letter" | "era-kanji" | "era-one" | "eight" | "wide";

/** First year of the era and its names, newest first. */
const ERAS = [[2019, 5, 1, "令和", "R"], [1989, 1, 8, "平成", "H"], [1926, 12, 25, "昭和", "S"], [1912, 7, 30, "大正", "T"]] as const;

export function writeDate({ year, month, day }: Person["birth"], style: DateStyle): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  const era = ERAS.find(([y, m, d]) => year * 10_000 + month * 100 + day >= y * 10_000 + m * 100 + d) ?? ERAS[3];
  const count = year - era[0] + 1;
  const inEra = count === 1 ? "元" : String(count);
  switch (style) {
    case "slash": return `${year}/${month}/${day}`;
    case "iso": return `${year}-${two(month)}-${two(day)}`;
    case "dots": return `${year}.${month}.${day}`;
    case "japanese": return `${year}年${month}月${day}日`;
    case "era": return `${era[3]}${inEra}年${month}月${day}日`;
    case "era-letter": return `${era[4]}${count}.${month}.${day}`;
    case "era-kanji": return `${era[3]}${count === 1 ? "元" : kanjiNumber(count)}年${kanjiNumber(month)}月${kanjiNumber(day)}日`;
    case "era-one": return `${era[3].slice(0, 1)}${count}.${two(month)}.${two(day)}`;
    case "eight": return `${year}${two(month)}${two(day)}`;
    case "wide": return wideDigits(`${era[3]}${inEra}年${month}月${day}日`);
  }
}

export function born(person: Person, style: DateStyle = "slash"): Written {
  return marked(writeDate(person.birth, style), about(person, "date-of-birth"));
}

/** Any other value about the person. */
export function value(person: Person, entity: MarkFacts["entity"], text: string, also?: MarkFacts["also"]): Written {
  return marked(text, { ...about(person, entity), ...(also !== undefined && { also }) });
}

/** A number of an institution that stands in a person's record, such as an insurer's. */
export function institution(entity: MarkFacts["entity"], text: string): Written {
  return marked(text, { entity, optional: true });
}

/** Said in public by their office (a mayor, an author): found or not, it is neither right nor wrong. */
export function publicName(text: string): Written {
  return marked(text, { entity: "person-name", form: "full", optional: true });
}

/** An office's address, telephone or mailbox. */
export function office(entity: "postal-address" | "postal-code" | "phone-number" | "email-address", text: string): Written {
  return marked(text, { entity, optional: true });
}

const HALF = "アｱイｲウｳエｴオｵカｶキｷクｸケｹコｺサｻシｼスｽセｾソｿタﾀチﾁツﾂテﾃトﾄナﾅニﾆヌﾇネﾈノﾉハﾊヒﾋフﾌヘﾍホﾎマﾏミﾐムﾑメﾒモﾓヤﾔユﾕヨﾖラﾗリﾘルﾙレﾚロﾛワﾜヲｦンﾝァｧィｨゥｩェｪォｫャｬュｭョｮッｯー-・･";
const HALF_WIDTH = new Map(Array.from(HALF).flatMap((char, i, all) => (i % 2 === 0 ? [[char, all[i + 1]] as const] : [])));

function halfWidth(kana: string): string {
  return Array.from(kana.normalize("NFD")).map((char) => (char === "\u3099" ? "ﾞ" : char === "\u309a" ? "ﾟ" : char === "ー" ? "ｰ" : (HALF_WIDTH.get(char) ?? char))).join("");
}

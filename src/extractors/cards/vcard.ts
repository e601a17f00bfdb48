/** vCards 2.1 to 4.0 (RFC 6350), as telephones and mail programs export address books: a row a card. */
import type { Artifact, ExtractContext, Segment, Unscanned } from "../../contract.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import { readWholeText } from "../../text/source.js";
import { components, contentLines, type ContentLine, unescaped } from "./lines.js";
import { type Field, tableOfCards } from "./records.js";

/** What a column of such values is usually called, so that it is known for what it is. */
const LABELS: Readonly<Record<string, string>> = {
  FN: "氏名", N: "姓名", NICKNAME: "通称", "SORT-STRING": "フリガナ", SOUND: "フリガナ", "X-PHONETIC-FIRST-NAME": "メイ", "X-PHONETIC-LAST-NAME": "セイ", BDAY: "生年月日", TEL: "電話番号", EMAIL: "メールアドレス",
  ADR: "住所", LABEL: "宛名ラベル", ORG: "勤務先", TITLE: "役職", ROLE: "職種", NOTE: "備考", URL: "URL", GEO: "位置", UID: "UID", REV: "REV", "X-GENDER": "性別", GENDER: "性別",
};
/** What is no word of anybody's. */
const IGNORED: ReadonlySet<string> = new Set(["BEGIN", "END", "VERSION", "PRODID"]);

export function* readVcards(artifact: Artifact, context: ExtractContext): Generator<Segment | Artifact | Unscanned> {
  const { at } = artifact;
  const { text: source, lost } = readWholeText(artifact, context);
  const cards: Field[][] = [];
  const stray: Remark[] = [];
  const files: Artifact[] = [];
  let card: Field[] | undefined;
  for (const line of contentLines(source, () => { context.budget.tick(); })) {
    if (!("name" in line)) stray.push({ text: line.text, at });
    else if (line.name === "BEGIN") {
      context.budget.entry();
      // A card in a card (AGENT of vCard 2.1) is a person too.
      cards.push((card = []));
    } else if (line.name === "END") card = undefined;
    else if (line.file !== undefined) files.push(fileOf(line, files.length, at));
    else if (card === undefined) stray.push({ text: `${line.name}:${line.value}`, at });
    else card.push(...fieldsOf(line));
  }
  const table = tableOfCards(cards.map(withoutRepeats), at, source);
  if (table !== undefined) yield table;
  if (stray.length > 0) yield remarksSegment(stray);
  yield* files;
  yield* lost;
}

function fileOf({ name, parameters, file = new Uint8Array(0) }: ContentLine, index: number, at: Artifact["at"]): Artifact {
  const fileName = `${name.toLowerCase()} ${index + 1}${/^[\w-]{1,10}$/u.test(parameters.get("TYPE") ?? "") ? `.${(parameters.get("TYPE") ?? "").toLowerCase()}` : ""}`;
  return { kind: "artifact", at: [...at, { kind: "entry", name: fileName }], name: fileName, bytes: file };
}

/** 姓名 in parts that 氏名 has all of says nothing more, and would make a second column of the same people. */
function withoutRepeats(card: readonly Field[]): readonly Field[] {
  const whole = card.find(({ label }) => label === "氏名")?.text;
  return card.filter(({ label, text }) => label !== "姓名" || text === "" || whole === undefined || !text.split(" ").every((part) => whole.includes(part)));
}

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function* fieldsOf({ name, value, parameters, start, end }: ContentLine): Generator<Field> {
  if (IGNORED.has(name)) return;
  const field = (label: string, text: string): Field => ({ label, text, start, end });
  const parts = components(value);
  if (name === "N") yield field("姓名", parts.filter((part) => part !== "").join(" "));
  else if (name === "ADR") yield* addressFields(parts, field);
  else if (name === "GEO") yield field("位置", `geo:${value.replace(/^geo:/iu, "").replace(";", ",")}`);
  else if (name === "TEL" || name === "EMAIL") yield field(LABELS[name], unescaped(value).replace(/^(?:tel|mailto):/iu, ""));
  else if (name === "SOUND" || name === "ORG") yield field(LABELS[name], parts.filter((part) => part !== "").join(" "));
  else yield field(LABELS[name] ?? name, unescaped(value));
  // vCard 4.0 keeps words in parameters: LABEL of an address, SORT-AS of a name, X-ABLabel of anything.
  for (const [key, text] of parameters) if (WORDS_IN.has(key) && text !== "") yield field(LABELS[key] ?? key, unescaped(text));
}

const WORDS_IN: ReadonlySet<string> = new Set(["LABEL", "SORT-AS", "CN", "AUTHOR-NAME", "GEO", "X-FILENAME"]);

/** Post office box, extension, street, town, region, postal code, country (RFC 6350 6.3.1); Japanese addresses go from large to small. */
function* addressFields(parts: readonly string[], field: (label: string, text: string) => Field): Generator<Field> {
  const [box = "", extension = "", street = "", town = "", region = "", code = "", country = ""] = parts;
  const isJapanese = JAPANESE.test(parts.join(""));
  const words = isJapanese ? [country === "日本" ? "" : country, region, town, street, extension, box] : [box, extension, street, town, region, country];
  const rest = parts.slice(7).join(" ");
  if (code !== "") yield field("郵便番号", code);
  yield field("住所", [...words, rest].filter((part) => part !== "").join(isJapanese ? "" : ", "));
}

/** LDIF (RFC 2849): entries of a directory, a row an entry. */
import type { Artifact, ExtractContext, Segment, Unscanned } from "../../contract.js";
import { decode, isText } from "../../text/decode.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import { readWholeText } from "../../text/source.js";
import { type Field, tableOfCards } from "./records.js";

/** RFC 4519, RFC 4524, RFC 2798 and what mail programs add. */
const LABELS: Readonly<Record<string, string>> = {
  cn: "氏名", displayname: "表示名", sn: "姓", givenname: "名", mail: "メールアドレス", telephonenumber: "電話番号", mobile: "携帯電話", homephone: "自宅電話", facsimiletelephonenumber: "FAX",
  postaladdress: "住所", homepostaladdress: "自宅住所", street: "番地", l: "市区町村", st: "都道府県", postalcode: "郵便番号", uid: "利用者ID", userpassword: "パスワード", employeenumber: "職員番号",
  title: "役職", o: "勤務先", ou: "部署", description: "備考", dn: "DN",
};
const ATTRIBUTE = /^([A-Za-z0-9][\w.;-]{0,120}):([:<]?)[ \t]*/u;
/** Objects and changes, of which a directory is made. */
const STRUCTURE: ReadonlySet<string> = new Set(["version", "objectclass", "changetype", "control"]);

export function* readLdif(artifact: Artifact, context: ExtractContext): Generator<Segment | Artifact | Unscanned> {
  const { at } = artifact;
  const { text: source, lost } = readWholeText(artifact, context);
  const entries: Field[][] = [[]];
  const comments: Remark[] = [];
  const files: Artifact[] = [];
  let count = 0;
  for (const { text, start, end } of unfolded(source)) {
    if (++count % 1000 === 0) context.budget.tick();
    const entry = entries[entries.length - 1];
    if (text.trim() === "") {
      if (entry.length > 0) entries.push([]);
      continue;
    }
    const match = text.startsWith("#") ? null : ATTRIBUTE.exec(text);
    if (match === null) {
      if (text !== "-") comments.push({ text, at });
      continue;
    }
    const attribute = match[1].toLowerCase().replace(/;.*$/u, "");
    if (STRUCTURE.has(attribute)) continue;
    if (attribute === "dn") context.budget.entry();
    const raw = text.slice(match[0].length);
    const bytes = match[2] === ":" ? Buffer.from(raw, "base64") : undefined;
    if (bytes !== undefined && !isText(bytes)) {
      const name = `${attribute} ${files.length + 1}`;
      files.push({ kind: "artifact", at: [...at, { kind: "entry", name }], name, bytes });
      continue;
    }
    // Lines of an address stand between dollar signs (RFC 4517 3.3.28).
    const value = bytes === undefined ? raw : decode(bytes, "utf-8").text;
    entry.push({ label: LABELS[attribute] ?? attribute, text: attribute.endsWith("postaladdress") ? value.replaceAll("$", " ") : value, start, end });
  }
  const table = tableOfCards(entries, at, source);
  if (table !== undefined) yield table;
  if (comments.length > 0) yield remarksSegment(comments);
  yield* files;
  yield* lost;
}

/** A line that begins with one space goes on with the one before. */
function* unfolded(source: string): Generator<{ text: string; start: number; end: number }> {
  let start = 0;
  let pieces: string[] = [];
  let at = 0;
  while (at < source.length) {
    const newline = source.indexOf("\n", at);
    const end = newline < 0 ? source.length : newline + 1;
    const line = source.slice(at, end).replace(/\r?\n$/u, "");
    if (line.startsWith(" ") && pieces.length > 0) pieces.push(line.slice(1));
    else {
      if (pieces.length > 0) yield { text: pieces.join(""), start, end: at };
      pieces = [line];
      start = at;
    }
    at = end;
  }
  if (pieces.length > 0) yield { text: pieces.join(""), start, end: at };
}

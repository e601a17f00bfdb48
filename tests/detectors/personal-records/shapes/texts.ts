/** Tables as people and programs write them into plain text. */
import type { InventedPerson } from "../../../support/people.js";
import { type Gathering, inJapanese, padded, type Row, type Shape, widthsOf } from "./gathering.js";

const HEADER: Row = ["番号", "氏名", "住所", "電話番号"];
const bodyOf = ({ rows }: Gathering): Row[] => rows.map(({ name, address, phone }, i) => [String(i + 1), name, address, phone]);
const tableOf = (gathering: Gathering): Row[] => [HEADER, ...bodyOf(gathering)];

const LETTER = "総務課 各位\n\nお疲れさまです。先日の説明会の申込者を送りますので、受付の準備をお願いします。\n\n";
const CLOSING = "\n当日は10時に集合してください。\n以上、よろしくお願いいたします。\n";
const inLetter = (table: string): string => `${LETTER}${table}${CLOSING}`;

function aligned(rows: readonly Row[], gap = "  "): string {
  const widths = widthsOf(rows);
  return rows.map((row) => row.map((cell, i) => padded(cell, widths[i])).join(gap).trimEnd()).join("\n") + "\n";
}

/** Padded with ideographic spaces, as Japanese editors do. */
function alignedFullWidth(rows: readonly Row[]): string {
  const lengths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => row.map((cell, i) => cell.padEnd(lengths[i] + 1, "　")).join("").trimEnd()).join("\n") + "\n";
}

function ruled(rows: readonly Row[], betweenRows: boolean): string {
  const widths = widthsOf(rows);
  const rule = `+${widths.map((width) => "-".repeat(width + 2)).join("+")}+`;
  const lines = rows.map((row) => `| ${row.map((cell, i) => padded(cell, widths[i])).join(" | ")} |`);
  return [rule, ...lines.flatMap((line, i) => (betweenRows || i === 0 || i === lines.length - 1 ? [line, rule] : [line]))].join("\n") + "\n";
}

function boxed(rows: readonly Row[]): string {
  const widths = widthsOf(rows);
  const rule = (left: string, cross: string, right: string): string => left + widths.map((width) => "─".repeat(Math.ceil(width / 2) + 1)).join(cross) + right;
  const lines = rows.map((row) => `│${row.map((cell, i) => ` ${padded(cell, widths[i])} `).join("│")}│`);
  return [rule("┌", "┬", "┐"), ...lines.flatMap((line, i) => (i === lines.length - 1 ? [line] : [line, rule("├", "┼", "┤")])), rule("└", "┴", "┘")].join("\n") + "\n";
}

const pipes = (rows: readonly Row[]): string => rows.map((row) => `| ${row.join(" | ")} |`).join("\n") + "\n";
const markdown = ([header, ...rows]: readonly Row[]): string => pipes([header, header.map(() => "---"), ...rows]);

function psql(rows: readonly Row[]): string {
  const widths = widthsOf(rows);
  const [header, ...lines] = rows.map((row) => ` ${row.map((cell, i) => padded(cell, widths[i])).join(" | ")}`);
  return [header, widths.map((width) => "-".repeat(width + 2)).join("+"), ...lines, `(${rows.length - 1} rows)`].join("\n") + "\n";
}

function underlined(rows: readonly Row[], mark: string): string {
  const widths = widthsOf(rows);
  const [header, ...lines] = aligned(rows).trimEnd().split("\n");
  const rule = widths.map((width) => mark.repeat(width)).join("  ");
  return [...(mark === "=" ? [rule] : []), header, rule, ...lines, ...(mark === "=" ? [rule] : [])].join("\n") + "\n";
}

const block = (fields: readonly (readonly [string, string])[], write: (label: string, value: string) => string): string => fields.map(([label, value]) => write(label, value)).join("\n");
const fieldsOf = ({ name, address, phone }: InventedPerson): [string, string][] => [["氏名", name], ["住所", address], ["電話番号", phone]];
const fullWidth = (text: string): string => text.replace(/[0-9-]/gu, (char) => (char === "-" ? "－" : String.fromCharCode(char.charCodeAt(0) + 0xfee0)));

const mailOf = (body: string): string =>
  `From: office@corp.test\r\nTo: staff@corp.test\r\nSubject: list\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${body.replaceAll("\n", "\r\n")}`;

export const TEXT_SHAPES: readonly Shape[] = [
  { kind: "a Markdown table", name: "a.md", write: (all) => `# 申込者\n\n${markdown(tableOf(all))}\n以上です。\n` },
  { kind: "a Markdown table with alignment and no outer pipes", name: "a.md", write: (all) => tableOf(all).flatMap((row, i) => [row.join(" | "), ...(i === 0 ? [":---: | --- | --- | ---:"] : [])]).join("\n") },
  { kind: "pipes in a text", name: "a.txt", write: (all) => inLetter(pipes(tableOf(all))) },
  { kind: "pipes without spaces", name: "a.txt", write: (all) => inLetter(tableOf(all).map((row) => row.join("|")).join("\n") + "\n") },
  { kind: "full-width pipes", name: "a.txt", write: (all) => inLetter(tableOf(all).map((row) => row.join("｜")).join("\n") + "\n") },
  { kind: "tabs in a text", name: "a.txt", write: (all) => inLetter(tableOf(all).map((row) => row.join("\t")).join("\n") + "\n") },
  { kind: "tabs in a mail's body", name: "a.eml", write: (all) => mailOf(inLetter(tableOf(all).map((row) => row.join("\t")).join("\n") + "\n")) },
  { kind: "columns aligned by spaces", name: "a.txt", write: (all) => inLetter(aligned(tableOf(all))) },
  { kind: "columns aligned by spaces in a mail's body", name: "a.eml", write: (all) => mailOf(inLetter(aligned(tableOf(all)))) },
  { kind: "columns aligned by one space", name: "a.txt", write: (all) => inLetter(aligned(tableOf(all), " ")) },
  { kind: "columns aligned by ideographic spaces", name: "a.txt", write: (all) => inLetter(alignedFullWidth(tableOf(all).map((row) => row.map(fullWidth)))) },
  { kind: "aligned columns of names set apart", name: "a.txt", write: (all) => inLetter(aligned([["氏　名", "生年月日", "電話"], ...all.rows.map((p) => [`${p.surname}　${p.given}`, inJapanese(p.birthDate), p.phone])])) },
  { kind: "cells parted by two spaces, not aligned", name: "a.txt", write: (all) => inLetter(tableOf(all).map((row) => row.join("   ")).join("\n") + "\n") },
  { kind: "a grid of + and |", name: "a.txt", write: (all) => inLetter(ruled(tableOf(all), false)) },
  { kind: "a grid with a rule below each row", name: "a.rst", write: (all) => ruled(tableOf(all), true) },
  { kind: "a box drawn with lines", name: "a.txt", write: (all) => inLetter(boxed(tableOf(all))) },
  { kind: "what psql prints", name: "a.log", write: (all) => `members=# select * from members;\n${psql(tableOf(all))}` },
  { kind: "a simple table of reStructuredText", name: "a.rst", write: (all) => `名簿\n====\n\n${underlined(tableOf(all), "=")}` },
  { kind: "a header underlined with hyphens", name: "a.txt", write: (all) => inLetter(underlined(tableOf(all), "-")) },
  { kind: "an aligned table without a header", name: "a.txt", write: (all) => inLetter(aligned(bodyOf(all))) },
  { kind: "tabs without a header", name: "a.txt", write: (all) => inLetter(bodyOf(all).map((row) => row.join("\t")).join("\n") + "\n") },
  { kind: "commas in a mail's body", name: "a.eml", write: (all) => mailOf(inLetter(tableOf(all).map((row) => row.join(",")).join("\n") + "\n")) },
  { kind: "slashes in a text", name: "a.txt", write: (all) => inLetter(tableOf(all).map((row) => row.join("／")).join("\n") + "\n") },
  { kind: "a table in a quoted mail", name: "a.eml", write: (all) => mailOf(`了解しました。\n\n${inLetter(markdown(tableOf(all))).split("\n").map((line) => `> ${line}`).join("\n")}\n`) },
  { kind: "two tables of the same people", name: "a.txt", write: (all) => inLetter(`${aligned(tableOf(all))}\n次に、前回の名簿です。\n\n${pipes([["氏名", "電話番号", "生年月日"], ...all.rows.map((p) => [p.name, p.phone, p.birthDate])])}`) },
  { kind: "labels and values with colons", name: "a.txt", write: (all) => inLetter(all.rows.map((p) => block(fieldsOf(p), (label, value) => `${label}：${value}`)).join("\n\n") + "\n") },
  { kind: "labels and values without blank lines", name: "a.txt", write: (all) => inLetter(all.rows.map((p) => block(fieldsOf(p), (label, value) => `・${label}: ${value}`)).join("\n") + "\n") },
  { kind: "labels and values set apart by spaces", name: "a.txt", write: (all) => inLetter(all.rows.map((p) => block([["氏　　名", p.name], ["住　　所", p.address], ["電話番号", p.phone]], (label, value) => `${label}　　${value}`)).join("\n\n") + "\n") },
  { kind: "labels in brackets", name: "a.txt", write: (all) => inLetter(all.rows.map((p, i) => `■申込者${i + 1}\n${block(fieldsOf(p), (label, value) => `【${label}】${value}`)}`).join("\n\n") + "\n") },
  { kind: "labels on lines above their values", name: "a.txt", write: (all) => inLetter(all.rows.map((p) => block(fieldsOf(p), (label, value) => `${label}：\n　${value}`)).join("\n\n") + "\n") },
  { kind: "blocks that begin with a number", name: "a.eml", write: (all) => mailOf(inLetter(all.rows.map((p, i) => block([["受付番号", String(1000 + i)], ...fieldsOf(p), ["備考", i % 3 === 0 ? "車いす利用" : "なし"]], (label, value) => `${label}: ${value}`)).join("\n--------\n") + "\n")) },
  { kind: "psql's expanded display", name: "a.log", write: (all) => all.rows.map((p, i) => `-[ RECORD ${i + 1} ]-------\nid      | ${i + 1}\nname    | ${p.name}\naddress | ${p.address}\nphone   | ${p.phone}`).join("\n") + "\n" },
  { kind: "mysql's vertical display", name: "a.log", write: (all) => all.rows.map((p, i) => `*************************** ${i + 1}. row ***************************\n     id: ${i + 1}\n   name: ${p.name}\naddress: ${p.address}\n  phone: ${p.phone}`).join("\n") + "\n" },
  { kind: "YAML records", name: "a.yml", write: (all) => `members:\n${all.rows.map((p, i) => `  - id: ${i + 1}\n    name: ${p.name}\n    address: ${p.address}\n    phone: ${p.phone}`).join("\n")}\n` },
  { kind: "a person a line, labelled", name: "a.txt", write: (all) => inLetter(all.rows.map((p) => `氏名：${p.name}　住所：${p.address}　電話：${p.phone}`).join("\n") + "\n") },
  { kind: "two lines a person", name: "a.txt", write: (all) => inLetter(all.rows.map((p, i) => `${i + 1}. ${p.name}（${p.kana}）\n   ${p.address}　TEL ${p.phone}`).join("\n") + "\n") },
];

/** Whom a message hides, and in what: invented people, or nobody. */
import { zip } from "../archives.js";
import { packageOf } from "../package.js";
import { inventPeople } from "../people.js";

export interface Payload {
  readonly id: "record" | "list" | "nobody";
  /** How many people a reader would count at least. */
  readonly people: number;
  readonly rows: readonly (readonly string[])[];
  /** The same as a person would type it. */
  readonly text: string;
}

const HEADER = ["氏名", "フリガナ", "郵便番号", "住所", "電話番号", "生年月日"];
const rowOf = ({ name, kana, postalCode, address, phone, birthDate }: ReturnType<typeof inventPeople>[number]): string[] => [name, kana, postalCode, address, phone, birthDate];
const labelled = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.map((value, i) => `${HEADER[i]}: ${value}`).join("\r\n")).join("\r\n\r\n");

function payload(id: Payload["id"], count: number, from: number): Payload {
  const rows = inventPeople(count, from).map(rowOf);
  return { id, people: count, rows: [HEADER, ...rows], text: `${labelled(rows)}\r\n` };
}

export const RECORD = payload("record", 1, 7);
export const LIST = payload("list", 12, 40);
export const NOBODY: Payload = {
  id: "nobody",
  people: 0,
  rows: [["商品", "色", "数量"], ["ペン", "青", "10"], ["封筒", "白", "200"], ["付せん", "黄", "30"], ["ノート", "赤", "15"]],
  text: "会員の皆様\r\n\r\nポイントの有効期限が近づいています。店頭またはウェブサイトでご確認ください。\r\n商品はペン、封筒、付せん、ノートの四つから選べます。\r\n",
};

/** Something that may stand as a part of a message. */
export interface Leaf {
  readonly id: string;
  readonly type: string;
  readonly charset?: string;
  readonly name?: string;
  readonly bytes: Buffer;
}

export const csv = ({ rows }: Payload): string => rows.map((row) => row.join(",")).join("\r\n");
const inCells = ({ rows }: Payload): string => rows.map((row) => `<row>${row.map((value) => `<c t="inlineStr"><is><t>${value}</t></is></c>`).join("")}</row>`).join("");
export const html = ({ text }: Payload): string => `<html><head><meta charset="utf-8"></head><body><p>${text.trimEnd().replaceAll("\r\n", "<br>\r\n")}</p></body></html>\r\n`;

export const plainLeaf = (payload: Payload): Leaf => ({ id: "plain", type: "text/plain", charset: "utf-8", bytes: Buffer.from(payload.text) });
export const htmlLeaf = (payload: Payload): Leaf => ({ id: "html", type: "text/html", charset: "utf-8", bytes: Buffer.from(html(payload)) });
export const csvLeaf = (payload: Payload): Leaf => ({ id: "csv", type: "text/csv", charset: "utf-8", name: "list.csv", bytes: Buffer.from(csv(payload)) });
export const xlsxLeaf = (payload: Payload): Leaf => ({
  id: "xlsx",
  type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  name: "list.xlsx",
  bytes: packageOf({ sheets: [{ name: "Sheet1", rows: inCells(payload) }] }),
});
export const zipLeaf = (payload: Payload): Leaf => ({ id: "zip", type: "application/zip", name: "list.zip", bytes: zip([{ name: "list.csv", content: csv(payload) }]) });

export const LEAVES: readonly ((payload: Payload) => Leaf)[] = [plainLeaf, htmlLeaf, csvLeaf, xlsxLeaf, zipLeaf];

/** Random layouts of tables with known people in them: what offices make, put together by number. Deterministic for a seed. */
import type { Entity } from "../../../src/contract.js";
import { type InventedPerson, inventPeople } from "../../support/people.js";

export interface Layout {
  readonly rows: readonly (readonly string[])[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly people: number;
  readonly names: ReadonlySet<string>;
  readonly entities: Partial<Record<Entity, number>>;
  /** For a failing test: what the layout is made of, without values. */
  readonly description: string;
}

interface Random {
  /** 0 to n - 1. */
  below(n: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
}

/** Mulberry32. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return { below, chance: (share) => next() < share, pick: (list) => list[below(list.length)] };
}

/** One column, or a few that belong together. */
interface Part {
  readonly headers: readonly string[];
  readonly entity?: Entity;
  readonly values: (person: InventedPerson, i: number) => readonly string[];
}

const ADDRESS = /^(.{2,3}?[都道府県])(.+?[市区町村])(.+)$/u;

function addressParts(person: InventedPerson): string[] {
  const match = ADDRESS.exec(person.address);
  return match === null ? ["", "", person.address] : match.slice(1);
}

const era = (iso: string): string => {
  const [year, month, day] = iso.split("-").map(Number);
  const date = year * 10_000 + month * 100 + day;
  return date < 19890108 ? `昭和${year - 1925}年${month}月${day}日` : `平成${year - 1988}年${month}月${day}日`;
};
const fullWidth = (text: string): string => text.replace(/[0-9-]/gu, (char) => (char === "-" ? "－" : String.fromCharCode(char.charCodeAt(0) + 0xfee0)));

function namePart(random: Random, country: "ja" | "en"): Part {
  if (country === "en") {
    return random.chance(0.5)
      ? { headers: [random.pick(["Full Name", "Customer Name", "NAME", "name"])], entity: "person-name", values: ({ romaji }) => [romaji] }
      : { headers: random.pick([["First Name", "Last Name"], ["given_name", "family_name"]]), entity: "person-name", values: ({ romaji }) => romaji.split(" ") };
  }
  switch (random.below(3)) {
    case 0:
      return { headers: random.pick([["姓", "名"], ["氏名（姓）", "氏名（名）"], ["姓（漢字）", "名（漢字）"]]), entity: "person-name", values: ({ surname, given }) => [surname, given] };
    case 1:
      return { headers: [random.pick(["氏　　名", "代表者氏名", "担当者", "※氏名（必須）", "保護者氏名", "お名前", "参加者氏名"])], entity: "person-name", values: ({ surname, given }) => [`${surname}　${given}`] };
    default:
      return { headers: [random.pick(["氏名", "名前", "ご芳名", "申請者の氏名", "氏名\n（自署）"])], entity: "person-name", values: ({ name }) => [name] };
  }
}

function otherParts(random: Random, country: "ja" | "en"): Part[] {
  const parts: Part[] = [];
  const add = (share: number, part: () => Part): void => {
    if (random.chance(share)) parts.push(part());
  };
  const ja = country === "ja";
  add(ja ? 0.6 : 0, () => ({ headers: [random.pick(["フリガナ", "ふりがな", "ﾌﾘｶﾞﾅ", "氏名（カナ）", "カナ氏名"])], values: ({ kana }) => [kana] }));
  add(0.6, () => ({ headers: [random.pick(ja ? ["郵便番号", "〒", "〒番号"] : ["ZIP", "Postal code"])], entity: "postal-code", values: ({ postalCode }) => [random.chance(0.3) ? postalCode.replace("-", "") : postalCode] }));
  add(0.7, () =>
    ja && random.chance(0.4)
      ? { headers: random.pick([["都道府県", "市区町村", "番地等"], ["住所1", "住所2", "住所3"]]), entity: "postal-address", values: addressParts }
      : { headers: [random.pick(ja ? ["住所", "現住所", "自宅住所", "住所（所在地）"] : ["Address", "Home address"])], entity: "postal-address", values: ({ address }) => [address] });
  add(0.7, () => ({ headers: [random.pick(ja ? ["電話番号", "TEL", "ＴＥＬ", "連絡先電話番号", "携帯電話", "電話"] : ["Phone", "phone_number", "Mobile"])], entity: "phone-number", values: ({ phone }) => [random.pick([phone, phone, fullWidth(phone), phone.replaceAll("-", "").slice(1)])] }));
  add(0.5, () => ({ headers: [random.pick(ja ? ["メールアドレス", "E-mail", "Ｅメール", "メール"] : ["Email", "E-mail address", "email"])], entity: "email-address", values: ({ email }) => [email] }));
  add(0.4, () => ({ headers: [random.pick(ja ? ["生年月日", "誕生日"] : ["Date of birth", "DOB"])], entity: "date-of-birth", values: ({ birthDate }) => [ja && random.chance(0.3) ? era(birthDate) : birthDate] }));
  add(0.3, () => ({ headers: [ja ? "性別" : "Sex"], values: (_, i) => [ja ? "男女"[i % 2] : "MF"[i % 2]] }));
  add(0.3, () => ({ headers: [ja ? "団体名" : "Company"], values: ({ group }) => [group] }));
  add(0.4, () => ({ headers: [ja ? "備考" : "Notes"], values: (_, i) => [i % 7 === 0 ? "済" : ""] }));
  // A name alone says too little in English, where the word heads anything.
  if (!parts.some(({ entity }) => entity !== undefined)) parts.push({ headers: [ja ? "電話番号" : "Phone"], entity: "phone-number", values: ({ phone }) => [phone] });
  return parts;
}

function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [out[i], out[j]] = [out[j], out[i]];
  }
  return out;
}

interface Table {
  readonly header: string[][];
  readonly body: string[][];
  readonly entities: Partial<Record<Entity, number>>;
}

/** 住所 over its parts, 氏名 over 姓 and 名. */
const WIDER: Partial<Record<Entity, string>> = { "person-name": "氏名", "postal-address": "住所" };

function tableOfPeople(random: Random, people: readonly InventedPerson[]): Table {
  const country = random.chance(0.75) ? "ja" : "en";
  const parts = shuffled(random, [namePart(random, country), ...otherParts(random, country)]);
  if (random.chance(0.6)) parts.unshift({ headers: [random.pick(["No.", "番号", "No", "№", ""])], values: (_, i) => [String(i + 1)] });
  const entities: Partial<Record<Entity, number>> = {};
  const body = people.map((person, i) =>
    parts.flatMap(({ entity, values, headers }) => {
      // Some cells stay empty, but never the name, or a person more or less would be a matter of opinion.
      if (entity !== undefined && entity !== "person-name" && random.chance(0.08)) return headers.map((_, at) => (at === 0 ? random.pick(["", "-", "なし"]) : ""));
      if (entity !== undefined) entities[entity] = (entities[entity] ?? 0) + 1;
      return values(person, i);
    }));
  const bottom = parts.flatMap(({ headers }) => headers);
  const split = parts.filter(({ headers }) => headers.length > 1);
  if (country === "ja" && split.length > 0 && random.chance(0.5)) {
    const top = parts.flatMap(({ headers, entity }) => (headers.length > 1 && entity !== undefined ? [WIDER[entity] ?? "", ...headers.slice(1).map(() => "")] : headers));
    const below = parts.flatMap(({ headers }) => headers.map((header) => (headers.length > 1 ? header : "")));
    return { header: [top, below], body, entities };
  }
  return { header: [bottom], body, entities };
}

const TITLES = ["会員名簿", "令和6年度 登録者一覧", "参加申込者リスト（取扱注意）", "Contact list 2024"];
const NOTES = ["※ 個人情報のため取扱いに注意すること", "作成日 令和6年4月1日", "担当課: 市民協働課", "注1) 住所は住民票のとおり"];

export function makeLayout(seed: number): Layout {
  const random = randomFrom(seed * 7919 + 17);
  const count = random.pick([2, 3, 8, 25, 120, 600]);
  const people = inventPeople(count * 2, seed * 31);
  const description: string[] = [`seed ${seed}`, `${count} people`];
  const rows: string[][] = [];
  const hidden = new Set<number>();
  const entities: Partial<Record<Entity, number>> = {};
  const names = new Set<string>();
  let total = 0;
  const offset = random.chance(0.3) ? random.below(4) : 0;
  const push = (row: readonly string[]): void => void rows.push([...new Array<string>(offset).fill(""), ...row]);
  const decorate = (): void => {
    if (random.chance(0.6)) push([random.pick(TITLES)]);
    for (let i = random.below(3); i > 0; i--) push([random.pick(NOTES)]);
  };
  const place = (list: readonly InventedPerson[]): Table => {
    const table = tableOfPeople(random, list);
    for (const [entity, number] of Object.entries(table.entities) as [Entity, number][]) entities[entity] = (entities[entity] ?? 0) + number;
    for (const { name, romaji } of list) names.add(name).add(romaji);
    total += list.length;
    return table;
  };
  decorate();
  if (random.chance(0.2)) {
    description.push("side by side");
    const left = place(people.slice(0, count));
    const right = place(people.slice(count, count + Math.max(2, count - random.below(3))));
    const height = Math.max(left.header.length, right.header.length);
    const width = left.header[0].length;
    const filled = (row: readonly string[] | undefined): string[] => row === undefined ? new Array<string>(width).fill("") : [...row];
    const padded = (header: string[][]): string[][] => [...header, ...new Array<string[]>(height - header.length).fill(header[0].map(() => ""))];
    padded(left.header).forEach((row, i) => { push([...row, "", ...padded(right.header)[i]]); });
    for (let i = 0; i < Math.max(left.body.length, right.body.length); i++) push([...filled(left.body[i]), "", ...(right.body[i] ?? [])]);
  } else {
    const table = place(people.slice(0, count));
    for (const row of table.header) push(row);
    const repeatsHeader = count > 50 && random.chance(0.3);
    for (const [i, row] of table.body.entries()) {
      if (repeatsHeader && i > 0 && i % 50 === 0) for (const header of table.header) push(header);
      if (random.chance(0.05) && count > 2) hidden.add(rows.length);
      push(row);
    }
    if (random.chance(0.3)) push(["合計", `${count}名`]);
    if (repeatsHeader) description.push("repeated header");
    if (random.chance(0.3)) {
      description.push("second table below");
      decorate();
      const below = place(people.slice(count));
      for (const row of [...below.header, ...below.body]) push(row);
    }
  }
  return { rows, hiddenRows: hidden, people: total, names, entities, description: description.join(", ") };
}

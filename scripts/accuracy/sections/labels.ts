/**
 * Labelled text that others made: names, addresses, telephone numbers, identifiers. The folder is no part of the project; none of its
 * values is ever printed or written anywhere.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter, type Entity } from "../../../src/index.js";
import { countsOf, type Document, judgedFinds } from "../measure.js";
import { bootstrap, type Counts, type Judged, matchTotals, NOTHING, scores, sum, wilson } from "../metrics.js";
import { range, SCORE_HEAD, scoreCells, share, type Table } from "../print.js";
import { foundIn } from "../product.js";
import { createRandom } from "../random.js";
import type { Mark } from "../written.js";
import { NATIONAL_IDS, NOBODYS_IDS } from "./ids.js";

/** Any function that finds spans in a text: the product's, or a peer's. */
export type Finder = (text: string) => Document["found"];

/** One object a line, or undefined where the file is missing. */
function linesOf(folder: string, file: string): unknown[] | undefined {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, "utf8").split("\n").filter(Boolean).map((line): unknown => JSON.parse(line)) : undefined;
}

// The casts below rest on the folder's INDEX.md, which describes the files' forms.

interface Sentence {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly type: string }[];
}

/** The labels do not say which names are surname and given name; three kanji and more are nearly always both. */
const FULL_KANJI = /^[\u3400-\u9fff々ヶ]{3,6}$/u;

export function nameDocuments(folder: string, find: Finder = foundIn): Document[] | undefined {
  return (linesOf(folder, "ja_ner_ud_gsd_train.jsonl") as Sentence[] | undefined)?.map(({ text, spans }, i) => ({
    id: String(i),
    marks: spans.filter(({ type }) => type === "PERSON").map(({ start, end }): Mark => ({ entity: "person-name", start, end, form: FULL_KANJI.test(text.slice(start, end)) ? "full" : "shown" })),
    found: find(text).filter(({ entity }) => entity === "person-name"),
  }));
}

export function namesTable(documents: readonly Document[], texts: (document: Document, found: Document["found"][number]) => string): Table {
  const kanji = documents.map((document): Document => ({
    ...document,
    marks: document.marks.map((mark) => (mark.form === "full" ? mark : { ...mark, optional: true as const })),
    found: document.found.filter((one) => FULL_KANJI.test(texts(document, one))),
  }));
  // Whether a full name is found is asked of all finds: a longer one covers it too.
  const recall = (matching: "exact" | "overlap"): Counts => sum(documents.map((document) => countsOf({ ...document, marks: document.marks.filter(({ form }) => form === "full") }, matching, "person-name")));
  const rows: [string, Counts, string][] = (["exact", "overlap"] as const).flatMap((matching) => {
    const all = documents.map((one) => countsOf(one, matching, "person-name"));
    const interval = range(bootstrap(all, (some) => scores(sum(some)).f1, createRandom(1), 200));
    const full = sum(kanji.map((one) => countsOf(one, matching, "person-name")));
    const { expected, hit } = recall(matching);
    return [[`all names, ${matching}`, sum(all), interval], [`names of 3–6 kanji, ${matching}`, { ...full, expected, hit }, "–"]] as [string, Counts, string][];
  });
  return {
    title: "Names in Japanese prose (UD_Japanese-GSD)",
    note: "a model trained on this file has seen the answers: its honest figures are the cross-validated ones that its training prints",
    head: ["what", ...SCORE_HEAD, "F1 95 %"],
    rows: rows.map(([title, counts, interval]) => [title, ...scoreCells(counts), interval]),
  };
}

export function labelledNames(folder: string): { tables: Table[]; judged: (Judged & { entity: Entity })[] } | undefined {
  const sentences = (linesOf(folder, "ja_ner_ud_gsd_train.jsonl") as Sentence[] | undefined);
  const documents = nameDocuments(folder);
  if (documents === undefined || sentences === undefined) return undefined;
  return { tables: [namesTable(documents, ({ id }, { start, end }) => sentences[Number(id)].text.slice(start, end))], judged: documents.flatMap(judgedFinds) };
}

const HAS_NUMBER = /[0-9０-９]|[一二三四五六七八九十]+(?:丁目|番)/u;

export function addressTable(folder: string): Table | undefined {
  const rows = ["ja_addresses_geolonia_even.jsonl", "ja_addresses_abr_geocoder.jsonl"].flatMap((file) => {
    const lines = (linesOf(folder, file) as ({ text: string })[] | undefined)?.map(({ text }) => text.trim()).filter((text) => HAS_NUMBER.test(text));
    if (lines === undefined) return [];
    const found = lines.map((line) => ({ line, spans: foundIn(line).filter(({ entity }) => entity === "postal-address") }));
    const exact = found.filter(({ line, spans }) => spans.some(({ start, end }) => start === 0 && end === line.length)).length;
    const some = found.filter(({ spans }) => spans.length > 0).length;
    return [[file.replace(".jsonl", ""), String(lines.length), share(exact / lines.length), range(wilson(exact, lines.length)), share(some / lines.length)]];
  });
  return rows.length === 0 ? undefined : { title: "Addresses that have a number, one a line", note: "exact: the whole line is one address", head: ["labels", "lines", "exact", "95 %", "any"], rows };
}

export function phoneTable(folder: string): Table | undefined {
  interface Example { readonly e164: string; readonly type: string; readonly region: string }
  interface Case { readonly set: string; readonly text: string; readonly region: string }
  const rows: string[][] = [];
  const add = (title: string, hits: number, of: number): void => void rows.push([title, String(of), share(hits / of), range(wilson(hits, of))]);
  const isWhole = (text: string, from: number): boolean => foundIn(text).some(({ entity, start, end }) => entity === "phone-number" && start === from && end === text.length);
  const examples = (linesOf(folder, "phones_libphonenumber_examples.jsonl") as Example[] | undefined);
  if (examples !== undefined) {
    for (const [title, wanted] of [["fixed and mobile", ["fixedLine", "mobile"]], ["other types", ["uan", "tollFree", "premiumRate", "sharedCost", "personalNumber", "voip", "pager"]]] as const) {
      const own = examples.filter(({ type }) => (wanted as readonly string[]).includes(type));
      add(`one of each country, "Tel: +…", ${title}`, own.filter(({ e164 }) => isWhole(`Tel: ${e164}`, 5)).length, own.length);
    }
  }
  const cases = (linesOf(folder, "phones_libphonenumber_matcher_cases.jsonl") as Case[] | undefined);
  if (cases !== undefined) {
    const linters = new Map<string, ReturnType<typeof createLinter>>();
    const isFound = ({ text, region }: Case): boolean => {
      const linter = linters.get(region) ?? createLinter({ country: region });
      linters.set(region, linter);
      return [...linter.findEntities(text)].some(({ entity }) => entity === "phone-number");
    };
    const valid = cases.filter(({ set }) => /^(?:VALID|STRICT|EXACT)/u.test(set));
    const invalid = cases.filter(({ set }) => /^(?:IMPOSSIBLE|POSSIBLE)/u.test(set));
    add("libphonenumber's matcher cases, valid: found", valid.filter(isFound).length, valid.length);
    add("libphonenumber's matcher cases, not valid: left alone", invalid.filter((one) => !isFound(one)).length, invalid.length);
  }
  return rows.length === 0 ? undefined : { title: "Telephone numbers of all countries", head: ["what", "of", "share", "95 %"], rows };
}

/** Kinds that say an identifier is a person's. */
const PERSONAL: ReadonlySet<Entity> = new Set<Entity>(["my-number", "national-id", "iban", "credit-card", "drivers-license", "passport", "residence-card", "health-insurance", "basic-pension-number", "resident-record-code", "bank-account", "phone-number"]);

export function idTable(folder: string): Table | undefined {
  const all = (linesOf(folder, "ids_python_stdnum_even.jsonl") as ({ module: string; value: string; valid: boolean })[] | undefined)?.map((one) => ({ ...one, module: one.module.replace(/^doctest:|^stdnum\./u, "").replace(/\./gu, "_") }));
  if (all === undefined) return undefined;
  const isFound = (text: string): boolean => foundIn(text).some(({ entity }) => PERSONAL.has(entity));
  const rows: string[][] = [];
  const totals = { labelled: 0, count: 0 };
  for (const [module, label] of Object.entries(NATIONAL_IDS)) {
    const valid = all.filter((one) => one.module === module && one.valid);
    if (valid.length === 0) continue;
    const labelled = valid.filter(({ value }) => isFound(`${label}: ${value}`)).length;
    totals.labelled += labelled;
    totals.count += valid.length;
    rows.push([`${module} with its label`, String(valid.length), share(labelled / valid.length), range(wilson(labelled, valid.length))]);
  }
  rows.push(["persons' identifiers, all", String(totals.count), share(totals.labelled / totals.count), range(wilson(totals.labelled, totals.count))]);
  const others = all.filter(({ module }) => NOBODYS_IDS.has(module));
  const clean = others.filter(({ value }) => !isFound(`No. ${value}`)).length;
  rows.push(["companies' and things' identifiers: left alone", String(others.length), share(clean / others.length), range(wilson(clean, others.length))]);
  return { title: "Identifiers of all countries (python-stdnum's examples)", head: ["what", "of", "share", "95 %"], rows };
}

/** Recognisers of Presidio whose kind leaklint has too. */
const PRESIDIO: Readonly<Record<string, Entity>> = {
  email_recognizer: "email-address",
  phone_recognizer: "phone-number",
  credit_card_recognizer: "credit-card",
  us_ssn_recognizer: "national-id",
  uk_nino_recognizer: "national-id",
  uk_nhs_recognizer: "national-id",
  kr_rrn_recognizer: "national-id",
  it_fiscal_code_recognizer: "national-id",
  es_nif_recognizer: "national-id",
  pl_pesel_recognizer: "national-id",
  fi_personal_identity_code_recognizer: "national-id",
  se_personnummer_recognizer: "national-id",
  sg_fin_recognizer: "national-id",
  us_passport_recognizer: "passport",
  uk_passport_recognizer: "passport",
};

export function presidioTable(folder: string): Table | undefined {
  const cases = (linesOf(folder, "presidio_recognizer_cases.jsonl") as ({ recognizer: string; text: string; expected_len?: number })[] | undefined);
  if (cases === undefined) return undefined;
  const counts = Object.entries(PRESIDIO).map(([recognizer, entity]): [string, Counts] => {
    const own = cases.filter((one) => one.recognizer === recognizer && typeof one.expected_len === "number" && typeof one.text === "string");
    return [recognizer, sum(own.map(({ text, expected_len = 0 }) => matchTotals(expected_len, foundIn(text).filter((one) => one.entity === entity).length)))];
  });
  return {
    title: "Presidio's own test cases (many hold a bare number, which leaklint leaves alone on purpose)",
    note: "totals compared: expected and found values of each text",
    head: ["recogniser", ...SCORE_HEAD],
    rows: [...counts.filter(([, { expected, found }]) => expected + found > 0).map(([title, one]) => [title.replace("_recognizer", ""), ...scoreCells(one)]), ["all", ...scoreCells(sum([NOTHING, ...counts.map(([, one]) => one)]))]],
  };
}

/** The generated documents: what was found in texts, how many people were counted, which clean documents were flagged. */
import type { Entity } from "../../../src/contract.js";
import { countsOf, type Document, byTemplate, entitiesIn, falseAlarms, formsOf, judgedFinds, peopleReached, recallBy, traitsOf } from "../measure.js";
import { bootstrap, type Counts, type Interval, type Judged, matchTotals, NOTHING, scores, sum, wilson } from "../metrics.js";
import { range, SCORE_HEAD, scoreCells, share, type Table } from "../print.js";
import { foundIn, type Scanned, scanned } from "../product.js";
import { createRandom } from "../random.js";
import { bytesOf, type Sample } from "../template.js";

export interface Measured {
  readonly sample: Sample;
  readonly scan: Scanned;
  /** Where there is text to find spans in. */
  readonly document?: Document;
}

export async function measure(samples: readonly Sample[]): Promise<Measured[]> {
  const all: Measured[] = [];
  for (const sample of samples) {
    const { written, bytes } = sample;
    const scan = await scanned(sample);
    if (scan.unscanned > 0) throw new Error(`${sample.template.id}: part of a generated document was not read`);
    const document = written === undefined || bytes !== undefined ? undefined : { id: sample.template.id, marks: written.marks, found: foundIn(written.text) };
    all.push({ sample, scan, ...(document !== undefined && { document }) });
  }
  return all;
}

const documentsOf = (all: readonly Measured[], genres: readonly string[]): Document[] =>
  all.flatMap(({ sample, document }) => (document === undefined || !genres.includes(sample.template.genre) ? [] : [document]));

/** Over templates: a form that is not understood fails in all its documents. */
export function f1Interval(templates: readonly Counts[]): Interval {
  return bootstrap(templates.filter(({ expected, found }) => expected + found > 0), (some) => scores(sum(some)).f1, createRandom(1), 400);
}

export function entityTables(all: readonly Measured[]): Table[] {
  const documents = documentsOf(all, ["text", "clean"]);
  const tables = (["overlap", "exact"] as const).map((matching): Table => ({
    title: `Entities in generated texts, ${matching}`,
    note: "intervals of P and R: Wilson, values taken as independent; of F1: bootstrap over templates",
    head: ["entity", ...SCORE_HEAD, "F1 95 %"],
    rows: entitiesIn(documents).map((entity) => {
      const counts = byTemplate(documents, (one) => countsOf(one, matching, entity));
      return [entity, ...scoreCells(sum(counts)), range(f1Interval(counts))];
    }),
  }));
  for (const [title, groupsOf] of [["by how they are written", formsOf], ["full Japanese ones by how common they are", traitsOf]] as const) {
    const groups = [...recallBy(documents, groupsOf)].sort(([a], [b]) => (a < b ? -1 : 1));
    tables.push({
      title: `Names in generated texts, ${title}`,
      head: ["names", "expected", "R overlap", "95 %", "R exact"],
      rows: groups.map(([group, { expected, overlap, exact }]) => [group, String(expected), share(overlap / expected), range(wilson(overlap, expected)), share(exact / expected)]),
    });
  }
  return tables;
}

export interface PeopleCount {
  readonly counts: Counts;
  readonly interval: Interval;
  readonly f1: number;
}

export function peopleCounted(all: readonly Measured[], genre: string): PeopleCount {
  const sums = new Map<string, Counts>();
  for (const { sample, scan } of all) {
    const { id, genre: own } = sample.template;
    if (own === genre && sample.people !== undefined) sums.set(id, sum([sums.get(id) ?? NOTHING, matchTotals(sample.people, scan.people)]));
  }
  const counts = sum(sums.values());
  return { counts, f1: scores(counts).f1, interval: f1Interval([...sums.values()]) };
}

export function peopleTable(all: readonly Measured[]): Table {
  const reached = sum(documentsOf(all, ["text"]).map(peopleReached));
  return {
    title: "People in generated documents",
    note: "counted: totals of each document compared, what is too much is wrong; reached: any value of theirs was found",
    head: ["what", ...SCORE_HEAD, "F1 95 %"],
    rows: [
      ...(["text", "table"] as const).map((genre) => {
        const { counts, interval } = peopleCounted(all, genre);
        return [`people counted, ${genre}s`, ...scoreCells(counts), range(interval)];
      }),
      ["people reached, texts", String(reached.expected), "–", "–", "–", share(reached.hit / reached.expected), range(wilson(reached.hit, reached.expected)), "–", "–"],
    ],
  };
}

/** Values in tables are counted, not located: a finding stands for a whole table. */
export function tableValuesTable(all: readonly Measured[]): Table {
  const totals = new Map<string, Counts>();
  for (const { sample, scan } of all) {
    if (sample.template.genre !== "table" || sample.entities === undefined) continue;
    for (const [entity, expected] of Object.entries(sample.entities)) {
      // Readings, and names in Latin letters beside the others, are names of the same people and counted or not: no harm either way.
      const found = entity === "person-name" ? Math.min(expected, scan.entities[entity] ?? 0) : (scan.entities[entity as Entity] ?? 0); // EntityCounts' keys
      totals.set(entity, sum([totals.get(entity) ?? NOTHING, matchTotals(expected, found)]));
    }
  }
  return {
    title: "Values in generated tables",
    note: "totals of each document compared; of names only what is missing is counted, because readings may be counted too",
    head: ["entity", ...SCORE_HEAD],
    rows: [...totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([entity, counts]) => [entity, ...scoreCells(counts)]),
  };
}

/** A count within 2 % of the truth, or exact where that is less than one person. */
export const isCloseEnough = (expected: number, counted: number): boolean => Math.abs(counted - expected) <= expected * 0.02;

export interface TemplateCount {
  readonly id: string;
  readonly title: string;
  readonly documents: number;
  readonly close: number;
  readonly expected: number;
  readonly counted: number;
  /** counted/expected of the documents that are off, worst first. */
  readonly off: readonly string[];
}

export function tableCounts(all: readonly Measured[], genre: string): TemplateCount[] {
  const templates = [...new Set(all.filter(({ sample }) => sample.template.genre === genre && sample.people !== undefined).map(({ sample }) => sample.template))];
  return templates.map((template) => {
    const own = all.filter(({ sample }) => sample.template === template).map(({ sample, scan }) => ({ expected: sample.people ?? 0, counted: scan.people }));
    const off = own.filter(({ expected, counted }) => !isCloseEnough(expected, counted));
    return {
      id: template.id,
      title: template.title,
      documents: own.length,
      close: own.length - off.length,
      expected: own.reduce((total, { expected }) => total + expected, 0),
      counted: own.reduce((total, { counted }) => total + counted, 0),
      off: off.map(({ expected, counted }) => `${counted}/${expected}`),
    };
  });
}

export function tableCountTable(all: readonly Measured[], onlyOff = false): Table {
  const counts = tableCounts(all, "table");
  const [close, documents] = [counts.reduce((n, one) => n + one.close, 0), counts.reduce((n, one) => n + one.documents, 0)];
  return {
    title: "People counted in tables within 2 % on every generated table",
    note: `${close} of ${documents} tables (${range(wilson(close, documents))}); ${counts.filter((one) => one.close === one.documents).length} of ${counts.length} templates wholly`,
    head: ["template", "tables", "within 2 %", "expected", "counted", "off (counted/true)"],
    rows: counts.filter((one) => !onlyOff || one.close < one.documents).map((one) => [one.id, String(one.documents), String(one.close), String(one.expected), String(one.counted), one.off.join(" ")]),
  };
}

export interface Cleanliness {
  readonly documents: number;
  /** Verdict other than pass in the `publish` profile. */
  readonly flagged: number;
  /** Held or blocked. */
  readonly held: number;
  readonly bytes: number;
  /** Entities in the texts that are no one's. */
  readonly alarms: Partial<Record<Entity, number>>;
}

export function cleanliness(all: readonly Measured[]): Cleanliness {
  const clean = all.filter(({ sample }) => sample.template.genre === "clean");
  const alarms: Partial<Record<Entity, number>> = {};
  for (const one of clean.flatMap(({ document }) => (document === undefined ? [] : falseAlarms(document)))) alarms[one.entity] = (alarms[one.entity] ?? 0) + 1;
  return {
    documents: clean.length,
    flagged: clean.filter(({ scan }) => scan.level !== "pass").length,
    held: clean.filter(({ scan }) => scan.level === "hold" || scan.level === "block").length,
    bytes: clean.reduce((total, { sample }) => total + bytesOf(sample).length, 0),
    alarms,
  };
}

export function cleanTable(all: readonly Measured[]): Table {
  const { documents, flagged, held, bytes, alarms } = cleanliness(all);
  const megabytes = bytes / 1e6;
  const total = Object.values(alarms).reduce((sumOf, count) => sumOf + count, 0);
  return {
    title: "Clean generated documents (hard negatives)",
    note: `false alarms by kind: ${Object.entries(alarms).map(([entity, count]) => `${entity} ${count}`).join(", ") || "none"}`,
    head: ["what", "of", "count", "share", "95 %"],
    rows: [
      ["flagged (warn or worse)", String(documents), String(flagged), share(flagged / documents), range(wilson(flagged, documents))],
      ["held or blocked", String(documents), String(held), share(held / documents), range(wilson(held, documents))],
      [`false alarms a MB (${megabytes.toFixed(2)} MB)`, "–", String(total), (total / megabytes).toFixed(1), "–"],
    ],
  };
}

export const judgedOf = (all: readonly Measured[]): (Judged & { entity: Entity })[] => documentsOf(all, ["text", "clean"]).flatMap(judgedFinds);

/** The figures that stand in the README. */
import type { Entity } from "../../src/contract.js";
import { byTemplate, countsOf, type Document } from "./measure.js";
import { type Counts, scores, sum, wilson } from "./metrics.js";
import { range, share, type Table } from "./print.js";
import type { PeerScores } from "./sections/peers.js";
import { cleanliness, f1Interval, isCloseEnough, type Measured } from "./sections/synthetic.js";

export interface Summary {
  readonly measured: readonly Measured[];
  readonly peers: readonly PeerScores[];
  /** What the other sections printed. */
  readonly tables: readonly Table[];
}

type Row = readonly [what: string, on: string, figure: string, interval: string];

/** Rows of other sections that belong in a summary: title of the table, beginning of the row, and what to call it. */
const FROM_OTHERS = [
  ["Japanese telephone numbers, by notation", "all notations", "Japanese telephone numbers in 15 notations, exact", "numbers"],
  ["Addresses that have a number, one a line", "ja_addresses_geolonia_even", "addresses, the whole line exactly", "labelled lines"],
  ["Clean real files, scanned whole", "a city's open data", "a city's open data, files flagged for their content", "real files"],
] as const;

function rowsOfOthers(tables: readonly Table[]): Row[] {
  return FROM_OTHERS.flatMap(([title, beginning, what, unit]) => {
    const table = tables.find((one) => one.title === title);
    const cells = table?.rows.find(([first]) => first.startsWith(beginning));
    if (table === undefined || cells === undefined) return [];
    const interval = table.head.indexOf("95 %");
    return [[what, `${Number(cells[1]).toLocaleString("en")} ${unit}`, cells[interval - 1], cells[interval]] as const];
  });
}

export function scoresOf({ measured, peers, tables: printed }: Summary): Row[] {
  const texts = measured.flatMap(({ sample, document }) => (sample.template.genre === "text" && document !== undefined ? [document] : []));
  const withClean = measured.flatMap(({ sample, document }) => (sample.template.genre !== "table" && document !== undefined ? [document] : []));
  const on = `${texts.length} texts, ${withClean.length - texts.length} clean documents`;
  const row = (what: string, count: (document: Document) => Counts): Row => {
    const counts = byTemplate(withClean, count);
    const { precision, recall, f1 } = scores(sum(counts));
    return [what, on, `P ${share(precision)}, R ${share(recall)}, F1 ${share(f1)}`, `F1 ${range(f1Interval(counts))}`];
  };
  const entityRow = (what: string, entity: Entity): Row => row(what, (one) => countsOf(one, "overlap", entity));
  const onlyFull = (document: Document): Document => ({ ...document, marks: document.marks.map((mark) => (mark.form === undefined || mark.form === "full" ? mark : { ...mark, optional: true as const })) });
  const tables = measured.filter(({ sample }) => sample.template.genre === "table" && sample.people !== undefined);
  const close = tables.filter(({ sample, scan }) => isCloseEnough(sample.people ?? 0, scan.people)).length;
  const { documents, flagged, held } = cleanliness(measured);
  const peerName = (name: string): string => {
    const counts = peers.find((one) => one.name === name)?.counts["person-name"];
    return counts === undefined ? "–" : `P ${share(scores(counts).precision)}, R ${share(scores(counts).recall)}`;
  };
  return [
    row("full Japanese names", (one) => countsOf(onlyFull(one), "overlap", "person-name")),
    entityRow("names in any form (kana, Latin, lone surnames, foreign)", "person-name"),
    entityRow("addresses", "postal-address"),
    entityRow("telephone numbers", "phone-number"),
    entityRow("dates of birth", "date-of-birth"),
    ["people counted within 2 %", `${tables.length} generated tables`, share(close / tables.length), range(wilson(close, tables.length))],
    ["clean documents flagged (warned about or worse)", `${documents} hard negatives`, share(flagged / documents), range(wilson(flagged, documents))],
    ["clean documents held", `${documents} hard negatives`, share(held / documents), range(wilson(held, documents))],
    ...rowsOfOthers(printed),
    ...peers.filter(({ name, counts }) => name !== "leaklint" && counts["person-name"] !== undefined).map(({ name }): Row => [`${name}: names in any form`, on, peerName(name), "–"]),
  ];
}

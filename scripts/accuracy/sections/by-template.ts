/** Where it goes wrong, template by template: for whoever improves a rule (the tune half), and for a look at the whole. */
import { concatKinds, missed } from "../kinds.js";
import { falseAlarms } from "../measure.js";
import { type Table } from "../print.js";
import { isCloseEnough, type Measured } from "./synthetic.js";

export function templateTable(all: readonly Measured[]): Table {
  const templates = [...new Set(all.map(({ sample }) => sample.template))];
  return {
    title: "By template",
    note: "missed and false: number of values by kind over all its documents; people: documents off by more than 2 % of all; flagged: verdicts other than pass",
    head: ["template", "documents", "missed", "false alarms", "people", "flagged"],
    rows: templates.map((template) => {
      const own = all.filter(({ sample }) => sample.template === template);
      const documents = own.flatMap(({ document }) => (document === undefined ? [] : [document]));
      const counted = own.filter(({ sample }) => sample.people !== undefined);
      const off = counted.filter(({ sample, scan }) => !isCloseEnough(sample.people ?? 0, scan.people));
      // Tables are read as tables, not as text: what a text search misses in them says nothing.
      const isTable = template.genre === "table";
      return [
        template.id,
        String(own.length),
        isTable ? "–" : concatKinds(documents.flatMap(missed)),
        isTable ? "–" : concatKinds(documents.flatMap((one) => falseAlarms(one).map(({ entity }) => entity))),
        counted.length === 0 ? "–" : `${off.length} off of ${counted.length}${off.length === 0 ? "" : ` (${off.map(({ sample, scan }) => `${scan.people}/${sample.people}`).slice(0, 4).join(" ")})`}`,
        String(own.filter(({ scan }) => scan.level !== "pass").length),
      ];
    }),
  };
}

/** The rows in which anything is wrong. */
export function offenders(table: Table, all: readonly Measured[]): Table {
  const clean = new Set(all.filter(({ sample }) => sample.template.genre === "clean").map(({ sample }) => sample.template.id));
  return {
    ...table,
    title: "Worst offenders",
    rows: table.rows.filter(([id, , misses, alarms, people, flagged]) => (clean.has(id) ? flagged !== "0" || alarms !== "" : (misses !== "" && misses !== "–") || (alarms !== "" && alarms !== "–") || people.includes("(")))
  };
}

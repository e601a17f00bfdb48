/**
 * `npm run accuracy`: how well leaklint knows a person when it sees one, measured through its public API.
 *
 * Nothing may be tuned on the test half. Its templates stand in templates/test-*.ts; whoever improves a rule looks at the tune half
 * (`--half tune`) only. The default run prints the test half.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { tableText, type Table } from "./print.js";
import { offenders, templateTable } from "./sections/by-template.js";
import { calibrationTable } from "./sections/calibration.js";
import { missLines } from "./sections/misses.js";
import { cleanTable, entityTables, judgedOf, measure, peopleTable, tableCountTable } from "./sections/synthetic.js";
import { makeSamples } from "./template.js";
import { templatesOf } from "./templates/index.js";

const { values } = parseArgs({ options: { half: { type: "string", default: "test" }, json: { type: "string" }, seed: { type: "string", default: "" }, misses: { type: "string" } }, allowPositionals: true });
if (values.half !== "tune" && values.half !== "test") throw new Error("--half is tune or test");

const tables: Table[] = [];
const show = (table: Table): void => {
  tables.push(table);
  process.stdout.write(`${tableText(table)}\n`);
};

const samples = await makeSamples(templatesOf(values.half), values.half, values.seed);
if (values.misses !== undefined) {
  const wanted = values.misses;
  process.stdout.write(`${missLines(samples.filter(({ template }) => template.id.includes(wanted))).join("\n")}\n`);
  process.exit();
}
const measured = await measure(samples);
for (const table of entityTables(measured)) show(table);
show(peopleTable(measured));
show(tableCountTable(measured));
show(cleanTable(measured));
show(offenders(templateTable(measured), measured));
show(calibrationTable(judgedOf(measured), "Calibration on generated texts"));
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ tables }, undefined, 2)}\n`);

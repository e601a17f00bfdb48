/**
 * `npm run accuracy [FOLDER OF LABELS]`: how well leaklint knows a person when it sees one, measured through its public API.
 *
 * Nothing may be tuned on the test half. Its templates stand in templates/test-*.ts; whoever improves a rule looks at the tune half
 * (`--half tune`, and `--misses PART-OF-AN-ID` for single values) and leaves the other alone. The split is by template, never by
 * document: a rule that has learnt a form must meet forms it has not seen. The default run prints the test half.
 *
 * It is a measurement: the exit status is 0 whatever the figures are.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { installPeers, loadPeers } from "./peers.js";
import { tableText, type Table } from "./print.js";
import { readmeBlock, withBlock } from "./readme-block.js";
import { offenders, templateTable } from "./sections/by-template.js";
import { calibrationTable } from "./sections/calibration.js";
import { cleanAtLargeTable } from "./sections/clean-at-large.js";
import { cleanFilesTable } from "./sections/clean-files.js";
import { addressTable, idTable, labelledNames, phoneTable, presidioTable } from "./sections/labels.js";
import { maintainersTable } from "./sections/maintainers.js";
import { missLines } from "./sections/misses.js";
import { passingMentionTable } from "./sections/passing-mentions.js";
import { peerScores, type PeerScores, peerTables } from "./sections/peers.js";
import { phoneNotationTable } from "./sections/phones.js";
import { cleanTable, entityTables, judgedOf, measure, peopleTable, tableCountTable, tableValuesTable } from "./sections/synthetic.js";
import { type Half, makeSamples } from "./template.js";
import { templatesOf } from "./templates/index.js";

const HELP = `npm run accuracy -- [FOLDER]   folder of labelled text; default ../shared/corpus/labels
  --half tune|test|unseen  which templates; default test
  --misses PART        single misses and false alarms of the tune half's templates whose id has this part
  --only NAME,…        sections: synthetic, mentions, peers, labels, phones, clean
  --clean FOLDER       only finds a megabyte in this folder's text, which has to be nobody's; may be given several times
  --names FOLDER       only finds the people that this folder's texts name before a mailbox, in sentences of ours; may be given several times
  --peers              install the peers into node_modules/.cache first
  --seed WORD          other documents from the same templates
  --json FILE          every table as JSON
  --readme             write the summary into README.md
`;
const SECTIONS = ["synthetic", "mentions", "peers", "labels", "phones", "clean"];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    half: { type: "string", default: "test" },
    only: { type: "string" },
    misses: { type: "string" },
    peers: { type: "boolean", default: false },
    clean: { type: "string", multiple: true, default: [] },
    names: { type: "string", multiple: true, default: [] },
    seed: { type: "string", default: "" },
    json: { type: "string" },
    readme: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const print = (text: string): void => void process.stdout.write(text);
const half = values.misses !== undefined ? "tune" : values.half;
const labels = positionals[0] ?? "../shared/corpus/labels";
const wanted = new Set(values.only?.split(",") ?? SECTIONS);

if (half !== "tune" && half !== "test" && half !== "unseen") throw new Error("--half is tune, test or unseen");
for (const section of wanted) if (!SECTIONS.includes(section)) throw new Error(`--only knows ${SECTIONS.join(", ")}`);

if (values.help) print(HELP);
else if (values.clean.length > 0) print(`${tableText(cleanAtLargeTable(labels, values.clean))}\n`);
else if (values.names.length > 0) print(`${tableText(maintainersTable(values.names))}\n`);
else if (values.misses !== undefined) {
  const part = values.misses;
  const samples = await makeSamples(templatesOf("tune").filter(({ id }) => id.includes(part)), "tune", values.seed);
  for (const line of missLines(samples)) print(`${line}\n`);
} else await run(half);

async function run(chosen: Half): Promise<void> {
  const tables: Table[] = [];
  const show = (table: Table | undefined): void => {
    if (table === undefined) return;
    tables.push(table);
    print(`${tableText(table)}\n`);
  };
  if (values.peers) {
    const failure = installPeers();
    if (failure !== undefined) print(`peers were not installed: ${failure}\n\n`);
  }
  print(`Half: ${chosen}${chosen !== "tune" ? " (only measured; nothing is tuned on it)" : ""}\n\n`);
  const measured = ["synthetic", "mentions", "peers"].some((section) => wanted.has(section)) || values.readme ? await measure(await makeSamples(templatesOf(chosen), chosen, values.seed)) : [];
  if (wanted.has("synthetic")) {
    for (const table of entityTables(measured)) show(table);
    show(peopleTable(measured));
    show(tableCountTable(measured));
    show(tableValuesTable(measured));
    show(cleanTable(measured));
    show(offenders(templateTable(measured), measured));
    show(calibrationTable(judgedOf(measured), "Calibration on generated texts"));
  }
  if (wanted.has("mentions")) show(await passingMentionTable(measured));
  let peers: PeerScores[] = [];
  if (wanted.has("peers")) {
    const { peers: loaded, missing } = loadPeers();
    peers = await peerScores(measured, loaded);
    for (const table of peerTables(peers, missing)) show(table);
  }
  if (wanted.has("phones")) show(phoneNotationTable());
  if (wanted.has("labels")) {
    if (!existsSync(labels)) print(`Labelled text: skipped, ${labels} is not there\n\n`);
    else {
      const names = labelledNames(labels);
      names?.tables.forEach(show);
      if (names !== undefined) show(calibrationTable(names.judged, "Calibration on labelled prose"));
      show(addressTable(labels));
      show(phoneTable(labels));
      show(idTable(labels));
      show(presidioTable(labels));
    }
  }
  if (wanted.has("clean")) {
    show(cleanAtLargeTable(labels));
    show(await cleanFilesTable(labels));
  }
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ half: chosen, tables }, undefined, 2)}\n`);
  if (values.readme) writeFileSync("README.md", withBlock(readFileSync("README.md", "utf8"), readmeBlock({ measured, peers, tables })));
}

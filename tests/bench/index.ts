/** `npm run bench [startup|xlsx|text|pdf|messages|gateway|git]...`: every benchmark, or those named; ratios against peers in the same run. */
import { loadavg } from "node:os";
import { type BenchRow, printTable } from "./bench.js";
import { benchGateway } from "./gateway.js";
import { benchGit } from "./git.js";
import { benchMessages } from "./messages.js";
import { benchPdf } from "./pdf.js";
import { benchStartup } from "./startup.js";
import { benchText } from "./text.js";
import { benchXlsx } from "./xlsx.js";

const BENCHES: Readonly<Record<string, () => BenchRow[] | Promise<BenchRow[]>>> = {
  startup: benchStartup,
  xlsx: benchXlsx,
  text: benchText,
  pdf: benchPdf,
  messages: benchMessages,
  gateway: benchGateway,
  git: benchGit,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`there is no benchmark ${unknown.join(", ")}; there are ${Object.keys(BENCHES).join(", ")}`);
  process.exit(2);
}
console.log(`node ${process.version}, load average ${loadavg()[0].toFixed(1)} at the start: trust ratios, and those only on a quiet machine\n`);
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length === 0 || wanted.includes(name)) console.log(`${printTable(await bench())}\n`);
}

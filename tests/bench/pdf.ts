/** Lists over 50 and 500 pages: our reader, with and without its plain path, against pdf-parse alone and pdftotext. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { densePdf } from "../support/dense-pdf.js";
import { against, type BenchRow, wholeProcess } from "./bench.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const CACHE = fileURLToPath(new URL(".cache/", import.meta.url));
const PDF_PARSE = "pdf-parse getText";

export async function benchPdf(runs = 3): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const programs = await compiled();
  for (const pages of [50, 500]) {
    const file = `${CACHE}list-${pages}.pdf`;
    if (!existsSync(file)) writeFileSync(file, densePdf(pages));
    const name = `pdf ${pages} pages`;
    const measure = (what: string, command: string, args: readonly string[]): void => {
      rows.push({ name, what, ...wholeProcess(command, args, runs) });
    };
    measure("leaklint reader", process.execPath, [programs.reader, file]);
    measure("leaklint reader, pdfjs only", process.execPath, [programs.pdfjs, file]);
    measure(PDF_PARSE, process.execPath, [programs.pdfParse, file]);
    if (spawnSync("pdftotext", ["-v"], { stdio: "ignore" }).error === undefined) measure("pdftotext", "pdftotext", [file, "-"]);
  }
  return against(rows, PDF_PARSE);
}

interface Programs {
  readonly reader: string;
  readonly pdfjs: string;
  readonly pdfParse: string;
}

/** Bundled as the package is: a TypeScript loader in every process would be what is measured. */
async function compiled(): Promise<Programs> {
  const { build } = await import("esbuild");
  mkdirSync(CACHE, { recursive: true });
  const programs = {
    "pdf-reader": `import { readFileSync } from "node:fs";
import { pdfExtractor } from "./src/extractors/pdf/index.js";
import { createBudget, DEFAULT_LIMITS } from "./src/limits.js";
const limits = { ...DEFAULT_LIMITS, timeMs: 300_000 };
const bytes = new Uint8Array(readFileSync(process.argv[2]));
let cells = 0;
for await (const one of pdfExtractor.extract({ kind: "artifact", at: [], name: "", bytes }, { limits, budget: createBudget(limits) })) {
  if (one.kind === "unscanned") throw new Error(one.detail);
  if (one.kind !== "table") continue;
  for (let row = 0; row < one.rowCount; row++) for (let column = 0; column < one.columnCount; column++) if (one.text(row, column) !== "") cells++;
}
console.log(cells);`,
    "pdf-pdfjs": `import { readFileSync } from "node:fs";
import { openWithPdfjs } from "./src/extractors/pdf/pdfjs/thread.js";
import { createPageReader } from "./src/extractors/pdf/segments.js";
import { createBudget, DEFAULT_LIMITS } from "./src/limits.js";
const document = await openWithPdfjs(new Uint8Array(readFileSync(process.argv[2])), createBudget({ ...DEFAULT_LIMITS, timeMs: 300_000 }));
const reader = createPageReader([]);
for (let page = 1; page <= document.pageCount; page++) reader.page(page, await document.page(page));
reader.end();
await document.close();`,
    "pdf-parse": `import { readFileSync } from "node:fs";
import { PDFParse } from "pdf-parse";
const parser = new PDFParse({ data: new Uint8Array(readFileSync(process.argv[2])) });
await parser.getText();
await parser.destroy();`,
  };
  const options = { bundle: true, platform: "node", format: "esm", packages: "external", logLevel: "error" } as const;
  for (const [name, contents] of Object.entries(programs)) {
    await build({ ...options, stdin: { contents, resolveDir: ROOT, loader: "ts" }, outfile: `${CACHE}${name}.mjs` });
  }
  await build({ ...options, entryPoints: [`${ROOT}src/extractors/pdf/pdfjs/worker.ts`], outfile: `${CACHE}pdf-worker.js` });
  return { reader: `${CACHE}pdf-reader.mjs`, pdfjs: `${CACHE}pdf-pdfjs.mjs`, pdfParse: `${CACHE}pdf-parse.mjs` };
}

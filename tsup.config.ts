import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { defineConfig } from "tsup";
import manifest from "./package.json" with { type: "json" };
import { compactScripts } from "./scripts/build/compact-scripts.js";
import { mergeChunks } from "./scripts/build/merge-chunks.js";

/** Results that are kept between runs are this build's alone: two builds of one version may find different things. */
function buildDigest(): string {
  const digest = createHash("sha256");
  for (const folder of ["src", "detectors", "scripts/build"]) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort((a, b) => (`${a.parentPath}/${a.name}` < `${b.parentPath}/${b.name}` ? -1 : 1))) {
      if (entry.isFile()) digest.update(`${entry.parentPath}/${entry.name}\0`).update(readFileSync(`${entry.parentPath}/${entry.name}`));
    }
  }
  return digest.update(readFileSync("package-lock.json")).digest("hex").slice(0, 16);
}

export default defineConfig(({ outDir = "dist" }) => ({
  entry: { index: "src/index.ts", cli: "src/cli/main.ts", "pdf-worker": "src/extractors/pdf/pdfjs/worker.ts", "pixels-worker": "src/extractors/image/pixels/worker.ts", "gateway-worker": "src/gateway/worker.ts", nodemailer: "src/gateway/nodemailer.ts" },
  format: "esm",
  target: "node20",
  platform: "node",
  splitting: true,
  // Small, and looked up through its package at every start otherwise: 5 ms. It stays a dependency, whose folder brings its licence.
  noExternal: ["get-east-asian-width"],
  dts: { entry: { index: "src/index.ts", nodemailer: "src/gateway/nodemailer.ts" } },
  clean: true,
  // Every start parses all of it: a quarter of the time before a hook reads its first byte. The same build with --sourcemap tells what a
  // position in a bug report stands for.
  minify: true,
  esbuildPlugins: [
    {
      name: "compact-scripts",
      setup: (sources) => {
        sources.onLoad({ filter: /[\\/](?:src|detectors)[\\/].*\.ts$/ }, async ({ path }) => ({ contents: compactScripts(await readFile(path, "utf8")), loader: "ts" }));
      },
    },
  ],
  define: { LEAKLINT_VERSION: JSON.stringify(manifest.version), LEAKLINT_BUILD: JSON.stringify(buildDigest()) },
  // Data files are loaded from "./data/", beside the chunk here and beside the module in detectors/shared/.
  publicDir: false,
  metafile: true,
  async onSuccess() {
    const { cp, rm } = await import("node:fs/promises");
    const metafile = join(outDir, "metafile-esm.json");
    await mergeChunks({ folder: resolve(outDir), metafile, entry: "cli.js", roots: ["run", "linter", "pretty"] });
    await rm(metafile);
    await cp("detectors/shared/data", join(outDir, "data"), { recursive: true });
  },
}));

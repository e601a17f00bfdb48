import { defineConfig } from "tsup";
import manifest from "./package.json" with { type: "json" };

export default defineConfig({
  entry: { index: "src/index.ts", cli: "src/cli/main.ts", "pdf-worker": "src/extractors/pdf/pdfjs/worker.ts", "gateway-worker": "src/gateway/worker.ts" },
  format: "esm",
  target: "node20",
  platform: "node",
  splitting: true,
  dts: { entry: { index: "src/index.ts" } },
  clean: true,
  // Every start parses all of it: a quarter of the time before a hook reads its first byte. The same build with --sourcemap tells what a
  // position in a bug report stands for.
  minify: true,
  define: { LEAKLINT_VERSION: JSON.stringify(manifest.version) },
  // Data files are loaded from "./data/", beside the chunk here and beside the module in detectors/shared/.
  publicDir: false,
  async onSuccess() {
    const { cp } = await import("node:fs/promises");
    await cp("detectors/shared/data", "dist/data", { recursive: true });
  },
});

/** `npm run plain`, `npm run scorer`: the parts that are in C for their speed. */
import { compileWasm, type WasmSource } from "./build/wasm.js";

const SOURCES: Readonly<Record<string, Omit<WasmSource, "command">>> = {
  plain: { folder: "src/extractors/ooxml/plain/", name: "plain", flags: ["-Wl,--import-memory"] },
  scorer: { folder: "detectors/shared/names/core/", name: "core", flags: ["-msimd128", "-mbulk-memory", "-Wl,-z,stack-size=65536"] },
};

for (const command of process.argv.slice(2)) compileWasm({ ...SOURCES[command], command });

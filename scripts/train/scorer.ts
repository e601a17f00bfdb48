/**
 * `npm run scorer`: compiles detectors/shared/names/core/core.c to WebAssembly, in TypeScript for bundlers to take along. Needs clang and
 * wasm-ld (Debian: clang-14, lld-14), which nobody else does: what it writes is committed, and a test says when it is stale.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../detectors/shared/names/core/", import.meta.url));
const FLAGS = [
  "--target=wasm32", "-msimd128", "-mbulk-memory", "-O3", "-nostdlib", "-ffreestanding", "-fno-builtin", "-Wall", "-Wextra", "-Werror",
  "-Wl,--no-entry", "-Wl,--strip-all", "-Wl,-z,stack-size=65536",
];

const digest = createHash("sha256");
for (const file of readdirSync(FOLDER).filter((name) => /\.[ch]$/u.test(name)).sort()) digest.update(readFileSync(join(FOLDER, file)));
const folder = mkdtempSync(join(tmpdir(), "leaklint-scorer-"));
try {
  const out = join(folder, "core.wasm");
  execFileSync(process.env.CLANG ?? "clang-14", [...FLAGS, "-o", out, join(FOLDER, "core.c")], { stdio: "inherit" });
  const lines = readFileSync(out).toString("base64").match(/.{1,120}/gu) ?? [];
  writeFileSync(join(FOLDER, "core.wasm.ts"), `/** Written by \`npm run scorer\`: core.c as WebAssembly, in Base64. */
export const SOURCE_SHA256 = "${digest.digest("hex")}";
export const WASM =
${lines.map((line) => `  "${line}"`).join(" +\n")};
`);
} finally {
  rmSync(folder, { recursive: true });
}

/**
 * `npm run plain`: compiles src/extractors/ooxml/plain/plain.c to WebAssembly, in TypeScript for bundlers to take along. Needs clang and
 * wasm-ld (Debian: clang-14, lld-14), which nobody else does: what it writes is committed, and a test says when it is stale.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../src/extractors/ooxml/plain/", import.meta.url));
const FLAGS = [
  "--target=wasm32", "-O3", "-nostdlib", "-ffreestanding", "-fno-builtin", "-Wall", "-Wextra", "-Werror",
  "-Wl,--no-entry", "-Wl,--import-memory", "-Wl,--strip-all",
];

const source = readFileSync(`${FOLDER}plain.c`);
const folder = mkdtempSync(join(tmpdir(), "leaklint-plain-"));
try {
  const out = join(folder, "plain.wasm");
  execFileSync(process.env.CLANG ?? "clang-14", [...FLAGS, "-o", out, `${FOLDER}plain.c`], { stdio: "inherit" });
  const lines = readFileSync(out).toString("base64").match(/.{1,120}/gu) ?? [];
  writeFileSync(`${FOLDER}plain.wasm.ts`, `/** Written by \`npm run plain\`: plain.c as WebAssembly, in Base64. */
export const SOURCE_SHA256 = "${createHash("sha256").update(source).digest("hex")}";
export const WASM =
${lines.map((line) => `  "${line}"`).join(" +\n")};
`);
} finally {
  rmSync(folder, { recursive: true });
}

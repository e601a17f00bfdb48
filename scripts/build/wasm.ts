/**
 * Compiles C to WebAssembly, in TypeScript for bundlers to take along. Needs clang and wasm-ld (Debian: clang-14, lld-14), which nobody
 * else does: what it writes is committed, and a test says when it is stale.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FLAGS = ["--target=wasm32", "-O3", "-nostdlib", "-ffreestanding", "-fno-builtin", "-Wall", "-Wextra", "-Werror", "-Wl,--no-entry", "-Wl,--strip-all"];

export interface WasmSource {
  /** From the repository's top, with a slash at its end. */
  readonly folder: string;
  /** Its .c without the ending; the .wasm.ts is called the same. */
  readonly name: string;
  /** What is run to compile it. */
  readonly command: string;
  readonly flags: readonly string[];
}

/** Of all C in a folder: a header counts, too. */
export function digestOf(folder: string): string {
  const digest = createHash("sha256");
  for (const file of readdirSync(folder).filter((name) => /\.[ch]$/u.test(name)).sort()) digest.update(readFileSync(join(folder, file)));
  return digest.digest("hex");
}

export function compileWasm({ folder, name, command, flags }: WasmSource): void {
  const place = fileURLToPath(new URL(`../../${folder}`, import.meta.url));
  const temporary = mkdtempSync(join(tmpdir(), "leaklint-wasm-"));
  try {
    const out = join(temporary, "out.wasm");
    execFileSync(process.env.CLANG ?? "clang-14", [...FLAGS, ...flags, "-o", out, join(place, `${name}.c`)], { stdio: "inherit" });
    const lines = readFileSync(out).toString("base64").match(/.{1,120}/gu) ?? [];
    writeFileSync(join(place, `${name}.wasm.ts`), `/** Written by \`npm run ${command}\`: ${name}.c as WebAssembly, in Base64. */
export const SOURCE_SHA256 = "${digestOf(place)}";
export const WASM =
${lines.map((line) => `  "${line}"`).join(" +\n")};
`);
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

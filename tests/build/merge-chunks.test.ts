import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { mergeChunks } from "../../scripts/build/merge-chunks.js";
import { temporaryFolder } from "../support/repository.js";

const SOURCES: Readonly<Record<string, string>> = {
  "version.js": `export const version = "1";`,
  "state.js": `export const state = { loads: 0 }; state.loads++;`,
  "both.js": `import { state } from "./state.js"; export const both = () => state;`,
  "late.js": `import { both } from "./both.js"; import { version } from "./version.js"; export const late = () => both().loads + version;`,
  "run.js": `import { both } from "./both.js"; import { version } from "./version.js"; export const run = async () => { both().seen = true; return (await import("./late.js")).late() + (await import("./other.js")).other(); };`,
  "other.js": `import { state } from "./state.js"; export const other = () => JSON.stringify(state);`,
  "cli.js": `import { version } from "./version.js"; if (process.argv[2] === "v") console.log(version); else console.log(await (await import("./run.js")).run());`,
  "index.js": `export { late } from "./late.js"; export { version } from "./version.js"; export { both } from "./both.js";`,
};

async function builtAndMerged(): Promise<string> {
  const folder = temporaryFolder();
  for (const [name, code] of Object.entries(SOURCES)) writeFileSync(join(folder, name), code);
  const out = join(folder, "out");
  const { metafile } = await build({ entryPoints: ["cli.js", "index.js"].map((name) => join(folder, name)), outdir: out, bundle: true, splitting: true, format: "esm", metafile: true, sourceRoot: folder });
  writeFileSync(join(out, "package.json"), `{ "type": "module" }`);
  const meta = join(folder, "meta.json");
  writeFileSync(meta, JSON.stringify(metafile));
  await mergeChunks({ folder: out, metafile: meta, entry: "cli.js", roots: ["run", "late"] });
  return out;
}

const says = (folder: string, script: string, ...words: string[]): string => spawnSync(process.execPath, [...(script === "" ? ["--input-type=module"] : [script]), ...words], { cwd: folder, encoding: "utf8" }).stdout.trim();

test("a module stays one, however it is come to", async () => {
  const folder = await builtAndMerged();
  expect(says(folder, "cli.js")).toBe(`11{"loads":1,"seen":true}`);
  expect(says(folder, "", "-e", `import { late, both, version } from "./index.js"; console.log(late(), both().loads, version)`)).toBe("11 1 1");
});

test("what the entry needs at once is not merged with what comes later", async () => {
  const folder = await builtAndMerged();
  expect(says(folder, "cli.js", "v")).toBe("1");
  const [, version = ""] = /from\s*"\.\/([^"]+)"/u.exec(readFileSync(join(folder, "cli.js"), "utf8")) ?? [];
  expect(readFileSync(join(folder, version), "utf8")).not.toContain("run-");
});

test("what is always loaded with a root is not loaded from files of its own", async () => {
  const folder = await builtAndMerged();
  const root = readdirSync(folder).find((name) => name.startsWith("late-")) ?? "";
  const imported = [...readFileSync(join(folder, root), "utf8").matchAll(/"\.\/(\w+)-[^"]+"/gu)].map(([, name]) => name);
  // The version, which the entry needs, and what went into the root before.
  expect(new Set(imported)).toEqual(new Set(["run", "chunk"]));
  expect(readFileSync(join(folder, readdirSync(folder).find((name) => name.startsWith("run-")) ?? ""), "utf8")).toContain("loads:0");
});

test("a root that is not there, or twice, is an error", async () => {
  const folder = await builtAndMerged();
  const meta = join(folder, "../meta.json");
  await expect(mergeChunks({ folder, metafile: meta, entry: "cli.js", roots: ["nowhere"] })).rejects.toThrow("0 chunks are named nowhere");
});

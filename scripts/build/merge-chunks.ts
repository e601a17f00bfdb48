/**
 * Puts chunks that are always loaded together into one file. esbuild makes a chunk for every set of entries that share a module: 42 files for one text
 * file, each of which Node 20 resolves, opens and links in some 0.3 ms.
 */
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";

interface Chunk {
  readonly exports: readonly string[];
  readonly statically: readonly string[];
  readonly dynamically: readonly string[];
}

export interface Merge {
  /** What esbuild wrote. */
  readonly folder: string;
  /** Its metafile. */
  readonly metafile: string;
  /** An entry: what it needs at once stays as it is. */
  readonly entry: string;
  /** Beginnings of the names of chunks that are loaded later, in this order; a chunk goes into the first that needs it. */
  readonly roots: readonly string[];
}

/** @throws Error where a root is not there exactly once */
export async function mergeChunks({ folder, metafile, entry, roots }: Merge): Promise<void> {
  const { outputs } = JSON.parse(await readFile(metafile, "utf8")) as Metafile; // esbuild's own
  const chunks = new Map(Object.entries(outputs).filter(([path]) => path.endsWith(".js")).map(([path, output]) => [nameOf(path), chunkOf(output)]));
  const taken = closure(entry, chunks);
  const handedOn = new Set<string>();
  for (const root of roots) {
    const [file, ...others] = [...chunks.keys()].filter((name) => name.startsWith(`${root}-`));
    if (file === undefined || others.length > 0) throw new Error(`${others.length + (file === undefined ? 0 : 1)} chunks are named ${root}`);
    const group = [...closure(file, chunks)].filter((name) => !taken.has(name));
    for (const name of group) taken.add(name);
    for (const name of await merge(folder, file, group, { chunks, handedOn })) handedOn.add(name);
  }
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

function chunkOf({ exports, imports }: Metafile["outputs"][string]): Chunk {
  const local = imports.filter(({ external }) => external !== true);
  const to = (isKind: (kind: string) => boolean): string[] => local.filter(({ kind }) => isKind(kind)).map(({ path }) => nameOf(path));
  return { exports, statically: to((kind) => kind === "import-statement"), dynamically: to((kind) => kind === "dynamic-import") };
}

function closure(name: string, chunks: ReadonlyMap<string, Chunk>, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const other of chunks.get(name)?.statically ?? []) closure(other, chunks, seen);
  return seen;
}

/**
 * One file under the root's name; what other files import of the rest stands in its old place, handed on.
 * @param chunks all there were
 * @param handedOn files of earlier groups that only hand on
 * @returns such files of this one
 */
async function merge(folder: string, root: string, group: readonly string[], { chunks, handedOn }: { chunks: ReadonlyMap<string, Chunk>; handedOn: ReadonlySet<string> }): Promise<string[]> {
  const inside = new Set(group);
  const outside = [...chunks].filter(([name]) => !inside.has(name)).map(([, chunk]) => chunk);
  const isWanted = (name: string): boolean => [...outside, ...group.flatMap((other) => chunks.get(other) ?? [])].some(
    ({ statically, dynamically }, i) => dynamically.includes(name) || (i < outside.length && statically.includes(name)),
  );
  const doors = group.filter((name) => name !== root && isWanted(name)).map((name, i) => ({ name, names: (chunks.get(name)?.exports ?? []).map((exported) => [exported, `m${i}_${exported}`] as const) }));
  const contents = [`export * from "./${root}";`, ...doors.map(({ name, names }) => `export {${names.map(([from, to]) => `${from} as ${to}`).join()}} from "./${name}";`)].join("\n");
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder }, bundle: true, write: false, minify: true, format: "esm", platform: "node", target: "node20", packages: "external", plugins: [only(new Set([...inside, ...handedOn]))],
    // Chunks have no effects but their exports.
    logOverride: { "ignored-bare-import": "silent" },
  });
  for (const name of group) await rm(join(folder, name));
  for (const { name, names } of doors) await writeFile(join(folder, name), `export{${names.map(([from, to]) => `${to} as ${from}`).join()}}from"./${root}";\n`);
  await writeFile(join(folder, root), outputFiles[0].contents);
  return doors.map(({ name }) => name);
}

/** Other files are imported as they are. */
function only(inside: ReadonlySet<string>): Plugin {
  return {
    name: "these-files",
    setup: (chunks) => {
      chunks.onResolve({ filter: /^\.\// }, ({ path }) => (inside.has(nameOf(path)) ? undefined : { path, external: true }));
    },
  };
}

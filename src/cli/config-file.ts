/** Finds and loads leaklint.config.{ts,js,mjs,json}. */
import { access, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { checkConfig, type Config } from "../config.js";
import { ConfigError } from "../errors.js";

const NAMES = ["leaklint.config.ts", "leaklint.config.js", "leaklint.config.mjs", "leaklint.config.json"];

/**
 * The config of this folder or the nearest one above it; an empty one where there is none.
 * @param given a path from the command line, which must exist
 * @param fresh whether it is read anew although this process has read it before; what it imports by itself is not
 * @throws ConfigError
 */
export async function loadConfig(folder: string, given?: string, { fresh = false } = {}): Promise<Config> {
  const path = given === undefined ? await findConfig(folder) : resolve(folder, given);
  if (path === undefined) return {};
  return checkConfig(await load(path, fresh));
}

/** The config file of this folder or the nearest one above it. */
export async function findConfig(folder: string): Promise<string | undefined> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    for (const name of NAMES) if (await exists(join(at, name))) return join(at, name);
    if (dirname(at) === at) return undefined;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function load(path: string, fresh: boolean): Promise<unknown> {
  if (!(await exists(path))) throw new ConfigError(`there is no config file ${path}`);
  try {
    if (path.endsWith(".json")) return JSON.parse(await readFile(path, "utf8")) as unknown;
    if (path.endsWith(".ts")) {
      // Node 20 cannot load TypeScript; jiti costs its start-up only to those who write their config in it.
      const { createJiti } = await import("jiti");
      return await createJiti(import.meta.url, { moduleCache: !fresh }).import(path, { default: true });
    }
    const url = pathToFileURL(path);
    if (fresh) url.searchParams.set("read", String(performance.now()));
    return ((await import(url.href)) as { default?: unknown }).default ?? {}; // a module namespace
  } catch (error) {
    throw new ConfigError(`the config file ${path} cannot be loaded: ${error instanceof Error ? error.message : "it threw something that is not an error"}`);
  }
}

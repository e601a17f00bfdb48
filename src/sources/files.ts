/** Files, folders, globs, standard input and bytes in memory -> artifacts. */
import { type BigIntStats, type Dirent, existsSync, statSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import type Picomatch from "picomatch";
import type { Artifact, Known, Limits, Unscanned } from "../contract.js";
import { UsageError } from "../errors.js";
import type { Memory } from "./memory.js";

/** A path, folder or glob; "-" for standard input; or bytes under a name. */
export type Input = string | { readonly name: string; readonly bytes: Uint8Array };

export interface SourceOptions {
  /** Globs of paths that are left out of folders and globs; a file named by itself is always read. */
  readonly ignore: readonly string[];
  readonly limits: Limits;
  /** Files that are as they were are not read. */
  readonly memory?: Memory;
  readonly signal?: AbortSignal;
}

/**
 * One artifact, or the reason why there is none, for every regular file the inputs name; folders in order of names. Symbolic
 * links inside folders are not followed and are listed; one named by itself is.
 * @throws UsageError where an input names nothing
 */
export async function* artifactsOf(inputs: readonly Input[], options: SourceOptions): AsyncIterable<Artifact | Known | Unscanned> {
  const isIgnored = await ignoring(options.ignore);
  for (const input of inputs) {
    if (typeof input !== "string") yield artifactOf(input.name, input.bytes);
    else if (input === "-") yield artifactOf("-", await readStandardInput(options.limits.fileBytes, options.signal));
    else {
      const kind = await kindOf(input);
      if (kind === "folder") yield* walk(input, isIgnored, () => true, options);
      else if (kind === "file") yield await open(input, options);
      else if (kind === "none" && GLOB_CHARACTER.test(input)) yield* glob(input, isIgnored, options);
      else if (kind === "none") throw new UsageError(`there is no file or folder ${JSON.stringify(input)}`);
      else yield unscannedFile(input, "unsupported", "neither a regular file nor a folder");
    }
  }
}

/**
 * What git keeps there is every version of every file, packed: `leaklint history` reads it. That of the repository we stand in is no part of
 * what is checked; one that lies among files to be published would go out with them, and counts.
 */
function gitFolder(path: string): Unscanned {
  const own = relative(dirname(resolve(path)), process.cwd());
  const isOwn = own !== ".." && !own.startsWith(`..${sep}`) && !isAbsolute(own);
  return { ...unscannedFile(path, "unsupported", "a git repository's own folder: leaklint history checks what is in it"), format: "git", ...(isOwn && { accepted: true }) };
}

/** Whether a path is left out by the config. */
export async function ignoring(globs: readonly string[]): Promise<(path: string) => boolean> {
  return globs.length === 0 ? () => false : (await globbing())([...globs], { dot: true });
}

const GLOB_CHARACTER = /[*?[\]{}()!]/u;

/** picomatch is loaded only where a glob is: most runs name files. */
async function globbing(): Promise<typeof Picomatch> {
  return (await import("picomatch")).default;
}

const portable = (path: string): string => (process.platform === "win32" ? path.replaceAll("\\", "/") : path);

function artifactOf(path: string, bytes: Uint8Array): Artifact {
  return { kind: "artifact", at: [{ kind: "file", path }], name: path.replace(/^.*\//u, ""), bytes };
}

function unscannedFile(path: string, reason: Unscanned["reason"], detail: string): Unscanned {
  return { kind: "unscanned", at: [{ kind: "file", path }], reason, detail };
}

async function kindOf(path: string): Promise<"file" | "folder" | "other" | "none"> {
  try {
    const found = await stat(path);
    return found.isFile() ? "file" : found.isDirectory() ? "folder" : "other";
  } catch (error) {
    if (isSystemError(error) && (error.code === "ENOENT" || error.code === "ENOTDIR" || error.code === "EINVAL")) return "none";
    if (isSystemError(error)) return "other";
    throw error;
  }
}

async function* glob(pattern: string, isIgnored: (path: string) => boolean, options: SourceOptions): AsyncIterable<Artifact | Known | Unscanned> {
  const picomatch = await globbing();
  const { base } = picomatch.scan(portable(pattern));
  const folder = base === "" ? "." : base;
  const isWanted = picomatch(portable(pattern).replace(/^\.\//u, ""));
  let any = false;
  if ((await kindOf(folder)) === "folder") {
    for await (const one of walk(folder, isIgnored, (path) => isWanted(path.replace(/^\.\//u, "")), options)) {
      any = true;
      yield one;
    }
  }
  if (!any) throw new UsageError(`no file matches ${JSON.stringify(pattern)}`);
}

async function* walk(
  folder: string,
  isIgnored: (path: string) => boolean,
  isWanted: (path: string) => boolean,
  options: SourceOptions,
): AsyncIterable<Artifact | Known | Unscanned> {
  options.signal?.throwIfAborted();
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    yield unscannedFile(folder, "failed", `the folder cannot be read (${error.code ?? "unknown"})`);
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = folder === "." ? entry.name : `${portable(folder).replace(/\/$/u, "")}/${entry.name}`;
    if (isIgnored(path)) continue;
    if (entry.isDirectory() && entry.name === ".git" && existsSync(`${path}/objects`)) yield gitFolder(path);
    else if (entry.isDirectory()) yield* walk(path, isIgnored, isWanted, options);
    else if (!isWanted(path)) continue;
    else if (entry.isFile()) yield await open(path, options);
    else if (entry.isSymbolicLink()) yield unscannedFile(path, "unsupported", "a symbolic link, which is not followed");
    else yield unscannedFile(path, "unsupported", "neither a regular file nor a folder");
  }
}

async function open(path: string, { limits, memory }: SourceOptions): Promise<Artifact | Known | Unscanned> {
  try {
    // Not awaited: of ten thousand files that are as they were, waiting would be most of the time.
    const found = statSync(path, { bigint: true });
    if (found.size > limits.fileBytes) return unscannedFile(path, "limit", `fileBytes: larger than ${limits.fileBytes} bytes`);
    const name = portable(path);
    if (memory === undefined) return artifactOf(name, await readFile(path));
    const state = stateOf(found);
    const at = [{ kind: "file", path: name }] as const;
    const unchanged = state === undefined ? undefined : memory.recall(state, name, at);
    if (unchanged !== undefined) return unchanged;
    const bytes = await readFile(path);
    const digest = `bytes ${digestOf(bytes)}`;
    const known = memory.recall(digest, name, at, state);
    if (known !== undefined) return known;
    const artifact = artifactOf(name, bytes);
    memory.expect(artifact, state === undefined ? [digest] : [state, digest], name);
    return artifact;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return unscannedFile(portable(path), "failed", `the file cannot be read (${error.code ?? "unknown"})`);
  }
}

/** node:crypto takes 3 ms to load, which a run without a memory need not wait for. */
const digestOf = (bytes: Uint8Array): string => process.getBuiltinModule("node:crypto").hash("sha256", bytes);

/** A file that was written to within this time may be written to again with the same time stamps. */
const SETTLED_MS = 2000n;

/** What changes whenever a file's bytes may have: its time stamps, and which file it is. Undefined where that is not sure yet. */
function stateOf({ dev, ino, size, mtimeMs, ctimeMs, mtimeNs, ctimeNs }: BigIntStats): string | undefined {
  const now = BigInt(Date.now());
  if (mtimeMs + SETTLED_MS > now || ctimeMs + SETTLED_MS > now) return undefined;
  return `file ${dev} ${ino} ${size} ${mtimeNs} ${ctimeNs}`;
}

/** All of standard input. @throws UsageError past `fileBytes`; the signal's reason when aborted */
export async function readStandardInput(fileBytes = Infinity, signal?: AbortSignal): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    signal?.throwIfAborted();
    const bytes = Buffer.from(chunk as Buffer); // no encoding is set, so chunks are buffers
    size += bytes.length;
    if (size > fileBytes) throw new UsageError(`standard input is larger than the limit fileBytes (${fileBytes} bytes)`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error;
}

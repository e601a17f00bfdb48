/** Changes, commits and tags -> artifacts, read in step with their scan; what is known from before is not read at all. */
import type { Artifact, Known, Limits, Location, Unscanned } from "../../contract.js";
import type { Memory } from "../memory.js";
import { lfsContent, lfsPointer } from "./lfs.js";
import { messageOf, taggedObject } from "./messages.js";
import { type GitObject, type ObjectReader, readObjects } from "./objects.js";
import { baseName, pathText } from "./paths.js";
import { runGit } from "./process.js";
import type { Tip } from "./pushed.js";
import { type Change, isFile, LINK, SUBMODULE, type Token, UNMERGED } from "./raw-diff.js";
import type { Repository } from "./repository.js";

export interface GitSourceOptions {
  readonly limits: Limits;
  readonly memory: Memory;
  /** Paths from the top of the repository that the config leaves out. */
  readonly isIgnored: (path: string) => boolean;
  readonly signal?: AbortSignal;
}

export type GitPiece = Artifact | Known | Unscanned;
/** Changes, the commits they are in, and what could not be listed. */
export type Listed = Token | Unscanned;

/** What is asked of git while earlier things are scanned. */
const AHEAD = 64;

/**
 * Every object once under every path it stands at, where it came first.
 * @param tips refs that may point at something else than a commit
 */
export async function* gitArtifacts(
  repository: Repository,
  batches: AsyncIterable<readonly Listed[]> | Iterable<readonly Listed[]>,
  tips: readonly Tip[],
  options: GitSourceOptions,
): AsyncGenerator<GitPiece> {
  const reader = readObjects(repository.cwd, options.limits.fileBytes);
  try {
    const met = new Set<string>();
    let waiting: Slot[] = [];
    for await (const batch of all(repository, batches, tips, reader)) {
      options.signal?.throwIfAborted();
      for (const piece of batch) {
        const slot = slotOf(piece, met, options);
        if (slot === undefined) continue;
        if (slot.kind === "wanted") reader.request(slot.id);
        if (waiting.push(slot) < AHEAD) continue;
        for (const one of waiting) yield one.kind === "ready" ? ready(one, options) : await read(repository, one, reader, options);
        waiting = [];
      }
    }
    for (const one of waiting) yield one.kind === "ready" ? ready(one, options) : await read(repository, one, reader, options);
  } finally {
    await reader.close();
  }
}

type Piece = Listed | { readonly message: Buffer; readonly at: Location; readonly name: string };

/** Tips come first, before anything is asked for ahead: they are read one by one. */
async function* all(
  repository: Repository,
  batches: AsyncIterable<readonly Listed[]> | Iterable<readonly Listed[]>,
  tips: readonly Tip[],
  reader: ObjectReader,
): AsyncGenerator<readonly Piece[]> {
  const found: Piece[] = [];
  for (const tip of tips) for await (const piece of behindTip(repository, tip, reader)) found.push(piece);
  yield found;
  yield* batches;
}

/** A tag's message, and what stands behind it if that is not a commit. */
async function* behindTip(repository: Repository, { id, name }: Tip, reader: ObjectReader): AsyncGenerator<Piece> {
  reader.request(id);
  const object = await reader.next();
  const at: Location = [{ kind: "file", path: name }];
  if (object.kind !== "object") yield unread(at, object);
  else if (object.type === "blob") yield { mode: "100644", id, path: bytesOf(name) };
  else if (object.type === "tree") {
    const output = await runGit(["ls-tree", "-r", "-z", "--full-tree", id], { cwd: repository.cwd });
    // "<mode> <type> <id>\t<path>", in the same order as a diff against nothing.
    for (const line of output.toString("latin1").split("\0")) {
      const tab = line.indexOf("\t");
      const [mode, , entry] = line.slice(0, tab).split(" ");
      if (tab >= 0) yield { mode, id: entry, path: `${bytesOf(name)}/${line.slice(tab + 1)}` };
    }
  } else if (object.type === "tag") {
    yield { message: messageOf(object.bytes), at: [{ kind: "file", path: `message of ${name}` }], name: "tag message" };
    const tagged = taggedObject(object.bytes);
    if (tagged !== undefined) yield* behindTip(repository, { id: tagged, name }, reader);
  }
}

const bytesOf = (text: string): string => Buffer.from(text).toString("latin1");

type Slot =
  | { readonly kind: "ready"; readonly piece: GitPiece; readonly remember?: { readonly content: string; readonly path: string } }
  /** To be read. `as` says how. */
  | { readonly kind: "wanted"; readonly id: string; readonly as: "file" | "link" | "commit"; readonly at: Location; readonly path: string };

const COMMIT_MESSAGE = "commit message";

function slotOf(piece: Piece, met: Set<string>, { memory, isIgnored }: GitSourceOptions): Slot | undefined {
  if ("kind" in piece) return { kind: "ready", piece };
  if ("message" in piece) return { kind: "ready", piece: artifact(piece.at, piece.name, piece.message) };
  if (!("path" in piece)) return wanted(piece.commit, "commit", COMMIT_MESSAGE, piece.commit, memory);
  const path = pathText(piece.path);
  const name = `${piece.mode === LINK ? "link" : ""}${piece.id}${piece.path}`;
  if (isIgnored(path) || met.has(name)) return undefined;
  met.add(name);
  if (isFile(piece.mode)) return wanted(piece.id, "file", path, piece.commit, memory);
  if (piece.mode === LINK) return wanted(piece.id, "link", path, piece.commit, memory);
  return { kind: "ready", piece: unscannedChange(piece, path), ...(piece.mode === SUBMODULE && { remember: { content: `submodule ${piece.id}`, path } }) };
}

function wanted(id: string, as: "file" | "link" | "commit", path: string, commit: string | undefined, memory: Memory): Slot {
  const at = placeOf(path, commit);
  const known = memory.recall(contentOf(as, id), path, at);
  return known === undefined ? { kind: "wanted", id, as, at, path } : { kind: "ready", piece: known };
}

const contentOf = (as: string, id: string): string => `${as} ${id}`;

function placeOf(path: string, commit: string | undefined): Location {
  return commit === undefined ? [{ kind: "file", path }] : [{ kind: "file", path }, { kind: "commit", id: commit }];
}

function unscannedChange({ mode, commit }: Change, path: string): Unscanned {
  const detail =
    mode === SUBMODULE
      ? "a submodule: its files are in its own repository, and are checked there"
      : mode === UNMERGED
        ? "its merge is not finished: what will be committed is not known yet"
        : `git has an entry of mode ${mode} here, which is no file`;
  return { kind: "unscanned", at: placeOf(path, commit), reason: "unsupported", detail };
}

function ready({ piece, remember }: Slot & { kind: "ready" }, { memory }: GitSourceOptions): GitPiece {
  if (remember !== undefined && piece.kind === "unscanned") memory.expect(piece, [remember.content], remember.path);
  return piece;
}

async function read(repository: Repository, slot: Slot & { kind: "wanted" }, reader: ObjectReader, { memory, limits }: GitSourceOptions): Promise<GitPiece> {
  const object = await reader.next();
  const content = contentOf(slot.as, slot.id);
  // The same bytes may have been scanned since they were asked for.
  const known = memory.recall(content, slot.path, slot.at);
  if (known !== undefined) return known;
  const piece = object.kind === "object" ? await pieceOf(repository, slot, object.bytes, limits) : unread(slot.at, object);
  // What is not here, damaged or too large today may be read tomorrow.
  if (piece.kind === "artifact") memory.expect(piece, [content], slot.path);
  return piece;
}

async function pieceOf(repository: Repository, { as, at, path }: Slot & { kind: "wanted" }, bytes: Buffer, { fileBytes }: Limits): Promise<Artifact | Unscanned> {
  if (as === "commit") return artifact(at, COMMIT_MESSAGE, messageOf(bytes));
  // Where a link leads may be outside of the repository and is no part of the commit; the words of its target are.
  if (as === "link") return artifact(at, `${baseName(path)}.symlink`, bytes);
  const pointer = lfsPointer(bytes);
  if (pointer === undefined) return artifact(at, baseName(path), bytes);
  const content = await lfsContent(repository, pointer, fileBytes);
  if (content === "large") return { kind: "unscanned", at, reason: "limit", detail: `fileBytes: larger than ${fileBytes} bytes` };
  if (content === "absent") return { kind: "unscanned", at, reason: "unsupported", detail: "a Git LFS pointer: its content is not in this clone (git lfs fetch)" };
  return artifact(at, baseName(path), content);
}

function artifact(at: Location, name: string, bytes: Buffer): Artifact {
  return { kind: "artifact", at, name, bytes };
}

function unread(at: Location, object: Exclude<GitObject, { kind: "object" }>): Unscanned {
  switch (object.kind) {
    case "large":
      return { kind: "unscanned", at, reason: "limit", detail: `fileBytes: ${object.size} bytes, which is more than may be read` };
    case "missing":
      return { kind: "unscanned", at, reason: "failed", detail: "git does not have this object: a partial clone (it is not fetched), or a damaged repository" };
    case "corrupt":
      return { kind: "unscanned", at, reason: "corrupt", detail: "git cannot unpack this object: see git fsck" };
  }
}

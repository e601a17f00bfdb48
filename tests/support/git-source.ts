/** What a git source yields, in a form that a test can compare. */
import type { Artifact, Known, Location, Unscanned } from "../../src/contract.js";
import { DEFAULT_LIMITS } from "../../src/limits.js";
import { changesOf, commitsOf, cutOff, type Revisions } from "../../src/sources/git/history.js";
import type { Tip } from "../../src/sources/git/pushed.js";
import { openRepository } from "../../src/sources/git/repository.js";
import { gitArtifacts, type Listed } from "../../src/sources/git/source.js";
import { stagedChanges } from "../../src/sources/git/staged.js";
import type { Memory } from "../../src/sources/memory.js";

/** Knows nothing and keeps nothing. */
export const NO_MEMORY: Memory = { recall: () => undefined, expect: () => undefined };

export interface Seen {
  /** "path" or "path @commit", the commit's first seven digits. */
  readonly at: string;
  readonly name?: string;
  readonly text?: string;
  /** "reason: detail" of what was not read. */
  readonly unread?: string;
}

export interface SeeOptions {
  readonly memory?: Memory;
  readonly fileBytes?: number;
  readonly ignored?: (path: string) => boolean;
}

export async function seeStaged(cwd: string, options: SeeOptions = {}): Promise<Seen[]> {
  const repository = await openRepository(cwd);
  return see(gitArtifacts(repository, [await stagedChanges(repository)], [], sourceOptions(options)));
}

export async function seeRange(cwd: string, revisions: Revisions, options: SeeOptions & { readonly tips?: readonly Tip[] } = {}): Promise<Seen[]> {
  const repository = await openRepository(cwd);
  const commits = await commitsOf(repository, revisions);
  async function* pieces(): AsyncGenerator<readonly Listed[]> {
    yield await cutOff(repository, commits);
    yield* changesOf(repository, commits);
  }
  return see(gitArtifacts(repository, pieces(), options.tips ?? [], sourceOptions(options)));
}

const sourceOptions = ({ memory = NO_MEMORY, fileBytes = DEFAULT_LIMITS.fileBytes, ignored = () => false }: SeeOptions) => ({
  limits: { ...DEFAULT_LIMITS, fileBytes },
  memory,
  isIgnored: ignored,
});

export async function see(pieces: AsyncIterable<Artifact | Known | Unscanned>): Promise<Seen[]> {
  const seen: Seen[] = [];
  for await (const piece of pieces) {
    const at = show(piece.at);
    if (piece.kind === "artifact") seen.push({ at, name: piece.name, text: Buffer.from(piece.bytes).toString("utf8") });
    else if (piece.kind === "unscanned") seen.push({ at, unread: `${piece.reason}: ${piece.detail}` });
    else seen.push({ at, text: "known" });
  }
  return seen;
}

function show(at: Location): string {
  return at.map((step) => (step.kind === "file" ? step.path : step.kind === "commit" ? `@${step.id.slice(0, 7)}` : step.kind)).join(" ");
}

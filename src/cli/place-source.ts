/** `leaklint staged`, `range`, `history` and folders: what is looked at. */
import type { Artifact, Known, Limits, Report, Unscanned } from "../contract.js";
import { UsageError } from "../errors.js";
import type { Judge } from "../judge.js";
import { withPlace } from "../known.js";
import { DEFAULT_LIMITS } from "../limits.js";
import type { Linter, ScanOptions } from "../linter.js";
import { artifactsOf, ignoring, readStandardInput } from "../sources/files.js";
import { changesOf, commitsOf, cutOff, type Revisions } from "../sources/git/history.js";
import { otherTips, prePush, preReceive, type Tip } from "../sources/git/pushed.js";
import type { Repository } from "../sources/git/repository.js";
import { gitArtifacts, type Listed } from "../sources/git/source.js";
import { stagedChanges } from "../sources/git/staged.js";
import type { Arguments } from "./arguments.js";
import type { Workplace } from "./workplace.js";

export interface PlaceOptions extends ScanOptions {
  readonly judge: Judge;
  readonly linter: () => Promise<Linter>;
}

/** A report on everything there; what is known to hold nothing needs no linter. @throws as `placeSource` */
export async function* placeReports(given: Arguments, place: Workplace, { judge, linter, ...options }: PlaceOptions): AsyncGenerator<Report> {
  const source = await placeSource(given, place, { ...DEFAULT_LIMITS, ...place.config.limits });
  const pieces = source[Symbol.asyncIterator]();
  try {
    for (let step = await pieces.next(); step.done !== true; step = await pieces.next()) {
      const piece = step.value;
      if (piece.kind === "known" && piece.path !== undefined && piece.result.findings.length === 0) {
        const result = withPlace(piece, piece.path);
        yield judge.judge(options.acceptance?.apply(result) ?? result);
      } else {
        yield* (await linter()).scanSource(chained(piece, pieces), { ...options, learn: place.memory.learn });
        return;
      }
    }
    // What was accepted and is no longer there is told at the end, in the linter's words.
    const left = options.acceptance?.leftOver() ?? [];
    if (left.length > 0) await linter();
    for (const result of left) yield judge.judge(result);
  } finally {
    await pieces.return?.();
  }
}

async function* chained<Piece>(first: Piece, others: AsyncIterator<Piece>): AsyncGenerator<Piece> {
  yield first;
  for (let step = await others.next(); step.done !== true; step = await others.next()) yield step.value;
}

/** @throws UsageError where git does not know what is named, or a path names nothing */
async function placeSource(given: Arguments, { repository, memory, config, staged }: Workplace, limits: Limits): Promise<AsyncIterable<Artifact | Known | Unscanned>> {
  if (given.command === "scan" || repository === undefined) return artifactsOf(given.operands, { ignore: config.ignore ?? [], limits, memory });
  const options = { limits, memory, isIgnored: await ignoring(config.ignore ?? []) };
  if (given.command === "staged") return gitArtifacts(repository, [await stagedChanges(repository, staged)], [], options);
  const { revisions, tips } = given.command === "history" ? { revisions: ALL, tips: await otherTips(repository) } : await meant(given, repository);
  const commits = revisions.words.length === 0 && revisions !== ALL ? [] : await commitsOf(repository, revisions);
  return gitArtifacts(repository, piecesOf(repository, commits), tips, options);
}

const ALL: Revisions = { words: [], options: ["--all"] };

async function* piecesOf(repository: Repository, commits: readonly string[]): AsyncGenerator<readonly Listed[]> {
  yield await cutOff(repository, commits);
  yield* changesOf(repository, commits);
}

async function meant(
  given: Arguments,
  repository: Repository,
): Promise<{ readonly revisions: Revisions; readonly tips: readonly Tip[] }> {
  if (given.prePush !== undefined) return prePush(repository, Buffer.from(await readStandardInput()), given.prePush);
  if (given.preReceive === true) return preReceive(Buffer.from(await readStandardInput()));
  for (const word of given.operands) if (word.startsWith("-")) throw new UsageError(`${JSON.stringify(word)} is no revision`);
  return { revisions: { words: given.operands.map(asTwoDots) }, tips: [] };
}

/** "A...B" is what B would bring to A, as for git diff and for pull requests; what A has that B does not is none of it. */
function asTwoDots(word: string): string {
  return word.replace(/(?<!\.)\.\.\.(?!\.)/u, "..");
}

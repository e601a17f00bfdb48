/** What git tells a hook on standard input about a push -> the commits it would add, and the tags. */
import { UsageError } from "../../errors.js";
import type { Revisions } from "./history.js";
import { runGit } from "./process.js";
import { isNoObject, OBJECT_ID } from "./raw-diff.js";
import type { Repository } from "./repository.js";

/** A ref that is to point somewhere new. */
export interface Tip {
  readonly name: string;
  readonly id: string;
}

export interface Pushed {
  readonly revisions: Revisions;
  readonly tips: readonly Tip[];
}

/**
 * pre-push: "<local ref> <local id> <remote ref> <remote id>" a line. What the remote has already, by its tracking branches and by what the
 * lines say, is left out; another remote's branches are not: a push from an internal remote's clone to a public one brings all of it.
 * @param remote the name git gives the hook; a URL where the remote has none
 */
export async function prePush(repository: Repository, input: Buffer, remote: string): Promise<Pushed> {
  const lines = linesOf(input, PRE_PUSH);
  const tips = lines.map(([, id, name]) => ({ id, name })).filter(({ id }) => !isNoObject(id));
  const there = await known(repository, lines.map(([, , , id]) => id).filter((id) => !isNoObject(id)));
  return {
    tips,
    revisions: {
      words: [...tips.map(({ id }) => id), ...there.map((id) => `^${id}`)],
      options: remote === "" || GLOB.test(remote) ? [] : ["--not", `--remotes=${remote}`],
    },
  };
}

/** pre-receive: "<old id> <new id> <ref>" a line; everything that any ref has already is left out. */
export function preReceive(input: Buffer): Pushed {
  const tips = linesOf(input, PRE_RECEIVE).map(([, id, name]) => ({ id, name })).filter(({ id }) => !isNoObject(id));
  return { tips, revisions: { words: tips.map(({ id }) => id), options: ["--not", "--all"] } };
}

/** `--remotes` takes patterns. */
const GLOB = /[*?[\\]/u;
/** The local ref is written as the user wrote it, which may be an expression with spaces. */
const PRE_PUSH = /^(.*) ([\da-f]+) (\S+) ([\da-f]+)$/u;
const PRE_RECEIVE = /^([\da-f]+) ([\da-f]+) (\S+)$/u;

function linesOf(input: Buffer, form: RegExp): string[][] {
  return input
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line, i) => {
      const [, ...fields] = form.exec(line) ?? [];
      const isRight = fields.length > 0 && fields.filter((field) => OBJECT_ID.test(field)).length >= 2;
      if (!isRight) throw new UsageError(`line ${i + 1} of standard input is not what git gives this hook`);
      return fields;
    });
}

/** Those objects that this repository has: the remote may be ahead of it. */
async function known({ cwd }: Repository, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const output = await runGit(["cat-file", "--batch-check=%(objectname) %(objecttype)"], { cwd, input: ids.map((id) => `${id}\n`).join("") });
  return output.toString("latin1").split("\n").filter((line) => line.endsWith(" commit") || line.endsWith(" tag")).map((line) => line.split(" ")[0]);
}

/** Refs that point at something else than a commit: tags with messages, and trees or blobs that no commit has. */
export async function otherTips({ cwd }: Repository): Promise<Tip[]> {
  const output = await runGit(["for-each-ref", "--format=%(objecttype) %(objectname) %(refname)"], { cwd });
  return output
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("commit "))
    .map((line) => line.split(" "))
    .map(([, id, name]) => ({ id, name }));
}

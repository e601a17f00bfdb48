/** What `git diff --raw -z` and `git diff-tree --stdin -c -z` print: which objects stand newly at which paths. */

/** One path with what stands there now and did not before. */
export interface Change {
  /** The commit that put it there; absent for the index. */
  readonly commit?: string;
  readonly mode: string;
  readonly id: string;
  /** As git keeps it, with "/" between folders: one character for each byte (see paths.ts). */
  readonly path: string;
}

/** `commit` alone: the next changes are this commit's. */
export type Token = Change | { readonly commit: string };

/** ":<mode>… <id>… <letters>": one mode and one id for each parent, then what stands there now. */
const COLONS = /^:+/u;

/**
 * All tokens of each piece of output. Renames must be off, so that each record has one path. Paths may hold anything but NUL: newlines,
 * colons, bytes of any encoding.
 * @param chunks standard output, cut anywhere
 * @throws TypeError where it is none of this
 */
export async function* readRawDiff(chunks: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Token[]> {
  let rest = "";
  let commit: string | undefined;
  let meta: string | undefined;
  for await (const chunk of chunks) {
    const words = (rest + chunk.toString("latin1")).split("\0");
    rest = words.pop() ?? "";
    const tokens: Token[] = [];
    for (const word of words) {
      if (meta !== undefined) {
        const change = changeOf(meta, word, commit);
        meta = undefined;
        if (change !== undefined) tokens.push(change);
      } else if (word.startsWith(":")) meta = word;
      else {
        if (!OBJECT_ID.test(word)) throw new TypeError("git diff printed something else than a raw diff");
        commit = word;
        tokens.push({ commit });
      }
    }
    yield tokens;
  }
  if (rest !== "" || meta !== undefined) throw new TypeError("git diff's output ends in the middle");
}

export const OBJECT_ID = /^(?:[\da-f]{40}|[\da-f]{64})$/u;
export const isNoObject = (id: string): boolean => /^0+$/u.test(id);

function changeOf(meta: string, path: string, commit: string | undefined): Change | undefined {
  const parents = COLONS.exec(meta)?.[0].length ?? 0;
  const words = meta.slice(parents).split(" ");
  if (words.length !== 2 * parents + 3) throw new TypeError("git diff printed a line of another form");
  const [mode, id, letters] = [words[parents], words[2 * parents + 1], words[2 * parents + 2]];
  // In the middle of a merge the index has up to three objects for a path, and none that could be committed.
  if (letters.startsWith("U")) return { mode: UNMERGED, id, path, ...(commit !== undefined && { commit }) };
  if (mode === ABSENT) return undefined;
  const before = words.slice(parents + 1, 2 * parents + 1);
  // Its permissions changed, and nothing that leaves with it.
  if (before.some((old, i) => old === id && isFile(words[i]) === isFile(mode))) return undefined;
  return { mode, id, path, ...(commit !== undefined && { commit }) };
}

const ABSENT = "000000";
export const UNMERGED = "unmerged";
export const LINK = "120000";
export const SUBMODULE = "160000";
export const isFile = (mode: string): boolean => mode.startsWith("100");

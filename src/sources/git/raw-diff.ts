/** What `git diff --raw -z` and `git diff-tree --stdin -c -z` print: which objects stand newly at which paths. */

/** One path with what stands there now and did not before. */
export interface Change {
  /** The commit that put it there; absent for the index. */
  readonly commit?: string;
  readonly mode: string;
  readonly id: string;
  /** As git keeps it, with "/" between folders. */
  readonly path: Buffer;
}

/** `commit` alone: the next changes are this commit's. */
export type Token = Change | { readonly commit: string };

const NUL = 0;
const COLON = 0x3a;
/** ":<mode>… <id>… <letters>": one mode and one id for each parent, then what stands there now. */
const COLONS = /^:+/u;

/**
 * Renames must be off, so that each record has one path. Paths may hold anything but NUL: newlines, colons, bytes of any encoding.
 * @param chunks standard output, cut anywhere
 * @throws TypeError where it is none of this
 */
export async function* readRawDiff(chunks: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Token> {
  let rest: Buffer = Buffer.alloc(0);
  let commit: string | undefined;
  let meta: string | undefined;
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = bytes.indexOf(NUL); end >= 0; end = bytes.indexOf(NUL, from)) {
      const token = bytes.subarray(from, end);
      from = end + 1;
      if (meta !== undefined) {
        const change = changeOf(meta, token, commit);
        meta = undefined;
        if (change !== undefined) yield change;
      } else if (token[0] === COLON) meta = token.toString("latin1");
      else {
        commit = token.toString("latin1");
        if (!OBJECT_ID.test(commit)) throw new TypeError("git diff printed something else than a raw diff");
        yield { commit };
      }
    }
    rest = bytes.subarray(from);
  }
  if (rest.length > 0 || meta !== undefined) throw new TypeError("git diff's output ends in the middle");
}

export const OBJECT_ID = /^(?:[\da-f]{40}|[\da-f]{64})$/u;
export const isNoObject = (id: string): boolean => /^0+$/u.test(id);

function changeOf(meta: string, path: Buffer, commit: string | undefined): Change | undefined {
  const parents = COLONS.exec(meta)?.[0].length ?? 0;
  const words = meta.slice(parents).split(" ");
  if (words.length !== 2 * parents + 3) throw new TypeError("git diff printed a line of another form");
  const [mode, id, letters] = [words[parents], words[2 * parents + 1], words[2 * parents + 2]];
  // In the middle of a merge the index has up to three objects for a path, and none that could be committed.
  if (letters.startsWith("U")) return { mode: UNMERGED, id, path: Buffer.from(path), ...(commit !== undefined && { commit }) };
  if (mode === ABSENT) return undefined;
  const before = words.slice(parents + 1, 2 * parents + 1);
  // Its permissions changed, and nothing that leaves with it.
  if (before.some((old, i) => old === id && isFile(words[i]) === isFile(mode))) return undefined;
  return { mode, id, path: Buffer.from(path), ...(commit !== undefined && { commit }) };
}

const ABSENT = "000000";
export const UNMERGED = "unmerged";
export const LINK = "120000";
export const SUBMODULE = "160000";
export const isFile = (mode: string): boolean => mode.startsWith("100");

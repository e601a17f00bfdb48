/** Files that are one compressed file each: bzip2, xz, Zstandard. What is in them goes on as a file of its own. */
import { strayArtifact } from "../../bytes/stray.js";
import type { Artifact, Budget, ExtractContext, Extractor, Unscanned } from "../../contract.js";
import { Unreadable } from "../../errors.js";
import { readBzip2 } from "./bzip2.js";

type Read = (bytes: Uint8Array, budget: Budget) => Generator<Uint8Array, { end: number }> | AsyncGenerator<Uint8Array, { end: number }>;

interface Compression {
  readonly format: string;
  readonly begins: (bytes: Uint8Array) => boolean;
  readonly suffix: RegExp;
  readonly read: Read;
}

const startsWith = (bytes: Uint8Array, hex: string): boolean => Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, hex.length / 2)).toString("hex") === hex;
const ALL: readonly Compression[] = [
  // "BZh", a digit, and the mark of a block or of the end: three letters are also how a text may begin.
  { format: "bz2", begins: (bytes) => startsWith(bytes, "425a68") && (startsWith(bytes.subarray(4), "314159265359") || startsWith(bytes.subarray(4), "177245385090")), suffix: /\.(bz2?|tbz2?)$/iu, read: readBzip2 },
  { format: "xz", begins: (bytes) => startsWith(bytes, "fd377a585a00"), suffix: /\.(xz|txz)$/iu, read: loaded(async () => (await import("./xz.js")).readXz) },
  { format: "zstd", begins: (bytes) => startsWith(bytes, "28b52ffd"), suffix: /\.(zst|zstd|tzst)$/iu, read: loaded(async () => (await import("./zstd.js")).readZstd) },
];

function loaded(load: () => Promise<Read>): Read {
  return async function* (bytes, budget) {
    const read = await load();
    return yield* read(bytes, budget);
  };
}

const kindOf = (bytes: Uint8Array): Compression | undefined => ALL.find(({ begins }) => begins(bytes));

export const compressedExtractor: Extractor = {
  id: "archive-compressed",
  identify: (bytes) => kindOf(bytes)?.format,
  extract: readCompressed,
};

async function* readCompressed({ at, name, bytes }: Artifact, context: ExtractContext): AsyncGenerator<Artifact | Unscanned> {
  const { budget, limits } = context;
  const kind = kindOf(bytes);
  if (kind === undefined) throw new Unreadable("corrupt", "no compressed file");
  const pieces: Uint8Array[] = [];
  let size = 0;
  let problem: Unreadable | undefined;
  let end = bytes.length;
  try {
    const stream = kind.read(bytes, budget);
    for (;;) {
      const next = await stream.next();
      if (next.done === true) {
        end = next.value.end;
        break;
      }
      pieces.push(next.value);
      size += next.value.length;
      if (size > RATIO_FREE_BYTES && size > bytes.length * limits.expansionRatio) throw new Unreadable("limit", `expansionRatio: expands more than ${limits.expansionRatio} times`);
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    problem = error;
  }
  const inner = innerName(name, kind.suffix);
  if (size > 0) yield { kind: "artifact", at: [...at, { kind: "entry", name: inner }], name: inner, bytes: pieces.length === 1 ? pieces[0] : Buffer.concat(pieces) };
  if (problem !== undefined) {
    yield { kind: "unscanned", at, reason: problem.reason, detail: problem.message };
    return;
  }
  const rest = strayArtifact(at, bytes, end, bytes.length);
  if (rest !== undefined) yield rest;
}

/** As in limits.ts: this little cannot harm. */
const RATIO_FREE_BYTES = 2 ** 24;

/** What the program that unpacks it would call the file. */
function innerName(name: string, suffix: RegExp): string {
  const extension = suffix.exec(name)?.[1];
  if (extension === undefined) return name;
  return name.slice(0, -extension.length - 1) + (extension.toLowerCase().startsWith("t") ? ".tar" : "");
}

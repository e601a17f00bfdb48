/**
 * HEIC and AVIF as PNG files, by libheif's `heif-convert` where it is installed: phones take their photographs so. It reads and writes files only;
 * they stand in a folder of their own that nobody else may look into, for as long as it runs.
 */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ExtractContext } from "../../contract.js";
import { runIfThere } from "./program.js";

const PROGRAM = "heif-convert";
/** Pictures in one file: a burst has some dozens. */
const MAX_PICTURES = 100;

/** undefined: the program is not there, or makes nothing of the file. @throws what `runProgram` throws */
export async function convertHeif(bytes: Uint8Array, context: ExtractContext): Promise<Uint8Array[] | undefined> {
  const folder = await mkdtemp(join(tmpdir(), "leaklint-"));
  try {
    await writeFile(join(folder, "in.heic"), bytes, { mode: 0o600 });
    const answer = await runIfThere(PROGRAM, ["--quiet", join(folder, "in.heic"), join(folder, "out.png")], new Uint8Array(0), context);
    if (answer?.code !== 0) return undefined;
    const names = (await readdir(folder)).filter((name) => name.endsWith(".png")).sort().slice(0, MAX_PICTURES);
    const pictures: Uint8Array[] = [];
    for (const name of names) {
      context.budget.expand((await stat(join(folder, name))).size);
      pictures.push(await readFile(join(folder, name)));
    }
    return pictures.length === 0 ? undefined : pictures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

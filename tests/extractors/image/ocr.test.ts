/** Text in pictures, with a program that stands in for tesseract: what it is asked, what becomes of its answer, and that it is ended. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { ExtractContext } from "../../../src/contract.js";
import { imageExtractor } from "../../../src/extractors/image/index.js";
import { createBudget, DEFAULT_LIMITS } from "../../../src/limits.js";
import { fileArtifact } from "../../support/extract.js";
import { heic, jbig2, jbig2Page, jp2, png } from "../../support/pictures.js";

const PATH = process.env.PATH;
const TOOLS = ["sh", "cat", "wc", "head", "tail", "tr", "cp", "sleep"];
const folders: string[] = [];
afterEach(() => {
  process.env.PATH = PATH;
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** @param script what the stand-in does when asked to read */
function install(script: string | undefined, languages = "eng\njpn"): void {
  const folder = mkdtempSync(join(tmpdir(), "leaklint-ocr-"));
  folders.push(folder);
  if (script !== undefined) {
    const program = join(folder, "tesseract");
    writeFileSync(program, `#!/bin/sh\nif [ "$1" = --list-langs ]; then printf '${languages.replaceAll("\n", "\\n")}\\n'; exit 0; fi\n${script}\n`);
    chmodSync(program, 0o755);
  }
  // Shell and coreutils, and neither tesseract nor heif-convert of this machine.
  for (const tool of TOOLS) symlinkSync(join("/bin", tool), join(folder, tool));
  process.env.PATH = folder;
}

async function read(bytes: Buffer, options: { timeMs?: number; signal?: AbortSignal } = {}): Promise<string[]> {
  const limits = { ...DEFAULT_LIMITS, timeMs: options.timeMs ?? 10_000 };
  const context: ExtractContext = { limits, budget: createBudget(limits, options.signal), ocr: true, ...(options.signal !== undefined && { signal: options.signal }) };
  const seen: string[] = [];
  for await (const piece of imageExtractor.extract(fileArtifact(bytes, "a"), context)) {
    if (piece.kind === "text") seen.push(`${JSON.stringify(piece.place({ start: 0, end: 1 }).at.at(-1))} ${piece.text}`);
    if (piece.kind === "unscanned") seen.push(piece.detail);
  }
  return seen;
}

describe("text in pictures", () => {
  it("is read page by page, and the picture is then not unread", async () => {
    install("cat > /dev/null; printf 'one\\n\\ftwo\\n\\f'");
    expect(await read(png([]))).toEqual(['{"kind":"page","number":1} one', '{"kind":"page","number":2} two']);
  });
  it("is asked for with Japanese, from the picture's own bytes", async () => {
    install('printf "%s " "$@"; wc -c');
    expect((await read(png([])))[0]).toContain(`stdin stdout -l jpn+eng -c preserve_interword_spaces=1 ${png([]).length}`);
  });
  it("is asked for on pages as they lie, where the program can tell", async () => {
    install('printf "%s " "$@"', "eng\njpn\nosd");
    expect((await read(png([])))[0]).toContain("preserve_interword_spaces=1 --psm 1");
  });
  it.each<[string, Buffer, string[]]>([
    ["JPEG 2000", jp2([]), ['{"kind":"page","number":1} PNG']], ["JBIG2", jbig2([...jbig2Page(1), ...jbig2Page(2)]), ['{"kind":"page","number":1} PNG', '{"kind":"page","number":2} PNG']],
  ])("of %s is read in a PNG file of its pixels, page by page", async (_format, bytes, expected) => {
    install("head -c 4 | tail -c 3; printf '\\f'");
    expect(await read(bytes)).toEqual(expected);
  });
  it.each<[string, string, string[]]>([
    ["one picture", 'cp "$2" "$3"', ['{"kind":"page","number":1} ftypheic']],
    ["several", 'for i in 1 2; do printf "abcd$i" > "${3%.png}-$i.png"; done', ['{"kind":"page","number":1} abcd1', '{"kind":"page","number":2} abcd2']],
  ])("of HEIC with %s is read in what heif-convert makes of it, which is then gone", async (_case, script, expected) => {
    install("tr -cd 'a-z0-9' | head -c 8; printf '\\f'");
    const folder = folders[folders.length - 1];
    writeFileSync(join(folder, "heif-convert"), `#!/bin/sh\necho "$2" > ${folder}/seen\n${script}\n`);
    chmodSync(join(folder, "heif-convert"), 0o755);
    expect(await read(heic([]))).toEqual(expected);
    expect(existsSync(readFileSync(join(folder, "seen"), "utf8").trim())).toBe(false);
  });
  it("is listed as unread where heif-convert cannot open the picture", async () => {
    install("exit 0");
    const folder = folders[folders.length - 1];
    writeFileSync(join(folder, "heif-convert"), "#!/bin/sh\nexit 1\n");
    chmodSync(join(folder, "heif-convert"), 0o755);
    expect(await read(heic([]))).toEqual([expect.stringContaining("cannot open it")]);
  });
  it("is listed as unread where the pixels cannot be had", async () => {
    install("exit 0");
    await expect(read(jbig2([]))).rejects.toThrow("no page");
  });
  it.each<[string, string | undefined, string, Buffer, string]>([
    ["there is no tesseract", undefined, "", png([]), "not installed"],
    ["tesseract knows no Japanese", "exit 0", "eng", png([]), "no Japanese"],
    ["tesseract fails", "exit 1", "eng\njpn", png([]), "exit status 1"],
    ["heif-convert is not there", "exit 0", "eng\njpn", heic([]), "heif-convert is not installed"],
  ])("is listed as unread where %s", async (_case, script, languages, bytes, words) => {
    install(script, languages);
    expect(await read(bytes)).toEqual([expect.stringContaining(words)]);
  });
  it("ends the program when time is up", async () => {
    install("exec sleep 60");
    await expect(read(png([]), { timeMs: 600 })).rejects.toThrow("timeMs");
  });
  it("ends the program when the scan is aborted", async () => {
    install("exec sleep 60");
    const controller = new AbortController();
    setTimeout(() => {
      controller.abort(new Error("enough"));
    }, 300);
    await expect(read(png([]), { signal: controller.signal })).rejects.toThrow("enough");
  });
});

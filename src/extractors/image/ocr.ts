/** Text in a picture, as Debian's tesseract reads it: its own process, fed by a pipe, killed when time is up or the scan is aborted. */
import { spawn } from "node:child_process";
import type { Artifact, ExtractContext, Segment, Unscanned } from "../../contract.js";
import { Unreadable } from "../../errors.js";
import { remarksSegment } from "../../text/remarks.js";
import { decodedPages } from "./pixels/index.js";

const PROGRAM = "tesseract";
const WATCH_MS = 100;
/** What leptonica opens. */
const READABLE: ReadonlySet<string> = new Set(["png", "jpeg", "tiff", "gif", "webp", "bmp"]);
/** No page of text is longer. */
const MAX_OUTPUT_BYTES = 4 * 2 ** 20;

/** @param format of the picture. Yields an `Unscanned` where its text could not be read, for whatever reason. */
export async function* recognise(artifact: Artifact, format: string, words: string, context: ExtractContext): AsyncGenerator<Segment | Unscanned> {
  const { at, bytes } = artifact;
  const refuse = (detail: string): Unscanned => ({ kind: "unscanned", at, reason: "unsupported", format, detail });
  if (!READABLE.has(format) && !isDecoded(format)) {
    yield refuse(`It is ${words}; text in the picture was not read: tesseract cannot open this format.`);
    return;
  }
  const languages = await languagesOf(context);
  if (languages === undefined) {
    yield refuse(`It is ${words}; text in the picture was not read: the program tesseract is not installed (Debian: tesseract-ocr, tesseract-ocr-jpn).`);
    return;
  }
  if (!languages.has("jpn")) {
    yield refuse(`It is ${words}; text in the picture was not read: tesseract has no Japanese (Debian: tesseract-ocr-jpn).`);
    return;
  }
  const options = ["stdin", "stdout", "-l", ["jpn", "eng"].filter((language) => languages.has(language)).join("+"), "-c", "preserve_interword_spaces=1"];
  // A card photographed upright is stored lying, with a note in EXIF that tesseract does not read: it turns pages by what it sees on them.
  if (languages.has("osd")) options.push("--psm", "1");
  let before = 0;
  for await (const file of isDecoded(format) ? decodedPages(format, bytes, context.budget) : [bytes]) {
    const { code, output } = await run(options, file, context);
    if (code !== 0) {
      yield refuse(`It is ${words}; tesseract could not read text in it (exit status ${code}).`);
      return;
    }
    // A form feed ends each page.
    const pages = output.split("\f");
    for (const [i, page] of pages.entries()) {
      const text = page.trim();
      if (text !== "") yield { ...remarksSegment([{ text, at: [...at, { kind: "page", number: before + i + 1 }] }]), layout: "prose" };
    }
    before += Math.max(1, pages.length - 1);
  }
}

const isDecoded = (format: string): format is "jbig2" | "jp2" => format === "jbig2" || format === "jp2";

/** undefined: the program is not there. Asked for each time: a long-running gateway sees it once it is installed. */
async function languagesOf(context: ExtractContext): Promise<ReadonlySet<string> | undefined> {
  try {
    const { output } = await run(["--list-langs"], new Uint8Array(0), context);
    return new Set(output.split(/\s+/u));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** @throws Unreadable ("limit"), the signal's reason, or the system's error where the program cannot be started */
function run(options: readonly string[], input: Uint8Array, { budget, signal }: ExtractContext): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    // One thread: the rest of the machine is somebody else's.
    const child = spawn(PROGRAM, options, { stdio: ["pipe", "pipe", "ignore"], env: { ...process.env, OMP_THREAD_LIMIT: "1" } });
    const pieces: Buffer[] = [];
    let size = 0;
    let failure: unknown;
    const stop = (reason: unknown): void => {
      failure ??= reason;
      child.kill("SIGKILL");
    };
    const watch = setInterval(() => {
      try {
        budget.tick();
      } catch (error) {
        stop(error);
      }
    }, WATCH_MS);
    const onAbort = (): void => {
      stop(signal?.reason);
    };
    signal?.addEventListener("abort", onAbort, { once: true });
    const finish = (): void => {
      clearInterval(watch);
      signal?.removeEventListener("abort", onAbort);
    };
    child.stdout.on("data", (piece: Buffer) => {
      size += piece.length;
      if (size > MAX_OUTPUT_BYTES) stop(new Unreadable("limit", "OCR: more text than 4 MiB"));
      else pieces.push(piece);
    });
    // It may end before it has read everything: its exit status says so.
    child.stdin.on("error", () => undefined);
    child.on("error", (error) => {
      finish();
      reject(error);
    });
    child.on("close", (code, killedBy) => {
      finish();
      if (failure !== undefined) reject(failure instanceof Error ? failure : new Unreadable("limit", "OCR: stopped"));
      else resolve({ code: code ?? (killedBy === null ? 0 : 128), output: Buffer.concat(pieces).toString("utf8") });
    });
    child.stdin.end(input);
  });
}

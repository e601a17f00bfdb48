/** Text in a picture, as Debian's tesseract reads it. */
import type { Artifact, ExtractContext, Segment, Unscanned } from "../../contract.js";
import { remarksSegment } from "../../text/remarks.js";
import { convertHeif } from "./heif-pixels.js";
import { decodedPages } from "./pixels/index.js";
import { runIfThere, runProgram } from "./program.js";

const PROGRAM = "tesseract";
const HEIF: ReadonlySet<string> = new Set(["heic", "avif"]);
/** What leptonica opens. */
const READABLE: ReadonlySet<string> = new Set(["png", "jpeg", "tiff", "gif", "webp", "bmp"]);

/** @param format of the picture. Yields an `Unscanned` where its text could not be read, for whatever reason. */
export async function* recognise(artifact: Artifact, format: string, words: string, context: ExtractContext): AsyncGenerator<Segment | Unscanned> {
  const { at, bytes } = artifact;
  const refuse = (detail: string): Unscanned => ({ kind: "unscanned", at, reason: "unsupported", format, detail });
  if (!READABLE.has(format) && !isDecoded(format) && !HEIF.has(format)) {
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
  const files = isDecoded(format) ? decodedPages(format, bytes, context.budget) : HEIF.has(format) ? await convertHeif(bytes, context) : [bytes];
  if (files === undefined) {
    yield refuse(`It is ${words}; text in the picture was not read: the program heif-convert is not installed or cannot open it (Debian: libheif-examples).`);
    return;
  }
  let before = 0;
  for await (const file of files) {
    const { code, output } = await runProgram(PROGRAM, options, file, context);
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

/** undefined: the program is not there. */
async function languagesOf(context: ExtractContext): Promise<ReadonlySet<string> | undefined> {
  const answer = await runIfThere(PROGRAM, ["--list-langs"], new Uint8Array(0), context);
  return answer && new Set(answer.output.split(/\s+/u));
}

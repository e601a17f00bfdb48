/** JBIG2 and JPEG 2000 as PNG files, by decoders in a thread of their own, which can be ended when time or memory is up. */
import type { Worker } from "node:worker_threads";
import { GRAY, GRAY_ALPHA, MAX_PIXELS, pngFile, RGB, RGB_ALPHA } from "../../../bytes/png-file.js";
import type { Budget } from "../../../contract.js";
import { Unreadable } from "../../../errors.js";
import { askThread, startThread } from "../../../thread.js";
import { jbig2Pages } from "../jbig2.js";
import { pixelsOfJp2 } from "../jp2.js";
import type { PixelsAnswer, PixelsQuestion } from "./messages.js";

const MIB = 2 ** 20;
const MAX_HEAP_MIB = 256;
/** Decoders hold a picture several times, each component of each pixel in four bytes. */
const MAX_GROWTH_BYTES = 768 * MIB;
/** What pixels a component is, by how many there are. */
const COLOURS: readonly (number | undefined)[] = [undefined, GRAY, GRAY_ALPHA, RGB, RGB_ALPHA];

/** A scan is rarely alone: the thread waits for the next one without keeping the process alive. */
let idle: Worker | undefined;

/** One PNG file a page. @throws Unreadable "corrupt" or "limit", and what `budget.tick` throws */
export async function* decodedPages(format: PixelsQuestion["format"], bytes: Uint8Array, budget: Budget): AsyncGenerator<Uint8Array> {
  if (format === "jp2" && pixelsOfJp2(bytes) > MAX_PIXELS) throw new Unreadable("limit", "JPEG 2000: more pixels than are read");
  for (const page of format === "jp2" ? [new Uint8Array(bytes)] : jbig2Pages(bytes)) {
    budget.tick();
    const png = await decoded({ format, bytes: page }, budget);
    budget.expand(png.length);
    yield png;
  }
}

async function decoded(question: PixelsQuestion, budget: Budget): Promise<Uint8Array> {
  const thread = idle ?? watched(start());
  idle = undefined;
  let hasEnded = false;
  const end = async (): Promise<void> => {
    hasEnded = true;
    await thread.terminate();
  };
  const rssBefore = process.memoryUsage.rss();
  const answer = (await askThread(thread, question, { budget, rssBefore, maxGrowthBytes: MAX_GROWTH_BYTES, tooLarge: () => new Unreadable("limit", "the picture needs too much memory"), end })) as PixelsAnswer; // worker.ts posts nothing else
  if (idle === undefined) idle = thread;
  else if (!hasEnded) await end();
  const colour = answer.kind === "decoded" ? COLOURS[answer.components] : undefined;
  const png = answer.kind === "decoded" && colour !== undefined ? pngFile({ ...answer, bits: 8 }, colour) : undefined;
  if (png === undefined) throw new Unreadable("corrupt", "the picture cannot be decoded");
  return png;
}

/** A thread that ends while nobody waits for it is not used again. */
function watched(thread: Worker): Worker {
  const forget = (): void => {
    if (idle === thread) idle = undefined;
  };
  return thread.on("error", forget).on("exit", forget);
}

const start = (): Worker =>
  startThread(import.meta.url, "worker.ts", "pixels-worker.js", {
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MIB, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  });

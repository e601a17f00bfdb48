/**
 * pdfjs in a thread of its own. It yields to nobody while it reads (forms that draw forms ten times each, ten deep, keep it busy
 * for years without one turn of the event loop), it grows with what a stream expands to, and it changes globals. A thread can
 * be ended when time or memory is up, and takes all of it along.
 */
import type { Worker } from "node:worker_threads";
import type { Budget } from "../../../contract.js";
import { Unreadable } from "../../../errors.js";
import { askThread, startThread } from "../../../thread.js";
import type { DocumentExtras, PageContent } from "../document.js";
import type { Answer, ImageFacts, Question } from "./messages.js";

const MIB = 2 ** 20;
/** V8's heap of the thread: objects and strings. A 5,000-page document stays under 200 MiB. */
const MAX_HEAP_MIB = 512;
/** What the process may grow by while pdfjs reads: decoded streams lie outside V8's heap and have no limit of their own. */
const MAX_GROWTH_BYTES = 640 * MIB;
/** A document is rarely alone: the thread, with pdfjs in it, waits for the next one without keeping the process alive. */
let idle: Worker | undefined;

export interface PdfjsDocument {
  readonly pageCount: number;
  /** @param number from 1 */
  page(number: number, images?: ImageFacts): Promise<PageContent>;
  extras(): Promise<DocumentExtras>;
  /** Must be called once, whatever happened. */
  close(): Promise<void>;
}

/**
 * @param bytes copied, not taken
 * @throws Unreadable "encrypted", "corrupt" or "limit", and what `budget.tick` throws; so do `page` and `extras`
 */
export async function openWithPdfjs(bytes: Uint8Array, budget: Budget, password?: string): Promise<PdfjsDocument> {
  const worker = idle ?? watched(start());
  idle = undefined;
  const rssBefore = process.memoryUsage.rss();
  let busy = 0;
  let ended = false;
  const end = async (): Promise<void> => {
    ended = true;
    await worker.terminate();
  };
  const ask = async <K extends Question["kind"]>(question: Question & { kind: K }): Promise<Extract<Answer, { kind: K }>> => {
    busy++;
    try {
      const limits = { budget, rssBefore, maxGrowthBytes: MAX_GROWTH_BYTES, tooLarge: () => new Unreadable("limit", "needs more memory than a PDF may take"), end };
      const reply = (await askThread(worker, question, limits)) as Answer; // worker.ts posts nothing else
      if (reply.kind === "failure") throw failureOf(reply);
      if (reply.kind !== question.kind) throw new Error(`pdfjs's thread answered ${reply.kind} to ${question.kind}`);
      return reply as Extract<Answer, { kind: K }>; // the line above
    } finally {
      busy--;
    }
  };
  try {
    // A view of a larger buffer would be copied with all of it.
    const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
    const document = { kind: "open", bytes: own, ...(password !== undefined && { password }) } as const;
    const { pageCount } = await ask({ ...document, withXfa: true }).catch((error: unknown) => {
      if (!(error instanceof Unreadable) || error.reason !== "corrupt") throw error;
      return ask({ ...document, withXfa: false });
    });
    return {
      pageCount,
      page: async (number, images = { opaque: true }) => (await ask({ kind: "page", number, images })).page,
      extras: async () => (await ask({ kind: "extras" })).extras,
      async close() {
        if (ended) return;
        // A question still open belongs to a reader that has gone away.
        if (busy > 0) return end();
        try {
          await ask({ kind: "close" });
        } catch {
          // Everything wanted has been read by now: a thread that cannot close its document in time goes with it.
          return end();
        }
        await retire();
      },
    };
  } catch (error) {
    // A document that does not open leaves nothing open.
    if (!ended) await retire();
    throw error;
  }

  async function retire(): Promise<void> {
    if (idle === undefined) idle = worker;
    else await end();
  }
}

function failureOf({ name, aboutEncryption }: Extract<Answer, { kind: "failure" }>): Unreadable {
  if (name === "PasswordException") return new Unreadable("encrypted", "needs a password to be opened");
  if (aboutEncryption) return new Unreadable("encrypted", "is encrypted in a way that is not known");
  return new Unreadable("corrupt", `cannot be read as PDF (${/^\w{1,40}$/u.test(name) ? name : "Error"})`);
}

/** A thread that fails while nobody waits for it, from what pdfjs left running, is not used again, and that is all. */
function watched(worker: Worker): Worker {
  const forget = (): void => {
    if (idle === worker) idle = undefined;
  };
  return worker.on("error", forget).on("exit", forget);
}

const start = (): Worker =>
  startThread(import.meta.url, "worker.ts", "pdf-worker.js", {
    execArgv: [],
    // pdfjs and its modules may print; what they print is nobody's.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MIB, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  });

/** The thread that pdfjs runs in: answers questions about one document after another. An entry point: it has effects when loaded. */
import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";
import type { Answer, Question } from "./messages.js";
import { openPdf, type OpenPdf, type Warnings } from "./reader.js";

if (parentPort === null) throw new Error("pdfjs/worker.ts is not in a thread");
const port = parentPort;

const warned: string[] = [];
const warnings: Warnings = { take: () => warned.splice(0) };
const warn = (message: unknown): void => {
  if (warned.length < 1000) warned.push(String(message).slice(0, 300));
};
for (const method of ["debug", "info", "log", "warn", "error"] as const) console[method] = warn;

// pdfjs's display module wants a canvas (25 ms, and a native module) as soon as it is imported. Nothing is drawn here.
const unused = function unused(): void {
  // made once while pdfjs is imported, and never called on
};
Object.assign(globalThis, { DOMMatrix: unused, ImageData: unused, Path2D: unused });
const require = createRequire(import.meta.url);
const canvas = (() => {
  try {
    return createRequire(require.resolve("pdf-parse")).resolve("@napi-rs/canvas");
  } catch {
    return undefined; // not installed on this platform: nothing to keep from loading
  }
})();
if (canvas !== undefined) require.cache[canvas] = Object.assign(Object.create(null) as NodeJS.Module, { id: canvas, filename: canvas, loaded: true, exports: {} });

let open: OpenPdf | undefined;

async function answer(question: Question): Promise<Answer> {
  if (question.kind === "open") {
    open = await openPdf(question, warnings);
    return { kind: "open", pageCount: open.pageCount };
  }
  if (question.kind === "close") {
    const closing = open;
    open = undefined;
    await closing?.close();
    return { kind: "close" };
  }
  if (open === undefined) throw new Error("no document is open");
  if (question.kind === "page") return { kind: "page", page: await open.page(question.number, question.images) };
  return { kind: "extras", extras: await open.extras() };
}

// What pdfjs throws where nothing awaits it must not end the thread: the question it belongs to fails or goes on by itself.
process.on("unhandledRejection", warn);

port.on("message", (question: Question) => {
  answer(question).then(
    (reply) => {
      port.postMessage(reply, reply.kind === "page" ? [reply.page.runs.geometry.buffer as ArrayBuffer] : []); // its own, made by Float64Array.from
    },
    (error: unknown) => {
      const name = error instanceof Error ? error.name : "";
      const message = error instanceof Error ? error.message : "";
      port.postMessage({ kind: "failure", name, aboutEncryption: /encrypt|password/iu.test(message) } satisfies Answer);
    },
  );
});

/**
 * The thread in which pictures are decoded that programs for reading text do not open: pdfjs's own decoders of JBIG2 and JPEG 2000 (the latter
 * OpenJPEG as WebAssembly), which come with pdf-parse. The one importer of pdfjs-dist/image_decoders. An entry point: it has effects when loaded.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parentPort } from "node:worker_threads";
import type { Decoded, PixelsQuestion } from "./messages.js";

/** As `pdfjs-dist/types/src/pdf.image_decoders.d.ts` of 5.4.296 has it. */
interface Decoders {
  readonly Jbig2Image: new () => { readonly width: number; readonly height: number; parse(data: Uint8Array): Uint8ClampedArray };
  readonly JpxImage: {
    setOptions(options: { useWasm: boolean; useWorkerFetch: boolean; wasmUrl: string; handler: { sendWithPromise(): Promise<Uint8Array> } }): void;
    decode(data: Uint8Array, options: { numComponents: number }): Promise<Uint8ClampedArray>;
    parseImageProperties(data: Uint8Array): { readonly width: number; readonly height: number };
  };
}

if (parentPort === null) throw new Error("pixels/worker.ts is not in a thread");
const port = parentPort;

/** pdfjs asks for what Node has from 22 on. */
function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (reason: unknown) => void } {
  let [resolve, reject]: [(value: T) => void, (reason: unknown) => void] = [() => undefined, () => undefined];
  const promise = new Promise<T>((onValue, onError) => {
    [resolve, reject] = [onValue, onError];
  });
  return { promise, resolve, reject };
}
if (!("withResolvers" in Promise)) Object.assign(Promise, { withResolvers });

let loaded: Promise<Decoders> | undefined;

async function load(): Promise<Decoders> {
  const home = path.dirname(createRequire(createRequire(import.meta.url).resolve("pdf-parse")).resolve("pdfjs-dist/package.json"));
  const decoders = (await import(pathToFileURL(path.join(home, "image_decoders/pdf.image_decoders.min.mjs")).href)) as Decoders; // its types are not beside it
  const wasmUrl = pathToFileURL(path.join(home, "wasm")).href;
  decoders.JpxImage.setOptions({ useWasm: true, useWorkerFetch: false, wasmUrl: `${wasmUrl}/`, handler: { sendWithPromise: () => readFile(path.join(home, "wasm/openjpeg.wasm")) } });
  return decoders;
}

async function decode({ format, bytes }: PixelsQuestion): Promise<Decoded> {
  const { Jbig2Image, JpxImage } = await (loaded ??= load());
  if (format === "jbig2") {
    const image = new Jbig2Image();
    const samples = image.parse(bytes);
    return { kind: "decoded", width: image.width, height: image.height, components: 1, bytes: new Uint8Array(samples.buffer) };
  }
  const { width, height } = JpxImage.parseImageProperties(bytes);
  const samples = await JpxImage.decode(bytes, { numComponents: 0 });
  return { kind: "decoded", width, height, components: samples.length / (width * height), bytes: new Uint8Array(samples) };
}

for (const method of ["debug", "info", "log", "warn", "error"] as const) console[method] = () => undefined;

port.on("message", (question: PixelsQuestion) => {
  decode(question).then(
    (reply) => {
      port.postMessage(reply, [reply.bytes.buffer as ArrayBuffer]); // its own, made above
    },
    () => {
      // What a decoder throws may quote the picture.
      port.postMessage({ kind: "failure" });
    },
  );
});

/** xz by xz-decompress: MIT, kept up, no packages of its own; the reference decoder for embedded systems as WebAssembly. */
import type { Budget } from "../../contract.js";
import { Unreadable } from "../../errors.js";

const PIECE_BYTES = 2 ** 16;

type Decoder = new (source: ReadableStream<Uint8Array>) => ReadableStream<Uint8Array>;

/** A bundle in CommonJS: Node finds its names only in the default export, bundlers and tsx find them beside it. */
async function decoder(): Promise<Decoder> {
  const bundle: { readonly XzReadableStream?: Decoder; readonly default?: { readonly XzReadableStream: Decoder } } = await import("xz-decompress");
  const found = bundle.XzReadableStream ?? bundle.default?.XzReadableStream;
  if (found === undefined) throw new TypeError("xz-decompress has no XzReadableStream");
  return found;
}

export async function* readXz(bytes: Uint8Array, budget: Budget): AsyncGenerator<Uint8Array, { end: number }> {
  const XzReadableStream = await decoder();
  let at = 0;
  const source = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, (at += PIECE_BYTES)));
    },
  });
  const reader = new XzReadableStream(source).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      budget.expand(value.length);
      budget.tick();
      yield value;
    }
  } catch (error) {
    if (error instanceof Unreadable || (error instanceof Error && error.name === "AbortError")) throw error;
    // Its errors quote no content, and say in English what the decoder's number means.
    throw new Unreadable("corrupt", "xz: the compressed data is damaged, cut off, or made with settings that are not known here");
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  return { end: Math.min(at, bytes.length) };
}

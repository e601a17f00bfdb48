/** Starts threads of our own, built and from source, and asks them. */
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";

const WATCH_MS = 50;

/**
 * @param here the caller's `import.meta.url`
 * @param source the thread's file beside the caller: "worker.ts"
 * @param built its name beside the chunks that are shipped: "gateway-worker.js" (an entry in tsup.config.ts)
 */
export function startThread(here: string, source: string, built: string, options: WorkerOptions): Worker {
  if (!here.endsWith(".ts")) return new Worker(new URL(`./${built}`, here), options);
  return new Worker(fromSource(here, source), { ...options, eval: true });
}

/** For tests: a thread does not share its parent's TypeScript loader, and tsx's would take every package apart, too. */
function fromSource(here: string, source: string): string {
  const require = createRequire(here);
  const esbuild = pathToFileURL(createRequire(require.resolve("tsx")).resolve("esbuild")).href;
  const hooks = `
    import { readFileSync } from "node:fs";
    import { transformSync } from ${JSON.stringify(esbuild)};
    const isSource = (url) => url !== undefined && url.endsWith(".ts");
    export const resolve = (name, context, next) => next(isSource(context.parentURL) && name.startsWith(".") ? name.replace(/js$/u, "ts") : name, context);
    export const load = (url, context, next) => isSource(url)
      ? { format: "module", shortCircuit: true, source: transformSync(readFileSync(new URL(url), "utf8"), { loader: "ts", format: "esm" }).code }
      : next(url, context);`;
  return `
    require("node:module").register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hooks)}`)});
    import(${JSON.stringify(new URL(`./${source}`, here).href)});`;
}

export interface ThreadLimits {
  /** Throws when time is up or the scan is aborted. */
  readonly budget: { tick(): void };
  /** What the process may grow by from `rssBefore` on: buffers lie outside V8's heap and have no limit of their own. */
  readonly maxGrowthBytes: number;
  readonly rssBefore: number;
  /** What is thrown where it grows by more. */
  readonly tooLarge: () => Error;
  /** Ends the thread. */
  readonly end: () => Promise<void>;
}

/**
 * One question to a thread and its answer; the thread is ended when time or memory is up, as parsers that yield to nobody can be stopped in no other way.
 * @returns what the thread posts next. @throws `tooLarge`, what `budget.tick` throws, and whatever ended the thread
 */
export function askThread(thread: Worker, question: unknown, { budget, maxGrowthBytes, rssBefore, tooLarge, end }: ThreadLimits): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (then: () => void): void => {
      clearInterval(watch);
      thread.off("message", onMessage).off("error", onError).off("exit", onExit).unref();
      then();
    };
    const stop = (error: unknown): void => {
      settle(() => {
        end().then(() => { reject(asError(error)); }, reject);
      });
    };
    const onMessage = (reply: unknown): void => { settle(() => { resolve(reply); }); };
    const onError = (error: unknown): void => { stop(isOutOfMemory(error) ? tooLarge() : error); };
    const onExit = (): void => { stop(new Error("a thread ended by itself")); };
    const watch = setInterval(() => {
      try {
        budget.tick();
        if (process.memoryUsage.rss() - rssBefore > maxGrowthBytes) throw tooLarge();
      } catch (error) {
        stop(error);
      }
    }, WATCH_MS);
    thread.ref();
    thread.on("message", onMessage).on("error", onError).on("exit", onExit);
    thread.postMessage(question);
  });
}

const isOutOfMemory = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** Starts threads of our own, built and from source. */
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";

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

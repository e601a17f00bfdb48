/** Another program: its own process, fed by a pipe, killed when time is up or the scan is aborted. */
import { spawn } from "node:child_process";
import type { ExtractContext } from "../../contract.js";
import { Unreadable } from "../../errors.js";

const WATCH_MS = 100;
/** No page of text is longer. */
const MAX_OUTPUT_BYTES = 4 * 2 ** 20;

/** @throws Unreadable ("limit"), the signal's reason, or the system's error where the program cannot be started */
export function runProgram(program: string, options: readonly string[], input: Uint8Array, { budget, signal }: ExtractContext): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    // One thread: the rest of the machine is somebody else's.
    const child = spawn(program, options, { stdio: ["pipe", "pipe", "ignore"], env: { ...process.env, OMP_THREAD_LIMIT: "1" } });
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

/** The same; undefined where the program is not there. Asked for each time: a long-running gateway sees it once it is installed. */
export async function runIfThere(program: string, options: readonly string[], input: Uint8Array, context: ExtractContext): Promise<{ code: number; output: string } | undefined> {
  try {
    return await runProgram(program, options, input, context);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

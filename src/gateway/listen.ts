/** Opening a server's socket: TCP, or a unix socket whose stale file of a dead process is put away first. */
import { chmod, lstat, unlink } from "node:fs/promises";
import { connect, isIPv6, type Server } from "node:net";
import type { Listen } from "./door.js";
import { ConfigError } from "../errors.js";

/**
 * @param mode of a unix socket's file: who may talk to it
 * @returns the address as `Door` gives it
 * @throws ConfigError where the address cannot be listened on
 */
export async function listenOn(server: Server, listen: Listen, mode = 0o660): Promise<string> {
  if ("path" in listen) await removeStaleSocket(listen.path);
  await new Promise<void>((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      reject(new ConfigError(`cannot listen on ${"path" in listen ? listen.path : `${listen.host ?? "127.0.0.1"}:${listen.port}`} (${error.code ?? "error"})`));
    };
    server.once("error", failed);
    server.listen("path" in listen ? { path: listen.path } : { host: listen.host ?? "127.0.0.1", port: listen.port }, () => {
      server.removeListener("error", failed);
      resolve();
    });
  });
  if ("path" in listen) {
    await chmod(listen.path, mode);
    return listen.path;
  }
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a TCP server has no port");
  return `${isIPv6(address.address) ? `[${address.address}]` : address.address}:${address.port}`;
}

/**
 * Takes no connection any more, and waits until those that are there have ended.
 * @param end ends what is still there after `graceMs`
 */
export async function closeServer(server: Server, graceMs: number, end: () => void): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  const timer = setTimeout(end, graceMs);
  await closed;
  clearTimeout(timer);
}

/** Removes a socket that nobody answers on, and nothing else: a path to a file, or to a living process's socket, is a mistake in the config. */
async function removeStaleSocket(path: string): Promise<void> {
  let isSocket: boolean;
  try {
    isSocket = (await lstat(path)).isSocket();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return; // what lstat throws is one
    throw new ConfigError(`cannot listen on ${path} (${(error as NodeJS.ErrnoException).code ?? "error"})`);
  }
  if (!isSocket) throw new ConfigError(`cannot listen on ${path}: something that is no socket stands there`);
  const answers = await new Promise<boolean>((resolve) => {
    const probe = connect(path);
    probe.once("connect", () => {
      probe.destroy();
      resolve(true);
    });
    probe.once("error", () => {
      resolve(false);
    });
  });
  if (answers) throw new ConfigError(`cannot listen on ${path}: another process does`);
  await unlink(path);
}

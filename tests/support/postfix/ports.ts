/** Loopback ports that nobody listens on. Below Linux's ephemeral range, so that no outgoing connection takes one before it is used. */
import { createServer } from "node:net";

const FIRST = 21_500;
const LAST = 21_599;
let next = FIRST + (process.pid % (LAST - FIRST));

async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => { resolve(false); });
    server.listen(port, "127.0.0.1", () => server.close(() => { resolve(true); }));
  });
}

/** @throws Error when every one of them is taken */
export async function freePort(): Promise<number> {
  for (let tried = FIRST; tried <= LAST; tried++) {
    const port = next;
    next = next === LAST ? FIRST : next + 1;
    if (await isFree(port)) return port;
  }
  throw new Error(`no port from ${FIRST} to ${LAST} is free`);
}

/** What the gateway's doors (milter, SMTP proxy, check socket, HTTP) have in common. */

/** A way in that is open. */
export interface Door {
  /** Where it listens: "127.0.0.1:10025", "[::1]:10025" or the path of a unix socket. */
  readonly address: string;
  /** Takes nothing new, waits at most `graceMs` for what is under way, then ends it: whoever was not answered is to try again. */
  close(graceMs: number): Promise<void>;
}

export type { Log } from "./log.js";

export type Listen = { readonly host?: string; readonly port: number } | { readonly path: string };

/** What the gateway's doors (milter, SMTP proxy, check socket, HTTP) have in common. */

/** A way in that is open. */
export interface Door {
  /** Where it listens: "127.0.0.1:10025", "[::1]:10025" or the path of a unix socket. */
  readonly address: string;
  /** Takes nothing new, waits at most `graceMs` for what is under way, then ends it: whoever was not answered is to try again. */
  close(graceMs: number): Promise<void>;
}

/** Structured, as pino's loggers are. Fields name references, counts and states, never a value of a message. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export type Listen = { readonly host?: string; readonly port: number } | { readonly path: string };

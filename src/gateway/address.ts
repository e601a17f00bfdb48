/** Addresses as mail servers write them in their own configuration, so that the same words stand on both sides. */
import { ConfigError } from "../errors.js";
import type { Listen } from "./door.js";

const INET = /^(?:inet6?):(\d{1,5})(?:@\[?([^\s@[\]]+)\]?)?$/u;
/** Postfix's order: "inet:host:port". */
const INET_HOST_FIRST = /^(?:inet6?:)?(?:\[([^\s@[\]]+)\]|([^\s@[\]:]+)):(\d{1,5})$/u;
const UNIX = /^(?:unix:|local:)?(\/.+)$/u;

/**
 * "unix:/run/leaklint/milter.sock", "/run/leaklint/milter.sock", "inet:8892@127.0.0.1" (Sendmail), "inet:127.0.0.1:8892" (Postfix),
 * "127.0.0.1:8892", "[::1]:8892". Without a host: the loopback, because whoever reaches a filter may ask it.
 * @throws ConfigError
 */
export function parseAddress(text: string, path: string): Listen {
  const unix = UNIX.exec(text);
  if (unix !== null) return { path: unix[1] };
  const inet = INET.exec(text);
  const hostFirst = inet === null ? INET_HOST_FIRST.exec(text) : null;
  const port = Number(inet?.[1] ?? hostFirst?.[3] ?? NaN);
  const host = inet?.[2] ?? hostFirst?.[1] ?? hostFirst?.[2] ?? (text.startsWith("inet6:") ? "::1" : "127.0.0.1");
  // Port 0 is any free one: for tests.
  if (Number.isInteger(port) && port < 65_536) return { host, port };
  throw new ConfigError(`${path} must be an address such as "unix:/run/leaklint/milter.sock" or "inet:8892@127.0.0.1"`);
}

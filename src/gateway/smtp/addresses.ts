/** Who may connect to the proxy, and what it may connect to. */
import { BlockList, isIP } from "node:net";
import { ConfigError } from "../../errors.js";
import type { Listen } from "../door.js";
import type { SmtpProxyOptions } from "./options.js";

export const isLoopback = (host: string): boolean => host === "localhost" || host === "::1" || /^127\./u.test(host);

/** @throws ConfigError */
export function addressList(entries: readonly string[], key: string): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address, bits] = entry.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    const widest = family === "ipv6" ? 128 : 32;
    const prefix = bits === undefined ? widest : /^\d{1,3}$/u.test(bits) ? Number(bits) : NaN;
    if (isIP(address) === 0 || !(prefix <= widest)) throw new ConfigError(`gateway.smtp.${key} has ${JSON.stringify(entry)}, which is no address and no network such as "10.0.0.0/8"`);
    list.addSubnet(address, prefix, family);
  }
  return list;
}

/** A unix socket has no addresses: who may open its file may use it. */
export function includes(list: BlockList, address: string | undefined): boolean {
  if (address === undefined) return true;
  const plain = address.replace(/^::ffff:(?=\d+\.)/u, "");
  return list.check(plain, isIP(plain) === 6 ? "ipv6" : "ipv4");
}

/** A proxy that is its own next hop would open connections to itself until there are none left. @throws ConfigError */
export function refuseLoop(listen: Listen, { nextHop: { at } }: SmtpProxyOptions): void {
  const same = "path" in listen ? "path" in at && at.path === listen.path : !("path" in at) && listen.port === at.port && listen.port !== 0 && isLoopback(at.host);
  if (same) throw new ConfigError("gateway.smtp.nextHop is the address that gateway.smtp.listen is about");
}

/** What fingerprints are keyed with, as far as it is given. In a repository, its own key comes next (sources/git/key.ts). */
import type { Config } from "./config.js";

export function keyTextOf({ fingerprintKey = process.env["LEAKLINT_FINGERPRINT_KEY"] }: Pick<Config, "fingerprintKey">): string | undefined {
  return fingerprintKey === "" ? undefined : fingerprintKey;
}

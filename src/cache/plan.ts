/** What a result depends on besides the bytes and their name: leaklint itself, and what the config changes about finding. */
import { createHmac } from "node:crypto";
import type { Config } from "../config.js";
import { BUILD } from "../version.js";

/** What is decided after a result is there. Everything else counts, a key that is new here too. */
const AFTERWARDS: ReadonlySet<string> = new Set<keyof Config>(["lang", "ignore", "policy", "failOn", "failOnUnscanned"]);

/**
 * The same for two runs that find the same in the same bytes; undefined where nobody can know that: with detectors that are the user's own
 * code, or in a checkout that may change between two runs.
 * @param key of fingerprints: they are part of results. It also keeps what the config holds, such as passwords, from being guessed
 */
export function planId(config: Config, key: string, build = BUILD): string | undefined {
  if (build === undefined) return undefined;
  const settings = Object.entries(config).filter(([name, value]) => !AFTERWARDS.has(name) && value !== undefined);
  if (hasCode(settings)) return undefined;
  settings.sort(([a], [b]) => (a < b ? -1 : 1));
  return createHmac("sha256", key)
    .update(JSON.stringify([build, process.versions.node, process.versions.icu, settings]))
    .digest("hex");
}

function hasCode(value: unknown): boolean {
  if (typeof value === "function") return true;
  return typeof value === "object" && value !== null && Object.values(value).some(hasCode);
}

/** Where the system keeps what may be lost. */
import { homedir } from "node:os";
import { join } from "node:path";

/** Of this user, for folders in no repository. */
export function userCacheFolder(env: NodeJS.ProcessEnv): string {
  // XDG Base Directory Specification: relative paths are to be ignored.
  const base = env["XDG_CACHE_HOME"];
  if (base !== undefined && base.startsWith("/")) return join(base, "leaklint");
  const local = env["LOCALAPPDATA"];
  if (process.platform === "win32" && local !== undefined) return join(local, "leaklint", "cache");
  return join(homedir(), ".cache", "leaklint");
}

/** Which language a terminal asks for. */
import type { Language } from "../contract.js";

/** The locale's language, as POSIX orders its variables; an empty one is as good as none (XBD 8.2). */
export function languageOf(env: NodeJS.ProcessEnv): Language {
  const locale = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find((one) => one !== undefined && one !== "") ?? Intl.DateTimeFormat().resolvedOptions().locale;
  return locale.startsWith("ja") ? "ja" : "en";
}

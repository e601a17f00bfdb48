/**
 * Programs that tests hold our output against: installed with apt-get where that is possible, named where it is not. Tests that need a
 * missing one are skipped; with CI=true they fail (tests/support/tools.ts).
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findTool } from "../tests/support/tools.js";

/** Debian package -> a program of it. */
const TOOLS: Readonly<Record<string, string>> = {
  chromium: "chromium", "libxml2-utils": "xmllint", groff: "groff", "man-db": "man", zsh: "zsh", fish: "fish", "pre-commit": "pre-commit",
};

export function installTestTools(): void {
  const missing = Object.entries(TOOLS).filter(([, program]) => findTool(program) === undefined).map(([name]) => name);
  if (missing.length === 0) return;
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    console.log(`tests that need ${missing.join(", ")} are skipped: these Debian packages are not here, and installing them takes root and apt-get`);
    return;
  }
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const install = (): boolean => spawnSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...missing], { stdio: "inherit", env }).status === 0;
  console.log(`\n# installing ${missing.join(", ")}`);
  if (install()) return;
  spawnSync("apt-get", ["update", "-q"], { stdio: "inherit", env });
  install();
}

/** Programs that some tests need and not every machine has. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where a program stands, if it does. */
export function findTool(...names: readonly string[]): string | undefined {
  for (const name of names) {
    if (name.includes("/") && existsSync(name)) return name;
    for (const folder of (process.env["PATH"] ?? "").split(delimiter)) if (folder !== "" && existsSync(join(folder, name))) return join(folder, name);
  }
  return undefined;
}

/**
 * The program's path. Without it a test may be skipped on a contributor's machine (`describe.skipIf(tool === undefined)`), and fails
 * where CI=true: .ci/run installs them all.
 */
export function toolForTests(...names: readonly string[]): string | undefined {
  const found = findTool(...names);
  if (found === undefined && process.env["CI"] === "true") throw new Error(`this test needs ${names.join(" or ")}, which .ci/run installs`);
  return found;
}

#!/usr/bin/env node
/** The entry of the command line. `--version` and `--help` load nothing else: start-up is what a hook feels. */
import { VERSION } from "../version.js";
import { keepCompiledCode } from "./compiled-code.js";

const [first, ...others] = process.argv.slice(2);
if (others.length === 0 && (first === "--version" || first === "-v")) {
  process.stdout.write(`${VERSION}\n`);
} else {
  keepCompiledCode(process.env);
  const { run } = await import("./run.js");
  process.exitCode = await run(process.argv.slice(2));
}

/** `leaklint completion SHELL`: prints a script that completes leaklint's words. */
import { nearestHint } from "../../config.js";
import { UsageError } from "../../errors.js";
import { createLinter } from "../../linter.js";
import { completionScript, SHELLS } from "../completion.js";
import { EXIT } from "../interface.js";
import { languageOf } from "../language.js";
import type { Command } from "./index.js";

export const completion: Command = async (words) => {
  const [given, ...others] = words;
  const shell = SHELLS.find((one) => one === given);
  if (shell === undefined || others.length > 0) {
    throw new UsageError(`leaklint completion takes one of ${SHELLS.join(", ")}${given === undefined ? "" : nearestHint(given, SHELLS)}`);
  }
  const codes = Object.entries(createLinter().messages).flatMap(([detector, own]) => [detector, ...Object.keys(own).map((code) => `${detector}/${code}`)]);
  process.stdout.write(completionScript(shell, codes, languageOf(process.env)));
  return EXIT.clean;
};

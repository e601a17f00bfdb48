/** Tells git that a file of sorted lines is merged by keeping the lines of both sides (gitattributes, `merge=union`). */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { runGit } from "../sources/git/process.js";
import { writeReport } from "./write-file.js";

const SPECIAL = /[\s"\\*?[\]#!]/u;

/** @returns whether the attributes were added; false where there is no repository, or they are there already */
export async function keepTogether(folder: string, file: string): Promise<boolean> {
  const told = await runGit(["check-attr", "merge", "--", file], { cwd: folder }).then(String, () => undefined);
  if (told === undefined || told.trimEnd().endsWith(": merge: union") || SPECIAL.test(file)) return false;
  const path = join(folder, ".gitattributes");
  const old = await readFile(path, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  });
  const end = old.includes("\r\n") ? "\r\n" : "\n";
  await writeReport(path, `${old}${old === "" || old.endsWith("\n") ? "" : end}/${file} merge=union${end}`);
  return true;
}

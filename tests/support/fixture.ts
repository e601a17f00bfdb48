/** The files of one fixture folder. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../../fixtures");

export function fixtureNames(folder: string): string[] {
  return readdirSync(join(ROOT, folder)).sort();
}

export function readFixture(folder: string, name: string): Buffer {
  return readFileSync(join(ROOT, folder, name));
}

/** People of history, letters and the arts, and figures of tales, by their names alone: scripts/data/known-people.ts, data/LICENCES.md. */
import { dataText } from "./data-text.js";

let people: ReadonlySet<string> | undefined;

/** @param name normalised, without spaces; of a foreign name the last part decides as well: ヴォルフガング・アマデウス・モーツァルト */
export function isKnownPerson(name: string): boolean {
  people ??= new Set(dataText("known-people.txt").split("\n"));
  if (people.has(name.toLowerCase())) return true;
  // メアリ1世, カール大帝: only monarchs are called so.
  if (/^[ァ-ヴー]{2,8}\d世$|[ァ-ヴー](?:大帝|大王|女王|皇帝|法王)$/u.test(name)) return true;
  const numbered = /\d世$/u.exec(name);
  if (numbered !== null) return isKnownPerson(name.slice(0, numbered.index));
  const dot = Math.max(name.lastIndexOf("・"), name.lastIndexOf("="));
  return dot > 0 && people.has(name.slice(dot + 1));
}

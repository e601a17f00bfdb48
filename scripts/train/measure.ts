/** Counts of right and wrong names, by how they are written. */
import { givenTier, nameTrie, surnameTier } from "../../detectors/shared/name-dictionary.js";
import { lookUp } from "../../detectors/shared/trie.js";
import type { Labelled, Span } from "./labels.js";

export interface Found extends Span {
  /** Log odds that it is exactly a person's name. */
  readonly odds: number;
}

interface Tally { expected: number; found: number; exact: number; hit: number; right: number }

export class Measure {
  readonly tallies = new Map<string, Tally>();
  readonly bins = Array.from({ length: 10 }, () => ({ found: 0, right: 0 }));

  add({ text, people }: Pick<Labelled, "text" | "people">, found: readonly Found[]): void {
    for (const person of people) {
      const exact = found.some(({ start, end }) => start === person.start && end === person.end);
      const hit = found.some((one) => touches(one, person));
      for (const tally of this.of(text, person)) {
        tally.expected++;
        tally.exact += Number(exact);
        tally.hit += Number(hit);
      }
    }
    for (const one of found) {
      const right = people.some((person) => touches(one, person));
      for (const tally of this.of(text, one)) {
        tally.found++;
        tally.right += Number(right);
      }
      const bin = this.bins[Math.min(9, Math.floor(10 / (1 + Math.exp(-one.odds))))];
      bin.found++;
      bin.right += Number(people.some((person) => one.start === person.start && one.end === person.end));
    }
  }

  private of(text: string, { start, end }: Span): Tally[] {
    return ["all", ...kindsOf(text.slice(start, end))].map((kind) => {
      let tally = this.tallies.get(kind);
      if (tally === undefined) this.tallies.set(kind, (tally = { expected: 0, found: 0, exact: 0, hit: 0, right: 0 }));
      return tally;
    });
  }

  lines(): string[] {
    const lines = ["names                      expected found  exact P    R    F1   overlap P    R"];
    for (const kind of KINDS) {
      const tally = this.tallies.get(kind);
      if (tally === undefined) continue;
      const { expected, found, exact, hit, right } = tally;
      const p = exact / found, r = exact / expected;
      lines.push(`${kind.padEnd(26)} ${String(expected).padStart(7)} ${String(found).padStart(5)}     ${p.toFixed(3)} ${r.toFixed(3)} ${((2 * p * r) / (p + r)).toFixed(3)}    ${(right / found).toFixed(3)} ${(hit / expected).toFixed(3)}`);
    }
    lines.push(`calibration (exact): ${this.bins.map(({ found, right }, i) => (found === 0 ? "" : `${(i / 10).toFixed(1)}+ ${(right / found).toFixed(2)} of ${found}`)).filter(Boolean).join(", ")}`);
    return lines;
  }
}

const KINDS = ["all", "surname and given, kanji", "3-6 kanji", "2 kanji", "1 kanji", "katakana", "katakana, several parts", "other"];
const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

export function kindsOf(name: string): string[] {
  if (/^[\u3400-\u9fff々ヶ]{3,7}$/u.test(name)) return isFullName(name) ? ["surname and given, kanji", "3-6 kanji"] : ["3-6 kanji"];
  if (/^[\u3400-\u9fff々ヶ]{2}$/u.test(name)) return ["2 kanji"];
  if (/^[\u3400-\u9fff々ヶ]$/u.test(name)) return ["1 kanji"];
  if (/^[ァ-ヴー]+$/u.test(name)) return ["katakana"];
  return [/^[ァ-ヴー・= ]+$/u.test(name) ? "katakana, several parts" : "other"];
}

/** What the dictionaries know as a surname with a given name, each from two sources or more. */
function isFullName(name: string): boolean {
  for (let at = 1; at < name.length; at++) {
    if (surnameTier(lookUp(nameTrie(), name, 0, at)) >= 2 && givenTier(lookUp(nameTrie(), name, at, name.length)) >= 2) return true;
  }
  return false;
}

/** What is left in a stream beside all that its own tables point at: text that was deleted and saved over fast, or put there. */
import { printableRuns } from "../../bytes/printable-runs.js";

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Bytes up to here are alignment. */
const NEGLIGIBLE = 8;
const MIN_TOLD = 4;

/** Names of entries and blocks that stand wherever a directory or a style once did. */
const PROGRAMS_OWN = /^(?:Root Entry|WordDocument|CompObj|ObjectPool|[01]Table|SummaryInformation|DocumentSummaryInformation|PowerPoint Document|Current User|Pictures|Normal(?:\.dot)?)$/u;

/** The readable lines of what no stretch of `used` covers, without those that `known` holds. */
export function remnantsOf(bytes: Uint8Array, used: readonly Stretch[], known: (line: string) => boolean): string {
  const lines: string[] = [];
  let from = 0;
  for (const { start, end } of [...used].sort((a, b) => a.start - b.start).concat({ start: bytes.length, end: bytes.length })) {
    if (start - from >= NEGLIGIBLE) lines.push(...readable(bytes.subarray(from, start)));
    from = Math.max(from, end);
  }
  const told = new Set<string>();
  for (const line of lines) {
    const text = line.trim();
    if (text.length >= MIN_TOLD && /[\p{L}\p{N}]{2}/u.test(text) && !PROGRAMS_OWN.test(text) && !known(text)) told.add(text);
  }
  return [...told].join("\n");
}

function readable(stretch: Uint8Array): string[] {
  return stretch.every((byte) => byte === 0) ? [] : printableRuns(stretch).split("\n");
}

/** Short texts that each stand in a place of their own: names, comments, properties. They leave with a file like its content. */
import type { Concealment, Location, Range, TextSegment } from "../contract.js";

export interface Remark {
  readonly text: string;
  readonly at: Location;
}

/** One remark a line. Line breaks inside a remark stay, so that an offset still falls into its remark. */
export function remarksSegment(remarks: readonly Remark[], concealment?: Concealment): TextSegment {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of remarks) {
    starts.push(length);
    length += text.length + 1;
  }
  const indexOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    kind: "text",
    text: remarks.map(({ text }) => text).join("\n"),
    layout: "lines",
    place: ({ start }: Range) => {
      const { at } = remarks[indexOf(start)];
      return concealment === undefined ? { at } : { at, concealment };
    },
  };
}

export interface NameCollector {
  /** @param isRead the entry becomes an artifact, whose own last name the core reads */
  add(path: string, at: Location, isRead: boolean): void;
  segments(): Iterable<TextSegment>;
}

/** Names of folders, each once, and of entries that become no artifact: "佐藤花子/" says as much as a file of that name. */
export function collectNames(): NameCollector {
  const seen = new Set<string>();
  const names: Remark[] = [];
  return {
    add(path, at, isRead) {
      const parts = path.split(/[/\\]/u);
      if (isRead) parts.pop();
      for (const text of parts) {
        if (text === "" || text === "." || text === ".." || seen.has(text)) continue;
        seen.add(text);
        names.push({ text, at });
      }
    },
    *segments() {
      if (names.length > 0) yield remarksSegment(names);
    },
  };
}

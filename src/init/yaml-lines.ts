/** Puts lines into a YAML file without reading the rest of it: comments, anchors and order stay as people wrote them. */
import { UsageError } from "../errors.js";
import { BEGIN, END } from "./plan.js";

export interface Node {
  readonly key: string;
  /** As written under the key, without indentation. */
  readonly lines: readonly string[];
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
const isBlank = (line: string): boolean => line.trim() === "" || line.trimStart().startsWith("#");

/** A key's line among `lines` that is followed by a block, and where that ends. */
export function blockOf(lines: readonly string[], key: string, from = 0, to = lines.length, indent?: number): { readonly at: number; readonly end: number; readonly rest: string } | undefined {
  const form = new RegExp(`^\\s*(?:${key}|"${key}"|'${key}')\\s*:(.*)$`, "u");
  for (let at = from; at < to; at++) {
    const rest = form.exec(lines[at])?.[1];
    if (rest === undefined || (indent !== undefined && indentOf(lines[at]) !== indent)) continue;
    let end = at + 1;
    for (let i = at + 1; i < to; i++) {
      if (isBlank(lines[i])) continue;
      // A list may stand as far left as its key.
      if (indentOf(lines[i]) < indentOf(lines[at]) || (indentOf(lines[i]) === indentOf(lines[at]) && !lines[i].trimStart().startsWith("- "))) break;
      end = i + 1;
    }
    return { at, end, rest: rest.replace(/(?:^|\s)#.*$/u, "").trim() };
  }
  return undefined;
}

/** The indentation of a block's children; two more than its own where it has none. */
export function childIndent(lines: readonly string[], { at, end }: { readonly at: number; readonly end: number }): number {
  const child = lines.slice(at + 1, end).find((line) => !isBlank(line));
  return child === undefined ? indentOf(lines[at]) + 2 : indentOf(child);
}

export const block = (indent: number, lines: readonly string[]): string[] => [BEGIN, ...lines, END].map((line) => " ".repeat(indent) + line);

/** @throws UsageError for what can only be edited by somebody who reads all of it */
export function refuseTabs(text: string, file: string): void {
  if (/^\t/mu.test(text) || text.includes("\r")) throw new UsageError(`${file} has tabs or CRLF line ends, which leaklint does not edit: add the hook by hand (docs/hooks.md)`);
}

export const insert = (lines: readonly string[], at: number, added: readonly string[]): string[] => [...lines.slice(0, at), ...added, ...lines.slice(at)];

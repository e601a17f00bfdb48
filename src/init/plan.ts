/** What `leaklint init` would do to files, as data: shown by --dry-run, done otherwise. */
import type { Language } from "../contract.js";

export type Hook = "pre-commit" | "pre-push" | "pre-receive";
export const HOOKS: readonly Hook[] = ["pre-commit", "pre-push", "pre-receive"];
export type Tool = "pre-commit" | "husky" | "lefthook" | "lint-staged" | "simple-git-hooks" | "git";

export type Change =
  | { readonly kind: "write"; readonly path: string; readonly text: string; readonly isExecutable?: true }
  | { readonly kind: "rename"; readonly from: string; readonly to: string }
  | { readonly kind: "remove"; readonly path: string };

export type Words = Readonly<Record<Language, string>>;

export interface Plan {
  /** In the order they are to be done. */
  readonly changes: readonly Change[];
  /** What is left for a person to do, or to know. */
  readonly notes: readonly Words[];
}

export interface Place {
  /** Absolute: the working tree's top folder; a bare repository's own. */
  readonly top: string;
  readonly isBare: boolean;
  /** Absolute: where git looks for hooks (core.hooksPath respected). */
  readonly hooksFolder: string;
  /** How hooks start leaklint from the top folder. */
  readonly command: string;
  /** Text of a file in the top folder; undefined where there is none. @throws Error where it cannot be read */
  read(path: string): string | undefined;
  /** What kind of thing is there; symbolic links are told as such. */
  kindOf(path: string): "file" | "folder" | "link" | undefined;
}

/** What stands on both sides of what leaklint wrote into somebody else's file: by them it is found again. */
export const BEGIN = "# leaklint: begin (leaklint init --uninstall removes this)";
export const END = "# leaklint: end";

/** The arguments that a hook calls leaklint with. */
export const HOOK_WORDS: Readonly<Record<Hook, string>> = {
  "pre-commit": "staged",
  "pre-push": 'range --pre-push "$1"',
  "pre-receive": "range --pre-receive",
};

/** Without what leaklint wrote, and with nothing else changed. */
export function withoutBlock(text: string): string {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => line.trim() === BEGIN);
  if (first < 0) return text;
  const last = lines.findIndex((line, i) => i > first && line.trim() === END);
  return last < 0 ? text : withoutBlock([...lines.slice(0, first), ...lines.slice(last + 1)].join("\n"));
}

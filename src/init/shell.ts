/** The lines of shell that hooks are made of. POSIX sh: git for Windows brings one. */
import { BEGIN, END, type Hook, HOOK_WORDS } from "./plan.js";

/** git tells these hooks refs on standard input. */
export const readsRefs = (hook: Hook): boolean => hook !== "pre-commit";

/**
 * A block for a script that goes on behind it: what comes on standard input is there again for whoever reads it next (Git LFS does).
 * Without leaklint nothing may pass: whoever takes it away takes the hook away with it.
 */
export function shellBlock(hook: Hook, command: string): string {
  const call = `${command} ${HOOK_WORDS[hook]}`;
  const lines = readsRefs(hook)
    ? [
        "leaklint_refs=$(cat)",
        'if [ -n "$leaklint_refs" ]; then',
        `  printf '%s\\n' "$leaklint_refs" | ${call} || exit $?`,
        "  exec <<LEAKLINT_REFS",
        "$leaklint_refs",
        "LEAKLINT_REFS",
        "fi",
      ]
    : [`${stagedCall(command)} || exit $?`];
  return [BEGIN, ...lines, END, ""].join("\n");
}

/**
 * Whether there is anything to check before a commit, asked of git in a few milliseconds: where only the message changes (--amend, --allow-empty),
 * starting Node would be nearly all of the time. git compares object ids; 0 means nothing, and whatever else it says, leaklint looks.
 */
const NOTHING_STAGED = "git diff --cached --quiet --no-ext-diff --ignore-submodules=none 2>/dev/null";

/** Ends with leaklint's exit status. @param command how leaklint is started */
export const stagedCall = (command: string): string => `${NOTHING_STAGED} || ${command} ${HOOK_WORDS["pre-commit"]}`;

/** Whether a path or name needs no quotes in a shell. */
export const quoted = (word: string): string => (/^[\w./@+-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

/** Behind the line that says which shell, and behind what older versions of husky begin their hooks with. */
export function intoScript(text: string, block: string): string {
  const lines = text.split("\n");
  let at = text.startsWith("#!") ? 1 : 0;
  const husky = lines.findIndex((line) => /^\s*(?:\.|source)\s.*husky\.sh/u.test(line));
  if (husky >= 0) at = husky + 1;
  return [...lines.slice(0, at), ...block.trimEnd().split("\n"), ...lines.slice(at)].join("\n");
}

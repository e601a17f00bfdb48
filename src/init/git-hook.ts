/** A hook of git's own. What was there before is kept beside it, and runs first. */
import { isAbsolute, join, relative, sep } from "node:path";
import { UsageError } from "../errors.js";
import { type Change, type Hook, HOOK_WORDS, type Place, type Plan } from "./plan.js";
import { readsRefs, stagedCall } from "./shell.js";

/** Tells our hooks from others. */
const MARK = "# leaklint's hook (leaklint init --uninstall removes it)";
const KEPT = ".before-leaklint";

export function gitHook(place: Place, hook: Hook): Plan {
  const path = hookPath(place, hook);
  const kind = place.kindOf(path);
  if (kind === "folder") throw new UsageError(`${path} is a folder`);
  const old = kind === undefined || kind === "link" ? undefined : place.read(path);
  const text = script(hook, place.command);
  if (old === text) return { changes: [], notes: [] };
  const isOurs = old?.includes(MARK) === true;
  const changes: Change[] = [{ kind: "write", path, text, isExecutable: true }];
  if (kind !== undefined && !isOurs) {
    const kept = path + KEPT;
    if (place.kindOf(kept) !== undefined) throw new UsageError(`${path} and ${kept} are both there: put into one what is to run, and delete the other`);
    changes.unshift({ kind: "rename", from: path, to: kept });
  }
  return { changes, notes: [] };
}

export function withoutGitHook(place: Place, hook: Hook): Plan {
  const path = join(place.hooksFolder, hook);
  if (place.kindOf(path) !== "file" || place.read(path)?.includes(MARK) !== true) return { changes: [], notes: [] };
  const kept = path + KEPT;
  return { changes: place.kindOf(kept) === undefined ? [{ kind: "remove", path }] : [{ kind: "rename", from: kept, to: path }], notes: [] };
}

function hookPath({ hooksFolder, top, isBare }: Place, hook: Hook): string {
  const inside = relative(top, hooksFolder);
  // Linked working trees have their hooks in the main one's git folder.
  const isOwn = isBare || (!inside.startsWith("..") && !isAbsolute(inside)) || hooksFolder.split(sep).slice(-2).join("/") === ".git/hooks";
  if (!isOwn) {
    throw new UsageError(
      `core.hooksPath is ${hooksFolder}, outside this repository: a hook there would run in every repository. ` +
        `Call leaklint ${HOOK_WORDS[hook]} in it yourself, or unset core.hooksPath (core.hooksPath がリポジトリの外にあります)`,
    );
  }
  return join(hooksFolder, hook);
}

/** Fails where there is no leaklint: a check that is silently missing is the fault that hooks are there to prevent. */
function script(hook: Hook, command: string): string {
  const before = `before="$0${KEPT}"`;
  const call = `${command} ${HOOK_WORDS[hook]}`;
  const body = readsRefs(hook)
    ? ["refs=$(cat)", 'told() { if [ -n "$refs" ]; then printf \'%s\\n\' "$refs"; fi; }', 'if [ -x "$before" ]; then told | "$before" "$@" || exit $?; fi', `told | ${call}`]
    : ['if [ -x "$before" ]; then "$before" "$@" || exit $?; fi', stagedCall(command)];
  return [
    "#!/bin/sh",
    MARK,
    `if ! command -v ${command} >/dev/null 2>&1; then`,
    `  echo "leaklint: ${command} is not there: install it, or delete the hook $0" >&2`,
    '  echo "leaklint が見つかりません。インストールするか、フック $0 を削除してください。" >&2',
    "  exit 2",
    "fi",
    before,
    ...body,
    "",
  ].join("\n");
}

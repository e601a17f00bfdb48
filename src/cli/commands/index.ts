/**
 * Commands that do something else than scan and report, by their first word. Each is a file here and is loaded when it is asked for; it is
 * given the words behind its name, throws UsageError and ConfigError, and answers with the exit status.
 */
export type Command = (words: readonly string[]) => Promise<number>;

export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import("./serve.js")).serve,
  lookup: async () => (await import("./lookup.js")).lookup,
  baseline: async () => (await import("./baseline.js")).baseline,
  init: async () => (await import("./init.js")).init,
  completion: async () => (await import("./completion.js")).completion,
};

/** Kind and code of an error, never its message: that may quote what was being read. */
export function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return "something that is not an error was thrown";
  const code = "code" in error && typeof error.code === "string" ? ` (${error.code})` : "";
  return `${error.name}${code}`;
}

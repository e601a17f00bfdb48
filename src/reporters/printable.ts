/**
 * Names come from files: a control sequence in one must not reach the terminal (C1 controls are sequences to some terminals), nor a
 * bidi override turn the line around, nor a line of its own be made, nor two names look the same.
 */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

/**
 * Build servers take these for commands wherever they stand in a line of a log: GitHub's runner "##[stop-commands]", Azure Pipelines
 * "##vso[...]". A file may be named so.
 */
const LOG_COMMAND = /##(?=(?:vso|teamcity)?\[)/giu;

export function printable(name: string): string {
  return name.replace(UNPRINTABLE, "�").replace(LOG_COMMAND, "#�");
}

/** The same text as JSON: what is left in it stands in strings, and is written by its number. @param json made by JSON.stringify */
export function printableJson(json: string): string {
  const escaped = json.replace(UNPRINTABLE, (char) => (char === "\n" ? char : `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`));
  return escaped.replace(LOG_COMMAND, "#\\u0023");
}

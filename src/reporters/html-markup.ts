/** HTML in which nothing from a file can be markup: whatever is put into `html` is escaped, unless `html` made it. */
import { printable } from "./printable.js";

/** Only this file makes one. */
export interface Markup {
  readonly markup: string;
}

type Value = string | number | Markup | readonly Markup[] | undefined;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escaped = (text: string): string => printable(text).replace(/[&<>"']/gu, (char) => ENTITIES[char]);

export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { markup: strings.reduce((out, text, i) => out + textOf(values[i - 1]) + text) };
}

function textOf(value: Value): string {
  if (value === undefined) return "";
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number") return String(value);
  return "markup" in value ? value.markup : value.map(({ markup }) => markup).join("");
}

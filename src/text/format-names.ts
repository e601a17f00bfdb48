/** What a name says about a text whose content does not say it. */

/** Each format and the extensions it goes by; anything else is "text". */
const FORMATS: readonly (readonly [format: string, extensions: string])[] = [
  ["markdown", "md markdown mdx"],
  ["log", "log"],
  ["yaml", "yaml yml"],
  ["source", "js mjs cjs jsx ts mts cts tsx py rb go rs java kt swift c h cc cpp hpp cs php pl sh bash ps1 bat cmd sql css scss vue svelte erb ejs jinja tpl"],
];

let byExtension: ReadonlyMap<string, string> | undefined;

/** "markdown", "log", "yaml", "source" or "text". */
export function textFormatByName(name: string): string {
  byExtension ??= new Map(FORMATS.flatMap(([format, extensions]) => extensions.split(" ").map((one) => [one, format] as const)));
  return byExtension.get(name.slice(name.lastIndexOf(".") + 1).toLowerCase()) ?? "text";
}

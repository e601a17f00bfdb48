/** A location as people read it: "form.xlsx › 団体一覧 (hidden) › A2:H873". */
import type { Language, Location, Step } from "../contract.js";
import { SHEET_STATE_WORDS } from "./words.js";

/** Enough of a commit's id to find it in any repository. */
const ID_SHOWN = 12;

export function locationText(at: Location, lang: Language = "en"): string {
  const steps: string[] = [];
  // In a table of text a cell is the better address; its span says the same again.
  const hasCell = at.some(({ kind }) => kind === "cell");
  for (const step of at) if (!(step.kind === "span" && hasCell)) steps.push(stepText(step, lang));
  return steps.join(" › ");
}

function stepText(step: Step, lang: Language): string {
  switch (step.kind) {
    case "file":
      return step.path;
    case "commit":
      return lang === "ja" ? `コミット${step.id.slice(0, ID_SHOWN)}` : `commit ${step.id.slice(0, ID_SHOWN)}`;
    case "part":
      return step.name ?? (lang === "ja" ? `パート${step.path}` : `part ${step.path}`);
    case "header":
      return lang === "ja" ? `ヘッダー${step.name}` : `header ${step.name}`;
    case "entry":
      return step.name;
    case "sheet":
      return step.state === "visible" ? step.name : `${step.name} (${SHEET_STATE_WORDS[lang][step.state]})`;
    case "cell":
      return step.ref;
    case "page": {
      const pages = step.last === undefined ? `${step.number}` : `${step.number}-${step.last}`;
      return lang === "ja" ? `${pages}ページ` : `page ${pages}`;
    }
    case "property":
      return lang === "ja" ? `プロパティ${step.name}` : `property ${step.name}`;
    case "package-part":
      return step.path;
    case "span":
      return lang === "ja" ? `${step.line}行${step.column}字目` : `line ${step.line}:${step.column}`;
  }
}

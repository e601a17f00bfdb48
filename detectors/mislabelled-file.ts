import type { Detector } from "../src/contract.js";

/** What stands outside a format's own bytes and is no second file: words, or bytes of no known form. */
const NO_FORMAT: ReadonlySet<string> = new Set(["empty", "binary", "text", "log", "source", "yaml", "markdown", "csv", "tsv"]);

/** The core holds names against bytes (src/extension.ts); a promise that is not kept arrives here as a fact. */
export const mislabelledFile: Detector<"extension" | "polyglot"> = {
  id: "mislabelled-file",
  messages: {
    extension: {
      severity: "warning",
      en: "The file's name promises another format than its content is",
      ja: "ファイル名の拡張子と中身の形式が一致していません",
      fix: {
        en: "Open it and look at what it really is, then save it in the format its name promises, or rename it.",
        ja: "開いて実際の中身を確かめ、拡張子どおりの形式で保存し直すか、正しい拡張子に改めてください。",
      },
    },
    polyglot: {
      severity: "warning",
      en: "A second file stands inside this one, where no program that opens it will show it",
      ja: "開いても表示されない場所に、別の形式のファイルが入っています",
      fix: {
        en: "Save the file anew from the program that made it, and send what stands inside as a file of its own, if at all.",
        ja: "作成したソフトで保存し直して取り除いてください。中のファイルが必要なら別のファイルとして送ってください。",
      },
    },
  },
  defaults: {},
  create: () => ({
    *"artifact-facts"({ at, format, promised, isStray }) {
      if (promised !== undefined) yield { code: "extension", at, confidence: 0.95, evidence: ["structure"] };
      if (isStray === true && !NO_FORMAT.has(format)) yield { code: "polyglot", at, confidence: 0.9, evidence: ["structure"] };
    },
  }),
};

import type { Detector } from "../src/contract.js";

/** The core holds names against bytes (src/extension.ts); a promise that is not kept arrives here as a fact. */
export const mislabelledFile: Detector<"extension"> = {
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
  },
  defaults: {},
  create: () => ({
    "artifact-facts": ({ at, promised }) => (promised === undefined ? [] : [{ code: "extension", at, confidence: 0.95, evidence: ["structure"] }]),
  }),
};

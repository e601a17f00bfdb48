import type { Detector } from "../src/contract.js";

export const headerDisagreement: Detector<"readings" | "structure"> = {
  id: "header-disagreement",
  messages: {
    readings: {
      severity: "warning",
      en: "Two readers of this message disagree about its recipients or parts in {count} {one:way|ways}: mail programs may show and deliver it differently",
      ja: "このメールの宛先や構成の解釈が、2つの読み取り方法の間で{count}点食い違っています。メールソフトによって表示や配信先が変わるおそれがあります",
      fix: {
        en: "Write the message anew in a mail program instead of sending it on as it is.",
        ja: "そのまま送らず、メールソフトで新しく作成し直してください。",
      },
    },
    // What one program shows another one hides: nobody can say what will be read where it arrives.
    structure: {
      severity: "error",
      en: "This message is built so that mail programs may show different contents ({count} {one:way|ways})",
      ja: "このメールは、メールソフトによって表示される内容や添付ファイルが変わりうる作りになっています（{count}点）",
      fix: {
        en: "Write the message anew in a mail program and attach its files again, instead of sending it on as it is.",
        ja: "そのまま送らず、メールソフトで新しく作成し、ファイルを添付し直してください。",
      },
    },
  },
  defaults: {},
  create: () => ({
    *message({ at, disagreements, ambiguities = [] }) {
      if (disagreements.length > 0) yield { code: "readings", at, confidence: 0.9, count: disagreements.length, evidence: ["structure"] };
      if (ambiguities.length > 0) yield { code: "structure", at, confidence: 0.9, count: ambiguities.length, evidence: ["structure"] };
    },
  }),
};

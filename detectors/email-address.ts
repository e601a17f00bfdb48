import type { Detector, Evidence } from "../src/contract.js";
import { mailAddressAt } from "./shared/email.js";
import { obfuscatedAddress } from "./shared/obfuscated-email.js";

const AT = 0x40;

export const emailAddress: Detector<"address"> = {
  id: "email-address",
  messages: {
    address: {
      severity: "warning",
      en: "{count} mail {one:address of a person|addresses of people}",
      ja: "個人のメールアドレスが{count}件あります",
      fix: {
        en: "Delete them, or replace them by a shared address that is meant to be public.",
        ja: "削除するか、公開用の代表アドレスに置き換えてください。",
      },
    },
  },
  defaults: {},
  create: () => ({
    text: {
      starts: ["at", "latin", "katakana"],
      runs: { beginnings: ["at", "At", "aT", "AT", "アッ"], endings: [] },
      check(text, start, end) {
        const found = text.charCodeAt(start) === AT ? mailAddressAt(text, start) : obfuscatedAddress(text, start, end);
        if (found === undefined) return undefined;
        const { value, confidence } = found;
        const evidence: readonly Evidence[] = text.charCodeAt(start) === AT ? ["shape", "allocated"] : ["shape"];
        return { code: "address", at: { start: found.start, end: found.end }, entity: "email-address", confidence, value, evidence };
      },
    },
  }),
};

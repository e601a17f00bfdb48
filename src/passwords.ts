/** Passwords to try on what is encrypted: those of the config, and those that a message tells, as the next mail often does in Japan. */

/** More than these are not tried on one file: a derivation of an Office key takes a tenth of a second. */
const MOST = 32;

export interface Passwords {
  /** The config's first, then what was told, the latest first. */
  all(): readonly string[];
  /** Looks for passwords that a text tells. */
  hear(text: string): void;
  /** How many have been told: more than before is worth another try. */
  readonly told: number;
}

/** パスワード：Abc#1234, 解凍パスワードは「a1b2c3」です, Password: x9, PW → 1234. */
const TOLD = /(?:パスワード|ﾊﾟｽﾜｰﾄﾞ|暗証番号|pass ?word|passwd|pass|pw)[^\S\n]{0,4}(?:は|:|：|=|＝|→|⇒|is)?[^\S\n]{0,4}\n{0,2}[^\S\n]{0,8}[「『"'“【<［[]?([!-~]{4,64})/giu;
/** What closes a quotation or a sentence behind the password. */
const CLOSING = /["'”>\].,;:]+$/u;

export function createPasswords(given: readonly string[] = []): Passwords {
  const told: string[] = [];
  return {
    all: () => [...new Set([...given, ...told.toReversed()])].slice(0, MOST),
    hear(text) {
      if (!/パスワード|ﾊﾟｽﾜｰﾄﾞ|暗証番号|pass|pw/iu.test(text)) return;
      for (const [, word] of text.matchAll(TOLD)) {
        // "password:" may be closed by what belongs to the sentence, or end in such a mark itself.
        for (const one of [word.replace(CLOSING, ""), word]) if (one.length >= 4 && !told.includes(one)) told.push(one);
      }
    },
    get told() {
      return told.length;
    },
  };
}

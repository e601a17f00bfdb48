/** Whether a value is a secret that somebody uses, or a placeholder, a name, an expression or an example. */

/** Words that say of a value that it stands for another, wherever they are in it. */
const STANDS_FOR =
  /x{4,}|\*{3}|\.{3}|…|●|•|_{4,}|-{5,}|change.?(?:me|this|it)|your|example|sample|dummy|placeholder|replace|redacted|removed|hidden|masked|insert|todo|fixme|fake|mock|foo.?bar|lorem|deadbeef|cafebabe|default|template|undefined|goes.?here|my.?(?:secret|token|password|pass|key|api)|(?:some|the|test|super|invalid|correct|valid).?(?:secret|token|password|passwd|key)|123456789|abcdefg|qwerty|サンプル|ダミー/iu;
/** Values that are nothing but such a word. */
const NOTHING = new Set(
  "password passwd passphrase passcode pass pwd secret secrets token key apikey value string text number null none nil true false yes no on off empty blank required optional enabled disabled unknown hello world letmein guest public private postgres mysql redis mongodb rabbitmq sa hoge hogehoge fuga piyo foo bar baz abc123 abcd1234 1234".split(" "),
);
/** test1234, demo-pass, admin@123: what tests and manuals use. */
const OF_TESTS = /^(?:test|tests|testing|tester|demo|user|admin|root|pass|password|passwd|secret|token|key|foo|bar|hoge|pw|login|username)(?:[-_@!#.]?(?:test|pass|password|user|key|token|secret))?[-_@!#.]?\d{0,6}[!?]?$/iu;
/** Where the secret is kept, and templates. */
const REFERENCE =
  /\$\{|\{\{|\$\(|#\{|%\(|<%|^\$[A-Za-z_]|^%[A-Za-z_]+%$|^<[^>]*>$|^\[[^\]]*\]$|^\{[^}]*\}$|process\.env|import\.meta|os\.environ|getenv|secrets?[.[]|vault[:(]|^!|^(?:arn|ssm|secretsmanager|keyvault|op|file|https?|data|urn|kms|gcp|aws|env|enc):|^ENC[[(]|\\[uxnd]|%[sdv@]/u;
/** Tokens of RFC 6749, RFC 6750 and RFC 5849. */
const DOCUMENTED = new Set(["2yotnfzfejr1zcsicmwpaa", "tgzv3jokf0xg5qx2tlkwia", "mf_9.b5f-4.1jqm", "ad180jjd733klru7", "0685bd9184jfhq22", "137131200"]);
const REPEATED = /^(.)\1+$/u;
const WORDS = /^\p{L}+(?:[-_.: /+]\p{L}+)*$/u;
/** A word and a number: somebody's password in a settings file, a name in code. */
const WORD_AND_NUMBER = /^[A-Za-z]+(?:[-_.: /][A-Za-z0-9]+)*\d{0,4}$/u;
const EXPRESSION = /=>|::|\?\.|\(\)|^[./~\\]|[A-Za-z]{3}\.[a-z]+[A-Z]|^[a-z]+\.[a-z]+/u;
const CODE_MARKS = /[()[\]{};,]/u;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

/** A value that stands for another, whatever it is called. */
export function isPlaceholder(value: string): boolean {
  const lower = value.toLowerCase();
  return NOTHING.has(lower) || DOCUMENTED.has(lower) || OF_TESTS.test(value) || REPEATED.test(value) || STANDS_FOR.test(value) || REFERENCE.test(value) || isSequence(lower);
}

/** 0123456789, abcdef, 13579: every character differs from the one before by the same step. */
function isSequence(value: string): boolean {
  if (value.length < 4) return false;
  const step = value.charCodeAt(1) - value.charCodeAt(0);
  for (let i = 2; i < value.length; i++) if (value.charCodeAt(i) - value.charCodeAt(i - 1) !== step) return false;
  return true;
}

const LOWER = 0;
const UPPER = 1;
const DIGIT = 2;
const OTHER = 3;

function kindOf(code: number): number {
  if (code >= 0x61 && code <= 0x7a) return LOWER;
  if (code >= 0x41 && code <= 0x5a) return UPPER;
  return code >= 0x30 && code <= 0x39 ? DIGIT : OTHER;
}

/** What characters a value is made of. */
interface Mixture {
  readonly letters: number;
  readonly digits: number;
  readonly others: number;
  /** How many of lower case, upper case, digits and others there are. */
  readonly kinds: number;
  /** Share of neighbours that are of different kinds, 0 to 1: 0.6 in random base 62, 0.5 in hexadecimal, 0.2 in camelCase. */
  readonly changes: number;
  readonly distinct: number;
}

function mixtureOf(value: string): Mixture {
  const counts = [0, 0, 0, 0];
  let changes = 0;
  let last = -1;
  for (let i = 0; i < value.length; i++) {
    const kind = kindOf(value.charCodeAt(i));
    counts[kind]++;
    if (last >= 0 && last !== kind) changes++;
    last = kind;
  }
  return {
    letters: counts[LOWER] + counts[UPPER],
    digits: counts[DIGIT],
    others: counts[OTHER],
    kinds: counts.filter((count) => count > 0).length,
    changes: changes / Math.max(1, value.length - 1),
    distinct: new Set(value).size,
  };
}

/** Shortest value that is taken for a key by its name alone. */
const SHORTEST_KEY = 16;
/** From here on a mixture of cases alone is no name. */
const LONG_KEY = 24;

/**
 * How sure it is that a value called a key, secret or token is one, 0 to 1: keys are random, names and sentences are not.
 * @param value at most a few hundred characters
 */
export function judgeKey(value: string): number {
  const { letters, digits, changes, distinct } = mixtureOf(value);
  if (UUID.test(value)) return distinct < 9 || isPlaceholder(value) ? 0 : 0.8;
  if (value.length < SHORTEST_KEY || letters < 2 || distinct < 8 || changes < 0.25) return 0;
  if (digits < 2 && (changes < 0.4 || value.length < LONG_KEY)) return 0;
  if (isPlaceholder(value) || CODE_MARKS.test(value)) return 0;
  const isLongAndRandom = value.length >= LONG_KEY && changes >= 0.4 && digits >= 2;
  if (!isLongAndRandom && EXPRESSION.test(value)) return 0;
  return changes >= 0.35 ? 0.88 : 0.65;
}

/**
 * How sure it is that a value called a password is one, 0 to 1.
 * @param written in a settings file or a document, where the value stands for itself; in code it may be a name, a text or a test
 */
export function judgePassword(value: string, written: boolean): number {
  const { letters, digits, others, kinds } = mixtureOf(value);
  if (value.length < 6 || value.length > 100 || isPlaceholder(value) || EXPRESSION.test(value) || WORDS.test(value)) return 0;
  if (UUID.test(value)) return 0.6;
  // Numbers alone are limits and versions.
  if (letters === 0) return written && digits >= 6 && others === 0 ? 0.55 : 0;
  if (kinds < 2 || (digits === 0 && kinds < 3)) return 0;
  if (written) return kinds >= 3 ? 0.88 : 0.78;
  if (WORD_AND_NUMBER.test(value) && kinds < 3) return 0;
  return kinds >= 3 ? 0.8 : digits >= 2 && value.length >= 8 ? 0.65 : 0;
}

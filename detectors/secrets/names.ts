/** Names of secrets: which words at the end of an identifier say that its value is one. */

const MAX_NAME = 48;

/** Words that make a name ending in "key" that of a secret one; cache keys, sort keys and public keys are none. */
const KEY_OWNERS =
  /(?:api|access|secret|private|auth|authentication|encryption|encrypt|signing|signature|sign|master|storage|account|service|subscription|app|application|shared|session|client|server|consumer|webhook|deploy|admin|hmac|aes|jwt|cipher|crypto|crypt|integration|developer|dev|rest|write|bot|channel|symmetric|license|licence)$/iu;
/** Tokens that a program hands out and forgets, and those it parses. */
const PASSING =
  /(?:page|next|prev|previous|continuation|cancel|cancellation|abort|sync|resume|csrf|xsrf|design|token|sub|pagination|cursor|start|end|pos|last|first|unexpected|mock|test|fake|example|public|publishable)$/iu;
const PASS_OWNERS = /(?:db|database|user|smtp|imap|pop3|mail|ftp|sftp|ssh|admin|root|login|auth|http|proxy|basic|my|sql|redis|wifi|wpa|psk)$/iu;

/** What a name says of its value. */
export type Called = "key" | "password";

export interface SecretName {
  readonly called: Called;
  /** The whole name: ZAIF_API_KEY, where `start` is its first character. */
  readonly start: number;
}

function endsWith(text: string, start: number, end: number, word: string): boolean {
  const from = end - word.length;
  if (from < start) return false;
  for (let i = 0; i < word.length; i++) if (folded(text.charCodeAt(from + i)) !== word.charCodeAt(i)) return false;
  return true;
}

/** Of ASCII, Latin-1 and ł. */
const folded = (code: number): number => (code === 0x141 ? 0x142 : code < 0x100 ? code | 0x20 : code);

/** The word at a run's end, by its last letter: cheap enough to be asked of every word of a text. */
function wordOf(text: string, start: number, end: number): string | undefined {
  switch (text.charCodeAt(end - 1) | 0x20) {
    case 0x79: return endsWith(text, start, end, "key") ? "key" : undefined;
    case 0x74: return ["secret", "passwort", "kennwort"].find((word) => endsWith(text, start, end, word));
    case 0x6e: return endsWith(text, start, end, "token") ? "token" : undefined;
    case 0x64: return ["password", "passwd", "pwd", "wachtwoord", "passord", "lösenord"].find((word) => endsWith(text, start, end, word));
    case 0x65: return ["passphrase", "base", "passe", "adgangskode"].find((word) => endsWith(text, start, end, word));
    case 0x61: return ["contraseña", "contrasena", "senha", "salasana"].find((word) => endsWith(text, start, end, word));
    case 0x6f: return endsWith(text, start, end, "hasło") ? "hasło" : undefined;
    case 0x73: return endsWith(text, start, end, "pass") ? "pass" : undefined;
    case 0x77: return endsWith(text, start, end, "pw") ? "pw" : undefined;
    default: return undefined;
  }
}

const isNameUnit = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x5f || code === 0x2d || code === 0x2e;

/** The name that ends with a run of letters, if it is that of a secret. */
export function secretName(text: string, start: number, end: number): SecretName | undefined {
  const word = wordOf(text, start, end);
  if (word === undefined) return undefined;
  const wordStart = end - word.length;
  if (word === "passe") {
    const before = MOT_DE.exec(text.slice(Math.max(0, wordStart - LONGEST_MOT_DE), wordStart))?.[0];
    return before === undefined ? undefined : { called: "password", start: wordStart - before.length };
  }
  let from = wordStart;
  const stop = Math.max(0, wordStart - MAX_NAME);
  while (from > stop && isNameUnit(text.charCodeAt(from - 1))) from--;
  const owner = text.slice(from, wordStart);
  const called = calledBy(word, owner.replace(/[_.-]+$/u, ""), owner);
  return called === undefined ? undefined : { called, start: from };
}

/** Mot de passe, mot_de_passe, motDePasse */
const MOT_DE = /mot[ _-]?de[ _-]?$/iu;
const LONGEST_MOT_DE = 8;

function calledBy(word: string, owner: string, whole: string): Called | undefined {
  switch (word) {
    case "key": return KEY_OWNERS.test(owner) ? "key" : undefined;
    // SECRET_KEY_BASE, Rails' key of all sessions.
    case "base": return /secret_key$/iu.test(owner) ? "key" : undefined;
    case "token": return PASSING.test(owner) ? undefined : "key";
    case "secret": return "key";
    // bypass, compass: by itself, or behind a mark or a word that has one.
    case "pass":
    case "pw": return whole === "" || whole !== owner || PASS_OWNERS.test(owner) ? "password" : undefined;
    default: return "password";
  }
}

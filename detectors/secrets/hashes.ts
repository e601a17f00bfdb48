/** Password hashes as crypt(5), htpasswd, shadow and LDAP write them: guessed at home, at a thousand million a second. */
import type { Secret } from "./assignments.js";

const CRYPT =
  /\$(?:2[abxy]\$\d\d\$[./A-Za-z0-9]{53}|apr1\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{22}|1\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{22}|5\$(?:rounds=\d{1,9}\$)?[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{43}|6\$(?:rounds=\d{1,9}\$)?[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{86}|y\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{1,86}\$[./A-Za-z0-9]{43}|argon2(?:id|i|d)\$v=\d+\$m=\d+,t=\d+,p=\d+\$[A-Za-z0-9+/]{8,64}\$[A-Za-z0-9+/]{16,128})(?![./A-Za-z0-9])/uy;
const LDAP = /\{(?:SSHA|SHA|SMD5)(?:256|512)?\}[A-Za-z0-9+/]{27,120}={0,2}/uy;
/** root:$6$…: an account's line. */
const ACCOUNT = /(?:^|\n)[A-Za-z0-9._@-]{1,64}:$/u;
const LONGEST_ACCOUNT = 68;

/** @param start of a run of letters or digits behind "$" or "{" */
export function readHash(text: string, start: number): Secret | undefined {
  const before = text.charCodeAt(start - 1);
  if (before !== 0x24 && before !== 0x7b) return undefined;
  const from = start - 1;
  const pattern = before === 0x24 ? CRYPT : LDAP;
  pattern.lastIndex = from;
  if (!pattern.test(text)) return undefined;
  const end = pattern.lastIndex;
  const isOfAccount = ACCOUNT.test(text.slice(Math.max(0, from - LONGEST_ACCOUNT), from));
  return { code: "password", start: from, end, confidence: isOfAccount ? 0.93 : 0.7 };
}

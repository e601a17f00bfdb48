/** Passwords in URLs and connection strings: postgres://app:password@host, https://user:token@host. */
import { askSecretlint } from "../shared/secretlint.js";
import type { Secret } from "./assignments.js";
import { isPlaceholder } from "./values.js";

const LONGEST = 320;
const SPACE = 0x20;
const SCHEME = /^[a-z][a-z0-9+.-]{1,20}$/iu;
const HOST = /@([A-Za-z0-9._-]{1,120}|\[[0-9a-f:]{3,40}\])/uy;
/** Hosts that manuals write (RFC 2606, RFC 6761), and one's own machine. */
const DOCUMENTED = /(?:^|\.)(?:example|test|invalid|localhost|local)$|(?:^|\.)example\.(?:com|net|org|jp|co\.jp)$|^(?:127\.0\.0\.1|0\.0\.0\.0|host|hostname|myhost|your.*|server|domain|proxy|dbhost|localhost|db|database|mysql|postgres|redis|mongo|mongodb|rabbitmq|.*\.(?:host|domain)\.com|domain\.com|host\.com|somehost.*|foo.*|bar.*|my.*\.com)$/iu;
const SIMPLE = /^(?:[a-z]{1,12}|\d{1,3}|[a-z]{1,8}\d{1,3}|user.*|anon.*|.*pass.*|pw)$/iu;
/** Of these secretlint has rules; the rest of the schemes is judged by the same measure here. */
const SECRETLINTS = /^(?:https?|ftps?|mongodb(?:\+srv)?|mysqlx?|postgres(?:ql)?)$/iu;

/** @param at of the "@" between credentials and host */
export function readUrlPassword(text: string, at: number): Secret | undefined {
  const stop = Math.max(0, at - LONGEST);
  let colon = -1;
  let slashes = -1;
  for (let i = at - 1; i >= stop; i--) {
    const code = text.charCodeAt(i);
    if (code <= SPACE || code === 0x22 || code === 0x27 || code === 0x3c || code === 0x3e || code === 0x60 || code > 0x7e) return undefined;
    if (code === 0x3a && text.charCodeAt(i + 1) === 0x2f && text.charCodeAt(i + 2) === 0x2f) {
      slashes = i;
      break;
    }
    if (code === 0x3a) colon = i;
    if (code === 0x40) return undefined;
  }
  if (slashes < 0 || colon < 0) return undefined;
  let scheme = slashes;
  while (scheme > slashes - 20 && scheme > 0 && /[A-Za-z0-9+.-]/u.test(text.charAt(scheme - 1))) scheme--;
  const name = text.slice(scheme, slashes);
  if (!SCHEME.test(name)) return undefined;
  const user = text.slice(slashes + 3, colon);
  const password = text.slice(colon + 1, at);
  if (user.includes("/") || password.includes("/") || password.includes(":") || password.length < 4 || /^\d{1,5}$/u.test(password)) return undefined;
  HOST.lastIndex = at;
  const host = HOST.exec(text)?.[1];
  if (host === undefined || DOCUMENTED.test(host) || isPlaceholder(password) || isPlaceholder(user) || SIMPLE.test(password)) return undefined;
  const end = HOST.lastIndex;
  if (SECRETLINTS.test(name)) {
    const isReported = askSecretlint(text.slice(scheme, end)).length > 0;
    return { code: "password", start: colon + 1, end: at, confidence: isReported ? 0.9 : 0.75 };
  }
  return { code: "password", start: colon + 1, end: at, confidence: 0.85 };
}

const WEBHOOK = /hooks\.slack\.com\/services\/T[A-Za-z0-9]{6,40}\/B[A-Za-z0-9]{6,40}\/[A-Za-z0-9]{16,40}/uy;
const SCHEME_LENGTH = "https://".length;

/** Whoever has a Slack webhook's address may write through it. @param start of a run "hooks" */
export function readWebhook(text: string, start: number): Secret | undefined {
  if (!text.startsWith("https://", start - SCHEME_LENGTH)) return undefined;
  WEBHOOK.lastIndex = start;
  const path = WEBHOOK.exec(text)?.[0];
  if (path === undefined || isPlaceholder(path.slice(path.lastIndexOf("/") + 1))) return undefined;
  return askSecretlint(`https://${path}`).length > 0 ? { code: "key", start: start - SCHEME_LENGTH, end: WEBHOOK.lastIndex, confidence: 0.95 } : undefined;
}

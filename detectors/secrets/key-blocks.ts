/** Private keys in PEM (RFC 7468), as files hold them and as JSON and settings do, with "\n" for their line ends. */
import { askSecretlint } from "../shared/secretlint.js";
import type { Secret } from "./assignments.js";

const HEADER = /BEGIN (?:(?:RSA|DSA|EC|OPENSSH|ENCRYPTED|PGP) )?PRIVATE KEY(?: BLOCK)?-----/uy;
const PUTTY = /PuTTY-User-Key-File-[23]:/uy;
const FOOTER = "-----END";
/** An RSA key of 16,384 bits takes 12,700 characters. */
const LONGEST_BLOCK = 14_000;
const DASHES = 5;
/** Looked at of a block without an end. */
const LONGEST_CUT = 2_000;
/** Base64 that a block without its end must hold to be more than a mention of the header. */
const KEY_MATERIAL = /[A-Za-z0-9+/]{40,80}={0,2}(?:(?:\s|\\[nr]|["',+]){0,8}[A-Za-z0-9+/]{8,80}={0,2}){1,2}|[A-Za-z0-9+/]{60,80}={0,2}/u;
const FOOTER_REST = /-----END [A-Z ]{3,30}-----/uy;

/** @param start of a run "BEGIN" */
export function readKeyBlock(text: string, start: number): Secret | undefined {
  if (!text.startsWith("-----", start - DASHES)) return undefined;
  HEADER.lastIndex = start;
  const header = HEADER.exec(text)?.[0];
  if (header === undefined) return undefined;
  const from = start - DASHES;
  const bodyStart = HEADER.lastIndex;
  // Until its end, or the next one's beginning; a block cut off is a block. Dashes end every search, so that headers in a row cost their length.
  const dashes = text.indexOf("-----", bodyStart);
  const isWhole = dashes >= 0 && dashes - from < LONGEST_BLOCK && text.startsWith(FOOTER, dashes);
  const end = isWhole ? endOfFooter(text, dashes) : Math.min(dashes < 0 ? text.length : dashes, from + LONGEST_CUT);
  const whole = text.slice(from, end);
  if (askSecretlint(whole).length > 0) return { code: "private-key", start: from, end, confidence: 0.97 };
  const body = KEY_MATERIAL.exec(whole.slice(header.length + DASHES));
  if (body === null || new Set(body[0]).size < 20) return undefined;
  // Behind a passphrase it is worth what the passphrase is.
  const confidence = header.includes("ENCRYPTED") ? 0.7 : 0.85;
  return { code: "private-key", start: from, end: isWhole ? end : from + header.length + DASHES + body.index + body[0].trimEnd().length, confidence };
}

function endOfFooter(text: string, at: number): number {
  FOOTER_REST.lastIndex = at;
  return FOOTER_REST.test(text) ? FOOTER_REST.lastIndex : at;
}

/** PuTTY's own format, by its first line. */
export function readPuttyKey(text: string, start: number): Secret | undefined {
  PUTTY.lastIndex = start;
  if (!PUTTY.test(text)) return undefined;
  const isPrivate = text.slice(start, start + LONGEST_CUT).includes("\nPrivate-Lines:");
  return isPrivate ? { code: "private-key", start, end: PUTTY.lastIndex, confidence: 0.97 } : undefined;
}

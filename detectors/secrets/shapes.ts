/** Secrets that are known by their form alone: their issuer's prefix, length and alphabet. */
import { askSecretlint } from "../shared/secretlint.js";
import type { Secret } from "./assignments.js";
import { isPlaceholder } from "./values.js";

/** Prefixes of which secretlint's recommended rules know the rest. */
const SECRETLINTS =
  "npm_ xoxb- xoxp- xapp- xoxa- xoxo- xoxr- SG. sk- gsk_ hf_ lin_api_ ntn_ ops_ey hvs. hvb. hvr. vcp_ vci_ vca_ vcr_ vck_ dapi dckr_pat_ figd_ shppa_ shpca_ shpat_ shpss_ ghp_ gho_ ghu_ ghs_ ghr_ github_pat_ glpat- glc_ glsa_".split(" ");

/** What its rules lack. Sources: the issuers' documentation, where they say it; else the forms in which they hand them out. */
const OWN: readonly (readonly [prefix: string, pattern: RegExp, confidence: number])[] = [
  // IAM identifiers (AWS IAM User Guide, "Unique identifiers"): long-lived and temporary access keys.
  ["AKIA", /AKIA[A-Z2-7]{16}(?![A-Za-z0-9_])/uy, 0.88],
  ["ASIA", /ASIA[A-Z2-7]{16}(?![A-Za-z0-9_])/uy, 0.8],
  ["AIza", /AIza[\w-]{35}(?![\w-])/uy, 0.85],
  ["GOCSPX-", /GOCSPX-[\w-]{28}(?![\w-])/uy, 0.95],
  ["ya29.", /ya29\.[\w-]{40,300}/uy, 0.9],
  // docs.stripe.com/keys: secret and restricted keys; test keys move no money.
  ["sk_live_", /sk_live_[A-Za-z0-9]{20,250}(?![A-Za-z0-9_])/uy, 0.97],
  ["rk_live_", /rk_live_[A-Za-z0-9]{20,250}(?![A-Za-z0-9_])/uy, 0.97],
  ["sk_test_", /sk_test_[A-Za-z0-9]{20,250}(?![A-Za-z0-9_])/uy, 0.7],
  ["whsec_", /whsec_[A-Za-z0-9+/]{32,100}={0,2}/uy, 0.9],
  // macaroon of pypi.org, in base64.
  ["pypi-", /pypi-AgE[\w-]{50,500}/uy, 0.97],
  ["rubygems_", /rubygems_[a-f0-9]{48}(?![A-Za-z0-9])/uy, 0.97],
  ["sk-ant-", /sk-ant-[a-z]{3,8}\d\d-[\w-]{80,150}/uy, 0.97],
  ["sk-proj-", /sk-proj-[\w-]{40,220}/uy, 0.95],
  ["sk-svcacct-", /sk-svcacct-[\w-]{40,220}/uy, 0.95],
  ["sk-or-", /sk-or-v1-[a-f0-9]{64}/uy, 0.97],
  ["xai-", /xai-[A-Za-z0-9]{60,100}(?![A-Za-z0-9_-])/uy, 0.95],
  ["SK", /SK[a-f0-9]{32}(?![A-Za-z0-9])/uy, 0.8],
  ["key-", /key-[a-f0-9]{32}(?![A-Za-z0-9-])/uy, 0.75],
  ["dop_v", /dop_v1_[a-f0-9]{64}(?![A-Za-z0-9])/uy, 0.97],
  ["glptt-", /glptt-[a-f0-9]{40}(?![A-Za-z0-9])/uy, 0.97],
  ["glrt-", /glrt-[\w-]{20,50}/uy, 0.9],
  ["gldt-", /gldt-[\w-]{20,50}/uy, 0.9],
  ["PMAK-", /PMAK-[a-f0-9]{24}-[a-f0-9]{34}/uy, 0.97],
  ["NRAK-", /NRAK-[A-Z0-9]{27}(?![A-Za-z0-9])/uy, 0.95],
  ["ATATT", /ATATT3xFfGF0[\w=-]{100,250}/uy, 0.97],
  ["sntrys_", /sntrys_[A-Za-z0-9+/=_-]{60,500}/uy, 0.95],
  ["sbp_", /sbp_[a-f0-9]{40}(?![A-Za-z0-9])/uy, 0.95],
  ["AGE", /AGE-SECRET-KEY-1[0-9A-Z]{58}/uy, 0.98],
  ["EAA", /EAA[A-Za-z0-9]{100,300}(?![A-Za-z0-9])/uy, 0.8],
  ["r8_", /r8_[A-Za-z0-9]{37}(?![A-Za-z0-9])/uy, 0.9],
];

const SECRETLINT_TOKEN = /[A-Za-z0-9_.-]{20,1400}/uy;

const PREFIXES = [...OWN.map(([prefix]) => prefix), ...SECRETLINTS];

/** How runs begin that may be a token. */
export const SHAPE_BEGINNINGS: readonly string[] = PREFIXES.map((prefix) => prefix.slice(0, 3));

/** By the first two units of a prefix, its places in the lists: own first, then secretlint's. */
let places: Map<number, readonly number[]> | undefined;

const pairOf = (first: number, second: number): number => first * 2 ** 16 + second;

function buildIndex(): Map<number, readonly number[]> {
  const byPair = new Map<number, readonly number[]>();
  for (const [i, prefix] of PREFIXES.entries()) {
    const pair = pairOf(prefix.charCodeAt(0), prefix.charCodeAt(1));
    byPair.set(pair, [...(byPair.get(pair) ?? []), i]);
  }
  return (places = byPair);
}

const isTokenUnit = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e;

/** The secret that begins with the run of letters at `start`. */
export function readShape(text: string, start: number): Secret | undefined {
  const candidates = (places ?? buildIndex()).get(pairOf(text.charCodeAt(start), text.charCodeAt(start + 1)));
  // In the middle of a longer token, a path or a name. NAME_ghp_… is one behind a name.
  if (candidates === undefined || isTokenUnit(text.charCodeAt(start - 1))) return undefined;
  for (const place of candidates) {
    const found = place < OWN.length ? readOwn(text, start, OWN[place]) : readSecretlints(text, start, SECRETLINTS[place - OWN.length]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function readOwn(text: string, start: number, [prefix, pattern, confidence]: (typeof OWN)[number]): Secret | undefined {
  if (!text.startsWith(prefix, start)) return undefined;
  pattern.lastIndex = start;
  if (!pattern.test(text) || isExample(text.slice(start + prefix.length, pattern.lastIndex))) return undefined;
  return { code: "key", start, end: pattern.lastIndex, confidence };
}

function readSecretlints(text: string, start: number, prefix: string): Secret | undefined {
  if (!text.startsWith(prefix, start)) return undefined;
  SECRETLINT_TOKEN.lastIndex = start;
  const token = SECRETLINT_TOKEN.exec(text)?.[0];
  if (token === undefined || isExample(token.slice(prefix.length))) return undefined;
  const found = askSecretlint(token).find(({ start: at }) => at === 0);
  return found === undefined ? undefined : { code: "key", start, end: start + found.end, confidence: 0.95 };
}

/** AKIAIOSFODNN7EXAMPLE, ghp_xxxx…: what documentation prints. */
function isExample(token: string): boolean {
  return isPlaceholder(token) || new Set(token).size < Math.min(8, token.length / 3);
}

const JWT = /eyJ[A-Za-z0-9_-]{10,1000}\.eyJ[A-Za-z0-9_-]{5,4000}\.[A-Za-z0-9_-]{20,1000}(?![A-Za-z0-9_-])/uy;
const CLAIM = /"(?:iss|sub|aud|exp|nbf|iat|jti|email|user_?id|uid|scope|roles?)"/u;
const DOCUMENTED_SUBJECT = /"(?:sub|name)": ?"(?:1234567890|John Doe|alice|bob|test)"/iu;
const TELEGRAM = /:AA[\w-]{33}(?![\w-])/uy;

/** A signed token (RFC 7519): it opens whatever its bearer may open. jwt.io's own example is none. */
export function readJwt(text: string, start: number): Secret | undefined {
  if (!text.startsWith("eyJ", start) || isTokenUnit(text.charCodeAt(start - 1))) return undefined;
  JWT.lastIndex = start;
  const token = JWT.exec(text)?.[0];
  if (token === undefined) return undefined;
  const [header, payload] = token.split(".", 2).map((part) => Buffer.from(part, "base64url").toString("latin1"));
  if (!header.includes('"alg"') || !CLAIM.test(payload) || DOCUMENTED_SUBJECT.test(payload)) return undefined;
  return { code: "key", start, end: start + token.length, confidence: 0.85 };
}

/** 8 to 10 digits, ":AA" and 33 characters: a Telegram bot's token. */
export function readBotToken(text: string, start: number, end: number): Secret | undefined {
  if (end - start < 8 || end - start > 10) return undefined;
  TELEGRAM.lastIndex = end;
  return TELEGRAM.test(text) ? { code: "key", start, end: TELEGRAM.lastIndex, confidence: 0.95 } : undefined;
}

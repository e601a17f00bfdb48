/** API keys, tokens, passwords and private keys: by their form, by what they are called, and in URLs. */
import type { Detector, Entity, RunEdges, TextMatch } from "../src/contract.js";
import { readAssignment, readAuthorization, type Secret, type SecretCode } from "./secrets/assignments.js";
import { secretColumns } from "./secrets/columns.js";
import { readCommand } from "./secrets/commands.js";
import { readHash } from "./secrets/hashes.js";
import { readKeyBlock, readPuttyKey } from "./secrets/key-blocks.js";
import { readJapaneseLabel, readPin } from "./secrets/labels.js";
import { readBotToken, readJwt, readShape, SHAPE_BEGINNINGS } from "./secrets/shapes.js";
import { readUrlPassword, readWebhook } from "./secrets/urls.js";

const ENTITIES: Readonly<Record<SecretCode, Entity>> = { key: "api-key", password: "password", "private-key": "api-key" };

/** Prefixes of tokens, first words of other forms, and the last characters of names and labels: what any text has few of. */
const EDGES: RunEdges = {
  beginnings: [...SHAPE_BEGINNINGS, "eyJ", "BEG", "bea", "bas", "hoo", "put", "cur", "mys", "ssh", "y$", "apr", "arg", "sha", "smd", "暗証"],
  endings: ["key", "ret", "ken", "ord", "swd", "pwd", "ase", "ass", "ort", "sse", "ode", "eña", "ena", "nha", "ana", "sło", "密码", "密碼", "pw", "PW", "Pw", "pW", "ード", "ーズ", "ット", "クン", "キー", "番号"],
};

export const secrets: Detector<SecretCode> = {
  id: "secrets",
  messages: {
    key: {
      severity: "error",
      en: "{count} API {one:key or token|keys or tokens}",
      ja: "APIキーまたはトークンが{count}件あります",
      fix: {
        en: "Revoke them where they were issued, then remove them: what was once in a commit or a mail stays readable.",
        ja: "発行元で無効にしてから削除してください。一度コミットや送信をしたものは読まれ続けます。",
      },
    },
    password: {
      severity: "error",
      en: "{count} {one:password|passwords}",
      ja: "パスワードが{count}件あります",
      fix: {
        en: "Change them, then remove them; hand passwords over by another way than what they open.",
        ja: "変更してから削除してください。パスワードは、それで開くものとは別の手段で渡してください。",
      },
    },
    "private-key": {
      severity: "error",
      en: "{count} private {one:key|keys}",
      ja: "秘密鍵が{count}件あります",
      fix: {
        en: "Replace the key pair wherever its public half is trusted, then remove it.",
        ja: "公開鍵を登録した先で鍵を取り替えてから削除してください。",
      },
    },
  },
  defaults: {},
  create: () => ({
    table: secretColumns,
    text: {
      starts: ["latin", "digit", "at", "katakana", "kanji"],
      // "$6$", a bot's number.
      digitRuns: [1, 8, 9, 10],
      digitsBeside: ({ before, behind }) => before === "$" || behind === ":",
      runs: EDGES,
      check(text, start, end) {
        const found = readSecret(text, start, end);
        if (found === undefined) return undefined;
        return matchOf(text, better(text, found));
      },
    },
  }),
};

const BEGIN = "BEGIN";

function readSecret(text: string, start: number, end: number): Secret | undefined {
  const first = text.charCodeAt(start);
  if (first >= 0x4e00) return readPin(text, start, end) ?? readJapaneseLabel(text, start, end);
  if (first >= 0x3000) return readJapaneseLabel(text, start, end);
  if (first === 0x40) return readUrlPassword(text, start);
  if (first <= 0x39) return readHash(text, start) ?? readBotToken(text, start, end);
  return readShape(text, start) ?? readWord(text, start, end) ?? readHash(text, start) ?? readAssignment(text, start, end);
}

/** Words of other forms than a prefix. */
function readWord(text: string, start: number, end: number): Secret | undefined {
  switch (text.charCodeAt(start)) {
    case 0x65: return readJwt(text, start);
    case 0x42:
      if (end - start === BEGIN.length && text.startsWith(BEGIN, start)) return readKeyBlock(text, start);
      return isWord(text, start, end, "Bearer") || isWord(text, start, end, "Basic") ? readAuthorization(text, start, end) : undefined;
    case 0x62: return isWord(text, start, end, "bearer") || isWord(text, start, end, "basic") ? readAuthorization(text, start, end) : undefined;
    case 0x63: return isWord(text, start, end, "curl") ? readCommand(text, start) : undefined;
    case 0x6d: return text.startsWith("mysql", start) ? readCommand(text, start) : undefined;
    case 0x73: return isWord(text, start, end, "sshpass") ? readCommand(text, start) : undefined;
    case 0x68: return isWord(text, start, end, "hooks") ? readWebhook(text, start) : undefined;
    case 0x50: return isWord(text, start, end, "PuTTY") ? readPuttyKey(text, start) : undefined;
    default: return undefined;
  }
}

const isWord = (text: string, start: number, end: number, word: string): boolean => end - start === word.length && text.startsWith(word, start);

/** GITHUB_TOKEN=ghp_…: what a value's form says is surer than what it is called. */
function better(text: string, found: Secret): Secret {
  if (found.code !== "key" || found.confidence >= 0.9) return found;
  const shaped = readShape(text, found.start) ?? readJwt(text, found.start);
  return shaped ?? found;
}

/** What a value is called makes nothing as sure as this; its own form does. */
const SHAPED = 0.9;

function matchOf(text: string, { code, start, end, confidence }: Secret): TextMatch<SecretCode> {
  const value = text.slice(start, end).replace(/\s+/gu, "");
  return { code, at: { start, end }, entity: ENTITIES[code], confidence, value, evidence: [confidence >= SHAPED ? "shape" : "label"] };
}

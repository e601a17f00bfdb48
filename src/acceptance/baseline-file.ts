/**
 * leaklint.baseline: what was there when leaklint came, one line a finding:
 *
 *     # leaklint baseline 1, key 3f2a9c1be07d4a55
 *     0a1b…32 hex digits… personal-records/table data/members.xlsx
 *
 * Lines are sorted by fingerprint and hold neither times nor positions, so that two branches that both add some merge (`merge=union`
 * in .gitattributes does it even where the lines are neighbours). The fingerprint says which values; the path is told to people, and
 * says whether a file was moved or copied. Nothing can be learnt from a fingerprint without the key.
 */
import { createHmac } from "node:crypto";
import { ConfigError } from "../errors.js";
import { FINGERPRINT } from "./entries.js";

export interface BaselineLine {
  readonly fingerprint: string;
  /** "personal-records/table" */
  readonly code: string;
  /** Relative to the baseline, as reports show it: personal values in it are masked. */
  readonly path: string;
}

export interface Baseline {
  /** Which key the fingerprints were made with. */
  readonly keyCheck: string;
  readonly lines: readonly BaselineLine[];
}

const HEAD = "# leaklint baseline 1, key ";
const CODE = /^[a-z][a-z\d-]*\/[a-z][a-z\d-]*$/u;

/** Tells two keys apart and nothing else about them. */
export const keyCheckOf = (key: string | Uint8Array): string => createHmac("sha256", key).update("leaklint baseline key check").digest("hex").slice(0, 16);

/** @throws ConfigError with the line's number, never its text */
export function parseBaseline(text: string, file: string): Baseline {
  let keyCheck: string | undefined;
  const lines: BaselineLine[] = [];
  for (const [i, raw] of text.replace(/^\uFEFF/u, "").split(/\r?\n/u).entries()) {
    const where = `${file}, line ${i + 1}`;
    if (/^(?:<{7}|={7}|>{7}|\|{7})/u.test(raw)) throw new ConfigError(`${where}: an unresolved merge conflict; keep the lines of both sides`);
    if (raw.startsWith(HEAD)) {
      const check = raw.slice(HEAD.length).trim();
      if (keyCheck !== undefined && keyCheck !== check) throw new ConfigError(`${where}: its lines were made with two keys; write it anew with one`);
      keyCheck = check;
    } else if (raw.startsWith("#")) {
      if (raw.startsWith("# leaklint baseline")) throw new ConfigError(`${where}: a baseline of another version of leaklint; write it anew`);
    } else if (raw.trim() !== "") lines.push(parseLine(raw, where));
  }
  if (keyCheck === undefined) throw new ConfigError(`${file} does not begin with ${JSON.stringify(`${HEAD}…`)}`);
  return { keyCheck, lines };
}

function parseLine(raw: string, where: string): BaselineLine {
  const [fingerprint, code, ...rest] = raw.split(" ");
  const path = parsePath(rest.join(" "));
  if (!FINGERPRINT.test(fingerprint) || code === undefined || !CODE.test(code) || path === undefined || path === "") {
    throw new ConfigError(`${where} is not "fingerprint code path"`);
  }
  return { fingerprint, code, path };
}

/** Sorted, each line once. */
export function formatBaseline({ keyCheck, lines }: Baseline): string {
  const texts = new Set(lines.map(({ fingerprint, code, path }) => `${fingerprint} ${code} ${writtenPath(path)}`));
  return [`${HEAD}${keyCheck}`, ...[...texts].sort(), ""].join("\n");
}

const NEEDS_QUOTES = /^["\s]|\s$|[\p{Cc}\p{Zl}\p{Zp}]/u;
const writtenPath = (path: string): string => (NEEDS_QUOTES.test(path) ? JSON.stringify(path).replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`) : path);

function parsePath(text: string): string | undefined {
  if (!text.startsWith('"')) return text;
  try {
    const path: unknown = JSON.parse(text);
    return typeof path === "string" ? path : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

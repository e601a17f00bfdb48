/** The arguments of MAIL and RCPT (RFC 5321, 4.1.2), read as strictly as our judgement and the next hop's delivery must agree on. */

export interface PathArgument {
  /** Without angle brackets and source route, decoded; "" for the null reverse path. */
  readonly address: string;
  /** Upper case keyword -> value, as written. */
  readonly parameters: ReadonlyMap<string, string | undefined>;
}

const PARAMETER = /^(?<keyword>[A-Za-z0-9][A-Za-z0-9-]*)(?:=(?<value>[\x21-\x7e\x80-\xff]+))?$/u;
/** RFC 5321, 4.1.2, A-d-l: obsolete, to be accepted and ignored. */
const SOURCE_ROUTE = /^@[^:"\\]*:/u;

/**
 * @param rest what follows MAIL or RCPT, one character a byte
 * @returns undefined where the syntax is another: what is not in angle brackets is read differently by different servers
 */
export function parsePath(rest: string, keyword: "FROM" | "TO"): PathArgument | undefined {
  const match = /^ +(?<keyword>[A-Za-z]+): *</u.exec(rest);
  if (match?.groups?.["keyword"].toUpperCase() !== keyword) return undefined;
  const end = closingBracket(rest, match[0].length);
  if (end < 0) return undefined;
  const path = rest.slice(match[0].length, end);
  const parameters = new Map<string, string | undefined>();
  const behind = rest.slice(end + 1);
  if (behind.trim() !== "" && !behind.startsWith(" ")) return undefined;
  for (const word of behind.split(" ")) {
    if (word === "") continue;
    const parameter = PARAMETER.exec(word)?.groups;
    const name = parameter?.["keyword"].toUpperCase();
    if (name === undefined || parameters.has(name)) return undefined;
    parameters.set(name, parameter?.["value"]);
  }
  const address = Buffer.from(path.replace(SOURCE_ROUTE, ""), "latin1").toString("utf8");
  if (keyword === "TO" && address === "") return undefined;
  return { address, parameters };
}

/** Quoted local parts may hold ">" and, behind a backslash, quotes. */
function closingBracket(text: string, from: number): number {
  let isQuoted = false;
  for (let i = from; i < text.length; i++) {
    const character = text[i];
    if (character === "\\") i += 1;
    else if (character === '"') isQuoted = !isQuoted;
    else if (character === ">" && !isQuoted) return i;
    else if (character === "<" && !isQuoted) return -1;
  }
  return -1;
}

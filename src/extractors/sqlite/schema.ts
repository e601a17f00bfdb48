/** CREATE TABLE statements, as far as they say what stands in a row: the columns' names and their order on the page. */

export interface TableShape {
  /** In the order in which a record holds them. */
  readonly columns: readonly string[];
  /** The column that is the row's own number, and NULL in the record; -1 where none is. */
  readonly rowidColumn: number;
}

const TOKEN = /\s+|--[^\n]*|\/\*[^]*?(?:\*\/|$)|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|'(?:[^']|'')*'|[\p{L}\p{N}_$]+|./guy;
const CONSTRAINT = /^(?:constraint|primary|unique|check|foreign)$/iu;

/** undefined where it is no CREATE TABLE with a list of columns. Linear in the statement. */
export function tableShape(sql: string): TableShape | undefined {
  const tokens = [...sql.matchAll(TOKEN)].map(([token]) => token).filter((token) => !/^(?:\s|--|\/\*)/u.test(token));
  const open = tokens.indexOf("(");
  if (open < 0) return undefined;
  const definitions: string[][] = [[]];
  let depth = 1;
  let at = open + 1;
  for (; at < tokens.length && depth > 0; at++) {
    const token = tokens[at];
    if (token === "(") depth++;
    else if (token === ")") depth--;
    if (depth === 1 && token === ",") definitions.push([]);
    else if (depth > 0) definitions[definitions.length - 1].push(token);
  }
  const isWithoutRowid = /\bwithout rowid\b/iu.test(tokens.slice(at).join(" "));
  const columns: { name: string; words: string }[] = [];
  let key: string[] = [];
  for (const definition of definitions) {
    const [first = "", ...rest] = definition;
    const words = rest.join(" ");
    if (CONSTRAINT.test(first)) {
      const listed = /\bprimary key \(([^)]*)\)/iu.exec(definition.join(" "))?.[1];
      if (listed !== undefined) key = listed.split(",").map((one) => unquoted(one.trim().replace(/ (?:asc|desc|collate\b.*)$/iu, "")));
    } else if (first !== "" && !isVirtual(words)) {
      columns.push({ name: unquoted(first), words });
      if (/\bprimary key\b/iu.test(words)) key = [unquoted(first)];
    }
  }
  const names = columns.map(({ name }) => name);
  const keyNames = names.filter((name) => key.some((one) => one.toLowerCase() === name.toLowerCase()));
  // Without rowids a record begins with the key (section 2.4).
  if (isWithoutRowid) {
    const ordered = key.flatMap((one) => names.find((name) => name.toLowerCase() === one.toLowerCase()) ?? []);
    return { columns: [...ordered, ...names.filter((name) => !keyNames.includes(name))], rowidColumn: -1 };
  }
  const only = keyNames.length === 1 ? columns.findIndex(({ name }) => name === keyNames[0]) : -1;
  return { columns: names, rowidColumn: only >= 0 && /^integer\b/iu.test(columns[only].words) ? only : -1 };
}

/** Computed when it is read, and written nowhere. */
const isVirtual = (words: string): boolean => /\bas \(/iu.test(words) && !/\bstored\b/iu.test(words);

function unquoted(name: string): string {
  const quote = name.charAt(0);
  if (quote === "[") return name.slice(1, -1);
  return quote === '"' || quote === "`" || quote === "'" ? name.slice(1, -1).replaceAll(quote + quote, quote) : name;
}

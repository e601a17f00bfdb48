/** Messages of commits and tags, which leave with them. */

/** What every commit shows on purpose: who made it, and what belongs to the objects. */
const KNOWN_HEADERS: ReadonlySet<string> = new Set(["tree", "parent", "author", "committer", "encoding", "gpgsig", "gpgsig-sha256", "object", "type", "tag", "tagger"]);
/** The same people again, as git itself writes them below the message (commit --signoff, GitHub's squash). */
const CREDITS = /^(?:signed-off-by|co-authored-by): [^\n<>]{1,200} <[^\n<>]{1,254}>[ \t]*$/gimu;
const SIGNATURE = /^-----BEGIN (?:PGP|SSH) (?:SIGNATURE|MESSAGE)-----\n[\s\S]*?^-----END (?:PGP|SSH) (?:SIGNATURE|MESSAGE)-----$/gmu;

/**
 * What a person wrote into a commit or an annotated tag: its message with its lines in place, then what stands in headers that git does
 * not give a meaning (tags merged with it, other tools' fields). Authors, signatures and credits are left out.
 * @param object as `git cat-file` gives it
 */
export function messageOf(object: Buffer): Buffer {
  // One character a byte: the message may be in any encoding, and the bytes come out as they went in.
  const { headers, body } = split(object.toString("latin1"));
  const others = headers.filter(({ name }) => !KNOWN_HEADERS.has(name)).map(({ name, value }) => (name === "mergetag" ? split(value).body : value));
  const text = [body, ...others].join("\n\n").replace(CREDITS, "").replace(SIGNATURE, "");
  return recoded(Buffer.from(text, "latin1"), headers.find(({ name }) => name === "encoding")?.value);
}

/** Which object a tag names. */
export function taggedObject(tag: Buffer): string | undefined {
  return split(tag.toString("latin1")).headers.find(({ name }) => name === "object")?.value;
}

interface Header {
  readonly name: string;
  readonly value: string;
}

/** Headers go on in lines that begin with a space, and end at the first empty line. */
function split(object: string): { readonly headers: readonly Header[]; readonly body: string } {
  const end = object.startsWith("\n") ? 0 : object.indexOf("\n\n");
  const head = end < 0 ? object : object.slice(0, end);
  const headers = head
    .replace(/\n$/u, "")
    .split(/\n(?! )/u)
    .filter((line) => line !== "")
    .map((line) => {
      const space = line.indexOf(" ");
      return { name: space < 0 ? line : line.slice(0, space), value: space < 0 ? "" : line.slice(space + 1).replaceAll("\n ", "\n") };
    });
  return { headers, body: end < 0 ? "" : object.slice(end + (end === 0 ? 1 : 2)) };
}

function recoded(bytes: Buffer, label: string | undefined): Buffer {
  if (label === undefined) return bytes;
  try {
    return Buffer.from(new TextDecoder(label, { fatal: true }).decode(bytes));
  } catch (error) {
    // No such encoding, or not in it: the bytes are read for what they are.
    if (error instanceof RangeError || error instanceof TypeError) return bytes;
    throw error;
  }
}

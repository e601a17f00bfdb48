/** The first two characters of every way through a regular expression, read from its source. What is not understood may begin with anything. */

/** A set of UTF-16 units, as ranges. */
export class Units {
  constructor(readonly ranges: readonly (readonly [number, number])[]) {}

  get size(): number {
    return this.ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  }

  *units(): Iterable<number> {
    for (const [from, to] of this.ranges) for (let unit = from; unit <= to; unit++) yield unit;
  }
}

const ANY = new Units([[0, 0xffff]]);
const MANY = 0x7fffffff;

export type Beginning = readonly [first: Units, second?: Units];

type Node =
  | { readonly kind: "units"; readonly units: Units }
  | { readonly kind: "nothing" }
  | { readonly kind: "sequence"; readonly parts: readonly Node[] }
  | { readonly kind: "either"; readonly ways: readonly Node[] }
  | { readonly kind: "repeated"; readonly part: Node; readonly least: number; readonly most: number };

const NOTHING: Node = { kind: "nothing" };

/** @param source of an expression with the `u` flag */
export function beginningsOfSource(source: string, flags: string): Beginning[] {
  const found: Beginning[] = [];
  const parser = new Parser(source, flags.includes("i"));
  walk(parser.whole(), [], (prefix) => found.push(prefix.length === 0 ? [ANY] : [prefix[0], prefix[1]]));
  return found;
}

/** All ways through a part, each handed on as soon as it ends, or two characters are known of it. */
function walk(node: Node, prefix: readonly Units[], next: (prefix: readonly Units[]) => void, done = next): void {
  switch (node.kind) {
    case "nothing":
      next(prefix);
      break;
    case "units":
      if (prefix.length === 1) done([prefix[0], node.units]);
      else next([node.units]);
      break;
    case "sequence":
      inOrder(node.parts, 0, prefix, next, done);
      break;
    case "either":
      for (const way of node.ways) walk(way, prefix, next, done);
      break;
    case "repeated":
      if (node.least === 0) next(prefix);
      if (node.most > 0) {
        walk(node.part, prefix, (longer) => {
          if (longer.length === prefix.length) next(longer);
          else walk({ ...node, least: Math.max(0, node.least - 1), most: node.most - 1 }, longer, next, done);
        }, done);
      }
  }
}

function inOrder(parts: readonly Node[], i: number, prefix: readonly Units[], next: (prefix: readonly Units[]) => void, done: (prefix: readonly Units[]) => void): void {
  if (i === parts.length) next(prefix);
  else walk(parts[i], prefix, (longer) => {
    inOrder(parts, i + 1, longer, next, done);
  }, done);
}

/** Units by which a character may begin: those of the second half of a pair are any. */
function unitsOfPoints(ranges: readonly (readonly [number, number])[]): Node {
  const units: [number, number][] = [];
  let isPaired = false;
  for (const [from, to] of ranges) {
    if (from <= 0xffff) units.push([from, Math.min(to, 0xffff)]);
    if (to > 0xffff) isPaired = true;
  }
  const single: Node = { kind: "units", units: new Units(units) };
  if (!isPaired) return single;
  const pair: Node = { kind: "sequence", parts: [{ kind: "units", units: new Units([[0xd800, 0xdbff]]) }, { kind: "units", units: new Units([[0xdc00, 0xdfff]]) }] };
  return units.length === 0 ? pair : { kind: "either", ways: [single, pair] };
}

const ESCAPES: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  d: [[0x30, 0x39]],
  // With the flags u and i, ſ and the Kelvin sign are letters as well.
  w: [[0x30, 0x39], [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a], [0x17f, 0x17f], [0x212a, 0x212a]],
  s: [[0x09, 0x0d], [0x20, 0x20], [0xa0, 0xa0], [0x1680, 0x1680], [0x2000, 0x200a], [0x2028, 0x2029], [0x202f, 0x202f], [0x205f, 0x205f], [0x3000, 0x3000], [0xfeff, 0xfeff]],
  n: [[0x0a, 0x0a]],
  t: [[0x09, 0x09]],
  r: [[0x0d, 0x0d]],
  f: [[0x0c, 0x0c]],
  v: [[0x0b, 0x0b]],
};
const ANYTHING: readonly (readonly [number, number])[] = [[0, 0x10ffff]];

class Parser {
  private at = 0;

  constructor(
    private readonly source: string,
    private readonly ignoresCase: boolean,
  ) {}

  whole(): Node {
    const node = this.alternatives();
    if (this.at < this.source.length) throw new SyntaxError("an expression has an unpaired bracket");
    return node;
  }

  private alternatives(): Node {
    const ways = [this.sequence()];
    while (this.source[this.at] === "|") {
      this.at++;
      ways.push(this.sequence());
    }
    return ways.length === 1 ? ways[0] : { kind: "either", ways };
  }

  private sequence(): Node {
    const parts: Node[] = [];
    while (this.at < this.source.length && this.source[this.at] !== "|" && this.source[this.at] !== ")") parts.push(this.repeated(this.term()));
    return { kind: "sequence", parts };
  }

  private repeated(part: Node): Node {
    const sign = this.source[this.at];
    let least = 1;
    let most = 1;
    if (sign === "?" || sign === "*" || sign === "+") {
      least = sign === "+" ? 1 : 0;
      most = sign === "?" ? 1 : MANY;
      this.at++;
    } else if (sign === "{") {
      const close = this.source.indexOf("}", this.at);
      const [from, to] = this.source.slice(this.at + 1, close).split(",");
      least = Number(from);
      most = to === undefined ? least : to === "" ? MANY : Number(to);
      this.at = close + 1;
    } else return part;
    if (this.source[this.at] === "?") this.at++;
    return { kind: "repeated", part, least, most };
  }

  private term(): Node {
    const char = this.source[this.at];
    if (char === "(") return this.group();
    if (char === "[") return unitsOfPoints(this.withCases(this.characterClass()));
    if (char === "^" || char === "$") {
      this.at++;
      return NOTHING;
    }
    if (char === ".") {
      this.at++;
      return unitsOfPoints(ANYTHING);
    }
    if (char === "\\" && "bB".includes(this.source[this.at + 1])) {
      this.at += 2;
      return NOTHING;
    }
    // What a group or a name of one says again may be empty.
    if (char === "\\" && /[1-9k]/u.test(this.source[this.at + 1])) return this.reference();
    return unitsOfPoints(this.withCases(this.character()));
  }

  private reference(): Node {
    this.at += /^\\(?:\d+|k<[^>]*>)/u.exec(this.source.slice(this.at))?.[0].length ?? 2;
    return { kind: "repeated", part: unitsOfPoints(ANYTHING), least: 0, most: MANY };
  }

  private group(): Node {
    const opening = /^\((?:\?(?:[:=!]|<[=!]|<[^>=!]*>))?/u.exec(this.source.slice(this.at, this.at + 64))?.[0] ?? "(";
    this.at += opening.length;
    const inside = this.alternatives();
    this.at++;
    return /[=!]$/u.test(opening) ? NOTHING : inside;
  }

  private characterClass(): readonly (readonly [number, number])[] {
    this.at++;
    const isNegated = this.source[this.at] === "^";
    if (isNegated) this.at++;
    const ranges: (readonly [number, number])[] = [];
    while (this.source[this.at] !== "]") {
      const from = this.character();
      if (this.source[this.at] === "-" && this.source[this.at + 1] !== "]") {
        this.at++;
        ranges.push([from[0][0], this.character()[0][1]]);
      } else ranges.push(...from);
    }
    this.at++;
    return isNegated ? ANYTHING : ranges;
  }

  private character(): readonly (readonly [number, number])[] {
    const point = this.source.codePointAt(this.at) ?? 0;
    this.at += point > 0xffff ? 2 : 1;
    if (point !== 0x5c) return [[point, point]];
    const name = this.source[this.at++];
    if (name === "u" || name === "x") return this.numbered(name);
    if (/[pP]/u.test(name)) {
      this.at = this.source.indexOf("}", this.at) + 1;
      return ANYTHING;
    }
    if (/[DWS]/u.test(name)) return ANYTHING;
    const code = name.charCodeAt(0);
    return ESCAPES[name] ?? [[code, code]];
  }

  /** \u3041, \u{20000}, \x20 */
  private numbered(name: string): readonly (readonly [number, number])[] {
    const found = (name === "x" ? /^[\da-f]{2}/iu : /^(?:\{[\da-f]+\}|[\da-f]{4})/iu).exec(this.source.slice(this.at, this.at + 12))?.[0] ?? "";
    this.at += found.length;
    const point = Number.parseInt(found.replace(/[{}]/gu, ""), 16);
    return [[point, point]];
  }

  private withCases(ranges: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
    if (!this.ignoresCase) return ranges;
    const all = [...ranges];
    for (const [from, to] of ranges) {
      // More than a few letters: whatever has another case is in the same blocks of the alphabets.
      if (to - from > 0x400) return ANYTHING;
      for (let point = from; point <= to; point++) {
        const char = String.fromCodePoint(point);
        for (const other of [char.toLowerCase(), char.toUpperCase()]) if (other !== char) all.push([other.codePointAt(0) ?? 0, other.codePointAt(0) ?? 0]);
        if (/[ks]/iu.test(char)) all.push([0x212a, 0x212a], [0x17f, 0x17f]);
      }
    }
    return all;
  }
}

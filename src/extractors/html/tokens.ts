/** htmlparser2's tokenizer (its one importer) with positions for everything, attribute values included. */
import type { TokenizerCallbacks } from "htmlparser2";

/** A stretch of source, or what an entity in it means. */
export interface ValuePiece {
  /** Undefined: the source as it is. */
  readonly meaning?: string;
  readonly start: number;
  readonly end: number;
}

export interface Attribute {
  /** As written. */
  readonly name: string;
  /** Entities decoded. */
  readonly value: string;
  readonly pieces: readonly ValuePiece[];
}

/** Positions are UTF-16 units of the whole source; `end` is exclusive. */
export interface TokenHandler {
  text(piece: ValuePiece): void;
  open(name: string, nameStart: number, attributes: readonly Attribute[]): void;
  selfClose(): void;
  close(name: string, end: number): void;
  comment(start: number, end: number): void;
  /** Doctype, processing instruction or declaration, without its brackets. */
  declaration(start: number, end: number): void;
  /** A tag that the source ends in the middle of. */
  unfinished(start: number, end: number): void;
}

export type Tokenize = (source: string, from: number, to: number, xml: boolean, handler: TokenHandler) => Iterable<void>;

const CHUNK_UNITS = 2 ** 17;
/** A reference as it may stand in an attribute's value; only numbers go without the semicolon there. */
const REFERENCE = /&(?:#[xX]?[\da-fA-F]{1,8}|[A-Za-z][A-Za-z\d]{0,31});?/uy;

/** Loads the parser. The returned function pauses after each chunk, so that what was found can be handed on. */
export async function loadTokenizer(): Promise<Tokenize> {
  const { Tokenizer } = await import("htmlparser2");
  return function* tokenize(source, from, to, xml, handler) {
    const callbacks = adapt(source, from, to, xml, handler);
    const tokenizer = new Tokenizer({ xmlMode: xml, decodeEntities: true }, callbacks);
    for (let at = from; at < to; at += CHUNK_UNITS) {
      tokenizer.write(source.slice(at, Math.min(to, at + CHUNK_UNITS)));
      yield;
    }
    tokenizer.end();
  };
}

function adapt(source: string, from: number, to: number, xml: boolean, handler: TokenHandler): TokenizerCallbacks {
  let consumed = from;
  let name = "";
  let nameStart = 0;
  let attributes: Attribute[] = [];
  let attributeName = "";
  let pieces: ValuePiece[] = [];
  /** Where the entity that comes next begins, as far as is known. */
  let valueEnd = 0;
  const slice = (start: number, end: number): string => source.slice(from + start, from + end);
  const opened = (endIndex: number): void => {
    consumed = from + endIndex + 1;
    handler.open(name, nameStart, attributes);
    attributes = [];
  };
  return {
    ontext(start, end) {
      consumed = from + end;
      handler.text({ start: from + start, end: from + end });
    },
    ontextentity(code, end) {
      handler.text({ meaning: String.fromCodePoint(code), start: consumed, end: from + end });
      consumed = from + end;
    },
    onopentagname(start, end) {
      name = slice(start, end);
      nameStart = from + start;
      attributes = [];
    },
    onopentagend: opened,
    onselfclosingtag(endIndex) {
      opened(endIndex);
      // In HTML the slash means nothing; void elements are known by name.
      if (xml) handler.selfClose();
    },
    onclosetag(start, end) {
      consumed = Math.min(to, source.indexOf(">", from + end) + 1 || to);
      handler.close(slice(start, end), from + start);
    },
    onattribname(start, end) {
      attributeName = slice(start, end);
      pieces = [];
      valueEnd = from + end;
    },
    onattribdata(start, end) {
      const last = pieces.at(-1);
      // Where one entity ends is known by where the next text begins.
      if (last?.meaning !== undefined && last.end !== from + start) pieces[pieces.length - 1] = { ...last, end: from + start };
      pieces.push({ start: from + start, end: from + end });
      valueEnd = from + end;
    },
    onattribentity(code) {
      const start = source.charCodeAt(valueEnd) === 0x26 ? valueEnd : Math.max(valueEnd, source.indexOf("&", valueEnd));
      REFERENCE.lastIndex = start;
      const end = start + (REFERENCE.exec(source)?.[0].length ?? 1);
      pieces.push({ meaning: String.fromCodePoint(code), start, end });
      valueEnd = end;
    },
    onattribend() {
      attributes.push({ name: attributeName, value: pieces.map(({ meaning, start, end }) => meaning ?? source.slice(start, end)).join(""), pieces });
    },
    oncomment(start, endIndex, endOffset) {
      consumed = Math.min(to, from + endIndex + 1);
      handler.comment(from + start, Math.max(from + start, from + endIndex - endOffset));
    },
    oncdata(start, endIndex, endOffset) {
      consumed = Math.min(to, from + endIndex + 1);
      handler.text({ start: from + start, end: from + endIndex - endOffset });
    },
    ondeclaration(start, end) {
      consumed = from + end + 1;
      handler.declaration(from + start, from + end);
    },
    onprocessinginstruction(start, end) {
      consumed = from + end + 2;
      handler.declaration(from + start, from + end);
    },
    onend() {
      if (consumed < to) handler.unfinished(consumed, to);
    },
  };
}

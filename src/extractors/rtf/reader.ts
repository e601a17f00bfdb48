/**
 * Reads Rich Text: each character with the font that decodes it, into the story, property or picture that its group belongs to.
 *
 * One file, because a byte means nothing without all of it: the group's font, the characters a `\u` replaces, the destination.
 */
import type { Budget, Concealment } from "../../contract.js";
import { createMarkedStory, type MarkedStory } from "../../text/story/marked-story.js";
import { type Destination, destinationOf, isDescription, isTelling } from "./destinations.js";
import { CHARACTERS, formatted, type Group, PLAIN, reasonNow, type Sink } from "./groups.js";
import { bytesOf, isHexadecimal } from "./stretches.js";
import { createHeadTables } from "./tables.js";
import { readTokens } from "./tokens.js";

export interface RichText {
  readonly stories: readonly { readonly name: string; readonly concealment: Concealment | undefined; readonly writer: MarkedStory }[];
  readonly properties: readonly { readonly name: string; readonly value: string }[];
  readonly authors: ReadonlySet<string>;
  /** Pictures, objects and other bytes, decoded from hexadecimal digits. */
  readonly binaries: readonly { readonly kind: "picture" | "object" | "attachment"; readonly name: string; readonly bytes: Uint8Array }[];
  /** Behind the brace that closes the document. */
  readonly end: number;
  /** The file ends before that. */
  readonly isCutOff: boolean;
}

const TOKENS_A_TICK = 50_000;
/** Word stops long before; deeper groups count as part of the last one. */
const MAX_GROUPS = 4096;
const MAIN = "";

export function readRichText(bytes: Uint8Array, budget: Budget): RichText {
  const tokens = readTokens(bytes);
  const b = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stories = new Map<string, { name: string; concealment: Concealment | undefined; writer: MarkedStory }>();
  const properties: { name: string; value: string }[] = [];
  const authors = new Set<string>();
  const binaries: { kind: "picture" | "object" | "attachment"; name: string; bytes: Uint8Array }[] = [];
  const tables = createHeadTables();
  let shapeName = "";

  let group: Group = { story: storyOf(MAIN, undefined), sink: undefined, font: undefined, replacements: 1, ...PLAIN, paragraphShaded: false };
  const open: Group[] = [];
  /** One for each open group: what it began, and ends. */
  const begun: (Sink | undefined)[] = [];
  let tooDeep = 0;
  /** Nothing but `\*` has been seen in this group yet. */
  let isFresh = false;
  let isIgnorable = false;
  let toSkip = 0;
  let isCutOff = true;
  const pending: number[] = [];
  let count = 0;

  for (let token = tokens.next(); token !== "end"; token = tokens.next()) {
    if (++count % TOKENS_A_TICK === 0) budget.tick();
    if (token === "byte") {
      if (toSkip > 0) toSkip--;
      else pending.push(tokens.byte);
      isFresh = false;
      continue;
    }
    if (token === "text") {
      plainBytes(tokens.start, tokens.end);
      isFresh = false;
      continue;
    }
    if (token !== "word" || tokens.word !== "u") flush();
    if (token === "open") openGroup();
    else if (token === "close") {
      closeGroup();
      if (open.length === 0) {
        isCutOff = false;
        break;
      }
    } else if (token === "binary") {
      if (toSkip > 0) toSkip--;
      else if (group.sink !== undefined) group.sink.stretches.push({ start: tokens.start, end: tokens.end, isBinary: true });
    } else if (token === "symbol") symbol(tokens.word);
    else word(tokens.word, tokens.parameter);
  }
  flush();
  while (open.length > 0) closeGroup();
  return { stories: [...stories.values()], properties, authors, binaries, end: tokens.position, isCutOff };

  function storyOf(name: string, concealment: Concealment | undefined): MarkedStory {
    let story = stories.get(name);
    if (story === undefined) stories.set(name, (story = { name, concealment, writer: createMarkedStory() }));
    return story.writer;
  }

  function openGroup(): void {
    toSkip = 0;
    if (open.length >= MAX_GROUPS) {
      tooDeep++;
      return;
    }
    open.push(group);
    begun.push(undefined);
    isFresh = true;
    isIgnorable = false;
  }

  function closeGroup(): void {
    toSkip = 0;
    isFresh = false;
    if (tooDeep > 0) {
      tooDeep--;
      return;
    }
    const around = open.pop();
    const sink = begun.pop();
    if (around === undefined) return;
    const { story } = group;
    group = around;
    if (sink !== undefined) finish(sink);
    else if (story !== around.story) story.endParagraph();
  }

  function plainBytes(start: number, end: number): void {
    const from = Math.min(end, start + toSkip);
    toSkip -= from - start;
    if (from === end) return;
    const kind = group.sink?.destination.kind;
    if (kind === "picture" || kind === "object" || kind === "attachment") group.sink?.stretches.push({ start: from, end, isBinary: false });
    else for (let at = from; at < end; at++) pending.push(b[at]);
  }

  function flush(): void {
    if (pending.length === 0) return;
    const text = tables.decode(Uint8Array.from(pending), group.font);
    pending.length = 0;
    add(text);
  }

  function add(text: string): void {
    const { sink, story } = group;
    if (sink === undefined) story.write(text, reasonNow(group, (index) => tables.isWhite(index)));
    else if (sink.destination.kind === "instruction") story.instruct(text);
    else if (sink.destination.kind === "colours") {
      for (const character of text) if (character === ";") tables.endColour();
    } else sink.text += text;
  }

  function symbol(name: string): void {
    if (name === "*") {
      isIgnorable = true;
      return;
    }
    isFresh = false;
    if (toSkip > 0) toSkip--;
    else if (name === "\n") mark("par");
    else if (Object.hasOwn(CHARACTERS, name)) add(CHARACTERS[name]);
  }

  function word(name: string, parameter: number | undefined): void {
    if (isFresh && startDestination(name)) {
      isFresh = false;
      return;
    }
    isFresh = false;
    if (name === "u") {
      unicode(parameter ?? 0);
      return;
    }
    if (toSkip > 0) {
      toSkip--;
      return;
    }
    const before = group;
    group = formatted(group, name, parameter);
    if (group !== before) {
      if (name === "pard" && group.sink === undefined) group.story.resetParagraph();
      return;
    }
    if (Object.hasOwn(CHARACTERS, name)) add(CHARACTERS[name]);
    else mark(name, parameter);
  }

  function unicode(value: number): void {
    if (pending.length > 0) flush();
    // Negative where it is above 32,767; surrogates come as two.
    add(String.fromCharCode(value < 0 ? value + 65_536 : value & 0xffff));
    toSkip = group.replacements;
  }

  function mark(name: string, parameter?: number): void {
    const { story, sink } = group;
    if (tables.read(name, parameter, sink?.destination.kind === "fonts")) return;
    if (name === "f") {
      group = { ...group, font: parameter };
      return;
    }
    if (sink !== undefined) {
      // A line of a property that has several.
      if (name === "par" || name === "line" || name === "cell") sink.text += "\n";
      return;
    }
    switch (name) {
      case "par":
      case "sect":
        story.endParagraph();
        return;
      case "intbl":
        story.setLevel(1);
        return;
      case "itap":
        story.setLevel(parameter ?? 1);
        return;
      case "cell":
        story.endCell(1);
        return;
      case "row":
        story.endRow(1);
        return;
      case "nestcell":
        story.endCell(2);
        return;
    }
  }

  /** @returns whether the word was the name of a destination */
  function startDestination(name: string): boolean {
    const destination: Destination | undefined = destinationOf(name) ?? (isIgnorable ? { kind: "aside", concealment: "package-data" } : undefined);
    if (name === "nestrow") group.story.endRow(2);
    if (destination === undefined) return false;
    switch (destination.kind) {
      case "transparent":
        if (group.sink?.destination.kind === "container") group = { ...group, sink: group.sink.around };
        return true;
      case "story":
        group = { ...group, story: storyOf(destination.name, destination.concealment), sink: undefined, ...PLAIN, hidden: group.hidden, deleted: group.deleted };
        return true;
      default:
        if (name === "shp") storyOf("text boxes", undefined).openAlternatives();
        if (destination.kind === "fallback") storyOf("text boxes", undefined).openFallback();
        group = { ...group, sink: { word: name, destination, around: group.sink?.destination.kind === "container" ? group.sink.around : group.sink, text: "", stretches: [] } };
        begun[begun.length - 1] = group.sink;
        return true;
    }
  }

  function finish({ word: name, destination, text: gathered, stretches }: Sink): void {
    const text = gathered.trim();
    switch (destination.kind) {
      case "picture":
      case "object":
      case "attachment":
        addBinary(destination.kind, destination.name, stretches);
        return;
      case "instruction":
        group.story.endInstruction();
        return;
      case "property":
        if (text !== "") properties.push({ name: destination.name, value: text });
        return;
      case "authors":
        for (const author of text.split(";")) if (/\S/u.test(author) && author !== "Unknown") authors.add(author.trim());
        return;
      case "shape-name":
        shapeName = text;
        return;
      case "shape-value":
        if (isDescription(text)) group.story.side(text, shapeName === "gtextUNICODE" ? undefined : "property");
        return;
      case "aside":
        aside(text, destination.concealment, stretches);
        return;
      case "fonts":
      case "names":
        if (isTelling(text)) side(text, "package-data");
        return;
      case "container":
      case "fallback":
        side(text, destination.kind === "fallback" ? "hidden-text" : "package-data");
        if (destination.kind === "fallback") storyOf("text boxes", undefined).closeFallback();
        else if (name === "shp") storyOf("text boxes", undefined).closeAlternatives();
    }
  }

  function side(text: string, concealment: Concealment | undefined): void {
    if (/[\p{L}\p{N}]/u.test(text)) group.story.side(text, concealment);
  }

  /** Unknown destinations may hold anything, digits of bytes included. */
  function aside(text: string, concealment: Concealment | undefined, stretches: Sink["stretches"]): void {
    if (isHexadecimal(text)) {
      const decoded = Buffer.from(text.replace(/\s+/gu, ""), "hex");
      budget.expand(decoded.length);
      binaries.push({ kind: "attachment", name: "data", bytes: decoded });
    } else if (!/^_(?:Toc|Ref|Hlk|GoBack)/u.test(text)) side(text, concealment);
    if (stretches.length > 0) addBinary("attachment", "data", stretches);
  }

  function addBinary(kind: "picture" | "object" | "attachment", name: string, stretches: Sink["stretches"]): void {
    const decoded = bytesOf(b, stretches);
    if (decoded.length === 0) return;
    budget.expand(decoded.length);
    binaries.push({ kind, name, bytes: decoded });
  }
}

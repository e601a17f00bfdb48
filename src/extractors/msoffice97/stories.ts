/** The text of a Word document, story by story ([MS-DOC] 2.4): characters of its pieces, with what their formatting hides. */
import type { Budget, Concealment } from "../../contract.js";
import { createMarkedStory, type MarkedStory } from "../../text/story/marked-story.js";
import { type CharacterRun, type ParagraphRun, runAt } from "./formatting.js";
import { COMPRESSED_HIGH, type Piece } from "./pieces.js";
import type { WordStyles } from "./word-styles.js";

export interface WordText {
  readonly document: Uint8Array;
  readonly pieces: readonly Piece[];
  readonly characters: readonly CharacterRun[];
  readonly paragraphs: readonly ParagraphRun[];
  readonly styles: WordStyles;
}

const PARAGRAPH_END = 0x0d;
const CELL_END = 0x07;
const PAGE_BREAK = 0x0c;
const FIELD_BEGIN = 0x13;
const FIELD_SEPARATOR = 0x14;
const FIELD_END = 0x15;
/** Breaks and hyphens (2.4.1 and 2.6.1); everything else below a space stands for an object or a mark. */
const CHARACTERS: Readonly<Record<number, string>> = { 0x09: "\t", 0x0b: "\n", 0x0e: "\n", 0x1e: "-", 0x1f: "" };
const CHARACTERS_A_TICK = 100_000;
/** A paragraph that goes on for longer is cut here: a table of its formatting is made for each. */
const MAX_PIECES_OF_PARAGRAPH = 10_000;

/** A stretch of a paragraph that is seen, or not seen, for one reason. */
interface Stretch {
  text: string;
  readonly reason: Concealment | undefined;
  readonly isInstruction: boolean;
  readonly endsInstruction: boolean;
}

/** @param first of the story's characters, @param last behind them */
export function readStory(text: WordText, first: number, last: number, isPage: boolean, budget: Budget): MarkedStory {
  const { document, pieces, characters, paragraphs, styles } = text;
  const view = new DataView(document.buffer, document.byteOffset, document.byteLength);
  const story = createMarkedStory();
  /** One for each open field: whether its result has begun. */
  const fields: boolean[] = [];
  /** How many of them are still at their instruction. */
  let instructions = 0;
  let stretches: Stretch[] = [];
  let count = 0;

  for (const piece of pieces) {
    const from = Math.max(first, piece.first);
    const to = Math.min(last, piece.last);
    let run: CharacterRun | undefined;
    let reason: Concealment | undefined;
    for (let character = from; character < to; character++) {
      if (++count % CHARACTERS_A_TICK === 0) budget.tick();
      const at = piece.start + (character - piece.first) * piece.bytesPerCharacter;
      const code = piece.bytesPerCharacter === 2 ? view.getUint16(at, true) : document[at];
      if (run === undefined || at < run.start || at >= run.end) {
        run = runAt(characters, at);
        reason = run === undefined ? undefined : reasonOf(run, isPage);
      }
      if (code === PARAGRAPH_END || code === CELL_END || code === PAGE_BREAK) endParagraph(code, at);
      else if (code === FIELD_BEGIN) {
        fields.push(false);
        instructions++;
      } else if (code === FIELD_SEPARATOR || code === FIELD_END) endField(code === FIELD_END);
      else add(run?.symbol !== undefined && run.symbol !== 0 ? symbol(run.symbol) : charOf(code, piece.bytesPerCharacter === 1, run?.special === true), reason);
    }
  }
  if (stretches.length > 0) emit(false);
  return story;

  function add(char: string, reason: Concealment | undefined): void {
    if (char === "") return;
    // The result of a field inside another's instruction is part of that.
    const isInstruction = instructions > 0;
    const current = stretches[stretches.length - 1] as Stretch | undefined; // empty at a paragraph's beginning
    if (current !== undefined && current.reason === reason && current.isInstruction === isInstruction && !current.endsInstruction) current.text += char;
    else stretches.push({ text: char, reason, isInstruction, endsInstruction: false });
    if (stretches.length > MAX_PIECES_OF_PARAGRAPH) emit(false);
  }

  function endField(isEnd: boolean): void {
    if (fields.length === 0) return;
    if (!fields[fields.length - 1]) {
      stretches.push({ text: "", reason: undefined, isInstruction: true, endsInstruction: true });
      instructions--;
    }
    if (isEnd) fields.pop();
    else fields[fields.length - 1] = true;
  }

  function endParagraph(code: number, at: number): void {
    const format = runAt(paragraphs, at);
    const level = Math.max(format?.level ?? 0, code === CELL_END ? 1 : 0);
    const isHidden = format !== undefined && styles.isHidden(format.style);
    story.resetParagraph();
    story.setLevel(level);
    if (format?.endsRow === true && level > 0) {
      // The mark of a row has no text; what stands before it in a damaged file is told all the same.
      if (stretches.length > 0) emit(isHidden);
      story.endRow(level);
      return;
    }
    emit(isHidden);
    if (code === CELL_END) story.endCell(1);
    else if (format?.endsInnerCell === true) story.endCell(level);
    else story.endParagraph();
  }

  function emit(isHidden: boolean): void {
    for (const { text: words, reason, isInstruction, endsInstruction } of stretches) {
      if (endsInstruction) story.endInstruction();
      else if (isInstruction) story.instruct(words);
      else story.write(words, reason ?? (isHidden ? "hidden-text" : undefined));
    }
    stretches = [];
  }
}

/** @param isPage the ground is paper; that of a text box or cell is set elsewhere and may be dark */
function reasonOf({ deleted, hidden, white, tiny, shaded }: CharacterRun, isPage: boolean): Concealment | undefined {
  if (deleted) return "deleted-revision";
  if (hidden) return "hidden-text";
  return tiny || (white && !shaded && isPage) ? "invisible-format" : undefined;
}

function charOf(code: number, isCompressed: boolean, isSpecial: boolean): string {
  if (code < 0x20) return CHARACTERS[code] ?? "";
  if (isSpecial && code === 0x28) return "";
  if (isCompressed && code >= 0x80 && code < 0xa0) return COMPRESSED_HIGH[code - 0x80];
  return String.fromCharCode(code);
}

/** 2.9.35 CSymbolOperand: a character of a symbol font may be moved into the private use area. */
function symbol(code: number): string {
  return String.fromCharCode(code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code);
}

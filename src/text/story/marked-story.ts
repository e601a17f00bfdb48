/** Paragraphs and tables as Word and Rich Text store them: a table is a run of paragraphs that say they stand in one, cut by marks. */
import type { Concealment } from "../../contract.js";
import { createCollector } from "./collector.js";
import type { Story } from "./lines.js";

export interface MarkedStory {
  write(text: string, concealment: Concealment | undefined): void;
  instruct(text: string): void;
  endInstruction(): void;
  side(text: string, concealment: Concealment | undefined): void;
  endParagraph(): void;
  /** The next paragraph stands in no table unless it says so. */
  resetParagraph(): void;
  /** In how many tables the next paragraph stands. */
  setLevel(level: number): void;
  endCell(level: number): void;
  endRow(level: number): void;
  /** Text that stands in a cell may have a ground of its own. */
  inTable(): boolean;
  openAlternatives(): void;
  openFallback(): void;
  closeFallback(): void;
  closeAlternatives(): void;
  finish(): Story;
}

/** Word nests no deeper; a file that claims more must not cost more. */
const MAX_LEVEL = 32;

export function createMarkedStory(): MarkedStory {
  const out = createCollector();
  /** Of the paragraph: in how many tables it stands. */
  let level = 0;
  /** One for each open table: whether one of its cells is open. */
  const tables: { hasCell: boolean }[] = [];
  let isOpen = false;

  const sync = (wanted: number): void => {
    while (tables.length > wanted) {
      tables.pop();
      out.closeTable();
    }
    while (tables.length < wanted) {
      openCell();
      tables.push({ hasCell: false });
      out.openTable();
    }
  };
  const openCell = (): void => {
    const table = tables[tables.length - 1];
    if (table === undefined || table.hasCell) return;
    out.openCell(1);
    table.hasCell = true;
  };
  const begin = (): void => {
    if (isOpen) return;
    sync(level);
    openCell();
    out.openParagraph();
    isOpen = true;
  };
  const end = (): void => {
    if (!isOpen) return;
    out.closeParagraph();
    isOpen = false;
  };

  return {
    write(text, concealment) {
      begin();
      out.write(text, concealment);
    },
    instruct(text) {
      begin();
      out.instruct(text);
    },
    endInstruction() {
      if (isOpen) out.endInstruction();
    },
    side(text, concealment) {
      out.side(text, concealment);
    },
    endParagraph() {
      begin();
      end();
    },
    resetParagraph() {
      level = 0;
    },
    setLevel(wanted) {
      level = Math.max(0, Math.min(wanted, MAX_LEVEL));
    },
    endCell(at) {
      end();
      sync(Math.min(Math.max(at, 1), MAX_LEVEL));
      openCell();
      out.closeCell();
      tables[tables.length - 1].hasCell = false;
    },
    endRow(at) {
      end();
      sync(Math.min(Math.max(at, 1), MAX_LEVEL));
      tables[tables.length - 1].hasCell = false;
      out.closeRow();
    },
    inTable: () => level > 0,
    openAlternatives: () => {
      out.openAlternatives();
    },
    openFallback() {
      end();
      out.openFallback();
    },
    closeFallback() {
      end();
      out.closeFallback();
    },
    closeAlternatives() {
      end();
      out.closeAlternatives();
    },
    finish() {
      end();
      sync(0);
      return out.finish();
    },
  };
}

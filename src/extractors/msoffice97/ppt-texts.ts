/** What a slide, master or notes page of a PowerPoint document says ([MS-PPT] 2.5 to 2.9, 2.11). */
import type { Budget, Concealment } from "../../contract.js";
import { createCollector } from "../../text/story/collector.js";
import type { Story } from "../../text/story/lines.js";
import { COMPRESSED_HIGH } from "./pieces.js";
import { TYPE, walkRecords } from "./ppt-records.js";

export interface SheetText {
  readonly story: Story;
  /** Of comments. */
  readonly authors: readonly string[];
  readonly isHidden: boolean;
}

/** 2.11.1: where a comment's author, text and initials stand. */
const COMMENT_AUTHOR = 0;
const COMMENT_INITIALS = 2;
/** 2.6.1 SlideShowSlideInfoAtom: fHidden. */
const HIDDEN = 4;

export interface SheetTextOptions {
  /** Whether a text is to be told, or known from elsewhere. */
  readonly isNew?: (text: string) => boolean;
  /** Why what stands here in the stream is not seen. */
  readonly sight?: (position: number) => Concealment | undefined;
}

export function readSheetText(bytes: Uint8Array, start: number, end: number, budget: Budget, { isNew = () => true, sight = () => undefined }: SheetTextOptions = {}): SheetText {
  const out = createCollector();
  const authors: string[] = [];
  let isHidden = false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const say = (text: string, concealment: Concealment | undefined): void => {
    for (const paragraph of text.split("\r")) {
      if (!/\S/u.test(paragraph) || !isNew(paragraph)) continue;
      out.openParagraph();
      out.write(paragraph.replace(/\u000b/gu, "\n"), concealment);
      out.closeParagraph();
    }
  };
  for (const { record, path } of walkRecords(bytes, start, end)) {
    budget.tick();
    const around = path[path.length - 1];
    const content = Buffer.from(bytes.buffer, bytes.byteOffset + record.start, record.end - record.start);
    switch (record.type) {
      case TYPE.TextCharsAtom:
        say(wide(content), sight(record.at));
        break;
      case TYPE.TextBytesAtom:
        say(narrow(content), sight(record.at));
        break;
      case TYPE.SlideShowSlideInfoAtom:
        if (record.end - record.start >= 12) isHidden = (view.getUint16(record.start + 10, true) & HIDDEN) !== 0;
        break;
      case TYPE.CString: {
        const text = wide(content).replace(/\0+$/u, "");
        if (path.some(({ type }) => type === TYPE.Comment10)) {
          if (record.instance === COMMENT_AUTHOR || record.instance === COMMENT_INITIALS) authors.push(text);
          else say(text, "comment");
        } else if (around?.type === TYPE.HeadersFooters) say(text, undefined);
        else if (!PROGRAM_NAME.test(text)) say(text, around?.type === TYPE.ExHyperlink ? "hidden-text" : "property");
        break;
      }
    }
  }
  return { story: out.finish(), authors, isHidden };
}

/** Names of blocks of tags, which programs give: "___PPT10". */
const PROGRAM_NAME = /^(?:___PPT\d*|Default Design|PowerPoint\.\S*)$/u;

export const wide = (content: Buffer): string => content.toString("utf16le", 0, content.length & ~1);

/** 2.9.43 TextBytesAtom: the lower half of each character. */
function narrow(content: Buffer): string {
  return content.toString("latin1").replace(/[\u0080-\u009f]/gu, (char) => COMPRESSED_HIGH[char.charCodeAt(0) - 0x80]);
}

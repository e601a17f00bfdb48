/** What a group of Rich Text says about the text in it; groups inside inherit it (RTF 1.9.1, "Formatting properties"). */
import type { Concealment } from "../../contract.js";
import type { Destination } from "./destinations.js";
import type { MarkedStory } from "../../text/story/marked-story.js";

/** Text or hexadecimal digits that are gathered until their group ends. */
export interface Sink {
  readonly word: string;
  readonly destination: Destination;
  /** Where text goes that only stands inside of it: the result of a field. */
  readonly around: Sink | undefined;
  text: string;
  /** Stretches of the file: digits, or bytes where `isBinary`. */
  readonly stretches: { readonly start: number; readonly end: number; readonly isBinary: boolean }[];
}

export interface Group {
  readonly story: MarkedStory;
  readonly sink: Sink | undefined;
  readonly font: number | undefined;
  /** `\ucN`: characters of replacement behind each `\u`. */
  readonly replacements: number;
  readonly hidden: boolean;
  readonly deleted: boolean;
  /** Index into the table of colours. */
  readonly colour: number;
  readonly halfPoints: number;
  /** A ground behind the characters, a ground behind the paragraph. */
  readonly charShaded: boolean;
  readonly paragraphShaded: boolean;
}

type Format = Pick<Group, "hidden" | "deleted" | "colour" | "halfPoints" | "charShaded">;

export const PLAIN: Format = { hidden: false, deleted: false, colour: 0, halfPoints: 24, charShaded: false };
/** Text of one point cannot be read. */
const UNREADABLE_HALF_POINTS = 2;

/** The group with what a control word changes; the same group where it is no word of formatting. */
export function formatted(group: Group, word: string, parameter: number | undefined): Group {
  const isOn = parameter !== 0;
  switch (word) {
    case "plain":
      return { ...group, ...PLAIN };
    case "v":
      return { ...group, hidden: isOn };
    case "deleted":
    case "mvf":
      return { ...group, deleted: isOn };
    case "cf":
      return { ...group, colour: parameter ?? 0 };
    case "fs":
      return { ...group, halfPoints: parameter ?? 24 };
    case "highlight":
    case "cb":
    case "chcbpat":
    case "chshdng":
      return { ...group, charShaded: (parameter ?? 0) > 0 };
    case "cbpat":
    case "shading":
      return { ...group, paragraphShaded: (parameter ?? 0) > 0 };
    case "pard":
      return { ...group, paragraphShaded: false };
    case "uc":
      return { ...group, replacements: Math.max(0, Math.min(parameter ?? 1, 255)) };
    default:
      return group;
  }
}

/** @param isWhite by index into the table of colours */
export function reasonNow(group: Group, isWhite: (colour: number) => boolean): Concealment | undefined {
  if (group.deleted) return "deleted-revision";
  if (group.hidden) return "hidden-text";
  if (group.halfPoints <= UNREADABLE_HALF_POINTS) return "invisible-format";
  return isWhite(group.colour) && !group.charShaded && !group.paragraphShaded && !group.story.inTable() ? "invisible-format" : undefined;
}

/** Marks that stand for a character, or for the end of something. */
export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: "\t", line: "\n", lbr: "\n", softline: "\n", column: "\n", page: "\n", emdash: "\u2014", endash: "\u2013", bullet: "\u2022", lquote: "\u2018", rquote: "\u2019",
  ldblquote: "\u201c", rdblquote: "\u201d", emspace: "\u2003", enspace: "\u2002", qmspace: "\u2005", "~": "\u00a0", _: "-", "\t": "\t", "{": "{", "}": "}", "\\": "\\",
};

/**
 * A generated suite of messages that hide people, each with a clean twin: the same trick with nobody in it. Families of tricks times
 * what is hidden (one record, a list) times what it stands in (text, a page, CSV, a workbook, an archive).
 */
import { FIELDS, LYING_TYPES, TWO_TYPES } from "./fields.js";
import { MARKUP, SOUND_CHARSETS, TEXTS, WRONG_CHARSETS, type HideText } from "./charsets.js";
import { CONTAINERS, SEALED, SIGNED_TEXTS } from "./containers.js";
import { AMBIGUOUS_ENCODINGS, PASTED, SOUND_ENCODINGS } from "./encodings.js";
import { csvLeaf, type Leaf, LEAVES, LIST, NOBODY, type Payload, plainLeaf, RECORD, xlsxLeaf, zipLeaf, htmlLeaf } from "./payload.js";
import { AMBIGUOUS_STRUCTURES, type Hide, SOUND_STRUCTURES } from "./structure.js";

export type { Payload } from "./payload.js";

/**
 * What the clean twin comes to: `passes`, every reader sees the same; `may-hold`, readers differ, or something had to be guessed;
 * `held`, it cannot be read at all.
 */
export type Twin = "passes" | "may-hold" | "held";

export interface HidingMessage {
  readonly family: string;
  readonly trick: string;
  readonly place: string;
  readonly payload: Payload;
  readonly twin: Twin;
  readonly bytes: Buffer;
  /** The same with nobody in it. */
  readonly clean: () => Buffer;
}

type MakeLeaf = (payload: Payload) => Leaf;

interface Family {
  readonly name: string;
  readonly twin: Twin;
  readonly tricks: Readonly<Record<string, Hide>>;
  readonly leaves: readonly MakeLeaf[];
}

const FEW: readonly MakeLeaf[] = [plainLeaf, csvLeaf, xlsxLeaf];

const FAMILIES: readonly Family[] = [
  { name: "structure", twin: "passes", tricks: SOUND_STRUCTURES, leaves: LEAVES },
  { name: "structure in doubt", twin: "may-hold", tricks: AMBIGUOUS_STRUCTURES, leaves: FEW },
  { name: "encoding", twin: "passes", tricks: SOUND_ENCODINGS, leaves: LEAVES },
  { name: "encoding in doubt", twin: "may-hold", tricks: AMBIGUOUS_ENCODINGS, leaves: FEW },
  { name: "pasted", twin: "may-hold", tricks: PASTED, leaves: [plainLeaf, htmlLeaf, xlsxLeaf] },
  { name: "type that lies", twin: "may-hold", tricks: LYING_TYPES, leaves: [plainLeaf, csvLeaf, xlsxLeaf, zipLeaf] },
  { name: "two types", twin: "may-hold", tricks: TWO_TYPES, leaves: FEW },
  { name: "container", twin: "may-hold", tricks: CONTAINERS, leaves: [plainLeaf, csvLeaf, xlsxLeaf] },
  { name: "sealed", twin: "held", tricks: SEALED, leaves: [csvLeaf] },
];

const TEXT_FAMILIES: readonly { readonly name: string; readonly twin: Twin; readonly tricks: Readonly<Record<string, HideText>> }[] = [
  { name: "charset", twin: "passes", tricks: SOUND_CHARSETS },
  { name: "charset that lies", twin: "may-hold", tricks: WRONG_CHARSETS },
  { name: "markup", twin: "passes", tricks: MARKUP },
  { name: "text", twin: "passes", tricks: TEXTS },
  { name: "signed text", twin: "passes", tricks: SIGNED_TEXTS },
  { name: "field", twin: "may-hold", tricks: FIELDS },
];

const PAYLOADS = [RECORD, LIST];

export function hidingMessages(): HidingMessage[] {
  const all: HidingMessage[] = [];
  for (const { name, twin, tricks, leaves } of FAMILIES) {
    for (const [trick, hide] of Object.entries(tricks)) {
      for (const leaf of leaves) {
        for (const payload of PAYLOADS) {
          const made = leaf(payload);
          all.push({ family: name, trick, place: made.id, payload, twin, bytes: hide(made), clean: () => hide(leaf(NOBODY)) });
        }
      }
    }
  }
  for (const { name, twin, tricks } of TEXT_FAMILIES) {
    for (const [trick, hide] of Object.entries(tricks)) {
      for (const payload of PAYLOADS) all.push({ family: name, trick, place: "text", payload, twin, bytes: hide(payload), clean: () => hide(NOBODY) });
    }
  }
  return all;
}

/** Calendars (RFC 5545; vCalendar 1.0): what is written about events as text, and who attends them as a table. */
import type { Artifact, ExtractContext, Segment, Unscanned } from "../../contract.js";
import { placeByLine } from "../../text/lines.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import { readWholeText } from "../../text/source.js";
import { contentLines, type ContentLine, unescaped } from "./lines.js";
import { type Field, tableOfCards } from "./records.js";

const PEOPLE: ReadonlySet<string> = new Set(["ATTENDEE", "ORGANIZER"]);
/** Rules and stamps of time, and structure. */
const WORDLESS = /^(?:BEGIN|END|VERSION|CALSCALE|METHOD|DT(?:START|END|STAMP)|DUE|DURATION|CREATED|LAST-MODIFIED|RRULE|EXRULE|RDATE|EXDATE|TRIGGER|SEQUENCE|PRIORITY|TRANSP|TZOFFSET(?:FROM|TO)|REPEAT|PERCENT-COMPLETE|COMPLETED|FREEBUSY)$/u;

export function* readCalendar(artifact: Artifact, context: ExtractContext): Generator<Segment | Artifact | Unscanned> {
  const { at } = artifact;
  const { text: source, lost } = readWholeText(artifact, context);
  const spanOf = placeByLine(at, source);
  const people: Field[][] = [];
  const files: Artifact[] = [];
  let notes: Remark[] = [];
  const written = function* (): Generator<Segment> {
    if (notes.length > 0) yield { ...remarksSegment(notes), layout: "prose" };
    notes = [];
  };
  for (const line of contentLines(source, () => { context.budget.tick(); })) {
    const place = spanOf(line).at;
    if (!("name" in line)) notes.push({ text: line.text, at: place });
    else if (line.name === "BEGIN" || line.name === "END") {
      context.budget.entry();
      yield* written();
    } else if (PEOPLE.has(line.name)) people.push(personOf(line));
    else if (line.file !== undefined) {
      const name = line.parameters.get("FILENAME") ?? line.parameters.get("X-FILENAME") ?? `attachment ${files.length + 1}`;
      files.push({ kind: "artifact", at: [...at, { kind: "entry", name }], name, bytes: line.file });
    } else if (!WORDLESS.test(line.name)) notes.push({ text: `${line.name}: ${unescaped(line.value)}`, at: place });
    if ("name" in line) for (const [key, text] of line.parameters) if (WORDS_IN.has(key) && !PEOPLE.has(line.name)) notes.push({ text: unescaped(text), at: place });
  }
  yield* written();
  const table = tableOfCards(people, at, source);
  if (table !== undefined) yield table;
  yield* files;
  yield* lost;
}

const WORDS_IN: ReadonlySet<string> = new Set(["CN", "ALTREP", "X-TITLE", "X-ADDRESS", "FILENAME", "X-FILENAME"]);

function personOf({ parameters, value, start, end }: ContentLine): Field[] {
  const field = (label: string, text: string | undefined): Field[] => (text === undefined || text === "" ? [] : [{ label, text, start, end }]);
  return [
    ...field("氏名", parameters.get("CN")),
    ...field("メールアドレス", unescaped(value).replace(/^mailto:/iu, "")),
    ...field("EMAIL", parameters.get("EMAIL")),
    ...field("SENT-BY", parameters.get("SENT-BY")?.replace(/^mailto:/iu, "")),
  ];
}

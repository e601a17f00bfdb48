/** One page's operators -> what of its text is seen, and what its annotations' appearances say. */
import type { Budget } from "../../../contract.js";
import { CONCEALMENTS, type PageNote, type PageView } from "../document.js";
import { EVERYWHERE, rectangle } from "../paint/geometry.js";
import { createRecorder, type Recorder } from "../paint/recorder.js";
import type { Sight } from "../paint/sight.js";
import { CONCEALING_FLAGS, type PdfjsAnnotation, rectOf } from "./annotations.js";
import { paintOperators, type OperatorContext } from "./operators.js";
import type { PdfjsOperators } from "./paint.js";

/** The thread's own work is ended from outside (thread.ts), and nothing here expands. */
const UNWATCHED: Pick<Budget, "tick"> = { tick: () => undefined };

type PageFacts = Pick<OperatorContext, "font" | "isShown" | "opaqueImages"> & { readonly view: PageView };

export function sightOf(operators: PdfjsOperators, { view, ...context }: PageFacts, annotations: readonly PdfjsAnnotation[]): { sight: Sight; notes: PageNote[]; wordless: boolean } {
  const page = createRecorder(view, UNWATCHED);
  const own = new Map<string, { recorder: Recorder; annotation: PdfjsAnnotation | undefined }>();
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  const wordless = paintOperators(operators, {
    ...context,
    page,
    annotation(id) {
      const annotation = byId.get(id);
      const recorder = own.get(id)?.recorder ?? createRecorder(view, UNWATCHED);
      own.set(id, { recorder, annotation });
      if (isHidden(annotation)) return recorder;
      return {
        style: recorder.style,
        placed: recorder.placed,
        glyph: recorder.glyph,
        cover(outline, colour, clip) {
          recorder.cover(outline, colour, clip);
          page.cover(outline, colour, clip);
        },
      };
    },
  });
  // A redaction that was marked and never applied: whoever marked it believes that the text is gone.
  for (const annotation of annotations) {
    const rect = annotation.subtype === "Redact" ? rectOf(annotation.rect) : undefined;
    if (rect !== undefined) page.cover(rectangle([rect[0], rect[1], rect[2], rect[3]]), 0, EVERYWHERE);
  }
  return { wordless, sight: page.sight(), notes: [...own.values()].flatMap(({ recorder, annotation }) => appearanceNotes(recorder.sight(), annotation)) };
}

const isHidden = (annotation: PdfjsAnnotation | undefined): boolean =>
  typeof annotation?.annotationFlags === "number" && (annotation.annotationFlags & CONCEALING_FLAGS) !== 0;

/** What an appearance paints, by whether it is seen. */
function appearanceNotes({ runs, aside }: Sight, annotation: PdfjsAnnotation | undefined): PageNote[] {
  const byKind = new Map<PageNote["kind"], string[]>();
  const add = (kind: PageNote["kind"], text: string): void => {
    const list = byKind.get(kind);
    if (list === undefined) byKind.set(kind, [text]);
    else list.push(text);
  };
  const hidden = isHidden(annotation);
  runs.texts.forEach((text, i) => {
    add(hidden ? "hidden" : (CONCEALMENTS[runs.concealed?.[i] ?? 0] ?? "shown"), text);
  });
  for (const { concealment, runs: part } of aside) for (const text of part.texts) add(hidden ? "hidden" : concealment, text);
  const rect = rectOf(annotation?.rect);
  return [...byKind].map(([kind, texts]) => ({ kind, text: texts.join(" "), ...(rect === undefined ? {} : { rect }) }));
}

/** An appearance shows a value with other white space than the value has. */
export function isSameText(a: string, b: string): boolean {
  const bare = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, "");
  return bare(a) === bare(b);
}

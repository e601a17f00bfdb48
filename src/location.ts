/** What locations have in common, and what lies between two of them. */
import type { Location, Step } from "./contract.js";
import { cellRef, parseCellRef } from "./text/table.js";

const POSITIONS: ReadonlySet<Step["kind"]> = new Set(["span", "cell", "page", "property"]);

/** The part, sheet or file a place stands in: its location without the trailing page, cells, property and span. */
export function regionOf(at: Location): Location {
  let end = at.length;
  while (end > 0 && POSITIONS.has(at[end - 1].kind)) end--;
  return end === at.length ? at : at.slice(0, end);
}

/** What a place is called, wherever its file lies: names of parts, sheets and fields, or the file's own where there is nothing else. */
export function namesIn(at: Location): string {
  const steps = at.filter(({ kind }) => kind !== "commit");
  const named = steps[0]?.kind === "file" && steps.length > 1 ? steps.slice(1) : steps;
  return JSON.stringify(named.map((step) => (step.kind === "file" ? { ...step, path: step.path.replace(/^.*[/\\]/u, "") } : step)));
}

/** The smallest location that holds two of one region. Steps that the two do not both have are left out. */
export function spanning(a: Location, b: Location): Location {
  const out: Step[] = [];
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i], b[i]];
    // Two properties of one document: what follows still says where.
    if (x.kind === "property" && y.kind === "property" && x.name !== y.name) continue;
    const step = between(x, y);
    if (step === undefined) break;
    out.push(step);
    // What stands inside one page says nothing of several pages.
    if (step.kind === "page" && step.last !== undefined) break;
  }
  return out;
}

function between(a: Step, b: Step): Step | undefined {
  if (a.kind === "span" && b.kind === "span") {
    const first = a.offset <= b.offset ? a : b;
    return { ...first, length: Math.max(a.offset + a.length, b.offset + b.length) - first.offset };
  }
  if (a.kind === "cell" && b.kind === "cell") {
    if (a.ref === b.ref) return a;
    const [x, y] = [parseCellRef(a.ref), parseCellRef(b.ref)];
    if (x === undefined || y === undefined) return undefined;
    return {
      kind: "cell",
      ref: cellRef({
        firstRow: Math.min(x.firstRow, y.firstRow),
        lastRow: Math.max(x.lastRow, y.lastRow),
        firstColumn: Math.min(x.firstColumn, y.firstColumn),
        lastColumn: Math.max(x.lastColumn, y.lastColumn),
      }),
    };
  }
  if (a.kind === "page" && b.kind === "page") {
    const first = Math.min(a.number, b.number);
    const last = Math.max(a.last ?? a.number, b.last ?? b.number);
    if (first === last) return { kind: "page", number: first };
    return { kind: "page", number: first, last };
  }
  return a.kind === b.kind ? a : undefined;
}

/**
 * Conditional formats that make cells unseen (ECMA-376 part 1, 18.3.1.18): white letters, or a number format that shows nothing. Formulas are not
 * worked out; rules are taken that hold by themselves, or by what stands in the cell.
 */
import type { CellRange } from "../../contract.js";
import { printedA1 } from "../cells/print-area.js";

/** A rule as the sheet has it. */
export interface ConditionalFormat {
  /** "A1:B3 C5". */
  readonly cells: string;
  readonly type: string;
  /** Of the format among the workbook's own for this purpose; -1 for scales, bars and icons. */
  readonly format: number;
  readonly operator: string;
  readonly text: string;
  readonly formulas: readonly string[];
}

/** Cells that one rule makes unseen, in the sheet's own numbers. */
export interface UnseenCells {
  readonly ranges: readonly CellRange[];
  /** @param text what the cell shows */
  readonly holds: (text: string) => boolean;
}

const MAX_RULES = 1000;
const ALWAYS = /^(?:TRUE(?:\(\))?|[1-9]\d{0,8}|(\d{1,9}|"[^"]{0,50}")=\1|ROW\(\)>0|COLUMN\(\)>0)$/u;
const CELL = "\\$?[A-Z]{1,3}\\$?\\d{1,7}";
/** The cell itself is not empty. */
const FILLED = new RegExp(`^(?:LEN\\((?:TRIM\\()?${CELL}\\)?\\)>0|${CELL}<>""|NOT\\(ISBLANK\\(${CELL}\\)\\)|ISTEXT\\(${CELL}\\))$`, "u");
const NUMBER = /^-?\d{1,15}(?:\.\d{1,15})?$/u;

/** @param hides of each of the workbook's formats for this purpose: whether it makes a cell unseen */
export function unseenCells(rules: readonly ConditionalFormat[], hides: readonly boolean[]): UnseenCells[] {
  const found: UnseenCells[] = [];
  for (const rule of rules) {
    if (found.length >= MAX_RULES) break;
    const cells = rule.cells.trim();
    const holds = hides[rule.format] ? conditionOf(rule) : undefined;
    const ranges = holds === undefined || cells === "" ? [] : printedA1(cells.split(/\s+/u).map((one) => `!${one}`).join(","));
    if (holds !== undefined && ranges.length > 0) found.push({ ranges, holds });
  }
  return found;
}

function conditionOf({ type, operator, text, formulas }: ConditionalFormat): UnseenCells["holds"] | undefined {
  const [first = "", second = ""] = formulas.map((formula) => formula.replace(/^=/u, "").trim());
  const wanted = text.toLowerCase();
  switch (type) {
    case "expression":
      return ALWAYS.test(first.replaceAll(" ", "").toUpperCase()) || FILLED.test(first.replaceAll(" ", "").toUpperCase()) ? () => true : undefined;
    case "notContainsBlanks":
    case "notContainsErrors":
      return () => true;
    case "containsText":
      return wanted === "" ? undefined : (shown) => shown.toLowerCase().includes(wanted);
    case "notContainsText":
      return wanted === "" ? undefined : (shown) => !shown.toLowerCase().includes(wanted);
    case "beginsWith":
      return wanted === "" ? undefined : (shown) => shown.toLowerCase().startsWith(wanted);
    case "endsWith":
      return wanted === "" ? undefined : (shown) => shown.toLowerCase().endsWith(wanted);
    case "cellIs":
      return comparison(operator, first, second);
    default:
      return undefined;
  }
}

/** With constants only. Excel sorts every text behind every number. */
function comparison(operator: string, first: string, second: string): UnseenCells["holds"] | undefined {
  const [low, high] = [constant(first), constant(second)];
  if (low === undefined || (operator.toLowerCase().includes("between") && high === undefined)) return undefined;
  const against = (shown: string, other: string | number): number => {
    const own = NUMBER.test(shown) ? Number(shown) : shown.toLowerCase();
    if (typeof own !== typeof other) return typeof own === "number" ? -1 : 1;
    return own < other ? -1 : own > other ? 1 : 0;
  };
  switch (operator) {
    case "equal":
      return (shown) => against(shown, low) === 0;
    case "notEqual":
      return (shown) => against(shown, low) !== 0;
    case "greaterThan":
      return (shown) => against(shown, low) > 0;
    case "greaterThanOrEqual":
      return (shown) => against(shown, low) >= 0;
    case "lessThan":
      return (shown) => against(shown, low) < 0;
    case "lessThanOrEqual":
      return (shown) => against(shown, low) <= 0;
    case "between":
      return (shown) => against(shown, low) >= 0 && against(shown, high ?? low) <= 0;
    case "notBetween":
      return (shown) => against(shown, low) < 0 || against(shown, high ?? low) > 0;
    default:
      return undefined;
  }
}

function constant(formula: string): string | number | undefined {
  if (NUMBER.test(formula)) return Number(formula);
  return /^"[^"]{0,255}"$/u.test(formula) ? formula.slice(1, -1).toLowerCase() : undefined;
}

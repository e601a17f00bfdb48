/**
 * Which elements a page's own style sheets keep from being shown, or turn round: rules of one simple selector (`.note`, `p.note`, `#note`), as pages and messages that
 * programs write have them. What a rule shows again, for a screen of another size, is not taken for hidden.
 */
import { copyDecoded } from "../../text/escapes.js";
import type { MappedTextBuilder } from "../../text/mapped.js";
import { HIDING_STYLE, RIGHT_TO_LEFT, TURNING_STYLE } from "./elements.js";
import type { Attribute } from "./tokens.js";

export interface StyleSheet {
  hides(name: string, attributes: readonly Attribute[]): boolean;
  /** Whether what stands there is drawn from its end to its beginning. */
  turns(name: string, attributes: readonly Attribute[]): boolean;
}

interface Selector {
  readonly element: string;
  readonly classes: readonly string[];
  readonly id: string;
}

const MAX_RULES = 20_000;
const MAX_HIDING = 500;
const SIMPLE = /^([a-z][\w-]{0,60})?((?:[.#][\w-]{1,100}){0,8})$/iu;
const SHOWS = /(?:^|[;\s])(?:display\s{0,9}:\s{0,9}(?!none)[a-z]|visibility\s{0,9}:\s{0,9}visible)/iu;
/** White letters: on a page that names no background anywhere they stand on white. */
const WHITE_LETTERS = /(?:^|[;\s{"'])color\s{0,9}:\s{0,9}(?:white|#fff(?:fff)?|rgb\(\s{0,9}255\s{0,9},\s{0,9}255\s{0,9},\s{0,9}255\s{0,9}\))(?![\w-])/iu;
const GROUND = /background|bgcolor/iu;

/** @param source of the whole page */
export function readStyleSheets(source: string): StyleSheet {
  const hasGround = GROUND.test(source);
  const isUnseen = (declarations: string): boolean => HIDING_STYLE.test(declarations) || (!hasGround && WHITE_LETTERS.test(declarations));
  const hiding = new Map<string, Selector>();
  const turning = new Map<string, Selector>();
  let count = 0;
  for (const { selectors, declarations } of rulesOf(source)) {
    if (++count > MAX_RULES) break;
    const shows = SHOWS.test(declarations);
    const isTurned = TURNING_STYLE.test(declarations) && RIGHT_TO_LEFT.test(declarations);
    const isHidden = !shows && isUnseen(declarations);
    if (!shows && !isHidden && !isTurned) continue;
    for (const written of selectors.split(",")) {
      const key = written.trim();
      if (shows) hiding.delete(key);
      const selector = isHidden || isTurned ? selectorOf(key) : undefined;
      if (selector === undefined) continue;
      if (isHidden && hiding.size < MAX_HIDING) hiding.set(key, selector);
      if (isTurned && turning.size < MAX_HIDING) turning.set(key, selector);
    }
  }
  const hides = matcherOf(hiding);
  return {
    hides(name, attributes) {
      return (!hasGround && attributes.some((attribute) => attribute.name === "style" && WHITE_LETTERS.test(attribute.value))) || hides(name, attributes);
    },
    turns: matcherOf(turning),
  };
}

function matcherOf(selectors: ReadonlyMap<string, Selector>): (name: string, attributes: readonly Attribute[]) => boolean {
  if (selectors.size === 0) return () => false;
  const byKey = indexed([...selectors.values()]);
  return (name, attributes) => {
    const id = valueOf(attributes, "id");
    const classes = valueOf(attributes, "class").split(/\s+/u);
    const matches = (one: Selector): boolean => (one.element === "" || one.element === name) && (one.id === "" || one.id === id) && one.classes.every((own) => classes.includes(own));
    return [...classes.map((one) => `.${one}`), `#${id}`, name].some((key) => byKey.get(key)?.some(matches));
  };
}

/** By the first class, the id or the element, so that not every rule is asked about every element. */
function indexed(selectors: readonly Selector[]): ReadonlyMap<string, Selector[]> {
  const byKey = new Map<string, Selector[]>();
  for (const selector of selectors) {
    const [first] = selector.classes;
    const key = first !== undefined ? `.${first}` : selector.id !== "" ? `#${selector.id}` : selector.element;
    byKey.set(key, [...(byKey.get(key) ?? []), selector]);
  }
  return byKey;
}

const valueOf = (attributes: readonly Attribute[], name: string): string => attributes.find((attribute) => attribute.name.toLowerCase() === name)?.value.trim() ?? "";

function selectorOf(written: string): Selector | undefined {
  const match = SIMPLE.exec(written);
  if (match === null || written === "") return undefined;
  const parts = (match[2] ?? "").match(/[.#][\w-]+/gu) ?? [];
  const ids = parts.filter((part) => part.startsWith("#"));
  // A rule for all of the page would hide it from everybody.
  if (parts.length === 0 && /^(?:html|body|head|div|span|style|script)$/iu.test(match[1] ?? "")) return undefined;
  return { element: (match[1] ?? "").toLowerCase(), classes: parts.filter((part) => part.startsWith(".")).map((part) => part.slice(1)), id: ids[0]?.slice(1) ?? "" };
}

/** Words that a sheet has drawn may be written by the numbers of their characters (CSS Syntax 4.3.7): `content: "\9999\5ddd"`. */
const CSS_ESCAPE = /\\([\dA-Fa-f]{1,6})[ \t\n]?/gu;

/** Appends a style sheet with its numbered characters in their place. */
export function copyStyleSheet(out: MappedTextBuilder, source: string, start: number, end: number): void {
  let done = start;
  for (const { index, 0: written, 1: hex } of source.slice(start, end).matchAll(CSS_ESCAPE)) {
    const code = Number.parseInt(hex, 16);
    if (code > 0x10ffff) continue;
    copyDecoded(out, source, done, start + index);
    done = start + index + written.length;
    out.replace(code < 0x20 ? "\n" : String.fromCodePoint(code), start + index, done);
  }
  copyDecoded(out, source, done, end);
}

/** Rules of every `<style>`, those inside `@media` and the like only where they show something. Linear. */
function* rulesOf(source: string): Generator<{ selectors: string; declarations: string }> {
  const lower = source.toLowerCase();
  let end = 0;
  for (let at = lower.indexOf("<style"); at >= 0; at = lower.indexOf("<style", end)) {
    const start = lower.indexOf(">", at) + 1;
    if (start === 0) return;
    end = lower.indexOf("</style", start);
    yield* rulesIn(source, start, end < 0 ? source.length : end);
    if (end < 0) return;
  }
}

function* rulesIn(source: string, from: number, to: number): Generator<{ selectors: string; declarations: string }> {
  let start = from;
  let conditions = 0;
  let at = from;
  while (at < to) {
    const character = source[at];
    if (character === "/" && source[at + 1] === "*") {
      const end = source.indexOf("*/", at + 2);
      const next = end < 0 ? to : end + 2;
      if (source.slice(start, at).trim() === "") start = next;
      at = next;
      continue;
    }
    if (character === ";") start = at + 1;
    else if (character === "}") {
      conditions = Math.max(0, conditions - 1);
      start = at + 1;
    } else if (character === "{") {
      const selectors = source.slice(start, Math.min(at, start + 2000)).trim();
      if (selectors.startsWith("@")) conditions++;
      else {
        const close = source.indexOf("}", at);
        const end = close < 0 || close > to ? to : close;
        const declarations = source.slice(at + 1, end);
        if (conditions === 0 || SHOWS.test(declarations)) yield { selectors, declarations };
        at = end;
      }
      start = at + 1;
    }
    at++;
  }
}

/** Mail addresses whose "@" is spelled out against harvesters: name (at) host.example, name [at] host [dot] example, name アット host.example. */
import { mailAddressAt, type MailAddress } from "./email.js";

/** Local part, a bracket and spaces before "at". */
const BEFORE = 72;
const AFTER = 140;
const CONTEXT = 200;
const LOCAL = /(?<![\w.+-])([A-Za-z0-9][\w.+-]{0,63})(?: ?([([{<]) ?| {1,2}| ?-)$/u;
const LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,40}[A-Za-z0-9])?";
const DOT = "(?:\\.|(?: ?[([{<] ?(?:dot|DOT|Dot|ドット|\\.) ?[)\\]}>] ?)| (?:dot|DOT|ドット) )";
const DOMAIN = new RegExp(`^(?:( ?[)\\]}>] ?)|( {1,2}| ?-))(${LABEL}(?:${DOT}${LABEL}){1,5})(?![\\w@-])`, "u");
const SPELLED_DOT = new RegExp(DOT, "gu");
/** As sure as any mail address, less what a sentence with "at" in it may be. */
const DOUBT = 0.08;

const isAt = (text: string, start: number, end: number): boolean => {
  const length = end - start;
  if (length === 2) return (text.charCodeAt(start) | 0x20) === 0x61 && (text.charCodeAt(start + 1) | 0x20) === 0x74;
  return text.charCodeAt(start) === 0x30a2 && ((length === 3 && text.startsWith("アット", start)) || (length === 6 && text.startsWith("アットマーク", start)));
};

/** The address whose "at" is the run from `start` to `end`. Looks at some 200 characters. */
export function obfuscatedAddress(text: string, start: number, end: number): MailAddress | undefined {
  if (!isAt(text, start, end)) return undefined;
  const after = DOMAIN.exec(text.slice(end, end + AFTER));
  if (after === null) return undefined;
  const before = LOCAL.exec(text.slice(Math.max(0, start - BEFORE), start));
  if (before === null) return undefined;
  const [, local, opened] = before;
  const [whole, closed, , spelled] = after;
  // "look at example.com" is a sentence: without brackets the dots must be spelled out too, and アット is no sentence's.
  if ((opened === undefined) !== (closed === undefined)) return undefined;
  if (opened === undefined && text.charCodeAt(start) < 0x80 && !/ dot |[([{<]/iu.test(spelled)) return undefined;
  const begin = start - before[0].length;
  // Judged as if it were written out, where it stands: in a byline it is its author's.
  const context = text.slice(Math.max(0, begin - CONTEXT), begin);
  const found = mailAddressAt(`${context}${local}@${spelled.replace(SPELLED_DOT, ".")}`, context.length + local.length);
  if (found === undefined) return undefined;
  return { start: begin, end: end + whole.length, value: found.value, confidence: Math.max(0, found.confidence - DOUBT) };
}

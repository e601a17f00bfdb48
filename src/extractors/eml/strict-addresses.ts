/** Address lists so plain that every reader finds the same mailboxes in them. */
import { decodeWords } from "./encoded-words.js";

const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+";
const WORD = `(?:"[^"\\\\@<>,;:()]*"|${ATOM})`;
const ADDRESS = `[A-Za-z0-9_]${ATOM.slice(0, -1)}*@[A-Za-z0-9.-]+`;
const MAILBOX = new RegExp(`[ \\t]*(?:${ADDRESS}|(?:${WORD}(?:[ \\t]+${WORD})*[ \\t]*)?<${ADDRESS}>)[ \\t]*(,|$)`, "uy");
/** What a message to hidden recipients says in their place. */
const NOBODY = /^[A-Za-z0-9 _-]{1,60}:[ \t]*;$/u;

/** @param value unfolded, encoded words not decoded. Linear. */
export function isStrictList(value: string): boolean {
  if (value === "" || NOBODY.test(value)) return true;
  for (let at = 0; at < value.length; ) {
    MAILBOX.lastIndex = at;
    const found = MAILBOX.exec(value);
    if (found === null) return false;
    at = MAILBOX.lastIndex;
    // A comma at the end lets some readers see one mailbox more.
    if (found[1] === "," && at >= value.length) return false;
  }
  // Words that decode to an address, or to a whole list.
  return !value.includes("=?") || count(decodeWords(value)) === count(value);
}

const count = (text: string): number => text.split("@").length;

/** Names in Cyrillic letters: the father's name tells them from all else, a label or a salutation where there is none. */
import { nameBehindWorldLabel, type WorldName } from "./world-names.js";

const WORD = "\\p{Lu}[\\u0430-\\u045f\\u0451'’]{1,20}(?:-\\p{Lu}[\\u0430-\\u045f]{1,20})?";
/** Петрович, Петровна, Ильинична; оглы and кызы stand apart. */
const PATRONYMIC = "\\p{Lu}[\\u0430-\\u045f]{1,18}(?:ович|евич|ьич|[ктмн]ич|овна|евна|ична|івна|йович)";
/** Иванова Мария Петровна, Мария Петровна Иванова, Мария Петровна. */
const WITH_PATRONYMIC = new RegExp(`(?:${WORD} ){1,2}${PATRONYMIC}(?: ${WORD})?(?!\\p{L})`, "uy");
const HONOURED = /(?:Уважаем(?:ый|ая)|Господин|Госпожа|г-н|г-жа|гр\.) $/u;
const TWO_WORDS = new RegExp(`${WORD}(?: ${WORD})?(?!\\p{L})`, "uy");
const LONGEST_HONOUR = 12;

/** @param start of a run of Cyrillic letters */
export function cyrillicName(text: string, start: number): WorldName | undefined {
  if (!/^\p{Lu}/u.test(text.charAt(start))) return undefined;
  const labelled = nameBehindWorldLabel(text, start);
  if (labelled !== undefined) return labelled;
  WITH_PATRONYMIC.lastIndex = start;
  // "Уважаемая Мария Петровна": the name begins behind it.
  if (!HONOURS.test(text.slice(start, start + LONGEST_HONOUR)) && WITH_PATRONYMIC.test(text)) return { end: WITH_PATRONYMIC.lastIndex, confidence: 0.9 };
  if (!HONOURED.test(text.slice(Math.max(0, start - LONGEST_HONOUR), start))) return undefined;
  TWO_WORDS.lastIndex = start;
  return TWO_WORDS.test(text) ? { end: TWO_WORDS.lastIndex, confidence: 0.8 } : undefined;
}
const HONOURS = /^(?:Уважаем|Господин|Госпожа|Дорог)/u;

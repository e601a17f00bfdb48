/** Strings of deleted cells that the program has not cleared away, in the order they were typed: what stood in one row is close together. */
import type { Location, Segment } from "../../contract.js";
import type { StringPool } from "./string-pool.js";

const TEXT_UNITS = 2 ** 18;

/** @param strings the workbook's shared strings, those that a cell refers to marked in `used` */
export function* unusedStrings({ pool, used }: { readonly pool: StringPool; readonly used: Uint8Array }, at: Location): Generator<Segment> {
  const place = { at, concealment: "orphaned-part" as const };
  let text = "";
  for (let i = used.indexOf(0); i >= 0; i = used.indexOf(0, i + 1)) {
    text += `${pool.get(i)}\n`;
    if (text.length < TEXT_UNITS) continue;
    yield { kind: "text", text, layout: "prose", place: () => place };
    text = "";
  }
  if (text.trim() !== "") yield { kind: "text", text, layout: "prose", place: () => place };
}

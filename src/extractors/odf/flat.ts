/** OpenDocument in one XML file (ODF 1.3 part 3, 3.1.2): .fodt, .fods, .fodp, .fodg. */
import { looksLikeXml } from "../../bytes/xml-text.js";
import { readXml } from "../../bytes/xml.js";
import { formatOfType } from "./package.js";

const FLAT: Readonly<Record<string, string>> = { odt: "fodt", ott: "fodt", odm: "fodt", ods: "fods", ots: "fods", odp: "fodp", otp: "fodp", odg: "fodg", otg: "fodg" };
/** The root element stands behind a declaration and perhaps a comment. */
const HEAD_BYTES = 8192;

/** "fodt", "fods", ... by the root element and its media type. */
export function identifyFlat(bytes: Uint8Array): string | undefined {
  if (!looksLikeXml(bytes)) return undefined;
  const reader = readXml(bytes.subarray(0, HEAD_BYTES));
  let token = reader.next();
  while (token === "aside" || token === "text") token = reader.next();
  if (token !== "open" || reader.name !== "document") return undefined;
  const format = formatOfType(reader.attribute("mimetype") ?? "");
  return format === undefined ? undefined : (FLAT[format] ?? format);
}

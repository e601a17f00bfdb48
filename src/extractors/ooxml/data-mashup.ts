/** Power Query's part of a workbook ([MS-QDEFF] 2.2): a package of its own, in Base64, with the source of each query. */

/** Text of the part without its markup. */
const BASE64 = /^[A-Za-z\d+/\s]+={0,2}\s*$/u;
const VERSION_BYTES = 4;

/** The zip package inside, undefined where the part is something else. @param text of the part, its markup left out */
export function mashupPackage(root: string, text: string): Uint8Array | undefined {
  if (root !== "DataMashup" || !BASE64.test(text)) return undefined;
  const bytes = Buffer.from(text, "base64");
  if (bytes.length < 2 * VERSION_BYTES) return undefined;
  const length = bytes.readUInt32LE(VERSION_BYTES);
  const whole = bytes.subarray(2 * VERSION_BYTES, 2 * VERSION_BYTES + length);
  return whole.length === 0 ? undefined : whole;
}

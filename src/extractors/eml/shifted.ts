/**
 * Seven-bit Chinese and Korean: HZ (RFC 1843), ISO-2022-KR (RFC 1557) and ISO-2022-CN (RFC 1922). Web browsers gave them up because
 * they hide text; mail programs still show them.
 */

export const SHIFTED: ReadonlySet<string> = new Set(["hz-gb-2312", "hz", "x-hz", "iso-2022-kr", "csiso2022kr", "iso-2022-cn", "iso-2022-cn-ext", "x-iso-2022-cn-gb", "x-iso-2022-cn"]);

/** What shifts out of ASCII, says what stands there, and shifts back: HZ's tildes, and ISO 2022's escapes, SO and SI. */
const HZ_RUN = /~\{([^\n]*?)(?:~\}|(?=\n)|$)|~~|~\r?\n/gu;
const ISO_SIGN = /\x1b\$\)([A-Z])|\x0e([^\x0f\n]*)\x0f?/gu;

/** Undefined where a part is in a character set that nothing here reads. Linear. @param bytes ASCII only */
export function decodeShifted(bytes: Uint8Array, label: string): string | undefined {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  if (label.includes("hz")) return source.replace(HZ_RUN, (sign, run: string | undefined) => (run === undefined ? (sign === "~~" ? "~" : "") : inHighHalf(run, "gbk")));
  let set = label.includes("kr") ? "C" : "A";
  let isUnknown = false;
  const text = source.replace(ISO_SIGN, (_, designated: string | undefined, run: string | undefined) => {
    if (designated !== undefined) set = designated;
    if (run === undefined || run === "") return "";
    if (set === "C" || set === "A") return inHighHalf(run, set === "C" ? "euc-kr" : "gbk");
    isUnknown = true;
    return run;
  });
  return isUnknown ? undefined : text;
}

/** The same characters as eight-bit encodings write them. */
function inHighHalf(run: string, encoding: "gbk" | "euc-kr"): string {
  const high = Buffer.from(run, "latin1");
  for (let i = 0; i < high.length; i++) if (high[i] > 0x20) high[i] |= 0x80;
  return new TextDecoder(encoding).decode(high);
}

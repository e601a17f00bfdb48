/** Character and predefined entity references (XML 1.0, 4.1 and 4.6). References to anything else stay as they are written. */

const PREDEFINED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const REFERENCE = /&(?:#(\d{1,8})|#[xX]([\da-fA-F]{1,7})|([a-z]{2,4}));/gu;

/** UTF-8 bytes of character data or of an attribute's value as text. */
export function decodeText(b: Buffer, start: number, end: number): string {
  const text = b.toString("utf8", start, end);
  return text.includes("&") ? decodeReferences(text) : text;
}

export function decodeReferences(text: string): string {
  return text.replace(REFERENCE, (written: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return PREDEFINED[name] ?? written;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  });
}

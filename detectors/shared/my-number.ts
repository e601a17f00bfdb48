/** My Number (個人番号): twelve digits, the last of which is a check digit. */

const WEIGHTS = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2] as const;

/**
 * Whether twelve digits carry the check digit of a My Number (Order of the Ministry of Internal Affairs and Communications No. 85
 * of 2014, Article 5). One random number in ten does. All digits alike are refused: no such number can be told from filler.
 */
export function hasMyNumberCheckDigit(digits: string): boolean {
  if (digits.length !== 12) return false;
  let sum = 0;
  let alike = true;
  for (let i = 0; i < 12; i++) {
    const digit = digits.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) return false;
    if (i < 11) sum += digit * WEIGHTS[i];
    if (digits.charCodeAt(i) !== digits.charCodeAt(0)) alike = false;
  }
  const rest = sum % 11;
  return !alike && digits.charCodeAt(11) - 0x30 === (rest <= 1 ? 0 : 11 - rest);
}

/**
 * Reads twelve digits, in one run or as 4-4-4 with one kind of separator (space or hyphen), at an offset; digits beside them are
 * the caller's business.
 */
export function readTwelveDigits(text: string, at: number): { digits: string; end: number; grouped: boolean } | undefined {
  let digits = "";
  let separator = 0;
  let i = at;
  for (let group = 0; group < 3; group++) {
    if (group > 0) {
      const code = text.charCodeAt(i);
      const isSeparator = code === 0x20 || code === 0x2d;
      if (group === 1 && isSeparator) separator = code;
      if (isSeparator !== (separator !== 0) || (isSeparator && code !== separator)) return undefined;
      if (isSeparator) i++;
    }
    for (let n = 0; n < 4; n++, i++) {
      const code = text.charCodeAt(i);
      if (!(code >= 0x30 && code <= 0x39)) return undefined;
    }
    digits += text.slice(i - 4, i);
  }
  return { digits, end: i, grouped: separator !== 0 };
}

/**
 * How sure it is that a whole cell, normalised and trimmed, is a My Number, by form alone: a check digit is no proof, and credit
 * cards, account numbers and licences have twelve digits too.
 */
export function judgeMyNumber(value: string): number {
  if (value.length !== 12 && value.length !== 14) return 0;
  const first = value.charCodeAt(0);
  if (!(first >= 0x30 && first <= 0x39)) return 0;
  const read = readTwelveDigits(value, 0);
  if (read?.end !== value.length || !hasMyNumberCheckDigit(read.digits)) return 0;
  return read.grouped ? 0.4 : 0.2;
}

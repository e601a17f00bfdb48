/** What the binary workbook formats share: numbers in four bytes, errors by number, and what styles say of a cell. */

/** What a cell's format makes of it. */
export interface CellStyles {
  /** The number as its cell shows it. */
  show(value: number, style: number): string;
  hides(style: number): boolean;
}

/** [MS-XLS] 2.5.10. */
const ERRORS: Readonly<Record<number, string>> = { 0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A", 43: "#GETTING_DATA" };

export function boolOrError(value: number, isError: boolean): string {
  return isError ? (ERRORS[value] ?? "") : value === 0 ? "FALSE" : "TRUE";
}

const half = new DataView(new ArrayBuffer(8));

/** A number in four bytes: an integer or the upper half of a double, perhaps a hundredth of what is meant ([MS-XLS] 2.5.217). */
export function rkNumber(view: DataView, at: number): number {
  const bits = view.getInt32(at, true);
  let value = bits >> 2;
  if ((bits & 2) === 0) {
    half.setInt32(4, bits & ~3, true);
    value = half.getFloat64(0, true);
  }
  return (bits & 1) === 0 ? value : value / 100;
}

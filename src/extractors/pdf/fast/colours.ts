/** Colour spaces (ISO 32000-1, 8.6), as far as two colours can be compared. */
import type { PdfFile } from "./file.js";
import { isArray, isDict, type Dict, type Value } from "./lexer.js";

/** How many components a colour has that is grey, RGB or CMYK; inks that can be absent; anything else. */
export type ColourSpace = 1 | 3 | 4 | "separation" | "other";

const DEVICE: Readonly<Record<string, ColourSpace>> = {
  DeviceGray: 1, G: 1, CalGray: 1, DeviceRGB: 3, RGB: 3, CalRGB: 3, DeviceCMYK: 4, CMYK: 4, Separation: "separation", DeviceN: "separation",
};

export function colourSpaceOf(file: PdfFile, resources: Dict, operand: Value): ColourSpace {
  const named = file.resolve(resources.get("ColorSpace"));
  const listed = typeof operand === "string" && isDict(named) ? named.get(operand) : undefined;
  const space = file.resolve(listed ?? operand);
  const [family, parameter] = isArray(space) ? [file.resolve(space[0]), space[1]] : [space, undefined];
  if (typeof family !== "string") return "other";
  if (family === "ICCBased") {
    const components = file.resolve(file.streamDict(parameter)?.get("N"));
    return components === 1 || components === 3 || components === 4 ? components : "other";
  }
  return Object.hasOwn(DEVICE, family) ? DEVICE[family] : "other";
}

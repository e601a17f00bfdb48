/** Optional content (ISO 32000-1, 8.11): which layers a reader shows when it opens the document. */
import type { PdfFile } from "./file.js";
import { isArray, isDict, isRef, NotPlain, type Dict, type Value } from "./lexer.js";

export interface Layers {
  /** @param group a group or a membership dictionary, or the reference of one */
  isOff(group: Value | undefined): boolean;
}

export function readLayers(file: PdfFile, catalog: Dict): Layers {
  const properties = file.resolve(catalog.get("OCProperties"));
  const standard = isDict(properties) ? file.resolve(properties.get("D")) : null;
  const listed = (key: string): Set<number> => {
    const list = isDict(standard) ? file.resolve(standard.get(key)) : null;
    return new Set(isArray(list) ? list.flatMap((one) => (isRef(one) ? [one.ref] : [])) : []);
  };
  const [on, off] = [listed("ON"), listed("OFF")];
  const startsOff = isDict(standard) && file.resolve(standard.get("BaseState")) === "OFF";
  const isGroupOff = (reference: Value | undefined): boolean => isRef(reference) && (off.has(reference.ref) || (startsOff && !on.has(reference.ref)));
  return {
    isOff(group) {
      const entries = file.resolve(group);
      if (!isDict(entries) || file.resolve(entries.get("Type")) !== "OCMD") return isGroupOff(group);
      // 8.11.2.2: an expression may say anything.
      if (entries.has("VE")) throw new NotPlain("a layer by an expression");
      const members = file.resolve(entries.get("OCGs"));
      const states = (isArray(members) ? members : isRef(entries.get("OCGs")) ? [entries.get("OCGs")] : []).map((one) => !isGroupOff(one));
      if (states.length === 0) return false;
      const policy = file.resolve(entries.get("P"));
      if (policy === "AllOn") return states.includes(false);
      if (policy === "AnyOff") return !states.includes(false);
      if (policy === "AllOff") return states.includes(true);
      return !states.includes(true);
    },
  };
}

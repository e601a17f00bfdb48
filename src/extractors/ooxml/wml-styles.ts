/** What of a document's styles decides whether text is seen (ECMA-376 part 1, 17.7). */
import { readXml } from "../../bytes/xml.js";

export interface TextStyle {
  readonly vanish: boolean;
  /** Has a background of its own, so that white text on it may well be read. */
  readonly shaded: boolean;
}

export interface TextStyles {
  /** By style id; the default paragraph style where there is none. */
  paragraph(id: string | undefined): TextStyle;
  character(id: string | undefined): TextStyle;
}

const PLAIN: TextStyle = { vanish: false, shaded: false };
export const NO_STYLES: TextStyles = { paragraph: () => PLAIN, character: () => PLAIN };

/** ST_OnOff, 22.9.2.7: a property without a value is on. */
export const isOn = (value: string | undefined): boolean => value === undefined || !/^(?:0|false|off)$/iu.test(value);

/** Word allows eleven. */
const MAX_ANCESTORS = 64;

interface Draft {
  basedOn?: string;
  vanish?: boolean;
  shaded?: boolean;
}

export function readStyles(xml: Uint8Array): TextStyles {
  const drafts = new Map<string, Draft>();
  const defaults: Draft = {};
  let current: Draft | undefined;
  let byDefault: string | undefined;
  const reader = readXml(xml);
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    if (token === "close" && (reader.name === "style" || reader.name === "docDefaults")) current = undefined;
    if (token !== "open") continue;
    const { name } = reader;
    if (name === "docDefaults") current = defaults;
    else if (name === "style") {
      const id = reader.attribute("styleId") ?? "";
      drafts.set(id, (current = {}));
      if (reader.attribute("type") === "paragraph" && reader.attribute("default") !== undefined && isOn(reader.attribute("default"))) byDefault = id;
    } else if (current === undefined) continue;
    else if (name === "basedOn") current.basedOn = reader.attribute("val") ?? "";
    else if (name === "vanish") current.vanish = isOn(reader.attribute("val"));
    else if (name === "shd") current.shaded = true;
  }
  const resolved = new Map<string, TextStyle>();
  const resolve = (id: string | undefined): TextStyle => {
    if (id === undefined) return PLAIN;
    const known = resolved.get(id);
    if (known !== undefined) return known;
    let vanish: boolean | undefined;
    let shaded = false;
    // Styles may be based on each other in a ring.
    const seen = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !seen.has(at) && seen.size < MAX_ANCESTORS; at = drafts.get(at)?.basedOn) {
      seen.add(at);
      vanish ??= drafts.get(at)?.vanish;
      shaded ||= drafts.get(at)?.shaded ?? false;
    }
    const style = { vanish: vanish ?? false, shaded };
    resolved.set(id, style);
    return style;
  };
  return {
    paragraph: (id) => {
      const style = resolve(id ?? byDefault);
      return defaults.vanish === true ? { ...style, vanish: true } : style;
    },
    character: resolve,
  };
}

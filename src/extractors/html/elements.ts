/** What HTML's elements and attributes mean for reading the page (HTML Standard, sections 4, 13.1.2 and 15). */
import type { Attribute } from "./tokens.js";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

export const VOID = words("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr");

/** Elements that stand on lines of their own. */
export const BLOCK = words(
  "address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head " +
    "header hgroup hr html legend li listing main menu nav noscript ol optgroup option p plaintext pre search section select summary table tbody td template textarea tfoot th " +
    "thead title tr ul xmp",
);

/** Elements in which white space is kept. */
export const PREFORMATTED = words("pre textarea listing plaintext xmp");

/** Not shown by a browser. */
export const HIDDEN = words("template datalist object applet iframe noembed noframes");

/** Elements that an opening tag closes when it comes (13.1.2.4), and those beyond which it does not. */
export const CLOSED_BY: Readonly<Record<string, readonly [closes: ReadonlySet<string>, within: ReadonlySet<string>]>> = (() => {
  const rules: Record<string, readonly [ReadonlySet<string>, ReadonlySet<string>]> = {
    li: [words("li"), words("ul ol menu dir")],
    dt: [words("dt dd"), words("dl")],
    dd: [words("dt dd"), words("dl")],
    option: [words("option"), words("select datalist optgroup")],
    optgroup: [words("option optgroup"), words("select")],
    tr: [words("tr td th caption colgroup"), words("table template")],
    rt: [words("rt rp"), words("ruby")],
    rp: [words("rt rp"), words("ruby")],
    td: [words("td th"), words("tr table template")],
    th: [words("td th"), words("tr table template")],
    tbody: [words("tr td th thead tbody tfoot caption colgroup"), words("table template")],
  };
  rules.thead = rules.tfoot = rules.tbody;
  const paragraph = [words("p"), words("td th caption table template object button body html")] as const;
  for (const name of BLOCK) if (!(name in rules) && !["br", "option", "button", "select", "textarea", "caption"].includes(name)) rules[name] = paragraph;
  return rules;
})();

/** Attributes that say how something looks, never what it says: classes, numbers, shapes. */
const PRESENTATIONAL = words(
  "class style name property itemprop itemscope itemtype for headers align valign width height border cellpadding cellspacing bgcolor color face size colspan rowspan span dir lang xml:lang type rel charset media sizes tabindex target " +
    "method enctype http-equiv loading decoding crossorigin integrity referrerpolicy fetchpriority role scope shape coords async defer hidden checked selected disabled readonly required " +
    "autocomplete maxlength minlength step rows cols wrap xmlns viewbox fill stroke stroke-width stroke-linecap stroke-linejoin d points transform x y x1 y1 x2 y2 cx cy r rx ry dx dy opacity " +
    "fill-rule clip-rule clip-path preserveaspectratio version offset gradientunits gradienttransform text-anchor font-size font-family font-weight",
);

/** Attributes whose value a reader of the page meets. `name` is in lower case. */
const READABLE = words("title placeholder alt label summary aria-label aria-description standby abbr");

export function attributeRole(name: string): "silent" | "readable" | "hidden" {
  if (READABLE.has(name)) return "readable";
  return PRESENTATIONAL.has(name) ? "silent" : "hidden";
}

/** Declarations that keep a text from being seen: not drawn, of no size, without ink, or beside every screen. */
export const HIDING_STYLE = /(?:^|[;\s{"'])(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}(?:hidden|collapse)|font-size\s{0,9}:\s{0,9}0(?![.\d])|opacity\s{0,9}:\s{0,9}0(?![.\d])|mso-hide\s{0,9}:\s{0,9}all|max-height\s{0,9}:\s{0,9}0(?![.\d])|(?:left|top|text-indent|margin-left)\s{0,9}:\s{0,9}-\d{4,9}(?:px|pt|em)|clip\s{0,9}:\s{0,9}rect\(0|color\s{0,9}:\s{0,9}transparent)/iu;

/** Whether these attributes keep their element from being shown. */
export function isHiding(attributes: readonly Attribute[]): boolean {
  return attributes.some(({ name, value }) => {
    switch (name.toLowerCase()) {
      case "hidden":
        return true;
      case "style":
        return HIDING_STYLE.test(value);
      // SVG's presentation attributes.
      case "display":
        return value.trim() === "none";
      case "visibility":
        return value.trim() === "hidden";
      case "opacity":
      case "font-size":
        return NOTHING.test(value.trim());
      default:
        return false;
    }
  });
}

/** Declarations that turn a text round, letter by letter, wherever they stand. */
export const TURNING_STYLE = /unicode-bidi\s{0,9}:\s{0,9}(?:bidi|isolate)-override/iu;
export const RIGHT_TO_LEFT = /(?:^|[;\s{"'])direction\s{0,9}:\s{0,9}rtl/iu;

/** Whether an element's text is drawn from its end to its beginning. */
export function isTurning(name: string, attributes: readonly Attribute[]): boolean {
  const style = attributeOf(attributes, "style")?.value ?? "";
  if (name !== "bdo" && !TURNING_STYLE.test(style)) return false;
  return RIGHT_TO_LEFT.test(style) || attributeOf(attributes, "dir")?.value.trim().toLowerCase() === "rtl";
}

const NOTHING = /^0(?:\.0{1,9})?(?:px|pt|em|%)?$/u;

export function attributeOf(attributes: readonly Attribute[], name: string): Attribute | undefined {
  return attributes.find((attribute) => attribute.name.toLowerCase() === name);
}

/** Mail addresses that a text shows: a link from an address to itself conceals nothing. */

/** RFC 5321, 4.5.3.1: a local part has at most 64 characters, a domain 255. */
const MAX_LOCAL = 64;
const MAX_DOMAIN = 255;
const LOCAL_CHARACTER = /[\w.!#$%&'*+/=?^`{|}~-]/u;
const DOMAIN_CHARACTER = /[\w.-]/u;

/** Adds every address in the text, in lower case. Linear: it looks around each "@", no further than an address may reach. */
export function addShownAddresses(text: string, shown: Set<string>): void {
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    let start = at;
    while (start > 0 && at - start < MAX_LOCAL && LOCAL_CHARACTER.test(text[start - 1])) start--;
    let end = at + 1;
    while (end < text.length && end - at <= MAX_DOMAIN && DOMAIN_CHARACTER.test(text[end])) end++;
    if (start < at && end > at + 1) shown.add(text.slice(start, end).replace(/\.+$/u, "").toLowerCase());
  }
}

/** Whether a link's target, or a HYPERLINK field's code, is a bare `mailto:` of an address that is shown. */
export function leadsToShown(link: string, shown: ReadonlySet<string>): boolean {
  const address = /^(?:\s*HYPERLINK\s+"?)?mailto:([^\s"?]{3,330})"?\s*$/iu.exec(link)?.[1];
  return address !== undefined && shown.has(address.toLowerCase());
}

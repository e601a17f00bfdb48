/** Addresses of mailing lists: one of them is many people or none, and nobody's own. */
import type { MessageSegment } from "../../src/contract.js";
import { isCovered } from "./mail-providers.js";

/** Fields in which list software names its list: RFC 2369 (List-*), RFC 2919 (List-Id), Mailman, fml, ezmlm, Yahoo! Groups. */
const LIST_FIELDS: ReadonlySet<string> = new Set(["list-post", "list-id", "list-unsubscribe", "list-help", "x-beenthere", "x-ml-name", "x-ml-address", "mailing-list", "x-loop"]);
/** Longer values name no list. */
const LONGEST_VALUE = 2_000;
/** A message runs through few lists: a header that calls more addresses so would only take people out of the count. */
const MOST_LISTS = 5;
/** Who runs lists for the public; below them every address is a list's. */
const LIST_HOSTS: ReadonlySet<string> = new Set("googlegroups.com groups.io freeml.com freelists.org lists.sourceforge.net ml.googlegroups.com".split(" "));
/** "lists.example.org", "ml.example.jp": a host for lists and nothing else. */
const LIST_HOST = /^(?:lists?|ml|mailman|listserv|groups?)\.[^.]{1,63}\../u;
/** "team-ml@", "ml-team@": how lists are called in Japan. */
const LIST_LOCAL = /^(?:ml[-_.].{1,60}|.{1,60}[-_.]ml)$/u;

const ADDRESS = /[a-z0-9._+-]{1,64}@[a-z0-9.-]{1,255}/gu;
/** <name.host.example> as List-Id has it. */
const LIST_ID = /<([a-z0-9_+-]{1,64})\.([a-z0-9.-]{3,255})>/u;

/** The addresses that the message's own header calls a list's, lower case. */
export function listsOf({ headers }: Pick<MessageSegment, "headers">): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { name, value } of headers) {
    const field = name.toLowerCase();
    if (!LIST_FIELDS.has(field)) continue;
    const text = value.slice(0, LONGEST_VALUE).toLowerCase();
    for (const [address] of text.matchAll(ADDRESS)) found.add(address);
    const id = field === "list-id" ? LIST_ID.exec(text) : null;
    if (id !== null) found.add(`${id[1]}@${id[2]}`);
  }
  return found.size > MOST_LISTS ? new Set() : found;
}

/** What people call the message's lists: the words before the angle brackets of List-Id, and fml's X-ML-Name. */
export function listNames({ headers }: Pick<MessageSegment, "headers">): string[] {
  return headers.filter(({ name }) => /^(?:list-id|x-ml-name)$/iu.test(name)).map(({ value }) => value.slice(0, LONGEST_VALUE));
}

/** @param address canonical */
export function isListAddress(address: string, lists: ReadonlySet<string>): boolean {
  if (lists.has(address)) return true;
  const at = address.lastIndexOf("@");
  const domain = address.slice(at + 1);
  return isCovered(domain, LIST_HOSTS) || LIST_HOST.test(domain) || LIST_LOCAL.test(address.slice(0, at));
}

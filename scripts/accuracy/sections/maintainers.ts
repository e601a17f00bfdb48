/**
 * Names of real people of many countries, as the documentation of programs names its authors: `Given Surname <mailbox@…>`. Each is put into
 * sentences of ours, because as an author he is public where he stands. No name is printed.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { createLinter } from "../../../src/index.js";
import { wilson } from "../metrics.js";
import { range, share, type Table } from "../print.js";

const NAMED =
  /(?<![\p{L}.'-] ?)(?<name>\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.?| (?:de|van|von|der|di|da|la|le|dos|del|den|ten|al|bin))*(?: \p{Lu}[\p{L}'’-]+){1,2}),? ?<[\w.+-]+@[\w.-]+>/gu;
/** Teams and placeholders have mailboxes, too. */
const NOBODY = /(?:Team|Group|Developers?|Maintainers?|Foundation|Project|List|Name|User|Contributors|Support|Doe|Bar)(?![\p{L}])/u;
const TEXTS: readonly (readonly [string, (name: string) => string])[] = [
  ["beside a mailbox", (name) => `Please ask\n${name} <xa@kane.example>\nabout it.`],
  ["behind a word for a party", (name) => `Customer: ${name}\nOrder 4711`],
  ["in a sentence, without any cue", (name) => `We met ${name} yesterday.`],
  ["first in a sentence, without any cue", (name) => `${name} came to see us about the invoice.`],
];
const LARGEST = 1_000_000;

/** @param folders of which every text, page and compressed page is read: /usr/share/doc of any Debian */
export function maintainersTable(folders: readonly string[]): Table {
  const names = new Set<string>();
  for (const folder of folders) for (const text of textsIn(folder)) for (const { groups } of text.matchAll(NAMED)) if (groups !== undefined && !NOBODY.test(groups.name)) names.add(groups.name);
  const linter = createLinter();
  const rows = TEXTS.map(([what, write]) => {
    let found = 0;
    for (const name of names) if ([...linter.findEntities(write(name))].some(({ entity }) => entity === "person-name")) found++;
    return [what, String(names.size), String(found), share(found / names.size), range(wilson(found, names.size))];
  });
  return { title: "Real names in Latin letters", note: "different names that stand before a mailbox in the folder's texts; found in any part", head: ["where", "names", "found", "R", "95 %"], rows };
}

function* textsIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.(?:gz|txt|html?|md)$|copyright|AUTHORS|THANKS/u.test(entry.name)) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    const content = entry.name.endsWith(".gz") ? gunzipSync(bytes) : bytes;
    if (content.length <= LARGEST) yield content.toString("utf8");
  }
}

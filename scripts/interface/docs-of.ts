/** The doc comments of an interface's members, for the schemas: what an editor shows beside a key is what the source says of it. */
import { readFileSync } from "node:fs";
import ts from "typescript";

/** @returns the comment of each member that has one, on one line, by the member's name */
export function docsOf(file: string, interfaceName: string): ReadonlyMap<string, string> {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const found = source.statements.find((one) => ts.isInterfaceDeclaration(one) && one.name.text === interfaceName);
  if (found === undefined || !ts.isInterfaceDeclaration(found)) throw new Error(`${file} has no interface ${interfaceName}`);
  const docs = new Map<string, string>();
  for (const member of found.members) {
    const name = member.name?.getText(source);
    const text = ts.getJSDocCommentsAndTags(member).map((doc) => (ts.isJSDoc(doc) ? ts.getTextOfJSDocComment(doc.comment) : undefined)).join(" ").replace(/\s+/gu, " ").trim();
    if (name !== undefined && text !== "") docs.set(name, text);
  }
  return docs;
}

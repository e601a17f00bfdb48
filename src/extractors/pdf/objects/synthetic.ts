/**
 * A document around what no page shows any more: the whole file, and behind it a page for each left-over content stream. So the same
 * readers, with the same fonts, read what an earlier revision showed.
 */
import { isArray, isBytes, isDict, isRef, type Value } from "../fast/lexer.js";
import type { ObjectGraph } from "./graph.js";
import type { PageFacts } from "./pages.js";

export interface LostContent {
  readonly content: Uint8Array;
  readonly resources: Value;
  readonly mediaBox: Value;
}

const HEADER_WINDOW = 2048;
const DEFAULT_BOX = "[0 0 612 792]";

/** @param bytes the file; not encrypted */
export function documentOf(bytes: Uint8Array, graph: ObjectGraph, lost: readonly LostContent[]): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Readers count offsets from the header, wherever it is.
  const header = Math.max(0, file.subarray(0, HEADER_WINDOW).indexOf("%PDF-"));
  const parts: Buffer[] = [file.subarray(header), Buffer.from("\n")];
  let size = bytes.length - header + 1;
  const rows = new Map<number, readonly [type: number, one: number, two: number]>();
  let highest = 0;
  for (const object of graph.objects) {
    if (graph.current(object.number) !== object || object.number > 8_000_000) continue;
    highest = Math.max(highest, object.number);
    rows.set(object.number, object.container === undefined ? [1, object.offset - header, 0] : [2, object.container.number, object.index]);
  }
  const write = (number: number, dict: string, stream?: Uint8Array): void => {
    rows.set(number, [1, size, 0]);
    const head = Buffer.from(`${number} 0 obj\n${dict}${stream === undefined ? "\nendobj\n" : "\nstream\n"}`, "latin1");
    parts.push(head, ...(stream === undefined ? [] : [Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength), Buffer.from("\nendstream\nendobj\n")]));
    size += head.length + (stream === undefined ? 0 : stream.length + 18);
  };
  const [catalog, tree] = [highest + 1, highest + 2];
  const pages = lost.map(({ content, resources, mediaBox }, i) => {
    const page = highest + 3 + 2 * i;
    write(page + 1, `<< /Length ${content.length} >>`, content);
    write(page, `<< /Type /Page /Parent ${tree} 0 R /Contents ${page + 1} 0 R /Resources ${serialise(resources)} /MediaBox ${isArray(mediaBox) || isRef(mediaBox) ? serialise(mediaBox) : DEFAULT_BOX} >>`);
    return page;
  });
  write(tree, `<< /Type /Pages /Kids [${pages.map((page) => `${page} 0 R`).join(" ")}] /Count ${pages.length} >>`);
  const old = graph.resolve(graph.trailer.get("Root"));
  const layers = isDict(old) ? old.get("OCProperties") : undefined;
  write(catalog, `<< /Type /Catalog /Pages ${tree} 0 R${layers === undefined ? "" : ` /OCProperties ${serialise(layers)}`} >>`);
  const own = highest + 3 + 2 * lost.length;
  const start = size;
  rows.set(own, [1, start, 0]);
  const numbers = [...rows.keys()].sort((a, b) => a - b);
  const table = Buffer.alloc(numbers.length * 7);
  const index: number[] = [];
  numbers.forEach((number, i) => {
    const [type, one, two] = rows.get(number) ?? [0, 0, 0];
    table[i * 7] = type;
    table.writeUInt32BE(one, i * 7 + 1);
    table.writeUInt16BE(two & 0xffff, i * 7 + 5);
    if (index.length > 0 && index[index.length - 2] + index[index.length - 1] === number) index[index.length - 1]++;
    else index.push(number, 1);
  });
  write(own, `<< /Type /XRef /W [1 4 2] /Size ${own + 1} /Index [${index.join(" ")}] /Root ${catalog} 0 R /Length ${table.length} >>`, table);
  parts.push(Buffer.from(`startxref\n${start}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}

/** Resources for a stream that nothing says belongs to a page: those of a page, if there is one. */
export function anyResources(pages: readonly PageFacts[]): Value {
  return pages.find(({ resources }) => resources !== null)?.resources ?? new Map();
}

function serialise(value: Value): string {
  if (value === null) return "null";
  if (isRef(value)) return `${value.ref} 0 R`;
  if (isBytes(value)) return `<${Buffer.from(value).toString("hex")}>`;
  if (isArray(value)) return `[${value.map(serialise).join(" ")}]`;
  if (isDict(value)) return `<< ${[...value].map(([key, one]) => `${serialiseName(key)} ${serialise(one)}`).join(" ")} >>`;
  return typeof value === "string" ? serialiseName(value) : String(value);
}

function serialiseName(name: string): string {
  return `/${name.replace(/[^!$&'*+,\-.0-9:;=?@A-Z\\^_`a-z|~]/gu, (char) => `#${char.charCodeAt(0).toString(16).padStart(2, "0")}`)}`;
}

/** winmail.dat: a message and its attachments as Outlook wraps them for itself ([MS-OXTNEF]). */
import type { Budget } from "../../contract.js";
import { type Attachment, BINARY, INTEGER_32, MULTI_VALUE, OBJECT, type OutlookItem, propertiesOf, type Property, STRING, STRING_8, TAG } from "./properties.js";

export const TNEF_SIGNATURE = 0x223e9f78;
/** [MS-OXTNEF] 2.1.3.2: type in the upper half, number in the lower. */
const [FROM, SUBJECT, BODY, CLASS] = [0x8000, 0x8004, 0x800c, 0x8008];
const [ATTACH_DATA, ATTACH_TITLE, ATTACH_START, ATTACH_PROPERTIES] = [0x800f, 0x8010, 0x9002, 0x9005];
const [MESSAGE_PROPERTIES, RECIPIENTS, CODE_PAGE] = [0x9003, 0x9004, 0x9007];
/** The attribute's property, where it says what a property says. */
const AS_PROPERTY: Readonly<Record<number, number>> = { [SUBJECT]: TAG.subject, [BODY]: TAG.body, [CLASS]: TAG.messageClass };
/** Dates, flags, numbers: [MS-OXTNEF] types 3 to 8, and the rendering of attachments. */
const WORDLESS_TYPES: ReadonlySet<number> = new Set([3, 4, 5, 7, 8]);
const FIXED: Readonly<Record<number, number>> = { 0x0002: 4, 0x0003: 4, 0x0004: 4, 0x0005: 8, 0x0006: 8, 0x0007: 8, 0x000a: 4, 0x000b: 4, 0x0014: 8, 0x0040: 8, 0x0048: 16 };

interface Draft {
  properties: Property[];
  bytes?: Uint8Array;
}

/** @throws Unreadable ("limit") */
export function readTnef(bytes: Uint8Array, budget: Budget): OutlookItem {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const message: Property[] = [];
  const further: Property[] = [];
  const recipients: Property[][] = [];
  const attachments: Draft[] = [];
  const gaps: string[] = [];
  let codePage = 0;
  let at = 6;
  const lastAttachment = (): Draft => {
    if (attachments.length === 0) attachments.push({ properties: [] });
    return attachments[attachments.length - 1];
  };
  while (at + 9 <= bytes.length) {
    budget.tick();
    const [id, type, length] = [view.getUint16(at + 1, true), view.getUint16(at + 3, true), view.getUint32(at + 5, true)];
    const value = bytes.subarray(at + 9, at + 9 + length);
    if (value.length < length) gaps.push("the file is cut off");
    at += 9 + length + 2;
    if (id === MESSAGE_PROPERTIES) message.push(...readList(value, gaps));
    else if (id === ATTACH_PROPERTIES) lastAttachment().properties.push(...readList(value, gaps));
    else if (id === RECIPIENTS) recipients.push(...readRows(value, budget, gaps));
    else if (id === CODE_PAGE && value.length >= 4) codePage = new DataView(value.buffer, value.byteOffset).getUint32(0, true);
    else if (id === ATTACH_START) {
      budget.entry();
      attachments.push({ properties: [] });
    } else if (id === ATTACH_DATA) lastAttachment().bytes = value;
    else if (id === ATTACH_TITLE) lastAttachment().properties.push({ id: TAG.attachName, type: STRING_8, values: [value] });
    else if (id in AS_PROPERTY) further.push({ id: AS_PROPERTY[id], type: STRING_8, values: [value] });
    // Triples of a length, a name and an address.
    else if (id === FROM) further.push({ id: TAG.sentForName, type: STRING_8, values: [value.subarray(8)] });
    else if (!WORDLESS_TYPES.has(type)) further.push({ id, type: STRING_8, values: [value] });
  }
  if (at < bytes.length && bytes.length - at > 9) gaps.push("bytes follow its last attribute");
  return {
    // A property says more surely what an attribute says too.
    properties: propertiesOf([...further.filter(({ id }) => !message.some((one) => one.id === id)), ...message], codePage),
    recipients: recipients.map((row) => propertiesOf(row, codePage)),
    attachments: attachments.map(({ properties, bytes: content }): Attachment => attachmentOf(properties, content, codePage)),
    gaps: [...new Set(gaps)],
  };
}

/** A message or object inside begins with the 16 bytes of its interface ([MS-OXTNEF] 2.1.3.3.15). */
function attachmentOf(all: readonly Property[], content: Uint8Array | undefined, codePage: number): Attachment {
  const properties = propertiesOf(all, codePage);
  const object = all.find(({ id, type }) => id === TAG.attachment && (type === OBJECT || type === BINARY))?.values[0];
  const bytes = object === undefined ? content : object.subarray(all.some(({ id, type }) => id === TAG.attachment && type === OBJECT) ? 16 : 0);
  return bytes === undefined ? { properties } : { properties, bytes };
}

function readRows(bytes: Uint8Array, budget: Budget, gaps: string[]): Property[][] {
  const cursor = { at: 0 };
  const rows: Property[][] = [];
  const count = uint32(bytes, cursor);
  for (let i = 0; i < count && cursor.at < bytes.length; i++) {
    budget.entry();
    rows.push(readList(bytes, gaps, cursor));
  }
  return rows;
}

function uint32(bytes: Uint8Array, cursor: { at: number }): number {
  const value = cursor.at + 4 <= bytes.length ? new DataView(bytes.buffer, bytes.byteOffset + cursor.at, 4).getUint32(0, true) : 0;
  cursor.at += 4;
  return value;
}

/** [MS-OXTNEF] 2.1.3.4: properties one after the other, everything padded to four bytes. */
function readList(bytes: Uint8Array, gaps: string[], cursor = { at: 0 }): Property[] {
  const take = (length: number): Uint8Array => {
    const value = bytes.subarray(cursor.at, cursor.at + length);
    if (value.length < length) gaps.push("a list of properties is cut off");
    cursor.at += length + ((4 - (length % 4)) % 4);
    return value;
  };
  const properties: Property[] = [];
  const count = uint32(bytes, cursor);
  for (let i = 0; i < count && cursor.at + 4 <= bytes.length; i++) {
    const head = uint32(bytes, cursor);
    const [type, id] = [head & 0xffff, head >>> 16];
    let name: string | undefined;
    if (id >= 0x8000) {
      take(16);
      if (uint32(bytes, cursor) === 0) take(4);
      else name = Buffer.from(take(uint32(bytes, cursor))).toString("utf16le").replaceAll("\0", "");
    }
    const base = type & ~MULTI_VALUE;
    const fixed = FIXED[base];
    const isCounted = (type & MULTI_VALUE) !== 0 || base === STRING_8 || base === STRING || base === BINARY || base === OBJECT;
    if (fixed === undefined && !isCounted) {
      gaps.push("a property is of an unknown type");
      break;
    }
    const valueCount = isCounted ? uint32(bytes, cursor) : 1;
    const values: Uint8Array[] = [];
    for (let one = 0; one < valueCount && cursor.at < bytes.length; one++) values.push(take(fixed ?? uint32(bytes, cursor)));
    properties.push({ id, type: base === INTEGER_32 ? INTEGER_32 : base, values, ...(name !== undefined && { name }) });
  }
  return properties;
}

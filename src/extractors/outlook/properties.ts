/** MAPI properties ([MS-OXCDATA] 2.11), as both .msg files and TNEF hold them. */
import { codePageText } from "../../text/code-pages.js";

export interface Property {
  /** Below 0x8000 as [MS-OXPROPS] numbers them; above, named by the file itself. */
  readonly id: number;
  /** [MS-OXCDATA] 2.11.1, without the multi-value bit. */
  readonly type: number;
  /** More than one where the property has many values. */
  readonly values: readonly Uint8Array[];
  /** What the file calls a property of its own. */
  readonly name?: string;
}

export const [INTEGER_32, STRING_8, STRING, BINARY, OBJECT] = [0x0003, 0x001e, 0x001f, 0x0102, 0x000d];
export const MULTI_VALUE = 0x1000;

/** A message, a recipient or an attachment. */
export interface Properties {
  readonly all: readonly Property[];
  /** "" where it is missing or no text. */
  text(id: number): string;
  /** 0 where it is missing or no number. */
  number(id: number): number;
  bytes(id: number): Uint8Array | undefined;
  texts(property: Property): string[];
}

/** @param codePage of 8-bit texts; 0: the bytes say */
export function propertiesOf(all: readonly Property[], codePage: number): Properties {
  const byId = new Map(all.map((property) => [property.id, property]));
  const texts = ({ type, values }: Property): string[] => {
    if (type === STRING) return values.map((value) => withoutZeros(Buffer.from(value.buffer, value.byteOffset, value.byteLength & ~1).toString("utf16le")));
    return type === STRING_8 ? values.map((value) => withoutZeros(codePageText(withoutEnd(value), codePage))) : [];
  };
  return {
    all,
    texts,
    text(id) {
      const property = byId.get(id);
      return property === undefined ? "" : (texts(property)[0] ?? "");
    },
    number(id) {
      const value = byId.get(id)?.values[0];
      return value === undefined || value.length < 4 ? 0 : new DataView(value.buffer, value.byteOffset, 4).getUint32(0, true);
    },
    bytes: (id) => byId.get(id)?.values[0],
  };
}

/** The zero that ends it would make UTF-16 of a short text. */
const withoutEnd = (value: Uint8Array): Uint8Array => {
  let end = value.length;
  while (end > 0 && value[end - 1] === 0) end--;
  return value.subarray(0, end);
};
const withoutZeros = (text: string): string => text.replaceAll("\0", " ").trim();

/** One thing with properties, and what hangs on it. */
export interface OutlookItem {
  readonly properties: Properties;
  readonly recipients: readonly Properties[];
  readonly attachments: readonly Attachment[];
  /** What of it could not be read. */
  readonly gaps: readonly string[];
}

export interface Attachment {
  readonly properties: Properties;
  /** A message inside the message, already opened. */
  readonly item?: OutlookItem;
  /** Streams of an embedded object, by name. */
  readonly streams?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly bytes?: Uint8Array;
}

/** [MS-OXPROPS] section 2: the ones that are asked for by number. */
export const TAG = {
  messageClass: 0x001a, subject: 0x0037, transportHeaders: 0x007d, senderName: 0x0c1a, senderAddress: 0x0c1f, senderAddressType: 0x0c1e, sentForName: 0x0042,
  sentForAddress: 0x0065, senderSmtp: 0x5d01, sentForSmtp: 0x5d02, recipientType: 0x0c15, displayName: 0x3001, addressType: 0x3002, address: 0x3003, smtp: 0x39fe,
  body: 0x1000, rtf: 0x1009, html: 0x1013, internetCodePage: 0x3fde, messageCodePage: 0x3ffd, attachment: 0x3701, attachMethod: 0x3705, attachLongName: 0x3707,
  attachName: 0x3704, attachMime: 0x370e, attachHidden: 0x7ffe, inReplyTo: 0x1042, references: 0x1039,
} as const;

const PLACES: Readonly<Record<number, string>> = {
  0x0037: "Subject", 0x0e1d: "Normalized subject", 0x0070: "Conversation topic", 0x0e02: "Display Bcc", 0x0e03: "Display Cc", 0x0e04: "Display To", 0x0c1a: "Sender name", 0x0042: "Sent for",
  0x0040: "Received by", 0x0044: "Received for", 0x0075: "Received by type", 0x0076: "Received by address", 0x3a06: "Given name", 0x3a11: "Surname", 0x3a08: "Office telephone", 0x3a09: "Home telephone",
  0x3a1c: "Mobile telephone", 0x3a15: "Postal address", 0x3a17: "Title", 0x3a16: "Company", 0x3001: "Display name", 0x3707: "File name", 0x3704: "Short file name", 0x007d: "Transport headers",
};

/** What the property is called in reports. */
export const propertyName = ({ id, name }: Property): string => name ?? PLACES[id] ?? `0x${id.toString(16).padStart(4, "0")}`;

/** One part of a message: what its header says it is. */
import type { HeaderBlock } from "./headers.js";
import { boundaryReadings, isPlainBoundary, isPlainField, mayBeMultipart } from "./boundaries.js";
import { parseStructured, type StructuredValue } from "./parameters.js";
import { statedEncoding, type TransferEncoding } from "./transfer.js";

export interface MimePart {
  /** As IMAP counts (RFC 9051 section 6.4.5.1): "1", "2.3". Of a multipart that is the whole message: "". */
  readonly path: string;
  readonly header: HeaderBlock;
  /** "type/subtype", the default where nothing valid is said. */
  readonly type: string;
  /** A Content-Type field says so. */
  readonly isTypeStated: boolean;
  readonly parameters: ReadonlyMap<string, string>;
  readonly isAttachment: boolean;
  /** The file name the part gives itself, decoded. */
  readonly name: string | undefined;
  readonly charset: string | undefined;
  /** The first stated encoding; undefined where it is none that mail has. */
  readonly encoding: TransferEncoding | undefined;
  /** Further encodings that repeated fields state: some reader will believe them. */
  readonly otherEncodings: readonly TransferEncoding[];
  /** Every value that some reader may take for the boundary of a multipart. */
  readonly boundaries: readonly string[];
  /** What its header says can be taken in two ways. */
  readonly doubts: readonly Doubt[];
  /** Byte offsets of the body; `bodyEnd` is known when the part has ended. */
  readonly bodyStart: number;
  bodyEnd: number;
}

export type Doubt =
  /** Repeated fields or parameters contradict each other. */
  | "contradictory"
  /** What the type or the boundary of a multipart is depends on the reader. */
  | "odd-multipart"
  /** The transfer encoding is written so that some readers know it and some do not. */
  | "odd-encoding"
  /** Parts inside an encoding, which no multipart may have (RFC 2045 section 6.4). */
  | "encoded-multipart"
  | "fragment"
  | "elsewhere";

const MEDIA_TYPE = /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/u;

/** @param fallbackType what a part without a Content-Type is here: "message/rfc822" in a digest (RFC 2046 section 5.1.5) */
export function describePart(path: string, header: HeaderBlock, fallbackType: string, bodyEnd: number): MimePart {
  const typeFields = valuesOf(header, "content-type");
  const types = typeFields.map(parseStructured);
  const dispositionFields = valuesOf(header, "content-disposition");
  const dispositions = dispositionFields.map(parseStructured);
  const encodings = valuesOf(header, "content-transfer-encoding").map(statedEncoding);
  const contentType = types[0] as StructuredValue | undefined;
  const disposition = dispositions[0] as StructuredValue | undefined;
  const name = firstNonEmpty(disposition?.parameters.get("filename"), contentType?.parameters.get("name"));
  const isAttachment = disposition !== undefined && disposition.value !== "inline" && disposition.value !== "";
  const valid = contentType !== undefined && MEDIA_TYPE.test(contentType.value);
  const implied = contentType === undefined && (isAttachment || name !== undefined) ? "application/octet-stream" : fallbackType;
  const { type, boundaries, isOdd } = multipartOf(valid ? contentType.value : implied, typeFields, types, dispositionFields);
  const charset = contentType?.parameters.get("charset");
  const stated = encodings.map(({ encoding }) => encoding);
  const isMultipart = type.startsWith("multipart/");
  const doubts: Doubt[] = [];
  if (isAmbiguous(types.map(({ value }) => value)) || isAmbiguous(stated) || (isMultipart && !isOdd && boundaries.length > 1) || contradictsCharset(types)) doubts.push("contradictory");
  if (isOdd) doubts.push("odd-multipart");
  if (encodings.some((one) => one.isOdd)) doubts.push("odd-encoding");
  if (isMultipart && stated.some((one) => one !== undefined && one !== "identity")) doubts.push("encoded-multipart");
  if (type === "message/partial") doubts.push("fragment");
  if (type === "message/external-body") doubts.push("elsewhere");
  const encoding = encodings.length === 0 ? "identity" : stated[0];
  const others = new Set<TransferEncoding | undefined>([...stated.slice(1), ...(encodings.some((one) => one.isOdd) ? ["identity" as const] : [])]);
  return {
    path,
    header,
    type,
    isTypeStated: contentType !== undefined,
    parameters: contentType?.parameters ?? new Map<string, string>(),
    isAttachment,
    name,
    charset,
    encoding,
    otherEncodings: [...others].filter((one) => one !== undefined && one !== encoding) as TransferEncoding[], // undefined was filtered out
    boundaries,
    doubts,
    bodyStart: header.bodyStart,
    bodyEnd,
  };
}

const isAmbiguous = (values: readonly unknown[]): boolean => values.length > 1 && new Set(values).size > 1;

function contradictsCharset(types: readonly StructuredValue[]): boolean {
  const named = types.flatMap(({ parameters, repeated }) => [parameters.get("charset"), ...repeated.filter(([key]) => key === "charset").map(([, value]) => value)]);
  return isAmbiguous(named.filter((one) => one !== undefined).map((one) => one.trim().toLowerCase()));
}

interface Multipart {
  readonly type: string;
  readonly boundaries: readonly string[];
  readonly isOdd: boolean;
}

/** A type written plainly is what it says. One that is not is a multipart where any reader may take it for one. */
function multipartOf(type: string, fields: readonly string[], types: readonly StructuredValue[], dispositions: readonly string[]): Multipart {
  const stated = [...new Set(types.flatMap(({ parameters, repeated }) => [parameters.get("boundary"), ...repeated.filter(([key]) => key === "boundary").map(([, value]) => value)]))].filter((one) => one !== undefined && one.trim() !== "") as string[]; // undefined was filtered out
  const isMultipart = type.startsWith("multipart/");
  if (fields.every(isPlainField) && !fields.some((field) => PIECES.test(field) || (MENTIONS_BOUNDARY.test(field) && field.includes("=?"))) && (!isMultipart || stated.every(isPlainBoundary))) {
    const elsewhere = isMultipart ? dispositions.filter((field) => MENTIONS_BOUNDARY.test(field)).flatMap(boundaryReadings) : [];
    return { type, boundaries: [...new Set([...stated.map((one) => one.trimEnd()), ...elsewhere])], isOdd: isMultipart && (stated.length === 0 || elsewhere.length > 0) };
  }
  const isDoubtful = isMultipart || fields.some(mayBeMultipart);
  if (!isDoubtful) return { type, boundaries: stated.map((one) => one.trimEnd()), isOdd: false };
  const readings = [...fields, ...dispositions].flatMap(boundaryReadings);
  const boundaries = [...new Set([...stated, ...readings].map((one) => one.trimEnd()))].filter((one) => one !== "");
  // Comments are often written and well understood; only where they touch the type or its boundary readers differ.
  return { type: isMultipart ? type : "multipart/mixed", boundaries, isOdd: true };
}

const PIECES = /boundary\s*\*/iu;
const MENTIONS_BOUNDARY = /boundary/iu;

function valuesOf({ fields }: HeaderBlock, lowerName: string): string[] {
  return fields.filter((field) => field.lowerName === lowerName).map(({ value }) => value);
}

function firstNonEmpty(...values: readonly (string | undefined)[]): string | undefined {
  return values.find((value) => value !== undefined && value !== "");
}

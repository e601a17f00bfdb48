/** One part of a message: what its header says it is. */
import type { HeaderBlock } from "./headers.js";
import { parseStructured, type StructuredValue } from "./parameters.js";
import { transferEncoding, type TransferEncoding } from "./transfer.js";

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
  /** Repeated fields or parameters contradict each other. */
  readonly isContradictory: boolean;
  /** Byte offsets of the body; `bodyEnd` is known when the part has ended. */
  readonly bodyStart: number;
  bodyEnd: number;
}

const MEDIA_TYPE = /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/u;

/** @param fallbackType what a part without a Content-Type is here: "message/rfc822" in a digest (RFC 2046 section 5.1.5) */
export function describePart(path: string, header: HeaderBlock, fallbackType: string, bodyEnd: number): MimePart {
  const types = valuesOf(header, "content-type").map(parseStructured);
  const dispositions = valuesOf(header, "content-disposition").map(parseStructured);
  const encodings = valuesOf(header, "content-transfer-encoding").map(transferEncoding);
  const contentType = types[0] as StructuredValue | undefined;
  const disposition = dispositions[0] as StructuredValue | undefined;
  const name = firstNonEmpty(disposition?.parameters.get("filename"), contentType?.parameters.get("name"));
  const isAttachment = disposition !== undefined && disposition.value !== "inline" && disposition.value !== "";
  const valid = contentType !== undefined && MEDIA_TYPE.test(contentType.value);
  const implied = contentType === undefined && (isAttachment || name !== undefined) ? "application/octet-stream" : fallbackType;
  const type = valid ? contentType.value : implied;
  const boundaries = new Set(types.flatMap((one) => [one.parameters.get("boundary"), ...one.repeated.filter(([key]) => key === "boundary").map(([, value]) => value)]));
  const usable = [...boundaries].filter((value) => value !== undefined && value.trim() !== "").map((value) => (value as string).trimEnd());
  return {
    path,
    header,
    type,
    isTypeStated: contentType !== undefined,
    parameters: contentType?.parameters ?? new Map<string, string>(),
    isAttachment,
    name,
    charset: contentType?.parameters.get("charset"),
    encoding: encodings.length === 0 ? "identity" : encodings[0],
    otherEncodings: [...new Set(encodings.slice(1))].filter((one) => one !== undefined && one !== encodings[0]) as TransferEncoding[],
    boundaries: usable,
    isContradictory:
      new Set(types.map(({ value }) => value)).size > 1 || new Set(encodings).size > 1 || (type.startsWith("multipart/") && usable.length > 1),
    bodyStart: header.bodyStart,
    bodyEnd,
  };
}

function valuesOf({ fields }: HeaderBlock, lowerName: string): string[] {
  return fields.filter((field) => field.lowerName === lowerName).map(({ value }) => value);
}

function firstNonEmpty(...values: readonly (string | undefined)[]): string | undefined {
  return values.find((value) => value !== undefined && value !== "");
}

/**
 * The second reader: mailparser, and nothing else here imports it. Two readers that were written apart fail apart, so what one
 * of them misses the other shows. It takes 200 ms to load, hence the import inside.
 */
import type { AddressObject, AttachmentStream, EmailAddress, Headers, MailParser, MailParserOptions, MessageText } from "mailparser";

export interface SecondReading {
  /** Lower-cased addresses by lower-cased field name. */
  readonly recipients: ReadonlyMap<string, ReadonlySet<string>>;
  readonly attachments: readonly SecondAttachment[];
  readonly text: string;
  readonly html: string;
}

export interface SecondAttachment {
  readonly path: string;
  readonly name: string | undefined;
  readonly bytes: Uint8Array;
}

/** It gave up; `reason` names its own error code and quotes nothing. */
export interface SecondReadingFailure {
  readonly reason: string;
}

/** The fields it parses as address lists; it leaves Resent-To and its like as text. */
const ADDRESS_FIELDS = ["to", "cc", "bcc"] as const;

let loaded: Promise<{ readonly MailParser: typeof MailParser }> | undefined;

/**
 * @param pieces the message's bytes in order
 * @param timeoutMs after which it is given up: a parser made of streams may wait for ever
 */
export async function readSecond(pieces: Iterable<Uint8Array>, timeoutMs: number): Promise<SecondReading | SecondReadingFailure> {
  loaded ??= import("mailparser");
  const { MailParser: Parser } = await loaded;
  const options: MailParserOptions & { ignoreEmbedded: boolean } = {
    // Links, HTML made of text and text made of HTML cost more than the parsing, and tell nothing new.
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
    keepDeliveryStatus: true,
    // Passed on to mailsplit: an attached message is one attachment, as in our reading; it is read on its own later.
    ignoreEmbedded: true,
  };
  const parser = new Parser(options);
  const attachments: SecondAttachment[] = [];
  let recipients: SecondReading["recipients"] = new Map();
  let text = "";
  let html = "";
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      settle({ reason: "time is up" });
    }, timeoutMs);
    let settled = false;
    const settle = (result: SecondReading | SecondReadingFailure): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      resolve(result);
      parser.removeAllListeners("data");
      parser.destroy();
    };
    parser.on("error", (error: unknown) => {
      settle({ reason: nameOf(error) });
    });
    parser.on("headers", (headers: Headers) => {
      recipients = recipientsIn(headers);
    });
    parser.on("data", (part: AttachmentStream | MessageText) => {
      if (part.type === "text") {
        text = part.text ?? "";
        html = typeof part.html === "string" ? part.html : "";
        return;
      }
      const chunks: Uint8Array[] = [];
      // The stream is not typed to carry bytes, but decoded attachments are nothing else.
      part.content.on("data", (chunk: Uint8Array) => chunks.push(chunk));
      part.content.on("error", (error: unknown) => {
        settle({ reason: nameOf(error) });
      });
      part.content.on("end", () => {
        attachments.push({ path: part.partId ?? "1", name: part.filename, bytes: Buffer.concat(chunks) });
        part.release();
      });
    });
    parser.on("end", () => {
      settle({ recipients, attachments, text, html });
    });
    feed(parser, pieces, () => settled).catch((error: unknown) => {
      settle({ reason: nameOf(error) });
    });
  });
}

async function feed(parser: NodeJS.WritableStream, pieces: Iterable<Uint8Array>, isDone: () => boolean): Promise<void> {
  for (const piece of pieces) {
    if (isDone()) return;
    if (piece.length > 0 && !parser.write(piece)) await new Promise((resume) => parser.once("drain", resume));
  }
  if (!isDone()) parser.end();
}

function nameOf(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  return error instanceof Error ? error.name : "unknown error";
}

function recipientsIn(headers: Headers): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const field of ADDRESS_FIELDS) {
    const addresses = new Set<string>();
    for (const one of [headers.get(field)].flat()) if (isAddressObject(one)) collect(one.value, addresses);
    found.set(field, addresses);
  }
  return found;
}

function isAddressObject(value: unknown): value is AddressObject {
  return typeof value === "object" && value !== null && "value" in value && Array.isArray(value.value);
}

function collect(list: readonly EmailAddress[], into: Set<string>): void {
  for (const { address, group } of list) {
    if (address !== undefined && address !== "") into.add(address.toLowerCase());
    if (group !== undefined) collect(group, into);
  }
}

/**
 * What is used of nodemailer's objects, told by their shape: the plugin works with the nodemailer that the application has, and loads none.
 * Checked against nodemailer 10; the members are those of all versions since 4.
 */
import { Readable } from "node:stream";
import type { Envelope } from "../../contract.js";
import { UncheckedError } from "./refusal.js";

/** nodemailer's MailMessage. */
export interface NodemailerMail {
  readonly mailer: unknown;
  readonly data: unknown;
  readonly message: unknown;
}

export type SendCallback = (error: Error | null, info?: unknown) => void;

export interface Transport {
  readonly name: string;
  send(mail: NodemailerMail, callback: SendCallback): void;
}

/** nodemailer's MimeNode: the compiled message, of `raw` messages too. */
export interface CompiledMessage {
  createReadStream(): Readable;
  getEnvelope(): unknown;
  keepBcc?: boolean;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const isReadable = (value: unknown): value is Readable => isObject(value) && typeof value["pipe"] === "function" && typeof value["on"] === "function";

/** @throws UncheckedError where the plugin was given something else than a mail of nodemailer's */
export function transportOf({ mailer }: NodemailerMail): Transport {
  const transport = isObject(mailer) ? mailer["transporter"] : undefined;
  if (!isObject(transport) || typeof transport["send"] !== "function") throw new UncheckedError("leaklint/nodemailer: this is no mail of nodemailer's: it has no transport");
  // Its shape was looked at; a transport without a name is one of the application's own.
  return transport as unknown as Transport;
}

/** @throws UncheckedError */
export function compiledMessage({ message }: NodemailerMail): CompiledMessage {
  if (!isObject(message) || typeof message["createReadStream"] !== "function" || typeof message["getEnvelope"] !== "function") {
    throw new UncheckedError("leaklint/nodemailer: the message was not compiled by nodemailer");
  }
  return message as unknown as CompiledMessage; // its shape was looked at
}

/** @throws UncheckedError past `limit` bytes; the stream's own error, such as that of an attachment that is not there */
export async function readAll(stream: Readable, limit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    // Streams of bytes; one in object mode may give text.
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : (chunk as Uint8Array);
    size += bytes.length;
    if (size > limit) throw new UncheckedError(`leaklint/nodemailer: the message is larger than ${limit} bytes and was not checked (config: limits.fileBytes)`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks, size);
}

/** Whatever reads the message from now on gets these bytes, as often as it likes: what was checked is what is sent. */
export function seal(message: CompiledMessage, bytes: Uint8Array): void {
  // MimeNode.build(), which some transports call, goes through createReadStream too.
  message.createReadStream = () => Readable.from([bytes], { objectMode: false });
}

/** The SMTP envelope as the transport will use it. */
export function envelopeOf(message: CompiledMessage): Envelope {
  const envelope = message.getEnvelope();
  if (!isObject(envelope)) throw new UncheckedError("leaklint/nodemailer: the message has no envelope");
  const { from, to } = envelope;
  const recipients = (Array.isArray(to) ? to : [to]).filter((address) => typeof address === "string" && address !== "") as string[]; // filtered
  return { ...(typeof from === "string" && from !== "" && { from }), to: recipients };
}

/** They leave Bcc fields in what they pass on: sendmail and SES take them out, the others show the message to the application. */
const KEEP_BCC: ReadonlySet<string> = new Set(["Sendmail", "StreamTransport", "SESTransport", "JSONTransport"]);
/** They send the compiled message and nothing else. Others may go back to what the application gave. */
const SEND_COMPILED: ReadonlySet<string> = new Set(["SMTP", "SMTP (pool)", "Sendmail", "StreamTransport", "SESTransport"]);

/** What the transport does to the message before it reads it: the message is read before the transport can. */
export function prepareFor(transport: Transport, message: CompiledMessage, data: unknown): void {
  if (KEEP_BCC.has(transport.name)) message.keepBcc = true;
  // SES writes its own Date and Message-ID: nodemailer's transport keeps them out of a DKIM signature in the same way.
  if (transport.name === "SESTransport" && isObject(data)) data["_dkim"] = { ...(isObject(data["_dkim"]) ? data["_dkim"] : {}), skipFields: "date:message-id" };
}

/**
 * Streams that the application gave, read into memory: a stream can be read once, and such a transport reads it after the check.
 * @throws UncheckedError past `limit` bytes each, and where the message was compiled before
 */
export async function holdStreams(transport: Transport, { data, message }: NodemailerMail, limit: number): Promise<void> {
  if (SEND_COMPILED.has(transport.name) || !isObject(data)) return;
  const read = (stream: Readable): Promise<Buffer> => {
    if (isObject(message)) throw new UncheckedError('leaklint/nodemailer: this transport needs the plugin at another step: transporter.use("compile", leaklint())');
    return readAll(stream, limit);
  };
  const hold = async (holder: Record<string, unknown>): Promise<void> => {
    for (const key of ["raw", "text", "html", "watchHtml", "amp", "content"]) {
      const value = holder[key];
      if (isReadable(value)) holder[key] = await read(value);
      else if (isObject(value) && isReadable(value["content"])) holder[key] = { ...value, content: await read(value["content"]) };
    }
  };
  await hold(data);
  for (const key of ["attachments", "alternatives"]) {
    const list = data[key];
    if (!Array.isArray(list)) continue;
    const copies = list.map((one: unknown) => (isObject(one) ? { ...one } : one));
    data[key] = copies;
    for (const one of copies) if (isObject(one)) await hold(one);
  }
}

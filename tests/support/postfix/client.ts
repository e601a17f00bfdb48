/** An SMTP client that sends exactly the bytes it is given: everything that a mail library would put right is what these tests are about. */
import { connect, type Socket } from "node:net";

export interface SmtpReply {
  readonly code: number;
  /** Without the codes, lines joined with a line feed. */
  readonly text: string;
}

/** The server hung up, or nothing came in time, before a reply was complete. */
export class NoReply extends Error {
  override readonly name = "NoReply";
}

export interface SmtpSession {
  readonly greeting: SmtpReply;
  readonly ehlo: SmtpReply;
  write(bytes: string | Uint8Array): void;
  /** @throws NoReply */
  reply(): Promise<SmtpReply>;
  /** One line and its reply. @throws NoReply */
  command(line: string): Promise<SmtpReply>;
  /** One transaction up to and including the end of its data, as `bytes` (see `endOfData`). @returns the first reply that refuses, else the last */
  send(mail: Mail): Promise<SmtpReply>;
  /** Without QUIT. */
  close(): void;
}

export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly message: string | Uint8Array;
  /** Behind MAIL FROM: "BODY=8BITMIME SMTPUTF8". */
  readonly parameters?: string;
}

const REPLY_WITHIN_MS = 60_000;

/** Dots at line beginnings doubled, the end marked: what stands behind DATA. A message without a last line break gets one. */
export function endOfData(message: string | Uint8Array): Buffer {
  const text = Buffer.from(message).toString("latin1");
  const stuffed = text.replace(/^\./u, "..").replaceAll("\r\n.", "\r\n..");
  return Buffer.from(`${stuffed}${stuffed.endsWith("\r\n") ? "" : "\r\n"}.\r\n`, "latin1");
}

export async function openSmtp(port: number, { helo = "client.test", replyWithinMs = REPLY_WITHIN_MS } = {}): Promise<SmtpSession> {
  const socket = connect(port, "127.0.0.1");
  socket.setNoDelay(true);
  const reply = replies(socket, replyWithinMs);
  const command = (line: string): Promise<SmtpReply> => {
    socket.write(Buffer.from(`${line}\r\n`));
    return reply();
  };
  try {
    const greeting = await reply();
    const ehlo = greeting.code === 220 ? await command(`EHLO ${helo}`) : greeting;
    return { greeting, ehlo, reply, command, write: (bytes) => socket.write(bytes), close: () => socket.destroy(), send: (mail) => transaction(socket, reply, command, mail) };
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

async function transaction(socket: Socket, reply: () => Promise<SmtpReply>, command: (line: string) => Promise<SmtpReply>, mail: Mail): Promise<SmtpReply> {
  const lines = [`MAIL FROM:<${mail.from}>${mail.parameters === undefined ? "" : ` ${mail.parameters}`}`, ...mail.to.map((to) => `RCPT TO:<${to}>`), "DATA"];
  for (const line of lines) {
    const answer = await command(line);
    if (answer.code >= 400) return answer;
  }
  socket.write(endOfData(mail.message));
  return reply();
}

/** Connects, sends one message, quits. @throws NoReply */
export async function sendMail(port: number, mail: Mail): Promise<SmtpReply> {
  const session = await openSmtp(port);
  try {
    if (session.ehlo.code >= 400) return session.ehlo;
    return await session.send(mail);
  } finally {
    session.write("QUIT\r\n");
    session.close();
  }
}

/** Complete replies in the order they come, whether asked for before or after. */
function replies(socket: Socket, withinMs: number): () => Promise<SmtpReply> {
  let buffered = "";
  let gone: string | undefined;
  const lines: string[] = [];
  const ready: SmtpReply[] = [];
  const waiting: { resolve: (reply: SmtpReply) => void; reject: (error: NoReply) => void }[] = [];
  const fail = (why: string): void => {
    gone ??= why;
    for (const one of waiting.splice(0)) one.reject(new NoReply(gone));
  };
  socket.setEncoding("latin1");
  socket.on("data", (chunk: string) => {
    buffered += chunk;
    for (let end = buffered.indexOf("\r\n"); end !== -1; end = buffered.indexOf("\r\n")) {
      const line = buffered.slice(0, end);
      buffered = buffered.slice(end + 2);
      lines.push(line.slice(4));
      if (line[3] === "-") continue;
      const complete = { code: Number(line.slice(0, 3)), text: Buffer.from(lines.splice(0).join("\n"), "latin1").toString() };
      const one = waiting.shift();
      if (one === undefined) ready.push(complete);
      else one.resolve(complete);
    }
  });
  socket.on("error", (error) => { fail(error.message); });
  socket.on("close", () => { fail("the server hung up"); });
  return () => {
    const first = ready.shift();
    if (first !== undefined) return Promise.resolve(first);
    if (gone !== undefined) return Promise.reject(new NoReply(gone));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => { fail(`no reply within ${withinMs} ms`); socket.destroy(); }, withinMs);
      const settled = <T>(settle: (value: T) => void) => (value: T): void => { clearTimeout(timer); settle(value); };
      waiting.push({ resolve: settled(resolve), reject: settled(reject) });
    });
  };
}

/**
 * One client's conversation, in front of the next hop: its commands go on as they came, and the next hop's replies come back as they are.
 * Only a message's own bytes are kept back until they are judged; then they go on, or they do not. 250 is the next hop's word alone.
 */
import { ehloReply, intersect, type Offer, parseOffer, unknownParameter } from "./capabilities.js";
import { type CommandLine, readCommandLine } from "./command-line.js";
import { EndOfSession, type SessionContext, type SmtpTransaction } from "./context.js";
import { takeMessage } from "./message.js";
import { type NextHop, NextHopError } from "./next-hop.js";
import { parsePath } from "./path.js";
import { createReplies } from "./replies.js";
import { isPositive, ownReply, type Reply } from "./reply.js";
import { type Wire, WireError } from "./wire.js";

/** RFC 5321, 4.5.3.1.4, asks for 512 and extensions add to it: most for AUTH (RFC 4954, 4). */
const MAX_COMMAND_BYTES = 12_288;
/** Commands a client may send ahead of the replies to them. */
const MAX_AHEAD = 100;
const MAX_MISTAKES = 20;
/** A browser that was made to post to our port: what follows may be a message in its user's name. */
const HTTP = /^(?:GET|POST|PUT|HEAD|CONNECT|OPTIONS|DELETE|PATCH|TRACE)\b|^[A-Za-z-]+:/u;

export interface Session {
  /** Resolves when the conversation is over. Never rejects. */
  readonly done: Promise<void>;
  /** Ends it, now or behind the message that is on its way. */
  drain(): void;
  destroy(): void;
}

export function startSession(wire: Wire, hop: NextHop, context: SessionContext): Session {
  const { options, log } = context;
  let offered: Offer = new Map();
  let transaction: SmtpTransaction | undefined;
  let identity: string | undefined;
  let isInMessage = false;
  let isDraining = false;
  let mistakes = 0;
  const replies = createReplies(wire);
  const { say } = replies;

  const shuttingDown = (): EndOfSession => new EndOfSession(ownReply(421, "4.3.2", `${options.hostname} is being restarted; try again`));
  const stopWatching = hop.onLost(() => {
    // In a message the client is to send its end first: what it is told before that it may not read.
    if (!isInMessage) wire.interrupt(new NextHopError("hung up"));
  });

  const complain = (code: number, status: string, text: string): void => {
    mistakes += 1;
    say(ownReply(code, status, text));
    if (mistakes > MAX_MISTAKES) throw new EndOfSession(ownReply(421, "4.7.0", "Too many errors"));
  };
  const forward = (line: string, then?: (reply: Reply) => void): void => {
    say(hop.command(line), then);
  };

  function refuseBare(line: CommandLine): string {
    if (line.kind === "line") return line.line;
    if (line.kind === "end") throw new EndOfSession();
    if (line.kind === "too-long") throw new EndOfSession(ownReply(500, "5.5.2", "Line too long"));
    context.metrics.add("leaklint_messages_total", { door: "smtp", outcome: "refused" });
    throw new EndOfSession(ownReply(500, "5.5.2", `Bare ${line.what} in a command is refused`));
  }

  async function greet(): Promise<void> {
    if (hop.greeting.code !== 220) throw new EndOfSession(hop.greeting);
    await wire.write(ownReply(220, "", `${options.hostname} ESMTP leaklint`).bytes);
  }

  async function hello(verb: string, argument: string): Promise<void> {
    await replies.settled();
    const name = options.nextHop.helo === undefined || argument.trim() === "" ? argument : ` ${options.nextHop.helo}`;
    const reply = await hop.command(`${verb}${name}`);
    if (!isPositive(reply)) {
      say(reply);
      return;
    }
    transaction = undefined;
    offered = verb === "HELO" ? new Map() : intersect(parseOffer(reply.bytes), {
      maxBytes: options.maxMessageBytes,
      isTrusted: context.isTrusted,
      canStartTls: context.tlsContext !== undefined && !wire.isSecure,
      canAuthenticate: options.nextHop.auth === undefined && hop.isPrivate && (wire.isSecure || context.isLocal),
    });
    say(verb === "HELO" ? reply : { code: 250, bytes: ehloReply(options.hostname, offered) });
  }

  async function startTls(): Promise<void> {
    await replies.settled();
    if (context.tlsContext === undefined || wire.isSecure) {
      complain(503, "5.5.1", "STARTTLS is not offered");
      return;
    }
    // What was sent in the clear behind STARTTLS could be anybody's (CVE-2011-0411).
    if (wire.hasPending) throw new EndOfSession(ownReply(554, "5.5.1", "Nothing may be sent behind STARTTLS before its reply"));
    const secured = await context.tlsContext();
    await wire.write(ownReply(220, "2.0.0", "Ready to start TLS").bytes);
    await wire.secure(secured, "secure", options.timeouts.tls);
    offered = new Map();
    transaction = undefined;
    const reply = await hop.command("RSET");
    if (!isPositive(reply)) throw new NextHopError("cannot be reset");
  }

  function mail(line: string, rest: string): void {
    const path = parsePath(rest, "FROM");
    const unknown = path === undefined ? undefined : unknownParameter(path.parameters, offered);
    if (context.requiresTls && !wire.isSecure) complain(530, "5.7.0", "Must issue a STARTTLS command first");
    else if (path === undefined) complain(501, "5.5.4", "Syntax: MAIL FROM:<address>");
    else if (unknown !== undefined) complain(555, "5.5.4", `Parameter ${unknown} is not offered`);
    else if (Number(path.parameters.get("SIZE") ?? 0) > options.maxMessageBytes) say(ownReply(552, "5.3.4", "Message too large"));
    else {
      forward(line, (reply) => {
        if (!isPositive(reply)) return;
        transaction = { mailLine: line, from: path.address, to: [], isUtf8: path.parameters.has("SMTPUTF8"), ...(identity !== undefined && { queueId: identity }) };
      });
    }
  }

  let asked = 0;
  function recipient(line: string, rest: string): void {
    const path = parsePath(rest, "TO");
    const unknown = path === undefined ? undefined : unknownParameter(path.parameters, offered);
    if (path === undefined) complain(501, "5.5.4", "Syntax: RCPT TO:<address>");
    else if (unknown !== undefined) complain(555, "5.5.4", `Parameter ${unknown} is not offered`);
    else if ((transaction?.to.length ?? 0) + asked >= options.maxRecipients) say(ownReply(452, "4.5.3", "Too many recipients"));
    else {
      asked += 1;
      forward(line, (reply) => {
        asked -= 1;
        if (isPositive(reply)) transaction?.to.push(path.address);
      });
    }
  }

  async function authenticate(line: string): Promise<void> {
    await replies.settled();
    if (!offered.has("AUTH")) {
      complain(503, "5.5.1", "AUTH is not offered");
      return;
    }
    let reply = await hop.command(line);
    while (reply.code === 334) {
      await wire.write(reply.bytes);
      const answer = refuseBare(await readCommandLine(wire, MAX_COMMAND_BYTES, options.timeouts.command));
      reply = await hop.command(answer);
    }
    say(reply);
  }

  /** XFORWARD and XCLIENT: whom a trusted client speaks for. The next hop believes what we pass on. */
  async function speakFor(verb: string, line: string): Promise<void> {
    await replies.settled();
    if (!offered.has(verb)) {
      complain(503, "5.5.1", `${verb} is not offered`);
      return;
    }
    const reply = await hop.command(line);
    const id = /\bIDENT=(?<id>[A-Za-z0-9]{1,40})(?:\s|$)/u.exec(line)?.groups?.["id"];
    if (verb === "XFORWARD" && isPositive(reply) && id !== undefined && id !== "UNAVAILABLE") identity = id;
    if (verb === "XCLIENT" && reply.code === 220) {
      offered = new Map();
      transaction = undefined;
    }
    say(reply);
  }

  async function message(rest: string): Promise<void> {
    await replies.settled();
    if (rest.trim() !== "") complain(501, "5.5.4", "Syntax: DATA");
    else if (transaction === undefined) complain(503, "5.5.1", "MAIL first");
    else if (transaction.to.length === 0) complain(554, "5.5.1", "No valid recipients");
    else {
      isInMessage = true;
      const taken = transaction;
      transaction = undefined;
      say(await takeMessage(wire, hop, context, taken));
      await replies.settled();
      isInMessage = false;
      identity = undefined;
    }
  }

  async function obey(line: string): Promise<void> {
    const verb = /^[A-Za-z]*/u.exec(line)?.[0].toUpperCase() ?? "";
    const rest = line.slice(verb.length);
    switch (verb) {
      case "EHLO":
      case "HELO":
        await hello(verb, rest);
        return;
      case "STARTTLS":
        await startTls();
        return;
      case "MAIL":
        mail(line, rest);
        break;
      case "RCPT":
        recipient(line, rest);
        break;
      case "RSET":
        forward(line, (reply) => {
          if (isPositive(reply)) transaction = undefined;
        });
        break;
      case "NOOP":
      case "VRFY":
      case "EXPN":
        forward(line);
        break;
      case "DATA":
        await message(rest);
        return;
      case "AUTH":
        await authenticate(line);
        return;
      case "XFORWARD":
      case "XCLIENT":
        await speakFor(verb, line);
        return;
      case "HELP":
        say(ownReply(214, "2.0.0", "https://www.rfc-editor.org/rfc/rfc5321"));
        break;
      case "QUIT":
        await replies.settled();
        throw new EndOfSession(ownReply(221, "2.0.0", "Bye"));
      case "BDAT":
        // Its bytes follow at once, and must not be read as commands.
        throw new EndOfSession(ownReply(502, "5.5.1", "BDAT is not offered"));
      default:
        if (HTTP.test(line)) throw new EndOfSession(ownReply(421, "4.7.0", "This is an SMTP server"));
        complain(500, "5.5.2", "Command not recognised");
    }
    if (!offered.has("PIPELINING") || replies.ahead >= MAX_AHEAD) await replies.settled();
  }

  async function converse(): Promise<void> {
    await greet();
    for (;;) {
      if (isDraining && transaction === undefined) throw shuttingDown();
      await obey(refuseBare(await readCommandLine(wire, MAX_COMMAND_BYTES, options.timeouts.command)));
    }
  }

  /** The last word, if there is anybody to hear it. */
  async function end(error: unknown): Promise<void> {
    let last: Reply | undefined;
    // What was asked before is answered before.
    const before = await replies.settled().then(() => undefined, (failure: unknown) => failure);
    const cause = before ?? error;
    if (cause instanceof EndOfSession) last = cause.reply;
    else if (cause instanceof NextHopError) {
      context.metrics.add("leaklint_next_hop_failures_total", { door: "smtp" });
      log.warn({ door: "smtp", reason: cause.reason }, "next hop lost");
      last = cause.farewell ?? (await hop.farewell()) ?? ownReply(421, "4.4.2", "The next mail server was lost; try again");
    } else if (cause instanceof WireError) {
      if (cause.reason === "timeout") last = ownReply(421, "4.4.2", "Timeout");
    } else {
      log.error({ door: "smtp", problem: cause instanceof Error ? cause.name : "unknown" }, "session failed");
      last = ownReply(421, "4.3.0", "Internal error; try again");
    }
    if (last !== undefined && !wire.isClosed) {
      try {
        await wire.write(last.bytes);
      } catch (failure) {
        if (!(failure instanceof WireError)) throw failure;
      }
    }
  }

  const done = converse()
    .catch(end)
    .catch((error: unknown) => {
      log.error({ door: "smtp", problem: error instanceof Error ? error.name : "unknown" }, "session failed");
    })
    .finally(() => {
      stopWatching();
      hop.quit();
      wire.end();
    });

  return {
    done,
    drain() {
      isDraining = true;
      const endIfIdle = (): void => {
        if (transaction === undefined && !isInMessage) wire.interrupt(shuttingDown());
      };
      replies.settled().then(endIfIdle, endIfIdle);
    },
    destroy() {
      hop.destroy();
      wire.destroy();
    },
  };
}

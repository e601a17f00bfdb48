/**
 * `leaklint/nodemailer`: every message of a nodemailer transporter is checked before its transport sees it, also one given as `raw` or with an
 * envelope of its own. Compile plugins do not see those, and stream plugins that come later may change the message; so the plugin, called for
 * the first message, puts itself in front of the transport's `send`, where everything has been done to the message but sending it.
 */
import type { Config } from "../config.js";
import type { Envelope, Language, Report, Unscanned, VerdictLevel } from "../contract.js";
import { createLinter, type Linter } from "../linter.js";
import { isAtLeast } from "../policy.js";
import { senderLanguage } from "./language.js";
import { compiledMessage, envelopeOf, holdStreams, type NodemailerMail, prepareFor, readAll, seal, type SendCallback, type Transport, transportOf } from "./nodemailer/mail.js";
import { LeakError, refusalText, UncheckedError } from "./nodemailer/refusal.js";
import { problemOf } from "./problem.js";

export type * from "../contract.js";
export type { Config } from "../config.js";
export type { Linter } from "../linter.js";
export type { NodemailerMail } from "./nodemailer/mail.js";
export { LeakError, UncheckedError } from "./nodemailer/refusal.js";

export interface NodemailerOptions {
  /** As in leaklint.config.ts: own domains, known groups, policy, limits, ... Without a profile, that of mail. */
  readonly config?: Config;
  /** A linter that the application has already, in place of `config`. */
  readonly linter?: Linter;
  /** The verdict from which on a message is refused. Default: the config's, else "hold". */
  readonly failOn?: Exclude<VerdictLevel, "pass">;
  /**
   * What is encrypted, damaged, over a limit or failed to be read: "refuse" the message (default), or let the policy's `unscanned` decide
   * ("verdict").
   */
  readonly unread?: "refuse" | "verdict";
  /** Called with what was found in a message that is sent all the same. What it throws, the sender gets, and nothing is sent. */
  readonly onWarn?: (report: Report) => void;
  /** Language of the errors' texts. Default: the config's, else the message's own. */
  readonly lang?: Language;
  /**
   * Sends a message also where leaklint itself fails. Default: false. A message that is over `limits.fileBytes` is never sent: it was not
   * read to its end.
   */
  readonly failOpen?: boolean;
}

export type NodemailerPlugin = (mail: NodemailerMail, done: (error?: Error | null) => void) => void;

/**
 * For `transporter.use("compile", leaklint())`. A refused message makes `sendMail` reject with a LeakError, one that could not be checked
 * with an UncheckedError; neither is sent.
 * @throws ConfigError
 */
export function leaklint(options: NodemailerOptions = {}): NodemailerPlugin {
  const guard = createGuard(options);
  if (options.failOpen === true) process.emitWarning("messages that leaklint cannot check are sent unchecked (failOpen)", { type: "LeaklintWarning", code: "LEAKLINT_FAIL_OPEN" });
  return (mail, done) => {
    prepare(mail, guard).then(
      () => {
        done();
      },
      (error: unknown) => {
        done(asError(error));
      },
    );
  };
}

/** Checks one mail that its transport is about to send; the answer is why it must not be sent. Never rejects. */
interface Guard {
  readonly limit: number;
  refusalOf(mail: NodemailerMail, transport: Transport): Promise<Error | undefined>;
}

const guarded = new WeakMap<Transport, Set<Guard>>();

async function prepare(mail: NodemailerMail, guard: Guard): Promise<void> {
  const transport = transportOf(mail);
  standBefore(transport, guard);
  await holdStreams(transport, mail, guard.limit);
}

function standBefore(transport: Transport, guard: Guard): void {
  const guards = guarded.get(transport) ?? new Set();
  guarded.set(transport, guards);
  if (guards.has(guard)) return;
  guards.add(guard);
  const send = transport.send.bind(transport);
  transport.send = (mail: NodemailerMail, callback: SendCallback): void => {
    void guard.refusalOf(mail, transport).then((refusal) => {
      // Out of the promise: what the callback throws is the application's, not a rejection that nobody hears.
      setImmediate(() => {
        if (refusal === undefined) send(mail, callback);
        else callback(refusal);
      });
    });
  };
}

/** What could have been read, and was not: as in the gateway. */
const MISSED: ReadonlySet<Unscanned["reason"]> = new Set(["encrypted", "corrupt", "limit", "failed"]);

function createGuard({ config = {}, linter = createLinter(config), failOn = config.failOn ?? "hold", unread = "refuse", onWarn, lang = config.lang, failOpen = false }: NodemailerOptions): Guard {
  const limit = linter.limits.fileBytes;

  const judge = ({ result, verdict }: Report, bytes: Uint8Array): Error | undefined => {
    const missed = unread === "verdict" ? 0 : result.unscanned.filter(({ reason, accepted }) => accepted !== true && MISSED.has(reason)).length;
    if (isAtLeast(verdict.level, failOn) || missed > 0) {
      return new LeakError(refusalText({ result, verdict }, missed, linter.messages, lang ?? senderLanguage(bytes)), { result, verdict });
    }
    if (verdict.level !== "pass") onWarn?.({ result, verdict });
    return undefined;
  };

  return {
    limit,
    async refusalOf(mail, transport) {
      try {
        const message = compiledMessage(mail);
        prepareFor(transport, message, mail.data);
        const bytes = await readAll(message.createReadStream(), limit);
        // Whether it is sent or not: its streams are used up, and what is sent must be what was checked.
        seal(message, bytes);
        const report = await check(bytes, envelopeOf(message));
        return report === undefined ? undefined : judge(report, bytes);
      } catch (error) {
        return asError(error);
      }
    },
  };

  /** Undefined: nothing is known of it, and it is sent all the same. */
  async function check(bytes: Uint8Array, envelope: Envelope): Promise<Report | undefined> {
    try {
      return await linter.scanMail(bytes, { envelope });
    } catch (error) {
      // An error's own text may quote what was being read.
      if (!failOpen) throw new UncheckedError(`leaklint/nodemailer: the message could not be checked (${problemOf(error)})`);
      process.emitWarning(`a message was sent unchecked (${problemOf(error)})`, { type: "LeaklintWarning", code: "LEAKLINT_UNCHECKED" });
      return undefined;
    }
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new UncheckedError("leaklint/nodemailer: something that is no error was thrown"));

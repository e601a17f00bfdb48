/** Replies to one client, which go out in the order of its commands, whenever they come. */
import { EndOfSession } from "./context.js";
import type { Reply } from "./reply.js";
import type { Wire } from "./wire.js";

export interface Replies {
  /** Writes a reply in its turn. `then` is told of it before the client is. Where it fails, or is 421, the client's next command is not read. */
  readonly say: (reply: Reply | Promise<Reply>, then?: (reply: Reply) => void) => void;
  /** Resolves when every reply so far is written; rejects with the first failure, and for ever then. */
  settled(): Promise<void>;
  /** How many are still to be written. */
  readonly ahead: number;
}

export function createReplies(wire: Wire): Replies {
  let last: Promise<void> = Promise.resolve();
  let ahead = 0;
  return {
    say(reply, then) {
      ahead += 1;
      const before = last;
      // A failure is told in its turn; until then it must not be an unhandled one.
      const outcome = Promise.resolve(reply).then((said) => ({ said }), (error: unknown) => ({ error }));
      last = (async () => {
        await before;
        const settled = await outcome;
        if ("error" in settled) throw settled.error;
        then?.(settled.said);
        await wire.write(settled.said.bytes);
        ahead -= 1;
        if (settled.said.code === 421) throw new EndOfSession();
      })();
      last.catch((error: unknown) => {
        wire.interrupt(error instanceof Error ? error : new Error("unknown"));
      });
    },
    settled: () => last,
    get ahead() {
      return ahead;
    },
  };
}

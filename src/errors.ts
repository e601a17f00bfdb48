/** What leaklint throws on purpose. Anything else that is thrown is a bug. */

/** The configuration is wrong. The message names the key and, where there is one, the nearest right one. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** The command line, or a call of the API, cannot mean anything. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Reading stops here. The core turns it into `Unscanned`; messages say what and where in the format's own terms and never
 * quote content.
 */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
  constructor(
    readonly reason: "encrypted" | "corrupt" | "unsupported" | "limit",
    message: string,
  ) {
    super(message);
  }
}

/** leaklint's public API. Importing it does nothing; parsers and dictionaries are loaded when something needs them. */
import type { Config } from "./config.js";
import type { Detector, Report } from "./contract.js";
import { createLinter, type EntityMatch, type MailOptions, type ScanOptions, type ScanSummary } from "./linter.js";
import type { Input } from "./sources/files.js";

export type * from "./contract.js";
export type { Config, DetectorSettings, PolicySettings } from "./config.js";
export type { EntityMatch, Linter, MailOptions, ScanOptions, ScanSummary } from "./linter.js";
export type { PolicyRules, ProfileName, Thresholds } from "./policy.js";
export type { Input } from "./sources/files.js";
export { ConfigError, Unreadable, UsageError } from "./errors.js";
export { createLinter } from "./linter.js";
export { createPolicy, PROFILES } from "./policy.js";

/**
 * Scans files, folders, globs, standard input ("-") or bytes with the built-in detectors.
 * @throws ConfigError, UsageError, or the signal's reason when aborted
 */
export function scan(inputs: Input | readonly Input[], options: Config & ScanOptions = {}): Promise<ScanSummary> {
  const { signal, ...config } = options;
  return createLinter(config).scan(inputs, signal === undefined ? {} : { signal });
}

/**
 * Checks one message about to be sent, given as RFC 5322 bytes.
 * @throws ConfigError, or the signal's reason when aborted
 */
export function scanMail(message: Uint8Array | string, options: Config & MailOptions = {}): Promise<Report> {
  const { signal, envelope, thread, name, ...config } = options;
  return createLinter(config).scanMail(message, {
    ...(signal !== undefined && { signal }),
    ...(envelope !== undefined && { envelope }),
    ...(thread !== undefined && { thread }),
    ...(name !== undefined && { name }),
  });
}

let textLinter: ReturnType<typeof createLinter> | undefined;

/** Personal data in a text: synchronous, in order, not overlapping; offsets in UTF-16 code units of the text as given. */
export function findEntities(text: string): Iterable<EntityMatch> {
  textLinter ??= createLinter();
  return textLinter.findEntities(text);
}

/** Types a detector of your own: codes and options are inferred. */
export function defineDetector<const Code extends string, Options extends object>(detector: Detector<Code, Options>): Detector<Code, Options> {
  return detector;
}

/** Types a configuration file. */
export function defineConfig(config: Config): Config {
  return config;
}

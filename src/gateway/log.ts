/** Structured logs, one JSON object a line. Nothing of a message is in them: counts, rules, references, ids and kinds of errors. */
import { pino, type DestinationStream, type Logger } from "pino";

export type LogFields = Readonly<Record<string, string | number | boolean | undefined | readonly string[]>>;

export interface Log {
  debug(fields: LogFields, text: string): void;
  info(fields: LogFields, text: string): void;
  warn(fields: LogFields, text: string): void;
  error(fields: LogFields, text: string): void;
}

export type LogLevel = "debug" | "info" | "warn" | "error";

/** @param write takes whole lines. Default: standard output, at once, so that nothing is lost when the process ends */
export function createLog(level: LogLevel, write?: (line: string) => void): Log {
  const destination: DestinationStream = write === undefined ? pino.destination({ fd: 1, sync: true }) : { write };
  // The process id stays: several may write to one journal. The host's name is the journal's to add.
  const log: Logger = pino({ level, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } }, destination);
  return {
    debug: (fields, text) => { log.debug(fields, text); },
    info: (fields, text) => { log.info(fields, text); },
    warn: (fields, text) => { log.warn(fields, text); },
    error: (fields, text) => { log.error(fields, text); },
  };
}

/** For tests and for callers without a log. */
export const SILENT: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
